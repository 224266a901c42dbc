package bunkaiten_test.observed.terraform.aws.other_stores

import data.bunkaiten.observed.terraform.aws.other_stores

unknown := {"unknown": true}

partner := {"is": {"by": "account", "name": "444455556666"}}

test_tables_their_replicas_and_vaults if {
	resources := [
		made("aws_dynamodb_table", "a", {"replica": [{"region_name": "ap-northeast-3"}, {}]}, {}),
		made("aws_backup_vault", "a", {"provider": "aws.osaka"}, {}),
	]

	stores(resources) == {
		on(0, "aws_dynamodb_table.a", [], store("table", {"is": "ap-northeast-1"})),
		on(0, "aws_dynamodb_table.a", ["replica", 0], store("table-replica", {"is": "ap-northeast-3"})),
		on(0, "aws_dynamodb_table.a", ["replica", 1], store("table-replica", unknown)),
		on(1, "aws_backup_vault.a", [], store("backup-vault", {"is": "ap-northeast-3"})),
	}
}

test_policies_of_each_type if {
	text := json.marshal({"Statement": {"Principal": {"AWS": ["444455556666", "111122223333"]}, "Action": "x:Get"}})
	ways := {
		"aws_backup_vault_policy": "backup-vault-policy",
		"aws_dynamodb_resource_policy": "table-policy",
		"aws_kms_external_key": "key-policy",
		"aws_kms_key": "key-policy",
		"aws_kms_key_policy": "key-policy",
		"aws_kms_replica_external_key": "key-policy",
		"aws_kms_replica_key": "key-policy",
		"aws_secretsmanager_secret": "secret-policy",
		"aws_secretsmanager_secret_policy": "secret-policy",
		"aws_sns_topic": "topic-policy",
		"aws_sns_topic_policy": "topic-policy",
		"aws_sqs_queue": "queue-policy",
		"aws_sqs_queue_policy": "queue-policy",
	}

	every type, way in ways {
		written := made(type, "a", {"policy": text}, {})
		hidden := kept(type, "a", {}, {"policy": true}, {"policy": ["aws_x.y"]})
		stores([written]) == {granted(type, {"way": way, "who": partner, "rights": {"is": ["read"]}})}
		stores([hidden]) == {granted(type, {"way": way, "who": unknown})}
		stores([kept(type, "a", {}, {"policy": true}, {})]) == set()
	}
}

test_a_policy_of_its_own_is_shown_once if {
	text := json.marshal({"Statement": {"Principal": {"AWS": "444455556666"}, "Action": "kms:Decrypt"}})
	every type in ["aws_kms_key", "aws_kms_replica_key"] {
		resources := [
			made(type, "a", {"id": "key-1", "policy": text}, {}),
			made("aws_kms_key_policy", "a", {"key_id": "key-1", "policy": text}, {}),
		]

		stores(resources) == {on(1, "aws_kms_key_policy.a", ["policy"], {
			"way": "key-policy",
			"who": partner,
			"rights": {"is": ["read"]},
		})}
	}
}

test_grants_of_keys if {
	reader := {"grantee_principal": "arn:aws:iam::444455556666:role/reader"}
	late := {"grantee_principal": ["aws_x.y"]}
	resources := [
		made("aws_kms_grant", "a", object.union(reader, {"operations": ["Decrypt"]}), {}),
		kept("aws_kms_grant", "b", {"operations": ["Encrypt", "Decrypt"]}, {"grantee_principal": true}, late),
		kept("aws_kms_grant", "c", reader, {"operations": true}, {"operations": ["aws_x.y"]}),
		made("aws_kms_grant", "d", {"grantee_principal": "111122223333", "operations": ["Decrypt"]}, {}),
	]

	stores(resources) == {
		given(0, "aws_kms_grant.a", partner, {"is": ["read"]}),
		given(1, "aws_kms_grant.b", unknown, {"is": ["read", "write"]}),
		given(2, "aws_kms_grant.c", partner, unknown),
	}
}

test_words_and_what_is_read if {
	object.keys(other_stores.ways) == {
		"backup-vault", "backup-vault-policy", "key-grant", "key-policy", "queue-policy", "secret-policy", "table",
		"table-policy", "table-replica", "topic-policy",
	}
	count(other_stores.reads) == 16
	other_stores.satellites.aws_kms_grant == [["key_id", concat("_", ["aws_kms", kind])] |
		some kind in ["external_key", "key", "replica_external_key", "replica_key"]
	]
	other_stores.satellites.aws_kms_replica_key == [["primary_key_arn", "aws_kms_key"]]
}

store(way, region) := {"way": way, "region": region, "encrypted": {"is": "yes"}}

granted(type, attributes) := on(0, concat(".", [type, "a"]), ["policy"], attributes)

given(index, address, who, rights) := on(index, address, ["grantee_principal"], {
	"way": "key-grant",
	"who": who,
	"rights": rights,
})

types := {type: "read" | some type, _ in other_stores.reads}

stores(resources) := found if {
	found := other_stores.stores with input as envelope(resources)
}

on(index, address, path, attributes) := object.union(attributes, {
	"thing": concat("", ["terraform:", address]),
	"key": concat(" ", ["plan", address]),
	"steps": array.concat(["terraform", "plan", "resource_changes", index, "change", "after"], path),
})

made(type, name, after, references) := kept(type, name, after, {}, references)

# what is unknown is written: by a reference to what is made
kept(type, name, after, marks, references) := {
	"change": {
		"address": concat(".", [type, name]),
		"mode": "managed",
		"type": type,
		"name": regex.replace(name, `\[.*$`, ""),
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": concat(".", [type, regex.replace(name, `\[.*$`, "")]),
		"provider_config_key": object.get(after, "provider", "aws"),
		"expressions": object.union(
			{attribute: {} | some attribute, _ in after},
			{attribute: {"references": list} | some attribute, list in references},
		),
	},
}

envelope(resources) := {"terraform": {"plan": {
	"resource_changes": [written.change | some written in resources],
	"configuration": {
		"provider_config": {
			"aws": {"expressions": {
				"region": {"constant_value": "ap-northeast-1"},
				"allowed_account_ids": {"constant_value": ["111122223333"]},
			}},
			"aws.osaka": {"expressions": {"region": {"constant_value": "ap-northeast-3"}}},
		},
		"root_module": {"resources": [written.configured | some written in resources]},
	},
}}}

test_what_only_apply_will_show if {
	seen := other_stores.stores with input as _late([["aws_dynamodb_table", {}, {"replica": true}]])
	[found.region | some found in seen; found.way == "table-replica"] == [{"unknown": true}]
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
