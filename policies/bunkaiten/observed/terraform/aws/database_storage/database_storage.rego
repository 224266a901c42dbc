# METADATA
# title: What databases of RDS are like
# description: Encryption and port of database instances and clusters, with the defaults. No facts.
package bunkaiten.observed.terraform.aws.database_storage

import data.bunkaiten.observed.resource

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_db_instance": [
		"engine", "port", "replicate_source_db", "restore_to_point_in_time", "s3_import", "snapshot_identifier",
		"storage_encrypted",
	],
	"aws_rds_cluster": [
		"engine", "engine_mode", "port", "replication_source_identifier", "restore_to_point_in_time", "s3_import",
		"snapshot_identifier", "storage_encrypted",
	],
}

# METADATA
# description: >-
#   Whether the storage of an instance or a cluster is encrypted. Nobody's choice is "no", but "yes"
#   for a cluster with engine_mode serverless, and what the source has for one made from a snapshot,
#   a backup or another database:
#   db_instance and rds_cluster of
#   https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources
encrypted(database) := {"is": "yes"} if {
	database.values.storage_encrypted == true
} else := {"unknown": true} if {
	resource.is_unknown(database, "storage_encrypted")
} else := _encrypted_as(database) if {
	_has_source(database)
} else := {"is": "yes"} if {
	database.values.engine_mode == "serverless"
} else := {"unknown": true} if {
	resource.is_unknown(database, "engine_mode")
} else := {"is": "no"}

# METADATA
# description: The port, or the one that the engine has by default; {} where the engine is not known.
port(database) := resource.attribute(database, "port") if {
	resource.attribute(database, "port") != {}
} else := {"is": default_port} if {
	engine := resource.attribute(database, "engine").is
	is_string(engine)
	some beginning, default_port in _ports
	startswith(engine, beginning)
} else := {"unknown": true} if {
	resource.is_unknown(database, "engine")
} else := {}

# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html, Port
_ports := {
	"aurora-mysql": 3306,
	"aurora-postgresql": 5432,
	"custom-oracle": 1521,
	"custom-sqlserver": 1433,
	"db2": 50000,
	"mariadb": 3306,
	"mysql": 3306,
	"oracle": 1521,
	"postgres": 5432,
	"sqlserver": 1433,
}

_sources := [
	"replicate_source_db", "replication_source_identifier", "restore_to_point_in_time", "s3_import",
	"snapshot_identifier",
]

_has_source(database) if {
	some name in _sources
	resource.attribute(database, name) != {}
}

# a source within the plan that was itself made new
_encrypted_as(database) := {"is": "yes"} if {
	_source(database).values.storage_encrypted == true
} else := {"is": "no"} if {
	source := _source(database)
	not _has_source(source)
	not _is_late(source)
} else := {"unknown": true}

_is_late(database) if resource.is_unknown(database, "storage_encrypted")

_source(database) := _instances[key] if {
	keys := resource.tied(database, "replicate_source_db", "aws_db_instance")
	count(keys) == 1
	some key in keys
}

# by a rule of its own, as regorus finds nothing where a function names another package's rule and
# is called for a wildcard
_instances := resource.managed.aws_db_instance
