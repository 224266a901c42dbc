"""What can go wrong in a hospital's stack on Azure: fixtures/scenarios/hospital-on-azure."""

from collections.abc import Iterator
from itertools import chain

from contradictions.case import Change, Contradiction, Said, Stack, said
from contradictions.edits import act, add, declare, drop, late, put, tag

SCENARIO = "hospital-on-azure"

REFERRAL = "aoba-group/exchanges/referral"
ARCHIVE = "aoba-group/externalStorage/archive"
NIGHT_DUTY = "aoba-group/telework/night-duty"
PACS = "aoba-group/remoteMaintenance/pacs"
READING = "aoba-group/entrustedWork/reading"

MIDORI = 'module.line["midori"]'
STRANGER = "5b1c7a3e-0000-4000-8000-0000000000ff"
OWN_ID = "/subscriptions/5B1C7A3E-0000-4000-8000-000000000001/resourceGroups/rg/providers"
ID = f"/subscriptions/{STRANGER}/resourceGroups/rg/providers"

PEERS = ("4.3-1a2-08",)
BEGINS, ENDS, METHOD = ("4.3-1b1-01",), ("4.3-1b1-02",), ("4.3-1b1-03",)
SHARING = ("4.3-1c-04", "4.3-1c-05")
STAFF, LINES, DOORS = ("4.3-2a-03",), ("4.3-2a-06",), ("4.3-2a-07",)
READS, WRITES = ("4.3-2b-02",), ("4.3-2b-03",)
KEPT = ("4.3-3-03",)
DECLARED, HOLDS = ("bunkaiten-01",), ("bunkaiten-04",)


def all_of_them() -> Iterator[Contradiction]:
    """Yield every contradiction, with names of their own."""
    return chain(_of_peers(), _of_what_listens(), _of_stores(), _of_access(), _of_time(), _of_crossings())


def _case(name: str, change: Change, *says: tuple[Said, ...]) -> Contradiction:
    return Contradiction(name=name, change=change, says=tuple(chain(*says)))


def _of_peers() -> Iterator[Contradiction]:
    router = f"{MIDORI}.azurerm_local_network_gateway.this"
    group = "azurerm_network_security_group.portal"
    rule = 'azurerm_network_security_rule.portal["midori"]'
    yield _case(
        "tunnel to a stranger",
        put(router, ["gateway_address"], "192.0.2.99"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield _case(
        "tunnel to somebody not yet known",
        late(router, ["gateway_address"]),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    yield _case(
        "network behind a tunnel that is another's",
        put(router, ["address_space"], ["192.0.2.0/24"]),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield _case(
        "in from everybody",
        put(rule, ["source_address_prefix"], "Internet"),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield _case(
        "in from a stranger, in the other attribute",
        put(rule, ["source_address_prefixes"], ["192.0.2.0/24"]),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield _case(
        "in from a service of Azure",
        put(rule, ["source_address_prefix"], "Storage.JapanEast"),
        said(PEERS, "observed_stranger", REFERRAL),
    )
    yield _case(
        "in from whoever has a machine in Azure",
        put(rule, ["source_address_prefix"], "AzureCloud"),
        said(PEERS, "observed_anybody", REFERRAL),
    )
    yield _case(
        "in from what Azure manages its gateways by",
        put(rule, ["source_address_prefix"], "GatewayManager"),
    )
    yield _case("what denies is no way in", put(rule, ["access"], "Deny"))
    yield _case(
        "in from somebody not yet known",
        late(rule, ["source_address_prefix"]),
        said(PEERS, "observed_peer_unknown", REFERRAL),
    )
    yield _case(
        "out to everybody, since nothing keeps it in",
        put(group, ["security_rule"], []),
        said(PEERS, "observed_anybody", REFERRAL),
    )


def _of_what_listens() -> Iterator[Contradiction]:
    gateway = "azurerm_application_gateway.portal"
    yield _case(
        "listener in plain text",
        put(gateway, ["http_listener", 0, "protocol"], "Http"),
        said(BEGINS, "observed_plaintext", REFERRAL),
    )
    yield _case(
        "protocol of a listener not yet known",
        late(gateway, ["http_listener", 0, "protocol"]),
        said(BEGINS, "observed_encryption_unknown", REFERRAL),
    )
    yield _case(
        "old protocols accepted",
        put(gateway, ["ssl_policy", 0, "policy_name"], "AppGwSslPolicy20150501"),
        said(METHOD, "observed_weak_protocol", REFERRAL),
    )
    yield _case(
        "policy of TLS not yet known",
        late(gateway, ["ssl_policy", 0, "policy_name"]),
        said(METHOD, "observed_protocol_unknown", REFERRAL),
    )
    yield _case("policy of TLS chosen by nobody", put(gateway, ["ssl_policy"], []))
    yield _case(
        "TLS ended at what the provider operates",
        tag(gateway, "bunkaiten:operated-by", "shinshu-net", attributes=("tags",)),
        said(ENDS, "observed_relay", REFERRAL),
    )


def _of_stores() -> Iterator[Contradiction]:
    account, index = "azurerm_storage_account.archive", "azurerm_postgresql_flexible_server.index"
    yield _case(
        "copy in the paired region",
        put(account, ["account_replication_type"], "GRS"),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )
    yield _case(
        "kind of redundancy not yet known",
        late(account, ["account_replication_type"]),
        said(HOLDS, "observed_store_unknown", ARCHIVE),
    )
    yield _case(
        "archive in another region",
        put(account, ["location"], "southeastasia"),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )
    yield _case(
        "backups in the paired region",
        put(index, ["geo_redundant_backup_enabled"], value=True),
        said(HOLDS, "observed_elsewhere", ARCHIVE),
    )
    yield _case(
        "containers that may be public, and none is",
        put(account, ["allow_nested_items_to_be_public"], value=True),
    )
    yield _case(
        "container that would be public, were that not switched off",
        put("azurerm_storage_container.images", ["container_access_type"], "blob"),
    )
    yield _case(
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
    yield _case(
        "archive open to replication by other tenants",
        put(account, ["cross_tenant_replication_enabled"], value=True),
        said(SHARING, "observed_reader_unknown", ARCHIVE),
    )
    yield _case(
        "store in another custodian's account",
        tag(account, "bunkaiten:operated-by", "hikari", attributes=("tags",)),
        said(HOLDS, "observed_other_custodian", ARCHIVE),
    )
    yield _case(
        "another region declared",
        declare(["externalStorage", "archive", "location", "region"], "japanwest"),
        # the account, the database and its backups
        said(HOLDS, "observed_elsewhere", ARCHIVE, times=3),
    )


def _of_access() -> Iterator[Contradiction]:
    desk, vendor = "azurerm_network_security_group.viewer", "azurerm_network_security_rule.pacs"
    bastion, role = "azurerm_bastion_host.pacs", "azurerm_role_assignment.vendor"
    lighthouse = "azurerm_lighthouse_definition.vendor"
    yield _case(
        "remote desktop open to the world under telework",
        _of_rule(desk, "desktop", "source_address_prefix", "*"),
        said(DOORS, "observed_open_door", NIGHT_DUTY),
    )
    yield _case(
        "SSH open to the world under maintenance",
        put(vendor, ["source_address_prefix"], "0.0.0.0/0"),
        said(READS, "observed_open_door", PACS),
    )
    yield _case(
        "SSH open to a stranger under maintenance",
        put(vendor, ["source_address_prefix"], "192.0.2.0/24"),
        said(READS, "observed_stranger_in", PACS),
    )
    yield _case(
        "SSH open to somebody not yet known under maintenance",
        late(vendor, ["source_address_prefix"]),
        said(READS, "observed_entry_unknown", PACS),
    )
    yield _case(
        "sessions that leave no record",
        put(bastion, ["session_recording_enabled"], value=False),
        said(WRITES, "observed_no_log", PACS),
    )
    yield _case(
        "vendor that may do everything",
        put(role, ["role_definition_name"], "Owner"),
        said([*READS, *WRITES], "observed_rights", PACS),
    )
    yield _case(
        "vendor of whom nobody knows yet what it may do",
        late(role, ["role_definition_name"]),
        said([*READS, *WRITES], "observed_rights_unknown", PACS),
    )
    yield _case(
        "tenant of another",
        put(lighthouse, ["managing_tenant_id"], STRANGER),
        said(READS, "observed_stranger_in", PACS),
    )
    yield _case(
        "tenant of another that may do everything",
        put(lighthouse, ["authorization", 0, "role_definition_id"], "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"),
        said([*READS, *WRITES], "observed_rights", PACS),
    )
    yield _case(
        "telework over a line that is not listed",
        drop(["telework", "night-duty", "media"], "internet"),
        said(LINES, "observed_line", NIGHT_DUTY),
    )
    yield _case(
        "telework of which nothing is recorded",
        act("azurerm_monitor_diagnostic_setting.duty", "delete"),
        said(DOORS, "observed_no_log", NIGHT_DUTY),
    )


def _of_time() -> Iterator[Contradiction]:
    rules = "azurerm_storage_management_policy.reading"
    period = ["rule", 0, "actions", 0, "base_blob", 0, "delete_after_days_since_creation_greater_than"]
    yield _case("kept too long", put(rules, period, 60), said(KEPT, "observed_retention_longer", READING))
    yield _case(
        "kept for ever, nothing chosen",
        put(rules, period, -1),
        said(KEPT, "observed_retention_longer", READING),
    )
    yield _case(
        "kept for ever, but for a part",
        put(rules, ["rule", 0, "filters", 0, "prefix_match"], ["work/"]),
        said(KEPT, "observed_retention_longer", READING),
    )
    yield _case(
        "kept for ever, the rules deleted",
        act(rules, "delete"),
        said(KEPT, "observed_retention_longer", READING),
    )
    yield _case(
        "kept for nobody knows yet how long",
        late(rules, period),
        said(KEPT, "observed_retention_unknown", READING),
    )
    yield _case(
        "recoverable for a week more",
        put(
            "azurerm_storage_account.reading",
            ["blob_properties"],
            [{"delete_retention_policy": [{"days": 7}]}],
        ),
        said(KEPT, "observed_retention_longer", READING),
    )


def _of_crossings() -> Iterator[Contradiction]:
    yield _case(
        "peering with a stranger",
        add(
            "azurerm_virtual_network_peering.new",
            {"remote_virtual_network_id": f"{ID}/Microsoft.Network/virtualNetworks/vnet"},
        ),
        said(DECLARED, "crossing_undeclared", "terraform:azurerm_virtual_network_peering.new"),
    )
    yield _case(
        "peering of one's own",
        add(
            "azurerm_virtual_network_peering.new",
            {
                "remote_virtual_network_id": f"{OWN_ID}/Microsoft.Network/virtualNetworks/vnet",
            },
        ),
    )
    yield _case(
        "type that crosses and that nobody reads",
        add("azurerm_kubernetes_cluster.new", {"name": "aks"}),
        said(DECLARED, "type_not_read", "terraform:azurerm_kubernetes_cluster.new"),
    )


def _of_rule(address: str, named: str, field: str, value: object) -> Change:
    """Return the change of `field` in the block of rules that has the name."""

    def change(stack: Stack) -> None:
        blocks = stack.change_of(address)["after"]["security_rule"]
        [block] = [each for each in blocks if each["name"] == named]
        block[field] = value

    return change
