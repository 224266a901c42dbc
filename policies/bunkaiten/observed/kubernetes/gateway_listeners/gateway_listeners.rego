# METADATA
# title: Listeners of Gateways
# description: For whom a listener of the Gateway API listens, and with which encryption. Pure functions.
package bunkaiten.observed.kubernetes.gateway_listeners

import data.bunkaiten.observed.kubernetes.load_balancer
import data.bunkaiten.observed.written

# METADATA
# description: Attributes of a Gateway that are read here.
paths := {concat(".", ["spec.infrastructure", trim_prefix(path, "metadata.")]) | some path in load_balancer.paths} | {
	"metadata.annotations.networking.istio.io/service-type",
	"spec.addresses.value",
	"spec.gatewayClassName",
	"spec.listeners.hostname",
	"spec.listeners.name",
	"spec.listeners.port",
	"spec.listeners.protocol",
	"spec.listeners.tls.frontendValidation",
	"spec.listeners.tls.mode",
	"spec.tls.frontend.default.validation",
	"spec.tls.frontend.perPort",
}

# METADATA
# description: Audience, port and encryption of a listener.
heard(gateway, listener) := {
	"audience": _audience(gateway),
	"port": written.number(listener, ["port"]),
	"encrypted": _encrypted(gateway, listener, written.text(listener, ["protocol"])),
}

_audience(gateway) := {"is": "inside"} if {
	class := written.text(gateway.values, ["spec", "gatewayClassName"])
	regex.match(`(^|[^a-z])(internal|intranet|private|rilb)([^a-z]|$)`, lower(class))
} else := {"is": "inside"} if {
	_service_type(gateway) == "ClusterIP"
} else := {"is": "inside"} if {
	load_balancer.are_private({value |
		some address in written.items(gateway.values, ["spec", "addresses"])
		value := written.text(address, ["value"])
	})
} else := {"unknown": true} if {
	written.is_open(written.text(gateway.values, ["spec", "gatewayClassName"]))
} else := {"unknown": true} if {
	written.is_open(_service_type(gateway))
} else := load_balancer.audience(written.table(gateway.values, ["spec", "infrastructure", "annotations"]), "anybody")

# a waypoint of Istio is within the mesh, unless somebody chose another type (pilot, ClassInfo)
_service_type(gateway) := type if {
	type := written.annotation(gateway, "networking.istio.io/service-type")
	type != ""
} else := "ClusterIP" if {
	written.text(gateway.values, ["spec", "gatewayClassName"]) in {"istio-agentgateway-waypoint", "istio-waypoint"}
} else := ""

# an implementation may have protocols of its own; HBONE is that of Istio's mesh
_encrypted(gateway, listener, protocol) := {"is": "none"} if {
	protocol == "HTTP"
} else := {"is": "passthrough"} if {
	protocol in {"TCP", "UDP"}
} else := {"is": "mutual-tls"} if {
	protocol == "HBONE"
} else := _by_mode(gateway, listener, written.text(listener, ["tls", "mode"])) if {
	protocol in {"HTTPS", "TLS"}
} else := {"unknown": true}

# Terminate is the default of the API
_by_mode(gateway, listener, mode) := {"is": "passthrough"} if {
	mode == "Passthrough"
} else := {"is": "mutual-tls"} if {
	mode in {"", "Terminate"}
	_is_validated(gateway, listener)
} else := {"is": "tls"} if {
	mode in {"", "Terminate"}
} else := {"unknown": true}

# as releases before 1.4 wrote it
_is_validated(_, listener) if written.list(listener, ["tls", "frontendValidation", "caCertificateRefs"]) != []

_is_validated(gateway, listener) if {
	written.text(listener, ["protocol"]) == "HTTPS"
	validation := _validation(gateway, listener)
	written.list(validation, ["caCertificateRefs"]) != []
	written.text(validation, ["mode"]) in {"", "AllowValidOnly"}
}

# what is said of a port replaces the default
_validation(gateway, listener) := written.table(asked[0], ["tls", "validation"]) if {
	asked := [each |
		some each in written.items(gateway.values, ["spec", "tls", "frontend", "perPort"])
		written.text(each, ["port"]) == written.text(listener, ["port"])
	]
	count(asked) > 0
} else := written.table(gateway.values, ["spec", "tls", "frontend", "default", "validation"])
