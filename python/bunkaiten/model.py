"""What goes out of the gate: frozen values, no I/O."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from bunkaiten import digests

LANGUAGES = ("en", "ja")

VERSION = "0.1.0"
"""As pyproject.toml has it. A constant, because to ask the installed metadata takes longer than to judge."""

_FIRST_YEAR = 1000
"""Of the days that schemas accept: earlier years do not have four digits of their own."""


class State(StrEnum):
    """What a requirement says of a subject. Order of weight: see `Verdict`."""

    SATISFIED = "satisfied"
    NOTE = "note"
    UNDETERMINED = "undetermined"
    DENIED = "denied"


class Verdict(StrEnum):
    """What the whole run says of everything that could be judged."""

    SATISFIED = "satisfied"
    DENIED = "denied"
    UNDETERMINED = "undetermined"
    NOTHING_TO_JUDGE = "nothing-to-judge"


class FailOn(StrEnum):
    """Which findings make the exit code 1."""

    UNDETERMINED = "undetermined"
    DENIED = "denied"
    NEVER = "never"


class Scope(StrEnum):
    """Which resources and objects of a deployment have to belong to a declared subject."""

    ALL = "all"
    MARKED = "marked"


class Text(NamedTuple):
    """One sentence in both languages."""

    en: str
    ja: str

    def in_(self, lang: str) -> str:
        """Return the sentence in `lang`, "en" or "ja"."""
        return self.ja if lang == "ja" else self.en


class Location(NamedTuple):
    """A place in an input document."""

    document: str
    """As the user named it: a path, "-" for standard input, or "document 1"."""
    pointer: str
    """JSON Pointer (RFC 6901) into the document itself, not into the envelope; of HCL, into its JSON form."""
    line: int | None = None
    """Counts from 1; None where the document came as a parsed object."""
    column: int | None = None
    """Counts from 1, in characters."""


class Problem(NamedTuple):
    """Why a document could not be judged. It never hides what could be."""

    code: str
    """A sentence of the message files."""
    document: str
    message: Text
    line: int | None = None
    column: int | None = None
    values: Mapping[str, object] = MappingProxyType({})
    exit_code: int = 3
    """3: the document could not be judged; 4: the policies gave no proper answer."""


class Finding(NamedTuple):
    """One place where a requirement is broken, cannot be judged, or is worth a word."""

    requirement: str
    """The id, such as "4.3-1a2-08"."""
    clause: str
    """The clause as the guideline numbers it, such as "4.3(1)(a)②"."""
    state: State
    code: str
    subject: str
    """"declaration/section/name"."""
    message: Text
    remedy: Text
    locations: tuple[Location, ...]
    """What was declared, then what was observed; after a place in a plan, that in its source."""
    values: Mapping[str, object]
    fingerprint: str
    """The same for the same finding from run to run: no line, no wording, no file name goes in."""


class Requirement(NamedTuple):
    """What a requirement says, and of which subjects it said what. Subjects are sorted."""

    id: str
    name: str
    """"clause.slug", its place under policies/bunkaiten/requirements."""
    clause: str
    title: Text
    applies: tuple[str, ...]
    satisfied: tuple[str, ...]
    denied: tuple[str, ...]
    undetermined: tuple[str, ...]
    modality: str = ""
    """How strongly it binds: duty, prohibition, principle, allocation, condition, definition or note."""
    protects: tuple[str, ...] = ()
    """Of a rule of the product, the clauses that it supports; empty for a sentence of the guideline."""
    clause_title: Text | None = None
    """What the clause is about."""


class Row(NamedTuple):
    """One sentence of the guideline, or a part of one, and what becomes of it."""

    name: str
    """As the list of rows calls it, such as "A2-08"."""
    id: str
    """The id of the requirement that it is, or would be."""
    clause: str
    """The clause as the guideline numbers it."""
    clause_title: Text
    text: Text
    status: str
    """"automated", "judged by others", "note", "manual" or "out of scope"."""
    judged_by: tuple[str, ...]
    """The ids of the requirements that judge it: its own if it is automated or a note."""
    reason: Text | None
    """Why it is out of scope, or left to people."""


class RowVerdict(NamedTuple):
    """What was found of one row. A subject that the row does not apply to is in none of the lists."""

    row: Row
    states: Mapping[str, State]
    """The worst that those who judge the row say, by subject, in the order of subjects."""


class Document(NamedTuple):
    """One document that was read and judged."""

    id: str
    """As in `Location.document`, with "#n" (from 1) for one of a stream."""
    kind: str
    """"Demarcation", "plan", or a Kubernetes kind."""
    sha256: str
    """Digest of the bytes that were read, or of the canonical JSON of a parsed object."""
    is_partial: bool = False
    """Whether it is a plan that says itself that it does not show everything."""


class SourceFolder(NamedTuple):
    """A folder of Terraform sources that was read beside a plan."""

    folder: str
    """As the user named it."""
    plan: str
    """The id of the plan that it goes with."""
    files: tuple[Document, ...]
    left_out: tuple[str, ...]
    """Module calls ("module.vpc") that lead to no local folder, sorted."""
    differing: tuple[str, ...]
    """Attributes that refer to other things than the plan says, so that their source was not used; sorted."""


class Report(NamedTuple):
    """Everything that one run found. Equal inputs give equal reports."""

    edition: str
    later_editions: tuple[str, ...]
    as_of: str
    """The evaluation date, YYYY-MM-DD, a day in Japan."""
    declarations_only: bool
    allow_empty: bool
    fail_on: FailOn
    policies_digest: str
    """SHA-256 of the policies that judged, in hexadecimal digits."""
    documents: tuple[Document, ...]
    requirements: tuple[Requirement, ...]
    """Every requirement of the edition, by id, whether it applied or not."""
    findings: tuple[Finding, ...]
    """Sorted by subject, weight of the state, requirement and code."""
    problems: tuple[Problem, ...]
    rows: tuple[Row, ...] = ()
    """Every row of the guideline, in its order, judged or not."""
    titles: Mapping[str, Text] = MappingProxyType({})
    """What people call a subject, for those that have a title."""
    edition_name: Text | None = None
    """What people call the edition."""
    edition_title: Text | None = None
    """Its full title, with who issued it."""
    scope: Scope = Scope.ALL
    sources: tuple[SourceFolder, ...] = ()
    """Sorted by plan; empty where none were given."""
    version: str = VERSION

    @property
    def verdict(self) -> Verdict:
        """The worst that was found among what could be judged."""
        states = {finding.state for finding in self.findings}
        if State.DENIED in states:
            return Verdict.DENIED
        if State.UNDETERMINED in states:
            return Verdict.UNDETERMINED
        if any(requirement.applies for requirement in self.requirements):
            return Verdict.SATISFIED
        return Verdict.NOTHING_TO_JUDGE

    @property
    def exit_code(self) -> int:
        """3 or 4 if something could not be judged, else 1 if the verdict blocks, else 0."""
        if self.problems:
            return max(problem.exit_code for problem in self.problems)
        return int(self.verdict in self._blocking())

    @property
    def subjects(self) -> tuple[str, ...]:
        """Everything that a requirement applied to or a finding is about, sorted."""
        applied = {subject for requirement in self.requirements for subject in requirement.applies}
        return tuple(sorted(applied | {finding.subject for finding in self.findings}))

    def of_rows(self) -> tuple[RowVerdict, ...]:
        """Return what was found of every row of the guideline."""
        judges = {requirement.id: requirement for requirement in self.requirements}
        noted: dict[str, set[str]] = {}
        for finding in self.findings:
            if finding.state is State.NOTE:
                noted.setdefault(finding.requirement, set()).add(finding.subject)
        return tuple(RowVerdict(row, _worst(row, judges, noted)) for row in self.rows)

    def _blocking(self) -> frozenset[Verdict]:
        empty = () if self.allow_empty else (Verdict.NOTHING_TO_JUDGE,)
        findings = {
            FailOn.UNDETERMINED: (Verdict.DENIED, Verdict.UNDETERMINED),
            FailOn.DENIED: (Verdict.DENIED,),
            FailOn.NEVER: (),
        }[self.fail_on]
        return frozenset((*empty, *findings))


def _worst(
    row: Row, judges: Mapping[str, Requirement], noted: Mapping[str, Iterable[str]]
) -> Mapping[str, State]:
    found: dict[str, State] = {}
    if row.status == "note":
        found |= dict.fromkeys(noted.get(row.id, ()), State.NOTE)
    said = [judges[each] for each in row.judged_by if each in judges]
    # the worst last, so that it stands
    for part, state in (
        ("satisfied", State.SATISFIED),
        ("undetermined", State.UNDETERMINED),
        ("denied", State.DENIED),
    ):
        for requirement in said:
            found |= dict.fromkeys(getattr(requirement, part), state)
    return MappingProxyType(dict(sorted(found.items())))


def fingerprint(parts: Iterable[str]) -> str:
    """Return 16 hexadecimal digits that stand for `parts`, in their order."""
    return digests.of_text("\0".join(parts))[:16]


def day_of(value: object) -> date | None:
    """Return the day that `value` is, or says as declarations do, "2026-04-01"; None if it is none."""
    try:
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        return None
    is_written_so = day is value or day.isoformat() == value
    is_one = is_written_so and not isinstance(value, datetime) and day.year >= _FIRST_YEAR
    return day if is_one else None
