# METADATA
# title: Statements of deferred policy documents
# description: >-
#   The statements of the policy document data source that is read on apply, in the shape of
#   policy_text. Null is what is not known: a principal, an action, the value of a condition.
package bunkaiten.observed.terraform.aws.policy_deferred

import data.bunkaiten.observed.configuration

# METADATA
# description: >-
#   One item of a document's `statement` blocks. A principal that is not known has no name, and is
#   left out where only roles and users that the same plan makes can be meant; likewise a value of
#   a condition gets the name "own" where only what the plan makes can be meant.
statement(document, item) := {
	"effect": object.get(item.values, "effect", null),
	"principals": _principals(document, item),
	"actions": _actions(item.values),
	"conditions": _conditions(document, item),
}

_principals(document, item) := [{"type": "AWS", "name": null}] if {
	_is_hidden(item, "principals")
} else := [{"type": "AWS", "name": "*"}] if {
	count(object.get(item.values, "not_principals", [])) > 0
} else := [{"type": "AWS", "name": null}] if {
	count(object.get(item.values, "principals", [])) == 0
} else := [principal |
	some written in item.values.principals
	some name in object.get(written, "identifiers", [null])
	not _is_own_principal(document, name)
	principal := {"type": object.get(written, "type", "AWS"), "name": name}
]

_is_hidden(item, block) if item.unknown[block] == true

_is_own_principal(document, name) if {
	name == null
	referred := configuration.referred(document, "statement")
	some made in referred
	_type(made) in _identities
	not _holds_strangers(referred)
}

_identities := {"aws_cloudfront_origin_access_identity", "aws_iam_role", "aws_iam_user"}

# what could give the ARN or id of another's account
_holds_strangers(referred) if {
	some made in referred
	regex.match(`^(aws_organizations_|aws_ram_)`, _type(made))
}

_holds_strangers(referred) if {
	some made in referred
	_is_foreign(made)
}

_is_foreign(made) if not _is_of_aws(made)

_is_of_aws(made) if startswith(_type(made), "aws_")

# of data sources, these tell of nothing but the own account
_type(configured) := _named(split(_last(configured), "."))

_last(configured) := parts[count(parts) - 1] if parts := split(configured, "\n")

_named(parts) := parts[1] if {
	parts[0] == "data"
	parts[1] in {"aws_caller_identity", "aws_iam_policy_document", "aws_partition", "aws_region"}
} else := parts[0]

_actions(values) := values.actions if {
	is_array(values.actions)
} else := ["*"] if {
	count(values.not_actions) > 0
} else := [null]

_conditions(document, item) := [{"test": null, "variable": null, "values": [null]}] if {
	_is_hidden(item, "condition")
} else := [] if {
	not item.values.condition
} else := [condition |
	some written in item.values.condition
	condition := {
		"test": object.get(written, "test", null),
		"variable": object.get(written, "variable", null),
		"values": _values(document, object.get(written, "values", [null])),
	}
]

_values(document, values) := [known |
	some value in values
	known := _known(document, value)
]

_known(document, value) := "own" if {
	value == null
	referred := configuration.referred(document, "statement")
	count(referred) > 0
	not _holds_strangers(referred)
} else := value
