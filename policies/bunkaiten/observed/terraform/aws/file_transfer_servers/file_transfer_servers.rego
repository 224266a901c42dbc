# METADATA
# title: What is known of file transfer servers of AWS
# description: >-
#   Who reaches each server of the Transfer Family, what it speaks and whether it records, by its
#   key. No facts.
package bunkaiten.observed.terraform.aws.file_transfer_servers

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource

# METADATA
# description: Attributes that are read, by type.
reads := {"aws_transfer_server": [
	"endpoint_details.address_allocation_ids",
	"endpoint_type",
	"logging_role",
	"protocols",
	"structured_log_destinations",
]}

# METADATA
# description: The protocols of each server; "unknown" stands for those that are not known yet.
protocols[key] := _protocols(resource.attribute(server, "protocols")) if {
	some key, server in resource.managed.aws_transfer_server
}

# METADATA
# description: Who reaches each server.
audience[key] := _audience(server) if {
	some key, server in resource.managed.aws_transfer_server
}

# METADATA
# description: Whether each server records its sessions.
logged[key] := _logged(server) if {
	some key, server in resource.managed.aws_transfer_server
}

# resource aws_transfer_server of the provider: "This defaults to SFTP"
_protocols(attribute) := {protocol | some protocol in attribute.is} if {
	is_array(attribute.is)
} else := {"SFTP"} if {
	attribute == {}
} else := {"unknown"}

# PUBLIC where nobody writes a type (the same page); in a VPC only addresses of its own make it public
_audience(server) := {"unknown": true} if {
	resource.is_unknown(server, "endpoint_type")
} else := {"is": "anybody"} if {
	object.get(server.values, "endpoint_type", "PUBLIC") in {"PUBLIC", null}
} else := {"is": "anybody"} if {
	some block in resource.items(server, "endpoint_details")
	resource.is_set(block.values.address_allocation_ids)
} else := {"is": "anybody"} if {
	_refers(server, "endpoint_details", "aws_eip")
} else := {"unknown": true} if {
	server.unknown.endpoint_details == true
} else := {"unknown": true} if {
	some block in resource.items(server, "endpoint_details")
	block.unknown.address_allocation_ids == true
} else := {"is": "inside"}

# a role for the log, or log groups, which are known only after apply where they are new
_logged(server) := {"is": "yes"} if {
	some attribute in ["logging_role", "structured_log_destinations"]
	resource.attribute(server, attribute).is
} else := {"is": "yes"} if {
	some attribute, type in {"logging_role": "aws_iam_role", "structured_log_destinations": "aws_cloudwatch_log_group"}
	_refers(server, attribute, type)
} else := {"unknown": true} if {
	some attribute in ["logging_role", "structured_log_destinations"]
	resource.is_unknown(server, attribute)
} else := {"is": "no"}

_refers(server, attribute, type) if {
	some referred in configuration.referred(server, attribute)
	contains(referred, concat("", ["\n", type, "."]))
}
