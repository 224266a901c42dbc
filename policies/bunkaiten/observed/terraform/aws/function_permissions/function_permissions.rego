# METADATA
# title: Permissions to call functions of AWS
# description: >-
#   Who else may call a Lambda function. Services of AWS are no strangers, but may call for the
#   account of one.
package bunkaiten.observed.terraform.aws.function_permissions

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.accounts

# METADATA
# description: What people call these facts.
ways := {"function-permission": {
	"en": "permission to call a function",
	"ja": "関数の呼出しの許可",
	"grants": true,
}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_iam_role": [],
	"aws_iam_user": [],
	"aws_lambda_function": [],
	"aws_lambda_permission": [
		"function_url_auth_type", "principal", "principal_org_id", "source_account", "source_arn",
	],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"aws_lambda_permission": [["function_name", "aws_lambda_function"]]}

# METADATA
# description: Every other account, organization or anybody that a permission names.
accesses contains found if {
	some _, permission in resource.managed.aws_lambda_permission
	some [name, who] in _named(permission)
	found := fact.on(permission, [name], "function-permission", {
		"who": who,
		"authentication": _authentication(resource.attribute(permission, "function_url_auth_type")),
		"rights": {"is": ["write"]},
	})
}

# everybody may be everybody of one organization
_named(permission) := {["principal_org_id", _organization(organization)]} if {
	organization := resource.attribute(permission, "principal_org_id")
	organization != {}
	resource.attribute(permission, "principal") == {"is": "*"}
} else := {["principal", who] | some who in _strangers(permission, "principal")} if {
	not _is_service(permission)
} else := {[name, who] |
	name := "source_account"
	some who in _strangers(permission, name)
} if {
	resource.attribute(permission, "source_account") != {}
} else := {["source_arn", who] |
	some who in _strangers(permission, "source_arn")
	not _is_nameless(who)
}

# a bucket's ARN names no account
_is_nameless(who) if who.is.name == ""

_organization(id) := {"is": {"by": "organization", "name": id.is}} if {
	id.is
} else := id

_is_service(permission) if {
	principal := permission.values.principal
	is_string(principal)
	endswith(principal, ".amazonaws.com")
}

_strangers(permission, name) := {who |
	not _is_made(permission, name)
	own := {account | some account in object.get(_own, permission.document, set())}
	some who in accounts.strangers(resource.attribute(permission, name), own)
}

# what the same plan makes is the institution's own
_is_made(permission, name) if {
	resource.is_unknown(permission, name)
	accounts.is_own_making(configuration.referred(permission, name))
}

_authentication(type) := {"is": ["none"]} if {
	type == {"is": "NONE"}
} else := {"unknown": true} if {
	type.unknown
} else := {"is": ["iam"]}

# by a rule of its own, as regorus finds nothing where a function names another package's rule
_own[document] := found if some document, found in resource.accounts
