"""What every requirement says of the documents. Declarations are decided some at a time, to save memory."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any, TypeAlias

from bunkaiten.acceptance import Loaded
from bunkaiten.documents import Parsed
from bunkaiten.engine import Engine
from bunkaiten.envelope import SECTIONS

Decision: TypeAlias = Mapping[str, Mapping[str, Any]]
"""By "clause.slug", what each of its rules says."""

PART = 50
"""So many declarations are decided at a time, where nothing is deployed that could belong to them all."""
NOTHING: Mapping[str, Any] = MappingProxyType(
    dict.fromkeys(("applies", "satisfied", "deny", "undetermined", "note"), ())
)
"""What a requirement says that concerns nothing."""
_BETWEEN_OWN = ("agreements", "exchanges")
"""What no requirement compares with that of other declarations, and what is most of a declaration."""


def decide(engine: Engine, loaded: Loaded, names: frozenset[str], across: frozenset[str]) -> Decision:
    """Return what every requirement says of what is `loaded`.

    `names` are those of all requirements; what `engine` leaves out says nothing. `across` are those
    for which declarations have to be seen together.
    """
    nothing = {name: NOTHING for name in names if engine.leaves_out(name)}
    return {**nothing, **_decided(engine, loaded, across)}


def _decided(engine: Engine, loaded: Loaded, across: frozenset[str]) -> Decision:
    if len(loaded.documents) > PART and loaded.envelope.is_of_declarations():
        return _merged(chain(_each(engine, loaded, across), _together(engine, loaded, across)))
    engine.load(loaded.envelope.text())
    return engine.decision()


def _each(engine: Engine, loaded: Loaded, across: frozenset[str]) -> Iterator[Decision]:
    for documents in _parts(loaded.documents):
        engine.load(loaded.envelope.of(documents).text())
        yield {name: answer for name, answer in engine.decision().items() if name not in across}


def _together(engine: Engine, loaded: Loaded, across: frozenset[str]) -> Iterator[Decision]:
    compared = (_compared(document) for document in loaded.documents)
    engine.load(loaded.envelope.of(filter(_has_subjects, compared)).text())
    yield {name: answer for name, answer in engine.decision().items() if name in across}


def _parts(documents: tuple[Parsed, ...]) -> Iterator[tuple[Parsed, ...]]:
    return (documents[at : at + PART] for at in range(0, len(documents), PART))


def _compared(document: Parsed) -> Parsed:
    spec = {name: part for name, part in document.value["spec"].items() if name not in _BETWEEN_OWN}
    return document._replace(value={**document.value, "spec": spec})


def _has_subjects(document: Parsed) -> bool:
    return not document.value["spec"].keys().isdisjoint(SECTIONS)


def _merged(decisions: Iterable[Decision]) -> Decision:
    merged: dict[str, dict[str, list[Any]]] = {}
    # every requirement names every subject: each name is kept once
    names: dict[str, str] = {}
    for decision in decisions:
        for name, answer in decision.items():
            found = merged.setdefault(name, {})
            for rule, said in answer.items():
                kept = (names.setdefault(each, each) if isinstance(each, str) else each for each in said)
                found.setdefault(rule, []).extend(kept)
    return merged
