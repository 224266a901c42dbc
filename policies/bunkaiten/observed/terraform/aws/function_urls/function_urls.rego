# METADATA
# title: URLs of functions of AWS
# description: URLs of Lambda functions, which the whole internet reaches, and who may call them.
package bunkaiten.observed.terraform.aws.function_urls

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {
	"function-call": {"en": "calling a function by its URL", "ja": "関数 URL の呼出し"},
	"function-url": {"en": "function URL", "ja": "関数 URL"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"aws_lambda_function_url": ["authorization_type"]}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"aws_lambda_function_url": [["function_name", "aws_lambda_function"]]}

# METADATA
# description: Every function URL.
endpoints contains found if {
	some function in resource.managed.aws_lambda_function_url
	found := fact.on(function, [], "function-url", {
		"audience": {"is": "anybody"},
		"encrypted": {"is": "tls"},
		"weakest": {"is": _oldest},
	})
}

# METADATA
# description: Function URLs that ask for no identity of AWS. One that does is for the own account.
accesses contains found if {
	some function in resource.managed.aws_lambda_function_url
	authorization := resource.attribute(function, "authorization_type")
	authorization != {"is": "AWS_IAM"}
	found := fact.on(function, ["authorization_type"], "function-call", {
		"who": {"is": fact.host("*")},
		"authentication": _authentication(authorization),
	})
}

_authentication(authorization) := authorization if {
	authorization.unknown
} else := {"is": ["none"]}

# https://docs.aws.amazon.com/lambda/latest/dg/security-infrastructure.html ("Infrastructure
# security in AWS Lambda": "We require TLS 1.2"), as of September 2026
_oldest := "TLS 1.2"
