# METADATA
# title: Volumes and file systems of AWS
# description: >-
#   EBS volumes, their snapshots and images, EFS file systems, where they are copied to and with
#   whom they are shared.
package bunkaiten.observed.terraform.aws.volumes

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.policy_document
import data.bunkaiten.observed.terraform.aws.policy_holders
import data.bunkaiten.observed.terraform.aws.shared_accounts
import data.bunkaiten.observed.terraform.aws.volume_encryption

# METADATA
# description: What people call these facts.
ways := {
	"file-system": {"en": "EFS file system", "ja": "EFS ファイルシステム"},
	"file-system-policy": {"en": "policy of an EFS file system", "ja": "EFS ファイルシステムのポリシー"},
	"file-system-replication": {
		"en": "replication of an EFS file system",
		"ja": "EFS ファイルシステムのレプリケーション",
	},
	"image-permission": {"en": "launch permission of a machine image", "ja": "AMI の起動許可"},
	"snapshot": {"en": "EBS snapshot", "ja": "EBS スナップショット"},
	"snapshot-permission": {"en": "permission for an EBS snapshot", "ja": "EBS スナップショットの共有"},
	"volume": {"en": "EBS volume", "ja": "EBS ボリューム"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_ami_launch_permission": ["account_id", "group", "organization_arn", "organizational_unit_arn"],
	"aws_efs_file_system_policy": ["policy"],
	"aws_efs_replication_configuration": [
		"destination.availability_zone_name", "destination.file_system_id", "destination.region",
	],
	"aws_snapshot_create_volume_permission": ["account_id"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"aws_ebs_snapshot": [["volume_id", "aws_ebs_volume"]],
	"aws_ebs_snapshot_copy": [["source_snapshot_id", "aws_ebs_snapshot"]],
	"aws_efs_file_system_policy": [["file_system_id", "aws_efs_file_system"]],
	"aws_efs_mount_target": [["file_system_id", "aws_efs_file_system"]],
	"aws_efs_replication_configuration": [["source_file_system_id", "aws_efs_file_system"]],
	"aws_snapshot_create_volume_permission": [
		["snapshot_id", "aws_ebs_snapshot"],
		["snapshot_id", "aws_ebs_snapshot_copy"],
	],
}

_stores := {
	"aws_ebs_snapshot": "snapshot",
	"aws_ebs_snapshot_copy": "snapshot",
	"aws_ebs_volume": "volume",
	"aws_efs_file_system": "file-system",
}

# METADATA
# description: Volumes, snapshots and file systems. A copy lies where its resource lies.
stores contains found if {
	some type, way in _stores
	some _, volume in resource.managed[type]
	encrypted := volume_encryption.encrypted(volume)
	found := fact.on(volume, [], way, {"region": resource.region(volume), "encrypted": encrypted})
}

stores contains found if {
	some _, policy in resource.managed.aws_efs_file_system_policy
	grants := policy_document.grants(policy, "policy")
	some grant in object.get(grants, "is", {{"who": {"unknown": true}}})
	grants != {}
	found := fact.on(policy, ["policy"], "file-system-policy", object.filter(grant, ["who", "rights"]))
}

stores contains found if {
	some _, replication in resource.managed.aws_efs_replication_configuration
	some destination in resource.items(replication, "destination")
	path := ["destination", destination.index]
	known := object.union(_region(destination), _who(replication, destination))
	found := fact.on(replication, path, "file-system-replication", known)
}

# a block that is made for each of what is known only after apply
stores contains found if {
	some _, replication in resource.managed.aws_efs_replication_configuration
	replication.unknown.destination == true
	known := {"region": {"unknown": true}, "who": {"unknown": true}}
	found := fact.on(replication, ["destination"], "file-system-replication", known)
}

# the one or the other is written
_region(destination) := {"region": {"is": destination.values.region}} if {
	resource.is_set(destination.values.region)
} else := {"region": {"is": regex.replace(destination.values.availability_zone_name, `[a-z]$`, "")}} if {
	is_string(destination.values.availability_zone_name)
} else := {"region": {"unknown": true}}

# an existing file system is named by its ARN where it is another account's
_who(replication, destination) := {"who": {"is": holder}} if {
	written := destination.values.file_system_id
	is_string(written)
	not _is_own(replication, written)
	holder := policy_holders.holder(written)
} else := {}

_is_own(thing, written) if policy_holders.is_own(thing.document, written)

_permissions := {
	"aws_ami_launch_permission": {
		"way": "image-permission",
		"attributes": ["account_id", "group", "organization_arn", "organizational_unit_arn"],
	},
	"aws_snapshot_create_volume_permission": {"way": "snapshot-permission", "attributes": ["account_id"]},
}

stores contains found if {
	some type, permission in _permissions
	some _, thing in resource.managed[type]
	some name in permission.attributes
	some who in shared_accounts.who(thing, name)
	found := fact.on(thing, [name], permission.way, {"who": who, "rights": {"is": ["read"]}})
}
