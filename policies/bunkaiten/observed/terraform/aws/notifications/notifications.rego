# METADATA
# title: Notifications, events and logs of AWS
# description: >-
#   Where topics, rules of events and filters of logs send what they have, and from whose topics
#   something comes.
package bunkaiten.observed.terraform.aws.notifications

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.accounts
import data.bunkaiten.observed.terraform.aws.own_accounts
import data.bunkaiten.observed.terraform.aws.url

# METADATA
# description: What people call these facts.
ways := {
	"event-target": {"en": "target of an EventBridge rule", "ja": "EventBridge ルールのターゲット"},
	"log-forwarding": {"en": "forwarding of logs", "ja": "ログの転送"},
	"topic-call": {"en": "calls of an SNS topic", "ja": "SNS トピックからの呼び出し", "on_path": "sender"},
	"topic-message": {"en": "messages of an SNS topic to people", "ja": "SNS トピックから人への通知"},
	"topic-source": {"en": "SNS topic that is subscribed to", "ja": "購読している SNS トピック"},
	"topic-subscriber": {"en": "subscriber of an SNS topic", "ja": "SNS トピックの購読者"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_cloudwatch_event_target": ["arn"],
	"aws_cloudwatch_log_subscription_filter": ["destination_arn", "log_group_name"],
	"aws_sns_topic_subscription": ["endpoint", "protocol", "topic_arn"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"aws_cloudwatch_log_subscription_filter": [["log_group_name", "aws_cloudwatch_log_group"]],
	"aws_sns_topic_subscription": [["topic_arn", "aws_sns_topic"]],
}

# METADATA
# description: Accounts of others that a rule of events sends to.
peers contains found if {
	some _, target in resource.managed.aws_cloudwatch_event_target
	some who in _strangers(target, "arn")
	found := fact.on(target, ["arn"], "event-target", {"who": who, "direction": "out"})
}

# METADATA
# description: Accounts of others that a filter sends logs to.
peers contains found if {
	some _, filter in resource.managed.aws_cloudwatch_log_subscription_filter
	some who in _strangers(filter, "destination_arn")
	found := fact.on(filter, ["destination_arn"], "log-forwarding", {"who": who, "direction": "out"})
}

# METADATA
# description: Topics of others from which something comes.
peers contains found if {
	some _, subscription in resource.managed.aws_sns_topic_subscription
	some who in _strangers(subscription, "topic_arn")
	found := fact.on(subscription, ["topic_arn"], "topic-source", {"who": who, "direction": "in"})
}

# METADATA
# description: >-
#   Whom a topic sends to: servers, people, or things of AWS by their ARN
#   (https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html).
peers contains found if {
	some _, subscription in resource.managed.aws_sns_topic_subscription
	protocol := resource.attribute(subscription, "protocol")
	some [way, known] in _subscribers(subscription, protocol)
	found := fact.on(subscription, ["endpoint"], way, object.union(known, {"direction": "out"}))
}

_subscribers(subscription, protocol) := {["topic-call", url.peer(endpoint, _schemes)]} if {
	protocol.is in {"http", "https"}
	endpoint := resource.attribute(subscription, "endpoint")
} else := {["topic-message", {"who": _person(endpoint)}]} if {
	protocol.is in {"email", "email-json", "sms"}
	endpoint := resource.attribute(subscription, "endpoint")
} else := {["topic-subscriber", {"who": who}] | some who in _strangers(subscription, "endpoint")} if {
	protocol.is
} else := {["topic-subscriber", {"who": {"unknown": true}}]}

_schemes := {"http": {"encrypted": "none", "port": 80}, "https": {"encrypted": "tls", "port": 443}}

# an address of mail is known by its domain
_person(endpoint) := {"is": fact.host(regex.replace(endpoint.is, `^.*@`, ""))} if {
	contains(endpoint.is, "@")
} else := {"is": {"by": "service", "name": endpoint.is}} if {
	is_string(endpoint.is)
} else := {"unknown": true}

# what the same plan makes is the institution's own
_strangers(thing, name) := own_accounts.makers(thing, configuration.referred(thing, name)) if {
	resource.is_unknown(thing, name)
} else := accounts.strangers(resource.attribute(thing, name), own_accounts.of(thing))
