"""Where to begin: the places that most of what blocks leads back to."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bunkaiten.model import Finding, Report, Requirement, State, Text

MOST = 5
"""Steps that are named."""
GLANCE = 5
"""Who has so many findings or fewer reads them all."""
_DUTIES = frozenset({"duty", "prohibition"})


class Step(NamedTuple):
    """One place to put in order, and what that settles."""

    findings: tuple[Finding, ...]
    """All that lead back to it, in the order of the report."""

    @property
    def remedies(self) -> tuple[Text, ...]:
        """What to do there, each once."""
        return tuple(dict.fromkeys(each.remedy for each in self.findings))

    @property
    def messages(self) -> tuple[Text, ...]:
        """What is wrong there, once for each remedy."""
        first = {each.remedy: each.message for each in reversed(self.findings)}
        return tuple(first[remedy] for remedy in self.remedies)


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """Return what is denied or undetermined, in the order given."""
    return [each for each in findings if each.state in (State.DENIED, State.UNDETERMINED)]


def steps(report: Report) -> tuple[Step, ...]:
    """Return what to do first: duties and prohibitions that are broken, then where most comes from.

    A finding leads back to the last place that it shows: the paper that has ended, the field
    that is missing. Empty where there is little to read anyway.
    """
    found = blocking(report.findings)
    if len(found) <= GLANCE:
        return ()
    groups: dict[tuple[str, str], list[Finding]] = {}
    for each in found:
        if each.locations:
            groups.setdefault((each.locations[-1].document, each.locations[-1].pointer), []).append(each)
    requirements = {each.id: each for each in report.requirements}
    ranked = sorted(groups.values(), key=lambda group: _rank(group, requirements))
    return tuple(Step(findings=tuple(group)) for group in ranked[:MOST])


def _rank(group: list[Finding], requirements: Mapping[str, Requirement]) -> tuple[int, int]:
    denied = [each for each in group if each.state is State.DENIED]
    binding = [
        each
        for each in denied
        if each.requirement in requirements and requirements[each.requirement].modality in _DUTIES
    ]
    return (0 if binding else 1 if denied else 2), -len(group)
