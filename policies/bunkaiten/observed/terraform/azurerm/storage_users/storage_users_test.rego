package bunkaiten_test.observed.terraform.azurerm.storage_users

import data.bunkaiten.observed.terraform.azurerm.storage_users

test_users_come_from_wherever_the_account_is_reached if {
	fence := {"network_rules": [{"default_action": "Deny", "ip_rules": ["203.0.113.32/28"]}]}
	every case in [
		[{}, {}, {"is": {"by": "anybody", "name": "0.0.0.0/0"}}, {"is": "anybody"}],
		[fence, {}, {"is": {"by": "network", "name": "203.0.113.32/28"}}, {"is": "inside"}],
		[{"public_network_access_enabled": false}, {}, {}, {"is": "inside"}],
		[{}, {"public_network_access_enabled": true}, unknown, unknown],
	] {
		account := made(
			"azurerm_storage_account.a",
			object.union({"name": "a", "sftp_enabled": true}, case[0]),
			case[1],
			{},
		)
		{object.get(found[2], "who", {}) |
			some found in _accesses([account, _user({"ssh_key_enabled": true}, {})])
		} == {case[2]}
		{found[2].audience | some found in _endpoints([account])} == {case[3]}
	}
	_endpoints([made("azurerm_storage_account.a", {"name": "a"}, {}, {})]) == set()
}

test_user_of_one_of_several_accounts_comes_from_where_all_of_them_are_reached if {
	fence := {"network_rules": [{"default_action": "Deny", "ip_rules": ["203.0.113.32/28"]}]}
	every case in [
		[{}, {}, {"is": {"by": "anybody", "name": "0.0.0.0/0"}}],
		[fence, {}, unknown],
		[{"public_network_access_enabled": false}, {}, unknown],
		[{}, {"public_network_access_enabled": true}, unknown],
	] {
		open := made("azurerm_storage_account.a", {"name": "a"}, {}, {})
		twin := made("azurerm_storage_account.b", object.union({"name": "a"}, case[0]), case[1], {})
		{object.get(found[2], "who", {}) | some found in _accesses([open, twin, _user({}, {})])} == {case[2]}
	}
}

test_users_have_keys_and_rights if {
	every case in [
		[{"ssh_key_enabled": true, "ssh_password_enabled": true}, {}, {"is": ["key", "password"]}],
		[{}, {}, {"is": ["key"]}],
		[{}, {"ssh_key_enabled": true}, unknown],
	] {
		{found[2].authentication | some found in _accesses([_user(case[0], case[1])])} == {case[2]}
	}
	every case in [
		[
			{"permission_scope": [{"permissions": [{"read": true, "create": true, "write": false}]}]},
			{},
			{"is": ["read", "write"]},
		],
		[
			{"permission_scope": [{"permissions": [{}]}]},
			{"permission_scope": [{"permissions": [{"read": true}]}]},
			unknown,
		],
		[{}, {"permission_scope": true}, unknown],
	] {
		{found[2].rights | some found in _accesses([_user(case[0], case[1])])} == {case[2]}
	}
}

test_what_facts_are_called if {
	storage_users.ways == {
		"storage-sftp": {"en": "SFTP of a storage account", "ja": "ストレージアカウントの SFTP"},
		"storage-sftp-user": {"en": "SFTP user of a storage account", "ja": "ストレージアカウントの SFTP 利用者"},
	}
}

test_what_is_read if {
	object.keys(storage_users.reads) == {"azurerm_storage_account", "azurerm_storage_account_local_user"}
}

test_what_belongs_to_what if {
	object.keys(storage_users.satellites) == {"azurerm_storage_account_local_user"}
}

_user(after, marks) := made(
	"azurerm_storage_account_local_user.u",
	object.union({"storage_account_id": "a"}, after),
	marks,
	{},
)

_accesses(given) := {short(found) | some found in all} if all := storage_users.accesses with input as plan(given)

_endpoints(given) := {short(found) | some found in all} if all := storage_users.endpoints with input as plan(given)

short(found) := [
	trim_prefix(found.thing, "terraform:azurerm_"),
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
]

unknown := {"unknown": true}

# what is unknown is written; a tie is a list of references
made(address, after, marks, ties) := {
	"change": {
		"address": address,
		"mode": "managed",
		"type": split(address, ".")[0],
		"name": split(address, ".")[1],
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": address,
		"provider_config_key": "azurerm",
		"expressions": object.union(
			{name: {} | some part in [after, marks]; some name, _ in part},
			{name: {"references": [reference]} | some name, reference in ties},
		),
	},
}

plan(resources) := {"terraform": {"p": {
	"resource_changes": [each.change | some each in resources],
	"configuration": {
		"provider_config": {"azurerm": {"expressions": {
			"subscription_id": {"constant_value": "S1"},
			"tenant_id": {"references": ["var.tenant"]},
		}}},
		"root_module": {"resources": [each.configured | some each in resources]},
	},
	"variables": {"tenant": {"value": "T1"}},
}}}
