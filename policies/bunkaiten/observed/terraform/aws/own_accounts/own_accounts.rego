# METADATA
# title: Own accounts of AWS
# description: >-
#   Which accounts are one's own where a thing names another by its ARN: those that its provider block
#   tells, those of what the same block has already made, and those that it says it works in.
package bunkaiten.observed.terraform.aws.own_accounts

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.accounts
import data.bunkaiten.observed.written

# METADATA
# description: The accounts that count as one's own for a thing.
of(thing) := {account | some account in _told[thing.document]} | {account |
	some account in _seen[thing.document][configuration.provider(thing)]
}

# METADATA
# description: >-
#   Whom what an attribute refers to, by the keys in the configuration, belongs to: nobody else where the
#   plan makes it in the account of the thing, another account where its provider block tells another,
#   and nobody knows where something else is among it.
makers(thing, referred) := {{"unknown": true}} if {
	not accounts.is_own_making(referred)
} else := {{"is": {"by": "account", "name": account}} |
	some made in referred
	own := resource.accounts_of(thing)
	theirs := resource.accounts_of({"document": thing.document, "configured": made})
	count(own) > 0
	count(own & theirs) == 0
	some account in theirs
}

_told[document] := found if some document, found in resource.accounts

# what a block has made carries its account, where the provider gave the ARN and nobody wrote it
_seen[document][block] contains account if {
	some document, plan in input.terraform
	some change in written.items(plan, "resource_changes")
	change.mode == "managed"
	startswith(change.type, "aws_")
	arn := change.change.after.arn
	is_string(arn)
	account := split(arn, ":")[4]
	regex.match(`^[0-9]{12}$`, account)
	made := {
		"configured": configuration.entry(document, object.get(change, "module_address", ""), configuration.called(change)),
		"values": change.change.after,
		"mistyped": [],
	}
	not configuration.is_written(made, "arn")
	block := configuration.provider(made)
}

# aws_caller_identity was asked for while planning
_seen[document][block] contains account if {
	some document, plan in input.terraform
	some asked in written.items(plan, ["prior_state", "values", "root_module", "resources"])
	asked.mode == "data"
	asked.type == "aws_caller_identity"
	account := asked.values.account_id
	is_string(account)
	block := configuration.provider({"configured": configuration.entry(document, "", configuration.called(asked))})
}
