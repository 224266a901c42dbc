# METADATA
# title: Conditions of resource policies
# description: How the conditions of a statement narrow everybody down to somebody. No facts.
package bunkaiten.observed.terraform.aws.policy_conditions

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.terraform.aws.policy_holders

# METADATA
# description: >-
#   Who everybody is under these conditions: set of {"is": {"by", "name"}} or {"unknown": true}. Of
#   several conditions the one that says most exactly who; empty where only the own account is left.
narrowed(document, conditions) := found if {
	narrowings := sort([[_rank(narrowing), narrowing] |
		some condition in conditions
		narrowing := _narrowing(document, condition)
	])
	found := narrowings[0][1]
} else := {{"is": {"by": "anybody", "name": "*"}}}

_rank(found) := 0 if {
	count(found) == 0
} else := 2 if {
	some one in found
	one.unknown
} else := 1

# an operator that must hold, all of whose values say who
_narrowing(document, condition) := {{"unknown": true}} if {
	some told in [condition.test, condition.variable]
	not is_string(told)
} else := set() if {
	startswith(lower(condition.test), "bool")
	lower(condition.variable) in _institutional
	{lower(sprintf("%v", [value])) | some value in condition.values} == {"true"}
} else := {known |
	some value in condition.values
	some known in _known(document, kind, value)
} if {
	regex.replace(lower(condition.test), `^foranyvalue:`, "") in _operators
	kind := _kinds[lower(condition.variable)]
	every value in condition.values { _known(document, kind, value) }
}

# asked for a service of AWS; asked over the mount target in the own network
_institutional := {"aws:principalisawsservice", "elasticfilesystem:accessedviamounttarget"}

_operators := {"arnequals", "arnlike", "ipaddress", "stringequals", "stringequalsignorecase", "stringlike"}

# https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
# "The meaning of public", and the global condition keys
_kinds := {
	"aws:principalaccount": "holder",
	"aws:principalarn": "holder",
	"aws:principalorgid": "organization",
	"aws:principalorgpaths": "organization",
	"aws:sourceaccount": "holder",
	"aws:sourcearn": "holder",
	"aws:sourceip": "network",
	"aws:sourceorgid": "organization",
	"aws:sourceorgpaths": "organization",
	"aws:sourceowner": "holder",
	"aws:sourcevpc": "vpc",
	"aws:sourcevpce": "vpc-endpoint",
	"kms:calleraccount": "holder",
	"s3:dataaccesspointaccount": "holder",
	"s3:dataaccesspointarn": "holder",
}

_known(document, kind, value) := {{"unknown": true}} if {
	not is_string(value)
} else := set() if {
	value == "own"
} else := set() if {
	kind != "network"
	policy_holders.is_own(document, value)
} else := {{"is": found}} if {
	found := _meant(kind, value)
}

_meant("holder", value) := found if found := policy_holders.holder(value)

_meant("network", value) := fact.network(written) if {
	written := _masked(value)
	net.cidr_is_valid(written)
}

_meant(kind, value) := {"by": kind, "name": split(value, "/")[0]} if {
	_is_plain[kind]
	not regex.match(`[*?]`, value)
}

# a lone address may be written without its mask
_masked(value) := value if {
	contains(value, "/")
} else := concat("", [value, "/128"]) if {
	contains(value, ":")
} else := concat("", [value, "/32"])

_is_plain := {"organization", "vpc", "vpc-endpoint"}
