# METADATA
# title: Applications of Sakura's AppRun
# description: >-
#   Containers with a name on the internet, and the networks that their packet filter lets in. Which
#   versions of TLS the platform accepts, no attribute tells.
package bunkaiten.observed.terraform.sakuracloud.applications

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.ends
import data.bunkaiten.observed.terraform.sakuracloud.parts

# METADATA
# description: What people call these facts.
ways := {
	"apprun": {"en": "AppRun application", "ja": "AppRun のアプリケーション"},
	"apprun-source": {"en": "network let in by an AppRun application", "ja": "AppRun のアプリケーションの接続元"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"sakuracloud_apprun_application": [
	"packet_filter.enabled", "packet_filter.settings.from_ip", "packet_filter.settings.from_ip_prefix_length",
]}

# METADATA
# description: Every application. Without a filter everybody is let in.
endpoints contains found if {
	some _, application in resource.managed.sakuracloud_apprun_application
	found := fact.on(application, [], "apprun", {
		"audience": _audience(application, _sources(application)),
		"encrypted": {"is": "tls"},
		"weakest": {"unknown": true},
		"port": {"is": 443},
	})
}

# METADATA
# description: The networks that a filter lets in.
peers contains found if {
	some _, application in resource.managed.sakuracloud_apprun_application
	some source in _sources(application)
	found := fact.on(application, source.path, "apprun-source", {
		"who": source.who,
		"direction": "in",
		"ports": {"is": [443, 443]},
	})
}

# computed, where nobody wrote the block
_filters(application) := parts.of(application, "packet_filter") if {
	resource.attribute(application, "packet_filter") != {}
} else := []

_sources(application) := {{"path": setting.path, "who": _who(setting)} |
	some filter in _filters(application)
	parts.attribute(filter, "enabled") != {"is": false}
	some setting in parts.of(filter, "settings")
}

_who(setting) := ends.network({"is": sprintf("%s/%d", [address, bits])}) if {
	address := setting.values.from_ip
	bits := setting.values.from_ip_prefix_length
	is_string(address)
	is_number(bits)
} else := {"unknown": true}

_audience(application, sources) := {"is": "anybody"} if {
	every filter in _filters(application) { parts.attribute(filter, "enabled") == {"is": false} }
} else := {"unknown": true} if {
	some filter in _filters(application)
	parts.attribute(filter, "enabled") != {"is": true}
} else := {"is": "anybody"} if {
	some source in sources
	source.who.is.by == "anybody"
} else := {"unknown": true} if {
	some source in sources
	source.who.unknown
} else := {"is": "inside"}
