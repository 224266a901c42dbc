package bunkaiten_test.observed.terraform.aws.remote_sessions

import data.bunkaiten.observed.terraform.aws.remote_sessions

change(address, after, unknown) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(split(address, ".")[1], "[")[0],
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}

shown(changes, written) := facts if {
	facts := _shown with input as {"terraform": {"p": {
		"resource_changes": changes,
		"configuration": {"root_module": {"resources": [
		{"address": address, "expressions": expressions} |
			some address, expressions in written
		]}},
	}}}
}

_shown := {"endpoints": remote_sessions.endpoints, "accesses": remote_sessions.accesses}

at(address, index, path, way, attributes) := object.union(attributes, {
	"thing": concat(":", ["terraform", address]),
	"key": concat(" ", ["p", address]),
	"steps": array.concat(["terraform", "p", "resource_changes", index, "change", "after"], path),
	"way": way,
})

by_iam := {"who": {"is": {"by": "anybody", "name": "*"}}, "authentication": {"is": ["iam"]}}

anybody := {"is": "anybody"}

instance(after, unknown, written) := {attributes |
	some found in shown([change("aws_instance.a", after, unknown)], {"aws_instance.a": written}).endpoints
	attributes := object.remove(found, ["thing", "key", "steps", "way"])
}

test_instance_with_a_public_address if {
	shown([change("aws_instance.a", {"associate_public_ip_address": true, "key_name": "k"}, {})], {}) == {
		"endpoints": {at("aws_instance.a", 0, ["associate_public_ip_address"], "public-instance", {
			"audience": anybody,
			"authentication": {"is": ["key"]},
		})},
		"accesses": set(),
	}
}

test_how_one_logs_in_is_said_where_there_is_a_key if {
	public := {"associate_public_ip_address": true}

	every key in [{}, {"key_name": null}, {"key_name": ""}] {
		instance(object.union(public, key), {}, {}) == {{"audience": anybody}}
	}
	instance(public, {"key_name": true}, {}) == {{"audience": anybody}}
	instance(public, {"key_name": true}, {"key_name": {}}) == {{"audience": anybody, "authentication": {"unknown": true}}}
}

test_instance_whose_address_is_known_later if {
	late := {"associate_public_ip_address": true}

	instance({}, late, {"associate_public_ip_address": {}}) == {{"audience": {"unknown": true}}}
	instance({}, late, {"ami": {}}) == set()
}

test_instance_without_a_public_address_is_no_endpoint if {
	every after in [{}, {"associate_public_ip_address": null}, {"associate_public_ip_address": false, "key_name": "k"}] {
		instance(after, {}, {}) == set()
	}
}

test_addresses_that_are_tied_to_instances if {
	changes := [
		change("aws_eip.a[0]", {}, {"instance": true, "network_interface": true}),
		change("aws_eip.b", {}, {"instance": true, "network_interface": true}),
		change("aws_eip_association.a", {"instance_id": "i-1"}, {}),
		change("aws_eip_association.b", {"network_interface_id": "eni-1"}, {}),
		change("aws_eip.c", {"instance": "i-1", "network_interface": "eni-1"}, {}),
	]

	shown(changes, {
		"aws_eip.a": {"instance": {}},
		"aws_eip.b": {"network_interface": {}},
		"aws_eip_association.a": {"instance_id": {}},
		"aws_eip_association.b": {"network_interface_id": {}},
		"aws_eip.c": {},
	}).endpoints == {
		at("aws_eip.a[0]", 0, ["instance"], "public-instance", {"audience": anybody}),
		at("aws_eip.b", 1, ["network_interface"], "public-instance", {"audience": anybody}),
		at("aws_eip_association.a", 2, ["instance_id"], "public-instance", {"audience": anybody}),
		at("aws_eip_association.b", 3, ["network_interface_id"], "public-instance", {"audience": anybody}),
		at("aws_eip.c", 4, ["instance"], "public-instance", {"audience": anybody}),
	}
}

test_addresses_of_nat_gateways_are_no_instances if {
	changes := [
		change("aws_eip.a", {"domain": "vpc"}, {"instance": true, "network_interface": true}),
		change("aws_eip.b", {"instance": "", "network_interface": "eni-1"}, {}),
		change("aws_eip_association.a", {"allocation_id": "eipalloc-1"}, {"instance_id": true}),
	]

	shown(changes, {"aws_eip.a": {}, "aws_eip.b": {}, "aws_eip_association.a": {}}).endpoints == set()
}

session(content) := {found.logged |
	document := change("aws_ssm_document.a", {"document_type": "Session", "content": content}, {})
	some found in shown([document], {}).accesses
}

test_sessions_that_are_recorded if {
	session(`{"inputs": {"s3BucketName": "b", "cloudWatchLogGroupName": ""}}`) == {{"is": "yes"}}
	session(`{"sessionType": "Standard_Stream", "inputs": {"cloudWatchLogGroupName": "g"}}`) == {{"is": "yes"}}
	session("sessionType: InteractiveCommands\ninputs:\n  s3BucketName: b\n") == {{"is": "yes"}}
}

test_sessions_that_are_not_recorded if {
	every content in [
		`{}`,
		`{"inputs": null}`,
		`{"inputs": {"s3BucketName": "", "cloudWatchLogGroupName": ""}}`,
		`{"inputs": {"s3EncryptionEnabled": true, "s3KeyPrefix": "sessions"}}`,
		`{"sessionType": "Port", "inputs": {"s3BucketName": "b"}}`,
		"inputs:\n  s3BucketName: ''\n",
	] {
		session(content) == {{"is": "no"}}
	}
}

test_sessions_of_which_nobody_can_tell if {
	every content in ["", "[]", "only text", "{unclosed: ", "a: b: c"] {
		session(content) == {{"unknown": true}}
	}

	late := change("aws_ssm_document.a", {"document_type": "Session"}, {"content": true})

	shown([late], {}).accesses == {at("aws_ssm_document.a", 0, ["content"], "session-manager", object.union(
		by_iam,
		{"logged": {"unknown": true}},
	))}
}

test_documents_of_other_types_are_no_way_in if {
	every type in ["Command", "Automation", null] {
		document := change("aws_ssm_document.a", {"document_type": type, "content": "{}"}, {})

		shown([document], {}).accesses == set()
	}
}

test_machines_outside_may_be_reached_by_sessions if {
	shown([change("aws_ssm_activation.a", {"iam_role": "r"}, {})], {}).accesses == {at(
		"aws_ssm_activation.a", 0, [],
		"hybrid-activation", untold,
	)}
}

untold := object.union(by_iam, {"logged": {"unknown": true}})

test_sessions_are_recorded_as_the_documents_of_the_plan_say if {
	every inputs, logged in {
		"{}": {"is": "no"},
		`{"s3BucketName": "sessions"}`: {"is": "yes"},
	} {
		content := sprintf(`{"sessionType": "Standard_Stream", "inputs": %s}`, [inputs])
		preferences := {"document_type": "Session", "name": "SSM-SessionManagerRunShell", "content": content}
		recorded(preferences) == {logged}
		recorded(object.union(preferences, {"name": "another"})) == {logged}
		recorded(object.union(preferences, {"document_type": "Command"})) == {{"unknown": true}}
	}
	recorded({"document_type": "Session", "name": "SSM-SessionManagerRunShell"}) == {{"unknown": true}}
}

recorded(preferences) := {access.logged | some access in accesses; access.way == "hybrid-activation"} if {
	accesses := shown(
		[
			change("aws_ssm_activation.a", {"iam_role": "r"}, {}),
			change("aws_ssm_document.a", preferences, {}),
		],
		{},
	).accesses
}

attachment(arn) := shown([change("aws_iam_role_policy_attachment.a", {"policy_arn": arn}, {})], {}).accesses

test_roles_that_let_instances_be_reached if {
	every name in [
		"AmazonSSMManagedEC2InstanceDefaultPolicy",
		"AmazonSSMManagedInstanceCore",
		"service-role/AmazonEC2RoleforSSM",
	] {
		attachment(sprintf("arn:aws:iam::aws:policy/%s", [name])) == {at(
			"aws_iam_role_policy_attachment.a", 0, ["policy_arn"],
			"managed-instance", untold,
		)}
	}
	attachment("arn:aws:iam::aws:policy/ReadOnlyAccess") == set()
	attachment("arn:aws:iam::111122223333:policy/AmazonSSMManagedInstanceCore") == set()
	attachment(null) == set()
}

test_every_way_has_its_words if {
	object.keys(remote_sessions.ways) == {"hybrid-activation", "managed-instance", "public-instance", "session-manager"}
	"content" in remote_sessions.reads.aws_ssm_document
	remote_sessions.satellites.aws_eip == [["instance", "aws_instance"]]
}

test_what_only_apply_will_show if {
	seen := remote_sessions.accesses with input as _late([
		["aws_ssm_document", {"content": "{}"}, {"document_type": true}],
		["aws_iam_role_policy_attachment", {}, {"policy_arn": true}],
	])
	{[found.way, found.who, found.logged] | some found in seen} == {
		["session-manager", {"unknown": true}, {"unknown": true}],
		["managed-instance", {"unknown": true}, {"unknown": true}],
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
