"""JSON text to a value, strictly (RFC 8259): what Python's decoder lets pass in silence is refused here.

The C decoder decides, fast; `json_faults` finds the place only when there is something to refuse.
"""

import json
import re
from contextlib import suppress
from itertools import chain
from typing import Any, NoReturn

from bunkaiten.documents.faults import Fault, fits_64_bits, shown
from bunkaiten.documents.values import MAX_DEPTH, MAX_JSON_NODES

_INFINITY = float("inf")
_SIGNIFICANT = r"[^ \t\n\r]"
_LAST_LETTERS = r"-|[.eE][+-]?|t(ru?)?|f(a(ls?)?)?|n(ul?)?|\\|\\?u[0-9a-fA-F]{0,4}"
_BEGINNING = 65536
_SAFE_DIGITS = 18
"""So many digits fit into 64 bits whatever they are."""


def parse(text: str) -> object:
    """Return the value that `text` holds. Raise Fault if it is not exactly one strict JSON value."""
    _refuse_too_many(text)
    try:
        value: object = _DECODER.decode(text)
    except json.JSONDecodeError as problem:
        raise _explained(text, problem) from None
    except (_RefusedError, RecursionError):
        raise _first_fault(text) from None
    if _is_too_deep(value) or _has_lone_surrogate(text):
        raise _first_fault(text)
    return value


def _first_fault(text: str) -> Fault:
    from bunkaiten.documents import json_faults  # noqa: PLC0415 - only who has a fault pays for it

    return json_faults.first(text)


def _has_lone_surrogate(text: str) -> bool:
    if "\\ud" not in text and "\\uD" not in text:
        return False
    from bunkaiten.documents import json_faults  # noqa: PLC0415 - hardly any text has such escapes

    return json_faults.lone_surrogate(text) is not None


def _refuse_too_many(text: str) -> None:
    """Count before anything is built: an empty list takes 3 letters, and 64 bytes as a value."""
    if sum(map(text.count, "[{,")) <= MAX_JSON_NODES:
        return
    with suppress(ValueError, _RefusedError):
        try:
            _DECODER.decode(text[:_BEGINNING])
        except RecursionError:  # the better explanation
            raise _first_fault(text) from None
    raise Fault("too_many_values", limit=MAX_JSON_NODES)


class _RefusedError(Exception):
    """The decoder's hooks know what they refuse, but not where it stands."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _RefusedError
    return found


def _integer(digits: str) -> int:
    if len(digits) > _SAFE_DIGITS and not fits_64_bits(digits):
        raise _RefusedError
    return int(digits)


def _float(digits: str) -> float:
    number = float(digits)
    if number in (_INFINITY, -_INFINITY):
        raise _RefusedError
    return number


def _constant(_word: str) -> NoReturn:
    raise _RefusedError


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_float, parse_constant=_constant
)


def _is_too_deep(value: object) -> bool:
    """Level by level, because a recursion is what this protects from."""
    level: list[Any] = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [each for each in level if type(each) in _CONTAINERS]
        if not level:
            return False
        level = list(chain.from_iterable(each.values() if type(each) is dict else each for each in level))
    return True


_CONTAINERS = frozenset((dict, list))


def _explained(text: str, problem: json.JSONDecodeError) -> Fault:
    # since Python 3.13 a trailing comma is named itself, before that what comes after it
    at = problem.pos + problem.msg.startswith("Illegal trailing comma")
    found = re.compile(_SIGNIFICANT).search(text, at)
    if not found:
        return Fault("json_truncated", len(text.rstrip()))
    if problem.msg.startswith("Unterminated") or re.fullmatch(_LAST_LETTERS, text.rstrip()[problem.pos :]):
        return Fault("json_truncated", problem.pos)
    if problem.msg.startswith("Invalid control"):
        return Fault("json_control_character", problem.pos)
    if problem.msg.startswith("Invalid \\"):
        return Fault("json_syntax", problem.pos, found=shown("\\" + text[problem.pos :].lstrip("\\")[:1]))
    if problem.msg == "Extra data":
        return Fault("json_two_values" if found[0] in "{[" else "json_trailing", found.start())
    return Fault("json_syntax", found.start(), found=shown(found[0]))
