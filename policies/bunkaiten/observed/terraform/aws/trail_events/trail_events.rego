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
	every name in ["advanced_event_selector", "event_selector"] { count(resource.items(trail, name)) == 0 }
	not _is_late(trail)
} else := {{"path": [], "of": {"unknown": true}, "which": {"unknown": true}}} if {
	_is_late(trail)
} else := _basic(trail) | _advanced(trail)

# nobody but who writes them makes selectors, so that they are not known because of what they hold
_is_late(trail) if {
	some name in ["advanced_event_selector", "event_selector"]
	trail.unknown[name] == true
}

_basic(trail) := {selected |
	some item in resource.items(trail, "event_selector")
	some kind in _kinds(item)
	selected := {"path": ["event_selector", item.index], "of": kind, "which": _type(item)}
}

_kinds(item) := {{"is": kind} | some kind in _told(item)} | {{"unknown": true} |
	some name in ["data_resource", "include_management_events"]
	item.unknown[name] == true
}

_told(item) := {"operations" |
	not _is_without(item)
	not item.unknown.include_management_events
} | {"data" |
	count(_listed(item.values, "data_resource")) > 0
}

_is_without(item) if item.values.include_management_events == false

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

_access(item) := {"unknown": true} if {
	is_object(item.unknown)
	walk(object.get(item.unknown, "field_selector", false), [_, true])
} else := {"is": "readonly"} if {
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
