# METADATA
# title: What is written
# description: >-
#   Reads the parts of an object that nobody has checked: each function gives something of the type
#   that it says, whatever stands there. Pure functions.
package bunkaiten.observed.written

# METADATA
# description: The list at a path, or an empty one.
list(root, path) := value if {
	is_object(root)
	value := object.get(root, path, null)
	is_array(value)
} else := []

# METADATA
# description: The items of the list at a path that are objects, by their index.
items(root, path) := {index: item |
	some index, item in list(root, path)
	is_object(item)
}

# METADATA
# description: The object at a path, or an empty one.
table(root, path) := value if {
	value := object.get(root, path, null)
	is_object(value)
} else := {}

# METADATA
# description: The text at a path, or "". Numbers and booleans are text, as annotations want them.
text(root, path) := value if {
	value := object.get(root, path, null)
	is_string(value)
} else := json.marshal(value) if {
	value := object.get(root, path, null)
	_is_plain(value)
} else := ""

# METADATA
# description: The texts in the list at a path.
texts(root, path) := [value |
	some value in list(root, path)
	is_string(value)
]

# METADATA
# description: The value of an annotation, or "".
annotation(found, name) := text(found.values, ["metadata", "annotations", name])

# METADATA
# description: The parts of a text with commas between them, each without its blanks.
parts(value) := [part |
	some piece in split(value, ",")
	part := trim_space(piece)
	part != ""
]

# METADATA
# description: A placeholder of Helm, Flux or a shell that nobody has filled in.
is_open(value) if {
	is_string(value)
	regex.match(`\{\{|\$\{|\$\(`, value)
}

# METADATA
# description: >-
#   The number at a path as an attribute: {"is": 443}, {"unknown": true} for a placeholder, {} where
#   there is none.
number(root, path) := {"is": to_number(value)} if {
	value := text(root, path)
	regex.match(`^[0-9]{1,9}$`, value)
} else := {"unknown": true} if {
	is_open(text(root, path))
} else := {}

# METADATA
# description: Attributes without those that do not apply.
present(attributes) := {name: attribute |
	some name, attribute in attributes
	attribute != {}
	attribute != []
}

# METADATA
# description: The address is one of a private network.
is_private(address) if {
	regex.match(`^[0-9.]+$`, address)
	net.cidr_is_valid(concat("", [address, "/32"]))
	some network in ["10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"]
	net.cidr_contains(network, address)
}

_is_plain(value) if is_number(value)

_is_plain(value) if is_boolean(value)

# METADATA
# description: A path below an object as tables of shapes write it, with any index of a list as "rules[].host".
pattern(path) := replace(concat(".", names), ".[]", "[]") if {
	# a table, as a call for each step would take twice as long
	names := [name | some step in path; name := {true: step, false: "[]"}[is_string(step)]]
}
