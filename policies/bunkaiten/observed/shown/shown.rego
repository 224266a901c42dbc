# METADATA
# title: What deployments show
# description: >-
#   The facts of all adapters in one place. An adapter is a package below observed.terraform.<cloud>
#   or observed.kubernetes with any of the rules peers, endpoints, stores, accesses and logs (sets
#   of facts), ways (their words, and what they are on a path), satellites, uses, fences, carried,
#   held, owners and reads.
package bunkaiten.observed.shown

# METADATA
# description: Who is on the other side of a tunnel, a peering, a rule or a route.
peers contains found if some found in data.bunkaiten.observed.terraform[_][_].peers

peers contains found if some found in _kubernetes[_].peers

# METADATA
# description: What listens, to whom, and with which encryption.
endpoints contains found if some found in data.bunkaiten.observed.terraform[_][_].endpoints

endpoints contains found if some found in _kubernetes[_].endpoints

# METADATA
# description: What holds data; with `who`, a grant to read or write it.
stores contains found if some found in data.bunkaiten.observed.terraform[_][_].stores

stores contains found if some found in _kubernetes[_].stores

# METADATA
# description: How somebody gets in from outside.
accesses contains found if some found in data.bunkaiten.observed.terraform[_][_].accesses

accesses contains found if some found in _kubernetes[_].accesses

# METADATA
# description: What is recorded.
logs contains found if some found in data.bunkaiten.observed.terraform[_][_].logs

logs contains found if some found in _kubernetes[_].logs

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
way(found) := object.get(_words, found.way, found.way)

# METADATA
# description: >-
#   What each way to a peer is on the path of an exchange: "tunnel" and "gateway" end lines, and
#   somebody configures them; "joint" makes one's own network part of another's; "line" runs below;
#   "sender" sends over the internet by itself; "hop" sends on, maybe through something that encrypts.
#   Other ways, such as rules and names, are no part of a path.
on_path[word] := kind if {
	some word, text in _ways
	kind := text.on_path
}

# METADATA
# description: The ways in that are rights, so that whoever they name is trusted, wherever that is.
grants contains word if {
	some word, text in _ways
	text.grants
}

# METADATA
# description: What a fact is on the path of an exchange, undefined where it is no part of one.
part(found) := on_path[found.way]

# METADATA
# description: A fact is a right of whoever it names.
is_grant(found) if found.way in grants

# METADATA
# description: The types whose rules say who is let through to what uses them.
fences contains type if some type in data.bunkaiten.observed.terraform[_][_].fences

# METADATA
# description: The keys of what lies on each line, by the key of the line.
carried[line] contains place if {
	some line, places in data.bunkaiten.observed.terraform[_][_].carried
	some place in places
}

# METADATA
# description: >-
#   The keys of what has each thing without naming it, such as the default group of a network, by the
#   key of the thing.
held[place] contains user if {
	some place, users in data.bunkaiten.observed.terraform[_][_].held
	some user in users
}

# METADATA
# description: >-
#   Whose each thing is, as far as it or its provider block tells, by its key: {"by": "project",
#   "name": "aoba-emr"}.
owners[place] contains who if {
	some place, found in data.bunkaiten.observed.terraform[_][_].owners
	some who in found
}

# METADATA
# description: What people call whoever a fact names; where nobody can tell, that.
whom(found) := {"en": sprintf("anybody (%s)", [found.who.is.name]), "ja": sprintf("誰でも（%s）", [found.who.is.name])} if {
	found.who.is.by == "anybody"
} else := found.who.is.name if {
	found.who.is.name
} else := {"en": "unknown before apply", "ja": "適用前には不明"} if {
	found.who
} else := {"en": "anybody", "ja": "誰でも"}

# METADATA
# description: >-
#   Of several facts of a thing the one to show: first one that names somebody, then one that is
#   for anybody, then any.
foremost(facts) := min(named) if {
	named := {fact | some fact in facts; fact.who.is; fact.who.is.by != "anybody"}
	count(named) > 0
} else := min(known) if {
	known := {fact | some fact in facts; fact.who.is}
	count(known) > 0
} else := min(facts)

_words[word] := {"en": text.en, "ja": text.ja} if some word, text in _ways

_ways[word] := text if some word, text in data.bunkaiten.observed.terraform[_][_].ways

_ways[word] := text if some word, text in _kubernetes[_].ways

# once: to regorus each path through all of them costs as much as an adapter
_kubernetes := [adapter | some adapter in data.bunkaiten.observed.kubernetes]
