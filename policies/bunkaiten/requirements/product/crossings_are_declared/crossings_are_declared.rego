# METADATA
# title: What crosses a boundary belongs to a declared subject
# description: >-
#   Everything in the deployment that leads to another organisation, lets somebody in from outside or
#   gives somebody access belongs to an exchange, a storage, an access or a work that is declared.
#   What nobody declared, nobody answers for.
# custom:
#   id: bunkaiten-01
#   origin: derived
#   protects: ['4.3(1)', '4.3(2)', '4.3(3)']
#   across: true
#   deployed: true
#   undeclared: true
#   modality: definition
#   binds: [institution, provider]
#   interpretation:
#     en: >-
#       A thing belongs to the subjects whose implementedBy or demarcation point names it, or that a
#       marker on it names, and to those of what it is a part of. Private networks cross nothing as
#       long as no declared party is recognised by them. A marker whose name, subject or operator
#       nobody here knows is denied, so that no misspelt one is passed over. Types of resources that
#       nobody has sorted yet are counted in a note; those that cross and are not read are
#       undetermined. A line crosses, whoever it is of; where the plan shows what lies on it, such
#       as a virtual interface, that is judged in its stead. Accounts and private networks of
#       whoever operates a thing, and groups and users of a cluster that are its own people, cross
#       nothing. A storage, an access or a work covers what leads to its own parties and within
#       one's own walls; what leads to anybody else is a crossing that no subject declares, whatever
#       the thing is marked as, unless another subject has the thing too. Whom an exchange leads to
#       is judged with it, and who gets in or reads by the rows of the subject. That a rule lets out
#       to everywhere is denied of exchanges alone, because 4.3(1)(a)② asks for their destinations;
#       no sentence asks that of a storage, an access or a work, which may fetch updates, so there
#       it is a note. A way in of which nobody can tell who comes (a login server in a container, a
#       container with all rights of its node, keys that last) belongs to a telework, a remote
#       maintenance or a work; where a storage or an exchange alone has it, it is undetermined.
#     ja: >-
#       機器や資源は、それを implementedBy または責任分界点に挙げた対象、付けられた目印（タグ・ラベ
#       ル・アノテーション）が示す対象、およびそれを含むものの対象に属するとみる。プライベートアドレ
#       スは、宣言された当事者のものと分からない限り、外に出るものとみない。名前、対象または運用者が
#       どこにもない目印は、書き誤りを見過ごさないよう不整合とする。未分類の種類のリソースは参考とし
#       て数を示し、境界を越えるが読み取れない種類のリソースは判定不能とする。回線は、誰のものであっ
#       ても境界を越えるものとみ、その上に載る仮想インターフェイス等がプランにあれば、回線に代えてそ
#       れをみる。ものを運用する者自身のアカウントとプライベートアドレス、クラスターを運用する者自身
#       のグループや利用者は、外に出るものとみない。外部保存、テレワーク、リモートメンテナンス、業務
#       の委託では、その当事者との通信と自らの施設内の通信だけを宣言されたものとみる。それ以外の相手
#       につながるものは、どの対象の目印が付いていても、宣言されていないものとみる（ほかの対象にも属
#       し、そこで判定するものを除く）。情報交換の相手は情報交換の要件で、入る者や利用する者は各対象
#       の要件で判定する。組織の外のどこへでも通信できる規則は、4.3(1)(a)②が提供先の特定を求める情
#       報交換では不整合とするが、ほかの対象にはそれを求める文がなく、更新の取得等にも使うため、参考
#       にとどめる。誰が入るのか分からない入口（コンテナ内のログイン用サーバー、ノードのすべての権限
#       を持つコンテナ、長期の鍵）は、テレワーク、リモートメンテナンス、業務の委託に属するものとし、
#       外部保存や情報交換だけに属していれば判定不能とする。
#   ja:
#     title: 組織の境界を越えるものが宣言された対象に属する
#     description: >-
#       システムの構成のうち、ほかの組織につながるもの、外部から入れるもの、他者に利用を許すものがす
#       べて、宣言された情報交換、外部保存、テレワーク、リモートメンテナンス、業務の委託のいずれかに
#       属する。宣言されていないものについては、誰が責任を負うのかが定まらない。
#   findings:
#     crossing_undeclared:
#       state: denied
#       en: '{thing} ({way}; other side: {who}) crosses a boundary and belongs to no declared subject.'
#       ja: >-
#         {thing}（{way}、相手：{who}）が組織の境界を越えているが、宣言されたどの対象にも属していな
#         い。
#       remedy:
#         en: >-
#           Write implementedBy: ["{thing}"] under the exchange, externalStorage, telework,
#           remoteMaintenance or entrustedWork that it belongs to (declare that first if it is new),
#           or mark it (for an exchange: {marker}). If it is not meant to cross, close it.
#         ja: >-
#           これが担う exchanges、externalStorage、telework、remoteMaintenance、entrustedWork のい
#           ずれかに implementedBy: ["{thing}"] と記載する（対象がまだなければ宣言する）。目印（情報交換
#           であれば{marker}）を付けてもよい。外につなぐ必要がないものであれば閉じる。
#     crossing_beyond:
#       state: denied
#       en: >-
#         {thing} ({way}) leads to {who}, who has no part in what it belongs to ({subjects}), so that
#         this crossing is not declared.
#       ja: >-
#         {thing}（{way}）が、それが属する対象（{subjects}）の当事者でない相手（{who}）につながっており、
#         その相手とのつながりが宣言されていない。
#       remedy:
#         en: >-
#           Close it; or declare what leads there (exchanges and the like) with "{thing}" under its
#           implementedBy; or, if it is a party of {subjects}, write who that is under its identifiedBy.
#         ja: >-
#           その接続を閉じる。必要な相手であれば、exchanges などに対象として宣言し、その implementedBy
#           に "{thing}" を記載する。{subjects} の当事者であれば、その identifiedBy に誰であるかを記載す
#           る。
#     crossing_beyond_unknown:
#       state: undetermined
#       en: >-
#         It cannot be told whether {thing} ({way}) leads beyond what it belongs to ({subjects}): {who}.
#       ja: >-
#         {thing}（{way}）が、それが属する対象（{subjects}）の当事者以外につながるかどうか判断できない
#         （{who}）。
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to let the plan or the rendered manifest show the
#           value, and let each address under identifiedBy belong to one party.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、値がプランや展開済みのマニフェストに現れる
#           ような記載を求め、identifiedBy では一つのアドレスが複数の者に当てはまらないようにする。
#     entrance_undeclared:
#       state: undetermined
#       en: >-
#         {thing} ({way}) is a way in, and {subjects} is not for people who come in; who comes cannot be
#         told.
#       ja: >-
#         {thing}（{way}）は外から入る経路になりうるが、それが属する対象（{subjects}）は人が入るための
#         ものではなく、誰が入るのか判断できない。
#       remedy:
#         en: >-
#           Take it away, or name "{thing}" under implementedBy of the telework, remoteMaintenance or
#           entrustedWork that it is for.
#         ja: >-
#           取り除くか、それを使う telework、remoteMaintenance、entrustedWork の implementedBy に
#           "{thing}" を記載する。
#     open_way_out:
#       state: note
#       en: '{thing} ({way}) lets out to anybody, and belongs to {subjects}.'
#       ja: >-
#         {thing}（{way}）から、組織の外のどこへでも通信できる設定になっている（属する対
#         象：{subjects}）。
#       remedy:
#         en: Narrow it down to the networks or host names that are needed.
#         ja: 必要な相手のネットワークやホスト名に限る。
#     crossing_unknown:
#       state: undetermined
#       en: Whether {thing} ({way}) crosses a boundary does not show before apply.
#       ja: '{thing}（{way}）が組織の境界を越えるかどうかは、適用前の構成に現れていない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to let the plan show the value, or name "{thing}" under
#           implementedBy of the subject that it belongs to.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、値がプランに現れるような記載を求める
#           か、属する対象の implementedBy に "{thing}" を記載する。
#     type_not_read:
#       state: undetermined
#       en: >-
#         {thing} is of a type that crosses boundaries ({type}) and that is not read here, and it
#         belongs to no declared subject.
#       ja: >-
#         {thing} は境界を越えうる種類のリソース（{type}）だが、ここでは読み取れず、宣言されたどの対象に
#         も属していない。
#       remedy:
#         en: Name "{thing}" under implementedBy of the subject that it belongs to.
#         ja: 属する対象の implementedBy に "{thing}" を記載する。
#     provider_not_read:
#       state: undetermined
#       en: 'Nothing is read of these resources, so what they show is open: {types}.'
#       ja: '次のリソースは読み取れないため、何を示すか判定できない：{types}。'
#       remedy:
#         en: >-
#           Give a plan without them, or judge only what has a marker (a tag, label or annotation):
#           --scope marked.
#         ja: >-
#           それらを除いたプランを指定するか、目印（タグ・ラベル・アノテーション）のあるものだけを判
#           定する（--scope marked）。
#     types_not_sorted:
#       state: note
#       en: 'Not yet sorted into what crosses a boundary and what does not, and not read: {types}.'
#       ja: '境界を越えるかどうかが未分類で、読み取っていないリソース：{types}。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment whether these cross a boundary, and see that what does
#           is declared.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、これらが組織の境界を越えるかどうかを確認
#           し、越えるものの宣言に漏れがないか確かめる。
#     declarations_incomplete:
#       state: undetermined
#       en: >-
#         {count} thing(s) cross a boundary, or have markers whose names nobody here knows, and whether a
#         declaration has them cannot be told: one of the declarations could not be read.
#       ja: >-
#         組織の境界を越えるもの、または目印（タグ・ラベル・アノテーション）の示す名前が見当たらない
#         ものが{count}件あるが、読み取れない宣言があるため、宣言されているかどうか判断できない。
#       remedy:
#         en: Mend the declaration that is refused, and judge again.
#         ja: 読み取れなかった宣言を直し、もう一度判定する。
#     marker_names_nothing:
#       state: denied
#       en: >-
#         The marker {marker} (a tag, label or annotation) on {thing} names {word}, which no
#         declaration has.
#       ja: >-
#         {thing} の目印（タグ・ラベル・アノテーション）{marker} が示す {word} は、どの宣言にもな
#         い。
#       remedy:
#         en: Correct the name in the marker, or declare it.
#         ja: 目印の名前を正すか、その対象を宣言する。
package bunkaiten.requirements.product.crossings_are_declared

import data.bunkaiten.compared.stray
import data.bunkaiten.compared.unclaimed
import data.bunkaiten.finding
import data.bunkaiten.observed.dialect
import data.bunkaiten.observed.shown

applies contains thing if {
	some found in (deny | undetermined)
	thing := found.subject
}

applies contains thing if some thing, _ in _crossing

satisfied contains thing if {
	some thing, places in _crossing
	every place in places {
		place in unclaimed.claimed
		stray.is_covered(place)
	}
	not _lost[thing]
}

deny contains found if {
	some fact in unclaimed.crossings
	found := finding.at("crossing_undeclared", fact.thing, [fact.steps], {
		"thing": fact.thing,
		"way": shown.way(fact),
		"who": shown.whom(fact),
		"marker": dialect.marker(fact),
	})
}

deny contains found if some found in stray.breaches

deny contains found if {
	some place, markers in unclaimed.lost
	some [marker, word] in markers
	some thing in _things[place]

	found := finding.at("marker_names_nothing", thing, [data.bunkaiten.observed.binding.steps[place]], {
		"thing": thing,
		"marker": marker,
		"word": word,
	})
}

undetermined contains found if {
	some fact in unclaimed.open
	values := {"thing": fact.thing, "way": shown.way(fact)}
	found := finding.at("crossing_unknown", fact.thing, [fact.steps], values)
}

undetermined contains found if some found in stray.doubts

undetermined contains found if {
	some seen in unclaimed.unread
	found := finding.at("type_not_read", seen.thing, [seen.steps], {"thing": seen.thing, "type": seen.type})
}

undetermined contains found if {
	input.context.scope == "all"
	some document, pairs in data.bunkaiten.compared.crossing.foreign
	found := finding.at("provider_not_read", _plan(document), [["terraform", document]], {"types": _listed(pairs)})
}

undetermined contains found if {
	first := min({steps | some steps in unclaimed.waiting[_]})
	values := {"count": count(unclaimed.waiting)}
	found := finding.at("declarations_incomplete", "declarations", [first], values)
}

note contains found if some found in stray.openings

note contains found if {
	some document, pairs in data.bunkaiten.compared.crossing.unsorted
	found := finding.at("types_not_sorted", _plan(document), [["terraform", document]], {"types": _listed(pairs)})
}

note contains found if {
	kinds := {[kind, count(steps)] | some [kind, steps] in data.bunkaiten.compared.crossing.unsorted_kinds}
	first := min({steps[0] | some [_, steps] in data.bunkaiten.compared.crossing.unsorted_kinds})

	found := finding.at("types_not_sorted", "manifests", [first], {"types": _listed(kinds)})
}

# by the name of the thing, which two plans may share
_crossing[fact.thing] contains place if {
	some place, facts in data.bunkaiten.compared.crossing.by_thing
	_is_concerned(place)
	some fact in facts
}

_is_concerned(place) if place in unclaimed.claimed

_is_concerned(place) if unclaimed.crossings[place]

_things[place] contains thing if some place, thing in data.bunkaiten.observed.binding.names

_lost[thing] contains place if {
	some place, _ in unclaimed.lost
	some thing in _things[place]
}

_plan(document) := concat(":", ["plan", document])

_listed(pairs) := [sprintf("%s (%d)", pair) | some pair in sort(pairs)]
