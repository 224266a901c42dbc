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
	"resources": _resources(document, item),
	"conditions": _conditions(document, item),
}

_principals(document, item) := [{"type": "AWS", "name": null}] if {
	_is_hidden(item, "principals")
} else := [{"type": "AWS", "name": "*"}] if {
	_is_set(item.values, "not_principals")
} else := [{"type": "AWS", "name": null}] if {
	not _names_somebody(item)
} else := [principal |
	some written in item.values.principals
	is_object(written)
	some name in _list(written, "identifiers")
	not _is_own_principal(document, name)
	principal := _principal(object.get(written, "type", null), name)
]

# of whom nobody can tell what kind they are, nobody can tell who they are
_principal(type, name) := {"type": type, "name": name} if {
	is_string(type)
} else := {"type": "AWS", "name": null}

_list(values, name) := values[name] if {
	is_array(values[name])
} else := [null]

_has_conditions(item) if _is_set(item.values, "condition")

_names_somebody(item) if _is_set(item.values, "principals")

_is_set(values, name) if {
	is_array(values[name])
	count(values[name]) > 0
}

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
	_is_set(values, "not_actions")
} else := [null]

# the text of a statement without any is that of a policy that stands on its resource
_resources(document, item) := ["*"] if {
	_is_set(item.values, "not_resources")
} else := _values(document, item.values.resources) if {
	is_array(item.values.resources)
} else := _values(document, [null]) if {
	_is_hidden(item, "resources")
} else := ["*"]

_conditions(document, item) := [{"test": null, "variable": null, "values": [null]}] if {
	_is_hidden(item, "condition")
} else := [] if {
	not _has_conditions(item)
} else := [condition |
	some written in item.values.condition
	is_object(written)
	condition := {
		"test": object.get(written, "test", null),
		"variable": object.get(written, "variable", null),
		"values": _values(document, _list(written, "values")),
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
