package bunkaiten_test.observed.terraform.aws.security_group_users

import data.bunkaiten.observed.terraform.aws.security_group_users

test_users_lead_to_groups if {
	security_group_users.uses.aws_ecs_service == [
		["network_configuration", "aws_security_group"],
		["network_configuration", "aws_default_security_group"],
	]
	["launch_template", "aws_launch_template"] in security_group_users.uses.aws_instance
	["security_groups", "aws_security_group"] in security_group_users.uses.aws_instance
	security_group_users.uses.aws_eks_node_group == [["launch_template", "aws_launch_template"]]
	count(security_group_users.uses) > 40
}

test_what_is_read_of_users_leads_to_groups_or_to_wholes if {
	every type, attributes in security_group_users.reads {
		told := {attribute |
			some links in [security_group_users.uses, security_group_users.satellites]
			some [attribute, _] in links[type]
		}
		told - {"file_system_id"} == {each | some each in attributes; each != "file_system_id"}
	}
}
