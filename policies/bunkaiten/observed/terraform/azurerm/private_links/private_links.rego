# METADATA
# title: Private links of Azure
# description: >-
#   Private endpoints that lead to the services of others, and own services with the subscriptions
#   that may connect to them.
package bunkaiten.observed.terraform.azurerm.private_links

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.terraform.azurerm.subscriptions

# METADATA
# description: What people call these facts.
ways := {
	"private-endpoint": {"en": "private endpoint", "ja": "プライベートエンドポイント"},
	"private-link-service": {"en": "private link service", "ja": "Private Link サービスの公開"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_private_endpoint": [
		"private_service_connection.private_connection_resource_alias",
		"private_service_connection.private_connection_resource_id",
	],
	"azurerm_private_link_service": ["auto_approval_subscription_ids", "visibility_subscription_ids"],
}

# METADATA
# description: >-
#   The services that endpoints lead to, by alias, and the subscriptions that own what they lead to;
#   and whoever may see an own service and connect to it, with `accepted`, how that is let in: by hand
#   or unseen. Where nobody is named, only the own tenant sees it
#   (learn.microsoft.com/azure/private-link/private-link-service-overview).
peers contains found if {
	some _, endpoint in resource.managed.azurerm_private_endpoint
	some block in settings.items(endpoint, "private_service_connection")
	alias := settings.in_block(block, "private_connection_resource_alias")
	alias != {}
	path := ["private_service_connection", block.index, "private_connection_resource_alias"]
	found := fact.on(endpoint, path, "private-endpoint", {"who": _service(alias), "direction": "out"})
}

peers contains found if {
	some _, endpoint in resource.managed.azurerm_private_endpoint
	some block in settings.items(endpoint, "private_service_connection")
	id := settings.in_block(block, "private_connection_resource_id")
	some who in subscriptions.beyond(endpoint, "private_service_connection", id, set())
	path := ["private_service_connection", block.index, "private_connection_resource_id"]
	found := fact.on(endpoint, path, "private-endpoint", {"who": who, "direction": "out"})
}

peers contains found if {
	some _, service in resource.managed.azurerm_private_link_service
	some name, accepted in {"auto_approval_subscription_ids": "unseen", "visibility_subscription_ids": "by-hand"}
	some subscription in settings.texts(service, name)
	some who in _visitor(service, subscription.text)
	found := fact.on(service, subscription.path, "private-link-service", {
		"who": who,
		"direction": "in",
		"accepted": {"is": accepted},
	})
}

_service(alias) := {"is": {"by": "service", "name": alias.is}} if alias.is

_service(alias) := {"unknown": true} if alias.unknown

_visitor(service, text) := {{"unknown": true}} if {
	text.unknown
} else := {{"is": {"by": "anybody", "name": "*"}}} if {
	text.is == "*"
} else := {{"is": {"by": "subscription", "name": named}} |
	named := lower(text.is)
	ours := {each | some each in _own[service.key]}
	not named in ours
}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_own[place] := names if some place, names in subscriptions.own
