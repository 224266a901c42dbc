"""What a report ends with: what was looked at, so that nobody takes silence for a verdict."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bunkaiten.catalogue import BETWEEN
from bunkaiten.model import Report, Requirement, SourceFolder
from bunkaiten.report import places
from bunkaiten.report.look import Look, printable

NAMED_FILES = 5
"""Files that are named in the last line; of more, only the count is worth a person's time."""


def lines(report: Report, look: Look) -> list[str]:
    """Return the last lines: what was judged, what of it was satisfied, what was read."""
    applied = [each for each in report.requirements if each.applies]
    in_part = [each for each in applied if each.satisfied and not _is_in_full(each)]
    counts = {"count": len(applied), "total": len(report.requirements)}
    files = Counter(places.file(each.id) for each in report.documents)
    names = [name if count == 1 else f"{name} ({count})" for name, count in files.items()]
    head = _listing(names[:NAMED_FILES], len(names), look)
    return [
        *look.say("report_judged", counts | {"satisfied": sum(map(_is_in_full, applied))}),
        *_clauses(applied, look),
        *_partly(in_part, look),
        *look.joined(look.say("report_documents", {"count": len(report.documents)}), head),
        *of_sources(report.sources, look),
        *(look.say("report_standard", {"title": report.edition_title}) if report.edition_title else ()),
        *(look.say("report_rows_hint") if report.rows and applied and not look.rows else ()),
    ]


def _clauses(applied: Sequence[Requirement], look: Look) -> Iterator[str]:
    """Yield, clause by clause, what it is about and what was satisfied of it."""
    clauses: dict[str, list[Requirement]] = {}
    for each in applied:
        clauses.setdefault(each.clause, []).append(each)
    for clause, asked in clauses.items():
        satisfied = [each.id for each in asked if _is_in_full(each)]
        code = "all" if len(satisfied) == len(asked) else "some" if satisfied else "none"
        values = {
            "clause": clause,
            "title": asked[0].clause_title or "",
            "count": len(asked),
            "satisfied": len(satisfied),
            "ids": satisfied,
        }
        yield from (f"  {line}" for line in look.say(f"report_clause_{code}", values))


def _is_in_full(requirement: Requirement) -> bool:
    return requirement.satisfied == requirement.applies


def of_sources(sources: Sequence[SourceFolder], look: Look) -> list[str]:
    """Return which Terraform sources were read, and what of them was not."""
    if not sources:
        return []
    files = {file for each in sources for file in each.files}
    folders = dict.fromkeys(each.folder for each in sources)
    lines = look.say("report_sources", {"count": len(files), "folders": list(folders)})
    for code, parts in (("left_out", 0), ("differing", 1)):
        found = dict.fromkeys(one for each in sources for one in (each.left_out, each.differing)[parts])
        if found:
            lines += look.say(f"report_sources_{code}", {"count": len(found), "what": list(found)})
    return lines


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
    named = [printable(BETWEEN[lang].join(shown)) for lang in look.languages]
    more = total - len(shown)
    return look.joined(named, look.say("report_more", {"count": more})) if more else named
