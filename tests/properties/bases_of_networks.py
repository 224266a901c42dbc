"""Exchanges over a provider's network: everything agreed, and what is left when one thing is not."""

from typing import Any

from properties.changes import ABSENT, Changes, changed

_PARTIES = {
    "aoba": {"role": "institution", "name": {"ja": "青葉病院", "en": "Aoba Hospital"}},
    "midori": {"role": "institution", "name": "緑クリニック"},
    "hoshi": {"role": "institution"},
    "chubu-net": {"role": "provider", "name": "中部ネット"},
    "tokai-net": {"role": "provider"},
    "labo": {"role": "contractor"},
}
_RUNNING = {"form": "contract", "validFrom": "2026-04-01", "validTo": "open"}
_OF_ENDS = ("path-demarcation", "outage-response", "incident-response", "entrustment-terms")
_OF_NETWORK = (
    "management-division",
    "route-security",
    "failure-lead",
    "tampering",
    "intrusion",
    "obstruction",
    "availability",
)
_BY_NETWORK = {
    **_RUNNING,
    "settles": list(_OF_NETWORK),
    "entrusted": ["回線の監視", "ルータの設定"],
    "availability": {"target": 99.9, "unit": "percent-per-month"},
    "failureLead": "chubu-net",
}
_POINTS = [
    {"between": ["aoba", "midori"], "at": "site:chubu-net/exchange", "agreement": "ends"},
    {"between": ["aoba", "chubu-net"], "at": "terraform:terraform_data.gateway[0]", "agreement": "net"},
    {"between": ["chubu-net", "midori"], "at": "site:midori/onu-1", "agreement": "net"},
]
_EXCHANGE = {
    "data": "patient-information",
    "source": "aoba",
    "destinations": {"parties": ["midori"], "others": "none"},
    "basis": "entrustment",
    "path": {
        "medium": "closed-ip",
        "provider": "chubu-net",
        "routeSecuredBy": "chubu-net",
        "routersConfiguredBy": {"aoba": "chubu-net", "midori": "chubu-net"},
    },
    "demarcationPoints": _POINTS,
    "encryption": {
        "begins": {"at": "source-system", "operatedBy": "aoba"},
        "ends": {"midori": {"at": "destination-system", "operatedBy": "midori"}},
        "method": {"protocol": "tls1.3", "algorithm": "AES-256-GCM", "keyExchange": "ecdhe"},
    },
    "responsibilities": {
        "ordinaryOperation": "aoba",
        "exPost": "aoba",
        "management": {"chubu-net": ["tampering", "intrusion", "obstruction", "availability"]},
        "information": "aoba",
        "localSegment": {"aoba": "aoba", "midori": "midori"},
    },
    "defects": "none",
}
_GOOD = {
    "parties": _PARTIES,
    "agreements": {
        "ends": {**_RUNNING, "between": ["aoba", "midori"], "settles": list(_OF_ENDS)},
        "net": {**_BY_NETWORK, "between": ["aoba", "midori", "chubu-net"]},
    },
    "exchanges": {"referral": _EXCHANGE},
}

_E = ("exchanges", "referral")
_ENDS = ("agreements", "ends")
_NET = ("agreements", "net")
_ORDINARY = (*_E, "responsibilities", "ordinaryOperation")
_EX_POST = (*_E, "responsibilities", "exPost")
_BEARS = (*_E, "responsibilities", "management")
_DEPARTURE = (*_E, "responsibilities", "departure")
_TO_HOSHI: Changes = {
    (*_E, "destinations", "parties"): ["midori", "hoshi"],
    (*_E, "path", "routersConfiguredBy", "hoshi"): "chubu-net",
    (*_E, "encryption", "ends", "hoshi"): {"at": "destination-system", "operatedBy": "hoshi"},
    (*_E, "responsibilities", "localSegment", "hoshi"): "hoshi",
}
_PROPER = {"legalGround": {"ground": "consent"}, "receipt": "confirmed"}

_AGREEMENTS: dict[str, Changes] = {
    "only-terms-of-the-provider": {(*_NET, "form"): "terms-of-service"},
    "only-terms-that-say-nothing": {(*_NET, "form"): "terms-of-service", (*_NET, "settles"): ABSENT},
    "only-terms-between-the-ends": {(*_ENDS, "form"): "terms-of-service"},
    "contract-and-terms": {
        ("agreements", "more"): {
            **_RUNNING,
            "form": "terms-of-service",
            "between": ["aoba", "midori", "chubu-net"],
            "settles": ["failure-lead", "path-demarcation", "availability"],
        },
        (*_NET, "settles"): [matter for matter in _OF_NETWORK if matter != "failure-lead"],
    },
    "network-paper-of-no-form": {
        (*_NET, "form"): ABSENT,
        (*_NET, "signedBy"): ["aoba", "midori", "chubu-net"],
    },
    "network-letter-that-one-did-not-sign": {
        (*_NET, "form"): "letter",
        (*_NET, "signedBy"): ["aoba", "chubu-net"],
    },
    "network-letter-of-which-nobody-says-who-signed": {(*_NET, "form"): "letter"},
    "network-contract-that-will-be-signed": {(*_NET, "signedOn"): "2026-11-23"},
    "network-contract-that-one-signed": {(*_NET, "signedBy"): ["aoba", "chubu-net"]},
    "network-contract-that-ended": {(*_NET, "validTo"): "2026-11-21"},
    "network-contract-of-tomorrow": {(*_NET, "validFrom"): "2026-11-23"},
    "network-contracts-that-renewed": {
        (*_NET, "validTo"): "2026-11-21",
        (*_NET, "renewal"): "automatic",
        (*_ENDS, "validTo"): "2026-03-31",
        (*_ENDS, "validFrom"): "2025-04-01",
        (*_ENDS, "renewal"): "automatic",
    },
    "contract-of-the-ends-that-ended": {(*_ENDS, "validTo"): "2026-11-21"},
    "contract-of-the-ends-that-one-signed": {(*_ENDS, "signedBy"): ["aoba"]},
    "contract-of-the-ends-that-will-be-signed": {(*_ENDS, "signedOn"): "2026-11-23"},
    "contract-of-the-ends-alone-that-one-signed": {
        (*_ENDS, "signedBy"): ["aoba"],
        (*_NET, "between"): ["midori", "chubu-net"],
    },
    "contract-of-the-ends-alone-that-will-be-signed": {
        (*_ENDS, "signedOn"): "2026-11-23",
        (*_NET, "between"): ["midori", "chubu-net"],
    },
    "contract-of-the-ends-that-says-nothing": {(*_ENDS, "settles"): ABSENT},
    "contract-of-the-ends-without-days": {(*_ENDS, "validFrom"): ABSENT, (*_ENDS, "validTo"): ABSENT},
    "network-contract-that-says-nothing": {(*_NET, "settles"): ABSENT},
    "network-contract-with-one-end-only": {(*_NET, "between"): ["aoba", "chubu-net"]},
    "failures-that-nobody-leads": {(*_NET, "failureLead"): "none"},
    "failures-of-which-nobody-is-named": {(*_NET, "failureLead"): ABSENT},
    "failures-that-a-stranger-leads": {(*_NET, "failureLead"): "tokai-net"},
    "failures-that-an-institution-leads": {(*_NET, "failureLead"): "aoba"},
    "failures-that-two-lead": {
        ("agreements", "more"): {
            **_BY_NETWORK,
            "between": ["aoba", "midori", "chubu-net", "tokai-net"],
            "failureLead": "tokai-net",
        },
    },
    "nothing-entrusted": {(*_NET, "entrusted"): []},
    "entrusted-items-unsaid": {(*_NET, "entrusted"): ABSENT},
    "availability-without-a-target": {(*_NET, "availability"): "none"},
    "availability-target-unsaid": {(*_NET, "availability"): ABSENT},
    "network-without-agreements": {
        ("agreements",): "none",
        (*_E, "demarcationPoints"): [{**point, "agreement": "none"} for point in _POINTS],
    },
}
_EXCHANGES: dict[str, Changes] = {
    "network-points-none": {(*_E, "demarcationPoints"): "none"},
    "network-points-unsaid": {(*_E, "demarcationPoints"): ABSENT},
    "network-point-of-the-ends-alone": {(*_E, "demarcationPoints"): _POINTS[:1]},
    "network-points-with-the-provider-alone": {(*_E, "demarcationPoints"): _POINTS[1:]},
    "network-point-that-is-gone": {(*_E, "demarcationPoints", 1, "at"): "terraform:terraform_data.gone"},
    "network-two-points-of-the-ends-one-of-them-gone": {
        (*_E, "demarcationPoints"): [*_POINTS, {**_POINTS[0], "at": "terraform:terraform_data.gone"}],
    },
    "network-point-of-the-ends-that-is-gone": {
        (*_E, "demarcationPoints", 0, "at"): "kubernetes:clinic/Service/gone",
    },
    "network-points-on-no-agreement": {
        (*_E, "demarcationPoints"): [{**point, "agreement": "none"} for point in _POINTS],
    },
    "network-points-on-agreements-unsaid": {
        (*_E, "demarcationPoints"): [{"between": point["between"], "at": point["at"]} for point in _POINTS],
    },
    "network-points-on-the-wrong-agreement": {
        (*_E, "demarcationPoints", 0, "agreement"): "net",
        (*_E, "demarcationPoints", 1, "agreement"): "ends",
    },
    "network-open-to-others": {(*_E, "destinations", "others"): "unidentified"},
    "network-others-unsaid": {(*_E, "destinations", "others"): ABSENT},
    "network-that-nobody-receives-from": {(*_E, "destinations", "parties"): []},
    "network-open-to-candidates": {
        (*_E, "destinations"): {"parties": [], "others": "unidentified"},
    },
    "network-to-two": {
        **_TO_HOSHI,
        (*_ENDS, "between"): ["aoba", "midori", "hoshi"],
        (*_NET, "between"): ["aoba", "midori", "hoshi", "chubu-net"],
        _EX_POST: {"midori": "aoba", "hoshi": "chubu-net"},
    },
    "network-to-two-agreed-with-one": {**_TO_HOSHI},
    "network-to-two-with-a-router-of-one": {
        **_TO_HOSHI,
        (*_E, "path", "routersConfiguredBy", "hoshi"): "hoshi",
    },
    "network-whose-component-leads-elsewhere": {
        (*_E, "implementedBy"): ["kubernetes:clinic/NetworkPolicy/referral-egress"],
    },
    "network-whose-point-leads-elsewhere": {
        (*_E, "demarcationPoints"): [{**_POINTS[0], "at": "kubernetes:/Namespace/clinic"}, *_POINTS[1:]],
    },
    "network-whose-only-point-leads-elsewhere": {
        (*_E, "demarcationPoints"): [{**_POINTS[0], "at": "kubernetes:/Namespace/clinic"}],
    },
    "network-of-a-maintainer": {
        ("parties", "chubu-net", "role"): "maintainer",
        (*_BEARS, "chubu-net"): ["tampering", "intrusion"],
        (*_E, "demarcationPoints"): _POINTS[1:],
    },
    "network-of-a-maintainer-without-a-contract": {
        ("parties", "chubu-net", "role"): "maintainer",
        (*_NET, "between"): ["aoba", "midori", "tokai-net"],
        (*_E, "demarcationPoints"): _POINTS[1:],
    },
    "network-on-a-line-of-another": {(*_E, "path", "provider"): "tokai-net"},
    "network-of-two-providers-one-of-them-unsaid": {(*_E, "path", "routeSecuredBy"): "tokai-net"},
    "network-where-another-provider-bears-eavesdropping": {(*_BEARS, "tokai-net"): ["eavesdropping"]},
    "network-of-two-providers": {
        (*_E, "path", "routeSecuredBy"): "tokai-net",
        (*_BEARS, "tokai-net"): ["intrusion"],
    },
    "network-of-two-providers-agreed-with-both": {
        (*_E, "path", "routeSecuredBy"): "tokai-net",
        (*_NET, "between"): ["aoba", "midori", "chubu-net", "tokai-net"],
        (*_BEARS, "tokai-net"): [],
    },
    "network-router-by-its-institution": {(*_E, "path", "routersConfiguredBy", "midori"): "midori"},
    "network-routers-by-institutions": {
        (*_E, "path", "routersConfiguredBy"): {"aoba": "aoba", "midori": "midori"},
    },
    "network-that-a-contractor-runs": {(*_E, "path", "routersConfiguredBy", "midori"): "labo"},
    "network-without-encryption": {(*_E, "encryption"): "none"},
    "network-encrypted-up-to-a-relay": {
        (*_E, "encryption", "ends", "midori"): {"at": "relay", "operatedBy": "chubu-net"},
    },
    "source-system-of-the-provider": {(*_E, "encryption", "begins", "operatedBy"): "tokai-net"},
    "destination-system-of-a-stranger": {(*_E, "encryption", "ends", "midori", "operatedBy"): "labo"},
    "destination-system-of-nobody-stated": {(*_E, "encryption", "ends", "midori", "operatedBy"): ABSENT},
    "encryption-of-old": {(*_E, "encryption", "method"): {"protocol": "ssl3", "algorithm": "RC4"}},
    "encryption-with-a-shared-key": {
        (*_E, "encryption", "method"): {"protocol": "ikev1", "algorithm": "AES-256", "keyExchange": "psk"},
    },
    "encryption-without-a-method": {(*_E, "encryption", "method"): "none"},
    "encryption-whose-method-nobody-says": {(*_E, "encryption", "method"): ABSENT},
    "encryption-with-unknown-words": {
        (*_E, "encryption", "method"): {"protocol": "tls1.3", "algorithm": "独自方式"},
    },
    "encryption-of-an-unknown-method": {(*_E, "encryption", "method"): {"protocol": "独自方式"}},
}
_RESPONSIBILITIES: dict[str, Changes] = {
    "network-destination-bears": {_ORDINARY: "midori", _EX_POST: "midori"},
    "network-provider-bears": {_ORDINARY: "chubu-net", _EX_POST: "chubu-net"},
    "network-provider-bears-for-a-stranger": {
        _ORDINARY: {"midori": "aoba", "hoshi": "chubu-net"},
        _EX_POST: "aoba",
    },
    "network-provider-bears-ex-post-for-a-stranger": {_EX_POST: {"midori": "aoba", "hoshi": "chubu-net"}},
    "network-third-party-bears": {_ORDINARY: "labo", _EX_POST: "hoshi"},
    "network-nobody-bears": {_ORDINARY: "none", _EX_POST: "none"},
    "network-bearer-unsaid": {_ORDINARY: ABSENT, _EX_POST: {"hoshi": "aoba"}},
    "network-destination-bears-for-a-reason": {
        _ORDINARY: "midori",
        _EX_POST: {"midori": "midori"},
        _DEPARTURE: {"reason": "共同診療の協定による", "agreement": "ends"},
    },
    "network-destination-bears-for-a-reason-elsewhere": {
        _ORDINARY: "midori",
        _DEPARTURE: {"reason": "協定による", "agreement": "net"},
        (*_NET, "between"): ["midori", "chubu-net"],
    },
    "network-destination-bears-for-a-reason-alone": {_ORDINARY: "midori", _DEPARTURE: {"reason": "慣例"}},
    "network-destination-bears-for-no-reason": {_ORDINARY: "midori", _DEPARTURE: "none"},
    "network-by-law": {(*_E, "basis"): "statutory", (*_E, "statute"): {"law": "感染症法", "article": "15"}},
    "network-on-no-basis": {(*_E, "basis"): "none"},
    "network-basis-unsaid": {(*_E, "basis"): ABSENT},
    "network-provider-bears-nothing": {(*_BEARS, "chubu-net"): []},
    "network-nobody-manages": {_BEARS: "none"},
    "network-management-unsaid": {_BEARS: ABSENT},
    "network-another-manages": {_BEARS: {"tokai-net": ["tampering", "intrusion", "availability"]}},
    "network-institution-manages": {
        _BEARS: {"aoba": ["tampering", "intrusion"], "chubu-net": ["obstruction"]}
    },
    "network-provider-bears-eavesdropping": {(*_BEARS, "chubu-net"): ["eavesdropping", "tampering"]},
    "network-provider-with-a-defect": {
        (*_E, "defects"): [{"party": "chubu-net", "on": "2026-05-01", "description": "設定の誤り"}],
    },
    "network-provider-with-a-defect-that-bears": {
        (*_E, "defects"): [{"party": "chubu-net", "on": "2026-11-23"}],
        _EX_POST: "chubu-net",
    },
    "network-institution-with-a-defect": {(*_E, "defects"): [{"party": "aoba", "on": "2026-05-01"}]},
}
_THIRD_PARTY: Changes = {
    (*_E, "basis"): "third-party-provision",
    (*_E, "provision"): {"midori": _PROPER},
    _ORDINARY: "midori",
    _EX_POST: {"midori": "midori"},
}
_OF_THIRD_PARTY: dict[str, Changes] = {
    "provided": {},
    "provided-by-an-exception": {
        (*_E, "provision", "midori", "legalGround"): {"ground": "exception", "law": "健康増進法"},
    },
    "provided-by-an-exception-of-no-law": {
        (*_E, "provision", "midori", "legalGround"): {"ground": "exception", "law": "none"},
    },
    "provided-to-two-and-shown-for-one": {
        **_TO_HOSHI,
        _ORDINARY: {"midori": "midori"},
        _EX_POST: {"midori": "midori", "hoshi": "hoshi"},
    },
    "provided-without-a-ground": {(*_E, "provision", "midori", "legalGround"): "none"},
    "provided-without-a-receipt": {(*_E, "provision", "midori", "receipt"): "none", _ORDINARY: "aoba"},
    "provided-and-not-shown": {(*_E, "provision"): "none"},
    "provided-and-unsaid": {(*_E, "provision"): ABSENT, _EX_POST: "chubu-net"},
    "provided-while-the-source-bears": {_ORDINARY: "aoba", _EX_POST: "none"},
    "provided-while-the-source-bears-for-a-reason": {
        _ORDINARY: "aoba",
        _EX_POST: "aoba",
        _DEPARTURE: {"reason": "共同診療の協定による", "agreement": "ends"},
    },
    "provided-while-a-third-party-bears": {_ORDINARY: "labo", _EX_POST: ABSENT},
}
_EDGE: Changes = {
    (*_E, "encryption", "begins"): {"at": "provider-edge", "operatedBy": "chubu-net"},
    (*_E, "encryption", "ends", "midori"): {"at": "provider-edge", "operatedBy": "chubu-net"},
    (*_NET, "settles"): [*_OF_NETWORK, "eavesdropping"],
    _BEARS: {"chubu-net": ["eavesdropping", "tampering", "intrusion", "obstruction", "availability"]},
}
_OF_EDGE: dict[str, Changes] = {
    "edge": {},
    "edge-provider-bears-three-and-not-one-of-them": {(*_BEARS, "chubu-net"): ["obstruction"]},
    "edge-provider-bears-nothing": {(*_BEARS, "chubu-net"): []},
    "edge-nobody-manages": {_BEARS: "none"},
    "edge-institution-bears": {_BEARS: {"aoba": ["eavesdropping", "tampering", "intrusion", "availability"]}},
    "edge-another-provider-bears": {
        _BEARS: {"tokai-net": ["eavesdropping", "tampering", "intrusion", "availability"]},
    },
    "edge-management-unsaid": {_BEARS: ABSENT},
    "edge-settles-obstruction-alone": {(*_NET, "settles"): ["management-division", "obstruction"]},
    "edge-agreement-that-will-be-signed": {(*_NET, "signedOn"): "2026-11-23"},
    "edge-agreement-that-one-signed": {(*_NET, "signedBy"): ["midori", "chubu-net"]},
    "edge-settles-unsaid": {(*_NET, "settles"): ABSENT},
    "edge-without-agreement-with-one": {(*_NET, "between"): ["midori", "chubu-net"]},
    "edge-provider-manages-the-way-to-the-line": {
        (*_E, "responsibilities", "localSegment"): "chubu-net",
        (*_E, "responsibilities", "information"): "chubu-net",
    },
    "edge-nobody-manages-the-way-to-the-line": {
        (*_E, "responsibilities", "localSegment"): "none",
        (*_E, "responsibilities", "information"): "none",
    },
    "edge-one-manages-the-way-to-the-line": {
        (*_E, "responsibilities", "localSegment"): {"aoba": "aoba"},
        (*_E, "responsibilities", "information"): ABSENT,
    },
    "edge-another-manages-the-way-to-the-line": {
        (*_E, "responsibilities", "localSegment"): {"aoba": "midori", "midori": "labo"},
        (*_E, "responsibilities", "information"): "labo",
    },
    "edge-without-obstruction": {
        (*_NET, "settles"): [matter for matter in (*_OF_NETWORK, "eavesdropping") if matter != "obstruction"],
        (*_BEARS, "chubu-net"): ["eavesdropping", "tampering", "intrusion", "availability"],
    },
    "edge-to-two-with-a-router-of-one": {
        **_TO_HOSHI,
        (*_E, "path", "routersConfiguredBy", "hoshi"): "hoshi",
    },
    "edge-on-routers-of-the-institutions": {
        (*_E, "path", "routersConfiguredBy"): {"aoba": "aoba", "midori": "midori"},
        (*_E, "path", "routeSecuredBy"): "none",
    },
}


def bases() -> dict[str, Any]:
    """Return the specs by what marks each."""
    made = {**_AGREEMENTS, **_EXCHANGES, **_RESPONSIBILITIES}
    found = {"network": _GOOD, **{name: changed(_GOOD, (), changes) for name, changes in made.items()}}
    for agreement, matters in (("ends", _OF_ENDS), ("net", _OF_NETWORK)):
        for matter in matters:
            others = [each for each in matters if each != matter]
            found[f"network-without-{matter}"] = changed(
                _GOOD, ("agreements", agreement), {("settles",): others}
            )
    for start, variants in ((_THIRD_PARTY, _OF_THIRD_PARTY), (_EDGE, _OF_EDGE)):
        for name, changes in variants.items():
            found[f"network-{name}"] = changed(changed(_GOOD, (), start), (), changes)
    return found
