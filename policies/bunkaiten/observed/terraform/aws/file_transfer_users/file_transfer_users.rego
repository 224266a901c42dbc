# METADATA
# title: Users of file transfer servers of AWS
# description: >-
#   How somebody outside gets into servers of the Transfer Family: users that the server keeps
#   itself, by their keys, or whomever another identity provider knows.
package bunkaiten.observed.terraform.aws.file_transfer_users

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.file_transfer_servers

# METADATA
# description: What people call these facts.
ways := {"file-transfer": {"en": "file transfer by users", "ja": "利用者によるファイル転送"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_transfer_server": ["identity_provider_type", "sftp_authentication_methods"],
	"aws_transfer_user": ["server_id"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"aws_transfer_access": [["server_id", "aws_transfer_server"]],
	"aws_transfer_agreement": [["server_id", "aws_transfer_server"]],
	"aws_transfer_ssh_key": [["server_id", "aws_transfer_server"]],
	"aws_transfer_user": [["server_id", "aws_transfer_server"]],
}

# METADATA
# description: Users of servers that the internet reaches, and providers that know others.
accesses contains found if {
	some user in resource.managed.aws_transfer_user
	servers := resource.tied(user, "server_id", "aws_transfer_server")
	some entry in _entries(servers)
	found := fact.on(user, [], "file-transfer", object.union(entry, {"authentication": {"is": ["key"]}}))
}

accesses contains found if {
	some key, server in resource.managed.aws_transfer_server
	provider := resource.attribute(server, "identity_provider_type")
	some protocol in (file_transfer_servers.protocols[key] & {"FTP", "FTPS", "SFTP", "unknown"})
	authentication := _authentication(provider, protocol, resource.attribute(server, "sftp_authentication_methods"))
	some entry in _entry[key]
	found := fact.on(server, ["identity_provider_type"], "file-transfer", object.union(entry, {
		"authentication": authentication,
	}))
}

# a user of a server that is not in the plan
_entries(servers) := [{"who": {"unknown": true}}] if {
	count(servers) == 0
} else := [entry |
	some key in servers
	some entry in _entry[key]
]

# from where, and whether it is recorded; what only the own VPC reaches is no way in
_entry[key] contains {"who": _from(audience), "logged": file_transfer_servers.logged[key]} if {
	some key, audience in file_transfer_servers.audience
	audience != {"is": "inside"}
}

_from(audience) := {"is": fact.network("0.0.0.0/0")} if {
	audience.is
} else := audience

# undefined where the server keeps its users itself, which is what it does where nobody says more
# (resource aws_transfer_server of the provider: "The default value is SERVICE_MANAGED")
_authentication(provider, protocol, methods) := {"unknown": true} if {
	provider.unknown
} else := {"is": ["directory"]} if {
	provider.is == "AWS_DIRECTORY_SERVICE"
} else := _custom(protocol, methods) if {
	provider.is in {"API_GATEWAY", "AWS_LAMBDA"}
}

# FTP and FTPS know passwords only; of two that will do, the weaker (PUBLIC_KEY_OR_PASSWORD, which is
# also the default: "Default value is: PUBLIC_KEY_OR_PASSWORD", the same page)
_custom(protocol, methods) := {"is": ["password"]} if {
	protocol in {"FTP", "FTPS"}
} else := {"unknown": true} if {
	protocol == "unknown"
} else := {"is": ["password"]} if {
	methods == {}
} else := {"is": _methods[methods.is]} if {
	_methods[methods.is]
} else := {"unknown": true}

_methods := {
	"PASSWORD": ["password"],
	"PUBLIC_KEY": ["key"],
	"PUBLIC_KEY_AND_PASSWORD": ["key", "password"],
	"PUBLIC_KEY_OR_PASSWORD": ["password"],
}
