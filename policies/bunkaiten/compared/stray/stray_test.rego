package bunkaiten_test.compared.stray

import data.bunkaiten.compared.stray

archive := "d/externalStorage/archive"

reading := "d/entrustedWork/reading"

pacs := "d/remoteMaintenance/pacs"

duty := "d/telework/duty"

every_subject := [archive, reading, pacs, duty]

stranger := network("192.0.2.9/32")

test_own_parties_and_ones_own_walls_are_covered if {
	every key in every_subject {
		every who in [network("203.0.113.7/32"), network("10.1.0.0/16"), by("line", "EqTY2"), by("account", "111111111111")] {
			every direction in ["both", "in", "out"] {
				told([key], {peer({"who": {"is": who}, "direction": direction})}) == nothing
			}
		}
	}
	told([archive], {out(by("account", "222222222222"))}) == nothing
	told([archive], {out(network("198.51.100.7/32"))}) == nothing
	told([reading], {out(by("account", "444444444444"))}) == nothing
	told([pacs], {out(by("host", "remote.medifix.example"))}) == nothing
}

test_whoever_else_something_leads_to_is_covered_by_none if {
	every key in every_subject {
		every who in [
			stranger, by("host", "files.stranger.example"), by("account", "999999999999"), by("service", "svc-1"),
			network("10.77.0.0/24"),
		] {
			told([key], {out(who)}) == only("breaches", found("crossing_beyond", out(who), who.name, [key]))
		}
	}
	told([archive], {out(by("host", "remote.medifix.example"))}).breaches != set()
	told([pacs], {out(network("198.51.100.7/32"))}).breaches != set()
}

test_line_to_a_stranger_and_a_rule_that_lets_one_near_are_covered_by_no_storage_and_no_work if {
	every key in [archive, reading] {
		every direction in ["both", "in"] {
			line := peer({"who": {"is": stranger}, "direction": direction})
			told([key], {line}) == only("breaches", found("crossing_beyond", line, stranger.name, [key]))
		}
	}
}

test_who_comes_in_or_reads_is_judged_with_the_subject if {
	every direction in ["both", "in"] {
		every key in [pacs, duty] {
			every who in [{"is": stranger}, {"is": by("account", "999999999999")}, {"unknown": true}] {
				told([key], {peer({"who": who, "direction": direction})}) == nothing
			}
		}
		every key in [archive, reading] {
			told([key], {peer({"who": {"is": by("account", "999999999999")}, "direction": direction})}) == nothing
		}
	}
}

test_what_lets_everybody_near_is_judged_by_what_listens if {
	every key in every_subject {
		told([key], {peer({"who": {"is": anybody}, "direction": "in"})}) == nothing
		shared := peer({"who": {"is": anybody}, "direction": "in", "way": "resource-share"})
		told([key], {shared}) == only("breaches", found("crossing_beyond", shared, everybody, [key]))
	}
}

test_what_lets_out_to_everywhere_is_worth_a_word if {
	every key in every_subject {
		told([key], {out(anybody)}) == only("openings", found("open_way_out", out(anybody), everybody, [key]))
		half := network("0.0.0.0/1")
		told([key], {out(half)}) == only("openings", found("open_way_out", out(half), "0.0.0.0/1", [key]))
	}
	told([archive], {out(network("10.0.0.0/8"))}).openings == set()
}

test_what_cannot_be_told_is_open if {
	hidden := peer({"who": {"unknown": true}, "direction": "out"})
	organization := by("organization", "o-1")

	every key in every_subject {
		told([key], {hidden}) == only("doubts", found("crossing_beyond_unknown", hidden, unknown, [key]))
		told([key], {out(organization)}) == only("doubts", found(
			"crossing_beyond_unknown", out(organization), "o-1",
			[key],
		))
	}
	near := peer({"who": {"unknown": true}, "direction": "in"})
	told([archive], {near}) == only("doubts", found("crossing_beyond_unknown", near, unknown, [archive]))
}

test_what_tells_nobody_leads_to_nobody if told([archive], {object.remove(out(stranger), ["who"])}) == nothing

test_what_a_store_tells_of_its_readers_is_told_once if {
	copy := out(stranger)
	beyond := only("breaches", found("crossing_beyond", copy, stranger.name, [archive]))

	every stores, said in {
		{archive: {copy}}: nothing,
		{archive: {object.union(copy, {"steps": ["terraform", "plan", 5]})}}: beyond,
		{archive: {object.remove(copy, ["who"])}}: beyond,
		{reading: {copy}}: beyond,
	} {
		says({"peers": {archive: {copy}}, "accesses": set(), "stores": stores}, [archive]) == said
	}
}

test_another_subject_that_has_the_thing_covers_it if {
	to_medifix := out(by("host", "remote.medifix.example"))

	told([archive, pacs], {to_medifix}) == nothing
	told([archive, "d/exchanges/referral"], {out(stranger)}) == nothing
	told([archive, duty], {to_medifix}) == only("breaches", found(
		"crossing_beyond", to_medifix, "remote.medifix.example",
		[archive, duty],
	))
}

test_exchange_of_which_nobody_asks_whom_it_leads_to_covers_its_parties_alone if {
	talk := "d/exchanges/talk"
	to_labo := out(by("account", "444444444444"))

	told([archive, talk], {to_labo}) == nothing
	told([archive, talk], {out(stranger)}) == only("breaches", found(
		"crossing_beyond", out(stranger), stranger.name,
		[archive, talk],
	))
	told([archive, talk, "d/exchanges/referral"], {out(stranger)}) == nothing
	told([talk], {out(stranger)}) == nothing
}

test_thing_is_told_once_by_the_fact_that_names_somebody if {
	hidden := object.union(out(stranger), {"steps": ["terraform", "plan", 0], "who": {"unknown": true}})
	lost := object.remove(hidden, ["who"])
	unknown_one := object.union(lost, {"who": {"unknown": true}})
	far := object.union(out(network("192.0.2.77/32")), {"steps": ["terraform", "plan", 5]})

	said := told([archive], {unknown_one, out(stranger), far})
	count(said.breaches) == 1
	count(said.doubts) == 1
	said.covered == false
}

test_way_in_of_which_nobody_can_tell_who_comes_needs_a_subject_for_people if {
	server := object.remove(peer({"way": "container-ssh"}), ["direction", "who"])

	every keys in [[archive], ["d/exchanges/referral"], [archive, "d/exchanges/referral"]] {
		entered(keys, {server}) == only("doubts", found("entrance_undeclared", server, {"en": "anybody", "ja": "誰でも"}, keys))
	}
	every keys in [[], [pacs], [duty], [reading], [archive, pacs]] { entered(keys, {server}) == nothing }
	entered([archive], {object.union(server, {"who": {"is": stranger}})}) == nothing
	entered([archive], {object.union(server, {"way": "role-assignment"})}) == nothing
}

anybody := by("anybody", "0.0.0.0/0")

everybody := {"en": "anybody (0.0.0.0/0)", "ja": "誰でも（0.0.0.0/0）"}

unknown := {"en": "unknown before apply", "ja": "適用前には不明"}

nothing := {"breaches": set(), "doubts": set(), "openings": set(), "covered": true}

only("openings", each) := object.union(nothing, {"openings": {each}})

only(rule, each) := object.union(object.remove(nothing, ["covered"]), {rule: {each}, "covered": false}) if {
	rule != "openings"
}

by(kind, called) := {"by": kind, "name": called}

network(called) := by("network", called)

out(who) := peer({"who": {"is": who}, "direction": "out"})

peer(attributes) := object.union(
	{
		"thing": "terraform:x_rule.a",
		"key": "plan x_rule.a",
		"way": "some-rule",
		"steps": ["terraform", "plan", 1],
	},
	attributes,
)

found(code, fact, who, subjects) := {
	"code": code,
	"subject": fact.thing,
	"pointers": ["/terraform/plan/1"],
	"values": {"thing": fact.thing, "way": words(fact.way), "who": who, "subjects": sort(subjects)},
}

words("resource-share") := {"en": "resource share", "ja": "リソース共有"}

words("container-ssh") := {"en": "SSH server in a container", "ja": "コンテナ内の SSH サーバー"}

words("some-rule") := "some-rule"

told(keys, facts) := says({"peers": {key: facts | some key in keys}, "accesses": set(), "stores": {}}, keys)

entered(keys, facts) := says({"peers": {}, "accesses": facts, "stores": {}}, keys)

says(given, keys) := answers if {
	answers := {
		"breaches": stray.breaches,
		"doubts": stray.doubts,
		"openings": stray.openings,
		"covered": covered,
	} with input as {"declarations": {"d": spec}}
		with data.bunkaiten.observed.binding.of as {"plan x_rule.a": {key | some key in keys}}
		with data.bunkaiten.observed.binding.peers as given.peers
		with data.bunkaiten.observed.binding.stores as given.stores
		with data.bunkaiten.observed.shown.accesses as given.accesses
}

default covered := false

covered if stray.is_covered("plan x_rule.a")

spec := {
	"parties": {
		"aoba": {"role": "institution", "identifiedBy": {
			"awsAccounts": ["111111111111"],
			"networks": ["203.0.113.0/24"],
		}},
		"kura": {"role": "custodian", "identifiedBy": {"awsAccounts": ["222222222222"]}},
		"midori": {"role": "institution", "identifiedBy": {"networks": ["198.51.100.0/24"]}},
		"labo": {"role": "contractor", "identifiedBy": {"awsAccounts": ["444444444444"]}},
		"net": {"role": "provider", "identifiedBy": {"networks": ["10.77.0.0/16"]}},
		"medifix": {"role": "maintainer", "identifiedBy": {"hosts": ["*.medifix.example"]}},
	},
	"exchanges": {"referral": exchanged("midori"), "talk": exchanged("labo")},
	"externalStorage": {"archive": {"owner": "aoba", "custodian": "kura", "sharedWith": ["midori"]}},
	"entrustedWork": {"reading": {"institution": "aoba", "contractor": "labo"}},
	"remoteMaintenance": {"pacs": {"institution": "aoba", "maintainer": "medifix"}},
	"telework": {"duty": {"institution": "aoba"}},
}

exchanged(party) := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": [party], "others": "none"},
}
