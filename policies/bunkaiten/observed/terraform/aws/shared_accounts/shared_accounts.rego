# METADATA
# title: Lists of accounts
# description: With whom something is shared, where a list or a name tells the accounts. No facts.
package bunkaiten.observed.terraform.aws.shared_accounts

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.policy_holders

# METADATA
# description: >-
#   Who is meant by an attribute that names an account or several, "all" for everybody: set of
#   {"is": {"by", "name"}} or {"unknown": true}. The own account is left out, and so is a role or
#   user that the same plan makes.
who(thing, attribute) := set() if {
	resource.attribute(thing, attribute).unknown
	_names_own(thing, attribute)
} else := {found |
	some value in _values(resource.attribute(thing, attribute))
	not _is_own(thing, value)
	found := _meant(value)
}

_values(written) := {null} if {
	written.unknown
} else := {value | some value in written.is} if {
	is_array(written.is)
} else := {value | some value in [written.is]}

_names_own(thing, attribute) if {
	some type in ["aws_iam_role", "aws_iam_user"]
	count(resource.tied(thing, attribute, type)) > 0
}

_is_own(thing, value) if {
	is_string(value)
	policy_holders.is_own(thing.document, value)
}

_meant(value) := {"unknown": true} if {
	not is_string(value)
} else := {"is": {"by": "anybody", "name": value}} if {
	value == "all"
} else := {"is": {"by": "organization", "name": split(value, "/")[1]}} if {
	regex.match(`^arn:[^:]*:organizations::[0-9]*:[a-z]+/o-`, value)
} else := {"is": holder} if {
	holder := policy_holders.holder(value)
} else := {"is": {"by": "user", "name": value}}
