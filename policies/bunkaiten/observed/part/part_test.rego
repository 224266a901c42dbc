package bunkaiten.observed.part_test

import data.bunkaiten.observed.part

test_thing_is_always_one_of_its_wholes if {
	wholes("p aws_s3_bucket.b", plan([made("aws_s3_bucket.b", {"bucket": "archive"})], [])) == {"p aws_s3_bucket.b"}
	wholes("nowhere", {}) == {"nowhere"}
	wholes("", {}) == {""}
}

test_policy_is_part_of_its_bucket_by_name_and_by_reference if {
	named := {"bucket": "archive"}
	by_name := plan([made("aws_s3_bucket.b", named), made("aws_s3_bucket_policy.q", named)], [])
	by_reference := plan(
		[made("aws_s3_bucket.b", {}), made("aws_s3_bucket_policy.q", {})],
		[
			{"address": "aws_s3_bucket.b"},
			{
				"address": "aws_s3_bucket_policy.q",
				"expressions": {"bucket": {"references": ["aws_s3_bucket.b.id", "aws_s3_bucket.b"]}},
			},
		],
	)

	every given in [by_name, by_reference] {
		wholes("p aws_s3_bucket_policy.q", given) == {"p aws_s3_bucket_policy.q", "p aws_s3_bucket.b"}
		wholes("p aws_s3_bucket.b", given) == {"p aws_s3_bucket.b"}
	}
}

test_bucket_of_another_name_holds_nothing if {
	policy := made("aws_s3_bucket_policy.q", {"bucket": "archive"})
	given := plan([made("aws_s3_bucket.b", {"bucket": "other"}), policy], [])

	wholes("p aws_s3_bucket_policy.q", given) == {"p aws_s3_bucket_policy.q"}
}

test_security_group_is_part_of_what_uses_it_and_its_rules_too if {
	given := plan(
		[
			made("aws_security_group.g", {"id": "sg-1"}),
			made("aws_vpc_security_group_ingress_rule.r", {"security_group_id": "sg-1"}),
			made("aws_instance.i", {}),
			made("aws_instance.j", {}),
		],
		[
			{"address": "aws_security_group.g"},
			{"address": "aws_instance.i", "expressions": {"vpc_security_group_ids": {"references": ["aws_security_group.g"]}}},
			{"address": "aws_instance.j"},
		],
	)

	wholes("p aws_vpc_security_group_ingress_rule.r", given) == {
		"p aws_vpc_security_group_ingress_rule.r",
		"p aws_security_group.g",
		"p aws_instance.i",
	}
	wholes("p aws_security_group.g", given) == {"p aws_security_group.g", "p aws_instance.i"}
	wholes("p aws_instance.i", given) == {"p aws_instance.i"}
}

test_object_is_part_of_its_namespace if {
	given := {"kubernetes": {
		"ns": object_of("Namespace", {"name": "clinic"}),
		"other": object_of("Namespace", {"name": "office"}),
		"a": object_of("Service", {"name": "pacs", "namespace": "clinic"}),
		"b": object_of("Service", {"name": "pacs"}),
		"c": object_of("Service", {"name": "pacs", "namespace": "nowhere"}),
	}}

	{place: wholes(place, given) | some place in ["ns", "other", "a", "b", "c"]} == {
		"ns": {"ns"},
		"other": {"other"},
		"a": {"a", "ns"},
		"b": {"b"},
		"c": {"c"},
	}
}

test_namespace_without_a_name_holds_nothing if {
	given := {"kubernetes": {
		"ns": object_of("Namespace", {}),
		"service": object_of("Service", {"name": "pacs"}),
		"clinic": object_of("Namespace", {"name": "clinic"}),
	}}

	every place in ["ns", "service", "clinic"] { wholes(place, given) == {place} }
}

test_namespace_given_twice_holds_its_objects_twice if {
	given := {"kubernetes": {
		"a": object_of("Namespace", {"name": "clinic"}),
		"b": object_of("Namespace", {"name": "clinic"}),
		"service": object_of("Service", {"name": "pacs", "namespace": "clinic"}),
	}}

	wholes("service", given) == {"a", "b", "service"}
}

test_kind_that_is_called_namespace_in_another_group_holds_nothing if {
	given := {"kubernetes": {
		"ns": {"apiVersion": "x.example/v1", "kind": "Namespace", "metadata": {"name": "clinic"}},
		"service": object_of("Service", {"name": "pacs", "namespace": "clinic"}),
	}}

	wholes("service", given) == {"service"}
}

wholes(place, given) := found if {
	found := part.wholes(place) with input as given
}

object_of(kind, metadata) := {"apiVersion": "v1", "kind": kind, "metadata": metadata}

made(address, values) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": ["create"], "after": values, "after_unknown": {}},
}

plan(changes, resources) := {"terraform": {"p": {
	"resource_changes": changes,
	"configuration": {"root_module": {"resources": resources}},
}}}
