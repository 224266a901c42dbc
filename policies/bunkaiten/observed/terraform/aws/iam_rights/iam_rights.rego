# METADATA
# title: Rights of roles and users of AWS
# description: >-
#   What the policies that a plan attaches to a role or a user let it do, and to the roles of the
#   account that it may take on. No facts. A boundary takes nothing away here, and neither does a Deny.
package bunkaiten.observed.terraform.aws.iam_rights

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.iam_assumed
import data.bunkaiten.observed.terraform.aws.iam_groups
import data.bunkaiten.observed.terraform.aws.iam_powers
import data.bunkaiten.observed.terraform.aws.policy_document

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_iam_group_policy": ["group", "policy"],
	"aws_iam_group_policy_attachment": ["group", "policy_arn"],
	"aws_iam_policy": ["policy"],
	"aws_iam_policy_attachment": ["groups", "policy_arn", "roles", "users"],
	"aws_iam_role": ["inline_policy.policy", "managed_policy_arns"],
	"aws_iam_role_policy": ["policy", "role"],
	"aws_iam_role_policy_attachment": ["policy_arn", "role"],
	"aws_iam_user_policy": ["policy", "user"],
	"aws_iam_user_policy_attachment": ["policy_arn", "user"],
}

# METADATA
# description: >-
#   {"is": sorted list of admin, read and write}, {"unknown": true} where a policy cannot be read,
#   {} where the plan attaches none.
of(identity) := {} if {
	count(_sources[identity.key]) == 0
} else := iam_powers.joined({source |
	some key in graph.reachable(_taking, {identity.key})
	some source in _sources[key]
})

# which roles an identity may take on
_taking[key] := {role | some source in sources; role := source.role} if some key, sources in _sources

_sources[identity.key] := sources if {
	some type in ["aws_iam_role", "aws_iam_user"]
	some _, identity in resource.managed[type]
	sources := _of(identity)
}

_of(identity) := union({
	{rights | some rights in _attached[identity.key]},
	{rights | some rights in _grouped[identity.key]},
	_blocks(identity),
	_listed(identity),
})

_grouped[user] contains rights if {
	some user, groups in iam_groups.of
	some group in groups
	some rights in _attached[group]
}

_grouped[user] contains {"unknown": true} if some user in iam_groups.in_others

_attached[key] contains rights if {
	some type, name in {
		"aws_iam_group_policy": "group",
		"aws_iam_role_policy": "role",
		"aws_iam_user_policy": "user",
	}
	some _, policy in resource.managed[type]
	some key in resource.tied(policy, name, concat("", ["aws_iam_", name]))
	some rights in _written(policy)
}

_attached[key] contains rights if {
	some type, names in {
		"aws_iam_group_policy_attachment": ["group"],
		"aws_iam_policy_attachment": ["groups", "roles", "users"],
		"aws_iam_role_policy_attachment": ["role"],
		"aws_iam_user_policy_attachment": ["user"],
	}
	some _, attachment in resource.managed[type]
	some name in names
	some key in resource.tied(attachment, name, concat("", ["aws_iam_", trim_suffix(name, "s")]))
	some rights in _of_attachment(attachment)
}

_blocks(identity) := {rights |
	some item in resource.items(identity, "inline_policy")
	some rights in _of_block(identity, item)
} | {unknown |
	resource.is_unknown(identity, "inline_policy")
	unknown := {"unknown": true}
}

_of_block(identity, item) := {{"unknown": true}} if {
	item.unknown.policy == true
} else := _written(object.union(identity, {"values": item.values})) if {
	text := item.values.policy
	resource.is_set(text)
}

_listed(identity) := {rights |
	some item in resource.items(identity, "managed_policy_arns")
	rights := _managed(item.values)
} | {unknown |
	resource.is_unknown(identity, "managed_policy_arns")
	unknown := {"unknown": true}
}

_of_attachment(attachment) := {rights |
	some key in _own(attachment)
	some rights in _written(_deployed.aws_iam_policy[key])
} if {
	count(_own(attachment)) > 0
} else := {_managed(object.get(attachment.values, "policy_arn", null))}

_own(attachment) := resource.tied(attachment, "policy_arn", "aws_iam_policy")

# a policy of AWS, by its name; any other stands elsewhere
_managed(arn) := {"unknown": true} if {
	not is_string(arn)
} else := {"unknown": true} if {
	not regex.match(`^arn:[^:]+:iam::aws:policy/`, arn)
} else := _by_name(regex.replace(arn, `^.*/`, ""))

_by_name(policy) := {"is": ["admin"]} if {
	policy in {"AdministratorAccess", "IAMFullAccess", "PowerUserAccess"}
} else := {"is": ["read"]} if {
	policy in {"SecurityAudit", "ViewOnlyAccess"}
} else := {"is": ["read"]} if {
	endswith(policy, "ReadOnlyAccess")
} else := {"is": ["read", "run", "write"]} if {
	policy in _running
} else := {"is": ["read", "write"]} if {
	endswith(policy, "FullAccess")
} else := {"unknown": true}

# they start machines, programs or stacks with a role that is handed to them
_running := {
	"AWSCloudFormationFullAccess", "AWSGlueConsoleFullAccess", "AWSLambda_FullAccess", "AmazonEC2FullAccess",
	"AmazonECS_FullAccess", "AmazonSageMakerFullAccess",
}

# halves of a right may stand in several policies
_written(policy) := {source |
	some grant in granted
	some source in ({iam_powers.of(policy.document, grant)} | iam_assumed.of(policy, "policy", grant))
} | {none} if {
	none := {"is": set()}
	granted := policy_document.grants(policy, "policy").is
} else := {{"unknown": true}}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_deployed := resource.managed
