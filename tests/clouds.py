"""The clouds whose plans are read, each by one scenario: a row is all that a further one needs."""

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parents[1] / "fixtures"


@dataclass(frozen=True, kw_only=True, slots=True)
class Cloud:
    """A cloud, and where its scenario tells what. A stack of it leads to a clinic called midori."""

    kind: str
    """How its types begin."""
    scenario: str
    line: str
    """The address of the demarcation point with midori."""
    device: str
    """The address of what tells midori's own address."""
    place: tuple[str | int, ...]
    """Where in there."""
    names: tuple[str, ...] = ()
    """Other names of the provider, beside its own."""
    store: str
    """The address of a store of the archive in the root module, whose operator its provider tells."""
    marks: tuple[str, ...] = ()
    """Attributes of the store that tell its operator in another way."""
    elsewhere: dict[str, Any] = field(hash=False)
    """What a provider block says that works for the contractor, hikari."""
    joint: tuple[str, dict[str, Any]] = field(hash=False)
    """A type that joins one's own network with another's, and its values where that is hikari's."""
    own: dict[str, Any] = field(default_factory=dict, hash=False)
    """What tells whose the stack's own provider block is, where the scenario does not."""
    unread: str
    """A type that crosses and that nothing reads."""

    @property
    def folder(self) -> Path:
        """Return where its scenario lies."""
        return FIXTURES / "scenarios" / self.scenario

    @property
    def deployments(self) -> list[Path]:
        """Return its recorded plans."""
        return sorted((FIXTURES / "deployments" / self.kind).glob("*/plan.json"))


CLOUDS = (
    Cloud(
        kind="aws",
        scenario="hospital-group-on-aws",
        line='module.line["midori"].aws_vpn_connection.this',
        device='module.line["midori"].aws_customer_gateway.this',
        place=("ip_address",),
        store="aws_s3_bucket.archive",
        marks=("tags_all",),
        elsewhere={"allowed_account_ids": ["555566667777"], "region": "ap-northeast-1"},
        joint=("aws_vpc_peering_connection", {"peer_owner_id": "555566667777", "peer_vpc_id": "vpc-1"}),
        own={"allowed_account_ids": ["111122223333"], "region": "ap-northeast-1"},
        unread="aws_amplify_app",
    ),
    Cloud(
        kind="azurerm",
        scenario="hospital-on-azure",
        line='module.line["midori"].azurerm_virtual_network_gateway_connection.this',
        device='module.line["midori"].azurerm_local_network_gateway.this',
        place=("gateway_address",),
        store="azurerm_storage_account.archive",
        elsewhere={"subscription_id": "5b1c7a3e-0000-4000-8000-000000000005"},
        joint=(
            "azurerm_virtual_network_peering",
            {
                "remote_virtual_network_id": (
                    "/subscriptions/5b1c7a3e-0000-4000-8000-000000000005"
                    "/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet"
                )
            },
        ),
        unread="azurerm_kubernetes_cluster",
    ),
    Cloud(
        kind="google",
        scenario="hospital-on-google",
        line='module.line["midori"].google_compute_vpn_tunnel.this',
        device='module.line["midori"].google_compute_external_vpn_gateway.this',
        place=("interface", 0, "ip_address"),
        names=(
            "google-beta",
            "registry.terraform.io/hashicorp/google-beta",
            "registry.opentofu.org/hashicorp/google-beta",
        ),
        store="google_storage_bucket.archive",
        marks=("project",),
        elsewhere={"project": "hikari-reading"},
        joint=(
            "google_compute_network_peering",
            {
                "network": "projects/aoba-emr/global/networks/clinical",
                "peer_network": "projects/hikari-reading/global/networks/reading",
            },
        ),
        unread="google_container_cluster",
    ),
)


@cache
def plan_of(cloud: Cloud) -> str:
    """Return the text of the plan of the cloud's scenario."""
    return (cloud.folder / "plan.json").read_text("utf-8")


def copy_of(cloud: Cloud) -> dict[str, Any]:
    """Return a copy of that plan, to change."""
    plan: dict[str, Any] = json.loads(plan_of(cloud))
    return plan


@cache
def declaration_of(cloud: Cloud) -> bytes:
    """Return the declaration of the cloud's scenario."""
    return (cloud.folder / "declaration.yaml").read_bytes()
