# METADATA
# title: Kubernetes objects
# description: The objects given, indexed by kind once.
package bunkaiten.observed.manifest

# METADATA
# description: >-
#   Objects by "group/Kind" ("/Kind" for the core group, whatever the version) and then by
#   document. Each has its key (the document), thing (its name as implementedBy writes it), kind,
#   namespace ("" where it has none), name, steps (of the JSON Pointer to it) and values (all that
#   is written). An object that the server is to name has the beginning of its name.
given[kind][document] := found if {
	some document, written in input.kubernetes
	kind := concat("/", [_group(written), written.kind])
	metadata := _metadata(written)
	namespace := object.get(metadata, "namespace", "")
	called := object.get(metadata, "name", object.get(metadata, "generateName", ""))
	found := {
		"key": document,
		"thing": concat("", ["kubernetes:", namespace, "/", written.kind, "/", called]),
		"kind": kind,
		"namespace": namespace,
		"name": called,
		"steps": ["kubernetes", document],
		"values": written,
	}
}

_group(written) := group if {
	[group, _] := split(written.apiVersion, "/")
} else := ""

_metadata(written) := written.metadata if {
	is_object(written.metadata)
} else := {}
