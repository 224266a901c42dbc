"""Judges many declarations in one evaluation, and says of each what every requirement said."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from properties.shape import Json
from properties.words import AS_OF

from bunkaiten import catalogue, engine
from bunkaiten.documents import Kind, Parsed, from_path, read

SCENARIOS = Path(__file__).parents[2] / "fixtures" / "scenarios"
PLAN = SCENARIOS / "own-routers-consistent" / "plan.json"
OBJECTS = SCENARIOS / "own-routers-consistent" / "k8s.yaml"

Decision: TypeAlias = Mapping[str, Mapping[str, Any]]
"""What the gate decides: by requirement, by rule."""
Verdict: TypeAlias = frozenset[str]
"""Out of "satisfied", "deny" and "undetermined"; empty where a requirement does not apply."""

DEPLOYMENTS = ("given", "incomplete", "missing", "not-meant")
"""What is deployed: something; a plan that is not complete; nothing, with or without being asked for."""
ACROSS = frozenset({"product.nothing_belongs_to_two", "product.crossings_are_declared"})
"""The requirements that compare declarations: what they say of one depends on the others beside it."""
OF_CROSSINGS = frozenset({"product.crossings_are_declared", "product.declaration_holds"})
"""The requirements that are met only where something crosses a boundary; `tests/contradictions` has more."""
NOTES_OF_CROSSINGS = frozenset(
    {("self_connected.no_unidentified_destination", "note"), ("telework.media_have_controls", "note")}
)
"""The notes, by requirement, that are worth a word only there."""
WORDS = ("satisfied", "deny", "undetermined")
STATES: Mapping[str, str] = {"deny": "denied", "undetermined": "undetermined", "note": "note"}
"""The rules that hold findings, and the state that each gives."""


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


def of_scenario(folder: Path) -> dict[str, Any]:
    """Return what policies see of a scenario."""
    held = _read(folder / "declaration.yaml", folder / "plan.json", folder / "k8s.yaml")
    specs = {each.name: each.value["spec"] for each in held if each.kind is Kind.DECLARATION}
    return {**envelope(specs), **_by_section(held)}


@cache
def deployed() -> Mapping[str, Any]:
    """Return the documents of what is given as deployed, as the gate names them."""
    return {str(OBJECTS.parent / each.id): each.value for each in _read(PLAN, OBJECTS)}


@cache
def _deployed() -> Mapping[str, Mapping[str, Any]]:
    """Return the plan and the objects of a scenario, or less, as they stand in an envelope."""
    given = _by_section(_read(PLAN, OBJECTS))
    incomplete = {name: {**plan, "complete": False} for name, plan in given["terraform"].items()}
    nothing: dict[str, Any] = {"terraform": {}, "kubernetes": {}}
    return {
        "given": given,
        "incomplete": {**given, "terraform": incomplete},
        "missing": nothing,
        "not-meant": nothing,
    }


def _read(*paths: Path) -> list[Parsed]:
    sources = [source for path in paths for source in from_path(path, path.name).sources]
    return [document for source in sources for document in read(source).documents]


def _by_section(documents: list[Parsed]) -> dict[str, dict[str, Any]]:
    return {
        "terraform": {each.id: each.value for each in documents if each.kind is Kind.PLAN},
        "kubernetes": {each.id: each.value for each in documents if each.kind is Kind.OBJECT},
    }


@cache
def _schema() -> engine.Validator:
    return engine.Validator()


def decide(held: Mapping[str, Any]) -> Decision:
    """Return the decision on an envelope that its schema accepts."""
    text = json.dumps(held)
    refusal = _schema().refusal(text)
    assert refusal is None, refusal
    judge = engine.current()
    judge.load(text)
    return judge.decision()


def verdicts(decision: Decision, leave_out: Collection[str] = ()) -> dict[tuple[str, str], Verdict]:
    """Return what was said, by requirement's id and subject; some requirements may be left out."""
    entries = catalogue.load()
    found: dict[tuple[str, str], set[str]] = {}
    for name, answer in decision.items():
        if name in leave_out:
            continue
        for subject in answer["applies"]:
            found[entries[name].id, subject] = set()
        for word in WORDS:
            for subject in _subjects(answer[word]):
                found.setdefault((entries[name].id, subject), set()).add(word)
    return {key: frozenset(words) for key, words in found.items()}


def by_declaration(
    decision: Decision, leave_out: Collection[str] = ()
) -> dict[str, dict[tuple[str, str], Verdict]]:
    """Return the same by declaration; of the subject's key, "section/name" is left."""
    found: dict[str, dict[tuple[str, str], Verdict]] = {}
    for (id_, subject), words in verdicts(decision, leave_out).items():
        declaration, _, rest = subject.partition("/")
        found.setdefault(declaration, {})[id_, rest] = words
    return found


def said(specs: Mapping[str, Any]) -> dict[str, Counter[str]]:
    """Return all that is said of each declaration; places are left out, because lists were shuffled."""
    found: dict[str, Counter[str]] = {name: Counter() for name in specs}
    for requirement, answer in decide(envelope(specs)).items():
        if requirement in ACROSS:
            continue
        for word in ("applies", "satisfied"):
            for subject in answer[word]:
                name, _, rest = subject.partition("/")
                found[name][json.dumps([requirement, word, rest])] += 1
        for word in STATES:
            for each in answer[word]:
                name, _, rest = each["subject"].partition("/")
                facts = [requirement, word, rest, each["code"], each["values"]]
                found[name][json.dumps(facts, sort_keys=True)] += 1
    return found


def of(all_said: Counter[str], section: str, name: str) -> dict[str, int]:
    """Return what was said of one subject of a declaration."""
    return {fact: count for fact, count in all_said.items() if json.loads(fact)[2] == f"{section}/{name}"}


def document(name: str, spec: Json) -> dict[str, Any]:
    """Return the whole declaration."""
    return {
        "apiVersion": "bunkaiten.dev/v1",
        "kind": "Demarcation",
        "metadata": {"name": name},
        "spec": spec,
    }


def _subjects(found: Iterable[Any]) -> set[str]:
    return {each if isinstance(each, str) else each["subject"] for each in found}
