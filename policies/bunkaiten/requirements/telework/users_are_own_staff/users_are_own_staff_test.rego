package bunkaiten_test.requirements.telework.users_are_own_staff

import data.bunkaiten.requirements.telework.users_are_own_staff as requirement

duty := "d/telework/duty"

place := "/declarations/d"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

test_allow_own_staff if {
	every users in ["own-staff", ["aoba"]] {
		verdict(envelope({"users": users})) == only({"satisfied": {duty}})
	}
}

test_deny_people_of_another_party_whatever_its_role if {
	every party, label in {"midori": "みどり医院", "medifix": "medifix", "labo": "labo", "chubu-net": "chubu-net"} {
		verdict(envelope({"users": ["aoba", party]})) == only({"deny": {used_by(1, label)}})
		verdict(envelope({"users": [party, "aoba"]})) == only({"deny": {used_by(0, label)}})
		verdict(envelope({"users": [party]})) == only({"deny": {used_by(0, label)}})
	}
}

test_deny_every_other_party if {
	verdict(envelope({"users": ["medifix", "aoba", "midori"]})) == only({"deny": {
		used_by(0, "medifix"),
		used_by(2, "みどり医院"),
	}})
}

test_deny_and_undetermined_when_others_use_the_system_of_what_is_no_institution if {
	given := envelope({"users": ["labo", "medifix"], "institution": "labo"})

	verdict(given) == only({
		"deny": {finding(
			"used_by_others",
			"/telework/duty/users/1",
			{"party": "medifix", "institution": "labo"},
		)},
		"undetermined": {no_institution("labo")},
	})
}

test_undetermined_when_the_institution_has_another_role if {
	every party in ["medifix", "labo", "chubu-net"] {
		every users in ["own-staff", [party]] {
			given := envelope({"users": users, "institution": party})

			verdict(given) == only({"undetermined": {no_institution(party)}})
		}
	}
}

test_undetermined_when_nobody_says_who_works_from_outside if {
	given := json.remove(envelope({}), ["declarations/d/telework/duty/users"])

	verdict(given) == only({"undetermined": {unstated}})
}

test_undetermined_twice_when_the_users_and_the_institution_are_open if {
	given := json.remove(envelope({"institution": "labo"}), ["declarations/d/telework/duty/users"])

	verdict(given) == only({"undetermined": {unstated, no_institution("labo")}})
}

test_allow_and_deny_each_access_by_itself if {
	verdict(declaring({"telework": {"rounds": {"institution": "midori", "users": ["aoba"]}}})) == {
		"applies": {duty, "d/telework/rounds"},
		"satisfied": {duty},
		"deny": {{
			"code": "used_by_others",
			"subject": "d/telework/rounds",
			"pointers": ["/declarations/d/telework/rounds/users/0"],
			"values": {"party": aoba_names, "institution": "みどり医院"},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_there_is_no_telework if {
	maintenance := {"pacs": {"institution": "aoba", "maintainer": "medifix"}}
	given := json.remove(declaring({"remoteMaintenance": maintenance}), ["declarations/d/telework"])

	verdict(given) == only({"applies": set()})
}

used_by(index, party) := finding(
	"used_by_others",
	sprintf("/telework/duty/users/%d", [index]),
	{"party": party, "institution": aoba_names},
)

no_institution(party) := finding("is_no_institution", concat("", ["/parties/", party, "/role"]), {"party": party})

unstated := finding("fact_not_stated", "/telework/duty/users", {"field": "spec.telework.duty.users"})

finding(code, tail, values) := {
	"code": code,
	"subject": duty,
	"pointers": [concat("", [place, tail])],
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
		"midori": {"role": "institution", "name": "みどり医院"},
		"medifix": {"role": "maintainer"},
		"labo": {"role": "contractor"},
		"chubu-net": {"role": "provider"},
	},
	"telework": {"duty": {"institution": "aoba", "users": "own-staff"}},
}

test_deny_people_of_another_and_undetermined_where_it_cannot_be_told_whose_they_are if {
	shows({"by": "account", "name": "222222222222"}) == only({
		"deny": {stranger("observed_stranger_in", "222222222222")},
	})
	shows({"by": "organization", "name": "o-example"}) == only({
		"undetermined": {stranger("observed_stranger_unknown", "o-example")},
	})
	shows({"by": "federated", "name": "saml-provider/staff"}) == only({"satisfied": {duty}})
}

stranger(code, from) := {
	"code": code,
	"subject": duty,
	"pointers": [concat("", [place, "/telework/duty/institution"]), "/terraform/plan/resource_changes/0"],
	"values": {"thing": "terraform:x_door.a", "way": "some-door", "from": from},
}

shows(who) := sets if {
	sets := verdict(declaring({})) with data.bunkaiten.observed.binding.accesses as {duty: {{
		"thing": "terraform:x_door.a",
		"key": "plan x_door.a",
		"way": "some-door",
		"steps": ["terraform", "plan", "resource_changes", 0],
		"who": {"is": who},
	}}}
}
