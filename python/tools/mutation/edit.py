"""One change to the text of a Rego file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from tools.mutation.source import Node, Source, Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """Bytes to put in the place of a span.

    `original` and `mutated` describe it where the lines it touches would say too much.
    """

    span: Span
    replacement: bytes
    original: str = ""
    mutated: str = ""


Operator: TypeAlias = Callable[[Source, Node], Iterator[Edit]]


def flat(text: str) -> str:
    """Return `text` on one line, single blanks between words."""
    return " ".join(text.split())
