# METADATA
# title: Under entrustment, responsibility lies in principle with the source
# description: >-
#   Where information is entrusted over a provider's network, ordinary-operation and ex-post
#   responsibility lie in principle with the institution that entrusts it.
# custom:
#   id: 4.3-1a1-11
#   modality: principle
#   binds: [source]
#   interpretation:
#     en: >-
#       "In principle" leaves room between the two institutions alone: the destination may bear a
#       responsibility where the reason is recorded in an agreement in force between it and the
#       source (responsibilities.departure). Anybody else (a provider, another destination,
#       nobody) is denied, whatever is recorded. While no basis is stated, this applies and is
#       undetermined; where it is stated that there is none, it is denied; where the basis is a
#       law, that law decides. A law is the basis once it is cited with its article (statute.law,
#       statute.article): while one of them is not stated, neither is the basis, and where one is
#       stated as none, there is no basis. Each named destination is judged by itself.
#     ja: >-
#       「原則として」による例外は、両医療機関等の間に限る。提供先が負うのは、その理由を提供元との有
#       効な契約等に記録している場合（responsibilities.departure）だけとし、それ以外の者（事業者、ほ
#       かの提供先、「なし」）が負うものは、記録の有無にかかわらず認めない。根拠（basis）の記載がな
#       い間は対象として判定不能とし、根拠がないと記載されていれば不整合とする。法令に基づく提供は当
#       該法令による。法令は、法令名と条項（statute.law、statute.article）の両方の記載があるときに限
#       り根拠とみる。記載がない間は根拠の記載がないもの、「なし」とされていれば根拠がないものとして
#       扱う。提供先ごとに判定する。
#   ja:
#     title: 委託では原則として提供元が通常運用における責任と事後責任を負う
#     description: >-
#       情報処理関連事業者の提供するネットワークを通じた委託では、通常運用における責任と事後責任
#       は、原則として提供元医療機関等にある。
#   findings:
#     no_basis:
#       state: denied
#       en: >-
#         The exchange is stated to have no basis: no entrustment, no third-party provision, no
#         law.
#       ja: '委託、第三者提供、法令のいずれにもよらない（basis: none）とされている。'
#       remedy:
#         en: >-
#           Settle on which basis the information is provided, and write it as "basis"
#           (entrustment, third-party-provision or statutory).
#         ja: >-
#           どの根拠で提供するかを定め、basis に記載する（委託は entrustment、第三者提供は
#           third-party-provision、法令は statutory）。
#     no_law:
#       state: denied
#       en: >-
#         A law is claimed as the basis of the exchange, but what cites it is stated as none:
#         {fields}.
#       ja: 法令による提供とされているが、根拠の記載（{fields}）が「なし」とされている。
#       remedy:
#         en: >-
#           Write the law and its article (statute.law, statute.article), or settle on which other
#           basis the information is provided, and write it as "basis" (entrustment or
#           third-party-provision).
#         ja: >-
#           根拠となる法令名と条項（statute.law、statute.article）を記載するか、ほかのどの根拠で提
#           供するかを定め、basis に記載する（委託は entrustment、第三者提供は
#           third-party-provision）。
#     responsibility_with_nobody:
#       state: denied
#       en: '{duty} towards {destinations} is stated to lie with nobody.'
#       ja: 提供先（{destinations}）への提供について、{duty}を負う者が「なし」とされている。
#       remedy:
#         en: >-
#           Have {source} bear it, and write that under responsibilities (ordinaryOperation,
#           exPost).
#         ja: >-
#           「{source}」が責任を負うこととし、responsibilities（ordinaryOperation、exPost）に記載
#           する。
#     responsibility_elsewhere:
#       state: denied
#       en: >-
#         {duty} towards {destinations} is put on {holder}, which is neither the source nor the
#         destination in question.
#       ja: >-
#         提供先（{destinations}）への提供について、{duty}を、提供元でもその提供先でもない
#         「{holder}」が負うとされている。
#       remedy:
#         en: >-
#           Have {source} bear it, and write that under responsibilities (ordinaryOperation,
#           exPost).
#         ja: >-
#           「{source}」が責任を負うこととし、responsibilities（ordinaryOperation、exPost）に記載
#           する。
#     departure_not_recorded:
#       state: denied
#       en: >-
#         {duty} lies with {holder}, to which the information is entrusted, instead of {source},
#         and no reason to depart from the principle is recorded.
#       ja: >-
#         委託であるのに、{duty}を提供元「{source}」でなく提供先「{holder}」が負っており、原則と異
#         なる分担とする理由が記録されていない。
#       remedy:
#         en: >-
#           Have {source} bear it, or record the reason in an agreement with {holder} and write
#           both as responsibilities.departure (reason, agreement).
#         ja: >-
#           「{source}」が責任を負うこととするか、理由を「{holder}」との契約等に記録
#           し、responsibilities.departure（reason、agreement）に記載する。
#     departure_between_others:
#       state: denied
#       en: >-
#         {duty} lies with {holder} instead of {source}, but the agreement that is to record why
#         is not one between the two.
#       ja: >-
#         {duty}を提供元「{source}」でなく提供先「{holder}」が負っているが、理由を記録したとされる
#         契約等は両者の間のものでない。
#       remedy:
#         en: >-
#           Record the reason in an agreement between {source} and {holder} and name it in
#           responsibilities.departure, or have {source} bear it.
#         ja: >-
#           理由を「{source}」と「{holder}」の間の契約等に記録して responsibilities.departure に記
#           載するか、「{source}」が責任を負うこととする。
#     departure_not_in_force:
#       state: denied
#       en: >-
#         {duty} lies with {holder} instead of {source}, but the agreement that records why is not
#         in force on the evaluation date.
#       ja: >-
#         {duty}を提供元「{source}」でなく提供先「{holder}」が負っているが、理由を記録した契約等が
#         判定日に有効でない。
#       remedy:
#         en: >-
#           Renew or sign the agreement, and write what holds now (validFrom, validTo, signedBy,
#           signedOn), or have {source} bear it.
#         ja: >-
#           契約等の更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記
#           載するか、「{source}」が責任を負うこととする。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open who bears responsibility for what is entrusted.'
#       ja: '{field} の記載がなく、委託における責任の所在を判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.provider_network.entrustment_leaves_responsibility_with_source

import data.bunkaiten.declared.departure
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.declared.word
import data.bunkaiten.finding

applies contains key if some key, _ in _concerned

satisfied contains key if {
	some key, declared in _own
	departure.unheld[key] == set()
	every statement in departure.statements[key] { _is_borne(declared, statement) }
}

deny contains found if {
	some key, declared in _concerned
	failure := exchange.baseless(declared)
	found := finding.at(failure.code, key, failure.places, failure.values)
}

deny contains found if {
	some breach, towards in _breaches
	declared := _concerned[breach.key]

	places := array.concat([subject.step_to(declared, breach.fields)], breach.failure.places)
	found := finding.at(breach.failure.code, breach.key, places, {
		"duty": word.duties[breach.duty],
		"holder": subject.label(declared, breach.holder),
		"source": subject.label(declared, declared.source),
		"destinations": [subject.label(declared, destination) | some destination in sort(towards)],
	})
}

undetermined contains found if {
	some key, declared in _concerned
	some step in exchange.basis_gaps(declared)
	found := finding.not_stated(key, step)
}

undetermined contains found if {
	some key, declared in _own
	some step in departure.unheld[key]
	found := finding.not_stated(key, step)
}

undetermined contains found if {
	some key, declared in _own
	some statement in departure.statements[key]
	_departs(declared, statement)
	some step in departure.gaps(declared, statement.destination)
	found := finding.not_stated(key, step)
}

_concerned[key] := declared if {
	some key, declared in path.provider_network
	count(declared.destinations.parties) > 0
	exchange.basis(declared) in {"entrustment", "none", "not-stated"}
}

_own[key] := declared if {
	some key, declared in _concerned
	declared.basis == "entrustment"
}

# what is stated for several destinations at once is one breach
_breaches[breach] contains statement.destination if {
	some key, declared in _concerned
	some statement in departure.statements[key]
	failure := _failure(declared, statement)
	breach := object.union(object.remove(statement, ["destination"]), {"key": key, "failure": failure})
}

_failure(declared, statement) := {"code": code, "places": []} if {
	code := departure.astray(declared, statement.destination, statement.holder)
}

_failure(declared, statement) := departure.failure(declared, statement.destination) if {
	_departs(declared, statement)
}

_is_borne(declared, statement) if statement.holder == declared.source

_is_borne(declared, statement) if {
	_departs(declared, statement)
	departure.is_recorded(declared, statement.destination)
}

_departs(declared, statement) if {
	declared.basis == "entrustment"
	statement.holder == statement.destination
	statement.holder != declared.source
}
