package bunkaiten_test.outline

import data.bunkaiten.outline

test_a_policy_is_a_part_of_its_bucket_and_names_an_account if {
	found := outline.everything with input as envelope({})

	found == {
		"things": {{
			"key": "p aws_s3_bucket_policy.letters",
			"thing": "terraform:aws_s3_bucket_policy.letters",
			"found": true,
			"of": {"terraform:aws_s3_bucket.letters", "terraform:aws_s3_bucket_policy.letters"},
			"parts": {"p aws_s3_bucket.letters"},
			"whole": "terraform:aws_s3_bucket.letters",
			"marked": set(),
			"operators": set(),
			"accounts": set(),
		}},
		"marked": set(),
		"operators": set(),
		"identified": {{"by": "account", "name": "444455556666"}},
	}
}

test_markers_reach_what_is_a_part if {
	tags := {"bunkaiten:external-storage": "letters", "bunkaiten:exchange": "referral"}
	found := outline.everything with input as envelope(tags)
	named := {["externalStorage", "letters"], ["exchanges", "referral"]}

	found.marked == named
	{thing.marked | some thing in found.things} == {named}
}

test_operators_that_markers_name_are_parties_to_declare if {
	tags := {"bunkaiten:operated-by": "aoba"}
	found := outline.everything with input as envelope(tags)
	declared := object.union(envelope(tags), {"declarations": {"d": {"parties": {"aoba": {"role": "institution"}}}}})
	known := outline.everything with input as declared

	found.operators == {"aoba"}
	{thing.operators | some thing in found.things} == {{"aoba"}}
	known.operators == set()
}

test_accounts_that_things_lie_in_are_told if {
	provider := {"aws": {"name": "aws", "expressions": {"allowed_account_ids": {"constant_value": ["111122223333"]}}}}
	given := json.patch(envelope({}), [{
		"op": "add",
		"path": "/terraform/p/configuration",
		"value": {"provider_config": provider, "root_module": {}},
	}])
	found := outline.everything with input as given

	{thing.accounts | some thing in found.things} == {{{"by": "account", "name": "111122223333"}}}
}

test_people_of_a_cluster_are_identified if {
	binding := {
		"apiVersion": "rbac.authorization.k8s.io/v1",
		"kind": "RoleBinding",
		"metadata": {"namespace": "imaging", "name": "vendor"},
		"roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "view"},
		"subjects": [
			{"kind": "Group", "name": "oidc:medifix-support", "apiGroup": "rbac.authorization.k8s.io"},
			{"kind": "User", "name": "taro@medifix.example", "apiGroup": "rbac.authorization.k8s.io"},
		],
	}
	given := {"declarations": {}, "terraform": {}, "kubernetes": {"b": binding}, "context": {"scope": "all"}}
	found := outline.everything with input as given

	found.identified == {
		{"by": "group", "name": "oidc:medifix-support"},
		{"by": "user", "name": "taro@medifix.example"},
	}
}

test_a_principal_of_a_cloud_is_no_user_of_a_cluster if {
	gone := {"Principal": {"AWS": "AIDAEXAMPLE0000000000"}}
	late := object.union(policy, {"Statement": [object.union(policy.Statement[0], gone)]})
	given := plan([resource("aws_s3_bucket_policy", "late", {"bucket": "aoba-late", "policy": json.marshal(late)})])
	found := outline.everything with input as given

	count(found.things) == 1
	found.identified == set()
}

test_markers_that_a_declaration_knows_are_no_news if {
	declared := {"d": {"parties": {}, "externalStorage": {"letters": {}}}}
	given := object.union(envelope({"bunkaiten:external-storage": "letters"}), {"declarations": declared})
	found := outline.everything with input as given

	found.marked == set()
	{thing.marked | some thing in found.things} == {set()}
}

test_only_networks_and_hosts_of_somebody_are_identified if {
	cases := {
		"198.51.100.7/32": {{"by": "network", "name": "198.51.100.7/32"}},
		"10.0.0.0/16": set(),
		"0.0.0.0/0": set(),
		"128.0.0.0/1": set(),
	}

	every network, wanted in cases {
		found := outline.everything with input as firewall(network)
		found.identified == wanted
	}
}

test_accounts_of_other_clouds_are_identified_too if {
	identity := "/subscriptions/s2/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i"
	every case in [
		["sakuracloud_local_router", {"peer": [{"peer_id": "113300000042"}]}, "sakura", "113300000042"],
		["azurerm_role_assignment", {"delegated_managed_identity_resource_id": identity}, "subscription", "s2"],
	] {
		found := outline.everything with input as plan([resource(case[0], "a", case[1])])
		found.identified == {{"by": case[2], "name": case[3]}}
	}
}

test_what_two_hold_has_no_whole_but_itself if {
	given := envelope({})
	twin := resource("aws_s3_bucket", "twin", {"bucket": "aoba-letters"})
	found := outline.everything with input as plan(array.concat(given.terraform.p.resource_changes, [twin]))

	{[thing.whole, count(thing.parts)] | some thing in found.things} == {["terraform:aws_s3_bucket_policy.letters", 2]}
}

test_what_may_cross_is_a_thing_too if {
	late := {"address": "aws_s3_bucket_policy.late", "expressions": {"policy": {"references": ["aws_iam_role.x"]}}}
	change := object.union(resource("aws_s3_bucket_policy", "late", {"bucket": "aoba-late"}), {"change": {
		"actions": ["create"],
		"after": {"bucket": "aoba-late"},
		"after_unknown": {"policy": true},
	}})
	configured := {"root_module": {"resources": [object.union(late, {
		"mode": "managed",
		"type": "aws_s3_bucket_policy",
		"name": "late",
	})]}}
	given := object.union(plan([]), {"terraform": {"p": {"resource_changes": [change], "configuration": configured}}})
	found := outline.everything with input as given

	{thing.thing | some thing in found.things} == {"terraform:aws_s3_bucket_policy.late"}
	found.identified == set()
}

test_an_object_whose_name_is_made_is_found_by_its_beginning if {
	service := {
		"apiVersion": "v1",
		"kind": "Service",
		"metadata": {"namespace": "office", "generateName": "monitoring-"},
		"spec": {"type": "ExternalName", "externalName": "collector.hoshu.example"},
	}
	given := {"declarations": {}, "terraform": {}, "kubernetes": {"s": service}, "context": {"scope": "all"}}
	found := outline.everything with input as given

	{[thing.thing, thing.found] | some thing in found.things} == {["kubernetes:office/Service/monitoring-", true]}
	found.identified == {{"by": "host", "name": "collector.hoshu.example"}}
}

envelope(tags) := plan([
	resource("aws_s3_bucket", "letters", {"bucket": "aoba-letters", "tags": tags}),
	resource("aws_s3_bucket_policy", "letters", {"bucket": "aoba-letters", "policy": json.marshal(policy)}),
])

policy := {"Version": "2012-10-17", "Statement": [{
	"Effect": "Allow",
	"Principal": {"AWS": "arn:aws:iam::444455556666:root"},
	"Action": "s3:GetObject",
	"Resource": "arn:aws:s3:::aoba-letters/*",
}]}

firewall(network) := plan([resource("aws_security_group_rule", "one", {
	"type": "ingress",
	"protocol": "tcp",
	"from_port": 443,
	"to_port": 443,
	"cidr_blocks": [network],
})])

plan(changes) := {
	"declarations": {},
	"terraform": {"p": {"resource_changes": changes}},
	"kubernetes": {},
	"context": {"scope": "all"},
}

resource(type, name, values) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["create"], "after": values, "after_unknown": {}},
}
