# METADATA
# title: Application gateways of Azure
# description: >-
#   Listeners of application gateways: who can reach them, where TLS ends, and whether what goes on
#   is encrypted. One that only redirects to HTTPS carries nothing and is left out.
package bunkaiten.observed.terraform.azurerm.application_gateways

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.application_gateway_tls
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"application-gateway": {"en": "application gateway", "ja": "アプリケーションゲートウェイ"}}

# METADATA
# description: Attributes that are read, by type.
reads := {"azurerm_application_gateway": array.concat(
	[
		"frontend_ip_configuration.name", "frontend_ip_configuration.public_ip_address_id", "frontend_port.name",
		"frontend_port.port", "redirect_configuration.name", "redirect_configuration.target_listener_name",
		"redirect_configuration.target_url", "request_routing_rule.http_listener_name",
		"request_routing_rule.redirect_configuration_name", "http_listener.host_name",
	],
	[sprintf("%s.%s", [block, name]) |
		some block in ["http_listener", "listener"]
		some name in [
			"frontend_ip_configuration_name", "frontend_port_name", "host_names", "name", "protocol",
			"ssl_profile_name",
		]
	],
)}

# METADATA
# description: Every listener that takes more than requests to be sent again by HTTPS.
endpoints contains found if {
	some _, gateway in resource.managed.azurerm_application_gateway
	some block in ["http_listener", "listener"]
	some listener in settings.items(gateway, block)
	not _only_redirects(gateway, listener)
	found := fact.on(gateway, [block, listener.index], "application-gateway", object.union_n([
		{"audience": _audience(gateway, listener)},
		_security(gateway, listener, object.get(listener.values, "protocol", "")),
		_hosts(listener),
		_port(gateway, listener),
	]))
}

endpoints contains found if {
	some _, gateway in resource.managed.azurerm_application_gateway
	some block in ["http_listener", "listener"]
	resource.is_unknown(gateway, block)
	found := fact.on(gateway, [block], "application-gateway", {
		"audience": {"unknown": true},
		"encrypted": {"unknown": true},
	})
}

_security(gateway, listener, protocol) := {
	"encrypted": application_gateway_tls.encrypted(gateway, listener),
	"weakest": application_gateway_tls.weakest(gateway, listener),
} if {
	protocol in {"Https", "Tls"}
} else := {"encrypted": {"is": "none"}} if {
	protocol == "Http"
} else := {"encrypted": {"is": "passthrough"}} if {
	protocol == "Tcp"
} else := {"encrypted": {"unknown": true}}

_audience(gateway, listener) := {"is": "anybody"} if {
	some front in _fronts(gateway, listener)
	settings.in_block(front, "public_ip_address_id") != {}
} else := {"is": "inside"} if {
	count(_fronts(gateway, listener)) > 0
} else := {"unknown": true}

_fronts(gateway, listener) := {front |
	some front in settings.items(gateway, "frontend_ip_configuration")
	front.values.name == listener.values.frontend_ip_configuration_name
}

_port(gateway, listener) := {"port": port} if {
	ports := {settings.in_block(entry, "port") |
		some entry in settings.items(gateway, "frontend_port")
		entry.values.name == listener.values.frontend_port_name
	}
	[port] := [one | some one in ports; one != {}]
} else := {"port": {"unknown": true}}

_hosts(listener) := {"hosts": hosts} if {
	named := array.concat(written.list(listener.values, "host_names"), [object.get(listener.values, "host_name", null)])
	hosts := sort({lower(host) | some host in named; is_string(host); host != ""})
	count(hosts) > 0
} else := {}

# every rule of the listener leads to a redirection, and each of them to HTTPS
_only_redirects(gateway, listener) if {
	listener.values.protocol == "Http"
	rules := [rule |
		some rule in settings.items(gateway, "request_routing_rule")
		rule.values.http_listener_name == listener.values.name
	]
	count(rules) > 0
	every rule in rules { _leads_to_https(gateway, rule) }
}

_leads_to_https(gateway, rule) if {
	some redirection in settings.items(gateway, "redirect_configuration")
	redirection.values.name == rule.values.redirect_configuration_name
	_is_https(gateway, redirection)
}

_is_https(_, redirection) if {
	is_string(redirection.values.target_url)
	startswith(lower(redirection.values.target_url), "https://")
}

_is_https(gateway, redirection) if {
	some target in settings.items(gateway, "http_listener")
	target.values.name == redirection.values.target_listener_name
	target.values.protocol == "Https"
}
