"""What a case found, one row of the table each."""

from collections.abc import Sequence
from dataclasses import dataclass

from tools.benchmark.measure import Pairs, cpu, memory

TOLERANCE = 2
"""Above so many times its target a figure fails: what is noise on a busy machine, and what is not."""
_HEADINGS = ("what", "ours", "compared with", "", "ratio", "target", "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One figure, and what it should be."""

    what: str
    ours: str
    compared: str = ""
    """What it is compared with."""
    theirs: str = ""
    figure: float
    """What the target is about: a ratio, or the measured thing itself."""
    is_ratio: bool = True
    target: float | None = None
    is_binding: bool = True
    """The target counts; else it is printed to be seen."""

    @property
    def fails(self) -> bool:
        """The figure is above what noise excuses."""
        return self.is_binding and self.target is not None and self.figure > TOLERANCE * self.target

    @property
    def verdict(self) -> str:
        """One word for the table; "" where nothing is asked."""
        if self.target is None:
            return ""
        if self.figure <= self.target:
            return "ok"
        return "FAILS" if self.fails else "above" if self.is_binding else "above (not binding)"

    def cells(self) -> tuple[str, ...]:
        """Return the row as text, as the headings are."""
        ratio = f"{self.figure:.2f}" if self.is_ratio else ""
        target = "" if self.target is None else f"{self.target:g}"
        return self.what, self.ours, self.compared, self.theirs, ratio, target, self.verdict


def compared(what: str, other: str, found: Pairs, target: float | None, *, is_binding: bool = True) -> Row:
    """Return the row of a comparison of CPU time."""
    return Row(
        what=what,
        ours=f"{cpu(found.ours):.3f} s {memory(found.ours):.0f} MB",
        compared=other,
        theirs=f"{cpu(found.theirs):.3f} s {memory(found.theirs):.0f} MB",
        figure=found.ratio,
        target=target,
        is_binding=is_binding,
    )


def table(rows: Sequence[Row]) -> list[str]:
    """Return `rows` below their headings, in columns."""
    cells = [_HEADINGS, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    ]
