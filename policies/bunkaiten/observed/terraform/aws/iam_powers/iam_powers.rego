# METADATA
# title: What a statement of AWS gives beyond its actions
# description: >-
#   Rights by which somebody gets the rights of others: changing policies, taking on roles, and handing
#   roles to what one may run. No facts.
package bunkaiten.observed.terraform.aws.iam_powers

import data.bunkaiten.observed.resource

# METADATA
# description: >-
#   What a grant of policy_document lets somebody do, in a policy of this document: {"is": set of
#   admin, read and write, and "pass", "pass-some" and "run"}, which count together; or unknown.
of(document, grant) := {"is": {"admin", "read", "write"}} if {
	_allows(grant, _powers)
} else := {"unknown": true} if {
	takes_roles(grant)
	resources := grant.resources
	not _names_own_roles(document, resources)
} else := {"is": rights} if {
	known := grant.rights.is
	rights := {right | some right in known} | _halves(grant)
} else := grant.rights

# METADATA
# description: The grant lets somebody take on the roles among its resources.
takes_roles(grant) if _allows(grant, {"sts:assumerole"})

# METADATA
# description: >-
#   Sets of such rights put together: {"is": sorted list of admin, read and write} or unknown. Who has
#   all rights has those too that cannot be read.
joined(sources) := {"is": ["admin", "read", "write"]} if {
	_is_admin({right | some source in sources; some right in source.is})
} else := {"unknown": true} if {
	some source in sources
	source.unknown
} else := {"unknown": true} if {
	count({"pass-some", "run"} - {right | some source in sources; some right in source.is}) == 0
} else := {"is": sort({right |
	some source in sources
	some right in source.is
	right in {"read", "write"}
})}

_is_admin(rights) if "admin" in rights

# somebody who may hand any role to a machine or program and start that has the rights of any role
# (docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html)
_is_admin(rights) if count({"pass", "run"} - rights) == 0

_halves(grant) := {half |
	_allows(grant, {"iam:passrole"})
	some named in grant.resources
	half := _passed(named)
} | {"run" | _allows(grant, _running)}

# unknown, it could be any
_passed(named) := "pass-some" if {
	not is_string(named)
} else := "pass" if {
	regex.match(`^(\*+|arn:[^:]*:iam:[^:]*:[^:]*:(role/)?[*?]+)$`, named)
}

_running := {
	"cloudformation:createstack", "cloudformation:updatestack", "codebuild:createproject", "ec2:runinstances",
	"ecs:createservice", "ecs:runtask", "glue:createdevendpoint", "glue:createjob", "lambda:createfunction",
	"sagemaker:createnotebookinstance",
}

# with these one can give oneself all the rest; keys of one's own are no more than one has
_powers := {
	"iam:addusertogroup", "iam:attachgrouppolicy", "iam:attachrolepolicy", "iam:attachuserpolicy",
	"iam:createpolicyversion", "iam:putgrouppolicy", "iam:putrolepermissionsboundary", "iam:putrolepolicy",
	"iam:putuserpermissionsboundary", "iam:putuserpolicy",
	"iam:setdefaultpolicyversion", "iam:updateassumerolepolicy",
}

_allows(grant, actions) if {
	some action in grant.actions
	is_string(action)
	regex.match(`^[A-Za-z0-9:*?-]+$`, action)
	some wanted in actions
	glob.match(lower(action), [], wanted)
}

# each role by its name, in an account of the plan or of its own making (`iam_assumed` tells what those
# may do); of any other nobody can tell
_names_own_roles(document, resources) if {
	every named in resources { _is_own_role(document, named) }
}

_is_own_role(_, named) if named == "own"

_is_own_role(document, named) if named in _arns[document]

_is_own_role(document, named) if {
	is_string(named)
	parts := regex.find_all_string_submatch_n(`^arn:[^:*?]+:iam::([0-9]{12}):role/[^*?]+$`, named, 1)
	parts[0][1] in _accounts[document]
}

_arns[document] contains role.values.arn if {
	some _, role in resource.managed.aws_iam_role
	document := role.document
}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_accounts := resource.accounts
