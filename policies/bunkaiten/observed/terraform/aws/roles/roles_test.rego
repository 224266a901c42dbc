package bunkaiten_test.observed.terraform.aws.roles

import data.bunkaiten.observed.terraform.aws.roles

change(address, mode, after, unknown) := {
	"address": address,
	"mode": mode,
	"type": split(trim_prefix(address, "data."), ".")[0],
	"name": split(trim_prefix(address, "data."), ".")[1],
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}

facts(changes, written) := of(changes, written, {})

of(changes, written, sources) := found if {
	found := roles.accesses with input as {"sources": sources, "terraform": {"p": {
		"resource_changes": changes,
		"configuration": {"root_module": {"resources": [
		{"address": address, "expressions": expressions} |
			some address, expressions in written
		]}},
	}}}
}

bare(found) := {object.remove(one, ["steps", "thing", "key", "way"]) | some one in found}

role(trust) := change("aws_iam_role.a", "managed", {"name": "a", "assume_role_policy": trust}, {"arn": true})

trust(principal, condition) := json.marshal({"Statement": [{
	"Effect": "Allow",
	"Action": "sts:AssumeRole",
	"Principal": principal,
	"Condition": condition,
}]})

account := {"is": {"by": "account", "name": "444455556666"}}

iam := {"is": ["iam"]}

late := {"unknown": true}

test_facts_lead_to_the_trust_policy if {
	readers := change(
		"aws_iam_role_policy_attachment.a", "managed", {
			"role": "a",
			"policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
		},
		{},
	)

	facts([role(trust({"AWS": "arn:aws:iam::444455556666:root"}, {})), readers], {}) == {{
		"way": "role",
		"thing": "terraform:aws_iam_role.a",
		"key": "p aws_iam_role.a",
		"steps": ["terraform", "p", "resource_changes", 0, "change", "after", "assume_role_policy"],
		"who": account,
		"authentication": iam,
		"rights": {"is": ["read"]},
	}}
}

test_conditions_ask_for_a_second_factor if {
	every condition in [
		{"Bool": {"aws:MultiFactorAuthPresent": "true"}},
		{"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}},
		{"Bool": {"aws:MultiFactorAuthPresent": "true"}, "StringEquals": {"sts:ExternalId": "x"}},
	] {
		bare(facts([role(trust({"AWS": "444455556666"}, condition))], {})) == {{
			"who": account,
			"authentication": {"is": ["iam", "mfa"]},
		}}
	}
	bare(facts([role(trust({"AWS": "444455556666"}, {"StringEquals": {"sts:ExternalId": "x"}}))], {})) == {{
		"who": account,
		"authentication": iam,
	}}
}

test_providers_of_identities_by_their_arns if {
	saml := "arn:aws:iam::111122223333:saml-provider/staff"
	oidc := "arn:aws:iam::111122223333:oidc-provider/idp.aoba.example"

	bare(facts([role(trust({"Federated": [saml, oidc]}, {}))], {})) == {
		{"who": {"is": {"by": "federated", "name": saml}}, "authentication": {"is": ["saml"]}},
		{"who": {"is": {"by": "federated", "name": oidc}}, "authentication": iam},
	}
}

test_anybody_may_take_on_the_role if {
	bare(facts([role(trust("*", {}))], {})) == {{
		"who": {"is": {"by": "anybody", "name": "*"}},
		"authentication": iam,
	}}
}

test_services_of_aws_are_no_strangers if {
	facts([role(trust({"Service": "ec2.amazonaws.com"}, {}))], {}) == set()
	facts([role("")], {}) == set()
}

test_trust_that_cannot_be_read if {
	hidden := change("aws_iam_role.a", "managed", {}, {"assume_role_policy": true})

	bare(facts([hidden], {"aws_iam_role.a": {"assume_role_policy": {}}})) == {{"who": late, "authentication": late}}
	bare(facts([role("no json")], {})) == {{"who": late, "authentication": late}}
}

# a role that trusts what a provider of the same plan says
deferred(action, provider) := bare(facts(
	[
		change("aws_iam_role.a", "managed", {}, {"assume_role_policy": true}),
		change(
			"data.aws_iam_policy_document.t", "data", {"statement": [{
				"actions": [action],
				"principals": [{"type": "Federated", "identifiers": [null]}],
			}]},
			{"statement": [{"principals": [{"identifiers": [true]}]}]},
		),
		change("aws_iam_saml_provider.staff", "managed", {"name": "staff"}, {}),
		change("aws_iam_openid_connect_provider.idp", "managed", {"url": "https://idp.aoba.example"}, {}),
	],
	{
		"aws_iam_role.a": {"assume_role_policy": {"references": [
			"data.aws_iam_policy_document.t.json",
			"data.aws_iam_policy_document.t",
		]}},
		"data.aws_iam_policy_document.t": {"statement": [{"principals": [{"identifiers": {"references": [provider]}}]}]},
		"aws_iam_saml_provider.staff": {},
		"aws_iam_openid_connect_provider.idp": {},
	},
))

test_providers_that_the_plan_makes_by_what_they_will_be_called if {
	deferred("sts:AssumeRoleWithSAML", "aws_iam_saml_provider.staff") == {{
		"who": {"is": {"by": "federated", "name": "saml-provider/staff"}},
		"authentication": {"is": ["saml"]},
	}}
	deferred("sts:AssumeRoleWithWebIdentity", "aws_iam_openid_connect_provider.idp") == {{
		"who": {"is": {"by": "federated", "name": "oidc-provider/idp.aoba.example"}},
		"authentication": iam,
	}}
	deferred("sts:AssumeRoleWithSAML", "var.provider") == {{"who": late, "authentication": {"is": ["saml"]}}}
	deferred("sts:AssumeRoleWithWebIdentity", "var.provider") == {{"who": late, "authentication": iam}}
	deferred(null, "aws_iam_saml_provider.staff") == {{"who": late, "authentication": late}}
}

test_a_provider_that_the_plan_makes_where_only_the_source_shows_the_policy if {
	policy := {"Statement": {
		"Action": "sts:AssumeRoleWithWebIdentity",
		"Principal": {"Federated": {"unknown": "${aws_iam_openid_connect_provider.idp.arn}"}},
	}}
	found := of(
		[
			change("aws_iam_role.a", "managed", {}, {"assume_role_policy": true}),
			change("aws_iam_openid_connect_provider.idp", "managed", {"url": "https://idp.aoba.example"}, {}),
		],
		{
			"aws_iam_role.a": {"assume_role_policy": {"references": ["aws_iam_openid_connect_provider.idp"]}},
			"aws_iam_openid_connect_provider.idp": {},
		},
		{"p": {"aws_iam_role.a": {"assume_role_policy": policy}}},
	)

	bare(found) == {{
		"who": {"is": {"by": "federated", "name": "oidc-provider/idp.aoba.example"}},
		"authentication": iam,
	}}
}

test_users_have_keys_that_last if {
	facts([change("aws_iam_user.a", "managed", {"name": "a"}, {"arn": true})], {}) == {{
		"way": "user",
		"thing": "terraform:aws_iam_user.a",
		"key": "p aws_iam_user.a",
		"steps": ["terraform", "p", "resource_changes", 0, "change", "after"],
		"authentication": {"is": ["key"]},
	}}
}

test_every_way_has_its_words if {
	object.keys(roles.ways) == {"role", "user"}
	roles.reads.aws_iam_role == ["assume_role_policy"]
	roles.satellites.aws_iam_role_policy == [["role", "aws_iam_role"]]
}

test_provider_that_knows_the_whole_world_lets_in_anybody_unless_it_is_asked_who if {
	github := "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
	host := "token.actions.githubusercontent.com"

	every conditions in [{}, {"StringEquals": {concat("", [host, ":aud"]): "sts.amazonaws.com"}}] {
		bare(facts([role(trust({"Federated": github}, conditions))], {})) == {{
			"who": {"is": {"by": "anybody", "name": github}},
			"authentication": iam,
		}}
	}
	named := {"StringLike": {concat("", [host, ":sub"]): "repo:aoba/*"}}
	bare(facts([role(trust({"Federated": github}, named))], {})) == {{
		"who": {"is": {"by": "federated", "name": github}},
		"authentication": iam,
	}}
	every provider, conditions in {
		"accounts.google.com": {"StringEquals": {"accounts.google.com:aud": "client"}},
		"cognito-identity.amazonaws.com": {"StringEquals": {"cognito-identity.amazonaws.com:aud": "pool"}},
	} {
		bare(facts([role(trust({"Federated": provider}, conditions))], {})) == {{
			"who": {"is": {"by": "federated", "name": provider}},
			"authentication": iam,
		}}
		bare(facts([role(trust({"Federated": provider}, {}))], {})) == {{
			"who": {"is": {"by": "anybody", "name": provider}},
			"authentication": iam,
		}}
	}
}

test_provider_that_is_asked_something_nobody_can_read_may_let_in_anybody if {
	github := "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"

	bare(facts([role(trust({"Federated": github}, {"StringEquals": {"": "x"}}))], {})) == {{
		"who": {"unknown": true},
		"authentication": {"unknown": true},
	}}
}

test_conditions_that_only_apply_will_show if {
	condition := {"test": "StringEquals", "values": ["repo:aoba/portal:*"]}
	document := {"statement": [{
		"actions": ["sts:AssumeRoleWithWebIdentity"],
		"principals": [{"type": "Federated", "identifiers": ["arn:aws:iam::111122223333:oidc-provider/gitlab.com"]}],
		"condition": [condition],
	}]}
	seen := roles.accesses with input as {"terraform": {"p": {
		"resource_changes": [
			{
				"address": "aws_iam_role.r", "mode": "managed", "type": "aws_iam_role", "name": "r",
				"change": {"actions": ["create"], "after": {}, "after_unknown": {"assume_role_policy": true}},
			},
			{
				"address": "data.aws_iam_policy_document.d", "mode": "data", "type": "aws_iam_policy_document", "name": "d",
				"change": {
					"actions": ["read"], "after": document,
					"after_unknown": {"statement": [{"condition": [{"variable": true}]}]},
				},
			},
		],
		"configuration": {"root_module": {"resources": [
			{
				"address": "aws_iam_role.r",
				"expressions": {"assume_role_policy": {"references": ["data.aws_iam_policy_document.d.json"]}},
			},
			{"address": "data.aws_iam_policy_document.d", "expressions": {"statement": [{}]}},
		]}},
	}}}
	{[found.who, found.authentication] | some found in seen} == {[late, late]}
}
