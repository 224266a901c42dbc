# METADATA
# title: Who bears what
# description: >-
#   The holders of the responsibilities that a subject declares, with where each is
#   written as fields of the subject. "none" states that nobody bears it.
package bunkaiten.declared.allocation

# METADATA
# description: >-
#   Every stated holder of a duty, as pairs of fields and holder: one for all, or one for
#   each party where they differ. Empty where nothing is stated.
holders(declared, duty) := {[["responsibilities", duty], stated] |
	stated := declared.responsibilities[duty]
	is_string(stated)
} | {[["responsibilities", duty, towards], party] |
	is_object(declared.responsibilities[duty])
	some towards, party in declared.responsibilities[duty]
}

# METADATA
# description: >-
#   The fields and the holder of a duty towards one party (a destination, an institution
#   that shares): its own, or the one for all. Undefined where nothing is stated for it.
holder(declared, duty, towards) := [["responsibilities", duty], declared.responsibilities[duty]] if {
	is_string(declared.responsibilities[duty])
} else := [["responsibilities", duty, towards], declared.responsibilities[duty][towards]]

# METADATA
# description: The fields that would have to be written to name the holder of a duty towards one party.
unheld(declared, duty, towards) := ["responsibilities", duty, towards] if {
	is_object(declared.responsibilities[duty])
} else := ["responsibilities", duty]

# METADATA
# description: The parties in whose list of management responsibility a threat stands, 4.3(1)(b).
bearers(declared, threat) := {party |
	is_object(declared.responsibilities.management)
	some party, threats in declared.responsibilities.management
	threat in threats
}

# METADATA
# description: >-
#   The threats that a party answers for, as a set; empty where it is stated that it answers
#   for none, or that nobody does. Undefined where nothing is said of it.
share(declared, party) := {threat | some threat in listed} if {
	listed := declared.responsibilities.management[party]
	is_array(listed)
} else := set() if declared.responsibilities.management == "none"
