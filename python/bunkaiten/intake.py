"""From whatever a caller hands over to parsed documents, each once."""

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike, fspath
from typing import Any

from bunkaiten import catalogue, engine
from bunkaiten.documents import Found, Kind, Parsed, Reading, Refusal, Source, from_path, read
from bunkaiten.errors import UsageError


def read_all(documents: Iterable[object], plans: Iterable[object]) -> tuple[list[Parsed], list[Refusal]]:
    """Return what `documents` and `plans` hold, and why the rest cannot be read.

    Each is a path (str or PathLike, of a file or a folder), bytes, a `Source`, or an object that
    somebody else parsed; a plan is refused if it is none. Raise `UsageError` for one in the place
    of several.
    """
    parsed: dict[str, Parsed] = {}
    refusals: dict[tuple[str, str, int | None, int | None], Refusal] = {}
    names: dict[str, str] = {}
    taken: set[tuple[str, Kind | None]] = set()
    for number, (given, expected) in enumerate(_given(documents, plans), 1):
        found = _found(given, number)
        readings = [Reading(documents=(), refusals=found.refusals)]
        for source in found.sources:
            # a file that is given twice, by itself and by its folder or a link, is one document
            first = names.setdefault(source.real or source.id, source.id)
            if not source.real or (first, expected) not in taken:
                readings.append(read(source._replace(id=first), expected=expected))
            taken.add((first, expected))
        for reading in readings:
            parsed |= {document.id: document for document in reading.documents}
            refusals |= {_identity(refusal): refusal for refusal in reading.refusals}
    return list(parsed.values()), list(refusals.values())


def _given(documents: Iterable[object], plans: Iterable[object]) -> Iterator[tuple[object, Kind | None]]:
    for group, expected in ((documents, None), (plans, Kind.PLAN)):
        if isinstance(group, str | bytes | PathLike):
            raise UsageError("documents_not_a_list")
        yield from ((given, expected) for given in group)


def _identity(refusal: Refusal) -> tuple[str, str, int | None, int | None]:
    return refusal.document, refusal.error.code, refusal.error.line, refusal.error.column


def _found(given: object, number: int) -> Found:
    if isinstance(given, Source):
        return Found(sources=(given,), refusals=())
    if isinstance(given, str | PathLike):
        path = fspath(given)
        return from_path(path, path)
    name = f"document {number}"
    source = Source(id=name, data=given) if isinstance(given, bytes) else Source(id=name, value=given)
    return Found(sources=(source,), refusals=())


def rooms(documents: Iterable[Parsed]) -> frozenset[str]:
    """Return the policies that `documents` call for: what nothing in them could be asked is not loaded."""
    entries = catalogue.load()
    found: set[str] = set()
    declared: set[str] = set()
    types: dict[str, set[str]] = {}
    for document in documents:
        if document.kind is Kind.DECLARATION:
            declared |= _of_declaration(document.value)
        else:
            found |= entries.rooms_of_deployments
            for platform, each in _TYPES[document.kind](document.value):
                types.setdefault(platform, set()).add(each)
    if declared and not found.isdisjoint(entries.rooms_of_deployments):
        found |= entries.rooms_of_comparisons
    found |= declared
    for platform, names in types.items():
        found |= {f"{engine.TYPES}/{platform}", f"{engine.SHAPES}/{platform}"}
        found.update(catalogue.adapters(f"observed/{platform}", names))
    return frozenset(found)


def _of_declaration(declaration: Mapping[str, Any]) -> frozenset[str]:
    entries = catalogue.load()
    spec = declaration.get("spec")
    spec = spec if isinstance(spec, dict) else {}
    written = entries.sections.intersection(spec)
    return frozenset().union(*(entries.rooms(section, _subjects(spec[section])) for section in written))


def _subjects(section: object) -> Iterable[object]:
    return section.values() if isinstance(section, dict) else ()


def _of_object(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    group = str(value.get("apiVersion")).rpartition("/")[0]
    yield "kubernetes", f"{group}/{value.get('kind')}"


def _of_plan(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what each type begins with, "aws" of "aws_lb", and the type. No text is another's to refuse."""
    changes = plan.get("resource_changes")
    for each in changes if isinstance(changes, list) else ():
        name = str(each.get("type")) if isinstance(each, dict) else ""
        yield f"terraform/{name.partition('_')[0]}", name


_TYPES = {Kind.OBJECT: _of_object, Kind.PLAN: _of_plan}
