"""Policies that are left out, as nothing that was given could be asked by them, would have said nothing."""

import json
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from properties import judging
from properties.author import written
from properties.bases import bases
from properties.bases_of_sections import components

from bunkaiten import catalogue, engine, intake, resources
from bunkaiten.documents import Parsed, from_object, from_path, read
from bunkaiten.envelope import Context, Envelope

DEPLOYED = (judging.PLAN, judging.OBJECTS)
FIXTURES = Path(__file__).parents[1] / "fixtures"
FOLDERS = [
    *sorted(path.parent for path in (FIXTURES / "deployments").rglob("facts.json")),
    *sorted(path.parent for path in (FIXTURES / "scenarios").glob("*/scenario.json")),
]
CONTEXT = Context(as_of="2026-11-22", edition="mhlw-4", declarations_only=False)


def parsed(specs: Mapping[str, Any], *, is_deployed: bool) -> list[Parsed]:
    declared = [
        document
        for name, spec in specs.items()
        for document in from_object(judging.document(name, spec), name).documents
    ]
    paths = DEPLOYED if is_deployed else ()
    return declared + [
        document
        for path in paths
        for source in from_path(path, path.name).sources
        for document in read(source).documents
    ]


def decided(
    rooms: frozenset[str] | None, specs: Mapping[str, Any], *, is_deployed: bool
) -> Mapping[str, Any]:
    judge = engine.current(rooms)
    judge.load(json.dumps(judging.envelope(specs, "given" if is_deployed else "missing")))
    return {name: answer for name, answer in judge.decision().items() if any(answer.values())}


@pytest.mark.parametrize("is_deployed", [True, False])
def test_what_is_left_out_would_have_said_nothing(*, is_deployed: bool) -> None:
    given = {**bases(), **components(), **written(0, 30)}
    parts = {
        intake.rooms(parsed({name: spec}, is_deployed=is_deployed)): {name: spec}
        for name, spec in given.items()
    }
    assert len(parts) > 4
    for rooms, specs in parts.items():
        assert decided(rooms, specs, is_deployed=is_deployed) == decided(None, specs, is_deployed=is_deployed)


@pytest.mark.parametrize("is_deployed", [True, False])
@pytest.mark.parametrize("clause", ["provider_network", "end_to_end_encryption", "provider_edge_encryption"])
def test_a_clause_says_nothing_where_none_of_its_fields_is_written(clause: str, *, is_deployed: bool) -> None:
    facts = json.loads(resources.read(resources.policies("guideline.json")))["clauses"][clause]
    specs = deepcopy({**bases(), **written(0, 60)})
    with_fields = decided(None, specs, is_deployed=is_deployed)
    for spec in specs.values():
        for exchange in spec.get("exchanges", {}).values():
            for field in facts["fields"]:
                _remove(exchange, field.split("."))
    without = decided(None, specs, is_deployed=is_deployed)

    assert any(name.startswith(f"{clause}.") for name in with_fields)
    assert [name for name in without if name.startswith(f"{clause}.")] == []


def _remove(subject: Any, steps: list[str]) -> None:  # noqa: ANN401 - any JSON
    *before, last = steps
    for step in before:
        subject = subject.get(step, {})
    if isinstance(subject, dict):
        subject.pop(last, None)


def test_every_room_is_a_folder() -> None:
    entries = catalogue.load()
    rooms = {
        *entries.rooms_of_deployments,
        *entries.rooms_of_comparisons,
        *(room for each in entries.sections for room in entries.rooms(each)),
    }

    assert len(rooms) > 8
    assert {
        room for room in rooms if not os.path.isdir(resources.policies("bunkaiten", *room.split("/")))
    } == set()


def test_every_folder_of_requirements_is_asked() -> None:
    specs = {**bases(), **components()}
    rooms = intake.rooms(parsed(specs, is_deployed=True))
    whole, some = engine.Engine(None), engine.Engine(rooms)
    everything = json.dumps(judging.envelope(specs))
    whole.load(everything)
    some.load(everything)

    assert some.decision() == whole.decision()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(FIXTURES).as_posix())
def test_adapters_that_are_left_out_would_have_shown_nothing(folder: Path) -> None:
    found = [
        document for source in from_path(folder, folder.name).sources for document in read(source).documents
    ]
    rooms = intake.rooms(found) | {engine.SURVEY, engine.OUTLINE}
    everything = Envelope(found, CONTEXT).text()

    assert found
    assert _said(rooms, everything) == _said(None, everything)


def test_adapters_are_chosen_by_what_stands_there() -> None:
    service = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "x"}}
    rooms = intake.rooms(from_object(service, "service").documents)

    assert "observed/kubernetes/service" in rooms
    assert rooms.isdisjoint({"observed/kubernetes/cilium", "observed/terraform/aws/buckets"})


def test_what_is_loaded_brings_along_what_it_names_and_no_more() -> None:
    needed = catalogue.needed(["requirements/entrusted_work/temporary_storage_is_declared"])

    assert {"compared/retention", "declared/calendar", "declared/subject", "observed/binding"} <= needed
    assert needed.isdisjoint({"compared/peer", "declared/method", "observed/kubernetes/service", "catalogue"})


def test_what_tells_of_deployments_is_loaded_where_there_is_one() -> None:
    declared = intake.rooms(parsed(bases(), is_deployed=False))
    deployed = intake.rooms(parsed(bases(), is_deployed=True))

    assert not any(folder.startswith("observed/") for folder in engine.folders(declared))
    for rooms in (deployed, declared | {engine.SURVEY}, declared | {engine.OUTLINE}):
        assert "observed/shown" in engine.folders(rooms)


def test_an_engine_with_more_serves_whoever_asks_for_less() -> None:
    kinds = ["Service", "Pod", "Secret", "PersistentVolume"]
    asked = [intake.rooms(from_object(_object(kind), kind).documents) for kind in kinds]

    assert _made([frozenset().union(*asked), *asked]) == 1
    assert _made([asked[0], frozenset().union(*asked)]) == 2
    assert _made([asked[0], frozenset()]) == 2
    assert _made([asked[0], None]) == 2


def test_whoever_asks_for_ever_other_rooms_gets_one_engine_for_all() -> None:
    asked = [frozenset({f"observed/kubernetes/{number}"}) for number in range(30)]

    assert _made([*asked, *asked]) == _made(asked) == 30


def _made(asked: Iterable[frozenset[str] | None]) -> int:
    """Return how many engines a new thread makes."""

    def made() -> int:
        held = [engine.current(rooms) for rooms in asked]
        return len({id(each) for each in held})

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(made).result()


def _object(kind: str) -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": kind, "metadata": {"name": "x"}}


def _said(rooms: frozenset[str] | None, everything: str) -> Any:  # noqa: ANN401 - any JSON
    judge = engine.current(rooms)
    judge.load(everything)
    decision = {name: answer for name, answer in judge.decision().items() if any(answer.values())}
    return decision, judge.survey(), judge.outline()
