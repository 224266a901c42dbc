"""The quick way through YAML that says nothing unusual: one pass from events to values.

Whatever has tags, anchors, merge keys, keys twice, more than one document, or a
fault is left to the careful way. Both give the same value and the same places; a
test holds them together.
"""

from array import array
from collections.abc import Sequence
from sys import intern
from typing import Any, NamedTuple

import yaml

from bunkaiten.documents.faults import Fault, Lines
from bunkaiten.documents.values import MAX_DEPTH, MAX_NODES
from bunkaiten.documents.yaml_scalars import declared

_WORDS = frozenset({"true", "false", "null", "~", ""})
_NUMBERS = frozenset("-0123456789")
_STARTS = {yaml.MappingStartEvent: dict, yaml.SequenceStartEvent: list}
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_AROUND = frozenset({yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent})
_MARK = "apiVersion: bunkaiten.dev/"


class Plain(NamedTuple):
    """A declaration that was read in one pass."""

    value: dict[str, Any]
    marks: "array[int]"
    """Where the document, and each key and each item in it, stands: offsets, in the order of the text."""


class PlainPlaces:
    """The places of one document that was read in one pass."""

    def __init__(self, text: str, plain: Plain) -> None:
        """Take the text and what was made of it."""
        self._lines = Lines(text)
        self._plain = plain
        self._marks: dict[int, int] = {}
        """How many marks stand in a mapping or a list, by its identity."""

    def locate(self, steps: Sequence[str]) -> tuple[int, int]:
        """Return line and column of the key or the item at `steps`, or of its nearest ancestor."""
        value: Any = self._plain.value
        place = 0
        for step in steps:
            inside = {str(at): item for at, item in enumerate(value)} if isinstance(value, list) else value
            if not isinstance(inside, dict) or step not in inside:
                break
            place += 1
            for name, child in inside.items():
                if name == step:
                    break
                place += 1 + self._marks_in(child)
            value = inside[step]
        return self._lines.place(self._plain.marks[place])

    def forget(self) -> None:
        """Give back what is kept between look-ups."""
        self._marks.clear()

    def _marks_in(self, value: object) -> int:
        if not isinstance(value, dict | list):
            return 0
        if (known := self._marks.get(id(value))) is None:
            inside = value.values() if isinstance(value, dict) else value
            known = self._marks[id(value)] = len(value) + sum(map(self._marks_in, inside))
        return known


class _UnusualError(Exception):
    """Something that the careful way should look at."""


def declaration(text: str) -> Plain | None:
    """Return the declaration that is all of `text`, or None if it is none or unusual in any way."""
    if not text.startswith(_MARK) and f"\n{_MARK}" not in text:
        return None
    builder = _Builder()
    try:
        value = builder.value_of(text)
    except (_UnusualError, yaml.YAMLError, Fault):
        return None
    if not isinstance(value, dict) or not str(value.get("apiVersion")).startswith("bunkaiten.dev/"):
        return None
    return Plain(value=value, marks=builder.marks)


class _Builder:
    """The value of one document while its events come in."""

    def __init__(self) -> None:
        self._stack: list[tuple[Any, str | None]] = []
        self._open: Any = None
        self._key: str | None = None
        self._root: Any = None
        self.marks = array("I")
        self._documents = 0

    def value_of(self, text: str) -> object:
        """Return the value. Raise what `declaration` catches."""
        parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        get, count = parser.get_event, 0
        while type(event := get()) is not yaml.StreamEndEvent:
            self._take(event, type(event))
            count += 1
            if count > MAX_NODES:
                raise _UnusualError
        return self._root

    def _take(self, event: Any, kind: type) -> None:  # noqa: ANN401 - the stubs give events no attributes
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind in _STARTS:
            self._start(event, _STARTS[kind])
        elif kind in _ENDS:
            value = self._open
            self._open, self._key = self._stack.pop()
            self._put(value)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise _UnusualError
        elif kind not in _AROUND:
            raise _UnusualError

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 - as above
        if event.anchor is not None or event.tag is not None:
            raise _UnusualError
        # declarations say the same words over and over
        text = intern(event.value)
        if type(self._open) is dict:
            if self._key is None:
                if text == "<<" or text in self._open:
                    raise _UnusualError
                self.marks.append(event.start_mark.index)
                self._key = text
                return
        else:
            self.marks.append(event.start_mark.index)
        if event.implicit[0] and (text in _WORDS or text[0] in _NUMBERS):
            self._put(declared(text, 0))
        else:
            self._put(text)

    def _start(self, event: Any, shape: type) -> None:  # noqa: ANN401 - as above
        is_key = type(self._open) is dict and self._key is None
        if event.anchor is not None or event.tag is not None or is_key or len(self._stack) >= MAX_DEPTH:
            raise _UnusualError
        if type(self._open) is not dict:
            self.marks.append(event.start_mark.index)
        self._stack.append((self._open, self._key))
        self._open, self._key = shape(), None

    def _put(self, value: object) -> None:
        if self._open is None:
            self._root = value
        elif type(self._open) is dict:
            self._open[self._key] = value
            self._key = None
        else:
            self._open.append(value)
