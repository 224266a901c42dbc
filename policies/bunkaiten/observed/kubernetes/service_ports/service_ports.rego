# METADATA
# title: Ports of Services
# description: With which encryption a port of a Service listens. Pure functions.
package bunkaiten.observed.kubernetes.service_ports

import data.bunkaiten.observed.written

# METADATA
# description: Attributes of a Service that are read here.
paths := {concat(".", ["metadata.annotations", _annotation(name)]) | some name in _names} | {
	"spec.ports.appProtocol",
	"spec.ports.name",
	"spec.ports.nodePort",
	"spec.ports.port",
	"spec.ports.protocol",
}

# METADATA
# description: >-
#   The encryption of a port of a load balancer: AWS's decrypts where a certificate is written.
#   `policies` are the oldest TLS versions by AWS's security policies.
heard(service, port, policies) := {"encrypted": {"is": "tls"}, "weakest": _weakest(service, policies)} if {
	written.annotation(service, _annotation("ssl-cert")) != ""
	_is_chosen(service, port)
} else := {"encrypted": {"is": "none"}} if {
	# a listener that speaks HTTP itself
	lower(written.annotation(service, _annotation("backend-protocol"))) == "http"
} else := {"encrypted": encrypted(port)}

# METADATA
# description: >-
#   "none" for what is said to be HTTP, by appProtocol, else by name, else by port 80 or 8080;
#   otherwise bytes are handed on, whatever they are.
encrypted(port) := {"unknown": true} if {
	written.is_open(written.text(port, ["appProtocol"]))
} else := {"is": "passthrough"} if {
	upper(written.text(port, ["protocol"])) in {"SCTP", "UDP"}
} else := {"is": _spoken(protocol)} if {
	protocol := lower(written.text(port, ["appProtocol"]))
	protocol != ""
} else := {"is": "none"} if {
	regex.match(`^(http|http2|grpc|grpc-web|ws)(-.*)?$`, lower(written.text(port, ["name"])))
} else := {"is": "none"} if {
	written.text(port, ["port"]) in {"80", "8080"}
	written.text(port, ["name"]) in {"", "web"}
} else := {"is": "passthrough"}

_names := ["backend-protocol", "ssl-cert", "ssl-negotiation-policy", "ssl-ports"]

_annotation(name) := concat("", ["service.beta.kubernetes.io/aws-load-balancer-", name])

_spoken(protocol) := "none" if {
	protocol in {"grpc", "h2c", "http", "http2", "kubernetes.io/h2c", "kubernetes.io/ws", "ws"}
} else := "passthrough"

# without ssl-ports, all of them
_is_chosen(service, _) if written.annotation(service, _annotation("ssl-ports")) in {"", "*"}

_is_chosen(service, port) if {
	some chosen in written.parts(written.annotation(service, _annotation("ssl-ports")))
	chosen in {written.text(port, ["name"]), written.text(port, ["port"])}
}

_weakest(service, policies) := {"is": version} if {
	version := policies[_policy(written.annotation(service, _annotation("ssl-negotiation-policy")))]
} else := {"unknown": true}

# docs/guide/service/annotations.md of the AWS Load Balancer Controller
_policy("") := "ELBSecurityPolicy-2016-08"

_policy(name) := name if name != ""
