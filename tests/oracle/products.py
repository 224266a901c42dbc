"""The full products that are judged, each of the facts that the named rows can depend on."""

from collections.abc import Iterator
from itertools import product

from oracle.combinations import (
    BASES,
    ENCRYPTIONS,
    GROUNDS,
    MEDIA,
    NO_PAPERS,
    OPERATORS,
    OWN_ROUTERS,
    PAPERS,
    PATHS,
    PROVIDED,
    PROVIDER_EDGE,
    PROVIDER_NETWORK,
    PROVISION,
    ROUTERS,
    SEGMENTS,
    SEGMENTS_BY_END,
    SHARES,
    TELEPHONE,
    UNCLEAR_PAPERS,
    USUAL,
    WEAK,
    WORDS,
    Case,
    Product,
    at,
    both,
    each,
)
from oracle.table import HOLDERS, Facts

EVERYTHING = Product((PATHS, ENCRYPTIONS, BASES, both(*WORDS), SHARES))
"""All the main facts at once, 30,240 exchanges: minutes, so a search alone looks at them."""

TWO_PATHS = (PROVIDER_NETWORK, OWN_ROUTERS)
"""One of each class in which rows of (a) apply; what holds of the other paths, the smaller products say."""

EXCHANGES = (
    # A1-11 to A1-13 and A2-04 name the path, the basis and who holds; neither encryption nor shares
    Product((TWO_PATHS, BASES, both(*WORDS))),
    Product((PATHS, BASES)),
    # A1-14 and A2-05 name the path, who holds and the provider's share; they ask for no basis
    Product((TWO_PATHS, both(*WORDS), SHARES)),
    # B1-01 to B1-06, B2-02 to B2-05 and bunkaiten-03 ask for no basis and no holder
    Product((PATHS, ENCRYPTIONS, SHARES)),
    # A1-02 and bunkaiten-02, whatever else: the claim, the routers, the line
    Product((each("claim", "provider", "source", "none", "silent"), each("routers", *ROUTERS), MEDIA)),
    # A1-02: the paper behind the claim
    Product((each("routers", *ROUTERS), each("service", *PAPERS, *NO_PAPERS, *UNCLEAR_PAPERS))),
    # A1-11 and A1-12: departures from the principle, outsiders among the holders
    Product(
        (
            each("departure", "silent", "reason-alone", "agreed"),
            ({"basis": "entrustment"}, *PROVIDED),
            both("source", "destination", "provider", "outsider", "silent"),
        )
    ),
    # A1-12, A1-13 and A2-04: what shows provision to be proper
    Product(
        (
            TWO_PATHS,
            (
                {"ordinary": "source", "ex-post": "source"},
                {"ordinary": "destination", "ex-post": "destination"},
            ),
            ({**PROVISION},),
            each("ground", *GROUNDS),
            each("receipt", "confirmed", "none", "silent"),
        )
    ),
    Product((PATHS, ({**PROVISION, "provision": "none"}, {**PROVISION, "provision": "none-for-it"}))),
    # A1-14: a recorded defect of the provider
    Product((({"defect": "recorded"},), both(*WORDS), SHARES)),
    # A2-04: the agreement on entrustment
    Product(((OWN_ROUTERS, TELEPHONE), each("terms", "not-among", "unsaid"))),
    Product(((OWN_ROUTERS, TELEPHONE), ({"terms": "no-agreement", "points": "none"},))),
    # A2-07: what the points of demarcation cite
    Product(
        (PATHS, each("points", "cites-terms", "cites-terms-to-provider", "cites-nothing", "none", "silent"))
    ),
    # B1-01, B1-02 and the class: who operates either end
    Product(
        (
            (
                *at("begins", "source-system", "source-gateway", by=OPERATORS),
                *at("begins", "provider-edge", by=("provider",)),
                *at("begins", "silent", by=("silent",)),
            ),
            (
                *at("ends", "destination-system", "destination-gateway", by=OPERATORS),
                *at("ends", "provider-edge", by=("provider",)),
                *at("ends", "relay", by=("provider", "third")),
                *at("ends", "silent", by=("silent",)),
            ),
        )
    ),
    # B1-03, in either class and in none
    Product((ENCRYPTIONS, each("method", "ikev2", *WEAK, "silent"))),
    # B2-02 to B2-05: what another bears; B2-05: the target
    Product(
        ((PROVIDER_EDGE,), PATHS, each("share", "source-bears-all")),
        rows=("4.3-1b2-02", "4.3-1b2-03", "4.3-1b2-04", "4.3-1b2-05"),
    ),
    Product(((PROVIDER_EDGE,), SHARES, each("target", "none", "silent"))),
    # B2-07 and B2-08, on any path; A2-05: both are more than quality
    Product(((PROVIDER_EDGE,), PATHS, each("segment", *SEGMENTS, *SEGMENTS_BY_END))),
    Product(((PROVIDER_EDGE,), PATHS, each("information", *WORDS))),
    Product(((OWN_ROUTERS,), each("share", "availability"), each("segment", *SEGMENTS, *SEGMENTS_BY_END))),
    Product(((OWN_ROUTERS,), each("share", "availability"), each("information", *WORDS))),
    # bunkaiten-03: the line below
    Product((TWO_PATHS, MEDIA, ENCRYPTIONS)),
)

OTHERS = (
    Product((each("basis", "entrustment", "third-party-provision", "none", "silent"),), "externalStorage"),
    Product(
        (
            both(
                "institution",
                "institution-by-name",
                "custodian",
                "custodian-by-name",
                "outsider",
                "third",
                "none",
                "silent",
            ),
        ),
        "externalStorage",
    ),
    Product((both("institution", "provider", "outsider", "third", "none", "silent"),), "telework"),
    Product((both("institution", "maintainer", "outsider", "third", "none", "silent"),), "remoteMaintenance"),
)


def cases(*, everything: bool) -> Iterator[Case]:
    """Yield every case; with `everything`, those of all the main facts at once too."""
    for some in (*((EVERYTHING,) if everything else ()), *EXCHANGES, *OTHERS):
        yield from some.cases()
    yield from two_destinations()


def two_destinations() -> Iterator[Case]:
    """Yield exchanges with two destinations that differ in who holds and what shows provision."""
    words = ("source", "destination", "provider", "silent")
    entrusted: list[Facts] = [dict.fromkeys(HOLDERS, word) for word in words]
    provided: list[Facts] = [{**facts, **held} for facts, held in product(PROVIDED, entrusted)]
    for one, other in (*product(entrusted, repeat=2), *product(provided, repeat=2)):
        usual = USUAL["exchange"]
        yield Case("exchange", ({**usual, **one}, {**usual, **other}), (one, other))
