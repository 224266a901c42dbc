# METADATA
# title: A provider that is not at fault bears only part of management responsibility
# description: >-
#   Over a provider's network, a provider that is not at fault bears only part of management
#   responsibility.
# custom:
#   id: 4.3-1a1-14
#   modality: allocation
#   binds: [provider]
#   interpretation:
#     en: >-
#       Ordinary-operation and ex-post responsibility are more than that part. A part is
#       something, so a statement that the providers of the path bear nothing is a breach; it is
#       enough that one of them is stated to answer for something. A recorded defect (瑕疵) of a
#       provider that is known on the evaluation date lifts the upper limit for that provider
#       alone (read from the contrary); it still has to bear something. Whether the institution
#       that bears the two responsibilities is the right one is judged by 4.3-1a1-11 and
#       4.3-1a1-12.
#     ja: >-
#       通常運用における責任と事後責任は、その「一部」に含まれないものとみる。「一部」を負う以上、経
#       路の事業者が何も負わないとするものは不整合とするが、経路の事業者のいずれかが何らかの管理責任
#       を負うと記載されていれば足りる。判定日までに判明した瑕疵の記録がある事業者については、その事
#       業者に限り「一部のみ」という限定を適用しない（本文の反対解釈）が、管理責任の一部を負うことに
#       変わりはない。通常運用における責任と事後責任をどの医療機関等が負うかは
#       4.3-1a1-11・4.3-1a1-12 で判定する。
#   ja:
#     title: 瑕疵のない事業者が負うのは管理責任の一部に限る
#     description: >-
#       情報処理関連事業者の提供するネットワークを使う場合、情報処理関連事業者に瑕疵がなければ、事
#       業者に生じるのは管理責任の一部のみである。
#   findings:
#     responsibility_with_provider:
#       state: denied
#       en: >-
#         {duty} is put on {provider}, of which no defect is recorded: a provider bears only part
#         of management responsibility.
#       ja: >-
#         瑕疵の記録がない事業者「{provider}」に{duty}を負わせている。事業者が負うのは管理責任の一
#         部のみである。
#       remedy:
#         en: >-
#           Name the institution that bears it under responsibilities (ordinaryOperation, exPost);
#           where {provider} is at fault, record the defect under defects.
#         ja: >-
#           責任を負う医療機関等を responsibilities（ordinaryOperation、exPost）に記載する。
#           「{provider}」に瑕疵があるときは defects に記録する。
#     provider_bears_nothing:
#       state: denied
#       en: >-
#         It is stated that no provider of the path ({providers}) bears any management
#         responsibility, although part of it lies with the provider.
#       ja: >-
#         管理責任の一部は事業者に生じるのに、経路の事業者（{providers}）は管理責任を何も負わない
#         とされている。
#       remedy:
#         en: >-
#           Settle which part of management responsibility lies with the provider ({providers}),
#           and list it under responsibilities.management.
#         ja: >-
#           経路の事業者（{providers}）が負う管理責任の範囲を取り決め、responsibilities.management
#           に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether the provider bears part of management
#         responsibility and no more.
#       ja: '{field} の記載がなく、事業者が負うのが管理責任の一部のみか判定できない。'
#       remedy:
#         en: Write {field}; where there is none, write none, or [] for a list.
#         ja: '{field} を記載する（該当がない場合は none、一覧では [] とする）。'
#     defect_recorded:
#       state: note
#       en: >-
#         A defect of {provider} is recorded as known on {date}: it may have to bear more than
#         part of management responsibility, so the upper limit is not applied to it.
#       ja: >-
#         {date} に判明した「{provider}」の瑕疵が記録されている。負うのが管理責任の一部のみとはい
#         えないため、この限定を適用していない。
#       remedy:
#         en: Settle with {provider} what it answers for because of the defect.
#         ja: 瑕疵について負うべき責任の範囲を「{provider}」と取り決める。
package bunkaiten.requirements.provider_network.provider_bears_part_of_management

import data.bunkaiten.declared.allocation
import data.bunkaiten.declared.departure
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.declared.word
import data.bunkaiten.finding

applies contains key if some key, _ in path.provider_network

satisfied contains key if {
	some key, declared in path.provider_network
	_bears_something(declared)
	every duty in _duties { declared.responsibilities[duty] }
	departure.unheld[key] == set()
	not _burdens[key]
}

deny contains found if {
	some key, burdens in _burdens
	declared := path.provider_network[key]
	some burden in burdens

	values := {"duty": word.duties[burden.duty], "provider": subject.label(declared, burden.provider)}
	place := subject.step_to(declared, burden.fields)
	found := finding.at("responsibility_with_provider", key, [place], values)
}

deny contains found if {
	some key, declared in path.provider_network
	every provider in declared.providers { count(allocation.share(declared, provider)) == 0 }

	place := subject.step_to(declared, ["responsibilities", "management"])
	providers := [subject.label(declared, provider) | some provider in sort(declared.providers)]
	found := finding.at("provider_bears_nothing", key, [place], {"providers": providers})
}

undetermined contains found if {
	some key, declared in path.provider_network
	some duty in _duties
	not declared.responsibilities[duty]

	found := finding.not_stated(key, subject.step_to(declared, ["responsibilities", duty]))
}

undetermined contains found if {
	some key, _ in path.provider_network
	some step in departure.unheld[key]
	found := finding.not_stated(key, step)
}

undetermined contains found if {
	some key, declared in path.provider_network
	not _bears_something(declared)
	some provider in declared.providers
	not allocation.share(declared, provider)

	found := finding.not_stated(key, subject.step_to(declared, ["responsibilities", "management", provider]))
}

note contains found if {
	some key, declared in path.provider_network
	some index in _defects(declared)
	defect := declared.defects[index]

	place := subject.step_to(declared, ["defects", index])
	values := {"provider": subject.label(declared, defect.party), "date": defect.on}
	found := finding.at("defect_recorded", key, [place], values)
}

_duties := ["ordinaryOperation", "exPost"]

_bears_something(declared) if {
	some provider in declared.providers
	count(allocation.share(declared, provider)) > 0
}

# what providers without a recorded defect bear beyond management responsibility
_burdens[key] contains {"duty": duty, "fields": fields, "provider": holder} if {
	some key, declared in path.provider_network
	some duty in _duties
	some [fields, holder] in allocation.holders(declared, duty)
	subject.role(declared, holder) == "provider"
	faulty := {declared.defects[index].party | some index in _defects(declared)}
	not holder in faulty
}

# the places in the list of the defects of providers that are known by the day
_defects(declared) := {index |
	is_array(declared.defects)
	some index, defect in declared.defects
	subject.role(declared, defect.party) == "provider"
	defect.on <= input.context.as_of
}
