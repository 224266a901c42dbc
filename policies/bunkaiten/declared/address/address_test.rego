package bunkaiten_test.declared.address

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

test_blocks_that_everybody_has_fit_anybody_as_wholes if {
	everybodys := {
		"10.0.0.0/8",
		"10.1.2.3/8",
		"100.64.0.0/10",
		"100.127.255.255/10",
		"100.0.0.0/9",
		"127.0.0.0/8",
		"169.254.0.0/16",
		"169.254.0.0/15",
		"169.0.0.0/8",
		"172.16.0.0/12",
		"172.31.0.0/12",
		"172.16.0.0/11",
		"172.0.0.0/8",
		"192.168.0.0/16",
		"192.168.0.0/13",
		"192.0.0.0/8",
		"fc00::/7",
		"fd00::/8",
		"fe80::/10",
	}

	every written in everybodys { address.fits_anybody(written) }
}

test_parts_and_neighbours_of_blocks_that_everybody_has_fit_one_alone if {
	own := {
		"11.0.0.0/8",
		"9.0.0.0/8",
		"126.0.0.0/8",
		"128.0.0.0/8",
		"10.0.0.0/9",
		"10.128.0.0/9",
		"10.1.2.0/24",
		"10.0.0.0/17",
		"172.16.0.0/13",
		"172.24.0.0/13",
		"172.32.0.0/12",
		"172.16.0.0/16",
		"192.168.0.0/17",
		"192.168.1.0/24",
		"192.169.0.0/16",
		"192.167.0.0/16",
		"100.64.0.0/11",
		"100.128.0.0/10",
		"101.64.0.0/10",
		"169.254.0.0/17",
		"169.255.0.0/16",
		"127.0.0.0/9",
		"fd12:3456:789a::/48",
		"10.0.0.0/15",
	}

	every written in own { not address.fits_anybody(written) }
}

test_names_under_which_anybody_in_japan_can_have_one_fit_anybody if {
	organisations := ["ac", "ad", "co", "ed", "go", "gr", "lg", "ne", "or"]
	prefectures := [
		"aichi", "akita", "aomori", "chiba", "ehime", "fukui", "fukuoka", "fukushima", "gifu",
		"gunma", "hiroshima", "hokkaido", "hyogo", "ibaraki", "ishikawa", "iwate", "kagawa",
		"kagoshima", "kanagawa", "kochi", "kumamoto", "kyoto", "mie", "miyagi", "miyazaki",
		"nagano", "nagasaki", "nara", "niigata", "oita", "okayama", "okinawa", "osaka", "saga",
		"saitama", "shiga", "shimane", "shizuoka", "tochigi", "tokushima", "tokyo", "tottori",
		"toyama", "wakayama", "yamagata", "yamaguchi", "yamanashi",
	]

	every label in array.concat(organisations, prefectures) {
		address.fits_anybody(concat(".", ["*", label, "jp"]))
		not address.fits_anybody(concat(".", ["*.aoba", label, "jp"]))
		not address.fits_anybody(concat(".", [label, "jp"]))
	}
}

test_names_under_which_anybody_elsewhere_can_have_one_fit_anybody if {
	domains := [
		"s3.amazonaws.com", "s3.ap-northeast-1.amazonaws.com", "s3.ap-northeast-3.amazonaws.com",
		"execute-api.ap-northeast-1.amazonaws.com", "execute-api.ap-northeast-3.amazonaws.com",
		"lambda-url.ap-northeast-1.on.aws", "cloudfront.net", "elasticbeanstalk.com",
		"ap-northeast-1.elasticbeanstalk.com", "azurewebsites.net", "azurestaticapps.net",
		"azurefd.net", "azure-api.net", "cloudapp.net", "trafficmanager.net",
		"blob.core.windows.net", "appspot.com", "web.app", "firebaseapp.com", "run.app",
		"a.run.app", "github.io", "pages.dev", "workers.dev", "vercel.app", "netlify.app",
		"herokuapp.com", "ts.net", "sakura.ne.jp", "user.webaccel.jp", "mydns.jp", "ddns.net",
		"duckdns.org", "no-ip.org", "dyndns.org", "myds.me", "synology.me", "myqnapcloud.com",
		"ngrok.app", "ngrok.io", "softether.net", "co.uk", "org.uk", "ac.uk", "nhs.uk", "co.kr",
		"or.kr", "com.cn", "org.cn", "com.tw", "org.tw", "com.au", "com.hk", "com.sg",
	]

	every domain in domains {
		address.fits_anybody(concat(".", ["*", domain]))
		not address.fits_anybody(concat(".", ["aoba", domain]))
	}
}

test_names_below_every_label_of_which_anybody_can_have_one_fit_anybody if {
	domains := [
		"kawasaki.jp", "kitakyushu.jp", "kobe.jp", "nagoya.jp", "sapporo.jp", "sendai.jp",
		"yokohama.jp", "amazonaws.com", "compute.amazonaws.com", "elb.amazonaws.com",
		"awsapprunner.com", "cloudapp.azure.com", "azurecontainer.io", "oraclecloudapps.com",
		"netvolante.jp",
	]

	every domain in domains {
		address.fits_anybody(concat(".", ["*", domain]))
		address.fits_anybody(concat(".", ["*.ward", domain]))
		not address.fits_anybody(concat(".", ["*.city", domain]))
		not address.fits_anybody(concat(".", ["*.aoba.ward", domain]))
		not address.fits_anybody(concat(".", ["aoba.ward", domain]))
	}
}

test_domains_of_mailboxes_and_lines_for_anybody_fit_anybody if {
	domains := [
		"gmail.com", "googlemail.com", "yahoo.co.jp", "yahoo.com", "ymail.com", "outlook.com",
		"outlook.jp", "hotmail.com", "hotmail.co.jp", "live.com", "live.jp", "msn.com",
		"icloud.com", "me.com", "mac.com", "aol.com", "gmx.com", "mail.com", "proton.me",
		"protonmail.com", "docomo.ne.jp", "ezweb.ne.jp", "au.com", "softbank.ne.jp",
		"i.softbank.jp", "ocn.ne.jp", "so-net.ne.jp", "biglobe.ne.jp", "nifty.com", "plala.or.jp",
		"dion.ne.jp",
	]

	every domain in domains {
		address.fits_anybody(domain)
		address.fits_anybody(concat(".", ["*", domain]))
	}
}

test_what_one_organisation_may_hold_fits_it_alone if {
	own := {
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

test_name_of_its_own_below_what_anybody_can_have_a_name_under_fits_it_alone if {
	own := {
		"*.aoba.or.jp",
		"*.aoba.tokyo.jp",
		"*.city.kobe.jp",
		"*.vpn.aoba.sendai.jp",
		"aoba.kobe.jp",
		"or.jp",
		"*.aoba-or.jp",
		"*.aoba.com",
		"*.vpn.aoba.com",
		"aoba.sakura.ne.jp",
		"*.aoba.sakura.ne.jp",
		"*.aoba.japaneast.cloudapp.azure.com",
		"aoba.japaneast.cloudapp.azure.com",
		"*.aoba.ap-northeast-1.elb.amazonaws.com",
		"ec2-203-0-113-7.ap-northeast-1.compute.amazonaws.com",
		"aoba.aa0.netvolante.jp",
		"vpn.aoba.ocn.ne.jp",
		"mygmail.com",
		"*.mygmail.com",
	}

	every written in own { not address.fits_anybody(written) }
}

test_anybody_is_every_party_that_an_address_of_anybody_recognises if {
	known := {
		"wide": {"identifiedBy": {"networks": ["203.0.113.0/28", "0.0.0.0/0"]}},
		"mixed": {"identifiedBy": {
			"networks": ["::/0", "10.1.0.0/16"],
			"hosts": ["*.jp", "vpn.mixed.example", "*"],
		}},
		"mailed": {"identifiedBy": {"googleDomains": ["gmail.com", "mailed.example"]}},
		"named": {"identifiedBy": {"networks": ["203.0.113.0/28"], "hosts": ["*.named.example"]}},
		"silent": {"role": "institution"},
		"aws": {"identifiedBy": {"awsAccounts": ["*"]}},
	}
	closed := object.filter(known, ["named", "silent", "aws"])
	given := {"declarations": {"d": {"parties": known}, "e": {"parties": closed}}}
	found := address.anybody with input as given

	found == {"d": {"wide": ["0.0.0.0/0"], "mixed": ["*", "*.jp", "::/0"], "mailed": ["gmail.com"]}}
}
