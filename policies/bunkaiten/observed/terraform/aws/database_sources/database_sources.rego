# METADATA
# title: What databases of RDS are made of
# description: >-
#   The snapshot, the backup or the database that an instance or a cluster is restored or copied from,
#   where an ARN tells its account and its region. A name alone is one of the own account and region.
package bunkaiten.observed.terraform.aws.database_sources

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.policy_holders

# METADATA
# description: What people call these facts.
ways := {"database-source": {"en": "source of an RDS database", "ja": "RDS データベースの複製・復元元"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_db_instance": [
		"replicate_source_db", "restore_to_point_in_time.source_db_instance_automated_backups_arn", "snapshot_identifier",
	],
	"aws_rds_cluster": [
		"replication_source_identifier", "restore_to_point_in_time.source_cluster_identifier", "snapshot_identifier",
	],
}

# METADATA
# description: Sources of other accounts, from which the data is fetched.
peers contains found if {
	some [database, path, arn] in _sources
	not _is_own(database, arn)
	found := fact.on(database, path, "database-source", {"who": {"is": policy_holders.holder(arn)}, "direction": "out"})
}

# METADATA
# description: A source is kept where it is, whatever is made of it.
stores contains found if {
	some [database, path, arn] in _sources
	found := fact.on(database, path, "database-source", {"region": {"is": split(arn, ":")[3]}})
}

# one that the plan makes lies in its account
peers contains found if {
	some [database, path] in _open
	found := fact.on(database, path, "database-source", {"who": {"unknown": true}, "direction": "out"})
}

stores contains found if {
	some [database, path] in _open
	found := fact.on(database, path, "database-source", {"region": {"unknown": true}})
}

_open contains [database, path] if {
	some [database, path] in _late
	attribute := path[0]
	not _refers_to_own(database, attribute)
}

_refers_to_own(database, attribute) if {
	some configured in configuration.referred(database, attribute)
	regex.match(`\naws_(db|rds)_[^\n]*$`, configured)
}

_late contains [database, [name]] if {
	some type, paths in reads
	some _, database in resource.managed[type]
	some path in paths
	[name] := split(path, ".")
	resource.is_unknown(database, name)
}

# blocks that are made for each of what is known only after apply stand nowhere in the configuration
_late contains [database, [block]] if {
	some type, paths in reads
	some _, database in resource.managed[type]
	some path in paths
	[block, _] := split(path, ".")
	database.unknown[block] == true
}

_late contains [database, [block, item.index, name]] if {
	some type, paths in reads
	some _, database in resource.managed[type]
	some path in paths
	[block, name] := split(path, ".")
	some item in resource.items(database, block)
	item.unknown[name] == true
}

_is_own(database, arn) if policy_holders.is_own(database.document, arn)

_sources contains [database, path, written] if {
	some type, paths in reads
	some _, database in resource.managed[type]
	some name in paths
	some [path, written] in _written(database, split(name, "."))
	is_string(written)
	regex.match(`^arn:[^:]+:rds:[^:]+:[0-9]{12}:.+$`, written)
}

_written(database, [name]) := {[[name], database.values[name]]}

_written(database, [block, name]) := {[[block, item.index, name], item.values[name]] |
	some item in resource.items(database, block)
}
