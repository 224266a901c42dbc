# METADATA
# title: Audit logs of AWS
# description: What is recorded of operations, of traffic and by applications, and for how long.
package bunkaiten.observed.terraform.aws.audit_logs

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.trail_events

# METADATA
# description: What people call these facts.
ways := {
	"cloudtrail": {"en": "CloudTrail trail", "ja": "CloudTrail の証跡"},
	"flow-log": {"en": "flow log", "ja": "フローログ"},
	"log-group": {"en": "CloudWatch log group", "ja": "CloudWatch のロググループ"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_cloudtrail": ["enable_logging", "is_multi_region_trail"],
	"aws_cloudwatch_log_group": ["retention_in_days"],
	"aws_flow_log": ["traffic_type"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"aws_flow_log": [["transit_gateway_id", "aws_ec2_transit_gateway"], ["vpc_id", "aws_vpc"]]}

# METADATA
# description: >-
#   A fact for each kind of event that a trail selects, or one for operations where it selects
#   none. How long they are kept, their bucket says.
logs contains found if {
	some _, trail in resource.managed.aws_cloudtrail
	some selected in trail_events.of(trail)
	found := fact.on(trail, selected.path, "cloudtrail", {
		"of": selected.of,
		"which": selected.which,
		"records": _word(resource.attribute(trail, "enable_logging"), {true: "yes", false: "no", "default": "yes"}),
		"regions": _word(resource.attribute(trail, "is_multi_region_trail"), {true: "all", false: "one", "default": "one"}),
	})
}

logs contains found if {
	some _, log in resource.managed.aws_flow_log
	found := fact.on(log, ["traffic_type"], "flow-log", {
		"of": {"is": "traffic"},
		"which": _lower(resource.attribute(log, "traffic_type"), "all"),
		"records": {"is": "yes"},
	})
}

logs contains found if {
	some _, group in resource.managed.aws_cloudwatch_log_group
	found := fact.on(group, ["retention_in_days"], "log-group", {
		"of": {"is": "messages"},
		"days": _days(resource.attribute(group, "retention_in_days")),
		"records": {"is": "yes"},
	})
}

_lower(attribute, otherwise) := {"is": lower(attribute.is)} if {
	is_string(attribute.is)
} else := attribute if {
	attribute.unknown
} else := {"is": otherwise}

_word(attribute, words) := {"is": words[attribute.is]} if {
	is_boolean(attribute.is)
} else := attribute if {
	attribute.unknown
} else := {"is": words["default"]}

# 0, the default, is without end
_days(attribute) := {"is": attribute.is} if {
	attribute.is > 0
} else := attribute if {
	attribute.unknown
} else := {"is": "forever"}
