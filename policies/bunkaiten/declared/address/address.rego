# METADATA
# title: Declared addresses
# description: What networks and host names say of who they belong to.
package bunkaiten.declared.address

# METADATA
# description: >-
#   The parties of each declaration that are recognised by an address that fits
#   anybody, with those addresses, sorted.
anybody[declaration][party] := addresses if {
	some declaration, spec in input.declarations
	some party, known in spec.parties
	addresses := sort([written |
		some kind in ["networks", "hosts", "googleDomains"]
		some written in known.identifiedBy[kind]
		fits_anybody(written)
	])
	count(addresses) > 0
}

# METADATA
# description: >-
#   A network or host name that fits anybody, and so identifies nobody. No single
#   organisation holds more than an IPv4 /8 or an IPv6 /16, so that 0.0.0.0/0
#   cannot hide as two halves, and everybody has the private and shared blocks; a part of
#   one may be somebody's own on a closed network. A host name needs a label of its own below
#   what anybody can have a name under, and is no domain of mailboxes or lines for anybody.
fits_anybody(written) if _prefix(written) < _largest(written)

fits_anybody(written) if {
	[octets, prefix] := _seconds(written)
	some [shared, least] in _shared_blocks
	prefix <= least
	size := _sizes[prefix - 8]
	octets - (octets % size) == shared - (shared % size)
}

fits_anybody(written) if {
	startswith(written, "*")
	regex.match(`^\*(\.[^.]+)?$`, written)
}

fits_anybody(written) if {
	startswith(written, "*.")
	_is_suffix(substring(written, 2, -1))
}

fits_anybody(written) if trim_prefix(written, "*.") in _open_to_anybody

_prefix(written) := to_number(digits) if {
	[_, digits] := split(written, "/")
	regex.match(`^[0-9]+$`, digits)
}

# what all of IPv4 looks like in IPv6 begins at /96
_largest(written) := 104 if {
	startswith(lower(written), "::ffff:")
} else := 16 if {
	contains(written, ":")
} else := 8

# the first two octets of an IPv4 network as one number, and the length of its prefix
_seconds(written) := [(256 * to_number(first)) + to_number(second), prefix] if {
	regex.match(`^[0-9]+(\.[0-9]+){3}/([89]|1[0-6])$`, written)
	prefix := _prefix(written)
	[first, second, _, _] := split(written, ".")
}

# how many first two octets a network of each prefix from /8 to /16 spans
_sizes := [256, 128, 64, 32, 16, 8, 4, 2, 1]

# Private, RFC 1918: 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16. Shared among carriers, RFC 6598:
# 100.64.0.0/10. Link-local, RFC 3927: 169.254.0.0/16. Loopback, RFC 1122: 127.0.0.0/8. As the first
# two octets in one number, and the prefix. Those of IPv6, fc00::/7 (RFC 4193), its half fd00::/8 and
# fe80::/10 (RFC 4291), are wider than any organisation's network.
_shared_blocks := [
	[(256 * 10) + 0, 8],
	[(256 * 100) + 64, 10],
	[(256 * 127) + 0, 8],
	[(256 * 169) + 254, 16],
	[(256 * 172) + 16, 12],
	[(256 * 192) + 168, 16],
]

_is_suffix(domain) if domain in _suffixes

# below every label, but for those of the operator itself
_is_suffix(domain) if {
	dot := indexof(domain, ".")
	label := substring(domain, 0, dot)
	above := substring(domain, dot + 1, -1)
	above in _suffixes_by_label
	label != "city"
}

# What anybody can have a name under: an excerpt of the Public Suffix List (publicsuffix.org,
# version of 2026-08-19), namely of its section ICANN for Japan and a few other countries, and of its
# section PRIVATE for services that hospitals use. Not from there, but by the manuals of the
# services: amazonaws.com and run.app as wholes, azure.com, and names of routers (netvolante.jp by
# Yamaha, softether.net).
_suffixes := (((_of_japan | _of_prefectures) | _of_other_countries) | _of_services) | _suffixes_by_label

_of_japan := {concat(".", [label, "jp"]) | some label in ["ac", "ad", "co", "ed", "go", "gr", "lg", "ne", "or"]}

_of_prefectures := {concat(".", [prefecture, "jp"]) |
	some prefecture in [
		"aichi", "akita", "aomori", "chiba", "ehime", "fukui", "fukuoka", "fukushima", "gifu", "gunma",
		"hiroshima", "hokkaido", "hyogo", "ibaraki", "ishikawa", "iwate", "kagawa", "kagoshima",
		"kanagawa", "kochi", "kumamoto", "kyoto", "mie", "miyagi", "miyazaki", "nagano", "nagasaki",
		"nara", "niigata", "oita", "okayama", "okinawa", "osaka", "saga", "saitama", "shiga", "shimane",
		"shizuoka", "tochigi", "tokushima", "tokyo", "tottori", "toyama", "wakayama", "yamagata",
		"yamaguchi", "yamanashi",
	]
}

_of_other_countries := {
	"co.uk", "org.uk", "ac.uk", "nhs.uk", "co.kr", "or.kr", "com.cn", "org.cn", "com.tw", "org.tw",
	"com.au", "com.hk", "com.sg",
}

_of_services := {
	"s3.ap-northeast-1.amazonaws.com", "s3.ap-northeast-3.amazonaws.com",
	"execute-api.ap-northeast-1.amazonaws.com", "execute-api.ap-northeast-3.amazonaws.com",
	"lambda-url.ap-northeast-1.on.aws", "cloudfront.net",
	"elasticbeanstalk.com", "ap-northeast-1.elasticbeanstalk.com",
	"azurewebsites.net", "azurestaticapps.net", "azurefd.net", "azure-api.net", "cloudapp.net",
	"trafficmanager.net", "blob.core.windows.net",
	"appspot.com", "web.app", "firebaseapp.com", "run.app", "a.run.app",
	"github.io", "pages.dev", "workers.dev", "vercel.app", "netlify.app", "herokuapp.com", "ts.net",
	"sakura.ne.jp", "user.webaccel.jp", "mydns.jp", "ddns.net", "duckdns.org", "no-ip.org", "dyndns.org",
	"myds.me", "synology.me", "myqnapcloud.com", "ngrok.app", "ngrok.io", "softether.net",
}

# each label below these is a region, a service or a group, under which anybody can have a name; of the
# seven cities only what belongs to the city itself (city.kobe.jp) is not
_suffixes_by_label := {
	"kawasaki.jp", "kitakyushu.jp", "kobe.jp", "nagoya.jp", "sapporo.jp", "sendai.jp", "yokohama.jp",
	"amazonaws.com", "compute.amazonaws.com", "elb.amazonaws.com", "awsapprunner.com",
	"cloudapp.azure.com", "azurecontainer.io", "oraclecloudapps.com", "netvolante.jp",
}

# Domains of mailboxes for anybody, and of mailboxes and lines that carriers and access providers in
# Japan give to their customers, as each of them offers them to the public (2026).
_open_to_anybody := {
	"gmail.com", "googlemail.com", "yahoo.co.jp", "yahoo.com", "ymail.com",
	"outlook.com", "outlook.jp", "hotmail.com", "hotmail.co.jp", "live.com", "live.jp", "msn.com",
	"icloud.com", "me.com", "mac.com", "aol.com", "gmx.com", "mail.com", "proton.me", "protonmail.com",
	"docomo.ne.jp", "ezweb.ne.jp", "au.com", "softbank.ne.jp", "i.softbank.jp",
	"ocn.ne.jp", "so-net.ne.jp", "biglobe.ne.jp", "nifty.com", "plala.or.jp", "dion.ne.jp",
}
