package bunkaiten_test.observed.terraform.aws.function_urls

import data.bunkaiten.observed.terraform.aws.function_urls

_types := {"terraform": {"aws": {type: "read" | some type, _ in function_urls.reads}}}

_plan(after, unknown) := {"terraform": {"plan.json": {"resource_changes": [{
	"address": "aws_lambda_function_url.x",
	"mode": "managed",
	"type": "aws_lambda_function_url",
	"name": "x",
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}]}}}

_fact(way, path, attributes) := object.union(attributes, {
	"way": way,
	"thing": "terraform:aws_lambda_function_url.x",
	"key": "plan.json aws_lambda_function_url.x",
	"steps": array.concat(["terraform", "plan.json", "resource_changes", 0, "change", "after"], path),
})

test_everybody_reaches_a_function_url if {
	every authorization in ["NONE", "AWS_IAM"] {
		found := function_urls.endpoints with input as _plan({"authorization_type": authorization}, {})
		found == {_fact("function-url", [], {
			"audience": {"is": "anybody"},
			"encrypted": {"is": "tls"},
			"weakest": {"is": "TLS 1.2"},
		})}
	}
}

test_who_may_call if {
	cases := [
		[{"authorization_type": "NONE"}, {}, {{"is": ["none"]}}],
		[{"authorization_type": "AWS_IAM"}, {}, set()],
		[{}, {"authorization_type": true}, {{"unknown": true}}],
	]
	every case in cases {
		found := function_urls.accesses with input as _plan(case[0], case[1])
		found == {_fact("function-call", ["authorization_type"], {
			"who": {"is": {"by": "anybody", "name": "*"}},
			"authentication": authentication,
		}) |
			some authentication in case[2]
		}
	}
}

test_function_url_belongs_to_its_function if {
	function_urls.satellites == {"aws_lambda_function_url": [["function_name", "aws_lambda_function"]]}
	object.keys(function_urls.ways) == {"function-call", "function-url"}
}
