# METADATA
# title: Subjects of judgement
# description: >-
#   What every subject of a declaration has in common: whose declaration it stands
#   in, and where. A subject's key is "declaration/section/name".
package bunkaiten.declared.subject

import data.bunkaiten.declared.paper

# METADATA
# description: Storages, accesses and entrusted works of a section, keyed by section and then by subject.
of[section] := subjects if {
	some section in ["entrustedWork", "externalStorage", "remoteMaintenance", "telework"]
	subjects := {key: carried |
		some declaration, spec in input.declarations
		some name, written in spec[section]
		key := concat("/", [declaration, section, name])
		carried := carrying(written, spec, ["declarations", declaration], [section, name])
	}
}

# METADATA
# description: >-
#   What is written of a subject, with the parties and agreements of its declaration and what those
#   agreements say by themselves (papers: see `paper.of`), so that no rule looks them up again, and
#   where both stand in the envelope, as steps.
carrying(written, spec, root, place) := object.union(written, {
	"parties": spec.parties,
	"agreements": paper.written(spec),
	"papers": _papers[root[1]],
	"root": root,
	"place": array.concat(root, place),
})

# METADATA
# description: Where a field of the subject stands in the envelope, as steps of a JSON Pointer.
step_to(declared, fields) := array.concat(declared.place, fields)

# METADATA
# description: Where an agreement of the subject's declaration stands, as steps of a JSON Pointer.
step_to_agreement(declared, fields) := array.concat(array.concat(declared.root, ["agreements"]), fields)

# METADATA
# description: Where a field of a party stands in the envelope, as steps of a JSON Pointer.
step_to_party(declared, fields) := array.concat(array.concat(declared.root, ["parties"]), fields)

# METADATA
# description: The role of a party, undefined for the words "none" and "nobody".
role(declared, party) := declared.parties[party].role

# METADATA
# description: What people call a party; where nothing is said, its key.
label(_, "none") := {"en": "nobody", "ja": "なし"}

label(declared, party) := object.get(declared.parties, [party, "name"], party) if party != "none"

# a rule of its own, which the function finds wherever it is called from
_papers := paper.of
