"""The YAML of a draft. What is decided stands as it is, what may be added as comments.

"## " begins what is said to the reader, "# " a field to fill in: whoever takes away one "# " from
every line is left with fields, and with what was said as comments.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from bunkaiten.catalogue import quoted
from bunkaiten.drafting import fields
from bunkaiten.model import Text
from bunkaiten.report.look import Look

_PLAIN = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NOT_PLAIN = frozenset({"false", "n", "no", "none", "null", "off", "on", "true", "y", "yes"})
"""Words that some reader of YAML takes for something else, and one that states something."""


class Field(NamedTuple):
    """What a draft writes under a field of the schema."""

    value: "Value"
    decide: bool = False
    """Nobody has decided it: the schema wants something there."""
    proposed: bool = False
    """Left as a comment, filled in with what the deployment shows."""
    alone: bool = False
    """What else could stand in the record is left out."""
    why: tuple[str, ...] = ()
    """Codes of sentences to stand above it."""


Record: TypeAlias = Mapping[str, Field]
Value: TypeAlias = str | Sequence[str] | Record
"""A word, a list of words, or fields of its own."""


class Pen(NamedTuple):
    """How a draft is written."""

    look: Look

    def remarks(self, code: str, values: Mapping[str, object] | None = None) -> Iterator[str]:
        """Yield the sentence `code` as comments."""
        return (f"## {line}" for line in self.look.say(code, values))

    def told(self, text: Text) -> Iterator[str]:
        """Yield `text` as comments."""
        return (f"## {line}" for line in dict.fromkeys(self.look.text(text)))

    def record(
        self, shape: fields.Schema, written: Record, *, explained: bool, alone: bool = False
    ) -> Iterator[str]:
        """Yield the fields of `shape`, in its order: those of `written`, and the others as comments.

        `explained`: what each one says stands above it. `alone`: without the others.
        """
        for name, part in fields.fields(shape).items():
            field = written.get(name)
            if field is None and alone:
                continue
            if explained:
                yield from self.told(fields.said(part))
            if field is None:
                yield from commented(self._blank(name, part, explained=explained))
                continue
            for code in field.why:
                yield from self.remarks(code)
            lines = self._written(name, part, field, explained=explained)
            yield from commented(lines) if field.proposed else lines

    def blank(self, name: str, shape: fields.Schema) -> Iterator[str]:
        """Yield a field that is not filled in, explained, as comments."""
        yield from self.told(fields.said(shape))
        yield from commented(self._blank(name, shape, explained=True))

    def _written(self, name: str, part: fields.Schema, field: Field, *, explained: bool) -> Iterator[str]:
        mark = f"  ## {' / '.join(self.look.say('draft_decide'))}" if field.decide else ""
        if isinstance(field.value, str):
            yield f"{name}: {scalar(field.value)}{mark}"
        elif isinstance(field.value, Mapping):
            yield f"{name}:{mark}"
            yield from indented(self.record(part, field.value, explained=explained, alone=field.alone))
        elif all(map(_is_plain, field.value)):
            yield f"{name}: [{', '.join(field.value)}]{mark}"
        else:
            yield f"{name}:{mark}"
            yield from indented(f"- {scalar(each)}" for each in field.value)

    def _blank(self, name: str, shape: fields.Schema, *, explained: bool) -> Iterator[str]:
        words = fields.words(shape)
        yield f"{name}:  # {words}" if words else f"{name}:"
        yield from indented(self._below(shape, explained=explained))

    def _below(self, shape: fields.Schema, *, explained: bool) -> Iterator[str]:
        for name, part in fields.fields(shape).items():
            if explained:
                yield from self.told(fields.said(part))
            yield from self._blank(name, part, explained=explained)
        if (each := fields.each(shape)) is not None:
            yield from self._blank(*each, explained=explained)
        if (item := fields.items(shape)) is not None:
            lines = list(self._below(item, explained=False))
            yield from (f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines))


def commented(lines: Iterable[str]) -> Iterator[str]:
    """Turn `lines` into comments."""
    return (f"# {line}" for line in lines)


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Move `lines` one step in."""
    return (f"  {line}" for line in lines)


def scalar(text: str) -> str:
    """Return `text` as YAML writes a string."""
    return text if _is_plain(text) else quoted(text)


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and text not in _NOT_PLAIN
