"""What can go wrong in a hospital's stack on Azure: fixtures/scenarios/hospital-on-azure."""

from collections.abc import Iterator
from itertools import chain

from contradictions import plans
from contradictions.case import Change, Contradiction, Stack, contradiction, said
from contradictions.edits import act, add, both, declare, drop, join, late, put, tag, untag

SCENARIO = "hospital-on-azure"

REFERRAL = "aoba-group/exchanges/referral"
IMAGES = "aoba-group/exchanges/images"
ARCHIVE = "aoba-group/externalStorage/archive"
NIGHT_DUTY = "aoba-group/telework/night-duty"
PACS = "aoba-group/remoteMaintenance/pacs"
READING = "aoba-group/entrustedWork/reading"

MIDORI = 'module.line["midori"]'
STRANGER = "5b1c7a3e-0000-4000-8000-0000000000ff"
OWN_ID = "/subscriptions/5B1C7A3E-0000-4000-8000-000000000001/resourceGroups/rg/providers"
ID = f"/subscriptions/{STRANGER}/resourceGroups/rg/providers"

PEERS, PROVIDED, ROUTERS = ("4.3-1a2-08",), ("4.3-1a1-06",), ("4.3-1a1-02",)
BEGINS, ENDS, METHOD = ("4.3-1b1-01",), ("4.3-1b1-02",), ("4.3-1b1-03",)
SHARING = ("4.3-1c-04", "4.3-1c-05")
STAFF, LINES, DOORS = ("4.3-2a-03",), ("4.3-2a-06",), ("4.3-2a-07",)
READS, WRITES = ("4.3-2b-02",), ("4.3-2b-03",)
KEPT = ("4.3-3-03",)
DECLARED, HOLDS, EXISTS, ONE = ("bunkaiten-01",), ("bunkaiten-04",), ("bunkaiten-05",), ("bunkaiten-06",)

TUNNEL = f"{MIDORI}.azurerm_virtual_network_gateway_connection.this"
PORT, CIRCUIT = "azurerm_express_route_port.images", "azurerm_express_route_circuit.images"
LAID, JOINT = "azurerm_express_route_circuit_peering.images", "azurerm_virtual_network_peering.images"
NETWORKS = "azurerm_storage_account_network_rules.archive"
READ = "azurerm_storage_account.reading"
WAY = ("exchanges", "referral", "encryption")
TAGS = ("tags",)


def all_of_them() -> Iterator[Contradiction]:
    """Yield every contradiction, with names of their own."""
    return chain(
        plans.all_of(
            plans.Scenario(
                cloud="azurerm",
                unread="azurerm_kubernetes_cluster",
                referral=REFERRAL,
                tunnel=TUNNEL,
                images=IMAGES,
                line=LAID,
                joint=JOINT,
                is_joint_named=True,
            )
        ),
        _of_peers(),
        _of_the_providers_line(),
        _of_what_listens_on_the_line(),
        _of_tunnels(),
        _of_what_listens(),
        _of_the_front_door(),
        _of_private_links(),
        _of_stores(),
        _of_databases(),
        _of_access(),
        _of_entrances(),
        _of_time(),
        _of_crossings(),
        _of_what_leads_elsewhere(),
        _of_names(),
        _of_claims(),
    )


def _of_peers() -> Iterator[Contradiction]:
    router = f"{MIDORI}.azurerm_local_network_gateway.this"
    group = "azurerm_network_security_group.portal"
    rule = 'azurerm_network_security_rule.portal["midori"]'
    yield contradiction(
        "tunnel to a stranger",
        put(router, ["gateway_address"], "192.0.2.99"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "tunnel to somebody not yet known",
        late(router, ["gateway_address"]),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    yield contradiction(
        "network behind a tunnel that is another's",
        put(router, ["address_space"], ["192.0.2.0/24"]),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "in from everybody",
        put(rule, ["source_address_prefix"], "Internet"),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield contradiction(
        "in from a stranger, in the other attribute",
        put(rule, ["source_address_prefixes"], ["192.0.2.0/24"]),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "in from a service of Azure",
        put(rule, ["source_address_prefix"], "Storage.JapanEast"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "in from whoever has a machine in Azure",
        put(rule, ["source_address_prefix"], "AzureCloud"),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield contradiction(
        "in from what Azure manages its gateways by",
        put(rule, ["source_address_prefix"], "GatewayManager"),
    )
    yield contradiction("what denies is no way in", put(rule, ["access"], "Deny"))
    yield contradiction(
        "in from somebody not yet known",
        late(rule, ["source_address_prefix"]),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    yield contradiction(
        "out to everybody, since nothing keeps it in",
        put(group, ["security_rule"], []),
        said(PEERS, "observed_anybody", REFERRAL),
    )


def _of_the_providers_line() -> Iterator[Contradiction]:
    yield contradiction(
        "one link of the provider's line without keys",
        put(PORT, ["link2", 0, "macsec_cak_keyvault_secret_id"], None),
        # the port, and the circuit over it
        said(HOLDS, "observed_line_unencrypted", IMAGES, times=2),
    )
    yield contradiction(
        "one link of the provider's line switched off",
        put(PORT, ["link2"], [{"admin_enabled": False}]),
    )
    yield contradiction(
        "link of the provider's line of which nothing is known yet",
        late(PORT, ["link1"]),
        said(HOLDS, "observed_line_unknown", IMAGES, times=2),
    )
    yield contradiction(
        "routers of the circuit that the hospital configures",
        tag(CIRCUIT, "bunkaiten:operated-by", "aoba", attributes=TAGS),
        said(ROUTERS, "observed_own_router", IMAGES),
    )
    yield contradiction(
        "provider's subscription no longer declared",
        declare(["parties", "shinshu-net", "identifiedBy"], {"networks": ["203.0.113.128/28"]}),
        said(ROUTERS, "observed_operator_unknown", IMAGES),
        # the hospital's network is joined to a stranger's
        said(ROUTERS, "observed_own_router", IMAGES),
        said(PROVIDED, "observed_stranger", IMAGES),
    )
    other = ["remote_virtual_network_id"]
    yield contradiction(
        "network joined to a stranger's",
        put(JOINT, other, f"{ID}/Microsoft.Network/virtualNetworks/vnet"),
        said(ROUTERS, "observed_own_router", IMAGES),
        said(PROVIDED, "observed_stranger", IMAGES),
    )
    yield contradiction(
        "network joined to nobody yet known",
        late(JOINT, other),
        said(ROUTERS, "observed_joint_unknown", IMAGES),
        said(PROVIDED, "observed_peer_unknown", IMAGES),
    )
    group = "azurerm_network_security_group.images"
    for name, network, code in (
        ("a stranger", "192.0.2.0/24", "observed_stranger"),
        ("everybody", "Internet", "observed_anybody"),
    ):
        yield contradiction(
            f"images let out to {name}",
            _of_rule(group, "to-midori", "destination_address_prefix", network),
            said(PROVIDED, code, IMAGES),
        )
    yield contradiction(
        "network of the clinic declared to be the maintainer's too",
        join(["parties", "medifix", "identifiedBy", "networks"], "198.51.100.64/28"),
        # out of the portal and into it, over the tunnel
        said(PEERS, "observed_peer_ambiguous", REFERRAL, times=3),
        said(PROVIDED, "observed_peer_ambiguous", IMAGES),
        said(DECLARED, "crossing_beyond_unknown", f"terraform:{NETWORKS}"),
    )


def _of_what_listens_on_the_line() -> Iterator[Contradiction]:
    gateway = {
        "frontend_ip_configuration": [{"name": "public", "public_ip_address_id": f"{OWN_ID}/pip"}],
        "tags": {"bunkaiten:exchange": "images"},
    }
    listener = {"name": "new", "frontend_ip_configuration_name": "public"}
    yield contradiction(
        "listener in plain text on the provider's network",
        add(
            "azurerm_application_gateway.new",
            {**gateway, "http_listener": [{**listener, "protocol": "Http"}]},
        ),
        said(METHOD, "observed_plaintext", IMAGES),
    )
    yield contradiction(
        "listener on the provider's network of which the protocol is not yet known",
        add(
            "azurerm_application_gateway.new",
            {**gateway, "http_listener": [listener]},
            open_at=["http_listener", 0, "protocol"],
        ),
        said(METHOD, "observed_encryption_unknown", IMAGES),
    )


def _of_tunnels() -> Iterator[Contradiction]:
    policy = ["ipsec_policy", 0]
    yield contradiction(
        "old version of IKE",
        put(TUNNEL, ["connection_protocol"], "IKEv1"),
        said(METHOD, "observed_old_key_exchange", REFERRAL),
    )
    yield contradiction(
        "cipher of the key exchange not yet known",
        late(TUNNEL, [*policy, "ike_encryption"]),
        said(METHOD, "observed_key_exchange_open", REFERRAL),
    )
    for field, cipher in (
        ("ipsec_encryption", "DES3"),
        ("ipsec_encryption", "None"),
        ("ike_encryption", "DES"),
        ("ike_integrity", "MD5"),
    ):
        yield contradiction(
            f"{field} is {cipher}",
            put(TUNNEL, [*policy, field], cipher),
            said(METHOD, "observed_weak_cipher", REFERRAL),
        )
    yield contradiction(
        "ciphers left to Azure",
        put(TUNNEL, ["ipsec_policy"], []),
        said(METHOD, "observed_cipher_open", REFERRAL),
    )
    yield contradiction(
        "SSH alone declared",
        declare([*WAY, "method"], {"protocol": "SSH 2", "algorithm": "AES-256-GCM"}),
        # the portal, the front door, and what it hands on
        said(METHOD, "observed_other_method", REFERRAL, times=3),
    )


def _of_what_listens() -> Iterator[Contradiction]:
    gateway = "azurerm_application_gateway.portal"
    yield contradiction(
        "listener in plain text",
        put(gateway, ["http_listener", 0, "protocol"], "Http"),
        said(BEGINS, "observed_plaintext", REFERRAL),
    )
    yield contradiction(
        "protocol of a listener not yet known",
        late(gateway, ["http_listener", 0, "protocol"]),
        said(BEGINS, "observed_encryption_unknown", REFERRAL),
    )
    yield contradiction(
        "old protocols accepted",
        put(gateway, ["ssl_policy", 0, "policy_name"], "AppGwSslPolicy20150501"),
        said(METHOD, "observed_weak_protocol", REFERRAL),
    )
    yield contradiction(
        "policy of TLS not yet known",
        late(gateway, ["ssl_policy", 0, "policy_name"]),
        said(METHOD, "observed_protocol_unknown", REFERRAL),
    )
    yield contradiction("policy of TLS chosen by nobody", put(gateway, ["ssl_policy"], []))
    yield contradiction(
        "TLS ended at what the provider operates",
        tag(gateway, "bunkaiten:operated-by", "shinshu-net", attributes=("tags",)),
        said(ENDS, "observed_relay", REFERRAL),
    )

    yield contradiction(
        "TLS ended at what nobody is known to operate",
        declare(
            ["parties", "aoba", "identifiedBy"],
            {"networks": ["203.0.113.0/28"], "hosts": ["*.aoba.example"]},
        ),
        # the portal and the front door
        said(ENDS, "observed_operator_unknown", REFERRAL, times=2),
    )
    yield contradiction(
        "listener of the provider's of which nobody knows yet whether it decrypts",
        add(
            "azurerm_application_gateway.new",
            {
                "http_listener": [{"name": "new"}],
                "tags": {"bunkaiten:exchange": "referral", "bunkaiten:operated-by": "shinshu-net"},
            },
            open_at=["http_listener", 0, "protocol"],
        ),
        said(BEGINS, "observed_encryption_unknown", REFERRAL),
        said(ENDS, "observed_decryption_unknown", REFERRAL),
    )


def _of_the_front_door() -> Iterator[Contradiction]:
    route, origin = "azurerm_cdn_frontdoor_route.booking", "azurerm_cdn_frontdoor_origin.booking"
    yield contradiction(
        "front door that takes plain text as well",
        put(route, ["supported_protocols"], ["Http", "Https"]),
        said(BEGINS, "observed_plaintext", REFERRAL),
    )
    yield contradiction(
        "protocols of the front door not yet known",
        late(route, ["supported_protocols"]),
        said(BEGINS, "observed_encryption_unknown", REFERRAL),
    )
    yield contradiction(
        "old protocols accepted by the front door",
        put("azurerm_cdn_frontdoor_custom_domain.booking", ["tls", 0, "minimum_version"], "TLS10"),
        said(METHOD, "observed_weak_protocol", REFERRAL),
    )
    yield contradiction(
        "front door that the provider operates",
        tag("azurerm_cdn_frontdoor_profile.booking", "bunkaiten:operated-by", "shinshu-net", attributes=TAGS),
        said(ENDS, "observed_relay", REFERRAL),
    )
    yield contradiction(
        "handed on in plain text",
        put(route, ["forwarding_protocol"], "HttpOnly"),
        said(BEGINS, "observed_plain_sending", REFERRAL),
    )
    yield contradiction(
        "handed on nobody knows yet how",
        late(route, ["forwarding_protocol"]),
        said(BEGINS, "observed_sending_unknown", REFERRAL),
    )
    yield contradiction(
        "handed on to a stranger",
        put(origin, ["host_name"], "origin.elsewhere.example"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction("front door switched off", put(route, ["enabled"], value=False))


def _of_private_links() -> Iterator[Contradiction]:
    service, endpoint = "azurerm_private_link_service.portal", "azurerm_private_endpoint.new"
    yield contradiction(
        "everybody let in unseen",
        put(service, ["auto_approval_subscription_ids"], ["*"]),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield contradiction(
        "subscription of a stranger that may ask",
        put(service, ["visibility_subscription_ids", 1], STRANGER),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield contradiction(
        "somebody not yet known let in unseen",
        late(service, ["auto_approval_subscription_ids"]),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    alias = "portal.6b0f4a4e-0000-4000-8000-000000000001.japaneast.azure.privatelinkservice"
    yield contradiction(
        "endpoint of a stranger's service",
        add(
            endpoint,
            {
                "private_service_connection": [{"private_connection_resource_alias": alias}],
                "tags": {"bunkaiten:exchange": "referral"},
            },
        ),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    for name, subscription, says in (
        ("a stranger's", ID, said(DECLARED, "crossing_beyond", f"terraform:{endpoint}")),
        ("one's own", OWN_ID, ()),
    ):
        yield contradiction(
            f"endpoint of {name} database beside the archive",
            add(
                endpoint,
                {
                    "private_service_connection": [
                        {"private_connection_resource_id": f"{subscription}/Microsoft.Sql/servers/sql"}
                    ],
                    "tags": {"bunkaiten:external-storage": "archive"},
                },
            ),
            says,
        )


def _of_stores() -> Iterator[Contradiction]:
    account, index = "azurerm_storage_account.archive", "azurerm_postgresql_flexible_server.index"
    yield contradiction(
        "copy in the paired region",
        put(account, ["account_replication_type"], "GRS"),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )
    yield contradiction(
        "kind of redundancy not yet known",
        late(account, ["account_replication_type"]),
        said(HOLDS, "observed_store_unknown", ARCHIVE),
    )
    yield contradiction(
        "archive in another region",
        put(account, ["location"], "southeastasia"),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )
    yield contradiction(
        "backups in the paired region",
        put(index, ["geo_redundant_backup_enabled"], value=True),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )
    yield contradiction(
        "containers that may be public, and none is",
        put(account, ["allow_nested_items_to_be_public"], value=True),
    )
    yield contradiction(
        "container that would be public, were that not switched off",
        put("azurerm_storage_container.images", ["container_access_type"], "blob"),
    )
    yield contradiction(
        "archive copied into another's account",
        add(
            "azurerm_storage_object_replication.out",
            {
                "source_storage_account_id": "staobaarchive",
                "destination_storage_account_id": f"{ID}/Microsoft.Storage/storageAccounts/st",
            },
        ),
        said(SHARING, "observed_reader", ARCHIVE),
        said(HOLDS, "observed_store_unknown", ARCHIVE),
    )
    yield contradiction(
        "archive open to replication by other tenants",
        put(account, ["cross_tenant_replication_enabled"], value=True),
        said(SHARING, "observed_reader_unknown", ARCHIVE),
    )
    yield contradiction(
        "store in another custodian's account",
        tag(account, "bunkaiten:operated-by", "hikari", attributes=("tags",)),
        said(HOLDS, "observed_other_custodian", ARCHIVE),
    )
    yield contradiction(
        "another region declared",
        declare(["externalStorage", "archive", "location", "region"], "japanwest"),
        # the account, two databases and their backups
        said(HOLDS, "observed_elsewhere", ARCHIVE, times=5),
    )
    yield contradiction(
        "work's store a site for everybody",
        both(
            put(READ, ["network_rules", 0, "default_action"], "Allow"),
            put(READ, ["static_website"], [{"index_document": "index.html"}]),
        ),
        said(HOLDS, "observed_public_store", READING),
    )
    yield contradiction(
        "work's store open to a stranger's network",
        put(READ, ["network_rules", 0, "ip_rules"], ["192.0.2.0/28"]),
        # who logs in comes from there
        said(HOLDS, "observed_other_reader", READING),
        said(DECLARED, "crossing_beyond", f"terraform:{READ}"),
    )
    yield contradiction(
        "work's store open to nobody yet known",
        late(READ, ["network_rules", 0, "ip_rules"]),
        said(HOLDS, "observed_entry_unknown", READING),
        said(DECLARED, "crossing_beyond_unknown", f"terraform:{READ}"),
    )
    yield contradiction(
        "work's store open to replication by other tenants",
        put(READ, ["cross_tenant_replication_enabled"], value=True),
        said(HOLDS, "observed_reader_unknown", READING),
    )
    yield contradiction(
        "archive open to a stranger's network",
        put(NETWORKS, ["ip_rules", 0], "192.0.2.0/28"),
        said(DECLARED, "crossing_beyond", f"terraform:{NETWORKS}"),
    )
    yield contradiction(
        "archive open to nobody yet known",
        late(NETWORKS, ["ip_rules"]),
        said(DECLARED, "crossing_beyond_unknown", f"terraform:{NETWORKS}"),
    )
    yield contradiction(
        "clinic no longer declared to share",
        declare(["externalStorage", "archive", "sharedWith"], ["sakura"]),
        # its network is let in all the same
        said(DECLARED, "crossing_beyond", f"terraform:{NETWORKS}"),
        # and the other clinic has agreed to nothing
        said(("4.3-1c-04",), "matter_not_settled", ARCHIVE),
        said(("4.3-1c-06",), "no_agreement", ARCHIVE),
    )


def _of_databases() -> Iterator[Contradiction]:
    server, database = "azurerm_mssql_server.reports", "azurerm_mssql_database.reports"
    rule = "azurerm_mssql_firewall_rule.hospital"
    zero = "0.0.0.0"  # noqa: S104 - the first address of everybody's, and Azure's word for itself
    for name, first, last, says in (
        ("everybody", zero, "255.255.255.255", said(HOLDS, "observed_open_door", ARCHIVE)),
        ("what runs in Azure", zero, zero, said(SHARING, "observed_reader_unknown", ARCHIVE)),
        ("a stranger", "192.0.2.0", "192.0.2.255", said(DECLARED, "crossing_beyond", f"terraform:{rule}")),
        ("the clinic", "198.51.100.64", "198.51.100.79", ()),
    ):
        yield contradiction(
            f"database open to {name}",
            both(put(rule, ["start_ip_address"], first), put(rule, ["end_ip_address"], last)),
            says,
        )
    yield contradiction(
        "database open to nobody yet known",
        late(rule, ["start_ip_address"]),
        said(HOLDS, "observed_entry_unknown", ARCHIVE),
        said(DECLARED, "crossing_beyond_unknown", f"terraform:{rule}"),
    )
    yield contradiction(
        "database closed to the internet", put(server, ["public_network_access_enabled"], value=False)
    )
    yield contradiction(
        "database in another region",
        put(server, ["location"], "southeastasia"),
        # the database and its backups
        said(HOLDS, "observed_elsewhere", ARCHIVE, times=2),
    )
    yield contradiction(
        "backups of the database in the paired region",
        put(database, ["storage_account_type"], "Geo"),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )


def _of_access() -> Iterator[Contradiction]:
    desk, vendor = "azurerm_network_security_group.viewer", "azurerm_network_security_rule.pacs"
    bastion, role = "azurerm_bastion_host.pacs", "azurerm_role_assignment.vendor"
    lighthouse = "azurerm_lighthouse_definition.vendor"
    yield contradiction(
        "remote desktop open to the world under telework",
        _of_rule(desk, "desktop", "source_address_prefix", "*"),
        said(DOORS, "observed_open_door", NIGHT_DUTY),
    )
    yield contradiction(
        "SSH open to the world under maintenance",
        put(vendor, ["source_address_prefix"], "0.0.0.0/0"),
        said(READS, "observed_open_door", PACS),
    )
    yield contradiction(
        "SSH open to a stranger under maintenance",
        put(vendor, ["source_address_prefix"], "192.0.2.0/24"),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "SSH open to somebody not yet known under maintenance",
        late(vendor, ["source_address_prefix"]),
        said(READS, "observed_entry_unknown", PACS),
    )
    yield contradiction(
        "sessions that leave no record",
        put(bastion, ["session_recording_enabled"], value=False),
        said(WRITES, "observed_no_log", PACS),
    )
    yield contradiction(
        "vendor that may do everything",
        put(role, ["role_definition_name"], "Owner"),
        said([*READS, *WRITES], "observed_rights", PACS),
    )
    yield contradiction(
        "vendor of whom nobody knows yet what it may do",
        late(role, ["role_definition_name"]),
        said([*READS, *WRITES], "observed_rights_unknown", PACS),
    )
    yield contradiction(
        "tenant of another",
        put(lighthouse, ["managing_tenant_id"], STRANGER),
        said(READS, "observed_stranger_in", PACS),
    )
    yield contradiction(
        "tenant of another that may do everything",
        put(lighthouse, ["authorization", 0, "role_definition_id"], "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"),
        said([*READS, *WRITES], "observed_rights", PACS),
    )
    yield contradiction(
        "telework over a line that is not listed",
        drop(["telework", "night-duty", "media"], "internet"),
        said(LINES, "observed_line", NIGHT_DUTY),
    )
    yield contradiction(
        "telework of which nothing is recorded",
        act("azurerm_monitor_diagnostic_setting.duty", "delete"),
        said(DOORS, "observed_no_log", NIGHT_DUTY),
    )


def _of_entrances() -> Iterator[Contradiction]:
    duty, desk = "azurerm_virtual_network_gateway.duty", "azurerm_network_security_group.viewer"
    tenant = ["vpn_client_configuration", 0, "aad_tenant"]
    yield contradiction(
        "people of the maintainer's tenant in by telework",
        put(duty, tenant, "https://login.microsoftonline.com/99999999-9999-4999-8999-999999999999/"),
        said(STAFF, "observed_stranger_in", NIGHT_DUTY),
    )
    yield contradiction(
        "people of a tenant not yet known in by telework",
        late(duty, tenant),
        said(DOORS, "observed_entry_unknown", NIGHT_DUTY),
    )
    yield contradiction(
        "remote desktop open to the maintainer under telework",
        _of_rule(desk, "desktop", "source_address_prefix", "203.0.113.64/28"),
        said(STAFF, "observed_stranger_in", NIGHT_DUTY),
    )
    yield contradiction(
        "remote desktop open to a service of Azure under telework",
        _of_rule(desk, "desktop", "source_address_prefix", "Storage.JapanEast"),
        said(STAFF, "observed_stranger_unknown", NIGHT_DUTY),
    )
    yield contradiction(
        "remote desktop open to whoever has a machine in Azure under telework",
        _of_rule(desk, "desktop", "source_address_prefix", "AzureCloud"),
        said(DOORS, "observed_open_door", NIGHT_DUTY),
    )
    yield contradiction(
        "SSH open to a service of Azure under maintenance",
        put("azurerm_network_security_rule.pacs", ["source_address_prefix"], "Storage.JapanEast"),
        said(READS, "observed_stranger_unknown", PACS),
    )
    yield contradiction(
        "SSH open to whoever has a machine in Azure under maintenance",
        put("azurerm_network_security_rule.pacs", ["source_address_prefix"], "AzureCloud"),
        said(READS, "observed_open_door", PACS),
    )
    yield contradiction(
        "sessions of which it is not yet known whether they are recorded",
        late("azurerm_bastion_host.pacs", ["session_recording_enabled"]),
        said(WRITES, "observed_log_unknown", PACS),
    )


def _of_time() -> Iterator[Contradiction]:
    rules = "azurerm_storage_management_policy.reading"
    period = ["rule", 0, "actions", 0, "base_blob", 0, "delete_after_days_since_creation_greater_than"]
    yield contradiction(
        "kept too long", put(rules, period, 60), said(KEPT, "observed_retention_longer", READING)
    )
    yield contradiction(
        "kept for ever, nothing chosen",
        put(rules, period, -1),
        said(KEPT, "observed_retention_longer", READING),
    )
    yield contradiction(
        "kept for ever, but for a part",
        put(rules, ["rule", 0, "filters", 0, "prefix_match"], ["work/"]),
        said(KEPT, "observed_retention_longer", READING),
    )
    yield contradiction(
        "kept for ever, the rules deleted",
        act(rules, "delete"),
        said(KEPT, "observed_retention_longer", READING),
    )
    yield contradiction(
        "kept for nobody knows yet how long",
        late(rules, period),
        said(KEPT, "observed_retention_unknown", READING),
    )
    yield contradiction(
        "recoverable for a week more",
        put(
            "azurerm_storage_account.reading",
            ["blob_properties"],
            [{"delete_retention_policy": [{"days": 7}]}],
        ),
        said(KEPT, "observed_retention_longer", READING),
    )


def _of_crossings() -> Iterator[Contradiction]:
    yield contradiction(
        "peering with a stranger",
        add(
            "azurerm_virtual_network_peering.new",
            {"remote_virtual_network_id": f"{ID}/Microsoft.Network/virtualNetworks/vnet"},
        ),
        said(DECLARED, "crossing_undeclared", "terraform:azurerm_virtual_network_peering.new"),
    )
    yield contradiction(
        "peering of one's own",
        add(
            "azurerm_virtual_network_peering.new",
            {
                "remote_virtual_network_id": f"{OWN_ID}/Microsoft.Network/virtualNetworks/vnet",
            },
        ),
    )


def _of_what_leads_elsewhere() -> Iterator[Contradiction]:
    yield contradiction(
        "rule of a load balancer that no plan shows",
        add(
            "azurerm_lb_rule.new", {"loadbalancer_id": f"{OWN_ID}/Microsoft.Network/lb", "frontend_port": 443}
        ),
        said(DECLARED, "crossing_unknown", "terraform:azurerm_lb_rule.new"),
    )
    desk = "azurerm_network_security_group.viewer"
    yield contradiction(
        "telework lets out to everybody",
        _of_rule(desk, "to-nobody", "access", "Allow"),
        said(DECLARED, "open_way_out", f"terraform:{desk}"),
    )
    yield contradiction(
        "role on the store for somebody of the own tenant",
        add(
            "azurerm_role_assignment.new",
            {
                "scope": "staobaarchive",
                "role_definition_name": "Reader",
                "principal_id": "77777777-7777-4777-8777-777777777777",
            },
        ),
    )
    for marker, requirements, subject in (
        ({"bunkaiten:exchange": "referral"}, PEERS, REFERRAL),
        ({"bunkaiten:exchange": "images"}, PROVIDED, IMAGES),
        ({"bunkaiten:external-storage": "archive"}, HOLDS, ARCHIVE),
    ):
        yield contradiction(
            f"type that nobody reads, and a marker alone, of {subject}",
            add("azurerm_kubernetes_cluster.new", {"tags": marker}),
            said(requirements, "observed_type_by_pattern", subject),
        )


def _of_names() -> Iterator[Contradiction]:
    account = "azurerm_storage_account.archive"
    yield contradiction(
        "marker that names nothing",
        tag(account, "bunkaiten:external-storage", "archives", attributes=TAGS),
        said(DECLARED, "marker_names_nothing", f"terraform:{account}"),
        said(DECLARED, "crossing_undeclared", f"terraform:{NETWORKS}"),
    )
    yield contradiction(
        "party that operates and that is not declared",
        tag(CIRCUIT, "bunkaiten:operated-by", "shinshu", attributes=TAGS),
        said(DECLARED, "marker_names_nothing", f"terraform:{CIRCUIT}"),
    )
    yield contradiction(
        "work of which nothing is marked any more",
        untag(READ, "bunkaiten:entrusted-work", attributes=TAGS),
        said(EXISTS, "nothing_compared", READING),
        said(
            DECLARED,
            "crossing_undeclared",
            f"terraform:{READ}",
            "terraform:azurerm_storage_account_local_user.hikari",
        ),
    )
    yield contradiction(
        "pattern of the lines that fits nothing",
        declare(["exchanges", "referral", "implementedBy", 0], "terraform:module.lines[*"),
        said(EXISTS, "thing_not_found", REFERRAL),
        # the connections are points, and what they lead to belongs to them
    )
    yield contradiction(
        "demarcation point deleted", act(TUNNEL, "delete"), said(EXISTS, "thing_not_found", REFERRAL)
    )
    yield contradiction("demarcation point left as it is", act(TUNNEL, "no-op"))


def _of_claims() -> Iterator[Contradiction]:
    machine = "azurerm_linux_virtual_machine.pacs"
    yield contradiction(
        "way in of two, one by reference and one by marker",
        tag(machine, "bunkaiten:telework", "night-duty", attributes=TAGS),
        said(ONE, "claimed_by_two", NIGHT_DUTY, PACS),
        # whose people come over SSH is known
        said(STAFF, "observed_stranger_in", NIGHT_DUTY),
    )
    yield contradiction(
        "way in of two, both by reference",
        join(["telework", "night-duty", "implementedBy"], f"terraform:{machine}"),
        said(ONE, "named_by_two", NIGHT_DUTY, PACS),
        said(STAFF, "observed_stranger_in", NIGHT_DUTY),
    )
    yield contradiction(
        "store of two, one by reference and one by marker",
        join(["externalStorage", "archive", "implementedBy"], f"terraform:{READ}"),
        said(ONE, "claimed_by_two", ARCHIVE, READING),
        # who logs in at the contractor's
        said(SHARING, "observed_reader", ARCHIVE),
    )
    yield contradiction(
        "store of two, both by marker",
        tag(READ, "bunkaiten:external-storage", "archive", attributes=TAGS),
        said(ONE, "claimed_by_two", ARCHIVE, READING),
        said(SHARING, "observed_reader", ARCHIVE),
    )


def _of_rule(address: str, named: str, field: str, value: object) -> Change:
    """Return the change of `field` in the block of rules that has the name."""

    def change(stack: Stack) -> None:
        blocks = stack.change_of(address)["after"]["security_rule"]
        [block] = [each for each in blocks if each["name"] == named]
        block[field] = value

    return change
