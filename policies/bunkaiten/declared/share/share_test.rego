package bunkaiten_test.declared.share

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.share

place := "/declarations/d/exchanges/referral"

nothing := {"lies": false, "denials": set(), "open": set()}

test_exchanges_are_those_from_the_edge_over_a_provider_s_network if {
	kept(on({})) == {"d/exchanges/referral"}
	every patch in [
		{"data": "other"},
		{"encryption": {"begins": {"operatedBy": "aoba"}, "ends": {"midori": {"operatedBy": "midori"}}}},
		{"encryption": "none"},
		{"encryption": {"begins": {"operatedBy": "guard"}}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
		{"path": {"medium": "telephone"}},
		{"path": {"routeSecuredBy": "none"}},
		{"path": {"routersConfiguredBy": {"midori": "midori"}}},
	] {
		kept(on(patch)) == set()
	}
}

test_threat_lies_with_the_provider_whose_list_holds_it if {
	every listed in [
		{"carrier": ["tampering"]},
		{"guard": ["tampering"]},
		{"carrier": ["tampering"], "guard": ["tampering", "intrusion"]},
		{"carrier": [], "guard": ["tampering"]},
		{"carrier": ["availability", "tampering"], "aoba": ["intrusion"], "isp": []},
	] {
		told(listed) == object.union(nothing, {"lies": true})
	}
}

test_threat_in_the_list_of_another_party_is_denied if {
	every listed in [
		{"aoba": ["tampering"]},
		{"aoba": ["tampering"], "carrier": ["tampering"]},
		{"aoba": ["tampering"], "carrier": ["intrusion"], "guard": []},
	] {
		told(listed) == object.union(nothing, {"denials": {by_another("aoba", {"en": "Aoba Hospital"})}})
	}
	told({"isp": ["tampering"], "midori": ["tampering"]}) == object.union(nothing, {"denials": {
		by_another("isp", "isp"),
		by_another("midori", "midori"),
	}})
}

test_providers_that_are_stated_to_bear_nothing_are_denied_each if {
	told({"carrier": [], "guard": []}) == object.union(nothing, {"denials": {
		bears_nothing("/carrier", {"en": "Tokai Telecom"}),
		bears_nothing("/guard", "guard"),
	}})
	told("none") == object.union(nothing, {"denials": {
		bears_nothing("", {"en": "Tokai Telecom"}),
		bears_nothing("", "guard"),
	}})
}

test_both_faults_are_told if {
	told({"carrier": [], "guard": [], "aoba": ["tampering"]}) == object.union(nothing, {"denials": {
		by_another("aoba", {"en": "Aoba Hospital"}),
		bears_nothing("/carrier", {"en": "Tokai Telecom"}),
		bears_nothing("/guard", "guard"),
	}})
}

test_threat_in_nobody_s_list_is_open if {
	told({"carrier": ["intrusion"], "guard": []}) == object.union(nothing, {"open": {not_assigned(
		"carrier",
		{"en": "Tokai Telecom"},
	)}})
	told({"carrier": ["intrusion"], "guard": ["obstruction"], "aoba": []}) == object.union(nothing, {"open": {
		not_assigned("carrier", {"en": "Tokai Telecom"}),
		not_assigned("guard", "guard"),
	}})
	told({"carrier": ["intrusion"]}) == object.union(nothing, {"open": {
		not_assigned("carrier", {"en": "Tokai Telecom"}),
		not_stated("guard"),
	}})
}

test_list_that_is_not_stated_is_open if {
	told({"carrier": []}) == object.union(nothing, {"open": {not_stated("guard")}})
	every listed in [{"aoba": ["intrusion"]}, {"isp": []}] {
		told(listed) == object.union(nothing, {"open": {not_stated("carrier"), not_stated("guard")}})
	}
	silent := json.remove(on({}), ["declarations/d/exchanges/referral/responsibilities"])
	of(silent) == object.union(nothing, {"open": {not_stated("carrier"), not_stated("guard")}})
}

test_institutions_are_the_ends_that_are_institutions if {
	declared := exchanges(on({"destinations": {"parties": ["midori", "labo"]}}))["d/exchanges/referral"]

	share.institutions(declared) == {"aoba", "midori"}
}

test_elsewhere_is_whoever_is_no_institution_of_the_exchange if {
	declared := exchanges(on({"destinations": {"parties": ["midori", "labo"]}}))["d/exchanges/referral"]
	codes := {holder: code |
		some holder in ["aoba", "midori", "hoshi", "labo", "carrier", "isp", "none"]
		code := share.elsewhere(declared, holder)
	}

	codes == {
		"hoshi": "borne_by_another",
		"labo": "borne_by_another",
		"carrier": "borne_by_provider",
		"isp": "borne_by_provider",
		"none": "borne_by_nobody",
	}
}

by_another(party, name) := {
	"code": "borne_by_another",
	"subject": "d/exchanges/referral",
	"pointers": [concat("/", [place, "responsibilities/management", party])],
	"values": {"holder": name},
}

bears_nothing(tail, name) := {
	"code": "provider_bears_nothing",
	"subject": "d/exchanges/referral",
	"pointers": [concat("", [place, "/responsibilities/management", tail])],
	"values": {"provider": name},
}

not_assigned(party, name) := {
	"code": "not_assigned",
	"subject": "d/exchanges/referral",
	"pointers": [concat("/", [place, "responsibilities/management", party])],
	"values": {"provider": name},
}

not_stated(party) := {
	"code": "fact_not_stated",
	"subject": "d/exchanges/referral",
	"pointers": [concat("/", [place, "responsibilities/management", party])],
	"values": {"field": concat(".", ["spec.exchanges.referral.responsibilities.management", party])},
}

told(management) := of(on({"responsibilities": {"management": management}}))

of(given) := found if {
	some key, declared in exchanges(given)
	found := {
		"lies": lies(declared),
		"denials": share.denials(key, declared, "tampering"),
		"open": share.open(key, declared, "tampering"),
	}
}

lies(declared) if share.lies_with_provider(declared, "tampering")

else := false

exchanges(given) := found if {
	found := exchange.all with input as given
}

kept(given) := keys if {
	keys := {key | some key, _ in share.exchanges} with input as given
}

on(patch) := {
	"declarations": {"d": {"parties": parties, "exchanges": {"referral": object.union(referral, patch)}}},
	"context": {"as_of": "2026-11-22"},
}

parties := {
	"aoba": {"role": "institution", "name": {"en": "Aoba Hospital"}},
	"midori": {"role": "institution"},
	"hoshi": {"role": "institution"},
	"carrier": {"role": "provider", "name": {"en": "Tokai Telecom"}},
	"guard": {"role": "provider"},
	"isp": {"role": "provider"},
	"labo": {"role": "contractor"},
}

referral := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "closed-ip",
		"provider": "carrier",
		"routeSecuredBy": "guard",
		"routersConfiguredBy": {"aoba": "carrier", "midori": "guard"},
	},
	"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}},
}
