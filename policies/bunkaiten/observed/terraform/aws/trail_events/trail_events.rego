# METADATA
# title: Events that trails of AWS record
# description: What the selectors of a CloudTrail trail let in. No facts.
package bunkaiten.observed.terraform.aws.trail_events

import data.bunkaiten.observed.resource

# METADATA
# description: Attributes that are read, by type.
reads := {"aws_cloudtrail": [
	"advanced_event_selector.field_selector.equals", "advanced_event_selector.field_selector.field",
	"event_selector.data_resource.type", "event_selector.include_management_events",
	"event_selector.read_write_type",
]}

# METADATA
# description: >-
#   Set of path, of (operations, data, other) and which (all, readonly, writeonly). Operations are
#   selected unless selectors say otherwise (registry.terraform.io, aws_cloudtrail).
of(trail) := {{"path": [], "of": {"is": "operations"}, "which": {"is": "all"}}} if {
	every name in ["advanced_event_selector", "event_selector"] { resource.attribute(trail, name) == {} }
} else := {{"path": [], "of": {"unknown": true}, "which": {"unknown": true}}} if {
	some name in ["advanced_event_selector", "event_selector"]
	resource.is_unknown(trail, name)
} else := _basic(trail) | _advanced(trail)

_basic(trail) := {selected |
	some item in resource.items(trail, "event_selector")
	some kind in _kinds(item)
	selected := {"path": ["event_selector", item.index], "of": {"is": kind}, "which": _type(item)}
}

_kinds(item) := {"operations" | object.get(item.values, "include_management_events", true) != false} | {"data" |
	count(_listed(item.values, "data_resource")) > 0
}

_advanced(trail) := {selected |
	some item in resource.items(trail, "advanced_event_selector")
	selected := {"path": ["advanced_event_selector", item.index], "of": _category(item), "which": _access(item)}
}

# every advanced selector names its category
_category(item) := {"is": "operations"} if {
	"Management" in _equals(item, "eventCategory")
} else := {"is": "data"} if {
	"Data" in _equals(item, "eventCategory")
} else := {"is": "other"} if {
	count(_equals(item, "eventCategory")) > 0
} else := {"unknown": true}

_access(item) := {"is": "readonly"} if {
	_equals(item, "readOnly") == {"true"}
} else := {"is": "writeonly"} if {
	_equals(item, "readOnly") == {"false"}
} else := {"is": "all"}

_equals(item, field) := {value |
	some selector in _listed(item.values, "field_selector")
	selector.field == field
	some value in _listed(selector, "equals")
	is_string(value)
}

_listed(values, name) := values[name] if {
	is_array(values[name])
} else := []

_type(item) := {"unknown": true} if {
	item.unknown.read_write_type == true
} else := {"is": lower(written)} if {
	written := item.values.read_write_type
	is_string(written)
	written != ""
} else := {"is": "all"}
