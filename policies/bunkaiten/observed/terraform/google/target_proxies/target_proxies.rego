# METADATA
# title: Target proxies of Google Cloud
# description: What each proxy of a load balancer decrypts, and how.
package bunkaiten.observed.terraform.google.target_proxies

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.written

# METADATA
# description: Attributes that are read, by type.
reads := object.union_n([
	{type: ["server_tls_policy", "ssl_policy", "url_map"] | some type in _https},
	{type: ["url_map"] | some type in _http},
	{type: ["min_tls_version"] | some type in _policies},
	{type: ["default_url_redirect.https_redirect", "host_rule.hosts", "path_matcher"] | some type in _maps},
	{
		"google_compute_region_target_tcp_proxy": [],
		"google_compute_target_grpc_proxy": [],
		"google_compute_target_ssl_proxy": ["ssl_policy"],
		"google_compute_target_tcp_proxy": [],
		"google_network_security_server_tls_policy": ["mtls_policy.client_validation_mode"],
	},
])

# METADATA
# description: What each type of proxy speaks.
spoken := object.union_n([
	{type: "tls" | some type in _https},
	{type: "none" | some type in _http},
	{
		"google_compute_region_target_tcp_proxy": "passthrough",
		"google_compute_target_grpc_proxy": "none",
		"google_compute_target_ssl_proxy": "tls",
		"google_compute_target_tcp_proxy": "passthrough",
	},
])

# METADATA
# description: >-
#   By the key of a proxy: encrypted, weakest and hosts, as a fact has them. One that only sends
#   requests on to HTTPS is left out.
of[key] := object.union_n([{"encrypted": _encrypted(proxy, word)}, _floor(proxy, word), _hosts(key)]) if {
	some type, word in spoken
	some key, proxy in resource.managed[type]
	not key in _redirecting
}

_encrypted(proxy, word) := {"is": "mutual-tls"} if {
	word == "tls"
	policies := resource.tied(proxy, "server_tls_policy", "google_network_security_server_tls_policy")
	count(policies) > 0
	every policy in policies { _strict[policy] }
} else := {"unknown": true} if {
	some policy in resource.tied(proxy, "server_tls_policy", "google_network_security_server_tls_policy")
	policy in _late
} else := {"is": word}

# the other mode lets clients in without a certificate: client_validation_mode of the provider's schema
_strict[key] if {
	some key, policy in resource.managed.google_network_security_server_tls_policy
	some block in resource.items(policy, "mtls_policy")
	block.values.client_validation_mode == "REJECT_INVALID"
}

_late contains key if {
	some key, policy in resource.managed.google_network_security_server_tls_policy
	policy.unknown.mtls_policy == true
}

_floor(proxy, "tls") := {"weakest": _weakest(proxy)}

_floor(_, word) := {} if word != "tls"

# TLS 1.0, where nobody chose a policy or, in one, a version:
# https://cloud.google.com/load-balancing/docs/ssl-policies-concepts ("Default SSL policy")
_weakest(proxy) := {"is": "TLS 1.0"} if {
	resource.attribute(proxy, "ssl_policy") == {}
} else := version if {
	[version] := [found | some found in {_versions[policy] | some policy in _chosen(proxy)}]
} else := {"unknown": true}

_chosen(proxy) := {policy | some type in _policies; some policy in resource.tied(proxy, "ssl_policy", type)}

_versions[key] := _version(resource.attribute(policy, "min_tls_version")) if {
	some type in _policies
	some key, policy in resource.managed[type]
}

_version(chosen) := {"is": replace(replace(chosen.is, "TLS_", "TLS "), "_", ".")} if {
	is_string(chosen.is)
} else := {"unknown": true} if {
	chosen.unknown
} else := {"is": "TLS 1.0"}

_hosts(proxy) := {"hosts": sort(names)} if {
	names := {host | some map in _mapped[proxy]; some host in _named[map]}
	count(names) > 0
} else := {}

_mapped[proxy] contains map if {
	some type in array.concat(_http, _https)
	some proxy, found in resource.managed[type]
	some of_maps in _maps
	some map in resource.tied(found, "url_map", of_maps)
}

_named[map] contains host if {
	some type in _maps
	some map, found in resource.managed[type]
	some rule in resource.items(found, "host_rule")
	some host in written.texts(rule.values, "hosts")
	host != "*"
}

_redirecting contains proxy if {
	some type in _http
	some proxy, _ in resource.managed[type]
	some map in _mapped[proxy]
	_only_redirects[map]
}

_only_redirects[map] if {
	some type in _maps
	some map, found in resource.managed[type]
	some redirect in resource.items(found, "default_url_redirect")
	redirect.values.https_redirect == true
	resource.attribute(found, "path_matcher") == {}
}

_http := ["google_compute_region_target_http_proxy", "google_compute_target_http_proxy"]

_https := ["google_compute_region_target_https_proxy", "google_compute_target_https_proxy"]

_maps := ["google_compute_region_url_map", "google_compute_url_map"]

_policies := ["google_compute_region_ssl_policy", "google_compute_ssl_policy"]
