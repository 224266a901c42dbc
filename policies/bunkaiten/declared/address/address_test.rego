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

test_anybody_is_every_party_that_an_address_of_anybody_recognises if {
	known := {
		"wide": {"identifiedBy": {"networks": ["203.0.113.0/28", "0.0.0.0/0"]}},
		"mixed": {"identifiedBy": {
			"networks": ["::/0", "10.0.0.0/8"],
			"hosts": ["*.jp", "vpn.mixed.example", "*"],
		}},
		"named": {"identifiedBy": {"networks": ["203.0.113.0/28"], "hosts": ["*.named.example"]}},
		"silent": {"role": "institution"},
		"aws": {"identifiedBy": {"awsAccounts": ["*"]}},
	}
	closed := object.filter(known, ["named", "silent", "aws"])
	given := {"declarations": {"d": {"parties": known}, "e": {"parties": closed}}}
	found := address.anybody with input as given

	found == {"d": {"wide": ["0.0.0.0/0"], "mixed": ["*", "*.jp", "::/0"]}}
}
