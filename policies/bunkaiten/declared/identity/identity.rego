# METADATA
# title: Whose networks, hosts and accounts are whose
# description: >-
#   Recognises the parties of a declaration by what `parties.<name>.identifiedBy` says of them.
#   What fits anybody recognises nobody.
package bunkaiten.declared.identity

import data.bunkaiten.declared.address

# METADATA
# description: >-
#   The parties that somebody is, {"by": "network", "name": "198.51.100.7/32"}: as "network",
#   "host", "service" (named like a host), "account" (AWS), "tenant" or "subscription" (Azure),
#   "project" or "domain" (Google), "sakura", or "group", "namespace"
#   or "user" of a cluster.
parties(declared, who) := _of_network(declared, who.name) if {
	who.by == "network"
} else := _of_host(declared, who.name) if {
	who.by in {"host", "service"}
} else := {party |
	field := _fields[who.by]
	some party, record in declared.parties
	who.name in record.identifiedBy[field]
}

# METADATA
# description: >-
#   As what a party is told by its name alone: accounts, tenants, projects and the like of clouds, and
#   who a cluster knows.
named := {kind | some kind, _ in _fields}

# METADATA
# description: As what a declaration can tell a party, so that whoever is none of its is a stranger.
told := named | {"host", "network"}

# METADATA
# description: >-
#   Of the parties that somebody is, those by the narrowest network or name that fits: a hospital
#   within the network of a data centre is the hospital.
nearest(declared, who) := {party | some party, narrowness in all; narrowness == max([each | some each in all])} if {
	all := {party: _narrowness(declared.parties[party].identifiedBy, who) | some party in parties(declared, who)}
}

# METADATA
# description: The parties with a network or name that lies within a wider one that is seen.
within(declared, who) := {party |
	_is_network(who.name)
	some party, record in declared.parties
	some network in record.identifiedBy.networks
	_holds(who.name, network)
	not address.fits_anybody(network)
} if {
	who.by == "network"
} else := {party |
	is_string(who.name)
	some party, record in declared.parties
	some pattern in record.identifiedBy.hosts
	_fits(lower(who.name), lower(pattern))
	not address.fits_anybody(pattern)
} if {
	who.by in {"host", "service"}
} else := set()

# METADATA
# description: The parties to which a namespace of a cluster belongs.
of_namespace(declared, namespace) := {party |
	some party, record in declared.parties
	namespace in record.identifiedBy.kubernetesNamespaces
}

# METADATA
# description: >-
#   A network for use within organisations (RFC 1918, RFC 6598, RFC 4193, loopback and link-local),
#   which tells nothing of who is behind it.
is_private(network) if {
	_is_network(network)
	some private in _private
	_holds(private, network)
}

_private := {
	"10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
	"::1/128", "fc00::/7", "fe80::/10",
}

# what is told by its name alone
_fields := {
	"account": "awsAccounts",
	"domain": "googleDomains",
	"group": "kubernetesGroups",
	"namespace": "kubernetesNamespaces",
	"project": "googleProjects",
	"sakura": "sakuraAccounts",
	"subscription": "azureSubscriptions",
	"tenant": "azureTenants",
	"user": "kubernetesUsers",
}

_narrowness(known, who) := max([to_number(split(network, "/")[1]) |
	some network in known.networks
	_holds(network, who.name)
]) if {
	who.by == "network"
} else := max([count(trim_prefix(pattern, "*")) |
	some pattern in known.hosts
	_fits(lower(pattern), lower(who.name))
]) if {
	who.by in {"host", "service"}
} else := 0

_of_network(declared, seen) := {party |
	_is_network(seen)
	some party, record in declared.parties
	some network in record.identifiedBy.networks
	_holds(network, seen)
	not address.fits_anybody(network)
}

_of_host(declared, seen) := {party |
	is_string(seen)
	some party, record in declared.parties
	some pattern in record.identifiedBy.hosts
	_fits(lower(pattern), lower(seen))
	not address.fits_anybody(pattern)
}

_is_network(name) if {
	is_string(name)
	net.cidr_is_valid(name)
}

_holds(outer, inner) if {
	contains(outer, ":") == contains(inner, ":")
	net.cidr_is_valid(outer)
	net.cidr_is_valid(inner)
	net.cidr_contains(outer, inner)
}

_fits(pattern, host) if pattern == host

# a wildcard that is seen is recognised by one at least as wide
_fits(pattern, host) if {
	startswith(pattern, "*.")
	endswith(host, substring(pattern, 1, -1))
}
