package bunkaiten_test.compared.staff

import data.bunkaiten.compared.staff

duty := "d/telework/duty"

test_own_people_get_in_from_wherever_they_are if {
	every attributes in [
		{},
		{"who": {"unknown": true}},
		by("anybody", "0.0.0.0/0"),
		by("federated", "saml-provider/staff"),
		object.union(by("group", "doctors"), {"steps": ["kubernetes", "k", "subjects", 0]}),
		by("account", "111111111111"),
		by("network", "203.0.113.0/24"),
		by("network", "198.51.100.9/32"),
		by("network", "10.1.0.0/16"),
		by("host", "home.example"),
		object.union(by("user", "hanako"), {"steps": ["kubernetes", "k", "subjects", 0]}),
		object.union(by("namespace", "ingress-nginx"), {"steps": ["kubernetes", "k", "subjects", 0]}),
	] {
		shows(duty, {entry(attributes)}) == {"strangers": {}, "for_own_staff": {duty}}
	}
}

test_people_of_another_get_in if {
	every attributes in [
		by("account", "222222222222"),
		by("account", "999999999999"),
		by("user", "AIDAEXAMPLE"),
		by("network", "192.0.2.7/32"),
		by("network", "10.77.1.0/24"),
		by("host", "remote.medifix.example"),
		by("group", "doctors"),
	] {
		shows(duty, {entry(attributes)}) == {
			"strangers": {duty: {found("observed_stranger_in", attributes.who.is.name)}},
			"for_own_staff": set(),
		}
	}
}

test_people_of_another_in_a_cluster_get_in if {
	every who in [
		{"by": "user", "name": "taro@medifix.example"}, {"by": "group", "name": "medifix-support"},
		{"by": "namespace", "name": "medifix-agent"},
	] {
		seen := shows(duty, {entry({"who": {"is": who}, "steps": ["kubernetes", "k", "subjects", 0]})})

		{one.code | some one in seen.strangers[duty]} == {"observed_stranger_in"}
		seen.for_own_staff == set()
	}
}

test_it_cannot_be_told_whose_people_an_organization_or_a_network_of_a_cloud_has if {
	every kind in ["organization", "service", "vpc", "vpc-endpoint"] {
		shows(duty, {entry(by(kind, "a")), entry({})}) == {
			"strangers": {duty: {found("observed_stranger_unknown", "a")}},
			"for_own_staff": set(),
		}
	}
}

test_way_in_to_another_subject_is_not_judged if {
	every key in ["d/remoteMaintenance/pacs", "d/telework/gone", "e/telework/duty"] {
		shows(key, {entry(by("account", "999999999999"))}) == {"strangers": {}, "for_own_staff": {duty}}
	}
}

by(kind, called) := {"who": {"is": {"by": kind, "name": called}}}

entry(attributes) := object.union(
	object.remove(
		{
			"thing": "terraform:x_door.a",
			"key": "plan x_door.a",
			"way": "some-door",
			"steps": ["terraform", "plan", "resource_changes", 0],
		},
		object.keys(attributes),
	),
	attributes,
)

found(code, from) := {
	"code": code,
	"subject": duty,
	"pointers": ["/declarations/d/telework/duty/institution", "/terraform/plan/resource_changes/0"],
	"values": {"thing": "terraform:x_door.a", "way": "some-door", "from": from},
}

shows(key, facts) := sets if {
	sets := {
		"strangers": {whose: seen | some whose, seen in staff.strangers},
		"for_own_staff": staff.for_own_staff,
	} with input as {"declarations": {"d": spec}}
		with data.bunkaiten.observed.binding.accesses as {key: facts}
}

spec := {
	"parties": {
		"aoba": {"role": "institution", "identifiedBy": {
			"awsAccounts": ["111111111111"],
			"networks": ["198.51.100.0/24"],
		}},
		"medifix": {"role": "maintainer", "identifiedBy": {
			"awsAccounts": ["222222222222"],
			"hosts": ["*.medifix.example"],
			"kubernetesGroups": ["medifix-support"],
			"kubernetesNamespaces": ["medifix-agent"],
			"kubernetesUsers": ["taro@medifix.example"],
			"networks": ["192.0.2.0/24", "10.77.0.0/16"],
		}},
	},
	"telework": {"duty": {"institution": "aoba"}},
	"remoteMaintenance": {"pacs": {"institution": "aoba", "maintainer": "medifix"}},
}

test_people_of_another_come_in_from_the_other_side_too if {
	across({"direction": "in", "who": {"is": {"by": "account", "name": "999999999999"}}}) == {"observed_stranger_in"}
	across({"direction": "both", "who": {"is": {"by": "network", "name": "192.0.2.7/32"}}}) == {"observed_stranger_in"}
	across({"direction": "both", "who": {"is": {"by": "network", "name": "203.0.113.9/32"}}}) == set()
	across({"direction": "both", "who": {"unknown": true}}) == {"observed_stranger_unknown"}
}

across(attributes) := codes if {
	peers := {duty: {entry(attributes)}}
	codes := {one.code | some one in staff.strangers[duty]} with input as {"declarations": {"d": spec}}
		with data.bunkaiten.observed.binding.peers as peers
}
