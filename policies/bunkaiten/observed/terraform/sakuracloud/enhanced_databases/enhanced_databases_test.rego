package bunkaiten_test.observed.terraform.sakuracloud.enhanced_databases

import data.bunkaiten.observed.terraform.sakuracloud.enhanced_databases

test_database_is_a_store_and_listens if {
	_shown({"region": "is1", "allowed_networks": ["198.51.100.64/28"]}, {}) == {
		["enhanced_db.a", "enhanced-database", "", {"region": "is1"}],
		["enhanced_db.a", "enhanced-database", "", {"audience": "inside", "encrypted": _unknown, "port": 3306}],
		[
			"enhanced_db.a", "enhanced-database-network", "allowed_networks.0",
			{"who": _network("198.51.100.64/28"), "direction": "in", "ports": [3306, 3306]},
		],
	}
}

test_who_may_connect if {
	every case in [
		[{}, {}, _unknown],
		[{"allowed_networks": []}, {}, _unknown],
		[{"allowed_networks": ["198.51.100.7", "0.0.0.0/0"]}, {}, "anybody"],
		[{"allowed_networks": ["198.51.100.7", null]}, {}, _unknown],
		[{}, {"allowed_networks": true}, _unknown],
	] {
		{found[3].audience | some found in _shown(case[0], case[1]); found[3].audience} == {case[2]}
	}
}

test_region_that_is_not_known if {
	every case in [[{}, {"region": true}], [{}, {}], [{"region": 7}, {}]] {
		{found[3].region | some found in _shown(case[0], case[1])} == {_unknown}
	}
}

test_what_is_read_and_what_it_is_called if {
	object.keys(enhanced_databases.reads) == {"sakuracloud_enhanced_db"}
	object.keys(enhanced_databases.ways) == {"enhanced-database", "enhanced-database-network"}
}

_shown(after, marks) := (_told(stores) | _told(endpoints)) | _told(peers) if {
	plan := _plan([_made("enhanced_db.a", after, marks, {})])
	stores := enhanced_databases.stores with input as plan
	endpoints := enhanced_databases.endpoints with input as plan
	peers := enhanced_databases.peers with input as plan
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

_network(name) := {"by": "network", "name": name}

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
