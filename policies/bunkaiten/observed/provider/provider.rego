# METADATA
# title: Provider blocks of Terraform plans
# description: Where the resources of a plan will be, as far as its provider blocks tell.
package bunkaiten.observed.provider

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.written

# METADATA
# description: >-
#   The accounts that a plan works in, as far as its provider blocks tell: allowed_account_ids, or
#   the account of the role that is assumed. By document. Where blocks differ, what is one's own in
#   one of them is not in the other, so that none is the whole plan's.
accounts[document] contains account if {
	some document, called in _accounts
	sets := {each | some each in called}
	count(sets) == 1
	some each in sets
	some account in each
}

# METADATA
# description: The accounts that the provider block of a resource works in, as far as it tells.
accounts_of(resource) := {account |
	some account in _accounts[resource.document][configuration.provider(resource)]
}

# METADATA
# description: >-
#   The region that a resource lies in: its own, or that of its provider block. {"is": region}, or
#   {"unknown": true} where neither tells, or what somebody wrote is not known before apply.
region(resource) := {"is": resource.values.region} if {
	_is_text(resource.values.region)
} else := {"unknown": true} if {
	resource.unknown.region == true
	configuration.is_written(resource, "region")
} else := {"is": value} if {
	value := setting(resource, "region")
	_is_text(value)
} else := {"unknown": true}

# METADATA
# description: >-
#   What the provider block of a resource says of one of its settings; undefined where it says nothing
#   that can be known.
setting(resource, name) := _constant(plan, block.expressions[name]) if {
	plan := input.terraform[resource.document]
	block := plan.configuration.provider_config[configuration.provider(resource)]
}

# METADATA
# description: >-
#   How the types of the provider that makes a resource begin, "aws". Undefined where the plan names a
#   provider of another maker: nobody here knows what its types mean, whatever they are called.
cloud(change) := prefix if {
	prefix := split(change.type, "_")[0]
	named := object.get(change, "provider_name", "")
	is_string(named)
	segments := split(named, "/")
	segments[count(segments) - 1] in {"", prefix, object.get(_preview, prefix, prefix)}
	maker := concat("/", array.slice(segments, 0, count(segments) - 1))
	maker in (_makers | object.get(_others, prefix, set()))
}

# the names of Terraform before 0.13, of both registries, and of what is built in
_makers := {
	"",
	"registry.opentofu.org/hashicorp",
	"registry.terraform.io/-",
	"registry.terraform.io/hashicorp",
	"terraform.io/builtin",
}

_others := {"sakuracloud": {"registry.opentofu.org/sacloud", "registry.terraform.io/sacloud"}}

# makes the same types, with what is not general yet
_preview := {"google": "google-beta"}

_accounts[document][called] := told if {
	some document, plan in input.terraform
	some called, provider in written.table(plan, ["configuration", "provider_config"])
	told := sort(_accounts_of(plan, provider))
	count(told) > 0
}

_accounts_of(plan, provider) := {account |
	allowed := _constant(plan, provider.expressions.allowed_account_ids)
	is_array(allowed)
	some account in allowed
	_is_text(account)
} | {account |
	is_array(provider.expressions.assume_role)
	some role in provider.expressions.assume_role
	arn := _constant(plan, role.role_arn)
	is_string(arn)
	account := split(arn, ":")[4]
	_is_text(account)
}

_is_text(value) if {
	is_string(value)
	value != ""
}

# what is written, or the value of the variable that stands there alone
_constant(plan, expression) := value if {
	value := expression.constant_value
} else := value if {
	[reference] := expression.references
	startswith(reference, "var.")
	value := plan.variables[trim_prefix(reference, "var.")].value
}
