# METADATA
# title: Who operates what a deployment shows
# description: >-
#   The parties of a declaration that operate a thing: whoever a marker on it names
#   (bunkaiten:operated-by), else whose account or project it lies in, as far as the plan tells, or
#   whose namespace.
package bunkaiten.compared.operator

import data.bunkaiten.declared.identity
import data.bunkaiten.observed.binding
import data.bunkaiten.observed.manifest

# METADATA
# description: Who operates the thing that a fact was seen on; empty where nothing tells.
of(declared, found) := marked if {
	marked := {party | some party in binding.operators(found.key); declared.parties[party]}
	count(marked) > 0
} else := {party |
	some who in whose(found)
	some party in identity.parties(declared, who)
} | {party |
	namespace := _namespaces[found.key]
	some party in identity.of_namespace(declared, namespace)
}

# METADATA
# description: >-
#   Whose the thing is that a fact was seen on, as far as its plan tells: accounts as a fact would
#   name them.
whose(found) := {{"by": "account", "name": account} |
	found.steps[0] == "terraform"
	some account in _accounts_of[found.steps[1]]
} | {who | some who in _owners[found.key]}

# METADATA
# description: A fact names an account or people that are whose the thing is.
is_own(found) if {
	kind := found.who.is.by
	places := {"host", "network", "service"}
	not places[kind]
	some spec in input.declarations
	parties := identity.parties(spec, found.who.is)
	count(parties) > 0
	count(parties - _keepers(spec, found)) == 0
}

# METADATA
# description: >-
#   A network that a fact names is that of whoever alone operates the thing, by all that is declared:
#   no other party has a part of it.
is_at_home(spec, found) if {
	parties := identity.parties(spec, found.who.is) | identity.within(spec, found.who.is)
	count(parties) == 1
	_keepers(spec, found) == parties
}

# METADATA
# description: >-
#   What a fact names is of a party that does not operate the thing. Where nobody knows who does, an
#   institution might.
is_strange(spec, found) if {
	parties := identity.parties(spec, found.who.is)
	count(parties) > 0
	count(parties & _hosts(spec, found)) == 0
}

_hosts(spec, found) := parties if {
	parties := _keepers(spec, found)
	count(parties) > 0
} else := {party | some party, record in spec.parties; record.role == "institution"}

# where nothing tells, a cluster is that of the only party with a namespace in it, or of the only institution
_keepers(spec, found) := parties if {
	parties := of(spec, found)
	count(parties) > 0
} else := parties if {
	found.steps[0] == "kubernetes"
	parties := _at_home(spec)
	count(parties) == 1
} else := institutions if {
	found.steps[0] == "kubernetes"
	institutions := {party | some party, record in spec.parties; record.role == "institution"}
	count(institutions) == 1
	count(_at_home(spec)) == 0
} else := set()

_at_home(spec) := {party |
	some _, namespace in _namespaces
	some party in identity.of_namespace(spec, namespace)
}

_owners[place] := owners if some place, owners in data.bunkaiten.observed.shown.owners

_accounts_of[document] := accounts if some document, accounts in data.bunkaiten.observed.resource.accounts

_namespaces[place] := found.namespace if {
	some objects in manifest.given
	some place, found in objects
}
