# METADATA
# title: The principles of who bears what are kept in mind
# description: >-
#   Over a provider's network, ordinary-operation and ex-post responsibility lie in principle with
#   the source under entrustment and with the destination after proper third-party provision, and
#   a provider that is not at fault bears only part of management responsibility.
# custom:
#   id: 4.3-1a1-16
#   modality: note
#   verdicts: [note]
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       The sentence asks to be aware, so this is a note and changes no verdict. Where the basis
#       is a law, that law is taken to decide who is responsible. Who really bears what is judged
#       by 4.3-1a1-11 to 4.3-1a1-14.
#     ja: >-
#       「留意する必要がある」とあるため、参考として示すだけで判定には影響しない。法令に基づく提供
#       では、責任の所在は当該法令によるものとみる。実際の責任の所在は 4.3-1a1-11～4.3-1a1-14 で判
#       定する。
#   ja:
#     title: 責任の所在の原則に留意する
#     description: >-
#       情報処理関連事業者の提供するネットワークを使う場合、通常運用における責任と事後責任は、委託
#       では原則として提供元医療機関等、適切に行われた第三者提供では原則として提供先医療機関等にあ
#       り、瑕疵のない事業者に生じるのは管理責任の一部のみであることに留意する。
#   findings:
#     principle_of_entrustment:
#       state: note
#       en: >-
#         This is an entrustment: ordinary-operation and ex-post responsibility lie in principle
#         with the source, {source}. Each provider of the path ({providers}) bears only part of
#         management responsibility, unless it is at fault.
#       ja: >-
#         委託であり、通常運用における責任と事後責任は、原則として提供元の「{source}」にある。事業
#         者（{providers}）に瑕疵がなければ、事業者に生じるのは管理責任の一部のみである。
#       remedy:
#         en: Nothing has to be changed. Bear this principle in mind at {source}.
#         ja: 宣言や構成を改める必要はない。「{source}」において、この原則に留意する。
#     principle_of_provision:
#       state: note
#       en: >-
#         This is third-party provision by {source}: where the information is properly provided,
#         ordinary-operation and ex-post responsibility lie in principle with the destination.
#         Each provider of the path ({providers}) bears only part of management responsibility,
#         unless it is at fault.
#       ja: >-
#         「{source}」からの第三者提供であり、適切に情報が提供された場合、通常運用における責任と事
#         後責任は、原則として提供先医療機関等にある。事業者（{providers}）に瑕疵がなければ、事業
#         者に生じるのは管理責任の一部のみである。
#       remedy:
#         en: >-
#           Nothing has to be changed. Bear this principle in mind at the source and at every
#           destination.
#         ja: 宣言や構成を改める必要はない。提供元と各提供先において、この原則に留意する。
#     principle_of_law:
#       state: note
#       en: >-
#         The information is provided on the basis of a law, which decides who is responsible for
#         it. Each provider of the path ({providers}) bears only part of management
#         responsibility, unless it is at fault.
#       ja: >-
#         法令に基づく提供であり、責任の所在は当該法令による。事業者（{providers}）に瑕疵がなけれ
#         ば、事業者に生じるのは管理責任の一部のみである。
#       remedy:
#         en: >-
#           Nothing has to be changed. Bear in mind at {source} and at every destination what that
#           law says.
#         ja: >-
#           宣言や構成を改める必要はない。「{source}」と各提供先において、当該法令の定めに留意する。
#     principle_by_basis:
#       state: note
#       en: >-
#         Ordinary-operation and ex-post responsibility lie in principle with the source
#         ({source}) under entrustment, and with the destination after proper third-party
#         provision. Which of the two this is, is not stated. Each provider of the path
#         ({providers}) bears only part of management responsibility, unless it is at fault.
#       ja: >-
#         通常運用における責任と事後責任は、委託の場合は原則として提供元の「{source}」に、第三者提
#         供で適切に情報が提供された場合は原則として提供先医療機関等にあるが、いずれにあたるか示さ
#         れていない。事業者（{providers}）に瑕疵がなければ、事業者に生じるのは管理責任の一部のみ
#         である。
#       remedy:
#         en: >-
#           Settle on which basis the information is provided, and write it as "basis"
#           (entrustment, third-party-provision or statutory).
#         ja: >-
#           どの根拠で提供するかを定め、basis に記載する（委託は entrustment、第三者提供は
#           third-party-provision、法令は statutory）。
package bunkaiten.requirements.provider_network.principles_are_kept_in_mind

import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

note contains found if {
	some key, declared in path.provider_network
	values := {
		"source": subject.label(declared, declared.source),
		"providers": [subject.label(declared, provider) | some provider in sort(declared.providers)],
	}
	found := finding.at(_principle(declared), key, [subject.step_to(declared, ["path"])], values)
}

_principle(declared) := _principles[declared.basis] if {
	_principles[declared.basis]
} else := "principle_by_basis"

_principles := {
	"entrustment": "principle_of_entrustment",
	"third-party-provision": "principle_of_provision",
	"statutory": "principle_of_law",
}
