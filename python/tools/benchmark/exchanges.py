"""Exchanges as users write them, in order or with one thing wrong."""

import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

PROVIDER = "net"
"""The party whose lines are used."""
NETWORK_RULES = "network-rules"
"""The agreement of all institutions of a declaration with each other."""
NETWORK_LINE = "network-line"
"""Their agreement with the provider."""

_OWN_LINES = 1 / 3
"""The share of exchanges over lines that institutions connect themselves; the others use a network."""
_ENCRYPTED = 1 / 6
"""The share of those that run over the internet, encrypted; the others have a line of their own."""
_DUTIES = (
    ("Referral letters", "紹介状"),
    ("Laboratory results", "検査結果"),
    ("Images", "画像"),
    ("Discharge summaries", "退院時サマリー"),
    ("Prescriptions", "処方"),
)
_THREATS = ("eavesdropping", "tampering", "intrusion", "obstruction", "availability")

Spec: TypeAlias = dict[str, Any]
Change: TypeAlias = Callable[[Spec], None]


def exchange(dice: random.Random, source: str, others: Sequence[str], index: int) -> Spec:
    """Return an exchange from `source` with some of `others`; one in five has a fault."""
    destinations = sorted(dice.sample(list(others), dice.randint(1, len(others))))
    title, title_ja = _DUTIES[dice.randrange(len(_DUTIES))]
    heading = {
        "title": {"ja": title_ja, "en": title},
        "data": "patient-information",
        "source": source,
        "destinations": {"parties": destinations, "others": "none"},
    }
    if dice.random() < _OWN_LINES:
        made, faults = heading | _over_own_lines(dice, source, destinations, index), _FAULTS_OF_OWN_LINES
    else:
        made, faults = heading | _over_network(dice, source, destinations), _FAULTS_OF_NETWORK
    if dice.randrange(5) == 0:
        dice.choice(faults)(made)
    return made


def _over_own_lines(dice: random.Random, source: str, destinations: Sequence[str], index: int) -> Spec:
    made: Spec = {
        "topology": "one-to-one" if len(destinations) == 1 else "one-to-many",
        "basis": "entrustment",
        "entrustment": {"fulfilledBy": [source, *destinations]},
        "path": {
            "medium": dice.choice(["closed-ip", "leased-line"]),
            "provider": PROVIDER,
            "routersConfiguredBy": {end: end for end in [source, *destinations]},
        },
        "encryption": "none",
        "demarcationPoints": [
            {"between": [source, end], "at": f"site:{end}/router-{index}", "agreement": f"{source}-{end}"}
            for end in destinations
        ],
        "responsibilities": _responsibilities(source, source, ["availability"]),
    }
    if dice.random() < _ENCRYPTED:
        made["path"]["medium"] = "internet"
        made["encryption"] = _encryption("gateway", source, {end: end for end in destinations})
    return made


def _over_network(dice: random.Random, source: str, destinations: Sequence[str]) -> Spec:
    ends = [source, *destinations]
    made: Spec = {
        "path": {
            "medium": dice.choice(["closed-ip", "leased-line"]),
            "provider": PROVIDER,
            "routeSecuredBy": PROVIDER,
            "routersConfiguredBy": dict.fromkeys(ends, PROVIDER),
        },
        "demarcationPoints": [
            {"between": [source, end], "at": "site:net/exchange", "agreement": NETWORK_RULES}
            for end in destinations
        ]
        + [
            {"between": [end, PROVIDER], "at": f"site:{end}/terminal", "agreement": NETWORK_LINE}
            for end in ends
        ],
    }
    by_basis = dice.choice((_entrusts, _provides))(source, destinations)
    encrypted = dice.choice((_from_end_to_end, _from_provider_edge))
    return made | by_basis | encrypted(by_basis["responsibilities"], source, destinations)


def _entrusts(source: str, destinations: Sequence[str]) -> Spec:
    return {
        "basis": "entrustment",
        "entrustment": {"fulfilledBy": [source, *destinations]},
        "responsibilities": _responsibilities(source, source, _THREATS),
    }


def _provides(_source: str, destinations: Sequence[str]) -> Spec:
    proper = {"legalGround": {"ground": "consent", "evidence": "consent form"}, "receipt": "confirmed"}
    own = {end: end for end in destinations}
    return {
        "basis": "third-party-provision",
        "provision": {end: dict(proper) for end in destinations},
        "responsibilities": _responsibilities(own, dict(own), _THREATS),
    }


def _from_end_to_end(responsibilities: Spec, source: str, destinations: Iterable[str]) -> Spec:
    return {
        "encryption": _encryption("system", source, {end: end for end in destinations}),
        "responsibilities": responsibilities | {"management": {PROVIDER: list(_THREATS[1:])}},
    }


def _from_provider_edge(responsibilities: Spec, source: str, destinations: Sequence[str]) -> Spec:
    edge = {"at": "provider-edge", "operatedBy": PROVIDER}
    return {
        "encryption": {
            "begins": dict(edge),
            "ends": {end: dict(edge) for end in destinations},
            "method": {"protocol": "IKEv2", "algorithm": "AES-256-GCM"},
        },
        "responsibilities": responsibilities
        | {"information": source, "localSegment": {end: end for end in [source, *destinations]}},
    }


def _encryption(place: str, source: str, ends: dict[str, str]) -> Spec:
    return {
        "begins": {"at": f"source-{place}", "operatedBy": source},
        "ends": {end: {"at": f"destination-{place}", "operatedBy": by} for end, by in ends.items()},
        "method": {"protocol": "IPsec", "algorithm": "AES-256", "keyExchange": "IKEv2"},
    }


def _responsibilities(ordinary: object, ex_post: object, threats: Iterable[str]) -> Spec:
    return {"ordinaryOperation": ordinary, "exPost": ex_post, "management": {PROVIDER: list(threats)}}


def _open_to_anybody(exchange: Spec) -> None:
    exchange["destinations"]["others"] = "unidentified"
    exchange["topology"] = "one-to-many"


def _leaves_tampering_to_the_provider(exchange: Spec) -> None:
    exchange["responsibilities"]["management"] = {PROVIDER: ["availability", "tampering"]}


def _says_nothing_of_others(exchange: Spec) -> None:
    del exchange["destinations"]["others"]


def _says_nothing_of_its_basis(exchange: Spec) -> None:
    del exchange["basis"]


def _provider_answers_for_everything(exchange: Spec) -> None:
    exchange["responsibilities"]["exPost"] = PROVIDER


def _shares_nothing_with_the_provider(exchange: Spec) -> None:
    exchange["responsibilities"]["management"] = "none"


def _forgets_a_point(exchange: Spec) -> None:
    exchange["demarcationPoints"].pop()


def _cites_the_wrong_agreement(exchange: Spec) -> None:
    exchange["demarcationPoints"][0]["agreement"] = NETWORK_LINE


def _says_nothing_of_the_operator(exchange: Spec) -> None:
    del exchange["encryption"]["begins"]["operatedBy"]


_FAULTS_OF_OWN_LINES: tuple[Change, ...] = (
    _open_to_anybody,
    _leaves_tampering_to_the_provider,
    _says_nothing_of_others,
    _says_nothing_of_its_basis,
)
_FAULTS_OF_NETWORK: tuple[Change, ...] = (
    _says_nothing_of_others,
    _says_nothing_of_its_basis,
    _provider_answers_for_everything,
    _shares_nothing_with_the_provider,
    _forgets_a_point,
    _cites_the_wrong_agreement,
    _says_nothing_of_the_operator,
)
