# METADATA
# title: What services of AWS hand on and take
# description: >-
#   Where buckets, functions, schedules, pipes, streams and the like send what they have, and from where
#   they take it: other accounts by their ARN, servers by their address. A table names the attributes.
package bunkaiten.observed.terraform.aws.integrations

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.integration_ends
import data.bunkaiten.observed.terraform.aws.own_accounts
import data.bunkaiten.observed.terraform.aws.url

# METADATA
# description: What people call these facts.
ways := {
	"integration-source": {"en": "source of a service of AWS", "ja": "AWS のサービスの取得元"},
	"integration-target": {"en": "target of a service of AWS", "ja": "AWS のサービスの送り先"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {type: array.concat(paths, parts) |
	some type, ends in integration_ends
	paths := [regex.replace(path, `\.[A-Z_]+$`, "") | some path, _ in ends]
	parts := [attribute | some [attribute, _] in object.get(satellites, type, [])]
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"aws_api_gateway_stage": [["rest_api_id", "aws_api_gateway_rest_api"]],
	"aws_apigatewayv2_stage": [["api_id", "aws_apigatewayv2_api"]],
	"aws_dynamodb_kinesis_streaming_destination": [["table_name", "aws_dynamodb_table"]],
	"aws_lambda_event_source_mapping": [["function_name", "aws_lambda_function"]],
	"aws_lambda_function_event_invoke_config": [["function_name", "aws_lambda_function"]],
	"aws_s3_bucket_notification": [["bucket", "aws_s3_bucket"]],
	"aws_secretsmanager_secret_rotation": [["secret_id", "aws_secretsmanager_secret"]],
}

# METADATA
# description: Whoever else a thing sends to or takes from.
peers contains found if {
	some type, ends in integration_ends
	some _, thing in resource.managed[type]
	some path, direction in ends
	some [steps, known] in _others(thing, split(path, "."))
	found := fact.on(thing, steps, _way[direction], object.union(known, {"direction": direction}))
}

_way := {"in": "integration-source", "out": "integration-target"}

_others(thing, names) := {[at, known] |
	walk(object.filter(thing.values, [names[0]]), [at, value])
	_names(at) == names
	is_string(value)
	some known in _strangers(thing, value)
} | {[at, {"who": who}] |
	walk(object.filter(thing.unknown, [names[0]]), [at, true])
	led := _names(at)
	array.slice(names, 0, count(led)) == led
	_is_chosen(thing, names, at)
	some who in _late(thing, names, at)
}

# blocks are no provider's to compute, and those made for each of what is not known yet stand nowhere else
_is_chosen(_, names, [_]) if count(names) > 1

_is_chosen(thing, names, _) if configuration.is_written(thing, names[0])

# without the indices of blocks
_names(at) := [name | some name in at; is_string(name)]

# nobody can tell how many blocks there will be, nor which is which where some of them are dynamic
_late(thing, names, at) := {who |
	some path, referred in places
	_is_meant(path, at)
	some who in own_accounts.makers(thing, referred)
} if {
	_names(at) == names
	places := configuration.referred_along(thing, names)
	count([path | some path, _ in places; _is_meant(path, at)]) > 0
} else := {{"unknown": true}}

# values of a list have one expression; blocks of a set are not in the order in which they were written
_is_meant(path, at) if path == array.slice(at, 0, count(path))

_is_meant(path, _) if count(_sets & {name | some name in path}) > 0

_sets := {"endpoint_configuration", "output", "outputs", "transformation_configuration"}

_strangers(thing, text) := {{"who": who} |
	some arn in regex.find_n(`arn:[a-z-]+:[a-z0-9-]+:[^:"\s]*:[^:"\s]*:[^"\s]*`, text, -1)
	some who in _owner(thing, split(arn, ":"))
} | {known |
	some address in _addresses(text)
	some known in _server(thing, address)
}

# the address of a queue names its account; whether brokers of Kafka encrypt, another attribute tells
_server(thing, address) := {{"who": who} | some who in _account(thing, split(address, "/")[3])} if {
	regex.match(`^https://(sqs\.[a-z0-9-]+|[a-z0-9-]+\.queue)\.amazonaws\.com/[0-9]+/`, address)
} else := {object.remove(url.peer({"is": address}, _schemes), ["encrypted"])} if {
	startswith(address, "kafka://")
} else := {url.peer({"is": address}, _schemes)}

_schemes := {
	"http": {"encrypted": "none", "port": 80},
	"https": {"encrypted": "tls", "port": 443},
	"kafka": {"encrypted": "none", "port": 9092},
}

_owner(thing, parts) := _account(thing, parts[4]) if {
	count({parts[4]} & {"", "aws"}) == 0
} else := {{"unknown": true}} if {
	parts[2] == "s3"
	count({split(parts[5], "/")[0]} & {made | some made in _buckets[thing.document]}) == 0
} else := set()

_account(thing, account) := set() if {
	account in own_accounts.of(thing)
} else := {{"is": {"by": "account", "name": account}}} if {
	regex.match(`^[0-9]{12}$`, account)
} else := {{"unknown": true}}

# what is no ARN: a URL, brokers of Kafka, or where a state machine calls to
_addresses(text) := [text] if {
	regex.match(`^https?://`, text)
} else := [address |
	some broker in split(trim_prefix(text, "smk://"), ",")
	address := concat("", ["kafka://", trim_space(broker)])
] if {
	regex.match(`^(smk://)?[A-Za-z0-9.-]+:[0-9]+(,|$)`, text)
} else := [captured[1] |
	some captured in regex.find_all_string_submatch_n(`"(?:ApiEndpoint|QueueUrl)(?:\.\$)?"\s*:\s*"([^"]*)"`, text, -1)
]

_buckets[document] contains bucket.values.bucket if {
	some _, bucket in resource.managed.aws_s3_bucket
	document := bucket.document
	is_string(bucket.values.bucket)
}
