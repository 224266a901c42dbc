package bunkaiten_test.requirements.provider_network.provision_is_proper

import data.bunkaiten.requirements.provider_network.provision_is_proper as requirement

referral := "d/exchanges/referral"

midori_names := {"en": "Midori Clinic", "ja": "みどり診療所"}

test_allow_consent_or_an_exception_with_its_law_and_confirmed_receipt if {
	every ground in [
		{"ground": "consent"},
		{"ground": "consent", "law": "none"},
		{"ground": "exception", "law": "感染症法"},
		{"ground": "exception", "law": {"ja": "感染症法"}, "article": "none"},
	] {
		verdict(providing({"legalGround": ground})) == only({"satisfied": {referral}})
	}
}

test_allow_provision_to_each_of_two_destinations if {
	patch := object.union(to_both, {"provision": {"kita": proper}})

	verdict(envelope(patch)) == only({"satisfied": {referral}})
}

test_deny_whatever_is_stated_as_none if {
	every given in [
		{"provision": "none", "fields": []},
		{"provision": {"midori": "none"}, "fields": ["midori"]},
		{"provision": {"midori": {"legalGround": "none"}}, "fields": ["midori", "legalGround"]},
		{"provision": {"midori": {"receipt": "none"}}, "fields": ["midori", "receipt"]},
		{
			"provision": {"midori": {"legalGround": {"ground": "exception", "law": "none"}}},
			"fields": ["midori", "legalGround", "law"],
		},
	] {
		patch := {"provision": given.provision}

		verdict(envelope(patch)) == only({"deny": {denied(given.fields, midori_names)}})
	}
}

test_deny_several_parts_at_once if {
	verdict(providing({"legalGround": "none", "receipt": "none"})) == only({"deny": {
		denied(["midori", "legalGround"], midori_names),
		denied(["midori", "receipt"], midori_names),
	}})
}

test_deny_one_destination_of_two if {
	patch := object.union(to_both, {"provision": {"kita": {"legalGround": {"ground": "consent"}, "receipt": "none"}}})

	verdict(envelope(patch)) == only({"deny": {denied(["kita", "receipt"], "kita")}})
}

test_deny_each_destination_where_no_provision_is_shown if {
	patch := object.union(to_both, {"provision": "none"})

	verdict(envelope(patch)) == only({"deny": {denied([], midori_names), denied([], "kita")}})
}

test_undetermined_when_a_part_of_the_provision_is_not_stated if {
	every absent, field in {
		"provision": "provision.midori",
		"provision/midori": "provision.midori",
		"provision/midori/legalGround": "provision.midori.legalGround",
		"provision/midori/legalGround/ground": "provision.midori.legalGround.ground",
		"provision/midori/receipt": "provision.midori.receipt",
	} {
		verdict(without(envelope({}), absent)) == only({"undetermined": {unstated(field)}})
	}
	lawless := unstated("provision.midori.legalGround.law")

	verdict(providing({"legalGround": {"ground": "exception"}})) == only({"undetermined": {lawless}})
}

test_undetermined_when_the_provision_to_one_destination_of_two_is_not_stated if {
	verdict(envelope(to_both)) == only({"undetermined": {unstated("provision.kita")}})
}

test_deny_and_undetermined_when_one_part_is_none_and_the_other_not_stated if {
	given := without(providing({"receipt": "none"}), "provision/midori/legalGround")

	verdict(given) == only({
		"deny": {denied(["midori", "receipt"], midori_names)},
		"undetermined": {unstated("provision.midori.legalGround")},
	})
}

test_undetermined_when_the_basis_is_not_stated if {
	every patch in [{}, {"provision": "none"}, {"provision": {"midori": {"receipt": "none"}}}] {
		verdict(without(envelope(patch), "basis")) == only({"undetermined": {unstated("basis")}})
	}
	verdict(json.remove(envelope({}), [
		"declarations/d/exchanges/referral/basis",
		"declarations/d/exchanges/referral/provision",
	])) == only({"undetermined": {unstated("basis")}})
}

test_undetermined_when_the_law_is_claimed_and_not_cited if {
	every patch in [{}, {"provision": "none"}, {"provision": {"midori": {"receipt": "none"}}}] {
		by_law := object.union(patch, {"basis": "statutory"})
		with_law := object.union(by_law, {"statute": {"law": "感染症法"}})

		verdict(envelope(by_law)) == only({"undetermined": {unstated("statute.law"), unstated("statute.article")}})
		verdict(envelope(with_law)) == only({"undetermined": {unstated("statute.article")}})
	}
}

test_allow_and_deny_each_exchange_on_one_line_by_itself if {
	images := object.union(exchange, {"provision": {"midori": {"receipt": "none"}}})
	found := object.union(denied(["midori", "receipt"], midori_names), {
		"subject": "d/exchanges/images",
		"pointers": ["/declarations/d/exchanges/images/provision/midori/receipt"],
	})

	verdict(declaring({"exchanges": {"images": images}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {found},
		"undetermined": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	every patch in [
		{"data": "other"},
		{"basis": "entrustment"},
		{"basis": "statutory", "statute": {"law": "感染症法", "article": "第12条"}},
		{"basis": "statutory", "statute": "none"},
		{"basis": "statutory", "statute": {"law": "感染症法", "article": "none"}},
		{"basis": "none"},
		{"destinations": {"parties": []}},
		{"destinations": {"parties": [], "others": "unidentified"}},
		{"path": {"routeSecuredBy": "none"}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
	] {
		verdict(envelope(object.union({"provision": "none"}, patch))) == only({"applies": set()})
	}
	verdict(without(envelope({"destinations": {"parties": []}}), "basis")) == only({"applies": set()})
}

to_both := {"destinations": {"parties": ["midori", "kita"]}}

proper := {"legalGround": {"ground": "consent"}, "receipt": "confirmed"}

denied(fields, destination) := {
	"code": "provision_not_proper",
	"subject": referral,
	"pointers": [concat("/", array.concat(["/declarations/d/exchanges/referral/provision"], fields))],
	"values": {"destination": destination, "field": concat(".", array.concat(["provision"], fields))},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d/exchanges/referral", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec.exchanges.referral", field])},
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

providing(fields) := envelope({"provision": {"midori": fields}})

envelope(patch) := declaring({"exchanges": {"referral": patch}})

without(given, field) := json.remove(given, [concat("/", ["declarations/d/exchanges/referral", field])])

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution"},
		"midori": {"role": "institution", "name": midori_names},
		"kita": {"role": "institution"},
		"net": {"role": "provider"},
	},
	"exchanges": {"referral": exchange},
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"basis": "third-party-provision",
	"provision": {"midori": proper},
	"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "net",
		"routersConfiguredBy": {"aoba": "net", "midori": "net", "kita": "net"},
		"provider": "net",
	},
}
