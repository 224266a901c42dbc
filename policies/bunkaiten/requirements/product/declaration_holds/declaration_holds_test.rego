package bunkaiten_test.requirements.product.declaration_holds

import data.bunkaiten.observed.shown
import data.bunkaiten.requirements.product.declaration_holds as requirement

archive := "d/externalStorage/archive"

referral := "d/exchanges/referral"

reading := "d/entrustedWork/reading"

test_allow_nothing_to_judge_where_the_deployment_shows_neither_line_nor_store if {
	verdict({}, {}) == only({"applies": set()})
	verdict({referral: {fact({"direction": "out"})}}, {}) == only({"applies": set()})
	verdict({}, {"d/telework/duty": {fact({"audience": {"is": "anybody"}})}}) == only({"applies": set()})
}

test_allow_store_that_lies_where_it_is_declared if {
	every key in [archive, reading] {
		verdict({}, {key: {fact({
			"region": {"is": "ap-northeast-1"},
			"audience": {"is": "inside"},
		})}}) == only({"applies": {key}, "satisfied": {key}})
	}
}

test_allow_line_that_is_encrypted if {
	every encryption in ["ipsec", "macsec"] {
		verdict({referral: {fact({"encrypted": {"is": encryption}}), fact({"encrypted": {"is": "none"}})}}, {}) == only({
			"applies": {referral},
			"satisfied": {referral},
		})
	}
}

test_deny_line_without_encryption if {
	verdict({referral: {fact({"encrypted": {"is": "none"}})}}, {}) == only({
		"applies": {referral},
		"deny": {found("observed_line_unencrypted", referral, "encryption/begins", {})},
	})
}

test_undetermined_when_it_is_not_known_whether_a_line_is_encrypted if {
	verdict({referral: {fact({"encrypted": {"unknown": true}})}}, {}) == only({
		"applies": {referral},
		"undetermined": {found("observed_line_unknown", referral, "encryption/begins", {})},
	})
	verdict({referral: {fact({"encrypted": {"unknown": true}}), fact({"encrypted": {"is": "none"}})}}, {}) == only({
		"applies": {referral},
		"deny": {found("observed_line_unencrypted", referral, "encryption/begins", {})},
		"undetermined": {found("observed_line_unknown", referral, "encryption/begins", {})},
	})
}

test_deny_store_that_contradicts_the_declaration if {
	every key, field in {archive: "location", reading: "temporaryStorage/location"} {
		verdict({}, {key: {fact({"region": {"is": "us-east-1"}, "audience": {"is": "anybody"}})}}) == only({
			"applies": {key},
			"deny": {
				found("observed_elsewhere", key, field, {"place": "us-east-1", "declared": "JP"}),
				found("observed_public_store", key, "", {}),
			},
		})
	}
}

test_deny_store_in_the_account_of_another if {
	plan := {"configuration": {"provider_config": {"aws": {"expressions": {"allowed_account_ids": {"constant_value": [
		"222222222222",
	]}}}}}}

	judged(object.union(given, {"terraform": {"plan": plan}}), {}, {archive: {fact({})}}) == only({
		"applies": {archive},
		"deny": {found("observed_other_custodian", archive, "custodian", {"operator": ["あおぞら読影"]})},
	})
}

test_undetermined_when_it_cannot_be_told_where_a_store_lies if {
	verdict({}, {archive: {fact({"region": {"unknown": true}})}}) == only({
		"applies": {archive},
		"undetermined": {found("observed_store_unknown", archive, "location", {})},
	})
}

test_deny_other_reader_of_an_entrusted_work_and_leave_those_of_storage_to_another if {
	stranger := {fact({"who": {"is": {"by": "account", "name": "999999999999"}}})}

	verdict({}, {reading: stranger}) == only({
		"applies": {reading},
		"deny": {found("observed_other_reader", reading, "contractor", {"reader": "999999999999"})},
	})
	verdict({}, {archive: stranger}) == only({"applies": {archive}, "satisfied": {archive}})
}

test_undetermined_when_it_cannot_be_told_who_reads_what_an_entrusted_work_keeps if {
	reader := {"en": "unknown before apply", "ja": "適用前には不明"}

	verdict({}, {reading: {fact({"who": {"unknown": true}})}}) == only({
		"applies": {reading},
		"undetermined": {found("observed_reader_unknown", reading, "contractor", {"reader": reader})},
	})
	verdict({}, {archive: {fact({"who": {"unknown": true}})}}) == only({"applies": {archive}, "satisfied": {archive}})
}

test_undetermined_and_note_for_types_that_nobody_reads_but_in_exchanges if {
	pattern := {key: {{"code": "observed_type_by_pattern", "subject": key}} | some key in [archive, referral]}
	named := {key: {{"code": "observed_type_not_read", "subject": key}} | some key in [reading, referral]}
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"undetermined": requirement.undetermined,
		"note": requirement.note,
	} with input as given
		with data.bunkaiten.compared.unread.by_pattern as pattern
		with data.bunkaiten.compared.unread.by_name as named

	sets == {
		"applies": {archive},
		"satisfied": set(),
		"undetermined": {{"code": "observed_type_by_pattern", "subject": archive}},
		"note": {{"code": "observed_type_not_read", "subject": reading}},
	}
}

test_deny_and_undetermined_and_allow_each_subject_by_itself if {
	verdict(
		{referral: {fact({"encrypted": {"is": "macsec"}})}},
		{archive: {fact({"region": {"is": "us-east-1"}}), fact({"audience": {"unknown": true}})}, reading: {fact({})}},
	) == only({
		"applies": {archive, referral, reading},
		"satisfied": {referral, reading},
		"deny": {found("observed_elsewhere", archive, "location", {"place": "us-east-1", "declared": "JP"})},
		"undetermined": {found("observed_store_unknown", archive, "", {})},
	})
}

fact(attributes) := object.union(
	{
		"thing": "terraform:x_thing.a",
		"key": "plan x_thing.a",
		"way": "direct-connect-line",
		"steps": ["terraform", "plan", "resource_changes", 0],
	},
	attributes,
)

found(code, key, field, values) := {
	"code": code,
	"subject": key,
	"pointers": [
		trim_suffix(concat("/", ["/declarations", key, field]), "/"),
		"/terraform/plan/resource_changes/0",
	],
	"values": object.union({"thing": "terraform:x_thing.a", "way": shown.way({"way": "direct-connect-line"})}, values),
}

only(parts) := object.union({"satisfied": set(), "deny": set(), "undetermined": set()}, parts)

verdict(peers, stores) := judged(given, peers, stores)

judged(envelope, peers, stores) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as envelope
		with data.bunkaiten.observed.binding.peers as peers
		with data.bunkaiten.observed.binding.stores as stores
}

given := {
	"context": {"as_of": "2026-11-22"},
	"declarations": {"d": {
		"parties": {
			"aoba": {"role": "institution"},
			"midori": {"role": "institution"},
			"net": {"role": "provider"},
			"kura": {"role": "custodian", "identifiedBy": {"awsAccounts": ["111111111111"]}},
			"labo": {"role": "contractor", "name": "あおぞら読影", "identifiedBy": {"awsAccounts": ["222222222222"]}},
		},
		"exchanges": {"referral": {
			"data": "patient-information",
			"source": "aoba",
			"destinations": {"parties": ["midori"], "others": "none"},
			"path": {
				"medium": "closed-ip",
				"provider": "net",
				"routeSecuredBy": "net",
				"routersConfiguredBy": {"aoba": "net", "midori": "net"},
			},
			"encryption": {
				"begins": {"at": "provider-edge", "operatedBy": "net"},
				"ends": {"at": "provider-edge", "operatedBy": "net"},
			},
		}},
		"externalStorage": {"archive": {
			"owner": "aoba",
			"custodian": "kura",
			"sharedWith": "none",
			"location": {"country": "JP"},
		}},
		"entrustedWork": {"reading": {
			"institution": "aoba",
			"contractor": "labo",
			"temporaryStorage": {"location": {"country": "JP"}},
		}},
	}},
}

test_deny_way_in_to_a_storage_or_a_work_that_is_open_and_undetermined_where_it_might_be if {
	words := {"en": "anybody (0.0.0.0/0)", "ja": "誰でも（0.0.0.0/0）"}
	door := fact({"who": {"is": {"by": "anybody", "name": "0.0.0.0/0"}}, "ports": {"is": [22, 22]}})
	late := {"en": "unknown before apply", "ja": "適用前には不明"}

	every key in [archive, reading] {
		entered(key, {}, door) == only({
			"applies": {key},
			"deny": {found("observed_open_door", key, "", {"from": words})},
		})
		entered(key, {}, object.union(fact({"who": {"is": {"by": "network", "name": "10.0.0.0/8"}}}), bare)) == only({
			"applies": {key},
			"deny": {found("observed_no_authentication", key, "", {"from": "10.0.0.0/8"})},
		})
		entered(key, {key: {fact({})}}, fact({"who": {"unknown": true}})) == only({
			"applies": {key},
			"undetermined": {found("observed_entry_unknown", key, "", {"from": late})},
		})
		entered(key, {key: {fact({})}}, fact({})) == only({"applies": {key}, "satisfied": {key}})
		entered(key, {}, fact({})) == only({"applies": set()})
	}
	entered("d/telework/duty", {}, door) == only({"applies": set()})
}

test_deny_whom_an_exchange_leads_to_while_its_class_is_open if {
	anybody := fact({"direction": "out", "who": {"is": {"by": "anybody", "name": "0.0.0.0/0"}}})
	stranger := fact({"direction": "out", "who": {"is": {"by": "account", "name": "999999999999"}}})
	late := fact({"direction": "out", "who": {"unknown": true}})

	led(unclassed, anybody) == only({
		"applies": {referral},
		"deny": {found("observed_anybody", referral, "destinations", {"peer": "0.0.0.0/0"})},
	})
	led(unclassed, stranger) == only({
		"applies": {referral},
		"deny": {found("observed_stranger", referral, "destinations", {"peer": "999999999999"})},
	})
	led(unclassed, late) == only({
		"applies": {referral},
		"undetermined": {found("observed_peer_unknown", referral, "destinations", {"peer": ""})},
	})
}

test_allow_whom_an_exchange_leads_to_where_a_row_asks_or_a_law_provides_for_it if {
	anybody := fact({"direction": "out", "who": {"is": {"by": "anybody", "name": "0.0.0.0/0"}}})
	by_law := {"basis": "statutory", "statute": {"law": "感染症法", "article": "第12条"}}
	role := "/declarations/d/parties/midori/role"
	to_nobody := json.patch(unclassed, [{"op": "replace", "path": role, "value": "provider"}])

	led(given, anybody) == only({"applies": set()})
	led(stating(unclassed, by_law), anybody) == only({"applies": set()})
	led(stating(unclassed, {"basis": "statutory"}), anybody).applies == {referral}
	led(to_nobody, anybody) == only({"applies": set()})
}

test_deny_whom_an_exchange_leads_to_though_its_line_is_encrypted if {
	line := fact({"encrypted": {"is": "ipsec"}, "who": {"is": {"by": "account", "name": "999999999999"}}})

	led(unclassed, line) == only({
		"applies": {referral},
		"deny": {found("observed_stranger", referral, "destinations", {"peer": "999999999999"})},
	})
}

led(declarations, peer) := judged(declarations, {referral: {peer}}, {})

unclassed := json.patch(given, [{"op": "remove", "path": hand}]) if {
	hand := "/declarations/d/exchanges/referral/path/routersConfiguredBy/midori"
}

stating(envelope, more) := object.union(envelope, {"declarations": {"d": {"exchanges": {"referral": more}}}})

test_deny_stranger_who_gets_in_to_a_work_that_keeps_nothing_here if {
	stranger := fact({"who": {"is": {"by": "account", "name": "999999999999"}}})

	entered(reading, {}, stranger) == only({
		"applies": {reading},
		"deny": {found("observed_other_reader", reading, "contractor", {"reader": "999999999999"})},
	})
}

bare := {"authentication": {"is": ["none"]}}

entered(key, stores, way_in) := sets if {
	sets := judged(given, {}, stores) with data.bunkaiten.observed.binding.accesses as {key: {way_in}}
}
