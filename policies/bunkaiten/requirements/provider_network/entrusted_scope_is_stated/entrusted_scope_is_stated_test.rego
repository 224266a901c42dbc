package bunkaiten_test.requirements.provider_network.entrusted_scope_is_stated

import data.bunkaiten.requirements.provider_network.entrusted_scope_is_stated as requirement

referral := "d/exchanges/referral"

path := "/declarations/d/exchanges/referral/path"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

test_allow_items_in_an_agreement_of_each_institution_with_the_provider if {
	verdict(envelope({})) == only({"satisfied": {referral}})
	verdict(agreed({"for-aoba": {"entrusted": ["ルータの監視", "設定変更"]}})) == only({"satisfied": {referral}})
}

test_allow_items_in_any_agreement_in_force_of_any_form if {
	every form in ["contract", "sla", "network-rules", "terms-of-service", "statute"] {
		verdict(agreed({"for-aoba": {"form": form}})) == only({"satisfied": {referral}})
	}
	every other in [
		object.union(monitoring("aoba"), {"entrusted": []}),
		object.remove(monitoring("aoba"), ["entrusted"]),
		json.remove(monitoring("aoba"), ["validTo", "entrusted"]),
		json.remove(monitoring("aoba"), ["validTo"]),
		object.union(json.remove(monitoring("aoba"), ["validTo"]), {"entrusted": []}),
		object.union(monitoring("aoba"), {"validTo": "2025-03-31", "entrusted": ["一式"]}),
	] {
		verdict(agreed({"other": other})) == only({"satisfied": {referral}})
	}
}

test_allow_one_agreement_of_three_parties if {
	given := json.remove(
		agreed({"for-aoba": {"between": ["aoba", "midori", "net"]}}),
		["declarations/d/agreements/for-midori"],
	)

	verdict(given) == only({"satisfied": {referral}})
}

test_allow_first_day_last_day_and_automatic_renewal if {
	every fields in [
		{"validFrom": "2026-11-22"},
		{"validTo": "2026-11-22"},
		{"validTo": "2026-03-31", "renewal": "automatic"},
		{"form": "letter", "signedBy": ["aoba", "net"]},
	] {
		verdict(agreed({"for-aoba": fields})) == only({"satisfied": {referral}})
	}
}

test_allow_item_that_only_contains_a_word_for_everything if {
	every item in [
		"全拠点のルータ監視", "一式の貸与", "overall-monitoring", "all-hours support",
		"すべてのルータの監視", "全拠点の回線監視", "monitoring of all routers", "all-day monitoring",
	] {
		verdict(agreed({"for-aoba": {"entrusted": [item]}})) == only({"satisfied": {referral}})
	}
}

test_deny_institution_without_any_agreement_with_the_provider if {
	every between in [["aoba", "midori"], ["midori", "net"], ["aoba", "line"]] {
		verdict(agreed({"for-aoba": {"between": between}})) == only({"deny": {missing(aoba_names, "net")}})
	}
	both := {missing(aoba_names, "net"), missing("midori", "net")}

	verdict(json.remove(envelope({}), ["declarations/d/agreements"])) == only({"deny": both})
	verdict(json.patch(envelope({}), [{
		"op": "replace",
		"path": "/declarations/d/agreements",
		"value": "none",
	}])) == only({"deny": both})
}

test_deny_agreement_that_is_not_in_force if {
	every fields, lapse in {
		{"validTo": "2026-11-21"}: "validTo",
		{"validFrom": "2026-11-23"}: "validFrom",
		{"signedOn": "2026-11-23"}: "signedOn",
		{"form": "minute", "signedBy": ["aoba"]}: "signedBy",
		{"validTo": "2026-11-21", "entrusted": []}: "validTo",
	} {
		verdict(agreed({"for-aoba": fields})) == only({"deny": {lapsed(["for-aoba"], lapse)}})
	}
}

test_deny_several_agreements_that_are_not_in_force_by_name if {
	old := object.union(monitoring("aoba"), {"validTo": "2025-03-31"})
	stranger := object.union(old, {"between": ["aoba", "line"]})
	doubtful := object.union(json.remove(monitoring("aoba"), ["validTo"]), {"entrusted": []})
	given := agreed({
		"for-aoba": {"validTo": "2026-03-31"},
		"archive": old,
		"stranger": stranger,
		"doubtful": doubtful,
	})

	verdict(given) == only({"deny": {lapsed(["archive", "for-aoba"], "validTo")}})
}

test_deny_letter_without_an_end_that_one_of_the_two_did_not_sign if {
	every signed in ["aoba", "net"] {
		letter := agreed({"for-aoba": {"form": "letter", "signedBy": [signed]}})
		endless := json.remove(letter, ["declarations/d/agreements/for-aoba/validTo"])

		verdict(endless) == only({"deny": {lapsed(["for-aoba"], "signedBy")}})
	}
}

test_deny_agreements_in_force_that_entrust_nothing if {
	none := object.union(monitoring("aoba"), {"entrusted": []})

	verdict(agreed({"for-aoba": none})) == only({"deny": {empty(["for-aoba"])}})
	verdict(agreed({"for-aoba": none, "annex": none})) == only({"deny": {empty(["annex", "for-aoba"])}})
	verdict(agreed({"for-aoba": none, "old": object.union(monitoring("aoba"), {"validTo": "2025-03-31"})})) == only({
		"deny": {empty(["for-aoba"])},
	})
}

test_deny_every_word_for_everything if {
	every word in [
		"all", "any", "anything", "entire", "everything", "whole", "All", " EVERYTHING ",
		"すべて", "一切", "一式", "全て", "全般", "全部", "包括", "包括的", "総て",
		"すべての管理責任", "ALL.", "takes over all responsibility", "一切の業務", "包括委託", "ＡＬＬ",
	] {
		found := everything("for-aoba", [word])

		verdict(agreed({"for-aoba": {"entrusted": [word]}})) == only({"deny": {found}})
	}
}

test_deny_everything_beside_other_items_and_in_another_agreement if {
	given := {"entrusted": ["ルータの監視", "全部", "ALL"]}
	other := object.union(monitoring("aoba"), {"entrusted": ["一切"]})

	verdict(agreed({"for-aoba": given})) == only({"deny": {everything("for-aoba", ["全部", "ALL"])}})
	verdict(agreed({"other": other})) == only({"deny": {everything("other", ["一切"])}})
}

test_deny_once_everything_in_an_agreement_of_three_parties if {
	shared := {"between": ["aoba", "midori", "net"], "entrusted": ["包括"]}

	verdict(agreed({"for-aoba": shared})) == only({"deny": {everything("for-aoba", ["包括"])}})
}

test_deny_line_below_whose_owner_has_agreed_with_nobody if {
	verdict(envelope({"path": {"provider": "line"}})) == only({"deny": {
		missing(aoba_names, "Line"),
		missing("midori", "Line"),
	}})
}

test_deny_provider_that_configures_every_router_and_has_agreed_with_nobody if {
	by_line := {"aoba": "line", "midori": "line", "kita": "line"}

	verdict(envelope({"path": {"routersConfiguredBy": by_line}})) == only({"deny": {
		missing(aoba_names, "Line"),
		missing("midori", "Line"),
	}})
}

test_deny_each_institution_by_its_own_fault if {
	given := agreed({"for-aoba": {"entrusted": []}, "for-midori": {"validTo": "2026-11-21"}})
	found := object.union(lapsed(["for-midori"], "validTo"), {"values": {"institution": "midori"}})

	verdict(given) == only({"deny": {empty(["for-aoba"]), found}})
}

test_undetermined_when_the_items_are_not_stated if {
	given := json.remove(envelope({}), ["declarations/d/agreements/for-aoba/entrusted"])
	empty_too := object.union(given, {"declarations": {"d": {"agreements": {
		"annex": object.union(monitoring("aoba"), {"entrusted": []}),
	}}}})

	verdict(given) == only({"undetermined": {unstated("agreements.for-aoba.entrusted")}})
	verdict(empty_too) == only({"undetermined": {unstated("agreements.for-aoba.entrusted")}})
}

test_undetermined_when_it_is_open_whether_the_agreement_is_in_force if {
	every fields in [["validFrom"], ["validTo"], ["form"], ["validTo", "entrusted"]] {
		absent := [concat("/", ["declarations/d/agreements/for-aoba", field]) | some field in fields]
		found := {unstated(concat(".", ["agreements.for-aoba", field])) | some field in fields}

		verdict(json.remove(envelope({}), absent)) == only({"undetermined": found})
	}
	verdict(agreed({"for-aoba": {"form": "minute"}})) == only({"undetermined": {unstated("agreements.for-aoba.signedBy")}})
}

test_undetermined_when_an_agreement_that_takes_everything_in_may_be_in_force if {
	doubtful := object.union(json.remove(monitoring("aoba"), ["validTo"]), {"entrusted": ["一式"]})

	verdict(agreed({"doubtful": doubtful})) == only({"undetermined": {unstated("agreements.doubtful.validTo")}})
}

test_undetermined_when_the_owner_of_the_line_is_not_stated if {
	given := json.remove(envelope({}), ["declarations/d/exchanges/referral/path/provider"])

	verdict(given) == only({"undetermined": {unstated("exchanges.referral.path.provider")}})
}

test_allow_line_of_no_other_provider if {
	verdict(envelope({"path": {"provider": "none"}})) == only({"satisfied": {referral}})
}

test_deny_and_undetermined_when_one_institution_entrusts_nothing_and_the_other_says_nothing if {
	given := json.remove(
		agreed({"for-aoba": {"entrusted": []}}),
		["declarations/d/agreements/for-midori/entrusted", "declarations/d/exchanges/referral/path/provider"],
	)

	verdict(given) == only({"deny": {empty(["for-aoba"])}, "undetermined": {
		unstated("agreements.for-midori.entrusted"),
		unstated("exchanges.referral.path.provider"),
	}})
}

test_deny_and_undetermined_when_one_agreement_entrusts_everything_and_another_says_nothing if {
	other := object.remove(monitoring("aoba"), ["entrusted"])

	verdict(agreed({"for-aoba": {"entrusted": ["全て"]}, "other": other})) == only({
		"deny": {everything("for-aoba", ["全て"])},
		"undetermined": {unstated("agreements.other.entrusted")},
	})
}

test_allow_and_deny_each_exchange_by_its_own_parties if {
	letters := object.union(exchange, {"destinations": {"parties": ["kita"]}})
	found := object.union(missing("kita", "net"), {
		"subject": "d/exchanges/letters",
		"pointers": ["/declarations/d/exchanges/letters/path"],
	})

	verdict(declaring({"exchanges": {"letters": letters}})) == {
		"applies": {referral, "d/exchanges/letters"},
		"satisfied": {referral},
		"deny": {found},
		"undetermined": set(),
	}
}

test_allow_source_alone_while_no_destination_is_named if {
	verdict(envelope({"destinations": {"parties": []}})) == only({"satisfied": {referral}})
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	every patch in [
		{"data": "other"},
		{"path": {"routeSecuredBy": "none"}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori", "kita": "kita"}}},
	] {
		given := json.remove(envelope(patch), ["declarations/d/agreements"])

		verdict(given) == only({"applies": set()})
	}
}

missing(institution, provider) := {
	"code": "no_agreement",
	"subject": referral,
	"pointers": [path],
	"values": {"institution": institution, "provider": provider},
}

lapsed(names, field) := {
	"code": "agreement_not_in_force",
	"subject": referral,
	"pointers": [path, concat("/", ["/declarations/d/agreements", names[0], field])],
	"values": {"institution": aoba_names, "provider": "net", "agreements": names},
}

empty(names) := {
	"code": "nothing_entrusted",
	"subject": referral,
	"pointers": [path, concat("/", ["/declarations/d/agreements", names[0], "entrusted"])],
	"values": {"institution": aoba_names, "provider": "net", "agreements": names},
}

everything(name, items) := {
	"code": "everything_entrusted",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d/agreements", name, "entrusted"])],
	"values": {"agreement": name, "items": items},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec", field])},
}

only(parts) := object.union(
	{"applies": {referral}, "satisfied": set(), "deny": set(), "undetermined": set()},
	parts,
)

verdict(given) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as given
}

agreed(patch) := declaring({"agreements": patch})

envelope(patch) := declaring({"exchanges": {"referral": patch}})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba_names},
		"midori": {"role": "institution"},
		"kita": {"role": "institution"},
		"net": {"role": "provider"},
		"line": {"role": "provider", "name": "Line"},
		"maker": {"role": "maintainer"},
	},
	"agreements": {"for-aoba": monitoring("aoba"), "for-midori": monitoring("midori")},
	"exchanges": {"referral": exchange},
}

monitoring(institution) := {
	"form": "contract",
	"between": [institution, "net"],
	"validFrom": "2026-04-01",
	"validTo": "2027-03-31",
	"entrusted": ["ルータの監視"],
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "net",
		"routersConfiguredBy": {"aoba": "net", "midori": "net", "kita": "net"},
		"provider": "net",
	},
}
