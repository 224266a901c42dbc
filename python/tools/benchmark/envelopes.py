"""Write the envelope of documents: `python -m tools.benchmark.envelopes FILE DOCUMENT…`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from bunkaiten import Gate
from bunkaiten.documents import from_path, read
from bunkaiten.envelope import Context, Envelope
from tools.benchmark.declarations import AS_OF


def text(paths: Sequence[str]) -> str:
    """Return the envelope of what lies under `paths`, as the engine gets it."""
    sources = [source for path in paths for source in from_path(path).sources]
    documents = [document for source in sources for document in read(source).documents]
    context = Context(as_of=AS_OF, edition=Gate().edition, declarations_only=False)
    return Envelope(documents, context).text()


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(text(sys.argv[2:]), "utf-8")
