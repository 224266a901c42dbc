# METADATA
# title: Load balancers of Sakura Cloud
# description: >-
#   Virtual addresses on a switch, which hand packets on as they come (direct server return), so that
#   nothing is decrypted there.
package bunkaiten.observed.terraform.sakuracloud.load_balancers

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.parts
import data.bunkaiten.observed.terraform.sakuracloud.switches

# METADATA
# description: What people call these facts.
ways := {"load-balancer-vip": {"en": "virtual address of a load balancer", "ja": "ロードバランサの仮想 IP アドレス"}}

# METADATA
# description: Attributes that are read, by type.
reads := {"sakuracloud_load_balancer": ["network_interface.switch_id", "vip.port", "vip.vip"]}

# METADATA
# description: >-
#   Every virtual address with its port. One that only apply will show is on the network of the balancer:
#   https://manual.sakura.ad.jp/cloud/appliance/load-balancer/
endpoints contains found if {
	some _, balancer in resource.managed.sakuracloud_load_balancer
	some vip in parts.of(balancer, "vip")
	found := fact.on(balancer, vip.path, "load-balancer-vip", {
		"audience": switches.audience(balancer, "network_interface", parts.attribute(vip, "vip")),
		"encrypted": {"is": "passthrough"},
		"port": parts.number(parts.attribute(vip, "port")),
	})
}
