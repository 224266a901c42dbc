package bunkaiten_test.requirements.provider_network.route_is_secured_by_provider

import data.bunkaiten.observed.dialect
import data.bunkaiten.requirements.provider_network.route_is_secured_by_provider as requirement

referral := "d/exchanges/referral"

test_allow_provider_that_has_agreed_with_each_institution_and_configures_the_routers if {
	every patch in [
		{},
		{"form": "sla"},
		{"form": "network-rules"},
		{"form": "letter", "signedBy": ["midori", "net"]},
		{"between": ["net", "midori", "kusa"]},
		{"settles": ["management-division", "route-security"]},
		{"validFrom": "2026-11-22"},
		{"validTo": "2026-11-22"},
		{"validTo": "2026-11-21", "renewal": "automatic"},
	] {
		verdict(with_midori(patch)) == only({"satisfied": {referral}})
	}
}

test_allow_one_agreement_that_binds_all if {
	shared := object.union(contract, {"between": ["aoba", "midori", "net"]})

	verdict(replaced({"shared": shared})) == only({"satisfied": {referral}})
}

test_allow_whatever_is_not_asked if {
	every patch in [
		{"path": {"provider": "net"}},
		{"path": {"provider": "line"}},
		{"path": {"provider": "none"}},
		{"path": {"medium": "telephone"}},
		{"path": {"routersConfiguredBy": {"midori": "line"}}},
		{"destinations": {"others": "unidentified"}},
		{"destinations": {"parties": []}},
		{"demarcationPoints": "none"},
	] {
		verdict(exchanging(patch)) == only({"satisfied": {referral}})
	}
	verdict(json.remove(envelope, ["declarations/d/exchanges/referral/path/medium"])) == only({"satisfied": {referral}})
}

test_deny_institution_without_an_agreement_with_the_provider if {
	every patch in [
		{"between": ["aoba", "midori"]},
		{"between": ["midori", "line"]},
		{"between": ["aoba", "net"]},
		{"validTo": "2026-11-21", "settles": []},
		{"validTo": "2026-11-21", "form": "terms-of-service"},
	] {
		verdict(with_midori(patch)) == only({"deny": {no_agreement(midori)}})
	}
	every given in [replaced("none"), json.remove(envelope, ["declarations/d/agreements"])] {
		verdict(given) == only({"deny": {no_agreement(aoba), no_agreement(midori)}})
	}
}

test_deny_agreement_that_does_not_settle_it if {
	every matters in [[], ["management-division"], ["path-demarcation", "availability"]] {
		verdict(with_midori({"settles": matters})) == only({"deny": {unsettled(midori, ["net-midori"])}})
	}
}

test_deny_published_terms if {
	every patch in [{}, {"settles": ["route-security", "availability"]}] {
		given := with_midori(object.union(patch, {"form": "terms-of-service"}))

		verdict(given) == only({"deny": {only_terms(midori, ["net-midori"])}})
	}
	silent := json.remove(with_midori({"form": "terms-of-service"}), ["declarations/d/agreements/net-midori/settles"])
	verdict(silent) == only({"deny": {only_terms(midori, ["net-midori"])}})
}

test_deny_agreement_that_is_not_in_force if {
	every patch, field in {
		{"validTo": "2026-11-21"}: "validTo",
		{"validTo": "2026-11-21", "renewal": "none"}: "validTo",
		{"validFrom": "2026-11-23"}: "validFrom",
		{"signedBy": ["midori"]}: "signedBy",
		{"signedOn": "2026-11-23"}: "signedOn",
	} {
		verdict(with_midori(patch)) == only({"deny": {lapsed(midori, ["net-midori"], field)}})
	}
}

test_deny_router_that_an_institution_configures_all_the_same if {
	every routers in [{"midori": "midori"}, {"midori": "aoba"}] {
		verdict(exchanging({"path": {"routersConfiguredBy": routers}})) == only({"deny": {configured(
			"midori", midori,
			label_of[routers.midori],
		)}})
	}
}

test_deny_routers_configured_by_those_who_act_for_an_institution if {
	every party in ["medifix", "kusa"] {
		upkeep := {"form": "contract", "between": [party, "midori"], "validFrom": "2026-04-01", "validTo": "open"}
		given := declaring({
			"agreements": {"upkeep": upkeep},
			"exchanges": {"referral": {"path": {"routersConfiguredBy": {"midori": party}}}},
		})

		verdict(given) == only({"deny": {configured("midori", midori, party)}})
	}
}

test_deny_self_managed_routers_on_a_line_whose_carrier_claims_the_route if {
	self_managed := {"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}}
	both := {configured("aoba", aoba, aoba), configured("midori", midori, midori)}

	verdict(exchanging(self_managed)) == only({"deny": both})
	verdict(exchanging(object.union(self_managed, {"path": {"medium": "internet"}}))) == only({"deny": both})
}

test_deny_missing_agreement_and_own_router_at_once if {
	given := declaring({
		"agreements": {"net-midori": {"settles": []}, "net-aoba": {"validTo": "2026-11-21"}},
		"exchanges": {"referral": {"path": {"routersConfiguredBy": {"aoba": "aoba"}}}},
	})

	verdict(given) == only({"deny": {
		unsettled(midori, ["net-midori"]),
		lapsed(aoba, ["net-aoba"], "validTo"),
		configured("aoba", aoba, aoba),
	}})
}

test_deny_and_undetermined_at_once if {
	given := declaring({
		"agreements": {"net-midori": {"form": "terms-of-service"}},
		"exchanges": {"referral": {"path": {"routersConfiguredBy": {"aoba": "none"}}}},
	})

	verdict(given) == only({
		"deny": {only_terms(midori, ["net-midori"])},
		"undetermined": {stranger("aoba", aoba, {"en": "nobody", "ja": "なし"})},
	})
}

test_undetermined_where_the_agreement_says_too_little if {
	every fields in [["settles"], ["validFrom"], ["validTo"], ["form"], ["settles", "form"]] {
		paths := [concat("/", ["declarations/d/agreements/net-midori", field]) | some field in fields]
		absent := {unstated(concat(".", ["agreements.net-midori", field])) | some field in fields}

		verdict(json.remove(envelope, paths)) == only({"undetermined": absent})
	}
	verdict(with_midori({"form": "minute"})) == only({"undetermined": {unstated("agreements.net-midori.signedBy")}})
}

test_undetermined_where_nobody_says_who_configures_a_router if {
	routers := "exchanges.referral.path.routersConfiguredBy"
	steps := "declarations/d/exchanges/referral/path/routersConfiguredBy"
	to_midori := unstated(concat(".", [routers, "midori"]))

	verdict(json.remove(envelope, [concat("/", [steps, "midori"])])) == only({"undetermined": {to_midori}})
	verdict(json.remove(envelope, [steps])) == only({"undetermined": {
		to_midori,
		unstated(concat(".", [routers, "aoba"])),
	}})
}

test_undetermined_where_a_stranger_or_nobody_configures_a_router if {
	every party in ["medifix", "kusa"] {
		given := exchanging({"path": {"routersConfiguredBy": {"midori": party}}})

		verdict(given) == only({"undetermined": {stranger("midori", midori, party)}})
	}
	by_nobody := exchanging({"path": {"routersConfiguredBy": {"midori": "none"}}})
	verdict(by_nobody) == only({"undetermined": {stranger("midori", midori, {"en": "nobody", "ja": "なし"})}})
}

test_undetermined_where_the_agreement_with_who_configures_a_router_says_too_little if {
	upkeep := {"form": "contract", "between": ["medifix", "midori"], "validFrom": "2026-04-01", "settles": []}
	given := declaring({
		"agreements": {
			"upkeep": upkeep,
			"of-medifix": {"between": ["medifix", "aoba"]},
			"of-midori": {"between": ["midori", "kusa"]},
		},
		"exchanges": {"referral": {"path": {"routersConfiguredBy": {"midori": "medifix"}}}},
	})

	verdict(given) == only({"undetermined": {unstated("agreements.upkeep.validTo")}})
}

test_allow_deny_and_undetermined_exchanges_by_themselves if {
	images := object.union(exchange, {"path": {"routersConfiguredBy": {"midori": "midori"}}})
	orders := object.union(exchange, {"path": {"routersConfiguredBy": {"midori": "kusa"}}})
	unsure := json.remove(exchange, ["path/routersConfiguredBy/midori"])
	given := declaring({"exchanges": {"images": images, "orders": orders, "unsure": unsure}})
	of_images := {"subject": "d/exchanges/images", "pointers": [replace(router_of("midori"), "referral", "images")]}
	of_orders := {"subject": "d/exchanges/orders", "pointers": [replace(router_of("midori"), "referral", "orders")]}

	verdict(given) == {
		"applies": {referral, "d/exchanges/images", "d/exchanges/orders", "d/exchanges/unsure"},
		"satisfied": {referral},
		"deny": {object.union(configured("midori", midori, midori), of_images)},
		"undetermined": {
			object.union(stranger("midori", midori, "kusa"), of_orders),
			object.union(
				unstated("exchanges.unsure.path.routersConfiguredBy.midori"),
				{"subject": "d/exchanges/unsure"},
			),
		},
	}
}

test_deny_each_exchange_over_the_provider_that_it_names if {
	over_line := object.union(exchange, {"path": {"routeSecuredBy": "line"}})
	bare := {"code": "no_agreement", "subject": "d/exchanges/images", "pointers": ["/declarations/d/exchanges/images"]}

	verdict(declaring({"exchanges": {"images": over_line}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {
			object.union(bare, {"values": {"one": aoba, "other": "line"}}),
			object.union(bare, {"values": {"one": midori, "other": "line"}}),
		},
		"undetermined": set(),
	}
}

test_allow_nothing_where_no_provider_is_said_to_answer_for_the_route if {
	every patch in [
		{"data": "other"},
		{"path": {"routeSecuredBy": "none"}},
		{"path": {"routeSecuredBy": "aoba"}},
		{"path": {"routeSecuredBy": "medifix"}},
	] {
		verdict(exchanging(patch)) == only({"applies": set()})
	}
	silent := json.remove(envelope, ["declarations/d/exchanges/referral/path/routeSecuredBy"])
	verdict(silent) == only({"applies": set()})
	verdict(json.remove(envelope, ["declarations/d/exchanges/referral/path"])) == only({"applies": set()})
}

test_allow_routers_of_a_provider_in_the_deployment if {
	seen(run_by(["net"]), {referral: {peer({"unknown": true})}}) == only({"satisfied": {referral}})
	seen(run_by(["net", "line"]), {referral: {peer({"unknown": true})}}) == only({"satisfied": {referral}})
	seen(run_by(["aoba"]), {"d/telework/night": {peer({"unknown": true})}}) == only({"satisfied": {referral}})
}

test_deny_router_of_an_institution_in_the_deployment if {
	seen(run_by(["aoba"]), {referral: {peer({"unknown": true})}}) == only({"deny": {own_router(aoba)}})
	seen(run_by(["medifix"]), {referral: {peer({"unknown": true})}}) == only({"deny": {own_router("medifix")}})
}

test_undetermined_where_it_cannot_be_told_whose_router_it_is if {
	every parties, names in {[]: [], ["aoba", "net"]: [aoba, net]} {
		seen(run_by(parties), {referral: {peer({"unknown": true})}}) == only({"undetermined": {shown(
			"observed_operator_unknown",
			{"operator": names, "whose": whose},
		)}})
	}
}

test_undetermined_where_a_peering_may_lead_to_the_provider_or_past_it if {
	peering := object.union(peer({"unknown": true}), {"way": "vpc-peering"})
	values := {"operator": [aoba], "way": {"en": "VPC peering", "ja": "VPC ピアリング"}, "whose": whose}

	seen(run_by(["aoba"]), {referral: {peering}}) == only({"undetermined": {shown("observed_joint_unknown", values)}})
}

test_deny_own_router_in_the_deployment_beside_other_faults if {
	joint := object.union(peer({"unknown": true}), {"way": "vpc-peering"})
	values := {"operator": [aoba], "way": {"en": "VPC peering", "ja": "VPC ピアリング"}, "whose": whose}
	unknown := shown("observed_joint_unknown", values)
	given := object.union(run_by(["aoba"]), {"declarations": {"d": {
		"agreements": {"net-midori": {"settles": []}},
		"exchanges": {"referral": {"path": {"routersConfiguredBy": {"midori": "midori"}}}},
	}}})

	seen(given, {referral: {peer({"unknown": true}), joint}}) == only({
		"deny": {own_router(aoba), unsettled(midori, ["net-midori"]), configured("midori", midori, midori)},
		"undetermined": {unknown},
	})
}

test_allow_nothing_seen_where_no_provider_is_said_to_answer_for_the_route if {
	given := object.union(run_by(["aoba"]), exchanging({"path": {"routeSecuredBy": "none"}}))
	unknown := object.union(run_by([]), exchanging({"path": {"routeSecuredBy": "none"}}))

	seen(given, {referral: {peer({"unknown": true})}}) == only({"applies": set()})
	seen(unknown, {referral: {peer({"unknown": true})}}) == only({"applies": set()})
}

no_agreement(one) := {
	"code": "no_agreement",
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral"],
	"values": {"one": one, "other": net},
}

unsettled(one, names) := agreed("matter_not_settled", one, names, "settles")

only_terms(one, names) := agreed("only_published_terms", one, names, "form")

lapsed(one, names, field) := agreed("agreement_not_in_force", one, names, field)

agreed(code, one, names, field) := {
	"code": code,
	"subject": referral,
	"pointers": [
		"/declarations/d/exchanges/referral",
		concat("/", ["/declarations/d/agreements", names[0], field]),
	],
	"values": {"one": one, "other": net, "agreements": names},
}

configured(end, name, party) := {
	"code": "router_by_institution",
	"subject": referral,
	"pointers": [router_of(end)],
	"values": {"end": name, "party": party, "provider": net},
}

stranger(end, name, party) := object.union(configured(end, name, party), {"code": "router_by_other"})

router_of(end) := concat("/", ["/declarations/d/exchanges/referral/path/routersConfiguredBy", end])

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

seen(given, facts) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as given with data.bunkaiten.observed.binding.peers as facts
}

# what a plan shows of the other side of a VPN connection
peer(who) := {
	"way": "vpn-connection",
	"who": who,
	"direction": "both",
	"encrypted": {"is": "ipsec"},
	"thing": "terraform:aws_vpn_connection.line",
	"key": "plan.json aws_vpn_connection.line",
	"steps": ["terraform", "plan.json", "resource_changes", 0, "change", "after", "ip_address"],
}

shown(code, values) := {
	"code": code,
	"subject": referral,
	"pointers": [
		"/declarations/d/exchanges/referral/path/routersConfiguredBy",
		"/terraform/plan.json/resource_changes/0/change/after/ip_address",
	],
	"values": object.union(
		{"thing": "terraform:aws_vpn_connection.line", "way": {"en": "VPN connection", "ja": "VPN 接続"}},
		values,
	),
}

# as of a thing of no cloud, because there is no resource at its place
whose := dialect.whose({})

own_router(operator) := shown("observed_own_router", {"operator": [operator]})

# the plan works in the accounts of these parties
run_by(operators) := object.union(
	declaring({"parties": {party: {"identifiedBy": {"awsAccounts": [party]}} | some party in operators}}),
	{"terraform": {"plan.json": {"configuration": {"provider_config": {"aws": {
		"name": "aws",
		"expressions": {"allowed_account_ids": {"constant_value": operators}},
	}}}}}},
)

with_midori(patch) := declaring({"agreements": {"net-midori": patch}})

exchanging(patch) := declaring({"exchanges": {"referral": patch}})

# other agreements instead of those of the base
replaced(agreements) := {
	"declarations": {"d": object.union(object.remove(spec, ["agreements"]), {"agreements": agreements})},
	"context": {"as_of": "2026-11-22"},
}

envelope := declaring({})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

aoba := {"ja": "青葉病院", "en": "Aoba Hospital"}

midori := "みどり診療所"

net := "中部メディカルネット"

label_of := {"aoba": aoba, "midori": midori}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba},
		"midori": {"role": "institution", "name": midori},
		"kusa": {"role": "institution"},
		"net": {"role": "provider", "name": net},
		"line": {"role": "provider"},
		"medifix": {"role": "maintainer"},
	},
	"agreements": {
		"net-aoba": object.union(contract, {"between": ["aoba", "net"]}),
		"net-midori": object.union(contract, {"between": ["midori", "net"]}),
	},
	"exchanges": {"referral": exchange},
}

contract := {
	"form": "contract",
	"validFrom": "2026-04-01",
	"validTo": "2027-03-31",
	"settles": ["route-security"],
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "net",
		"routersConfiguredBy": {"aoba": "net", "midori": "net"},
	},
}
