# METADATA
# title: Roles of AWS that a policy lets somebody take on
# description: >-
#   Which roles of its own account a statement names for sts:AssumeRole, so that whoever has the
#   statement has the rights of those too. No facts. Whether a role trusts whoever may take it on is
#   not asked.
package bunkaiten.observed.terraform.aws.iam_assumed

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.iam_powers

# METADATA
# description: >-
#   For a grant of the policy that stands in this attribute of the resource: a set of {"role": key}
#   for roles of the plan, and {"unknown": true} where a role stands elsewhere.
of(policy, attribute, grant) := {source |
	iam_powers.takes_roles(grant)
	some named in grant.resources
	some source in _sources(policy, attribute, named)
}

_sources(policy, attribute, named) := {{"role": key} | some key in keys} if {
	keys := _keys(policy, attribute, named)
	count(keys) > 0
} else := {{"unknown": true}}

# an ARN that is known only after apply: every role that the policy speaks of
_keys(policy, attribute, "own") := {key |
	some [teller, part] in _tellers(policy, attribute)
	some key in resource.tied(teller, part, "aws_iam_role")
}

_keys(policy, _, named) := keys if {
	keys := _by_arn[policy.document][named]
} else := keys if {
	is_string(named)
	[_, account, name] := regex.find_all_string_submatch_n(_pattern, named, 1)[0]
	account in _accounts[policy.document]
	keys := _by_name[policy.document][name]
}

_pattern := `^arn:[^:*?]+:iam::([0-9]{12}):role/(?:[^*?]*/)?([^/*?]+)$`

# the policy itself, and the documents that it refers to
_tellers(policy, attribute) := {[policy, attribute]} | {[document, "statement"] |
	some configured in configuration.referred(policy, attribute)
	some key in _documents[configured]
	document := _deferred.aws_iam_policy_document[key]
}

_documents[configured] contains key if {
	some key, document in resource.deferred.aws_iam_policy_document
	configured := document.configured
}

_by_arn[document][arn] contains key if {
	some key, role in resource.managed.aws_iam_role
	document := role.document
	arn := role.values.arn
	is_string(arn)
}

_by_name[document][name] contains key if {
	some key, role in resource.managed.aws_iam_role
	document := role.document
	name := role.values.name
	is_string(name)
}

# by rules of their own: regorus finds nothing where a function names a rule of another package
_deferred := resource.deferred

_accounts := resource.accounts
