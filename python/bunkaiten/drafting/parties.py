"""The parties of a draft: whoever the deployment identifies, by neutral names that people replace."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from bunkaiten.drafting import fields
from bunkaiten.drafting.grouping import MAINTENANCE, STORAGE, WORK, Subject, is_name
from bunkaiten.drafting.observed import Somebody

INSTITUTION = "institution"
"""Whose deployment it is, where no marker says so."""
CUSTODIAN = "custodian-1"
CONTRACTOR = "contractor-1"

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
    maintainer: str
    """Who stands for a maintainer that nothing identifies."""
    own: str
    """Whose deployment it is."""

    def named(self, subject: Subject) -> tuple[str, ...]:
        """Return the names of those whom the facts of `subject` identify."""
        return tuple(self.of[each] for each in subject.others if each in self.of)


def of(subjects: Iterable[Subject], operators: Iterable[str] = ()) -> Parties:
    """Return the parties that `subjects` need: one for each network, host and account, nothing merged.

    `operators` are the parties that markers name: one that operates all that is marked is whose
    deployment it is.
    """
    given, marked = tuple(subjects), sorted(name for name in operators if is_name(name))
    own = marked[0] if len(marked) == 1 else INSTITUTION
    declared = {name: Party("institution") for name in (own, *marked)}
    names: dict[Somebody, str] = {}
    for role, prefix, sections in (
        ("institution", "other-institution", {each.section for each in given} - {MAINTENANCE}),
        ("maintainer", "maintainer", {MAINTENANCE}),
    ):
        seen = {who for each in given if each.section in sections for who in each.others}
        known = {who: field for who in seen - names.keys() if (field := _field(who))}
        for number, who in enumerate(sorted(known), 1):
            names[who] = f"{prefix}-{number}"
            declared[names[who]] = Party(role, known[who], who.name)
    for section, name, role in ((STORAGE, CUSTODIAN, "custodian"), (WORK, CONTRACTOR, "contractor")):
        if any(each.section == section for each in given):
            declared[name] = Party(role)
    maintainer = f"maintainer-{sum(party.role == 'maintainer' for party in declared.values()) + 1}"
    if any(each.section == MAINTENANCE and not any(who in names for who in each.others) for each in given):
        declared[maintainer] = Party("maintainer")
    return Parties(MappingProxyType(declared), MappingProxyType(names), maintainer, own)


def _field(who: Somebody) -> str:
    """Return the field of identifiedBy that takes `who`, "" if none does."""
    field = _FIELDS.get(who.by, "")
    known = field and fields.takes(fields.within("partyRecord", "identifiedBy", field)["items"], who.name)
    return field if known else ""
