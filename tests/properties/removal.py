"""Takes one field after the other away, and notes what that makes green."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from properties import judging, shape
from properties.judging import Verdict
from properties.shape import Json, Steps

_GREEN = frozenset({"satisfied"})
_AT_ONCE = 1000
"""How many declarations are judged in one evaluation."""

Said = Mapping[tuple[str, str], Verdict]


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """A requirement that was not satisfied of a subject, and no longer says so without one field."""

    declaration: str
    requirement: str
    subject: str
    """Without the declaration."""
    field: str
    steps: Steps
    also_open: frozenset[str]
    """The requirements that the subject does not satisfy without the field."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Meant:
    """Moves that are meant: the field states the breach itself, or another requirement says so instead."""

    requirement: str
    field: str
    """As in `Move`; "*" for any."""
    while_open: str | None
    """What must be open then, if anything."""

    def covers(self, move: Move) -> bool:
        """Tell whether `move` is meant."""
        return (
            move.requirement == self.requirement
            and self.field in (move.field, "*")
            and (self.while_open is None or self.while_open in move.also_open)
        )


@cache
def exceptions() -> tuple[Meant, ...]:
    """Return the committed exceptions, one for each requirement and field."""
    rows = json.loads(Path(__file__).with_name("exceptions.json").read_text("utf-8"))
    return tuple(
        Meant(requirement=requirement, field=field, while_open=row.get("whileOpen"))
        for row in rows
        for requirement in row["requirements"]
        for field in row["fields"]
    )


def moves(specs: Mapping[str, Any], at_once: int = _AT_ONCE) -> Iterator[Move]:
    """Yield what becomes green when one field is taken away from one of `specs`.

    A requirement that no longer applies has become green as well if nothing else of the subject is open.
    What compares declarations is left out, unless one declaration is judged at a time.
    """
    leave_out = judging.ACROSS if at_once > 1 else ()
    cases = [(name, place, left) for name, spec in specs.items() for place, left in shape.removals(spec)]
    before = _judged(specs, at_once, leave_out)
    for start in range(0, len(cases), at_once):
        part = cases[start : start + at_once]
        without = {f"without-{number}": left for number, (_, _, left) in enumerate(part)}
        after = judging.by_declaration(judging.decide(judging.envelope(without)), leave_out)
        for (name, place, left), case in zip(part, without, strict=True):
            said = after.get(case, {})
            for requirement, subject in _greened(before.get(name, {}), said, left):
                yield Move(
                    declaration=name,
                    requirement=requirement,
                    subject=subject,
                    field=place.field,
                    steps=place.steps,
                    also_open=frozenset(_open(said, subject)),
                )


def _judged(specs: Mapping[str, Any], at_once: int, leave_out: Collection[str]) -> Mapping[str, Said]:
    found: dict[str, Said] = {}
    names = list(specs)
    for start in range(0, len(names), at_once):
        part = {name: specs[name] for name in names[start : start + at_once]}
        found |= judging.by_declaration(judging.decide(judging.envelope(part)), leave_out)
    return found


def _greened(before: Said, after: Said, left: Json) -> Iterator[tuple[str, str]]:
    subjects = {subject for _, subject in before}
    for key, words in after.items():
        if words == _GREEN and before.get(key) != _GREEN and key[1] in subjects:
            yield key
    for key, words in before.items():
        if words != _GREEN and key not in after and _exists(key[1], left) and not _open(after, key[1]):
            yield key


def _open(said: Said, subject: str) -> set[str]:
    return {id_ for (id_, of), words in said.items() if of == subject and words != _GREEN}


def _exists(subject: str, spec: Json) -> bool:
    section, _, name = subject.partition("/")
    return name in spec.get(section, {})
