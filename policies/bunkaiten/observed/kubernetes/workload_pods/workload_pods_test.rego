package bunkaiten_test.observed.kubernetes.workload_pods

import data.bunkaiten.observed.kubernetes.workload_pods

described := {
	"containers": [{"name": "a"}, "x"],
	"ephemeralContainers": [{"name": "c"}],
	"initContainers": [{"name": "b"}],
}

object_of(version, kind, spec) := {
	"apiVersion": version,
	"kind": kind,
	"metadata": {"name": "w", "namespace": "n"},
	"spec": spec,
}

pods(objects) := found if {
	found := workload_pods.all with input as {"kubernetes": objects}
}

test_pod_is_found_in_every_kind if {
	template := {"template": {"spec": described}}
	every case in [
		["v1", "Pod", described],
		["v1", "ReplicationController", template],
		["apps.openshift.io/v1", "DeploymentConfig", template],
		["apps/v1", "DaemonSet", template],
		["apps/v1", "Deployment", template],
		["apps/v1", "ReplicaSet", template],
		["apps/v1", "StatefulSet", template],
		["argoproj.io/v1alpha1", "Rollout", template],
		["batch/v1", "Job", template],
		["batch/v1beta1", "CronJob", {"jobTemplate": {"spec": template}}],
		["extensions/v1beta1", "DaemonSet", template],
		["extensions/v1beta1", "Deployment", template],
		["extensions/v1beta1", "ReplicaSet", template],
	] {
		found := pods({"x": object_of(case[0], case[1], case[2])}).x
		found.spec == described
		found.of.thing == sprintf("kubernetes:n/%s/w", [case[1]])
		object.get(found.of.values, found.path, null) == described
	}
}

test_what_describes_no_pod_is_none if {
	pods({"x": object_of("v1", "Service", described)}) == {}
	pods({"x": object_of("apps/v1", "Deployment", null)}).x.spec == {}
}

test_containers_of_all_lists_are_given if {
	pod := pods({"x": object_of("apps/v1", "Deployment", {"template": {"spec": described}})}).x
	workload_pods.containers(pod) == {
		[["spec", "template", "spec", "containers", 0], {"name": "a"}],
		[["spec", "template", "spec", "ephemeralContainers", 0], {"name": "c"}],
		[["spec", "template", "spec", "initContainers", 0], {"name": "b"}],
	}
}

test_attributes_are_named_in_each_kind if {
	named := workload_pods.reads(["hostNetwork"])
	named["/Pod"] == ["spec.hostNetwork"]
	named["batch/Job"] == ["spec.template.spec.hostNetwork"]
	named["batch/CronJob"] == ["spec.jobTemplate.spec.template.spec.hostNetwork"]
	object.keys(named) == workload_pods.kinds
	count(named) == 13
}
