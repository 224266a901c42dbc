"""The rows of the guideline for people: what each says, and who judges it, if anybody does."""

from collections.abc import Iterable, Iterator

from bunkaiten.catalogue import Catalogue
from bunkaiten.model import Row, Text
from bunkaiten.report.look import Look, printable


def find(asked: str, catalogue: Catalogue) -> Row | None:
    """Return the row that `asked` names, by the name of the row or by the id of its requirement."""
    return next((row for row in catalogue.rows if asked in (row.name, row.id)), None)


def table(rows: Iterable[Row], look: Look) -> Iterator[str]:
    """Yield the lines that list `rows`, each with what it says in both languages."""
    for row in rows:
        name = look.painted(printable(f"{row.name}  {row.clause}"), "bold")
        yield f"{name}  ({' / '.join(_status(row, look))})"
        yield from (f"    {each}" for each in both(row.text, look))


def explained(row: Row, look: Look) -> Iterator[str]:
    """Yield the lines that tell all of `row`."""
    for each in both(row.text, look):
        yield f"{look.painted(printable(f'{row.name} ({row.id})'), 'bold')}  {each}"
    yield ""
    titles = [f"{row.clause} {each}" for each in look.text(row.clause_title)]
    yield from look.joined(look.say("explain_clause"), titles)
    yield from look.joined(look.say("explain_status"), _status(row, look))


def both(text: Text, look: Look) -> list[str]:
    """Return `text` in both languages, that of `look` first: a reader may know it in the other one."""
    lines = Look(lang="both").text(text)
    return lines[::-1] if look.lang == "ja" else lines


def _status(row: Row, look: Look) -> list[str]:
    """Return what becomes of `row`, one line a language."""
    if row.reason:
        return look.say("row_out_of_scope", {"reason": row.reason})
    return look.say("row_noted_by" if row.status == "note" else "row_judged_by", {"ids": row.judged_by})
