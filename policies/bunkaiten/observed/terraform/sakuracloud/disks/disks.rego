# METADATA
# title: Disks and archives of Sakura Cloud
# description: >-
#   Disks, what is copied of them, how long automatic backups are kept, and archives that are shared with
#   other accounts. Whoever has the key of a shared archive may copy it.
package bunkaiten.observed.terraform.sakuracloud.disks

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.parts
import data.bunkaiten.observed.terraform.sakuracloud.zones

# METADATA
# description: What people call these facts.
ways := {
	"archive": {"en": "archive", "ja": "アーカイブ"},
	"archive-copy": {"en": "archive copied from another account", "ja": "ほかのアカウントから複製したアーカイブ"},
	"archive-share": {"en": "archive shared by a key", "ja": "共有キーによるアーカイブの共有"},
	"auto-backup": {"en": "automatic backup of a disk", "ja": "ディスクの自動バックアップ"},
	"disk": {"en": "disk", "ja": "ディスク"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"sakuracloud_archive": ["source_disk_id", "source_shared_key", "zone"],
	"sakuracloud_archive_share": ["archive_id"],
	"sakuracloud_auto_backup": ["disk_id", "max_backup_num", "weekdays", "zone"],
	"sakuracloud_disk": ["encryption_algorithm", "zone"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"sakuracloud_archive": [["source_disk_id", "sakuracloud_disk"]],
	"sakuracloud_archive_share": [["archive_id", "sakuracloud_archive"]],
	"sakuracloud_auto_backup": [["disk_id", "sakuracloud_disk"]],
}

# METADATA
# description: >-
#   Every store. Disks are not encrypted, where nobody chose (registry.terraform.io, sakuracloud_disk).
stores contains found if {
	some _, disk in resource.managed.sakuracloud_disk
	encrypted := parts.encrypted(parts.chosen(disk, "encryption_algorithm", "none"))
	found := fact.on(disk, [], "disk", {"region": zones.of(disk), "encrypted": encrypted})
}

stores contains found if {
	some _, archive in resource.managed.sakuracloud_archive
	found := fact.on(archive, [], "archive", {"region": zones.of(archive)})
}

stores contains found if {
	some _, backup in resource.managed.sakuracloud_auto_backup
	found := fact.on(backup, [], "auto-backup", {"region": zones.of(backup), "retention": _days(backup)})
}

# METADATA
# description: Whoever has the key. Nobody can tell who that is.
stores contains found if {
	some _, share in resource.managed.sakuracloud_archive_share
	found := fact.on(share, [], "archive-share", {"who": {"unknown": true}, "rights": {"is": ["read"]}})
}

# METADATA
# description: Archives that came from another account, nobody can tell whose.
peers contains found if {
	some _, archive in resource.managed.sakuracloud_archive
	parts.attribute(archive, "source_shared_key") != {}
	found := fact.on(archive, ["source_shared_key"], "archive-copy", {"who": {"unknown": true}, "direction": "in"})
}

# the last of so many backups is taken so many weeks after the first; one, where nobody chose
_days(backup) := {"is": 7 * ceil(kept.is / count(weekdays))} if {
	kept := parts.chosen(backup, "max_backup_num", 1)
	is_number(kept.is)
	weekdays := {day.text.is | some day in parts.items(backup, "weekdays")}
	count(weekdays) == count(parts.items(backup, "weekdays"))
	count(weekdays) > 0
} else := {"unknown": true}
