"""One exchange as it is declared, by the facts of each of its destinations."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from oracle.table import HOLDERS, Facts

Json: TypeAlias = Any
Fields: TypeAlias = dict[str, Json]

SOURCE = "aoba"
DESTINATIONS = ("midori", "hoshi")
_WHO = {
    "source": SOURCE,
    "provider": "net",
    "contractor": "labo",
    "third": "medifix",
    "outsider": "tobu",
    "none": "none",
}
_STRONG = {"protocol": "tls1.3", "algorithm": "AES-256-GCM", "keyExchange": "ecdhe"}
_METHODS: Mapping[str, Json] = {
    "tls-1.3": _STRONG,
    "ikev2": {**_STRONG, "protocol": "ikev2"},
    "tls-1.0": {**_STRONG, "protocol": "tls1.0"},
    "tls-1.1": {**_STRONG, "protocol": "tls1.1"},
    "ssl": {**_STRONG, "protocol": "ssl3.0"},
    "pptp": {**_STRONG, "protocol": "pptp"},
    "des": {**_STRONG, "algorithm": "DES"},
    "triple-des": {**_STRONG, "algorithm": "3DES"},
    "rc4": {**_STRONG, "algorithm": "RC4"},
    "md5": {**_STRONG, "algorithm": "MD5"},
    "ikev1-psk": {**_STRONG, "protocol": "ikev1", "keyExchange": "psk"},
    "none": "none",
    "silent": None,
}
_SHARES: Mapping[str, Json] = {
    "threats": {"net": ["tampering", "intrusion", "obstruction", "availability"]},
    "availability": {"net": ["availability"]},
    "empty": {"net": []},
    "threats-with-eavesdropping": {"net": ["eavesdropping", "tampering", "intrusion", "availability"]},
    "source-bears-all": {SOURCE: ["eavesdropping", "tampering", "intrusion", "obstruction", "availability"]},
    "none": "none",
    "silent": None,
}
_DEPARTURES: Mapping[str, Json] = {
    "none": "none",
    "silent": None,
    "reason-alone": {"reason": "患者の求めによる"},
    "agreed": {"reason": "患者の求めによる", "agreement": "referral"},
}
_GROUNDS: Mapping[str, Json] = {
    "consent": {"ground": "consent"},
    "exception": {"ground": "exception", "law": "感染症法", "article": "第12条"},
    "exception-without-law": {"ground": "exception", "law": "none"},
    "exception-of-unnamed-law": {"ground": "exception"},
    "none": "none",
    "silent": None,
}
_DEFECTS: Mapping[str, Json] = {"none": "none", "recorded": [{"party": "net", "on": "2026-10-01"}]}
_CITED: Mapping[str, Fields] = {
    "cites-contract": {"agreement": "referral"},
    "cites-terms": {"agreement": "line-terms"},
    "cites-terms-to-provider": {"agreement": "line-terms"},
    "cites-nothing": {},
}


def exchange(several: Sequence[Facts]) -> Fields:
    """Return an exchange with as many destinations. They differ in holders and provision alone."""
    facts = several[0]
    to = DESTINATIONS[: len(several)]
    return _said(
        data="patient-information",
        source=SOURCE,
        destinations={"parties": [*to], "others": "none"},
        basis=_silent_or(facts["basis"]),
        statute={"law": "感染症法", "article": "第12条"} if facts["basis"] == "statutory" else None,
        entrustment={"fulfilledBy": [SOURCE, *to]} if facts["basis"] == "entrustment" else None,
        provision=_provision(several, to),
        path=_path(facts, to),
        encryption=_encryption(facts, to),
        demarcationPoints=_points(facts["points"], to),
        responsibilities=_responsibilities(several, to),
        defects=_DEFECTS[facts["defect"]],
    )


def _provision(several: Sequence[Facts], to: Sequence[str]) -> Json:
    if several[0]["provision"] == "none":
        return "none"
    shown = {
        name: "none"
        if facts["provision"] == "none-for-it"
        else _said(legalGround=_GROUNDS[facts["ground"]], receipt=_silent_or(facts["receipt"]))
        for name, facts in zip(to, several, strict=True)
        if facts["provision"] != "silent"
    }
    return shown or None


def _path(facts: Facts, to: Sequence[str]) -> Fields:
    return _said(
        medium=_silent_or(facts["medium"]),
        routeSecuredBy=_party(facts["claim"]),
        routersConfiguredBy=_by_end(facts["routers"], to),
        provider="net",
    )


def _encryption(facts: Facts, to: Sequence[str]) -> Json:
    if facts["encrypted"] != "declared":
        return _silent_or(facts["encrypted"])
    begins = _said(at=_silent_or(facts["begins-at"]), operatedBy=_party(facts["begins-by"], to[0]))
    ends = {
        name: _said(at=_silent_or(facts["ends-at"]), operatedBy=_party(facts["ends-by"], name)) for name in to
    }
    return _said(
        begins=begins or None, ends=ends if all(ends.values()) else None, method=_METHODS[facts["method"]]
    )


def _points(word: str, to: Sequence[str]) -> Json:
    if word not in _CITED:
        return _silent_or(word)
    others = ["net"] if word == "cites-terms-to-provider" else to
    return [{"between": [SOURCE, other], "at": "site:回線終端装置", **_CITED[word]} for other in others]


def _responsibilities(several: Sequence[Facts], to: Sequence[str]) -> Json:
    facts = several[0]
    held = {name: _holder([facts[name] for facts in several], to) for name in HOLDERS}
    return (
        _said(
            ordinaryOperation=held["ordinary"],
            exPost=held["ex-post"],
            management=_SHARES[facts["share"]],
            information=_party(facts["information"], to[0]),
            localSegment=_by_end(facts["segment"], to),
            departure=_DEPARTURES[facts["departure"]],
        )
        or None
    )


def _holder(words: Sequence[str], to: Sequence[str]) -> Json:
    """Return one holder, or for several destinations one for each."""
    if len(to) == 1:
        return _party(words[0], to[0])
    return _said(**{name: _party(word, name) for word, name in zip(words, to, strict=True)}) or None


def _by_end(word: str, to: Sequence[str]) -> Json:
    """Return who has the equipment at each end; the source's end is the first."""
    own = {end: end for end in (SOURCE, *to)}
    if word in ("silent", "none"):
        return _silent_or(word)
    if word == "institutions":
        return own
    return {
        "mixed": {**own, to[0]: "net"},
        "half-provider": {SOURCE: "net"},
        "half-institution": {SOURCE: SOURCE},
        "provider-at-one-end": {**own, to[0]: "net"},
        "nobody-at-one-end": {**own, to[0]: "none"},
        "silent-at-one-end": {SOURCE: SOURCE},
    }.get(word) or dict.fromkeys(own, _party(word))


def _party(word: str, destination: str = "") -> str | None:
    return destination if word == "destination" else _silent_or(_WHO.get(word, word))


def _silent_or(word: str) -> str | None:
    return None if word == "silent" else word


def _said(**fields: Json) -> Fields:
    """Return the fields that are said."""
    return {name: value for name, value in fields.items() if value is not None}
