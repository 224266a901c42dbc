"""Where to begin: the places that most of what blocks leads back to."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from bunkaiten.model import Finding, State

MOST = 3
"""Steps that are named."""
GLANCE = 5
"""Who has so many findings or fewer reads them all."""


class Step(NamedTuple):
    """One thing to do, and how much it settles."""

    finding: Finding
    """One of those that ask for what most of them ask for."""
    total: int
    """Findings that lead back to the same place."""


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """Return what is denied or undetermined, in the order given."""
    return [each for each in findings if each.state in (State.DENIED, State.UNDETERMINED)]


def steps(findings: Iterable[Finding]) -> tuple[Step, ...]:
    """Return what to do first: where something is denied, and of these where most of it comes from.

    `findings` are in the order of the report. A finding leads back to the last place that it shows:
    the paper that has ended, the field that is missing. Empty where there is little to read anyway.
    """
    groups: dict[tuple[str, str], list[Finding]] = {}
    found = blocking(findings)
    for each in found:
        if each.locations:
            groups.setdefault((each.locations[-1].document, each.locations[-1].pointer), []).append(each)
    if len(found) <= GLANCE:
        return ()
    ranked = sorted(groups.values(), key=lambda group: (not _is_denied(group), -len(group)))
    return tuple(_step(group) for group in ranked[:MOST])


def _is_denied(group: Iterable[Finding]) -> bool:
    return any(each.state is State.DENIED for each in group)


def _step(group: list[Finding]) -> Step:
    ((remedy, _),) = Counter(each.remedy for each in group).most_common(1)
    return Step(finding=next(each for each in group if each.remedy == remedy), total=len(group))
