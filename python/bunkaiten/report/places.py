"""How a place in a document is shown to people."""

from bunkaiten.model import Location
from bunkaiten.report.look import printable


def of(location: Location) -> str:
    """Return the file, line and column of `location`, or its pointer where there is no text."""
    if location.line is None:
        return printable(f"{location.document} {location.pointer}".rstrip())
    return at(location.document, location.line, location.column)


def at(document: str, line: int | None, column: int | None) -> str:
    """Return a place as editors and terminals take it: file:line:column."""
    if line is None:
        return printable(document)
    # lines count through the whole file, and an editor opens a file, not a document in it
    known = [file(document), *(str(number) for number in (line, column) if number is not None)]
    return printable(":".join(known))


def file(document: str) -> str:
    """Return `document` without the "#n" that tells the documents of one file apart."""
    name, _, inside = document.rpartition("#")
    return name if inside.partition("/")[0].isdecimal() else document
