package bunkaiten_test.observed.terraform.sakuracloud.recording

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.recording

test_hosts_and_the_suite_take_logs if {
	router := _made("vpc_router.a", {"syslog_host": "203.0.113.5", "monitoring_suite": [{"enabled": true}]}, {}, {})
	balancer := _made("proxylb.b", {"syslog": [{"server": "203.0.113.6", "port": 1514}]}, {}, {})
	database := _made("database.c", {"monitoring_suite": [{"enabled": false}]}, {}, {})
	found := recording.logs with input as _plan([router, balancer, database])
	_told(found) == {
		["database.c", "monitoring-suite", "monitoring_suite.0", {"records": "no"}],
		["proxylb.b", "syslog", "syslog.0.server", {"records": "yes"}],
		["vpc_router.a", "monitoring-suite", "monitoring_suite.0", {"records": "yes"}],
		["vpc_router.a", "syslog", "syslog_host", {"records": "yes"}],
	}
	peers := recording.peers with input as _plan([router, balancer, database])
	_told(peers) == {
		["proxylb.b", "syslog", "syslog.0.server", _sent("203.0.113.6/32", 1514)],
		["vpc_router.a", "syslog", "syslog_host", _sent("203.0.113.5/32", 514)],
	}
}

test_host_that_is_not_known_yet if {
	found := recording.peers with input as _plan([_made("vpc_router.a", {}, {"syslog_host": true}, {})])
	{each.who | some each in found} == {_unknown}
}

test_port_is_known_unknown_or_the_usual_one if {
	every case in [[{"port": 1514}, {}, [1514, 1514]], [{}, {}, [514, 514]], [{}, {"port": true}, _unknown]] {
		block := object.union(case[0], {"server": "203.0.113.6"})
		given := _plan([_made("proxylb.a", {"syslog": [block]}, {"syslog": [case[1]]}, {})])
		found := recording.peers with input as given
		{each[3].ports | some each in _told(found)} == {case[2]}
	}
}

test_whether_an_appliance_records if {
	every case in [
		[{"monitoring_suite": [{"enabled": true}]}, {}, {"is": "yes"}],
		[{"monitoring_suite": [{"enabled": false}]}, {}, {"is": "no"}],
		[{"monitoring_suite": [{}]}, {"monitoring_suite": [{"enabled": true}]}, _unknown],
		[{}, {"monitoring_suite": true}, _unknown],
		[{"syslog_host": "192.168.0.1"}, {}, {"is": "yes"}],
		[{"syslog_host": 7}, {}, _unknown],
		[{}, {"syslog_host": true}, _unknown],
		[{"syslog_host": ""}, {}, {"is": "no"}],
	] {
		_recorded(_made("vpc_router.a", case[0], case[1], {})) == {case[2]}
	}
}

test_suite_that_nobody_wrote_takes_nothing if {
	computed := json.remove(
		_made("vpc_router.a", {}, {"monitoring_suite": true}, {}),
		["configured/expressions/monitoring_suite"],
	)
	_recorded(computed) == {{"is": "no"}}
	found := recording.logs with input as _plan([computed])
	found == set()
}

test_suite_that_is_not_known_yet if {
	found := recording.logs with input as _plan([_made("vpc_router.a", {}, {"monitoring_suite": true}, {})])
	{each.records | some each in found} == {_unknown}
}

test_what_is_read_and_what_it_is_called if {
	object.keys(recording.reads) == {"sakuracloud_database", "sakuracloud_proxylb", "sakuracloud_vpc_router"}
	object.keys(recording.ways) == {"monitoring-suite", "syslog"}
}

_recorded(made) := found if {
	found := {recording.of(router) |
		some _, router in resource.managed.sakuracloud_vpc_router
	} with input as _plan([made])
}

_sent(name, port) := {"who": _network(name), "direction": "out", "ports": [port, port]}

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

_anybody := {"by": "anybody", "name": "0.0.0.0/0"}

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
