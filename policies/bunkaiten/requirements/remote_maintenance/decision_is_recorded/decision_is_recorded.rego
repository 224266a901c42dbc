# METADATA
# title: Convenience and protection are weighed before remote maintenance is carried out
# description: >-
#   Remote maintenance is carried out while the convenience of maintenance is weighed against the
#   protection of information.
# custom:
#   id: 4.3-2b-05
#   modality: duty
#   binds: [institution]
#   interpretation:
#     en: >-
#       Weighing shows only in what was decided, so a record is asked for with who decided, the
#       day, and at least one condition. What was decided is for people to judge: no remote
#       maintenance is refused as such, because the guideline does not want it forbidden
#       altogether. A day after the evaluation date is no decision yet; the day itself counts.
#     ja: >-
#       見極めたことは、実施を決定した記録で確認する。決定した者、決定した日、一つ以上の条件が記載さ
#       れているときに満たされる。決定の当否は人が判断することであり、リモートメンテナンスであること
#       自体は不整合としない（本文も全面的な禁止を求めていない）。判定日より後の日付は、決定したこと
#       にならない（当日は含む）。
#   ja:
#     title: 保守の利便性と情報保護との兼ね合いを見極めて実施する
#     description: 保守の利便性と情報保護との兼ね合いを見極めつつ、リモートメンテナンスを実施する。
#   findings:
#     no_decision:
#       state: denied
#       en: It is stated that there is no decision on the remote maintenance by {maintainer}.
#       ja: 「{maintainer}」によるリモートメンテナンスの実施について、決定が「なし」とされている。
#       remedy:
#         en: >-
#           Weigh convenience against protection, decide, and write "decision" with by, on and
#           conditions.
#         ja: >-
#           保守の利便性と情報保護との兼ね合いを見極めて決定し、decision に by（決定した者の役
#           職）、on（決定した日）、conditions（条件）を記載する。
#     nobody_decided:
#       state: denied
#       en: Who decided on the remote maintenance by {maintainer} is stated as none.
#       ja: 「{maintainer}」によるリモートメンテナンスの実施を決定した者が「なし」とされている。
#       remedy:
#         en: Have somebody with authority decide, and write the role as decision.by.
#         ja: 権限のある者が決定し、その役職を decision.by に記載する。
#     no_conditions:
#       state: denied
#       en: It is stated that the remote maintenance by {maintainer} is under no condition.
#       ja: 「{maintainer}」によるリモートメンテナンスを実施する条件が「なし」とされている。
#       remedy:
#         en: >-
#           Settle under which conditions it may be done, and write each under
#           decision.conditions.
#         ja: どのような条件で実施するかを定め、decision.conditions に一つずつ記載する。
#     decision_in_the_future:
#       state: denied
#       en: The decision is dated {date}, after the evaluation date, so nothing is decided yet.
#       ja: 決定した日（{date}）が判定日より後であり、まだ決定したことにならない。
#       remedy:
#         en: Decide before the access is opened, and write the day as decision.on.
#         ja: アクセスを認める前に決定し、その日を decision.on に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether convenience was weighed against protection.
#       ja: >-
#         {field} の記載がなく、保守の利便性と情報保護との兼ね合いを見極めて実施しているか判定できな
#         い。
#       remedy:
#         en: Write {field}; where nothing was decided, write none as "decision".
#         ja: '{field} を記載する（決定していない場合は decision を none とする）。'
package bunkaiten.requirements.remote_maintenance.decision_is_recorded

import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.remoteMaintenance

satisfied contains key if {
	some key, declared in subject.of.remoteMaintenance
	declared.decision.by != "none"
	declared.decision.on <= input.context.as_of
	count(declared.decision.conditions) > 0
}

deny contains found if {
	some key, declared in subject.of.remoteMaintenance
	some breach in _breaches
	object.get(declared, breach.steps, null) == breach.stated

	values := {"maintainer": subject.label(declared, declared.maintainer)}
	found := finding.at(breach.code, key, [subject.step_to(declared, breach.steps)], values)
}

deny contains found if {
	some key, declared in subject.of.remoteMaintenance
	date := declared.decision.on
	date > input.context.as_of

	found := finding.at("decision_in_the_future", key, [subject.step_to(declared, ["decision", "on"])], {"date": date})
}

undetermined contains found if {
	some key, declared in subject.of.remoteMaintenance
	stated := object.get(declared, "decision", {})
	is_object(stated)
	some field in ["by", "on", "conditions"]
	not stated[field]

	found := finding.not_stated(key, subject.step_to(declared, ["decision", field]))
}

_breaches := [
	{"steps": ["decision"], "stated": "none", "code": "no_decision"},
	{"steps": ["decision", "by"], "stated": "none", "code": "nobody_decided"},
	{"steps": ["decision", "conditions"], "stated": [], "code": "no_conditions"},
]
