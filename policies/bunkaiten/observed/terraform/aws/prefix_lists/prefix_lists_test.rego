package bunkaiten_test.observed.terraform.aws.prefix_lists

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.prefix_lists

unknown := {"unknown": true}

test_entries_of_a_list if {
	held := {"entry": [{"cidr": "198.51.100.7/32"}, {"cidr": "198.51.100.9/32"}, {}]}

	networks([list(held, {})]) == {"p aws_ec2_managed_prefix_list.a": {
		{"is": "198.51.100.7/32"},
		{"is": "198.51.100.9/32"},
		unknown,
	}}
	networks([list({}, {"entry": true})]) == {"p aws_ec2_managed_prefix_list.a": {unknown}}
	networks([list({}, {})]) == {"p aws_ec2_managed_prefix_list.a": {unknown}}
}

test_entries_in_resources_of_their_own if {
	known := entry({"cidr": "203.0.113.64/28", "prefix_list_id": "pl-1"}, {})
	late := entry({"prefix_list_id": "pl-1"}, {"cidr": true})
	elsewhere := entry({"cidr": "203.0.113.64/28", "prefix_list_id": "pl-2"}, {})

	networks([list({"id": "pl-1"}, {}), known]) == {"p aws_ec2_managed_prefix_list.a": {{"is": "203.0.113.64/28"}}}
	networks([list({"id": "pl-1"}, {}), late]) == {"p aws_ec2_managed_prefix_list.a": {unknown}}
	networks([list({"id": "pl-1"}, {}), elsewhere]) == {"p aws_ec2_managed_prefix_list.a": {unknown}}
}

test_lists_by_their_ids if {
	found := prefix_lists.by_id with input as plan([list({"id": "pl-1"}, {}), entry({"id": "pl-9"}, {})], [])

	found == {"pl-1": {"p aws_ec2_managed_prefix_list.a"}}
}

test_lists_that_an_attribute_refers_to if {
	own := ["aws_ec2_managed_prefix_list.a.id", "aws_ec2_managed_prefix_list.a"]
	theirs := ["data.aws_ec2_managed_prefix_list.b.id", "data.aws_ec2_managed_prefix_list.b"]

	referred(own) == {"p aws_ec2_managed_prefix_list.a"}
	referred([]) == set()
	not referred(array.concat(own, theirs))
}

test_what_is_read if {
	object.keys(prefix_lists.reads) == {"aws_ec2_managed_prefix_list", "aws_ec2_managed_prefix_list_entry"}
}

networks(changes) := found if found := prefix_lists.networks with input as plan(changes, [])

referred(references) := found if found := _referred with input as plan(
	[list({}, {}), entry({}, {"prefix_list_id": true})],
	references,
)

_referred := prefix_lists.referred(made, "prefix_list_id") if {
	some _, made in resource.managed.aws_ec2_managed_prefix_list_entry
}

list(after, marks) := change("aws_ec2_managed_prefix_list", "a", after, marks)

entry(after, marks) := change("aws_ec2_managed_prefix_list_entry", "e", after, marks)

change(type, name, after, marks) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["create"], "after": after, "after_unknown": marks},
}

plan(changes, references) := {"terraform": {"p": {
	"resource_changes": changes,
	"configuration": {"root_module": {"resources": [
		{"address": "aws_ec2_managed_prefix_list.a", "expressions": {"entry": {}}},
		{"address": "data.aws_ec2_managed_prefix_list.b", "expressions": {}},
		{
			"address": "aws_ec2_managed_prefix_list_entry.e",
			"expressions": {"prefix_list_id": {"references": references}},
		},
	]}},
}}}
