"""Judges many declarations in one evaluation, and says of each what every requirement said."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from bunkaiten import catalogue, engine
from bunkaiten.documents import Kind, from_path, read
from properties.author import AS_OF

SCENARIO = Path(__file__).parents[2] / "fixtures" / "scenarios" / "own-routers-consistent"
PLAN = SCENARIO / "plan.json"
OBJECTS = SCENARIO / "k8s.yaml"

Decision: TypeAlias = Mapping[str, Mapping[str, Any]]
"""What the gate decides: by requirement, by rule."""
Verdict: TypeAlias = frozenset[str]
"""Out of "satisfied", "deny" and "undetermined"; empty where a requirement does not apply."""

DEPLOYMENTS = ("given", "incomplete", "missing", "not-meant")
"""What is deployed: something; something of which the plan is not complete; nothing, although that is asked."""
WORDS = ("satisfied", "deny", "undetermined")


def envelope(specs: Mapping[str, Any], deployment: str = "given") -> dict[str, Any]:
    """Return what policies see of `specs`, by name, with one of `DEPLOYMENTS`."""
    return {
        "declarations": specs,
        **_deployed()[deployment],
        "context": {
            "as_of": AS_OF,
            "edition": "mhlw-4",
            "scope": "all",
            "deployments": "declarations-only" if deployment == "not-meant" else "expected",
        },
    }


@cache
def _deployed() -> Mapping[str, Mapping[str, Any]]:
    """Return the plan and the objects of a scenario, or less, as they stand in an envelope."""
    documents = [
        document
        for path in (PLAN, OBJECTS)
        for source in from_path(path, path.name).sources
        for document in read(source).documents
    ]
    plans = {each.id: each.value for each in documents if each.kind is Kind.PLAN}
    objects = {each.id: each.value for each in documents if each.kind is Kind.OBJECT}
    incomplete = {name: {**plan, "complete": False} for name, plan in plans.items()}
    nothing: dict[str, Any] = {"terraform": {}, "kubernetes": {}}
    return {
        "given": {"terraform": plans, "kubernetes": objects},
        "incomplete": {"terraform": incomplete, "kubernetes": objects},
        "missing": nothing,
        "not-meant": nothing,
    }


def decide(held: Mapping[str, Any]) -> Decision:
    """Return the decision on an envelope that its schema accepts."""
    judge = engine.current()
    judge.load(json.dumps(held))
    assert judge.refusal() is None, judge.refusal()
    return judge.decision()


def verdicts(decision: Decision) -> dict[tuple[str, str], Verdict]:
    """Return what was said, by requirement's id and subject."""
    entries = catalogue.load()
    found: dict[tuple[str, str], set[str]] = {}
    for name, answer in decision.items():
        for subject in answer["applies"]:
            found[entries[name].id, subject] = set()
        for word in WORDS:
            for subject in _subjects(answer[word]):
                found.setdefault((entries[name].id, subject), set()).add(word)
    return {key: frozenset(words) for key, words in found.items()}


def by_declaration(decision: Decision) -> dict[str, dict[tuple[str, str], Verdict]]:
    """Return the same by declaration; of the subject's key, "section/name" is left."""
    found: dict[str, dict[tuple[str, str], Verdict]] = {}
    for (id_, subject), words in verdicts(decision).items():
        declaration, _, rest = subject.partition("/")
        found.setdefault(declaration, {})[id_, rest] = words
    return found


def document(name: str, spec: Any) -> dict[str, Any]:
    """Return the whole declaration."""
    return {
        "apiVersion": "bunkaiten.dev/v1",
        "kind": "Demarcation",
        "metadata": {"name": name},
        "spec": spec,
    }


def _subjects(found: Iterable[Any]) -> set[str]:
    return {each if isinstance(each, str) else each["subject"] for each in found}
