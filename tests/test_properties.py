"""What holds of every declaration that can be written, whatever the requirements ask."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from properties import judging, removal, shape
from properties.author import written
from properties.bases import bases
from properties.bases_of_sections import components
from properties.foreign import foreign
from properties.reduction import hold
from properties.shape import Json
from properties.soundness import faults, unfit
from properties.words import AS_OF

from bunkaiten import Gate, catalogue, references, schemas
from bunkaiten.model import Report
from bunkaiten.report import FORMATTERS
from bunkaiten.report.look import Look

seeds = st.integers(min_value=0, max_value=2**32 - 1)
GATE = Gate()


def cases(count: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run a test on so many seeds, more in a search; a smaller seed says nothing, so none is sought."""
    return settings(
        max_examples=count if settings().derandomize else 10 * count,
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(scope="module")
def moves_of_bases() -> list[removal.Move]:
    return [*removal.moves(bases()), *removal.moves(components(), at_once=1)]


# ---- what is written


@given(seeds)
@cases(2)
def test_what_is_written_is_valid(seed: int) -> None:
    for name, spec in {**bases(), **written(seed, 30)}.items():
        assert schemas.faults("demarcation", judging.document("written", spec)) == (), name
        assert references.dangling(spec) == (), name


def test_every_field_of_the_schema_is_written() -> None:
    specs = written(0, 200).values()

    assert set(shape.fields()) <= {place.field for spec in specs for place in shape.places(spec)}


def test_every_verdict_of_every_requirement_is_met() -> None:
    judged = [{**bases(), **written(0, 200)}, *({name: spec} for name, spec in components().items())]
    met = {
        (name, judging.STATES.get(word, word))
        for deployment in judging.DEPLOYMENTS
        for specs in judged
        for name, answer in judging.decide(judging.envelope(specs, deployment)).items()
        for word in ("satisfied", *judging.STATES)
        if answer[word]
    }
    entries = catalogue.load()
    can = {(name, word) for name in entries.names for word in entries[name].verdicts}

    left = can - met - judging.NOTES_OF_CROSSINGS
    assert {each for each in left if each[0] not in judging.OF_CROSSINGS} == set()


# ---- one declaration


@pytest.mark.parametrize("deployment", judging.DEPLOYMENTS)
@given(seeds)
@cases(2)
def test_each_subject_is_satisfied_or_has_findings(deployment: str, seed: int) -> None:
    def wrong(specs: Mapping[str, Any]) -> dict[str, str]:
        decision = judging.decide(judging.envelope(specs, deployment))
        wrongs = [fault for name, answer in decision.items() for fault in faults(name, answer)]
        return {subject.split("/")[0]: f"{name}: {why}" for name, subject, why in wrongs}

    hold({**bases(), **written(seed, 60)}, wrong)


@given(seeds)
@cases(3)
def test_every_finding_can_be_read_and_found(seed: int) -> None:
    def wrong(specs: Mapping[str, Any]) -> dict[str, str]:
        report = _checked(specs)
        assert report.problems == ()
        read = [(found, unfit(found, specs)) for found in report.findings]
        return {found.subject.split("/")[0]: f"{found.code}: {why}" for found, why in read if why}

    hold({**bases(), **written(seed, 60)}, wrong)


def test_every_finding_has_a_line() -> None:
    texts = [_text(name, spec) for name, spec in {**bases(), **written(3, 20)}.items()]
    report = GATE.check([*texts, judging.OBJECTS], plans=[judging.PLAN], as_of=AS_OF)
    lines = {f"document {number}": text.count(b"\n") + 1 for number, text in enumerate(texts, 1)}
    lines |= {name: judging.OBJECTS.read_bytes().count(b"\n") + 1 for name in judging.deployed()}

    assert report.problems == ()
    assert all(
        place.line and place.column and place.line <= lines[place.document]
        for found in report.findings
        for place in found.locations
    )


# ---- one field less


def test_no_field_of_a_base_can_be_taken_away_to_become_green_but_as_excepted(
    moves_of_bases: list[removal.Move],
) -> None:
    moved = {move.declaration for move in moves_of_bases if not _is_meant(move)}

    hold({name: spec for name, spec in bases().items() if name in moved}, _become_green)


def test_every_exception_is_used(moves_of_bases: list[removal.Move]) -> None:
    unused = [each for each in removal.exceptions() if not any(map(each.covers, moves_of_bases))]

    assert unused == []


def test_no_component_can_be_taken_away_to_become_green_but_as_excepted(
    moves_of_bases: list[removal.Move],
) -> None:
    moved = [move for move in moves_of_bases if move.declaration in components()]

    assert [move for move in moved if not _is_meant(move)] == []


@given(seeds)
@cases(2)
def test_no_field_can_be_taken_away_to_become_green_but_as_excepted(seed: int) -> None:
    hold(written(seed, 16), _become_green)


# ---- order and company


@given(seeds)
@cases(3)
def test_order_changes_nothing(seed: int) -> None:
    def wrong(specs: Mapping[str, Any]) -> dict[str, str]:
        dice = Random(seed)  # noqa: S311 - nothing secret
        shuffled = {name: shape.shuffled(spec, dice) for name, spec in reversed(specs.items())}
        before, after = judging.said(specs), judging.said(shuffled)
        return {name: "another order, another verdict" for name in specs if before[name] != after[name]}

    hold({**bases(), **written(seed, 30)}, wrong)


@given(seeds)
@cases(2)
def test_other_declarations_change_nothing(seed: int) -> None:
    specs = written(seed, 12)
    together = judging.said({**specs, **{f"other-{name}": spec for name, spec in bases().items()}})

    assert {name: together[name] for name in specs} == {
        name: judging.said({name: spec})[name] for name, spec in specs.items()
    }


@given(seeds)
@cases(2)
def test_other_subjects_of_a_declaration_change_nothing(seed: int) -> None:
    """Parties and agreements are shared, so subjects of one declaration are taken apart.

    The exchanges that a storage refers to go with it.
    """
    specs = written(seed, 60)
    cases = [(name, *subject) for name, spec in specs.items() for subject in _subjects(spec)]
    apart = {f"part-{n}": _alone(specs[name], *subject) for n, (name, *subject) in enumerate(cases)}
    whole, parts = judging.said(specs), judging.said(apart)

    for part, (name, *subject) in zip(apart, cases, strict=True):
        assert judging.of(whole[name], *subject) == judging.of(parts[part], *subject)


def test_order_of_documents_changes_nothing(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.json" for name in bases()]
    for path, (name, spec) in zip(paths, bases().items(), strict=True):
        path.write_bytes(_text(name, spec))
    documents = [*paths, judging.OBJECTS]
    forward = GATE.check(documents, plans=[judging.PLAN], as_of=AS_OF)
    backward = GATE.check(reversed(documents), plans=[judging.PLAN], as_of=AS_OF)

    assert _printed(forward) == _printed(backward)
    assert (forward.findings, forward.requirements) == (backward.findings, backward.requirements)


def test_paths_bytes_and_objects_give_the_same_findings(tmp_path: Path) -> None:
    specs = {**bases(), **written(5, 20)}
    paths = [tmp_path / f"{name}.json" for name in specs]
    texts = [_text(name, spec) for name, spec in specs.items()]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(text)
    objects = [json.loads(text) for text in texts]
    ways: list[Iterable[object]] = [paths, map(str, paths), texts, objects, map(foreign, objects)]
    first, *others = [_apart_from_places(GATE.check(given, as_of=AS_OF)) for given in ways]

    for other in others:
        assert other == first


# ---- helpers


def _subjects(spec: Json) -> list[tuple[str, str]]:
    return [(section, name) for section in shape.SECTIONS for name in spec.get(section, ())]


def _alone(spec: Json, section: str, subject: str) -> Json:
    kept = {key: part for key, part in spec.items() if key not in shape.SECTIONS}
    if section == "externalStorage":
        kept |= {key: spec[key] for key in ("exchanges",) if key in spec}
    return {**kept, section: {subject: spec[section][subject]}}


def _become_green(specs: Mapping[str, Any]) -> dict[str, str]:
    return {
        move.declaration: f"{move.requirement} becomes green at {move.subject} without {move.field}"
        for move in removal.moves(specs)
        if not _is_meant(move)
    }


def _is_meant(move: removal.Move) -> bool:
    return any(each.covers(move) for each in removal.exceptions())


def _checked(specs: Mapping[str, Any]) -> Report:
    documents = [judging.document(name, spec) for name, spec in specs.items()]
    return GATE.check([*documents, judging.OBJECTS], plans=[judging.PLAN], as_of=AS_OF)


def _text(name: str, spec: Json) -> bytes:
    return json.dumps(judging.document(name, spec), ensure_ascii=False, indent=1).encode()


def _printed(report: Report) -> str:
    return FORMATTERS["json"](report, Look())


def _apart_from_places(report: Report) -> dict[str, Any]:
    printed = json.loads(_printed(report))
    for found in printed["findings"]:
        for place in found["locations"]:
            for key in ("document", "line", "column"):
                place.pop(key, None)
    # documents are named in the order they were given; findings sort by those names last
    printed["findings"].sort(key=lambda found: json.dumps(found, sort_keys=True))
    del printed["documents"]
    return printed
