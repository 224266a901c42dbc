"""Which documents the policies may see: those that their schemas accept and that refer to nothing undeclared.

The engine decides, quickly and over everything at once. Only after a refusal is
each document looked at by itself, to explain it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import TYPE_CHECKING, NamedTuple

from bunkaiten import engine, messages, references, schemas
from bunkaiten.documents import Kind, Parsed, Refusal, locate
from bunkaiten.envelope import PLACES, Context, Envelope
from bunkaiten.faults import Fault
from bunkaiten.model import Problem, Text

if TYPE_CHECKING:  # loaded only where sources are given
    from bunkaiten.written import Written

MOST_FAULTS = 20
"""Mistakes of one document that are told in one run."""
_SCHEMAS = {Kind.DECLARATION: "demarcation", Kind.PLAN: "terraform-plan", Kind.OBJECT: "kubernetes-object"}

_PART = 50
"""So many documents are held against their schemas at a time."""


class Loaded(NamedTuple):
    """What can be judged, and why the rest cannot."""

    documents: tuple[Parsed, ...]
    problems: tuple[Problem, ...]
    envelope: Envelope


def accept(documents: Iterable[Parsed], context: Context) -> Loaded:
    """Return the acceptable ones of `documents`, as one envelope."""
    documents = tuple(documents)
    held, problems = _named(documents)
    problems += [fault for some in _parts(held) for fault in _refused(some, context)]
    refused = {problem.document for problem in problems}
    problems += _dangling(document for document in held if document.id not in refused)
    refused |= {problem.document for problem in problems}
    accepted = [document for document in held if document.id not in refused]
    is_incomplete = any(each.kind is Kind.DECLARATION and each.id in refused for each in documents)
    envelope = Envelope(accepted, context._replace(incomplete=context.incomplete or is_incomplete))
    return Loaded(tuple(accepted), tuple(problems), envelope)


def with_sources(loaded: Loaded, sources: Iterable[object]) -> "Written | None":
    """Put what `sources` say of the plans in `loaded` into its envelope, and return it.

    Return None if there are none. Raise `UsageError` as `written.joined` does.
    """
    given = sources if isinstance(sources, str | bytes | PathLike) else tuple(sources)
    if given == ():
        return None
    from bunkaiten.written import joined  # noqa: PLC0415 - who gives no sources pays nothing

    written = joined(given, loaded.documents)
    if written.values:
        loaded.envelope.take(written.values)
    return written


def _parts(documents: Sequence[Parsed]) -> Iterator[Sequence[Parsed]]:
    """Cut `documents`, so that the engine's copy for the schema stays small and few are explained for one."""
    return (documents[at : at + _PART] for at in range(0, len(documents), _PART))


def _refused(documents: Sequence[Parsed], context: Context) -> list[Problem]:
    """Explain until the decider has nothing left to refuse: what only it sees is never let through."""
    problems = _faulty([document for document in documents if not _is_plain(document)])
    while True:
        known = {problem.document for problem in problems}
        rest = [document for document in documents if document.id not in known]
        identities = frozenset((each.kind, each.id, each.sha256) for each in rest)
        if engine.are_accepted(identities):
            return problems
        words = engine.validator(_words(rest)).refusal(Envelope(rest, context).text(), identities)
        if words is None:
            return problems
        explained = _faulty(rest)
        if not explained:
            return problems + [_problem(document, "schema_refused", detail=words) for document in rest]
        problems += explained


def _words(documents: Iterable[Parsed]) -> frozenset[str]:
    """Return what `schemas.envelope` asks for: where documents stand, and the fields of declarations."""
    names: set[str] = set()
    places: set[str] = set()
    for document in documents:
        places.add(PLACES[document.kind])
        if document.kind is Kind.DECLARATION:
            _names_in(document.value, names)
    return schemas.fields() & names | places


def _names_in(value: object, names: set[str]) -> None:
    if isinstance(value, dict):
        names.update(value)
        value = value.values()
    elif not isinstance(value, list):
        return
    for each in value:
        if isinstance(each, dict | list):
            _names_in(each, names)


def problem(refusal: Refusal) -> Problem:
    """Return a reader's refusal as a problem of the report."""
    error = refusal.error
    return _problem_of(refusal.document, error.code, error.line, error.column, error.values)


def _named(documents: Iterable[Parsed]) -> tuple[list[Parsed], list[Problem]]:
    """Refuse every declaration whose name another one has: nobody could tell which one holds."""
    held: list[Parsed] = []
    by_name: dict[str, list[Parsed]] = {}
    for document in documents:
        if document.kind is Kind.DECLARATION and document.name:
            by_name.setdefault(document.name, []).append(document)
        else:
            held.append(document)
    problems: list[Problem] = []
    for name, same in by_name.items():
        if len(same) == 1:
            held += same
            continue
        for document in same:
            others = ", ".join(other.id for other in same if other is not document)
            problems.append(_problem(document, "name_taken", "/metadata/name", name=name, others=others))
    return held, problems


def _is_plain(document: Parsed) -> bool:
    return document.kind is not Kind.DECLARATION or schemas.ordinary_header(document.value)


def _faulty(documents: Sequence[Parsed]) -> list[Problem]:
    return [
        problem
        for document in documents
        for problem in _told(
            document, schemas.faults(_SCHEMAS[document.kind], document.value, MOST_FAULTS + 1)
        )
    ]


def _dangling(documents: Iterable[Parsed]) -> list[Problem]:
    return [
        problem
        for document in documents
        if document.kind is Kind.DECLARATION
        for problem in _told(document, references.dangling(document.value["spec"], MOST_FAULTS + 1), "spec")
    ]


def _told(document: Parsed, faults: Sequence[Fault], base: str = "") -> Iterator[Problem]:
    """Yield each of `faults`, whose pointers lead into `base`; of one too many, that there are more."""
    above = f"/{base}" if base else ""
    for fault in faults[:MOST_FAULTS]:
        field = f"{base}.{fault.values['field']}" if base else fault.values["field"]
        yield _problem(document, fault.code, above + fault.pointer, **{**fault.values, "field": field})
    for fault in faults[MOST_FAULTS:]:
        yield _problem(document, "more_faults", above + fault.pointer, count=MOST_FAULTS)


def _problem(document: Parsed, code: str, pointer: str = "", **values: object) -> Problem:
    line, column = locate(document, pointer)
    return _problem_of(document.id, code, line, column, values)


def _problem_of(
    document: str, code: str, line: int | None, column: int | None, values: Mapping[str, object]
) -> Problem:
    text = Text(en=messages.text(code, "en", values), ja=messages.text(code, "ja", values))
    return Problem(document=document, code=code, message=text, values=values, line=line, column=column)
