# METADATA
# title: Ports of firewall rules of Google Cloud
# description: What each layer of a rule lets through.
package bunkaiten.observed.terraform.google.firewall_ports

# METADATA
# description: >-
#   The ports of a rule, each with its protocol in lower case ("" where it is not known), the path to
#   it, and ports, an attribute; {} where all are open.
of(rule) := {opened |
	some layer in rule.layers
	some opened in _of_layer(layer)
}

_of_layer(layer) := {{
	"protocol": _protocol(layer),
	"path": array.concat(layer.path, ["ports"]),
	"ports": {"unknown": true},
}} if {
	layer.unknown.ports == true
} else := {opened |
	some index, written in layer.values.ports
	opened := {
		"protocol": _protocol(layer),
		"path": array.concat(layer.path, ["ports", index]),
		"ports": _range(written),
	}
} if {
	is_array(layer.values.ports)
	count(layer.values.ports) > 0
} else := {{"protocol": _protocol(layer), "path": layer.path, "ports": {}}}

_range(written) := {"is": [to_number(ends[0]), to_number(ends[count(ends) - 1])]} if {
	is_string(written)
	regex.match(`^[0-9]{1,5}(-[0-9]{1,5})?$`, written)
	ends := split(written, "-")
} else := {"unknown": true}

# by name or by number, 6 is TCP
_protocol(layer) := object.get({"6": "tcp", "17": "udp"}, word, word) if {
	some name in ["ip_protocol", "protocol"]
	is_string(layer.values[name])
	word := lower(layer.values[name])
} else := ""
