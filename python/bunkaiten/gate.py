"""The use case: documents in, a report out. Prints nothing and reads nothing from the environment."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, timezone
from os import PathLike, fspath

from bunkaiten import acceptance, catalogue, engine, verdicts
from bunkaiten.documents import Found, Kind, Parsed, Reading, Refusal, Source, from_path, read
from bunkaiten.documents.collector import AtRest
from bunkaiten.envelope import Context
from bunkaiten.errors import UsageError
from bunkaiten.model import Document, FailOn, Report

_JAPAN = timezone(timedelta(hours=9), "Asia/Tokyo")
_FIRST_YEAR = 1000
"""Of the days that schemas accept: earlier years do not have four digits of their own."""


class Gate:
    """Judges declarations and deployments. One may be used from many threads, and after a fork."""

    def __init__(self, *, edition: str | None = None) -> None:
        """Take the policies of `edition`, by default the one that the catalogue names first.

        Raise `UsageError` if there is no such edition.
        """
        known = catalogue.load().editions
        self.edition = known[0] if edition is None else edition
        if self.edition not in known:
            code = "edition_later" if catalogue.load().is_later(self.edition) else "edition_unknown"
            raise UsageError(code, edition=self.edition, known=", ".join(known))

    def check(  # noqa: PLR0913 - each is an option of the command line, by the same name
        self,
        documents: Iterable[object],
        *,
        plans: Iterable[object] = (),
        as_of: date | str | None = None,
        declarations_only: bool = False,
        fail_on: FailOn | str = FailOn.UNDETERMINED,
        allow_empty: bool = False,
    ) -> Report:
        """Judge `documents`, and `plans`, each of which must be a Terraform plan.

        A document is a path (str or PathLike, of a file or a folder), bytes, a
        `Source`, or an object that somebody else parsed. `as_of` is a day in Japan,
        today if None. What is wrong with a document is a problem in the report.
        Raise `UsageError` for an argument that makes no sense, `PolicyError` or
        `EngineError` if nothing could be judged at all.
        """
        context = Context(as_of=_day(as_of), edition=self.edition, declarations_only=declarations_only)
        blocking = _fail_on(fail_on)
        with AtRest():
            given, refusals = _read(documents, plans)
            loaded = acceptance.load(engine.current(), given, context)
            judgement = verdicts.judge(engine.current().decision(), loaded.envelope, catalogue.load())
        return Report(
            edition=self.edition,
            edition_name=catalogue.load().edition_name(self.edition),
            edition_title=catalogue.load().edition_title(self.edition),
            later_editions=catalogue.load().later_editions(self.edition),
            as_of=context.as_of,
            declarations_only=declarations_only,
            allow_empty=allow_empty,
            fail_on=blocking,
            policies_digest=catalogue.load().digest,
            documents=tuple(_listed(document) for document in loaded.documents),
            requirements=judgement.requirements,
            rows=catalogue.load().rows,
            titles=loaded.envelope.titles(),
            findings=judgement.findings,
            problems=(*map(acceptance.problem, refusals), *loaded.problems, *judgement.problems),
        )


def _read(documents: Iterable[object], plans: Iterable[object]) -> tuple[list[Parsed], list[Refusal]]:
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


def _day(as_of: date | str | None) -> str:
    if as_of is None:
        return datetime.now(_JAPAN).date().isoformat()
    is_day = isinstance(as_of, date) and not isinstance(as_of, datetime)
    day = as_of if is_day else _read_day(as_of)
    if not isinstance(day, date) or day.year < _FIRST_YEAR:
        raise UsageError("argument_not_a_day", name="as_of", value=as_of)
    return day.isoformat()


def _read_day(text: object) -> date | None:
    try:
        day = date.fromisoformat(str(text))
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def _fail_on(word: FailOn | str) -> FailOn:
    if word not in tuple(FailOn):
        raise UsageError("argument_unknown_word", name="fail_on", value=word, words=", ".join(FailOn))
    return FailOn(word)


def _listed(document: Parsed) -> Document:
    kind = "Demarcation" if document.kind is Kind.DECLARATION else document.name
    return Document(id=document.id, kind=kind, sha256=document.sha256)
