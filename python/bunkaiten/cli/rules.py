"""`bunkaiten rules` and `bunkaiten explain`: what the gate judges, in the words of the policies."""

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from bunkaiten import messages
from bunkaiten.catalogue import BETWEEN, Catalogue, FindingEntry, RequirementEntry, load
from bunkaiten.cli import options, rows
from bunkaiten.errors import UsageError
from bunkaiten.model import Row, State, Text
from bunkaiten.report.json import row as row_as_json
from bunkaiten.report.look import Look, printable

_SHOWN = (State.DENIED, State.SATISFIED, State.UNDETERMINED, State.NOTE)


def rules(output: str, look: Look) -> str:
    """Return every requirement, as a table or as JSON."""
    catalogue = load()
    entries = [catalogue[each] for each in catalogue.ids]
    if output == "json":
        listed = {"apiVersion": "bunkaiten.dev/rules/v1", "rules": [_heading(each) for each in entries]}
        return _json(listed)
    return "".join(f"{line}\n" for line in _table(entries, look))


def all_rows(output: str, look: Look) -> str:
    """Return every row of the guideline with who judges it, as a table or as JSON."""
    found = load().rows
    if output == "json":
        return _json({"apiVersion": "bunkaiten.dev/rows/v1", "rows": [row_as_json(each) for each in found]})
    return "".join(f"{line}\n" for line in rows.table(found, look))


def coverage(output: str, look: Look) -> str:
    """Return how many recorded cases show each verdict of every requirement, as a table or as JSON."""
    catalogue = load()
    entries = [catalogue[each] for each in catalogue.ids]
    if output == "json":
        listed = [
            {"id": each.id, "name": each.name, "verdicts": list(each.verdicts), "cases": dict(each.cases)}
            for each in entries
        ]
        return _json({"apiVersion": "bunkaiten.dev/coverage/v1", "rules": listed})
    return "".join(f"{line}\n" for line in _coverage(entries, look))


LISTS: Mapping[str, Callable[[str, Look], str]] = MappingProxyType(
    {options.ROWS: all_rows, options.COVERAGE: coverage}
)
"""What else can be listed, by the option that asks for it."""


def explain(asked: str, output: str, look: Look) -> str:
    """Return all that is known of the requirement `asked`, an id or a name, or of a row of the guideline.

    Raise `UsageError` if there is none, with the one that was probably meant.
    """
    catalogue = load()
    if asked not in catalogue:
        row = rows.find(asked, catalogue)
        if row is None:
            raise _unknown(asked, catalogue)
        if row.id not in catalogue:
            return _row(row, output, look)
        asked = row.id
    entry = catalogue[asked]
    if output == "json":
        return _json({"apiVersion": "bunkaiten.dev/rule/v1", **_heading(entry), **_rest(entry)})
    return "".join(f"{line}\n" for line in _explained(entry, look))


def _row(row: Row, output: str, look: Look) -> str:
    if output == "json":
        return _json({"apiVersion": "bunkaiten.dev/row/v1", **row_as_json(row)})
    return "".join(f"{line}\n" for line in rows.explained(row, look))


def _unknown(asked: str, catalogue: Catalogue) -> UsageError:
    if near := catalogue.closest(asked):
        return UsageError("cli_unknown_rule_near", word=asked, near=near)
    return UsageError("cli_unknown_rule", word=asked)


def _table(entries: list[RequirementEntry], look: Look) -> Iterator[str]:
    for entry in entries:
        verdicts = [_words("report_state", entry.verdicts, Look(lang=lang))[0] for lang in look.languages]
        name = look.painted(printable(f"{entry.id}  {', '.join(entry.protects)}"), "bold")
        yield f"{name}  ({' / '.join(verdicts)})"
        yield from (f"    {title}" for title in look.text(entry.title))


def _coverage(entries: list[RequirementEntry], look: Look) -> Iterator[str]:
    headings = {state: " / ".join(look.say(f"report_state_{state}")) for state in _SHOWN}
    width = max(len(entry.id) for entry in entries)
    yield from look.say("coverage_meaning")
    for entry in entries:
        cells = [f"{headings[state]} {_count(entry, state)}" for state in _SHOWN]
        yield f"{entry.id:<{width}}  {'  '.join(cells)}  {printable(entry.name)}"


def _count(entry: RequirementEntry, state: State) -> str:
    """Return how many cases show `state`, "-" if the requirement cannot say it."""
    return f"{entry.cases.get(state, 0):>2}" if state in entry.verdicts else " -"


def _explained(entry: RequirementEntry, look: Look) -> Iterator[str]:
    for title in look.text(entry.title):
        yield f"{look.painted(printable(entry.id), 'bold')}  {title}"
    yield ""
    yield from _line("clause", [f"{entry.clause} {each}" for each in look.text(entry.clause_title)], look)
    if entry.origin != "guideline":
        yield from _line("protects", _same(", ".join(entry.protects), look), look)
    yield from _line("name", _same(entry.name, look), look)
    yield from _line("modality", _words("explain_modality", (entry.modality,), look), look)
    yield from _line("binds", _words("explain_party", entry.binds, look), look)
    yield from _line("verdicts", _words("report_state", entry.verdicts, look), look)
    if entry.rows:
        yield from _line("rows", _same(", ".join(entry.rows), look), look)
    yield from ("", *look.text(entry.description))
    if entry.interpretation:
        yield ""
        yield from _line("interpretation", look.text(entry.interpretation), look)
    yield from ("", *look.say("explain_findings"))
    for finding in entry.findings.values():
        yield from _finding(finding, look)


def _finding(finding: FindingEntry, look: Look) -> Iterator[str]:
    state = " / ".join(look.say(f"report_state_{finding.state}"))
    yield f"  {look.painted(printable(finding.code), 'bold')} ({state})"
    yield from (f"    {each}" for each in look.text(finding.message))
    yield from (f"    {each}" for each in look.joined(look.say("report_remedy"), look.text(finding.remedy)))


def _line(heading: str, texts: list[str], look: Look) -> list[str]:
    return look.joined(look.say(f"explain_{heading}"), texts)


def _same(text: str, look: Look) -> list[str]:
    return [printable(text)] * len(look.languages)


def _words(prefix: str, words: tuple[str, ...], look: Look) -> list[str]:
    """Return `words` in each language; one that the message files do not know stays as it is."""
    lines = []
    for lang in look.languages:
        known = messages.sentences(lang)
        lines.append(BETWEEN[lang].join(printable(known.get(f"{prefix}_{word}", word)) for word in words))
    return lines


def _heading(entry: RequirementEntry) -> dict[str, Any]:
    clause = {"clause": entry.clause, "clauseTitle": _both(entry.clause_title)}
    own = {"id": entry.id, "name": entry.name, "title": _both(entry.title), "verdicts": list(entry.verdicts)}
    return own | clause


def _rest(entry: RequirementEntry) -> dict[str, Any]:
    interpretation = {"interpretation": _both(entry.interpretation)} if entry.interpretation else {}
    return interpretation | {
        "description": _both(entry.description),
        "modality": entry.modality,
        "binds": list(entry.binds),
        "origin": entry.origin,
        "protects": list(entry.protects),
        "rows": list(entry.rows),
        "findings": {
            finding.code: {
                "state": finding.state.value,
                "message": _both(finding.message),
                "remedy": _both(finding.remedy),
            }
            for finding in entry.findings.values()
        },
    }


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "ja": text.ja}


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
