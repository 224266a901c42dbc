# METADATA
# title: Things that deployments show
# description: >-
#   What "terraform:<address>" and "kubernetes:<namespace>/<Kind>/<name>" can name:
#   every resource that the plans keep or make, and every object given. What a plan
#   deletes or forgets is none of them.
package bunkaiten.observed.thing

# METADATA
# description: At least one thing that was given has this name. "*" stands for any characters.
exists(reference) if reference in _named

exists(reference) if {
	startswith(reference, "terraform:")
	contains(reference, "data.")
	reference in _data_sources
}

exists(reference) if {
	contains(reference, "*")
	expression := _expression(reference)
	some name in (_named | _data_sources)
	regex.match(expression, name)
}

# METADATA
# description: Whether a document was given in which such a thing could stand.
is_sought(reference) if {
	startswith(reference, "terraform:")
	count(object.get(input, "terraform", {})) > 0
}

is_sought(reference) if {
	startswith(reference, "kubernetes:")
	count(object.get(input, "kubernetes", {})) > 0
}

# METADATA
# description: What is absent from these plans may still exist; they do not show everything.
is_incomplete(reference) if {
	startswith(reference, "terraform:")
	some plan in input.terraform
	plan.complete == false
}

_named contains name if {
	some plan in input.terraform
	some change in plan.resource_changes
	some action in change.change.actions
	action in {"create", "no-op", "read", "update"}
	name := concat("", ["terraform:", change.address])
}

_named contains name if {
	some thing in input.kubernetes
	some kind in _kinds(thing)
	namespace := object.get(thing, ["metadata", "namespace"], "")
	name := concat("", ["kubernetes:", namespace, "/", kind, "/", thing.metadata.name])
}

# Data sources that were read while planning are in the prior state alone.
_data_sources contains name if {
	some plan in input.terraform
	walk(plan.prior_state.values.root_module, [path, module])
	not "resources" in path
	some resource in module.resources
	resource.mode == "data"
	name := concat("", ["terraform:", resource.address])
}

_kinds(thing) := {thing.kind, concat(".", [thing.kind, group])} if {
	[group, _] := split(thing.apiVersion, "/")
} else := {thing.kind}

_expression(reference) := concat("", ["(?s)^", concat(".*", parts), "$"]) if {
	parts := [_literal(part) | some part in split(reference, "*")]
}

_literal(part) := regex.replace(part, `[\\.+?()|\[\]{}^$]`, `\$0`)
