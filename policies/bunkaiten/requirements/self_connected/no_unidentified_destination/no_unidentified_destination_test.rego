package bunkaiten_test.requirements.self_connected.no_unidentified_destination

import data.bunkaiten.requirements.self_connected.no_unidentified_destination as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

midori_names := {"en": "Midori Clinic", "ja": "みどり診療所"}

open := {"destinations": {"others": "unidentified"}}

open_to_one := object.union(open, {"topology": "one-to-one"})

by_law := {"basis": "statutory", "statute": {"law": "感染症法", "article": "第12条"}}

approved := {"exception": {"reason": "災害時の救護", "approvedBy": "院長"}}

test_allow_closed_list_of_destinations_whatever_the_topology if {
	every patch in [
		{},
		{"topology": "one-to-one"},
		{"topology": "one-to-many"},
		{"basis": "none"},
		{"exception": "none", "statute": "none"},
	] {
		verdict(envelope(patch)) == only({"satisfied": {referral}})
	}
}

test_allow_closed_list_of_candidates if {
	patch := {"topology": "one-to-many", "destinations": {"parties": ["kita", "midori", "minami"]}}

	verdict(envelope(patch)) == only({"satisfied": {referral}})
}

test_allow_closed_list_whatever_exception_is_claimed_beside_it if {
	every patch in [
		{"basis": "statutory", "statute": "none"},
		{"basis": "statutory"},
		{"exception": {"reason": "災害時の救護"}},
		approved,
	] {
		verdict(envelope(patch)) == only({"satisfied": {referral}})
	}
}

test_allow_unidentified_destinations_where_law_and_article_are_cited if {
	every patch in [
		open,
		open_to_one,
		{"destinations": {"parties": [], "others": "unidentified"}},
		{"destinations": {"parties": ["kita", "midori"], "others": "unidentified"}},
		object.union(open, approved),
	] {
		verdict(envelope(object.union(patch, by_law))) == only({"satisfied": {referral}})
	}
}

test_allow_destinations_where_law_and_article_are_cited_and_the_list_is_not_stated if {
	given := without(envelope(by_law), "destinations/others")

	verdict(given) == only({"satisfied": {referral}})
}

test_allow_destination_recognised_by_what_anybody_fits_where_law_and_article_are_cited if {
	given := recognised({"networks": ["0.0.0.0/0"]}, by_law)

	verdict(given) == only({"satisfied": {referral}})
}

test_allow_destination_recognised_by_what_is_its_own if {
	every mark in [
		{"networks": ["11.0.0.0/8"]},
		{"networks": ["10.1.2.0/24"]},
		{"hosts": ["*.midori.or.jp"]},
		{"networks": ["203.0.113.0/24", "2001:db8::/32"]},
		{"networks": ["2001::/16"]},
		{"hosts": ["*.midori.example"]},
		{"hosts": ["midori.example"]},
		{"networks": [], "hosts": []},
		{"awsAccounts": ["123456789012"]},
	] {
		verdict(recognised(mark, {})) == only({"satisfied": {referral}})
	}
}

test_allow_source_and_strangers_recognised_by_what_anybody_fits if {
	parties := {
		"aoba": {"identifiedBy": {"networks": ["0.0.0.0/0"]}},
		"minami": {"identifiedBy": {"networks": ["0.0.0.0/0"]}},
	}

	verdict(declaring({"parties": parties})) == only({"satisfied": {referral}})
}

test_deny_list_that_is_open_to_unidentified_destinations if {
	every patch in [
		{},
		{"topology": "one-to-many"},
		{"destinations": {"parties": []}},
		{"destinations": {"parties": ["kita", "midori"]}},
		{"destinations": {"parties": ["kita", "midori"]}, "topology": "one-to-one"},
		{"exception": "none", "statute": "none"},
		{"basis": "none"},
	] {
		verdict(envelope(object.union(open, patch))) == only({"deny": {open_list}})
	}
}

test_deny_open_list_on_a_line_of_a_carrier_and_on_the_telephone_network if {
	every path in [
		{"medium": "closed-ip", "routeSecuredBy": "carrier", "provider": "carrier"},
		{"medium": "telephone", "routersConfiguredBy": {"aoba": "carrier", "midori": "carrier"}},
	] {
		verdict(envelope(object.union(open, {"path": path}))) == only({"deny": {open_list}})
	}
}

test_deny_law_and_article_that_no_statutory_basis_claims if {
	every basis in ["entrustment", "third-party-provision", "none"] {
		patch := {"basis": basis, "statute": {"law": "感染症法", "article": "第12条"}}

		verdict(envelope(object.union(open, patch))) == only({"deny": {open_list}})
	}
}

test_deny_destination_recognised_by_what_anybody_fits if {
	every mark in [
		{"networks": ["0.0.0.0/0"]},
		{"networks": ["::/0"]},
		{"networks": ["0.0.0.0/1"]},
		{"networks": ["2000::/15"]},
		{"networks": ["10.0.0.0/8"]},
		{"hosts": ["*"]},
		{"hosts": ["*.jp"]},
		{"hosts": ["*.or.jp"]},
		{"hosts": ["gmail.com"]},
	] {
		addresses := [written | some written in mark[_]]

		verdict(recognised(mark, {})) == only({"deny": {anybody(addresses)}})
	}
}

test_deny_destination_with_every_mark_that_anybody_fits_sorted if {
	mark := {"hosts": ["midori.example", "*.jp"], "networks": ["10.1.0.0/16", "::/0", "0.0.0.0/0"]}

	verdict(recognised(mark, {})) == only({"deny": {anybody(["*.jp", "0.0.0.0/0", "::/0"])}})
}

test_deny_one_destination_of_two if {
	patch := {"destinations": {"parties": ["kita", "midori"]}}
	found := anybody(["0.0.0.0/0"])

	every topology in ["one-to-many", "one-to-one"] {
		given := recognised({"networks": ["0.0.0.0/0"]}, object.union(patch, {"topology": topology}))

		verdict(given) == only({"deny": {found}})
	}
}

test_deny_open_list_and_destination_that_is_anybody_at_once if {
	given := recognised({"hosts": ["*"]}, open)

	verdict(given) == only({"deny": {open_list, anybody(["*"])}})
}

test_deny_statutory_basis_without_law_or_article if {
	every given in [
		{"statute": {"law": "感染症法"}, "fields": ["statute.article"]},
		{"statute": {"article": "第12条"}, "fields": ["statute.law"]},
		{"statute": {"law": "感染症法", "article": "none"}, "fields": ["statute.article"]},
		{"statute": {"law": "none", "article": "第12条"}, "fields": ["statute.law"]},
		{"statute": {}, "fields": ["statute.law", "statute.article"]},
		{"statute": "none", "fields": ["statute.law", "statute.article"]},
	] {
		patch := object.union(open, {"basis": "statutory", "statute": given.statute})

		verdict(envelope(patch)) == only({"deny": {incomplete(given.fields)}})
	}
}

test_deny_statutory_basis_that_cites_nothing if {
	patch := object.union(open, {"basis": "statutory"})

	verdict(envelope(patch)) == only({"deny": {incomplete(["statute.law", "statute.article"])}})
}

test_deny_incomplete_law_for_a_destination_that_is_anybody if {
	given := recognised({"networks": ["0.0.0.0/0"]}, {"basis": "statutory", "statute": {"law": "感染症法"}})

	verdict(given) == only({"deny": {incomplete(["statute.article"])}})
}

test_deny_exception_that_nobody_approved if {
	found := finding("exception_without_approver", "/exception", {})

	every exception in [{}, {"reason": "災害時の救護"}, {"reason": "災害時の救護", "approvedBy": "none"}] {
		verdict(envelope(object.union(open, {"exception": exception}))) == only({"deny": {found}})
	}
}

test_deny_incomplete_law_and_exception_that_nobody_approved_at_once if {
	patch := object.union(open, {"basis": "statutory", "exception": {"reason": "災害時の救護"}})

	verdict(envelope(patch)) == only({"deny": {
		incomplete(["statute.law", "statute.article"]),
		finding("exception_without_approver", "/exception", {}),
	}})
}

test_deny_and_undetermined_when_the_law_is_incomplete_and_another_exception_is_approved if {
	patch := object.union(object.union(open, approved), {"basis": "statutory", "statute": {"law": "感染症法"}})

	verdict(envelope(patch)) == only({
		"deny": {incomplete(["statute.article"])},
		"undetermined": {to_be_decided("院長")},
	})
}

test_deny_and_undetermined_when_a_destination_is_anybody_and_nobody_closes_the_list if {
	given := without(recognised({"networks": ["0.0.0.0/0"]}, {}), "destinations/others")

	verdict(given) == only({
		"deny": {anybody(["0.0.0.0/0"])},
		"undetermined": {unstated("others")},
	})
}

test_undetermined_when_somebody_approved_an_exception_in_words if {
	every approver in ["院長", {"en": "Director", "ja": "院長"}] {
		patch := object.union(open, {"exception": {"approvedBy": approver}})

		verdict(envelope(patch)) == only({"undetermined": {to_be_decided(approver)}})
	}
}

test_undetermined_when_an_exception_was_approved_for_a_destination_that_is_anybody if {
	given := recognised({"networks": ["0.0.0.0/0"]}, approved)

	verdict(given) == only({"undetermined": {to_be_decided("院長")}})
}

test_undetermined_when_the_destination_of_a_one_to_one_exchange_is_not_identified if {
	found := finding("one_to_one_unidentified", "/topology", {})

	every given in [
		envelope(open_to_one),
		envelope(object.union(open_to_one, {"destinations": {"parties": []}})),
		envelope(object.union(open_to_one, {"exception": {"reason": "災害時の救護"}})),
		envelope(object.union(open_to_one, {"basis": "statutory", "statute": {"law": "感染症法"}})),
		recognised({"networks": ["0.0.0.0/0"]}, {"topology": "one-to-one"}),
	] {
		verdict(given) == only({"undetermined": {found}})
	}
}

test_undetermined_twice_when_an_exception_was_approved_for_a_one_to_one_exchange if {
	verdict(envelope(object.union(open_to_one, approved))) == only({"undetermined": {
		finding("one_to_one_unidentified", "/topology", {}),
		to_be_decided("院長"),
	}})
}

test_undetermined_when_nobody_says_whether_the_list_is_closed if {
	every patch in [
		{},
		{"topology": "one-to-one"},
		{"topology": "one-to-many"},
		{"exception": {"reason": "災害時の救護"}},
		{"basis": "statutory", "statute": {"law": "感染症法"}},
		approved,
	] {
		given := without(envelope(patch), "destinations/others")

		verdict(given) == only({"undetermined": {unstated("others")}})
	}
}

test_allow_what_a_law_provides_for_although_no_destination_is_named if {
	nobody := {"destinations": {"parties": [], "others": "none"}}

	verdict(envelope(object.union(by_law, nobody))) == only({"satisfied": {referral}})
	verdict(without(envelope(object.union(by_law, nobody)), "destinations/others")) == only({"satisfied": {referral}})
}

test_undetermined_when_no_destination_is_named if {
	verdict(envelope({"destinations": {"parties": []}})) == only({"undetermined": {{
		"code": "no_destination",
		"subject": referral,
		"pointers": ["/declarations/d/exchanges/referral/destinations/parties"],
		"values": {},
	}}})
}

test_undetermined_when_no_destination_is_named_and_nobody_closes_the_list if {
	given := without(envelope({"destinations": {"parties": []}}), "destinations/others")

	verdict(given) == only({"undetermined": {unstated("others")}})
}

test_allow_and_deny_each_exchange_on_one_line_by_itself if {
	images := object.union(exchange, open)

	verdict(declaring({"exchanges": {"images": images}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {{
			"code": "open_destinations",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/destinations/others"],
			"values": {},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	by_carrier := {"aoba": "carrier", "midori": "carrier"}

	every patch in [
		{"data": "other"},
		{"path": {"medium": "closed-ip", "routeSecuredBy": "carrier", "routersConfiguredBy": by_carrier}},
		{"path": {"medium": "closed-ip", "routersConfiguredBy": by_carrier}},
		{"path": {"medium": "internet", "routersConfiguredBy": {"midori": "none"}}},
		{"path": {"medium": "internet", "routersConfiguredBy": {"midori": "carrier"}}},
	] {
		verdict(envelope(object.union(open, patch))) == only({"applies": set()})
		verdict(without(envelope(patch), "destinations/others")) == only({"applies": set()})
	}
}

test_allow_peers_that_are_parties if {
	given := recognised({"networks": ["198.51.100.7/32"]}, {})
	clinic := peer({"is": {"by": "network", "name": "198.51.100.7/32"}})
	inside := peer({"is": {"by": "network", "name": "10.1.2.0/24"}})

	seen(given, {referral: {clinic, inside}}) == only({"satisfied": {referral}})
	seen(given, {"d/telework/night": {peer(stranger)}}) == only({"satisfied": {referral}})
}

test_deny_peers_that_are_strangers_or_anybody if {
	seen(envelope({}), {referral: {peer(stranger)}}) == only({"deny": {strange}})
	seen(envelope({}), {referral: {peer(everybody)}}) == only({"deny": {open_to_all}})
	seen(envelope({}), {referral: {peer(everybody), peer(stranger)}}) == only({"deny": {strange, open_to_all}})
}

test_undetermined_when_it_cannot_be_told_who_is_on_the_other_side if {
	seen(envelope({}), {referral: {peer({"unknown": true})}}) == only({"undetermined": {unseen}})
}

test_undetermined_when_an_address_is_somebody_else_s_too if {
	marks := [
		{"op": "add", "path": "/declarations/d/parties/midori/identifiedBy", "value": {"networks": ["192.0.2.0/24"]}},
		{"op": "add", "path": "/declarations/d/parties/kusa", "value": {
			"role": "institution",
			"identifiedBy": {"networks": ["192.0.2.7/32"]},
		}},
	]
	fact := peer({"is": {"by": "network", "name": "192.0.2.0/24"}})
	doubtful := shown("observed_peer_ambiguous", {"peer": "192.0.2.0/24", "others": ["kusa"]})

	seen(json.patch(envelope({}), marks), {referral: {fact}}) == only({"undetermined": {doubtful}})
}

test_undetermined_when_a_type_that_is_not_read_belongs_by_a_pattern if {
	given := naming("terraform:module.portal.*")

	judged(given) == {"satisfied": set(), "undetermined": {unread("observed_type_by_pattern")}, "note": set()}
}

test_note_when_a_type_that_is_not_read_is_named if {
	given := naming("terraform:module.portal.aws_cloudfront_distribution.front")

	judged(given) == {"satisfied": {referral}, "undetermined": set(), "note": {unread("observed_type_not_read")}}
}

test_deny_and_undetermined_when_the_deployment_and_the_declaration_are_both_at_fault if {
	facts := {referral: {peer(stranger), peer({"unknown": true})}}

	seen(envelope({}), facts) == only({"deny": {strange}, "undetermined": {unseen}})
	seen(envelope(open), facts) == only({"deny": {open_list, strange}, "undetermined": {unseen}})
}

test_allow_strangers_where_law_and_article_are_cited if {
	facts := {referral: {peer(stranger), peer(everybody), peer({"unknown": true})}}

	seen(envelope(by_law), facts) == only({"satisfied": {referral}})
	seen(envelope(object.union(open, by_law)), facts) == only({"satisfied": {referral}})
}

test_allow_nothing_seen_on_an_exchange_that_a_provider_secures if {
	patch := {"path": {"routeSecuredBy": "carrier", "routersConfiguredBy": {"aoba": "carrier", "midori": "carrier"}}}

	seen(envelope(patch), {referral: {peer(stranger), peer({"unknown": true})}}) == only({"applies": set()})
}

open_list := finding("open_destinations", "/destinations/others", {})

anybody(addresses) := {
	"code": "destination_is_anybody",
	"subject": referral,
	"pointers": ["/declarations/d/parties/midori/identifiedBy"],
	"values": {"destination": midori_names, "addresses": addresses},
}

incomplete(fields) := finding("statute_incomplete", "/statute", {"fields": fields})

to_be_decided(approver) := finding("exception_to_be_decided", "/exception", {"approver": approver})

unstated(field) := finding(
	"fact_not_stated",
	concat("/", ["/destinations", field]),
	{"field": concat(".", ["spec.exchanges.referral.destinations", field])},
)

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

# the destination is recognised by `mark`
recognised(mark, patch) := declaring({
	"parties": {"midori": {"identifiedBy": mark}},
	"exchanges": {"referral": patch},
})

envelope(patch) := declaring({"exchanges": {"referral": patch}})

without(given, field) := json.remove(given, [concat("/", ["declarations/d/exchanges/referral", field])])

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution"},
		"midori": {"role": "institution", "name": midori_names},
		"kita": {"role": "institution", "identifiedBy": {"networks": ["198.51.100.0/24"]}},
		"minami": {"role": "institution"},
		"carrier": {"role": "provider"},
	},
	"exchanges": {"referral": exchange},
}

# the router of every candidate is its own, so that a longer list stays self-connected
exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "leased-line",
		"routersConfiguredBy": {"aoba": "aoba", "midori": "midori", "kita": "kita", "minami": "minami"},
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
	json.patch(envelope({}), [{
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
