package bunkaiten_test.declared.provision

import data.bunkaiten.declared.provision

proven := {"proper": true, "denials": set(), "gaps": set()}

consent := {"legalGround": {"ground": "consent"}, "receipt": "confirmed"}

by_law := {"legalGround": {"ground": "exception", "law": "感染症法"}, "receipt": "confirmed"}

test_consent_with_confirmed_receipt_is_proper if {
	answers({"midori": consent}) == proven
	answers({"midori": {"legalGround": {"ground": "consent", "law": "none"}, "receipt": "confirmed"}}) == proven
}

test_exception_with_its_law_and_confirmed_receipt_is_proper if {
	answers({"midori": by_law}) == proven
	answers({"midori": object.union(by_law, {"legalGround": {"law": {"ja": "感染症法"}, "article": "none"}})}) == proven
}

test_whatever_is_stated_as_none_denies if {
	every field, written in {
		["provision"]: "none",
		["provision", "midori"]: {"midori": "none"},
		["provision", "midori", "legalGround"]: {"midori": object.union(consent, {"legalGround": "none"})},
		["provision", "midori", "receipt"]: {"midori": object.union(consent, {"receipt": "none"})},
		["provision", "midori", "legalGround", "law"]: {"midori": object.union(
			by_law,
			{"legalGround": {"law": "none"}},
		)},
	} {
		answers(written) == {"proper": false, "denials": {field}, "gaps": set()}
	}
}

test_several_things_may_be_stated_as_none if {
	answers({"midori": {"legalGround": "none", "receipt": "none"}}) == {
		"proper": false,
		"denials": {["provision", "midori", "legalGround"], ["provision", "midori", "receipt"]},
		"gaps": set(),
	}
	answers({"midori": {"legalGround": {"ground": "exception", "law": "none"}, "receipt": "none"}}) == {
		"proper": false,
		"denials": {["provision", "midori", "legalGround", "law"], ["provision", "midori", "receipt"]},
		"gaps": set(),
	}
}

test_whatever_is_not_stated_is_a_gap if {
	every fields, written in {
		{[]}: {"kusa": consent},
		{["legalGround"]}: {"midori": object.remove(consent, ["legalGround"])},
		{["receipt"]}: {"midori": object.remove(consent, ["receipt"])},
		{["legalGround"], ["receipt"]}: {"midori": {}},
		{["legalGround", "ground"]}: {"midori": {"legalGround": {"law": "感染症法"}, "receipt": "confirmed"}},
		{["legalGround", "law"]}: {"midori": json.remove(by_law, ["legalGround/law"])},
	} {
		answers(written) == {"proper": false, "denials": set(), "gaps": {step(tail) | some tail in fields}}
	}
	answers({"midori": {"legalGround": {}, "receipt": "confirmed"}}) == {
		"proper": false,
		"denials": set(),
		"gaps": {step(["legalGround", "ground"])},
	}
}

test_exchange_that_says_nothing_of_its_provision_is_a_gap if {
	found(object.remove(exchange_with({}), ["provision"]), "midori") == {
		"proper": false,
		"denials": set(),
		"gaps": {step([])},
	}
}

test_denial_and_gap_at_once if {
	answers({"midori": {"receipt": "none"}}) == {
		"proper": false,
		"denials": {["provision", "midori", "receipt"]},
		"gaps": {step(["legalGround"])},
	}
	answers({"midori": {"legalGround": {"ground": "exception"}, "receipt": "none"}}) == {
		"proper": false,
		"denials": {["provision", "midori", "receipt"]},
		"gaps": {step(["legalGround", "law"])},
	}
}

test_each_destination_is_shown_proper_on_its_own if {
	given := exchange_with({"midori": consent, "kusa": "none"})

	found(given, "midori") == proven
	found(given, "kusa") == {"proper": false, "denials": {["provision", "kusa"]}, "gaps": set()}
	found(given, "sora") == {
		"proper": false,
		"denials": set(),
		"gaps": {["declarations", "d", "exchanges", "referral", "provision", "sora"]},
	}
}

answers(written) := found(exchange_with(written), "midori")

found(declared, destination) := {
	"proper": is_proper(declared, destination),
	"denials": provision.denials(declared, destination),
	"gaps": provision.gaps(declared, destination),
}

is_proper(declared, destination) if {
	provision.is_proper(declared, destination)
} else := false

step(fields) := array.concat(["declarations", "d", "exchanges", "referral", "provision", "midori"], fields)

exchange_with(written) := {
	"source": "aoba",
	"destinations": {"parties": ["midori", "kusa", "sora"], "others": "none"},
	"place": ["declarations", "d", "exchanges", "referral"],
	"provision": written,
}
