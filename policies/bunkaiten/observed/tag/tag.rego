# METADATA
# title: Tags and labels
# description: >-
#   The markers that the tags and labels of a resource spell, each cloud in its own way: the tag
#   "bunkaiten:exchange" (AWS, Azure), the label "bunkaiten_exchange" (Google, whose labels know no
#   colon and no slash), the word "bunkaiten:exchange=referral" (Sakura, whose tags are words).
package bunkaiten.observed.tag

# METADATA
# description: What is written on the resource itself, as pairs of a marker and what it says.
own(resource) := {pair |
	some part in ["labels", "tags", "user_labels"]
	some place in [resource.values, _settings(resource)]
	some pair in _pairs(place, part)
}

# Cloud SQL has its labels one block deeper
_settings(resource) := resource.values.settings[0] if {
	is_array(resource.values.settings)
	is_object(resource.values.settings[0])
} else := {}

# METADATA
# description: What holds for the resource in the end; the defaults of the whole plan are among it.
effective(resource) := {pair |
	some part in ["effective_labels", "tags_all", "terraform_labels"]
	some pair in _pairs(resource.values, part)
}

_pairs(values, part) := {pair |
	is_object(values[part])
	some key, value in values[part]
	pair := _pair(key, value)
} | {pair |
	is_array(values[part])
	some word in values[part]
	is_string(word)
	[key, value] := split(word, "=")
	pair := _pair(key, value)
}

_pair(key, value) := [trim_prefix(key, "bunkaiten:"), value] if {
	startswith(key, "bunkaiten:")
} else := [trim_prefix(key, "bunkaiten_"), _with_slash(value)] if {
	startswith(key, "bunkaiten_")
}

_with_slash(value) := replace(value, "_", "/") if {
	is_string(value)
} else := value
