"""The report for people: the verdict first, then what is wrong and where, then what was looked at."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from bunkaiten.model import Finding, Problem, Report, Requirement, Row, RowVerdict, Scope, State, Verdict
from bunkaiten.report import first, places, summary
from bunkaiten.report.look import Look, printable
from bunkaiten.report.order import in_order

_COLOURS = {
    "satisfied": ("green", "bold"),
    "denied": ("red", "bold"),
    "undetermined": ("yellow", "bold"),
    "note": ("cyan",),
    "nothing-to-judge": ("yellow", "bold"),
    "incomplete": ("yellow", "bold"),
}


def to_text(report: Report, look: Look) -> str:
    """Return `report` as a person wants to read it, in the languages and colours of `look`."""
    report = in_order(report)
    parts = (
        _verdict(report, look),
        _first(report, look),
        _problems(report.problems, look),
        *_subjects(report, look),
        *_rows(report, look),
    )
    blocks = [*parts, summary.lines(report, look)]
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)


def _verdict(report: Report, look: Look) -> list[str]:
    label, sentence = _outcome(report)
    words = [look.painted(word, *_COLOURS[label]) for word in look.say(f"report_label_{label}")]
    asides = [look.say(code, {"fail_on": report.fail_on.value}) for code in _asides(report)]
    lines = look.joined(words, look.say(sentence), *asides, _basis(report, look))
    if report.later_editions:
        lines += look.say("report_later_editions", {"editions": report.later_editions})
    return lines


def _basis(report: Report, look: Look) -> list[str]:
    values = {"name": report.edition_name, "edition": report.edition, "as_of": report.as_of}
    return look.say("report_basis_named" if report.edition_name else "report_basis", values)


def _outcome(report: Report) -> tuple[str, str]:
    """Return the label's word and the code of the sentence that says what the verdict means."""
    verdict = report.verdict
    if verdict is Verdict.NOTHING_TO_JUDGE:
        if report.problems:
            return "incomplete", "report_verdict_nothing-judged"
        return verdict.value, "report_verdict_nothing-to-judge"
    if report.problems and verdict is Verdict.SATISFIED:
        return "incomplete", "report_verdict_incomplete"
    against = "deployment" if _has_deployment(report) else "declarations"
    return verdict.value, f"report_verdict_{verdict.value}_{against}"


def _has_deployment(report: Report) -> bool:
    return any(document.kind != "Demarcation" for document in report.documents)


def _asides(report: Report) -> Iterator[str]:
    """Yield the codes of what a reader must know to weigh the verdict."""
    if report.declarations_only:
        yield "report_declarations_only"
    elif not _has_deployment(report) and not any(problem.document for problem in report.problems):
        # what could not be read may have been one
        yield "report_no_deployment"
    if report.scope is Scope.MARKED and _has_deployment(report):
        yield "report_scope_marked"
    if any(document.is_partial for document in report.documents):
        yield "report_plan_partial"
    if report.problems and report.verdict in (Verdict.DENIED, Verdict.UNDETERMINED):
        yield "report_with_problems"
    elif report.verdict is Verdict.NOTHING_TO_JUDGE and not report.problems:
        yield "report_empty_allowed" if report.allow_empty else "report_empty_blocked"
    elif report.verdict is not Verdict.SATISFIED and report.exit_code == 0:
        yield "report_let_through"


def _first(report: Report, look: Look) -> list[str]:
    """Return how much blocks, and where to begin if that is more than a glance takes in."""
    steps = first.steps(report)
    if not steps:
        return []
    found = first.blocking(report.findings)
    denied = sum(each.state is State.DENIED for each in found)
    counts = {"count": len(found), "denied": denied, "undetermined": len(found) - denied}
    lines = look.say("report_first", counts | {"subjects": len({each.subject for each in found})})
    for number, step in enumerate(steps, 1):
        lines += _step(number, step, report, look)
    return lines


def _step(number: int, step: first.Step, report: Report, look: Look) -> list[str]:
    place = f"  {number}. {places.of(step.findings[0].locations[-1])}"
    subjects = [_called(each, report, look) for each in dict.fromkeys(each.subject for each in step.findings)]
    shares = look.say("report_first_step", {"count": len(step.findings), "subjects": subjects})
    lines = look.joined([place] * len(look.languages), shares)
    for message, remedy in zip(step.messages, step.remedies, strict=True):
        lines += [f"     {sentence}" for sentence in look.text(message)]
        said = look.joined(look.say("report_remedy"), look.text(remedy))
        lines += [f"     {sentence}" for sentence in said]
    return lines


def _problems(problems: Sequence[Problem], look: Look) -> list[str]:
    if not problems:
        return []
    # each document once, however much is wrong with it; the policies are no document
    documents = {problem.document for problem in problems if problem.document}
    count = len(documents) + sum(not problem.document for problem in problems)
    lines = look.say("report_problems", {"count": count})
    for problem in problems:
        # the policies themselves are no document of the user's
        place = f"{places.at(problem.document, problem.line, problem.column)}: " if problem.document else ""
        lines += [f"  {place}{sentence}" for sentence in look.text(problem.message)]
    return lines


def _subjects(report: Report, look: Look) -> Iterator[list[str]]:
    requirements = {requirement.id: requirement for requirement in report.requirements}
    for subject, findings in groupby(report.findings, key=lambda each: each.subject):
        lines = [look.painted(_called(subject, report, look), "bold")]
        # under one heading what one requirement says of one subject
        for _, alike in groupby(findings, key=lambda each: (each.state, each.requirement)):
            lines += _of_requirement(list(alike), requirements, look)
        yield lines


def _called(subject: str, report: Report, look: Look) -> str:
    """Return the key of a subject and what people call it."""
    if subject not in report.titles:
        return printable(subject)
    titles = dict.fromkeys(look.text(report.titles[subject]))
    return f"{printable(subject)}  {' / '.join(titles)}"


def _of_requirement(
    findings: Sequence[Finding], requirements: Mapping[str, Requirement], look: Look
) -> Iterator[str]:
    some = findings[0]
    requirement = requirements.get(some.requirement)
    states = [look.painted(word, *_COLOURS[some.state]) for word in look.say(f"report_state_{some.state}")]
    headings = zip(states, _clauses(some, requirement, look), _titles(requirement, look), strict=True)
    for state, clause, title in headings:
        yield f"  {state}  {clause}  {printable(some.requirement)}  {title}".rstrip()
    for finding in findings:
        yield from (f"    {sentence}" for sentence in look.text(finding.message))
        yield from (f"    {places.of(location)}" for location in finding.locations)
        yield from (
            f"    {line}" for line in look.joined(look.say("report_remedy"), look.text(finding.remedy))
        )


def _clauses(finding: Finding, requirement: Requirement | None, look: Look) -> list[str]:
    """Return the clause, or of a rule of the product which clauses it supports, one a language."""
    if requirement is None or not requirement.protects:
        return [printable(finding.clause)] * len(look.languages)
    return look.say("report_derived", {"clauses": requirement.protects})


def _titles(requirement: Requirement | None, look: Look) -> list[str]:
    if requirement is None:
        return [""] * len(look.languages)
    # by itself a title reads as a fact, and here it is what is not so
    return look.joined(look.say("report_requirement"), look.text(requirement.title))


def _rows(report: Report, look: Look) -> Iterator[list[str]]:
    if not look.rows:
        return
    verdicts = report.of_rows()
    names = {row.id: row.name for row in report.rows if row.status == "automated"}
    judged = {subject for verdict in verdicts for subject in verdict.states}
    for subject in report.subjects:
        if subject not in judged:  # a resource or object, of which no row speaks
            continue
        name = look.painted(_called(subject, report, look), "bold")
        heading = look.say("report_rows", {"count": len(verdicts)})
        yield [f"{name}  {each}" for each in heading] + [
            line for verdict in verdicts for line in _row(verdict, subject, names, look)
        ]


def _row(verdict: RowVerdict, subject: str, names: Mapping[str, str], look: Look) -> list[str]:
    row = verdict.row
    state = verdict.states.get(subject)
    name = state.value if state else "out-of-scope" if row.reason else "not-applicable"
    words = [look.painted(word, *_COLOURS.get(name, ())) for word in look.say(f"report_state_{name}")]
    texts = _row_text(row, names, look)
    return [f"  {row.name:<5}  {row.clause}  {word}  {text}" for word, text in zip(words, texts, strict=True)]


def _row_text(row: Row, names: Mapping[str, str], look: Look) -> list[str]:
    if row.reason:
        return look.say("report_row_out_of_scope", {"text": row.text, "reason": row.reason})
    if row.status == "judged by others":
        # its own words may say another class than the subject's, and the verdict is that of these
        ids = [names.get(each, each) for each in row.judged_by]
        return look.say("report_row_by_others", {"text": row.text, "ids": ids})
    return look.text(row.text)
