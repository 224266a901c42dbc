package bunkaiten_test.observed.terraform.aws.file_transfer_servers

import data.bunkaiten.observed.terraform.aws.file_transfer_servers

_types := {"terraform": {"aws": {type: "read" | some type, _ in file_transfer_servers.reads}}}

# audience, protocols and log of a server
_known(after, unknown, written) := known if {
	plan := {"terraform": {"plan.json": {
		"resource_changes": [{
			"address": "aws_transfer_server.x",
			"mode": "managed",
			"type": "aws_transfer_server",
			"name": "x",
			"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
		}],
		"configuration": {"root_module": {"resources": [
			{"address": "aws_transfer_server.x", "expressions": written},
			{"address": "aws_eip.x", "expressions": {}},
			{"address": "aws_iam_role.x", "expressions": {}},
			{"address": "aws_cloudwatch_log_group.x", "expressions": {}},
		]}},
	}}}
	audience := file_transfer_servers.audience with input as plan
	protocols := file_transfer_servers.protocols with input as plan
	logged := file_transfer_servers.logged with input as plan
	key := "plan.json aws_transfer_server.x"
	known := {"audience": audience[key], "protocols": protocols[key], "logged": logged[key]}
}

_to(address) := {"references": [sprintf("%s.arn", [address]), address]}

_vpc(details) := {"endpoint_type": "VPC", "endpoint_details": [details]}

test_audience if {
	late := {"endpoint_details": [{"address_allocation_ids": true}]}
	cases := [
		[{}, {}, {}, {"is": "anybody"}],
		[{"endpoint_type": null}, {}, {}, {"is": "anybody"}],
		[{"endpoint_type": "PUBLIC"}, {}, {}, {"is": "anybody"}],
		[{"endpoint_type": "VPC_ENDPOINT"}, {}, {}, {"is": "inside"}],
		[_vpc({"address_allocation_ids": null}), {}, {}, {"is": "inside"}],
		[_vpc({"address_allocation_ids": []}), {}, {}, {"is": "inside"}],
		[_vpc({"address_allocation_ids": ["eipalloc-0a"]}), {}, {}, {"is": "anybody"}],
		[_vpc({}), late, {"endpoint_details": [{"address_allocation_ids": _to("aws_eip.x")}]}, {"is": "anybody"}],
		[_vpc({}), late, {"endpoint_details": [{"address_allocation_ids": _to("var.x")}]}, {"unknown": true}],
		[{}, {"endpoint_type": true}, {"endpoint_type": _to("var.x")}, {"unknown": true}],
	]
	every case in cases { _known(case[0], case[1], case[2]).audience == case[3] }
}

test_protocols if {
	cases := [
		[{}, {}, {}, {"SFTP"}],
		[{}, {"protocols": true}, {}, {"SFTP"}],
		[{"protocols": ["FTPS", "AS2"]}, {}, {}, {"AS2", "FTPS"}],
		[{}, {"protocols": true}, {"protocols": _to("var.x")}, {"unknown"}],
	]
	every case in cases { _known(case[0], case[1], case[2]).protocols == case[3] }
}

test_log if {
	group := "aws_cloudwatch_log_group.x"
	cases := [
		[{}, {}, {}, {"is": "no"}],
		[{"logging_role": "", "structured_log_destinations": []}, {}, {}, {"is": "no"}],
		[{"logging_role": "arn:aws:iam::111122223333:role/log"}, {}, {}, {"is": "yes"}],
		[{"structured_log_destinations": ["arn:aws:logs:x"]}, {}, {}, {"is": "yes"}],
		[{}, {"logging_role": true}, {"logging_role": _to("aws_iam_role.x")}, {"is": "yes"}],
		[{}, {"structured_log_destinations": true}, {"structured_log_destinations": _to(group)}, {"is": "yes"}],
		[{}, {"structured_log_destinations": true}, {"structured_log_destinations": _to("var.x")}, {"unknown": true}],
		[{}, {"logging_role": true}, {"logging_role": _to("var.x")}, {"unknown": true}],
	]
	every case in cases { _known(case[0], case[1], case[2]).logged == case[3] }
}

test_what_only_apply_will_show if {
	plan := _late([["aws_transfer_server", {"endpoint_type": "VPC"}, {"endpoint_details": true}]])
	audience := file_transfer_servers.audience with input as plan
	audience == {"p aws_transfer_server.late": {"unknown": true}}
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
