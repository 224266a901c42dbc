"""The draft as one document: what was read, the parties, and the subjects."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bunkaiten.drafting import fields
from bunkaiten.drafting.grouping import EXCHANGES, MAINTENANCE, STORAGE, TELEWORK, WORK, Subject
from bunkaiten.drafting.observed import Fact
from bunkaiten.drafting.parties import Parties, Party
from bunkaiten.drafting.writing import Field, Pen, Record, commented, indented, scalar
from bunkaiten.report.look import printable
from bunkaiten.secrets import MASK


class Content(NamedTuple):
    """What a draft says."""

    name: str
    """Of the declaration."""
    documents: Sequence[str]
    subjects: Sequence[Subject]
    parties: Parties
    unread: Sequence[str]
    """Things that cross a boundary and are not read, each with its type."""
    foreign: Sequence[str]
    """Types of providers that are not read, each with how many there are."""
    unnamed: Sequence[str]
    """Things that no reference finds."""


def text(content: Content, pen: Pen) -> str:
    """Return the whole document."""
    return "".join(f"{line.rstrip()}\n" for line in _document(content, pen))


def _document(content: Content, pen: Pen) -> Iterator[str]:
    yield from _head(content, pen)
    yield "apiVersion: bunkaiten.dev/v1"
    yield "kind: Demarcation"
    name = Field(content.name, decide=True)
    yield "metadata:"
    yield from indented(pen.record(fields.top("metadata"), {"name": name}, explained=True, alone=True))
    yield "spec:"
    sections = {
        section: [subject for subject in content.subjects if subject.section == section]
        for section in fields.definition("spec")["properties"]
    }
    for section, shape in fields.definition("spec")["properties"].items():
        yield ""
        if section == "parties":
            lines = _parties(content.parties, shape, pen)
        elif section == "agreements":
            lines = pen.blank(section, shape)
        else:
            lines = _section(section, sections[section], content.parties, pen)
        yield from indented(lines)


def _head(content: Content, pen: Pen) -> Iterator[str]:
    yield from pen.remarks("draft_head", {"documents": list(content.documents)})
    yield from pen.remarks("draft_how")
    for code, things in (
        ("draft_unread", content.unread),
        ("draft_foreign", content.foreign),
        ("draft_unnamed", content.unnamed),
    ):
        if things:
            yield from pen.remarks(code)
            yield from (f"##   {printable(thing)}" for thing in things)


def _parties(parties: Parties, shape: fields.Schema, pen: Pen) -> Iterator[str]:
    yield from pen.told(fields.said(shape))
    yield from pen.remarks("draft_parties")
    yield "parties:"
    for number, (name, party) in enumerate(parties.declared.items()):
        record = {"role": Field(party.role, decide=True), **_identity(name, party, parties)}
        if name == parties.own:
            yield from indented(pen.remarks("draft_institution"))
        elif not party.field:
            yield from indented(pen.remarks("draft_stand_in"))
        elif number == 1:
            yield from indented(pen.remarks("draft_party"))
        yield f"  {scalar(name)}:"
        yield from indented(
            indented(pen.record(fields.definition("partyRecord"), record, explained=number == 0))
        )


def _identity(name: str, party: Party, parties: Parties) -> Record:
    known = {party.field: Field((party.value,))} if party.field else {}
    people = parties.people if name == parties.own else {}
    offered = {field: Field(values, proposed=bool(known)) for field, values in people.items()}
    if not (known or offered):
        return {}
    why = ("draft_people",) if offered else ()
    return {"identifiedBy": Field({**offered, **known}, proposed=not known, alone=True, why=why)}


def _section(section: str, subjects: Iterable[Subject], parties: Parties, pen: Pen) -> Iterator[str]:
    shape = fields.definition("spec")["properties"][section]
    yield from pen.told(fields.said(shape))
    given = tuple(subjects)
    if not given:
        yield from commented([f"{section}:"])
        return
    yield f"{section}:"
    for number, subject in enumerate(given):
        yield from indented(_subject(subject, parties, pen, explained=number == 0))


def _subject(subject: Subject, parties: Parties, pen: Pen, *, explained: bool) -> Iterator[str]:
    yield f"{scalar(subject.name)}:"
    yield from indented(_shown(subject, pen))
    if not explained:
        yield from indented(pen.remarks("draft_as_above"))
    record = _FILLED[subject.section](subject, parties)
    if subject.components:
        record = {**record, "implementedBy": Field(subject.components)}
    shape = fields.definition(subject.section.removesuffix("s"))
    yield from indented(pen.record(shape, record, explained=explained))


def _shown(subject: Subject, pen: Pen) -> Iterator[str]:
    """Yield what the deployment shows of `subject`, as comments."""
    if subject.facts:
        yield from pen.remarks("draft_shown")
    lines = (f"##   {printable(_fact(thing, fact, pen))}" for thing, fact in subject.facts)
    yield from dict.fromkeys(lines)
    if any(MASK in fact.who.name for _, fact in subject.facts if fact.who is not None):
        yield from pen.remarks("draft_sensitive")
    yield from pen.remarks(f"draft_section_{subject.section}")


def _fact(thing: str, fact: Fact, pen: Pen) -> str:
    words = " / ".join(dict.fromkeys(pen.look.text(fact.words)))
    if fact.is_open:
        whom = " / ".join(pen.look.say("draft_open"))
    else:
        whom = f"{fact.who.by} {fact.who.name}" if fact.who else ""
    return ", ".join(filter(None, (f"{thing}: {words}", whom, fact.region)))


def _exchange(subject: Subject, parties: Parties) -> Record:
    others = parties.others(subject)
    why = () if others else ("draft_no_destination",)
    return {
        "data": Field("patient-information", decide=True, why=("draft_data",)),
        "source": Field(parties.own, decide=True),
        "destinations": Field({"parties": Field(others, decide=True, why=why)}),
    }


def _storage(subject: Subject, parties: Parties) -> Record:
    custodian = parties.partner(subject)
    others = tuple(name for name in parties.others(subject) if name != custodian)
    shared = {"sharedWith": Field(others, decide=True, why=("draft_shared",))} if others else {}
    return {"custodian": Field(custodian, decide=True), "owner": Field(parties.own, decide=True), **shared}


def _telework(subject: Subject, parties: Parties) -> Record:
    return {"institution": Field(parties.institution(subject), decide=True)}


def _maintenance(subject: Subject, parties: Parties) -> Record:
    return {**_telework(subject, parties), "maintainer": _partner(subject, parties)}


def _work(subject: Subject, parties: Parties) -> Record:
    return {**_telework(subject, parties), "contractor": _partner(subject, parties)}


def _partner(subject: Subject, parties: Parties) -> Field:
    several = ("draft_several",) if len(parties.others(subject)) > 1 else ()
    return Field(parties.partner(subject), decide=True, why=several)


_FILLED = {
    EXCHANGES: _exchange,
    STORAGE: _storage,
    TELEWORK: _telework,
    MAINTENANCE: _maintenance,
    WORK: _work,
}
"""What the schema wants to stand in each section, and what the deployment gives of it."""
