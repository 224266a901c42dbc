"""The quick way through YAML that says nothing unusual: one pass from events to values.

Whatever has tags, anchors, merge keys, keys twice, more than one document, or a
fault is left to the careful way, which also knows where things stand. Both give
the same value; a test holds them together.
"""

from typing import Any

import yaml

from bunkaiten.documents.faults import Fault
from bunkaiten.documents.values import MAX_DEPTH, MAX_NODES
from bunkaiten.documents.yaml_scalars import declared

_WORDS = frozenset({"true", "false", "null", "~", ""})
_NUMBERS = frozenset("-0123456789")
_STARTS = {yaml.MappingStartEvent: dict, yaml.SequenceStartEvent: list}
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_AROUND = frozenset({yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent})
_MARK = "apiVersion: bunkaiten.dev/"


class _UnusualError(Exception):
    """Something that the careful way should look at."""


def declaration(text: str) -> dict[str, Any] | None:
    """Return the declaration that is all of `text`, or None if it is none or unusual in any way."""
    if not text.startswith(_MARK) and f"\n{_MARK}" not in text:
        return None
    try:
        value = _Builder().value_of(text)
    except (_UnusualError, yaml.YAMLError, Fault):
        return None
    return (
        value
        if isinstance(value, dict) and str(value.get("apiVersion")).startswith("bunkaiten.dev/")
        else None
    )


class _Builder:
    """The value of one document while its events come in."""

    def __init__(self) -> None:
        self._stack: list[tuple[Any, str | None]] = []
        self._open: Any = None
        self._key: str | None = None
        self._root: Any = None
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
        text = event.value
        if type(self._open) is dict and self._key is None:
            if text == "<<" or text in self._open:
                raise _UnusualError
            self._key = text
        elif event.implicit[0] and (text in _WORDS or text[0] in _NUMBERS):
            self._put(declared(text, 0))
        else:
            self._put(text)

    def _start(self, event: Any, shape: type) -> None:  # noqa: ANN401 - as above
        is_key = type(self._open) is dict and self._key is None
        if event.anchor is not None or event.tag is not None or is_key or len(self._stack) >= MAX_DEPTH:
            raise _UnusualError
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
