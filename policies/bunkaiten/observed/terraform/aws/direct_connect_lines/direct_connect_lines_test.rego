package bunkaiten_test.observed.terraform.aws.direct_connect_lines

import data.bunkaiten.observed.terraform.aws.direct_connect_lines

test_mode_tells_the_encryption_of_a_line if {
	every case in [
		[{"encryption_mode": "must_encrypt"}, {}, {"is": "macsec"}],
		[{"encryption_mode": "must_encrypt", "request_macsec": true}, {}, {"is": "macsec"}],
		[{"encryption_mode": "no_encrypt", "request_macsec": true}, {}, {"is": "none"}],
		[{"encryption_mode": "should_encrypt"}, {}, {"unknown": true}],
		[{"encryption_mode": "should_encrypt", "port_encryption_status": "Encryption Up"}, {}, {"is": "macsec"}],
		[{"encryption_mode": "should_encrypt", "port_encryption_status": "Encryption Down"}, {}, {"is": "none"}],
		[{"encryption_mode": "no_encrypt", "port_encryption_status": "Encryption Up"}, {}, {"is": "none"}],
		[{}, {"encryption_mode": true}, {"unknown": true}],
		[{"port_encryption_status": "Encryption Up"}, {"encryption_mode": true}, {"unknown": true}],
	] {
		encrypted([line(case[0], case[1])]) == {"p aws_dx_connection.a": {case[2]}}
	}
}

test_without_a_mode_macsec_is_there_where_it_is_asked_for if {
	every case in [
		[{"request_macsec": true}, {}, {"unknown": true}],
		[{}, {"request_macsec": true}, {"unknown": true}],
		[{"request_macsec": false}, {}, {"is": "none"}],
		[{"request_macsec": null, "encryption_mode": null}, {}, {"is": "none"}],
		[{"encryption_mode": ""}, {}, {"is": "none"}],
		[{}, {}, {"is": "none"}],
	] {
		encrypted([line(case[0], case[1])]) == {"p aws_dx_connection.a": {case[2]}}
	}
}

test_key_asks_for_macsec_on_its_line_alone if {
	key := change("aws_dx_macsec_key_association", "k", {"connection_id": "dxcon-a"}, {})
	other := change("aws_dx_connection", "b", {"id": "dxcon-b"}, {})

	encrypted([line({}, {}), other, key]) == {
		"p aws_dx_connection.a": {{"unknown": true}},
		"p aws_dx_connection.b": {{"is": "none"}},
	}
	encrypted([change("aws_dx_lag", "g", {"id": "dxcon-a"}, {}), key]) == {"p aws_dx_lag.g": {{"unknown": true}}}
}

test_group_is_encrypted_as_the_line_that_it_is_made_of if {
	every case in [
		[{"connection_id": "dxcon-a"}, {}, {"is": "macsec"}],
		[{"connection_id": "dxcon-x"}, {}, {"unknown": true}],
		[{}, {"connection_id": true}, {"unknown": true}],
		[{"connection_id": null}, {}, {"is": "none"}],
		[{}, {}, {"is": "none"}],
	] {
		known := encrypted([line({"encryption_mode": "must_encrypt"}, {}), change("aws_dx_lag", "g", case[0], case[1])])
		known["p aws_dx_lag.g"] == {case[2]}
	}
}

test_all_that_is_laid_is_there_by_key if {
	given := [change(type, "v", {}, {}) | some type in laid]
	known := direct_connect_lines.laid with input as plan([line({}, {}) | true])
	found := direct_connect_lines.laid with input as plan(array.concat([line({}, {})], given))

	known == {}
	object.keys(found) == {sprintf("p %s.v", [type]) | some type in laid}
}

test_references_lead_to_the_line_of_the_same_instance if {
	line_type := "aws_dx_connection"
	given := {"terraform": {"p": {
		"resource_changes": [
			instance(line_type, "a", 0, {"encryption_mode": "must_encrypt"}, {}),
			instance(line_type, "a", 1, {"encryption_mode": "no_encrypt"}, {}),
			instance("aws_dx_private_virtual_interface", "v", 0, {}, {"connection_id": true}),
			instance("aws_dx_private_virtual_interface", "v", 1, {}, {"connection_id": true}),
		],
		"configuration": {"root_module": {"resources": [
			{"address": "aws_dx_connection.a", "expressions": {"encryption_mode": {}}},
			{"address": "aws_dx_private_virtual_interface.v", "expressions": {"connection_id": {"references": [
				"aws_dx_connection.a", "count.index",
			]}}},
		]}},
	}}}
	known := direct_connect_lines.encrypted with input as given

	known["p aws_dx_private_virtual_interface.v[0]"] == {{"is": "macsec"}}
	known["p aws_dx_private_virtual_interface.v[1]"] == {{"is": "none"}}
}

test_what_lies_on_a_line if {
	group := change("aws_dx_lag", "g", {"id": "dxlag-g"}, {})
	of_line := change("aws_dx_lag", "o", {"connection_id": "dxcon-a"}, {})
	member := change("aws_dx_connection_association", "m", {"connection_id": "dxcon-a", "lag_id": "dxlag-g"}, {})
	interface := change("aws_dx_private_virtual_interface", "i", {"connection_id": "dxlag-g"}, {})
	elsewhere := change("aws_dx_private_virtual_interface", "e", {"connection_id": "dxcon-far"}, {})
	found := direct_connect_lines.carried with input as plan([line({}, {}), group, of_line, member, interface, elsewhere])

	found == {
		"p aws_dx_connection.a": {"p aws_dx_lag.g", "p aws_dx_lag.o"},
		"p aws_dx_lag.g": {"p aws_dx_private_virtual_interface.i"},
	}
}

test_what_is_read if {
	direct_connect_lines.reads == {
		"aws_dx_connection": ["encryption_mode", "port_encryption_status", "request_macsec"],
		"aws_dx_connection_association": ["connection_id", "lag_id"],
		"aws_dx_hosted_connection": ["connection_id"],
		"aws_dx_hosted_private_virtual_interface": ["connection_id"],
		"aws_dx_hosted_public_virtual_interface": ["connection_id"],
		"aws_dx_hosted_transit_virtual_interface": ["connection_id"],
		"aws_dx_lag": ["connection_id"],
		"aws_dx_macsec_key_association": ["connection_id"],
		"aws_dx_private_virtual_interface": ["connection_id"],
		"aws_dx_public_virtual_interface": ["connection_id"],
		"aws_dx_transit_virtual_interface": ["connection_id"],
	}
}

test_what_belongs_to_what if {
	direct_connect_lines.satellites == {
		"aws_dx_hosted_connection": [["connection_id", "aws_dx_connection"], ["connection_id", "aws_dx_lag"]],
		"aws_dx_hosted_private_virtual_interface": [["connection_id", "aws_dx_connection"], ["connection_id", "aws_dx_lag"]],
		"aws_dx_hosted_public_virtual_interface": [["connection_id", "aws_dx_connection"], ["connection_id", "aws_dx_lag"]],
		"aws_dx_hosted_transit_virtual_interface": [["connection_id", "aws_dx_connection"], ["connection_id", "aws_dx_lag"]],
		"aws_dx_macsec_key_association": [["connection_id", "aws_dx_connection"], ["connection_id", "aws_dx_lag"]],
	}
}

laid := [
	"aws_dx_hosted_connection", "aws_dx_hosted_private_virtual_interface", "aws_dx_hosted_public_virtual_interface",
	"aws_dx_hosted_transit_virtual_interface", "aws_dx_private_virtual_interface", "aws_dx_public_virtual_interface",
	"aws_dx_transit_virtual_interface",
]

encrypted(changes) := known if {
	known := direct_connect_lines.encrypted with input as plan(changes)
}

adrift(changes) := keys if {
	keys := direct_connect_lines.adrift with input as plan(changes)
}

line(after, unknown) := change("aws_dx_connection", "a", object.union({"id": "dxcon-a"}, after), unknown)

plan(changes) := {"terraform": {"p": {"resource_changes": changes}}}

change(type, name, after, unknown) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}

instance(type, name, index, after, unknown) := object.union(
	change(type, name, after, unknown),
	{"address": sprintf("%s.%s[%d]", [type, name, index]), "index": index},
)
