package bunkaiten_test.compared.access

import data.bunkaiten.compared.access

duty := "d/telework/duty"

pacs := "d/remoteMaintenance/pacs"

anybody := {"by": "anybody", "name": "0.0.0.0/0"}

office := {"by": "network", "name": "203.0.113.0/24"}

test_way_in_over_the_internet_where_that_or_a_mobile_network_may_be_used if {
	every media in [["internet"], ["mobile"], ["telephone", "mobile"], ["leased-line", "internet"]] {
		every who in [{"is": anybody}, {"is": office}, {"unknown": true}] {
			shows(media, duty, {entry({"who": who})}).lines == {}
			duty in shows(media, duty, {entry({"who": who})}).over_declared_lines
		}
	}
}

test_way_in_over_the_internet_where_that_may_not_be_used if {
	words := {"en": "anybody (0.0.0.0/0)", "ja": "誰でも（0.0.0.0/0）"}

	every media in [[], ["telephone"], ["leased-line", "closed-ip"]] {
		shows(media, duty, {entry({"who": {"is": anybody}})}).lines == {duty: {found("observed_line", duty, "media", words)}}
		every who in [office, {"by": "host", "name": "home.example"}] {
			given := shows(media, duty, {entry({"who": {"is": who}})})

			given.lines == {duty: {found("observed_line", duty, "media", who.name)}}
			given.over_declared_lines == set()
		}
	}
}

test_way_in_of_which_nobody_knows_yet_from_where if {
	given := shows(["closed-ip"], duty, {entry({"who": {"unknown": true}})})

	given.lines == {duty: {found("observed_line_unknown", duty, "media", unknown)}}
	given.over_declared_lines == set()
}

test_way_in_that_tells_no_line_contradicts_none if {
	untold := {entry({})}

	shows(["leased-line"], duty, untold).lines == {}
	shows(["leased-line"], duty, untold).over_declared_lines == {duty}
	every by in ["account", "federated", "organization", "service", "user", "vpc", "vpc-endpoint"] {
		given := shows(["leased-line"], duty, {entry({"who": {"is": {"by": by, "name": "a"}}})})

		given.lines == {}
		given.over_declared_lines == {duty}
	}
	shows(["leased-line"], duty, {entry({"who": {"is": {"by": "network", "name": "10.1.0.0/16"}}})}).lines == {}
}

test_any_line_and_lines_that_are_not_stated_are_asked_for_elsewhere if {
	given := {entry({"who": {"is": anybody}})}
	unstated := object.remove(spec, ["telework"])
	silent := object.union(unstated, {"telework": {"duty": {"institution": "aoba"}}})

	shows("any", duty, given).lines == {}
	verdict(silent, duty, given).lines == {}
	shows("any", duty, given).over_declared_lines == {duty}
	verdict(silent, duty, given).over_declared_lines == {duty}
}

test_remote_maintenance_has_no_lines if {
	given := shows(["leased-line"], pacs, {entry({"who": {"is": office}})})

	given.lines == {}
	given.over_declared_lines == {duty}
}

test_way_in_that_authenticates_is_no_open_door_from_wherever_it_is_reached if {
	every authentication in [["certificate"], ["saml"], ["certificate", "directory"], ["iam"], ["key"]] {
		every who in [anybody, office, {"by": "federated", "name": "saml-provider/staff"}] {
			every key in [duty, pacs] { closed(key, {"who": {"is": who}, "authentication": {"is": authentication}}) }
		}
	}
}

test_login_port_is_an_open_door_however_one_logs_in if {
	every attributes in [
		{},
		{"authentication": {"is": ["key"]}},
		{"authentication": {"is": ["none"]}},
		{"authentication": {"unknown": true}},
	] {
		opened := object.union(attributes, {"who": {"is": anybody}, "ports": {"is": [22, 22]}})

		every key in [duty, pacs] { opens(key, opened, "observed_open_door", everywhere) }
	}
}

test_rule_for_every_port_is_an_open_door_and_a_role_for_anybody_too if {
	half := {"by": "network", "name": "0.0.0.0/1"}

	opens(duty, {"who": {"is": anybody}}, "observed_open_door", everywhere)
	opens(duty, {"who": {"is": half}, "ports": {"is": [22, 22]}}, "observed_open_door", {
		"en": "anybody (0.0.0.0/1)",
		"ja": "誰でも（0.0.0.0/1）",
	})
	opens(
		pacs,
		{"way": "role", "who": {"is": anybody}, "authentication": {"is": ["iam"]}},
		"observed_open_door",
		everywhere,
	)
}

test_door_for_somebody_named_is_not_open if {
	every who in [office, {"by": "account", "name": "999999999999"}, {"by": "organization", "name": "o-example"}] {
		every attributes in [{}, {"ports": {"is": [22, 22]}}, {"ports": {"unknown": true}}, {"way": "role"}] {
			closed(pacs, object.union(attributes, {"who": {"is": who}}))
		}
	}
	closed(duty, {"authentication": {"is": ["iam"]}})
	closed(duty, {"who": {"is": {"by": "organization", "name": "::/0"}}})
}

test_way_in_without_authentication if {
	bare := {"authentication": {"is": ["none"]}}

	opens(duty, object.union(bare, {"who": {"is": anybody}}), "observed_no_authentication", everywhere)
	opens(pacs, object.union(bare, {"who": {"is": office}}), "observed_no_authentication", office.name)
	opens(pacs, object.union(bare, {"who": {"unknown": true}}), "observed_no_authentication", unknown)
}

test_way_in_of_which_something_is_known_only_after_apply if {
	opens(duty, {"who": {"unknown": true}}, "observed_entry_unknown", unknown)
	opens(pacs, {"who": {"unknown": true}, "authentication": {"is": ["key"]}}, "observed_entry_unknown", unknown)
	opens(pacs, {"who": {"unknown": true}, "ports": {"is": [22, 22]}}, "observed_entry_unknown", unknown)
	opens(pacs, {"who": {"is": anybody}, "authentication": {"unknown": true}}, "observed_entry_unknown", everywhere)
	opens(pacs, {"who": {"is": office}, "authentication": {"unknown": true}}, "observed_entry_unknown", office.name)
	opens(duty, {"who": {"is": anybody}, "ports": {"unknown": true}}, "observed_entry_unknown", everywhere)
	closed(duty, {"who": {"is": {"by": "network", "name": "10.0.0.0/8"}}, "ports": {"is": [22, 22]}})
}

test_each_way_in_is_judged_by_itself if {
	given := shows(["internet"], pacs, {
		entry({"who": {"is": anybody}, "ports": {"is": [3389, 3389]}}),
		entry({"who": {"unknown": true}}),
		entry({"who": {"is": office}, "authentication": {"is": ["none"]}}),
		entry({"who": {"is": office}, "authentication": {"is": ["key"]}}),
	})

	given.doors == {pacs: {
		found("observed_open_door", pacs, "", everywhere),
		found("observed_entry_unknown", pacs, "", unknown),
		found("observed_no_authentication", pacs, "", office.name),
	}}
	given.guarded == {duty}
}

test_way_in_to_another_subject_is_not_judged if {
	every key in ["d/externalStorage/archive", "d/telework/gone", "e/telework/duty"] {
		shows(["leased-line"], key, {entry({"who": {"is": anybody}})}) == {
			"lines": {},
			"over_declared_lines": {duty},
			"doors": {},
			"guarded": {duty, pacs},
		}
	}
}

everywhere := {"en": "anybody (0.0.0.0/0)", "ja": "誰でも（0.0.0.0/0）"}

unknown := {"en": "unknown before apply", "ja": "適用前には不明"}

entry(attributes) := object.union(
	{
		"thing": "terraform:x_door.a",
		"key": "plan x_door.a",
		"way": "some-door",
		"steps": ["terraform", "plan", "resource_changes", 0],
	},
	attributes,
)

found(code, key, field, whom) := made(code, key, field, {"way": "some-door", "from": whom})

made(code, key, field, values) := {
	"code": code,
	"subject": key,
	"pointers": [
		trim_suffix(concat("/", ["/declarations", key, field]), "/"),
		"/terraform/plan/resource_changes/0",
	],
	"values": object.union({"thing": "terraform:x_door.a"}, values),
}

closed(key, attributes) if {
	given := shows(["internet"], key, {entry(attributes)})
	given.doors == {}
	given.guarded == {duty, pacs}
}

opens(key, attributes, code, whom) if {
	given := shows(["internet"], key, {entry(attributes)})
	seen := {object.union(one, {"values": object.union(one.values, {"way": "some-door"})}) | some one in given.doors[key]}
	object.keys(given.doors) == {key}
	seen == {found(code, key, "", whom)}
	given.guarded == {duty, pacs} - {key}
}

shows(media, key, facts) := verdict(object.union(spec, {"telework": {"duty": {"media": media}}}), key, facts)

verdict(declared, key, facts) := sets if {
	sets := {
		"lines": {whose: seen | some whose, seen in access.lines},
		"over_declared_lines": access.over_declared_lines,
		"doors": {whose: seen | some whose, seen in access.doors},
		"guarded": access.guarded,
	} with input as {"declarations": {"d": declared}}
		with data.bunkaiten.observed.binding.accesses as {key: facts}
}

spec := {
	"parties": {"aoba": {"role": "institution"}, "medifix": {"role": "maintainer"}},
	"telework": {"duty": {"institution": "aoba"}},
	"remoteMaintenance": {"pacs": {"institution": "aoba", "maintainer": "medifix"}},
}
