# METADATA
# title: Who gets at storage accounts of Azure
# description: >-
#   Who may read without a key what lies in containers: nobody, unless the account lets containers be
#   public, one of them is, and the network is let through. Then the networks that have a way in.
package bunkaiten.observed.terraform.azurerm.storage_access

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.written

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_storage_account": [
		"allow_blob_public_access", "allow_nested_items_to_be_public", "network_rules.default_action",
		"network_rules.ip_rules", "public_network_access_enabled", "static_website.index_document",
	],
	"azurerm_storage_account_network_rules": ["default_action", "ip_rules", "storage_account_id"],
	"azurerm_storage_account_static_website": ["storage_account_id"],
	"azurerm_storage_container": ["container_access_type", "storage_account_id", "storage_account_name"],
}

# METADATA
# description: >-
#   By the key of an account, whether anybody can read in it: {"is": "anybody"} or {"is": "inside"}.
#   A web site in it is public whatever the switch for containers says.
audience[key] := _read_by(account, key) if some key, account in resource.managed.azurerm_storage_account

# METADATA
# description: >-
#   By the key of an account, whether its network is open to everybody: "open", "fenced", "closed" or
#   "unknown". It is where nobody chose (registry.terraform.io, azurerm_storage_account,
#   "public_network_access_enabled"; the default action is Allow where there are no rules).
network[key] := _network(account, key) if some key, account in resource.managed.azurerm_storage_account

# METADATA
# description: >-
#   By the key of a container, what lets in readers without a key: {"is": "container"} or "blob".
opened[key] := access if {
	some key, container in resource.managed.azurerm_storage_container
	access := settings.chosen(container, "container_access_type", "private")
	access != {"is": "private"}
}

# METADATA
# description: The keys of the accounts of a container.
accounts_of(container) := {key |
	some name in ["storage_account_id", "storage_account_name"]
	some key in resource.tied(container, name, "azurerm_storage_account")
}

# METADATA
# description: >-
#   By the key of an account, the networks that its rules let in, each with the resource and the path
#   where they are written.
networks[key] contains found if {
	some key, rules in _rules
	some rule in rules
	some index, text in written.list(rule.values, "ip_rules")
	is_string(text)
	found := {"of": rule.of, "path": array.concat(rule.path, ["ip_rules", index]), "who": {"is": _range(text)}}
}

networks[key] contains found if {
	some key, rules in _rules
	some rule in rules
	some path in _open(rule)
	found := {"of": rule.of, "path": array.concat(rule.path, path), "who": {"unknown": true}}
}

# METADATA
# description: Whether the switch of an account lets containers be public.
may_be_public[key] := settings.chosen_by(account, _public, false) if {
	some key, account in resource.managed.azurerm_storage_account
}

# the second until release 3
_public := ["allow_nested_items_to_be_public", "allow_blob_public_access"]

_read_by(account, key) := {"is": "inside"} if {
	_network(account, key) in {"closed", "fenced"}
} else := {"is": "anybody"} if {
	_network(account, key) == "open"
	_is_shown(account, key)
} else := {"unknown": true} if {
	_may_be_shown(key)
} else := {"is": "inside"}

_is_shown(account, key) if _has_site(account, key)

_is_shown(_, key) if {
	may_be_public[key] == {"is": true}
	some access in _accesses[key]
	access.is
}

_may_be_shown(key) if {
	may_be_public[key] != {"is": false}
	count(_accesses[key]) > 0
}

_has_site(_, key) if key in _sites

_has_site(account, _) if count(settings.items(account, "static_website")) > 0

_sites contains key if {
	some _, site in resource.managed.azurerm_storage_account_static_website
	some key in resource.tied(site, "storage_account_id", "azurerm_storage_account")
}

_accesses[key] contains access if {
	some place, access in opened
	some key in accounts_of(_containers[place])
}

_containers[key] := container if some key, container in resource.managed.azurerm_storage_container

_network(account, _) := "closed" if {
	account.values.public_network_access_enabled == false
} else := "unknown" if {
	resource.is_unknown(account, "public_network_access_enabled")
} else := "fenced" if {
	_actions[account.key] == {"Deny"}
} else := "unknown" if {
	count(_actions[account.key] - {"Allow"}) > 0
} else := "open"

_actions[key] contains action if {
	some key, rules in _rules
	some rule in rules
	action := object.get(rule.values, "default_action", "unknown")
}

_rules[key] contains rule if {
	some key, account in resource.managed.azurerm_storage_account
	some block in settings.items(account, "network_rules")
	late := {true | _is_late(account, block)} != set()
	rule := {"of": account, "path": ["network_rules", block.index], "values": block.values, "late": late}
}

_rules[key] contains rule if {
	some _, rules in resource.managed.azurerm_storage_account_network_rules
	some key in resource.tied(rules, "storage_account_id", "azurerm_storage_account")
	late := {true | resource.is_unknown(rules, "ip_rules")} != set()
	rule := {"of": rules, "path": [], "values": rules.values, "late": late}
}

# what is written and not known before apply, as a whole or in part
_open(rule) := {["ip_rules"]} if {
	rule.late
} else := {["ip_rules", index] | some index, text in written.list(rule.values, "ip_rules"); not is_string(text)}

_is_late(account, block) if {
	block.unknown.ip_rules == true
	configuration.is_written_within(account, "network_rules", "ip_rules")
}

_is_late(_, block) if block.unknown == true

_range(text) := fact.network(text) if {
	contains(text, "/")
} else := fact.network(concat("/", [text, "32"]))
