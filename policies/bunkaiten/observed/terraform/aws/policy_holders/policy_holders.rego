# METADATA
# title: Whose an account or an ARN is
# description: >-
#   The account that an id or an ARN names, and whether it is the plan's own. No facts.
package bunkaiten.observed.terraform.aws.policy_holders

import data.bunkaiten.observed.resource

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_iam_role": ["arn"],
	"aws_iam_user": ["arn"],
	"aws_s3_bucket": ["arn"],
	"aws_vpc": ["id"],
	"aws_vpc_endpoint": ["id"],
}

# METADATA
# description: >-
#   Who an account id or an ARN names: {"by": "account"}, or a service of AWS by the ARN of a thing
#   whose owner it does not tell. Undefined for anything else.
holder(value) := {"by": "account", "name": value} if {
	regex.match(`^[0-9]{12}$`, value)
} else := {"by": "account", "name": account} if {
	account := _account(value)
	regex.match(`^[0-9]{12}$`, account)
} else := {"by": "service", "name": value} if {
	regex.match(`^arn:[^:*?]+:[^:*?]+:[^:*?]*::[^*?]+$`, value)
}

# METADATA
# description: >-
#   An account id, an ARN or an id is the plan's own: it works in this account, makes this role,
#   user, bucket, VPC or endpoint, or the ARN is the identity of a CloudFront distribution, or AWS's
#   own account of the load balancers.
is_own(document, value) if value in _accounts[document]

is_own(document, value) if _account(value) in _accounts[document]

is_own(document, value) if value in _made[document]

is_own(_, value) if _account(value) == "cloudfront"

# by which load balancers deliver their logs in the older regions
# (docs.aws.amazon.com/elasticloadbalancing, "Enable access logs for your Application Load Balancer")
is_own(_, value) if _of_load_balancers[_account(value)]

is_own(_, value) if _of_load_balancers[value]

_account(value) := parts[4] if {
	startswith(value, "arn:")
	parts := split(value, ":")
}

_made[document] contains value if {
	some type, names in reads
	some _, made in resource.managed[type]
	document := made.document
	some name in names
	value := resource.attribute(made, name).is
}

# by a rule of its own, as regorus finds nothing where a function names another package's rule and
# is called for a wildcard
_accounts := resource.accounts

_of_load_balancers := data.bunkaiten.observed.terraform.aws.elb_accounts
