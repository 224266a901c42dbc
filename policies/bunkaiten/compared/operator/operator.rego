# METADATA
# title: Who operates what a deployment shows
# description: >-
#   The parties of a declaration that operate a thing: whoever a marker on it names
#   (bunkaiten:operated-by), else whose account the plan works in, or whose namespace the object
#   lies in.
package bunkaiten.compared.operator

import data.bunkaiten.declared.identity
import data.bunkaiten.observed.binding
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.resource

# METADATA
# description: Who operates the thing that a fact was seen on; empty where nothing tells.
of(declared, found) := marked if {
	marked := {party | some party in binding.operators(found.key); declared.parties[party]}
	count(marked) > 0
} else := {party |
	some who in _accounts(found)
	some party in identity.parties(declared, who)
} | {party |
	namespace := _namespaces[found.key]
	some party in identity.of_namespace(declared, namespace)
}

_accounts(found) := {{"by": "account", "name": account} |
	found.steps[0] == "terraform"
	some account in _accounts_of[found.steps[1]]
}

_accounts_of[document] := accounts if some document, accounts in resource.accounts

_namespaces[place] := found.namespace if {
	some objects in manifest.given
	some place, found in objects
}
