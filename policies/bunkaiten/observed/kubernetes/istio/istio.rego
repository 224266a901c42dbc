# METADATA
# title: Gateways of Istio
# description: What the servers of Istio's Gateways let in.
package bunkaiten.observed.kubernetes.istio

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"istio-gateway": {"en": "server of an Istio Gateway", "ja": "Istio Gateway の公開口"}}

# METADATA
# description: Attributes that are read, by type.
reads := {"networking.istio.io/Gateway": [
	"spec.selector",
	"spec.servers.hosts",
	"spec.servers.port.number",
	"spec.servers.port.protocol",
	"spec.servers.tls.httpsRedirect",
	"spec.servers.tls.minProtocolVersion",
	"spec.servers.tls.mode",
]}

# METADATA
# description: Each server listens, but for one that only redirects to HTTPS.
endpoints contains found if {
	some gateway in manifest.given["networking.istio.io/Gateway"]
	some index, server in written.items(gateway.values, ["spec", "servers"])
	written.text(server, ["tls", "httpsRedirect"]) != "true"
	attributes := {
		"audience": _audience(gateway),
		"hosts": [_bare(host) | some host in written.texts(server, ["hosts"])],
		"port": written.number(server, ["port", "number"]),
		"encrypted": _encrypted(server),
		"weakest": _weakest(server),
	}
	found := fact.on(gateway, ["spec", "servers", index], "istio-gateway", written.present(attributes))
}

# an egress gateway is for the mesh itself
_audience(gateway) := {"is": "inside"} if {
	some value in written.table(gateway.values, ["spec", "selector"])
	is_string(value)
	regex.match(`egress|internal|intranet|private`, lower(value))
} else := {"unknown": true} if {
	some value in written.table(gateway.values, ["spec", "selector"])
	written.is_open(value)
} else := {"is": "anybody"}

# "namespace/host" says where the route may be written
_bare(host) := lower(regex.replace(host, `^[^/]*/`, ""))

_encrypted(server) := encrypted if {
	encrypted := _modes[_mode(server)]
} else := {"unknown": true} if {
	_mode(server) != ""
} else := {"unknown": true} if {
	written.is_open(_protocol(server))
} else := {"is": "none"} if {
	_protocol(server) in {"GRPC", "GRPC-WEB", "HTTP", "HTTP2"}
} else := {"is": "passthrough"}

# no mode is the first of the enumeration, PASSTHROUGH (istio.io/docs/reference/config/networking/gateway)
_mode(server) := "PASSTHROUGH" if {
	is_object(server.tls)
	written.text(server, ["tls", "mode"]) == ""
	_protocol(server) in {"HTTPS", "TLS"}
} else := written.text(server, ["tls", "mode"])

# Istio reads it in any case (pkg/config/protocol)
_protocol(server) := upper(written.text(server, ["port", "protocol"]))

_modes := {
	"AUTO_PASSTHROUGH": {"is": "passthrough"},
	"ISTIO_MUTUAL": {"is": "mutual-tls"},
	"MUTUAL": {"is": "mutual-tls"},
	"OPTIONAL_MUTUAL": {"is": "tls"},
	"PASSTHROUGH": {"is": "passthrough"},
	"SIMPLE": {"is": "tls"},
}

_weakest(server) := {"is": version} if {
	_is_ended(server)
	version := _versions[written.text(server, ["tls", "minProtocolVersion"])]
} else := {"unknown": true} if {
	_is_ended(server)
} else := {}

_is_ended(server) if _mode(server) in {"ISTIO_MUTUAL", "MUTUAL", "OPTIONAL_MUTUAL", "SIMPLE"}

# "by default, it is TLSV1_2" (ServerTLSSettings)
_versions := {
	"": "TLS 1.2",
	"TLSV1_0": "TLS 1.0",
	"TLSV1_1": "TLS 1.1",
	"TLSV1_2": "TLS 1.2",
	"TLSV1_3": "TLS 1.3",
	"TLS_AUTO": "TLS 1.2",
}
