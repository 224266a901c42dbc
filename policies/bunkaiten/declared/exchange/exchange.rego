# METADATA
# title: Declared exchanges
# description: The exchanges of patient information that declarations name, and who takes part in them.
package bunkaiten.declared.exchange

# METADATA
# description: >-
#   Every exchange of patient information, keyed by "declaration/exchanges/name".
#   Each carries what its declaration says of parties and agreements, so that no
#   rule looks them up again, and where both stand in the envelope, as steps.
all[key] := declared if {
	some declaration, spec in input.declarations
	some name, exchange in spec.exchanges
	exchange.data == "patient-information"

	key := concat("/", [declaration, "exchanges", name])
	root := ["declarations", declaration]
	declared := object.union(exchange, {
		"parties": spec.parties,
		"agreements": _agreements(spec),
		"root": root,
		"place": array.concat(root, ["exchanges", name]),
	})
}

# METADATA
# description: Where a field of the exchange stands in the envelope, as steps of a JSON Pointer.
step_to(declared, fields) := array.concat(declared.place, fields)

# METADATA
# description: Where an agreement of the exchange's declaration stands, as steps of a JSON Pointer.
step_to_agreement(declared, fields) := array.concat(array.concat(declared.root, ["agreements"]), fields)

# METADATA
# description: The source and every named destination. Those that nobody has identified are set aside.
ends(declared) := {declared.source} | {party | some party in declared.destinations.parties}

# METADATA
# description: The ends that are not declared as institutions. 4.3(1)(a) speaks of institutions alone.
strangers(declared) := {end | some end in ends(declared); role(declared, end) != "institution"}

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
# description: What is missing in the citation of a law, as fields of the exchange.
uncited(declared) := [concat(".", ["statute", part]) |
	some part in ["law", "article"]
	not _is_cited(declared, part)
]

# METADATA
# description: The role of a party, undefined for the words "none" and "nobody".
role(declared, party) := declared.parties[party].role

# METADATA
# description: The exchange names no destination, and says that there are no others either.
leads_nowhere(declared) if {
	declared.destinations.others == "none"
	count(declared.destinations.parties) == 0
}

# METADATA
# description: What people call a party; where nothing is said, its key.
label(_, "none") := {"en": "nobody", "ja": "なし"}

label(declared, party) := object.get(declared.parties, [party, "name"], party) if party != "none"

_is_cited(declared, part) if declared.statute[part] != "none"

# "none" states that there are no agreements, and absence says nothing: both are empty here
_agreements(spec) := spec.agreements if {
	is_object(spec.agreements)
} else := {}
