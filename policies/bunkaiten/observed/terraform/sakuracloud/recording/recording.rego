# METADATA
# title: What records itself in Sakura Cloud
# description: >-
#   Where appliances send their logs: to a host by syslog, or to the Monitoring Suite. The provider has
#   no type for the log of operations or of an object storage, so that no plan tells of those.
package bunkaiten.observed.terraform.sakuracloud.recording

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.ends
import data.bunkaiten.observed.terraform.sakuracloud.parts

# METADATA
# description: What people call these facts.
ways := {
	"monitoring-suite": {"en": "log sent to the Monitoring Suite", "ja": "モニタリングスイートへのログ送信"},
	"syslog": {"en": "log sent by syslog", "ja": "syslog によるログの送信"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"sakuracloud_database": ["monitoring_suite.enabled"],
	"sakuracloud_proxylb": ["monitoring_suite.enabled", "syslog.port", "syslog.server"],
	"sakuracloud_vpc_router": ["monitoring_suite.enabled", "syslog_host"],
}

# METADATA
# description: What each appliance records, as far as the plan tells.
logs contains found if {
	some type, _ in reads
	some _, appliance in resource.managed[type]
	some suite in _suites(appliance)
	found := fact.on(appliance, suite.path, "monitoring-suite", {"records": _switched(parts.attribute(suite, "enabled"))})
}

logs contains found if {
	some [appliance, path, _, _] in _hosts
	found := fact.on(appliance, path, "syslog", {"records": {"is": "yes"}})
}

# METADATA
# description: >-
#   The hosts that logs go to. Syslog has no encryption of its own, and goes to port 514 where nobody
#   says so (RFC 5426).
peers contains found if {
	some [appliance, path, host, port] in _hosts
	found := fact.on(appliance, path, "syslog", object.union(_ports(port), {"who": ends.host(host), "direction": "out"}))
}

# METADATA
# description: Whether an appliance sends its log anywhere; where nobody says so, it does not.
of(appliance) := {"is": "yes"} if {
	count([suite | some suite in _suites(appliance); suite.values.enabled == true]) > 0
} else := {"is": "yes"} if {
	parts.text(parts.attribute(appliance, "syslog_host")).is
} else := {"unknown": true} if {
	count([suite | some suite in _suites(appliance); parts.attribute(suite, "enabled").unknown]) > 0
} else := {"unknown": true} if {
	parts.attribute(appliance, "syslog_host") != {}
} else := {"is": "no"}

# computed, where nobody wrote the block
_suites(appliance) := [suite | some suite in parts.of(appliance, "monitoring_suite")] if {
	resource.attribute(appliance, "monitoring_suite") != {}
} else := []

_hosts contains [router, ["syslog_host"], host, {"is": 514}] if {
	some _, router in resource.managed.sakuracloud_vpc_router
	host := parts.attribute(router, "syslog_host")
	host != {}
}

_hosts contains [balancer, array.concat(block.path, ["server"]), host, port] if {
	some _, balancer in resource.managed.sakuracloud_proxylb
	some block in parts.of(balancer, "syslog")
	host := parts.attribute(block, "server")
	host != {}
	port := parts.chosen(block, "port", 514)
}

_ports(port) := {"ports": {"is": [port.is, port.is]}} if {
	is_number(port.is)
} else := {"ports": {"unknown": true}}

_switched(attribute) := {"unknown": true} if {
	attribute.unknown
} else := {"is": "yes"} if {
	attribute.is == true
} else := {"is": "no"}
