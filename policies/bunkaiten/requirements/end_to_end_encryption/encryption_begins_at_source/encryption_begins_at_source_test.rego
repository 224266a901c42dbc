package bunkaiten_test.requirements.end_to_end_encryption.encryption_begins_at_source

import data.bunkaiten.requirements.end_to_end_encryption.encryption_begins_at_source as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

midori_names := {"en": "Midori Clinic", "ja": "みどり診療所"}

carrier_names := {"en": "Tokai Telecom", "ja": "東海通信"}

test_allow_system_or_gateway_that_the_source_operates if {
	every at in ["source-system", "source-gateway"] {
		verdict(envelope({"encryption": {"begins": {"at": at}}})) == only({"satisfied": {referral}})
	}
}

test_allow_source_that_operates_its_system_on_any_path_and_whatever_class_follows if {
	every patch in [
		{"path": {"routersConfiguredBy": {"aoba": "carrier", "midori": "carrier"}, "routeSecuredBy": "carrier"}},
		{"path": {"routersConfiguredBy": {"midori": "carrier"}}},
		{"path": {"medium": "telephone"}},
		{"encryption": {"ends": {"midori": {"operatedBy": "carrier"}}}},
		{"encryption": {"ends": {"midori": {"at": "relay", "operatedBy": "none"}}}},
		{"destinations": {"parties": [], "others": "unidentified"}},
	] {
		verdict(envelope(patch)) == only({"satisfied": {referral}})
	}
	verdict(without(envelope({}), "encryption/ends")) == only({"satisfied": {referral}})
	verdict(without(envelope({}), "path")) == only({"satisfied": {referral}})
}

test_allow_whoever_runs_the_system_for_the_source_under_an_agreement_in_force if {
	every party in ["labo", "medifix", "kura"] {
		verdict(operated(party, paper([party, "aoba"], {}))) == only({"satisfied": {referral}})
	}
}

test_deny_provider_whosever_line_it_is if {
	every line in [{}, {"provider": "isp"}, {"provider": "none"}] {
		given := declaring({"exchanges": {"referral": {
			"path": line,
			"encryption": {"begins": {"operatedBy": "carrier"}},
		}}})

		verdict(given) == only({"deny": {broken("operated_by_provider", carrier_names)}})
	}
	silent := without(envelope({"encryption": {"begins": {"operatedBy": "carrier"}}}), "path/provider")
	verdict(silent) == only({"deny": {broken("operated_by_provider", carrier_names)}})
}

test_deny_provider_although_it_runs_the_system_under_an_agreement if {
	given := operated("carrier", paper(["carrier", "aoba"], {}))

	verdict(given) == only({"deny": {broken("operated_by_provider", carrier_names)}})
}

test_deny_another_institution_whatever_it_agreed if {
	every party, name in {"midori": midori_names, "kita": "kita"} {
		given := operated(party, paper([party, "aoba"], {}))

		verdict(given) == only({"deny": {broken("operated_by_another", name)}})
	}
}

test_deny_contractor_without_an_agreement_in_force if {
	every party in ["labo", "medifix", "kura"] {
		every patch in [
			{"validTo": "2026-11-21"},
			{"validFrom": "2026-11-23"},
			{"signedBy": ["aoba"]},
			{"between": [party, "midori"]},
		] {
			given := operated(party, paper([party, "aoba"], patch))

			verdict(given) == only({"deny": {broken("operated_by_another", party)}})
		}
		bare := envelope({"encryption": {"begins": {"operatedBy": party}}})
		verdict(bare) == only({"deny": {broken("operated_by_another", party)}})
	}
}

test_deny_point_that_nobody_operates if {
	given := envelope({"encryption": {"begins": {"operatedBy": "none"}}})

	verdict(given) == only({"deny": {broken("operated_by_nobody", {"en": "nobody", "ja": "なし"})}})
}

test_undetermined_when_nobody_says_who_operates_the_point if {
	given := without(envelope({}), "encryption/begins/operatedBy")

	verdict(given) == only({"undetermined": {unstated("exchanges/referral/encryption/begins/operatedBy")}})
}

test_undetermined_when_the_agreement_of_the_contractor_says_too_little if {
	every field in ["validFrom", "validTo", "form"] {
		given := json.remove(operated("labo", paper(["labo", "aoba"], {})), [concat(
			"/",
			["declarations/d/agreements/paper", field],
		)])

		verdict(given) == only({"undetermined": {unstated(concat("/", ["agreements/paper", field]))}})
	}
	minute := operated("labo", paper(["labo", "aoba"], {"form": "minute"}))
	verdict(minute) == only({"undetermined": {unstated("agreements/paper/signedBy")}})
}

test_undetermined_names_every_missing_field_of_the_agreement if {
	given := operated("labo", {"paper": {"between": ["labo", "aoba"]}})

	verdict(given) == only({"undetermined": {
		unstated("agreements/paper/form"),
		unstated("agreements/paper/validFrom"),
		unstated("agreements/paper/validTo"),
	}})
}

test_allow_deny_and_undetermined_each_exchange_by_itself if {
	images := object.union(exchange, {"encryption": {"begins": {"operatedBy": "carrier"}}})
	lab := json.remove(exchange, ["encryption/begins/operatedBy"])

	verdict(declaring({"exchanges": {"images": images, "lab": lab}})) == {
		"applies": {referral, "d/exchanges/images", "d/exchanges/lab"},
		"satisfied": {referral},
		"deny": {{
			"code": "operated_by_provider",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/encryption/begins/operatedBy"],
			"values": {"source": aoba_names, "party": carrier_names},
		}},
		"undetermined": {{
			"code": "fact_not_stated",
			"subject": "d/exchanges/lab",
			"pointers": ["/declarations/d/exchanges/lab/encryption/begins/operatedBy"],
			"values": {"field": "spec.exchanges.lab.encryption.begins.operatedBy"},
		}},
	}
}

test_allow_contractor_with_one_agreement_in_force_whatever_another_leaves_unsaid if {
	given := operated("labo", object.union(
		paper(["labo", "aoba"], {}),
		{"other": {"form": "contract", "between": ["labo", "aoba"]}},
	))

	verdict(given) == only({"satisfied": {referral}})
}

test_undetermined_names_only_what_is_missing_between_the_two if {
	given := operated("labo", {
		"paper": {"form": "contract", "between": ["labo", "aoba"], "validFrom": "2026-04-01"},
		"with-others": {"form": "contract", "between": ["labo", "midori"]},
		"of-others": {"form": "contract", "between": ["carrier", "aoba"]},
	})

	verdict(given) == only({"undetermined": {unstated("agreements/paper/validTo")}})
}

test_allow_nothing_where_encryption_is_not_said_to_begin_with_the_source if {
	every patch in [
		{"data": "other"},
		{"encryption": "none"},
		{"encryption": {"begins": {"at": "provider-edge"}}},
		{"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}}},
	] {
		verdict(envelope(patch)) == only({"applies": set()})
	}
	every absent in ["encryption", "encryption/begins", "encryption/begins/at"] {
		verdict(without(envelope({}), absent)) == only({"applies": set()})
	}
}

test_allow_listeners_that_take_encrypted_data_alone if {
	tls := listener({"encrypted": {"is": "tls"}})
	inside := listener({"encrypted": {"is": "none"}, "audience": {"is": "inside"}})

	seen(envelope({}), {referral: {tls, inside}}) == only({"satisfied": {referral}})
	seen(envelope({}), {"d/telework/night": {in_plain_text, untold}}) == only({"satisfied": {referral}})
}

test_deny_listener_that_takes_plain_text if {
	seen(envelope({}), {referral: {in_plain_text}}) == only({"deny": {shown("observed_plaintext", {})}})
}

test_undetermined_when_it_cannot_be_told_whether_plain_text_is_taken if {
	unknown := shown("observed_encryption_unknown", {})

	seen(envelope({}), {referral: {untold}}) == only({"undetermined": {unknown}})
	seen(envelope({}), {referral: {untold, in_plain_text}}) == only({
		"deny": {shown("observed_plaintext", {})},
		"undetermined": {unknown},
	})
}

test_allow_what_is_sent_over_an_encrypted_connection if {
	sent({sender({"is": "tls"})}) == only({"satisfied": {referral}})
}

test_deny_what_is_sent_in_plain_text if {
	sent({sender({"is": "none"})}) == only({"deny": {sending("observed_plain_sending")}})
}

test_undetermined_when_it_cannot_be_told_whether_plain_text_is_sent if {
	sent({sender({"unknown": true})}) == only({"undetermined": {sending("observed_sending_unknown")}})
	sent({sender({"unknown": true}), sender({"is": "none"})}) == only({
		"deny": {sending("observed_plain_sending")},
		"undetermined": {sending("observed_sending_unknown")},
	})
}

test_deny_plain_text_beside_what_is_not_stated if {
	given := without(envelope({}), "encryption/begins/operatedBy")

	seen(given, {referral: {in_plain_text}}) == only({
		"deny": {shown("observed_plaintext", {})},
		"undetermined": {unstated("exchanges/referral/encryption/begins/operatedBy")},
	})
}

test_allow_nothing_seen_where_encryption_is_not_said_to_begin_at_the_source if {
	patch := {"encryption": {"begins": {"at": "provider-edge"}}}

	seen(envelope(patch), {referral: {in_plain_text, untold}}) == only({"applies": set()})
}

broken(code, party) := finding(code, "/encryption/begins/operatedBy", {"source": aoba_names, "party": party})

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

in_plain_text := listener({"encrypted": {"is": "none"}})

untold := listener({"encrypted": {"unknown": true}})

without(given, field) := json.remove(given, [concat("/", ["declarations/d/exchanges/referral", field])])

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

envelope(patch) := declaring({"exchanges": {"referral": patch}})

operated(party, agreements) := declaring({
	"agreements": agreements,
	"exchanges": {"referral": {"encryption": {"begins": {"operatedBy": party}}}},
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

sender(encrypted) := {
	"way": "api-backend",
	"who": {"is": {"by": "host", "name": "pacs.midori.example"}},
	"direction": "out",
	"encrypted": encrypted,
	"thing": "terraform:aws_apigatewayv2_integration.pacs",
	"key": "plan.json aws_apigatewayv2_integration.pacs",
	"steps": ["terraform", "plan.json", "resource_changes", 1],
}

sending(code) := {
	"code": code,
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral/encryption", "/terraform/plan.json/resource_changes/1"],
	"values": {
		"thing": "terraform:aws_apigatewayv2_integration.pacs",
		"way": {"en": "calls handed on by an API", "ja": "API からの転送"},
		"peer": "pacs.midori.example",
	},
}

sent(facts) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as envelope({}) with data.bunkaiten.observed.binding.peers as {referral: facts}
}
