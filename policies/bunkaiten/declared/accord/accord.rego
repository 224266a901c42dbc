# METADATA
# title: What pairs of parties have agreed
# description: >-
#   For rows that ask for an agreement between two parties on one matter: which matters a
#   pair has settled, and what to report where it has not. No agreement in force is a
#   breach; one that says too little leaves the matter open.
package bunkaiten.declared.accord

import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

# METADATA
# description: >-
#   On a provider's network, by exchange: the source with each destination, as pairs of
#   names, and the matters that each pair has settled by agreements in force. There is at
#   least one pair.
between_ends[key] := settled if {
	some key, declared in path.provider_network
	settled := {[declared.source, destination]: matters |
		some destination in declared.destinations.parties
		matters := agreement.settled(declared, [declared.source, destination])
	}
	count(settled) > 0
}

# METADATA
# description: Like `between_ends`, for each institution of the exchange with each provider of its path.
with_provider[key] := settled if {
	some key, declared in path.provider_network
	settled := {[institution, provider]: matters |
		some institution in declared.ends
		some provider in path.providers_at(declared, institution)
		matters := agreement.settled(declared, [institution, provider])
	}
}

# METADATA
# description: >-
#   The findings that state how the pairs in `settled` (pair to matters) have not agreed on
#   `matter`: only_published_terms (of `agreement.boundaries` alone), matter_not_settled,
#   agreement_not_in_force or no_agreement. Values: one, other and, but for no_agreement,
#   agreements. Where published terms or a statute are all that two institutions have, there is
#   no agreement, and the finding leads to the form. What says too little to tell is in `open`.
denials(key, declared, settled, matter) := {found |
	some pair, matters in settled
	not matter in matters
	found := _denial(key, declared, pair, matter)
}

# METADATA
# description: >-
#   The findings fact_not_stated for every field without which it cannot be told whether the
#   pairs in `settled` have agreed on `matter`.
open(key, declared, settled, matter) := {finding.not_stated(key, step) |
	some pair, matters in settled
	not matter in matters
	some step in agreement.gaps(declared, pair, matter)
}

# METADATA
# description: >-
#   The notes renewed_agreement for the agreements of the pairs in `settled` that are in
#   force only because they renew themselves.
renewals(key, declared, settled) := {found |
	some pair, _ in settled
	some name, written in agreement.renewed(declared, pair)
	place := subject.step_to_agreement(declared, [name, "validTo"])
	found := finding.at("renewed_agreement", key, [place], {"agreement": name, "date": written.validTo})
}

_denial(key, declared, pair, matter) := found if {
	parties := pair
	count(agreement.gaps(declared, parties, matter)) == 0
	failure := _failure(declared, parties, matter)
	names := {"one": subject.label(declared, pair[0]), "other": subject.label(declared, pair[1])}
	found := finding.at(
		failure.code, key,
		array.concat([declared.place], failure.places),
		object.union(names, failure.values),
	)
}

# where nothing is left to be written, an agreement in force that settles the matter and does not
# count, or that does not say what it settles, can only be published terms or a statute
_failure(declared, parties, matter) := _of("only_published_terms", declared, names, ["form"]) if {
	agreement.is_boundary(matter)
	names := [name | some name, written in agreement.in_force(declared, parties); matter in written.settles]
	count(names) > 0
} else := _of("matter_not_settled", declared, names, ["settles"]) if {
	names := _others(declared, parties, matter)
	count(names) > 0
} else := _of("agreement_not_in_force", declared, names, [agreement.lapse(declared.agreements[names[0]])]) if {
	names := sort(agreement.lapsed(declared, parties, matter))
	count(names) > 0
} else := _of("only_published_terms", declared, names, ["form"]) if {
	agreement.is_boundary(matter)
	names := [name | some name, _ in agreement.in_force(declared, parties)]
	count(names) > 0
} else := {"code": "no_agreement", "values": {}, "places": [place]} if {
	names := sort([name | some name, _ in agreement.in_force(declared, parties)])
	place := subject.step_to_agreement(declared, [names[0], "form"])
} else := {"code": "no_agreement", "values": {}, "places": []}

# the agreements in force that settle other things
_others(declared, parties, matter) := [name |
	some name, written in agreement.in_force(declared, parties)
	written.settles
	_may_count(written, matter)
]

# whether it would settle the matter if it said so
_may_count(written, _) if agreement.is_agreed(written)

_may_count(_, matter) if not agreement.is_between_institutions(matter)

_of(code, declared, names, fields) := {"code": code, "values": {"agreements": sorted}, "places": [place]} if {
	sorted := sort(names)
	place := subject.step_to_agreement(declared, array.concat([sorted[0]], fields))
}
