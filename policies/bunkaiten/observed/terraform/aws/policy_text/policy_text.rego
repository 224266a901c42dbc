# METADATA
# title: Statements of a policy's text
# description: >-
#   The JSON text of an IAM policy as a list of statements in one plain shape. Pure functions.
package bunkaiten.observed.terraform.aws.policy_text

# METADATA
# description: >-
#   {"is": statements}, each with effect, principals (type and name), actions, resources and
#   conditions (test, variable, values), or {"unknown": true} for a text that is no policy. Who is not named at all
#   has the name null: in a policy of a resource that is a statement that cannot be read.
statements(text) := parts(json.unmarshal(text)) if {
	is_string(text)
	json.is_valid(text)
} else := {"unknown": true}

# METADATA
# description: >-
#   The same of a policy that has been parsed. {"unknown": …} may stand for any part of it; where
#   such a part is a name, an action or a value, it is handed on.
parts(policy) := {"is": [normal | some written in all; normal := _statement(written)]} if {
	is_object(policy)
	all := listed(policy.Statement)
	every written in all { _is_statement(written) }
} else := {"unknown": true}

_is_statement(written) if {
	is_object(written)
	not written.unknown
}

# METADATA
# description: A list as it is, anything else as a list of one.
listed(value) := value if {
	is_array(value)
} else := [value]

_statement(written) := {
	"effect": object.get(written, "Effect", "Allow"),
	"principals": _principals(written),
	"actions": listed(object.get(written, "Action", "*")),
	"resources": listed(object.get(written, "Resource", "*")),
	"conditions": _conditions(written),
}

_conditions(written) := [{"test": null, "variable": null, "values": [null]}] if {
	written.Condition.unknown
} else := [condition |
	is_object(written.Condition)
	some test, variables in written.Condition
	is_object(variables)
	some variable, values in variables
	condition := _condition(test, variable, values)
]

# "unknown" where the names stand: they are not known
_condition(test, variable, values) := {"test": test, "variable": null, "values": [null]} if {
	variable == "unknown"
} else := {"test": test, "variable": variable, "values": listed(values)}

_principals(written) := [{"type": "AWS", "name": "*"}] if {
	written.NotPrincipal
} else := [{"type": "AWS", "name": written.Principal}] if {
	is_string(written.Principal)
} else := [{"type": "AWS", "name": written.Principal}] if {
	written.Principal.unknown
} else := [principal |
	some type, names in written.Principal
	some name in listed(names)
	principal := {"type": type, "name": name}
] if {
	is_object(written.Principal)
} else := [{"type": "AWS", "name": null}]
