package bunkaiten_test.compared.known

import data.bunkaiten.compared.known

test_parties_are_recognised_by_every_declaration_in_its_own_way if {
	met := known.of with input.declarations as {"one": spec, "other": {"parties": {}}}
		with data.bunkaiten.observed.binding.peers as {"one/exchanges/e": {{"who": {"is": clinic}}}}

	met == {
		"one": {clinic: {
			"parties": {"clinic", "region"},
			"nearest": {"clinic"},
			"all": {"clinic"},
		}},
		"other": {clinic: {"parties": set(), "nearest": set(), "all": set()}},
	}
}

test_who_lies_within_is_among_all if {
	met := known.of with input.declarations as {"one": spec}
		with data.bunkaiten.observed.binding.peers as {"one/exchanges/e": {{"who": {"is": street}}}}

	met.one[street] == {"parties": {"region"}, "nearest": {"region"}, "all": {"clinic", "region"}}
}

test_whoever_gets_in_or_reads_is_met_too if {
	every kind in ["accesses", "peers", "stores"] {
		met := known.of with input.declarations as {"one": spec}
			with data.bunkaiten.observed.binding as {kind: {"one/exchanges/e": {{"who": {"is": clinic}}}}}

		object.keys(met.one) == {clinic}
	}
}

test_nobody_is_met_where_nobody_is_known if {
	every who in [{"unknown": true}, {}] {
		met := {declaration |
			some declaration, _ in known.of with input.declarations as {"one": spec}
				with data.bunkaiten.observed.binding.peers as {"one/exchanges/e": {{"who": who}}}
		}

		met == set()
	}
}

clinic := {"by": "network", "name": "198.51.100.7/32"}

street := {"by": "network", "name": "198.51.100.0/26"}

spec := {"parties": {
	"clinic": {"role": "institution", "identifiedBy": {"networks": ["198.51.100.7/32"]}},
	"region": {"role": "provider", "identifiedBy": {"networks": ["198.51.100.0/24"]}},
	"nobody": {"role": "provider"},
}}
