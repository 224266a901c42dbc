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

WORDS = ("satisfied", "deny", "undetermined")


def envelope(specs: Mapping[str, Any], *, deployed: bool = True) -> dict[str, Any]:
    """Return what policies see of `specs`, by name, with a deployment or for themselves."""
    return {
        "declarations": specs,
        **(deployment() if deployed else {"terraform": {}, "kubernetes": {}}),
        "context": {
            "as_of": AS_OF,
            "edition": "mhlw-4",
            "scope": "all",
            "deployments": "expected" if deployed else "declarations-only",
        },
    }


@cache
def deployment() -> Mapping[str, Mapping[str, Any]]:
    """Return the plan and the objects of a scenario, as they stand in an envelope."""
    documents = [
        document
        for path in (PLAN, OBJECTS)
        for source in from_path(path, path.name).sources
        for document in read(source).documents
    ]
    return {
        "terraform": {each.id: each.value for each in documents if each.kind is Kind.PLAN},
        "kubernetes": {each.id: each.value for each in documents if each.kind is Kind.OBJECT},
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
