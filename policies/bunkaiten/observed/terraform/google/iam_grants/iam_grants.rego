# METADATA
# title: Roles given in Google Cloud
# description: >-
#   Every role that a member, a binding or a policy of IAM gives to somebody, in one shape. A binding
#   whose members are not known as a whole may give its role to anybody.
package bunkaiten.observed.terraform.google.iam_grants

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.iam_kinds
import data.bunkaiten.observed.terraform.google.iam_policies
import data.bunkaiten.observed.terraform.google.members
import data.bunkaiten.observed.terraform.google.projects

# METADATA
# description: Attributes that are read, by type.
reads := {concat("_", [base, suffix]): array.concat(names, _parents(kind)) |
	some base, kind in iam_kinds
	some suffix, names in {
		"iam_binding": ["members", "role"],
		"iam_member": ["member", "role"],
		"iam_policy": ["policy_data"],
	}
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {concat("_", [base, suffix]): [kind.part_of] |
	some base, kind in iam_kinds
	kind.part_of
	some suffix in ["iam_binding", "iam_member", "iam_policy"]
}

_parents(kind) := [kind.part_of[0] | kind.part_of]

# METADATA
# description: >-
#   Each role that is given to somebody who is not of the project itself: of (the resource), base (the
#   type of what it is given on), path, who and role (attributes).
given contains {"of": thing, "base": base, "path": path, "who": who, "role": role} if {
	some base, _ in iam_kinds
	some suffix in ["iam_binding", "iam_member"]
	some key, thing in resource.managed[concat("_", [base, suffix])]
	role := resource.attribute(thing, "role")
	some [path, member] in _members(suffix, thing)
	some who in members.strangers(member, projects.known_as[key])
}

given contains {"of": thing, "base": base, "path": ["policy_data"], "who": who, "role": grant.role} if {
	some base, _ in iam_kinds
	some key, thing in resource.managed[concat("_", [base, "iam_policy"])]
	some grant in iam_policies.grants(thing)
	some who in members.strangers(grant.member, projects.known_as[key])
}

# a member that is made by the same plan, and known only after apply, is of the project of its maker
_members("iam_member", thing) := {[["member"], {"is": concat(":", ["projectOwner", named])}] |
	some maker in _made(thing)
	some named in _projects[maker]
} if {
	resource.is_unknown(thing, "member")
	count(_made(thing)) > 0
} else := {[["member"], resource.attribute(thing, "member")]}

_members("iam_binding", thing) := {[["members"], resource.attribute(thing, "members")]} if {
	resource.is_unknown(thing, "members")
} else := {[["members", member.index], {"is": member.values}] | some member in resource.items(thing, "members")}

_made(thing) := {maker | some type in _makers; some maker in resource.tied(thing, "member", type)}

_projects[key] := found if some key, found in projects.of

_makers := [
	"google_logging_billing_account_sink", "google_logging_folder_sink", "google_logging_organization_sink",
	"google_logging_project_sink", "google_service_account", "google_sql_database_instance",
]
