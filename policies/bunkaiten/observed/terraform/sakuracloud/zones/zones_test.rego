package bunkaiten_test.observed.terraform.sakuracloud.zones

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.zones

test_zone_is_told_by_the_resource_or_by_its_provider if {
	every case in [
		[_made("disk.a", {"zone": "tk1a"}, {}, {}), {"is": "tk1a"}],
		[_made("disk.a", {}, {"zone": true}, {}), _unknown],
		[_made("disk.a", {"zone": 7}, {}, {}), _unknown],
		[_made("disk.a", {}, {}, {}), {"is": "is1a"}],
		[_made("disk.a", {}, {}, {"provider": "sakuracloud.tokyo"}), _unknown],
		[_made("disk.a", {}, {}, {"provider": "sakuracloud.empty"}), _unknown],
	] {
		_zone(case[0]) == case[1]
	}
}

test_zone_that_the_provider_fills_in_is_that_of_its_block if {
	late := _made("disk.a", {}, {"zone": true}, {})
	_zone(object.union(late, {"configured": {"expressions": {"zone": null}}})) == _unknown
	_zone(json.remove(late, ["configured/expressions/zone"])) == {"is": "is1a"}
}

_zone(made) := zone if {
	some zone in {zones.of(disk) | some _, disk in resource.managed.sakuracloud_disk} with input as _plan([made])
}

_unknown := {"unknown": true}

# what is unknown is written; ties are expressions of the configuration
_made(address, after, marks, ties) := {
	"change": {
		"address": concat("", ["sakuracloud_", address]),
		"mode": "managed",
		"type": concat("", ["sakuracloud_", split(address, ".")[0]]),
		"name": split(address, ".")[1],
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": concat("", ["sakuracloud_", address]),
		"provider_config_key": object.get(ties, "provider", "sakuracloud"),
		"expressions": object.union({name: {} | some part in [after, marks]; some name, _ in part}, ties),
	},
}

_plan(resources) := {"terraform": {"p": {
	"resource_changes": [each.change | some each in resources],
	"configuration": {
		"provider_config": {
			"sakuracloud": {"expressions": {"zone": {"constant_value": "is1a"}}},
			"sakuracloud.empty": {"expressions": {"zone": {"constant_value": ""}}},
		},
		"root_module": {"resources": [each.configured | some each in resources]},
	},
}}}
