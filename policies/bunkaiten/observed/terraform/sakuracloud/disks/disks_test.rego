package bunkaiten_test.observed.terraform.sakuracloud.disks

import data.bunkaiten.observed.terraform.sakuracloud.disks

test_disks_and_what_is_copied_of_them if {
	_stores([
		_made("disk.a", {"encryption_algorithm": "aes256_xts"}, {}, {}),
		_made("disk.b", {"zone": "tk1a"}, {}, {}),
		_made("archive.c", {}, {}, {}),
		_made("archive_share.d", {}, {}, {}),
	]) == {
		["disk.a", "disk", "", {"region": "is1a", "encrypted": "yes"}],
		["disk.b", "disk", "", {"region": "tk1a", "encrypted": "no"}],
		["archive.c", "archive", "", {"region": "is1a"}],
		["archive_share.d", "archive-share", "", {"who": _unknown, "rights": ["read"]}],
	}
}

test_backups_are_kept_until_others_take_their_place if {
	every case in [
		[{"weekdays": ["mon", "thu"], "max_backup_num": 5}, {}, 21],
		[{"weekdays": ["mon"], "max_backup_num": 10}, {}, 70],
		[{"weekdays": ["mon", "tue"]}, {}, 7],
		[{"weekdays": ["mon"]}, {"max_backup_num": true}, _unknown],
		[{}, {"weekdays": true}, _unknown],
		[{"weekdays": ["mon", null]}, {}, _unknown],
		[{"weekdays": []}, {}, _unknown],
		[{"weekdays": ["mon"], "max_backup_num": "x"}, {}, _unknown],
	] {
		_stores([_made("auto_backup.a", case[0], case[1], {})]) == {
			["auto_backup.a", "auto-backup", "", {"region": "is1a", "retention": case[2]}],
		}
	}
}

test_archive_of_another_account_comes_in if {
	copied := _made("archive.a", {"source_shared_key": "is1a:113300000009:k"}, {}, {})
	every archive in [copied, _made("archive.a", {}, {"source_shared_key": true}, {})] {
		found := disks.peers with input as _plan([archive])
		_told(found) == {["archive.a", "archive-copy", "source_shared_key", {"who": _unknown, "direction": "in"}]}
	}
	none := disks.peers with input as _plan([_made("archive.a", {"source_disk_id": "113300000001"}, {}, {})])
	none == set()
}

test_what_is_read_and_what_belongs_to_what if {
	disks.reads == {
		"sakuracloud_archive": ["source_disk_id", "source_shared_key", "zone"],
		"sakuracloud_archive_share": ["archive_id"],
		"sakuracloud_auto_backup": ["disk_id", "max_backup_num", "weekdays", "zone"],
		"sakuracloud_disk": ["encryption_algorithm", "zone"],
	}
	disks.satellites == {
		"sakuracloud_archive": [["source_disk_id", "sakuracloud_disk"]],
		"sakuracloud_archive_share": [["archive_id", "sakuracloud_archive"]],
		"sakuracloud_auto_backup": [["disk_id", "sakuracloud_disk"]],
	}
	object.keys(disks.ways) == {"archive", "archive-copy", "archive-share", "auto-backup", "disk"}
}

_stores(resources) := _told(found) if {
	found := disks.stores with input as _plan(resources)
}

# the thing, its way, the path to it and what is known of it, without {"is": …}
_told(facts) := {[trim_prefix(found.thing, "terraform:sakuracloud_"), found.way, path, said] |
	some found in facts
	path := concat(".", [sprintf("%v", [step]) | some step in array.slice(found.steps, 6, 20)])
	said := {name: _bare(value) | some name, value in found; not name in {"key", "steps", "thing", "way"}}
}

_bare(value) := value.is if {
	value.is
} else := value

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
		"provider_config": {"sakuracloud": {"expressions": {"zone": {"constant_value": "is1a"}}}},
		"root_module": {"resources": [each.configured | some each in resources]},
	},
}}}
