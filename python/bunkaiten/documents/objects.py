"""Objects that a caller parsed, such as a configuration management tool: made plain, or refused.

The engine dies of what Python allows here (a list in itself, half a character), so all is looked at.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from math import isfinite
from typing import Any

from bunkaiten import digests
from bunkaiten.documents.faults import pointer_to, shown
from bunkaiten.documents.values import MAX_DEPTH, MAX_OBJECT_NODES
from bunkaiten.errors import DocumentError

_COLLECTIONS = (dict, list, tuple, Mapping)


def plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Return `value` as JSON knows it: tuples as lists, dates as ISO 8601 text.

    Raise DocumentError if it holds what JSON does not, or more than MAX_OBJECT_NODES values.
    """
    return _Plain().of(value, ())


def digest(value: object) -> str:
    """Return the SHA-256 of the canonical JSON of a plain value."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return digests.of_text(text)


class _Plain:
    """One walk over one object."""

    def __init__(self) -> None:
        self._count = 0
        self._open: set[int] = set()

    def of(self, value: object, steps: tuple[str, ...]) -> Any:  # noqa: ANN401 - any JSON value
        # recursion is safe: it ends at MAX_DEPTH
        self._count += 1
        if self._count > MAX_OBJECT_NODES:
            raise DocumentError("object_too_large", limit=MAX_OBJECT_NODES)
        # most values are plain text, and to ask an abstract class costs more than all the rest
        if type(value) is not str and isinstance(value, _COLLECTIONS):
            return self._collection(value, steps)
        return _scalar(value, steps)

    def _collection(self, value: Any, steps: tuple[str, ...]) -> Any:  # noqa: ANN401 - any JSON value
        if id(value) in self._open:
            raise _error("object_cycle", steps)
        if len(steps) >= MAX_DEPTH:
            raise _error("object_too_deep", steps[:3], limit=MAX_DEPTH)
        self._open.add(id(value))
        if isinstance(value, Mapping):
            found: Any = {}
            for key, each in value.items():
                name = _key(key, steps)
                found[name] = self.of(each, (*steps, name))
        else:
            found = [self.of(each, (*steps, str(index))) for index, each in enumerate(value)]
        self._open.discard(id(value))
        return found


def _key(key: object, steps: tuple[str, ...]) -> str:
    if not isinstance(key, str):
        raise _error("object_key", steps, key=shown(key), type=type(key).__name__)
    return _text(key, steps)


def _scalar(value: object, steps: tuple[str, ...]) -> Any:  # noqa: ANN401 - any JSON value
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text(value, steps)
    if isinstance(value, int):
        if not -(2**63) <= value < 2**64:
            raise _error("object_integer", steps)
        return int(value)
    if isinstance(value, float):
        if not isfinite(value):
            raise _error("object_not_finite", steps, number=shown(float(value)))
        return float(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    raise _error("object_type", steps, type=type(value).__name__)


def _text(value: str, steps: tuple[str, ...]) -> str:
    # not str(value): a subclass may print itself as something else
    whole = str.__str__(value)
    try:
        whole.encode()
    except UnicodeEncodeError:
        raise _error("object_surrogate", steps) from None
    return whole


def _error(code: str, steps: tuple[str, ...], **values: str | int) -> DocumentError:
    # there are no lines, so the sentence itself says where
    values["where"] = shown(pointer_to(*steps)) or "/"
    return DocumentError(code, line=None, column=None, **values)
