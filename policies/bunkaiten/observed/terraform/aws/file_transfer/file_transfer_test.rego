package bunkaiten_test.observed.terraform.aws.file_transfer

import data.bunkaiten.observed.terraform.aws.file_transfer

_types := {"terraform": {"aws": {type: "read" | some type, _ in file_transfer.reads}}}

_plan(type, after, unknown, written) := {"terraform": {"plan.json": {
	"resource_changes": [{
		"address": sprintf("%s.x", [type]),
		"mode": "managed",
		"type": type,
		"name": "x",
		"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
	}],
	"configuration": {"root_module": {"resources": [{"address": sprintf("%s.x", [type]), "expressions": written}]}},
}}}

_fact(type, way, path, attributes) := object.union(attributes, {
	"way": way,
	"thing": sprintf("terraform:%s.x", [type]),
	"key": sprintf("plan.json %s.x", [type]),
	"steps": array.concat(["terraform", "plan.json", "resource_changes", 0, "change", "after"], path),
})

_endpoints(after, unknown, written) := found if {
	found := file_transfer.endpoints with input as _plan("aws_transfer_server", after, unknown, written)
}

_peers(after, unknown) := found if {
	found := file_transfer.peers with input as _plan("aws_transfer_connector", after, unknown, {"url": {"references": [
		"var.url",
	]}})
}

_server(attributes) := _fact("aws_transfer_server", "file-transfer-server", [], attributes)

_connector(attributes) := _fact("aws_transfer_connector", "file-transfer-connector", ["url"], object.union(
	{"direction": "out"},
	attributes,
))

test_every_protocol_of_a_server if {
	anybody := {"audience": {"is": "anybody"}}
	after := {"protocols": ["SFTP", "FTPS", "FTP", "AS2"], "security_policy_name": null}
	_endpoints(after, {}, {}) == {
		_server(object.union(anybody, {"port": {"is": 22}, "encrypted": {"is": "ssh"}})),
		_server(object.union(anybody, {"port": {"is": 21}, "encrypted": {"is": "none"}})),
		_server(object.union(anybody, {"port": {"is": 5080}, "encrypted": {"unknown": true}})),
		_server(object.union(anybody, {
			"port": {"is": 21},
			"encrypted": {"is": "tls"},
			"weakest": {"is": "TLS 1.2"},
		})),
	}
}

test_protocols_that_are_not_known if {
	_endpoints({"endpoint_type": "VPC"}, {"protocols": true}, {"protocols": {"references": ["var.x"]}}) == {_server({
		"audience": {"is": "inside"},
		"encrypted": {"unknown": true},
	})}
}

test_policy_of_ftps if {
	cases := [
		[{"security_policy_name": "TransferSecurityPolicy-FIPS-2024-01"}, {}, {"is": "TLS 1.2"}],
		[{"security_policy_name": "TransferSecurityPolicy-2099-01"}, {}, {"unknown": true}],
		[{}, {"security_policy_name": true}, {"unknown": true}],
		[{}, {}, {"is": "TLS 1.2"}],
	]
	every case in cases {
		after := object.union({"protocols": ["FTPS"]}, case[0])
		written := {"security_policy_name": {"references": ["var.x"]}}
		[found.weakest | some found in _endpoints(after, case[1], written)] == [case[2]]
	}
}

test_whether_a_server_records if {
	cases := [[{}, "no"], [{"logging_role": "arn:aws:iam::111122223333:role/log"}, "yes"]]
	every case in cases {
		found := file_transfer.logs with input as _plan("aws_transfer_server", case[0], {}, {})
		found == {_fact("aws_transfer_server", "file-transfer-log", [], {
			"of": {"is": "file-transfer"},
			"records": {"is": case[1]},
		})}
	}
}

test_partner_of_a_connector if {
	host := {"is": {"by": "host", "name": "x.example"}}
	as2 := {"as2_config": [{"encryption_algorithm": "AES256_CBC"}]}
	cases := [
		[{"url": "sftp://x.example"}, "ssh", 22],
		[{"url": "sftp://x.example:2222", "as2_config": []}, "ssh", 2222],
		[{"url": "https://x.example/as2", "as2_config": [{"encryption_algorithm": "NONE"}]}, "tls", 443],
		[object.union(as2, {"url": "https://x.example/as2"}), "tls", 443],
		[object.union(as2, {"url": "http://x.example/as2"}), "smime", 80],
		[{"url": "http://x.example/as2", "as2_config": [{"encryption_algorithm": "NONE"}]}, "none", 80],
		[{"url": "http://x.example/as2", "as2_config": [{}]}, "none", 80],
	]
	every case in cases {
		_peers(case[0], {}) == {_connector({
			"who": host,
			"encrypted": {"is": case[1]},
			"ports": {"is": [case[2], case[2]]},
		})}
	}
}

test_partner_that_is_not_known if {
	_peers({}, {"url": true}) == {_connector({"who": {"unknown": true}, "encrypted": {"unknown": true}})}
	_peers({"url": null}, {}) == set()
	_peers({"url": ""}, {}) == set()
}

test_words_of_the_facts if {
	object.keys(file_transfer.ways) == {"file-transfer-connector", "file-transfer-log", "file-transfer-server"}
}

test_what_only_apply_will_show if {
	every unknown in [{"as2_config": true}, {"as2_config": [{"encryption_algorithm": true}]}] {
		after := {"url": "http://x.example/as2", "as2_config": [{}]}
		seen := file_transfer.peers with input as _late([["aws_transfer_connector", after, unknown]])
		[found.encrypted | some found in seen] == [{"unknown": true}]
	}
}

_late(changes) := {"terraform": {"p": {"resource_changes": [change |
	some [type, after, pending] in changes
	change := {
		"address": concat(".", [type, "late"]),
		"mode": "managed",
		"type": type,
		"name": "late",
		"change": {"actions": ["create"], "after": after, "after_unknown": pending},
	}
]}}}
