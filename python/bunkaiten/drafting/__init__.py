"""The use case of `draft`: deployments in, the skeleton of a declaration out. Decides nothing."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from bunkaiten import acceptance, catalogue, engine, intake
from bunkaiten.documents import Kind
from bunkaiten.documents.collector import AtRest
from bunkaiten.drafting import document, grouping, observed, parties
from bunkaiten.drafting.writing import Pen
from bunkaiten.envelope import Context, Envelope
from bunkaiten.errors import DocumentError, UsageError
from bunkaiten.model import Problem
from bunkaiten.report import places
from bunkaiten.report.look import Look
from bunkaiten.secrets import Mask

_NO_DAY = "9999-12-31"
"""What is shown does not hang on a day."""


class Draft(NamedTuple):
    """A skeleton, or why there is none."""

    text: str
    """YAML; "" where nothing crosses a boundary without being declared, or where there are problems."""
    problems: tuple[Problem, ...]
    """What could not be read. Half a draft would look like a whole one, so there is none then."""


def draft(
    documents: Iterable[object],
    *,
    plans: Iterable[object] = (),
    sources: Iterable[object] = (),
    lang: str = "both",
) -> str:
    """Return the skeleton of a declaration for what `documents`, `plans` and `sources` show, as YAML.

    All are given as to `Gate.check`; what declarations among them declare already is left out. The
    result is "" where nothing crosses a boundary. `lang` is "en", "ja" or "both". Raise `DocumentError`
    for what cannot be read, `UsageError` if there is no deployment, `PolicyError` or `EngineError` if
    nothing could be read at all.
    """
    made = drafted(documents, plans=plans, sources=sources, lang=lang)
    for problem in made.problems:
        values: dict[str, Any] = {**problem.values, "document": problem.document}
        raise DocumentError(problem.code, **(values | {"line": problem.line, "column": problem.column}))
    return made.text


def drafted(
    documents: Iterable[object],
    *,
    plans: Iterable[object] = (),
    sources: Iterable[object] = (),
    lang: str = "both",
) -> Draft:
    """Do as `draft` does, but return what cannot be read."""
    context = Context(as_of=_NO_DAY, edition=catalogue.load().editions[0], declarations_only=False)
    with AtRest():
        given, refusals = intake.read_all(documents, plans)
        reader = engine.current(intake.rooms(given) | {engine.SURVEY, engine.OUTLINE})
        loaded = acceptance.accept(given, context)
        written = acceptance.with_sources(loaded, sources)
        refusals += written.refusals if written else ()
        if problems := (*map(acceptance.problem, refusals), *loaded.problems):
            return Draft("", problems)
        if all(each.kind is Kind.DECLARATION for each in loaded.documents):
            raise UsageError("draft_no_deployment")
        reader.load(loaded.envelope.text())
        mask = Mask(loaded.envelope.documents())
        survey, outline = mask.over(reader.survey()), reader.outline()
    return Draft(_text(loaded.envelope, survey, outline, Pen(Look(lang=lang))), ())


def _text(envelope: Envelope, survey: Mapping[str, Any], outline: Mapping[str, Any], pen: Pen) -> str:
    things = observed.things(survey, outline)
    subjects = grouping.subjects(things, ((section, word) for section, word in outline["marked"]))
    unread = sorted(f"{each['thing']} ({each['type']})" for each in survey["unread"])
    foreign = sorted({f"{name} ({count})" for pairs in survey["foreign"].values() for name, count in pairs})
    if not (subjects or unread or foreign):
        return ""
    given = envelope.documents()
    content = document.Content(
        name=_name({each.name for each in given if each.kind is Kind.DECLARATION}, outline["marked"]),
        documents=sorted({places.file(each.id) for each in given if each.kind is not Kind.DECLARATION}),
        subjects=subjects,
        parties=parties.of(subjects, outline["operators"]),
        unread=unread,
        foreign=foreign,
        unnamed=sorted({thing.name for thing in things if not thing.found}),
    )
    return document.text(content, pen)


def _name(taken: Collection[str], marked: Iterable[tuple[str, str]]) -> str:
    """Return the name that all markers give which give one, or else a free one."""
    called = {name for _, word in marked if (name := word.rpartition("/")[0])}
    wanted = called.pop() if len(called) == 1 else ""
    if grouping.is_name(wanted) and wanted not in taken:
        return wanted
    names = ("draft", *(f"draft-{number}" for number in range(2, 10_002)))
    return next(name for name in names if name not in taken)
