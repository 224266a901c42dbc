"""From the decision of the policies to requirements and findings that a person can read."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from bunkaiten import catalogue, messages
from bunkaiten.catalogue import Catalogue, RequirementEntry
from bunkaiten.deciding import NOTHING
from bunkaiten.documents import Parsed, forget, locate
from bunkaiten.envelope import Envelope
from bunkaiten.model import Finding, Location, Problem, Requirement, State, Text, fingerprint
from bunkaiten.report.order import of_finding
from bunkaiten.secrets import Mask

if TYPE_CHECKING:  # loaded only where sources are given
    from bunkaiten.written import Written

_STATES = {"deny": State.DENIED, "undetermined": State.UNDETERMINED, "note": State.NOTE}
# not compiled in advance: only findings need them
_INDEX = r"/[0-9]+(?=/|$)"
_FOLDER = "^(/(?:kubernetes|terraform)/)[^/]*~1"
_UNJUDGED = "unjudged"

Answer: TypeAlias = Mapping[str, Any]


class Judgement(NamedTuple):
    """What the policies say, and where they failed to say it."""

    requirements: tuple[Requirement, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]


def judge(
    decision: Mapping[str, Answer], envelope: Envelope, entries: Catalogue, written: "Written | None" = None
) -> Judgement:
    """Turn `decision`, by "clause.slug", into what goes into the report; places also in what was `written`.

    A requirement without an answer, one that nobody knows and one that contradicts
    itself are problems with the exit code of an engine error.
    """
    answers = [(entries[name], decision[name]) for name in sorted(entries.names & decision.keys())]
    known = [(entry, answer) for entry, answer in answers if any(answer.values())]
    silent = [_silent(entries, entry.name) for entry, answer in answers if not any(answer.values())]
    places = _places(known, envelope, written)
    mask = Mask(envelope.documents())
    findings = [found for entry, answer in known for found in _findings(entry, answer, places, mask)]
    requirements = [_requirement(entry, answer) for entry, answer in known]
    return Judgement(
        requirements=tuple(sorted([*requirements, *silent], key=lambda requirement: requirement.id)),
        findings=tuple(sorted(findings, key=of_finding)),
        problems=(*_unanswered(decision, entries), *_contradictions(requirements)),
    )


@cache
def _silent(entries: Catalogue, name: str) -> Requirement:
    return _requirement(entries[name], NOTHING)


def _requirement(entry: RequirementEntry, answer: Answer) -> Requirement:
    return Requirement(
        id=entry.id,
        name=entry.name,
        clause=entry.clause,
        title=entry.title,
        modality=entry.modality,
        applies=tuple(sorted(answer["applies"])),
        satisfied=tuple(sorted(answer["satisfied"])),
        denied=_subjects(answer["deny"]),
        undetermined=_subjects(answer["undetermined"]),
        protects=() if entry.origin == "guideline" else entry.protects,
        clause_title=entry.clause_title,
    )


def _subjects(findings: list[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(sorted({finding["subject"] for finding in findings}))


def _findings(
    entry: RequirementEntry, answer: Answer, places: Mapping[str, tuple[Location, ...]], mask: Mask
) -> Iterator[Finding]:
    for rule, state in _STATES.items():
        for each in answer[rule]:
            found = {**each, "values": mask.over(each["values"])} if _shows_deployments(each) else each
            message, remedy = _words(entry, found)
            yield Finding(
                requirement=entry.id,
                clause=entry.clause,
                state=state,
                code=found["code"],
                subject=found["subject"],
                message=message,
                remedy=remedy,
                locations=tuple(
                    dict.fromkeys(each for pointer in found["pointers"] for each in places[pointer])
                ),
                values=MappingProxyType(found["values"]),
                fingerprint=_fingerprint(entry.id, found),
            )


def _shows_deployments(found: Mapping[str, Any]) -> bool:
    return any(not pointer.startswith("/declarations/") for pointer in found["pointers"])


def _words(entry: RequirementEntry, found: Mapping[str, Any]) -> tuple[Text, Text]:
    if found["code"] == _UNJUDGED:
        return _said("unjudged"), _said("unjudged_remedy")
    finding = entry.findings[found["code"]]
    return _filled(finding.message, found["values"]), _filled(finding.remedy, found["values"])


def _filled(text: Text, values: Mapping[str, object]) -> Text:
    return Text(en=catalogue.fill(text.en, values, "en"), ja=catalogue.fill(text.ja, values, "ja"))


def _places(
    known: Iterable[tuple[RequirementEntry, Answer]], envelope: Envelope, written: "Written | None"
) -> Mapping[str, tuple[Location, ...]]:
    """Return where each pointer of the decision leads; text by text, so that one is taken apart at a time."""
    pointers = {
        pointer
        for _, answer in known
        for rule in _STATES
        for found in answer[rule]
        for pointer in found["pointers"]
    }
    places: dict[str, tuple[Location, ...]] = {}
    last: Parsed | None = None
    for pointer in sorted(pointers):
        document, inside = envelope.find(pointer)
        if last is not None and last.text is not document.text:
            forget(last)
        last = document
        line, column = locate(document, inside)
        found = Location(document=document.id, pointer=document.base + inside, line=line, column=column)
        source = written.location(document, inside) if written else None
        places[pointer] = (found, source) if source else (found,)
    return places


def _fingerprint(requirement: str, found: Mapping[str, Any]) -> str:
    # places in a list shift when another item is added above: they do not make it another finding
    # and neither does the folder in which a deployment lies, or from which it is judged
    pointers = [re.sub(_FOLDER, r"\1", re.sub(_INDEX, "", pointer)) for pointer in found["pointers"]]
    values = json.dumps(found["values"], sort_keys=True, ensure_ascii=False)
    return fingerprint([requirement, found["code"], found["subject"], *pointers, values])


def _unanswered(decision: Mapping[str, Answer], entries: Catalogue) -> Iterator[Problem]:
    for name in sorted(entries.names - decision.keys()):
        yield _engine_problem("no_answer", requirement=name)
    for name in sorted(decision.keys() - entries.names):
        yield _engine_problem("not_in_catalogue", requirement=name)


def _contradictions(requirements: list[Requirement]) -> Iterator[Problem]:
    for requirement in requirements:
        open_ = {*requirement.denied, *requirement.undetermined}
        for subject in requirement.satisfied:
            if subject in open_:
                yield _engine_problem("contradiction", requirement=requirement.id, subject=subject)


def _engine_problem(code: str, **values: str) -> Problem:
    return Problem(document="", code=code, message=_said(code, **values), values=values, exit_code=4)


def _said(code: str, **values: str) -> Text:
    return Text(en=messages.text(code, "en", values), ja=messages.text(code, "ja", values))
