"""One order for everything in a report, so that equal reports give equal bytes."""

from collections.abc import Sequence

from bunkaiten.model import Finding, Location, Problem, Report, Requirement, State, Text

WEIGHT = {State.DENIED: 0, State.UNDETERMINED: 1, State.NOTE: 2, State.SATISFIED: 3}


def in_order(report: Report) -> Report:
    """Return `report` with its documents, requirements, findings and problems sorted."""
    return report._replace(
        documents=tuple(
            sorted(report.documents, key=lambda each: (each.id, each.kind, each.sha256, each.is_partial))
        ),
        requirements=tuple(sorted(report.requirements, key=_requirement)),
        findings=tuple(sorted(report.findings, key=of_finding)),
        problems=tuple(sorted(report.problems, key=_problem)),
        sources=tuple(sorted(report.sources)),
    )


def _requirement(each: Requirement) -> tuple[object, ...]:
    verdicts = (each.applies, each.satisfied, each.denied, each.undetermined)
    return (each.id, each.name, each.clause, *_both(each.title), *verdicts, each.protects)


def of_finding(each: Finding) -> tuple[object, ...]:
    """Return what findings are sorted by: subject, weight of the state, requirement, code, place."""
    heading = (each.subject, WEIGHT[each.state], each.requirement, each.code)
    # the rest only parts findings that agree in all of these
    rest = (each.fingerprint, each.clause, *_both(each.message), *_both(each.remedy), str(each.values))
    return (*heading, _places(each.locations), *rest)


def _problem(each: Problem) -> tuple[object, ...]:
    return (each.document, each.line or 0, each.column or 0, each.code, *_both(each.message))


def _places(locations: Sequence[Location]) -> list[tuple[object, ...]]:
    # a place without a line cannot be compared with one that has it
    return [(each.document, each.line or 0, each.column or 0, each.pointer) for each in locations]


def _both(text: Text) -> tuple[str, str]:
    return (text.en, text.ja)
