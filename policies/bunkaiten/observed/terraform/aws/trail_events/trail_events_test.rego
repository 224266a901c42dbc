package bunkaiten_test.observed.terraform.aws.trail_events

import data.bunkaiten.observed.terraform.aws.audit_logs
import data.bunkaiten.observed.terraform.aws.trail_events

# [path, attributes] of what one resource records, everything unknown in it being written
shown(type, after, unknown) := {[array.slice(found.steps, 6, count(found.steps)), attributes] |
	some found in facts(type, after, unknown)
	attributes := object.remove(found, ["steps", "thing", "key", "way"])
}

facts(type, after, unknown) := found if {
	found := audit_logs.logs with input as {"terraform": {"p": {"resource_changes": [{
		"address": concat(".", [type, "a"]),
		"mode": "managed",
		"type": type,
		"name": "a",
		"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
	}]}}}
}

late := {"unknown": true}

trail(of, which) := {"of": of, "which": {"is": which}, "records": {"is": "yes"}, "regions": {"is": "one"}}

but(facts_of, changed) := object.union(object.remove(facts_of, object.keys(changed)), changed)

operations := {"is": "operations"}

test_event_selectors if {
	shown(
		"aws_cloudtrail",
		{"event_selector": [
			{"read_write_type": "WriteOnly", "data_resource": []},
			{"include_management_events": false, "data_resource": [{"type": "AWS::S3::Object"}]},
			{"include_management_events": true, "data_resource": [{"type": "AWS::S3::Object"}]},
			{"include_management_events": false},
			{},
		]},
		{"event_selector": [{}, {}, {"read_write_type": true}, {}]},
	) == {
		[["event_selector", 0], trail(operations, "writeonly")],
		[["event_selector", 1], trail({"is": "data"}, "all")],
		[["event_selector", 2], but(trail(operations, "all"), {"which": late})],
		[["event_selector", 2], but(trail({"is": "data"}, "all"), {"which": late})],
		[["event_selector", 4], trail(operations, "all")],
	}
}

field(name, values) := {"field": name, "equals": values}

test_advanced_event_selectors if {
	shown(
		"aws_cloudtrail",
		{"advanced_event_selector": [
			{"field_selector": [field("eventCategory", ["Management"])]},
			{"field_selector": [field("eventCategory", ["Data"]), field("readOnly", ["true"])]},
			{"field_selector": [field("eventCategory", ["Data"]), field("readOnly", ["false"])]},
			{"field_selector": [field("eventCategory", ["NetworkActivity"])]},
			{"field_selector": [field("eventCategory", [null]), field("eventCategory", null)]},
			{"field_selector": null},
		]},
		{"advanced_event_selector": [{}, {}, {}, {}, {"field_selector": [{"equals": [true]}]}]},
	) == {
		[["advanced_event_selector", 0], trail(operations, "all")],
		[["advanced_event_selector", 1], trail({"is": "data"}, "readonly")],
		[["advanced_event_selector", 2], trail({"is": "data"}, "writeonly")],
		[["advanced_event_selector", 3], trail({"is": "other"}, "all")],
		[["advanced_event_selector", 4], but(trail(late, "all"), {"which": late})],
		[["advanced_event_selector", 5], trail(late, "all")],
	}
}

test_selectors_that_are_known_later if {
	every name in ["event_selector", "advanced_event_selector"] {
		shown("aws_cloudtrail", {}, {name: true}) == {[[], but(trail(late, ""), {"which": late})]}
	}
}

test_trail_without_selectors_records_operations if {
	shown("aws_cloudtrail", {"event_selector": []}, {}) == {[[], trail(operations, "all")]}
}

test_what_is_read_is_said if "event_selector.read_write_type" in trail_events.reads.aws_cloudtrail

test_what_only_apply_will_show if {
	cases := [
		[{"event_selector": [{}]}, {"event_selector": [{"data_resource": true}]}, {{"is": "operations"}, late}],
		[{"event_selector": [{}]}, {"event_selector": [{"include_management_events": true}]}, {late}],
		[
			{"event_selector": [{"include_management_events": false, "data_resource": [{}]}]},
			{},
			{{"is": "data"}},
		],
	]
	every case in cases {
		logs := audit_logs.logs with input as _late([["aws_cloudtrail", case[0], case[1]]])
		{found.of | some found in logs} == case[2]
	}
	unknown := {"advanced_event_selector": [{"field_selector": [{"equals": true}]}]}
	selector := {"advanced_event_selector": [{"field_selector": [{"field": "readOnly"}]}]}
	advanced := audit_logs.logs with input as _late([["aws_cloudtrail", selector, unknown]])
	{found.which | some found in advanced} == {late}
}

_late(changes) := {"terraform": {"p": {"resource_changes": [change |
	some [type, after, pending] in changes
	change := {
		"address": concat(".", [type, "late"]),
		"mode": "managed",
		"type": type,
		"name": "late",
		"change": {"actions": ["create"], "after": after, "after_unknown": pending},
	}
]}}}
