# METADATA
# title: Telework is access by the institution's own staff
# description: >-
#   Telework is access from outside to the system of one's own institution, to do one's work there.
#   Access by people of another organisation is no telework.
# custom:
#   id: 4.3-2a-03
#   modality: definition
#   binds: [institution]
#   interpretation:
#     en: >-
#       People of another organisation declared as telework are denied, whatever they do there. A
#       list of users that names the institution alone means its own staff. Whether the party
#       under "institution" is an institution at all is asked here once for all requirements of
#       telework. Of a deployment, a way in for an account that is not known to be the institution's,
#       or for a network that is known to be another party's, is for people of another organisation.
#       Any other network tells nothing: staff work from wherever they are. Whose people an identity
#       provider knows is not asked.
#       Whoever comes in over a tunnel, a peering or a rule that another subject has too, and is
#       recognised as a party of that one alone, is left to it; a share or another right, a way in or
#       a store is not.
#     ja: >-
#       ほかの機関の者をテレワークとして記載したときは、作業の内容にかかわらず不整合とする。users に
#       その医療機関等だけを挙げたものは、自らの機関の従業者とみる。institution に記載された関係者が
#       医療機関等であるかは、テレワークの要件のうちここでだけ確かめる。システムの構成が指定されたと
#       きは、この医療機関等のものと分からないアカウントや、ほかの関係者のものと分かるネットワークに
#       利用を許すものを、ほかの機関の者によるアクセスとみる。それ以外のネットワークからは、誰が使う
#       か分からないため問わない（従業者は自宅や出先から使う）。認証連携先（IdP）に登録されているの
#       が誰かも問わない。
#       同じトンネル、ピアリング、規則がほかの対象にも属し、入ってくる者がその対象だけの当事者と分か
#       るときは、そちらで判定する（共有その他の権限、入口そのもの、保存先は除く）。
#   ja:
#     title: テレワークは自らの機関の従業者によるアクセスである
#     description: >-
#       テレワークとは、施設外から自らの機関の情報システムにアクセスし業務を行うことをいう。ほかの機
#       関の者によるアクセスは、テレワークにあたらない。
#   findings:
#     used_by_others:
#       state: denied
#       en: >-
#         People of {party} use this access, but telework is access by the own staff of
#         {institution} alone.
#       ja: >-
#         「{party}」の者が使うとされているが、テレワークは「{institution}」の従業者が自らの機関の情
#         報システムにアクセスするものに限られる。
#       remedy:
#         en: >-
#           Take {party} out of "users" and declare its access where it belongs: maintenance under
#           remoteMaintenance, work for care given out under entrustedWork, an exchange with another
#           institution under exchanges.
#         ja: >-
#           「{party}」を users から外し、保守は remoteMaintenance、診療等を目的とした業務の委託は
#           entrustedWork、他の医療機関等との情報交換は exchanges に記載する。
#     is_no_institution:
#       state: undetermined
#       en: '{party} is not declared as an institution, so it is open whether this is telework.'
#       ja: >-
#         情報システムを持つ「{party}」の role が institution（医療機関等）でないため、テレワークに
#         あたるか判定できない。
#       remedy:
#         en: >-
#           If {party} is an institution, correct its role to institution; if not, name the
#           institution whose system is used as "institution".
#         ja: >-
#           「{party}」が医療機関等であれば role を institution に正す。医療機関等でなければ、情報シ
#           ステムを持つ医療機関等を institution に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open who works from outside.'
#       ja: '{field} の記載がなく、誰が施設外から業務を行うのか分からない。'
#       remedy:
#         en: Write {field}; for own staff alone, write own-staff.
#         ja: '{field} を記載する（自らの機関の従業者だけであれば own-staff とする）。'
#     observed_stranger_in:
#       state: denied
#       en: '{thing} ({way}) lets in {from}, which is not the institution whose telework this is.'
#       ja: '{thing}（{way}）が、この医療機関等のものでない相手（{from}）に利用を許している。'
#       remedy:
#         en: >-
#           Take that access away, or declare it where it belongs (remoteMaintenance, entrustedWork,
#           exchanges). If it is the institution's own, write it under its identifiedBy.
#         ja: >-
#           利用を許さない設定にするか、remoteMaintenance、entrustedWork、exchanges のうち、当てはま
#           るところに記載する。自らの機関のものであれば、その identifiedBy に記載する。
#     observed_stranger_unknown:
#       state: undetermined
#       en: '{thing} ({way}) lets in {from}, and it cannot be told whose people those are.'
#       ja: '{thing}（{way}）が {from} に利用を許しているが、自らの機関の従業者かどうか判断できない。'
#       remedy:
#         en: >-
#           Let in named accounts, and write them under identifiedBy of the institution.
#         ja: >-
#           特定のアカウントだけに許し、それを医療機関等の identifiedBy に記載する。
package bunkaiten.requirements.telework.users_are_own_staff

import data.bunkaiten.compared.staff
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.telework

satisfied contains key if {
	some key, declared in subject.of.telework
	subject.role(declared, declared.institution) == "institution"
	_is_for_own_staff(declared)
	key in staff.for_own_staff
}

deny contains found if {
	some key, declared in subject.of.telework
	is_array(declared.users)
	some index, party in declared.users
	party != declared.institution

	values := {"party": subject.label(declared, party), "institution": subject.label(declared, declared.institution)}
	found := finding.at("used_by_others", key, [subject.step_to(declared, ["users", index])], values)
}

deny contains found if {
	some strangers in staff.strangers
	some found in strangers
	found.code == "observed_stranger_in"
}

undetermined contains found if {
	some strangers in staff.strangers
	some found in strangers
	found.code == "observed_stranger_unknown"
}

undetermined contains found if {
	some key, declared in subject.of.telework
	subject.role(declared, declared.institution) != "institution"

	place := subject.step_to_party(declared, [declared.institution, "role"])
	found := finding.at("is_no_institution", key, [place], {"party": subject.label(declared, declared.institution)})
}

undetermined contains found if {
	some key, declared in subject.of.telework
	not declared.users
	found := finding.not_stated(key, subject.step_to(declared, ["users"]))
}

_is_for_own_staff(declared) if declared.users == "own-staff"

_is_for_own_staff(declared) if declared.users == [declared.institution]
