# METADATA
# title: Resource policies of APIs of AWS
# description: Whom the resource policy of a REST API lets call it.
package bunkaiten.observed.terraform.aws.api_gateway_policies

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.policy_document

# METADATA
# description: What people call these facts.
ways := {"api-policy": {"en": "resource policy of an API", "ja": "API のリソースポリシー"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_api_gateway_rest_api": ["policy"],
	"aws_api_gateway_rest_api_policy": ["policy", "rest_api_id"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"aws_api_gateway_rest_api_policy": [["rest_api_id", "aws_api_gateway_rest_api"]]}

# METADATA
# description: Whom a policy lets in.
peers contains found if {
	some policy in _policies
	some who in policy.callers
	found := fact.on(policy.thing, ["policy"], "api-policy", {
		"who": who,
		"direction": "in",
		"encrypted": {"is": "tls"},
	})
}

# METADATA
# description: >-
#   Whom the policies of an API let in, as facts say it, by the key of the API; no entry where it
#   has none, and then everybody who reaches it may call.
callers[api] contains who if {
	some policy in _policies
	some api in policy.apis
	some who in policy.callers
}

# METADATA
# description: The APIs that have a policy.
restricted contains api if {
	some policy in _policies
	some api in policy.apis
}

_policies[api.key] := {"thing": api, "apis": {api.key}, "callers": _callers(grants)} if {
	some api in resource.managed.aws_api_gateway_rest_api
	grants := policy_document.grants(api, "policy")
	grants != {}
}

_policies[policy.key] := {"thing": policy, "apis": apis, "callers": _callers(grants)} if {
	some policy in resource.managed.aws_api_gateway_rest_api_policy
	apis := resource.tied(policy, "rest_api_id", "aws_api_gateway_rest_api")
	grants := policy_document.grants(policy, "policy")
	grants != {}
}

_callers(grants) := {grant.who | some grant in grants.is} if {
	grants.is
} else := {{"unknown": true}}
