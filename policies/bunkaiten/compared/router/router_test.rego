package bunkaiten_test.compared.router

import data.bunkaiten.compared.router
import data.bunkaiten.finding
import data.bunkaiten.observed.dialect
import data.bunkaiten.observed.shown

referral := "d/exchanges/referral"

place := ["declarations", "d", "exchanges", "referral", "path", "routersConfiguredBy"]

aoba := {"ja": "青葉病院", "en": "Aoba Hospital"}

hospital := {"is": {"by": "account", "name": "111122223333"}}

carrier := {"is": {"by": "account", "name": "444455556666"}}

open := {"unknown": true}

test_tunnel_or_gateway_of_an_institution_is_no_provider_s if {
	facts := {peer("hospital.json", way, who) |
		some way, kind in shown.on_path
		kind in {"gateway", "tunnel"}
		some who in [hospital, carrier, open]
	}

	said(facts) == {"left": set(), "findings": {own(fact, [aoba]) | some fact in facts}}
}

test_tunnel_or_gateway_of_a_provider_is_left_to_it if {
	facts := {peer(document, way, who) |
		some way, _ in shown.on_path
		some document, who in {"carrier.json": open, "carriers.json": hospital}
	}

	said(facts) == {"left": {referral}, "findings": set()}
}

test_line_is_no_router_whoever_ordered_it if {
	facts := {peer(document, way, open) |
		some way, kind in shown.on_path
		kind in {"hop", "line", "sender"}
		some document in ["hospital.json", "nobody.json"]
	}

	said(facts) == {"left": {referral}, "findings": set()}
}

test_what_is_no_part_of_a_path_makes_no_router_although_it_is_encrypted if {
	every way in ["security-group-rule", "service-entry", "api-backend", "file-transfer-connector", "resource-share"] {
		fact := object.union(peer("hospital.json", way, hospital), {"encrypted": {"is": "tls"}})

		said([fact]) == {"left": {referral}, "findings": set()}
	}
}

test_joint_is_a_line_where_it_leads_to_the_provider_and_a_way_past_it_elsewhere if {
	every way in ["gateway-proposal", "transit-gateway-attachment", "vpc-peering"] {
		elsewhere := peer("hospital.json", way, {"is": {"by": "account", "name": "777788889999"}})
		to_clinic := peer("hospital.json", way, {"is": {"by": "account", "name": "222233334444"}})
		unknown := peer("hospital.json", way, open)

		said([peer("hospital.json", way, carrier)]) == {"left": {referral}, "findings": set()}
		said([elsewhere]) == {"left": set(), "findings": {own(elsewhere, [aoba])}}
		said([to_clinic]) == {"left": set(), "findings": {own(to_clinic, [aoba])}}
		said([unknown]) == {"left": set(), "findings": {found("observed_joint_unknown", unknown, [aoba])}}
	}
	nobody := peer("nobody.json", "vpc-peering", hospital)
	said([nobody]) == {"left": set(), "findings": {found("observed_operator_unknown", nobody, [])}}
}

test_joint_that_may_lead_to_the_provider_and_to_another_is_unknown if {
	given := json.patch(envelope, [{
		"op": "add",
		"path": "declarations/d/parties/labo/identifiedBy/awsAccounts/-",
		"value": "444455556666",
	}])
	fact := peer("hospital.json", "vpc-peering", carrier)

	said_of(given, {referral: {fact}}) == {
		"left": set(),
		"findings": {found("observed_joint_unknown", fact, [aoba])},
	}
}

test_whose_router_it_is_must_be_known if {
	every document, names in {"nobody.json": [], "stranger.json": [], "both.json": [aoba, "chubu-net"]} {
		fact := peer(document, "vpn-connection", open)

		said([fact]) == {"left": set(), "findings": {found("observed_operator_unknown", fact, names)}}
	}
}

test_whoever_is_no_provider_has_a_router_of_its_own if {
	every document, names in {"clinic.json": ["midori"], "clinics.json": [aoba, "midori"], "contractor.json": ["labo"]} {
		fact := peer(document, "vpn-connection", open)

		said([fact]) == {"left": set(), "findings": {own(fact, names)}}
	}
}

test_whoever_s_path_it_is_is_a_provider_whatever_it_is_called if {
	fact := peer("contractor.json", "vpn-connection", open)
	given := json.patch(envelope, [{
		"op": "replace",
		"path": "declarations/d/exchanges/referral/path/provider",
		"value": "labo",
	}])

	said_of(given, {referral: {fact}}) == {"left": {referral}, "findings": set()}
}

test_marker_says_who_operates_a_thing_before_its_account_does if {
	fact := object.union(peer("hospital.json", "vpn-connection", open), {"key": "hospital.json aws_vpn_connection.marked"})
	stray := object.union(peer("carrier.json", "vpn-connection", open), {"key": "carrier.json aws_vpn_connection.own"})

	said([fact]) == {"left": {referral}, "findings": set()}
	said([stray]) == {"left": set(), "findings": {own(stray, [aoba])}}
}

test_each_router_is_reported_by_itself if {
	tunnel := peer("hospital.json", "vpn-connection", open)
	gateway := peer("nobody.json", "virtual-interface", open)
	fine := peer("carrier.json", "vpn-connection", open)

	said([tunnel, gateway, fine]) == {
		"left": set(),
		"findings": {own(tunnel, [aoba]), found("observed_operator_unknown", gateway, [])},
	}
}

test_exchanges_are_judged_by_their_own_routers if {
	fact := peer("hospital.json", "vpn-connection", open)

	said([]) == {"left": {referral}, "findings": set()}
	said_of(envelope, {"d/exchanges/images": {fact}, "d/telework/night": {fact}}) == {
		"left": {referral},
		"findings": set(),
	}
}

own(fact, names) := found("observed_own_router", fact, names)

found(code, fact, names) := finding.at(code, referral, [place, fact.steps], object.union(telling(code, fact), {
	"thing": fact.thing,
	"way": shown.way(fact),
	"operator": names,
}))

telling(code, fact) := {"whose": whose} if {
	code in {"observed_joint_unknown", "observed_operator_unknown"}
	whose := dialect.whose(fact) with input as envelope
} else := {}

peer(document, way, who) := {
	"way": way,
	"who": who,
	"direction": "both",
	"thing": "terraform:aws_vpn_connection.clinic",
	"key": concat(" ", [document, "aws_vpn_connection.clinic"]),
	"steps": ["terraform", document, "resource_changes", 0, "change", "after", "peer"],
}

said(facts) := said_of(envelope, {referral: {fact | some fact in facts}})

said_of(given, facts) := answers if {
	left := router.left_to_provider with input as given with data.bunkaiten.observed.binding.peers as facts
	findings := {reported |
		some key, each in router.findings with input as given with data.bunkaiten.observed.binding.peers as facts
		key == referral
		some reported in each
	}
	answers := {"left": left, "findings": findings}
}

plan(accounts) := {
	"resource_changes": [],
	"configuration": {"provider_config": {"aws": {
		"name": "aws",
		"expressions": {"allowed_account_ids": {"constant_value": accounts}},
	}}},
}

marked(name, operator) := {
	"address": concat(".", ["aws_vpn_connection", name]),
	"mode": "managed",
	"type": "aws_vpn_connection",
	"name": name,
	"change": {"actions": ["create"], "after": {"tags": {"bunkaiten:operated-by": operator}}},
}

envelope := {
	"declarations": {"d": {
		"parties": {
			"aoba": {"role": "institution", "name": aoba, "identifiedBy": {"awsAccounts": ["111122223333"]}},
			"midori": {"role": "institution", "identifiedBy": {"awsAccounts": ["222233334444"]}},
			"chubu-net": {"role": "provider", "identifiedBy": {"awsAccounts": ["444455556666"]}},
			"second-net": {"role": "provider", "identifiedBy": {"awsAccounts": ["555566667777"]}},
			"labo": {"role": "contractor", "identifiedBy": {"awsAccounts": ["666677778888"]}},
		},
		"exchanges": {"referral": {
			"data": "patient-information",
			"source": "aoba",
			"destinations": {"parties": ["midori"], "others": "none"},
			"path": {"provider": "chubu-net", "routeSecuredBy": "chubu-net"},
		}},
	}},
	"terraform": {
		"hospital.json": object.union(plan(["111122223333"]), {"resource_changes": [marked("marked", "chubu-net")]}),
		"clinic.json": plan(["222233334444"]),
		"clinics.json": plan(["111122223333", "222233334444"]),
		"carrier.json": object.union(plan(["444455556666"]), {"resource_changes": [marked("own", "aoba")]}),
		"carriers.json": plan(["444455556666", "555566667777"]),
		"both.json": plan(["111122223333", "444455556666"]),
		"contractor.json": plan(["666677778888"]),
		"stranger.json": plan(["999900001111"]),
		"nobody.json": {"resource_changes": []},
	},
	"context": {"as_of": "2026-11-22"},
}
