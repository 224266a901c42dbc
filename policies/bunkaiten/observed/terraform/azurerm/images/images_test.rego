package bunkaiten_test.observed.terraform.azurerm.images

import data.bunkaiten.observed.terraform.azurerm.images

test_image_lies_where_it_is_made if {
	_shown("azurerm_image", {"location": "japaneast"}, {}) == {["image.i", "managed-image", {
		"region": {"is": "japaneast"},
		"encrypted": {"is": "yes"},
	}]}
}

test_version_is_copied_to_every_region_that_it_names if {
	after := {"target_region": [{"name": "Japan East"}, {"name": "eastus"}, {}]}
	marks := {"target_region": [{}, {}, {"name": true}]}
	_shown("azurerm_shared_image_version", after, marks) == {["shared_image_version.i", "image-version", {
		"region": region,
		"encrypted": {"is": "yes"},
	}] |
		some region in [{"is": "japaneast"}, {"is": "eastus"}, unknown]
	}
}

test_gallery_is_private_unless_somebody_shares_it if {
	every after in [{}, {"sharing": []}, {"sharing": [{"permission": "Private"}]}] {
		_shown("azurerm_shared_image_gallery", after, {}) == set()
	}
	every case in [
		[{"sharing": [{"permission": "Community"}]}, {}, {"is": {"by": "anybody", "name": "*"}}],
		[{"sharing": [{"permission": "Groups"}]}, {}, unknown],
		[{"sharing": [{}]}, {"sharing": [{"permission": true}]}, unknown],
	] {
		_shown("azurerm_shared_image_gallery", case[0], case[1]) == {["shared_image_gallery.i", "image-gallery", {
			"who": case[2],
			"rights": {"is": ["read"]},
		}]}
	}
}

test_what_facts_are_called_and_what_is_read if {
	object.keys(images.ways) == {"image-gallery", "image-version", "managed-image"}
	object.keys(images.reads) == {"azurerm_image", "azurerm_shared_image_gallery", "azurerm_shared_image_version"}
	object.keys(images.satellites) == {"azurerm_image", "azurerm_shared_image_version"}
	["os_disk", "azurerm_managed_disk"] in images.satellites.azurerm_image
	["source_virtual_machine_id", "azurerm_linux_virtual_machine"] in images.satellites.azurerm_image
}

unknown := {"unknown": true}

_shown(type, after, marks) := {short(found) | some found in all} if {
	all := images.stores with input as plan([made(concat(".", [type, "i"]), after, marks, {})])
}

short(found) := [
	trim_prefix(found.thing, "terraform:azurerm_"),
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
]

# what is unknown is written; a tie is a list of references
made(address, after, marks, ties) := {
	"change": {
		"address": address,
		"mode": "managed",
		"type": split(address, ".")[0],
		"name": split(address, ".")[1],
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": address,
		"provider_config_key": "azurerm",
		"expressions": object.union(
			{name: {} | some part in [after, marks]; some name, _ in part},
			{name: {"references": [reference]} | some name, reference in ties},
		),
	},
}

plan(resources) := {"terraform": {"p": {
	"resource_changes": [each.change | some each in resources],
	"configuration": {
		"provider_config": {"azurerm": {"expressions": {
			"subscription_id": {"constant_value": "S1"},
			"tenant_id": {"references": ["var.tenant"]},
		}}},
		"root_module": {"resources": [each.configured | some each in resources]},
	},
	"variables": {"tenant": {"value": "T1"}},
}}}
