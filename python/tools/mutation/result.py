"""What a run found, and its report as text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tools.mutation import survivors
from tools.mutation.killers import Outcome
from tools.mutation.mutants import Mutant


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """Every mutant with its outcome, held against the list of accepted survivors."""

    judged: Sequence[tuple[Mutant, Outcome]]
    accepted: dict[survivors.Key, str]
    whole: bool
    """Mutants of every policy were judged: the minimum applies, and needs no reasons."""
    complete: bool
    """All mutants of these policies were judged, so that nothing in the list may be left over."""
    minimum: float
    """Per cent."""

    @property
    def survived(self) -> list[Mutant]:
        """Mutants that nothing noticed."""
        return [mutant for mutant, outcome in self.judged if outcome is Outcome.SURVIVED]

    @property
    def unlisted(self) -> list[Mutant]:
        """Survivors that nobody gave a reason for."""
        return [mutant for mutant in self.survived if mutant.key not in self.accepted]

    @property
    def stale(self) -> list[survivors.Key]:
        """Entries of the list that fit no survivor."""
        if not self.complete:
            return []
        files = None if self.whole else {mutant.file for mutant, _ in self.judged}
        return survivors.stale(self.accepted, {mutant.key for mutant in self.survived}, files)

    @property
    def exit_code(self) -> int:
        """0, or 1 if too few were caught or a reason has no survivor.

        Of some policies alone every survivor needs its reason: whoever changed them is there.
        """
        few = _share(self._counts()) < self.minimum if self.whole else bool(self.unlisted)
        return int(bool(few or self.stale))

    def lines(self) -> Iterator[str]:
        """Yield the report."""
        for file in sorted({mutant.file for mutant, _ in self.judged}):
            yield f"{_score(self._counts(file))}  {file}"
        for mutant in self.unlisted:
            yield from ("", f"SURVIVED {mutant.file}:{mutant.line} {mutant.rule}: {mutant.operator}")
            yield from (f"  - {mutant.original}", f"  + {mutant.mutated}", f"  {survivors.entry(mutant)}")
        for key in self.stale:
            yield f"STALE in the list of survivors: {' | '.join(key)}"
        yield from ("", self._summary())

    def _counts(self, file: str | None = None) -> Counter[Outcome]:
        return Counter(outcome for mutant, outcome in self.judged if file in {None, mutant.file})

    def _summary(self) -> str:
        counts = self._counts()
        details = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome)
        listed = len(self.survived) - len(self.unlisted)
        wanted = f"at least {self.minimum:g} %" if self.whole else "not all policies, so no minimum"
        return f"{_score(counts)} caught ({wanted}): {details}; {listed} of the survivors with a reason"


def _caught(counts: Counter[Outcome]) -> tuple[int, int]:
    valid = counts.total() - counts[Outcome.INVALID]
    return valid - counts[Outcome.SURVIVED], valid


def _share(counts: Counter[Outcome]) -> float:
    caught, valid = _caught(counts)
    return 100 * caught / valid if valid else 100.0


def _score(counts: Counter[Outcome]) -> str:
    caught, valid = _caught(counts)
    return f"{caught:5}/{valid:<5} {_share(counts):5.1f} %"
