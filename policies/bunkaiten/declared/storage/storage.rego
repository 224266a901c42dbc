# METADATA
# title: Declared external storage
# description: >-
#   Which institutions keep information with an external storage organisation, what they have
#   agreed with each other and with it, and who bears the responsibilities that stay with them,
#   4.3(1)(c).
package bunkaiten.declared.storage

import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.allocation
import data.bunkaiten.declared.subject

# METADATA
# description: The storages that are shared, and those of which nobody says whether they are, keyed by subject.
shared[key] := declared if {
	some key, declared in subject.of.externalStorage
	not _is_unshared(declared)
}

# METADATA
# description: The owner and every party that shares the storage with it. Those that nobody states are set aside.
institutions(declared) := {declared.owner} | {party |
	is_array(declared.sharedWith)
	some party in declared.sharedWith
}

# METADATA
# description: >-
#   By storage: the owner with each party that shares it, as pairs of names, and the matters that
#   each pair has settled by agreements in force.
between_institutions[key][pair] := matters if {
	some key, declared in shared
	some sharer in (institutions(declared) - {declared.owner})
	pair := [declared.owner, sharer]
	matters := agreement.settled(declared, [declared.owner, sharer])
}

# METADATA
# description: >-
#   Like `between_institutions`, for the owner and every sharer, each with the custodian. A hospital
#   that keeps for others and shares what it keeps owes itself no agreement.
with_custodian[key][pair] := matters if {
	some key, declared in subject.of.externalStorage
	some party in (institutions(declared) - {declared.custodian})
	pair := [party, declared.custodian]
	matters := agreement.settled(declared, [party, declared.custodian])
}

# METADATA
# description: >-
#   It is stated that one of the institutions bears `duty`: towards each of them, if they are all
#   known, or the owner towards everybody.
is_kept(declared, duty) if {
	_reaches_all(declared, duty)
	every institution in institutions(declared) { allocation.holder(declared, duty, institution) }
	every stated in allocation.holders(declared, duty) { _may_bear(declared, stated[1]) }
}

# METADATA
# description: >-
#   The statements by which `duty` lies elsewhere: the code of a finding, the fields and the
#   holder. Every stated holder counts, whoever it is stated for.
misplaced(declared, duty) := {[code, fields, holder] |
	some [fields, holder] in allocation.holders(declared, duty)
	not _is_member(declared, holder)
	not _may_share(declared, holder)
	code := _code(declared, holder)
}

# METADATA
# description: >-
#   The statements by which the owner or a sharer bears `duty` that is not declared as an
#   institution: the fields and the holder. Whether 4.3(1)(c) speaks of it is open.
doubtful(declared, duty) := {[fields, holder] |
	some [fields, holder] in allocation.holders(declared, duty)
	_is_member(declared, holder)
	not _may_bear(declared, holder)
}

# METADATA
# description: What would have to be written to tell whether one of the institutions bears `duty`, as fields.
gaps(declared, duty) := {fields |
	some institution in institutions(declared)
	not allocation.holder(declared, duty, institution)
	fields := allocation.unheld(declared, duty, institution)
} | {["sharedWith"] | _hangs_on_sharing(declared, duty)}

_is_unshared(declared) if declared.sharedWith == "none"

_reaches_all(declared, _) if declared.sharedWith

_reaches_all(declared, duty) if is_string(declared.responsibilities[duty])

_is_member(declared, party) if party in institutions(declared)

_may_bear(declared, party) if {
	_is_member(declared, party)
	subject.role(declared, party) == "institution"
}

# while nobody says who shares the storage, any other institution may
_may_share(declared, party) if {
	not declared.sharedWith
	subject.role(declared, party) == "institution"
	party != declared.owner
	party != declared.custodian
}

_hangs_on_sharing(declared, duty) if {
	not declared.sharedWith
	is_object(declared.responsibilities[duty])
}

_hangs_on_sharing(declared, duty) if {
	some [_, holder] in allocation.holders(declared, duty)
	_may_share(declared, holder)
}

_code(declared, holder) := "held_by_nobody" if {
	holder == "none"
} else := "held_by_custodian" if {
	holder == declared.custodian
} else := "held_by_another"
