# METADATA
# title: Accounts of AWS resources
# description: Which accounts each resource of a plan lies in, as its provider block says it.
package bunkaiten.observed.terraform.aws.provider_accounts

import data.bunkaiten.observed.resource

# METADATA
# description: Whose each resource is, by its key, as far as its provider block tells.
owners[place] contains {"by": "account", "name": account} if {
	some type, resources in resource.managed
	startswith(type, "aws_")
	some place, seen in resources
	some account in resource.accounts_of(seen)
}
