# METADATA
# title: Snapshots of RDS databases
# description: Snapshots that the plan takes of instances and clusters, and with whom they are shared.
package bunkaiten.observed.terraform.aws.database_snapshots

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.database_storage
import data.bunkaiten.observed.terraform.aws.shared_accounts

# METADATA
# description: What people call these facts.
ways := {"database-snapshot": {"en": "snapshot of an RDS database", "ja": "RDS のスナップショット"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_db_cluster_snapshot": ["db_cluster_identifier", "shared_accounts"],
	"aws_db_snapshot": ["db_instance_identifier", "shared_accounts"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"aws_db_cluster_snapshot": [["db_cluster_identifier", "aws_rds_cluster"]],
	"aws_db_snapshot": [["db_instance_identifier", "aws_db_instance"]],
}

# METADATA
# description: Snapshots. One is encrypted as its database is, and stays until it is deleted.
stores contains found if {
	some type, parent in _parents
	some _, snapshot in resource.managed[type]
	keys := resource.tied(snapshot, parent.attribute, parent.type)
	databases := [resource.managed[parent.type][key] | some key in keys]
	found := fact.on(snapshot, [], "database-snapshot", object.union(_encrypted(databases), {
		"region": resource.region(snapshot),
		"audience": _audience(snapshot),
		"retention": {"is": "forever"},
	}))
}

stores contains found if {
	some type, _ in _parents
	some _, snapshot in resource.managed[type]
	some who in shared_accounts.who(snapshot, "shared_accounts")
	found := fact.on(snapshot, ["shared_accounts"], "database-snapshot", {"who": who, "rights": {"is": ["read"]}})
}

_parents := {
	"aws_db_cluster_snapshot": {"attribute": "db_cluster_identifier", "type": "aws_rds_cluster"},
	"aws_db_snapshot": {"attribute": "db_instance_identifier", "type": "aws_db_instance"},
}

_encrypted(databases) := {"encrypted": encrypted} if {
	count(databases) == 1
	encrypted := database_storage.encrypted(databases[0])
} else := {}

_audience(snapshot) := {"is": "anybody"} if {
	{"is": {"by": "anybody", "name": "all"}} in shared_accounts.who(snapshot, "shared_accounts")
} else := {"unknown": true} if {
	{"unknown": true} in shared_accounts.who(snapshot, "shared_accounts")
} else := {"is": "inside"}
