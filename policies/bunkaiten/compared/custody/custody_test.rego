package bunkaiten_test.compared.custody

import data.bunkaiten.compared.custody

archive := "d/externalStorage/archive"

reading := "d/entrustedWork/reading"

test_store_that_lies_where_it_is_declared_is_fine if {
	every region, stated in {
		"ap-northeast-1": {"country": "JP"},
		"ap-northeast-3": {"country": "JP", "region": "ap-northeast-3"},
		"nowhere-1": {"country": "JP", "region": "nowhere-1"},
	} {
		every key in [archive, reading] {
			shows(key, stated, {fact({"region": {"is": region}})}) == fine(key)
		}
	}
}

test_store_of_which_no_place_is_told_or_declared_is_fine if {
	shows(archive, {"country": "JP"}, {fact({})}) == fine(archive)
	every region in [{"is": "us-east-1"}, {"unknown": true}] {
		shows(archive, {}, {fact({"region": region})}) == fine(archive)
		verdict(spec, archive, {fact({"region": region})}) == fine(archive)
		verdict(spec, reading, {fact({"region": region})}) == fine(reading)
		verdict(keeping("none"), reading, {fact({"region": region})}) == fine(reading)
		verdict(keeping({"retention": "P30D"}), reading, {fact({"region": region})}) == fine(reading)
	}
}

test_store_in_another_country_or_region if {
	every region, declared in {
		"us-east-1": {"stated": {"country": "JP"}, "words": "JP"},
		"ap-northeast-1": {"stated": {"country": "JP", "region": "ap-northeast-3"}, "words": "JP ap-northeast-3"},
		"ap-northeast-3": {"stated": {"country": "US", "region": "ap-northeast-3"}, "words": "US ap-northeast-3"},
		"nowhere-1": {"stated": {"country": "JP", "region": "ap-northeast-1"}, "words": "JP ap-northeast-1"},
	} {
		every key, field in {archive: "location", reading: "temporaryStorage/location"} {
			values := {"place": region, "declared": declared.words}
			shows(key, declared.stated, {fact({"region": {"is": region}})}) == contradicted(key, {found(
				"observed_elsewhere",
				key,
				field,
				values,
			)})
		}
	}
}

test_store_of_which_nobody_can_tell_where_it_lies_is_unknown if {
	every key, field in {archive: "location", reading: "temporaryStorage/location"} {
		every region in [{"unknown": true}, {"is": "nowhere-1"}] {
			shows(key, {"country": "JP"}, {fact({"region": region})}) == contradicted(key, {found(
				"observed_store_unknown",
				key,
				field,
				{},
			)})
		}
	}
}

test_store_that_everybody_reads_or_might if {
	every key in [archive, reading] {
		shows(key, {}, {fact({"audience": {"is": "inside"}})}) == fine(key)
		shows(key, {}, {fact({"audience": {"is": "anybody"}})}) == contradicted(key, {found(
			"observed_public_store",
			key,
			"",
			{},
		)})
		shows(key, {}, {fact({"audience": {"unknown": true}})}) == contradicted(key, {found(
			"observed_store_unknown",
			key,
			"",
			{},
		)})
	}
}

test_account_of_whoever_keeps_it_is_fine if {
	every number in ["111111111111", "222222222222"] { in_account(number, archive, fact({})) == fine(archive) }
	every number in ["111111111111", "444444444444"] { in_account(number, reading, fact({})) == fine(reading) }
	every key in [archive, reading] { in_account("999999999999", key, fact({})) == fine(key) }
}

test_account_of_another_party if {
	in_account("333333333333", archive, fact({})) == contradicted(archive, {found(
		"observed_other_custodian",
		archive,
		"custodian",
		{"operator": ["みどり病院"]},
	)})
	in_account("222222222222", reading, fact({})) == contradicted(reading, {found(
		"observed_other_custodian",
		reading,
		"contractor",
		{"operator": ["kura"]},
	)})
}

test_grant_or_copy_tells_itself_whose_it_is if {
	in_account("333333333333", archive, fact({"who": {"is": {"by": "account", "name": "222222222222"}}})) == fine(archive)
}

test_all_that_is_wrong_is_said_of_each_store if {
	elsewhere := found("observed_elsewhere", archive, "location", {"place": "us-east-1", "declared": "JP"})
	unknown := found("observed_store_unknown", archive, "location", {})

	shows(archive, {"country": "JP"}, {
		fact({"region": {"is": "us-east-1"}, "audience": {"is": "anybody"}}),
		fact({"region": {"unknown": true}}),
		fact({"region": {"is": "ap-northeast-1"}}),
	}) == contradicted(archive, {elsewhere, unknown, found("observed_public_store", archive, "", {})})
}

test_store_of_another_subject_is_not_judged if {
	every key in ["d/exchanges/referral", "d/telework/duty", "e/externalStorage/archive"] {
		shows(key, {"country": "JP"}, {fact({"region": {"is": "us-east-1"}})}) == {
			"kept_by": set(),
			"contradictions": {},
			"kept_as_declared": set(),
		}
	}
}

fact(attributes) := object.union(
	{
		"thing": "terraform:x_store.a",
		"key": "plan x_store.a",
		"way": "some-store",
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
	"values": object.union({"thing": "terraform:x_store.a", "way": "some-store"}, values),
}

fine(key) := {"kept_by": {key}, "contradictions": {}, "kept_as_declared": {key}}

contradicted(key, findings) := {"kept_by": {key}, "contradictions": {key: findings}, "kept_as_declared": set()}

shows(key, location, facts) := verdict(
	object.union(
		spec,
		{
			"externalStorage": {"archive": {"location": location}},
			"entrustedWork": {"reading": {"temporaryStorage": {"location": location}}},
		},
	),
	key,
	facts,
)

keeping(stated) := object.union(spec, {"entrustedWork": {"reading": {"temporaryStorage": stated}}})

verdict(declared, key, facts) := judged({"declarations": {"d": declared}}, key, facts)

in_account(number, key, seen) := judged(
	{
		"declarations": {"d": spec},
		"terraform": {"plan": {"configuration": {"provider_config": {"aws": {"expressions": {"allowed_account_ids": {
			"constant_value": [number],
		}}}}}}},
	},
	key,
	{seen},
)

judged(given, key, facts) := sets if {
	sets := {
		"kept_by": {kept | some kept, _ in custody.kept_by},
		"contradictions": {whose: seen | some whose, seen in custody.contradictions},
		"kept_as_declared": custody.kept_as_declared,
	} with input as given
		with data.bunkaiten.observed.binding.stores as {key: facts}
}

spec := {
	"parties": {
		"aoba": {"role": "institution", "identifiedBy": {"awsAccounts": ["111111111111"]}},
		"kura": {"role": "custodian", "identifiedBy": {"awsAccounts": ["222222222222"]}},
		"midori": {"role": "institution", "name": "みどり病院", "identifiedBy": {"awsAccounts": ["333333333333"]}},
		"labo": {"role": "contractor", "identifiedBy": {"awsAccounts": ["444444444444"]}},
	},
	"externalStorage": {"archive": {"owner": "aoba", "custodian": "kura"}},
	"entrustedWork": {"reading": {"institution": "aoba", "contractor": "labo"}},
}
