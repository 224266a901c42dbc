"""The rows of the guideline: what each says, and who judges it, if anybody does."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bunkaiten import resources
from bunkaiten.catalogue import BETWEEN, Catalogue
from bunkaiten.errors import PolicyError
from bunkaiten.model import Text
from bunkaiten.report.look import Look, printable


class Row(NamedTuple):
    """One sentence of the guideline, or a part of one."""

    name: str
    id: str
    """The id of the requirement that it is, or would be."""
    clause: str
    clause_title: Text
    text: Text
    status: str
    """automated, judged by others, not built or out of scope."""
    judged_by: tuple[str, ...]
    """The ids of those that judge it: its own if it is automated."""
    unbuilt: tuple[str, ...]
    """Of those that are to judge it, the ones that are not there yet."""
    reason: Text | None
    """Why it is out of scope."""


def load(catalogue: Catalogue) -> Mapping[str, Row]:
    """Return every row of the guideline by its name, in its order.

    Raise `PolicyError` if they cannot be read.
    """
    path = resources.policies("guideline.json")
    try:
        guideline = json.loads(resources.read(path))
        prefixes = _prefixes(guideline["rows"])
        return {
            name: _row(name, row, prefixes, guideline["clauses"][row["clause"]], catalogue)
            for name, row in guideline["rows"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise PolicyError("catalogue_unreadable", path=path, problem=repr(problem)) from problem


def find(asked: str, catalogue: Catalogue) -> Row | None:
    """Return the row that `asked` names, by the name of the row or by the id of its requirement."""
    rows = load(catalogue)
    return rows.get(asked) or next((row for row in rows.values() if row.id == asked), None)


def as_json(row: Row) -> dict[str, Any]:
    """Return all of `row` as plain JSON, in both languages."""
    reason = {"reason": _both(row.reason)} if row.reason else {}
    return reason | {
        "row": row.name,
        "id": row.id,
        "clause": row.clause,
        "clauseTitle": _both(row.clause_title),
        "text": _both(row.text),
        "status": row.status,
        "judgedBy": list(row.judged_by),
        "notBuilt": list(row.unbuilt),
    }


def table(rows: Mapping[str, Row], look: Look) -> Iterator[str]:
    """Yield the lines that list `rows`, each with what it says in both languages."""
    for row in rows.values():
        name = look.painted(printable(f"{row.name}  {row.clause}"), "bold")
        yield f"{name}  ({' / '.join(status(row, look))})"
        yield from (f"    {each}" for each in both(row.text, look))


def explained(row: Row, look: Look) -> Iterator[str]:
    """Yield the lines that tell all of `row`."""
    for each in both(row.text, look):
        yield f"{look.painted(printable(f'{row.name} ({row.id})'), 'bold')}  {each}"
    yield ""
    titles = [f"{row.clause} {each}" for each in look.text(row.clause_title)]
    yield from look.joined(look.say("explain_clause"), titles)
    yield from look.joined(look.say("explain_status"), status(row, look))


def status(row: Row, look: Look) -> list[str]:
    """Return what becomes of `row`, one line a language."""
    between = {"en": "; ", "ja": "、"}
    return [between[lang].join(_status(row, lang)) for lang in look.languages]


def both(text: Text, look: Look) -> list[str]:
    """Return `text` in both languages, that of `look` first: a reader may know it in the other one."""
    lines = Look(lang="both").text(text)
    return lines[::-1] if look.lang == "ja" else lines


def _status(row: Row, lang: str) -> Iterator[str]:
    look = Look(lang=lang)
    if row.reason:
        yield from look.say("row_out_of_scope", {"reason": row.reason.in_(lang)})
    elif row.status == "not built":
        yield from look.say("row_not_built")
    else:
        if row.judged_by:
            yield from look.say("row_judged_by", {"ids": BETWEEN[lang].join(row.judged_by)})
        if row.unbuilt:
            yield from look.say("row_to_be_judged_by", {"ids": BETWEEN[lang].join(row.unbuilt)})


def _prefixes(rows: Mapping[str, Any]) -> dict[str, str]:
    """Return what stands before the number in the ids of rows, by what stands there in their names."""
    return {
        name.rpartition("-")[0]: row["requirement"].rpartition("-")[0]
        for name, row in rows.items()
        if "requirement" in row
    }


def _row(
    name: str,
    row: Mapping[str, Any],
    prefixes: Mapping[str, str],
    clause: Mapping[str, Any],
    catalogue: Catalogue,
) -> Row:
    group, _, number = name.rpartition("-")
    own = f"{prefixes[group]}-{number}"
    judges = row.get("judgedBy", (own,) if row["status"] == "automated" else ())
    return Row(
        name=name,
        id=own,
        clause=clause["number"],
        clause_title=_text(clause["title"]),
        text=_text(row),
        status=row["status"],
        judged_by=tuple(each for each in judges if each in catalogue),
        unbuilt=tuple(each for each in judges if each not in catalogue),
        reason=_text(row["reason"]) if "reason" in row else None,
    )


def _text(data: Mapping[str, str]) -> Text:
    return Text(en=data["en"], ja=data["ja"])


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "ja": text.ja}
