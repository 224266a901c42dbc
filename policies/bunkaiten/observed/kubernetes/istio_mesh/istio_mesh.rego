# METADATA
# title: The mesh of Istio
# description: Whether what runs in the mesh accepts or sends clear text.
package bunkaiten.observed.kubernetes.istio_mesh

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"mesh": {"en": "all of the Istio mesh", "ja": "Istio メッシュ全体"},
	"mesh-destination": {"en": "connections inside the Istio mesh", "ja": "Istio メッシュ内の接続"},
	"mesh-namespace": {"en": "workloads of a namespace in the Istio mesh", "ja": "Istio メッシュ内の名前空間"},
	"mesh-port": {"en": "port of workloads in the Istio mesh", "ja": "Istio メッシュ内のポート"},
	"mesh-workload": {"en": "workload in the Istio mesh", "ja": "Istio メッシュ内のワークロード"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"networking.istio.io/DestinationRule": [
		"spec.host",
		"spec.subsets.trafficPolicy.portLevelSettings.tls.mode",
		"spec.subsets.trafficPolicy.tls.mode",
		"spec.trafficPolicy.portLevelSettings.port.number",
		"spec.trafficPolicy.portLevelSettings.tls.mode",
		"spec.trafficPolicy.tls.mode",
	],
	"networking.istio.io/ServiceEntry": ["spec.hosts", "spec.location"],
	"security.istio.io/PeerAuthentication": ["spec.mtls.mode", "spec.portLevelMtls", "spec.selector.matchLabels"],
}

# METADATA
# description: PERMISSIVE and DISABLE accept clear text. UNSET inherits, and says nothing.
endpoints contains found if {
	some policy in manifest.given["security.istio.io/PeerAuthentication"]
	encrypted := _accepted(written.text(policy.values, ["spec", "mtls", "mode"]))
	attributes := {"audience": {"is": "inside"}, "encrypted": encrypted}
	found := fact.on(policy, ["spec", "mtls", "mode"], _level(policy), attributes)
}

endpoints contains found if {
	some policy in manifest.given["security.istio.io/PeerAuthentication"]
	ports := written.table(policy.values, ["spec", "portLevelMtls"])
	some number, mtls in ports
	is_object(mtls)
	attributes := {
		"audience": {"is": "inside"},
		"encrypted": _accepted(written.text(mtls, ["mode"])),
		"port": written.number({"number": number}, ["number"]),
	}
	path := ["spec", "portLevelMtls", number, "mode"]
	found := fact.on(policy, path, "mesh-port", written.present(attributes))
}

# a destination that is spoken to in clear text
endpoints contains found if {
	some rule in manifest.given["networking.istio.io/DestinationRule"]
	host := lower(written.text(rule.values, ["spec", "host"]))
	not _is_outside(host)
	some setting in _settings(rule)
	written.text(setting.policy, ["tls", "mode"]) == "DISABLE"
	attributes := {
		"audience": {"is": "inside"},
		"encrypted": {"is": "none"},
		"hosts": [host],
		"port": written.number(setting.policy, ["port", "number"]),
	}
	path := array.concat(setting.path, ["tls", "mode"])
	found := fact.on(rule, path, "mesh-destination", written.present(attributes))
}

_accepted("STRICT") := {"is": "mutual-tls"}

_accepted(mode) := {"is": "none"} if mode in {"DISABLE", "PERMISSIVE"}

_accepted(mode) := {"unknown": true} if written.is_open(mode)

# the root namespace of the mesh, as istioctl installs it
_level(policy) := "mesh-workload" if {
	written.table(policy.values, ["spec", "selector", "matchLabels"]) != {}
} else := "mesh" if {
	policy.namespace == "istio-system"
} else := "mesh-namespace"

_is_outside(host) if host in _outside

# hosts outside of the mesh are peers, not endpoints
_outside := {lower(host) |
	some entry in manifest.given["networking.istio.io/ServiceEntry"]
	written.text(entry.values, ["spec", "location"]) in {"", "MESH_EXTERNAL"}
	some host in written.texts(entry.values, ["spec", "hosts"])
}

_settings(rule) := {setting |
	some [base, policy] in _policies(rule)
	some setting in _of_policy(base, policy)
}

_of_policy(base, policy) := {{"path": base, "policy": policy}} | {setting |
	some index, port in written.items(policy, ["portLevelSettings"])
	setting := {"path": array.concat(base, ["portLevelSettings", index]), "policy": port}
}

_policies(rule) := {[["spec", "trafficPolicy"], whole]} | {[path, policy] |
	some index, subset in written.items(rule.values, ["spec", "subsets"])
	path := ["spec", "subsets", index, "trafficPolicy"]
	policy := written.table(subset, ["trafficPolicy"])
} if whole := written.table(rule.values, ["spec", "trafficPolicy"])
