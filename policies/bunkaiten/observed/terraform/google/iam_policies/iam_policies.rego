# METADATA
# title: IAM policies of Google Cloud
# description: >-
#   The bindings of a whole policy: of its text where that is known, else of the data source that it
#   comes from.
package bunkaiten.observed.terraform.google.iam_policies

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.written

# METADATA
# description: >-
#   Each role with each member, as attributes; one that is unknown in both, where the policy cannot be
#   read.
grants(thing) := _in_text(json.unmarshal(text)) if {
	text := thing.values.policy_data
	is_string(text)
	json.is_valid(text)
} else := found if {
	documents := _documents(thing)
	count(documents) > 0
	found := {grant | some document in documents; some grant in _in_document(document)}
} else := {{"role": {"unknown": true}, "member": {"unknown": true}}} if {
	resource.attribute(thing, "policy_data") != {}
} else := set()

_in_text(policy) := {{"role": {"is": binding.role}, "member": {"is": member}} |
	is_array(policy.bindings)
	some binding in policy.bindings
	is_array(binding.members)
	some member in binding.members
}

_documents(thing) := {key |
	some configured in configuration.referred(thing, "policy_data")
	some key in _by_configured[configured]
}

_in_document(key) := {{"role": {"unknown": true}, "member": {"unknown": true}}} if {
	resource.is_unknown(_deferred[key], "binding")
} else := {{"role": _role(binding), "member": member} |
	some binding in resource.items(_deferred[key], "binding")
	some member in _members(binding)
}

_role(binding) := {"is": binding.values.role} if {
	is_string(binding.values.role)
} else := {"unknown": true}

_members(binding) := {{"unknown": true}} if {
	binding.unknown.members == true
} else := {{"is": member} |
	some member in written.texts(binding.values, "members")
} | {{"unknown": true} |
	walk(binding.unknown.members, [_, true])
}

_by_configured[configured] contains key if {
	some key, document in _deferred
	configured := document.configured
}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_deferred[key] := document if some key, document in resource.deferred.google_iam_policy
