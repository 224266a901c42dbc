"""What declarations hold besides exchanges, one subject of each section; in order, all of it."""

import random
from typing import Any

_EACH = 1 / 10
"""The share of declarations that hold a subject of a section."""


def add(dice: random.Random, spec: dict[str, Any], owner: str) -> None:
    """Add to `spec`, now and then, a storage, an access from outside or an entrusted work of `owner`."""
    for section, (party, agreement, made) in _SECTIONS.items():
        if dice.random() >= _EACH:
            continue
        subject = made(owner)
        spec[section] = {f"{section.lower()}-1": subject}
        if party:
            name = subject[party["role"]]
            spec["parties"][name] = party
            spec["agreements"][f"{owner}-{name}"] = {
                "form": "contract",
                "between": [owner, name],
                "validFrom": "2026-04-01",
                "validTo": "open",
                "settles": [agreement],
            }


def _own(owner: str) -> dict[str, str]:
    return {"ordinaryOperation": owner, "exPost": owner}


def _storage(owner: str) -> dict[str, Any]:
    return {
        "custodian": "kura",
        "owner": owner,
        "basis": "entrustment",
        "sharedWith": "none",
        "responsibilities": _own(owner),
        "location": {"country": "JP"},
    }


def _telework(owner: str) -> dict[str, Any]:
    return {
        "institution": owner,
        "users": "own-staff",
        "media": ["internet"],
        "controls": {"internet": ["VPN", "certificate of each person"]},
        "responsibilities": _own(owner),
        "administrator": {"party": owner, "role": "director"},
        "staffRules": {"title": "Rules for use from outside"},
    }


def _maintenance(owner: str) -> dict[str, Any]:
    return {
        "institution": owner,
        "maintainer": "medifix",
        "decision": {"by": "head of systems", "on": "2026-03-25", "conditions": ["asks before"]},
        "accessControl": {
            "authentication": ["certificate of each person"],
            "reading": "limited",
            "writing": "limited",
            "temporaryData": "erased",
            "sessionLog": "recorded",
        },
        "reporting": {"every": "P1M", "last": "2026-10-31"},
        "finalResponsibility": {"party": owner, "role": "director"},
        "supervision": {
            "by": {"party": owner, "role": "head of systems"},
            "evidence": {"uri": "records/review.pdf"},
        },
        "responsibilities": _own(owner),
    }


def _work(owner: str) -> dict[str, Any]:
    return {
        "institution": owner,
        "contractor": "hikari",
        "purpose": "remote-diagnostic-imaging",
        "temporaryStorage": {"retention": "P30D", "location": {"country": "JP"}},
    }


_SECTIONS: dict[str, Any] = {
    "externalStorage": (
        {"role": "custodian", "custodianType": "private-contract", "name": "Kura Cloud"},
        "storage-failure",
        _storage,
    ),
    "telework": (None, "", _telework),
    "remoteMaintenance": ({"role": "maintainer", "name": "Medifix"}, "entrustment-terms", _maintenance),
    "entrustedWork": ({"role": "contractor", "name": "Hikari"}, "entrustment-terms", _work),
}
"""By section: who comes in besides the owner, what the two settle, and what is declared."""
