# METADATA
# title: Encryption of volumes and file systems
# description: Whether volumes, snapshots and file systems are encrypted. No facts.
package bunkaiten.observed.terraform.aws.volume_encryption

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_ebs_encryption_by_default": ["enabled"],
	"aws_ebs_snapshot": ["volume_id"],
	"aws_ebs_snapshot_copy": ["encrypted", "source_snapshot_id"],
	"aws_ebs_volume": ["encrypted", "snapshot_id"],
	"aws_efs_file_system": ["encrypted"],
}

# METADATA
# description: >-
#   Whether it is encrypted. Where nobody chose: "no", "yes" where the plan turns encryption by
#   default on, and what the source has for a snapshot, a copy, or a volume made from one (unknown
#   where the source is in no plan):
#   https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html,
#   https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html
encrypted(thing) := _written(thing) if {
	_written(thing) != {}
} else := {"is": "yes"} if {
	startswith(thing.type, "aws_ebs_")
	_is_default(thing)
} else := {"unknown": true} if {
	_may_be_default(thing)
} else := _of_source(thing) if {
	_source_attribute[thing.type]
	resource.attribute(thing, _source_attribute[thing.type]) != {}
} else := {"is": "no"}

_written(thing) := {"is": "yes"} if {
	thing.type != "aws_ebs_snapshot"
	thing.values.encrypted == true
} else := {"is": "no"} if {
	thing.type in {"aws_ebs_volume", "aws_efs_file_system"}
	thing.values.encrypted == false
	not _is_default(thing)
	not _may_be_default(thing)
} else := {"unknown": true} if {
	resource.is_unknown(thing, "encrypted")
} else := {}

_is_default(thing) if {
	thing.type != "aws_efs_file_system"
	some _, chosen in _defaults
	chosen.document == thing.document
	configuration.provider(chosen) == configuration.provider(thing)
	object.get(chosen.values, "enabled", true) != false
	not resource.is_unknown(chosen, "enabled")
}

_may_be_default(thing) if {
	thing.type != "aws_efs_file_system"
	some _, chosen in _defaults
	chosen.document == thing.document
	configuration.provider(chosen) == configuration.provider(thing)
	resource.is_unknown(chosen, "enabled")
}

_source_attribute := {
	"aws_ebs_snapshot": "volume_id",
	"aws_ebs_snapshot_copy": "source_snapshot_id",
	"aws_ebs_volume": "snapshot_id",
}

# a source that was not itself made from one
_of_source(thing) := _simple(source) if {
	source := _source(thing)
	source.type != "aws_ebs_snapshot"
} else := _simple(origin) if {
	origin := _source(_source(thing))
} else := {"unknown": true}

_simple(thing) := _written(thing) if {
	_written(thing) != {}
} else := {"is": "yes"} if {
	_is_default(thing)
} else := {"unknown": true} if {
	_may_be_default(thing)
} else := {"unknown": true} if {
	resource.attribute(thing, "snapshot_id") != {}
} else := {"is": "no"}

_source(thing) := _tied(thing, "volume_id", "aws_ebs_volume") if {
	thing.type == "aws_ebs_snapshot"
} else := _tied(thing, "source_snapshot_id", "aws_ebs_snapshot") if {
	thing.type == "aws_ebs_snapshot_copy"
} else := _tied(thing, "snapshot_id", "aws_ebs_snapshot")

_tied(thing, name, type) := source if {
	keys := resource.tied(thing, name, type)
	count(keys) == 1
	some key in keys
	source := _managed[type][key]
}

# by rules of its own, as regorus finds nothing where a function names another package's rule and is
# called for a wildcard
_defaults := resource.managed.aws_ebs_encryption_by_default

_managed := resource.managed
