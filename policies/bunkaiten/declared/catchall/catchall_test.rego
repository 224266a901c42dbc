package bunkaiten_test.declared.catchall

import data.bunkaiten.declared.catchall

test_everything_is_everything_in_every_spelling if {
	every item in [
		"all", "All", "ALL.", "ＡＬＬ", "ａｌｌ", " EVERYTHING ", "“everything”", "any", "anything", "entire",
		"whole", "as a whole",
		"すべて", "　すべて。", "「全部」", "全て", "総て", "一切", "一式", "全般", "包括", "包括的", "（一式）", "ぜんぶ",
	] {
		is_everything(item)
	}
}

test_everything_in_more_words_is_everything if {
	every item in [
		"takes over all responsibility",
		"The provider's full responsibility",
		"all management responsibilities, whatsoever",
		"all/everything",
		"comprehensive outsourcing",
		"all-inclusive service",
		"Everything else is handled by the vendor",
		"すべての管理責任",
		"一切の業務",
		"その他一切の業務",
		"包括委託",
		"包括的な委託",
		"業務の包括的委託",
		"一括して委託",
		"管理責任のすべて",
		"管理業務一式",
		"全責任",
		"全管理責任を負う",
		"業務全体",
		"事業者に一任する",
		"お任せ（全部）",
		"必要なサービス全般",
		"すべて（all）",
		"ALLの業務",
	] {
		is_everything(item)
	}
}

test_what_says_what_is_meant_is_not_everything if {
	every item in [
		"monitoring of all routers",
		"all-day monitoring",
		"all-hours support",
		"overall-monitoring",
		"overall management",
		"full backup",
		"installation of the whole line",
		"all 3 routers",
		"24/7 monitoring",
		"すべてのルータの監視",
		"全拠点の回線監視",
		"全国一律の監視",
		"安全管理",
		"一式の貸与",
		"保守一式",
		"障害対応全般",
		"設定変更の一任",
		"全体管理",
		"その他付随する一切の業務",
		"全事業者の管理",
		"ルータの保守に関するすべての業務",
		"ｒｏｕｔｅｒの監視（全台）",
	] {
		not is_everything(item)
	}
}

test_words_that_say_nothing_and_take_nothing_in_are_not_everything if {
	every item in ["管理責任", "業務", "management", "services", "", "。", "1"] { not is_everything(item) }
}

test_every_agreement_of_every_declaration_is_read if {
	given := {"declarations": {
		"d": {"agreements": {"one": {"entrusted": ["全部", "ルータの監視"]}, "two": {"entrusted": []}, "three": {}}},
		"e": {"agreements": {"one": {"entrusted": ["ALL"]}}},
		"f": {"agreements": "none"},
		"g": {},
	}}

	found(given) == {"全部", "ALL"}
	found({"declarations": {}}) == set()
}

is_everything(item) if item in found({"declarations": {"d": {"agreements": {"paper": {"entrusted": [item]}}}}})

found(given) := items if {
	items := catchall.items with input as given
}
