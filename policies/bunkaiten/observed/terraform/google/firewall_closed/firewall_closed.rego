# METADATA
# title: Networks of Google Cloud that nothing leaves by itself
# description: >-
#   The networks with a rule that denies all traffic out, from all of their machines, and what belongs
#   to a network: its firewalls, and the policies that are associated with it.
package bunkaiten.observed.terraform.google.firewall_closed

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.firewall_ends
import data.bunkaiten.observed.terraform.google.firewall_ports
import data.bunkaiten.observed.terraform.google.firewall_rules

# METADATA
# description: Attributes that are read, by type.
reads := object.union_n([
	{"google_compute_firewall": ["network"], "google_compute_network": [], "google_compute_firewall_policy": []},
	{type: ["attachment_target", "firewall_policy"] | some type in _associations},
	{type: ["firewall_policy"] | some type in _rule_types},
	{type: [] | some type in _policies},
	{"google_compute_subnetwork": ["network", "region"]},
])

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := object.union_n([
	{"google_compute_firewall": [["network", "google_compute_network"]]},
	{"google_compute_firewall_policy_rule": [["firewall_policy", "google_compute_firewall_policy"]]},
	{type: [["attachment_target", "google_compute_network"]] | some type in _associations},
	{type: [["firewall_policy", policy] | some policy in _policies] | some type in _rule_types},
])

# METADATA
# description: >-
#   The other way round: which attributes of a type lead to what it uses, so that what claims an
#   association claims the policy.
uses := {type: [["firewall_policy", policy] | some policy in _policies] | some type in _associations}

# METADATA
# description: The keys of the networks that are closed to traffic out but for what rules let through.
networks contains key if some key in _closed[false]

# METADATA
# description: The keys of those that are closed only if a rule is in force of which apply will show it.
perhaps contains key if {
	some key in _closed[true]
	not key in networks
}

_closed[rule.late] contains key if {
	some rule in firewall_rules.denying
	_is_whole(rule)
	some key in resource.tied(rule.of, "network", "google_compute_network")
}

_closed[rule.late] contains key if {
	some rule in firewall_rules.denying
	_is_whole(rule)
	some policy in _policies_of(rule.of)
	some key in _networks_of[policy]
}

# out, from everywhere to everybody, over everything, from all machines
_is_whole(rule) if {
	rule.direction == "out"
	rule.targets == set()
	_narrowing(rule) == set()
	some end in firewall_ends.of(rule)
	end.who.is.name == "0.0.0.0/0"
	some opened in firewall_ports.of(rule)
	opened.protocol == "all"
}

# what narrows down whom a rule out is about, beside its targets
_narrowing(rule) := {name |
	some name, said in rule.match.values
	regex.match(_sources, name)
	resource.is_set(said)
	not _is_everywhere(said)
} | {name |
	some name, late in rule.match.unknown
	regex.match(_sources, name)
	name != "src_network_context" # which the provider fills in
	walk(late, [_, true])
}

_sources := `^(source|src)_`

_is_everywhere(said) if {
	is_array(said)
	"0.0.0.0/0" in said
}

_policies_of(thing) := {thing.key} | {key |
	some policy in _policies
	some key in resource.tied(thing, "firewall_policy", policy)
}

_networks_of[policy] contains network if {
	some type in _associations
	some _, association in resource.managed[type]
	some policy in _policies_of(association)
	some network in resource.tied(association, "attachment_target", "google_compute_network")
	_is_all_there(association, network)
}

_is_all_there(association, _) if association.type == "google_compute_network_firewall_policy_association"

# a policy of a region leaves the machines of others alone
_is_all_there(association, network) if {
	association.type == "google_compute_region_network_firewall_policy_association"
	here := resource.region(association)
	here.is
	every region in _regions(network) { region == here }
}

_regions(network) := {region | some region in _lying[network]}

_lying[network] contains resource.region(subnet) if {
	some _, subnet in resource.managed.google_compute_subnetwork
	some network in resource.tied(subnet, "network", "google_compute_network")
}

_associations := [
	"google_compute_network_firewall_policy_association",
	"google_compute_region_network_firewall_policy_association",
]

_policies := [
	"google_compute_network_firewall_policy", "google_compute_network_firewall_policy_with_rules",
	"google_compute_region_network_firewall_policy", "google_compute_region_network_firewall_policy_with_rules",
]

_rule_types := ["google_compute_network_firewall_policy_rule", "google_compute_region_network_firewall_policy_rule"]
