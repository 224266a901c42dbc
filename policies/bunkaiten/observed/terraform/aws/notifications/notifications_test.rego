package bunkaiten_test.observed.terraform.aws.notifications

import data.bunkaiten.observed.terraform.aws.notifications

test_topic_calls_servers_and_writes_to_people if {
	every case in [
		["http", "http://a.example/in", ["topic-call", "a.example", "none"]],
		["https", "https://a.example:8443/in", ["topic-call", "a.example", "tls"]],
		["email", "duty@Aoba.example", ["topic-message", "aoba.example", "-"]],
		["sms", "+815012345678", ["topic-message", "+815012345678", "-"]],
		["sqs", "arn:aws:sqs:ap-northeast-1:444455556666:q", ["topic-subscriber", "444455556666", "-"]],
	] {
		after := {"protocol": case[0], "endpoint": case[1], "topic_arn": ours}
		found := {[fact.way, fact.who.is.name, object.get(fact, ["encrypted", "is"], "-")] |
			some fact in shown("aws_sns_topic_subscription", after, {}, {})
			fact.direction == "out"
		}
		found == {case[2]}
	}
}

test_what_belongs_to_the_own_account_or_is_made_by_the_plan_is_nobody_else if {
	made := {
		"endpoint": ["aws_sqs_queue.own.arn", "aws_sqs_queue.own"],
		"topic_arn": ["aws_sns_topic.t.arn", "aws_sns_topic.t"],
	}

	shown("aws_sns_topic_subscription", {"protocol": "sqs", "endpoint": ours, "topic_arn": ours}, {}, {}) == set()
	shown("aws_sns_topic_subscription", {"protocol": "sqs"}, {"endpoint": true, "topic_arn": true}, made) == set()
	shown("aws_cloudwatch_event_target", {"arn": ours}, {}, {}) == set()
	shown("aws_cloudwatch_event_target", {}, {"arn": true}, {"arn": made.endpoint}) == set()
}

test_account_of_another_is_a_peer if {
	theirs := "arn:aws:events:ap-northeast-1:444455556666:event-bus/aoba"

	whom(shown("aws_cloudwatch_event_target", {"arn": theirs}, {}, {})) == {["event-target", "out", account]}
	whom(shown("aws_sns_topic_subscription", {"protocol": "sqs", "endpoint": ours, "topic_arn": theirs}, {}, {})) == {
		["topic-source", "in", account],
	}
}

test_logs_that_go_to_another_account if {
	theirs := "arn:aws:logs:ap-northeast-1:444455556666:destination:soc"
	made := {"destination_arn": ["aws_sqs_queue.own.arn", "aws_sqs_queue.own"]}
	type := "aws_cloudwatch_log_subscription_filter"

	whom(shown(type, {"destination_arn": theirs}, {}, {})) == {["log-forwarding", "out", account]}
	whom(shown(type, {}, {"destination_arn": true}, {})) == {["log-forwarding", "out", unknown]}
	shown(type, {"destination_arn": ours}, {}, {}) == set()
	shown(type, {}, {"destination_arn": true}, made) == set()
}

test_what_only_apply_will_show_is_unknown if {
	data_source := {"arn": ["data.aws_sqs_queue.theirs.arn", "data.aws_sqs_queue.theirs"]}

	whom(shown("aws_cloudwatch_event_target", {}, {"arn": true}, {})) == {["event-target", "out", unknown]}
	whom(shown("aws_cloudwatch_event_target", {}, {"arn": true}, data_source)) == {["event-target", "out", unknown]}
	every protocol in ["https", "email"] {
		found := shown("aws_sns_topic_subscription", {"protocol": protocol, "topic_arn": ours}, {"endpoint": true}, {})
		{fact.who | some fact in found} == {unknown}
	}
	whom(shown("aws_sns_topic_subscription", {"endpoint": ours, "topic_arn": ours}, {"protocol": true}, {})) == {
		["topic-subscriber", "out", unknown],
	}
}

test_what_is_read_and_what_belongs_to_what if {
	object.keys(notifications.reads) == {
		"aws_cloudwatch_event_target", "aws_cloudwatch_log_subscription_filter", "aws_sns_topic_subscription",
	}
	notifications.satellites == {
		"aws_cloudwatch_log_subscription_filter": [["log_group_name", "aws_cloudwatch_log_group"]],
		"aws_sns_topic_subscription": [["topic_arn", "aws_sns_topic"]],
	}
	object.keys(notifications.ways) == {
		"event-target", "log-forwarding", "topic-call", "topic-message", "topic-source", "topic-subscriber",
	}
}

ours := "arn:aws:sqs:ap-northeast-1:111122223333:q"

account := {"is": {"by": "account", "name": "444455556666"}}

unknown := {"unknown": true}

whom(facts) := {[fact.way, fact.direction, fact.who] | some fact in facts}

# in the account 111122223333; what is unknown is written
shown(type, after, late, references) := found if {
	given := {"terraform": {"p": {
		"resource_changes": [{
			"address": concat(".", [type, "a"]),
			"mode": "managed",
			"type": type,
			"name": "a",
			"change": {"actions": ["create"], "after": after, "after_unknown": late},
		}],
		"configuration": {
			"provider_config": {"aws": {"expressions": {"allowed_account_ids": {"constant_value": ["111122223333"]}}}},
			"root_module": {"resources": [
				{"address": "aws_sqs_queue.own", "expressions": {}},
				{"address": "aws_sns_topic.t", "expressions": {}},
				{"address": "data.aws_sqs_queue.theirs", "expressions": {}},
				{"address": concat(".", [type, "a"]), "expressions": object.union(
					{name: {"references": ["local.late"]} | some name, _ in late},
					{name: {"references": targets} | some name, targets in references},
				)},
			]},
		},
	}}}
	found := notifications.peers with input as given
}
