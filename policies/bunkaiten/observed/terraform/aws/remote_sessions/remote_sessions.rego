# METADATA
# title: Remote sessions on machines of AWS
# description: >-
#   Machines with a public address, and Session Manager, which reaches machines without one through
#   the API of AWS. An instance that says nothing of an address gets what its subnet decides.
package bunkaiten.observed.terraform.aws.remote_sessions

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {
	"hybrid-activation": {
		"en": "Session Manager on machines outside AWS (hybrid activation)",
		"ja": "AWS 外の機器へのセッションマネージャー（ハイブリッドアクティベーション）",
	},
	"managed-instance": {"en": "Session Manager on instances", "ja": "インスタンスへのセッションマネージャー"},
	"public-instance": {"en": "public address of an instance", "ja": "インスタンスの公開アドレス"},
	"session-manager": {"en": "Session Manager", "ja": "セッションマネージャー"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_eip": ["instance", "network_interface"],
	"aws_eip_association": ["instance_id", "network_interface_id"],
	"aws_iam_role_policy_attachment": ["policy_arn"],
	"aws_instance": ["associate_public_ip_address", "key_name"],
	"aws_ssm_activation": [],
	"aws_ssm_document": ["content", "document_type"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"aws_eip": [["instance", "aws_instance"]],
	"aws_eip_association": [["instance_id", "aws_instance"], ["allocation_id", "aws_eip"]],
}

# METADATA
# description: Instances that say that they have a public address, and addresses tied to one.
endpoints contains found if {
	some _, instance in resource.managed.aws_instance
	public := resource.attribute(instance, "associate_public_ip_address")
	_may_be_public(public)
	found := fact.on(instance, ["associate_public_ip_address"], "public-instance", object.union(
		{"audience": _audience(public)},
		_authentication(resource.attribute(instance, "key_name")),
	))
}

endpoints contains found if {
	some type, names in {"aws_eip": _eip, "aws_eip_association": _association}
	some _, address in resource.managed[type]
	name := _tie(address, names)
	found := fact.on(address, [name], "public-instance", {"audience": {"is": "anybody"}})
}

# METADATA
# description: >-
#   Documents of sessions, machines outside that may be reached by sessions, and roles that let
#   instances be reached. From anywhere, by whom IAM lets.
accesses contains found if {
	some document in _documents
	found := fact.on(document, ["content"], "session-manager", object.union(
		_settled(document, "document_type"),
		{"logged": _logged(document)},
	))
}

accesses contains found if {
	some _, activation in resource.managed.aws_ssm_activation
	found := fact.on(activation, [], "hybrid-activation", object.union(_by_iam, {"logged": _preferred(activation)}))
}

# what is recorded there, a document for the whole account says
accesses contains found if {
	some _, attachment in resource.managed.aws_iam_role_policy_attachment
	_lets_sessions(attachment)
	found := fact.on(attachment, ["policy_arn"], "managed-instance", object.union(
		_settled(attachment, "policy_arn"),
		{"logged": _preferred(attachment)},
	))
}

_lets_sessions(attachment) if attachment.values.policy_arn in _session_policies

# a policy that the plan makes itself is read with the rights of the role
_lets_sessions(attachment) if {
	resource.is_unknown(attachment, "policy_arn")
	count(configuration.referred(attachment, "policy_arn")) == 0
}

# whether this is a way in at all may be known only after apply
_settled(thing, name) := object.union(object.remove(_by_iam, ["who"]), {"who": {"unknown": true}}) if {
	resource.is_unknown(thing, name)
} else := _by_iam

# sessions use the documents that the plan makes for them, if all of those say the same; the
# preferences of the whole account may stand in another plan
_preferred(thing) := logged if {
	states := {_logged(document) | some document in _documents; document.document == thing.document}
	count(states) == 1
	some logged in states
} else := {"unknown": true}

_documents := [document |
	some _, document in resource.managed.aws_ssm_document
	resource.attribute(document, "document_type") in [{"is": "Session"}, {"unknown": true}]
]

_by_iam := {"who": {"is": fact.host("*")}, "authentication": {"is": ["iam"]}}

_eip := ["instance", "network_interface"]

_association := ["instance_id", "network_interface_id"]

# the interface of a NAT gateway is filled in by the provider
_tie(address, names) := names[0] if {
	count(resource.attribute(address, names[0])) > 0
} else := names[1] if {
	count(resource.attribute(address, names[1])) > 0
	configuration.is_written(address, names[1])
}

_audience(public) := {"is": "anybody"} if {
	public.is == true
} else := {"unknown": true}

_may_be_public(attribute) if attribute.is == true

_may_be_public(attribute) if attribute.unknown

_authentication(key) := {"authentication": {"is": ["key"]}} if {
	key.is
} else := {"authentication": key} if {
	key.unknown
} else := {}

# docs.aws.amazon.com, AmazonSSMManagedInstanceCore and the policies before and after it
_session_policies := {
	"arn:aws:iam::aws:policy/AmazonSSMManagedEC2InstanceDefaultPolicy",
	"arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
	"arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM",
}

# what goes through a port cannot be recorded (Systems Manager user guide, "session logging")
_logged(document) := {"unknown": true} if {
	resource.is_unknown(document, "document_type")
} else := {"is": "no"} if {
	_content(document).sessionType == "Port"
} else := {"is": "yes"} if {
	some name in ["cloudWatchLogGroupName", "s3BucketName"]
	place := _content(document).inputs[name]
	resource.is_set(place)
} else := {"is": "no"} if {
	is_object(_content(document))
} else := {"unknown": true}

_content(document) := json.unmarshal(text) if {
	text := _text(document)
	json.is_valid(text)
} else := yaml.unmarshal(text) if {
	text := _text(document)
	yaml.is_valid(text)
} else := null

_text(document) := text if {
	text := resource.attribute(document, "content").is
	is_string(text)
} else := ""
