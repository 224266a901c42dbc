# METADATA
# title: API endpoints of AWS
# description: >-
#   What answers calls of APIs: the default endpoints of API Gateway and its custom domain
#   names.
package bunkaiten.observed.terraform.aws.api_gateways

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.tls_policies

# METADATA
# description: What people call these facts.
ways := {
	"api-domain": {"en": "API domain name", "ja": "API のドメイン名"},
	"api-endpoint": {"en": "default endpoint of an API", "ja": "API の既定のエンドポイント"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_api_gateway_domain_name": [
		"domain_name",
		"endpoint_configuration.types",
		"mutual_tls_authentication",
		"security_policy",
	],
	"aws_api_gateway_rest_api": ["disable_execute_api_endpoint", "endpoint_configuration.types"],
	"aws_apigatewayv2_api": ["disable_execute_api_endpoint"],
	"aws_apigatewayv2_domain_name": [
		"domain_name",
		"domain_name_configuration.security_policy",
		"mutual_tls_authentication",
	],
}

# METADATA
# description: Default endpoints that are not turned off, and domain names.
endpoints contains found if {
	some api in resource.managed.aws_api_gateway_rest_api
	object.get(api.values, "disable_execute_api_endpoint", false) != true
	kind := _kind(api)
	found := fact.on(api, [], "api-endpoint", {
		"audience": _reach(api, _audience(kind)),
		"encrypted": {"is": "tls"},
		"weakest": _version({"is": object.get(_of_rest_apis, object.get(kind, "is", ""), "")}),
	})
}

endpoints contains found if {
	some api in resource.managed.aws_apigatewayv2_api
	object.get(api.values, "disable_execute_api_endpoint", false) != true
	found := fact.on(api, [], "api-endpoint", {
		"audience": _reach(api, {"is": "anybody"}),
		"encrypted": {"is": "tls"},
		"weakest": {"is": _oldest.TLS_1_2},
	})
}

endpoints contains found if {
	some domain in resource.managed.aws_api_gateway_domain_name
	kind := _kind(domain)
	found := fact.on(domain, [], "api-domain", object.union_n([
		{"audience": _audience(kind), "encrypted": _encrypted(domain)},
		_named(resource.attribute(domain, "domain_name")),
		{"weakest": _version(_policy(domain))},
	]))
}

endpoints contains found if {
	some domain in resource.managed.aws_apigatewayv2_domain_name
	some chosen in _chosen(domain)
	found := fact.on(domain, [], "api-domain", object.union_n([
		{"audience": {"is": "anybody"}, "encrypted": _encrypted(domain)},
		_named(resource.attribute(domain, "domain_name")),
		{"weakest": _version(chosen)},
	]))
}

# whether it is switched off is known only after apply
_reach(api, audience) := {"unknown": true} if {
	resource.is_unknown(api, "disable_execute_api_endpoint")
} else := audience

# EDGE where nobody writes a type: https://docs.aws.amazon.com/apigateway/latest/api/API_RestApi.html
# and API_DomainName.html ("EndpointConfiguration")
_kind(thing) := {"unknown": true} if {
	resource.is_unknown(thing, "endpoint_configuration")
} else := {"is": "EDGE"} if {
	count(resource.items(thing, "endpoint_configuration")) == 0
} else := {"is": type} if {
	some block in resource.items(thing, "endpoint_configuration")
	type := block.values.types[0]
	is_string(type)
} else := {"unknown": true}

_audience(kind) := {"is": "inside"} if {
	kind.is == "PRIVATE"
} else := {"is": "anybody"} if {
	kind.is
} else := {"unknown": true}

_encrypted(domain) := {"unknown": true} if {
	domain.unknown.mutual_tls_authentication == true
} else := {"is": "mutual-tls"} if {
	count(resource.items(domain, "mutual_tls_authentication")) > 0
} else := {"is": "tls"}

_named(attribute) := {"hosts": [lower(attribute.is)]} if {
	is_string(attribute.is)
} else := {}

_policy(domain) := {"is": _of_domains} if {
	resource.attribute(domain, "security_policy") == {}
} else := resource.attribute(domain, "security_policy")

_chosen(domain) := {{"unknown": true}} if {
	domain.unknown.domain_name_configuration == true
} else := {{"is": concat("", [policy | policy := block.values.security_policy; is_string(policy)])} |
	some block in resource.items(domain, "domain_name_configuration")
}

# a policy that is not in the table, or not known yet, tells nothing
_version(policy) := {"is": _oldest[policy.is]} if {
	_oldest[policy.is]
} else := {"unknown": true}

# https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html
# ("Supported security policies"), as of September 2026; of HTTP and WebSocket APIs: http-api-ciphers.html
# and websocket-api-ciphers.html there ("enforces a security policy of TLS_1_2")
_oldest := tls_policies.api_gateway

# the same page, "Default security policies"
_of_rest_apis := {"EDGE": "TLS_1_0", "PRIVATE": "TLS_1_2", "REGIONAL": "TLS_1_0"}

_of_domains := "TLS_1_2"
