# METADATA
# title: Who has a part in a subject
# description: >-
#   The parties that an exchange, a storage, an access or a work is declared to be between. Whoever
#   else a deployment shows there is a stranger to it.
package bunkaiten.compared.circle

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.subject

# METADATA
# description: >-
#   The names of the parties by subject: of an exchange whoever has a part in it, in its path or in its
#   encryption.
of[key] := (declared.ends | declared.providers) | _hands(declared) if {
	some key, declared in exchange.all
}

of[key] := named | {party | is_array(declared.sharedWith); some party in declared.sharedWith} if {
	some subjects in subject.of
	some key, declared in subjects
	named := {party | some field in _fields; party := declared[field]}
}

_fields := ["contractor", "custodian", "institution", "maintainer", "owner"]

_hands(declared) := union({
	{party | some end in declared.ends; party := declared.path.routersConfiguredBy[end]},
	{party | some end in declared.ends; party := declared.encryption.ends[end].operatedBy},
	{party | party := declared.encryption.begins.operatedBy},
})
