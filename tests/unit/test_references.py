import json
import subprocess
import sys
import time
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
