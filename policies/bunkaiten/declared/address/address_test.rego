package bunkaiten.declared.address_test

import data.bunkaiten.declared.address

test_what_more_than_one_organisation_would_share_fits_anybody if {
	wide := {
		"0.0.0.0/0",
		"128.0.0.0/1",
		"10.0.0.0/7",
		"::/0",
		"2000::/3",
		"2000::/8",
		"2000::/9",
		"2000::/15",
		"*",
		"*.jp",
		"*.example",
		"::ffff:0:0/96",
		"::FFFF:0.0.0.0/103",
	}

	every written in wide { address.fits_anybody(written) }
}

test_what_one_organisation_may_hold_fits_it_alone if {
	own := {
		"10.0.0.0/8",
		"10.0.0.0/9",
		"10.0.0.0/15",
		"203.0.113.0/28",
		"203.0.113.7",
		"2001::/16",
		"2001:db8::/32",
		"2001:db8::7",
		"::ffff:203.0.113.0/124",
		"::ffff:10.0.0.0/104",
		"vpn.aoba.example",
		"*.aoba.example",
		"*.vpn.aoba.example",
		"aoba",
		"a*.example",
		"10.0.0.0/x",
		"10.0.0.0/1/1",
		"aoba.example/0x",
	}

	every written in own { not address.fits_anybody(written) }
}

test_anybody_is_every_destination_that_an_address_of_anybody_recognises if {
	address.anybody(exchange_of(["wide", "mixed", "named", "silent", "aws"])) == {
		"wide": ["0.0.0.0/0"],
		"mixed": ["*", "*.jp", "::/0"],
	}
	address.anybody(exchange_of(["named", "silent", "aws"])) == {}
	address.anybody(exchange_of([])) == {}
}

test_exchange_is_left_open_by_its_list_or_by_an_address_of_anybody if {
	every named in [["wide"], ["named", "mixed"]] { address.leaves_open(exchange_of(named)) }
	every named in [["wide"], ["named"], []] {
		address.leaves_open(object.union(exchange_of(named), {"destinations": {"others": "unidentified"}}))
	}
}

test_exchange_with_identified_destinations_alone_is_not_left_open if {
	every named in [["named"], ["named", "silent", "aws"], []] { not address.leaves_open(exchange_of(named)) }
	not address.leaves_open(json.remove(exchange_of(["named"]), ["destinations/others"]))
}

exchange_of(named) := {
	"source": "source",
	"destinations": {"parties": named, "others": "none"},
	"parties": {
		"source": {"role": "institution", "identifiedBy": {"networks": ["0.0.0.0/0"]}},
		"wide": {"role": "institution", "identifiedBy": {"networks": ["203.0.113.0/28", "0.0.0.0/0"]}},
		"mixed": {"role": "institution", "identifiedBy": {
			"networks": ["::/0", "10.0.0.0/8"],
			"hosts": ["*.jp", "vpn.mixed.example", "*"],
		}},
		"named": {"role": "institution", "identifiedBy": {
			"networks": ["203.0.113.0/28"],
			"hosts": ["*.named.example"],
		}},
		"silent": {"role": "institution"},
		"aws": {"role": "institution", "identifiedBy": {"awsAccounts": ["*"]}},
	},
}
