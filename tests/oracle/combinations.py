"""Which combinations of facts are judged: full products of the facts that a row can depend on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from oracle.table import HOLDERS, Facts

USUAL: dict[str, Facts] = {
    "exchange": {
        "medium": "closed-ip",
        "claim": "provider",
        "routers": "provider",
        "service": "in-force",
        "target": "stated",
        "encrypted": "declared",
        "begins-at": "source-system",
        "begins-by": "source",
        "ends-at": "destination-system",
        "ends-by": "destination",
        "method": "tls-1.3",
        "basis": "entrustment",
        "terms": "settled",
        "provision": "silent",
        "ground": "silent",
        "receipt": "silent",
        "ordinary": "source",
        "ex-post": "source",
        "departure": "none",
        "defect": "none",
        "share": "threats",
        "segment": "institutions",
        "information": "source",
        "points": "cites-contract",
    },
    "externalStorage": {"basis": "entrustment", "ordinary": "institution", "ex-post": "institution"},
    "telework": {"ordinary": "institution", "ex-post": "institution"},
    "remoteMaintenance": {"ordinary": "institution", "ex-post": "institution"},
}
"""What is stated where nothing else is asked for, by section."""


@dataclass(frozen=True, slots=True)
class Case:
    """One subject: the facts of each of its destinations, and those of them that were chosen."""

    section: str
    facts: tuple[Facts, ...]
    chosen: tuple[Facts, ...]
    rows: tuple[str, ...] = ()
    """The rows that are told, if not all of the section."""


@dataclass(frozen=True, slots=True)
class Product:
    """Every combination of one choice from each axis."""

    axes: tuple[tuple[Facts, ...], ...]
    section: str = "exchange"
    rows: tuple[str, ...] = field(default=(), kw_only=True)

    def cases(self) -> Iterator[Case]:
        for choice in product(*self.axes):
            chosen = {name: word for facts in choice for name, word in facts.items()}
            yield Case(self.section, ({**USUAL[self.section], **chosen},), (chosen,), self.rows)


def each(name: str, *words: str) -> tuple[Facts, ...]:
    return tuple({name: word} for word in words)


def both(*words: str) -> tuple[Facts, ...]:
    """Return every pair of holders."""
    return tuple(dict(zip(HOLDERS, pair, strict=True)) for pair in product(words, repeat=2))


def at(end: str, *places: str, by: tuple[str, ...]) -> tuple[Facts, ...]:
    """Return where encryption begins or ends, each place with each operator."""
    return tuple({f"{end}-at": place, f"{end}-by": who} for place, who in product(places, by))


PROVIDER_NETWORK: Facts = {"medium": "closed-ip", "claim": "provider", "routers": "provider"}
OWN_ROUTERS: Facts = {"medium": "closed-ip", "claim": "none", "routers": "institutions"}
TELEPHONE: Facts = {"medium": "telephone", "claim": "none", "routers": "silent"}
NOT_SETTLED: Facts = {"medium": "closed-ip", "claim": "silent", "routers": "silent"}
PATHS = (PROVIDER_NETWORK, OWN_ROUTERS, TELEPHONE, NOT_SETTLED)

PROVIDER_EDGE: Facts = {
    "begins-at": "provider-edge",
    "begins-by": "provider",
    "ends-at": "provider-edge",
    "ends-by": "provider",
}
ENCRYPTIONS: tuple[Facts, ...] = (
    {"encrypted": "declared"},
    PROVIDER_EDGE,
    {"ends-at": "relay", "ends-by": "provider"},
    {"encrypted": "none"},
    {"encrypted": "silent"},
)

PROVISION: Facts = {"basis": "third-party-provision", "provision": "declared"}
PROVIDED: tuple[Facts, ...] = (
    {**PROVISION, "ground": "consent", "receipt": "confirmed"},
    {**PROVISION, "ground": "consent", "receipt": "none"},
    {**PROVISION, "provision": "silent"},
)
BASES = (*each("basis", "entrustment", "statutory", "none", "silent"), *PROVIDED)

WORDS = ("source", "destination", "provider", "third", "none", "silent")
SHARES = each("share", "threats", "availability", "empty", "threats-with-eavesdropping", "none", "silent")
MEDIA = each("medium", "leased-line", "closed-ip", "telephone", "mobile", "internet", "silent")
SEGMENTS = ("institutions", "provider", "third", "none", "silent")
SEGMENTS_BY_END = ("provider-at-one-end", "nobody-at-one-end", "silent-at-one-end")
WEAK = ("tls-1.0", "tls-1.1", "ssl", "pptp", "des", "triple-des", "rc4", "md5", "ikev1-psk", "none")
OPERATORS = ("source", "destination", "provider", "contractor", "third", "none", "silent")
ROUTERS = ("provider", "institutions", "contractor", "mixed", "half-provider", "half-institution", "silent")
PAPERS = ("contract", "minute", "first-day", "last-day", "renewed")
NO_PAPERS = ("without", "terms", "missing", "one-sided", "ended", "not-begun")
UNCLEAR_PAPERS = ("unsaid", "no-first-day", "no-end", "minute-unsaid")
GROUNDS = ("consent", "exception", "exception-without-law", "exception-of-unnamed-law", "none", "silent")
