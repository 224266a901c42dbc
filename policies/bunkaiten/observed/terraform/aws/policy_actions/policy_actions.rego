# METADATA
# title: Rights that actions of AWS give
# description: Reading and writing, told from the verb that an action begins with.
package bunkaiten.observed.terraform.aws.policy_actions

# METADATA
# description: >-
#   What a list of actions ("s3:GetObject", "s3:*", "*") lets somebody do: {"is": sorted list of
#   "read" and "write"}, or {"unknown": true} where an action is not known (null). Taking on a role
#   (sts) is neither.
rights(actions) := {"unknown": true} if {
	some action in actions
	not is_string(action)
} else := {"is": sort({right |
	some action in actions
	some right in _given_by(lower(action))
})}

# the verbs by which actions that only read begin, as in the service authorization reference of AWS;
# ClientMount of EFS mounts for reading, CopyFromBackupVault takes a copy out
_reading := {
	"batchget", "check", "clientmount", "conditioncheck", "copyfrom", "decrypt", "describe", "download", "get", "head",
	"list", "lookup", "partiqlselect", "query", "read", "receive", "scan", "search", "select", "subscribe", "view",
}

# with these one can give oneself what is missing
_passing_on := {
	"addpermission", "creategrant", "deletebucketpolicy", "putbucketacl", "putbucketpolicy", "putkeypolicy",
	"putobjectacl", "putresourcepolicy", "reencrypt", "setqueueattributes", "settopicattributes",
}

_given_by(action) := set() if {
	startswith(action, "sts:")
} else := {"read"} if {
	some verb in _reading
	startswith(_beginning(action), verb)
} else := {"read", "write"} if {
	_could_be_any(action)
} else := {"read", "write"} if {
	some verb in _passing_on
	startswith(_beginning(action), verb)
} else := {"write"}

# "s3:*", "s3:G*"
_could_be_any(action) if {
	regex.match(`[*?]`, action)
	some verb in (_reading | _passing_on)
	startswith(verb, _beginning(action))
}

_beginning(action) := regex.replace(regex.replace(action, `^[^:]*:`, ""), `[*?].*$`, "")
