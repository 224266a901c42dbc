# METADATA
# title: What the maintenance vendor changes is controlled and recorded
# description: >-
#   Where a vendor logs in remotely for maintenance, information management and access control keep
#   medical information from being tampered with.
# custom:
#   id: 4.3-2b-03
#   modality: duty
#   binds: [institution, maintainer]
#   interpretation:
#     en: >-
#       The guideline warns of a risk here; the duty to prevent it is inferred. It is proven when
#       it is stated that the vendor can change nothing or only what the work needs, and that each
#       session is recorded. The record is asked for in both cases: without it nobody can tell
#       afterwards whether anything was changed. Whether the parties have the roles of 4.3(2)(b)
#       is asked by 4.3-2b-02.
#     ja: >-
#       本文は改ざんの可能性を述べるにとどまるが、これを防ぐ義務があると解釈する。書き換えができない
#       か必要な範囲に限られ、かつ作業の記録を取っていると記載されているときに満たされる。記録がなけ
#       れば、書き換えの有無を後から確かめられないため、書き換えができない場合にも記録を求める。当事
#       者の role がこの項に合うかは 4.3-2b-02 で判定する。
#   ja:
#     title: 保守業者による情報の書き換えを制御し記録する
#     description: >-
#       リモートログインを用いた保守では、適切な情報管理と情報アクセス制御により、一時保存している
#       ディスク上の個人情報を含む医療情報が改ざんされないようにする。
#   findings:
#     no_access_control:
#       state: denied
#       en: It is stated that nothing controls what {maintainer} changes.
#       ja: >-
#         「{maintainer}」のアクセスの制御が「なし」とされており、情報の改ざんを防ぐ措置が示されてい
#         ない。
#       remedy:
#         en: >-
#           Control the access of {maintainer}, and write under "accessControl" what it can change
#           (writing) and that each session is recorded (sessionLog).
#         ja: >-
#           「{maintainer}」のアクセスを制御し、accessControl に writing（書き換えられる範囲）と
#           sessionLog（作業の記録）を記載する。
#     writing_unlimited:
#       state: denied
#       en: It is stated that {maintainer} can change information without limit.
#       ja: 「{maintainer}」が書き換えられる範囲は「制限なし」（unlimited）とされている。
#       remedy:
#         en: Limit writing to what the work needs, then write "limited" as accessControl.writing.
#         ja: 書き換えを保守に必要な範囲に限り、accessControl.writing を limited とする。
#     sessions_not_recorded:
#       state: denied
#       en: It is stated that the work of {maintainer} is not recorded.
#       ja: 「{maintainer}」の作業の記録が「なし」とされている。
#       remedy:
#         en: Record each session, then write "recorded" as accessControl.sessionLog.
#         ja: 作業のたびに記録を取り、accessControl.sessionLog を recorded とする。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether what the vendor changes is controlled and
#         recorded.
#       ja: '{field} の記載がなく、保守業者による書き換えが制御され記録されているか判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.remote_maintenance.writing_is_controlled

import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.remoteMaintenance

satisfied contains key if {
	some key, declared in subject.of.remoteMaintenance
	declared.accessControl.writing in {"none", "limited"}
	declared.accessControl.sessionLog == "recorded"
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
	stated := object.get(declared, "accessControl", {})
	is_object(stated)
	some field, _ in _breaches
	not stated[field]

	found := finding.not_stated(key, subject.step_to(declared, ["accessControl", field]))
}

_breaches := {
	"sessionLog": {"stated": "none", "code": "sessions_not_recorded"},
	"writing": {"stated": "unlimited", "code": "writing_unlimited"},
}
