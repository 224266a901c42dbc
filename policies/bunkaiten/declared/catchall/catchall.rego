# METADATA
# title: Words for everything
# description: >-
#   Which items that agreements list as entrusted name nothing in particular, 4.3(1)(a)① A1-09.
package bunkaiten.declared.catchall

# METADATA
# description: >-
#   The items that stand for everything, as they are written: a word that takes everything in,
#   and beside it only words that say nothing of what is meant ("takes over all
#   responsibility", 一切の業務). What says what is meant is an item ("monitoring of all
#   routers", 全拠点の回線監視). Small and capital, full-width and half-width letters are alike,
#   and marks and spaces count for nothing.
items contains item if {
	some declaration in input.declarations
	is_object(declaration.agreements)
	some agreement in declaration.agreements
	some item in agreement.entrusted
	_is_everything(_words(item))
}

_is_everything(words) if {
	some word in words
	regex.match(_sweeping, word)
	every other in words { regex.match(_vague, other) }
}

# in small letters of one width; a run of letters a to z is a word, and so is one of any other letters or digits
_words(item) := regex.find_n(
	`[a-z]+|[^\x00-\x7f\p{P}\p{Z}\p{S}]+|[0-9]+`,
	strings.replace_n(_narrow, lower(item)), -1,
)

_narrow := {wide: narrow |
	narrows := split("abcdefghijklmnopqrstuvwxyz", "")
	some at, wide in split("ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ", "")
	narrow := narrows[at]
}

# words of English stand alone, those of Japanese follow one another
_sweeping := sprintf("^(?:%s|(?:%s)*(?:%s)(?:%s)*)$", [_all.en, _any.ja, _all.ja, _any.ja])

_vague := sprintf("^(?:%s|(?:%s)+)$", [_any.en, _any.ja])

_any[language] := concat("|", [_all[language], _beside[language]]) if some language in ["en", "ja"]

# what takes everything in
_all := {
	"en": concat("|", [
		"all|any|anything|every|everything|entire|entirely|entirety|whole|wholly",
		"full|fully|complete|completely|comprehensive|comprehensively|total|totally|blanket",
	]),
	"ja": concat("|", [
		"全|全て|すべて|総て|凡て|全部|ぜんぶ|全般|全面|全権|一切|いっさい|一式|包括|あらゆる|何もかも|何でも|なんでも",
		"(?:業務|責任|作業|範囲)(?:の)?全体|丸ごと|まるごと|丸投げ|一任|一括(?:して)?委託|フルアウトソーシング",
	]),
}

# what says nothing of what is entrusted
_beside := {
	"en": concat("|", [
		"a|an|the|of|to|for|on|in|by|with|from|as|and|or|its|their|our|your|s|we|you|they|us|them",
		"is|are|be|been|shall|will|must|that|which|this|these|other|others|else|over|up|inclusive",
		"dut(?:y|ies)|obligations?|responsib(?:le|ility|ilities)|liabilit(?:y|ies)|scope|range|extent",
		"manag(?:e|es|ed|ing|ement)|works?|tasks?|jobs?|services?|operations?|activit(?:y|ies)|functions?|business",
		"matters?|things?|items?|aspects?|parts?|kinds?|sorts?|necessary|required|needed|whatsoever|whatever",
		"tak(?:e|es|en|ing)|takeover|assum(?:e|es|ed|ing)|bears?|borne|accept(?:s|ed)?|undertak(?:e|es|en|ing)|do|does",
		"handl(?:e|es|ed|ing)|carr(?:y|ies|ied)|entrust(?:s|ed|ing|ment)?|delegat(?:e|es|ed|ing|ion)",
		"outsourc(?:e|es|ed|ing)|provider|vendor|carrier",
	]),
	"ja": concat("|", [
		"の|を|は|が|に|と|も|や|へ|で|な|的|等|など|他|その他|及び|および|並びに|ならびに|又は|または",
		"関する|関して|係る|かかる|係わる|かかわる|ついて|つき|対する|における|必要",
		"管理|責任|責務|義務|業務|作業|事務|事項|範囲|内容|項目|役務|サービス|対応|処理|権限|任務|こと|事|もの",
		"委託|委任|受託|外注|任せ|まかせ|任せる|まかせる|お任せ|おまかせ|引受|引受け|引き受け|引き受ける",
		"負う|負担|担う|担当|行う|実施|する|して|した|される|されて|いる|します|ます|事業者(?:が|に|へ|側)|当社|弊社|乙",
	]),
}
