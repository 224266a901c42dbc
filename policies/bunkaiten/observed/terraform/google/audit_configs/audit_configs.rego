# METADATA
# title: Audit logs of data access in Google Cloud
# description: >-
#   What the audit logs record beside administration, which they always do, and for whom not.
package bunkaiten.observed.terraform.google.audit_configs

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {"audit-config": {"en": "audit logs of data access", "ja": "データアクセスの監査ログ"}}

# METADATA
# description: Attributes that are read, by type.
reads := {type: ["audit_log_config.exempted_members", "audit_log_config.log_type", "service"] |
	some type in _types
}

# METADATA
# description: What is recorded of each kind of access to a service; not of whoever is exempted.
logs contains found if {
	some type in _types
	some _, config in resource.managed[type]
	some kind in resource.items(config, "audit_log_config")
	found := fact.on(config, ["audit_log_config", kind.index], "audit-config", {
		"of": {"is": "data"},
		"which": _which(kind),
		"service": _service(config),
		"records": _records(kind),
	})
}

_which(kind) := {"is": lower(kind.values.log_type)} if {
	is_string(kind.values.log_type)
} else := {"unknown": true}

_service(config) := attribute if {
	attribute := resource.attribute(config, "service")
	attribute != {}
} else := {"unknown": true}

_records(kind) := {"unknown": true} if {
	kind.unknown.exempted_members == true
} else := {"is": "partly"} if {
	resource.is_set(object.get(kind.values, "exempted_members", null))
} else := {"is": "yes"}

# METADATA
# description: >-
#   Whether the ways in by Identity-Aware Proxy are recorded, as "logged"; {} of other roles. Nothing is
#   recorded where nobody says so, and who says so may stand in another plan:
#   https://cloud.google.com/iap/docs/audit-log-howto
logged(grant) := {} if {
	not _is_proxy(grant)
} else := {"logged": {"is": "yes"}} if {
	count(_recording) > 0
} else := {"logged": {"unknown": true}}

_is_proxy(grant) if startswith(grant.base, "google_iap_")

_recording contains key if {
	some type in _types
	some key, config in resource.managed[type]
	config.values.service in {"allServices", "iap.googleapis.com"}
	some kind in resource.items(config, "audit_log_config")
	kind.values.log_type == "DATA_READ"
	_records(kind).is == "yes"
}

_types := ["google_folder_iam_audit_config", "google_organization_iam_audit_config", "google_project_iam_audit_config"]
