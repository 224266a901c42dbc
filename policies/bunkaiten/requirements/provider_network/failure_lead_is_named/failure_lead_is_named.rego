# METADATA
# title: It is clear which provider takes the lead when the service fails
# description: >-
#   On a provider's network, each institution makes clear with the provider which provider takes
#   the lead in responding when the service fails.
# custom:
#   id: 4.3-1a1-10
#   modality: duty
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       Asked of the source and of every named destination, with every provider of the path
#       (path.provider, whose line it is, path.routeSecuredBy, who answers for its security, and
#       whoever configures the router at its own end, path.routersConfiguredBy). While path.provider
#       is not stated, that question is open. The leader is a provider that is a party to the
#       agreement which settles the matter. One alone takes the lead for the whole exchange: if
#       agreements in force of its institutions with the providers of the path, those of one
#       institution or of several, name different ones, two take the lead. This includes agreements
#       that do not list failure-lead among what they settle. One that settles it without a name
#       leaves it open whom it means, also beside one that names somebody.
#     ja: >-
#       提供元と、名前の挙がっている各提供先について、経路の事業者（回線を提供する path.provider、経
#       路のセキュリティを担保する path.routeSecuredBy、その医療機関等のルータを設定する
#       path.routersConfiguredBy の事業者）のすべてとの間で求める。path.provider の記載がない間は判
#       定できない。主体となるのは、これを定めた契約等の当事者である事業者とする。主体は一つの交換に
#       つき一者とし、交換を行う医療機関等（一機関か複数かを問わない）が経路の事業者と結んでいる有効
#       な契約等に異なる主体が挙がっていれば、settles に failure-lead がないものを含めて、主体が複数
#       あるものとみる。settles に failure-lead があって主体の記載がない契約等があれば、ほかの契約等
#       に記載があっても判定できない。
#   ja:
#     title: 障害時に主体となる事業者を明らかにする
#     description: >-
#       サービスに何らかの障害が起こった際の対処をどの事業者が主体となって行うかを、医療機関等はそ
#       れぞれ事業者との間で明らかにしておく。
#   findings:
#     no_agreement:
#       state: denied
#       en: >-
#         No agreement in force on the evaluation date is declared between {one} and {other}, so
#         none settles which provider takes the lead when the service fails.
#       ja: >-
#         判定日に有効な「{one}」と「{other}」の契約等の記載がなく、障害時に主体となる事業者が取り
#         決められていない。
#       remedy:
#         en: >-
#           Agree on it with {other}, and write the agreement under "agreements" with failure-lead
#           in "settles" and the provider as failureLead.
#         ja: >-
#           「{other}」と契約等で取り決め、settles に failure-lead を含め、主体となる事業者を
#           failureLead に挙げて agreements に記載する。
#     matter_not_settled:
#       state: denied
#       en: >-
#         The agreements in force between {one} and {other} ({agreements}) do not settle which
#         provider takes the lead when the service fails.
#       ja: >-
#         「{one}」と「{other}」の有効な契約等（{agreements}）に、障害時に主体となる事業者が定めら
#         れていない。
#       remedy:
#         en: >-
#           Settle it with {other}, then add failure-lead to "settles" and name the provider as
#           failureLead.
#         ja: >-
#           「{other}」と取り決め、settles に failure-lead（障害時の主体）を加え、主体となる事業者
#           を failureLead に記載する。
#     agreement_not_in_force:
#       state: denied
#       en: >-
#         The agreement between {one} and {other} on which provider takes the lead when the
#         service fails ({agreements}) is not in force on the evaluation date.
#       ja: >-
#         障害時に主体となる事業者を定めた「{one}」と「{other}」の契約等（{agreements}）が、判定日
#         に有効でない。
#       remedy:
#         en: Renew or sign it, and write what holds now (validFrom, validTo, signedBy, signedOn).
#         ja: >-
#           更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記載する。
#     nobody_leads:
#       state: denied
#       en: '{agreement} settles that no provider takes the lead when the service fails.'
#       ja: 契約等（{agreement}）で、障害時に主体となる事業者が「なし」とされている。
#       remedy:
#         en: Settle which of its providers takes the lead, and write it as failureLead.
#         ja: 当事者である事業者のいずれが主体となるかを取り決め、failureLead に記載する。
#     leader_is_no_provider:
#       state: denied
#       en: >-
#         {agreement} has {leader} take the lead when the service fails, which is not declared as
#         a provider.
#       ja: >-
#         契約等（{agreement}）は障害時の主体を「{leader}」としているが、「{leader}」は情報処理関
#         連事業者（role: provider）として宣言されていない。
#       remedy:
#         en: Settle which of its providers takes the lead, and write it as failureLead.
#         ja: 当事者である事業者のいずれが主体となるかを取り決め、failureLead に記載する。
#     leader_is_no_party:
#       state: denied
#       en: >-
#         {agreement} has {leader} take the lead when the service fails, which is no party to it.
#       ja: >-
#         契約等（{agreement}）は障害時の主体を「{leader}」としているが、「{leader}」はその契約等
#         の当事者でない。
#       remedy:
#         en: >-
#           Have {leader} join the agreement (between), or settle that a provider which is a party
#           to it takes the lead, and write that one as failureLead.
#         ja: >-
#           「{leader}」をその契約等の当事者（between）に加えるか、当事者である事業者が主体となる
#           ことを取り決め、failureLead に記載する。
#     two_leaders:
#       state: denied
#       en: >-
#         The agreements in force of the institutions of this exchange ({agreements}) name more
#         than one to take the lead when the service fails: {leaders}.
#       ja: >-
#         この交換を行う医療機関等の有効な契約等（{agreements}）に、障害時に主体となる者が複数
#         （{leaders}）挙がっている。
#       remedy:
#         en: >-
#           Settle with all of them which one takes the lead, and write that one as failureLead
#           everywhere.
#         ja: >-
#           いずれの事業者が主体となるかを全員と取り決め、どの契約等の failureLead にも同じ事業者
#           を記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open which provider takes the lead when the service
#         fails.
#       ja: '{field} の記載がなく、障害時に主体となる事業者を判定できない。'
#       remedy:
#         en: Write {field}; where no provider supplies the line, path.provider is none.
#         ja: >-
#           {field} を記載する（回線を提供する事業者がない場合、path.provider は none とする）。
package bunkaiten.requirements.provider_network.failure_lead_is_named

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.lead
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in accord.with_provider

satisfied contains key if {
	some key, settled in _settled
	path.provider_network[key].path.provider
	every pair, leads in settled { _is_led(key, pair, leads) }
}

deny contains found if {
	some key, pairs in accord.with_provider
	some found in accord.denials(key, path.provider_network[key], pairs, "failure-lead")
}

deny contains found if {
	some key, settled in _settled
	declared := path.provider_network[key]
	some leads in settled
	some name, leader in leads
	code := lead.standing(declared, name, leader)
	code != "leads"

	place := subject.step_to_agreement(declared, [name, "failureLead"])
	found := finding.at(code, key, [place], {"agreement": name, "leader": subject.label(declared, leader)})
}

deny contains found if {
	some key, named in _named
	declared := path.provider_network[key]
	count(_leaders[key]) > 1

	sorted := sort(named)
	ends := [sorted[0], sorted[count(sorted) - 1]]
	places := [subject.step_to_agreement(declared, [name, "failureLead"]) | some [_, name] in ends]
	found := finding.at("two_leaders", key, places, {
		"agreements": sort({name | some [_, name] in named}),
		"leaders": [subject.label(declared, leader) | some leader in sort(_leaders[key])],
	})
}

undetermined contains found if {
	some key, pairs in accord.with_provider
	some found in accord.open(key, path.provider_network[key], pairs, "failure-lead")
}

undetermined contains found if {
	some key, _ in accord.with_provider
	declared := path.provider_network[key]
	not declared.path.provider

	found := finding.not_stated(key, subject.step_to(declared, ["path", "provider"]))
}

undetermined contains found if {
	some key, pairs in _gaps
	some steps in pairs
	some step in steps

	found := finding.not_stated(key, step)
}

# by pair of institution and provider
_settled[key][pair] := leads if {
	some key, pairs in accord.with_provider
	some pair, _ in pairs
	leads := lead.settled(path.provider_network[key], pair)
}

_named[key] := lead.named(declared) if some key, declared in path.provider_network

_leaders[key] := {leader | some [leader, _] in named} if some key, named in _named

_is_led(key, pair, leads) if {
	count(leads) > 0
	every name, leader in leads { lead.standing(path.provider_network[key], name, leader) == "leads" }
	count(_leaders[key]) == 1
	count(_gaps[key][pair]) == 0
}

_gaps[key][pair] := lead.gaps(declared, parties) | lead.rivals(declared, parties, _leaders[key]) if {
	some key, settled in _settled
	declared := path.provider_network[key]
	some pair, _ in settled
	parties := pair
}
