import json
import subprocess
import sys
import time
from collections.abc import Mapping
from typing import Any

import pytest

from bunkaiten.faults import Fault
from bunkaiten.references import dangling

PARTIES = {"sakura": {"role": "institution"}, "aoba": {"role": "institution"}}
EXCHANGE: dict[str, Any] = {
    "data": "patient-information",
    "source": "sakura",
    "destinations": {"parties": ["aoba"], "others": "none"},
    "path": {"routeSecuredBy": "none", "routersConfiguredBy": {"sakura": "sakura", "aoba": "none"}},
    "encryption": {"begins": {"operatedBy": "sakura"}, "ends": {"aoba": {"operatedBy": "aoba"}}},
    "responsibilities": {"ordinaryOperation": "sakura", "exPost": {"aoba": "none"}, "management": "none"},
}
SPEC = {"parties": PARTIES, "exchanges": {"referral": EXCHANGE}}


def test_nothing_dangles_where_everything_is_declared() -> None:
    assert dangling(SPEC) == ()


def test_a_misspelt_party_is_told_with_the_one_that_was_meant() -> None:
    assert dangling({"parties": PARTIES, "exchanges": {"referral": {**EXCHANGE, "source": "sakurra"}}}) == (
        Fault(
            pointer="/exchanges/referral/source",
            code="dangling_party_near",
            values={"field": "exchanges.referral.source", "name": "sakurra", "near": "sakura"},
        ),
    )


def test_none_is_a_party_only_where_nobody_may_stand() -> None:
    spec = {"parties": PARTIES, "exchanges": {"referral": {**EXCHANGE, "source": "none"}}}
    assert [(fault.pointer, fault.code) for fault in dangling(spec)] == [
        ("/exchanges/referral/source", "dangling_party")
    ]


STORAGE: dict[str, Any] = {"custodian": "kura", "owner": "sakura", "sharedWith": ["aoba"]}


@pytest.mark.parametrize(
    ("section", "subject", "pointers"),
    [
        pytest.param("externalStorage", {**STORAGE, "custodian": "sakura"}, ["/custodian"], id="custodian"),
        pytest.param(
            "externalStorage",
            {**STORAGE, "sharedWith": ["aoba", "sakura"]},
            ["/sharedWith/1"],
            id="shared-with-the-owner",
        ),
        pytest.param(
            "externalStorage",
            {"custodian": "sakura", "owner": "sakura", "sharedWith": ["sakura"]},
            ["/custodian", "/sharedWith/0"],
            id="each-place-once",
        ),
        pytest.param(
            "remoteMaintenance",
            {"institution": "sakura", "maintainer": "sakura"},
            ["/maintainer"],
            id="maintainer",
        ),
        pytest.param(
            "entrustedWork",
            {"institution": "sakura", "contractor": "sakura"},
            ["/contractor"],
            id="contractor",
        ),
    ],
)
def test_whoever_stands_on_both_sides_is_told(
    section: str, subject: Mapping[str, Any], pointers: list[str]
) -> None:
    spec = {"parties": {**PARTIES, "kura": {"role": "custodian"}}, section: {"it": subject}}
    assert [(fault.pointer, fault.code) for fault in dangling(spec)] == [
        (f"/{section}/it{pointer}", "party_with_itself") for pointer in pointers
    ]


def test_the_party_that_deals_with_itself_is_named() -> None:
    spec = {"parties": PARTIES, "entrustedWork": {"xrays": {"institution": "aoba", "contractor": "aoba"}}}
    assert dangling(spec) == (
        Fault(
            pointer="/entrustedWork/xrays/contractor",
            code="party_with_itself",
            values={"field": "entrustedWork.xrays.contractor", "name": "aoba"},
        ),
    )


@pytest.mark.parametrize(
    "sections",
    [
        pytest.param({"externalStorage": {"archive": STORAGE}}, id="three-parties"),
        pytest.param({"externalStorage": {"archive": {**STORAGE, "sharedWith": "none"}}}, id="none"),
        pytest.param(
            {"telework": {"duty": {"institution": "sakura", "users": ["sakura"], "provider": "sakura"}}},
            id="telework",
        ),
        pytest.param(
            {
                "remoteMaintenance": {"pacs": {"institution": "sakura", "maintainer": "kura"}},
                "entrustedWork": {"pacs": {"institution": "kura", "contractor": "sakura"}},
            },
            id="other-way-round-elsewhere",
        ),
    ],
)
def test_nothing_is_told_of_parties_that_differ(sections: Mapping[str, Any]) -> None:
    assert dangling({"parties": {**PARTIES, "kura": {"role": "custodian"}}, **sections}) == ()


def test_an_exchange_that_is_not_declared_is_told_with_the_one_that_was_meant() -> None:
    storage = {**STORAGE, "sharedWith": "none", "exchanges": ["referral", "refferal", "images"]}
    parties = {**PARTIES, "kura": {"role": "custodian"}}
    spec = {"parties": parties, "exchanges": {"referral": EXCHANGE}, "externalStorage": {"archive": storage}}
    assert dangling(spec) == (
        Fault(
            pointer="/externalStorage/archive/exchanges/1",
            code="dangling_exchange_near",
            values={
                "field": "externalStorage.archive.exchanges.1",
                "name": "refferal",
                "near": "referral",
            },
        ),
        Fault(
            pointer="/externalStorage/archive/exchanges/2",
            code="dangling_exchange",
            values={"field": "externalStorage.archive.exchanges.2", "name": "images"},
        ),
    )
    without = {"parties": parties, "externalStorage": {"archive": {**storage, "exchanges": ["referral"]}}}
    assert [fault.code for fault in dangling(without)] == ["dangling_exchange"]
    stated = {"parties": parties, "externalStorage": {"archive": {**storage, "exchanges": "none"}}}
    assert dangling(stated) == ()


def test_faults_come_in_the_order_of_the_document_and_are_bounded() -> None:
    exchanges = {
        f"e{number}": {"destinations": {"parties": ["x", "sakura"]}, "source": "sakura"}
        for number in range(40)
    }
    found = dangling({"exchanges": exchanges, "parties": PARTIES}, limit=3)
    assert [(fault.pointer, fault.code) for fault in found] == [
        ("/exchanges/e0/destinations/parties/0", "dangling_party"),
        ("/exchanges/e0/destinations/parties/1", "source_is_destination"),
        ("/exchanges/e1/destinations/parties/0", "dangling_party"),
    ]


@pytest.mark.parametrize(
    "spec",
    [
        None,
        [],
        {},
        {"parties": []},
        {"parties": PARTIES, "exchanges": "none"},
        {"parties": PARTIES, "agreements": ["x"], "exchanges": {"a": None, "b": [], "c": {"path": 5}}},
        {"parties": PARTIES, "externalStorage": ["x"], "telework": "none", "remoteMaintenance": {"a": None}},
        {"parties": PARTIES, "externalStorage": {"a": {"owner": ["x"], "custodian": 5, "sharedWith": {}}}},
    ],
)
def test_what_has_another_shape_is_left_to_the_schema(spec: object) -> None:
    assert dangling(spec) == ()


def test_a_thousand_declarations_are_checked_in_a_blink() -> None:
    spec = {"parties": PARTIES, "exchanges": dict.fromkeys(("a", "b", "c"), EXCHANGE)}
    dangling(spec)
    start = time.process_time()
    for _ in range(1000):
        dangling(spec)
    assert time.process_time() - start < 0.3  # 0.02 s when quiet: five times the 0.06 s that are allowed


def test_references_are_read_from_the_schema_once() -> None:
    code = (
        "import json, sys; from bunkaiten import references, resources; count = [];"
        "read = resources.read; resources.read = lambda path: (count.append(1), read(path))[1];"
        f"[references.dangling(json.loads({json.dumps(SPEC)!r})) for _ in range(3)]; sys.exit(len(count) - 1)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
