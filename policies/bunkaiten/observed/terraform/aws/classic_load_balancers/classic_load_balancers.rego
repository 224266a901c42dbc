# METADATA
# title: Classic load balancers of AWS
# description: >-
#   Listeners of classic load balancers: who can reach them, where TLS ends, the oldest protocol
#   that their policies accept, and what goes on to the instances.
package bunkaiten.observed.terraform.aws.classic_load_balancers

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.classic_load_balancer_policies
import data.bunkaiten.observed.terraform.aws.tls_policies

# METADATA
# description: What people call these facts.
ways := {"classic-load-balancer": {"en": "classic load balancer", "ja": "Classic Load Balancer"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_elb": ["internal", "listener.instance_protocol", "listener.lb_port", "listener.lb_protocol"],
}

# METADATA
# description: Every listener of a classic load balancer.
endpoints contains found if {
	some key, balancer in resource.managed.aws_elb
	some listener in resource.items(balancer, "listener")
	encrypted := _encrypted(listener)
	versions := _versions(object.get(_accepted, key, {}), _inner(listener, "lb_port"))
	found := fact.on(balancer, ["listener", listener.index], "classic-load-balancer", object.union_n([
		{"audience": _audience(balancer), "encrypted": encrypted, "port": _inner(listener, "lb_port")},
		_behind(encrypted, _inner(listener, "instance_protocol")),
		_floor(encrypted, versions),
	]))
}

# blocks that are made for each of what is known only after apply
endpoints contains found if {
	some _, balancer in resource.managed.aws_elb
	balancer.unknown.listener == true
	found := fact.on(balancer, ["listener"], "classic-load-balancer", {
		"audience": _audience(balancer),
		"behind": {"unknown": true},
		"encrypted": {"unknown": true},
	})
}

# what has a policy whose port is unknown, or has an unknown port itself, may have any of them
_versions(accepted, port) := {version | some version in accepted[port.is]} | {{"unknown": true} |
	some written, _ in accepted
	"unknown" in ({written} | object.keys(port))
}

_accepted := {key: accepted | some key, accepted in classic_load_balancer_policies.accepted}

# "internal" is false where nobody writes it (resource aws_elb, "internal": "If true, ELB will be
# an internal ELB")
_audience(balancer) := {"is": "inside"} if {
	balancer.values.internal == true
} else := {"unknown": true} if {
	resource.is_unknown(balancer, "internal")
} else := {"is": "anybody"}

_encrypted(listener) := {"is": _by_protocol[lower(listener.values.lb_protocol)]} if {
	is_string(listener.values.lb_protocol)
	_by_protocol[lower(listener.values.lb_protocol)]
} else := {"unknown": true}

_by_protocol := {"http": "none", "https": "tls", "ssl": "tls", "tcp": "passthrough"}

_inner(block, name) := {"is": block.values[name]} if {
	resource.is_set(block.values[name])
} else := {"unknown": true}

_behind(encrypted, protocol) := {} if {
	encrypted.is == "passthrough"
} else := {"behind": {"unknown": true}} if {
	encrypted.unknown
} else := {"behind": {"is": "tls"}} if {
	lower(protocol.is) in {"https", "ssl"}
} else := {"behind": {"is": "none"}} if {
	protocol.is
} else := {"behind": {"unknown": true}}

_floor(encrypted, versions) := {"weakest": _weakest(versions)} if {
	encrypted.is == "tls"
} else := {}

# Without a policy it is the default of the API:
# https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-config-update.html ("Update
# the SSL negotiation configuration of your Classic Load Balancer"), as of September 2026
_weakest(versions) := {"is": _default} if {
	count(versions) == 0
} else := version if {
	[version] := [one | some one in versions]
} else := {"unknown": true}

_default := tls_policies.classic_load_balancer[tls_policies.defaults.classic_load_balancer]
