# METADATA
# title: What the maintenance vendor reads is controlled
# description: >-
#   Where a vendor logs in remotely for maintenance, information management and access control
#   keep personal information that lies on disk for the work from being read without authority.
# custom:
#   id: 4.3-2b-02
#   modality: duty
#   binds: [institution, maintainer]
#   interpretation:
#     en: >-
#       The guideline warns of a risk here; the duty to prevent it is inferred. It is proven when
#       it is stated how the vendor's people are recognised, that reading is impossible or limited
#       to what the work needs, and that what is put on disk for the work is not kept, is
#       protected, or is erased. Whoever maintains is a maintainer or a contractor, and whose
#       system it is, an institution: with another role it is open whether this clause governs the
#       access. That is said here and in no other requirement of the clause. Of a deployment every
#       way in is asked for: 4.3-2a-07 says what an open door is; only the maintainer and the
#       institution may be let in, also from the other side of a tunnel, a peering or a share; whose
#       people an identity provider knows is not asked. A role of
#       the maintainer with administrative rights can read everything, which contradicts "limited"
#       and "none"; a right to read contradicts "none".
#       Whoever comes in over a tunnel, a peering or a rule that another subject has too, and is
#       recognised as a party of that one alone, is left to it; a share or another right, a way in or
#       a store is not.
#     ja: >-
#       本文は不正な読み取りの可能性を述べるにとどまるが、これを防ぐ義務があると解釈する。作業者を確
#       認する方法が記載され、読み取りができないか必要な範囲に限られ、作業のため一時保存した情報の扱
#       いが「保存しない」「アクセスを制限する」「作業後に消去する」のいずれかと記載されているときに
#       満たされる。保守を行う者の role が maintainer（保守業者）でも contractor（業務の委託先）でも
#       ないとき、または保守を受ける者の role が institution（医療機関等）でないときは、この項のアク
#       セスか判定できない。これはこの要件だけで指摘する。システムの構成が指定されたときは、すべての
#       入口を問う（誰にでも開いた入口の見方は 4.3-2a-07 と同じ）。入れるのは、VPN やピアリング、共有
#       の相手を含め、保守業者と医療機関等に限り、認証連携先（IdP）に登録されているのが誰かは問わない。保守業者のロールが管理者の権限を持
#       てば何でも読み取れるため、limited とも none とも食い違うとみる。読み出しの権限は none と食い
#       違うとみる。
#       同じトンネル、ピアリング、規則がほかの対象にも属し、入ってくる者がその対象だけの当事者と分か
#       るときは、そちらで判定する（共有その他の権限、入口そのもの、保存先は除く）。
#   ja:
#     title: 保守業者による情報の読み取りを制御する
#     description: >-
#       リモートログインを用いた保守では、適切な情報管理と情報アクセス制御により、一時保存している
#       ディスク上の個人情報を含む医療情報が不正に読み取られないようにする。
#   findings:
#     no_access_control:
#       state: denied
#       en: It is stated that nothing controls what {maintainer} reads.
#       ja: >-
#         「{maintainer}」のアクセスの制御が「なし」とされており、情報の不正な読み取りを防ぐ措置が示
#         されていない。
#       remedy:
#         en: >-
#           Control the access of {maintainer}, and write under "accessControl" how its people are
#           recognised (authentication), what it can read (reading) and what is done about data on
#           disk (temporaryData).
#         ja: >-
#           「{maintainer}」のアクセスを制御し、accessControl に authentication（作業者を確認する方
#           法）、reading（読み取れる範囲）、temporaryData（一時保存した情報の扱い）を記載する。
#     no_authentication:
#       state: denied
#       en: It is stated that nobody checks who logs in for {maintainer}.
#       ja: 「{maintainer}」の作業者を確認する方法が「なし」とされている。
#       remedy:
#         en: Check who logs in each time, and write by which means as accessControl.authentication.
#         ja: >-
#           リモートログインのたびに作業者を確認し、その方法を accessControl.authentication に記載
#           する。
#     reading_unlimited:
#       state: denied
#       en: It is stated that {maintainer} can read without limit.
#       ja: 「{maintainer}」が読み取れる範囲は「制限なし」（unlimited）とされている。
#       remedy:
#         en: Limit reading to what the work needs, then write "limited" as accessControl.reading.
#         ja: 読み取りを保守に必要な範囲に限り、accessControl.reading を limited とする。
#     temporary_data_unprotected:
#       state: denied
#       en: >-
#         It is stated that nothing is done about information that is put on disk for the work of
#         {maintainer}.
#       ja: >-
#         「{maintainer}」の作業のためディスクに一時保存した情報について、措置が「なし」とされてい
#         る。
#       remedy:
#         en: >-
#           Keep none, limit who can read it, or erase it after the work; then write which as
#           accessControl.temporaryData.
#         ja: >-
#           保存しない（not-kept）、アクセスを制限する（access-limited）、作業後に消去する
#           （erased）のいずれかとし、accessControl.temporaryData に記載する。
#     maintainer_of_another_role:
#       state: undetermined
#       en: >-
#         The role of {maintainer} is {role}, neither maintainer nor contractor, so it is open
#         whether its access is maintenance by a third party.
#       ja: >-
#         保守を行う「{maintainer}」の role が {role} であり、maintainer（保守業者）でも
#         contractor（業務の委託先）でもないため、第三者が保守を目的として行うアクセスか判定できな
#         い。
#       remedy:
#         en: >-
#           If it is a vendor, correct the role to maintainer (or contractor); the access of the
#           institution's own staff belongs under "telework".
#         ja: >-
#           保守業者であれば role を maintainer（業務の委託先であれば contractor）に正す。自らの機関
#           の従業者によるアクセスは telework に記載する。
#     institution_of_another_role:
#       state: undetermined
#       en: >-
#         The role of {institution} is {role}, not institution, so it is open whether the system
#         that is maintained is an institution's.
#       ja: >-
#         保守を受ける「{institution}」の role が {role} であり、institution（医療機関等）でないた
#         め、医療機関等の情報システムの保守か判定できない。
#       remedy:
#         en: >-
#           If it is an institution, correct its role to institution; if not, name the institution
#           whose system is maintained as "institution".
#         ja: >-
#           医療機関等であれば role を institution に正す。医療機関等でなければ、保守を受ける医療機
#           関等を institution に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open whether what the vendor reads is controlled.'
#       ja: '{field} の記載がなく、保守業者による読み取りが制御されているか判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
#     observed_open_door:
#       state: denied
#       en: '{thing} ({way}) can be tried by {from}.'
#       ja: '{thing}（{way}）は、{from}接続を試みられる。'
#       remedy:
#         en: Let people in only over a VPN, from named networks or from named accounts.
#         ja: VPN を経由するか、特定のネットワークまたはアカウントからだけ入れるようにする。
#     observed_no_authentication:
#       state: denied
#       en: '{thing} ({way}) lets people in without authentication, from {from}.'
#       ja: '{thing}（{way}）は、認証なしで利用できる（接続元：{from}）。'
#       remedy:
#         en: Ask for authentication.
#         ja: 認証を求める設定にする。
#     observed_entry_unknown:
#       state: undetermined
#       en: >-
#         It cannot be told who gets in by {thing} ({way}), by which port or with which
#         authentication.
#       ja: '{thing}（{way}）から誰が、どのポートや認証で入れるのかが、構成から判断できない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to let one plan show the value and the rules of the
#           network, give the Terraform sources (--source), or judge the next plan, once the
#           resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、値と通信を許す規則が同じプランに現れるよう
#           な記載を求めるか、Terraform のソースを指定する（--source）。または、リソースができた後の
#           プランで判定する。
#     observed_stranger_in:
#       state: denied
#       en: '{thing} ({way}) lets in {from}, which is neither the maintainer nor the institution.'
#       ja: '{thing}（{way}）が、保守業者でも医療機関等でもない者（{from}）に利用を許している。'
#       remedy:
#         en: Take that access away, or write whose network or account it is under identifiedBy.
#         ja: 利用を許さない設定にするか、誰のネットワークやアカウントかを identifiedBy に記載する。
#     observed_stranger_unknown:
#       state: undetermined
#       en: '{thing} ({way}) lets in {from}, and it cannot be told whose people those are.'
#       ja: '{thing}（{way}）が {from} に利用を許しているが、保守業者かどうか判断できない。'
#       remedy:
#         en: >-
#           Let in named accounts or networks, and write them under identifiedBy of the maintainer.
#         ja: >-
#           特定のアカウントまたはネットワークだけに許し、それを保守業者の identifiedBy に記載する。
#     observed_rights:
#       state: denied
#       en: '{thing} ({way}) gives more than is declared: {rights}.'
#       ja: '{thing}（{way}）が、宣言された範囲を超える操作（{rights}）を許している。'
#       remedy:
#         en: Limit the rights to what accessControl.reading says, or declare what is needed.
#         ja: 権限を accessControl.reading に記載した範囲に限るか、必要な範囲を記載する。
#     observed_rights_unknown:
#       state: undetermined
#       en: It cannot be read what {thing} ({way}) permits.
#       ja: '{thing}（{way}）が何を許すのか読み取れない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to write the rights in literal values, so that the
#           plan or the rendered manifest shows them, or give the Terraform sources (--source); or
#           judge the next plan, once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、権限がプランや展開済みのマニフェストに現れ
#           るよう固定の値で記載することを求めるか、Terraform のソースを指定する（--source）。また
#           は、リソースができた後のプランで判定する。
package bunkaiten.requirements.remote_maintenance.reading_is_controlled

import data.bunkaiten.compared.access
import data.bunkaiten.compared.maintenance
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.remoteMaintenance

satisfied contains key if {
	some key, declared in subject.of.remoteMaintenance
	every field, expected in _expected { subject.role(declared, declared[field]) in expected.roles }
	count(declared.accessControl.authentication) > 0
	declared.accessControl.reading in {"none", "limited"}
	declared.accessControl.temporaryData in {"not-kept", "access-limited", "erased"}
	key in access.guarded
	key in maintenance.for_maintainer
	key in maintenance.within.reading
}

deny contains found if {
	some key, declared in subject.of.remoteMaintenance
	declared.accessControl == "none"

	values := {"maintainer": subject.label(declared, declared.maintainer)}
	found := finding.at("no_access_control", key, [subject.step_to(declared, ["accessControl"])], values)
}

deny contains found if {
	some key, declared in subject.of.remoteMaintenance
	some field, breach in _breaches
	declared.accessControl[field] == breach.stated

	values := {"maintainer": subject.label(declared, declared.maintainer)}
	found := finding.at(breach.code, key, [subject.step_to(declared, ["accessControl", field])], values)
}

deny contains found if {
	some found in _observed
	found.code in {"observed_no_authentication", "observed_open_door", "observed_rights", "observed_stranger_in"}
}

undetermined contains found if {
	some found in _observed
	found.code in {"observed_entry_unknown", "observed_rights_unknown", "observed_stranger_unknown"}
}

undetermined contains found if {
	some key, declared in subject.of.remoteMaintenance
	some field, expected in _expected
	party := declared[field]
	role := subject.role(declared, party)
	count({role} & expected.roles) == 0

	places := [subject.step_to(declared, [field]), subject.step_to_party(declared, [party, "role"])]
	found := finding.at(expected.code, key, places, {field: subject.label(declared, party), "role": role})
}

undetermined contains found if {
	some key, declared in subject.of.remoteMaintenance
	stated := object.get(declared, "accessControl", {})
	is_object(stated)
	some field, _ in _breaches
	not stated[field]

	found := finding.not_stated(key, subject.step_to(declared, ["accessControl", field]))
}

_observed := {found |
	some key, _ in subject.of.remoteMaintenance
	some found in ({each | some each in access.doors[key]} | {each | some each in maintenance.strangers[key]})
} | {found |
	some key, _ in subject.of.remoteMaintenance
	some ["reading", found] in maintenance.excess[key]
}

_breaches := {
	"authentication": {"stated": [], "code": "no_authentication"},
	"reading": {"stated": "unlimited", "code": "reading_unlimited"},
	"temporaryData": {"stated": "none", "code": "temporary_data_unprotected"},
}

# 4.3(2)(b) speaks of maintenance by a third party on the system of an institution
_expected := {
	"institution": {"roles": {"institution"}, "code": "institution_of_another_role"},
	"maintainer": {"roles": {"maintainer", "contractor"}, "code": "maintainer_of_another_role"},
}
