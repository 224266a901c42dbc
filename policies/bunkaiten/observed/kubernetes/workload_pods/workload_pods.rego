# METADATA
# title: Pods of workloads
# description: What is said of pods, by whichever kind it stands in, indexed once.
package bunkaiten.observed.kubernetes.workload_pods

import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: The kinds in which a pod is described.
kinds := object.keys(_paths)

# METADATA
# description: >-
#   The pod of each workload, by document: `of` the object, `path` the steps in it to what is said of
#   the pod, and `spec` what is said.
all[key] := pod if {
	some kind, path in _paths
	some key, found in manifest.given[kind]
	pod := {"of": found, "path": path, "spec": written.table(found.values, path)}
}

# METADATA
# description: The lists of containers in what is said of a pod.
lists := ["containers", "ephemeralContainers", "initContainers"]

# METADATA
# description: >-
#   The containers of a pod, those that run first, those at its side and those that somebody added to
#   look into it too, each after the steps in the object to it.
containers(pod) := {[path, container] |
	some list in lists
	some index, container in written.items(pod.spec, [list])
	path := array.concat(pod.path, [list, index])
}

# METADATA
# description: These attributes of a pod as they are called in each kind.
reads(attributes) := {kind: paths |
	# all at once: a call an attribute and kind would take a tenth of the time of one object
	listed := concat("\n", attributes)
	some kind, path in _paths
	beginning := concat("", [concat(".", path), "."])
	paths := split(regex.replace(listed, `(?m)^`, beginning), "\n")
}

_template := ["spec", "template", "spec"]

_paths := {
	"/Pod": ["spec"],
	"/ReplicationController": _template,
	"apps.openshift.io/DeploymentConfig": _template,
	"apps/DaemonSet": _template,
	"apps/Deployment": _template,
	"apps/ReplicaSet": _template,
	"apps/StatefulSet": _template,
	"argoproj.io/Rollout": _template,
	"batch/CronJob": ["spec", "jobTemplate", "spec", "template", "spec"],
	"batch/Job": _template,
	"extensions/DaemonSet": _template,
	"extensions/Deployment": _template,
	"extensions/ReplicaSet": _template,
}
