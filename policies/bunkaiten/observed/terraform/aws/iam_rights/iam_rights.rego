# METADATA
# title: Rights of roles and users of AWS
# description: >-
#   What the policies that a plan attaches to a role or a user let it do. No facts. A boundary takes
#   nothing away here, and neither does a Deny.
package bunkaiten.observed.terraform.aws.iam_rights

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.iam_groups
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
	count(_sources(identity)) == 0
} else := _joined(_sources(identity))

_sources(identity) := union({
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
	rights := _written(policy)
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
	rights := _of_attachment(attachment)
}

_blocks(identity) := {rights |
	some item in resource.items(identity, "inline_policy")
	rights := _of_block(identity, item)
} | {unknown |
	resource.is_unknown(identity, "inline_policy")
	unknown := {"unknown": true}
}

_of_block(identity, item) := {"unknown": true} if {
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

_of_attachment(attachment) := _joined({rights |
	some key in _own(attachment)
	rights := _written(_deployed.aws_iam_policy[key])
}) if {
	count(_own(attachment)) > 0
} else := _managed(object.get(attachment.values, "policy_arn", null))

_own(attachment) := resource.tied(attachment, "policy_arn", "aws_iam_policy")

# a policy of AWS, by its name; any other stands elsewhere
_managed(arn) := {"unknown": true} if {
	not is_string(arn)
} else := {"unknown": true} if {
	not regex.match(`^arn:[^:]+:iam::aws:policy/`, arn)
} else := _by_name(regex.replace(arn, `^.*/`, ""))

_by_name(policy) := {"is": ["admin", "read", "write"]} if {
	policy in {"AdministratorAccess", "IAMFullAccess", "PowerUserAccess"}
} else := {"is": ["read"]} if {
	policy in {"SecurityAudit", "ViewOnlyAccess"}
} else := {"is": ["read"]} if {
	endswith(policy, "ReadOnlyAccess")
} else := {"is": ["read", "write"]} if {
	endswith(policy, "FullAccess")
} else := {"unknown": true}

_written(policy) := _joined({rights | some grant in granted; rights := _of_grant(grant)}) if {
	granted := policy_document.grants(policy, "policy").is
} else := {"unknown": true}

_of_grant(grant) := {"is": ["admin", "read", "write"]} if {
	some action in grant.actions
	is_string(action)
	regex.match(`^[A-Za-z0-9:*?-]+$`, action)
	some power in _powers
	glob.match(lower(action), [], power)
} else := grant.rights

# with these one can give oneself all the rest; keys of one's own are no more than one has
_powers := {
	"iam:addusertogroup", "iam:attachgrouppolicy", "iam:attachrolepolicy", "iam:attachuserpolicy",
	"iam:createpolicyversion", "iam:putgrouppolicy", "iam:putrolepermissionsboundary", "iam:putrolepolicy",
	"iam:putuserpermissionsboundary", "iam:putuserpolicy",
	"iam:setdefaultpolicyversion", "iam:updateassumerolepolicy",
}

_joined(sources) := {"unknown": true} if {
	some source in sources
	source.unknown
} else := {"is": sort({right | some source in sources; some right in source.is})}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_deployed := resource.managed
