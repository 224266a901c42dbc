"""The parties of a case and what they agreed, by its facts."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from oracle.combinations import Case
from properties.words import AS_OF

Agreement: TypeAlias = dict[str, Any]

PARTIES = {
    "aoba": {"role": "institution"},
    "midori": {"role": "institution"},
    "hoshi": {"role": "institution"},
    "tobu": {"role": "institution"},
    "net": {"role": "provider"},
    "labo": {"role": "contractor"},
    "medifix": {"role": "maintainer"},
    "hoshu": {"role": "maintainer"},
    "kura": {"role": "custodian", "custodianType": "private-contract"},
}
"""aoba sends to midori, and to hoshi where there are two destinations; tobu takes no part."""
INSTITUTIONS = ("aoba", "midori", "hoshi")

_SERVICES: Mapping[str, Agreement] = {
    "in-force": {},
    "contract": {},
    "minute": {"form": "minute"},
    "first-day": {"validFrom": AS_OF},
    "last-day": {"validTo": AS_OF},
    "renewed": {"validFrom": "2025-04-01", "validTo": "2026-03-31", "renewal": "automatic"},
    "without": {"settles": ["management-division", "availability"]},
    "terms": {"form": "terms-of-service"},
    "ended": {"validTo": "2026-11-21", "renewal": "none"},
    "not-begun": {"validFrom": "2026-11-23"},
    "unsaid": {"settles": None},
    "no-first-day": {"validFrom": None},
    "no-end": {"validTo": None},
    "minute-unsaid": {"form": "minute", "signedBy": None, "signedOn": None},
}
"""How the provider's agreements differ from the usual ones; None leaves a field out."""
_BOUND: Mapping[str, tuple[str, ...]] = {"missing": (), "one-sided": ("aoba",)}
"""With which institutions the provider has one, if not with all."""
_DUTIES = ["route-security", "management-division", "failure-lead"]
_THREATS = ["eavesdropping", "tampering", "intrusion", "obstruction", "availability"]
_TARGETS: Mapping[str, object] = {
    "stated": {"target": 99.9, "unit": "percent-per-month"},
    "none": "none",
    "silent": None,
}
_BETWEEN = ["path-demarcation", "outage-response", "incident-response"]
_REFERRALS: Mapping[str, list[str] | None] = {
    "settled": [*_BETWEEN, "entrustment-terms"],
    "not-among": _BETWEEN,
    "unsaid": None,
}


def agreements(case: Case) -> dict[str, Agreement]:
    """Return all agreements by name: who is not named in a case's facts has none."""
    if case.section != "exchange":
        return {"service-aoba": _service("aoba", "in-force", "stated")}
    facts = case.facts[0]
    found = {
        f"service-{institution}": _service(institution, facts["service"], facts["target"])
        for institution in _BOUND.get(facts["service"], INSTITUTIONS)
    }
    if facts["terms"] != "no-agreement":
        found["referral"] = _agreement(*INSTITUTIONS, settles=_REFERRALS[facts["terms"]])
    if "contractor" in facts.values():
        found |= {f"running-{each}": _agreement(each, "labo", settles=[]) for each in INSTITUTIONS}
    if facts["points"].startswith("cites-terms"):
        found["line-terms"] = _agreement("aoba", "net", settles=["availability"], form="terms-of-service")
    return found


def _service(institution: str, paper: str, target: str) -> Agreement:
    return _agreement(
        institution,
        "net",
        **{
            "settles": [*_DUTIES, *_THREATS],
            "entrusted": ["回線の監視"],
            "failureLead": "net",
            "availability": _TARGETS[target],
            **_SERVICES.get(paper, {}),
        },
    )


def _agreement(*between: str, **fields: object) -> Agreement:
    usual: Agreement = {
        "form": "contract",
        "between": [*between],
        "signedBy": [*between],
        "signedOn": "2026-03-20",
        "validFrom": "2026-04-01",
        "validTo": "open",
    }
    return {name: value for name, value in {**usual, **fields}.items() if value is not None}
