package bunkaiten_test.observed.terraform.google.interconnect

import data.bunkaiten.observed.terraform.google.cloud_routers
import data.bunkaiten.observed.terraform.google.interconnect

test_line_ends_where_its_location_is_and_is_encrypted_as_chosen if {
	keys := [{"fail_open": false, "pre_shared_keys": [{"name": "k", "fail_open": null}]}]

	every case in [
		[{}, {}, "none"],
		[{"macsec_enabled": false, "macsec": keys}, {}, "none"],
		[{"macsec_enabled": true, "macsec": keys}, {}, "macsec"],
		[{"macsec_enabled": true, "macsec": [{"fail_open": true}]}, {}, "?"],
		[{"macsec_enabled": true, "macsec": [{"pre_shared_keys": [{"fail_open": true}]}]}, {}, "?"],
		[{"macsec_enabled": true, "macsec": keys}, {"macsec": [{"fail_open": true}]}, "?"],
		[{"macsec_enabled": true}, {"macsec": true}, "?"],
		[{}, {"macsec_enabled": true}, "?"],
	] {
		given := made(
			"google_compute_interconnect.l", object.union({"location": "global/interconnectLocations/nrt"}, case[0]),
			case[1], {},
		)
		found := interconnect.peers with input as plan([given])
		seen(found) == {[
			"google_compute_interconnect.l", "interconnect-line", ["location"],
			{"who": {"is": {"by": "line", "name": "nrt"}}, "direction": "both", "encrypted": known(case[2])},
		]}
	}
}

test_location_that_is_not_yet_known_is_unknown if {
	found := interconnect.peers with input as plan([made("google_compute_interconnect.l", {}, {"location": true}, {})])

	{fact.who | some fact in found} == {{"unknown": true}}
}

test_attachment_lies_on_a_line_of_the_plan_or_elsewhere if {
	line := made("google_compute_interconnect.l", {"location": "x/nrt", "macsec_enabled": true, "macsec": [{}]}, {}, {})
	on_line := {"interconnect": ["google_compute_interconnect.l.id", "google_compute_interconnect.l"]}

	every case in [
		[{"encryption": "NONE"}, {"interconnect": true}, on_line, {"by": "line", "name": "nrt"}, "macsec"],
		[{"encryption": "IPSEC"}, {"interconnect": true}, on_line, {"by": "line", "name": "nrt"}, "ipsec"],
		[{}, {"encryption": true, "interconnect": true}, on_line, {"by": "line", "name": "nrt"}, "?"],
		[{"type": "PARTNER"}, {}, {}, {"by": "line", "name": "PARTNER"}, "?"],
		[{"interconnect": "projects/lines/global/interconnects/n"}, {}, {}, {"by": "project", "name": "lines"}, "?"],
		[{"interconnect": "projects/aoba-emr/global/interconnects/n"}, {}, {}, {"by": "line", "name": "n"}, "?"],
		[{"interconnect": "n"}, {}, {}, "?", "?"],
		[{}, {"interconnect": true}, {}, "?", "?"],
	] {
		given := made("google_compute_interconnect_attachment.a", case[0], case[1], case[2])
		found := interconnect.peers with input as plan([line, given])
		{[fact.who, fact.encrypted] | some fact in found; fact.way == "vlan-attachment"} == {[known(case[3]), known(case[4])]}
	}
}

test_router_on_the_other_side_is_a_peer_where_its_address_tells if {
	every case in [
		["203.0.113.2/29", {{"is": {"by": "network", "name": "203.0.113.2/32"}}}],
		["169.254.0.2/30", set()],
		["", set()],
		[7, {{"unknown": true}}],
	] {
		given := made(
			"google_compute_interconnect_attachment.a", {
				"type": "PARTNER",
				"candidate_customer_router_ip_address": case[0],
			},
			{}, {},
		)
		found := interconnect.peers with input as plan([given])
		{fact.who | some fact in found; "candidate_customer_router_ip_address" in fact.steps} == case[1]
	}
	given := made(
		"google_compute_interconnect_attachment.a", {
			"type": "PARTNER", "candidate_customer_router_ipv6_address": "2001:db8::2/125",
		},
		{}, {},
	)
	found := interconnect.peers with input as plan([given])
	{fact.who.is.name | some fact in found} == {"PARTNER", "2001:db8::2/128"}
}

test_neighbour_of_a_router_is_a_peer_where_its_address_tells if {
	every case in [
		[{"peer_ip_address": "198.51.100.1"}, {}, {["bgp-neighbour", "198.51.100.1/32"]}],
		[{"peer_ip_address": "2001:db8::1"}, {}, {["bgp-neighbour", "2001:db8::1/128"]}],
		[{"peer_ip_address": "169.254.0.2"}, {}, set()],
		[{}, {"peer_ip_address": true}, {["bgp-neighbour", "?"]}],
		[{"custom_learned_ip_ranges": [{"range": "198.51.100.64/28"}, {"range": null}]}, {}, {
			["bgp-network", "198.51.100.64/28"],
			["bgp-network", "?"],
		}],
		[{}, {"custom_learned_ip_ranges": true}, {["bgp-network", "?"]}],
		[{"advertised_ip_ranges": [{"range": "10.20.0.0/16"}]}, {}, set()],
	] {
		given := made("google_compute_router_peer.n", case[0], case[1], {})
		found := cloud_routers.peers with input as plan([given])
		{[fact.way, object.get(fact, ["who", "is", "name"], "?")] | some fact in found} == case[2]
	}
}

test_attachment_lies_on_its_line if {
	line := made("google_compute_interconnect.l", {"name": "l"}, {}, {})
	on_it := made("google_compute_interconnect_attachment.a", {}, {"interconnect": true}, {"interconnect": [
		"google_compute_interconnect.l.id", "google_compute_interconnect.l",
	]})
	partner := made("google_compute_interconnect_attachment.p", {"type": "PARTNER"}, {}, {})
	found := interconnect.carried with input as plan([line, on_it, partner])

	found == {"p google_compute_interconnect.l": {"p google_compute_interconnect_attachment.a"}}
}

test_what_is_read_and_what_belongs_to_what if {
	object.keys(interconnect.reads) == {"google_compute_interconnect", "google_compute_interconnect_attachment"}
	object.keys(interconnect.satellites) == {"google_compute_interconnect_attachment"}
	object.keys(interconnect.ways) == {"interconnect-line", "vlan-attachment"}
	object.keys(cloud_routers.reads) == {"google_compute_router_interface", "google_compute_router_peer"}
	object.keys(cloud_routers.satellites) == {"google_compute_router_interface", "google_compute_router_peer"}
	object.keys(cloud_routers.ways) == {"bgp-neighbour", "bgp-network"}
}

known(value) := {"unknown": true} if {
	value == "?"
} else := {"is": value}

seen(found) := {[trim_prefix(fact.thing, "terraform:"), fact.way, array.slice(fact.steps, 6, 99), said] |
	some fact in found
	said := object.remove(fact, ["key", "steps", "thing", "way"])
}

# everything in the changes is written, in a plan of the project aoba-emr
plan(changes) := {"terraform": {"p": {
	"resource_changes": changes,
	"configuration": {
		"provider_config": {"google": {"name": "google", "expressions": {
			"project": {"constant_value": "aoba-emr"},
			"region": {"constant_value": "asia-northeast1"},
		}}},
		"root_module": {"resources": [written |
			some one in changes
			names := {name: {} | some part in ["after", "after_unknown"]; some name, _ in one.change[part]}
			references := {name: {"references": targets} | some name, targets in one.references}
			written := {
				"address": concat(".", [one.type, one.name]),
				"expressions": object.union(names, references),
				"provider_config_key": "google",
			}
		]},
	},
}}}

made(address, after, unknown, references) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"references": references,
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}
