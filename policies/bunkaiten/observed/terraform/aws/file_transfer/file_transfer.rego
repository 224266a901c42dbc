# METADATA
# title: File transfer servers of AWS
# description: >-
#   Servers of the Transfer Family, one endpoint a protocol, whether they record, and the partners
#   that connectors send to.
package bunkaiten.observed.terraform.aws.file_transfer

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.file_transfer_servers
import data.bunkaiten.observed.terraform.aws.tls_policies
import data.bunkaiten.observed.terraform.aws.url

# METADATA
# description: What people call these facts.
ways := {
	"file-transfer-connector": {"en": "file transfer connector", "ja": "ファイル転送コネクタ", "on_path": "sender"},
	"file-transfer-log": {"en": "log of file transfers", "ja": "ファイル転送の記録"},
	"file-transfer-server": {"en": "file transfer server", "ja": "ファイル転送サーバー"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_transfer_connector": ["as2_config.encryption_algorithm", "url"],
	"aws_transfer_server": ["protocols", "security_policy_name"],
}

# METADATA
# description: Every protocol of every server.
endpoints contains found if {
	some key, server in resource.managed.aws_transfer_server
	some protocol in file_transfer_servers.protocols[key]
	encrypted := object.get(_encrypted, protocol, {"unknown": true})
	found := fact.on(server, [], "file-transfer-server", object.union_n([
		{"audience": file_transfer_servers.audience[key], "encrypted": encrypted},
		{"port": {"is": port} | port := _ports[protocol]},
		{"weakest": weakest |
			encrypted == {"is": "tls"}
			weakest := _version(resource.attribute(server, "security_policy_name"))
		},
	]))
}

# METADATA
# description: Whether a server records.
logs contains found if {
	some key, server in resource.managed.aws_transfer_server
	found := fact.on(server, [], "file-transfer-log", {
		"of": {"is": "file-transfer"},
		"records": file_transfer_servers.logged[key],
	})
}

# METADATA
# description: The partner of every connector.
peers contains found if {
	some connector in resource.managed.aws_transfer_connector
	written := resource.attribute(connector, "url")
	written != {}
	partner := url.peer(written, _schemes)
	found := fact.on(connector, ["url"], "file-transfer-connector", object.union_n([
		object.filter(partner, ["ports", "who"]),
		{"direction": "out", "encrypted": _carried(connector, partner.encrypted)},
	]))
}

# what a connector for AS2 sends is encrypted by itself, whatever carries it
_carried(connector, by) := by if {
	by != {"is": "none"}
} else := {"unknown": true} if {
	connector.unknown.as2_config == true
} else := {"unknown": true} if {
	some block in resource.items(connector, "as2_config")
	block.unknown.encryption_algorithm == true
} else := {"is": "smime"} if {
	some block in resource.items(connector, "as2_config")
	is_string(block.values.encryption_algorithm)
	block.values.encryption_algorithm != "NONE"
} else := by

# whether messages of AS2 are encrypted is up to the sender
_encrypted := {"FTP": {"is": "none"}, "FTPS": {"is": "tls"}, "SFTP": {"is": "ssh"}}

_ports := {"AS2": 5080, "FTP": 21, "FTPS": 21, "SFTP": 22}

_schemes := {
	"http": {"encrypted": "none", "port": 80},
	"https": {"encrypted": "tls", "port": 443},
	"sftp": {"encrypted": "ssh", "port": 22},
}

_version(policy) := {"is": _oldest[policy.is]} if {
	_oldest[policy.is]
} else := {"is": _oldest[_default]} if {
	policy == {}
} else := {"unknown": true}

# https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html ("Security policies
# for AWS Transfer Family servers"), as of September 2026: all TLS ciphers of all policies have a
# SHA-256 or SHA-384 MAC, which no protocol before TLS 1.2 knows
_oldest := tls_policies.file_transfer

# resource aws_transfer_server of the provider ("default value is TransferSecurityPolicy-2018-11")
_default := "TransferSecurityPolicy-2018-11"
