package bunkaiten_test.observed.terraform.aws.launch_templates

import data.bunkaiten.observed.terraform.aws.launch_templates

anybody := {"audience": {"is": "anybody"}}

unknown := {"audience": {"unknown": true}}

test_templates_that_give_public_addresses if {
	every value in ["true", "1"] {
		shown([template({"network_interfaces": [{"associate_public_ip_address": value}]}, {})]) == {on(anybody)}
	}
	shown([template({"key_name": "vendor", "network_interfaces": [open]}, {})]) == {on(object.union(
		anybody,
		{"authentication": {"is": ["key"]}},
	))}
	shown([template({"network_interfaces": [open]}, {"key_name": true})]) == {on(object.union(
		anybody,
		{"authentication": {"unknown": true}},
	))}
}

test_each_interface_counts if {
	shown([template({"network_interfaces": [{"associate_public_ip_address": "false"}, open]}, {})]) == {fact_at(
		"aws_launch_template",
		["network_interfaces", 1, "associate_public_ip_address"],
		anybody,
	)}
}

test_templates_that_give_none if {
	every value in ["false", "", "0", null] {
		shown([template({"network_interfaces": [{"associate_public_ip_address": value}]}, {})]) == set()
	}
	shown([template({"network_interfaces": [{}]}, {})]) == set()
	shown([template({"network_interfaces": []}, {})]) == set()
	shown([template({}, {})]) == set()
}

test_what_is_known_only_after_apply if {
	late := {"network_interfaces": [{"associate_public_ip_address": true}]}

	shown([template({"network_interfaces": [{}]}, late)]) == {on(unknown)}
	shown([template({}, {"network_interfaces": true})]) == {fact_at(
		"aws_launch_template",
		["network_interfaces"],
		unknown,
	)}
	shown([configuration({}, {"associate_public_ip_address": true})]) == {in_configuration(unknown)}
}

test_configurations if {
	shown([configuration({"associate_public_ip_address": true}, {})]) == {in_configuration(anybody)}
	shown([configuration({"associate_public_ip_address": false}, {})]) == set()
	shown([configuration({}, {})]) == set()
}

test_who_has_a_group_has_what_it_launches if {
	{name | some name in launch_templates.uses.aws_autoscaling_group[_]} == {
		"launch_configuration", "aws_launch_configuration", "launch_template", "aws_launch_template",
		"mixed_instances_policy",
	}
	object.keys(launch_templates.reads) == {
		"aws_autoscaling_group",
		"aws_launch_configuration",
		"aws_launch_template",
	}
	object.keys(launch_templates.ways) == {"public-launch"}
}

open := {"associate_public_ip_address": "true"}

template(after, marks) := made("aws_launch_template", after, marks)

configuration(after, marks) := made("aws_launch_configuration", after, marks)

on(attributes) := fact_at(
	"aws_launch_template",
	["network_interfaces", 0, "associate_public_ip_address"],
	attributes,
)

in_configuration(attributes) := fact_at("aws_launch_configuration", ["associate_public_ip_address"], attributes)

fact_at(type, path, attributes) := object.union(attributes, {
	"key": concat("", ["plan ", type, ".x"]),
	"thing": concat("", ["terraform:", type, ".x"]),
	"steps": array.concat(["terraform", "plan", "resource_changes", 0, "change", "after"], path),
	"way": "public-launch",
})

shown(resources) := found if found := launch_templates.endpoints with input as {"terraform": {"plan": {
	"resource_changes": [resource.change | some resource in resources],
	"configuration": {"root_module": {"resources": [resource.configured | some resource in resources]}},
}}}

# whatever is unknown is written: by a reference to what is made
made(type, after, marks) := {
	"change": {
		"address": concat(".", [type, "x"]),
		"mode": "managed",
		"type": type,
		"name": "x",
		"provider_name": "registry.terraform.io/hashicorp/aws",
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": concat(".", [type, "x"]),
		"mode": "managed",
		"type": type,
		"name": "x",
		"provider_config_key": "aws",
		"expressions": {name: {"references": ["var.late"]} | some name, _ in marks},
	},
}
