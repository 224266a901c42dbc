# METADATA
# title: Ingresses of the AWS Load Balancer Controller
# description: What the load balancer that the controller makes for an Ingress listens on.
package bunkaiten.observed.kubernetes.alb_ingress

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.alb_classes
import data.bunkaiten.observed.kubernetes.alb_listeners
import data.bunkaiten.observed.kubernetes.ingress_class
import data.bunkaiten.observed.kubernetes.ingress_classes
import data.bunkaiten.observed.terraform.aws.tls_policies
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"alb-ingress": {"en": "Ingress by an AWS load balancer", "ja": "AWS ロードバランサーによる Ingress"},
	"alb-ingress-source": {"en": "network that an AWS load balancer lets in", "ja": "AWS ロードバランサーが通す接続元"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"eks.amazonaws.com/IngressClassParams": alb_classes.paths,
	"elbv2.k8s.aws/IngressClassParams": alb_classes.paths,
	"extensions/Ingress": _paths,
	"networking.k8s.io/Ingress": _paths,
	"networking.k8s.io/IngressClass": ingress_classes.paths,
}

# METADATA
# description: Each rule listens on each port, but for ports that only redirect to HTTPS.
endpoints contains found if {
	some key, ingress in _ingresses
	some site in _sites(ingress)
	some listener in alb_listeners.listened(_settings[key])
	attributes := {
		"audience": alb_listeners.audience(_settings[key]),
		"hosts": site.hosts,
		"port": listener.port,
		"encrypted": listener.encrypted,
		"weakest": _weakest(listener, _settings[key]),
	}
	found := fact.on(ingress, site.path, "alb-ingress", written.present(attributes))
}

# METADATA
# description: The networks that the load balancer alone lets in.
peers contains found if {
	some key, ingress in _ingresses
	_settings[key]["security-groups"] == "" # else the networks are ignored
	some part in written.parts(_settings[key]["inbound-cidrs"])
	found := fact.on(ingress, _place(ingress), "alb-ingress-source", {"who": _who(part), "direction": "in"})
}

_paths := sort({concat(".", ["metadata.annotations", _full(name)]) | some name in alb_listeners.names} | {
	"metadata.annotations.kubernetes.io/ingress.class",
	"spec.defaultBackend",
	"spec.ingressClassName",
	"spec.rules.host",
})

_ingresses := {key: object.union(ingress, {"of_class": alb_classes.settings(ingress.settings)}) |
	some key, ingress in ingress_classes.all
	ingress_class.controller(ingress) == "alb"
}

_sites(ingress) := {site |
	some index, rule in written.items(ingress.values, ["spec", "rules"])
	hosts := [lower(host) | host := written.text(rule, ["host"]); host != ""]
	site := {"hosts": hosts, "path": ["spec", "rules", index]}
} | {{"hosts": [], "path": ["spec", "defaultBackend"]} |
	written.table(ingress.values, ["spec", "defaultBackend"]) != {}
}

_settings[key] := {name: _setting(ingress, name) | some name in alb_listeners.names} if {
	some key, ingress in _ingresses
}

# what the class says wins; some need to be written on one Ingress of a group only
_setting(ingress, name) := value if {
	value := ingress.of_class[name]
} else := value if {
	value := written.annotation(ingress, _full(name))
	value != ""
} else := min(values) if {
	values := {value | some [group, shared, value] in _shared; group == _group(ingress); shared == name}
	count(values) > 0
} else := ""

_shared := {[group, name, value] |
	some ingress in _ingresses
	group := _group(ingress)
	group != ""
	some name in ["scheme", "ssl-policy", "ssl-redirect"]
	value := written.annotation(ingress, _full(name))
	value != ""
}

_group(ingress) := group if {
	group := ingress.of_class["group.name"]
} else := written.annotation(ingress, _full("group.name"))

_full(name) := concat("/", ["alb.ingress.kubernetes.io", name])

_place(ingress) := ["spec"] if {
	ingress.of_class["inbound-cidrs"]
} else := ["metadata", "annotations", _full("inbound-cidrs")]

_who(part) := {"unknown": true} if {
	written.is_open(part)
} else := {"is": fact.network(part)}

_weakest(listener, settings) := {"is": version} if {
	listener.protocol == "HTTPS"
	version := _oldest[_policy(settings["ssl-policy"])]
} else := {"unknown": true} if {
	listener.protocol == "HTTPS"
} else := {}

_policy(written_policy) := _default if {
	written_policy == ""
} else := written_policy

_oldest := tls_policies.load_balancer

_default := tls_policies.defaults.load_balancer
