"""The table written by hand, and what it says of a combination of facts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

Facts: TypeAlias = Mapping[str, str]
"""What a declaration states, one word a fact."""

STATES = ("not applicable", "satisfied", "undetermined", "denied")
"""The better before the worse."""
HOLDERS = ("ordinary", "ex-post")
_TABLE = Path(__file__).with_name("table.yaml")


@dataclass(frozen=True, slots=True)
class Line:
    """If each of `facts` is one of its words, then `answer`, on the ground that is given."""

    facts: Mapping[str, tuple[str, ...]]
    answer: str
    ground: str

    def holds(self, facts: Facts) -> bool:
        return all(words & _stated(facts, name) for name, words in self._wanted())

    def _wanted(self) -> Iterator[tuple[str, set[str]]]:
        return ((name, set(words)) for name, words in self.facts.items())


@dataclass(frozen=True, slots=True)
class Table:
    """What every row says, by section and id, and the classes that rows are told by."""

    classes: Mapping[str, tuple[Line, ...]]
    sections: Mapping[str, Mapping[str, tuple[Line, ...]]]

    def lines(self) -> Iterator[tuple[str, int, Line]]:
        """Yield every line of a row or class, with the name of that and its place from 1."""
        for part in (self.classes, *self.sections.values()):
            for name, lines in part.items():
                yield from ((name, number, line) for number, line in enumerate(lines, 1))

    def classed(self, section: str, facts: Facts) -> tuple[dict[str, str], list[Line]]:
        """Return the facts with the classes that follow, and the lines that decided these."""
        if section != "exchange":
            return dict(facts), []
        deciding = {name: first(name, lines, facts) for name, lines in self.classes.items()}
        return {**facts, **{name: line.answer for name, line in deciding.items()}}, [*deciding.values()]

    def deciding(self, section: str, id_: str, several: Iterable[Facts]) -> Line:
        """Return the line that decides of an exchange with `several` destinations: the worst of them."""
        lines = [first(id_, self.sections[section][id_], facts) for facts in several]
        return max(lines, key=lambda line: STATES.index(line.answer))


def first(name: str, lines: Iterable[Line], facts: Facts) -> Line:
    """Return the line that decides. Raise `LookupError` if none does: the table leaves something open."""
    for line in lines:
        if line.holds(facts):
            return line
    raise LookupError(f"{name} has no line for {facts}")


@cache
def load() -> Table:
    """Return the table as it is written."""
    written = yaml.safe_load(_TABLE.read_text("utf-8"))
    classes = _rows(written.pop("classes"))
    return Table(classes=classes, sections={section: _rows(rows) for section, rows in written.items()})


def _rows(written: Mapping[str, list[Any]]) -> dict[str, tuple[Line, ...]]:
    return {name: tuple(_line(*line) for line in lines) for name, lines in written.items()}


def _line(facts: Mapping[str, str | list[str]], answer: str, ground: str) -> Line:
    words = {name: (said,) if isinstance(said, str) else tuple(said) for name, said in facts.items()}
    return Line(words, answer, ground)


def _stated(facts: Facts, name: str) -> set[str]:
    return {facts[holder] for holder in HOLDERS} if name == "holder" else {facts[name]}
