"""What can go wrong in a hospital's stack on Sakura Cloud: fixtures/scenarios/hospital-on-sakura-by-hand.

Some of it no plan for Sakura Cloud shows: what whoever gets in may do (no resource tells rights); a way in
that asks for nothing, or does not tell from where; a line without encryption (closed connections do not
tell); TLS before version 1.2 (no policy of the enhanced load balancer goes so low, and of the web accelerator
nobody can tell, so that no exchange with one is consistent); and which version of IKE a tunnel takes, unless
it is the first.
"""

from collections.abc import Iterator
from itertools import chain

from contradictions import plans
from contradictions.case import Contradiction, contradiction, said
from contradictions.edits import act, add, both, declare, drop, join, late, put

SCENARIO = "hospital-on-sakura-by-hand"

REFERRAL = "aoba-group/exchanges/referral"
IMAGES = "aoba-group/exchanges/images"
ARCHIVE = "aoba-group/externalStorage/archive"
NIGHT_DUTY = "aoba-group/telework/night-duty"
PACS = "aoba-group/remoteMaintenance/pacs"
READING = "aoba-group/entrustedWork/reading"

PEERS, PROVIDED, ROUTERS = ("4.3-1a2-08",), ("4.3-1a1-06",), ("4.3-1a1-02",)
BEGINS, ENDS, METHOD = ("4.3-1b1-01",), ("4.3-1b1-02",), ("4.3-1b1-03",)
SHARING = ("4.3-1c-04", "4.3-1c-05")
STAFF, MEDIA, GUARDED = ("4.3-2a-03",), ("4.3-2a-06",), ("4.3-2a-07",)
READS, WRITES = ("4.3-2b-02",), ("4.3-2b-03",)
KEPT = ("4.3-3-03",)
DECLARED, HOLDS, EXISTS, ONE = ("bunkaiten-01",), ("bunkaiten-04",), ("bunkaiten-05",), ("bunkaiten-06",)

LINE = 'module.line["midori"].sakuracloud_vpc_router.this'
PORTAL = "sakuracloud_proxylb.portal"
JOINT = "sakuracloud_local_router.images"
OWNER = ["tags", 1]
"""Words of a set stand in order: the exchange or the storage, then the party that operates it."""


def all_of_them() -> Iterator[Contradiction]:
    """Yield every contradiction, with names of their own."""
    return chain(
        plans.all_of(
            plans.Scenario(
                cloud="sakuracloud",
                unread="sakuracloud_packet_filter_rule",
                referral=REFERRAL,
                tunnel=LINE,
                images=IMAGES,
                line="sakuracloud_switch.images",
                joint=JOINT,
            )
        ),
        _of_the_providers_line(),
        _of_what_listens_on_the_line(),
        _of_tunnels(),
        _of_firewalls(),
        _of_what_listens(),
        _of_stores(),
        _of_access(),
        _of_maintenance(),
        _of_entrances(),
        _of_time(),
        _of_claims(),
        _of_shared_things(),
        _of_names(),
    )


def _of_the_providers_line() -> Iterator[Contradiction]:
    peer, prefix = ["peer", 0, "peer_id"], ["static_route", 0, "prefix"]
    yield contradiction(
        "network joined to a stranger's",
        put(JOINT, peer, "113300000099"),
        said(ROUTERS, "observed_own_router", IMAGES),
        said(PROVIDED, "observed_stranger", IMAGES),
    )
    yield contradiction(
        "network joined to nobody yet known",
        late(JOINT, peer),
        said(ROUTERS, "observed_joint_unknown", IMAGES),
        said(PROVIDED, "observed_peer_unknown", IMAGES),
    )
    yield contradiction(
        "tunnel of nobody knows whose beside the line",
        put(LINE, ["tags", 2], "bunkaiten:exchange=images"),
        said(ROUTERS, "observed_operator_unknown", IMAGES),
    )
    yield contradiction(
        "provider no longer known by its account",
        declare(["parties", "shinshu-net", "identifiedBy"], {"networks": ["203.0.113.128/28"]}),
        said(ROUTERS, "observed_own_router", IMAGES),
        said(PROVIDED, "observed_stranger", IMAGES),
    )
    for name, network, code in (
        ("a stranger", "198.18.0.0/24", "observed_stranger"),
        ("everybody", "0.0.0.0/0", "observed_anybody"),
    ):
        yield contradiction(
            f"images routed to {name}", put(JOINT, prefix, network), said(PROVIDED, code, IMAGES)
        )
    yield contradiction(
        "network of the clinic declared to be the maintainer's too",
        join(["parties", "medifix", "identifiedBy", "networks"], "198.51.100.64/28"),
        # out by the firewall, behind the tunnel
        said(PEERS, "observed_peer_ambiguous", REFERRAL, times=2),
        said(PROVIDED, "observed_peer_ambiguous", IMAGES),
    )


def _of_what_listens_on_the_line() -> Iterator[Contradiction]:
    balancer = {"name": "new", "tags": ["bunkaiten:exchange=images"]}
    yield contradiction(
        "listener in plain text on the provider's network",
        add("sakuracloud_proxylb.new", {**balancer, "bind_port": [{"proxy_mode": "http", "port": 80}]}),
        said(METHOD, "observed_plaintext", IMAGES),
    )
    yield contradiction(
        "listener on the provider's network of which the mode is not yet known",
        add(
            "sakuracloud_proxylb.new",
            {**balancer, "bind_port": [{"port": 80}]},
            open_at=["bind_port", 0, "proxy_mode"],
        ),
        said(METHOD, "observed_encryption_unknown", IMAGES),
    )


def _of_tunnels() -> Iterator[Contradiction]:
    peer, route = ["site_to_site_vpn", 0, "peer"], ["site_to_site_vpn", 0, "routes", 0]
    yield contradiction(
        "tunnel to a stranger",
        put(LINE, peer, "192.0.2.99"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "tunnel to somebody not yet known",
        late(LINE, peer),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    yield contradiction(
        "network of a stranger behind a tunnel",
        put(LINE, route, "198.18.0.0/24"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "everything behind a tunnel",
        put(LINE, route, "0.0.0.0/0"),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield contradiction(
        "set of networks behind a tunnel not yet known",
        late(LINE, route[:-1]),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    yield contradiction(
        "network of a destination no longer declared",
        drop(["parties", "wakaba", "identifiedBy", "networks"], "198.51.100.96/28"),
        # out by the firewall, behind the tunnel
        said(PEERS, "observed_stranger", REFERRAL, times=2),
    )
    yield contradiction(
        "old way to exchange keys, where IPsec is not what was declared",
        put(LINE, ["version"], 1),
    )
    yield contradiction(
        "tunnel taken for the encryption, of which nobody knows how its keys are exchanged",
        declare(
            ["exchanges", "referral", "encryption", "method"],
            {"protocol": "IKEv2 IPsec", "algorithm": "AES-256-GCM"},
        ),
        # each of the two tunnels
        said(METHOD, "observed_key_exchange_open", REFERRAL, times=2),
    )
    yield contradiction(
        "demarcation point deleted", act(LINE, "delete"), said(EXISTS, "thing_not_found", REFERRAL)
    )
    yield contradiction("demarcation point left as it is", act(LINE, "no-op"))


def _of_firewalls() -> Iterator[Contradiction]:
    first, last = ["firewall", 0, "expression", 0], ["firewall", 0, "expression", 1]
    for name, network, code in (
        ("a stranger", "198.18.0.0/24", "observed_stranger"),
        ("everybody", "0.0.0.0/0", "observed_anybody"),
        ("everybody, where no destination is written", "", "observed_anybody"),
    ):
        yield contradiction(
            f"out to {name}",
            put(LINE, [*first, "destination_network"], network),
            said(PEERS, code, REFERRAL),
        )
    yield contradiction(
        "out to somebody not yet known",
        late(LINE, [*first, "destination_network"]),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    yield contradiction(
        "last rule lets all the rest out",
        put(LINE, [*last, "allow"], value=True),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield contradiction(
        "last rule keeps in one protocol alone, and nobody knows what holds for the rest",
        put(LINE, [*last, "protocol"], "udp"),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    yield contradiction("no firewall", put(LINE, ["firewall"], []), said(PEERS, "observed_anybody", REFERRAL))
    yield contradiction(
        "rules that are not yet known",
        late(LINE, ["firewall"]),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    yield contradiction("nothing out to the internet", put(LINE, ["internet_connection"], value=False))
    source = ["firewall", 0, "expression", 0, "source_network"]
    for name, network, code in (
        ("a stranger", "198.18.0.0/24", "observed_stranger"),
        ("everybody", "", "observed_anybody"),
    ):
        yield contradiction(
            f"machine inside reached by {name}",
            put("sakuracloud_vpc_router.portal", source, network),
            said(PEERS, code, REFERRAL),
        )
    yield contradiction(
        "another machine inside reached by everybody",
        put(LINE, ["port_forwarding"], [{"protocol": "tcp", "public_port": 8443, "private_port": 443}]),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield contradiction(
        "route to a stranger",
        put(LINE, ["static_route"], [{"prefix": "198.18.0.0/24", "next_hop": "192.168.10.99"}]),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "log sent to a stranger",
        put(LINE, ["syslog_host"], "198.18.0.5"),
        said(PEERS, "observed_stranger", REFERRAL),
    )


def _of_what_listens() -> Iterator[Contradiction]:
    redirect, policy = ["bind_port", 1, "redirect_to_https"], ["bind_port", 0, "ssl_policy"]
    yield contradiction(
        "listener in plain text",
        put(PORTAL, redirect, value=False),
        said(BEGINS, "observed_plaintext", REFERRAL),
    )
    yield contradiction(
        "listener of which nobody knows yet whether it only redirects",
        late(PORTAL, redirect),
        said(BEGINS, "observed_encryption_unknown", REFERRAL),
    )
    for name, change in {
        "that nobody chose": put(PORTAL, policy, None),
        "that nobody knows": put(PORTAL, policy, "TLS-1-0-2016-09"),
        "not yet known": late(PORTAL, policy),
    }.items():
        yield contradiction(f"TLS policy {name}", change, said(METHOD, "observed_protocol_unknown", REFERRAL))
    yield contradiction(
        "TLS ended at what the provider operates",
        put(PORTAL, OWNER, "bunkaiten:operated-by=sakura-internet"),
        said(ENDS, "observed_relay", REFERRAL),
    )
    yield contradiction(
        "TLS ended at what somebody operates with whom nothing is agreed",
        put(PORTAL, OWNER, "bunkaiten:operated-by=hikari"),
        said(ENDS, "observed_relay", REFERRAL),
    )
    yield contradiction(
        "TLS ended at what somebody operates for the hospital under an agreement",
        put(PORTAL, OWNER, "bunkaiten:operated-by=kura"),
    )
    yield contradiction(
        "TLS ended at what nobody says who operates",
        put(PORTAL, OWNER, "窓口"),
        said(ENDS, "observed_operator_unknown", REFERRAL),
    )
    balancer = {"name": "new", "tags": ["bunkaiten:exchange=referral", "bunkaiten:operated-by=aoba"]}
    yield contradiction(
        "requests handed on to a stranger, untouched",
        add(
            "sakuracloud_proxylb.new",
            {
                **balancer,
                "bind_port": [{"proxy_mode": "tcp", "port": 2762}],
                "server": [{"ip_address": "192.0.2.10", "port": 2762}],
            },
        ),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "requests decrypted and handed on, nobody knows how",
        add(
            "sakuracloud_proxylb.new",
            {
                **balancer,
                "bind_port": [{"proxy_mode": "https", "port": 443, "ssl_policy": "TLS-1-2-2021-06"}],
                "server": [{"ip_address": "203.0.113.10", "port": 443}],
            },
        ),
        said(BEGINS, "observed_sending_unknown", REFERRAL),
    )

    yield contradiction(
        "listener of the provider's of which nobody knows yet whether it decrypts",
        add(
            "sakuracloud_proxylb.new",
            {
                "name": "new",
                "tags": ["bunkaiten:exchange=referral", "bunkaiten:operated-by=sakura-internet"],
                "bind_port": [{"port": 443}],
            },
            open_at=["bind_port", 0, "proxy_mode"],
        ),
        said(BEGINS, "observed_encryption_unknown", REFERRAL),
        said(ENDS, "observed_decryption_unknown", REFERRAL),
    )
    yield contradiction(
        "SSH alone declared",
        declare(
            ["exchanges", "referral", "encryption", "method"],
            {"protocol": "SSH 2", "algorithm": "AES-256-GCM"},
        ),
        said(METHOD, "observed_other_method", REFERRAL),
    )


def _of_stores() -> Iterator[Contradiction]:
    nfs, index = "sakuracloud_nfs.images", "sakuracloud_database.index"
    peer = ["peer", 0, "peer_id"]
    router = "sakuracloud_local_router.archive"
    yield contradiction(
        "closed connection to a stranger's local router",
        put(router, peer, "113300000099"),
        said(SHARING, "observed_reader", ARCHIVE),
    )
    yield contradiction(
        "closed connection to a local router not yet known",
        late(router, peer),
        said(DECLARED, "crossing_beyond_unknown", f"terraform:{router}"),
    )
    yield contradiction("closed connection switched off", put(router, ["peer", 0, "enabled"], value=False))
    yield contradiction(
        "closed connection routed to a stranger's network",
        put(router, ["static_route", 0, "prefix"], "198.18.0.0/24"),
        said(DECLARED, "crossing_beyond", f"terraform:{router}"),
    )
    yield contradiction(
        "file server in another zone",
        put(nfs, ["zone"], "is1b"),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )
    yield contradiction(
        "file server on the internet",
        put(nfs, ["network_interface", 0, "ip_address"], "203.0.113.140"),
        said(HOLDS, "observed_open_door", ARCHIVE),
    )
    yield contradiction(
        "file server that another custodian operates",
        put(nfs, OWNER, "bunkaiten:operated-by=hikari"),
        said(HOLDS, "observed_other_custodian", ARCHIVE),
    )
    yield contradiction(
        "database open to a stranger's network",
        put(index, ["network_interface", 0, "source_ranges", 0], "198.18.0.0/24"),
        said(DECLARED, "crossing_beyond", f"terraform:{index}"),
    )
    yield contradiction(
        "database on the internet, for whoever comes",
        put(
            index,
            ["network_interface", 0],
            {"ip_address": "203.0.113.141", "port": 5432, "source_ranges": None},
        ),
        said(HOLDS, "observed_open_door", ARCHIVE),
    )
    yield contradiction(
        "database on the internet, for whom nobody knows yet",
        both(
            put(index, ["network_interface", 0], {"ip_address": "203.0.113.141", "port": 5432}),
            late(index, ["network_interface", 0, "source_ranges"]),
        ),
        # the list, and what listens behind it
        said(HOLDS, "observed_entry_unknown", ARCHIVE, times=2),
        said(DECLARED, "crossing_beyond_unknown", f"terraform:{index}"),
    )
    yield contradiction(
        "database backed up to a stranger's file server",
        put(index, ["continuous_backup"], [{"connect": "nfs://198.18.0.20/export"}]),
        said(DECLARED, "crossing_beyond", f"terraform:{index}"),
    )
    yield contradiction(
        "place no longer declared to be there",
        declare(["externalStorage", "archive", "location", "region"], "is1a"),
        # the file server, the database and its copy
        said(HOLDS, "observed_elsewhere", ARCHIVE, times=3),
    )
    yield contradiction(
        "archive shared by a key",
        add("sakuracloud_archive_share.new", {"archive_id": "113300000077"}),
        said(DECLARED, "crossing_unknown", "terraform:sakuracloud_archive_share.new"),
    )

    yield contradiction(
        "archive of the store shared by a key",
        add("sakuracloud_archive_share.new", {"archive_id": "index-before-move"}),
        said(SHARING, "observed_reader_unknown", ARCHIVE),
    )
    registry = {"name": "new", "tags": ["bunkaiten:external-storage=archive", "bunkaiten:operated-by=kura"]}
    for level, says in (
        ("readonly", said(HOLDS, "observed_public_store", ARCHIVE)),
        ("none", ()),
    ):
        yield contradiction(
            f"registry with access level {level}",
            add("sakuracloud_container_registry.new", {**registry, "access_level": level}),
            says,
            # nobody can tell where it is
            said(HOLDS, "observed_store_unknown", ARCHIVE),
        )
    yield contradiction(
        "closed connection to a stranger's local router, of the work",
        add(
            "sakuracloud_local_router.new",
            {"peer": [{"peer_id": "113300000099"}], "tags": ["bunkaiten:entrusted-work=reading"]},
        ),
        said(HOLDS, "observed_other_reader", READING),
    )


def _of_access() -> Iterator[Contradiction]:
    duty = "sakuracloud_vpc_router.night_duty"
    yield contradiction(
        "way in over a line that is not listed",
        declare(["telework", "night-duty", "media"], ["closed-ip"]),
        said(MEDIA, "observed_line", NIGHT_DUTY),
        # whose controls nobody states
        said(GUARDED, "fact_not_stated", NIGHT_DUTY),
    )
    yield contradiction(
        "connections that nobody records",
        put(duty, ["syslog_host"], None),
        said(GUARDED, "observed_no_log", NIGHT_DUTY),
    )
    yield contradiction(
        "clinic that gets in over the same router",
        put(duty, ["site_to_site_vpn"], [{"peer": "198.51.100.7", "routes": ["198.51.100.64/28"]}]),
        # the clinic's router and its network
        said(STAFF, "observed_stranger_in", NIGHT_DUTY, times=2),
    )
    yield contradiction(
        "another way in beside it", put(duty, ["wire_guard"], [{"ip_address": "192.168.71.1/24"}])
    )
    yield contradiction(
        "remote desktop open to the world",
        put(duty, ["port_forwarding"], [{"protocol": "tcp", "public_port": 13389, "private_port": 3389}]),
        said(GUARDED, "observed_open_door", NIGHT_DUTY),
    )
    yield contradiction(
        "record of connections sent to a stranger",
        put(duty, ["syslog_host"], "198.18.0.5"),
        said(DECLARED, "crossing_beyond", f"terraform:{duty}"),
    )


def _of_maintenance() -> Iterator[Contradiction]:
    rules = "sakuracloud_packet_filter.pacs"
    source, last = ["expression", 0, "source_network"], ["expression", 5]
    yield contradiction(
        "SSH open to the world",
        put(rules, source, ""),
        said(READS, "observed_open_door", PACS),
    )
    yield contradiction(
        "SSH open to a stranger",
        put(rules, source, "198.18.0.0/24"),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "SSH open to somebody not yet known",
        late(rules, source),
        said(READS, "observed_entry_unknown", PACS),
    )
    yield contradiction(
        "last rule keeps out one network alone",
        put(rules, [*last, "source_network"], "198.18.0.0/24"),
        said(READS, "observed_open_door", PACS),
    )
    yield contradiction(
        "last rule lets all the rest in",
        put(rules, [*last, "allow"], value=True),
        said(READS, "observed_open_door", PACS),
    )
    yield contradiction(
        "answers taken for more than answers",
        put(rules, ["expression", 1, "destination_port"], "1-65535"),
        said(READS, "observed_open_door", PACS),
    )
    yield contradiction(
        "connections of the vendor that nobody records",
        put("sakuracloud_vpc_router.vendor", ["monitoring_suite", 0, "enabled"], value=False),
        said(WRITES, "observed_no_log", PACS),
    )
    yield contradiction(
        "maintainer changed in the declaration",
        declare(["remoteMaintenance", "pacs", "maintainer"], "hikari"),
        said(READS, "observed_stranger_in", PACS),
    )


def _of_entrances() -> Iterator[Contradiction]:
    duty = "sakuracloud_vpc_router.night_duty"
    yield contradiction(
        "somebody not yet known gets in over the same router",
        both(put(duty, ["site_to_site_vpn"], [{"routes": []}]), late(duty, ["site_to_site_vpn", 0, "peer"])),
        said(STAFF, "observed_stranger_unknown", NIGHT_DUTY),
    )
    yield contradiction(
        "telework lets out to everybody",
        put(duty, ["firewall", 0, "expression", 0, "allow"], value=True),
        said(DECLARED, "open_way_out", f"terraform:{duty}"),
    )
    door = {
        "direction": "receive",
        "expression": [
            {"protocol": "tcp", "destination_port": "3389", "allow": True},
            {"protocol": "ip", "allow": False},
        ],
    }
    yield contradiction(
        "remote desktop open to somebody not yet known",
        both(
            put(duty, ["port_forwarding"], [{"protocol": "tcp", "public_port": 3389, "private_port": 3389}]),
            put(duty, ["firewall", 1], door),
            late(duty, ["firewall", 1, "expression", 0, "source_network"]),
        ),
        said(GUARDED, "observed_entry_unknown", NIGHT_DUTY),
    )
    rules = "sakuracloud_packet_filter.pacs"
    yield contradiction(
        "other ports open to somebody not yet known under maintenance",
        both(
            put(rules, ["expression", 0, "destination_port"], "443"),
            late(rules, ["expression", 0, "source_network"]),
        ),
        said(READS, "observed_stranger_unknown", PACS),
    )
    yield contradiction(
        "connections of the vendor of which it is not yet known whether they are recorded",
        late("sakuracloud_vpc_router.vendor", ["monitoring_suite", 0, "enabled"]),
        said(WRITES, "observed_log_unknown", PACS),
    )


def _of_time() -> Iterator[Contradiction]:
    backup = "sakuracloud_auto_backup.reading"
    for name, change in {
        "kept too long": put(backup, ["max_backup_num"], 5),
        "declared to be kept for two weeks": declare(
            ["entrustedWork", "reading", "temporaryStorage", "retention"], "P14D"
        ),
    }.items():
        yield contradiction(name, change, said(KEPT, "observed_retention_longer", READING))
    yield contradiction("more of them, more often", put(backup, ["weekdays"], ["mon", "thu"]))
    for name, field in {"how many": "max_backup_num", "on which days": "weekdays"}.items():
        yield contradiction(
            f"backups of which nobody knows yet {name}",
            late(backup, [field]),
            said(KEPT, "observed_retention_unknown", READING),
        )


def _of_shared_things() -> Iterator[Contradiction]:
    peer, mark = ["site_to_site_vpn", 0, "peer"], ["tags", 2]
    others = {
        "maintenance": ("bunkaiten:remote-maintenance=pacs", said(READS, "observed_stranger_in", PACS)),
        # staff are wherever they are, and what a storage leads to the exchange asks too
        "telework": ("bunkaiten:telework=night-duty", ()),
        "storage": ("bunkaiten:external-storage=archive", ()),
    }
    for name, (word, says) in others.items():
        shared = put(LINE, mark, word)
        yield contradiction(f"router of the clinic for a {name} too", shared)
        yield contradiction(
            f"router of the clinic for a {name} too, and to a stranger",
            both(shared, put(LINE, peer, "192.0.2.99")),
            said(PEERS, "observed_stranger", REFERRAL),
            says,
        )
    yield contradiction(
        "router of another clinic for the provider's exchange too",
        put(LINE.replace("midori", "wakaba"), mark, "bunkaiten:exchange=images"),
        said(ROUTERS, "observed_operator_unknown", IMAGES),
    )


def _of_claims() -> Iterator[Contradiction]:
    for name, type_, values in (
        ("remote access", "vpc_router", {"l2tp": [{"range_start": "192.168.10.200"}]}),
        ("tunnel", "vpc_router", {"site_to_site_vpn": [{"peer": "198.51.100.7", "routes": []}]}),
        ("server on the internet", "server", {"network_interface": [{"upstream": "shared"}]}),
        ("site of the web accelerator", "webaccel", {"request_protocol": "https", "origin_parameters": []}),
        ("application", "apprun_application", {"name": "new"}),
        ("closed connection", "local_router", {"peer": [{"peer_id": "113300000099"}]}),
        ("registry that everybody may read", "container_registry", {"access_level": "readonly"}),
    ):
        yield contradiction(
            f"{name} that nobody declared",
            add(f"sakuracloud_{type_}.new", values),
            said(DECLARED, "crossing_undeclared", f"terraform:sakuracloud_{type_}.new"),
        )
    for name, type_, values in (
        ("server inside", "server", {"network_interface": [{"upstream": "disconnect"}]}),
        ("router that leads nowhere", "vpc_router", {"name": "new"}),
        ("disk", "disk", {"zone": "is1a"}),
        ("tag of its own", "switch", {"tags": ["bunkaiten", "@auto-reboot", "窓口=青葉"]}),
    ):
        yield contradiction(f"{name} that nobody has to declare", add(f"sakuracloud_{type_}.new", values))
    yield contradiction(
        "server on a switch that the plan does not make",
        add("sakuracloud_server.new", {"network_interface": [{"upstream": "113300000055"}]}),
        said(DECLARED, "crossing_unknown", "terraform:sakuracloud_server.new"),
    )
    yield contradiction(
        "switch on a bridge that leads nobody knows where",
        put("sakuracloud_switch.clinical", ["bridge_id"], "113300000071"),
        said(DECLARED, "crossing_unknown", "terraform:sakuracloud_switch.clinical"),
    )
    yield contradiction(
        "IPv6 that no packet filter sees",
        put("sakuracloud_internet.portal", ["enable_ipv6"], value=True),
        said(DECLARED, "crossing_undeclared", "terraform:sakuracloud_internet.portal"),
    )
    for type_ in ("esme", "mobile_gateway", "vpc_router_site_to_site_vpn"):
        yield contradiction(
            f"type that nobody reads, {type_}",
            add(f"sakuracloud_{type_}.new", {"name": "new"}),
            said(DECLARED, "type_not_read", f"terraform:sakuracloud_{type_}.new"),
        )
    yield contradiction(
        "marker that names nothing",
        put("sakuracloud_nfs.images", ["tags", 0], "bunkaiten:external-storage=archives"),
        said(DECLARED, "marker_names_nothing", "terraform:sakuracloud_nfs.images"),
    )
    yield contradiction(
        "store of two, one by reference and one by marker",
        join(["externalStorage", "archive", "implementedBy"], "terraform:sakuracloud_auto_backup.reading"),
        said(ONE, "claimed_by_two", ARCHIVE, READING),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )


def _of_names() -> Iterator[Contradiction]:
    yield contradiction(
        "store of two, both by reference",
        join(["entrustedWork", "reading", "implementedBy"], "terraform:sakuracloud_database.index"),
        said(ONE, "named_by_two", ARCHIVE, READING),
        # it is in the other zone, and nothing tells how long it keeps
        said(HOLDS, "observed_elsewhere", READING),
        said(KEPT, "observed_retention_unknown", READING),
    )
    yield contradiction(
        "work of which nothing is marked any more",
        put("sakuracloud_auto_backup.reading", ["tags", 0], "画像"),
        said(EXISTS, "nothing_compared", READING),
    )
    for tag, requirements, subject in (
        ("bunkaiten:exchange=referral", PEERS, REFERRAL),
        ("bunkaiten:exchange=images", PROVIDED, IMAGES),
        ("bunkaiten:external-storage=archive", HOLDS, ARCHIVE),
    ):
        yield contradiction(
            f"type that nobody reads, and a marker alone, of {subject}",
            add("sakuracloud_gslb.new", {"tags": [tag]}),
            said(requirements, "observed_type_by_pattern", subject),
        )
