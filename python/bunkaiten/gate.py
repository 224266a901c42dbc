"""The use case: documents in, a report out. Prints nothing and reads nothing from the environment."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from typing import TypeVar

from bunkaiten import acceptance, catalogue, deciding, engine, intake, verdicts
from bunkaiten.documents import Kind, Parsed
from bunkaiten.documents.collector import AtRest
from bunkaiten.envelope import Context
from bunkaiten.errors import UsageError
from bunkaiten.model import Document, FailOn, Report, Scope, day_of

_Words = TypeVar("_Words", bound=StrEnum)

_JAPAN = timezone(timedelta(hours=9), "Asia/Tokyo")


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
        sources: Iterable[object] = (),
        as_of: date | str | None = None,
        declarations_only: bool = False,
        fail_on: FailOn | str = FailOn.UNDETERMINED,
        allow_empty: bool = False,
        scope: Scope | str = Scope.ALL,
    ) -> Report:
        """Judge `documents`, and `plans`, each of which must be a Terraform plan.

        A document is a path (str or PathLike, of a file or a folder), bytes, a
        `Source`, or an object that somebody else parsed. `as_of` is a day in Japan,
        today if None. `sources` are folders of the Terraform sources that the plans were
        made of. What is wrong with a document is a problem in the report.
        Raise `UsageError` for an argument that makes no sense, `PolicyError` or
        `EngineError` if nothing could be judged at all.
        """
        context = Context(
            as_of=_day(as_of),
            edition=self.edition,
            declarations_only=declarations_only,
            scope=_word(Scope, "scope", scope),
        )
        blocking = _word(FailOn, "fail_on", fail_on)
        entries = catalogue.load()
        with AtRest():
            given, refusals = intake.read_all(documents, plans)
            context = context._replace(incomplete=any(refusal.is_declaration for refusal in refusals))
            judge = engine.current(intake.rooms(given))
            loaded = acceptance.accept(given, context)
            written = acceptance.with_sources(loaded, sources)
            decision = deciding.decide(judge, loaded, entries.names, entries.across)
            judgement = verdicts.judge(decision, loaded.envelope, entries, written)
        return Report(
            edition=self.edition,
            edition_name=entries.edition_name(self.edition),
            edition_title=entries.edition_title(self.edition),
            later_editions=entries.later_editions(self.edition),
            as_of=context.as_of,
            declarations_only=declarations_only,
            allow_empty=allow_empty,
            fail_on=blocking,
            scope=Scope(context.scope),
            policies_digest=entries.digest,
            documents=tuple(_listed(document) for document in loaded.documents),
            requirements=judgement.requirements,
            rows=entries.rows,
            titles=loaded.envelope.titles(),
            findings=judgement.findings,
            sources=written.folders() if written else (),
            problems=(
                *map(acceptance.problem, [*refusals, *(written.refusals if written else ())]),
                *loaded.problems,
                *judgement.problems,
            ),
        )


def _day(as_of: date | str | None) -> str:
    if as_of is None:
        return datetime.now(_JAPAN).date().isoformat()
    if (day := day_of(as_of)) is None:
        raise UsageError("argument_not_a_day", name="as_of", value=as_of)
    return day.isoformat()


def _word(words: type[_Words], argument: str, word: str) -> _Words:
    if word not in tuple(words):
        raise UsageError("argument_unknown_word", name=argument, value=word, words=", ".join(words))
    return words(word)


def _listed(document: Parsed) -> Document:
    kind = "Demarcation" if document.kind is Kind.DECLARATION else document.name
    is_partial = document.kind is Kind.PLAN and document.value.get("complete") is False
    return Document(id=document.id, kind=kind, sha256=document.sha256, is_partial=is_partial)
