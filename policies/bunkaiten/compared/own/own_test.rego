package bunkaiten_test.compared.own

import data.bunkaiten.compared.own

referral := "d/exchanges/referral"

images := "d/exchanges/images"

abroad := "e/exchanges/abroad"

notice := "d/exchanges/notice"

archive := "d/externalStorage/archive"

reading := "d/entrustedWork/reading"

pacs := "d/remoteMaintenance/pacs"

duty := "d/telework/duty"

midori := network("198.51.100.7/32")

sora := network("198.51.100.9/32")

stranger := network("192.0.2.99/32")

test_peer_of_another_subject_of_the_thing_is_left_to_that_one if {
	left({referral, images}, midori) == {images}
	left({referral, images}, sora) == {referral}
	left({referral, duty}, midori) == {duty}
	left({referral, duty, pacs}, by("host", "remote.medifix.example")) == {referral, duty}
	left({referral, archive}, by("account", "222222222222")) == {referral}
	left({images, reading}, by("account", "444444444444")) == {images}
	left({referral, images, duty, pacs, archive, reading}, midori) == {duty, images, pacs, reading}
}

test_what_leads_out_comes_in_or_does_both_is_left_alike if {
	every direction in ["both", "in", "out"] {
		left_of({referral, images}, {peer(direction, midori)}) == {images: {peer(direction, midori)}}
	}
}

test_whom_no_subject_names_stays_with_all if {
	every who in [
		stranger,
		network("198.51.100.0/24"),
		by("host", "files.stranger.example"),
		by("host", "*.example"),
		by("account", "999999999999"),
		by("anybody", "0.0.0.0/0"),
		by("service", "com.amazonaws.vpce.svc-1"),
		by("organization", "o-1"),
		by("line", "EqTY2"),
	] {
		left({referral, images, archive, reading, pacs, duty}, who) == set()
	}
}

test_party_that_no_subject_has_stays_with_all if {
	left({referral, images, duty, pacs}, network("203.0.113.200/32")) == set()
}

test_who_is_not_known_before_apply_stays_with_all if {
	hidden := object.union(peer("both", {}), {"who": {"unknown": true}})
	nobody := object.remove(hidden, ["who"])

	left_of({referral, images, pacs}, {hidden, nobody}) == {}
}

test_who_has_a_part_in_several_stays_with_each if {
	aoba := network("203.0.113.7/32")

	left({referral, images, duty, pacs, archive, reading}, aoba) == set()
	left({referral, archive, pacs}, midori) == {pacs}
}

test_subject_that_does_not_have_the_thing_covers_nothing if {
	left({referral}, sora) == set()
	left({pacs, duty}, sora) == set()
	left(set(), sora) == set()
}

test_address_that_is_also_another_s_is_covered_by_nobody if {
	# one address of two, and a network with somebody else's in it
	left({referral, images}, network("198.51.100.77/32")) == set()
	left({referral, images}, network("198.51.100.64/26")) == set()
	left({referral, images}, network("198.51.100.128/29")) == set()
}

test_address_that_may_be_its_own_stays_with_a_subject if {
	shared := network("198.51.100.160/32")

	left({referral, "d/exchanges/both"}, shared) == set()
	left({pacs, "d/exchanges/both"}, shared) == {pacs}
}

test_within_one_s_own_walls_nobody_else_s_declaration_counts if {
	lab := network("10.9.0.0/16")
	ward := by("namespace", "sora")

	every who in [lab, ward] {
		left({abroad, referral}, who) == set()
		left({abroad, images}, who) == set()
	}
	left({images, referral}, network("10.1.0.0/16")) == set()
	left({images, referral}, network("10.8.0.0/16")) == {referral}
	left({images, referral}, by("namespace", "eyes")) == {referral}
	left({abroad, images}, network("192.0.2.200/32")) == {images}
}

test_subject_may_be_of_another_declaration if {
	left({referral, abroad}, network("192.0.2.200/32")) == {referral}
	left({images, abroad}, sora) == {abroad}
	left({referral, abroad}, midori) == set()
}

test_exchange_of_open_class_or_open_list_covers_whom_it_names_alone if {
	left({images, "d/exchanges/short"}, network("203.0.113.200/32")) == {images}
	left({images, "d/exchanges/short"}, stranger) == set()
	left({images, "d/exchanges/open"}, stranger) == set()
	left({images, "d/exchanges/nobody"}, midori) == set()
	left({images, "d/exchanges/anybody"}, stranger) == set()
}

test_what_is_no_exchange_between_institutions_covers_nobody if {
	left({referral, notice}, by("account", "444444444444")) == set()
	left({referral, notice}, midori) == {notice}
	left({referral, "d/exchanges/memo"}, sora) == set()
}

test_parties_of_a_storage_are_those_who_share_it if {
	left({referral, archive}, sora) == set()
	left({images, archive}, midori) == {images}
}

by(kind, called) := {"by": kind, "name": called}

network(called) := by("network", called)

peer(direction, who) := {
	"thing": "terraform:x_router.a",
	"key": router,
	"way": "some-tunnel",
	"steps": ["terraform", "plan", 1],
	"direction": direction,
	"who": {"is": who},
}

router := "plan x_router.a"

left(keys, who) := {key | some key, _ in left_of(keys, {peer("both", who)})}

left_of(keys, facts) := gone if {
	given := {key: facts | some key in keys}
	kept := {key: each | some key, each in own.peers} with input as {"declarations": declarations}
		with data.bunkaiten.observed.shown.peers as facts
		with data.bunkaiten.observed.binding.of as {router: keys}
		with data.bunkaiten.observed.binding.peers as given
	gone := {key: missing | some key, each in kept; missing := facts - each; count(missing) > 0}
}

exchanged(parties) := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": parties, "others": "none"},
}

declarations := {
	"d": {
		"parties": parties,
		"exchanges": {
			"referral": exchanged(["midori"]),
			"images": exchanged(["sora"]),
			"notice": exchanged(["labo"]),
			"both": exchanged(["kusa", "midori"]),
			"short": {"data": "patient-information", "source": "aoba", "destinations": {"parties": ["kusa"]}},
			"open": object.union(exchanged(["kusa"]), {"destinations": {"others": "unidentified"}}),
			"nobody": object.union(exchanged([]), {"destinations": {"others": "unidentified"}}),
			"anybody": exchanged(["mono"]),
			"memo": object.union(exchanged(["sora"]), {"data": "none"}),
		},
		"externalStorage": {"archive": {"owner": "aoba", "custodian": "kura", "sharedWith": ["midori"]}},
		"entrustedWork": {"reading": {"institution": "aoba", "contractor": "labo"}},
		"remoteMaintenance": {"pacs": {"institution": "aoba", "maintainer": "medifix"}},
		"telework": {"duty": {"institution": "aoba"}},
	},
	"e": {
		"parties": {
			"hana": institution({"networks": ["198.51.100.7/32"]}),
			"tori": institution({
				"networks": ["192.0.2.200/32", "10.9.0.0/16"],
				"kubernetesNamespaces": ["sora"],
			}),
		},
		"exchanges": {"abroad": object.union(exchanged(["tori"]), {"source": "hana"})},
	},
}

parties := {
	"aoba": institution({"awsAccounts": ["111111111111"], "networks": ["203.0.113.0/28"]}),
	"midori": institution({"networks": [
		"198.51.100.7/32", "198.51.100.77/32", "198.51.100.128/29", "198.51.100.160/32",
	]}),
	"sora": institution({"networks": ["198.51.100.9/32", "10.8.0.0/16"], "kubernetesNamespaces": ["eyes"]}),
	"kusa": institution({"networks": [
		"203.0.113.200/32", "198.51.100.77/32", "198.51.100.130/32", "198.51.100.160/32",
	]}),
	"mono": institution({"networks": ["0.0.0.0/0"]}),
	"kura": {"role": "custodian", "identifiedBy": {"awsAccounts": ["222222222222"]}},
	"labo": {"role": "contractor", "identifiedBy": {"awsAccounts": ["444444444444"]}},
	"medifix": {"role": "maintainer", "identifiedBy": {"hosts": ["*.medifix.example"]}},
}

institution(known) := {"role": "institution", "identifiedBy": known}
