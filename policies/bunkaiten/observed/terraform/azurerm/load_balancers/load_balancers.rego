# METADATA
# title: Load balancers of Azure
# description: >-
#   Rules of load balancers, and rules that lead to a single machine: who can reach them, and at which
#   port. They hand bytes on.
package bunkaiten.observed.terraform.azurerm.load_balancers

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings

# METADATA
# description: What people call these facts.
ways := {"load-balancer": {"en": "load balancer", "ja": "ロードバランサー"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_lb": [
		"frontend_ip_configuration.name", "frontend_ip_configuration.public_ip_address_id",
		"frontend_ip_configuration.public_ip_prefix_id", "frontend_ip_configuration.subnet_id",
	],
	"azurerm_lb_nat_rule": ["frontend_ip_configuration_name", "frontend_port", "frontend_port_start", "loadbalancer_id"],
	"azurerm_lb_rule": ["frontend_ip_configuration_name", "frontend_port", "loadbalancer_id"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {type: [["loadbalancer_id", "azurerm_lb"]] | some type in ["azurerm_lb_nat_rule", "azurerm_lb_rule"]}

# METADATA
# description: >-
#   Every rule, for whoever reaches the address in front: anybody where that is public. Port 0 stands
#   for all ports.
endpoints contains found if {
	some type in ["azurerm_lb_nat_rule", "azurerm_lb_rule"]
	some _, rule in resource.managed[type]
	found := fact.on(rule, [], "load-balancer", object.union(
		{"audience": _audience(rule), "encrypted": {"is": "passthrough"}},
		_port(rule),
	))
}

# a range begins with its first port
_port(rule) := {"port": ports[0]} if {
	ports := [port |
		some name in ["frontend_port", "frontend_port_start"]
		port := resource.attribute(rule, name)
		count({port} - {{}, {"is": 0}}) == 1
	]
	count(ports) > 0
} else := {}

_audience(rule) := {"is": audience} if {
	audiences := {audience |
		some key in resource.tied(rule, "loadbalancer_id", "azurerm_lb")
		some audience in _fronts[key][rule.values.frontend_ip_configuration_name]
	}
	[audience] := [one | some one in audiences]
	audience != "unknown"
} else := {"unknown": true}

_fronts[key] := {named: {reach | some [of_front, reach] in all; of_front == named} | some [named, _] in all} if {
	some key, balancer in resource.managed.azurerm_lb
	all := [[front.values.name, _reach(front)] | some front in settings.items(balancer, "frontend_ip_configuration")]
}

# a prefix that nobody wrote is computed, so that it says nothing where a subnet stands
_reach(front) := "inside" if {
	settings.in_block(front, "subnet_id") != {}
} else := "anybody" if {
	settings.in_block(front, "public_ip_address_id") != {}
} else := "anybody" if {
	resource.is_set(object.get(front.values, "public_ip_prefix_id", null))
} else := "unknown"
