package bunkaiten_test.compared.reach

import data.bunkaiten.compared.reach

referral := "d/exchanges/referral"

archive := "d/externalStorage/archive"

clinic := {"is": {"by": "account", "name": "444455556666"}}

stranger := {"is": {"by": "account", "name": "999911112222"}}

anybody := {"is": {"by": "anybody", "name": "*"}}

test_peers_are_reached if {
	fact := seen("peer", {"who": clinic})

	reached({"peers": {referral: {fact}}, "of": {"peer": {referral}}}) == {fact}
}

test_whoever_gets_in_or_reads_is_reached if {
	entry := seen("role", {"who": stranger})
	grant := seen("policy", {"who": {"unknown": true}, "rights": {"is": ["read"]}})

	reached({
		"accesses": {referral: {entry}},
		"stores": {referral: {grant}},
		"of": {"role": {referral}, "policy": {referral, "d/exchanges/images"}},
	}) == {entry, grant}
}

test_public_store_is_read_by_anybody if {
	every audience, who in {{"is": "anybody"}: anybody, {"unknown": true}: {"unknown": true}} {
		store := seen("bucket", {"audience": audience})

		reached({"stores": {referral: {store}}, "of": {"bucket": {referral}}}) == {object.union(store, {"who": who})}
	}
}

test_what_says_nothing_of_others_reaches_nobody if {
	store := seen("bucket", {"audience": {"is": "inside"}, "region": {"is": "ap-northeast-1"}})
	place := seen("disk", {"region": {"is": "ap-northeast-1"}})
	entry := seen("session", {"logged": {"is": "yes"}})

	reached({
		"stores": {referral: {store, place}},
		"accesses": {referral: {entry}},
		"of": {"bucket": {referral}, "disk": {referral}, "session": {referral}},
	}) == set()
	reached({}) == set()
}

test_what_another_kind_of_subject_has_too_is_judged_there if {
	entry := seen("role", {"who": stranger})
	grant := seen("policy", {"who": stranger})
	peer := seen("rule", {"who": stranger})

	reached({
		"peers": {referral: {peer}, archive: {peer}},
		"accesses": {referral: {entry}},
		"stores": {referral: {grant}},
		"of": {place: {referral, archive} | some place in ["role", "policy", "rule"]},
	}) == {peer}
}

test_rule_that_is_a_peer_and_a_way_in_is_told_once if {
	rule := seen("rule", {"who": anybody, "way": "security-group-rule"})
	login := seen("rule", {"who": anybody, "way": "ssh"})
	other := object.union(login, {"steps": ["terraform", "p", 1]})

	reached({
		"peers": {referral: {rule}},
		"accesses": {referral: {login, other}},
		"of": {"rule": {referral}},
	}) == {rule, other}
}

test_peer_of_another_subject_of_the_thing_is_judged_there if {
	maintenance := "d/remoteMaintenance/pacs"
	rule := seen("rule", {"who": stranger, "way": "security-group-rule"})
	login := seen("rule", {"who": stranger, "way": "ssh"})
	around := {"peers": {referral: {rule}}, "own": {referral: set()}, "accesses": {referral: {login}}}

	reached(object.union(around, {"of": {"rule": {referral, maintenance}}})) == set()

	# a way in belongs to one subject alone
	reached(object.union(around, {"of": {"rule": {referral, "d/exchanges/images"}}})) == {login}
}

test_facts_of_other_subjects_are_not_those_of_an_exchange if {
	fact := seen("role", {"who": stranger})
	given := {archive: {fact}, "d/exchanges/images": {fact}}

	reached({"peers": given, "accesses": given, "stores": given, "of": {"role": {archive}}}) == set()
}

seen(name, attributes) := object.union({"key": name, "steps": ["terraform", "p", name], "way": name}, attributes)

reached(facts) := found[referral] if {
	found := reach.of with input as envelope
		with data.bunkaiten.compared.own.peers as object.get(facts, "own", object.get(facts, "peers", {}))
		with data.bunkaiten.observed.binding.peers as object.get(facts, "peers", {})
		with data.bunkaiten.observed.binding.accesses as object.get(facts, "accesses", {})
		with data.bunkaiten.observed.binding.stores as object.get(facts, "stores", {})
		with data.bunkaiten.observed.binding.of as object.get(facts, "of", {})
}

envelope := {"declarations": {"d": {"parties": {}, "exchanges": {name: exchange |
	some name in ["referral", "images"]
	exchange := {
		"data": "patient-information",
		"source": "aoba",
		"destinations": {"parties": ["midori"], "others": "none"},
	}
}}}}
