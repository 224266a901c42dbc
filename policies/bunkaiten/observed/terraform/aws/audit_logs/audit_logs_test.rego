package bunkaiten_test.observed.terraform.aws.audit_logs

import data.bunkaiten.observed.terraform.aws.audit_logs

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

test_facts_lead_to_their_place if {
	facts("aws_cloudwatch_log_group", {"retention_in_days": 30}, {"arn": true}) == {{
		"way": "log-group",
		"thing": "terraform:aws_cloudwatch_log_group.a",
		"key": "p aws_cloudwatch_log_group.a",
		"steps": ["terraform", "p", "resource_changes", 0, "change", "after", "retention_in_days"],
		"of": {"is": "messages"},
		"days": {"is": 30},
		"records": {"is": "yes"},
	}}
}

test_log_groups_are_kept_for_days_or_forever if {
	every after in [{"retention_in_days": 0}, {"retention_in_days": null}, {}] {
		{fact.days | some fact in facts("aws_cloudwatch_log_group", after, {})} == {{"is": "forever"}}
	}
	{fact.days | some fact in facts("aws_cloudwatch_log_group", {"retention_in_days": 1}, {})} == {{"is": 1}}
	{fact.days | some fact in facts("aws_cloudwatch_log_group", {}, {"retention_in_days": true})} == {late}
}

test_flow_logs_record_what_they_say if {
	every written, which in {"ALL": "all", "ACCEPT": "accept", "REJECT": "reject", "": "all"} {
		shown("aws_flow_log", {"traffic_type": written}, {}) == {[
			["traffic_type"],
			{"of": {"is": "traffic"}, "which": {"is": which}, "records": {"is": "yes"}},
		]}
	}
	{fact.which | some fact in facts("aws_flow_log", {}, {"traffic_type": true})} == {late}
	{fact.way | some fact in facts("aws_flow_log", {}, {})} == {"flow-log"}
}

test_trail_without_selectors_records_operations if {
	every after in [{}, {"enable_logging": true, "event_selector": [], "is_multi_region_trail": false}] {
		shown("aws_cloudtrail", after, {}) == {[[], trail(operations, "all")]}
	}
	{fact.way | some fact in facts("aws_cloudtrail", {}, {})} == {"cloudtrail"}
}

test_trail_that_is_off_or_for_all_regions if {
	shown("aws_cloudtrail", {"enable_logging": false, "is_multi_region_trail": true}, {}) == {[
		[],
		but(trail(operations, "all"), {"records": {"is": "no"}, "regions": {"is": "all"}}),
	]}
	shown("aws_cloudtrail", {}, {"enable_logging": true, "is_multi_region_trail": true}) == {[
		[],
		but(trail(operations, "all"), {"records": late, "regions": late}),
	]}
}

test_every_way_has_its_words if {
	object.keys(audit_logs.ways) == {"cloudtrail", "flow-log", "log-group"}
	audit_logs.reads.aws_flow_log == ["traffic_type"]
	audit_logs.satellites.aws_flow_log[1] == ["vpc_id", "aws_vpc"]
}
