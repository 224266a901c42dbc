package bunkaiten_test.compared.maintenance

import data.bunkaiten.compared.maintenance

pacs := "d/remoteMaintenance/pacs"

words := {
	"admin": {"en": "everything, administration included", "ja": "管理を含むすべての操作"},
	"read": {"en": "reading", "ja": "読み出し"},
	"write": {"en": "writing", "ja": "書き込み"},
}

test_maintainer_and_institution_get_in if {
	every who in [
		{"by": "account", "name": "111111111111"},
		{"by": "account", "name": "222222222222"},
		{"by": "network", "name": "198.51.100.7/32"},
		{"by": "host", "name": "remote.medifix.example"},
	] {
		shows({"who": {"is": who}}) == only({})
	}
}

test_whoever_is_not_told_is_judged_elsewhere if {
	every attributes in [
		{},
		{"who": {"unknown": true}},
		{"who": {"is": {"by": "anybody", "name": "*"}}},
		{"who": {"is": {"by": "federated", "name": "saml-provider/medifix"}}},
	] {
		shows(attributes) == only({})
	}
}

test_private_network_is_ones_own_unless_it_is_known_to_be_anothers if {
	shows({"who": {"is": {"by": "network", "name": "10.1.0.0/16"}}}) == only({})
	shows({"who": {"is": {"by": "network", "name": "10.77.1.0/24"}}}) == only({
		"strangers": {pacs: {found("observed_stranger_in", "maintainer", {"from": "10.77.1.0/24"})}},
		"for_maintainer": set(),
	})
}

test_what_runs_in_a_namespace_of_nobody_is_the_institution_s_own if {
	who := {"is": {"by": "namespace", "name": "ingress-nginx"}}

	shows({"who": who}) == only({})
	limited("none", "none", {"who": who, "rights": {"is": ["admin"]}}) == only({})
}

test_stranger_gets_in if {
	every who in [
		{"by": "account", "name": "333333333333"},
		{"by": "account", "name": "999999999999"},
		{"by": "network", "name": "203.0.113.0/24"},
		{"by": "host", "name": "vpn.midori.example"},
		{"by": "user", "name": "AIDAEXAMPLE"},
		{"by": "namespace", "name": "midori"},
	] {
		shows({"who": {"is": who}}) == only({
			"strangers": {pacs: {found("observed_stranger_in", "maintainer", {"from": who.name})}},
			"for_maintainer": set(),
		})
	}
}

test_somebody_gets_in_of_whom_nobody_can_tell_who_that_is if {
	every by in ["organization", "service", "vpc", "vpc-endpoint"] {
		shows({"who": {"is": {"by": by, "name": "a"}}}) == only({
			"strangers": {pacs: {found("observed_stranger_unknown", "maintainer", {"from": "a"})}},
			"for_maintainer": set(),
		})
	}
}

test_rights_within_what_is_declared if {
	every stated, rights in {
		"limited": {"read", "write"},
		"unlimited": {"admin", "read", "write"},
		"none": set(),
	} {
		limited(stated, stated, {"rights": {"is": sort(rights)}}) == only({})
	}
	limited("none", "none", {}) == only({})
	limited("none", "limited", {"rights": {"is": ["write"]}}) == only({})
	limited("limited", "none", {"rights": {"is": ["read"]}}) == only({})
	limited("unlimited", "unlimited", {"rights": {"unknown": true}}) == only({})
}

test_rights_where_nothing_is_declared_are_asked_for_elsewhere if {
	everything := {"rights": {"is": ["admin", "read", "write"]}}

	every control in ["none", {}, {"authentication": ["証明書"]}] {
		verdict({"accessControl": control}, pacs, {entry(everything)}) == only({})
	}
	verdict({}, pacs, {entry(everything)}) == only({})
}

test_administration_is_more_than_is_needed if {
	said := {"rights": [words.admin]}
	every stated in ["limited", "none"] {
		limited(stated, "unlimited", {"rights": {"is": ["admin", "read", "write"]}}) == only({
			"excess": {pacs: {["reading", found("observed_rights", "accessControl/reading", said)]}},
			"within": {"reading": set(), "writing": {pacs}},
		})
		limited("unlimited", stated, {"rights": {"is": ["admin"]}}) == only({
			"excess": {pacs: {["writing", found("observed_rights", "accessControl/writing", said)]}},
			"within": {"reading": {pacs}, "writing": set()},
		})
	}
}

test_right_that_is_declared_not_to_exist if {
	limited("none", "none", {"rights": {"is": ["read", "write"]}}) == only({
		"excess": {pacs: {
			["reading", found("observed_rights", "accessControl/reading", {"rights": [words.read]})],
			["writing", found("observed_rights", "accessControl/writing", {"rights": [words.write]})],
		}},
		"within": {"reading": set(), "writing": set()},
	})
	limited("none", "none", {"rights": {"is": ["read"]}}) == only({
		"excess": {pacs: {["reading", found("observed_rights", "accessControl/reading", {"rights": [words.read]})]}},
		"within": {"reading": set(), "writing": {pacs}},
	})
}

test_rights_that_cannot_be_read if {
	every stated in ["limited", "none"] {
		limited(stated, "unlimited", {"rights": {"unknown": true}}) == only({
			"excess": {pacs: {["reading", found("observed_rights_unknown", "accessControl/reading", {"rights": []})]}},
			"within": {"reading": set(), "writing": {pacs}},
		})
	}
}

test_institution_may_do_what_it_likes_and_whoever_is_also_the_maintainer_may_not if {
	everything := {"rights": {"is": ["admin"]}}
	excess := {["reading", found("observed_rights", "accessControl/reading", {"rights": [words.admin]})]}

	every number, expected in {"111111111111": set(), "222222222222": excess, "444444444444": excess} {
		given := limited("limited", "unlimited", object.union(
			everything,
			{"who": {"is": {"by": "account", "name": number}}},
		))

		object.get(given.excess, pacs, set()) == expected
		object.get(given.strangers, pacs, set()) == set()
	}
}

test_session_that_leaves_a_record_or_could_leave_none if {
	recorded({}) == only({})
	recorded({"logged": {"is": "yes"}}) == only({})
}

test_session_that_leaves_no_record if {
	recorded({"logged": {"is": "no"}}) == only({
		"unlogged": {pacs: {found("observed_no_log", "accessControl/sessionLog", {})}},
		"logged": set(),
	})
	recorded({"logged": {"unknown": true}}) == only({
		"unlogged": {pacs: {found("observed_log_unknown", "accessControl/sessionLog", {})}},
		"logged": set(),
	})
}

test_record_that_is_declared_not_to_be_kept_or_not_stated_is_asked_for_elsewhere if {
	every control in ["none", {"sessionLog": "none"}, {"reading": "limited"}] {
		verdict({"accessControl": control}, pacs, {entry({"logged": {"is": "no"}})}) == only({"logged": set()})
	}
}

test_each_way_in_is_judged_by_itself if {
	control := {"reading": "limited", "writing": "limited", "sessionLog": "recorded"}

	verdict({"accessControl": control}, pacs, {
		entry({"who": {"is": {"by": "account", "name": "999999999999"}}, "rights": {"is": ["admin"]}}),
		entry({"rights": {"unknown": true}, "logged": {"is": "no"}}),
		entry({"who": {"is": {"by": "account", "name": "222222222222"}}, "logged": {"is": "yes"}}),
	}) == {
		"strangers": {pacs: {found("observed_stranger_in", "maintainer", {"from": "999999999999"})}},
		"for_maintainer": set(),
		"excess": {pacs: {pair |
			some field in ["reading", "writing"]
			some code, rights in {"observed_rights": [words.admin], "observed_rights_unknown": []}
			pair := [field, found(code, concat("/", ["accessControl", field]), {"rights": rights})]
		}},
		"within": {"reading": set(), "writing": set()},
		"unlogged": {pacs: {found("observed_no_log", "accessControl/sessionLog", {})}},
		"logged": set(),
	}
}

test_way_in_to_another_subject_is_not_judged if {
	stranger := entry({
		"who": {"is": {"by": "account", "name": "999999999999"}},
		"rights": {"is": ["admin"]},
		"logged": {"is": "no"},
	})
	control := {"reading": "none", "writing": "none", "sessionLog": "recorded"}

	every key in ["d/telework/duty", "d/remoteMaintenance/gone"] {
		verdict({"accessControl": control}, key, {stranger}) == only({})
	}
}

entry(attributes) := object.union(
	{
		"thing": "terraform:x_door.a",
		"key": "plan x_door.a",
		"way": "some-door",
		"steps": ["terraform", "plan", "resource_changes", 0],
	},
	attributes,
)

found(code, field, values) := {
	"code": code,
	"subject": pacs,
	"pointers": [concat("/", ["/declarations", pacs, field]), "/terraform/plan/resource_changes/0"],
	"values": object.union({"thing": "terraform:x_door.a", "way": "some-door"}, values),
}

only(parts) := object.union(object.remove(nothing, object.keys(parts)), parts)

nothing := {
	"strangers": {},
	"for_maintainer": {pacs},
	"excess": {},
	"within": {"reading": {pacs}, "writing": {pacs}},
	"unlogged": {},
	"logged": {pacs},
}

shows(attributes) := verdict({}, pacs, {entry(attributes)})

limited(reading, writing, attributes) := verdict(
	{"accessControl": {"reading": reading, "writing": writing}},
	pacs,
	{entry(attributes)},
)

recorded(attributes) := verdict({"accessControl": {"sessionLog": "recorded"}}, pacs, {entry(attributes)})

verdict(patch, key, facts) := sets if {
	sets := {
		"strangers": {whose: seen | some whose, seen in maintenance.strangers},
		"for_maintainer": maintenance.for_maintainer,
		"excess": {whose: seen | some whose, seen in maintenance.excess},
		"within": {field: {one | some one in maintenance.within[field]} | some field in ["reading", "writing"]},
		"unlogged": {whose: seen | some whose, seen in maintenance.unlogged},
		"logged": maintenance.logged,
	} with input as {"declarations": {"d": object.union(spec, {"remoteMaintenance": {"pacs": patch}})}}
		with data.bunkaiten.observed.binding.accesses as {key: facts}
}

spec := {
	"parties": {
		"aoba": {"role": "institution", "identifiedBy": {"awsAccounts": ["111111111111", "444444444444"]}},
		"medifix": {"role": "maintainer", "identifiedBy": {
			"awsAccounts": ["222222222222", "444444444444"],
			"networks": ["198.51.100.0/24"],
			"hosts": ["*.medifix.example"],
		}},
		"midori": {"role": "institution", "identifiedBy": {
			"awsAccounts": ["333333333333"],
			"kubernetesNamespaces": ["midori"],
			"networks": ["10.77.0.0/16"],
		}},
	},
	"remoteMaintenance": {"pacs": {"institution": "aoba", "maintainer": "medifix"}},
	"telework": {"duty": {"institution": "aoba"}},
}

test_stranger_on_the_other_side_of_a_tunnel_or_a_share_gets_in if {
	side := {"direction": "in", "who": {"is": {"by": "account", "name": "999999999999"}}}
	late := {"direction": "both", "who": {"unknown": true}}
	unknown := {"en": "unknown before apply", "ja": "適用前には不明"}

	across(side) == {found("observed_stranger_in", "maintainer", {"from": "999999999999"})}
	across(late) == {found("observed_stranger_unknown", "maintainer", {"from": unknown})}
	across(object.union(side, {"who": {"is": {"by": "account", "name": "222222222222"}}})) == set()
	across(object.union(side, {"direction": "out"})) == set()
}

across(attributes) := strangers if {
	peers := {pacs: {entry(attributes)}}
	strangers := {each | some each in maintenance.strangers[pacs]} with input as {"declarations": {"d": spec}}
		with data.bunkaiten.observed.binding.peers as peers
}
