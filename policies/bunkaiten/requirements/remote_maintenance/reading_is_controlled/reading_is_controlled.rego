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
#       access. That is said here and in no other requirement of the clause.
#     ja: >-
#       本文は不正な読み取りの可能性を述べるにとどまるが、これを防ぐ義務があると解釈する。作業者を確
#       認する方法が記載され、読み取りができないか必要な範囲に限られ、作業のため一時保存した情報の扱
#       いが「保存しない」「アクセスを制限する」「作業後に消去する」のいずれかと記載されているときに
#       満たされる。保守を行う者の role が maintainer（保守業者）でも contractor（業務の委託先）でも
#       ないとき、または保守を受ける者の role が institution（医療機関等）でないときは、この項のアク
#       セスか判定できない。これはこの要件だけで指摘する。
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
package bunkaiten.requirements.remote_maintenance.reading_is_controlled

import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.remoteMaintenance

satisfied contains key if {
	some key, declared in subject.of.remoteMaintenance
	every field, expected in _expected { subject.role(declared, declared[field]) in expected.roles }
	count(declared.accessControl.authentication) > 0
	declared.accessControl.reading in {"none", "limited"}
	declared.accessControl.temporaryData in {"not-kept", "access-limited", "erased"}
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
