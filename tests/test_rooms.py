"""Policies that are left out, as nothing that was given could be asked by them, would have said nothing."""

import json
import os
from collections.abc import Mapping
from typing import Any

import pytest
from properties import judging
from properties.author import written
from properties.bases import bases
from properties.bases_of_sections import components

from bunkaiten import catalogue, engine, intake, resources
from bunkaiten.documents import Parsed, from_object, from_path, read

DEPLOYED = (judging.PLAN, judging.OBJECTS)


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


def test_every_room_is_a_folder() -> None:
    entries = catalogue.load()
    rooms = {
        *entries.rooms_of_deployments,
        *(room for each in entries.sections for room in entries.rooms(each)),
    }

    assert len(rooms) > 8
    assert {
        room for room in rooms if not os.path.isdir(resources.policies("bunkaiten", *room.split("/")))
    } == set()


def test_every_folder_of_requirements_is_asked() -> None:
    rooms = intake.rooms(
        parsed({"all": {section: {} for section in catalogue.load().sections}}, is_deployed=True)
    )
    whole, some = engine.Engine(None), engine.Engine(rooms)
    everything = json.dumps(judging.envelope({**bases(), **components()}))
    whole.load(everything)
    some.load(everything)

    assert some.decision() == whole.decision()
