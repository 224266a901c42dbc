# METADATA
# title: Machines of Google Cloud
# description: >-
#   Instances with an address of their own on the internet, and the keys and consoles by which people
#   get into machines, as metadata says it.
package bunkaiten.observed.terraform.google.instances

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"public-address": {"en": "instance with a public address", "ja": "公の IP アドレスを持つインスタンス"},
	"serial-console": {"en": "serial console over the internet", "ja": "インターネット越しのシリアルコンソール"},
	"ssh-keys": {"en": "SSH keys in metadata", "ja": "メタデータの SSH 鍵"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"google_compute_instance": _machine,
	"google_compute_instance_template": _machine,
	"google_compute_project_metadata": ["metadata"],
	"google_compute_project_metadata_item": ["key", "value"],
	"google_compute_region_instance_template": _machine,
	"google_compute_subnetwork": ["network"],
}

# METADATA
# description: >-
#   Which attributes tell what a resource belongs to, by type, with the type of that. Whoever has a
#   network has the machines in it.
satellites := {
	"google_compute_instance": _networks,
	"google_compute_instance_template": _networks,
	"google_compute_region_instance_template": _networks,
	"google_compute_subnetwork": [["network", "google_compute_network"]],
}

# METADATA
# description: >-
#   Instances that have an address on the internet, or will have it by their template. An empty block is enough for one; what listens there
#   is nowhere to be seen: https://cloud.google.com/compute/docs/ip-addresses
endpoints contains found if {
	some type in _machines
	some _, instance in resource.managed[type]
	some interface in resource.items(instance, "network_interface")
	some block in ["access_config", "ipv6_access_config"]
	some index, _ in written.list(interface.values, block)
	path := ["network_interface", interface.index, block, index]
	found := fact.on(instance, path, "public-address", {"audience": {"is": "anybody"}})
}

# METADATA
# description: >-
#   Ways in that metadata opens. Keys in metadata are of no use where OS Login is on, and the serial
#   console is for whoever has a key: https://cloud.google.com/compute/docs/oslogin
accesses contains found if {
	some [thing, own, paths] in _metadata
	words := object.union(object.get(_everywhere, thing.document, {}), own)
	some word, way in {"serial-port-enable": "serial-console", "ssh-keys": "ssh-keys"}
	_opens(word, words)
	path := paths[word]
	found := fact.on(thing, path, way, {"authentication": {"is": ["key"]}, "rights": {"is": ["admin"]}})
}

# what metadata holds is known only after apply
accesses contains found if {
	some type in array.concat(_machines, ["google_compute_project_metadata"])
	some _, thing in resource.managed[type]
	resource.is_unknown(thing, "metadata")
	found := fact.on(thing, ["metadata"], "ssh-keys", {"authentication": {"unknown": true}})
}

accesses contains found if {
	some _, thing in resource.managed.google_compute_project_metadata_item
	some name in ["key", "value"]
	resource.is_unknown(thing, name)
	not _is_harmless(thing)
	found := fact.on(thing, [name], "ssh-keys", {"authentication": {"unknown": true}})
}

_is_harmless(item) if {
	is_string(item.values.key)
	count({item.values.key} - {"serial-port-enable", "ssh-keys"}) == 1
}

_opens("ssh-keys", words) if {
	resource.is_set(object.get(words, "ssh-keys", null))
	not _is_on(words, "enable-oslogin")
}

_opens("serial-port-enable", words) if _is_on(words, "serial-port-enable")

# https://cloud.google.com/compute/docs/metadata/predefined-metadata-keys ("Boolean values")
_is_on(words, name) if lower(sprintf("%v", [object.get(words, name, "")])) in {"1", "true", "y", "yes"}

# OS Login for a whole project holds for its machines, where they say nothing else
_everywhere[document] := {"enable-oslogin": "TRUE"} if {
	some [thing, words, _] in _metadata
	startswith(thing.type, "google_compute_project_metadata")
	_is_on(words, "enable-oslogin")
	document := thing.document
}

_metadata contains [thing, words, {name: ["metadata", name] | some name, _ in words}] if {
	some type in array.concat(_machines, ["google_compute_project_metadata"])
	some _, thing in resource.managed[type]
	words := thing.values.metadata
	is_object(words)
}

_metadata contains [thing, {name: value}, {name: ["value"]}] if {
	some _, thing in resource.managed.google_compute_project_metadata_item
	name := thing.values.key
	is_string(name)
	value := thing.values.value
}

_machines := [
	"google_compute_instance", "google_compute_instance_template", "google_compute_region_instance_template",
]

_machine := [
	"metadata", "network_interface.access_config", "network_interface.ipv6_access_config",
	"network_interface.network", "network_interface.subnetwork",
]

_networks := [
	["network_interface", "google_compute_network"],
	["network_interface", "google_compute_subnetwork"],
]
