package bunkaiten_test.requirements.telework.administrator_is_named

import data.bunkaiten.requirements.telework.administrator_is_named as requirement

duty := "d/telework/duty"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

test_allow_role_of_the_institution if {
	every role in ["病院長", {"ja": "病院長", "en": "Director"}] {
		verdict(with_administrator({"party": "aoba", "role": role})) == only({"satisfied": {duty}})
	}
}

test_deny_administrator_that_is_stated_not_to_exist if {
	every administrator in ["none", {"party": "aoba", "role": "none"}, {"party": "none", "role": "病院長"}] {
		verdict(with_administrator(administrator)) == only({"deny": {no_administrator}})
	}
}

test_deny_administrator_of_another_party if {
	every party, label in {"midori": "みどり医院", "medifix": "medifix", "chubu-net": "chubu-net"} {
		given := with_administrator({"party": party, "role": "社長"})

		verdict(given) == only({"deny": {elsewhere(label)}})
	}
}

test_deny_administrator_of_another_party_that_has_none if {
	given := with_administrator({"party": "medifix", "role": "none"})

	verdict(given) == only({"deny": {elsewhere("medifix"), no_administrator}})
}

test_deny_and_undetermined_when_half_is_wrong_and_half_is_missing if {
	verdict(with_administrator({"party": "medifix"})) == only({
		"deny": {elsewhere("medifix")},
		"undetermined": {unstated("administrator/role", "administrator.role")},
	})
	verdict(with_administrator({"party": "none"})) == only({
		"deny": {no_administrator},
		"undetermined": {unstated("administrator/role", "administrator.role")},
	})
	verdict(with_administrator({"role": "none"})) == only({
		"deny": {no_administrator},
		"undetermined": {unstated("administrator/party", "administrator.party")},
	})
}

test_undetermined_when_the_administrator_is_not_stated if {
	given := json.remove(with_administrator({}), ["declarations/d/telework/duty/administrator"])

	verdict(given) == only({"undetermined": {unstated("administrator", "administrator")}})
}

test_undetermined_when_party_or_role_is_not_stated if {
	role := unstated("administrator/role", "administrator.role")
	party := unstated("administrator/party", "administrator.party")

	verdict(with_administrator({"party": "aoba"})) == only({"undetermined": {role}})
	verdict(with_administrator({"role": "病院長"})) == only({"undetermined": {party}})
	verdict(with_administrator({})) == only({"undetermined": {role, party}})
}

test_allow_and_deny_each_access_by_itself if {
	rounds := {"rounds": {"institution": "midori", "administrator": {"party": "aoba", "role": "病院長"}}}
	base := with_administrator({"party": "aoba", "role": "病院長"})

	verdict(object.union(base, {"declarations": {"d": {"telework": rounds}}})) == {
		"applies": {duty, "d/telework/rounds"},
		"satisfied": {duty},
		"deny": {{
			"code": "administrator_elsewhere",
			"subject": "d/telework/rounds",
			"pointers": ["/declarations/d/telework/rounds/administrator/party"],
			"values": {"party": aoba_names, "institution": "みどり医院"},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_there_is_no_telework if {
	verdict({"declarations": {"d": {
		"parties": parties,
		"remoteMaintenance": {"pacs": {"institution": "aoba", "maintainer": "medifix"}},
	}}}) == only({"applies": set()})
}

no_administrator := finding("no_administrator", "administrator", {"institution": aoba_names})

elsewhere(party) := finding(
	"administrator_elsewhere",
	"administrator/party",
	{"party": party, "institution": aoba_names},
)

unstated(tail, field) := finding("fact_not_stated", tail, {"field": concat(".", ["spec.telework.duty", field])})

finding(code, tail, values) := {
	"code": code,
	"subject": duty,
	"pointers": [concat("/", ["/declarations/d/telework/duty", tail])],
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

with_administrator(administrator) := {"declarations": {"d": {
	"parties": parties,
	"telework": {"duty": {"institution": "aoba", "administrator": administrator}},
}}}

parties := {
	"aoba": {"role": "institution", "name": aoba_names},
	"midori": {"role": "institution", "name": "みどり医院"},
	"medifix": {"role": "maintainer"},
	"chubu-net": {"role": "provider"},
}
