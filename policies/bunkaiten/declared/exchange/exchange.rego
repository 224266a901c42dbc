# METADATA
# title: Declared exchanges
# description: The exchanges of patient information that declarations name, and who takes part in them.
package bunkaiten.declared.exchange

import data.bunkaiten.declared.subject

# METADATA
# description: >-
#   Every exchange of patient information, keyed by "declaration/exchanges/name".
#   Each carries what `subject.carrying` adds, and as sets of parties: ends (the source and every
#   named destination; those that nobody has identified are set aside), carriers (the providers of
#   networks: by their role, or because the path is their own, whatever else they are called; an
#   institution's own line has no provider) and providers (of the path: whose line it is, who answers
#   for its security, and who configures the router of an end; the text speaks of one or more, and on
#   a provider's network there is at least one).
all[key] := declared if {
	some declaration, spec in input.declarations
	some name, exchange in spec.exchanges
	exchange.data == "patient-information"
	key := concat("/", [declaration, "exchanges", name])
	carried := subject.carrying(exchange, spec, ["declarations", declaration], ["exchanges", name])
	declared := object.union(carried, _participants(carried, _by_role[declaration]))
}

# METADATA
# description: The ends that are not declared as institutions. 4.3(1)(a) speaks of institutions alone.
strangers(declared) := {end | some end in declared.ends; declared.parties[end].role != "institution"}

# METADATA
# description: The exchanges that have such ends. No requirement asks whom these lead to.
with_strangers[key] := declared if {
	some key, declared in all
	count(strangers(declared)) > 0
}

# METADATA
# description: The exchange is open to destinations that nobody has identified.
is_open(declared) if declared.destinations.others == "unidentified"

# METADATA
# description: A law provides for the exchange, and both the law and its article are cited.
is_provided_by_law(declared) if {
	declared.basis == "statutory"
	uncited(declared) == []
}

# METADATA
# description: >-
#   On which basis the exchange is shown to rest: the stated one, but a law only with its
#   article. "none" where it is stated that it rests on nothing (`baseless`), "not-stated"
#   while `basis_gaps` are open.
basis(declared) := "none" if {
	baseless(declared)
} else := declared.basis if {
	count(basis_gaps(declared)) == 0
} else := "not-stated"

# METADATA
# description: >-
#   How it is stated that the exchange rests on nothing: the code of a finding, the places that
#   say so and what fills its message. no_basis: there is none; no_law: a law is claimed, and
#   it or its article is stated as none. Undefined where neither is stated.
baseless(declared) := {"code": "no_basis", "places": [subject.step_to(declared, ["basis"])], "values": {}} if {
	declared.basis == "none"
}

baseless(declared) := {"code": "no_law", "places": places, "values": {"fields": names}} if {
	count(_denied(declared)) > 0
	places := [subject.step_to(declared, fields) | some fields in _denied(declared)]
	names := [concat(".", fields) | some fields in _denied(declared)]
}

# METADATA
# description: >-
#   What would have to be written to tell on which basis the exchange rests, as steps of JSON
#   Pointers to absent fields. Where a part of a citation is stated as none, none is open.
basis_gaps(declared) := {subject.step_to(declared, ["basis"])} if {
	not declared.basis
} else := {subject.step_to(declared, ["statute", part]) |
	declared.basis == "statutory"
	count(_denied(declared)) == 0
	some part in _parts
	not declared.statute[part]
}

# METADATA
# description: What is missing in the citation of a law, as fields of the exchange.
uncited(declared) := [concat(".", ["statute", part]) |
	some part in _parts
	not _is_cited(declared, part)
]

# METADATA
# description: >-
#   By exchange, the named destinations that are recognised by an address that fits anybody, with
#   those addresses.
anybody[key][party] := addresses if {
	some key, declared in all
	some party in declared.destinations.parties
	addresses := data.bunkaiten.declared.address.anybody[declared.root[1]][party]
}

# METADATA
# description: The exchange has several destinations, or may have.
is_to_many(declared) if count(declared.destinations.parties) > 1

is_to_many(declared) if not _is_to_one(declared)

# METADATA
# description: The exchange names no destination, and says that there are no others either.
leads_nowhere(declared) if {
	declared.destinations.others == "none"
	count(declared.destinations.parties) == 0
}

_participants(declared, by_role) := {"carriers": carriers, "ends": ends, "providers": providers} if {
	ends := {party | party := declared.source} | {party | some party in declared.destinations.parties}
	carriers := by_role | {party |
		party := declared.path.provider
		declared.parties[party].role != "institution"
	}
	named := {declared.path[field] | some field in ["provider", "routeSecuredBy"]}
	hands := {declared.path.routersConfiguredBy[end] | some end in ends}
	providers := carriers & (named | hands)
}

_by_role[declaration] := {party | some party, record in spec.parties; record.role == "provider"} if {
	some declaration, spec in input.declarations
}

_is_cited(declared, part) if declared.statute[part] != "none"

# what states that the law claimed as the basis, or its article, is none
_denied(declared) := [["statute"]] if {
	declared.basis == "statutory"
	declared.statute == "none"
} else := [["statute", part] |
	declared.basis == "statutory"
	some part in _parts
	declared.statute[part] == "none"
]

_parts := ["law", "article"]

_is_to_one(declared) if declared.topology == "one-to-one"
