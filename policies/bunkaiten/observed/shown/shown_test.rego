package bunkaiten_test.observed.shown

import data.bunkaiten.observed.shown

test_facts_of_all_adapters_stand_together if {
	shown.peers == {fact("a"), fact("b"), fact("k")} with data.bunkaiten.observed.terraform as clouds("peers")
		with data.bunkaiten.observed.kubernetes as cluster("peers")
	shown.endpoints == {fact("a"), fact("b"), fact("k")} with data.bunkaiten.observed.terraform as clouds("endpoints")
		with data.bunkaiten.observed.kubernetes as cluster("endpoints")
	shown.stores == {fact("a"), fact("b"), fact("k")} with data.bunkaiten.observed.terraform as clouds("stores")
		with data.bunkaiten.observed.kubernetes as cluster("stores")
	shown.accesses == {fact("a"), fact("b"), fact("k")} with data.bunkaiten.observed.terraform as clouds("accesses")
		with data.bunkaiten.observed.kubernetes as cluster("accesses")
	shown.logs == {fact("a"), fact("b"), fact("k")} with data.bunkaiten.observed.terraform as clouds("logs")
		with data.bunkaiten.observed.kubernetes as cluster("logs")
}

test_facts_of_every_kind_are_among_all if {
	every kind in ["peers", "endpoints", "stores", "accesses", "logs"] {
		found := shown.all with data.bunkaiten.observed.terraform as clouds(kind)
			with data.bunkaiten.observed.kubernetes as cluster(kind)
		found == {fact("a"), fact("b"), fact("k")}
	}
	every kind in ["peers", "endpoints", "stores", "accesses", "logs"] {
		found := shown.by_kind with data.bunkaiten.observed.terraform as clouds(kind)
			with data.bunkaiten.observed.kubernetes as cluster(kind)
		found == object.union(nothing, {kind: {fact("a"), fact("b"), fact("k")}})
	}
	found := shown.all with data.bunkaiten.observed.terraform as {"aws": {"a": {
		"peers": {fact("1")}, "endpoints": {fact("2")}, "stores": {fact("3")},
		"accesses": {fact("4")}, "logs": {fact("5")}, "others": {fact("6")},
	}}}
		with data.bunkaiten.observed.kubernetes as {}
	found == {fact("1"), fact("2"), fact("3"), fact("4"), fact("5")}
}

test_what_lies_on_a_line_is_put_together if {
	found := shown.carried with data.bunkaiten.observed.terraform as {
		"aws": {"a": {"carried": {"l": {"x"}}}, "b": {"carried": {"l": {"y"}}}},
		"google": {"c": {}},
	}
	found == {"l": {"x", "y"}}
}

test_users_of_a_thing_are_those_of_all_adapters if {
	found := shown.held with data.bunkaiten.observed.terraform as {
		"aws": {"a": {"held": {"l": {"x"}}}, "b": {"held": {"l": {"y"}}}},
		"google": {"c": {}},
	}
	found == {"l": {"x", "y"}}
}

test_nothing_is_shown_where_no_adapter_shows_anything if {
	found := shown.all with data.bunkaiten.observed.terraform as {"aws": {"a": {"ways": {}}}}
		with data.bunkaiten.observed.kubernetes as {}
	found == set()
}

test_facts_of_a_whole_envelope_are_those_of_its_things if {
	found := {[one.way, one.key] | some one in shown.all} with input as {"terraform": {"p": {"resource_changes": [{
		"address": "aws_s3_bucket.b",
		"mode": "managed",
		"type": "aws_s3_bucket",
		"name": "b",
		"change": {"actions": ["create"], "after": {}, "after_unknown": {}},
	}]}}}

	found == {["bucket", "p aws_s3_bucket.b"]}
}

test_links_of_one_type_are_put_together if {
	every rule in ["satellites", "uses"] {
		adapters := {"aws": {
			"a": {rule: {"t": [["x", "b"]], "u": [["y", "c"], ["z", "c"]]}},
			"b": {rule: {"t": [["x", "b"], ["w", "d"]]}},
			"c": {},
		}}
		links(rule, adapters) == {"t": {["x", "b"], ["w", "d"]}, "u": {["y", "c"], ["z", "c"]}}
		links(rule, {}) == {}
	}
	links("uses", {"aws": {"a": {"satellites": {"t": [["x", "b"]]}}}}) == {}
	links("satellites", {"aws": {"a": {"uses": {"t": [["x", "b"]]}}}}) == {}
}

test_way_is_what_people_call_it if {
	every way, text in {"vpn": vpn, "ingress": ingress, "nobody-knows": "nobody-knows"} {
		found := shown.way({"way": way}) with data.bunkaiten.observed.terraform as {"aws": {"a": {"ways": {"vpn": vpn}}}}
			with data.bunkaiten.observed.kubernetes as {"k": {"ways": {"ingress": ingress}}}
		found == text
	}
}

test_way_on_a_path_is_of_a_known_kind if {
	{kind | some kind in shown.on_path} == {"gateway", "hop", "joint", "line", "sender", "tunnel"}
	every way, kind in {
		"api-backend": "sender",
		"direct-connect-line": "line",
		"file-transfer-connector": "sender",
		"gateway-proposal": "joint",
		"hosted-connection": "line",
		"service-entry": "hop",
		"transit-gateway-attachment": "joint",
		"transit-gateway-connect": "tunnel",
		"transit-gateway-peering": "gateway",
		"transit-gateway-route": "gateway",
		"virtual-interface": "gateway",
		"vpc-peering": "joint",
		"vpn-connection": "tunnel",
		"vpn-network": "line",
		"vpn-route": "gateway",
	} {
		shown.on_path[way] == kind
	}
	{way | some way, _ in shown.on_path} & {"network-policy", "resource-share", "security-group-rule"} == set()
}

test_what_a_way_is_on_a_path_is_no_part_of_its_words if {
	shown.way({"way": "vpn-connection"}) == {"en": "VPN connection", "ja": "VPN 接続"}
	shown.way({"way": "role"}) == {"en": "role that others may take on", "ja": "他者が引き受けられるロール"}
}

test_ways_that_are_rights_and_types_that_are_fences_are_known if {
	every way in ["auto-accepted-attachment", "endpoint-service", "resource-share", "role", "role-binding"] {
		way in shown.grants
	}
	every way in ["security-group-rule", "ssh", "vpn-connection"] { not way in shown.grants }
	every type in ["aws_default_security_group", "aws_security_group"] { type in shown.fences }
	not "aws_instance" in shown.fences
}

test_fact_that_names_somebody_stands_for_a_thing if {
	known := object.union(fact("z"), who({"by": "network", "name": "198.51.100.7/32"}))
	anybody := object.union(fact("y"), who({"by": "anybody", "name": "*"}))
	silent := fact("a")
	hidden := object.union(fact("b"), {"who": {"unknown": true}})

	shown.foremost({silent, hidden, anybody, known}) == known
	shown.foremost({silent, hidden, anybody}) == anybody
	shown.foremost({silent, hidden}) == min({silent, hidden})
}

test_whoever_a_fact_names_is_called_by_that_name if {
	every case in [
		[{}, {"en": "anybody", "ja": "誰でも"}],
		[{"audience": {"is": "inside"}}, {"en": "anybody", "ja": "誰でも"}],
		[who({"by": "anybody", "name": "0.0.0.0/0"}), {"en": "anybody (0.0.0.0/0)", "ja": "誰でも（0.0.0.0/0）"}],
		[who({"by": "anybody", "name": "*"}), {"en": "anybody (*)", "ja": "誰でも（*）"}],
		[who({"by": "network", "name": "198.51.100.7/32"}), "198.51.100.7/32"],
		[who({"by": "host", "name": "pacs.aoba.example"}), "pacs.aoba.example"],
		[{"who": {"unknown": true}}, {"en": "unknown before apply", "ja": "適用前には不明"}],
		[{"who": {}}, {"en": "unknown before apply", "ja": "適用前には不明"}],
		[who({"by": "network"}), {"en": "unknown before apply", "ja": "適用前には不明"}],
	] {
		shown.whom(case[0]) == case[1]
	}
}

nothing := {"peers": set(), "endpoints": set(), "stores": set(), "accesses": set(), "logs": set()}

links("satellites", adapters) := found if {
	found := {type: of | some type, of in shown.satellites} with data.bunkaiten.observed.terraform as adapters
}

links("uses", adapters) := found if {
	found := {type: of | some type, of in shown.uses} with data.bunkaiten.observed.terraform as adapters
}

who(whom) := {"who": {"is": whom}}

vpn := {"en": "VPN", "ja": "VPN 接続"}

ingress := {"en": "Ingress", "ja": "Ingress"}

fact(name) := {"way": "w", "thing": name, "key": name, "steps": []}

clouds(kind) := {"aws": {"a": {kind: {fact("a")}}, "none": {}}, "google": {"b": {kind: {fact("b")}}}}

cluster(kind) := {"k": {kind: {fact("k")}}, "none": {}}
