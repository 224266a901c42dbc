"""Declarations written by hand: some that are good all through, and others that differ from them a little.

Each brings a rule to an edge that chance seldom finds: from here one field less decides.
"""

from typing import Any

from properties import bases_of_networks, bases_of_sections
from properties.changes import Changes, changed

_PARTIES = {
    "aoba": {"role": "institution", "name": {"ja": "青葉病院", "en": "Aoba Hospital"}},
    "midori": {"role": "institution", "identifiedBy": {"networks": ["198.51.100.7/32"]}},
    "hoshi": {"role": "institution", "name": "星クリニック"},
    "chubu-net": {"role": "provider"},
    "tokai-net": {"role": "provider"},
    "labo": {"role": "contractor"},
}
_CONTRACT = {
    "form": "contract",
    "validFrom": "2026-04-01",
    "validTo": "open",
    "settles": ["entrustment-terms"],
}
_AGREEMENTS = {
    "referral-2026": {**_CONTRACT, "between": ["aoba", "midori"]},
    "letter-2026": {
        "form": "letter",
        "between": ["aoba", "hoshi"],
        "signedBy": ["aoba", "hoshi"],
        "validFrom": "2025-04-01",
        "validTo": "2026-03-31",
        "renewal": "automatic",
        "settles": ["entrustment-terms"],
    },
    "line-terms": {**_CONTRACT, "form": "terms-of-service", "between": ["aoba", "chubu-net"], "settles": []},
    "labo-2026": {**_CONTRACT, "between": ["midori", "labo"], "settles": ["availability"]},
}
_EXCHANGE = {
    "data": "patient-information",
    "source": "aoba",
    "destinations": {"parties": ["midori"], "others": "none"},
    "basis": "entrustment",
    "path": {
        "medium": "closed-ip",
        "provider": "chubu-net",
        "routersConfiguredBy": {"aoba": "aoba", "midori": "midori"},
    },
    "demarcationPoints": "none",
    "encryption": {
        "begins": {"at": "source-gateway", "operatedBy": "aoba"},
        "ends": {"midori": {"at": "destination-gateway", "operatedBy": "midori"}},
        "method": {"protocol": "ikev2", "algorithm": "AES-256-GCM"},
    },
    "responsibilities": {
        "ordinaryOperation": "aoba",
        "exPost": "aoba",
        "management": {"chubu-net": ["availability"]},
    },
    "implementedBy": ["terraform:terraform_data.gateway[0]", "kubernetes:clinic/Service/referral"],
}
_BOTH = {"parties": ["midori", "hoshi"], "others": "none"}
_PROPER = {
    "legalGround": {"ground": "exception", "law": "健康増進法", "article": "第26条"},
    "receipt": "confirmed",
}
_OPEN = {("destinations", "others"): "unidentified"}
_BY_LAW = {("basis",): "statutory", ("statute",): {"law": "感染症法", "article": "第12条"}}
_POINT = {"between": ["aoba", "midori"], "at": "site:aoba/onu-1"}

_CHANGES: dict[str, Changes] = {
    "good": {},
    "without-encryption": {("encryption",): "none"},
    "without-encryption-over-the-internet": {("encryption",): "none", ("path", "medium"): "internet"},
    "over-the-telephone": {("path", "medium"): "telephone", ("path", "provider"): "none"},
    "routers-by-both": {("path", "routersConfiguredBy", "midori"): "chubu-net"},
    "router-by-a-contractor": {
        ("path", "routersConfiguredBy", "midori"): "labo",
        ("encryption", "ends", "midori", "operatedBy"): "labo",
    },
    "provider-answers-for-the-route": {("path", "routeSecuredBy"): "chubu-net"},
    "over-a-provider-network": {
        ("path", "routeSecuredBy"): "chubu-net",
        ("path", "routersConfiguredBy"): {"aoba": "chubu-net", "midori": "tokai-net"},
        ("encryption", "begins"): {"at": "provider-edge", "operatedBy": "chubu-net"},
    },
    "nobody-answers-for-the-route": {
        ("path", "routeSecuredBy"): "none",
        ("path", "routersConfiguredBy"): {"aoba": "chubu-net", "midori": "chubu-net"},
    },
    "telephone-with-routers-by-the-provider": {
        ("path", "medium"): "telephone",
        ("path", "routeSecuredBy"): "chubu-net",
        ("path", "routersConfiguredBy"): {"aoba": "chubu-net", "midori": "chubu-net"},
        ("encryption",): "none",
    },
    "encryption-ends-elsewhere": {("encryption", "ends", "midori", "operatedBy"): "chubu-net"},
    "encryption-begins-elsewhere": {("encryption", "begins", "operatedBy"): "tokai-net"},
    "end-to-end-by-operators-alone": {
        ("encryption",): {"begins": {"operatedBy": "aoba"}, "ends": {"midori": {"operatedBy": "midori"}}},
    },
    "encryption-begins-in-a-gateway-of-nobody": {
        ("encryption",): {"begins": {"at": "source-gateway", "operatedBy": "none"}},
    },
    "encryption-ends-in-a-gateway-of-somebody": {
        ("encryption",): {"ends": {"midori": {"at": "destination-gateway"}, "hoshi": {"at": "relay"}}},
    },
    "encryption-begins-with-nobody": {("encryption", "begins", "operatedBy"): "none"},
    "two-destinations": {
        ("destinations",): _BOTH,
        ("path", "routersConfiguredBy", "hoshi"): "chubu-net",
        ("encryption", "ends", "hoshi"): {"at": "relay", "operatedBy": "none"},
    },
    "two-destinations-one-without-terms": {
        ("destinations",): {"parties": ["midori", "hoshi", "labo"], "others": "none"},
        ("path", "routersConfiguredBy"): {name: name for name in ("aoba", "midori", "hoshi", "labo")},
    },
    "nobody-fulfils": {("entrustment",): {"fulfilledBy": []}},
    "one-fulfils": {("entrustment",): {"fulfilledBy": ["aoba"]}},
    "no-basis": {("basis",): "none"},
    "provided-properly": {("basis",): "third-party-provision", ("provision",): {"midori": _PROPER}},
    "provided-improperly": {
        ("basis",): "third-party-provision",
        ("provision",): {"midori": {**_PROPER, "receipt": "none"}},
    },
    "provision-without-ground": {
        ("basis",): "third-party-provision",
        ("provision",): {"midori": {"legalGround": "none", "receipt": "confirmed"}},
    },
    "provision-none": {("basis",): "third-party-provision", ("provision",): {"midori": "none"}},
    "provision-to-one-of-two": {
        ("destinations",): _BOTH,
        ("basis",): "third-party-provision",
        ("provision",): {"midori": _PROPER, "hoshi": {"receipt": "confirmed"}},
    },
    "open-to-others": _OPEN,
    "open-one-to-one": {**_OPEN, ("topology",): "one-to-one"},
    "open-by-law": {**_OPEN, **_BY_LAW},
    "open-by-law-without-article": {**_OPEN, **_BY_LAW, ("statute",): {"law": "感染症法"}},
    "open-by-exception": {**_OPEN, ("exception",): {"reason": "災害時", "approvedBy": "院長"}},
    "open-by-exception-without-approver": {
        **_OPEN,
        ("exception",): {"reason": "災害時", "approvedBy": "none"},
    },
    "open-to-candidates": {**_OPEN, ("destinations", "parties"): []},
    "nobody-receives": {("destinations", "parties"): []},
    "provider-bears-a-threat": {
        ("responsibilities", "management"): {"chubu-net": ["availability", "tampering"]},
    },
    "another-provider-bears-a-threat": {
        ("responsibilities", "management"): {"chubu-net": [], "tokai-net": ["intrusion"]},
    },
    "provider-bears-ordinary-operation": {("responsibilities", "ordinaryOperation"): "chubu-net"},
    "provider-bears-ex-post": {("responsibilities", "exPost"): "chubu-net"},
    "provider-bears-it-for-one": {
        ("responsibilities", "ordinaryOperation"): {"midori": "chubu-net"},
        ("responsibilities", "management"): "none",
    },
    "provider-bears-ex-post-for-one-of-two": {
        ("destinations",): _BOTH,
        ("path", "routersConfiguredBy", "hoshi"): "hoshi",
        ("responsibilities", "exPost"): {"midori": "aoba", "hoshi": "chubu-net"},
    },
    "provider-bears-ordinary-operation-for-one-of-two": {
        ("destinations",): _BOTH,
        ("path", "routersConfiguredBy", "hoshi"): "hoshi",
        ("responsibilities", "ordinaryOperation"): {"midori": "chubu-net", "hoshi": "hoshi"},
    },
    "provider-bears-the-information": {
        ("responsibilities", "information"): "chubu-net",
    },
    "provider-bears-the-way-to-the-line": {("responsibilities", "localSegment"): "chubu-net"},
    "provider-bears-the-way-to-the-line-for-one": {
        ("responsibilities", "localSegment"): {"aoba": "aoba", "midori": "chubu-net"},
    },
    "other-provider-bears-all-where-there-is-no-line": {
        ("path", "provider"): "none",
        ("responsibilities",): {"exPost": "aoba", "management": {"tokai-net": ["intrusion"]}},
    },
    "other-provider-bears-eavesdropping-where-there-is-no-line": {
        ("path", "provider"): "none",
        ("responsibilities",): {"management": {"tokai-net": ["eavesdropping"]}},
    },
    "point-on-a-contract": {("demarcationPoints",): [{**_POINT, "agreement": "referral-2026"}]},
    "point-on-terms": {
        ("demarcationPoints",): [{**_POINT, "agreement": "none"}, {**_POINT, "agreement": "line-terms"}],
    },
    "point-on-nothing-stated": {("demarcationPoints",): [_POINT, {**_POINT, "agreement": "none"}]},
    "point-that-is-gone": {
        ("demarcationPoints",): [
            {**_POINT, "at": "terraform:terraform_data.gone", "agreement": "none"},
            {**_POINT, "agreement": "none"},
        ],
    },
    "component-that-is-gone": {("implementedBy",): ["terraform:terraform_data.gone", "site:aoba/onu-1"]},
    "component-that-is-gone-and-nothing-else": {
        ("implementedBy",): ["terraform:terraform_data.gone"],
        ("encryption",): "none",
    },
}
_AGREEMENT_CHANGES: dict[str, Changes] = {
    "agreement-that-nobody-signed": {("referral-2026", "signedBy"): []},
    "agreement-that-one-signed": {("referral-2026", "signedBy"): ["midori"]},
    "letter-that-one-signed": {("referral-2026", "form"): "letter", ("referral-2026", "signedBy"): ["aoba"]},
    "agreement-that-ended": {("referral-2026", "validTo"): "2026-11-21"},
    "agreement-that-ended-and-is-not-renewed": {
        ("referral-2026", "validTo"): "2026-11-21",
        ("referral-2026", "renewal"): "none",
    },
    "agreement-of-tomorrow": {("referral-2026", "validFrom"): "2026-11-23"},
    "agreement-that-will-be-signed": {("referral-2026", "signedOn"): "2026-11-23"},
    "agreement-on-nothing": {("referral-2026", "settles"): []},
    "agreement-of-three": {("referral-2026", "between"): ["aoba", "midori", "chubu-net"]},
}
_ROUTERS = ("exchanges", "referral", "path", "routersConfiguredBy")
_NETWORKS = ("parties", "midori", "identifiedBy", "networks")
_DOUBLE_CHANGES: dict[str, Changes] = {
    "contractor-whose-contract-nobody-signed": {
        ("agreements", "labo-2026", "signedBy"): [],
        (*_ROUTERS, "midori"): "labo",
        ("exchanges", "referral", "encryption", "ends", "midori", "operatedBy"): "labo",
    },
    "contractor-whose-contract-will-be-signed": {
        ("agreements", "labo-2026", "signedOn"): "2026-11-23",
        (*_ROUTERS, "midori"): "labo",
        ("exchanges", "referral", "encryption", "ends", "midori", "operatedBy"): "labo",
    },
    "component-leads-elsewhere": {
        _NETWORKS: ["203.0.113.9/32"],
        ("exchanges", "referral", "implementedBy"): ["kubernetes:clinic/NetworkPolicy/referral-egress"],
    },
    "point-leads-elsewhere": {
        _NETWORKS: ["203.0.113.9/32"],
        ("exchanges", "referral", "demarcationPoints"): [
            {
                "between": ["aoba", "midori"],
                "at": "kubernetes:/Namespace/clinic",
                "agreement": "referral-2026",
            },
            {**_POINT, "agreement": "none"},
        ],
    },
    "one-router-less-and-it-is-a-provider-network": {
        ("exchanges", "referral", "destinations"): _BOTH,
        ("exchanges", "referral", "path", "routeSecuredBy"): "chubu-net",
        _ROUTERS: {"aoba": "chubu-net", "midori": "chubu-net", "hoshi": "hoshi"},
        ("exchanges", "referral", "demarcationPoints"): [{**_POINT, "at": "terraform:terraform_data.gone"}],
    },
}


def bases() -> dict[str, Any]:
    """Return the specs by what marks each."""
    good = {"parties": _PARTIES, "agreements": _AGREEMENTS, "exchanges": {"referral": _EXCHANGE}}
    found = {name: changed(good, ("exchanges", "referral"), made) for name, made in _CHANGES.items()}
    found |= {name: changed(good, ("agreements",), made) for name, made in _AGREEMENT_CHANGES.items()}
    for name, made in _DOUBLE_CHANGES.items():
        found[name] = changed(good, (), made)
    found["no-agreements"] = {**good, "agreements": "none"}
    found["other-information"] = changed(good, ("exchanges", "referral"), {("data",): "other"})
    return {**found, **bases_of_networks.bases(), **bases_of_sections.bases()}
