"""The rows of the guideline for people: what each says, and who judges it, if anybody does."""

from collections.abc import Iterable, Iterator

from bunkaiten.catalogue import Catalogue
from bunkaiten.model import Row
from bunkaiten.report.look import Look, printable


def find(asked: str, catalogue: Catalogue) -> Row | None:
    """Return the row that `asked` names, by the name of the row or by the id of its requirement."""
    return next((row for row in catalogue.rows if asked in (row.name, row.id)), None)


def table(rows: Iterable[Row], look: Look) -> Iterator[str]:
    """Yield the lines that list `rows`, each with what it says."""
    for row in rows:
        name = look.painted(printable(f"{row.name}  {row.clause}"), "bold")
        yield f"{name}  ({' / '.join(_status(row, look))})"
        yield from (f"    {each}" for each in look.text(row.text))


def explained(row: Row, look: Look) -> Iterator[str]:
    """Yield the lines that tell all of `row`."""
    for each in look.text(row.text):
        yield f"{look.painted(printable(f'{row.name} ({row.id})'), 'bold')}  {each}"
    yield ""
    titles = [f"{row.clause} {each}" for each in look.text(row.clause_title)]
    yield from look.joined(look.say("explain_clause"), titles)
    yield from look.joined(look.say("explain_status"), _status(row, look))


def _status(row: Row, look: Look) -> list[str]:
    """Return what becomes of `row`, one line a language."""
    if row.reason:
        return look.say("row_out_of_scope", {"reason": row.reason})
    return look.say("row_noted_by" if row.status == "note" else "row_judged_by", {"ids": row.judged_by})
