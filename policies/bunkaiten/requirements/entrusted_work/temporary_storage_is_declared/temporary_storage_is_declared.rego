# METADATA
# title: What a third party holds for a time is declared with its retention
# description: >-
#   Where work for care is entrusted, a third party holds the information, even if only for a
#   time. What it holds and for how long is declared.
# custom:
#   id: 4.3-3-03
#   modality: allocation
#   binds: [institution, contractor]
#   interpretation:
#     en: >-
#       Whoever does the work holds the information, so stating that nothing is kept contradicts
#       the text. "For a time" means that there is an end, stated as a retention; the text names
#       no longest time, and none is judged. Of a deployment, every store of the work has to show
#       that it keeps no longer; a month counts as 31 days and a year as 366. A store that erases
#       nothing by itself keeps for ever; old versions count on top, and what is locked is kept for as
#       long as the lock lasts; one that has no such setting (a volume, a database) shows
#       no end, so it is undetermined: what erases there stands outside the deployment.
#     ja: >-
#       業務を受託する第三者は情報を保管することになるため、保管が「なし」との記載は本文と合わな
#       い。「一時的」とは期限があることをいい、保管する期間の上限で示す。長さの限度は本文になく、
#       判断しない。システムの構成が指定されたときは、この業務のどの保存先も、宣言した期間を超えて保
#       管しないことが読み取れなければならない（1 か月は 31 日、1 年は 366 日と数える）。自動で消去
#       しない設定であれば無期限とみる。古い版が残る期間は加え、ロックで消去できない期間は保管するもの
#       とみる。ボリュームやデータベースのように期間の設定がない保存先は、消
#       去の仕組みが構成の外にあって終わりを確かめられないため、判定不能とする。
#   ja:
#     title: 第三者による一時的な保管を期間とともに示す
#     description: >-
#       診療等を目的とした業務の委託に伴い、一時的にせよ情報を第三者が保管することとなる。保管の有
#       無と期間を示す。
#   findings:
#     nothing_kept:
#       state: denied
#       en: >-
#         It is stated that {contractor} keeps nothing, but whoever does the work holds the
#         information, even if for a time.
#       ja: >-
#         「{contractor}」での一時的な保管が「なし」とされているが、業務の委託に伴い、一時的にせよ情
#         報を第三者が保管することとなる。
#       remedy:
#         en: >-
#           Find out what {contractor} holds and for how long at most, and write
#           temporaryStorage.retention.
#         ja: >-
#           「{contractor}」が保管する情報とその期間を確かめ、保管する期間の上限を
#           temporaryStorage.retention に記載する。
#     kept_without_limit:
#       state: denied
#       en: '{contractor} keeps the information without a limit, so it is not held for a time only.'
#       ja: 「{contractor}」での保管に期間の上限がないとされており、一時的な保管といえない。
#       remedy:
#         en: >-
#           Settle with {contractor} how long it is kept at most, and write that as
#           temporaryStorage.retention; what is kept for good belongs under externalStorage.
#         ja: >-
#           保管する期間の上限を「{contractor}」と取り決め、temporaryStorage.retention に記載する。
#           期限なく保存するものは externalStorage に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open what the third party holds and for how long.'
#       ja: '{field} の記載がなく、第三者が情報をどれだけの期間保管するのか分からない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
#     observed_retention_longer:
#       state: denied
#       en: '{thing} ({way}) keeps the information {kept}, longer than declared ({declared}).'
#       ja: '{thing}（{way}）の保管期間（{kept}）が、宣言された期間（{declared}）を超えている。'
#       remedy:
#         en: Shorten what {thing} keeps, or agree on and declare the longer period.
#         ja: '{thing} の保管期間を短くするか、合意のうえで宣言の期間を改める。'
#     observed_retention_unknown:
#       state: undetermined
#       en: >-
#         It is not shown how long {thing} ({way}) keeps the information, declared to be {declared}.
#       ja: >-
#         {thing}（{way}）の保管期間が示されておらず、宣言された期間（{declared}）に収まるか分からな
#         い。
#       remedy:
#         en: >-
#           Have it erased after the declared period in a way that the plan shows, such as a
#           lifecycle rule. Where something else erases it, let the one who answers for the work see
#           to it and keep a record of that; the verdict stays.
#         ja: >-
#           ライフサイクルルールなど、プランに現れる形で、宣言した期間の後に消去する設定にする。別の
#           仕組みで消去している場合は、業務を委託する医療機関等の責任者がそれを確かめ、確かめたこと
#           を記録しておく（判定は変わらない）。
package bunkaiten.requirements.entrusted_work.temporary_storage_is_declared

import data.bunkaiten.compared.retention
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.entrustedWork

satisfied contains key if some key in retention.erased_in_time

deny contains found if {
	some key, declared in subject.of.entrustedWork
	declared.temporaryStorage == "none"

	values := {"contractor": subject.label(declared, declared.contractor)}
	found := finding.at("nothing_kept", key, [subject.step_to(declared, ["temporaryStorage"])], values)
}

deny contains found if {
	some key, declared in subject.of.entrustedWork
	declared.temporaryStorage.retention == "none"

	place := subject.step_to(declared, ["temporaryStorage", "retention"])
	values := {"contractor": subject.label(declared, declared.contractor)}
	found := finding.at("kept_without_limit", key, [place], values)
}

deny contains found if {
	some kept in retention.kept
	some found in kept
	found.code == "observed_retention_longer"
}

undetermined contains found if {
	some kept in retention.kept
	some found in kept
	found.code == "observed_retention_unknown"
}

undetermined contains found if {
	some key, declared in subject.of.entrustedWork
	not declared.temporaryStorage
	found := finding.not_stated(key, subject.step_to(declared, ["temporaryStorage"]))
}

undetermined contains found if {
	some key, declared in subject.of.entrustedWork
	is_object(declared.temporaryStorage)
	not declared.temporaryStorage.retention
	found := finding.not_stated(key, subject.step_to(declared, ["temporaryStorage", "retention"]))
}
