package bunkaiten_test.compared.operator

import data.bunkaiten.compared.operator

test_whoever_a_marker_names_operates_the_thing if {
	every tags, parties in {
		{"bunkaiten:operated-by": "kura"}: {"kura"},
		{"bunkaiten:operated-by": "aoba"}: {"aoba"},
		{"bunkaiten:operated-by": "nobody-declared"}: {"aoba", "midori"},
		{"bunkaiten:operated-by": "Kura"}: {"aoba", "midori"},
		{"operated-by": "kura"}: {"aoba", "midori"},
		{}: {"aoba", "midori"},
	} {
		of(declared, {"tags": tags}) == parties
	}
	of(declared, {"tags": null}) == {"aoba", "midori"}
}

test_marker_on_the_thing_goes_before_default_tags if {
	every own, parties in {"kura": {"kura"}, "nobody": {"aoba", "midori"}} {
		values := {"tags": {"bunkaiten:operated-by": own}, "tags_all": {"bunkaiten:operated-by": "nagi"}}
		of(declared, values) == parties
	}
	of(declared, {"tags_all": {"bunkaiten:operated-by": "nagi"}}) == {"nagi"}
}

test_marker_on_the_whole_is_inherited if {
	given := {"terraform": {"p": {"resource_changes": [
		made("aws_s3_bucket.b", {"bucket": "archive", "tags": {"bunkaiten:operated-by": "kura"}}),
		made("aws_s3_bucket_policy.q", {"bucket": "archive"}),
	]}}}
	found := {"key": "p aws_s3_bucket_policy.q", "steps": ["terraform", "p"]}

	operator.of(declared, found) == {"kura"} with input as given
}

test_plan_is_operated_by_those_whose_accounts_it_works_in if {
	every accounts, parties in {
		{"111122223333"}: {"aoba", "midori"},
		{"444455556666"}: {"kura"},
		{"111122223333", "444455556666"}: {"aoba", "midori", "kura"},
		{"777788889999"}: set(),
		set(): set(),
	} {
		plan := {"resource_changes": [made("aws_s3_bucket.b", {})], "configuration": allowing(accounts)}
		operator.of(declared, fact_on("p")) == parties with input as {"terraform": {"p": plan}}
	}
}

test_resource_is_operated_by_those_whose_project_it_lies_in if {
	spec := {"parties": {
		"aoba": {"identifiedBy": {"googleProjects": ["aoba-emr"]}},
		"kura": {"identifiedBy": {"googleProjects": ["kura-archive"]}},
	}}
	given := {"terraform": {"p": {"resource_changes": [
		made("google_storage_bucket.a", {"project": "aoba-emr"}),
		made("google_storage_bucket.k", {"project": "kura-archive"}),
		made("google_storage_bucket.s", {"project": "somebody-else"}),
	]}}}

	every name, parties in {"a": {"aoba"}, "k": {"kura"}, "s": set()} {
		found := {"key": concat(".", ["p google_storage_bucket", name]), "steps": ["terraform", "p"]}
		operator.of(spec, found) == parties with input as given
	}
}

test_account_of_another_plan_tells_nothing if {
	given := {"terraform": {
		"p": {"resource_changes": [made("aws_s3_bucket.b", {})]},
		"q": {"configuration": allowing({"444455556666"})},
	}}

	operator.of(declared, fact_on("p")) == set() with input as given
}

test_object_is_operated_by_those_whose_namespace_it_lies_in if {
	every namespace, parties in {
		"clinic": {"aoba"},
		"shared": {"aoba", "kura"},
		"elsewhere": set(),
		"": set(),
	} {
		of_object(namespace, {}) == parties
	}
	of_object("clinic", {"labels": {"bunkaiten.dev/operated-by": "kura"}}) == {"kura"}
	of_object("clinic", {"labels": {"bunkaiten.dev/operated-by": "nobody"}}) == {"aoba"}
}

test_object_in_a_document_that_is_called_like_a_plan_has_no_account if {
	given := {
		"terraform": {"k": {"configuration": allowing({"444455556666"})}},
		"kubernetes": {"k": {"apiVersion": "v1", "kind": "Pod", "metadata": {"namespace": "clinic"}}},
	}
	found := {"key": "k", "steps": ["kubernetes", "k"]}

	operator.of(declared, found) == {"aoba"} with input as given
}

test_nobody_operates_what_is_not_there if {
	operator.of(declared, fact_on("p")) == set() with input as {}
	operator.of({"parties": {}}, fact_on("p")) == set() with input as {}
}

declared := {"parties": {
	"aoba": {"identifiedBy": {"awsAccounts": ["111122223333"], "kubernetesNamespaces": ["clinic", "shared"]}},
	"midori": {"identifiedBy": {"awsAccounts": ["111122223333"]}},
	"kura": {"identifiedBy": {"awsAccounts": ["444455556666"], "kubernetesNamespaces": ["shared"]}},
	"nagi": {},
}}

bucket := "aws_s3_bucket.b"

of(spec, values) := found if {
	given := {"terraform": {"p": {
		"resource_changes": [made(bucket, values)],
		"configuration": allowing({"111122223333"}),
	}}}
	found := operator.of(spec, fact_on("p")) with input as given
}

of_object(namespace, metadata) := found if {
	pod := {"apiVersion": "v1", "kind": "Pod", "metadata": object.union(metadata, {"name": "x", "namespace": namespace})}
	found := operator.of(declared, {"key": "k", "steps": ["kubernetes", "k"]}) with input as {"kubernetes": {"k": pod}}
}

fact_on(document) := {
	"key": concat(" ", [document, bucket]),
	"steps": ["terraform", document, "resource_changes", 0, "change", "after"],
}

allowing(accounts) := {"provider_config": {"aws": {"expressions": {"allowed_account_ids": {
	"constant_value": sort(accounts),
}}}}}

made(address, values) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": ["create"], "after": values, "after_unknown": {}},
}

test_people_and_accounts_of_whose_a_thing_is_are_its_own if {
	every spec in [lone, object.union(lone, {"parties": {"kura": {"role": "custodian"}}})] {
		own(spec, group("aoba-administrators"), {})
	}
	not own(lone, group("strangers"), {})
	not own(lone, network, {})
	not own(lone, account, {})
	own(lone, account, {"p": {"configuration": {"provider_config": {"aws": {
		"name": "aws",
		"expressions": {"allowed_account_ids": {"constant_value": ["111111111111"]}},
	}}}}})
}

test_cluster_is_that_of_the_only_party_with_a_namespace_in_it if {
	every namespace, good in {"clinic": true, "vault": false, "other": false} {
		own_in(two, namespace) == good
	}
	own_in(lone, "other")
	own_in(lone, "clinic")
	both := object.union(lone, {"parties": {"kura": {
		"role": "custodian",
		"identifiedBy": {"kubernetesNamespaces": ["vault"]},
	}}})
	not own_in(both, "vault")
}

test_namespace_of_a_party_that_does_not_operate_the_thing_is_strange if {
	every item in [
		["clinic", "vault", "aoba", true],
		["clinic", "clinic", "aoba", false],
		["clinic", "other", "aoba", false],
		["vault", "clinic", "midori", true],
	] {
		strange(two, [item[0], item[1]], item[2]) == item[3]
	}
}

test_where_nobody_knows_who_operates_an_institution_might if {
	three := object.union(two, {"parties": {"medifix": {
		"role": "maintainer",
		"identifiedBy": {"kubernetesNamespaces": ["agent"]},
	}}})
	every namespace, so in {"clinic": false, "vault": false, "agent": true} {
		strange(three, ["", namespace], "nobody") == so
	}
}

test_marker_says_whose_people_are_the_own_ones if {
	own_marked(two, "aoba")
	not own_marked(two, "midori")
}

lone := {"parties": {"aoba": {"role": "institution", "identifiedBy": {
	"awsAccounts": ["111111111111"],
	"kubernetesGroups": ["aoba-administrators"],
	"kubernetesNamespaces": ["clinic"],
	"networks": ["198.51.100.0/24"],
}}}}

two := object.union(lone, {"parties": {"midori": {
	"role": "institution",
	"identifiedBy": {"kubernetesNamespaces": ["vault"]},
}}})

group(called) := {
	"key": "k",
	"steps": ["kubernetes", "k"],
	"who": {"is": {"by": "group", "name": called}},
}

network := {"key": "k", "steps": ["kubernetes", "k"], "who": {"is": {"by": "network", "name": "198.51.100.7/32"}}}

account := {
	"key": "p a",
	"steps": ["terraform", "p", "resource_changes", 0],
	"who": {"is": {"by": "account", "name": "111111111111"}},
}

default own(_, _, _) := false

own(spec, fact, plans) if operator.is_own(fact) with input as {"declarations": {"d": spec}, "terraform": plans}

default own_in(_, _) := false

own_in(spec, namespace) if operator.is_own(group("aoba-administrators")) with input as {
	"declarations": {"d": spec},
	"kubernetes": {"n": {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "x", "namespace": namespace}}},
}

default own_marked(_, _) := false

own_marked(spec, party) if operator.is_own(group("aoba-administrators")) with input as {"declarations": {"d": spec}}
	with data.bunkaiten.observed.binding._operators as {"k": {party}}

default strange(_, _, _) := false

# what is in one namespace, and names another
strange(spec, [namespace, named], operating) if operator.is_strange(spec, {
	"key": "k",
	"steps": ["kubernetes", "k"],
	"who": {"is": {"by": "namespace", "name": named}},
}) with input as {"kubernetes": {"k": {"apiVersion": "v1", "kind": "Pod", "metadata": {
	"name": "x",
	"namespace": namespace,
}}}}
	with data.bunkaiten.observed.binding._operators as {"k": {operating}}
