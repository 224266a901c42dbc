# METADATA
# title: Reports on the state of management are received regularly
# description: >-
#   The institution receives a report on the state of management from the vendor at regular
#   intervals.
# custom:
#   id: 4.3-2b-08
#   modality: duty
#   binds: [institution, maintainer]
#   interpretation:
#     en: >-
#       Reports are regular while the last one plus the interval is not before the evaluation date;
#       that day still counts. A month or a year leads to the same day of its month, or to the last
#       day of a shorter one, as in ISO 8601: a monthly report of 31 October is due on 30 November.
#       A report that is dated after the evaluation date is yet to come and proves nothing: denied.
#     ja: >-
#       直近の報告日に報告の間隔を加えた日が判定日より前でなければ、定期的に受けているとする（当日を
#       含む）。月・年は ISO 8601 のとおり同じ日付の日とし、その日がない月は月末とする（10月31日の 1
#       か月後は 11月30日）。判定日より後の日付の報告はまだ受けたことにならないため、不整合とする。
#   ja:
#     title: 管理状況の報告を定期的に受ける
#     description: >-
#       リモートメンテナンスの場合でも医療機関等に責任が存在するため、保守業者から管理状況の報告を
#       定期的に受ける。
#   findings:
#     no_reporting:
#       state: denied
#       en: It is stated that there are no reports from {maintainer} on the state of management.
#       ja: 「{maintainer}」からの管理状況の報告が「なし」とされている。
#       remedy:
#         en: >-
#           Agree on regular reports with {maintainer}, receive the first one, and write "reporting"
#           with every (the interval) and last (its day).
#         ja: >-
#           管理状況の報告を定期的に受けることを「{maintainer}」と取り決めて報告を受け、reporting に
#           every（報告の間隔）と last（直近の報告日）を記載する。
#     no_report_yet:
#       state: denied
#       en: It is stated that {maintainer} has not reported on the state of management yet.
#       ja: 「{maintainer}」からまだ一度も管理状況の報告を受けていないとされている。
#       remedy:
#         en: Receive a report, and write its day as reporting.last.
#         ja: 報告を受け、その日を reporting.last に記載する。
#     report_overdue:
#       state: denied
#       en: The last report of {maintainer} is dated {last}; the next one was due on {due}.
#       ja: 「{maintainer}」の直近の報告は {last} で、次の報告の期日（{due}）を過ぎている。
#       remedy:
#         en: Receive the report that is due, and write its day as reporting.last.
#         ja: 期日を過ぎた報告を受け、その日を reporting.last に記載する。
#     report_in_the_future:
#       state: denied
#       en: The last report is dated {last}, after the evaluation date, so it was not received yet.
#       ja: 直近の報告日（{last}）が判定日より後であり、まだ報告を受けたことにならない。
#       remedy:
#         en: Write the day of the last report that was received as reporting.last.
#         ja: すでに受けた直近の報告の日を reporting.last に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open whether reports are received regularly.'
#       ja: '{field} の記載がなく、管理状況の報告を定期的に受けているか判定できない。'
#       remedy:
#         en: Write {field}; where there are no reports, write none as "reporting".
#         ja: '{field} を記載する（報告を受けていない場合は reporting を none とする）。'
package bunkaiten.requirements.remote_maintenance.reports_are_received

import data.bunkaiten.declared.calendar
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.remoteMaintenance

satisfied contains key if {
	some key, due in _due
	due >= _today
	_last[key] <= _today
}

deny contains found if {
	some key, declared in subject.of.remoteMaintenance
	some breach in _breaches
	object.get(declared, breach.steps, null) == "none"

	values := {"maintainer": subject.label(declared, declared.maintainer)}
	found := finding.at(breach.code, key, [subject.step_to(declared, breach.steps)], values)
}

deny contains found if {
	some key, due in _due
	due < _today

	declared := subject.of.remoteMaintenance[key]
	values := {
		"maintainer": subject.label(declared, declared.maintainer),
		"last": declared.reporting.last,
		"due": calendar.date_of(due),
	}
	found := finding.at("report_overdue", key, [subject.step_to(declared, ["reporting", "last"])], values)
}

deny contains found if {
	some key, last in _last
	last > _today

	declared := subject.of.remoteMaintenance[key]
	values := {"last": declared.reporting.last}
	found := finding.at("report_in_the_future", key, [subject.step_to(declared, ["reporting", "last"])], values)
}

undetermined contains found if {
	some key, declared in subject.of.remoteMaintenance
	stated := object.get(declared, "reporting", {})
	is_object(stated)
	some field in ["every", "last"]
	not stated[field]

	found := finding.not_stated(key, subject.step_to(declared, ["reporting", field]))
}

_breaches := [
	{"steps": ["reporting"], "code": "no_reporting"},
	{"steps": ["reporting", "last"], "code": "no_report_yet"},
]

_today := calendar.day_number(input.context.as_of)

_last[key] := number if {
	some key, declared in subject.of.remoteMaintenance
	number := calendar.day_number(declared.reporting.last)
}

_due[key] := number if {
	some key, declared in subject.of.remoteMaintenance
	number := calendar.after(declared.reporting.last, declared.reporting.every)
}
