# METADATA
# title: Every clause that concerns a subject is judged by these policies
# description: >-
#   A clause whose requirements are not built yet cannot be called satisfied. Subjects that it
#   concerns stay undetermined, so that a green result never means more than was judged.
# custom:
#   id: bunkaiten-07
#   origin: derived
#   protects: ['4.3']
#   modality: definition
#   verdicts: [satisfied, undetermined]
#   binds: [source, destination, provider]
#   ja:
#     title: 対象に関わる条項がすべて判定できる
#     description: >-
#       まだ作られていない条項の要件は、満たされたとはいえない。その条項が関わる対象は「判定できな
#       い」とし、判定した範囲を超えて問題なしと示すことがないようにする。
#   findings:
#     clause_not_built:
#       state: undetermined
#       en: '{clause} concerns this subject, but this version has no policies for it yet ({rows}).'
#       ja: この対象には {clause} が関わるが、この版にはまだその判定がない（{rows}）。
#       remedy:
#         en: Judge {clause} by hand until a version that covers it is used.
#         ja: 対応する版が出るまで、{clause} は人が確認する。
package bunkaiten.requirements.product.clauses_are_built

import data.bunkaiten.catalogue
import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
import data.bunkaiten.finding

applies contains key if {
	some key, _ in exchange.all
	not path.unsettled[key]
	not encryption.unsettled[key]
}

# an open class leaves the clause open too; what is claimed all the same counts
applies contains key if {
	some keys in _concerned
	some key in keys
}

applies contains key if {
	some section in _sections
	some declaration, spec in input.declarations
	some name, _ in spec[section]
	key := concat("/", [declaration, section, name])
}

satisfied contains key if {
	some key in applies
	every keys in _concerned { not key in keys }
}

undetermined contains found if {
	some clause, rows in catalogue.unbuilt
	some key in _concerned[clause]

	place := array.concat(["declarations"], split(key, "/"))
	found := finding.at("clause_not_built", key, [place], {"clause": catalogue.clauses[clause].number, "rows": rows})
}

# a clause that nobody sorted concerns everything
_concerned[clause] := keys if {
	some clause, _ in catalogue.unbuilt
	keys := object.get(_subjects, clause, _all)
}

_all := object.keys(exchange.all) | {key |
	some keys in _subjects
	some key in keys
}

_subjects[clause] := {concat("/", [declaration, section, name]) |
	some declaration, spec in input.declarations
	some name, _ in spec[section]
} if {
	some clause, section in _sections
}

# a claim that the provider answers for the route is judged under 4.3(1)(a)① whatever the class
_subjects["provider_network"] := {key |
	some key, declared in exchange.all
	path.provider_answers(declared)
}

# a claim that encryption begins or ends in an institution's own system, under (b)①
_subjects["end_to_end_encryption"] := object.keys(encryption.end_to_end) | {key |
	some key, declared in exchange.all
	_claims_own_system(declared)
}

_subjects["provider_edge_encryption"] := object.keys(encryption.provider_edge)

_claims_own_system(declared) if startswith(declared.encryption.begins.at, "source-")

_claims_own_system(declared) if {
	some end in declared.encryption.ends
	startswith(end.at, "destination-")
}

_sections := {
	"external_storage": "externalStorage",
	"telework": "telework",
	"remote_maintenance": "remoteMaintenance",
	"entrusted_work": "entrustedWork",
}
