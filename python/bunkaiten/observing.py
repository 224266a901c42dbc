"""The use case of `observe`: deployments in, what they show out. Judges nothing and prints nothing."""

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from bunkaiten import acceptance, catalogue, engine, intake
from bunkaiten.documents import locate
from bunkaiten.documents.collector import AtRest
from bunkaiten.envelope import Context, Envelope
from bunkaiten.model import Location, Problem, SourceFolder, Text
from bunkaiten.secrets import Mask

if TYPE_CHECKING:  # loaded only where sources are given
    from bunkaiten.written import Written

_ABOUT = frozenset({"crosses", "key", "kind", "steps", "subjects", "thing", "way", "words"})
_NO_DAY = "9999-12-31"
"""What is shown does not hang on a day."""


class Seen(NamedTuple):
    """One fact that a deployment shows."""

    kind: str
    """"peers", "endpoints", "stores", "accesses" or "logs"."""
    thing: str
    """As implementedBy writes it."""
    way: str
    """What it is, in a word that does not change."""
    words: Text
    """What people call that."""
    crosses: str
    """Whether it leads over a boundary: "yes", "no" or "unknown"."""
    subjects: tuple[str, ...]
    """"declaration/section/name" of those that it belongs to, sorted."""
    attributes: Mapping[str, object]
    """What is known of it, each {"is": value}, {"unknown": true} or a plain word."""
    location: Location
    source: Location | None = None
    """Where it is written, if sources were given."""


class Survey(NamedTuple):
    """Everything that was read of the deployments, and what was not."""

    documents: tuple[str, ...]
    seen: tuple[Seen, ...]
    """Sorted by kind, thing, way and place."""
    unread: tuple[tuple[str, str], ...]
    """Resources that cross a boundary and are not read: thing and type."""
    unsorted: Mapping[str, int]
    """Types of which nobody has said yet whether they cross a boundary, with how many there are."""
    foreign: Mapping[str, int]
    """Types of providers that are not read, with how many there are."""
    problems: tuple[Problem, ...]
    sources: tuple[SourceFolder, ...] = ()
    """Sorted by plan; empty where none were given."""

    @property
    def exit_code(self) -> int:
        """3 if something could not be read, else 0."""
        return max((problem.exit_code for problem in self.problems), default=0)


def observe(
    documents: Iterable[object], *, plans: Iterable[object] = (), sources: Iterable[object] = ()
) -> Survey:
    """Return what `documents`, `plans` and `sources`, as `Gate.check` takes them, show.

    Raise `UsageError` for an argument that makes no sense, `PolicyError` or `EngineError`
    if nothing could be read at all.
    """
    context = Context(as_of=_NO_DAY, edition=catalogue.load().editions[0], declarations_only=False)
    with AtRest():
        given, refusals = intake.read_all(documents, plans)
        reader = engine.current(intake.rooms(given) | {engine.SURVEY})
        loaded = acceptance.accept(given, context)
        written = acceptance.with_sources(loaded, sources)
        reader.load(loaded.envelope.text())
        found = reader.survey()
        mask = Mask(loaded.envelope.documents())
        seen = [_seen(mask.over(fact), loaded.envelope, written) for fact in found["facts"]]
    return Survey(
        documents=tuple(document.id for document in loaded.documents),
        seen=tuple(sorted(seen, key=_order)),
        unread=tuple(sorted((each["thing"], each["type"]) for each in found["unread"])),
        unsorted=_counted(found["unsorted"]),
        foreign=_counted(found["foreign"]),
        problems=(
            *map(acceptance.problem, [*refusals, *(written.refusals if written else ())]),
            *loaded.problems,
        ),
        sources=written.folders() if written else (),
    )


def _seen(fact: Mapping[str, Any], envelope: Envelope, written: "Written | None") -> Seen:
    pointer = "".join(f"/{_escaped(step)}" for step in fact["steps"])
    document, inside = envelope.find(pointer)
    line, column = locate(document, inside)
    words = fact["words"]
    attributes = {name: value for name, value in sorted(fact.items()) if name not in _ABOUT}
    return Seen(
        kind=fact["kind"],
        thing=fact["thing"],
        way=fact["way"],
        words=Text(en=words, ja=words) if isinstance(words, str) else Text(**words),
        crosses=fact["crosses"],
        subjects=tuple(sorted(fact["subjects"])),
        attributes=MappingProxyType(attributes),
        location=Location(document=document.id, pointer=document.base + inside, line=line, column=column),
        source=written.location(document, inside) if written else None,
    )


def _order(seen: Seen) -> tuple[str, ...]:
    attributes = json.dumps(dict(seen.attributes), sort_keys=True)
    return seen.kind, seen.thing, seen.way, seen.location.pointer, attributes


def _counted(by_plan: Mapping[str, Iterable[tuple[str, int]]]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for pairs in by_plan.values():
        for name, count in pairs:
            found[name] = found.get(name, 0) + count
    return MappingProxyType(dict(sorted(found.items())))


def _escaped(step: object) -> str:
    return str(step).replace("~", "~0").replace("/", "~1")
