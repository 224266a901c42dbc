package bunkaiten_test.compared.exposure

import data.bunkaiten.compared.exposure

archive := "d/externalStorage/archive"

database := "p aws_db_instance.d"

everybody := {"is": {"by": "anybody", "name": "0.0.0.0/0"}}

test_rule_for_a_port_of_data_is_a_door if {
	every ports in [[5432, 5432], [104, 104], [400, 450], [11112, 11112], [1433, 1440], [400, 445]] {
		every direction in ["in", "both"] {
			seen := rule({"ports": {"is": ports}, "direction": direction})
			shown({"peers": {seen}}) == {archive: {seen}}
		}
	}
}

test_rule_for_other_ports_or_out_is_none if {
	every seen in [
		rule({"ports": {"is": [443, 443]}}),
		rule({"ports": {"is": [5433, 5500]}}),
		rule({"ports": {"unknown": true}}),
		object.remove(rule({}), ["ports"]),
		rule({"direction": "out"}),
	] {
		shown({"peers": {seen}}) == {}
	}
}

test_rule_that_is_a_way_in_already_is_not_told_twice if {
	wide := rule({"ports": {"is": [0, 65535]}})
	login := object.union(wide, {"way": "remote-login"})

	shown({"peers": {wide}, "accesses": {login}}) == {}
	elsewhere := object.union(login, {"steps": ["terraform", "p", "resource_changes", 9]})
	shown({"peers": {wide}, "accesses": {elsewhere}}) == {archive: {wide}}
}

test_rule_for_what_has_no_public_address_is_none if {
	shown({"peers": {rule({})}, "endpoints": {listener({"audience": {"is": "inside"}})}}) == {}
	every audience in [{"is": "anybody"}, {"unknown": true}] {
		shown({"peers": {rule({})}, "endpoints": {listener({"audience": audience})}}) == {archive: {rule({})}}
	}
	both := {listener({"audience": {"is": "inside"}}), listener({"audience": {"is": "anybody"}})}
	shown({"peers": {rule({})}, "endpoints": both}) == {archive: {rule({})}}
	elsewhere := object.union(listener({"audience": {"is": "inside"}}), {"key": "p aws_db_instance.other"})
	shown({"peers": {rule({})}, "endpoints": {elsewhere}}) == {archive: {rule({})}}
}

test_public_database_whose_rules_nobody_shows_is_open_or_not if {
	every audience in [{"is": "anybody"}, {"unknown": true}] {
		seen := listener({"audience": audience})
		bare({"endpoints": {seen}}) == {archive: {object.union(seen, {"who": {"unknown": true}})}}
		shown({"endpoints": {seen}}) == {}
	}
	bare({"endpoints": {listener({"audience": {"is": "inside"}})}}) == {}
	bare({"endpoints": {listener({})}}) == {}
}

test_listener_for_everybody_at_a_port_of_data_is_a_door if {
	seen := listener({"audience": {"is": "anybody"}, "encrypted": {"is": "passthrough"}})
	door := object.union(seen, {"who": everybody, "ports": {"is": [5432, 5432]}})

	bare({"endpoints": {seen}}) == {archive: {door}}
	shown({"endpoints": {seen}}) == {}
	bare({"endpoints": {object.union(seen, {"port": {"is": 443}})}}) == {}
	bare({"endpoints": {object.remove(seen, ["port"])}}) == {}
}

test_listener_of_which_nobody_knows_for_whom_or_where_may_be_a_door if {
	whoever := listener({"audience": {"unknown": true}, "encrypted": {"unknown": true}})
	bare({"endpoints": {whoever}}) == {archive: {object.union(whoever, {
		"who": {"unknown": true},
		"ports": {"is": [5432, 5432]},
	})}}

	anywhere := listener({"audience": {"is": "anybody"}, "encrypted": {"is": "tls"}})
	late := json.patch(anywhere, [{"op": "replace", "path": "/port", "value": {"unknown": true}}])
	bare({"endpoints": {late}}) == {archive: {object.union(late, {"who": {"unknown": true}})}}
	shown({"endpoints": {late}}) == {}
}

test_every_section_but_exchanges_is_asked if {
	every section in ["entrustedWork", "externalStorage", "remoteMaintenance", "telework"] {
		key := concat("/", ["d", section, "x"])
		given := {"parties": {}, section: {"x": {}}}
		verdict(given, key, {"peers": {rule({})}}, plan) == {key: {rule({})}}
	}
	verdict({"parties": {}, "exchanges": {"x": {}}}, "d/exchanges/x", {"peers": {rule({})}}, plan) == {}
	verdict({"parties": {}}, archive, {"peers": {rule({})}}, plan) == {}
}

rule(attributes) := object.union(
	object.remove(
		{
			"thing": "terraform:aws_security_group.d",
			"key": "p aws_security_group.d",
			"way": "security-group-rule",
			"steps": ["terraform", "p", "resource_changes", 1],
			"direction": "in",
			"who": everybody,
			"ports": {"is": [5432, 5432]},
		},
		object.keys(attributes),
	),
	attributes,
)

listener(attributes) := object.union(
	{
		"thing": "terraform:aws_db_instance.d",
		"key": database,
		"way": "database",
		"steps": ["terraform", "p", "resource_changes", 0],
		"port": {"is": 5432},
	},
	attributes,
)

plan := {"resource_changes": [
	made("aws_db_instance.d", {"vpc_security_group_ids": ["sg-1"]}),
	made("aws_db_instance.other", {}),
	made("aws_security_group.d", {"id": "sg-1"}),
]}

made(address, after) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": ["create"], "after": after, "after_unknown": {}},
}

storing := {"parties": {}, "externalStorage": {"archive": {}}}

shown(facts) := verdict(storing, archive, facts, plan)

bare(facts) := verdict(storing, archive, facts, {"resource_changes": [made("aws_db_instance.d", {})]})

verdict(spec, key, facts, given) := doors if {
	doors := {whose: seen | some whose, seen in exposure.doors} with input as {
		"declarations": {"d": spec},
		"terraform": {"p": given},
	}
		with data.bunkaiten.observed.binding.peers as {key: object.get(facts, "peers", set())}
		with data.bunkaiten.observed.binding.endpoints as {key: object.get(facts, "endpoints", set())}
		with data.bunkaiten.observed.binding.accesses as {key: object.get(facts, "accesses", set())}
}
