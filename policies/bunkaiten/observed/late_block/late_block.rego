# METADATA
# title: Blocks that nobody knows before apply
# description: >-
#   A block that is made for each of what only apply will show, or that cannot be read, hides all that
#   would stand in it. It is shown as a fact of which nothing is known.
package bunkaiten.observed.late_block

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: >-
#   The facts of a kind (or "copies", which are stores) for the blocks of a table: by type and block, the kinds of its facts with their
#   way. What a provider computes counts only where somebody wrote it; its blocks are among `computed`.
of(kind, blocks, computed) := {found |
	some type, names in blocks
	some _, thing in _managed[type]
	some name, ways in names
	way := ways[kind]
	thing.unknown[name] == true
	_is_written(thing, name, computed)
	found := fact.on(thing, [name], way, _nothing_known[kind])
}

_managed := resource.managed

_is_written(_, name, computed) if not name in computed

_is_written(thing, name, _) if resource.is_unknown(thing, name)

_late := {"unknown": true}

_nothing_known := {
	"accesses": {"who": _late, "authentication": _late},
	"copies": {"region": _late, "retention": _late},
	"endpoints": {"audience": _late, "encrypted": _late},
	"logs": {"of": _late, "records": _late},
	"peers": {"who": _late, "direction": "both"},
	"stores": {"who": _late, "rights": _late},
}
