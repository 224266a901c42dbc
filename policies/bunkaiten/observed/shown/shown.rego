# METADATA
# title: What deployments show
# description: >-
#   The facts of all adapters in one place. An adapter is a package below observed.terraform.<cloud>
#   or observed.kubernetes with any of the rules peers, endpoints, stores, accesses and logs (sets
#   of facts), ways (their words), satellites and reads.
package bunkaiten.observed.shown

# METADATA
# description: Who is on the other side of a tunnel, a peering, a rule or a route.
peers contains found if some found in data.bunkaiten.observed.terraform[_][_].peers

peers contains found if some found in data.bunkaiten.observed.kubernetes[_].peers

# METADATA
# description: What listens, to whom, and with which encryption.
endpoints contains found if some found in data.bunkaiten.observed.terraform[_][_].endpoints

endpoints contains found if some found in data.bunkaiten.observed.kubernetes[_].endpoints

# METADATA
# description: What holds data; with `who`, a grant to read or write it.
stores contains found if some found in data.bunkaiten.observed.terraform[_][_].stores

stores contains found if some found in data.bunkaiten.observed.kubernetes[_].stores

# METADATA
# description: How somebody gets in from outside.
accesses contains found if some found in data.bunkaiten.observed.terraform[_][_].accesses

accesses contains found if some found in data.bunkaiten.observed.kubernetes[_].accesses

# METADATA
# description: What is recorded.
logs contains found if some found in data.bunkaiten.observed.terraform[_][_].logs

logs contains found if some found in data.bunkaiten.observed.kubernetes[_].logs

# METADATA
# description: The facts of each kind, as one value.
by_kind := {"accesses": accesses, "endpoints": endpoints, "logs": logs, "peers": peers, "stores": stores}

# METADATA
# description: Every fact.
all := (((peers | endpoints) | stores) | accesses) | logs

# METADATA
# description: >-
#   By type, the attributes that refer to what a resource is a part of, as pairs with the type of
#   that.
satellites[type] contains link if {
	some type, links in data.bunkaiten.observed.terraform[_][_].satellites
	some link in links
}

# METADATA
# description: By type, the attributes that refer to what is a part of a resource, in the same shape.
uses[type] contains link if {
	some type, links in data.bunkaiten.observed.terraform[_][_].uses
	some link in links
}

# METADATA
# description: What people call what a fact is.
way(found) := object.get(_ways, found.way, found.way)

# METADATA
# description: What people call whoever a fact names; where nobody can tell, that.
whom(found) := {"en": sprintf("anybody (%s)", [found.who.is.name]), "ja": sprintf("誰でも（%s）", [found.who.is.name])} if {
	found.who.is.by == "anybody"
} else := found.who.is.name if {
	found.who.is.name
} else := {"en": "unknown before apply", "ja": "適用前には不明"} if {
	found.who
} else := {"en": "anybody", "ja": "誰でも"}

_ways[word] := text if some word, text in data.bunkaiten.observed.terraform[_][_].ways

_ways[word] := text if some word, text in data.bunkaiten.observed.kubernetes[_].ways
