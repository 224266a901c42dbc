"""Declarations as users write them, made up with a fixed seed.

`python -m tools.benchmark.declarations FOLDER COUNT` writes them.
Each has three self-connected exchanges.
Most are in order; some contradict themselves, and some leave out what would have to be known.
A process of its own, because the memory of what starts a process counts as the memory of that process.
"""

import json
import random
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import yaml

AS_OF = "2026-11-22"
"""The day on which the agreements below are in force."""

_SEED = 20261122
_ENCRYPTED = 1 / 6
"""The share of exchanges that run over the internet, encrypted; the others have a line of their own."""
_TOWNS = ("Aoba", "Midori", "Sakura", "Asahi", "Hinode", "Wakaba", "Kita", "Minami", "Chuo", "Higashi")
_TOWNS_JA = ("青葉", "みどり", "さくら", "あさひ", "日の出", "若葉", "北", "南", "中央", "東")
_SETTLES = ["path-demarcation", "outage-response", "incident-response", "entrustment-terms"]
_DUTIES = (
    ("Referral letters", "紹介状"),
    ("Laboratory results", "検査結果"),
    ("Images", "画像"),
    ("Discharge summaries", "退院時サマリー"),
    ("Prescriptions", "処方"),
)
_DATE = re.compile(r"'(\d{4}-\d\d-\d\d)'")

Spec: TypeAlias = dict[str, Any]
Change: TypeAlias = Callable[[Spec], None]


def declaration(number: int) -> Spec:
    """Return the declaration `number`, the same at every call."""
    dice = random.Random(_SEED + number)  # noqa: S311 - nothing secret hangs on it
    parties = _parties(dice)
    ends = [name for name in parties if name != "net"]
    spec: Spec = {"parties": parties, "agreements": _agreements(ends)}
    spec["exchanges"] = {
        f"exchange-{index}": _exchange(dice, ends[0], ends[1:], index) for index in (1, 2, 3)
    }
    return {
        "apiVersion": "bunkaiten.dev/v1",
        "kind": "Demarcation",
        "metadata": {"name": f"site-{number:05}"},
        "spec": spec,
    }


def as_yaml(documents: Sequence[Mapping[str, Any]]) -> str:
    """Return a stream that looks as if it was written by hand: short lists in one line, bare dates."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump_all(
        documents, Dumper=dumper, default_flow_style=None, allow_unicode=True, sort_keys=False
    )
    return _DATE.sub(r"\1", text)


def write(folder: Path, count: int) -> None:
    """Write `count` declarations: a folder of YAML files, one of JSON files, and one YAML stream."""
    documents = [declaration(number) for number in range(count)]
    for name in ("yaml", "json"):
        (folder / name).mkdir(parents=True)
    for number, document in enumerate(documents):
        (folder / "yaml" / f"{number:05}.yaml").write_text(as_yaml([document]), "utf-8")
        text = json.dumps(document, ensure_ascii=False, indent=2)
        (folder / "json" / f"{number:05}.json").write_text(text, "utf-8")
    (folder / "stream.yaml").write_text(as_yaml(documents), "utf-8")


def _parties(dice: random.Random) -> Spec:
    towns = dice.sample(range(len(_TOWNS)), dice.randint(2, 4))
    parties: Spec = {
        _TOWNS[town].lower(): {
            "role": "institution",
            "name": {"ja": f"{_TOWNS_JA[town]}病院", "en": f"{_TOWNS[town]} Hospital"},
            "identifiedBy": {"networks": [f"203.0.113.{16 * town}/28"]},
        }
        for town in towns
    }
    parties["net"] = {"role": "provider", "name": {"ja": "中部ネット", "en": "Chubu Net"}}
    return parties


def _agreements(ends: Sequence[str]) -> Spec:
    agreements: Spec = {
        f"{ends[0]}-{end}": {
            "form": "contract",
            "title": {"ja": f"{end} との契約", "en": f"Contract with {end}"},
            "between": [ends[0], end],
            "validFrom": "2026-04-01",
            "validTo": "2027-03-31",
            "settles": list(_SETTLES),
        }
        for end in ends[1:]
    }
    agreements["line-terms"] = {
        "form": "terms-of-service",
        "between": [ends[0], "net"],
        "validFrom": "2025-10-01",
        "validTo": "open",
        "settles": ["availability"],
    }
    return agreements


def _exchange(dice: random.Random, source: str, others: Sequence[str], index: int) -> Spec:
    destinations = sorted(dice.sample(list(others), dice.randint(1, len(others))))
    title, title_ja = _DUTIES[dice.randrange(len(_DUTIES))]
    exchange = {
        "title": {"ja": title_ja, "en": title},
        "data": "patient-information",
        "source": source,
        "destinations": {"parties": destinations, "others": "none"},
        "topology": "one-to-one" if len(destinations) == 1 else "one-to-many",
        "basis": "entrustment",
        "entrustment": {"fulfilledBy": [source, *destinations]},
        "path": {
            "medium": dice.choice(["closed-ip", "leased-line"]),
            "provider": "net",
            "routersConfiguredBy": {end: end for end in [source, *destinations]},
        },
        "encryption": "none",
        "demarcationPoints": [
            {"between": [source, end], "at": f"site:{end}/router-{index}", "agreement": f"{source}-{end}"}
            for end in destinations
        ],
        "responsibilities": {
            "ordinaryOperation": source,
            "exPost": source,
            "management": {"net": ["availability"]},
        },
    }
    if dice.random() < _ENCRYPTED:
        _encrypt(exchange)
    dice.choice(_CHANGES)(exchange)
    return exchange


def _encrypt(exchange: Spec) -> None:
    exchange["path"]["medium"] = "internet"
    exchange["encryption"] = {
        "begins": {"at": "source-gateway", "operatedBy": exchange["source"]},
        "ends": {
            end: {"at": "destination-gateway", "operatedBy": end}
            for end in exchange["destinations"]["parties"]
        },
        "method": {"protocol": "IPsec", "algorithm": "AES-256", "keyExchange": "IKEv2"},
    }


def _open_to_anybody(exchange: Spec) -> None:
    exchange["destinations"]["others"] = "unidentified"
    exchange["topology"] = "one-to-many"


def _leaves_tampering_to_the_provider(exchange: Spec) -> None:
    exchange["responsibilities"]["management"] = {"net": ["availability", "tampering"]}


def _says_nothing_of_others(exchange: Spec) -> None:
    del exchange["destinations"]["others"]


def _says_nothing_of_its_basis(exchange: Spec) -> None:
    del exchange["basis"]


def _stays(_exchange: Spec) -> None:
    pass


_FAULTS: tuple[Change, ...] = (
    _open_to_anybody,
    _leaves_tampering_to_the_provider,
    _says_nothing_of_others,
    _says_nothing_of_its_basis,
)
_CHANGES = (*_FAULTS, *[_stays] * 16)
"""One exchange in five has a fault."""


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
