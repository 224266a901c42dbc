# METADATA
# title: What things are a part of
# description: >-
#   The bucket of a policy, the instance that uses a security group, the namespace of an object: who
#   claims or marks the whole, claims or marks its parts.
package bunkaiten.observed.part

import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.resource

# METADATA
# description: The key of a thing, and of all that it is a part of.
wholes(place) := {place} | graph.reachable(_graph, {place})

# what holds nothing stands here all the same, or it would not be reached
_graph := object.union(
	{holder: set() | some holders in _holders; some holder in holders},
	{place: holders | some place, holders in _holders},
)

_holders[place] contains holder if {
	some type, links in data.bunkaiten.observed.shown.satellites
	some place, found in data.bunkaiten.observed.resource.managed[type]
	some [attribute, of_type] in links
	some holder in resource.tied(found, attribute, of_type)
}

_holders[place] contains holder if {
	some type, links in data.bunkaiten.observed.shown.uses
	some holder, found in data.bunkaiten.observed.resource.managed[type]
	some [attribute, of_type] in links
	some place in resource.tied(found, attribute, of_type)
}

_holders[place] contains holder if {
	some place, users in data.bunkaiten.observed.shown.held
	some holder in users
}

# what is not read has parts all the same
_holders[place] contains holder if {
	some type, links in data.bunkaiten.observed.shown.uses
	some holder, found in data.bunkaiten.observed.resource.unread
	found.type == type
	some [attribute, of_type] in links
	some place in resource.tied(found, attribute, of_type)
}

_holders[place] contains holder if {
	some objects in manifest.given
	some place, found in objects
	found.namespace != ""
	some holder in _namespaces[found.namespace]
}

_namespaces[found.name] contains place if some place, found in manifest.given["/Namespace"]
