package bunkaiten_test.observed.secrets

import data.bunkaiten.observed.shown

canary := "himitsu-canary"

# a plan or a manifest may hold it in any of these
secret(type, called) := {
	"apiVersion": "v1",
	"kind": "Secret",
	"type": type,
	"metadata": {
		"name": called,
		"namespace": "karte",
		"annotations": {"kubectl.kubernetes.io/last-applied-configuration": canary},
	},
	"data": {
		".dockerconfigjson": base64.encode(canary),
		"ca.crt": base64.encode(canary),
		"password": canary,
		"ssh-privatekey": canary,
		"ssl-protocols": canary,
		"tls.crt": canary,
		"tls.key": canary,
		"token": canary,
	},
	"stringData": {"password": canary, "username": canary},
}

types := {
	"Opaque": "opaque",
	"kubernetes.io/basic-auth": "basic",
	"kubernetes.io/dockerconfigjson": "registry",
	"kubernetes.io/service-account-token": "token",
	"kubernetes.io/ssh-auth": "ssh",
	"kubernetes.io/tls": "tls",
}

secrets := {called: secret(type, called) | some type, called in types}

environment := [
	{"name": "PASSWORD", "value": canary},
	{"name": "TOKEN", "valueFrom": {"secretKeyRef": {"name": "opaque", "key": "token"}}},
]

deployment := {
	"apiVersion": "apps/v1",
	"kind": "Deployment",
	"metadata": {"name": "maintenance", "namespace": "karte"},
	"spec": {"template": {"spec": {
		"hostNetwork": true,
		"imagePullSecrets": [{"name": "registry"}],
		"containers": [{
			"image": "linuxserver/openssh-server",
			"args": ["--password", canary],
			"env": environment,
			"envFrom": [{"secretRef": {"name": "opaque"}}],
			"securityContext": {"privileged": true},
			"volumeMounts": [{"name": "keys"}, {"name": "spool"}],
		}],
		"volumes": [
			{"name": "keys", "secret": {"secretName": "ssh"}},
			{"name": "spool", "hostPath": {"path": "/srv"}},
		],
	}}},
}

users := {
	"deployment": deployment,
	"ingress": {
		"apiVersion": "networking.k8s.io/v1",
		"kind": "Ingress",
		"metadata": {"name": "portal", "namespace": "karte"},
		"spec": {
			"tls": [{"hosts": ["portal.aoba.example"], "secretName": "tls"}],
			"rules": [{"host": "portal.aoba.example"}],
		},
	},
	"volume": {
		"apiVersion": "v1",
		"kind": "PersistentVolume",
		"metadata": {"name": "share"},
		"spec": {"csi": {
			"driver": "smb.csi.k8s.io",
			"nodeStageSecretRef": {"name": "basic", "namespace": "karte"},
			"volumeAttributes": {"source": concat("", ["//aoba:", canary, "@files.kura.example/aoba"])},
		}},
	},
}

facts(objects) := found if {
	found := shown.all with input as {"kubernetes": objects}
}

test_secret_shows_nothing if {
	facts(secrets) == set()
}

test_secret_changes_no_fact_of_who_uses_it if {
	count(facts(users)) > 4
	facts(object.union(secrets, users)) == facts(users)
}

test_nothing_of_a_secret_is_in_a_fact if {
	told := json.marshal(facts(object.union(secrets, users)))
	contains(told, "kubernetes:karte/Deployment/maintenance")
	not contains(told, canary)
	encoded := base64.encode(canary)
	not contains(told, encoded)
}
