"""All mutants of one Rego file: the file with one thing changed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tools.mutation.edit import Edit, flat
from tools.mutation.operators import OPERATORS
from tools.mutation.source import Source, name

_LONGEST_SHOWN = 3
"""Lines; of a longer change the first and the last line are shown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mutant:
    """A changed file, and how to tell a reader what was changed. `line` counts from 1."""

    file: str
    rule: str
    operator: str
    line: int
    original: str
    mutated: str
    text: str
    nth: int = 1
    """Tells apart changes of one rule that read the same, in the order of the file."""

    @property
    def change(self) -> str:
        """What was changed, in words that do not depend on line numbers."""
        again = f" (no. {self.nth})" if self.nth > 1 else ""
        return f"{self.operator}: {self.original} => {self.mutated}{again}"

    @property
    def key(self) -> tuple[str, str, str]:
        """What the list of accepted survivors knows a mutant by."""
        return self.file, self.rule, self.change


def of(text: str, file: str) -> list[Mutant]:
    """Return the mutants of a file in the order of its text; raise RuntimeError if it is not Rego."""
    seen: Counter[tuple[str, str, str]] = Counter()
    numbered = []
    texts = {text}
    for mutant in sorted(_all(Source(text, file), file), key=lambda one: one.line):
        if mutant.text in texts:
            continue
        texts.add(mutant.text)
        seen[mutant.key] += 1
        numbered.append(replace(mutant, nth=seen[mutant.key]))
    return numbered


def _all(source: Source, file: str) -> Iterator[Mutant]:
    for rule in source.rules:
        for operator, edits in OPERATORS.items():
            for edit in edits(source, rule):
                yield _mutant(source, edit, file, name(source, rule), operator)


def _mutant(source: Source, edit: Edit, file: str, rule: str, operator: str) -> Mutant:
    before = source.bytes[: edit.span.start]
    after = source.bytes[edit.span.end :]
    start = before.rfind(b"\n") + 1
    rest = after.partition(b"\n")[0]
    original = source.bytes[start : edit.span.end] + rest
    mutated = before[start:] + edit.replacement + rest
    return Mutant(
        file=file,
        rule=rule,
        operator=operator,
        line=source.line(edit.span.start),
        original=edit.original or _shown(original.decode()),
        mutated=edit.mutated or _shown(mutated.decode()),
        text=(before + edit.replacement + after).decode(),
    )


def _shown(text: str) -> str:
    lines = text.strip().splitlines()
    if len(lines) > _LONGEST_SHOWN:
        lines = [lines[0], "…", lines[-1]]
    return flat(" ".join(lines))
