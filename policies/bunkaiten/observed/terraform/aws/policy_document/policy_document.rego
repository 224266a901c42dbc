# METADATA
# title: Resource policies of AWS
# description: >-
#   Who else may get at a resource by its policy: from the JSON text, or, where that is known only
#   after apply, from its source, or from the policy document data source that the attribute refers
#   to. No facts.
package bunkaiten.observed.terraform.aws.policy_document

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.policy_actions
import data.bunkaiten.observed.terraform.aws.policy_deferred
import data.bunkaiten.observed.terraform.aws.policy_inclusion
import data.bunkaiten.observed.terraform.aws.policy_principals
import data.bunkaiten.observed.terraform.aws.policy_source
import data.bunkaiten.observed.terraform.aws.policy_text

# METADATA
# description: Attributes that are read, by type.
reads := {"aws_iam_policy_document": [
	"override_policy_documents", "source_policy_documents", "statement.actions", "statement.condition.test",
	"statement.condition.values", "statement.condition.variable", "statement.effect", "statement.not_actions",
	"statement.not_principals.identifiers", "statement.not_resources", "statement.principals.identifiers",
	"statement.principals.type", "statement.resources",
]}

# METADATA
# description: >-
#   {"is": set of grants}, {"unknown": true} where the policy cannot be read, {} where nobody wrote
#   one. A grant has who and rights, as facts have them ({"is": …} or {"unknown": true}), actions,
#   resources, conditions (the keys, lower case) and path (steps to the attribute). Only what is allowed to
#   others: the own account, services of AWS and Deny give none.
grants(thing, attribute) := {"is": {grant |
	some statement in _statements(thing, attribute).is
	statement.effect in {"Allow", null}
	some principal in statement.principals
	some who in policy_principals.who(thing.document, principal, statement.conditions)
	grant := {
		"who": who,
		"rights": policy_actions.rights(statement.actions),
		"actions": statement.actions,
		"resources": statement.resources,
		"conditions": sort({_variable(condition) | some condition in statement.conditions}),
		"path": [attribute],
	}
}} if {
	_statements(thing, attribute).is
} else := _statements(thing, attribute)

# "" where it is known only after apply
_variable(condition) := lower(condition.variable) if {
	is_string(condition.variable)
} else := ""

_statements(thing, attribute) := policy_text.statements(text) if {
	text := resource.attribute(thing, attribute).is
} else := {} if {
	resource.attribute(thing, attribute) == {}
} else := found if {
	found := policy_source.statements(thing, attribute)
} else := {"is": [statement |
	some part in policy_inclusion.documents(document)
	some statement in array.concat(_written(part), _included(part))
]} if {
	document := _document(thing, attribute)
	every part in policy_inclusion.documents(document) { _is_readable(part) }
} else := {"unknown": true}

# the one data source that the attribute refers to, if what it says is all that the policy says
_document(thing, attribute) := _deferred.aws_iam_policy_document[key] if {
	referred := configuration.referred(thing, attribute)
	count({other | some other in referred; _is_document(other)}) == 1
	_is_alone(thing, referred)
	keys := _keys(thing, referred)
	count(keys) == 1
	some key in keys
}

# what else is mentioned has gone into the text, unless it only counts the instances
_is_alone(_, referred) if count(referred) == 1

_is_alone(thing, _) if endswith(thing.key, "]")

_is_document(configured) if contains(configured, "\ndata.aws_iam_policy_document.")

_keys(thing, referred) := same if {
	same := {key | some key in _near(thing, referred); _instance(key) == _instance(thing.key)}
	count(same) > 0
} else := _near(thing, referred)

_near(thing, referred) := {key |
	some configured in referred
	some key in _by_configured[configured]
	configuration.is_near(thing.module, _deferred.aws_iam_policy_document[key].module)
}

_instance(key) := regex.find_n(`\[[^\[\]]*\]$`, key, 1)

_by_configured[configured] contains key if {
	some key, document in resource.deferred.aws_iam_policy_document
	configured := document.configured
}

_is_readable(document) if {
	object.get(document.unknown, "statement", false) != true
	every text in policy_inclusion.texts(document) { policy_text.statements(text).is }
}

# an overridden statement stands here beside the one that overrides it
_included(document) := [statement |
	some text in policy_inclusion.texts(document)
	some statement in policy_text.statements(text).is
]

_written(document) := [statement |
	some item in resource.items(document, "statement")
	statement := policy_deferred.statement(document, item)
]

# by a rule of its own, as regorus finds nothing where a function names another package's rule and
# is called for a wildcard
_deferred := resource.deferred
