# METADATA
# title: What the whole internet could try
# description: >-
#   The databases, file shares and public machines of a storage, an access or a work, as far as a
#   deployment shows who may reach them.
package bunkaiten.compared.exposure

import data.bunkaiten.declared.subject
import data.bunkaiten.observed.binding

# METADATA
# description: >-
#   By subject, facts in the shape of a way in: rules that open a port of databases or file shares,
#   what listens there for everybody, and public things of which no rule is shown.
doors[key] contains fact if {
	some key, facts in _rules
	some fact in facts
	_is_for_data(fact.ports.is)
	not _is_login(key, fact)
	not _is_within(key, fact)
}

doors[key] contains fact if {
	some [key, seen] in _public
	port := seen.port.is
	seen.encrypted
	_is_for_data([port, port])
	fact := object.union(seen, {"who": _whoever(seen.audience), "ports": {"is": [port, port]}})
}

# on a port that is not known, databases may listen
doors[key] contains fact if {
	some [key, seen] in _public
	seen.port.unknown
	seen.encrypted
	fact := object.union(seen, {"who": {"unknown": true}})
}

# what tells nothing of itself is as open as the rules around it
doors[key] contains fact if {
	some [key, seen] in _public
	not seen.encrypted
	fact := object.union(seen, {"who": {"unknown": true}})
}

_whoever(audience) := {"is": {"by": "anybody", "name": "0.0.0.0/0"}} if {
	audience.is
} else := {"unknown": true}

_rules[key] contains fact if {
	some key, _ in _keys
	some fact in data.bunkaiten.observed.binding.peers[key]
	fact.direction in {"both", "in"}
}

_public contains [key, fact] if {
	some key, facts in _listening
	some fact in facts
	object.get(fact, "audience", {"is": "inside"}) != {"is": "inside"}
	not _is_fenced(fact)
}

_listening[key] := {fact | some fact in data.bunkaiten.observed.binding.endpoints[key]} if some key, _ in _keys

_keys[key] := true if {
	some subjects in subject.of
	some key, _ in subjects
}

# a rule for remote login is judged as a way in already
_is_login(key, rule) if {
	some fact in _ways_in[key]
	fact.steps == rule.steps
}

_ways_in[key] := {fact | some fact in data.bunkaiten.observed.binding.accesses[key]} if some key, _ in _keys

# what the rule is for has no public address
_is_within(key, rule) if {
	around := binding.surroundings(rule.key)
	listening := {fact.audience |
		some fact in _listening[key]
		fact.key in around
	}
	listening == {{"is": "inside"}}
}

_is_fenced(fact) if {
	some fence in _fences
	count(binding.surroundings(fact.key) & fence) > 0
}

# each with what uses it
_fences contains around if {
	some type in data.bunkaiten.observed.shown.fences
	some place, _ in data.bunkaiten.observed.resource.managed[type]
	around := binding.surroundings(place)
}

_is_for_data(range) if {
	some port in _ports
	range[0] <= port
	port <= range[1]
}

# registered with IANA: DICOM, NetBIOS, SMB, SQL Server, Oracle, IRIS, NFS, HL7, MySQL, PostgreSQL, Redis,
# Elasticsearch, DICOM again, MongoDB, Db2
_ports := {104, 139, 445, 1433, 1521, 1972, 2049, 2575, 3306, 5432, 6379, 9200, 11112, 27017, 50000}
