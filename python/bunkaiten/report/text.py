"""The report for people: the verdict first, then what is wrong and where, then what was looked at."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from bunkaiten.catalogue import BETWEEN
from bunkaiten.model import Finding, Location, Problem, Report, Requirement, Verdict
from bunkaiten.report.look import Look, printable
from bunkaiten.report.order import in_order

NAMED_FILES = 5
"""Files that are named in the last line; of more, only the count is worth a person's time."""

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
    parts = (_verdict(report, look), _problems(report.problems, look), *_subjects(report, look))
    blocks = [*parts, _summary(report, look)]
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)


def _verdict(report: Report, look: Look) -> list[str]:
    label, sentence = _outcome(report)
    words = [look.painted(word, *_COLOURS[label]) for word in look.say(f"report_label_{label}")]
    asides = [look.say(code, {"fail_on": report.fail_on.value}) for code in _asides(report)]
    lines = look.joined(words, look.say(sentence), *asides, _basis(report, look))
    if report.later_editions:
        lines += look.say("report_later_editions", {"editions": ", ".join(report.later_editions)})
    return lines


def _basis(report: Report, look: Look) -> list[str]:
    name = report.edition_name
    if name is None:
        return look.say("report_basis", {"edition": report.edition, "as_of": report.as_of})
    return [
        line
        for lang, edition in zip(look.languages, look.text(name), strict=True)
        for line in Look(lang=lang).say(
            "report_basis_named", {"name": edition, "edition": report.edition, "as_of": report.as_of}
        )
    ]


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
    if report.problems and report.verdict in (Verdict.DENIED, Verdict.UNDETERMINED):
        yield "report_with_problems"
    elif report.verdict is Verdict.NOTHING_TO_JUDGE and not report.problems:
        yield "report_empty_allowed" if report.allow_empty else "report_empty_blocked"
    elif report.verdict is not Verdict.SATISFIED and report.exit_code == 0:
        yield "report_let_through"


def _problems(problems: Sequence[Problem], look: Look) -> list[str]:
    if not problems:
        return []
    # each document once, however much is wrong with it; the policies are no document
    documents = {problem.document for problem in problems if problem.document}
    count = len(documents) + sum(not problem.document for problem in problems)
    lines = look.say("report_problems", {"count": count})
    for problem in problems:
        # the policies themselves are no document of the user's
        place = f"{_place(problem.document, problem.line, problem.column)}: " if problem.document else ""
        lines += [f"  {place}{sentence}" for sentence in look.text(problem.message)]
    return lines


def _subjects(report: Report, look: Look) -> Iterator[list[str]]:
    requirements = {requirement.id: requirement for requirement in report.requirements}
    for subject, findings in groupby(report.findings, key=lambda each: each.subject):
        lines = [look.painted(printable(subject), "bold")]
        for finding in findings:
            lines += _finding(finding, requirements.get(finding.requirement), look)
        yield lines


def _finding(finding: Finding, requirement: Requirement | None, look: Look) -> list[str]:
    states = [
        look.painted(word, *_COLOURS[finding.state]) for word in look.say(f"report_state_{finding.state}")
    ]
    headings = zip(states, _clauses(finding, requirement, look), _titles(requirement, look), strict=True)
    name = printable(finding.requirement)
    return [
        *(f"  {state}  {clause}  {name}  {title}".rstrip() for state, clause, title in headings),
        *(f"    {sentence}" for sentence in look.text(finding.message)),
        *(f"    {_location(location)}" for location in finding.locations),
        *(f"    {line}" for line in look.joined(look.say("report_remedy"), look.text(finding.remedy))),
    ]


def _clauses(finding: Finding, requirement: Requirement | None, look: Look) -> list[str]:
    """Return the clause, or of a rule of the product which clauses it supports, one a language."""
    if requirement is None or not requirement.protects:
        return [printable(finding.clause)] * len(look.languages)
    return [
        line
        for lang in look.languages
        for line in Look(lang=lang).say(
            "report_derived", {"clauses": BETWEEN[lang].join(requirement.protects)}
        )
    ]


def _titles(requirement: Requirement | None, look: Look) -> list[str]:
    if requirement is None:
        return [""] * len(look.languages)
    # by itself a title reads as a fact, and here it is what is not so
    return look.joined(look.say("report_requirement"), look.text(requirement.title))


def _location(location: Location) -> str:
    if location.line is None:
        return printable(f"{location.document} {location.pointer}".rstrip())
    return _place(location.document, location.line, location.column)


def _place(document: str, line: int | None, column: int | None) -> str:
    if line is None:
        return printable(document)
    # lines count through the whole file, and an editor opens a file, not a document in it
    known = [_file(document), *(str(number) for number in (line, column) if number is not None)]
    return printable(":".join(known))


def _file(document: str) -> str:
    """Return `document` without the "#n" that tells the documents of one file apart."""
    name, _, inside = document.rpartition("#")
    return name if inside.partition("/")[0].isdecimal() else document


def _summary(report: Report, look: Look) -> list[str]:
    applied = [each for each in report.requirements if each.applies]
    in_full = [each for each in applied if each.satisfied == each.applies]
    in_part = [each for each in applied if each.satisfied and each.satisfied != each.applies]
    files = Counter(_file(each.id) for each in report.documents)
    names = [name if count == 1 else f"{name} ({count})" for name, count in files.items()]
    head = _listing(names[:NAMED_FILES], len(names), look)
    return [
        *look.joined(
            look.say("report_applied", {"count": len(applied), "total": len(report.requirements)}),
            _listing([each.id for each in applied], len(applied), look),
        ),
        *look.joined(
            look.say("report_satisfied", {"count": len(in_full), "total": len(applied)}),
            _listing([each.id for each in in_full], len(in_full), look),
        ),
        *_partly(in_part, look),
        *look.joined(look.say("report_documents", {"count": len(report.documents)}), head),
    ]


def _partly(requirements: Sequence[Requirement], look: Look) -> list[str]:
    """Return which requirements only some of their subjects satisfy, and how many of how many."""
    if not requirements:
        return []
    shares = [f"{each.id} ({len(each.satisfied)}/{len(each.applies)})" for each in requirements]
    return look.joined(
        look.say("report_satisfied_partly", {"count": len(shares)}), _listing(shares, len(shares), look)
    )


def _listing(shown: Sequence[str], total: int, look: Look) -> list[str]:
    """Return `shown`, and how many of `total` are not, one line a language."""
    if not shown:
        return look.say("report_none")
    named = [printable(", ".join(shown))] * len(look.languages)
    more = total - len(shown)
    return look.joined(named, look.say("report_more", {"count": more})) if more else named
