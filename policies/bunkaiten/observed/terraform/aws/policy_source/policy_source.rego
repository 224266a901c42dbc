# METADATA
# title: Policies that only their source shows
# description: >-
#   The statements of a policy that the plan calls unknown as a whole, from the Terraform source
#   that was given beside the plan, in the shape of policy_text. Null is what is not known there
#   either: a principal, an action, the value of a condition.
package bunkaiten.observed.terraform.aws.policy_source

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.terraform.aws.policy_text

# METADATA
# description: >-
#   {"is": statements}, or {"unknown": true} where too little of the policy is constant; undefined
#   where no source was given or it tells nothing. A principal that the same configuration makes is
#   left out; a value of a condition gets the name "own" where it is the id or ARN of such a thing.
statements(thing, attribute) := {"is": [settled |
	some written in read.is
	settled := _settled(thing, attribute, written)
]} if {
	read := policy_text.parts(_policy(thing, attribute))
	read.is
} else := {"unknown": true} if {
	_policy(thing, attribute)
}

_policy(thing, attribute) := input.sources[thing.document][_address(thing)][attribute]

_address(thing) := split(thing.configured, "\n")[2] if {
	thing.module == ""
} else := concat(".", ["module", replace(path, ".", ".module."), name]) if {
	[_, path, name] := split(thing.configured, "\n")
}

_settled(thing, attribute, written) := {
	"effect": _plain(written.effect),
	"principals": [known |
		some principal in written.principals
		not _is_own_principal(thing, attribute, principal)
		known := {"type": principal.type, "name": _name(principal)}
	],
	"actions": [_plain(action) | some action in written.actions],
	"resources": [_value(thing, attribute, resource) | some resource in written.resources],
	"conditions": [known |
		some condition in written.conditions
		known := {
			"test": _plain(condition.test),
			"variable": _plain(condition.variable),
			"values": [_value(thing, attribute, value) | some value in condition.values],
		}
	],
}

_plain(value) := null if {
	_is_open(value)
} else := value

_is_open(value) if {
	is_object(value)
	value.unknown
}

# a service of AWS is one, whatever region is in its name
_name(principal) := "service" if {
	principal.type == "Service"
	_is_open(principal.name)
} else := _plain(principal.name)

_value(thing, attribute, value) := "own" if {
	_is_own(thing, attribute, value)
} else := "own" if {
	_is_made(thing, attribute, value)
} else := _plain(value)

_is_own_principal(thing, attribute, principal) if {
	principal.type == "AWS"
	_is_own(thing, attribute, principal.name)
}

_is_own(thing, attribute, value) if {
	[type, name, output] := _reference(value)
	type in {"aws_cloudfront_origin_access_identity", "aws_iam_role", "aws_iam_user"}
	output in {"arn", "iam_arn"}
	_entry(thing, [type, name]) in configuration.referred(thing, attribute)
}

# the account that the plan works in, or anything in it
_is_own(thing, attribute, value) if {
	text := _template(value)
	regex.match(`^(arn:[^:]+:(iam|sts)::)?\$\{data\.aws_caller_identity\.[^.{}]+\.account_id\}(:.+)?$`, text)
	name := regex.replace(text, `^.*\{data\.aws_caller_identity\.([^.{}\[]+)[^.{}]*\.account_id\}.*$`, "$1")
	identity := _entry(thing, ["data", "aws_caller_identity", name])
	identity in configuration.referred(thing, attribute)
	configuration.provider({"configured": identity}) == configuration.provider(thing)
}

# what could be another's is shared out by these
_is_made(thing, attribute, value) if {
	[type, name, output] := _reference(value)
	output in {"arn", "id"}
	regex.match(`^aws_`, type)
	not regex.match(`^aws_(organizations|ram)_`, type)
	_entry(thing, [type, name]) in configuration.referred(thing, attribute)
}

# "${aws_iam_role.viewer[0].arn}" alone
_reference(value) := split(regex.replace(inner, `\[[^\]]*\]`, ""), ".") if {
	text := _template(value)
	regex.match(`^\$\{[^${}]+\}$`, text)
	inner := trim_suffix(trim_prefix(text, "${"), "}")
}

_template(value) := value.unknown if {
	is_object(value)
	is_string(value.unknown)
}

_entry(thing, steps) := concat("\n", array.concat(
	array.slice(split(thing.configured, "\n"), 0, 2),
	[concat(".", steps)],
))
