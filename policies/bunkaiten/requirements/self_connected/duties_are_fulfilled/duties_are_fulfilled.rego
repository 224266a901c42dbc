# METADATA
# title: Both institutions fulfil their duties under entrustment or third-party provision
# description: >-
#   Where institutions connect themselves and the destinations can be identified in advance, both
#   institutions fulfil their duties according to the rules for entrustment or for third-party
#   provision.
# custom:
#   id: 4.3-1a2-04
#   modality: duty
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       Entrustment is proven by an agreement in force between the source and each destination
#       that settles the terms of entrustment; third-party provision by its being shown proper: a
#       legal ground (consent, or an exception with its law) and confirmed receipt. Where a law
#       orders the provision, that law decides and this requirement does not apply.
#     ja: >-
#       委託は、提供元と各提供先の間で有効な契約等に委託の条件（entrustment-terms）が定められてい
#       ることで確認する。第三者提供は、法的根拠（同意、または根拠法令のある例外）と受領の確認の両
#       方が示されていることで確認する。法令に基づく提供は当該法令によるため、この要件の対象としな
#       い。
#   ja:
#     title: 委託または第三者提供の要件に従い両機関が責務を果たす
#     description: >-
#       独自に接続する場合で、あらかじめ提供先（または提供先となる可能性がある医療機関等）を特定で
#       きるときは、委託または第三者提供の要件に従って両機関等が責務を果たす。
#   findings:
#     no_basis:
#       state: denied
#       en: The exchange is stated to have no basis, neither entrustment nor third-party provision.
#       ja: 委託・第三者提供のいずれにもあたらない（根拠なし）とされている。
#       remedy:
#         en: Settle on which basis the information is provided, and write it as "basis".
#         ja: どの根拠で提供するかを定め、basis に記載する。
#     no_agreements:
#       state: denied
#       en: >-
#         Information is entrusted to {destination}, but it is stated that there are no
#         agreements.
#       ja: 「{destination}」への委託とされているが、契約等は「なし」とされている。
#       remedy:
#         en: >-
#           Agree on the terms of entrustment with {destination} and write the agreement under
#           "agreements".
#         ja: 「{destination}」と委託の条件を取り決め、agreements に記載する。
#     terms_not_settled:
#       state: denied
#       en: >-
#         The agreements in force with {destination} ({agreements}) do not settle the terms of
#         entrustment.
#       ja: 「{destination}」との有効な契約等（{agreements}）に委託の条件が定められていない。
#       remedy:
#         en: >-
#           Settle the terms of entrustment with {destination}, then add entrustment-terms to
#           "settles".
#         ja: 「{destination}」と委託の条件を取り決め、settles に entrustment-terms を加える。
#     duty_not_fulfilled:
#       state: denied
#       en: '{party} is not among those that fulfil their duties under entrustment.'
#       ja: 委託の要件に従って責務を果たす機関に「{party}」が含まれていない。
#       remedy:
#         en: Have {party} fulfil its duties, then add it to entrustment.fulfilledBy.
#         ja: 「{party}」が責務を果たすようにし、entrustment.fulfilledBy に加える。
#     provision_not_proper:
#       state: denied
#       en: '{field} is stated as none: the provision to {destination} is not shown to be proper.'
#       ja: >-
#         {field} が「なし」とされており、「{destination}」への第三者提供が適切に行われたといえな
#         い。
#       remedy:
#         en: >-
#           Obtain the legal ground (consent, or an exception with its law) and the confirmation
#           of receipt, and state both.
#         ja: 法的根拠（同意、または根拠法令のある例外）と受領の確認を得て、両方を記載する。
#     no_agreement_in_force:
#       state: undetermined
#       en: >-
#         No agreement between {source} and {destination} is in force on the evaluation date, so
#         the terms of entrustment cannot be seen.
#       ja: >-
#         評価日に有効な「{source}」と「{destination}」の契約等が記載されておらず、委託の条件を確
#         認できない。
#       remedy:
#         en: Write the agreement in force with {destination} that settles entrustment-terms.
#         ja: 「{destination}」との有効な契約等で、entrustment-terms を定めるものを記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open whether both institutions fulfil their duties.'
#       ja: '{field} の記載がなく、両機関が責務を果たしているか判断できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
#     renewed_agreement:
#       state: note
#       en: '{agreement} ended on {date} and is in force only because it renews itself.'
#       ja: '{agreement} は {date} に期間が満了し、自動更新により有効とみている。'
#       remedy:
#         en: Check that it was renewed and write the new last day as validTo.
#         ja: 更新されたことを確認し、新しい満了日を validTo に記載する。
package bunkaiten.requirements.self_connected.duties_are_fulfilled

import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
import data.bunkaiten.finding

applies contains key if some key, _ in _concerned

satisfied contains key if {
	some key, declared in _concerned
	every destination in declared.destinations.parties { _is_fulfilled(declared, destination) }
}

deny contains found if {
	some key, declared in _concerned
	declared.basis == "none"

	found := finding.at("no_basis", key, [exchange.step_to(declared, ["basis"])], {})
}

deny contains found if {
	some key, declared in _entrusted
	agreement.are_none(declared)
	some destination in declared.destinations.parties

	values := {"destination": exchange.label(declared, destination)}
	found := finding.at("no_agreements", key, [exchange.step_to_agreement(declared, [])], values)
}

deny contains found if {
	some key, declared in _entrusted
	some destination in declared.destinations.parties
	names := sort(object.keys(agreement.in_force(declared, {declared.source, destination})))
	count(names) > 0
	not _are_terms_settled(declared, destination)
	count(_unsaid_terms(declared, destination)) == 0

	places := [exchange.step_to(declared, ["basis"]), exchange.step_to_agreement(declared, [names[0], "settles"])]
	values := {"destination": exchange.label(declared, destination), "agreements": names}
	found := finding.at("terms_not_settled", key, places, values)
}

deny contains found if {
	some key, declared in _entrusted
	some party in _idle(declared)

	place := exchange.step_to(declared, ["entrustment", "fulfilledBy"])
	found := finding.at("duty_not_fulfilled", key, [place], {"party": exchange.label(declared, party)})
}

deny contains found if {
	some key, declared in _provided
	some destination in declared.destinations.parties
	some fields in _denials(declared, destination)

	values := {"destination": exchange.label(declared, destination), "field": concat(".", fields)}
	found := finding.at("provision_not_proper", key, [exchange.step_to(declared, fields)], values)
}

undetermined contains found if {
	some key, declared in _concerned
	not declared.basis

	found := finding.not_stated(key, exchange.step_to(declared, ["basis"]))
}

undetermined contains found if {
	some key, declared in _entrusted
	some destination in declared.destinations.parties
	not _are_terms_settled(declared, destination)
	some step in _unsaid_terms(declared, destination)

	found := finding.not_stated(key, step)
}

undetermined contains found if {
	some key, declared in _entrusted
	not agreement.are_none(declared)
	some destination in declared.destinations.parties
	count(agreement.in_force(declared, {declared.source, destination})) == 0
	count(_unsaid_terms(declared, destination)) == 0

	values := {
		"source": exchange.label(declared, declared.source),
		"destination": exchange.label(declared, destination),
	}
	found := finding.at("no_agreement_in_force", key, [exchange.step_to(declared, ["basis"])], values)
}

undetermined contains found if {
	some key, declared in _provided
	some fields in _unsaid_provision[key]

	found := finding.not_stated(key, exchange.step_to(declared, fields))
}

note contains found if {
	some key, declared in _entrusted
	some destination in declared.destinations.parties
	some name in agreement.settling(declared, {declared.source, destination}, _terms)
	written := declared.agreements[name]
	agreement.has_renewed(written)

	place := exchange.step_to_agreement(declared, [name, "validTo"])
	found := finding.at("renewed_agreement", key, [place], {"agreement": name, "date": written.validTo})
}

_terms := "entrustment-terms"

_concerned[key] := declared if {
	some key, declared in path.self_connected
	count(declared.destinations.parties) > 0
	not _is_statutory(declared)
}

_is_statutory(declared) if declared.basis == "statutory"

_entrusted[key] := declared if {
	some key, declared in _concerned
	declared.basis == "entrustment"
}

_provided[key] := declared if {
	some key, declared in _concerned
	declared.basis == "third-party-provision"
}

_is_fulfilled(declared, destination) if {
	declared.basis == "entrustment"
	_are_terms_settled(declared, destination)
	count(_idle(declared)) == 0
}

_is_fulfilled(declared, destination) if {
	declared.basis == "third-party-provision"
	declared.provision[destination].receipt == "confirmed"
	_is_legal(declared.provision[destination].legalGround)
}

_are_terms_settled(declared, destination) if {
	count(agreement.settling(declared, {declared.source, destination}, _terms)) > 0
}

_unsaid_terms(declared, destination) := agreement.gaps(declared, {declared.source, destination}, _terms)

# who fulfils its duties may be left out, but a list that is given is complete
_idle(declared) := {party |
	stated := declared.entrustment.fulfilledBy
	some party in exchange.ends(declared)
	not party in stated
}

_is_legal(legal) if legal.ground == "consent"

_is_legal(legal) if {
	legal.ground == "exception"
	legal.law != "none"
}

# fields of a third-party provision that state there is none
_denials(declared, destination) := {fields |
	some tail in [[], [destination], [destination, "legalGround"], [destination, "receipt"]]
	fields := array.concat(["provision"], tail)
	object.get(declared, fields, "") == "none"
} | {array.concat(["provision", destination], ["legalGround", "law"]) |
	legal := declared.provision[destination].legalGround
	legal.ground == "exception"
	legal.law == "none"
}

_unsaid_provision[key] contains ["provision", destination] if {
	some key, declared in _provided
	object.get(declared, "provision", {}) != "none"
	some destination in declared.destinations.parties
	not declared.provision[destination]
}

_unsaid_provision[key] contains ["provision", destination, field] if {
	some key, declared in _provided
	some destination in declared.destinations.parties
	is_object(declared.provision[destination])
	some field in ["legalGround", "receipt"]
	not declared.provision[destination][field]
}

_unsaid_provision[key] contains ["provision", destination, "legalGround", field] if {
	some key, declared in _provided
	some destination in declared.destinations.parties
	legal := declared.provision[destination].legalGround
	some field in _asked(legal)
	not legal[field]
}

_asked(legal) := ["ground", "law"] if {
	legal.ground == "exception"
} else := ["ground"] if is_object(legal)
