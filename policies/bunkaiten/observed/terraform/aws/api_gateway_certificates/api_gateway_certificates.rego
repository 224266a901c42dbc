# METADATA
# title: APIs of AWS that ask for certificates
# description: >-
#   APIs that can be called by nothing but domain names with mutual TLS: their default endpoint is
#   turned off, and every domain name that leads to them asks for a certificate. No facts.
package bunkaiten.observed.terraform.aws.api_gateway_certificates

import data.bunkaiten.observed.resource

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_api_gateway_base_path_mapping": ["api_id", "domain_name"],
	"aws_api_gateway_domain_name": ["mutual_tls_authentication"],
	"aws_api_gateway_rest_api": ["disable_execute_api_endpoint"],
	"aws_apigatewayv2_api": ["disable_execute_api_endpoint"],
	"aws_apigatewayv2_api_mapping": ["api_id", "domain_name"],
	"aws_apigatewayv2_domain_name": ["mutual_tls_authentication"],
}

# METADATA
# description: The keys of such APIs.
apis contains key if {
	some type in ["aws_api_gateway_rest_api", "aws_apigatewayv2_api"]
	some key, api in resource.managed[type]
	api.values.disable_execute_api_endpoint == true
	mappings := _mappings[key]
	every mapping in mappings { _asks[mapping] }
}

# the mappings that lead to each API
# METADATA
# description: APIs of which only apply will show whether that is so.
late contains key if {
	some type in ["aws_api_gateway_rest_api", "aws_apigatewayv2_api"]
	some key, api in resource.managed[type]
	_is_off(api)
	mappings := _mappings[key]
	every mapping in mappings { _may_ask[mapping] }
	not _is_settled(key)
}

_is_settled(key) if key in apis

_is_off(api) if api.values.disable_execute_api_endpoint == true

_is_off(api) if resource.is_unknown(api, "disable_execute_api_endpoint")

_may_ask[mapping] if some mapping, _ in _asks

_may_ask[mapping.key] if {
	some mapping in _all
	some type in ["aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name"]
	some domain in resource.tied(mapping, "domain_name", type)
	resource.managed[type][domain].unknown.mutual_tls_authentication == true
}

_mappings[api] contains mapping.key if {
	some mapping in _all
	some type in ["aws_api_gateway_rest_api", "aws_apigatewayv2_api"]
	some api in resource.tied(mapping, "api_id", type)
}

# the mappings whose domain name is here and asks
_asks[mapping.key] if {
	some mapping in _all
	some type in ["aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name"]
	some domain in resource.tied(mapping, "domain_name", type)
	count(resource.items(resource.managed[type][domain], "mutual_tls_authentication")) > 0
}

_all[key] := mapping if {
	some type in ["aws_api_gateway_base_path_mapping", "aws_apigatewayv2_api_mapping"]
	some key, mapping in resource.managed[type]
}
