package bunkaiten_test.declared.allocation

import data.bunkaiten.declared.allocation

test_one_holder_for_all if {
	declared := {"responsibilities": {"exPost": "aoba"}}

	allocation.holders(declared, "exPost") == {[["responsibilities", "exPost"], "aoba"]}
	allocation.holder(declared, "exPost", "midori") == [["responsibilities", "exPost"], "aoba"]
}

test_a_holder_for_each_party if {
	declared := {"responsibilities": {"exPost": {"midori": "aoba", "kusa": "none"}}}

	allocation.holders(declared, "exPost") == {
		[["responsibilities", "exPost", "midori"], "aoba"],
		[["responsibilities", "exPost", "kusa"], "none"],
	}
	allocation.holder(declared, "exPost", "kusa") == [["responsibilities", "exPost", "kusa"], "none"]
	not allocation.holder(declared, "exPost", "hoshi")
}

test_silence_names_no_holder if {
	every declared in [{}, {"responsibilities": {}}, {"responsibilities": {"ordinaryOperation": "aoba"}}] {
		allocation.holders(declared, "exPost") == set()
		not allocation.holder(declared, "exPost", "midori")
		allocation.unheld(declared, "exPost", "midori") == ["responsibilities", "exPost"]
	}
	allocation.unheld({"responsibilities": {"exPost": {"kusa": "aoba"}}}, "exPost", "midori") == [
		"responsibilities",
		"exPost", "midori",
	]
}

test_bearers_are_all_in_whose_list_a_threat_stands if {
	declared := sharing({"net": ["tampering", "intrusion"], "aoba": ["tampering"], "midori": []})

	allocation.bearers(declared, "tampering") == {"net", "aoba"}
	allocation.bearers(declared, "obstruction") == set()
	allocation.bearers(sharing("none"), "tampering") == set()
	allocation.bearers({}, "tampering") == set()
}

test_share_is_what_is_stated_of_a_party if {
	declared := sharing({"net": ["tampering", "intrusion"], "midori": []})

	allocation.share(declared, "net") == {"tampering", "intrusion"}
	allocation.share(declared, "midori") == set()
	allocation.share(sharing("none"), "net") == set()
	not allocation.share(declared, "aoba")
	not allocation.share({}, "net")
}

sharing(management) := {"responsibilities": {"management": management}}
