"""Declarations that are decided some at a time are decided as if all were seen at once."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from properties import judging
from properties.author import written
from properties.bases import bases

from bunkaiten import acceptance, catalogue, deciding, engine
from bunkaiten.documents import from_object
from bunkaiten.envelope import Context

CONTEXT = Context(as_of="2026-11-22", edition="mhlw-4", declarations_only=False)
SHARING = {
    name: {
        "parties": {"aoba": {"role": "institution"}},
        "telework": {"night": {"institution": "aoba", "implementedBy": ["terraform:aws_vpc.one"]}},
    }
    for name in ("first", "second")
}


def decided(specs: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Return the decision on `specs`, in an order of its own."""
    documents = [
        document
        for name, spec in specs.items()
        for document in from_object(judging.document(name, spec), name).documents
    ]
    judge = engine.current()
    loaded = acceptance.accept(documents, CONTEXT)
    assert loaded.problems == ()
    return {
        name: {rule: sorted(map(json.dumps, said)) for rule, said in answer.items()}
        for name, answer in deciding.decide(judge, loaded, frozenset(), catalogue.load().across).items()
    }


@pytest.mark.parametrize("part", [1, 7])
def test_parts_are_decided_as_the_whole_is(part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    specs = {**SHARING, **bases(), **written(0, 60)}
    monkeypatch.setattr(deciding, "PART", len(specs))
    whole = decided(specs)
    monkeypatch.setattr(deciding, "PART", part)

    assert decided(specs) == whole


def test_what_two_declarations_name_is_found_in_different_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deciding, "PART", 1)
    found = decided(SHARING)["product.nothing_belongs_to_two"]["deny"]

    assert [json.loads(each)["subject"] for each in found] == [
        "first/telework/night",
        "second/telework/night",
    ]
