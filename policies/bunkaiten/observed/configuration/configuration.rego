# METADATA
# title: The configuration of Terraform plans
# description: >-
#   What was written, which plans keep apart from what will be: which attributes somebody wrote,
#   and what an attribute refers to, followed through the variables and outputs of modules; local
#   values end the trail, because plans do not hold them.
package bunkaiten.observed.configuration

import data.bunkaiten.observed.modules
import data.bunkaiten.observed.written

# METADATA
# description: >-
#   The key of a resource in the configuration. `module` is its module address, which may hold
#   instance keys; they are left out.
entry(document, module, name) := concat("\n", [modules.place_of(document, module), name])

# METADATA
# description: How a resource is called within its module, "aws_lb.front" or "data.aws_vpc.main".
called(change) := concat(".", ["data", change.type, change.name]) if {
	change.mode == "data"
} else := concat(".", [change.type, change.name])

# METADATA
# description: >-
#   Somebody wrote the attribute or block. What is not in the configuration was computed by the
#   provider; where the plan has no configuration, everything counts as written.
is_written(resource, _) if {
	key := resource.configured
	not _configured[key]
}

is_written(resource, attribute) if _configured[resource.configured].expressions[attribute]

# the contents of dynamic blocks leave nothing behind
is_written(resource, attribute) if count(written.list(resource.values, attribute)) > 0

is_written(resource, attribute) if count(written.table(resource.values, attribute)) > 0

# of another type than it should be, it is no default, whoever it is from
is_written(resource, attribute) if attribute in resource.mistyped

# METADATA
# description: >-
#   Somebody wrote the attribute in a block of this name, as far as anything tells: the contents of
#   dynamic blocks leave nothing behind.
is_written_within(resource, block, attribute) if {
	some each in _blocks(resource, block)
	each[attribute]
}

is_written_within(resource, block, _) if count(_blocks(resource, block)) == 0

_blocks(resource, block) := written.list(_configured[resource.configured].expressions, block) if {
	_configured[resource.configured].expressions
} else := []

# METADATA
# description: The constant that was written for an attribute, undefined where it is no constant.
constant(resource, attribute) := _configured[resource.configured].expressions[attribute].constant_value

# METADATA
# description: The keys, in the configuration, of the resources and data sources that an attribute refers to.
referred(resource, attribute) := {found |
	some found in _led_to(resource, _configured[resource.configured].expressions[attribute])
}

# METADATA
# description: >-
#   What an attribute is made of where the trail leads to no resource or data source: the keys of the
#   variables, local values, outputs and instance keys where it ends. Constants within an expression
#   leave nothing behind.
loose(resource, attribute) := {node |
	some reference in _references(_configured[resource.configured].expressions[attribute])
	start := _node(resource.configured, reference)
	some node in ({start} | graph.reachable(_graph, {start}))
	count({node} & _leading_on) == 0
	base := _base(node)
	not _configured[base]
}

# METADATA
# description: What a variable is where nothing but a constant was given for it, by its key.
constants[node] := value if {
	some [place, name, call] in _calls
	some variable, declared in written.table(call, ["module", "variables"])
	node := concat("\n", [modules.below(place, name), concat(".", ["var", variable])])
	value := _given(written.table(call, "expressions"), variable, declared)
}

constants[node] := variable.value if {
	some document, plan in input.terraform
	some name, variable in written.table(plan, "variables")
	node := concat("\n", [document, "", concat(".", ["var", name])])
}

# METADATA
# description: There may be no instance of a resource or data source, as it is made for a number or for each.
is_counted(configured) if {
	some expression in ["count_expression", "for_each_expression"]
	_configured[configured][expression]
}

# METADATA
# description: >-
#   The same of an attribute of one block of several, by its index. Nothing, where some of the blocks
#   are dynamic: those leave nothing behind, so that nobody can tell which is which.
referred_in(resource, block, index, attribute) := {found |
	some found in _led_to(resource, blocks[index][attribute])
} if {
	blocks := _configured[resource.configured].expressions[block]
	is_array(blocks)
	count(blocks) == count(written.list(resource.values, block))
} else := set()

# METADATA
# description: >-
#   The same of an attribute within blocks, by the names that lead to it: what each place refers to
#   where no constant is written, by its path. Nothing, where some of the blocks are dynamic.
referred_along(resource, names) := {path: found |
	some path, expression in expressions
	is_object(expression)
	not _is_constant(expression)
	found := {led | some led in _led_to(resource, expression)}
} if {
	expressions := _along(_configured[resource.configured].expressions, names)
	places := object.keys(_along(resource.values, names)) | object.keys(_along(resource.unknown, names))
	count(expressions) >= count(places)
} else := {}

_is_constant(expression) if "constant_value" in object.keys(expression)

# what stands at the path of each place: what was written, a value, or the mark of one not known yet
_along(root, names) := {path: value |
	walk(object.filter(root, [names[0]]), [path, value])
	[name | some name in path; is_string(name)] == names
	is_string(path[count(path) - 1])
	count({value} & {null, false}) == 0
}

# METADATA
# description: >-
#   The instances that an attribute names by literal keys, `["a"]` or `[0]`, by the key of what they
#   are instances of in the configuration. What is also referred to in another way is left out.
instances(resource, attribute) := {_node(resource.configured, whole): keys |
	references := _in_order(_configured[resource.configured].expressions[attribute])
	some whole in references
	named := [key | some reference in references; key := _key_of(reference, whole)]
	keys := {key | some key in named}
	count(named) == count([same | some same in references; same == whole])
}

# METADATA
# description: The key of the provider block that a resource uses.
provider(resource) := _configured[resource.configured].provider_config_key

# METADATA
# description: >-
#   Two module addresses may lie in the same instance: the modules that both are in have the same
#   instance keys.
is_near(one, other) if modules.is_near(one, other)

# what a call hands over goes before the default; of functions alone nothing is left to read
_given(expressions, variable, declared) := constant if {
	constant := expressions[variable].constant_value
} else := usual if {
	object.get(expressions, variable, null) == null
	usual := declared.default
}

# the resource or data source that a node is an attribute of
_base(node) := concat("\n", [document, place, concat(".", array.slice(parts, 0, length))]) if {
	[document, place, reference] := split(node, "\n")
	parts := split(reference, ".")
	length := object.get({"data": 3}, parts[0], 2)
}

# "each.value" and the like lead to what the caller, a resource or a module, is made for each of
_node(caller, reference) := concat("", [caller, "#each"]) if {
	startswith(reference, "each.")
} else := concat("\n", array.concat(array.slice(split(caller, "\n"), 0, 2), [reference]))

_led_to(resource, expression) := {found |
	some reference in _references(expression)
	node := _node(resource.configured, reference)
	some found in ({node} | graph.reachable(_graph, {node}))
	_configured[found]
}

# A list with "module.x.id" holds "module.x" too, which alone would mean all that comes out of it.
_references(expression) := {reference |
	some reference in all
	not _is_prefix(reference, all)
} if all := {_whole(reference) | some reference in _listed(expression)}

_is_prefix(reference, all) if {
	startswith(reference, "module.")
	some longer in all
	startswith(longer, concat("", [reference, "."]))
}

# without the keys of instances
_whole(reference) := regex.replace(reference, `\[([0-9]+|"([^"\\]|\\.)*")\]`, "") if {
	startswith(reference, "module.")
} else := split(reference, "[")[0]

_key_of(reference, whole) := key if {
	startswith(reference, concat("", [whole, "["]))
	key := substring(reference, count(whole), -1)
	regex.match(`^\[([0-9]+|"([^"\\]|\\.)*")\]$`, key)
}

_listed(expression) := {reference | some reference in _in_order(expression)}

# blocks and lists hold expressions of their own
_in_order(expression) := [reference |
	walk(expression, [path, references])
	is_array(references)
	path[count(path) - 1] == "references"
	some reference in references
	is_string(reference)
]

_configured[key] := resource if {
	some place, called_module in modules.all
	some resource in written.items(called_module, "resources")
	key := concat("\n", [place, resource.address])
}

# what a node leads to: a variable to the call of its module, an output into it. Where a node
# leads nowhere it stands here all the same, or it would not be reached.
_graph := object.union({end: set() | some ends in _edges; some end in ends}, {node: ends | some node, ends in _edges})

_leading_on := {node | some node, _ in _edges}

_edges[node] contains next if {
	some [place, name, call] in _calls
	some variable, expression in written.table(call, "expressions")
	node := concat("\n", [modules.below(place, name), concat(".", ["var", variable])])
	some reference in _references(expression)
	next := _node(_caller(place, name), reference)
}

_edges[node] contains next if {
	some [place, name, call] in _calls
	some output, expression in written.table(call, ["module", "outputs"])
	node := concat(".", [_caller(place, name), output])
	some reference in _references(expression)
	next := concat("\n", [modules.below(place, name), reference])
}

_edges[node] contains next if {
	some [place, name, call] in _calls
	node := _caller(place, name)
	some output, _ in written.table(call, ["module", "outputs"])
	next := concat(".", [node, output])
}

_edges[node] contains next if {
	some caller, expression in _made_for_each
	node := concat("", [caller, "#each"])
	some reference in _references(expression)
	next := _node(caller, reference)
}

_made_for_each[caller] := expression if {
	some caller, resource in _configured
	expression := resource.for_each_expression
}

_made_for_each[caller] := expression if {
	some [place, name, call] in _calls
	caller := _caller(place, name)
	expression := call.for_each_expression
}

_caller(place, name) := concat("\n", [place, concat(".", ["module", name])])

# sets of big objects are slow: an array for each module
_calls := [[place, name, call] |
	some place, called_module in modules.all
	some name, call in modules.calls(called_module)
	is_object(call)
]
