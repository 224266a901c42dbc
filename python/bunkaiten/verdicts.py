"""From the decision of the policies to requirements and findings that a person can read."""

import json
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from bunkaiten import catalogue, messages
from bunkaiten.catalogue import Catalogue, RequirementEntry
from bunkaiten.documents import locate
from bunkaiten.envelope import Envelope
from bunkaiten.model import Finding, Location, Problem, Requirement, State, Text, fingerprint

_STATES = {"deny": State.DENIED, "undetermined": State.UNDETERMINED, "note": State.NOTE}
_WEIGHT = (State.DENIED, State.UNDETERMINED, State.NOTE)
_INDEX = re.compile(r"/[0-9]+(?=/|$)")
_UNJUDGED = "unjudged"

Answer: TypeAlias = Mapping[str, Any]


class Judgement(NamedTuple):
    """What the policies say, and where they failed to say it."""

    requirements: tuple[Requirement, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]


def judge(decision: Mapping[str, Answer], envelope: Envelope, entries: Catalogue) -> Judgement:
    """Turn `decision`, by "clause.slug", into what goes into the report.

    A requirement without an answer, one that nobody knows and one that contradicts
    itself are problems with the exit code of an engine error.
    """
    known = [(entries[name], decision[name]) for name in sorted(entries.names & decision.keys())]
    findings = [found for entry, answer in known for found in _findings(entry, answer, envelope)]
    requirements = [_requirement(entry, answer) for entry, answer in known]
    return Judgement(
        requirements=tuple(sorted(requirements, key=lambda requirement: requirement.id)),
        findings=tuple(sorted(findings, key=_order)),
        problems=(*_unanswered(decision, entries), *_contradictions(requirements)),
    )


def _requirement(entry: RequirementEntry, answer: Answer) -> Requirement:
    return Requirement(
        id=entry.id,
        name=entry.name,
        clause=entry.clause,
        title=entry.title,
        applies=tuple(sorted(answer["applies"])),
        satisfied=tuple(sorted(answer["satisfied"])),
        denied=_subjects(answer["deny"]),
        undetermined=_subjects(answer["undetermined"]),
    )


def _subjects(findings: list[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(sorted({finding["subject"] for finding in findings}))


def _findings(entry: RequirementEntry, answer: Answer, envelope: Envelope) -> Iterator[Finding]:
    for rule, state in _STATES.items():
        for found in answer[rule]:
            message, remedy = _words(entry, found)
            yield Finding(
                requirement=entry.id,
                clause=entry.clause,
                state=state,
                code=found["code"],
                subject=found["subject"],
                message=message,
                remedy=remedy,
                locations=tuple(_locations(found["pointers"], envelope)),
                values=MappingProxyType(found["values"]),
                fingerprint=_fingerprint(entry.id, found),
            )


def _words(entry: RequirementEntry, found: Mapping[str, Any]) -> tuple[Text, Text]:
    if found["code"] == _UNJUDGED:
        return _said("unjudged"), _said("unjudged_remedy")
    finding = entry.findings[found["code"]]
    return _filled(finding.message, found["values"]), _filled(finding.remedy, found["values"])


def _filled(text: Text, values: Mapping[str, object]) -> Text:
    return Text(en=catalogue.fill(text.en, values, "en"), ja=catalogue.fill(text.ja, values, "ja"))


def _locations(pointers: list[str], envelope: Envelope) -> Iterator[Location]:
    for pointer in pointers:
        document, inside = envelope.find(pointer)
        line, column = locate(document, inside)
        yield Location(document=document.id, pointer=document.base + inside, line=line, column=column)


def _fingerprint(requirement: str, found: Mapping[str, Any]) -> str:
    # places in a list shift when another item is added above: they do not make it another finding
    pointers = [_INDEX.sub("", pointer) for pointer in found["pointers"]]
    values = json.dumps(found["values"], sort_keys=True, ensure_ascii=False)
    return fingerprint([requirement, found["code"], found["subject"], *pointers, values])


def _order(finding: Finding) -> tuple[object, ...]:
    return finding.subject, _WEIGHT.index(finding.state), finding.requirement, finding.code, finding.locations


def _unanswered(decision: Mapping[str, Answer], entries: Catalogue) -> Iterator[Problem]:
    for name in sorted(entries.names - decision.keys()):
        yield _engine_problem("no_answer", requirement=name)
    for name in sorted(decision.keys() - entries.names):
        yield _engine_problem("not_in_catalogue", requirement=name)


def _contradictions(requirements: list[Requirement]) -> Iterator[Problem]:
    for requirement in requirements:
        for subject in requirement.satisfied:
            if subject in requirement.denied or subject in requirement.undetermined:
                yield _engine_problem("contradiction", requirement=requirement.id, subject=subject)


def _engine_problem(code: str, **values: str) -> Problem:
    return Problem(document="", code=code, message=_said(code, **values), values=values, exit_code=4)


def _said(code: str, **values: str) -> Text:
    return Text(en=messages.text(code, "en", values), ja=messages.text(code, "ja", values))
