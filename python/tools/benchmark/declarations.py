"""Declarations as users write them, made up with a fixed seed.

`python -m tools.benchmark.declarations FOLDER COUNT` writes them.
Each has three exchanges, over lines of the institutions' own or over a provider's network;
one in ten has a storage, one in ten telework, and so on.
Most are in order; some contradict themselves, and some leave out what would have to be known.
A process of its own, because the memory of what starts a process counts as the memory of that process.
"""

import json
import random
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from tools.benchmark import sections
from tools.benchmark.exchanges import NETWORK_LINE, NETWORK_RULES, PROVIDER, Spec, exchange

AS_OF = "2026-11-22"
"""The day on which the agreements below are in force."""

_SEED = 20261122
_TOWNS = ("Aoba", "Midori", "Sakura", "Asahi", "Hinode", "Wakaba", "Kita", "Minami", "Chuo", "Higashi")
_TOWNS_JA = ("青葉", "みどり", "さくら", "あさひ", "日の出", "若葉", "北", "南", "中央", "東")
_SETTLES = ["path-demarcation", "outage-response", "incident-response", "entrustment-terms"]
_SETTLED_WITH_PROVIDER = (
    "route-security",
    "management-division",
    "failure-lead",
    "eavesdropping",
    "tampering",
    "intrusion",
    "obstruction",
    "availability",
)
_TERMS = (
    {"validTo": "2026-09-30"},
    {"validTo": "2026-09-30", "renewal": "automatic"},
    *[{"validTo": "open"}] * 18,
)
"""Of twenty agreements with a provider one has ended, and one has renewed itself."""
_DATE = re.compile(r"'(\d{4}-\d\d-\d\d)'")


def declaration(number: int) -> Spec:
    """Return the declaration `number`, the same at every call."""
    dice = random.Random(_SEED + number)  # noqa: S311 - nothing secret hangs on it
    parties = _parties(dice)
    ends = [name for name in parties if name != PROVIDER]
    spec: Spec = {"parties": parties, "agreements": _agreements(ends)}
    spec["agreements"][NETWORK_LINE] |= dice.choice(_TERMS)
    spec["exchanges"] = {f"exchange-{index}": exchange(dice, ends[0], ends[1:], index) for index in (1, 2, 3)}
    sections.add(dice, spec, ends[0])
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
    parties[PROVIDER] = {"role": "provider", "name": {"ja": "中部ネット", "en": "Chubu Net"}}
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
        "between": [ends[0], PROVIDER],
        "validFrom": "2025-10-01",
        "validTo": "open",
        "settles": ["availability"],
    }
    return agreements | _network(ends)


def _network(ends: Sequence[str]) -> Spec:
    return {
        NETWORK_RULES: {
            "form": "network-rules",
            "between": list(ends),
            "signedBy": list(ends),
            "signedOn": "2026-03-20",
            "validFrom": "2026-04-01",
            "validTo": "2027-03-31",
            "settles": ["path-demarcation", "outage-response", "incident-response"],
        },
        NETWORK_LINE: {
            "form": "contract",
            "between": [*ends, PROVIDER],
            "validFrom": "2025-10-01",
            "settles": list(_SETTLED_WITH_PROVIDER),
            "entrusted": ["monitoring of routers", "updates of routers"],
            "failureLead": PROVIDER,
            "availability": {"target": 99.9, "unit": "percent-per-month"},
        },
    }


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
