"""Declarations that state the facts of cases, and nothing that another fact could hang on."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from oracle.agreements import PARTIES, agreements
from oracle.combinations import Case
from oracle.exchanges import exchange
from oracle.table import Facts

Spec: TypeAlias = dict[str, Any]

_AT_ONCE = 500
"""Subjects in one declaration."""
_SECTIONS = {"exchange": "exchanges"}
"""Names in a declaration that are not the table's."""
_HOLDERS: Mapping[str, str | dict[str, str]] = {
    "institution": "aoba",
    "institution-by-name": {"aoba": "aoba"},
    "custodian": "kura",
    "custodian-by-name": {"aoba": "kura"},
    "provider": "net",
    "maintainer": "hoshu",
    "outsider": "tobu",
    "third": "medifix",
    "none": "none",
}
"""Who holds where one institution stands alone."""
_ALONE: Mapping[str, Spec] = {
    "externalStorage": {"custodian": "kura", "owner": "aoba", "sharedWith": "none", "exchanges": "none"},
    "telework": {"institution": "aoba", "users": "own-staff", "provider": "net"},
    "remoteMaintenance": {"institution": "aoba", "maintainer": "hoshu"},
}


def declared(cases: Sequence[Case]) -> tuple[dict[str, Spec], dict[str, Case]]:
    """Return declarations by name, many cases in each, and every case by its subject's key."""
    specs: dict[str, Spec] = {}
    subjects: dict[str, Case] = {}
    for agreed, alike in _by_agreements(cases).items():
        for at in range(0, len(alike), _AT_ONCE):
            name = f"d{len(specs)}"
            specs[name] = {"parties": PARTIES, "agreements": json.loads(agreed)}
            for number, case in enumerate(alike[at : at + _AT_ONCE]):
                section = _SECTIONS.get(case.section, case.section)
                specs[name].setdefault(section, {})[f"s{number}"] = _subject(case)
                subjects[f"{name}/{section}/s{number}"] = case
    return specs, subjects


def _by_agreements(cases: Iterable[Case]) -> Mapping[str, list[Case]]:
    found: dict[str, list[Case]] = {}
    for case in cases:
        found.setdefault(json.dumps(agreements(case)), []).append(case)
    return found


def _subject(case: Case) -> Spec:
    return exchange(case.facts) if case.section == "exchange" else _alone(case.section, case.facts[0])


def _alone(section: str, facts: Facts) -> Spec:
    duties = {"ordinaryOperation": facts["ordinary"], "exPost": facts["ex-post"]}
    held = {duty: _HOLDERS[who] for duty, who in duties.items() if who != "silent"}
    based = {"basis": facts["basis"]} if facts.get("basis", "silent") != "silent" else {}
    return {**_ALONE[section], **based, **({"responsibilities": held} if held else {})}
