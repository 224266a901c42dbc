"""What holds deployments against declarations, and what of it no contradiction of a scenario can show."""

from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from bunkaiten import catalogue

Check: TypeAlias = tuple[str, str]
"""A requirement, and a code of its findings."""

OF_DEPLOYMENTS = ("bunkaiten-01", "bunkaiten-05", "bunkaiten-06")
"""The rules that are about deployments alone, whatever their codes are called."""

EVERYWHERE = {
    ("bunkaiten-01", "declarations_incomplete"): "a declaration that is refused is no change of a deployment",
    ("bunkaiten-06", "may_be_named_by_two"): "two declared patterns meet, and nothing that is deployed",
    ("4.3-2a-06", "observed_line_unknown"): "two changes: nobody is known, and no line that any could take",
    (
        "4.3-1a1-06",
        "observed_type_not_read",
    ): "said of a consistent scenario, of the exchange over the internet",
    (
        "bunkaiten-04",
        "observed_type_not_read",
    ): "said of a consistent scenario, of the exchange over the internet",
    **{
        (
            "bunkaiten-04",
            f"observed_{code}",
        ): "said only where the class of the path is open, of two changes one"
        for code in ("anybody", "peer_ambiguous", "peer_unknown", "stranger")
    },
}

NOT_ON_AWS = {
    "observed_cipher_open": "AWS offers no cipher of long ago for its tunnels",
    "observed_weak_cipher": "AWS offers no cipher of long ago for its tunnels",
}
NOT_ON_KUBERNETES = {
    ("4.3-1a1-02", "observed_joint_unknown"): "routers are below a cluster",
    ("4.3-1a1-02", "observed_operator_unknown"): "routers are below a cluster",
    ("4.3-1a1-02", "observed_own_router"): "routers are below a cluster",
    "observed_cipher_open": "tunnels are below a cluster",
    "observed_key_exchange_open": "tunnels are below a cluster",
    "observed_line_unencrypted": "lines are below a cluster",
    "observed_line_unknown": "lines are below a cluster",
    "observed_log_unknown": "no object tells what is recorded",
    "observed_no_log": "no object tells what is recorded",
    "observed_old_key_exchange": "tunnels are below a cluster",
    "observed_public_store": "no object tells who may read a volume",
    "observed_retention_longer": "no object tells for how long a volume is kept",
    "observed_weak_cipher": "tunnels are below a cluster",
    "plan_incomplete": "manifests do not say whether they are complete",
    "provider_not_read": "objects have kinds and no providers",
}
NOT_ON_AZURE = {
    "entrance_undeclared": "what of Azure's names nobody is a role, and of one's own people",
    "observed_no_authentication": "nothing of Azure's that is read lets in without asking",
}
NOT_ON_GOOGLE = {
    "observed_no_authentication": "whoever Google lets in without asking is anybody: an open door",
    "observed_no_log": "a folder or an organization may record what no project's plan shows",
    "observed_plain_sending": "nothing of Google's that is read calls others by itself",
    "observed_sending_unknown": "nothing of Google's that is read calls others by itself",
}
NOT_ON_SAKURA = {
    "entrance_undeclared": "every way in of Sakura's tells from where it is open",
    "observed_cipher_open": "a tunnel of Sakura's takes one cipher",
    "observed_line_unencrypted": "Sakura's closed connections do not tell what encrypts them",
    "observed_line_unknown": "Sakura's closed connections do not tell what encrypts them",
    "observed_no_authentication": "every way in of Sakura's asks for something",
    "observed_old_key_exchange": "with IPsec declared, every tunnel leaves its version of IKE open",
    "observed_plain_sending": "the web accelerator calls others, and tells no version of TLS in any exchange",
    (
        "bunkaiten-04",
        "observed_reader_unknown",
    ): "only an archive is shared with nobody knows whom, in a storage",
    "observed_rights": "no resource of Sakura's tells rights",
    "observed_rights_unknown": "no resource of Sakura's tells rights",
    "observed_weak_cipher": "with IPsec declared, every tunnel leaves its version of IKE open",
    "observed_weak_protocol": "Sakura's load balancer has no policy of TLS before version 1.2",
}

EXCUSES: Mapping[str, Mapping[str | Check, str]] = {
    "hospital-group-on-aws": {**EVERYWHERE, **NOT_ON_AWS},
    "hospital-group-on-kubernetes": {**EVERYWHERE, **NOT_ON_KUBERNETES},
    "hospital-on-azure": {**EVERYWHERE, **NOT_ON_AZURE},
    "hospital-on-google": {**EVERYWHERE, **NOT_ON_GOOGLE},
    "hospital-on-sakura-by-hand": {**EVERYWHERE, **NOT_ON_SAKURA},
}
"""By scenario: what none of its contradictions shows, by code or by requirement and code, and why."""


@cache
def compared() -> frozenset[Check]:
    """Return every finding that holds what is deployed against what is declared."""
    loaded = catalogue.load()
    about_things = frozenset(loaded["bunkaiten-05"].findings)
    return frozenset(
        (requirement, code)
        for requirement in loaded.ids
        for code in loaded[requirement].findings
        if requirement in OF_DEPLOYMENTS or code.startswith("observed_") or code in about_things
    )


def excused(scenario: str) -> frozenset[Check]:
    """Return what no contradiction of `scenario` has to show."""
    excuses = EXCUSES[scenario]
    return frozenset(check for check in compared() if check in excuses or check[1] in excuses)
