# METADATA
# title: Roles of Google Cloud
# description: What a predefined role lets somebody do with data, as far as its name tells.
package bunkaiten.observed.terraform.google.iam_roles

# METADATA
# description: >-
#   The rights of a role, as an attribute: {"is": ["admin"]}, ["read"], ["write"] or both; {} where the
#   role is about something else, as the way in alone; {"unknown": true} for a role that nobody here
#   knows, as custom ones. https://cloud.google.com/iam/docs/roles-permissions
rights(role) := {"is": exact} if {
	exact := _exactly[role.is]
} else := {} if {
	role.is in _entrances
} else := {"is": _by_ending[endings[0]]} if {
	is_string(role.is)
	startswith(role.is, "roles/")
	endings := [ending | some ending in _endings; endswith(lower(role.is), ending)]
	count(endings) > 0
} else := {"unknown": true}

# longer endings first
_endings := [
	"legacybucketowner", "viewer", "reader", "admin", "owner", "editor", "creator", "publisher", "writer",
	"subscriber", "encrypter", "decrypter", "accessor", "user",
]

_by_ending := {
	"accessor": ["read"],
	"admin": ["admin"],
	"creator": ["write"],
	"decrypter": ["read"],
	"editor": ["read", "write"],
	"encrypter": ["write"],
	"legacybucketowner": ["read", "write"],
	"owner": ["admin"],
	"publisher": ["write"],
	"reader": ["read"],
	"subscriber": ["read"],
	"user": ["read", "write"],
	"viewer": ["read"],
	"writer": ["write"],
}

# those whose names say something else
_exactly := {
	"OWNER": ["admin"],
	"READER": ["read"],
	"WRITER": ["read", "write"],
	"roles/bigquery.dataEditor": ["read", "write"],
	"roles/cloudkms.cryptoKeyEncrypterDecrypter": ["read", "write"],
	"roles/compute.osAdminLogin": ["admin"],
	"roles/compute.osLogin": ["read", "write"],
	"roles/editor": ["admin"],
	"roles/storage.legacyBucketWriter": ["read", "write"],
	"roles/storage.legacyObjectOwner": ["read", "write"],
}

# to get in, or to act as somebody; what one may do then, other roles say
_entrances := {
	"roles/cloudfunctions.invoker",
	"roles/compute.networkUser",
	"roles/compute.osLoginExternalUser",
	"roles/iam.serviceAccountTokenCreator",
	"roles/iam.serviceAccountUser",
	"roles/iam.workloadIdentityUser",
	"roles/iap.httpsResourceAccessor",
	"roles/iap.tunnelResourceAccessor",
	"roles/run.invoker",
}
