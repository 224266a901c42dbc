# METADATA
# title: TLS of Traefik's routes
# description: What a route of Traefik's own kinds listens with. Pure functions.
package bunkaiten.observed.kubernetes.traefik_tls

import data.bunkaiten.observed.written

# METADATA
# description: The hosts that a match asks for; what is negated is not one of them.
hosts(match) := sort({lower(host) |
	some [called, _, inner] in regex.find_all_string_submatch_n(`!?\b(Host|HostSNI|HostHeader)\(([^)]*)\)`, match, -1)
	not startswith(called, "!")
	some [_, host] in regex.find_all_string_submatch_n("[`\"']([^`\"']+)[`\"']", inner, -1)
	host != "*"
})

# METADATA
# description: >-
#   Encryption and oldest version of a route with TLS; `options` are the TLSOptions given, by
#   namespace and name.
ended(route, options) := {
	"encrypted": _identified(asked),
	"weakest": _weakest(asked),
} if {
	asked := _asked(route, options)
}

# METADATA
# description: >-
#   What a route without TLS listens with: `used` are its middlewares, `redirecting` and `given` those
#   that redirect to HTTPS, and all that were given. Undefined where it only redirects.
plain(route, used, redirecting, given) := {"encrypted": {"unknown": true}} if {
	# what the entry point for HTTPS does by itself stands in Traefik's own settings
	_entry_points(route) == ["websecure"]
} else := {"encrypted": {"is": "none"}} if {
	count(used & redirecting) == 0
	count(used - given) == 0
} else := {"encrypted": {"unknown": true}} if {
	count(used & redirecting) == 0
}

# METADATA
# description: The port of the entry points that everybody's Traefik has.
port(route) := {"is": 443} if {
	_entry_points(route) == ["websecure"]
} else := {"is": 80} if {
	_entry_points(route) == ["web"]
} else := {}

# METADATA
# description: A route is for anybody, unless its entry points are all called internal.
audience(route) := {"is": "inside"} if {
	count(_entry_points(route)) > 0
	every name in _entry_points(route) {
		regex.match(`internal|intranet|private`, lower(name))
	}
} else := {"is": "anybody"}

_entry_points(route) := written.texts(route.values, ["spec", "entryPoints"])

_namespace("", own) := own

_namespace(named, _) := named if named != ""

# the option called "default" is everybody's, in whichever namespace; of two, Traefik takes none
_asked(route, options) := {"spec": default_specs[0]} if {
	_named_options(route) in {"", "default"}
	default_specs := [option[2] | some option in options; option[1] == "default"]
	count(default_specs) == 1
} else := {"spec": {}} if {
	_named_options(route) in {"", "default"}
} else := {"spec": specs[0]} if {
	namespace := _namespace(written.text(route.values, ["spec", "tls", "options", "namespace"]), route.namespace)
	specs := [option[2] | some option in options; array.slice(option, 0, 2) == [namespace, _named_options(route)]]
	count(specs) > 0
} else := {}

_named_options(route) := written.text(route.values, ["spec", "tls", "options", "name"])

_identified(asked) := {"is": "mutual-tls"} if {
	written.text(asked, ["spec", "clientAuth", "clientAuthType"]) == "RequireAndVerifyClientCert"
} else := {"is": "tls"}

_weakest(asked) := {"is": version} if {
	version := _versions[written.text(asked.spec, ["minVersion"])]
} else := {"unknown": true}

# without minVersion: what its TLS library begins with
_versions := {
	"": "TLS 1.2",
	"VersionTLS10": "TLS 1.0",
	"VersionTLS11": "TLS 1.1",
	"VersionTLS12": "TLS 1.2",
	"VersionTLS13": "TLS 1.3",
}
