# METADATA
# title: What application gateways of Azure hand requests on to
# description: >-
#   The addresses and names in the pools behind application gateways, and whether requests go on
#   encrypted. What the plan itself makes is no stranger's.
package bunkaiten.observed.terraform.azurerm.application_gateway_backends

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.ends
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"application-gateway-backend": {
	"en": "requests handed on by an application gateway",
	"ja": "アプリケーションゲートウェイからの転送",
	"on_path": "hop",
}}

# METADATA
# description: Attributes that are read, by type.
reads := {"azurerm_application_gateway": [
	"backend.name", "backend.protocol", "backend_address_pool.fqdns", "backend_address_pool.ip_addresses",
	"backend_address_pool.name", "backend_http_settings.name", "backend_http_settings.protocol",
	"request_routing_rule.backend_address_pool_name", "request_routing_rule.backend_http_settings_name",
	"routing_rule.backend_address_pool_name", "routing_rule.backend_name",
	"url_path_map.default_backend_address_pool_name", "url_path_map.default_backend_http_settings_name",
	"url_path_map.path_rule.backend_address_pool_name", "url_path_map.path_rule.backend_http_settings_name",
]}

# METADATA
# description: Every address and name in a pool.
peers contains found if {
	some _, gateway in resource.managed.azurerm_application_gateway
	some pool in settings.items(gateway, "backend_address_pool")
	some [name, path, text] in _entries(gateway, pool)
	found := fact.on(gateway, array.concat(["backend_address_pool", pool.index], path), "application-gateway-backend", {
		"who": _who(name, text),
		"direction": "out",
		"encrypted": _encrypted(gateway, pool),
	})
}

_who("fqdns", text) := ends.host(text)

_who("ip_addresses", text) := ends.address(text)

_entries(gateway, pool) := ({[name, [name], {"unknown": true}] |
	some name in _lists
	_is_late(gateway, pool, name)
	not _is_ours(gateway, name)
} | {[name, [name, index], {"is": text}] |
	some name in _lists
	some index, text in written.list(pool.values, name)
	is_string(text)
}) | {[name, [name, index], {"unknown": true}] |
	some name in _lists
	some index, text in written.list(pool.values, name)
	not is_string(text)
	not _is_ours(gateway, name)
}

_lists := ["fqdns", "ip_addresses"]

_is_late(gateway, pool, name) if {
	settings.in_block(pool, name).unknown
	configuration.is_written_within(gateway, "backend_address_pool", name)
}

# pools are a set, so that nobody can tell which of them is written where: all of them together
_is_ours(gateway, name) if {
	made := {split(configured, "\n")[2] |
		some index, _ in written.list(gateway.values, "backend_address_pool")
		some configured in configuration.referred_in(gateway, "backend_address_pool", index, name)
	}
	count(made) > 0
	every each in made { startswith(each, "azurerm_") }
}

_encrypted(gateway, pool) := {"is": "none"} if {
	"none" in _spoken(gateway, pool)
} else := {"is": "tls"} if {
	_spoken(gateway, pool) == {"tls"}
} else := {"unknown": true}

# how a pool is spoken to; "" where that cannot be told
_spoken(gateway, pool) := {_word(gateway, block, called) |
	some [block, leading, called] in _pairs(gateway)
	leading == pool.values.name
}

_word(gateway, block, called) := word if {
	words := {_words[setting.values.protocol] |
		some setting in settings.items(gateway, block)
		setting.values.name == called
	}
	[word] := [one | some one in words]
} else := ""

_words := {"Http": "none", "Https": "tls", "Tls": "tls"}

_pairs(gateway) := {[settled, _text(item, prefix, "backend_address_pool_name"), _text(item, prefix, by)] |
	some [block, prefix, settled, by] in _rules
	some item in settings.items(gateway, block)
} | {[_by_http[0], _text(rule, "", "backend_address_pool_name"), _text(rule, "", _by_http[1])] |
	some item in settings.items(gateway, "url_path_map")
	some rule in settings.blocks(item, "path_rule")
}

_rules := [
	array.concat(["request_routing_rule", ""], _by_http),
	["routing_rule", "", "backend", "backend_name"],
	array.concat(["url_path_map", "default_"], _by_http),
]

_by_http := ["backend_http_settings", "backend_http_settings_name"]

_text(item, prefix, name) := object.get(item.values, concat("", [prefix, name]), "")
