# METADATA
# title: What policy documents take in
# description: >-
#   The policy document data sources and the texts that one of them is made of, by its source and
#   override documents, followed through as many of them as there are. A document that somebody may
#   leave out by a condition counts as taken in. No facts.
package bunkaiten.observed.terraform.aws.policy_inclusion

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource

# METADATA
# description: The documents, itself among them, that are read on apply.
documents(document) := {found |
	some key in ({document.key} | graph.reachable(_graph, {document.key}))
	found := _deferred.aws_iam_policy_document[key]
}

# METADATA
# description: The texts that one of them takes in by itself; null is one that cannot be read.
texts(document) := {text |
	some part in _parts
	is_array(document.values[part])
	some text in document.values[part]
	is_string(text)
} | {text | some text in _led_to[document.key]}

_parts := ["override_policy_documents", "source_policy_documents"]

_graph := {key: object.get(_within, key, set()) | some key, _ in resource.deferred.aws_iam_policy_document}

_within[key] contains other if {
	some [key, chosen] in _chosen
	some other in chosen
	resource.deferred.aws_iam_policy_document[other]
}

_led_to[key] contains text if {
	some [key, chosen] in _chosen
	some other in chosen
	text := _read[other].text
}

# what is neither a document nor known not to be one
_led_to[key] contains null if {
	some [key, part] in _hidden
	document := resource.deferred.aws_iam_policy_document[key]
	some configured in configuration.referred(document, part)
	not _is_document(configured)
}

_led_to[key] contains null if {
	some [key, configured] in _mentioned
	not configuration.is_counted(configured)
	count([other | some other in _all[configured]]) == 0
}

_led_to[key] contains null if {
	some [key, part] in _hidden
	count(configuration.referred(resource.deferred.aws_iam_policy_document[key], part)) == 0
}

_led_to[key] contains text if {
	some [key, part] in _hidden
	some node in configuration.loose(resource.deferred.aws_iam_policy_document[key], part)
	some text in _carried(node)
}

# a number counts instances; of a constant only what could be a policy is one
_carried(node) := set() if {
	endswith(node, "\ncount.index")
} else := {text |
	walk(constant, [_, text])
	is_string(text)
	startswith(trim_space(text), "{")
} if {
	constant := _constants[node]
} else := {null}

# the lists of which something is known only after apply
_hidden contains [key, part] if {
	some key, document in resource.deferred.aws_iam_policy_document
	some part in _parts
	walk(document.unknown[part], [_, true])
}

_mentioned contains [key, configured] if {
	some [key, part] in _hidden
	some configured in configuration.referred(resource.deferred.aws_iam_policy_document[key], part)
	_is_document(configured)
}

# with the same key as the one that takes it in, where there is such a one
_chosen contains [key, chosen] if {
	some [key, configured] in _mentioned
	module := resource.deferred.aws_iam_policy_document[key].module
	near := {other | some other in _all[configured]; configuration.is_near(module, _modules[other])}
	same := {other | some other in near; _instance(other) == _instance(key)}
	chosen := {true: near, false: same}[count(same) == 0]
}

_instance(key) := regex.find_n(`\[[^\[\]]*\]$`, key, 1)

_is_document(configured) if contains(configured, "\ndata.aws_iam_policy_document.")

_all[document.configured] contains key if some key, document in resource.deferred.aws_iam_policy_document

_all[read.configured] contains key if some key, read in _read

_modules[key] := document.module if some key, document in resource.deferred.aws_iam_policy_document

_modules[key] := read.module if some key, read in _read

# documents that were read while planning are in the prior state alone
_read[key] := {"configured": configured, "module": address, "text": read.values.json} if {
	some document, plan in input.terraform
	walk(plan.prior_state.values.root_module, [path, module])
	not "resources" in path
	some read in module.resources
	read.mode == "data"
	read.type == "aws_iam_policy_document"
	key := concat(" ", [document, read.address])
	not _is_deferred(key)
	address := object.get(module, "address", "")
	configured := configuration.entry(document, address, configuration.called(read))
}

_is_deferred(key) if _deferred.aws_iam_policy_document[key]

# by rules of their own, as regorus finds nothing where a function names another package's rule
_deferred := resource.deferred

_constants := configuration.constants
