"""The one shape that policies see, as JSON text, and the way back from it to the documents."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from bunkaiten.documents import Kind, Parsed
from bunkaiten.model import Text

SECTIONS = ("exchanges", "externalStorage", "telework", "remoteMaintenance", "entrustedWork")
"""Where the subjects of a declaration stand."""

PLACES = {Kind.DECLARATION: "declarations", Kind.PLAN: "terraform", Kind.OBJECT: "kubernetes"}
"""Where the documents of each kind stand in the envelope."""


class Context(NamedTuple):
    """What policies know besides documents. Time is an input: nothing in them reads a clock."""

    as_of: str
    """The evaluation date, YYYY-MM-DD."""
    edition: str
    declarations_only: bool
    scope: str = "all"
    """"marked": resources that carry no marker are left alone."""
    incomplete: bool = False
    """A declaration was refused, so that what it declares is not known."""


class Envelope:
    """Documents by section and key. Keys are unique: see `key`."""

    def __init__(self, documents: Iterable[Parsed], context: Context) -> None:
        self._context = context
        held: dict[str, dict[str, Parsed]] = {name: {} for name in PLACES.values()}
        for document in documents:
            held[PLACES[document.kind]][key(document)] = document
        self._documents: Mapping[str, Mapping[str, Parsed]] = held
        self._sources = ""

    def take(self, sources: Mapping[str, Any]) -> None:
        """Take what the sources of plans say, by plan; see `bunkaiten.written`."""
        self._sources = f'"sources":{json.dumps(sources)},' if sources else ""

    def text(self) -> str:
        """Return the envelope as JSON text. Plans go in as they were written."""
        sections = (
            f'"{name}":{{{",".join(f"{json.dumps(k)}:{_body(document)}" for k, document in held.items())}}}'
            for name, held in self._documents.items()
        )
        return f'{{{",".join(sections)},{self._sources}"context":{self._context_text()}}}'

    def of(self, documents: Iterable[Parsed]) -> "Envelope":
        """Return an envelope of other documents, in the same context."""
        return Envelope(documents, self._context)

    def is_of_declarations(self) -> bool:
        """Return whether nothing is in it but declarations."""
        return not any(held for name, held in self._documents.items() if name != "declarations")

    def find(self, pointer: str) -> tuple[Parsed, str]:
        """Return the document that a JSON Pointer into the envelope leads to, and the pointer into that."""
        _, section, name, *steps = pointer.split("/")
        document = self._documents[section][name.replace("~1", "/").replace("~0", "~")]
        inside = ["spec", *steps] if document.kind is Kind.DECLARATION else steps
        return document, "".join(f"/{step}" for step in inside)

    def documents(self) -> tuple[Parsed, ...]:
        """Return every document in it."""
        return tuple(document for held in self._documents.values() for document in held.values())

    def titles(self) -> Mapping[str, Text]:
        """Return what people call the subjects that have a title, by "declaration/section/name"."""
        return {
            f"{name}/{section}/{subject}": _text(written["title"])
            for name, document in self._documents["declarations"].items()
            for section, subjects in document.value["spec"].items()
            if section in SECTIONS
            for subject, written in subjects.items()
            if "title" in written
        }

    def _context_text(self) -> str:
        context = self._context
        said = {
            "as_of": context.as_of,
            "edition": context.edition,
            "scope": context.scope,
            "deployments": "declarations-only" if context.declarations_only else "expected",
        }
        return json.dumps({**said, "declarations": "incomplete"} if context.incomplete else said)


def _text(title: str | Mapping[str, str]) -> Text:
    """A title may be one for all languages, or be written in one language alone."""
    if isinstance(title, str):
        return Text(en=title, ja=title)
    some = next(iter(title.values()))
    return Text(en=title.get("en", some), ja=title.get("ja", some))


def key(document: Parsed) -> str:
    """Return what the document is called in its section: a declaration by its name, others by their id."""
    return document.name if document.kind is Kind.DECLARATION else document.id


def _body(document: Parsed) -> str:
    if document.kind is Kind.PLAN and document.text is not None:
        return document.text
    return json.dumps(document.value["spec"] if document.kind is Kind.DECLARATION else document.value)
