# METADATA
# title: IAM groups
# description: Which groups users are in, from plans for AWS.
package bunkaiten.observed.terraform.aws.iam_groups

import data.bunkaiten.observed.resource

# METADATA
# description: The attributes that are read, by type.
reads := {
	"aws_iam_group": [],
	"aws_iam_group_membership": ["group", "users"],
	"aws_iam_user_group_membership": ["groups", "user"],
}

# METADATA
# description: The keys of the groups that a user is in, by the key of the user.
of[user] contains group if {
	some type, names in _memberships
	some _, membership in resource.managed[type]
	some user in resource.tied(membership, names.user, "aws_iam_user")
	some group in resource.tied(membership, names.group, "aws_iam_group")
}

# METADATA
# description: The keys of users who are in a group that the plan does not make.
in_others contains user if {
	some type, names in _memberships
	some _, membership in resource.managed[type]
	some user in resource.tied(membership, names.user, "aws_iam_user")
	count(resource.tied(membership, names.group, "aws_iam_group")) < _named(resource.attribute(membership, names.group))
}

_memberships := {
	"aws_iam_group_membership": {"user": "users", "group": "group"},
	"aws_iam_user_group_membership": {"user": "user", "group": "groups"},
}

# what is known only after apply is at least one
_named(attribute) := count(attribute.is) if {
	is_array(attribute.is)
} else := 1
