# METADATA
# title: What uses security groups of AWS
# description: >-
#   Which resources stand behind a security group, so that whatever has them has the group and its
#   rules: machines, containers, functions, databases, and the interfaces between them. No facts.
package bunkaiten.observed.terraform.aws.security_group_users

# METADATA
# description: Attributes that are read, by type, of types that nothing else reads.
reads := {
	"aws_apigatewayv2_vpc_link": ["security_group_ids"],
	"aws_apprunner_vpc_connector": ["security_groups"],
	"aws_batch_compute_environment": ["compute_resources"],
	"aws_codebuild_project": ["vpc_config"],
	"aws_db_proxy": ["vpc_security_group_ids"],
	"aws_db_proxy_endpoint": ["db_proxy_name", "vpc_security_group_ids"],
	"aws_dms_replication_instance": ["vpc_security_group_ids"],
	"aws_ecs_service": ["network_configuration"],
	"aws_efs_mount_target": ["file_system_id", "security_groups"],
	"aws_elasticache_cluster": ["security_group_ids"],
	"aws_elasticache_replication_group": ["security_group_ids"],
	"aws_elasticache_serverless_cache": ["security_group_ids"],
	"aws_network_interface": ["attachment", "security_groups"],
	"aws_network_interface_attachment": ["instance_id", "network_interface_id"],
	"aws_network_interface_sg_attachment": ["network_interface_id", "security_group_id"],
	"aws_route53_resolver_endpoint": ["security_group_ids"],
	"aws_vpc_endpoint_security_group_association": ["security_group_id", "vpc_endpoint_id"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"aws_db_proxy_endpoint": [["db_proxy_name", "aws_db_proxy"]],
	"aws_network_interface": [["attachment", "aws_instance"]],
	"aws_network_interface_attachment": [["instance_id", "aws_instance"]],
	"aws_network_interface_sg_attachment": [
		["network_interface_id", "aws_instance"],
		["network_interface_id", "aws_network_interface"],
	],
	"aws_vpc_endpoint_security_group_association": [["vpc_endpoint_id", "aws_vpc_endpoint"]],
}

# METADATA
# description: >-
#   The other way round: which attributes of a type lead to groups that it uses, so that what claims
#   the resource claims the group. Blocks stand for what is in them. Of types that cross a boundary and
#   are not read, this alone is looked at.
uses := object.union(
	{type: groups |
		some type, attributes in _users
		groups := [[attribute, group] |
			some attribute in attributes
			some group in ["aws_security_group", "aws_default_security_group"]
		]
	},
	{
		"aws_eks_node_group": [["launch_template", "aws_launch_template"]],
		"aws_instance": array.concat(
			[["launch_template", "aws_launch_template"], ["network_interface", "aws_network_interface"]],
			[[attribute, group] |
				some attribute in ["security_groups", "vpc_security_group_ids"]
				some group in ["aws_security_group", "aws_default_security_group"]
			],
		),
		"aws_network_interface_attachment": [["network_interface_id", "aws_network_interface"]],
	},
)

_users[type] := ["security_groups"] if {
	some type in [
		"aws_alb", "aws_apprunner_vpc_connector", "aws_efs_mount_target", "aws_elb", "aws_launch_configuration", "aws_lb",
		"aws_mq_broker", "aws_network_interface", "aws_sagemaker_notebook_instance",
	]
}

_users[type] := ["security_group_ids"] if {
	some type in [
		"aws_apigatewayv2_vpc_link", "aws_ec2_client_vpn_endpoint", "aws_ec2_instance_connect_endpoint",
		"aws_elasticache_cluster", "aws_elasticache_replication_group", "aws_elasticache_serverless_cache",
		"aws_fsx_lustre_file_system", "aws_fsx_ontap_file_system", "aws_fsx_openzfs_file_system",
		"aws_fsx_windows_file_system", "aws_memorydb_cluster", "aws_redshiftserverless_workgroup",
		"aws_route53_resolver_endpoint", "aws_vpc_endpoint",
	]
}

_users[type] := ["vpc_security_group_ids"] if {
	some type in [
		"aws_db_instance", "aws_db_proxy", "aws_db_proxy_endpoint", "aws_dms_replication_instance", "aws_docdb_cluster",
		"aws_neptune_cluster", "aws_rds_cluster", "aws_redshift_cluster", "aws_redshift_endpoint_access",
	]
}

_users[type] := ["security_group_id"] if {
	some type in ["aws_network_interface_sg_attachment", "aws_vpc_endpoint_security_group_association"]
}

_users[type] := attributes if {
	some type, attributes in {
		"aws_batch_compute_environment": ["compute_resources"],
		"aws_cloudwatch_event_target": ["ecs_target"],
		"aws_codebuild_project": ["vpc_config"],
		"aws_ecs_service": ["network_configuration"],
		"aws_eks_cluster": ["vpc_config"],
		"aws_elasticsearch_domain": ["vpc_options"],
		"aws_glue_connection": ["physical_connection_requirements"],
		"aws_lambda_function": ["vpc_config"],
		"aws_launch_template": ["network_interfaces", "vpc_security_group_ids"],
		"aws_msk_cluster": ["broker_node_group_info"],
		"aws_mwaa_environment": ["network_configuration"],
		"aws_opensearch_domain": ["vpc_options"],
		"aws_spot_instance_request": ["security_groups", "vpc_security_group_ids"],
		"aws_transfer_server": ["endpoint_details"],
	}
}
