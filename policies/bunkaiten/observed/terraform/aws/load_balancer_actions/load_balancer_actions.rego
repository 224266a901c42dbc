# METADATA
# title: What load balancers of AWS do with requests
# description: >-
#   Where the listeners of application and network load balancers send what they take: by default
#   and by their rules. For observed.terraform.aws.load_balancers, by the keys of the listeners.
package bunkaiten.observed.terraform.aws.load_balancer_actions

import data.bunkaiten.observed.resource

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_alb_listener": _of_listeners,
	"aws_alb_listener_rule": _of_rules,
	"aws_alb_target_group": _of_groups,
	"aws_lb_listener": _of_listeners,
	"aws_lb_listener_rule": _of_rules,
	"aws_lb_target_group": _of_groups,
}

_of_listeners := [
	"default_action.forward.target_group.arn",
	"default_action.redirect.protocol",
	"default_action.target_group_arn",
	"default_action.type",
]

_of_rules := [
	"action.forward.target_group.arn",
	"action.redirect.protocol",
	"action.target_group_arn",
	"action.type",
	"condition.host_header.values",
	"listener_arn",
]

_of_groups := ["protocol", "target_type"]

# METADATA
# description: Listeners that do nothing but have requests sent again by HTTPS.
only_redirects[key] := true if {
	some key, carriers in _carriers
	every carrier in carriers { _redirects(carrier) }
}

# METADATA
# description: >-
#   "behind" of each listener: "tls" where all that goes on to targets does so by TLS, "none" where
#   some does not. Empty where nothing goes on, or only to functions, which AWS itself calls.
behind[key] := _weakest({hop |
	some carrier in carriers
	_forwards(carrier)
	some hop in _hops([group |
		some type in ["aws_lb_target_group", "aws_alb_target_group"]
		some of in resource.tied(carrier, carrier.actions, type)
		group := resource.managed[type][of]
	])
} | {"unknown" | some carrier in carriers; _may_forward(carrier)}) if {
	some key, carriers in _carriers
}

# METADATA
# description: "\"hosts\" of each listener: the host names that its rules ask for. Empty where they ask for none."
hosts[key] := _named({host |
	some carrier in carriers
	some condition in resource.attribute(carrier, "condition").is
	host := condition.host_header[_].values[_]
	is_string(host)
}) if {
	some key, carriers in _carriers
}

# what a listener does by default, and its rules
_carriers[key][key] := object.union(listener, {"actions": "default_action"}) if {
	some type in ["aws_lb_listener", "aws_alb_listener"]
	some key, listener in resource.managed[type]
}

_carriers[key][rule.key] := object.union(rule, {"actions": "action"}) if {
	some type in ["aws_lb_listener_rule", "aws_alb_listener_rule"]
	some rule in resource.managed[type]
	some of in ["aws_lb_listener", "aws_alb_listener"]
	some key in resource.tied(rule, "listener_arn", of)
}

_redirects(carrier) if {
	actions := resource.attribute(carrier, carrier.actions).is
	every action in actions { action.redirect[0].protocol == "HTTPS" }
}

_forwards(carrier) if {
	some action in resource.attribute(carrier, carrier.actions).is
	action.type == "forward"
}

# what it does is known only after apply
_may_forward(carrier) if carrier.unknown[carrier.actions] == true

_may_forward(carrier) if {
	some action in resource.items(carrier, carrier.actions)
	action.unknown.type == true
}

_hops(groups) := {"unknown"} if {
	count(groups) == 0
} else := {hop |
	some group in groups
	object.get(group.values, "target_type", "instance") != "lambda"
	hop := _hop(group)
}

_hop(group) := "unknown" if {
	some name in ["protocol", "target_type"]
	resource.is_unknown(group, name)
} else := "tls" if {
	group.values.protocol in {"HTTPS", "TLS"}
} else := "none"

_weakest(hops) := {} if {
	count(hops) == 0
} else := {"behind": {"is": "none"}} if {
	"none" in hops
} else := {"behind": {"unknown": true}} if {
	"unknown" in hops
} else := {"behind": {"is": "tls"}}

_named(names) := {} if {
	count(names) == 0
} else := {"hosts": [name | some name in names]}
