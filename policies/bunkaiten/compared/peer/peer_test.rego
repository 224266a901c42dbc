package bunkaiten_test.compared.peer

import data.bunkaiten.compared.peer as compared
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

referral := "d/exchanges/referral"

place := ["declarations", "d", "exchanges", "referral", "destinations"]

test_whoever_has_a_part_in_the_exchange_is_expected if {
	every who in [
		network("203.0.113.2/32"),
		network("198.51.100.7/32"),
		host("pacs.midori.example"),
		host("*.midori.example"),
		account("444455556666"),
		{"by": "service", "name": "com.amazonaws.vpce.chubu-net.example"},
		network("192.0.2.1/32"),
		host("relay.labo.example"),
		host("gateway.kura.example"),
		host("router.medifix.example"),
		network("2001:db8:7::/64"),
		{"by": "namespace", "name": "ingress-nginx"},
	] {
		said([peer(who)]) == {"consistent": {referral}, "findings": set()}
	}
}

test_what_is_within_one_s_own_walls_is_nobody_s_unless_it_is_another_s if {
	every private in ["10.1.2.0/24", "192.168.0.0/16", "172.16.3.4/32", "100.64.0.1/32", "fd00:1::/32", "10.9.0.1/32"] {
		said([peer(network(private))]) == {"consistent": {referral}, "findings": set()}
	}
	said([peer(network("10.8.0.1/32"))]) == {
		"consistent": set(),
		"findings": {found("observed_stranger", peer(network("10.8.0.1/32")), "10.8.0.1/32")},
	}
}

test_private_address_says_something_of_networks_alone if {
	inside := peer({"by": "host", "name": "10.1.2.0/24"})

	said([inside]) == {"consistent": set(), "findings": {found("observed_stranger", inside, "10.1.2.0/24")}}
}

test_line_is_told_by_the_gateway_at_its_end if {
	said([peer({"by": "line", "name": "EqTY2"})]) == {"consistent": {referral}, "findings": set()}
}

test_whoever_has_no_part_in_the_exchange_is_a_stranger if {
	every who in [
		network("203.0.113.200/32"),
		network("198.51.100.0/24"),
		network("192.0.2.128/32"),
		host("pacs.kusa.example"),
		host("midori.example.net"),
		account("999900001111"),
		account("777788889999"),
		{"by": "service", "name": "com.amazonaws.vpce.svc-1"},
		{"by": "user", "name": "79a59df900b949e5"},
		{"by": "namespace", "name": "kusa"},
		{"by": "federated", "name": "arn:aws:iam::111122223333:saml-provider/elsewhere"},
	] {
		said([peer(who)]) == {"consistent": set(), "findings": {found("observed_stranger", peer(who), who.name)}}
	}
}

test_what_is_open_to_anybody_is_open_to_strangers if {
	every name in ["0.0.0.0/0", "::/0", "*"] {
		fact := peer({"by": "anybody", "name": name})

		said([fact]) == {"consistent": set(), "findings": {found("observed_anybody", fact, name)}}
	}
}

test_what_cannot_be_told_is_unknown if {
	organization := peer({"by": "organization", "name": "o-abc"})

	said([hidden]) == {"consistent": set(), "findings": {found("observed_peer_unknown", hidden, "")}}
	said([organization]) == {"consistent": set(), "findings": {found("observed_peer_unknown", organization, "o-abc")}}
}

test_address_of_several_parties_is_that_of_the_narrowest if {
	given := patched([
		{"op": "add", "path": "declarations/d/parties/kusa/identifiedBy/networks/-", "value": "198.51.100.0/24"},
		{"op": "add", "path": "declarations/d/parties/kusa/identifiedBy/networks/-", "value": "203.0.113.8/32"},
	])
	clinic := peer(network("198.51.100.7/32"))
	kusa := peer(network("203.0.113.8/32"))

	said_of(given, {referral: {clinic}}) == {"consistent": {referral}, "findings": set()}
	said_of(given, {referral: {kusa}}) == {
		"consistent": set(),
		"findings": {found("observed_stranger", kusa, "203.0.113.8/32")},
	}
}

test_address_of_a_party_and_of_somebody_else_is_ambiguous if {
	given := patched([
		{"op": "add", "path": "declarations/d/parties/kusa/identifiedBy/networks/-", "value": "198.51.100.7/32"},
		{"op": "add", "path": "declarations/d/parties/kusa/identifiedBy/networks/-", "value": "203.0.113.8/32"},
		{"op": "add", "path": "declarations/d/parties/chubu-net/identifiedBy/awsAccounts/-", "value": "777788889999"},
	])

	every who in [
		network("198.51.100.7/32"), network("203.0.113.0/28"), network("10.0.0.0/8"), account("777788889999"),
	] {
		fact := peer(who)
		said_of(given, {referral: {fact}}) == {"consistent": set(), "findings": {ambiguous(fact, ["kusa"])}}
	}
	every who in [network("203.0.113.0/29"), network("192.168.0.0/16"), network("10.9.0.0/16")] {
		said_of(given, {referral: {peer(who)}}) == {"consistent": {referral}, "findings": set()}
	}
}

test_whoever_reads_or_gets_in_is_on_the_other_side_too if {
	grant := peer(account("999900001111"))
	answers := {reported |
		some each in compared.findings with input as envelope
			with data.bunkaiten.observed.binding.stores as {referral: {grant}}
			with data.bunkaiten.observed.binding.of as {grant.key: {referral}}
		some reported in each
	}

	answers == {found("observed_stranger", grant, "999900001111")}
}

test_what_is_not_read_and_has_no_name_is_open if {
	unread := finding.at("observed_type_by_pattern", referral, [place], {})
	consistent := compared.consistent with input as envelope
		with data.bunkaiten.compared.unread.by_pattern as {referral: {unread}}
	findings := compared.findings with input as envelope
		with data.bunkaiten.compared.unread.by_pattern as {referral: {unread}}

	consistent == set()
	findings == {referral: {unread}}
}

test_whoever_has_a_hand_in_another_exchange_has_no_part_in_this_one if {
	given := patched([
		{"op": "add", "path": "declarations/d/exchanges/referral/path/routersConfiguredBy/kusa", "value": "kusa"},
		{"op": "add", "path": "declarations/d/exchanges/referral/encryption/ends/kusa", "value": {"operatedBy": "kusa"}},
	])
	fact := peer(account("777788889999"))

	said_of(given, {referral: {fact}}) == {
		"consistent": set(),
		"findings": {found("observed_stranger", fact, "777788889999")},
	}
}

test_every_fault_is_reported_by_itself if {
	stranger := peer(network("203.0.113.200/32"))
	anybody := peer({"by": "anybody", "name": "0.0.0.0/0"})

	said([hidden, stranger, anybody, peer(network("198.51.100.7/32"))]) == {"consistent": set(), "findings": {
		found("observed_peer_unknown", hidden, ""),
		found("observed_stranger", stranger, "203.0.113.200/32"),
		found("observed_anybody", anybody, "0.0.0.0/0"),
	}}
}

test_party_that_fits_anybody_recognises_nobody if {
	given := patched([{
		"op": "replace",
		"path": "declarations/d/parties/midori/identifiedBy/networks",
		"value": ["0.0.0.0/0"],
	}])
	fact := peer(network("198.51.100.7/32"))

	said_of(given, {referral: {fact}}) == {
		"consistent": set(),
		"findings": {found("observed_stranger", fact, "198.51.100.7/32")},
	}
}

test_exchange_without_path_or_encryption_has_its_ends if {
	stranger := peer(network("192.0.2.1/32"))

	every patch in [
		[{"op": "remove", "path": "declarations/d/exchanges/referral/path"}],
		[
			{"op": "remove", "path": "declarations/d/exchanges/referral/path"},
			{"op": "replace", "path": "declarations/d/exchanges/referral/encryption", "value": "none"},
		],
		[
			{"op": "remove", "path": "declarations/d/exchanges/referral/path"},
			{"op": "remove", "path": "declarations/d/exchanges/referral/encryption"},
		],
	] {
		said_of(patched(patch), {referral: {peer(network("198.51.100.7/32"))}}) == {
			"consistent": {referral},
			"findings": set(),
		}
		said_of(patched(patch), {referral: {stranger}}) == {
			"consistent": set(),
			"findings": {found("observed_stranger", stranger, "192.0.2.1/32")},
		}
	}
}

test_facts_of_other_subjects_say_nothing_of_an_exchange if {
	stranger := peer(network("203.0.113.200/32"))

	said([]) == {"consistent": {referral}, "findings": set()}
	said_of(envelope, {"d/telework/night": {stranger}, "d/exchanges/images": {stranger}}) == {
		"consistent": {referral},
		"findings": set(),
	}
}

network(name) := {"by": "network", "name": name}

host(name) := {"by": "host", "name": name}

account(name) := {"by": "account", "name": name}

hidden := object.union(object.remove(peer({}), ["who"]), {"who": {"unknown": true}})

found(code, fact, name) := finding.at(code, referral, [place, fact.steps], {
	"thing": fact.thing,
	"way": shown.way(fact),
	"peer": name,
})

ambiguous(fact, others) := finding.at("observed_peer_ambiguous", referral, [place, fact.steps], {
	"thing": fact.thing,
	"way": shown.way(fact),
	"peer": fact.who.is.name,
	"others": others,
})

peer(who) := {
	"way": "vpn-connection",
	"who": {"is": who},
	"direction": "both",
	"thing": "terraform:aws_vpn_connection.clinic",
	"key": "plan.json aws_vpn_connection.clinic",
	"steps": ["terraform", "plan.json", "resource_changes", 0, "change", "after", object.get(who, "name", "")],
}

test_what_counts_on_any_path_is_told_as_long_as_it_is_open_which_one_it_is if {
	routers := {"aoba": "aoba", "midori": "midori"}
	by_law := {"basis": "statutory", "statute": {"law": "感染症法", "article": "第12条"}}

	on_any_path({}) == {referral}
	on_any_path({"basis": "statutory"}) == {referral}
	on_any_path(by_law) == set()
	on_any_path({"path": {"routersConfiguredBy": routers}}) == set()
	on_any_path({"destinations": {"parties": ["labo"]}}) == set()
}

on_any_path(more) := found if {
	given := object.union(envelope, {"declarations": {"d": {"exchanges": {"referral": more}}}})
	stranger := {referral: {peer(account("999900001111"))}}
	found := {key | some key, _ in compared.on_any_path} with input as given
		with data.bunkaiten.observed.binding.peers as stranger
}

said(facts) := said_of(envelope, {referral: {fact | some fact in facts}})

said_of(given, facts) := answers if {
	consistent := compared.consistent with input as given with data.bunkaiten.observed.binding.peers as facts
	findings := {reported |
		some each in compared.findings with input as given with data.bunkaiten.observed.binding.peers as facts
		some reported in each
	}
	answers := {"consistent": consistent, "findings": findings}
}

patched(patch) := json.patch(envelope, patch)

envelope := {"declarations": {"d": {
	"parties": {
		"aoba": {"role": "institution", "identifiedBy": {"networks": ["203.0.113.0/28", "2001:db8:7::/48"]}},
		"midori": {"role": "institution", "identifiedBy": {
			"networks": ["198.51.100.7/32", "10.9.0.0/16"],
			"hosts": ["*.midori.example"],
		}},
		"kusa": {"role": "institution", "identifiedBy": {
			"networks": ["10.8.0.0/16"],
			"hosts": ["*.kusa.example"],
			"awsAccounts": ["777788889999"],
			"kubernetesNamespaces": ["kusa"],
		}},
		"chubu-net": {"role": "provider", "identifiedBy": {
			"awsAccounts": ["444455556666"],
			"hosts": ["*.chubu-net.example"],
		}},
		"second-net": {"role": "provider", "identifiedBy": {"networks": ["192.0.2.0/28"]}},
		"labo": {"role": "contractor", "identifiedBy": {"hosts": ["*.labo.example"]}},
		"kura": {"role": "custodian", "identifiedBy": {"hosts": ["*.kura.example"]}},
		"medifix": {"role": "maintainer", "identifiedBy": {"hosts": ["*.medifix.example"]}},
	},
	"exchanges": {"referral": {
		"data": "patient-information",
		"source": "aoba",
		"destinations": {"parties": ["midori"], "others": "none"},
		"path": {
			"provider": "chubu-net",
			"routeSecuredBy": "second-net",
			"routersConfiguredBy": {"aoba": "medifix"},
		},
		"encryption": {
			"begins": {"at": "source-system", "operatedBy": "labo"},
			"ends": {"midori": {"at": "destination-system", "operatedBy": "kura"}},
		},
	}},
}}}
