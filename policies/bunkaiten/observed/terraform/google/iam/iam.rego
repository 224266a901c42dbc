# METADATA
# title: Who gets at what in Google Cloud
# description: >-
#   Roles that are given to somebody outside of the project: on data, and on what one gets in by.
package bunkaiten.observed.terraform.google.iam

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.terraform.google.audit_configs
import data.bunkaiten.observed.terraform.google.bucket_access
import data.bunkaiten.observed.terraform.google.iam_grants
import data.bunkaiten.observed.terraform.google.iam_kinds
import data.bunkaiten.observed.terraform.google.iam_roles

# METADATA
# description: What people call these facts.
ways := {
	"role-granted": {"en": "role granted", "ja": "ロールの付与", "grants": true},
	"role-granted-on-data": {"en": "role granted on data", "ja": "データに対するロールの付与"},
}

# METADATA
# description: Roles on data, by which others may read or write it.
stores contains found if {
	some grant in iam_grants.given
	iam_kinds[grant.base].facts == "stores"
	not bucket_access.is_kept_in(grant)
	found := fact.on(grant.of, grant.path, "role-granted-on-data", object.union({"who": grant.who}, _rights(grant.role)))
}

# METADATA
# description: Roles by which somebody gets in, or gets at everything in a project.
accesses contains found if {
	some grant in iam_grants.given
	iam_kinds[grant.base].facts == "accesses"
	found := fact.on(grant.of, grant.path, "role-granted", object.union_n([
		{"who": grant.who, "authentication": {"is": ["iam"]}},
		_rights(grant.role),
		audit_configs.logged(grant),
	]))
}

_rights(role) := {"rights": rights} if {
	rights := iam_roles.rights(role)
	rights != {}
} else := {}
