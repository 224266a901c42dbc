package bunkaiten_test.observed.terraform.aws.client_vpn_entrance

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.client_vpn_entrance

# what is asked of the one endpoint of a plan
asked(after, unknown) := found if {
	found := _asked with input as {"terraform": {"p": {"resource_changes": [{
		"address": "aws_ec2_client_vpn_endpoint.a",
		"mode": "managed",
		"type": "aws_ec2_client_vpn_endpoint",
		"name": "a",
		"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
	}]}}}
}

_asked := object.union(client_vpn_entrance.controls(endpoint), {
	"encrypted": client_vpn_entrance.encrypted(endpoint),
	"split": client_vpn_entrance.setting(endpoint, "split_tunnel"),
	"port": client_vpn_entrance.setting(endpoint, "vpn_port"),
	"transport": client_vpn_entrance.setting(endpoint, "transport_protocol"),
}) if {
	endpoint := resource.managed.aws_ec2_client_vpn_endpoint["p aws_ec2_client_vpn_endpoint.a"]
}

late := {"unknown": true}

test_authentication_is_one_after_the_other if {
	every words, types in {
		["certificate"]: ["certificate-authentication"],
		["directory"]: ["directory-service-authentication"],
		["saml"]: ["federated-authentication"],
		["certificate", "saml"]: ["federated-authentication", "certificate-authentication"],
		["certificate", "directory"]: ["certificate-authentication", "directory-service-authentication"],
	} {
		options := [{"type": type} | some type in types]

		asked({"authentication_options": options}, {}).authentication == {"is": words}
	}
}

test_certificates_make_it_mutual if {
	certificate := {"type": "certificate-authentication"}
	directory := {"type": "directory-service-authentication"}

	asked({"authentication_options": [certificate]}, {}).encrypted == {"is": "mutual-tls"}
	asked({"authentication_options": [directory, certificate]}, {}).encrypted == {"is": "mutual-tls"}
	asked({"authentication_options": [directory]}, {}).encrypted == {"is": "tls"}
	asked({}, {"authentication_options": true}).encrypted == late
}

test_authentication_that_cannot_be_read_is_unknown if {
	known := {"type": "certificate-authentication"}

	asked({}, {"authentication_options": true}).authentication == late
	asked({"authentication_options": [{}]}, {"authentication_options": [{"type": true}]}).authentication == late
	asked({"authentication_options": [known, {}]}, {}).authentication == late
	asked({"authentication_options": [{"type": "something-new"}]}, {}).authentication == late
	asked({"authentication_options": []}, {}).authentication == late
}

test_connections_are_recorded_or_not if {
	asked({"connection_log_options": [{"enabled": true}]}, {}).logged == {"is": "yes"}
	asked({"connection_log_options": [{"enabled": false}]}, {}).logged == {"is": "no"}
	asked({"connection_log_options": []}, {}).logged == {"is": "no"}
	asked({}, {}).logged == {"is": "no"}
	asked({"connection_log_options": [{}]}, {"connection_log_options": [{"enabled": true}]}).logged == late
	asked({}, {"connection_log_options": true}).logged == late
}

test_what_nobody_wrote_is_the_default if {
	every after in [{}, {"split_tunnel": null, "vpn_port": null, "transport_protocol": ""}] {
		found := asked(after, {})

		[found.split, found.port, found.transport] == [{"is": "no"}, {"is": 443}, {"is": "udp"}]
	}
}

test_what_is_written_holds if {
	found := asked({"split_tunnel": true, "vpn_port": 1194}, {"transport_protocol": true})

	[found.split, found.port, found.transport] == [{"is": "yes"}, {"is": 1194}, late]
	asked({"split_tunnel": false}, {}).split == {"is": "no"}
}

test_what_is_read_is_said if client_vpn_entrance.reads.aws_ec2_client_vpn_endpoint[0] == "authentication_options.type"

test_what_only_apply_will_show if {
	key := "p aws_ec2_client_vpn_endpoint.late"
	plan := _late([["aws_ec2_client_vpn_endpoint", {}, {"connection_log_options": true}]])
	controls := client_vpn_entrance.controls(resource.managed.aws_ec2_client_vpn_endpoint[key]) with input as plan
	controls.logged == {"unknown": true}
}

_late(changes) := {"terraform": {"p": {"resource_changes": [change |
	some [type, after, pending] in changes
	change := {
		"address": concat(".", [type, "late"]),
		"mode": "managed",
		"type": type,
		"name": "late",
		"change": {"actions": ["create"], "after": after, "after_unknown": pending},
	}
]}}}
