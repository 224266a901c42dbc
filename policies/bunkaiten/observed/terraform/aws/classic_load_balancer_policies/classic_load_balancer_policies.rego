# METADATA
# title: Security policies of classic load balancers of AWS
# description: Which protocols the listeners of classic load balancers accept. No facts.
package bunkaiten.observed.terraform.aws.classic_load_balancer_policies

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.tls_policies

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_lb_ssl_negotiation_policy": ["attribute.name", "attribute.value", "lb_port", "load_balancer"],
	"aws_load_balancer_listener_policy": ["load_balancer_name", "load_balancer_port", "policy_names"],
	"aws_load_balancer_policy": [
		"policy_attribute.name",
		"policy_attribute.value",
		"policy_name",
		"policy_type_name",
	],
}

# METADATA
# description: >-
#   The oldest protocols that the policies of a listener accept, by the key of the balancer and the
#   port, "unknown" where that is known only after apply: {"is": protocol} or {"unknown": true}. No
#   entry where it has no policy.
accepted[key][port] contains version if {
	some policy in resource.managed.aws_lb_ssl_negotiation_policy
	some key in resource.tied(policy, "load_balancer", "aws_elb")
	port := _port(policy, "lb_port")
	version := _version(object.get(policy.values, "attribute", null))
}

accepted[key][port] contains version if {
	some attachment in resource.managed.aws_load_balancer_listener_policy
	some key in resource.tied(attachment, "load_balancer_name", "aws_elb")
	port := _port(attachment, "load_balancer_port")
	some policy in resource.managed.aws_load_balancer_policy
	_is_attached(attachment, policy)
	version := _chosen(policy, resource.attribute(policy, "policy_type_name"))
}

accepted[key][port] contains version if {
	some attachment in resource.managed.aws_load_balancer_listener_policy
	some key in resource.tied(attachment, "load_balancer_name", "aws_elb")
	port := _port(attachment, "load_balancer_port")
	some item in resource.items(attachment, "policy_names")
	written := item.values
	version := {"is": _oldest[written]}
}

accepted[key][port] contains {"unknown": true} if {
	some attachment in resource.managed.aws_load_balancer_listener_policy
	resource.is_unknown(attachment, "policy_names")
	count(resource.tied(attachment, "policy_names", "aws_load_balancer_policy")) == 0
	some key in resource.tied(attachment, "load_balancer_name", "aws_elb")
	port := _port(attachment, "load_balancer_port")
}

_port(policy, name) := object.get(resource.attribute(policy, name), "is", "unknown")

_chosen(policy, type) := {"unknown": true} if {
	type.unknown
} else := _version(object.get(policy.values, "policy_attribute", null)) if {
	type.is == "SSLNegotiationPolicyType"
}

_is_attached(attachment, policy) if {
	policy.key in resource.tied(attachment, "policy_names", "aws_load_balancer_policy")
}

_is_attached(attachment, policy) if {
	policy.document == attachment.document
	policy.values.policy_name in resource.attribute(attachment, "policy_names").is
}

# a predefined policy by its name, or the oldest of the protocols that a custom one turns on
_version(attributes) := {"unknown": true} if {
	not is_array(attributes)
} else := {"is": version} if {
	[version] := [_oldest[reference.value] |
		some reference in attributes
		reference.name == "Reference-Security-Policy"
	]
} else := {"is": version} if {
	every attribute in attributes {
		attribute.name != "Reference-Security-Policy"
		is_string(attribute.value)
	}
	version := [protocol.version |
		some protocol in _protocols
		{"name": protocol.name, "value": "true"} in attributes
	][0]
} else := {"unknown": true}

_protocols := [
	{"name": "Protocol-SSLv2", "version": "SSL 2.0"},
	{"name": "Protocol-SSLv3", "version": "SSL 3.0"},
	{"name": "Protocol-TLSv1", "version": "TLS 1.0"},
	{"name": "Protocol-TLSv1.1", "version": "TLS 1.1"},
	{"name": "Protocol-TLSv1.2", "version": "TLS 1.2"},
]

# https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html
# ("Predefined SSL security policies for Classic Load Balancers"), as of September 2026
_oldest := tls_policies.classic_load_balancer
