"""Where the values of a JSON text stand: walks it with the C decoder, and keeps what it passed."""

import json.decoder
import re
from collections.abc import Callable, Sequence

from bunkaiten.documents.faults import Lines

_SPACE: re.Pattern[str] = json.decoder.WHITESPACE  # type: ignore[attr-defined] # as below
_DECODER = json.JSONDecoder()
_string: Callable[[str, int], tuple[str, int]] = json.decoder.scanstring  # type: ignore[attr-defined] # C, untyped


class JsonPlaces:
    """The places of one JSON text that has been parsed, so that it is known to be JSON."""

    def __init__(self, text: str) -> None:
        """Take a text that is known to be JSON."""
        self._text = text
        self._lines = Lines(text)
        self._children: dict[int, dict[str, tuple[int, int]]] = {}

    def forget(self) -> None:
        """Give back what is kept between look-ups."""
        self._children.clear()

    def locate(self, steps: Sequence[str]) -> tuple[int, int]:
        """Return line and column of the key or the item at `steps`, or of its nearest ancestor."""
        place = value = self._skip(0)
        for step in steps:
            child = self._children_of(value).get(step)
            if child is None:
                break
            place, value = child
        return self._lines.place(place)

    def _children_of(self, at: int) -> dict[str, tuple[int, int]]:
        """Return step -> (offset of the key or the item, offset of the value)."""
        if at not in self._children:
            opening = self._text[at]
            walk = self._members if opening == "{" else self._items if opening == "[" else None
            self._children[at] = walk(at) if walk else {}
        return self._children[at]

    def _members(self, at: int) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        at = self._skip(at + 1)
        while self._text[at] == '"':
            key, end = _string(self._text, at + 1)
            value = self._skip(self._skip(end) + 1)
            found[key] = (at, value)
            at = self._after(value)
        return found

    def _items(self, at: int) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        at = self._skip(at + 1)
        while self._text[at] != "]":
            found[str(len(found))] = (at, at)
            at = self._after(at)
        return found

    def _after(self, at: int) -> int:
        """Return where the next member or item begins, or the closing bracket stands."""
        end = self._skip(_DECODER.raw_decode(self._text, at)[1])
        return self._skip(end + 1) if self._text[end] == "," else end

    def _skip(self, at: int) -> int:
        match = _SPACE.match(self._text, at)
        return match.end() if match else at
