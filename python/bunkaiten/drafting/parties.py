"""The parties of a draft: whoever the deployment identifies, by neutral names that people replace."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from itertools import count
from types import MappingProxyType
from typing import NamedTuple

from bunkaiten.drafting import fields
from bunkaiten.drafting.grouping import MAINTENANCE, STORAGE, TELEWORK, WORK, Subject, is_name
from bunkaiten.drafting.observed import Somebody

INSTITUTION = "institution"
"""Whose deployment it is, where nothing says so. Also a role, as those below are."""
_CONTRACTOR = "contractor"
_CUSTODIAN = "custodian"
_MAINTAINER = "maintainer"

_PARTNERS = MappingProxyType({STORAGE: _CUSTODIAN, MAINTENANCE: _MAINTAINER, WORK: _CONTRACTOR})
"""The role of whom the schema wants in each section beside the institution."""

_FIELDS = MappingProxyType(
    {
        "account": "awsAccounts",
        "domain": "googleDomains",
        "group": "kubernetesGroups",
        "host": "hosts",
        "network": "networks",
        "project": "googleProjects",
        "sakura": "sakuraAccounts",
        "service": "hosts",
        "subscription": "azureSubscriptions",
        "tenant": "azureTenants",
        "user": "kubernetesUsers",
    }
)
"""Under which field of identifiedBy somebody stands."""
_PLACES = frozenset({"hosts", "networks"})


class Party(NamedTuple):
    """One party to declare. `role` is a proposal."""

    role: str
    field: str = ""
    """Of identifiedBy; "" where nothing identifies it."""
    value: str = ""


class Parties(NamedTuple):
    """Who takes part, and under which name."""

    declared: Mapping[str, Party]
    """By name, in the order of the file."""
    of: Mapping[Somebody, str]
    """The name of each that a fact identifies."""
    stand_ins: Mapping[str, str]
    """By role, who stands for those whom nothing identifies."""
    own: str
    """Whose deployment it is."""
    people: Mapping[str, tuple[str, ...]]
    """By field of identifiedBy, who comes in by a telework alone: its own people, if that is what it is."""

    def others(self, subject: Subject) -> tuple[str, ...]:
        """Return the names of those whom the facts of `subject` identify, but for whose deployment it is."""
        found = (self.of[each] for each in subject.others if each in self.of)
        return tuple(name for name in found if name != self.own)

    def institution(self, subject: Subject) -> str:
        """Return in whose hands the things of `subject` are, or else whose deployment it is."""
        operator = self._operator(subject)
        return operator if operator and self.declared[operator].role == INSTITUTION else self.own

    def partner(self, subject: Subject) -> str:
        """Return the custodian, maintainer or contractor of `subject`, shown or standing in."""
        shown = self._keeper(subject) if subject.section == STORAGE else next(iter(self.others(subject)), "")
        return shown or self.stand_ins[_PARTNERS[subject.section]]

    def _operator(self, subject: Subject) -> str:
        """Return who operates the things of `subject`, by markers or accounts, "" if nothing tells."""
        by_marker = _only(name for name in subject.operators if name in self.declared)
        return by_marker or _only(self.of[who] for who in subject.accounts if who in self.of)

    def _keeper(self, subject: Subject) -> str:
        """Return who operates what is kept, "" if nothing tells or it is whose deployment it is."""
        operator = self._operator(subject)
        may_keep = operator and self.declared[operator].role in (INSTITUTION, _CUSTODIAN)
        return operator if may_keep and operator != self.own else ""


def of(subjects: Iterable[Subject], operators: Iterable[str] = ()) -> Parties:
    """Return the parties that `subjects` need: one for each network, host and account, nothing merged.

    `operators` are the parties that markers name: one that operates all that is marked is whose
    deployment it is, and so is the one whose account all things lie in.
    """
    given, marked = tuple(subjects), sorted(name for name in operators if is_name(name))
    own, home = _only(marked) or INSTITUTION, _home(given, marked)
    declared = {own: Party(INSTITUTION, _field(home), home.name) if home else Party(INSTITUTION)}
    declared |= {name: Party(_role(name, given)) for name in marked if name != own}
    names = {home: own} if home else {}
    for who, role in _strangers(given):
        if who not in names:
            names[who] = _free("other-institution" if role == INSTITUTION else role, declared)
            declared[names[who]] = Party(role, _field(who), who.name)
    stand_ins = {role: _free(role, declared) for role in _PARTNERS.values()}
    found = Parties(declared, names, stand_ins, own, _people(given, names))
    wanted = {found.partner(each) for each in given if each.section in _PARTNERS}
    added = {name: Party(role) for role, name in stand_ins.items() if name in wanted}
    return found._replace(declared=MappingProxyType(declared | added))


def _home(subjects: Iterable[Subject], operators: Collection[str]) -> Somebody | None:
    """Return the account that all things lie in, where there is but one and a fact names it."""
    given = tuple(subjects)
    accounts = {who for each in given for who in each.accounts}
    named = {who for each in given for who in each.others if _field(who)}
    is_one = len(accounts) == 1 and len(operators) <= 1
    return next(iter(accounts)) if is_one and accounts <= named else None


def _role(operator: str, subjects: Iterable[Subject]) -> str:
    """Return what `operator` is taken for: who operates nothing but what is kept is a custodian."""
    sections = {each.section for each in subjects if operator in each.operators}
    return _CUSTODIAN if sections == {STORAGE} else INSTITUTION


def _strangers(subjects: Iterable[Subject]) -> Iterator[tuple[Somebody, str]]:
    """Yield who is identified, with his role.

    Who comes in by a telework alone is none: it is for one's own people, wherever they are.
    """
    seen = _sections(subjects)
    parts = {who: _part(seen[who]) for who in sorted(seen) if _field(who) and seen[who] != {TELEWORK}}
    for role in (INSTITUTION, _MAINTAINER, _CONTRACTOR):
        yield from ((who, role) for who, part in parts.items() if part == role)


def _part(sections: Container[str]) -> str:
    """Return the role of who is seen in `sections`: a contractor may maintain, a maintainer not contract."""
    if WORK in sections:
        return _CONTRACTOR
    return _MAINTAINER if MAINTENANCE in sections else INSTITUTION


def _people(subjects: Iterable[Subject], known: Container[Somebody]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for who, sections in sorted(_sections(subjects).items()):
        if sections == {TELEWORK} and who not in known and (field := _field(who)):
            found[field] = (*found.get(field, ()), who.name)
    # where somebody is when he comes in does not tell whose he is
    return MappingProxyType({field: names for field, names in found.items() if field not in _PLACES})


def _sections(subjects: Iterable[Subject]) -> Mapping[Somebody, set[str]]:
    found: dict[Somebody, set[str]] = {}
    for each in subjects:
        for who in each.others:
            found.setdefault(who, set()).add(each.section)
    return found


def _field(who: Somebody) -> str:
    """Return the field of identifiedBy that takes `who`, "" if none does."""
    field = _FIELDS.get(who.by, "")
    known = field and fields.takes(fields.within("partyRecord", "identifiedBy", field)["items"], who.name)
    return field if known else ""


def _only(names: Iterable[str]) -> str:
    """Return the one name of `names`, "" if there are several or none."""
    found = set(names)
    return found.pop() if len(found) == 1 else ""


def _free(role: str, taken: Container[str]) -> str:
    return next(name for name in (f"{role}-{number}" for number in count(1)) if name not in taken)
