# METADATA
# title: The envelope, for other engines
# description: >-
#   Builds what the gate judges from a raw document, so that the same policies work in a plain OPA,
#   in conftest and in Gatekeeper: from `input`, a Terraform plan (or what HCP Terraform hands to a
#   policy: {"plan": …}), a Kubernetes object, a List of them or an AdmissionReview, and from
#   `data.declarations`, the spec of each declaration by its name. `data.bunkaiten_context` may hold
#   as_of (a day in Japan), scope and deployments.
package bunkaiten.envelope

# METADATA
# entrypoint: true
# description: What each requirement says of `input`, as `bunkaiten.gate` has it.
decision := decided if decided := data.bunkaiten.gate.decision with input as envelope

# METADATA
# description: >-
#   One message a breach, in English, with what it is about. What is undetermined blocks as well, as
#   it does by default wherever this gate stands.
deny contains found if {
	some name, said in decision
	some state in ["deny", "undetermined"]
	some breach in said[state]
	entry := data.bunkaiten.catalogue.requirements[name]
	found := {
		"msg": sprintf("%s %s: %s", [entry.id, breach.subject, _message(name, breach)]),
		"requirement": entry.id,
		"clause": entry.clause,
		"state": state,
		"code": breach.code,
		"subject": breach.subject,
		"pointers": breach.pointers,
	}
}

# what cannot be judged is no pass
deny contains {"msg": "bunkaiten: nothing was judged: the input is no Terraform plan and no Kubernetes object."} if {
	count(_plans) + count(_objects) == 0
}

deny contains {"msg": "bunkaiten: nothing was judged: planning failed (errored: true). Mend it and plan again."} if {
	some plan in _plans
	plan.errored == true
}

# METADATA
# description: What the gate judges, made of `input` and `data.declarations`.
envelope := {
	"declarations": _declarations,
	"terraform": _plans,
	"kubernetes": _objects,
	"context": object.union(
		{"as_of": _today, "edition": "mhlw-4", "scope": "all", "deployments": "expected"},
		_context,
	),
}

_declarations := data.declarations if {
	is_object(data.declarations)
} else := {}

_context := data.bunkaiten_context if {
	is_object(data.bunkaiten_context)
} else := {}

_plans := {"plan": input} if {
	input.format_version
} else := {"plan": input.plan} if {
	input.plan.format_version
} else := {}

_objects := {sprintf("object#%d", [number + 1]): written | some number, written in _given}

_given := [input.request.object] if {
	input.kind == "AdmissionReview"
} else := input.items if {
	input.kind == "List"
	is_array(input.items)
} else := [input] if {
	input.apiVersion
	input.kind
} else := []

# Where nobody hands in a day, today in Japan: no other package may read the clock.
_today := time.format([time.now_ns(), "Asia/Tokyo", "2006-01-02"])

_message(requirement, breach) := strings.replace_n(
	{concat("", ["{", name, "}"]): _said(value) | some name, value in breach.values},
	object.get(_texts, [requirement, "findings", breach.code, "message", "en"], breach.code),
)

_texts := data.bunkaiten.catalogue.texts

_said(value) := value.en if {
	is_object(value)
} else := concat(", ", [_said_of(each) | some each in value]) if {
	is_array(value)
} else := sprintf("%v", [value])

_said_of(value) := value.en if {
	is_object(value)
} else := sprintf("%v", [value])
