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
#       is asked by 4.3-2b-02. Of a deployment, a right to write contradicts "none", administrative
#       rights contradict "limited" and "none", and every way in that could keep a record has to
#       keep one where sessions are said to be recorded. Session Manager records as its documents
#       say; a plan without one tells nothing.
#     ja: >-
#       本文は改ざんの可能性を述べるにとどまるが、これを防ぐ義務があると解釈する。書き換えができない
#       か必要な範囲に限られ、かつ作業の記録を取っていると記載されているときに満たされる。記録がなけ
#       れば、書き換えの有無を後から確かめられないため、書き換えができない場合にも記録を求める。当事
#       者の role がこの項に合うかは 4.3-2b-02 で判定する。システムの構成が指定されたときは、書き込み
#       の権限は none と、管理者の権限は limited とも none とも食い違うとみる。作業の記録を取るとされ
#       ている場合は、記録を取れる入口のすべてで記録を取る設定になっていることを求める。セッションマネ
#       ージャーの記録はセッションドキュメントの設定によるため、それがプランになければ判断できない。
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
#     observed_rights:
#       state: denied
#       en: '{thing} ({way}) gives more than is declared: {rights}.'
#       ja: '{thing}（{way}）が、宣言された範囲を超える操作（{rights}）を許している。'
#       remedy:
#         en: Limit the rights to what accessControl.writing says, or declare what is needed.
#         ja: 権限を accessControl.writing に記載した範囲に限るか、必要な範囲を記載する。
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
#     observed_no_log:
#       state: denied
#       en: Each session is said to be recorded, but {thing} ({way}) keeps no record.
#       ja: 作業の記録を取るとされているが、{thing}（{way}）が記録を取らない設定になっている。
#       remedy:
#         en: Record the sessions of {thing}.
#         ja: '{thing} の利用の記録を取る設定にする。'
#     observed_log_unknown:
#       state: undetermined
#       en: It cannot be told whether {thing} ({way}) keeps a record.
#       ja: '{thing}（{way}）が記録を取るかどうかが、構成から判断できない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to let the plan show the value, or judge the next
#           plan, once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、値がプランに現れるような記載を求めるか、リ
#           ソースができた後のプランで判定する。
package bunkaiten.requirements.remote_maintenance.writing_is_controlled

import data.bunkaiten.compared.maintenance
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.remoteMaintenance

satisfied contains key if {
	some key, declared in subject.of.remoteMaintenance
	declared.accessControl.writing in {"none", "limited"}
	declared.accessControl.sessionLog == "recorded"
	key in maintenance.logged
	key in maintenance.within.writing
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
	found.code in {"observed_no_log", "observed_rights"}
}

undetermined contains found if {
	some found in _observed
	found.code in {"observed_log_unknown", "observed_rights_unknown"}
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
	some found in maintenance.unlogged[key]
} | {found |
	some key, _ in subject.of.remoteMaintenance
	some ["writing", found] in maintenance.excess[key]
}

_breaches := {
	"sessionLog": {"stated": "none", "code": "sessions_not_recorded"},
	"writing": {"stated": "unlimited", "code": "writing_unlimited"},
}
