package bunkaiten_test.requirements.end_to_end_encryption.encryption_ends_at_destination

import data.bunkaiten.observed.dialect
import data.bunkaiten.requirements.end_to_end_encryption.encryption_ends_at_destination as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

midori_names := {"en": "Midori Clinic", "ja": "みどり診療所"}

carrier_names := {"en": "Tokai Telecom", "ja": "東海通信"}

test_allow_system_or_gateway_that_the_destination_operates if {
	every at in ["destination-system", "destination-gateway"] {
		verdict(ending({"midori": {"at": at}})) == only({"satisfied": {referral}})
	}
}

test_allow_destination_that_operates_its_system_on_any_path_and_whatever_class_follows if {
	every patch in [
		{"path": {"routersConfiguredBy": {"aoba": "carrier", "midori": "carrier"}, "routeSecuredBy": "carrier"}},
		{"path": {"routersConfiguredBy": {"midori": "carrier"}}},
		{"encryption": {"begins": {"operatedBy": "none"}}},
		{"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}}},
		{"destinations": {"others": "unidentified"}},
	] {
		verdict(envelope(patch)) == only({"satisfied": {referral}})
	}
	verdict(without(envelope({}), "encryption/begins")) == only({"satisfied": {referral}})
	verdict(without(envelope({}), "path")) == only({"satisfied": {referral}})
}

test_allow_whoever_runs_the_system_for_the_destination_under_an_agreement_in_force if {
	every party in ["labo", "medifix", "kura"] {
		verdict(operated(party, paper([party, "midori"], {}))) == only({"satisfied": {referral}})
	}
}

test_allow_each_of_two_destinations_that_operates_its_own_system if {
	verdict(to_both({"at": "destination-gateway", "operatedBy": "kita"})) == only({"satisfied": {referral}})
}

test_allow_another_end_that_is_said_to_be_elsewhere if {
	every end in [
		{"at": "relay"},
		{"at": "relay", "operatedBy": "none"},
		{"at": "provider-edge", "operatedBy": "carrier"},
		{"operatedBy": "kita"},
	] {
		verdict(to_both(end)) == only({"satisfied": {referral}})
	}
}

test_deny_load_balancer_that_the_provider_manages_although_both_ends_use_tls if {
	every line in [{}, {"provider": "isp"}, {"provider": "none"}] {
		given := declaring({"exchanges": {"referral": {
			"path": line,
			"encryption": {"ends": {"midori": {"operatedBy": "carrier"}}, "method": {"protocol": "tls1.3"}},
		}}})

		verdict(given) == only({"deny": {broken("operated_by_provider", carrier_names)}})
	}
	silent := without(ending({"midori": {"operatedBy": "carrier"}}), "path/provider")
	verdict(silent) == only({"deny": {broken("operated_by_provider", carrier_names)}})
}

test_deny_provider_although_it_runs_the_system_under_an_agreement if {
	given := operated("carrier", paper(["carrier", "midori"], {}))

	verdict(given) == only({"deny": {broken("operated_by_provider", carrier_names)}})
}

test_deny_another_institution_whatever_it_agreed if {
	every party, name in {"aoba": aoba_names, "kita": "kita"} {
		given := operated(party, paper([party, "midori"], {}))

		verdict(given) == only({"deny": {broken("operated_by_another", name)}})
	}
}

test_deny_contractor_without_an_agreement_in_force if {
	every party in ["labo", "medifix", "kura"] {
		every patch in [
			{"validTo": "2026-11-21"},
			{"validFrom": "2026-11-23"},
			{"signedBy": ["midori"]},
			{"between": [party, "aoba"]},
		] {
			given := operated(party, paper([party, "midori"], patch))

			verdict(given) == only({"deny": {broken("operated_by_another", party)}})
		}
		bare := ending({"midori": {"operatedBy": party}})
		verdict(bare) == only({"deny": {broken("operated_by_another", party)}})
	}
}

test_deny_point_that_nobody_operates if {
	given := ending({"midori": {"operatedBy": "none"}})

	verdict(given) == only({"deny": {broken("operated_by_nobody", {"en": "nobody", "ja": "なし"})}})
}

test_deny_each_destination_whose_end_somebody_else_operates if {
	kita := finding(
		"operated_by_another",
		"/encryption/ends/kita/operatedBy",
		{"destination": "kita", "party": midori_names},
	)
	by_both := declaring({"exchanges": {"referral": {
		"destinations": {"parties": ["midori", "kita"]},
		"encryption": {"ends": {
			"midori": {"operatedBy": "carrier"},
			"kita": {"at": "destination-system", "operatedBy": "midori"},
		}},
	}}})

	verdict(to_both({"at": "destination-system", "operatedBy": "midori"})) == only({"deny": {kita}})
	verdict(by_both) == only({"deny": {kita, broken("operated_by_provider", carrier_names)}})
}

test_deny_and_undetermined_when_one_end_is_a_provider_s_and_another_is_not_stated if {
	given := declaring({"exchanges": {"referral": {
		"destinations": {"parties": ["midori", "kita"]},
		"encryption": {"ends": {"midori": {"operatedBy": "carrier"}, "kita": {"at": "destination-system"}}},
	}}})

	verdict(given) == only({
		"deny": {broken("operated_by_provider", carrier_names)},
		"undetermined": {unstated("exchanges/referral/encryption/ends/kita/operatedBy")},
	})
}

test_undetermined_when_nobody_says_who_operates_the_point if {
	given := without(envelope({}), "encryption/ends/midori/operatedBy")

	verdict(given) == only({"undetermined": {unstated("exchanges/referral/encryption/ends/midori/operatedBy")}})
}

test_undetermined_when_another_destination_does_not_say_where_encryption_ends if {
	at := unstated("exchanges/referral/encryption/ends/kita/at")

	every end in [{}, {"operatedBy": "carrier"}, {"operatedBy": "none"}, {"operatedBy": "midori"}] {
		verdict(to_both(end)) == only({"undetermined": {at}})
	}
	bare := declaring({"exchanges": {"referral": {"destinations": {"parties": ["midori", "kita"]}}}})
	verdict(bare) == only({"undetermined": {at}})
}

test_undetermined_when_the_agreement_of_the_contractor_says_too_little if {
	every field in ["validFrom", "validTo", "form"] {
		given := json.remove(operated("labo", paper(["labo", "midori"], {})), [concat(
			"/",
			["declarations/d/agreements/paper", field],
		)])

		verdict(given) == only({"undetermined": {unstated(concat("/", ["agreements/paper", field]))}})
	}
	bare := operated("labo", {"paper": {"between": ["labo", "midori"]}})
	verdict(bare) == only({"undetermined": {
		unstated("agreements/paper/form"),
		unstated("agreements/paper/validFrom"),
		unstated("agreements/paper/validTo"),
	}})
}

test_allow_ends_of_whoever_is_no_destination if {
	strange := {"at": "destination-system", "operatedBy": "carrier"}

	verdict(ending({"kita": strange, "labo": {"at": "relay"}})) == only({"satisfied": {referral}})
	verdict(declaring({"exchanges": {"referral": {
		"destinations": {"parties": []},
		"encryption": {"ends": {"kita": strange}},
	}}})) == only({"applies": set()})
}

test_allow_and_deny_each_exchange_by_itself if {
	images := object.union(exchange, {"encryption": {"ends": {"midori": {"operatedBy": "carrier"}}}})

	verdict(declaring({"exchanges": {"images": images}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {{
			"code": "operated_by_provider",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/encryption/ends/midori/operatedBy"],
			"values": {"destination": midori_names, "party": carrier_names},
		}},
		"undetermined": set(),
	}
}

test_allow_contractor_with_one_agreement_in_force_whatever_another_leaves_unsaid if {
	given := operated("labo", object.union(
		paper(["labo", "midori"], {}),
		{"other": {"form": "contract", "between": ["labo", "midori"]}},
	))

	verdict(given) == only({"satisfied": {referral}})
}

test_undetermined_names_only_what_is_missing_between_the_two if {
	given := operated("labo", {
		"paper": {"form": "contract", "between": ["labo", "midori"], "validFrom": "2026-04-01"},
		"with-others": {"form": "contract", "between": ["labo", "aoba"]},
		"of-others": {"form": "contract", "between": ["carrier", "midori"]},
	})

	verdict(given) == only({"undetermined": {unstated("agreements/paper/validTo")}})
}

test_allow_nothing_where_encryption_is_not_said_to_end_with_a_destination if {
	every patch in [
		{"data": "other"},
		{"encryption": "none"},
		{"encryption": {"ends": {"midori": {"at": "relay"}}}},
		{"encryption": {"ends": {"midori": {"at": "provider-edge", "operatedBy": "carrier"}}}},
	] {
		verdict(envelope(patch)) == only({"applies": set()})
	}
	every absent in ["encryption", "encryption/ends", "encryption/ends/midori", "encryption/ends/midori/at"] {
		verdict(without(envelope({}), absent)) == only({"applies": set()})
	}
}

test_allow_what_an_end_decrypts_and_what_nobody_does if {
	tls := listener({"encrypted": {"is": "tls"}})
	passing := listener({"encrypted": {"is": "passthrough"}})

	seen(run_by(["midori"]), {referral: {tls}}) == only({"satisfied": {referral}})
	seen(run_by(["aoba"]), {referral: {tls, passing}}) == only({"satisfied": {referral}})
	seen(run_by(["carrier"]), {referral: {passing}}) == only({"satisfied": {referral}})
	seen(run_by(["carrier"]), {"d/telework/night": {tls}}) == only({"satisfied": {referral}})
}

test_deny_what_a_provider_decrypts if {
	tls := listener({"encrypted": {"is": "tls"}})
	label := object.get(spec.parties.carrier, "name", "carrier")

	seen(run_by(["carrier"]), {referral: {tls}}) == only({"deny": {shown("observed_relay", {"operator": [label]})}})
}

test_undetermined_when_it_cannot_be_told_who_decrypts_or_whether if {
	tls := listener({"encrypted": {"is": "tls"}})
	untold := listener({"encrypted": {"unknown": true}})
	by_nobody := {"operator": []}
	unknown := shown("observed_operator_unknown", {"operator": [], "whose": dialect.whose({})})

	seen(run_by([]), {referral: {tls}}) == only({"undetermined": {unknown}})
	seen(run_by([]), {referral: {untold}}) == only({"undetermined": {shown("observed_decryption_unknown", by_nobody)}})
	seen(run_by([]), {referral: {tls, untold}}) == only({"undetermined": {
		unknown,
		shown("observed_decryption_unknown", by_nobody),
	}})
}

test_deny_what_a_provider_decrypts_beside_what_is_not_stated if {
	tls := listener({"encrypted": {"is": "tls"}})
	label := object.get(spec.parties.carrier, "name", "carrier")
	given := without(run_by(["carrier"]), "encryption/ends/midori/operatedBy")

	seen(given, {referral: {tls}}) == only({
		"deny": {shown("observed_relay", {"operator": [label]})},
		"undetermined": {unstated("exchanges/referral/encryption/ends/midori/operatedBy")},
	})
}

test_allow_nothing_seen_where_encryption_is_not_said_to_end_at_a_destination if {
	tls := listener({"encrypted": {"is": "tls"}})
	elsewhere := envelope({"encryption": {"ends": {"midori": {"at": "relay"}}}})

	every operators in [["carrier"], []] {
		seen(object.union(run_by(operators), elsewhere), {referral: {tls}}) == only({"applies": set()})
	}
}

broken(code, party) := finding(
	code,
	"/encryption/ends/midori/operatedBy",
	{"destination": midori_names, "party": party},
)

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d", field])],
	"values": {"field": concat(".", ["spec", replace(field, "/", ".")])},
}

finding(code, tail, values) := {
	"code": code,
	"subject": referral,
	"pointers": [concat("", [place, tail])],
	"values": values,
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

seen(given, facts) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as given with data.bunkaiten.observed.binding.endpoints as facts
}

listener(attributes) := object.union(attributes, {
	"way": "load-balancer",
	"thing": "terraform:aws_lb.entry",
	"key": "plan.json aws_lb.entry",
	"steps": ["terraform", "plan.json", "resource_changes", 0, "change", "after", "protocol"],
})

shown(code, values) := {
	"code": code,
	"subject": referral,
	"pointers": [
		"/declarations/d/exchanges/referral/encryption",
		"/terraform/plan.json/resource_changes/0/change/after/protocol",
	],
	"values": object.union(
		{"thing": "terraform:aws_lb.entry", "way": {"en": "load balancer", "ja": "ロードバランサー"}},
		values,
	),
}

# the plan works in the accounts of these parties
run_by(operators) := object.union(
	declaring({"parties": {party: {"identifiedBy": {"awsAccounts": [party]}} | some party in operators}}),
	{"terraform": {"plan.json": {"configuration": {"provider_config": {"aws": {
		"name": "aws",
		"expressions": {"allowed_account_ids": {"constant_value": operators}},
	}}}}}},
)

without(given, field) := json.remove(given, [concat("/", ["declarations/d/exchanges/referral", field])])

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

envelope(patch) := declaring({"exchanges": {"referral": patch}})

ending(ends) := envelope({"encryption": {"ends": ends}})

# the end of a second destination
to_both(end) := declaring({"exchanges": {"referral": {
	"destinations": {"parties": ["midori", "kita"]},
	"encryption": {"ends": {"kita": end}},
}}})

operated(party, agreements) := declaring({
	"agreements": agreements,
	"exchanges": {"referral": {"encryption": {"ends": {"midori": {"operatedBy": party}}}}},
})

paper(between, patch) := {"paper": object.union(
	{"form": "contract", "between": between, "validFrom": "2026-04-01", "validTo": "open"},
	patch,
)}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba_names},
		"midori": {"role": "institution", "name": midori_names},
		"kita": {"role": "institution"},
		"carrier": {"role": "provider", "name": carrier_names},
		"isp": {"role": "provider"},
		"labo": {"role": "contractor"},
		"medifix": {"role": "maintainer"},
		"kura": {"role": "custodian"},
	},
	"exchanges": {"referral": exchange},
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "internet",
		"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"},
		"provider": "carrier",
	},
	"encryption": {
		"begins": {"at": "source-system", "operatedBy": "aoba"},
		"ends": {"midori": {"at": "destination-system", "operatedBy": "midori"}},
	},
}
