# METADATA
# title: Web accelerator of Sakura Internet
# description: >-
#   Sites of the content delivery network: what they accept from the whole internet, and where and how
#   they fetch what they deliver. Which versions of TLS they accept, no attribute tells.
package bunkaiten.observed.terraform.sakuracloud.web_accelerator

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.ends
import data.bunkaiten.observed.terraform.sakuracloud.parts

# METADATA
# description: What people call these facts.
ways := {
	"web-accelerator": {"en": "site of the web accelerator", "ja": "ウェブアクセラレータのサイト"},
	"web-accelerator-origin": {
		"en": "origin of the web accelerator",
		"ja": "ウェブアクセラレータのオリジン",
		"on_path": "sender",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"sakuracloud_webaccel": [
		"domain", "origin_parameters.origin", "origin_parameters.protocol", "origin_parameters.s3_endpoint",
		"origin_parameters.type", "request_protocol",
	],
	"sakuracloud_webaccel_acl": ["site_id"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"sakuracloud_webaccel_acl": [["site_id", "sakuracloud_webaccel"]]}

# METADATA
# description: Every site. Whom a list of access lets in is its text, which is not read.
endpoints contains found if {
	some key, site in resource.managed.sakuracloud_webaccel
	encrypted := _encrypted(parts.attribute(site, "request_protocol"))
	found := fact.on(site, [], "web-accelerator", object.union_n([
		{"audience": _audience(key), "encrypted": encrypted},
		_floor(encrypted),
		_hosts(site),
	]))
}

# METADATA
# description: >-
#   Where a site fetches from, by which protocol; not, where that is the object storage of Sakura
#   Internet itself, which belongs to whoever has the site.
peers contains found if {
	some _, site in resource.managed.sakuracloud_webaccel
	some origin in parts.of(site, "origin_parameters")
	name := _named(origin)
	not _is_own_storage(origin)
	path := array.concat(origin.path, [name])
	found := fact.on(site, path, "web-accelerator-origin", {
		"who": ends.host(parts.attribute(origin, name)),
		"direction": "out",
		"encrypted": _fetched(origin),
	})
}

_audience(key) := {"unknown": true} if {
	key in _listed
} else := {"is": "anybody"}

_listed contains key if {
	some _, list in resource.managed.sakuracloud_webaccel_acl
	some key in resource.tied(list, "site_id", "sakuracloud_webaccel")
}

_encrypted(protocol) := {"is": word} if {
	word := {"http+https": "none", "https": "tls", "https-redirect": "tls"}[protocol.is]
} else := {"unknown": true}

_floor(encrypted) := {} if {
	encrypted.is == "none"
} else := {"weakest": {"unknown": true}}

_hosts(site) := {"hosts": [lower(site.values.domain)]} if {
	is_string(site.values.domain)
	site.values.domain != ""
} else := {}

_is_own_storage(origin) if {
	origin.values.type == "bucket"
	is_string(origin.values.s3_endpoint)
	endswith(origin.values.s3_endpoint, ".sakurastorage.jp")
}

_named(origin) := "s3_endpoint" if {
	origin.values.type == "bucket"
} else := "origin"

# buckets are fetched from by HTTPS
_fetched(origin) := {"is": "tls"} if {
	origin.values.type == "bucket"
} else := {"is": word} if {
	word := {"http": "none", "https": "tls"}[origin.values.protocol]
} else := {"unknown": true}
