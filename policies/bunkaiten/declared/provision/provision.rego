# METADATA
# title: Declared third-party provision
# description: >-
#   Whether a provision to a third party is shown proper: a legal ground (consent, or
#   an exception with its law) and confirmed receipt, both stated, for each destination.
package bunkaiten.declared.provision

import data.bunkaiten.declared.subject

# METADATA
# description: The provision to `destination` is shown proper by facts that are present.
is_proper(declared, destination) if {
	declared.provision[destination].receipt == "confirmed"
	_is_legal(declared.provision[destination].legalGround)
}

# METADATA
# description: The fields, as steps from the exchange, that state there is no ground or no receipt.
denials(declared, destination) := {fields |
	some tail in [[], [destination], [destination, "legalGround"], [destination, "receipt"]]
	fields := array.concat(["provision"], tail)
	object.get(declared, fields, "") == "none"
} | {["provision", destination, "legalGround", "law"] |
	legal := declared.provision[destination].legalGround
	legal.ground == "exception"
	legal.law == "none"
}

# METADATA
# description: What would have to be written to tell, as steps of JSON Pointers to absent fields.
gaps(declared, destination) := {subject.step_to(declared, array.concat(["provision", destination], fields)) |
	object.get(declared, "provision", {}) != "none"
	some fields in _unsaid(object.get(declared, ["provision", destination], "absent"))
}

_is_legal(legal) if legal.ground == "consent"

_is_legal(legal) if {
	legal.ground == "exception"
	legal.law != "none"
}

_unsaid("absent") := {[]}

_unsaid(stated) := {[field] |
	some field in ["legalGround", "receipt"]
	not stated[field]
} | {["legalGround", field] |
	some field in _asked(stated.legalGround)
	not stated.legalGround[field]
} if is_object(stated)

_asked(legal) := ["ground", "law"] if {
	legal.ground == "exception"
} else := ["ground"] if is_object(legal)
