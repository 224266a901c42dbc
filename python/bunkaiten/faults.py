"""Mistakes in a document, as values: where, what, and the word that was probably meant."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

Steps = tuple[str | int, ...]
"""The way to a place in a document: keys of mappings, places (from 0) in lists."""

MOST = 1000
"""How many mistakes are looked at before the first of them in the document are taken."""
SHOWN = 60
"""How many characters of a value are repeated in a message."""
LIKENESS = 0.7
"""How alike two words are (1: the same) before one is offered for the other."""


class Fault(NamedTuple):
    """One mistake in a document."""

    pointer: str
    """JSON Pointer (RFC 6901) into the document: an unknown key itself, the parent of a missing one."""
    code: str
    """A sentence of the message files."""
    values: Mapping[str, str]
    """What fills the sentence; `field` is the pointer with dots, for people."""


def fault(steps: Steps, code: str, **values: str) -> Fault:
    """Return the fault `code` at `steps`."""
    return Fault(pointer=pointer(steps), code=code, values={"field": _field(steps), **values})


def fault_with_near(steps: Steps, code: str, word: str, known: Iterable[str], **values: str) -> Fault:
    """Return the fault `code`, or `code`_near where `word` is like one of the known words."""
    meant = near(word, known)
    return fault(steps, f"{code}_near", near=meant, **values) if meant else fault(steps, code, **values)


def pointer(steps: Iterable[str | int]) -> str:
    """Return `steps` as a JSON Pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def places(value: Any, steps: Steps) -> tuple[int, ...]:  # noqa: ANN401  # any JSON
    """Return the place of each step among its siblings: such tuples sort as the document reads."""
    found = []
    for step in steps:
        found.append(list(value).index(step) if isinstance(value, dict) else int(step))
        value = value[step]
    return tuple(found)


def near(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` was most likely meant to be, None if it is like none."""
    import difflib  # noqa: PLC0415  # only where something is wrong

    words = list(known)
    same = [other for other in words if _folded(other) == _folded(word)]
    return next(iter(same or difflib.get_close_matches(word, words, n=1, cutoff=LIKENESS)), None)


def shown(value: object) -> str:
    """Return `value`, plain JSON, as it is written there, on one line, cut to `SHOWN` characters."""
    line = " ".join((value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def _field(steps: Steps) -> str:
    return ".".join(map(str, steps)) or "."


def _folded(word: str) -> str:
    return re.sub("[-_ ]", "", word).casefold()
