# METADATA
# title: Cloud Interconnect of Google
# description: >-
#   Dedicated lines, and the VLAN attachments on them or on a partner's line, with what encrypts them.
package bunkaiten.observed.terraform.google.interconnect

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.projects

# METADATA
# description: >-
#   What people call these facts. The other side of a line is {"by": "line"} with the place where it
#   ends for its name, "PARTNER" for a partner's; whose line it is, a plan does not tell.
ways := {
	"interconnect-line": {"en": "Cloud Interconnect line", "ja": "Cloud Interconnect の回線", "on_path": "line"},
	"vlan-attachment": {
		"en": "VLAN attachment of Cloud Interconnect",
		"ja": "Cloud Interconnect の VLAN アタッチメント",
		"on_path": "gateway",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"google_compute_interconnect": [
		"location", "macsec.fail_open", "macsec.pre_shared_keys.fail_open", "macsec_enabled",
	],
	"google_compute_interconnect_attachment": [
		"candidate_customer_router_ip_address", "candidate_customer_router_ipv6_address", "encryption",
		"interconnect", "type",
	],
}

# METADATA
# description: >-
#   Which attributes tell what a resource belongs to, by type, with the type of that. A Cloud Router is
#   a hub of many lines, so that none of them is its own.
satellites := {"google_compute_interconnect_attachment": [["interconnect", "google_compute_interconnect"]]}

# METADATA
# description: >-
#   Where each line ends, and each attachment; then the routers on the other side, as the addresses
#   that were chosen for them say it.
peers contains found if {
	some key, line in resource.managed.google_compute_interconnect
	found := _peer(line, ["location"], "interconnect-line", _ends[key], _ciphers[key])
}

peers contains found if {
	some key, attachment in resource.managed.google_compute_interconnect_attachment
	some [end, cipher] in _under[key]
	found := _peer(attachment, ["interconnect"], "vlan-attachment", end, _encrypted(attachment, cipher))
}

peers contains found if {
	some key, attachment in resource.managed.google_compute_interconnect_attachment
	some name in ["candidate_customer_router_ip_address", "candidate_customer_router_ipv6_address"]
	address := resource.attribute(attachment, name)
	_is_telling(address)
	some [_, cipher] in _under[key]
	found := _peer(attachment, [name], "vlan-attachment", _who(address), _encrypted(attachment, cipher))
}

_peer(thing, path, way, who, encrypted) := fact.on(thing, path, way, {
	"who": who,
	"direction": "both",
	"encrypted": encrypted,
})

_ends[key] := _end(resource.attribute(line, "location")) if {
	some key, line in resource.managed.google_compute_interconnect
}

_end(location) := {"is": {"by": "line", "name": parts[count(parts) - 1]}} if {
	is_string(location.is)
	parts := split(location.is, "/")
} else := {"unknown": true}

# off, where nobody says so; with fail_open the line goes on in plain text: the provider's schema
_ciphers[key] := cipher if {
	some key, line in resource.managed.google_compute_interconnect
	cipher := _macsec(resource.attribute(line, "macsec_enabled"), line)
}

_macsec(enabled, line) := {"unknown": true} if {
	enabled.unknown
} else := {"is": "none"} if {
	object.get(enabled, "is", false) != true
} else := {"unknown": true} if {
	resource.is_unknown(line, "macsec")
} else := {"unknown": true} if {
	walk([line.values.macsec, object.get(line.unknown, "macsec", [])], [path, true])
	"fail_open" in path
} else := {"is": "macsec"}

# METADATA
# description: The keys of the attachments on each line, by the key of the line.
carried[line] contains key if {
	some key, attachment in resource.managed.google_compute_interconnect_attachment
	some line in resource.tied(attachment, "interconnect", "google_compute_interconnect")
}

# what an attachment lies on: pairs of an end and what encrypts it
_under[key] contains [_ends[line], _ciphers[line]] if {
	some key, attachment in resource.managed.google_compute_interconnect_attachment
	some line in resource.tied(attachment, "interconnect", "google_compute_interconnect")
}

# a line that the plan only names by its path, or a partner's, of which nobody can tell what encrypts it
_under[key] contains [_elsewhere(key, attachment), {"unknown": true}] if {
	some key, attachment in resource.managed.google_compute_interconnect_attachment
	resource.tied(attachment, "interconnect", "google_compute_interconnect") == set()
}

_elsewhere(key, attachment) := {"is": {"by": "line", "name": last}} if {
	named := projects.in_path(attachment.values.interconnect)
	named in _projects[key]
	parts := split(attachment.values.interconnect, "/")
	last := parts[count(parts) - 1]
} else := projects.who(named) if {
	named := projects.in_path(attachment.values.interconnect)
} else := {"is": {"by": "line", "name": attachment.values.type}} if {
	attachment.values.type in {"PARTNER", "PARTNER_PROVIDER"}
} else := {"unknown": true}

_projects[key] := found if some key, found in projects.of

# NONE is the default, and says nothing of the line below: encryption of the provider's schema
_encrypted(attachment, cipher) := {"is": "ipsec"} if {
	attachment.values.encryption == "IPSEC"
} else := {"unknown": true} if {
	resource.is_unknown(attachment, "encryption")
} else := cipher

_who(address) := {"is": fact.network(concat("/", [split(address.is, "/")[0], bits]))} if {
	is_string(address.is)
	bits := {true: "128", false: "32"}[contains(address.is, ":")]
} else := {"unknown": true}

# link-local addresses are good on any line and say nothing
_is_telling(address) if {
	address != {}
	not _is_link_local(address)
}

_is_link_local(address) if regex.match(`^(169\.254\.|fe80:)`, sprintf("%v", [object.get(address, "is", "")]))
