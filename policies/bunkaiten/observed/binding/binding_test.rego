package bunkaiten_test.observed.binding

import data.bunkaiten.observed.binding

test_fact_belongs_to_every_subject_that_names_its_thing if {
	every spec in [
		{"exchanges": {"r": exchange({"implementedBy": ["terraform:aws_s3_bucket.b"]})}},
		{"exchanges": {"r": exchange({"implementedBy": ["terraform:aws_s3_*"]})}},
		{"exchanges": {"r": exchange({"demarcationPoints": [{"at": "site:x"}, {"at": "terraform:aws_s3_bucket.b"}]})}},
		{"exchanges": {"r": exchange({"implementedBy": ["terraform:aws_s3_bucket.b"], "demarcationPoints": "none"})}},
	] {
		of({"d": spec}, {}) == {bucket: {"d/exchanges/r"}}
	}
	every section in ["entrustedWork", "externalStorage", "remoteMaintenance", "telework"] {
		spec := {section: {"s": {"implementedBy": ["terraform:aws_s3_bucket.b"]}}}
		of({"d": spec}, {}) == {bucket: {sprintf("d/%s/s", [section])}}
	}
}

test_fact_belongs_to_nobody_where_nobody_names_its_thing if {
	every spec in [
		{},
		{"exchanges": {"r": exchange({})}},
		{"exchanges": {"r": exchange({"implementedBy": []})}},
		{"exchanges": {"r": exchange({"implementedBy": ["terraform:aws_s3_bucket.c"]})}},
		{"exchanges": {"r": exchange({"demarcationPoints": "none"})}},
		{"exchanges": {"r": exchange({"demarcationPoints": []})}},
		{"exchanges": {"r": {"data": "other", "implementedBy": ["terraform:aws_s3_bucket.b"]}}},
		{"externalStorage": {"s": {"demarcationPoints": [{"at": "terraform:aws_s3_bucket.b"}]}}},
	] {
		of({"d": spec}, {}) == {bucket: set()}
	}
	of({}, {}) == {bucket: set()}
}

test_marker_binds_by_the_short_and_by_the_long_name if {
	declared := {"d": {"exchanges": {"r": exchange({})}}, "e": {"exchanges": {"r": exchange({})}}}

	every value, subjects in {
		"r": {"d/exchanges/r", "e/exchanges/r"},
		"d/r": {"d/exchanges/r"},
		"e/r d/r": {"d/exchanges/r", "e/exchanges/r"},
		"d/r nobody": {"d/exchanges/r"},
		"nobody": set(),
		"f/r": set(),
		"d": set(),
		"d/exchanges/r": set(),
		"exchanges/r": set(),
	} {
		of(declared, {"tags": {"bunkaiten:exchange": value}}) == {bucket: subjects}
	}
	of(declared, {"tags": {"bunkaiten:telework": "r"}}) == {bucket: set()}
}

test_marker_of_each_section_binds_to_subjects_of_that_section if {
	sections := {
		"entrusted-work": "entrustedWork",
		"exchange": "exchanges",
		"external-storage": "externalStorage",
		"remote-maintenance": "remoteMaintenance",
		"telework": "telework",
	}
	declared := {"d": {section: {"x": exchange({})} | some section in sections}}

	binding.sections == sections
	every name, section in sections {
		of(declared, {"tags": {concat("", ["bunkaiten:", name]): "x"}}) == {bucket: {sprintf("d/%s/x", [section])}}
	}
}

test_what_claims_or_marks_the_whole_has_the_parts_too if {
	claimed := {"d": {"externalStorage": {
		"a": {"implementedBy": ["terraform:aws_s3_bucket.b"]},
		"m": {},
		"policy": {"implementedBy": ["terraform:aws_s3_bucket_policy.q"]},
	}}}
	given := {"declarations": stated(claimed), "terraform": {"p": {"resource_changes": [
		made("aws_s3_bucket.b", {"bucket": "archive", "tags": {"bunkaiten:external-storage": "m"}}),
		made("aws_s3_bucket_policy.q", {"bucket": "archive", "policy": grant}),
	]}}}
	found := {place: keys | some place, keys in binding.of} with input as given

	found == {
		bucket: {"d/externalStorage/a", "d/externalStorage/m"},
		"p aws_s3_bucket_policy.q": {"d/externalStorage/a", "d/externalStorage/m", "d/externalStorage/policy"},
	}
	surroundings := binding.surroundings("p aws_s3_bucket_policy.q") with input as given
	surroundings == {bucket, "p aws_s3_bucket_policy.q"}
}

test_facts_of_each_kind_stand_by_subject if {
	every kind in ["peers", "endpoints", "stores", "accesses", "logs"] {
		facts_of(kind, {"declarations": stated({
			"d": {"externalStorage": {
				"a": {"implementedBy": ["terraform:aws_s3_bucket.b"]},
				"z": {"implementedBy": ["terraform:aws_s3_bucket.z"]},
			}},
			"e": {"telework": {"t": {"implementedBy": ["terraform:*"]}}},
		})}) == {
			"d/externalStorage/a": {fact},
			"e/telework/t": {fact},
		}
		facts_of(kind, {}) == {}
	}
}

test_marker_that_names_nothing_is_lost if {
	declared := {"d": {"parties": {"kura": {}}, "exchanges": {"r": exchange({})}, "telework": {"t": {}}}}

	every case in [
		[{"bunkaiten:exchange": "r"}, {}],
		[{"bunkaiten:exchange": "d/r"}, {}],
		[{"bunkaiten:exchange": "r q"}, {bucket: {["exchange", "q"]}}],
		[{"bunkaiten:exchange": "R e/r"}, {bucket: {["exchange", "R"], ["exchange", "e/r"]}}],
		[{"bunkaiten:exchange": "t", "bunkaiten:telework": "t"}, {bucket: {["exchange", "t"]}}],
		[{"bunkaiten:operated-by": "nobody"}, {bucket: {["operated-by", "nobody"]}}],
		[{"bunkaiten:operated-by": "kura"}, {}],
		[{"bunkaiten:exchnage": "r"}, {bucket: {["exchnage", "r"]}}],
		[{}, {}],
		[null, {}],
	] {
		lost(declared, {"tags": case[0]}) == case[1]
	}
	lost({}, {"tags": {"bunkaiten:exchange": "r"}}) == {bucket: {["exchange", "r"]}}
}

test_thing_is_marked_where_it_or_its_whole_names_a_subject if {
	every case in [
		[{"bunkaiten:exchange": "nobody"}, {bucket, "p aws_s3_bucket_policy.q"}],
		[{"bunkaiten:operated-by": "kura"}, set()],
		[{}, set()],
	] {
		given := with_policy(case[0])
		{place | some place in [bucket, "p aws_s3_bucket_policy.q"]; binding.is_marked(place) with input as given} == case[1]
	}
	objects := {"kubernetes": {
		"ns": {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "n", "labels": {"bunkaiten.dev/telework": "t"}}},
		"a": {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a", "namespace": "n"}},
		"b": {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "b"}},
	}}
	{place | some place in ["ns", "a", "b"]; binding.is_marked(place) with input as objects} == {"ns", "a"}
}

test_operators_are_those_of_the_thing_and_of_its_wholes if {
	every case in [
		[{"bunkaiten:operated-by": "kura"}, {"kura"}],
		[{"bunkaiten:exchange": "kura"}, set()],
		[{}, set()],
	] {
		given := with_policy(case[0])
		operators := binding.operators("p aws_s3_bucket_policy.q") with input as given
		operators == case[1]
	}
}

test_operators_whom_somebody_wrote_go_before_those_of_default_tags if {
	default_tags := {"bunkaiten:operated-by": "nagi"}
	every case in [
		[{"tags": {"bunkaiten:operated-by": "kura"}}, {}, {"kura"}],
		[{}, {"tags": {"bunkaiten:operated-by": "kura"}}, {"kura"}],
		[{"tags": {"bunkaiten:operated-by": "soyo"}}, {"tags": {"bunkaiten:operated-by": "kura"}}, {"kura", "soyo"}],
		[{}, {}, {"nagi"}],
	] {
		given := {"terraform": {"p": {"resource_changes": [
			made("aws_s3_bucket.b", object.union({"bucket": "archive", "tags_all": default_tags}, case[0])),
			made("aws_s3_bucket_policy.q", object.union({"bucket": "archive", "tags_all": default_tags}, case[1])),
		]}}}
		operators := binding.operators("p aws_s3_bucket_policy.q") with input as given
		operators == case[2]
	}
}

test_names_are_those_of_all_things_that_are_read if {
	pod := {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "x"}}
	given := object.union(with_policy({}), {"kubernetes": {"k": pod}})

	{place: thing | some place, thing in binding.names with input as given} == {
		bucket: "terraform:aws_s3_bucket.b",
		"p aws_s3_bucket_policy.q": "terraform:aws_s3_bucket_policy.q",
		"k": "kubernetes:/Pod/x",
	}
}

test_claimed_things_stand_with_the_subjects_that_name_them if {
	given := object.union(with_policy({}), {"declarations": {"d": {"parties": {}, "telework": {
		"t": {"implementedBy": ["terraform:aws_s3_*", "site:x"]},
		"u": {"implementedBy": ["terraform:aws_s3_bucket.b", "terraform:aws_s3_bucket.gone"]},
	}}}})

	{name: keys | some name, keys in binding.claimed with input as given} == {
		"terraform:aws_s3_bucket.b": {"d/telework/t", "d/telework/u"},
		"terraform:aws_s3_bucket_policy.q": {"d/telework/t"},
	}
}

test_object_is_named_with_the_group_of_its_kind_or_without if {
	every reference, subjects in {
		"kubernetes:clinic/Ingress/x": {"d/telework/t"},
		"kubernetes:clinic/Ingress.networking.k8s.io/x": {"d/telework/t"},
		"kubernetes:clinic/*.networking.k8s.io/x": {"d/telework/t"},
		"kubernetes:clinic/Ingress.extensions/x": set(),
		"kubernetes:other/Ingress.networking.k8s.io/x": set(),
	} {
		of_ingress(reference) == {"k": subjects}
	}
}

of_ingress(reference) := found if {
	seen := {"way": "w", "thing": "kubernetes:clinic/Ingress/x", "key": "k", "steps": []}
	found := {place: keys | some place, keys in binding.of} with input as {
		"declarations": stated({"d": {"telework": {"t": {"implementedBy": [reference]}}}}),
		"kubernetes": {"k": {
			"apiVersion": "networking.k8s.io/v1",
			"kind": "Ingress",
			"metadata": {"namespace": "clinic", "name": "x"},
		}},
	}
		with data.bunkaiten.observed.kubernetes as {"a": {"peers": {seen}}}
}

test_steps_lead_to_marked_things if {
	given := with_policy({"bunkaiten:exchange": "r"})

	{place: steps | some place, steps in binding.steps with input as given} == {
		bucket: ["terraform", "p", "resource_changes", 0, "change", "after"],
	}
}

bucket := "p aws_s3_bucket.b"

fact := {"way": "w", "thing": "terraform:aws_s3_bucket.b", "key": bucket, "steps": []}

grant := json.marshal({"Statement": [{
	"Effect": "Allow",
	"Action": "s3:GetObject",
	"Resource": "*",
	"Principal": {"AWS": "arn:aws:iam::444455556666:root"},
}]})

of(declared, values) := found if {
	found := {place: keys | some place, keys in binding.of} with input as with_bucket(declared, values)
}

lost(declared, values) := found if {
	found := {place: words | some place, words in binding.lost} with input as with_bucket(declared, values)
}

with_bucket(declared, values) := {
	"declarations": stated(declared),
	"terraform": {"p": {"resource_changes": [made("aws_s3_bucket.b", values)]}},
}

with_policy(tags) := {"terraform": {"p": {"resource_changes": [
	made("aws_s3_bucket.b", {"bucket": "archive", "tags": tags}),
	made("aws_s3_bucket_policy.q", {"bucket": "archive"}),
]}}}

facts_of("peers", given) := found if {
	found := {key: facts | some key, facts in binding.peers} with input as object.union(given, with_policy({}))
		with data.bunkaiten.observed.terraform as adapters("peers")
}

facts_of("endpoints", given) := found if {
	found := {key: facts | some key, facts in binding.endpoints} with input as object.union(given, with_policy({}))
		with data.bunkaiten.observed.terraform as adapters("endpoints")
}

facts_of("stores", given) := found if {
	found := {key: facts | some key, facts in binding.stores} with input as object.union(given, with_policy({}))
		with data.bunkaiten.observed.terraform as adapters("stores")
}

facts_of("accesses", given) := found if {
	found := {key: facts | some key, facts in binding.accesses} with input as object.union(given, with_policy({}))
		with data.bunkaiten.observed.terraform as adapters("accesses")
}

facts_of("logs", given) := found if {
	found := {key: facts | some key, facts in binding.logs} with input as object.union(given, with_policy({}))
		with data.bunkaiten.observed.terraform as adapters("logs")
}

adapters(kind) := {"aws": {"a": {kind: {fact, object.union(fact, {"key": "p aws_s3_bucket.nobody"})}}}}

# every declaration has parties
stated(declared) := {name: object.union({"parties": {}}, spec) | some name, spec in declared}

exchange(more) := object.union({"data": "patient-information", "source": "aoba"}, more)

made(address, values) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": ["create"], "after": values, "after_unknown": {}},
}
