# METADATA
# title: Offices
# description: >-
#   A role within a party ({party, role}), such as the administrator of an institution:
#   whether it is filled, and from within the institution.
package bunkaiten.declared.office

# METADATA
# description: The office is a role of `institution`.
is_within(stated, institution) if {
	stated.party == institution
	stated.role != "none"
}

# METADATA
# description: It is stated that nobody holds the office, by the word "none" for it or for a part of it.
is_vacant(stated) if stated == "none"

is_vacant(stated) if {
	some field in _fields
	stated[field] == "none"
}

# METADATA
# description: The office is stated to belong to another party.
is_elsewhere(stated, institution) if {
	stated.party != institution
	stated.party != "none"
}

# METADATA
# description: The fields of a stated office that are left out. "none" leaves nothing out.
gaps(stated) := {field |
	is_object(stated)
	some field in _fields
	not stated[field]
}

_fields := ["party", "role"]
