# METADATA
# title: Resources of Terraform plans
# description: >-
#   What the plans keep or make, indexed by type once, with what is known of each attribute. Only
#   the types that an adapter reads are indexed.
package bunkaiten.observed.resource

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.mistyped
import data.bunkaiten.observed.provider

# METADATA
# description: >-
#   Managed resources by type and then by key, "document address". Each has its key, thing (its
#   name as implementedBy writes it), type, document, address, module ("" for the root),
#   configured (its key in the configuration), steps (of the JSON Pointer to its attributes),
#   values and unknown (what is known only after apply, in the shape of values).
managed[type][key] := resource if {
	some document, plan in input.terraform
	some index, change in plan.resource_changes
	change.mode == "managed"
	type := change.type
	data.bunkaiten.observed.resource_types.terraform[split(type, "_")[0]][type] == "read"
	is_deployed(change)
	provider.cloud(change)
	key := place(document, change)
	resource := _resource(key, document, index, change)
}

# METADATA
# description: >-
#   Managed resources of types that cross a boundary and that nothing here reads, by key, in the
#   same shape.
unread[key] := resource if {
	some document, plan in input.terraform
	some index, change in plan.resource_changes
	change.mode == "managed"
	data.bunkaiten.observed.resource_types.terraform[split(change.type, "_")[0]][change.type] == "crosses"
	is_deployed(change)
	provider.cloud(change)
	key := place(document, change)
	resource := _resource(key, document, index, change)
}

# METADATA
# description: Data sources that are read on apply, in the same shape as `managed`.
deferred[type][key] := resource if {
	some document, plan in input.terraform
	some index, change in plan.resource_changes
	change.mode == "data"
	type := change.type
	is_deployed(change)
	provider.cloud(change)
	key := place(document, change)
	resource := _resource(key, document, index, change)
}

# METADATA
# description: >-
#   What is known of an attribute: {"is": value}; {"unknown": true} where it is written and known
#   only after apply; {} where it is not set, so that the provider's default holds. Null, "" and
#   an empty list are not set, and neither is what the provider computes and nobody wrote.
attribute(resource, name) := {"is": value} if {
	value := resource.values[name]
	is_set(value)
} else := {"unknown": true} if {
	is_unknown(resource, name)
} else := {}

# METADATA
# description: The attribute is written, and some of it is known only after apply.
is_unknown(resource, name) if {
	resource.unknown[name] == true
	configuration.is_written(resource, name)
}

# METADATA
# description: A value that says something; null, "", [] and {} mean that nothing is set.
is_set(value) if count({value} & {null, "", [], {}}) == 0

# METADATA
# description: >-
#   The items of a list, a set or a block, each with its index, its own unknown parts and the steps
#   to it. Empty where the whole is unknown or not set: ask `attribute` for that.
items(resource, name) := {item |
	is_array(resource.values[name])
	some index, value in resource.values[name]
	item := {
		"index": index,
		"values": value,
		"unknown": object.get(resource.unknown, [name, index], false),
		"steps": array.concat(resource.steps, [name, index]),
	}
}

# METADATA
# description: >-
#   The keys of the resources of `type` that an attribute refers to: by the references of the
#   configuration, followed through modules, or because its value is the id, ARN or name of one.
tied(resource, name, type) := _referred(resource, name, type) | _called(resource, name, type)

# METADATA
# description: The same of an attribute of one block of several, by its index.
tied_in(resource, block, index, name, type) := _chosen(resource, {key: other |
	some configured in configuration.referred_in(resource, block, index, name)
	some key, other in _instances[type][configured]
	configuration.is_near(resource.module, other.module)
}) | {key |
	some key in _by_name[type][resource.values[block][index][name]]
}

# METADATA
# description: The accounts that a plan works in, as far as it tells, by document.
accounts[document] := found if some document, found in provider.accounts

# METADATA
# description: The accounts that a resource lies in, as far as its provider block tells.
accounts_of(resource) := provider.accounts_of(resource)

# METADATA
# description: The region that a resource lies in, as an attribute.
region(resource) := provider.region(resource)

# METADATA
# description: >-
#   A change that leaves the resource there after apply. What is forgotten is managed no longer, and
#   still runs.
is_deployed(change) if {
	some action in change.change.actions
	action in {"create", "forget", "no-op", "read", "update"}
}

# METADATA
# description: >-
#   The key of what a change is about, "document address"; with one more word where the change is
#   about an object that a replacement left behind under the same address.
place(document, change) := concat(" ", [document, change.address, change.deposed]) if {
	is_string(change.deposed)
} else := concat(" ", [document, change.address])

_resource(key, document, index, change) := {
	"key": key,
	"thing": concat("", ["terraform:", change.address]),
	"type": change.type,
	"document": document,
	"address": change.address,
	"module": module,
	"configured": configuration.entry(document, module, configuration.called(change)),
	"steps": ["terraform", document, "resource_changes", index, "change", side],
	"values": _without(values, mistaken),
	"unknown": _with(unknown, mistaken),
	"mistyped": mistaken,
} if {
	module := object.get(change, "module_address", "")
	side := _side(change.change)
	values := _object(change.change, side)
	unknown := _object(change.change, "after_unknown")
	mistaken := mistyped.names(change.type, values, unknown)
}

_without(values, mistaken) := values if {
	count(mistaken) == 0
} else := object.remove(values, mistaken)

_with(unknown, mistaken) := unknown if {
	count(mistaken) == 0
} else := object.union(unknown, {name: true | some name in mistaken})

# what is forgotten stays as it was
_side(change) := "before" if {
	change.actions == ["forget"]
} else := "after"

# what a replaced or kept resource will be; true stands for all of it
_object(change, part) := change[part] if {
	is_object(change[part])
} else := {}

_referred(resource, name, type) := _chosen(resource, {key: other |
	some configured in configuration.referred(resource, name)
	some key, other in _instances[type][configured]
	configuration.is_near(resource.module, other.module)
	_is_meant(other, configuration.instances(resource, name))
})

_is_meant(other, named) if not _has_instances(other, named)

_is_meant(other, named) if _instance(other) in named[other.configured]

_has_instances(other, named) if named[other.configured]

# with the same key as the one that refers, where there is such a one
_chosen(resource, near) := same if {
	instance := _instance(resource)
	same := {key | some key, other in near; _instance(other) == instance}
	count(same) > 0
} else := object.keys(near)

# the last key in the address, so that what is made for each meets modules called for each
_instance(resource) := keys[count(keys) - 1] if {
	keys := regex.find_n(`\[([0-9]+|"([^"\\]|\\.)*")\]`, resource.address, -1)
}

_called(resource, name, type) := same if {
	same := {key | some key in _named(resource, name, type); managed[type][key].document == resource.document}
	count(same) > 0
} else := _named(resource, name, type)

_named(resource, name, type) := {key |
	some value in _written(resource.values, name)
	some key in _by_name[type][value]
}

_written(values, name) := values[name] if {
	is_array(values[name])
} else := [values[name]]

_instances[type][configured][key] := resource if {
	some type, resources in managed
	some key, resource in resources
	configured := resource.configured
}

_by_name[type][value] contains key if {
	some type, resources in managed
	some key, resource in resources
	some name in ["id", "arn", "bucket", "name"]
	value := resource.values[name]
	is_string(value)
	value != ""
}
