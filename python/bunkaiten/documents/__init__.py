"""Strict readers: bytes in, declarations, plans and Kubernetes objects out, problems as values.

Nothing that a document holds makes these functions raise: what cannot be read is
a `Refusal`, and what else could be read is still there.
"""

from bunkaiten.documents.reading import forget, from_object, locate, read
from bunkaiten.documents.sources import from_path, from_stream
from bunkaiten.documents.values import Found, Kind, Parsed, Reading, Refusal, Source

__all__ = [
    "Found",
    "Kind",
    "Parsed",
    "Reading",
    "Refusal",
    "Source",
    "forget",
    "from_object",
    "from_path",
    "from_stream",
    "locate",
    "read",
]
