# METADATA
# title: Workload identity pools of Google Cloud
# description: >-
#   Whose identities a pool takes for its own: accounts of AWS, issuers of tokens, and others. What they
#   may do, roles say.
package bunkaiten.observed.terraform.google.identity_pools

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {"identity-provider": {
	"en": "identities of others, taken by a pool",
	"ja": "ID プールが受け入れる他者の ID",
	"grants": true,
}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"google_iam_workload_identity_pool": [],
	"google_iam_workload_identity_pool_provider": [
		"attribute_condition", "aws.account_id", "disabled", "oidc.issuer_uri", "saml",
		"workload_identity_pool_provider_id", "x509",
	],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"google_iam_workload_identity_pool_provider": [
	["workload_identity_pool_id", "google_iam_workload_identity_pool"],
]}

# METADATA
# description: Each provider of identities that is in use.
accesses contains found if {
	some _, provider in resource.managed.google_iam_workload_identity_pool_provider
	object.get(provider.values, "disabled", false) != true
	some [path, who, proof] in _trusted(provider)
	found := fact.on(provider, path, "identity-provider", {"who": who, "authentication": {"is": [proof]}})
}

_trusted(provider) := union({
	{[["aws", item.index, "account_id"], _account(item), "iam"] | some item in resource.items(provider, "aws")},
	{[["oidc", item.index, "issuer_uri"], _issuer(provider, item), "iam"] |
		some item in resource.items(provider, "oidc")
	},
	{[[block, item.index], _other(provider), proof] |
		some block, proof in {"saml": "saml", "x509": "certificate"}
		some item in resource.items(provider, block)
	},
})

# who is behind it, neither metadata nor certificates tell in words
_other(provider) := {"is": {"by": "federated", "name": provider.values.workload_identity_pool_provider_id}}

_account(item) := {"is": {"by": "account", "name": item.values.account_id}} if {
	is_string(item.values.account_id)
} else := {"unknown": true}

_issuer(provider, item) := {"unknown": true} if {
	not _has_issuer(item)
} else := {"is": {"by": "anybody", "name": host}} if {
	host := regex.replace(item.values.issuer_uri, `^https://|/$`, "")
	host in _worldwide
	resource.attribute(provider, "attribute_condition") == {}
} else := {"is": {"by": "federated", "name": regex.replace(item.values.issuer_uri, `^https://|/$`, "")}}

_has_issuer(item) if is_string(item.values.issuer_uri)

# those know people of the whole world
_worldwide := {
	"accounts.google.com",
	"agent.buildkite.com",
	"app.terraform.io",
	"gitlab.com",
	"token.actions.githubusercontent.com",
}
