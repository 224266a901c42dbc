"""Every recorded case of every requirement, on the engine that ships and on `opa`."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bunkaiten import acceptance, catalogue, engine, resources
from bunkaiten.documents import Parsed, from_path, read
from bunkaiten.envelope import Context
from tools import metadata

FIXTURES = Path(__file__).parents[1] / "fixtures" / "requirements"
CASES = sorted(path.parent for path in FIXTURES.glob("*/*/expected.json"))
PACKAGES = {package.name: package for package in metadata.requirement_packages()}
BASE = "allow-base"
REASON = "more-than-one-change.txt"
DOCUMENTS = ("declaration.yaml", "plan.json", "manifest.yaml")
DEPLOYMENTS = frozenset({"plan.json", "manifest.yaml"})
EVERY_DECISION = """{name: decided |
    some name, envelope in data.envelopes
    decided := data.bunkaiten.gate.decision with input as envelope
}"""
PREFIXES = {"allow": "satisfied", "deny": "denied", "undetermined": "undetermined", "note": "note"}

a_case = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
a_package = pytest.mark.parametrize("name", PACKAGES)


@a_case
def test_requirement_says_what_was_recorded(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))

    assert _sorted(_decision(case)[case.parent.name]) == expected


@a_case
def test_recorded_verdict_is_what_the_name_of_the_case_says(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    states = {word for word, parts in expected.items() if parts and word != "applies"}

    allowed = {
        "allow": [{"satisfied"}] if _judges(case.parent.name) else [set()],
        "deny": [{"deny"}, {"deny", "satisfied"}],
        "undetermined": [{"undetermined"}, {"undetermined", "satisfied"}],
        "note": [{"note"}, {"note", "satisfied"}],
    }
    assert states in allowed[case.name.partition("-")[0]]


@a_case
def test_every_requirement_judges_every_subject_and_contradicts_none(case: Path) -> None:
    for name, verdict in _decision(case).items():
        found = [*verdict["deny"], *verdict["undetermined"]]

        assert name in PACKAGES
        assert "unjudged" not in {finding["code"] for finding in found}, name
        assert not set(verdict["satisfied"]) & {finding["subject"] for finding in found}, name
        assert {*verdict["satisfied"], *(finding["subject"] for finding in found)} == set(verdict["applies"])


@a_case
def test_case_differs_from_its_base_in_one_place(case: Path) -> None:
    changes = _differences(_content(case.with_name(BASE)), _content(case))
    has_reason = (case / REASON).is_file()

    assert not has_reason or (case / REASON).read_text("utf-8").strip()
    assert changes > 1 if has_reason else changes == (case.name != BASE)


@a_package
def test_requirement_has_a_case_for_every_verdict_that_it_can_give(name: str) -> None:
    cases = [case.name for case in CASES if case.parent.name == name]
    covered = {PREFIXES[case.partition("-")[0]] for case in cases}

    assert BASE in cases
    assert len(cases) >= 3
    assert set(catalogue.load()[name].verdicts) <= covered


@a_package
def test_findings_read_as_recorded(name: str) -> None:
    entry = catalogue.load()[name]
    cases = [case for case in CASES if case.parent.name == name]
    text = "\n".join("".join(f"{line}\n" for line in _read_aloud(case, entry)) for case in cases)
    golden = FIXTURES / name / "findings.txt"

    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")
    assert [code for code in entry.findings if f" {code}\n" not in text] == []


def test_every_folder_is_a_case_of_a_requirement() -> None:
    assert {case.parent.name for case in CASES} == set(PACKAGES)
    assert sorted(path for path in FIXTURES.glob("*/*") if path.is_dir()) == CASES


def test_opa_decides_every_case_alike(tmp_path: Path, opa: str) -> None:
    program = opa
    cases = {f"{case.parent.name}/{case.name}": case for case in CASES}
    envelopes = ",".join(f"{json.dumps(name)}:{_envelope(case)}" for name, case in cases.items())
    (tmp_path / "envelopes.json").write_text(f'{{"envelopes":{{{envelopes}}}}}', "utf-8")
    data = [f"--data={path}" for path in (resources.policies(), tmp_path / "envelopes.json")]

    done = subprocess.run(
        [program, "eval", "--format=raw", "--ignore=*_test.rego", *data, EVERY_DECISION],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stderr
    decided = json.loads(done.stdout)
    assert {name: _each_sorted(decided[name]) for name in cases} == {
        name: _each_sorted(_decision(case)) for name, case in cases.items()
    }


@pytest.mark.parametrize(
    ("one", "other", "changes"),
    [
        pytest.param({"a": "x"}, {"a": "x"}, 0, id="equal"),
        pytest.param({"a": "x"}, {"a": "y"}, 1, id="leaf"),
        pytest.param({"a": {"b": {"c": "x", "d": "y"}}}, {"a": {}}, 1, id="removed-key"),
        pytest.param({"a": {"b": "x"}}, {"a": "none"}, 1, id="another-kind"),
        pytest.param({"a": "x", "b": "y"}, {"a": "y", "c": "y"}, 3, id="leaf-and-renamed-key"),
        pytest.param(["x", "y"], ["y"], 1, id="removed-item"),
        pytest.param(["x"], ["x", "y", "z"], 2, id="added-items"),
        pytest.param([{"a": "x", "b": "y"}], [{"a": "x", "b": "z"}], 1, id="leaf-of-an-item"),
        pytest.param(["x", "y"], ["y", "x"], 2, id="another-order"),
    ],
)
def test_places_that_differ_are_counted(one: object, other: object, changes: int) -> None:
    assert _differences(one, other) == changes


def _read_aloud(case: Path, entry: catalogue.RequirementEntry) -> Iterator[str]:
    """Yield what people read of a case, in both languages."""
    yield f"# {case.name}"
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    for part in ("deny", "undetermined", "note"):
        for found in expected[part]:
            finding = entry.findings[found["code"]]
            yield f"{finding.state} {found['subject']} {finding.code}"
            for text in (finding.message, finding.remedy):
                for lang, sentence in text._asdict().items():
                    yield f"  {catalogue.fill(sentence, found['values'], lang)}"


def _judges(name: str) -> bool:
    """Return whether a requirement does more than note."""
    return catalogue.load()[name].verdicts != ("note",)


def _differences(one: object, other: object) -> int:
    """Count the leaves that differ, and the keys and items that only one of the two has."""
    if isinstance(one, dict) and isinstance(other, dict):
        shared = one.keys() & other.keys()
        return len(one.keys() ^ other.keys()) + sum(_differences(one[key], other[key]) for key in shared)
    if isinstance(one, list) and isinstance(other, list):
        if len(one) == len(other):
            return sum(map(_differences, one, other))
        shorter, longer = sorted((one, other), key=len)
        missing = sum(item not in longer for item in shorter)
        return len(longer) - len(shorter) + missing
    return int(one != other)


@cache
def _content(case: Path) -> Mapping[str, Any]:
    """Return everything that a case holds, its context as it takes effect."""
    written = case / "context.json"
    context = json.loads(written.read_text("utf-8")) if written.is_file() else {}
    documents = {name: [parsed.value for parsed in _documents(case, name)] for name in _given(case)}
    return {"context": {"as_of": "2026-11-22"} | context} | documents


def _given(case: Path) -> list[str]:
    return [name for name in DOCUMENTS if (case / name).is_file()]


def _documents(case: Path, name: str) -> list[Parsed]:
    found = from_path(case / name, name, is_file=True)
    readings = [read(source) for source in found.sources]

    assert not found.refusals
    assert not [refusal for reading in readings for refusal in reading.refusals]
    return [document for reading in readings for document in reading.documents]


@cache
def _decision(case: Path) -> Mapping[str, Any]:
    judge = engine.current()
    judge.load(_envelope(case))
    return judge.decision()


def _envelope(case: Path) -> str:
    return _loaded(case).envelope.text()


def _loaded(case: Path) -> acceptance.Loaded:
    """Return the case, which every schema must accept."""
    held = acceptance.accept(*_case(case))

    assert held.problems == ()
    return held


def _case(case: Path) -> tuple[list[Parsed], Context]:
    given = _given(case)
    context = _content(case)["context"]
    default = "expected" if DEPLOYMENTS & set(given) else "declarations-only"
    return [document for name in given for document in _documents(case, name)], Context(
        as_of=context["as_of"],
        edition=catalogue.load().editions[0],
        declarations_only=context.get("deployments", default) == "declarations-only",
        incomplete=context.get("declarations") == "incomplete",
    )


def _each_sorted(decision: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _sorted(verdict) for name, verdict in decision.items()}


def _sorted(verdict: Mapping[str, Any]) -> dict[str, Any]:
    """Return the verdict with its sets, which have no order, as sorted lists."""
    return {word: sorted(parts, key=_as_text) for word, parts in verdict.items()}


def _as_text(part: object) -> str:
    return json.dumps(part, ensure_ascii=False, sort_keys=True)
