# METADATA
# title: Firewall rules of Google Cloud
# description: >-
#   The rules of VPC firewalls, of network firewall policies and of hierarchical ones, in one shape,
#   as far as they let anything through. Nothing here says whom.
package bunkaiten.observed.terraform.google.firewall_rules

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.written

# METADATA
# description: Attributes that are read, by type.
reads := object.union_n([
	{"google_compute_firewall": array.concat(["allow", "deny", "direction", "disabled"], _narrowing)},
	{type: array.concat(["action", "direction", "disabled", "match"], _targets_of[type]) | some type in _single},
	{type: ["rule"] | some type in _many},
])

# METADATA
# description: >-
#   The rules that let something through: what they are of, the path to them, their direction ("in",
#   "out" or "both", where it is not known), values and unknown of what they match, with its path,
#   their layers (values, unknown, path), and the names of what narrows down whom they protect.
allowing contains rule if {
	some rule in _rules
	_lets_through(rule)
}

# "goto_next" leaves it to the rules of others; of what is not known, anything may come through
_lets_through(rule) if rule.action in {"allow", "apply_security_profile_group", "unknown"}

# METADATA
# description: >-
#   The rules that keep something out, in the same shape. `late` are those of which only apply will show
#   whether they are in force.
denying contains rule if {
	some rule in _rules
	rule.action == "deny"
}

# what is in force: https://cloud.google.com/firewall/docs/firewalls
_rules contains rule if {
	some _, firewall in resource.managed.google_compute_firewall
	object.get(firewall.values, "disabled", false) != true
	some action in ["allow", "deny"]
	layers := _layers(firewall.values, firewall.unknown, [action])
	count(layers) > 0
	rule := {
		"of": firewall,
		"action": action,
		"direction": _direction(resource.attribute(firewall, "direction")),
		"match": _part(firewall.values, firewall.unknown, []),
		"layers": layers,
		"targets": _targets(firewall.values, firewall.unknown),
		"late": _is_late(firewall.unknown),
	}
}

_rules contains rule if {
	some type in _single
	some _, single in resource.managed[type]
	object.get(single.values, "disabled", false) != true
	rule := _policy_rule(single, _part(single.values, single.unknown, []))
}

_rules contains rule if {
	some type in _many
	some _, policy in resource.managed[type]
	some item in resource.items(policy, "rule")
	is_object(item.values)
	object.get(item.values, "disabled", false) != true
	rule := _policy_rule(policy, _part(item.values, item.unknown, ["rule", item.index]))
}

# rules that are not known as a whole may let anything through
_rules contains rule if {
	some type in _many
	some _, policy in resource.managed[type]
	resource.is_unknown(policy, "rule")
	rule := _policy_rule(policy, _part({}, {"direction": true, "match": true}, []))
}

_policy_rule(policy, part) := {
	"of": policy,
	"action": _action(part),
	"direction": _direction(_attribute(part, "direction")),
	"match": match,
	"layers": _layers(match.values, match.unknown, array.concat(match.path, [name])),
	"targets": _targets(part.values, part.unknown),
	"late": _is_late(part.unknown),
} if {
	match := _match(part)
	name := {true: "layer4_config", false: "layer4_configs"}["layer4_config" in object.keys(match.values)]
}

# the provider computes it nowhere
_is_late(unknown) if {
	unknown.disabled == true
} else := false

_action(part) := part.values.action if {
	is_string(part.values.action)
} else := "unknown"

_match(part) := _part(part.values.match[0], unknown, path) if {
	is_object(part.values.match[0])
	unknown := object.get(part.unknown, ["match", 0], {})
	path := array.concat(part.path, ["match", 0])
} else := _part({}, late, array.concat(part.path, ["match"])) if {
	late := {"dest_ip_ranges": true, "layer4_configs": true, "src_ip_ranges": true}
}

_targets(values, unknown) := {name |
	some part in [values, unknown]
	some name, said in part
	startswith(name, "target_")
	name != "target_type"
	resource.is_set(said)
	said != false
}

_part(values, unknown, path) := {"values": values, "unknown": _object(unknown), "path": path}

_object(unknown) := unknown if {
	is_object(unknown)
} else := {}

_attribute(part, name) := {"unknown": true} if {
	part.unknown[name] == true
} else := {"is": object.get(part.values, name, null)}

# INGRESS, where nobody says: direction of the provider's schema
_direction(attribute) := "both" if {
	attribute.unknown
} else := "out" if {
	attribute.is == "EGRESS"
} else := "in"

_layers(values, unknown, path) := [{"values": {}, "unknown": {"ports": true}, "path": path}] if {
	called := path[count(path) - 1]
	unknown[called] == true
	not _has_list(values, called)
} else := [layer |
	called := path[count(path) - 1]
	some index, block in written.items(values, called)
	layer := {
		"values": block,
		"unknown": _object(object.get(unknown, [called, index], {})),
		"path": array.concat(path, [index]),
	}
]

_has_list(values, called) if is_array(values[called])

_narrowing := ["target_service_accounts", "target_tags"]

_targets_of := {type: array.concat(["target_secure_tags", "target_service_accounts"], more) |
	some type, more in {
		"google_compute_firewall_policy_rule": ["target_resources"],
		"google_compute_network_firewall_policy_rule": ["target_forwarding_rules"],
		"google_compute_region_network_firewall_policy_rule": ["target_forwarding_rules"],
	}
}

_single := object.keys(_targets_of)

_many := [
	"google_compute_firewall_policy_with_rules", "google_compute_network_firewall_policy_with_rules",
	"google_compute_region_network_firewall_policy_with_rules",
]
