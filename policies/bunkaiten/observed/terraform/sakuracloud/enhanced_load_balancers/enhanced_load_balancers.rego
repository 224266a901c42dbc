# METADATA
# title: Enhanced load balancers of Sakura Cloud
# description: >-
#   What they accept from the whole internet, how old their TLS may be, and the servers that they hand
#   requests on to. A port that only redirects to HTTPS carries nothing and is left out.
package bunkaiten.observed.terraform.sakuracloud.enhanced_load_balancers

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.ends
import data.bunkaiten.observed.terraform.sakuracloud.parts

# METADATA
# description: What people call these facts.
ways := {
	"enhanced-load-balancer": {"en": "enhanced load balancer", "ja": "エンハンスドロードバランサ"},
	"enhanced-load-balancer-server": {
		"en": "server behind an enhanced load balancer",
		"ja": "エンハンスドロードバランサの実サーバ",
		"on_path": "hop",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"sakuracloud_proxylb": [
	"bind_port.port", "bind_port.proxy_mode", "bind_port.redirect_to_https", "bind_port.ssl_policy",
	"server.enabled", "server.ip_address", "sorry_server.ip_address",
]}

# METADATA
# description: >-
#   Every port that is bound. The balancers stand in the global network of Sakura Internet:
#   https://manual.sakura.ad.jp/cloud/appliance/enhanced-lb/
endpoints contains found if {
	some _, balancer in resource.managed.sakuracloud_proxylb
	some port in parts.of(balancer, "bind_port")
	encrypted := _encrypted(port)
	encrypted != {}
	found := fact.on(balancer, port.path, "enhanced-load-balancer", object.union_n([
		{"audience": {"is": "anybody"}, "encrypted": encrypted},
		_floor(port),
		_number(parts.attribute(port, "port")),
	]))
}

# METADATA
# description: >-
#   The servers behind, but for those that the plan makes. Where TLS ends at the balancer, how it goes
#   on from there is told by no attribute.
peers contains found if {
	some _, balancer in resource.managed.sakuracloud_proxylb
	some block in ["server", "sorry_server"]
	some server in parts.of(balancer, block)
	parts.attribute(server, "enabled") != {"is": false}
	not _is_ours(balancer, block, server)
	path := array.concat(server.path, ["ip_address"])
	found := fact.on(balancer, path, "enhanced-load-balancer-server", object.union(_handed_on(balancer), {
		"who": ends.network(parts.attribute(server, "ip_address")),
		"direction": "out",
	}))
}

_encrypted(port) := {"is": word} if {
	word := {"https": "tls", "tcp": "passthrough"}[port.values.proxy_mode]
} else := {} if {
	port.values.proxy_mode == "http"
	port.values.redirect_to_https == true
} else := {"unknown": true} if {
	parts.attribute(port, "redirect_to_https").unknown
} else := {"is": "none"} if {
	port.values.proxy_mode == "http"
} else := {"unknown": true}

# the policies that the provider documents; which one holds where nobody chose, it does not say
_floor(port) := {"weakest": {"is": _policies[port.values.ssl_policy]}} if {
	port.values.proxy_mode == "https"
	_policies[port.values.ssl_policy]
} else := {"weakest": {"unknown": true}} if {
	port.values.proxy_mode == "https"
} else := {}

_policies := {"TLS-1-2-2019-04": "TLS 1.2", "TLS-1-2-2021-06": "TLS 1.2", "TLS-1-3-2021-06": "TLS 1.3"}

_number(port) := {} if {
	port == {}
} else := {"port": parts.number(port)}

_handed_on(balancer) := {} if {
	every port in parts.of(balancer, "bind_port") { port.values.proxy_mode == "tcp" }
} else := {"encrypted": {"unknown": true}}

# of a machine of another provider block nobody can tell whose account it is in
_is_ours(balancer, block, server) if {
	some type in _machines
	index := server.path[count(server.path) - 1]
	some key in resource.tied_in(balancer, block, index, "ip_address", type)
	_blocks[key] == _block(balancer)
}

_is_ours(balancer, _, server) if _block(balancer) in _addresses[server.values.ip_address]

_addresses[address] contains _block(machine) if {
	some type, name in {"sakuracloud_server": "ip_address", "sakuracloud_vpc_router": "public_ip"}
	some _, machine in resource.managed[type]
	address := machine.values[name]
	is_string(address)
}

_blocks[key] := _block(machine) if {
	some type in _machines
	some key, machine in resource.managed[type]
}

_machines := ["sakuracloud_internet", "sakuracloud_server", "sakuracloud_vpc_router"]

_block(thing) := [thing.document, configuration.provider(thing)] if {
	configuration.provider(thing)
} else := [thing.document, ""]
