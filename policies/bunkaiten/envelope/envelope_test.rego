package bunkaiten_test.envelope

import data.bunkaiten.envelope

test_plan_is_taken_as_it_is if {
	plan := {"format_version": "1.2", "resource_changes": []}

	built(plan).terraform == {"plan": plan}
	built(plan).kubernetes == {}
}

test_plan_of_hcp_terraform_is_inside if {
	plan := {"format_version": "1.2"}

	built({"plan": plan, "run": {}}).terraform == {"plan": plan}
}

test_object_list_and_review_are_objects if {
	one := {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}}
	other := {"apiVersion": "v1", "kind": "Pod"}

	built(one).kubernetes == {"object#1": one}
	built({"apiVersion": "v1", "kind": "List", "items": [one, other]}).kubernetes == {"object#1": one, "object#2": other}
	review := {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {"object": one}}
	built(review).kubernetes == {"object#1": one}
	built(one).terraform == {}
}

test_deny_input_that_is_nothing_known if {
	every given in [{}, {"a": 1}, [], "text", {"kind": "Service"}, {"plan": {}}] {
		found := messages with input as given
		found == {"bunkaiten: nothing was judged: the input is no Terraform plan and no Kubernetes object."}
	}
}

test_deny_plan_that_failed if {
	found := messages with input as {"format_version": "1.2", "errored": true}
	found == {"bunkaiten: nothing was judged: planning failed (errored: true). Mend it and plan again."}
}

test_allow_plan_that_shows_nothing if {
	found := messages with input as {"format_version": "1.2", "resource_changes": []}
	found == set()
}

test_declarations_and_context_come_from_data if {
	spec := {"parties": {}}
	context := {"as_of": "2026-11-22", "scope": "marked"}
	found := envelope.envelope with input as {"format_version": "1.2"}
		with data.declarations as {"clinic": spec}
		with data.bunkaiten_context as context

	found.declarations == {"clinic": spec}
	found.context == {"as_of": "2026-11-22", "scope": "marked", "edition": "mhlw-4", "deployments": "expected"}
}

test_day_is_todays_where_nobody_says_one if {
	found := envelope.envelope.context with input as {}
	regex.match(`^20[0-9]{2}-(0[1-9]|1[0-2])-([0-2][0-9]|3[01])$`, found.as_of)
	found.deployments == "expected"
	found.scope == "all"
}

test_lists_and_texts_in_both_languages_are_said if {
	breach := {
		"code": "c",
		"subject": "s",
		"pointers": [],
		"values": {"a": ["x", {"en": "y", "ja": "z"}], "b": {"en": "one", "ja": "二"}, "n": 3},
	}
	entry := {"id": "i", "clause": "k"}
	texts := {"findings": {"c": {"message": {"en": "{a}; {b}; {n}"}}}}
	decided := {"q.r": {"deny": {breach}, "undetermined": {object.union(breach, {"code": "other"})}}}
	found := envelope.deny with data.bunkaiten.gate.decision as decided
		with data.bunkaiten.catalogue.requirements as {"q.r": entry}
		with data.bunkaiten.catalogue.texts as {"q.r": texts}
		with input as {"format_version": "1.2"}

	about := {"requirement": "i", "clause": "k", "subject": "s", "pointers": []}
	found == {
		object.union(about, {"msg": "i s: x, y; one; 3", "state": "deny", "code": "c"}),
		object.union(about, {"msg": "i s: other", "state": "undetermined", "code": "other"}),
	}
}

test_decision_is_that_of_the_gate_over_the_envelope if {
	decided := envelope.decision with input as {"format_version": "1.2"}
		with data.bunkaiten.gate.decision as {"a.b": {"deny": set()}}

	decided == {"a.b": {"deny": set()}}
}

messages := {words.msg | some words in envelope.deny with data.bunkaiten.gate.decision as {}}

built(given) := found if found := envelope.envelope with input as given
