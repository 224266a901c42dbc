package bunkaiten_test.observed.kubernetes.aws_auth

import data.bunkaiten.observed.kubernetes.aws_auth

map(content) := {
	"apiVersion": "v1",
	"kind": "ConfigMap",
	"metadata": {"name": "aws-auth", "namespace": "kube-system"},
	"data": content,
}

accesses(content) := found if {
	found := aws_auth.accesses with input as {"kubernetes": {"x": map(content)}}
}

# "account rights" of each
lines(content) := {concat(" ", [name, rights]) |
	some found in accesses(content)
	name := object.get(found, ["who", "is", "name"], "?")
	rights := concat(",", object.get(found, ["rights", "is"], ["-"]))
}

masters := concat("\n", [
	"- rolearn: arn:aws:iam::111122223333:role/nodes",
	"  username: system:node:{{EC2PrivateDNSName}}",
	"  groups: [system:bootstrappers, system:nodes]",
	"- rolearn: arn:aws:iam::444455556666:role/vendor",
	"  username: vendor",
	"  groups: [system:masters]",
])

test_fact_is_told_whole if {
	accesses({"mapRoles": masters}) == {{
		"way": "aws-auth",
		"thing": "kubernetes:kube-system/ConfigMap/aws-auth",
		"key": "x",
		"steps": ["kubernetes", "x", "data", "mapRoles"],
		"authentication": {"is": ["iam"]},
		"rights": {"is": ["admin"]},
		"who": {"is": {"by": "account", "name": "444455556666"}},
	}}
}

test_roles_and_users_are_of_their_accounts if {
	lines({"mapRoles": "- {rolearn: 'arn:aws:iam::444455556666:role/v', groups: [pacs]}"}) == {"444455556666 -"}
	lines({"mapRoles": "- {rolearn: 'arn:aws-cn:sts::444455556666:assumed-role/v'}"}) == {"444455556666 -"}
	lines({"mapUsers": "- {userarn: 'arn:aws:iam::444455556666:user/taro', groups: pacs}"}) == {"444455556666 -"}
	lines({"mapUsers": "- {rolearn: 'arn:aws:iam::444455556666:role/v'}"}) == {"? -"}
	lines({"mapRoles": "- {userarn: 'arn:aws:iam::444455556666:user/v'}"}) == {"? -"}
}

test_who_cannot_be_told_is_unknown if {
	every arn in [
		"'${VENDOR}'", "7", "'arn:aws:iam::4444:role/v'", "'arn:aws:s3:::444455556666:x'", "'arn:aws:iam::444455556666:'",
		"' arn:aws:iam::444455556666:role/v'", "[a]",
	] {
		lines({"mapRoles": sprintf("- {rolearn: %s}", [arn])}) == {"? -"}
	}
	every entry in ["- taro", "- 7", "- []"] { lines({"mapUsers": entry}) == {"? -"} }
}

test_nodes_are_inside if {
	every groups in [
		["system:nodes"], ["system:bootstrappers", "system:nodes"],
		["system:bootstrappers", "system:nodes", "system:node-proxier"],
	] {
		lines({"mapRoles": sprintf("- {rolearn: x, groups: [%s]}", [concat(", ", groups)])}) == set()
	}
	lines({"mapRoles": "- {rolearn: x, groups: [system:nodes, system:masters]}"}) == {"? admin"}
	lines({"mapRoles": "- {rolearn: x, groups: [system:nodes, pacs]}"}) == {"? -"}
	lines({"mapRoles": "- {rolearn: x, groups: [system:bootstrappers]}"}) == {"? -"}
	lines({"mapRoles": "- {rolearn: x, groups: system:nodes}"}) == {"? -"}
	lines({"mapRoles": "- {rolearn: x, groups: []}"}) == {"? -"}
}

test_whole_accounts if {
	lines({"mapAccounts": "- \"444455556666\"\n- '012345678901'\n-  555566667777 \n"}) == {
		"012345678901 -", "444455556666 -",
		"555566667777 -",
	}
	every list in ["- 012345678901\n- x", "['444455556666']", "- 4444555566667", "- '44445555666'", "- ${ACCOUNT}"] {
		lines({"mapAccounts": list}) == {"? -"}
	}
}

test_list_that_cannot_be_read_lets_in_nobody_knows_whom if {
	every list in ["mapAccounts", "mapRoles", "mapUsers"] {
		every written in ["- [", "vendor", "a: b", 7, true, ["x"], {"a": "b"}] { lines({list: written}) == {"? -"} }
		every written in ["", null, "[]"] { lines({list: written}) == set() }
	}
	lines({}) == set()
	lines(null) == set()
}

test_other_maps_are_not_read if {
	elsewhere := json.patch(map({"mapRoles": masters}), [{"op": "replace", "path": "/metadata/name", "value": "settings"}])
	count(aws_auth.accesses) == 0 with input as {"kubernetes": {"x": elsewhere}}
}

test_words_are_in_both_languages if {
	aws_auth.ways == {"aws-auth": {
		"en": "account that the cluster lets in",
		"ja": "クラスターが受け入れるアカウント",
		"grants": true,
	}}
}

test_what_is_read_is_told if aws_auth.reads == {"/ConfigMap": ["data.mapAccounts", "data.mapRoles", "data.mapUsers"]}
