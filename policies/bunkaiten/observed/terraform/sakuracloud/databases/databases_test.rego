package bunkaiten_test.observed.terraform.sakuracloud.databases

import data.bunkaiten.observed.terraform.sakuracloud.databases

test_databases_are_stores_and_listen if {
	after := {
		"network_interface": [{"ip_address": "192.168.0.9", "port": 3306}],
		"disk": [{"encryption_algorithm": "aes256_xts"}],
		"backup": [{"weekdays": ["mon"]}],
	}
	_stores(_made("database.a", after, {}, {})) == {
		["database.a", "database-appliance", "", {"region": "is1a", "encrypted": "yes"}],
		["database.a", "database-appliance-backups", "backup.0", {"region": "is1a", "retention": _unknown}],
	}
	_endpoints(_made("database.a", after, {}, {})) == {
		["database.a", "database-appliance", "network_interface.0", {"audience": "inside", "port": 3306}],
	}
	_endpoints(_made("database_read_replica.a", {"network_interface": [{"ip_address": "192.168.0.9"}]}, {}, {})) == {
		["database_read_replica.a", "database-appliance", "network_interface.0", {"audience": "inside"}],
	}
}

test_encryption_of_the_disk if {
	every case in [
		[{}, {}, "no"],
		[{"disk": [{}]}, {}, "no"],
		[{"disk": [{}]}, {"disk": [{"encryption_algorithm": true}]}, _unknown],
		[{}, {"disk": true}, _unknown],
		[{"disk": [{}, {}]}, {}, _unknown],
	] {
		{found[3].encrypted | some found in _stores(_made("database.a", case[0], case[1], {}))} == {case[2]}
	}
	computed := json.remove(_made("database.a", {}, {"disk": true}, {}), ["configured/expressions/disk"])
	{found[3].encrypted | some found in _stores(computed)} == {"no"}
}

test_sources_that_are_named_narrow_down_who_comes_near if {
	every case in [
		[[], {"audience": "anybody", "encrypted": _unknown, "port": 5432}],
		[["198.51.100.64/28"], {"audience": "inside", "port": 5432}],
		[["198.51.100.64/28", "0.0.0.0/0"], {"audience": "anybody", "encrypted": _unknown, "port": 5432}],
		[["198.51.100.64/28", null], {"audience": _unknown, "encrypted": _unknown, "port": 5432}],
	] {
		after := {"network_interface": [{"ip_address": "203.0.113.9", "source_ranges": case[0]}]}
		late := {"network_interface": [{"source_ranges": [is_null(each) | some each in case[0]]}]}
		{found[3] | some found in _endpoints(_made("database.a", after, late, {}))} == {case[1]}
	}
}

test_sources_and_file_servers_are_peers if {
	interface := {"source_ranges": ["198.51.100.64/28"], "port": 3306}
	backup := {"connect": "nfs://203.0.113.20/export"}
	_peers(_made("database.a", {"network_interface": [interface], "continuous_backup": [backup]}, {}, {})) == {
		[
			"database.a", "database-appliance-copy", "continuous_backup.0.connect",
			{"who": _network("203.0.113.20/32"), "direction": "out"},
		],
		[
			"database.a", "database-appliance-source", "network_interface.0.source_ranges.0",
			{"who": _network("198.51.100.64/28"), "direction": "in", "ports": [3306, 3306]},
		],
	}
	replica := _made("database_read_replica.a", {"network_interface": [{"source_ranges": ["198.51.100.7"]}]}, {}, {})
	{found[3] | some found in _peers(replica)} == {{"who": _network("198.51.100.7/32"), "direction": "in"}}
}

test_what_is_not_known_yet if {
	every case in [
		[{"network_interface": [{}]}, {"network_interface": [{"source_ranges": true}]}],
		[{}, {"network_interface": true}],
		[{"continuous_backup": [{}]}, {"continuous_backup": [{"connect": true}]}],
		[{"continuous_backup": [{"connect": "/export"}]}, {}],
	] {
		{found[3].who | some found in _peers(_made("database.a", case[0], case[1], {}))} == {_unknown}
	}
	late := _made("database.a", {}, {"network_interface": true}, {})
	{found[3] | some found in _endpoints(late)} == {{"audience": _unknown, "encrypted": _unknown, "port": _unknown}}
}

test_what_is_read_and_what_belongs_to_what if {
	databases.reads == {
		"sakuracloud_database": [
			"backup",
			"continuous_backup.connect",
			"network_interface.port",
			"disk.encryption_algorithm",
			"network_interface.ip_address",
			"network_interface.source_ranges",
			"zone",
		],
		"sakuracloud_database_read_replica": [
			"master_id",
			"disk.encryption_algorithm",
			"network_interface.ip_address",
			"network_interface.source_ranges",
			"zone",
		],
	}
	databases.satellites == {
		"sakuracloud_database_read_replica": [["master_id", "sakuracloud_database"]],
	}
	count(databases.ways) == 4
}

_stores(made) := _told(found) if {
	found := databases.stores with input as _plan([made])
}

_endpoints(made) := _told(found) if {
	found := databases.endpoints with input as _plan([made])
}

_peers(made) := _told(found) if {
	found := databases.peers with input as _plan([made])
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
