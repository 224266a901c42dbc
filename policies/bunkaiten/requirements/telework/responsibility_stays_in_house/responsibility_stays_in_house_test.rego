package bunkaiten_test.requirements.telework.responsibility_stays_in_house

import data.bunkaiten.requirements.telework.responsibility_stays_in_house as requirement

duty := "d/telework/duty"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

ordinary_operation := {"en": "Ordinary-operation responsibility", "ja": "通常運用における責任"}

ex_post := {"en": "Ex-post responsibility", "ja": "事後責任"}

test_allow_institution_that_bears_both if {
	every provider in ["chubu-net", "none"] {
		verdict(envelope({"provider": provider})) == only({"satisfied": {duty}})
	}
}

test_deny_ordinary_operation_on_anybody_else if {
	every party, label in {"chubu-net": "中部ネット", "midori": "midori", "medifix": "medifix"} {
		given := envelope({"provider": "chubu-net", "responsibilities": {"ordinaryOperation": party}})

		verdict(given) == only({"deny": {held_by("ordinaryOperation", ordinary_operation, label)}})
	}
}

test_deny_ex_post_on_anybody_else if {
	every party, label in {"chubu-net": "中部ネット", "midori": "midori", "medifix": "medifix"} {
		given := envelope({"responsibilities": {"exPost": party}})

		verdict(given) == only({"deny": {held_by("exPost", ex_post, label)}})
	}
}

test_deny_responsibility_that_nobody_bears if {
	verdict(envelope({"responsibilities": {"ordinaryOperation": "none"}})) == only({"deny": {held_by_nobody(
		"ordinaryOperation",
		ordinary_operation,
	)}})
	verdict(envelope({"responsibilities": {"exPost": "none"}})) == only({"deny": {held_by_nobody("exPost", ex_post)}})
}

test_deny_both_at_once if {
	given := envelope({"responsibilities": {"ordinaryOperation": "chubu-net", "exPost": "none"}})

	verdict(given) == only({"deny": {
		held_by("ordinaryOperation", ordinary_operation, "中部ネット"),
		held_by_nobody("exPost", ex_post),
	}})
}

test_deny_and_undetermined_when_one_is_put_elsewhere_and_the_other_not_stated if {
	given := json.remove(
		envelope({"responsibilities": {"exPost": "midori"}}),
		["declarations/d/telework/duty/responsibilities/ordinaryOperation"],
	)

	verdict(given) == only({
		"deny": {held_by("exPost", ex_post, "midori")},
		"undetermined": {unstated("ordinaryOperation")},
	})
}

test_undetermined_when_one_is_not_stated if {
	every field in ["ordinaryOperation", "exPost"] {
		path := concat("/", ["declarations/d/telework/duty/responsibilities", field])

		verdict(json.remove(envelope({}), [path])) == only({"undetermined": {unstated(field)}})
	}
}

test_undetermined_when_neither_is_stated if {
	both := {unstated("ordinaryOperation"), unstated("exPost")}

	verdict(json.remove(envelope({}), ["declarations/d/telework/duty/responsibilities"])) == only({"undetermined": both})
	verdict(declaring({"telework": {"night": {"institution": "midori"}}})) == {
		"applies": {duty, "d/telework/night"},
		"satisfied": {duty},
		"deny": set(),
		"undetermined": {{
			"code": "fact_not_stated",
			"subject": "d/telework/night",
			"pointers": [concat("/", ["/declarations/d/telework/night/responsibilities", field])],
			"values": {"field": concat(".", ["spec.telework.night.responsibilities", field])},
		} |
			some field in ["ordinaryOperation", "exPost"]
		},
	}
}

test_allow_nothing_where_there_is_no_telework if {
	maintenance := {"pacs": {"institution": "aoba", "maintainer": "medifix"}}
	given := json.remove(declaring({"remoteMaintenance": maintenance}), ["declarations/d/telework"])

	verdict(given) == only({"applies": set()})
}

held_by(field, words, holder) := finding(
	"held_by_another", field,
	{
		"duty": words, "holder": holder, "institution": aoba_names,
		"field": concat(".", ["responsibilities", field]),
	},
)

held_by_nobody(field, words) := finding(
	"held_by_nobody", field,
	{
		"duty": words,
		"holder": {"en": "nobody", "ja": "なし"},
		"institution": aoba_names,
		"field": concat(".", ["responsibilities", field]),
	},
)

unstated(field) := finding(
	"fact_not_stated", field,
	{"field": concat(".", ["spec.telework.duty.responsibilities", field])},
)

finding(code, field, values) := {
	"code": code,
	"subject": duty,
	"pointers": [concat("/", ["/declarations/d/telework/duty/responsibilities", field])],
	"values": values,
}

only(parts) := object.union(
	{"applies": {duty}, "satisfied": set(), "deny": set(), "undetermined": set()},
	parts,
)

verdict(given) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as given
}

envelope(patch) := declaring({"telework": {"duty": patch}})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba_names},
		"midori": {"role": "institution"},
		"medifix": {"role": "maintainer"},
		"chubu-net": {"role": "provider", "name": "中部ネット"},
	},
	"telework": {"duty": {
		"institution": "aoba",
		"responsibilities": {"ordinaryOperation": "aoba", "exPost": "aoba"},
	}},
}
