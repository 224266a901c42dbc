# METADATA
# title: Load balancers of AWS
# description: >-
#   Listeners of application, network and gateway load balancers: who can reach them, where TLS
#   ends, and what goes on behind. One that only redirects to HTTPS carries nothing and is left out.
package bunkaiten.observed.terraform.aws.load_balancers

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.load_balancer_actions
import data.bunkaiten.observed.terraform.aws.tls_policies

# METADATA
# description: What people call these facts.
ways := {"load-balancer": {"en": "load balancer", "ja": "ロードバランサー"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_alb": _of_balancers,
	"aws_alb_listener": _of_listeners,
	"aws_lb": _of_balancers,
	"aws_lb_listener": _of_listeners,
}

_of_balancers := ["internal", "load_balancer_type"]
_of_listeners := ["load_balancer_arn", "mutual_authentication.mode", "port", "protocol", "ssl_policy"]

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {type: [["load_balancer_arn", "aws_lb"], ["load_balancer_arn", "aws_alb"]] |
	some type in ["aws_lb_listener", "aws_alb_listener"]
}

# METADATA
# description: Every listener that takes more than requests to be sent again by HTTPS.
endpoints contains found if {
	some key, listener in _listeners
	not _carries_nothing[key]
	encrypted := _encrypted(listener, _protocol(listener))
	found := fact.on(listener, [], "load-balancer", object.union_n([
		{"audience": _agreed(_audiences[key]), "encrypted": encrypted},
		_floor(encrypted, resource.attribute(listener, "ssl_policy")),
		_behind(encrypted, load_balancer_actions.behind[key]),
		load_balancer_actions.hosts[key],
		{"port": port | port := resource.attribute(listener, "port"); port != {}},
	]))
}

_listeners[key] := listener if {
	some type in ["aws_lb_listener", "aws_alb_listener"]
	some key, listener in resource.managed[type]
}

_carries_nothing[key] if {
	some key, _ in load_balancer_actions.only_redirects
	_protocol(_listeners[key]) == {"is": "HTTP"}
}

_audiences[key] := {audience |
	some type in ["aws_lb", "aws_alb"]
	some found in resource.tied(listener, "load_balancer_arn", type)
	audience := _audience(resource.managed[type][found])
} if some key, listener in _listeners

# one audience, if all that the listener may belong to have the same
_agreed(audiences) := audience if {
	[audience] := [one | some one in audiences]
} else := {"unknown": true}

# "internal" is false where nobody writes it: https://registry.terraform.io/providers/hashicorp/aws,
# resource aws_lb ("Default is false"); a gateway load balancer has only private addresses
_audience(balancer) := {"is": "inside"} if {
	balancer.values.load_balancer_type == "gateway"
} else := {"is": "inside"} if {
	balancer.values.internal == true
} else := {"unknown": true} if {
	some name in ["internal", "load_balancer_type"]
	resource.is_unknown(balancer, name)
} else := {"is": "anybody"}

# Where nobody writes a protocol it is HTTP on an application load balancer (resource
# aws_lb_listener, "with a default of HTTP"); only a gateway load balancer has neither protocol nor port.
_protocol(listener) := attribute if {
	attribute := resource.attribute(listener, "protocol")
	attribute != {}
} else := {"is": "GENEVE"} if {
	resource.attribute(listener, "port") == {}
} else := {"is": "HTTP"}

_encrypted(listener, protocol) := _authenticated(listener) if {
	protocol.is == "HTTPS"
} else := {"is": _plain[protocol.is]} if {
	_plain[protocol.is]
} else := {"is": "passthrough"} if {
	protocol.is
} else := {"unknown": true}

_plain := {"HTTP": "none", "TLS": "tls"}

# the mode "passthrough" asks for a certificate and does not check it
_authenticated(listener) := {"unknown": true} if {
	resource.is_unknown(listener, "mutual_authentication")
} else := {"unknown": true} if {
	some block in resource.items(listener, "mutual_authentication")
	block.unknown.mode == true
} else := {"is": "mutual-tls"} if {
	some block in resource.items(listener, "mutual_authentication")
	block.values.mode == "verify"
} else := {"is": "tls"}

_floor(encrypted, policy) := {"weakest": _version(policy)} if {
	encrypted.is in {"tls", "mutual-tls"}
} else := {}

# what hands bytes on does not know what it is that goes on
_behind(encrypted, behind) := {} if {
	encrypted.is == "passthrough"
} else := {"behind": {"unknown": true}} if {
	encrypted.unknown
	behind != {}
} else := behind

# without one it is what the API takes, and the console does not: see the page below
_version(policy) := {"is": _oldest[policy.is]} if {
	_oldest[policy.is]
} else := {"is": _oldest[_default]} if {
	policy == {}
} else := {"unknown": true}

# https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
# ("Security policies for your Application Load Balancer") and the same of the network load
# balancer, as of September 2026
_oldest := tls_policies.load_balancer

_default := tls_policies.defaults.load_balancer
