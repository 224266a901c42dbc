# METADATA
# title: Accounts of AWS
# description: >-
#   Whom an account id or the ARN of a principal means, where it stands alone in an attribute. Pure
#   functions: nothing here reads input or data.
package bunkaiten.observed.terraform.aws.accounts

# METADATA
# description: >-
#   Whoever else an attribute names: {"is": …} or {"unknown": true}. Empty for what nobody wrote,
#   for the own accounts and for the services of AWS.
strangers(attribute, own) := set() if {
	attribute == {}
} else := {{"is": found}} if {
	is_string(attribute.is)
	found := _named(attribute.is)
	not _is_known(found, own)
} else := set() if {
	is_string(attribute.is)
} else := {{"unknown": true}}

# METADATA
# description: >-
#   All that an attribute refers to, by the keys in the configuration, is made by the same plan in its
#   own account, or tells of that account. Organizations and shares give the ids of others.
is_own_making(referred) if {
	count(referred) > 0
	every made in referred {
		regex.match(`\n(aws_[a-z0-9_]+\.[^.\n]*|data\.aws_(caller_identity|partition|region)\.[^.\n]*)$`, made)
		not regex.match(`\naws_(organizations|ram)_`, made)
	}
}

# an organization, or a unit of one, is more than the account that manages it
_named(written) := {"by": "anybody", "name": "*"} if {
	regex.match(`^(arn:[^:]*:[^:]*:[^:]*:)?\*(:.*)?$`, written)
} else := {"by": "organization", "name": path} if {
	regex.match(`^arn:[^:]*:organizations::[^:]*:(organization|ou)/.`, written)
	path := regex.replace(written, `^[^/]*/`, "")
} else := {"by": "account", "name": account} if {
	startswith(written, "arn:")
	account := split(written, ":")[4]
} else := {"by": "account", "name": written}

_is_known(found, own) if found.name in own

_is_known(found, _) if endswith(found.name, ".amazonaws.com")
