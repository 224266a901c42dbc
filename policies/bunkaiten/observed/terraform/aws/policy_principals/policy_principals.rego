# METADATA
# title: Principals of resource policies
# description: >-
#   Who a principal of a policy is, narrowed by the conditions of its statement where it is
#   everybody. No facts.
package bunkaiten.observed.terraform.aws.policy_principals

import data.bunkaiten.observed.terraform.aws.policy_conditions
import data.bunkaiten.observed.terraform.aws.policy_holders

# METADATA
# description: >-
#   Set of {"is": {"by", "name"}} or {"unknown": true}; empty for the own account and for services
#   of AWS, which are no strangers. An account is named by its id, whoever in it is meant.
who(document, principal, conditions) := {{"unknown": true}} if {
	not _has_name(principal)
} else := set() if {
	principal.type == "Service"
} else := {{"is": {"by": "federated", "name": principal.name}}} if {
	principal.type == "Federated"
} else := policy_conditions.narrowed(document, conditions) if {
	principal.name == "*"
} else := set() if {
	policy_holders.is_own(document, principal.name)
} else := {{"is": _named(principal.name)}}

_has_name(principal) if is_string(principal.name)

# unique ids of users and roles that are gone, canonical ids
_named(name) := known if {
	known := policy_holders.holder(name)
} else := {"by": "user", "name": name}
