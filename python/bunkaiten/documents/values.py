"""What goes in and out of the readers: frozen values, and the limits that they keep."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

from bunkaiten.errors import DocumentError

MAX_BYTES = 256 * 1024 * 1024
"""A larger file is refused before it is read."""

MAX_DEPTH = 100
"""Mappings and lists inside each other; the engine stops at 127, the envelope around a document included."""

MAX_NODES = 1_000_000
"""Values in one YAML document, its aliases written out. A real one of this size has some 20 MB."""

MAX_YAML_BYTES = 64 * 1024 * 1024
"""A larger YAML text is refused before it is parsed: it is read a hundred times slower than JSON."""

MAX_DOCUMENTS = 10_000
"""Documents in one YAML stream."""

MAX_STREAM_NODES = 3_000_000
"""Values in all documents of one YAML stream."""

MAX_REFUSALS = 100
"""So many are told of one source; of the others only how many there are."""

MAX_JSON_NODES = 20_000_000
"""Brackets and commas in one JSON text. A real plan of this size has some 300 MB."""

MAX_OBJECT_NODES = 5_000_000
"""Values that one object handed over by a caller may hold."""


class Kind(StrEnum):
    """What a document is, as its content says."""

    DECLARATION = "declaration"
    PLAN = "plan"
    OBJECT = "object"


class Places(Protocol):
    """Finds where the values of one document stand in its text."""

    def locate(self, steps: Sequence[str]) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `steps`, or of its nearest ancestor."""

    def forget(self) -> None:
        """Give back what is kept between look-ups."""


class Source(NamedTuple):
    """Something to read: bytes, or, where `data` is None, an object that somebody else parsed."""

    id: str
    """As in `Location.document`, without "#n"."""
    data: bytes | None = None
    value: object = None
    real: str = ""
    """The path of the file without links, the same whatever the user called it; "" where there is none."""


class Refusal(NamedTuple):
    """Why something could not be read."""

    document: str
    """The document's id, or the path that was given."""
    error: DocumentError
    is_declaration: bool = False
    """By its words: it may be one, and nobody can tell."""


class Found(NamedTuple):
    """What lies under a path that the user gave."""

    sources: tuple[Source, ...]
    refusals: tuple[Refusal, ...]


class Parsed(NamedTuple):
    """One document that could be read. Its schema has not seen it yet."""

    id: str
    """As in `Location.document`."""
    kind: Kind
    name: str
    """`metadata.name` of a declaration ("" if it has none), the kind of a Kubernetes object, or "plan"."""
    value: Mapping[str, Any]
    """Not to be changed: aliases share their values, and a list shares its items."""
    text: str | None
    """The whole text that it came from; a plan's is its JSON, fit to be copied. None for an object."""
    base: str
    """JSON Pointer from the text's document to this one, such as "/items/0"; "" in most cases."""
    places: Places | None
    sha256: str
    """Of the bytes of the whole source, or of the canonical JSON of an object."""


class Reading(NamedTuple):
    """Everything that one source holds, in its order."""

    documents: tuple[Parsed, ...]
    refusals: tuple[Refusal, ...]
