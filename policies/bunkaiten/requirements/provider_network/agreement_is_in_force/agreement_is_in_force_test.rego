package bunkaiten_test.requirements.provider_network.agreement_is_in_force

import data.bunkaiten.requirements.provider_network.agreement_is_in_force as requirement

referral := "d/exchanges/referral"

test_allow_agreement_in_force_whatever_it_settles if {
	every patch in [
		{},
		{"settles": []},
		{"settles": ["availability"]},
		{"form": "sla"},
		{"form": "network-rules"},
		{"form": "contract", "signedBy": ["midori", "aoba"], "signedOn": "2026-11-22"},
		{"form": "letter", "signedBy": ["aoba", "midori"]},
	] {
		verdict(agreed(patch)) == only({"satisfied": {referral}})
	}
	verdict(json.remove(agreed({}), ["declarations/d/agreements/care/settles"])) == only({"satisfied": {referral}})
}

test_allow_agreement_on_its_first_and_on_its_last_day if {
	every patch in [
		{"validFrom": "2026-11-22"},
		{"validTo": "2026-11-22"},
		{"validFrom": "2026-11-22", "validTo": "2026-11-22"},
		{"validTo": "open"},
	] {
		verdict(agreed(patch)) == only({"satisfied": {referral}})
	}
}

test_allow_agreement_of_three_for_each_pair if {
	shared := object.union(care, {"between": ["midori", "kusa", "aoba", "net"]})

	verdict(replaced({"shared": shared}, to_both)) == only({"satisfied": {referral}})
}

test_allow_agreement_in_force_beside_others_that_are_not if {
	given := declaring({"agreements": {
		"ended": object.union(care, {"validTo": "2026-11-21"}),
		"terms": object.union(care, {"form": "terms-of-service"}),
		"unsaid": {"between": ["aoba", "midori"]},
	}})

	verdict(given) == only({"satisfied": {referral}})
}

test_deny_agreement_that_has_ended_not_begun_or_is_not_signed if {
	every patch, field in {
		{"validTo": "2026-11-21"}: "validTo",
		{"validTo": "2026-11-21", "renewal": "none"}: "validTo",
		{"validFrom": "2026-11-23"}: "validFrom",
		{"validFrom": "2026-11-23", "renewal": "automatic"}: "validFrom",
		{"signedOn": "2026-11-23"}: "signedOn",
		{"signedBy": ["aoba"]}: "signedBy",
		{"signedBy": []}: "signedBy",
		{"form": "minute", "signedBy": ["midori", "kusa"]}: "signedBy",
		{"validTo": "2026-11-21", "settles": []}: "validTo",
	} {
		verdict(agreed(patch)) == only({"deny": {lapsed(midori, ["care"], field)}})
	}
	lost := {"care": {"validTo": "2026-11-21"}, "annex": object.union(care, {"validFrom": "2026-11-23"})}
	verdict(declaring({"agreements": lost})) == only({"deny": {lapsed(midori, ["annex", "care"], "validFrom")}})
}

test_deny_agreement_that_binds_another_pair if {
	every parties in [["aoba", "net"], ["midori", "net"], ["aoba", "kusa"], ["midori", "kusa", "net"]] {
		given := agreed({"between": parties})

		verdict(given) == only({"deny": {no_agreement(midori)}})
		verdict(json.remove(given, ["declarations/d/agreements/care/validTo"])) == verdict(given)
	}
}

test_deny_no_agreement_at_all if {
	verdict(declaring({"agreements": "none"})) == only({"deny": {no_agreement(midori)}})
	verdict(json.remove(declaring({}), ["declarations/d/agreements"])) == only({"deny": {no_agreement(midori)}})
	verdict(agreed({"form": "terms-of-service", "validTo": "2026-11-21"})) == only({"deny": {no_agreement(midori)}})
}

test_deny_published_terms if {
	every patch in [
		{},
		{"settles": []},
		{"settles": ["path-demarcation", "outage-response"]},
		{"signedBy": ["aoba", "midori"]},
	] {
		every form in ["terms-of-service", "statute"] {
			verdict(agreed(object.union(patch, {"form": form}))) == only({"deny": {only_terms(midori, ["care"])}})
		}
	}
	also := {"ended": object.union(care, {"validTo": "2026-11-21"}), "care": {"form": "terms-of-service"}}
	verdict(declaring({"agreements": also})) == only({"deny": {only_terms(midori, ["care"])}})
}

test_deny_destinations_that_nobody_has_identified if {
	every patch in [
		{"destinations": {"others": "unidentified"}},
		{"destinations": {"others": "unidentified"}, "topology": "one-to-one"},
		{"destinations": {"others": "unidentified", "parties": []}},
		{"destinations": {"others": "unidentified"}, "basis": "statutory", "statute": {"law": "感染症法", "article": "12"}},
	] {
		verdict(exchanging(patch)) == only({"deny": {unidentified}})
	}
}

test_deny_destination_that_is_recognised_by_what_anybody_fits if {
	every mark in [
		{"networks": ["0.0.0.0/0"]},
		{"networks": ["10.0.0.0/8"]},
		{"networks": ["172.16.0.0/12", "192.168.0.0/16"]},
		{"hosts": ["*"]},
		{"hosts": ["*.or.jp"]},
		{"hosts": ["gmail.com"]},
	] {
		addresses := [written | some written in mark[_]]

		verdict(recognised(mark, {})) == only({"deny": {anybody(addresses)}})
		verdict(recognised(object.union(mark, {"awsAccounts": ["123456789012"]}), {})) == only({"deny": {anybody(addresses)}})
		verdict(recognised(mark, {"topology": "one-to-one", "basis": "statutory"})) == only({"deny": {anybody(addresses)}})
	}
	own := {"networks": ["203.0.113.0/28", "0.0.0.0/0"], "hosts": ["*.midori.or.jp"]}
	verdict(recognised(own, {})) == only({"deny": {anybody(["0.0.0.0/0"])}})
}

test_allow_destination_that_is_recognised_by_what_is_its_own if {
	every mark in [
		{"networks": ["10.1.2.0/24", "203.0.113.0/28"]},
		{"hosts": ["*.midori.or.jp", "vpn.midori.sakura.ne.jp"]},
		{"awsAccounts": ["123456789012"]},
		{},
	] {
		verdict(recognised(mark, {})) == only({"satisfied": {referral}})
	}
}

test_allow_source_provider_and_strangers_that_are_recognised_by_what_anybody_fits if {
	wide := {"identifiedBy": {"networks": ["0.0.0.0/0"]}}

	verdict(declaring({"parties": {"aoba": wide, "net": wide, "kusa": wide}})) == only({"satisfied": {referral}})
}

test_deny_destination_that_is_anybody_beside_other_faults if {
	wide := {"networks": ["0.0.0.0/0"]}
	given := recognised(wide, {"destinations": {"parties": ["midori", "kusa"], "others": "unidentified"}})

	verdict(given) == only({"deny": {anybody(["0.0.0.0/0"]), unidentified, no_agreement("kusa")}})
	verdict(json.remove(recognised(wide, {}), [others])) == only({
		"deny": {anybody(["0.0.0.0/0"])},
		"undetermined": {unstated("exchanges.referral.destinations.others")},
	})
}

test_deny_each_destination_that_has_not_agreed if {
	verdict(exchanging(to_both)) == only({"deny": {no_agreement("kusa")}})

	given := declaring({"agreements": {"care": {"validTo": "2026-11-21"}}, "exchanges": {"referral": to_both}})
	verdict(given) == only({"deny": {no_agreement("kusa"), lapsed(midori, ["care"], "validTo")}})
}

test_deny_lapsed_agreement_and_unidentified_destinations_at_once if {
	given := declaring({
		"agreements": {"care": {"validTo": "2026-11-21"}},
		"exchanges": {"referral": {"destinations": {"others": "unidentified"}}},
	})

	verdict(given) == only({"deny": {unidentified, lapsed(midori, ["care"], "validTo")}})
}

test_deny_and_undetermined_at_once if {
	silent := json.remove(exchanging(to_both), ["declarations/d/agreements/care/validTo"])

	verdict(silent) == only({
		"deny": {no_agreement("kusa")},
		"undetermined": {unstated("agreements.care.validTo")},
	})
	verdict(json.remove(agreed({"validTo": "2026-11-21"}), [others])) == only({
		"deny": {lapsed(midori, ["care"], "validTo")},
		"undetermined": {unstated("exchanges.referral.destinations.others")},
	})
}

test_undetermined_where_the_agreement_says_too_little if {
	every fields in [["validFrom"], ["validTo"], ["form"], ["validTo", "form"]] {
		paths := [concat("/", ["declarations/d/agreements/care", field]) | some field in fields]
		absent := {unstated(concat(".", ["agreements.care", field])) | some field in fields}

		verdict(json.remove(agreed({}), paths)) == only({"undetermined": absent})
	}
	every form in ["minute", "letter"] {
		verdict(agreed({"form": form})) == only({"undetermined": {unstated("agreements.care.signedBy")}})
	}
}

test_undetermined_where_a_signed_agreement_may_be_published_terms if {
	signed := json.remove(agreed({"signedBy": ["aoba", "midori"]}), ["declarations/d/agreements/care/form"])

	verdict(signed) == only({"undetermined": {unstated("agreements.care.form")}})
}

test_undetermined_where_nobody_says_whether_the_list_is_closed if {
	found := unstated("exchanges.referral.destinations.others")

	verdict(json.remove(declaring({}), [others])) == only({"undetermined": {found}})
	verdict(json.remove(exchanging({"destinations": {"parties": []}}), [others])) == only({"undetermined": {found}})
}

test_undetermined_where_the_exchange_leads_nowhere if {
	verdict(exchanging({"destinations": {"parties": []}})) == only({"undetermined": {{
		"code": "no_destination",
		"subject": referral,
		"pointers": ["/declarations/d/exchanges/referral/destinations/parties"],
		"values": {},
	}}})
}

test_note_agreement_that_is_in_force_only_because_it_renews_itself if {
	renewing := {"validTo": "2026-11-21", "renewal": "automatic"}

	verdict(agreed(renewing)) == only({"satisfied": {referral}, "note": {renewed("care")}})
	verdict(declaring({"agreements": {"line": object.union(
		object.union(care, renewing),
		{"between": ["aoba", "net"]},
	)}})) == only({"satisfied": {referral}})
}

test_note_renewed_agreement_although_the_list_is_open if {
	given := declaring({
		"agreements": {"care": {"validTo": "2026-11-21", "renewal": "automatic"}},
		"exchanges": {"referral": {"destinations": {"others": "unidentified"}}},
	})

	verdict(given) == only({"deny": {unidentified}, "note": {renewed("care")}})
}

test_allow_deny_and_undetermined_exchanges_and_declarations_by_themselves if {
	images := object.union(exchange, to_both)
	orders := json.remove(exchange, ["destinations/others"])
	given := object.union(declaring({"exchanges": {"images": images, "orders": orders}}), {"declarations": {"e": {
		"parties": spec.parties,
		"agreements": {"care": object.union(care, {"validTo": "2026-11-21"})},
		"exchanges": {"referral": exchange},
	}}})
	in_other := {
		"subject": "e/exchanges/referral",
		"pointers": ["/declarations/e/exchanges/referral", "/declarations/e/agreements/care/validTo"],
	}

	verdict(given) == {
		"applies": {referral, "d/exchanges/images", "d/exchanges/orders", "e/exchanges/referral"},
		"satisfied": {referral},
		"deny": {
			object.union(no_agreement("kusa"), {
				"subject": "d/exchanges/images",
				"pointers": ["/declarations/d/exchanges/images"],
			}),
			object.union(lapsed(midori, ["care"], "validTo"), in_other),
		},
		"undetermined": {object.union(
			unstated("exchanges.orders.destinations.others"),
			{"subject": "d/exchanges/orders"},
		)},
		"note": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	every patch in [
		{"data": "other"},
		{"path": {"medium": "telephone"}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba"}}},
		{"path": {"routeSecuredBy": "none"}},
	] {
		every destinations in [{"others": "unidentified"}, {"parties": []}, {}] {
			given := declaring({
				"agreements": {"care": {"between": ["aoba", "net"]}},
				"exchanges": {"referral": object.union(patch, {"destinations": destinations})},
			})

			verdict(given) == only({"applies": set()})
			verdict(json.remove(given, [others])) == only({"applies": set()})
		}
	}
}

test_allow_peers_that_have_a_part_in_the_exchange if {
	given := recognised({"networks": ["198.51.100.7/32"]}, {})
	clinic := peer({"is": {"by": "network", "name": "198.51.100.7/32"}})
	inside := peer({"is": {"by": "network", "name": "10.1.2.0/24"}})

	seen(given, {referral: {clinic, inside}}) == only({"satisfied": {referral}})
	seen(given, {"d/telework/night": {peer(stranger)}}) == only({"satisfied": {referral}})
}

test_deny_peers_that_are_strangers_or_anybody if {
	seen(declaring({}), {referral: {peer(stranger)}}) == only({"deny": {strange}})
	seen(declaring({}), {referral: {peer(everybody)}}) == only({"deny": {open_to_all}})
	seen(declaring({}), {referral: {peer(everybody), peer(stranger)}}) == only({"deny": {strange, open_to_all}})
}

test_undetermined_where_it_cannot_be_told_who_is_on_the_other_side if {
	seen(declaring({}), {referral: {peer({"unknown": true})}}) == only({"undetermined": {unseen}})
}

test_undetermined_where_an_address_is_somebody_else_s_too if {
	marks := [
		{"op": "add", "path": "/declarations/d/parties/midori/identifiedBy", "value": {"networks": ["198.51.100.0/24"]}},
		{"op": "add", "path": "/declarations/d/parties/kusa", "value": {
			"role": "institution",
			"identifiedBy": {"networks": ["198.51.100.7/32"]},
		}},
	]
	fact := peer({"is": {"by": "network", "name": "198.51.100.0/24"}})
	doubtful := shown("observed_peer_ambiguous", {"peer": "198.51.100.0/24", "others": ["kusa"]})

	seen(json.patch(declaring({}), marks), {referral: {fact}}) == only({"undetermined": {doubtful}})
}

test_undetermined_where_a_type_that_is_not_read_belongs_by_a_pattern if {
	given := naming("terraform:module.portal.*")

	judged(given) == {"satisfied": set(), "undetermined": {unread("observed_type_by_pattern")}, "note": set()}
}

test_note_where_a_type_that_is_not_read_is_named if {
	given := naming("terraform:module.portal.aws_cloudfront_distribution.front")

	judged(given) == {"satisfied": {referral}, "undetermined": set(), "note": {unread("observed_type_not_read")}}
}

test_deny_and_undetermined_where_the_deployment_and_the_agreement_are_both_at_fault if {
	facts := {referral: {peer(stranger), peer({"unknown": true})}}

	seen(declaring({}), facts) == only({"deny": {strange}, "undetermined": {unseen}})
	seen(agreed({"validTo": "2026-11-21"}), facts) == only({
		"deny": {strange, lapsed(midori, ["care"], "validTo")},
		"undetermined": {unseen},
	})
}

test_allow_nothing_seen_on_an_exchange_that_institutions_connect_themselves if {
	given := exchanging({"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}})

	seen(given, {referral: {peer(stranger), peer({"unknown": true})}}) == only({"applies": set()})
}

no_agreement(other) := {
	"code": "no_agreement",
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral"],
	"values": {"one": aoba, "other": other},
}

lapsed(other, names, field) := failed("agreement_not_in_force", other, names, field)

only_terms(other, names) := failed("only_published_terms", other, names, "form")

failed(code, other, names, field) := {
	"code": code,
	"subject": referral,
	"pointers": [
		"/declarations/d/exchanges/referral",
		concat("/", ["/declarations/d/agreements", names[0], field]),
	],
	"values": {"one": aoba, "other": other, "agreements": names},
}

unidentified := {
	"code": "unidentified_destinations",
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral/destinations/others"],
	"values": {},
}

anybody(addresses) := {
	"code": "destination_is_anybody",
	"subject": referral,
	"pointers": ["/declarations/d/parties/midori/identifiedBy"],
	"values": {"destination": midori, "addresses": addresses},
}

renewed(name) := {
	"code": "renewed_agreement",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d/agreements", name, "validTo"])],
	"values": {"agreement": name, "date": "2026-11-21"},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec", field])},
}

only(parts) := object.union(
	{"applies": {referral}, "satisfied": set(), "deny": set(), "undetermined": set(), "note": set()},
	parts,
)

verdict(given) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
		"note": requirement.note,
	} with input as given
}

seen(given, facts) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
		"note": requirement.note,
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
		"/declarations/d/exchanges/referral/destinations",
		"/terraform/plan.json/resource_changes/0/change/after/ip_address",
	],
	"values": object.union(
		{"thing": "terraform:aws_vpn_connection.line", "way": {"en": "VPN connection", "ja": "VPN 接続"}},
		values,
	),
}

stranger := {"is": {"by": "network", "name": "192.0.2.9/32"}}

strange := shown("observed_stranger", {"peer": "192.0.2.9/32"})

everybody := {"is": {"by": "anybody", "name": "0.0.0.0/0"}}

open_to_all := shown("observed_anybody", {"peer": "0.0.0.0/0"})

unseen := shown("observed_peer_unknown", {"peer": ""})

others := "declarations/d/exchanges/referral/destinations/others"

# the destination is recognised by `mark`
recognised(mark, patch) := declaring({
	"parties": {"midori": {"identifiedBy": mark}},
	"exchanges": {"referral": patch},
})

agreed(patch) := declaring({"agreements": {"care": patch}})

exchanging(patch) := declaring({"exchanges": {"referral": patch}})

# other agreements instead of those of the base
replaced(agreements, patch) := {
	"declarations": {"d": {
		"parties": spec.parties,
		"agreements": agreements,
		"exchanges": {"referral": object.union(exchange, patch)},
	}},
	"context": {"as_of": "2026-11-22"},
}

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

to_both := {"destinations": {"parties": ["midori", "kusa"]}}

aoba := {"ja": "青葉病院", "en": "Aoba Hospital"}

midori := "みどり診療所"

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba},
		"midori": {"role": "institution", "name": midori},
		"kusa": {"role": "institution"},
		"net": {"role": "provider"},
	},
	"agreements": {"care": care},
	"exchanges": {"referral": exchange},
}

care := {
	"form": "contract",
	"between": ["aoba", "midori"],
	"validFrom": "2026-04-01",
	"validTo": "2027-03-31",
	"settles": ["path-demarcation"],
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "net",
		"routersConfiguredBy": {"aoba": "net", "midori": "net", "kusa": "net"},
	},
}

unread(code) := {
	"code": code,
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral/implementedBy", "/terraform/plan.json/resource_changes/0"],
	"values": {
		"thing": "terraform:module.portal.aws_cloudfront_distribution.front",
		"type": "aws_cloudfront_distribution",
	},
}

naming(reference) := object.union(
	json.patch(declaring({}), [{
		"op": "add",
		"path": "/declarations/d/exchanges/referral/implementedBy",
		"value": [reference],
	}]),
	{"terraform": {"plan.json": {"resource_changes": [{
		"address": "module.portal.aws_cloudfront_distribution.front",
		"mode": "managed",
		"type": "aws_cloudfront_distribution",
		"name": "front",
		"provider_name": "registry.terraform.io/hashicorp/aws",
		"change": {"actions": ["create"], "after": {}},
	}]}}},
)

judged(given) := sets if {
	sets := {
		"satisfied": requirement.satisfied,
		"undetermined": requirement.undetermined,
		"note": requirement.note,
	} with input as given
}
