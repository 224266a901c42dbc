# METADATA
# title: Backup plans of AWS
# description: How long AWS Backup keeps what it takes, and where it copies that to.
package bunkaiten.observed.terraform.aws.backup_plans

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.accounts

# METADATA
# description: What people call these facts.
ways := {
	"backup": {"en": "backups by a plan of AWS Backup", "ja": "AWS Backup のプランによるバックアップ"},
	"backup-copy": {"en": "backups, copied", "ja": "バックアップの複製"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_backup_plan": [
		"rule.copy_action.destination_vault_arn", "rule.copy_action.lifecycle.delete_after", "rule.lifecycle.delete_after",
	],
	"aws_backup_vault": [],
}

# METADATA
# description: >-
#   What each rule keeps in the plan's own region, and each copy with its region; where a copy goes to
#   another account, with whoever that is. All of it is encrypted:
#   https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
stores contains found if {
	some [plan, rule] in _rules
	found := fact.on(plan, ["rule", rule.index], "backup", {
		"region": resource.region(plan),
		"encrypted": {"is": "yes"},
		"retention": _kept(rule.values, rule.unknown),
	})
}

stores contains found if {
	some [plan, rule] in _rules
	some index, copy in _copies(rule)
	some attributes in _copied(plan, object.get(copy, "destination_vault_arn", null))
	path := ["rule", rule.index, "copy_action", index, "destination_vault_arn"]
	found := fact.on(plan, path, "backup-copy", object.union(
		{"encrypted": {"is": "yes"}, "retention": _kept(copy, _hidden(rule, index))},
		attributes,
	))
}

# blocks that are made for each of what is known only after apply
stores contains found if {
	some _, plan in resource.managed.aws_backup_plan
	some path in _late_rules(plan)
	found := fact.on(plan, path, "backup", {
		"region": resource.region(plan),
		"encrypted": {"is": "yes"},
		"retention": {"unknown": true},
	})
}

stores contains found if {
	some _, plan in resource.managed.aws_backup_plan
	some path in (_late_rules(plan) | _late_copies(plan))
	unknown := {"unknown": true}
	found := fact.on(plan, path, "backup-copy", {"who": unknown, "region": unknown, "encrypted": {"is": "yes"}})
}

_rules contains [plan, rule] if {
	some _, plan in resource.managed.aws_backup_plan
	some rule in resource.items(plan, "rule")
	is_object(rule.values)
}

_copies(rule) := {index: copy |
	is_array(rule.values.copy_action)
	some index, copy in rule.values.copy_action
	is_object(copy)
}

_hidden(rule, index) := object.get(rule.unknown, ["copy_action", index], {}) if {
	is_object(rule.unknown)
} else := {}

_late_rules(plan) := {["rule"] | plan.unknown.rule == true} | {["rule", rule.index] |
	some rule in resource.items(plan, "rule")
	rule.unknown == true
}

_late_copies(plan) := {path |
	some rule in resource.items(plan, "rule")
	is_object(rule.unknown)
	walk(rule.unknown.copy_action, [below, true])
	count(below) < 2
	path := array.concat(["rule", rule.index, "copy_action"], below)
}

# a vault of the plan itself; else what its ARN tells
_copied(plan, arn) := {{"region": other} | some other in _elsewhere(plan, regions)} if {
	regions := {resource.region(_managed.aws_backup_vault[key]) | some key in _vaults(plan, arn)}
	count(regions) > 0
} else := {{"region": {"is": region}}} if {
	is_string(arn)
	region := split(arn, ":")[3]
	count(_strangers(plan, arn)) == 0
} else := {{"region": {"is": region}, "who": who} | some who in _strangers(plan, arn)} if {
	is_string(arn)
	region := split(arn, ":")[3]
} else := {{"region": {"unknown": true}, "who": {"unknown": true}}}

# of one that is not known yet the references tell, which stand together for all that the rules name
_vaults(plan, arn) := {key |
	some key, vault in _managed.aws_backup_vault
	vault.document == plan.document
	vault.values.arn == arn
} if {
	is_string(arn)
} else := resource.tied(plan, "rule", "aws_backup_vault")

# one of them is where the rule keeps things first
_elsewhere(plan, regions) := others if {
	others := regions - {resource.region(plan)}
	count(others) > 0
} else := regions

_strangers(plan, arn) := accounts.strangers({"is": arn}, own) if {
	own := {account | some account in object.get(_own, plan.document, set())}
}

_kept(block, hidden) := {"unknown": true} if {
	_is_late(hidden)
} else := {"is": days} if {
	is_array(block.lifecycle)
	some lifecycle in block.lifecycle
	days := lifecycle.delete_after
	is_number(days)
	days > 0
} else := {"is": "forever"}

_is_late(hidden) if hidden.lifecycle == true

_is_late(hidden) if hidden.lifecycle[_].delete_after == true

# by rules of their own, as regorus finds nothing where a function names another package's rule
_managed := resource.managed

_own[document] := found if some document, found in resource.accounts
