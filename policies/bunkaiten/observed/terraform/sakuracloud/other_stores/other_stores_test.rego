package bunkaiten_test.observed.terraform.sakuracloud.other_stores

import data.bunkaiten.observed.terraform.sakuracloud.other_stores

test_file_servers_are_stores_and_listen if {
	_shown("nfs.a", {"zone": "tk1b", "network_interface": [{"ip_address": "192.168.0.9"}]}, {}) == {
		["nfs.a", "nfs", "", {"region": "tk1b"}],
		["nfs.a", "nfs", "network_interface.0", {"audience": "inside", "encrypted": "none", "port": 2049}],
	}
	public := _shown("nfs.a", {"network_interface": [{"ip_address": "203.0.113.9"}]}, {})
	{found[3].audience | some found in public; found[3].audience} == {"anybody"}
	late := _shown("nfs.a", {}, {"network_interface": true})
	{found[3].audience | some found in late; found[3].audience} == {_unknown}
}

test_registries_are_open_as_they_say if {
	every case in [
		[{}, {}, "inside"],
		[{"access_level": "none"}, {}, "inside"],
		[{"access_level": "readonly"}, {}, "anybody"],
		[{"access_level": "x"}, {}, _unknown],
		[{}, {"access_level": true}, _unknown],
	] {
		_shown("container_registry.a", case[0], case[1]) == {
			["container_registry.a", "container-registry", "", {"region": _unknown, "audience": case[2]}],
		}
	}
}

test_queues_keep_for_so_many_days if {
	every case in [
		[{}, {}, 4],
		[{"expire_seconds": 60}, {}, 1],
		[{"expire_seconds": 1209600}, {}, 14],
		[{"expire_seconds": "x"}, {}, _unknown],
		[{}, {"expire_seconds": true}, _unknown],
	] {
		_shown("simple_mq.a", case[0], case[1]) == {
			["simple_mq.a", "simple-mq", "", {"region": _unknown, "retention": case[2]}],
		}
	}
}

test_what_is_read_and_what_it_is_called if {
	object.keys(other_stores.reads) == {"sakuracloud_container_registry", "sakuracloud_nfs", "sakuracloud_simple_mq"}
	object.keys(other_stores.ways) == {"container-registry", "nfs", "simple-mq"}
}

_shown(address, after, marks) := _told(stores) | _told(endpoints) if {
	plan := _plan([_made(address, after, marks, {})])
	stores := other_stores.stores with input as plan
	endpoints := other_stores.endpoints with input as plan
}

# the thing, its way, the path to it and what is known of it, without {"is": …}
_told(facts) := {[trim_prefix(found.thing, "terraform:sakuracloud_"), found.way, path, said] |
	some found in facts
	path := concat(".", [sprintf("%v", [step]) | some step in array.slice(found.steps, 6, 20)])
	said := {name: _bare(value) | some name, value in found; not name in {"key", "steps", "thing", "way"}}
}

_bare(value) := value.is if {
	value.is
} else := value

_unknown := {"unknown": true}

# what is unknown is written; ties are expressions of the configuration
_made(address, after, marks, ties) := {
	"change": {
		"address": concat("", ["sakuracloud_", address]),
		"mode": "managed",
		"type": concat("", ["sakuracloud_", split(address, ".")[0]]),
		"name": split(address, ".")[1],
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": concat("", ["sakuracloud_", address]),
		"provider_config_key": object.get(ties, "provider", "sakuracloud"),
		"expressions": object.union({name: {} | some part in [after, marks]; some name, _ in part}, ties),
	},
}

_plan(resources) := {"terraform": {"p": {
	"resource_changes": [each.change | some each in resources],
	"configuration": {
		"provider_config": {"sakuracloud": {"expressions": {"zone": {"constant_value": "is1a"}}}},
		"root_module": {"resources": [each.configured | some each in resources]},
	},
}}}
