package bunkaiten_test.observed.terraform.aws.file_transfer_users

import data.bunkaiten.observed.terraform.aws.file_transfer_users

_types := {"terraform": {"aws": {type: "read" | some type, _ in file_transfer_users.reads}}}

_made(address, after, unknown) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": "x",
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}

_seen(changes) := seen if {
	plan := {"terraform": {"plan.json": {
		"resource_changes": changes,
		"configuration": {"root_module": {"resources": [
			{"address": "aws_transfer_server.x", "expressions": {
				"identity_provider_type": {"references": ["var.x"]},
				"endpoint_type": {"references": ["var.x"]},
				"protocols": {"references": ["var.x"]},
			}},
			{"address": "aws_transfer_user.x", "expressions": {"server_id": {"references": ["aws_transfer_server.x"]}}},
		]}},
	}}}
	seen := file_transfer_users.accesses with input as plan
}

_server := "aws_transfer_server.x"

_fact(index, address, path, attributes) := object.union(attributes, {
	"way": "file-transfer",
	"thing": sprintf("terraform:%s", [address]),
	"key": sprintf("plan.json %s", [address]),
	"steps": array.concat(["terraform", "plan.json", "resource_changes", index, "change", "after"], path),
})

_anybody := {"is": {"by": "anybody", "name": "0.0.0.0/0"}}

test_user_of_a_server if {
	cases := [
		[{"logging_role": "arn:aws:iam::111122223333:role/log"}, {}, _anybody, {"is": "yes"}],
		[{}, {}, _anybody, {"is": "no"}],
		[{}, {"endpoint_type": true}, {"unknown": true}, {"is": "no"}],
	]
	every case in cases {
		changes := [_made(_server, case[0], case[1]), _made("aws_transfer_user.x[\"lab\"]", {}, {"server_id": true})]
		_seen(changes) == {_fact(1, "aws_transfer_user.x[\"lab\"]", [], {
			"who": case[2],
			"logged": case[3],
			"authentication": {"is": ["key"]},
		})}
	}
}

test_user_of_a_server_in_the_own_vpc if {
	_seen([_made(_server, {"endpoint_type": "VPC"}, {}), _made("aws_transfer_user.x", {}, {"server_id": true})]) == set()
}

test_user_of_a_server_that_is_not_in_the_plan if {
	stray := _made("aws_transfer_user.x", {"server_id": "s-0123456789abcdef0"}, {})
	_seen([stray]) == {_fact(0, "aws_transfer_user.x", [], {
		"who": {"unknown": true},
		"authentication": {"is": ["key"]},
	})}
}

_provider(authentication) := {_fact(0, _server, ["identity_provider_type"], {
	"who": _anybody,
	"logged": {"is": "no"},
	"authentication": authentication,
})}

test_other_identity_providers if {
	lambda := {"identity_provider_type": "AWS_LAMBDA"}
	cases := [
		[{"identity_provider_type": "AWS_DIRECTORY_SERVICE"}, {}, {"is": ["directory"]}],
		[lambda, {}, {"is": ["password"]}],
		[{"identity_provider_type": "API_GATEWAY"}, {}, {"is": ["password"]}],
		[object.union(lambda, {"protocols": ["FTPS"]}), {}, {"is": ["password"]}],
		[object.union(lambda, {"protocols": ["FTP"], "sftp_authentication_methods": "PUBLIC_KEY"}), {}, {"is": ["password"]}],
		[object.union(lambda, {"sftp_authentication_methods": "PASSWORD"}), {}, {"is": ["password"]}],
		[object.union(lambda, {"sftp_authentication_methods": "PUBLIC_KEY"}), {}, {"is": ["key"]}],
		[object.union(lambda, {"sftp_authentication_methods": "PUBLIC_KEY_OR_PASSWORD"}), {}, {"is": ["password"]}],
		[
			object.union(lambda, {"sftp_authentication_methods": "PUBLIC_KEY_AND_PASSWORD"}), {},
			{"is": ["key", "password"]},
		],
		[object.union(lambda, {"sftp_authentication_methods": "FACE"}), {}, {"unknown": true}],
		[lambda, {"protocols": true}, {"unknown": true}],
		[{}, {"identity_provider_type": true}, {"unknown": true}],
	]
	every case in cases { _seen([_made(_server, case[0], case[1])]) == _provider(case[2]) }
}

test_server_that_keeps_its_users_itself if {
	every after in [{}, {"identity_provider_type": null}, {"identity_provider_type": "SERVICE_MANAGED"}] {
		_seen([_made(_server, after, {})]) == set()
	}
}

test_provider_of_a_server_in_the_own_vpc if {
	_seen([_made(_server, {"endpoint_type": "VPC", "identity_provider_type": "AWS_DIRECTORY_SERVICE"}, {})]) == set()
}

test_partners_of_as2_are_no_users if {
	_seen([_made(_server, {"protocols": ["AS2"], "identity_provider_type": "AWS_LAMBDA"}, {})]) == set()
}

test_user_belongs_to_its_server if {
	link := [["server_id", "aws_transfer_server"]]
	file_transfer_users.satellites.aws_transfer_user == link
	file_transfer_users.satellites.aws_transfer_ssh_key == link
	object.keys(file_transfer_users.ways) == {"file-transfer"}
}
