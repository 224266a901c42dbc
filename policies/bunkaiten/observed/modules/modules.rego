# METADATA
# title: Modules of Terraform configurations
# description: Every module that a plan's configuration calls, to six levels below the root.
package bunkaiten.observed.modules

# METADATA
# description: >-
#   The modules by their place: the document and the names of the calls that lead there, with dots
#   between, on two lines ("plan.json\nline.inner"; "plan.json\n" is the root).
all := {place: called |
	some place, called in object.union_n([_level0, _level1, _level2, _level3, _level4, _level5, _level6])
	is_object(called)
}

# METADATA
# description: The calls of a module, by name.
calls(called) := called.module_calls if {
	is_object(called.module_calls)
} else := {}

# METADATA
# description: The place of the module that one at `place` calls by this name.
below(place, name) := concat("", [place, _separator(place), name])

# METADATA
# description: The place of the module that a module address names, which may hold instance keys.
place_of(document, address) := concat("\n", [document, _paths[address]]) if {
	_paths[address]
} else := concat("\n", [document, _path(address)])

# METADATA
# description: >-
#   Two module addresses may lie in the same instance: as far as both are in the same modules, those
#   have the same instance keys.
is_near(one, other) if {
	one == other
} else if {
	mine := _steps(one)
	theirs := _steps(other)
	parted := {index | some index, step in mine; _bare(step) != _bare(theirs[index])}
	common := min(parted | {count(mine), count(theirs)})
	array.slice(mine, 0, common) == array.slice(theirs, 0, common)
}

_separator(place) := "" if {
	endswith(place, "\n")
} else := "."

# by address, as thousands of resources share one
_paths[address] := _path(address) if some address in _addresses

_path(address) := concat(".", [trim_prefix(_bare(step), "module.") | some step in _steps(address)])

_addresses contains ""

_addresses contains address if {
	some plan in input.terraform
	some change in plan.resource_changes
	address := change.module_address
}

_steps(address) := regex.find_n(`module\.[^.\[]+(\[([0-9]+|"([^"\\]|\\.)*")\])?`, address, -1)

_bare(step) := split(step, "[")[0]

_level0[concat("\n", [document, ""])] := called if {
	some document, plan in input.terraform
	called := plan.configuration.root_module
}

_level1[below(place, name)] := called if {
	some place, caller in _level0
	some name, call in calls(caller)
	called := call.module
}

_level2[below(place, name)] := called if {
	some place, caller in _level1
	some name, call in calls(caller)
	called := call.module
}

_level3[below(place, name)] := called if {
	some place, caller in _level2
	some name, call in calls(caller)
	called := call.module
}

_level4[below(place, name)] := called if {
	some place, caller in _level3
	some name, call in calls(caller)
	called := call.module
}

_level5[below(place, name)] := called if {
	some place, caller in _level4
	some name, call in calls(caller)
	called := call.module
}

_level6[below(place, name)] := called if {
	some place, caller in _level5
	some name, call in calls(caller)
	called := call.module
}
