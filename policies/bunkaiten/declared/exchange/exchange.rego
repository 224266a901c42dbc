# METADATA
# title: Declared exchanges
# description: The exchanges of patient information that declarations name, and who takes part in them.
package bunkaiten.declared.exchange

import data.bunkaiten.declared.subject

# METADATA
# description: >-
#   Every exchange of patient information, keyed by "declaration/exchanges/name".
#   Each carries what `subject.carrying` adds.
all[key] := declared if {
	some declaration, spec in input.declarations
	some name, exchange in spec.exchanges
	exchange.data == "patient-information"
	key := concat("/", [declaration, "exchanges", name])
	declared := subject.carrying(exchange, spec, ["declarations", declaration], ["exchanges", name])
}

# METADATA
# description: The source and every named destination. Those that nobody has identified are set aside.
ends(declared) := {declared.source} | {party | some party in declared.destinations.parties}

# METADATA
# description: The ends that are not declared as institutions. 4.3(1)(a) speaks of institutions alone.
strangers(declared) := {end | some end in ends(declared); subject.role(declared, end) != "institution"}

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
# description: The exchange names no destination, and says that there are no others either.
leads_nowhere(declared) if {
	declared.destinations.others == "none"
	count(declared.destinations.parties) == 0
}

_is_cited(declared, part) if declared.statute[part] != "none"
