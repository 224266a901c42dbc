package bunkaiten_test.observed.terraform.aws.backup_plans

import data.bunkaiten.observed.terraform.aws.backup_plans

unknown := {"unknown": true}

tokyo := {"is": "ap-northeast-1"}

osaka := {"is": "ap-northeast-3"}

forever := {"is": "forever"}

test_how_long_a_rule_keeps if {
	every case in [
		[{}, {}, forever],
		[{"lifecycle": []}, {}, forever],
		[{"lifecycle": [{"cold_storage_after": 30, "delete_after": null}]}, {}, forever],
		[{"lifecycle": [{"delete_after": 0}]}, {}, forever],
		[{"lifecycle": [{"delete_after": 35}]}, {}, {"is": 35}],
		[{"lifecycle": [{}]}, {"lifecycle": [{"delete_after": true}]}, unknown],
		[{}, {"lifecycle": true}, unknown],
	] {
		shown({"rule": [case[0]]}, {"rule": [case[1]]}) == {["backup", ["rule", 0], tokyo, case[2], null]}
	}
}

test_copies_tell_their_region_and_whose_they_are if {
	audit := {"is": {"by": "account", "name": "444455556666"}}
	at := ["rule", 0, "copy_action", 0, "destination_vault_arn"]
	own := "arn:aws:backup:ap-northeast-3:111122223333:backup-vault:x"
	theirs := "arn:aws:backup:us-east-1:444455556666:backup-vault:x"

	copies({"destination_vault_arn": own}, {}) == {["backup-copy", at, osaka, forever, null]}
	copies({"destination_vault_arn": own, "lifecycle": [{"delete_after": 7}]}, {}) == {[
		"backup-copy", at, osaka,
		{"is": 7}, null,
	]}
	copies({"destination_vault_arn": theirs}, {}) == {["backup-copy", at, {"is": "us-east-1"}, forever, audit]}
	copies({"lifecycle": []}, {"destination_vault_arn": true, "lifecycle": true}) == {[
		"backup-copy", at, unknown,
		unknown, unknown,
	]}
}

test_vaults_of_the_plan_tell_their_own_region if {
	vault := change("aws_backup_vault", "osaka", {"arn": "arn:aws:backup:x:1:backup-vault:x"}, {})
	made := {"references": ["aws_backup_vault.osaka.arn", "aws_backup_vault.osaka"]}
	copy := {"destination_vault_arn": "arn:aws:backup:x:1:backup-vault:x"}
	named := [change("aws_backup_plan", "x", {"rule": [{"copy_action": [copy]}]}, {})]
	late := [change(
		"aws_backup_plan", "x",
		{"rule": [{"copy_action": [{}]}]},
		{"rule": [{"copy_action": [{"destination_vault_arn": true}]}]},
	)]

	every plans in [named, late] {
		found := stores(array.concat(plans, [vault]), {"rule": made})
		{[regions, who] |
			some [way, _, regions, _, who] in found
			way == "backup-copy"
		} == {[osaka, null]}
	}
}

test_of_two_vaults_the_copy_is_in_the_other_region if {
	made := {"references": ["aws_backup_vault.osaka", "aws_backup_vault.tokyo"]}
	late := change(
		"aws_backup_plan", "x",
		{"rule": [{"copy_action": [{}]}]},
		{"rule": [{"copy_action": [{"destination_vault_arn": true}]}]},
	)
	here := change("aws_backup_vault", "tokyo", {}, {})
	there := change("aws_backup_vault", "osaka", {}, {})

	{region | some ["backup-copy", _, region, _, _] in stores([late, here, there], {"rule": made})} == {osaka}
	{region | some ["backup-copy", _, region, _, _] in stores([late, here], {"rule": made})} == {tokyo}
}

test_blocks_that_only_apply_will_show if {
	every case in [[{}, {"rule": true}, ["rule"]], [{"rule": [null]}, {"rule": [true]}, ["rule", 0]]] {
		shown(case[0], case[1]) == {
			["backup", case[2], tokyo, unknown, null],
			["backup-copy", case[2], unknown, null, unknown],
		}
	}
	every case in [[true, []], [[true], [0]]] {
		shown({"rule": [{}]}, {"rule": [{"copy_action": case[0]}]}) == {
			["backup", ["rule", 0], tokyo, forever, null],
			["backup-copy", array.concat(["rule", 0, "copy_action"], case[1]), unknown, null, unknown],
		}
	}
}

test_words_and_what_is_read if {
	object.keys(backup_plans.ways) == {"backup", "backup-copy"}
	object.keys(backup_plans.reads) == {"aws_backup_plan", "aws_backup_vault"}
}

copies(copy, marks) := {found |
	some found in shown({"rule": [{"copy_action": [copy]}]}, {"rule": [{"copy_action": [marks]}]})
	found[0] == "backup-copy"
}

shown(after, marks) := stores([change("aws_backup_plan", "x", after, marks)], {"rule": {}})

stores(changes, expressions) := {[
	found.way, array.slice(found.steps, 6, count(found.steps)), found.region,
	object.get(found, "retention", null), object.get(found, "who", null),
] |
	all := backup_plans.stores with input as {"terraform": {"p": {
		"resource_changes": changes,
		"configuration": {
			"provider_config": {
				"aws": {"expressions": {
					"region": {"constant_value": "ap-northeast-1"},
					"allowed_account_ids": {"constant_value": ["111122223333"]},
				}},
				"aws.osaka": {"expressions": {"region": {"constant_value": "ap-northeast-3"}}},
			},
			"root_module": {"resources": [
				{"address": "aws_backup_plan.x", "provider_config_key": "aws", "expressions": expressions},
				{"address": "aws_backup_vault.osaka", "provider_config_key": "aws.osaka", "expressions": {}},
				{"address": "aws_backup_vault.tokyo", "provider_config_key": "aws", "expressions": {}},
			]},
		},
	}}}
	some found in all
	found.encrypted == {"is": "yes"}
}

change(type, name, after, marks) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["create"], "after": after, "after_unknown": marks},
}
