# METADATA
# title: Tables, queues, topics, vaults, keys and secrets of AWS
# description: >-
#   DynamoDB tables and backup vaults, and who else gets at them, at queues, topics, KMS keys and secrets.
package bunkaiten.observed.terraform.aws.other_stores

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.policy_actions
import data.bunkaiten.observed.terraform.aws.policy_document
import data.bunkaiten.observed.terraform.aws.shared_accounts

# METADATA
# description: What people call these facts.
ways := {
	"backup-vault": {"en": "backup vault", "ja": "AWS Backup のボールト"},
	"backup-vault-policy": {"en": "policy of a backup vault", "ja": "AWS Backup のボールトのポリシー"},
	"key-grant": {"en": "grant of a KMS key", "ja": "KMS キーの許可（grant）"},
	"key-policy": {"en": "policy of a KMS key", "ja": "KMS キーのポリシー"},
	"secret-policy": {"en": "policy of a secret", "ja": "シークレットのポリシー"},
	"queue-policy": {"en": "policy of an SQS queue", "ja": "SQS キューのポリシー"},
	"table": {"en": "DynamoDB table", "ja": "DynamoDB テーブル"},
	"table-policy": {"en": "policy of a DynamoDB table", "ja": "DynamoDB テーブルのポリシー"},
	"table-replica": {"en": "replica of a DynamoDB table", "ja": "DynamoDB テーブルのレプリカ"},
	"topic-policy": {"en": "policy of an SNS topic", "ja": "SNS トピックのポリシー"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_backup_vault": [],
	"aws_backup_vault_policy": ["backup_vault_name", "policy"],
	"aws_dynamodb_resource_policy": ["policy", "resource_arn"],
	"aws_dynamodb_table": ["replica.region_name"],
	"aws_kms_external_key": ["policy"],
	"aws_kms_grant": ["grantee_principal", "key_id", "operations"],
	"aws_kms_key": ["policy"],
	"aws_kms_key_policy": ["key_id", "policy"],
	"aws_kms_replica_external_key": ["policy", "primary_key_arn"],
	"aws_kms_replica_key": ["policy", "primary_key_arn"],
	"aws_secretsmanager_secret": ["policy"],
	"aws_secretsmanager_secret_policy": ["policy", "secret_arn"],
	"aws_sns_topic": ["policy"],
	"aws_sns_topic_policy": ["arn", "policy"],
	"aws_sqs_queue": ["policy"],
	"aws_sqs_queue_policy": ["policy", "queue_url"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"aws_backup_vault_policy": [["backup_vault_name", "aws_backup_vault"]],
	"aws_dynamodb_resource_policy": [["resource_arn", "aws_dynamodb_table"]],
	"aws_kms_grant": [["key_id", key] | some key in _keys],
	"aws_kms_key_policy": [["key_id", key] | some key in _keys],
	"aws_kms_replica_external_key": [["primary_key_arn", "aws_kms_external_key"]],
	"aws_kms_replica_key": [["primary_key_arn", "aws_kms_key"]],
	"aws_secretsmanager_secret_policy": [["secret_arn", "aws_secretsmanager_secret"]],
	"aws_sns_topic_policy": [["arn", "aws_sns_topic"]],
	"aws_sqs_queue_policy": [["queue_url", "aws_sqs_queue"]],
}

_keys := ["aws_kms_external_key", "aws_kms_key", "aws_kms_replica_external_key", "aws_kms_replica_key"]

# METADATA
# description: >-
#   Tables and vaults. Both are always encrypted:
#   https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html,
#   https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
stores contains found if {
	some type, way in {"aws_backup_vault": "backup-vault", "aws_dynamodb_table": "table"}
	some _, thing in resource.managed[type]
	found := fact.on(thing, [], way, {"region": resource.region(thing), "encrypted": {"is": "yes"}})
}

stores contains found if {
	some _, table in resource.managed.aws_dynamodb_table
	some replica in resource.items(table, "replica")
	found := fact.on(table, ["replica", replica.index], "table-replica", {
		"region": _region(replica),
		"encrypted": {"is": "yes"},
	})
}

# blocks that are made for each of what is known only after apply
stores contains found if {
	some _, table in resource.managed.aws_dynamodb_table
	table.unknown.replica == true
	found := fact.on(table, ["replica"], "table-replica", {"region": {"unknown": true}, "encrypted": {"is": "yes"}})
}

_region(replica) := {"is": replica.values.region_name} if {
	resource.is_set(replica.values.region_name)
} else := {"unknown": true}

stores contains found if {
	some type, way in _policies
	some key, thing in resource.managed[type]
	not _superseded[key]
	some grant in _grants(policy_document.grants(thing, "policy"))
	found := fact.on(thing, ["policy"], way, grant)
}

_policies := {
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

_grants(policy) := {{"who": {"unknown": true}}} if {
	policy.unknown
} else := {object.filter(grant, ["who", "rights"]) | some grant in policy.is}

# what has a policy of its own shows the same once more
_superseded[key] := true if {
	some type in [
		"aws_kms_key_policy",
		"aws_secretsmanager_secret_policy",
		"aws_sns_topic_policy",
		"aws_sqs_queue_policy",
	]
	some [attribute, parent] in satellites[type]
	some _, policy in resource.managed[type]
	some key in resource.tied(policy, attribute, parent)
}

stores contains found if {
	some _, given in resource.managed.aws_kms_grant
	some who in shared_accounts.who(given, "grantee_principal")
	found := fact.on(given, ["grantee_principal"], "key-grant", {"who": who, "rights": _rights(given)})
}

_rights(given) := policy_actions.rights(operations) if {
	operations := resource.attribute(given, "operations").is
	is_array(operations)
} else := {"unknown": true}
