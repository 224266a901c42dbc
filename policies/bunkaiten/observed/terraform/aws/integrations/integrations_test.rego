package bunkaiten_test.observed.terraform.aws.integrations

import data.bunkaiten.observed.terraform.aws.integration_ends
import data.bunkaiten.observed.terraform.aws.integrations

test_account_of_another_is_a_peer_wherever_a_table_says_so if {
	every case in [
		["aws_s3_bucket_notification", {"queue": [{"queue_arn": theirs}]}, "integration-target"],
		["aws_scheduler_schedule", {"target": [{"dead_letter_config": [{"arn": theirs}]}]}, "integration-target"],
		["aws_lambda_event_source_mapping", {"event_source_arn": theirs}, "integration-source"],
		["aws_wafv2_web_acl_logging_configuration", {"log_destination_configs": [theirs]}, "integration-target"],
		["aws_sfn_state_machine", {"definition": json.marshal({"Resource": theirs})}, "integration-target"],
	] {
		found := shown(case[0], case[1], {}, {})
		{[fact.way, fact.who] | some fact in found} == {[case[2], account]}
	}
}

test_each_fact_stands_at_its_attribute if {
	queues := [{"queue_arn": ours}, {"queue_arn": theirs}]
	found := shown("aws_s3_bucket_notification", {"queue": queues}, {}, {})
	{[array.slice(fact.steps, 5, 9), fact.direction] | some fact in found} == {[["after", "queue", 1, "queue_arn"], "out"]}
}

test_own_account_services_and_names_are_nobody_else if {
	every text in [
		ours, "", "main", "eipalloc-0a1b", "arn:aws:scheduler:::aws-sdk:rds:stopDBInstance",
		"arn:aws:bedrock:ap-northeast-1::foundation-model/x", "arn:aws:iam::aws:policy/x",
		"arn:aws:s3:::aoba-own", "arn:aws:s3:::aoba-own/failed",
	] {
		shown("aws_scheduler_schedule", {"target": [{"arn": text}]}, {}, {}) == set()
	}
	shown("aws_scheduler_schedule", {"target": [{"arn": null}]}, {"target": [{"arn": false}]}, {}) == set()
	shown("aws_scheduler_schedule", {}, {}, {}) == set()
}

test_whose_a_bucket_is_or_an_odd_account_nobody_can_tell if {
	every text in ["arn:aws:s3:::elsewhere", "arn:aws:sqs:ap-northeast-1:*:q", "arn:aws:sqs:ap-northeast-1:ACCOUNT:q"] {
		whom(shown("aws_scheduler_schedule", {"target": [{"arn": text}]}, {}, {})) == {unknown}
	}
}

test_servers_and_brokers_are_peers if {
	every case in [
		["aws_pinpoint_app", {"campaign_hook": [{"web_url": "https://a.example/x"}]}, {["a.example", [443, 443], "tls"]}],
		["aws_pinpoint_app", {"campaign_hook": [{"web_url": "http://a.example/x"}]}, {["a.example", [80, 80], "none"]}],
		["aws_pipes_pipe", {"source": "smk://kafka.example:9096"}, {["kafka.example", [9096, 9096], "-"]}],
		[
			"aws_lambda_event_source_mapping",
			{"self_managed_event_source": [{"endpoints": {"KAFKA_BOOTSTRAP_SERVERS": "a.example:9092, b.example:9093"}}]},
			{["a.example", [9092, 9092], "-"], ["b.example", [9093, 9093], "-"]},
		],
		[
			"aws_sfn_state_machine",
			{"definition": json.marshal({"Comment": "https://b.example", "in": {"ApiEndpoint": "https://lab.example/in"}})},
			{["lab.example", [443, 443], "tls"]},
		],
	] {
		found := shown(case[0], case[1], {}, {})
		{[fact.who.is.name, fact.ports.is, object.get(fact, ["encrypted", "is"], "-")] | some fact in found} == case[2]
	}
}

test_queues_and_endpoints_of_a_state_machine if {
	whom(machine({"QueueUrl": "https://sqs.ap-northeast-1.amazonaws.com/444455556666/q"})) == {account}
	machine({"QueueUrl": "https://sqs.ap-northeast-1.amazonaws.com/111122223333/q"}) == set()
	whom(machine({"ApiEndpoint.$": "$.where"})) == {unknown}
	machine({"Resource": "arn:aws:states:::lambda:invoke", "FunctionName": ours}) == set()
}

test_what_the_plan_makes_is_nobody_else if {
	late := {"target": [{"arn": true}]}
	made := {"target": [{"arn": {"references": ["aws_sqs_queue.own.arn", "aws_sqs_queue.own"]}}]}

	shown("aws_scheduler_schedule", {"target": [{}]}, late, made) == set()
	shown("aws_sfn_state_machine", {}, {"definition": true}, {"definition": made.target[0].arn}) == set()
	shown("aws_sfn_state_machine", {}, {"definition": true}, {}) == set()
}

test_what_only_apply_will_show_is_unknown if {
	data_source := {"references": ["data.aws_sqs_queue.theirs.arn", "data.aws_sqs_queue.theirs"]}
	own := {"references": ["aws_sqs_queue.own.arn", "aws_sqs_queue.own"]}
	type := "aws_scheduler_schedule"

	every written in [{"arn": data_source}, {"arn": {"references": ["local.arn"]}}, {"arn": {}}, {"role_arn": own}] {
		whom(shown(type, {"target": [{}]}, {"target": [{"arn": true}]}, {"target": [written]})) == {unknown}
	}
	whom(shown(type, {}, {"target": true}, {"target": [{"arn": own}]})) == {unknown}
}

test_blocks_that_are_dynamic_are_told_by_no_others if {
	own := {"queue_arn": {"references": ["aws_sqs_queue.own.arn", "aws_sqs_queue.own"]}}
	late := {"queue": [{"queue_arn": true}, {"queue_arn": true}]}
	type := "aws_s3_bucket_notification"

	shown(type, {"queue": [{}, {}]}, late, {"queue": [own, own]}) == set()
	whom(shown(type, {"queue": [{}, {}]}, late, {"queue": [own]})) == {unknown}

	# of how many there will be nothing stands in the configuration
	whom(shown(type, {}, {"queue": true}, {})) == {unknown}
}

test_what_a_provider_computes_is_no_choice if {
	shown("aws_lambda_event_source_mapping", {}, {"event_source_arn": true}, {}) == set()
}

test_block_is_told_by_its_own_place_and_one_of_a_set_by_all if {
	own := {"references": ["aws_sqs_queue.own.arn", "aws_sqs_queue.own"]}
	other := {"references": ["local.arn"]}
	queues := shown(
		"aws_s3_bucket_notification", {"queue": [{}, {}]}, {"queue": [{"queue_arn": true}, {"queue_arn": true}]},
		{"queue": [{"queue_arn": own}, {"queue_arn": other}]},
	)
	ends := shown(
		"aws_globalaccelerator_endpoint_group", {"endpoint_configuration": [{}, {}]},
		{"endpoint_configuration": [{"endpoint_id": true}, {"endpoint_id": true}]},
		{"endpoint_configuration": [{"endpoint_id": own}, {"endpoint_id": other}]},
	)

	{fact.steps[7] | some fact in queues} == {1}
	{fact.steps[7] | some fact in ends} == {0, 1}
}

test_list_of_which_some_is_late if {
	own := {"references": ["aws_cloudwatch_log_group.waf.arn", "aws_cloudwatch_log_group.waf"]}
	type := "aws_wafv2_web_acl_logging_configuration"
	late := {"log_destination_configs": [true]}

	shown(type, {"log_destination_configs": [null]}, late, {"log_destination_configs": own}) == set()
	whom(shown(type, {"log_destination_configs": [null]}, late, {"log_destination_configs": {}})) == {unknown}
}

test_what_is_read_and_what_belongs_to_what if {
	object.keys(integrations.reads) == object.keys(integration_ends)
	{"event_source_arn", "function_name", "self_managed_event_source.endpoints"} == {path |
		some path in integrations.reads.aws_lambda_event_source_mapping
		path != "destination_config.on_failure.destination_arn"
	}
	integrations.satellites.aws_s3_bucket_notification == [["bucket", "aws_s3_bucket"]]
	object.keys(integrations.ways) == {"integration-source", "integration-target"}
}

ours := "arn:aws:sqs:ap-northeast-1:111122223333:q"

theirs := "arn:aws:sqs:ap-northeast-1:444455556666:q"

account := {"is": {"by": "account", "name": "444455556666"}}

unknown := {"unknown": true}

whom(facts) := {fact.who | some fact in facts}

machine(step) := shown("aws_sfn_state_machine", {"definition": json.marshal({"States": {"s": step}})}, {}, {})

# in the account 111122223333
shown(type, after, late, expressions) := found if {
	given := {"terraform": {"p": {
		"resource_changes": [
			change(type, "a", after, late),
			change("aws_s3_bucket", "own", {"bucket": "aoba-own"}, {}),
		],
		"configuration": {
			"provider_config": {"aws": {"expressions": {"allowed_account_ids": {"constant_value": ["111122223333"]}}}},
			"root_module": {"resources": [
				{"address": "aws_sqs_queue.own", "expressions": {}},
				{"address": "aws_cloudwatch_log_group.waf", "expressions": {}},
				{"address": "data.aws_sqs_queue.theirs", "expressions": {}},
				{"address": concat(".", [type, "a"]), "expressions": expressions},
			]},
		},
	}}}
	found := integrations.peers with input as given
}

change(type, name, after, late) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["create"], "after": after, "after_unknown": late},
}
