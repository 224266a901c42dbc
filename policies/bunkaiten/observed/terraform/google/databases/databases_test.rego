package bunkaiten_test.observed.terraform.google.databases

import data.bunkaiten.observed.terraform.google.databases
import data.bunkaiten.observed.terraform.google.sql_settings

test_instance_that_nobody_configured_is_inside_and_takes_plain_text if {
	given := instance([{"tier": "db-f1-micro"}], [{}], "POSTGRES_16")
	listening := databases.endpoints with input as plan([given])
	held := databases.stores with input as plan([given])

	seen(listening) == {["google_sql_database_instance.i", "sql-instance", ["settings", 0], {
		"audience": {"is": "inside"},
		"encrypted": {"is": "none"},
		"port": {"is": 5432},
	}]}
	seen(held) == {["google_sql_database_instance.i", "sql-instance", [], {
		"region": {"is": "asia-northeast1"},
		"encrypted": {"is": "yes"},
	}]}
}

test_instance_of_which_nothing_is_known_is_open if {
	given := plan([instance([], true, "MYSQL_8_0")])
	listening := databases.endpoints with input as given
	near := databases.peers with input as given
	held := databases.stores with input as given
	late := {"unknown": true}
	name := "google_sql_database_instance.i"

	seen(listening) == {[name, "sql-instance", ["settings"], {"audience": late, "encrypted": late, "port": {"is": 3306}}]}
	seen(near) == {[name, "sql-network", ["settings"], {"who": late, "direction": "in"}]}
	seen(held) == {
		[name, "sql-backups", ["settings"], {"region": late, "retention": late}],
		[name, "sql-instance", [], {"region": {"is": "asia-northeast1"}, "encrypted": {"is": "yes"}}],
	}
}

test_port_is_that_of_the_engine if {
	every version, port in {
		"MYSQL_8_0": {3306}, "POSTGRES_16": {
			5432,
		},
		"SQLSERVER_2022_STANDARD": {1433}, "NEW_1": set(),
	} {
		found := databases.endpoints with input as plan([instance([{}], [{}], version)])
		{fact.port.is | some fact in found} == port
	}
	found := databases.endpoints with input as plan([instance([{}], [{}], null)])
	{fact.encrypted.is | some fact in found; not fact.port} == {"none"}
}

test_encryption_is_what_is_demanded if {
	every mode, encrypted in {
		"ENCRYPTED_ONLY": "tls",
		"TRUSTED_CLIENT_CERTIFICATE_REQUIRED": "mutual-tls",
		"ALLOW_UNENCRYPTED_AND_ENCRYPTED": "none",
	} {
		found := databases.endpoints with input as plan([instance(
			[
				{"ip_configuration": [{"ssl_mode": mode}]},
			],
			[{}], "MYSQL_8_0",
		)])
		{fact.encrypted.is | some fact in found} == {encrypted}
	}
}

test_networks_are_let_in_one_by_one if {
	every case in [
		[[{"value": "203.0.113.0/28"}], {}, {{"is": {"by": "network", "name": "203.0.113.0/28"}}}, "inside"],
		[[{"value": "203.0.113.1"}], {}, {{"is": {"by": "network", "name": "203.0.113.1/32"}}}, "inside"],
		[[{"value": "0.0.0.0/0"}], {}, {{"is": {"by": "anybody", "name": "0.0.0.0/0"}}}, "anybody"],
		[[{"value": null}], {"authorized_networks": [{"value": true}]}, {{"unknown": true}}, "?"],
		[[{"value": null}], {}, {{"unknown": true}}, "?"],
		[null, {"authorized_networks": true}, {{"unknown": true}}, "?"],
		[[], {}, set(), "inside"],
	] {
		given := plan([instance(
			[{"ip_configuration": [
				{"authorized_networks": case[0]},
			]}],
			[{"ip_configuration": [case[1]]}], "MYSQL_8_0",
		)])
		near := databases.peers with input as given
		listening := databases.endpoints with input as given
		{fact.who | some fact in near} == case[2]
		every fact in near { fact.ports == {"is": [3306, 3306]} }
		{object.get(fact.audience, "is", "?") | some fact in listening} == {case[3]}
	}
	odd := databases.peers with input as plan([instance(
		[{"ip_configuration": [
			{"authorized_networks": [{"value": "192.0.2.0/24"}]},
		]}],
		[{}], null,
	)])
	{fact.way | some fact in odd; not fact.ports} == {"sql-network"}
}

test_projects_are_let_in_one_by_one if {
	every case in [
		[["aoba-emr"], {}, set()],
		[["aoba-emr", "hikari"], {}, {{"is": {"by": "project", "name": "hikari"}}}],
		[[null], {"psc_config": [{"allowed_consumer_projects": [true]}]}, {{"unknown": true}}],
		[null, {"psc_config": [{"allowed_consumer_projects": true}]}, {{"unknown": true}}],
	] {
		settings := [{"ip_configuration": [{"psc_config": [{"allowed_consumer_projects": case[0]}]}]}]
		found := databases.peers with input as plan([instance(settings, [{"ip_configuration": [case[1]]}], "MYSQL_8_0")])
		{fact.who | some fact in found} == case[2]
	}
}

test_backups_lie_where_somebody_chose_or_in_that_part_of_the_world if {
	every case in [
		[{"enabled": true, "location": "asia-northeast1"}, {}, [{"is": "asia-northeast1"}, {"is": 7}]],
		[{"enabled": true}, {}, [{"is": "asia"}, {"is": 7}]],
		[
			{"enabled": true, "location": null, "backup_retention_settings": [
				{"retained_backups": 35},
			]},
			{}, [{"is": "asia"}, {"is": 35}],
		],
		[
			{"enabled": true}, {"location": true, "backup_retention_settings": [
				{"retained_backups": true},
			]},
			[{"unknown": true}, {"unknown": true}],
		],
		[{"enabled": null}, {"enabled": true, "backup_retention_settings": true}, [{"is": "asia"}, {"is": 7}]],
	] {
		backed_up({}, case[0], case[1]) == {case[2]}
	}
}

test_backups_that_nobody_turned_on_are_none if {
	every enabled in [false, null] { backed_up({}, {"enabled": enabled}, {}) == set() }
}

test_part_of_the_world_is_that_of_the_region if {
	every region, place in {
		"europe-west1": {"is": "eu"},
		"us-east1": {"is": "us"},
		"australia-southeast1": {"unknown": true},
	} {
		backed_up({"region": region}, {"enabled": true}, {}) == {[place, {"is": 7}]}
	}
}

backed_up(after, backups, unknown) := {[
	fact.region, fact.retention,
] |
	some fact in found
	fact.way == "sql-backups"
} if {
	settings := {"settings": [{"backup_configuration": [backups]}]}
	late := {"settings": [{"backup_configuration": [unknown]}]}
	given := made("google_sql_database_instance.i", object.union(after, settings), late, {})
	found := databases.stores with input as plan([given])
}

test_what_is_read if {
	object.keys(databases.reads) == {"google_sql_database_instance"}
	count(sql_settings.reads.google_sql_database_instance) == 7
	object.keys(databases.ways) == {"sql-backups", "sql-consumer", "sql-instance", "sql-network"}
}

instance(settings, unknown, version) := made(
	"google_sql_database_instance.i",
	{"database_version": version, "settings": settings},
	{"settings": unknown},
	{},
)

seen(found) := {[trim_prefix(fact.thing, "terraform:"), fact.way, array.slice(fact.steps, 6, 99), said] |
	some fact in found
	said := object.remove(fact, ["key", "steps", "thing", "way"])
}

# everything in the changes is written, in a plan of the project aoba-emr
plan(changes) := {"terraform": {"p": {
	"resource_changes": changes,
	"configuration": {
		"provider_config": {"google": {"name": "google", "expressions": {
			"project": {"constant_value": "aoba-emr"},
			"region": {"constant_value": "asia-northeast1"},
		}}},
		"root_module": {"resources": [written |
			some one in changes
			names := {name: {} | some part in ["after", "after_unknown"]; some name, _ in one.change[part]}
			references := {name: {"references": targets} | some name, targets in one.references}
			written := {
				"address": concat(".", [one.type, one.name]),
				"expressions": object.union(names, references),
				"provider_config_key": "google",
			}
		]},
	},
}}}

made(address, after, unknown, references) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"references": references,
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}
