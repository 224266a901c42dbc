# METADATA
# title: Listeners of the AWS Load Balancer Controller
# description: >-
#   What its annotations ask for, without their prefix. Pure functions.
package bunkaiten.observed.kubernetes.alb_listeners

import data.bunkaiten.observed.written

# METADATA
# description: The annotations that are read, without the prefix.
names := {
	"certificate-arn",
	"group.name",
	"inbound-cidrs",
	"listen-ports",
	"mutual-authentication",
	"scheme",
	"security-groups",
	"ssl-policy",
	"ssl-redirect",
}

# METADATA
# description: >-
#   What is listened with: protocol, port and encryption of each listener, but for those that only
#   redirect to HTTPS. Without listen-ports: HTTPS 443 if a certificate is written, else HTTP 80.
#   Ports that cannot be read are unknown.
listened(settings) := {{"protocol": "", "encrypted": {"unknown": true}, "port": {}}} if {
	ports := settings["listen-ports"]
	ports != ""
	not _is_readable(ports)
} else := {listener |
	some listens in _json(settings["listen-ports"])
	some protocol, number in listens
	not _only_redirects(settings, protocol)
	listener := _listener(settings, protocol, number)
} if {
	settings["listen-ports"] != ""
} else := {_listener(settings, "HTTPS", 443)} if {
	settings["certificate-arn"] != ""
} else := {_listener(settings, "HTTP", 80)}

# METADATA
# description: Without a scheme the controller makes an internal one (docs/guide/ingress/annotations.md).
audience(settings) := {"is": "anybody"} if {
	settings.scheme == "internet-facing"
} else := {"unknown": true} if {
	written.is_open(settings.scheme)
} else := {"is": "inside"}

_listener(settings, protocol, number) := {
	"protocol": protocol,
	"encrypted": _encrypted(settings, protocol, number),
	"port": {"is": number},
}

# a list of objects, each with protocols and their ports (docs/guide/ingress/annotations.md, listen-ports)
_is_readable(text) if {
	json.is_valid(text)
	items := json.unmarshal(text)
	is_array(items)
	count(items) > 0
	every item in items {
		is_object(item)
		every protocol, number in item {
			protocol in {"HTTP", "HTTPS"}
			is_number(number)
		}
	}
}

_only_redirects(settings, "HTTP") if settings["ssl-redirect"] != ""

_encrypted(_, "HTTP", _) := {"is": "none"}

_encrypted(settings, "HTTPS", number) := {"is": "mutual-tls"} if {
	some asked in _json(settings["mutual-authentication"])
	asked.mode == "verify"
	asked.port == number
} else := {"unknown": true} if {
	written.is_open(settings["mutual-authentication"])
} else := {"is": "tls"}

# the objects in a list that an annotation holds as JSON
_json(text) := [item |
	json.is_valid(text)
	items := json.unmarshal(text)
	is_array(items)
	some item in items
	is_object(item)
]
