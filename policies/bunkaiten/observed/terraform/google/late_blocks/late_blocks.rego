# METADATA
# title: Blocks of Google Cloud that nobody knows before apply
# description: What the blocks that other adapters read would show, as facts of which nothing is known.
package bunkaiten.observed.terraform.google.late_blocks

import data.bunkaiten.observed.late_block

# METADATA
# description: Attributes that are read, by type.
reads := {type: object.keys(names) | some type, names in _blocks}

# METADATA
# description: Who would be on the other side.
peers := late_block.of("peers", _blocks, _computed)

# METADATA
# description: What would listen.
endpoints := late_block.of("endpoints", _blocks, _computed)

# METADATA
# description: Who would get at what is kept, and where copies of it would lie.
stores := late_block.of("stores", _blocks, _computed) | late_block.of("copies", _blocks, _computed)

# METADATA
# description: Who would get in.
accesses := late_block.of("accesses", _blocks, _computed)

# METADATA
# description: What would be recorded.
logs := late_block.of("logs", _blocks, _computed)

_computed := {"access", "settings"}

_blocks := {
	"google_bigquery_dataset": {"access": {"stores": "bigquery-access"}},
	"google_compute_instance": _machine,
	"google_compute_instance_template": _machine,
	"google_compute_region_instance_template": _machine,
	"google_compute_subnetwork": {"log_config": {"logs": "vpc-flow-logs"}},
	"google_folder_iam_audit_config": _records,
	"google_healthcare_dicom_store": object.remove(_copies, ["notification_configs"]),
	"google_healthcare_fhir_store": _copies,
	"google_healthcare_hl7_v2_store": object.remove(_copies, ["stream_configs"]),
	"google_iam_workload_identity_pool_provider": {name: {"accesses": "identity-provider"} |
		some name in ["aws", "oidc", "saml", "x509"]
	},
	"google_organization_iam_audit_config": _records,
	"google_project_iam_audit_config": _records,
	"google_sql_database_instance": {"settings": _instance},
}

_copies := {name: {"peers": "healthcare-copy"} |
	some name in ["notification_config", "notification_configs", "stream_configs"]
}

_instance := {"copies": "sql-backups", "endpoints": "sql-instance", "peers": "sql-network"}

_machine := {"network_interface": {"endpoints": "public-address"}}

_records := {"audit_log_config": {"logs": "audit-config"}}
