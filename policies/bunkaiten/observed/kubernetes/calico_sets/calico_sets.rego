# METADATA
# title: Network sets of Calico
# description: >-
#   Which network sets a rule of a policy of Calico chooses by their labels, as far as comparisons with
#   "&&" between them tell. Pure functions.
package bunkaiten.observed.kubernetes.calico_sets

import data.bunkaiten.observed.written

# METADATA
# description: >-
#   Whoever is in the sets that one side of a rule chooses; each set has its namespace, labels and ends.
ends(policy, side, sets) := {who |
	some each in sets
	_is_near(policy, side, each)
	chosen(_selector(side), each.labels) == "yes"
	some who in each.ends
} | {{"unknown": true} |
	some each in sets
	_is_near(policy, side, each)
	chosen(_selector(side), each.labels) == "open"
}

# METADATA
# description: >-
#   "yes", "no", or "open" for a selector that cannot be read here
#   (docs.tigera.io/calico/latest/reference/resources/networkpolicy#selectors).
chosen(selector, labels) := "no" if {
	"no" in _parts(selector, labels)
} else := "open" if {
	"open" in _parts(selector, labels)
} else := "yes"

_parts(selector, labels) := {_part(trim_space(part), labels) | some part in split(selector, "&&")}

_part(part, labels) := "yes" if {
	part in {"all()", "global()"}
} else := _present(labels, label) if {
	[[_, label]] := regex.find_all_string_submatch_n(`^has\(\s*([^\s()]+)\s*\)$`, part, 1)
} else := _compared(sign, _present(labels, label), written.text(labels, [label]), wanted) if {
	pattern := `^([^\s()!=<>]+)\s*(==|!=)\s*(?:'([^']*)'|"([^"]*)")$`
	[[_, label, sign, single, double]] := regex.find_all_string_submatch_n(pattern, part, 1)
	wanted := concat("", [single, double])
} else := "open"

_present(labels, label) := "yes" if {
	is_string(labels[label])
} else := "no"

_compared("==", there, value, wanted) := "yes" if {
	there == "yes"
	value == wanted
} else := "no"

# what has no such label differs too
_compared("!=", there, value, wanted) := "no" if {
	there == "yes"
	value == wanted
} else := "yes"

# with nothing but a namespace, all that is there
_selector(side) := selector if {
	selector := written.text(side, ["selector"])
	selector != ""
} else := "all()" if {
	written.text(side, ["namespaceSelector"]) == "global()"
}

# policies of a namespace choose sets of theirs, unless they look elsewhere by themselves
_is_near(policy, _, _) if policy.namespace == ""

_is_near(policy, _, each) if policy.namespace == each.namespace

_is_near(_, side, each) if {
	each.namespace == ""
	contains(written.text(side, ["namespaceSelector"]), "global()")
}

_is_near(_, side, each) if {
	each.namespace != ""
	elsewhere := written.text(side, ["namespaceSelector"])
	elsewhere != ""
	not contains(elsewhere, "global()")
}
