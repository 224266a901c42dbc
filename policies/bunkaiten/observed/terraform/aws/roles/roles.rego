# METADATA
# title: Roles and users of AWS
# description: >-
#   Who from outside may take on a role, by its trust policy. Services of AWS and the own account are
#   no strangers, and neither are the users of the account itself: of them only the rights are told.
package bunkaiten.observed.terraform.aws.roles

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.iam_rights
import data.bunkaiten.observed.terraform.aws.policy_document

# METADATA
# description: What people call these facts.
ways := {
	"role": {"en": "role that others may take on", "ja": "他者が引き受けられるロール", "grants": true},
	"user": {"en": "user with keys that last", "ja": "長期の鍵を使う利用者"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_iam_openid_connect_provider": ["url"],
	"aws_iam_role": ["assume_role_policy"],
	"aws_iam_saml_provider": ["name"],
	"aws_iam_user": [],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"aws_iam_policy_attachment": [["roles", "aws_iam_role"], ["users", "aws_iam_user"]],
	"aws_iam_role_policy": [["role", "aws_iam_role"]],
	"aws_iam_role_policy_attachment": [["role", "aws_iam_role"]],
	"aws_iam_user_policy": [["user", "aws_iam_user"]],
	"aws_iam_user_policy_attachment": [["user", "aws_iam_user"]],
}

# METADATA
# description: Each principal that a role trusts, with what the role may do.
accesses contains found if {
	some _, role in resource.managed.aws_iam_role
	some grant in policy_document.grants(role, "assume_role_policy").is
	who := _opened(_who(role, grant), grant)
	found := fact.on(role, ["assume_role_policy"], "role", object.union(_rights(role), {
		"who": who,
		"authentication": _authentication(grant, who),
	}))
}

accesses contains found if {
	some _, role in resource.managed.aws_iam_role
	policy_document.grants(role, "assume_role_policy").unknown
	found := fact.on(role, ["assume_role_policy"], "role", object.union(_rights(role), {
		"who": {"unknown": true},
		"authentication": {"unknown": true},
	}))
}

accesses contains found if {
	some _, user in resource.managed.aws_iam_user
	found := fact.on(user, [], "user", object.union(_rights(user), {"authentication": {"is": ["key"]}}))
}

_rights(identity) := {"rights": rights} if {
	rights := iam_rights.of(identity)
	count(rights) > 0
} else := {}

# a provider of identities that the same plan makes has no ARN yet
_who(role, grant) := {"is": {"by": "federated", "name": provider}} if {
	grant.who.unknown
	some action in grant.actions
	is_string(action)
	type := _providers[lower(action)]
	made := {name | some [teller, attribute] in _tellers(role); some name in _made(teller, attribute, type)}
	count(made) == 1
	some provider in made
} else := grant.who

_providers := {
	"sts:assumerolewithsaml": "aws_iam_saml_provider",
	"sts:assumerolewithwebidentity": "aws_iam_openid_connect_provider",
}

# the policy documents that the role refers to, and the role where its policy is written in place
_tellers(role) := {[role, "assume_role_policy"]} | {[document, "statement"] |
	some configured in configuration.referred(role, "assume_role_policy")
	some key in _by_configured[configured]
	document := _deferred.aws_iam_policy_document[key]
}

_by_configured[configured] contains key if {
	some key, document in resource.deferred.aws_iam_policy_document
	configured := document.configured
}

# named as the end of its ARN will be
_made(teller, attribute, "aws_iam_saml_provider") := {concat("/", ["saml-provider", provider.values.name]) |
	some key in resource.tied(teller, attribute, "aws_iam_saml_provider")
	provider := _managed.aws_iam_saml_provider[key]
	is_string(provider.values.name)
}

_made(teller, attribute, "aws_iam_openid_connect_provider") := {concat("/", ["oidc-provider", host]) |
	some key in resource.tied(teller, attribute, "aws_iam_openid_connect_provider")
	provider := _managed.aws_iam_openid_connect_provider[key]
	is_string(provider.values.url)
	host := trim_prefix(provider.values.url, "https://")
}

# a provider that knows people of the whole world, and nothing asked of who they are
_opened(who, grant) := {"unknown": true} if {
	who.is.by == "federated"
	"" in grant.conditions
} else := {"is": {"by": "anybody", "name": who.is.name}} if {
	who.is.by == "federated"
	host := regex.replace(who.is.name, `^.*oidc-provider/`, "")
	told := _worldwide[host]
	asked := {trim_prefix(condition, host) | some condition in grant.conditions; startswith(condition, host)}
	count(asked - told) == 0
} else := who

# by host, the conditions that anybody there can meet
_worldwide := {
	"accounts.google.com": set(),
	"agent.buildkite.com": {":aud"},
	"app.terraform.io": {":aud"},
	"cognito-identity.amazonaws.com": set(),
	"gitlab.com": {":aud"},
	"graph.facebook.com": set(),
	"token.actions.githubusercontent.com": {":aud"},
	"www.amazon.com": set(),
}

_authentication(grant, who) := {"is": ["iam", "mfa"]} if {
	some condition in grant.conditions
	condition in {"aws:multifactorauthage", "aws:multifactorauthpresent"}
} else := {"unknown": true} if {
	"" in grant.conditions
} else := {"is": ["saml"]} if {
	who.is.by == "federated"
	contains(who.is.name, "saml-provider/")
} else := {"is": ["saml"]} if {
	who.unknown
	some action in grant.actions
	is_string(action)
	_providers[lower(action)] == "aws_iam_saml_provider"
} else := {"unknown": true} if {
	some action in grant.actions
	not is_string(action)
} else := {"is": ["iam"]}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_deferred := resource.deferred

_managed := resource.managed
