# METADATA
# title: Databases of RDS
# description: Instances and clusters, with their backups and where those are copied to.
package bunkaiten.observed.terraform.aws.databases

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.database_storage

# METADATA
# description: What people call these facts.
ways := {
	"database": {"en": "RDS database", "ja": "RDS データベース"},
	"database-backups": {"en": "automated backups of an RDS database", "ja": "RDS の自動バックアップ"},
	"database-backups-elsewhere": {
		"en": "automated backups of an RDS database, copied",
		"ja": "RDS の自動バックアップの複製",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_db_instance": ["backup_retention_period", "publicly_accessible"],
	"aws_db_instance_automated_backups_replication": ["retention_period"],
	"aws_rds_cluster": ["backup_retention_period", "global_cluster_identifier"],
	"aws_rds_cluster_instance": ["cluster_identifier", "publicly_accessible"],
	"aws_rds_global_cluster": ["source_db_cluster_identifier"],
}

# METADATA
# description: >-
#   Which attributes tell what a resource belongs to, by type, with the type of that. A replica holds
#   what its source holds, and all clusters of a global one hold the same, wherever they lie.
satellites := {
	"aws_db_instance": [["replicate_source_db", "aws_db_instance"]],
	"aws_db_instance_automated_backups_replication": [["source_db_instance_arn", "aws_db_instance"]],
	"aws_rds_cluster": [
		["global_cluster_identifier", "aws_rds_global_cluster"],
		["replication_source_identifier", "aws_rds_cluster"],
	],
	"aws_rds_cluster_instance": [["cluster_identifier", "aws_rds_cluster"]],
	"aws_rds_global_cluster": [["source_db_cluster_identifier", "aws_rds_cluster"]],
}

# METADATA
# description: "The other way round: a cluster has the global one that it is in."
uses := {"aws_rds_cluster": [["global_cluster_identifier", "aws_rds_global_cluster"]]}

# METADATA
# description: Instances and clusters, each with its backups.
stores contains found if {
	some type in ["aws_db_instance", "aws_rds_cluster"]
	some _, database in resource.managed[type]
	found := fact.on(database, [], "database", {
		"region": resource.region(database),
		"encrypted": database_storage.encrypted(database),
	})
}

stores contains found if {
	some type in ["aws_db_instance", "aws_rds_cluster"]
	some _, database in resource.managed[type]
	days := _or_default(_days[type], resource.attribute(database, "backup_retention_period"))
	days != {"is": 0}
	found := fact.on(database, ["backup_retention_period"], "database-backups", {
		"region": resource.region(database),
		"retention": days,
	})
}

# where nobody chose; 0 is none: backup_retention_period in db_instance and rds_cluster of
# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources
_days := {"aws_db_instance": {"is": 0}, "aws_rds_cluster": {"is": 1}}

# the copy lies where the resource lies; seven days, if nobody chose: schema of the provider
stores contains found if {
	some _, copy in resource.managed.aws_db_instance_automated_backups_replication
	found := fact.on(copy, [], "database-backups-elsewhere", {
		"region": resource.region(copy),
		"retention": _or_default({"is": 7}, resource.attribute(copy, "retention_period")),
	})
}

_or_default(default_value, attribute) := attribute if {
	attribute != {}
} else := default_value

# METADATA
# description: >-
#   Instances, on a public address or not (not, if nobody chose: schema of the provider). Whether
#   TLS is demanded is a parameter of the database.
endpoints contains found if {
	some type in ["aws_db_instance", "aws_rds_cluster_instance"]
	some _, instance in resource.managed[type]
	keys := resource.tied(instance, "cluster_identifier", "aws_rds_cluster")
	clusters := [resource.managed.aws_rds_cluster[key] | some key in keys]
	found := fact.on(instance, ["publicly_accessible"], "database", object.union(_port(instance, clusters), {
		"audience": _reach(resource.attribute(instance, "publicly_accessible")),
	}))
}

_reach(public) := {"unknown": true} if {
	public.unknown
} else := {"is": "anybody"} if {
	public.is == true
} else := {"is": "inside"}

# what the cluster has, where it is one's
_port(instance, clusters) := {"port": port} if {
	owners := array.concat(clusters, [instance])
	port := database_storage.port(owners[0])
	port != {}
} else := {}
