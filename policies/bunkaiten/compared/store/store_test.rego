package bunkaiten_test.compared.store

import data.bunkaiten.compared.store

archive := "d/externalStorage/archive"

reading := "d/entrustedWork/reading"

test_owner_custodian_and_sharers_get_at_a_storage if {
	every who in [
		account("111111111111"),
		account("222222222222"),
		account("333333333333"),
		{"by": "network", "name": "198.51.100.16/28"},
	] {
		shows(archive, {fact({"who": {"is": who}})}) == only({})
	}
}

test_institution_and_contractor_get_at_what_an_entrusted_work_keeps if {
	every number in ["111111111111", "444444444444"] {
		shows(reading, {fact({"who": {"is": account(number)}})}) == only({})
	}
}

test_store_that_grants_nothing_and_no_store_at_all_are_fine if {
	shows(archive, {fact({"region": {"unknown": true}, "audience": {"is": "anybody"}})}) == only({})
	shows(reading, {fact({"retention": {"is": "forever"}})}) == only({})
	shows("d/telework/duty", {fact({"who": {"is": account("999999999999")}})}) == only({})
	shows("d/externalStorage/gone", {fact({"who": {"is": account("999999999999")}})}) == only({})
}

test_private_network_is_ones_own_unless_it_is_known_to_be_anothers if {
	own := {fact({"who": {"is": {"by": "network", "name": "10.0.0.0/16"}}})}
	others := {"is": {"by": "network", "name": "10.77.3.0/24"}}

	shows(archive, own) == only({})
	shows(reading, own) == only({})
	shows(archive, {fact({"who": others})}) == only({
		"readers": {archive: {found("observed_reader", archive, "sharedWith", "10.77.3.0/24")}},
		"shared_as_declared": {idle},
	})
}

test_whoever_else_is_named_is_a_reader if {
	every who in [
		account("444444444444"),
		account("555555555555"),
		account("999999999999"),
		{"by": "network", "name": "203.0.113.0/24"},
		{"by": "host", "name": "pacs.midori.example"},
		{"by": "user", "name": "AIDAEXAMPLE"},
	] {
		shows(archive, {fact({"who": {"is": who}})}) == only({
			"readers": {archive: {found("observed_reader", archive, "sharedWith", who.name)}},
			"shared_as_declared": {idle},
		})
	}
}

test_custodian_is_another_to_an_entrusted_work if {
	every number in ["222222222222", "333333333333", "999999999999"] {
		shows(reading, {fact({"who": {"is": account(number)}})}) == only({
			"others": {reading: {found("observed_other_reader", reading, "contractor", number)}},
			"kept_from_others": {archive, idle},
		})
	}
}

test_anybody_is_a_reader if {
	anybody := {"en": "anybody (*)", "ja": "誰でも（*）"}
	given := {fact({"who": {"is": {"by": "anybody", "name": "*"}}})}

	shows(archive, given).readers == {archive: {found("observed_reader", archive, "sharedWith", anybody)}}
	shows(reading, given).others == {reading: {found("observed_other_reader", reading, "contractor", anybody)}}
}

test_reader_that_nobody_can_tell_is_unknown if {
	every who, name in {
		{"unknown": true}: {"en": "unknown before apply", "ja": "適用前には不明"},
		{"is": {"by": "organization", "name": "o-example"}}: "o-example",
		{"is": {"by": "federated", "name": "saml-provider/staff"}}: "saml-provider/staff",
		{"is": {"by": "service", "name": "arn:aws:s3:::films"}}: "arn:aws:s3:::films",
		{"is": {"by": "vpc", "name": "vpc-1"}}: "vpc-1",
		{"is": {"by": "vpc-endpoint", "name": "vpce-1"}}: "vpce-1",
	} {
		given := {fact({"who": who})}

		shows(archive, given) == only({
			"readers": {archive: {found("observed_reader_unknown", archive, "sharedWith", name)}},
			"shared_as_declared": {idle},
		})
		shows(reading, given) == only({
			"others": {reading: {found("observed_reader_unknown", reading, "contractor", name)}},
			"kept_from_others": {archive, idle},
		})
	}
}

test_storage_that_nobody_shares_or_of_which_that_is_not_said_is_for_owner_and_custodian if {
	every number, codes in {"222222222222": set(), "333333333333": {"observed_reader"}} {
		every key in [idle, "d/externalStorage/silent"] {
			readers := shown_beside(silent, key, {fact({"who": {"is": account(number)}})}).readers

			{seen.code | some seen in object.get(readers, key, set())} == codes
		}
	}
}

test_each_grant_is_judged_by_itself if {
	unknown := {"en": "unknown before apply", "ja": "適用前には不明"}

	shows(archive, {
		fact({}),
		fact({"who": {"is": account("333333333333")}}),
		fact({"who": {"is": account("999999999999")}}),
		fact({"who": {"unknown": true}}),
	}) == only({
		"readers": {archive: {
			found("observed_reader", archive, "sharedWith", "999999999999"),
			found("observed_reader_unknown", archive, "sharedWith", unknown),
		}},
		"shared_as_declared": {idle},
	})
}

test_way_in_for_somebody_named_is_read_by_that_one_too if {
	every number, codes in {"222222222222": set(), "333333333333": set(), "999999999999": {"observed_reader"}} {
		entered(archive, {fact({"who": {"is": account(number)}})}).readers[archive] == codes
	}
	every who, code in {
		{"by": "network", "name": "203.0.113.0/24"}: "observed_reader",
		{"by": "group", "name": "helpdesk"}: "observed_reader",
		{"by": "organization", "name": "o-example"}: "observed_reader_unknown",
	} {
		entered(archive, {fact({"who": {"is": who}})}).readers[archive] == {code}
		entered(archive, {fact({"who": {"is": who}})}).shared_as_declared == {idle}
	}
	entered(reading, {fact({"who": {"is": account("444444444444")}})}).others[reading] == set()
	entered(reading, {fact({"who": {"is": account("999999999999")}})}).others[reading] == {"observed_other_reader"}
	entered(reading, {fact({"who": {"is": account("999999999999")}})}).kept_from_others == {archive, idle}
}

test_people_of_another_in_a_cluster_are_readers if {
	every who in [{"by": "group", "name": "net-noc"}, {"by": "namespace", "name": "net-agent"}] {
		seen := entered(archive, {object.union(fact({"who": {"is": who}}), {"steps": ["kubernetes", "plan"]})})

		seen.readers[archive] == {"observed_reader"}
	}
}

test_way_in_that_is_judged_as_a_door_is_no_reader if {
	every attributes in [
		{},
		{"who": {"unknown": true}},
		{"who": {"is": {"by": "anybody", "name": "0.0.0.0/0"}}},
		{"who": {"is": {"by": "federated", "name": "saml-provider/staff"}}},
		{"who": {"is": {"by": "group", "name": "helpdesk"}}, "steps": ["kubernetes", "plan"]},
		{"who": {"is": {"by": "user", "name": "taro"}}, "steps": ["kubernetes", "plan"]},
		{"who": {"is": {"by": "namespace", "name": "monitoring"}}, "steps": ["kubernetes", "plan"]},
	] {
		every key in [archive, reading] {
			seen := entered(key, {object.union(fact({}), attributes)})

			seen.readers[archive] == set()
			seen.others[reading] == set()
			seen.shared_as_declared == {archive, idle}
			seen.kept_from_others == {archive, idle, reading}
		}
	}
}

entered(key, facts) := sets if {
	sets := {
		"readers": {archive: {seen.code | some seen in store.readers[archive]}},
		"shared_as_declared": store.shared_as_declared,
		"others": {reading: {seen.code | some seen in store.others[reading]}},
		"kept_from_others": store.kept_from_others,
	} with input as given
		with data.bunkaiten.observed.binding.accesses as {key: facts}
}

idle := "d/externalStorage/idle"

account(number) := {"by": "account", "name": number}

fact(attributes) := object.union(
	{
		"thing": "terraform:x_store.a",
		"key": "plan x_store.a",
		"way": "some-store",
		"steps": ["terraform", "plan", "resource_changes", 0],
	},
	attributes,
)

found(code, key, field, reader) := {
	"code": code,
	"subject": key,
	"pointers": [concat("/", ["/declarations", key, field]), "/terraform/plan/resource_changes/0"],
	"values": {"thing": "terraform:x_store.a", "way": "some-store", "reader": reader},
}

only(parts) := object.union(object.remove(nothing, object.keys(parts)), parts)

nothing := {
	"readers": {},
	"shared_as_declared": {archive, idle},
	"others": {},
	"kept_from_others": {archive, idle, reading},
}

silent := {"declarations": {"d": {"externalStorage": {"silent": {"owner": "aoba", "custodian": "kura"}}}}}

shows(key, facts) := shown_beside({}, key, facts)

shown_beside(patch, key, facts) := sets if {
	sets := {
		"readers": {whose: seen | some whose, seen in store.readers},
		"shared_as_declared": store.shared_as_declared,
		"others": {whose: seen | some whose, seen in store.others},
		"kept_from_others": store.kept_from_others,
	} with input as object.union(given, patch)
		with data.bunkaiten.observed.binding.stores as {key: facts}
}

given := {"declarations": {"d": {
	"parties": {
		"aoba": {"role": "institution", "identifiedBy": {"awsAccounts": ["111111111111"]}},
		"kura": {"role": "custodian", "identifiedBy": {"awsAccounts": ["222222222222"]}},
		"midori": {"role": "institution", "identifiedBy": {
			"awsAccounts": ["333333333333"],
			"networks": ["198.51.100.0/24"],
		}},
		"labo": {"role": "contractor", "identifiedBy": {"awsAccounts": ["444444444444"]}},
		"net": {"role": "provider", "identifiedBy": {
			"awsAccounts": ["555555555555"],
			"kubernetesGroups": ["net-noc"],
			"kubernetesNamespaces": ["net-agent"],
			"networks": ["10.77.0.0/16"],
		}},
	},
	"externalStorage": {
		"archive": {"owner": "aoba", "custodian": "kura", "sharedWith": ["midori"]},
		"idle": {"owner": "aoba", "custodian": "kura", "sharedWith": "none"},
	},
	"entrustedWork": {"reading": {"institution": "aoba", "contractor": "labo"}},
}}}

test_whom_something_is_shared_with_reads_it_and_who_may_come_near_does_not if {
	across({"direction": "in", "who": {"is": account("999999999999")}}) == {"observed_reader"}
	across({"direction": "in", "who": {"is": {"by": "organization", "name": "o-example"}}}) == {"observed_reader_unknown"}
	across({"direction": "in", "who": {"is": {"by": "network", "name": "203.0.113.9/32"}}}) == set()
	across({"direction": "in", "who": {"is": account("333333333333")}}) == set()
	across({"direction": "out", "who": {"is": account("999999999999")}}) == set()
}

across(attributes) := codes if {
	peers := {archive: {fact(attributes)}}
	codes := {seen.code | some seen in store.readers[archive]} with input as given
		with data.bunkaiten.observed.binding.peers as peers
}
