"""Storages, accesses and entrusted works: good ones, and what is left when one thing is not."""

from typing import Any

from properties.changes import ABSENT, Changes, changed

_PARTIES = {
    "aoba": {"role": "institution", "name": {"ja": "青葉病院", "en": "Aoba Hospital"}},
    "midori": {"role": "institution"},
    "hoshi": {"role": "institution"},
    "chubu-net": {"role": "provider"},
    "kura": {"role": "custodian", "custodianType": "private-contract", "name": "くら倉庫"},
    "medifix": {"role": "maintainer", "name": {"ja": "メディフィックス"}},
    "labo": {"role": "contractor"},
}
_RUNNING = {"form": "contract", "validFrom": "2026-04-01", "validTo": "open"}
_EVIDENCE = {"uri": "papers/1.pdf"}
_HEAD = {"party": "aoba", "role": "病院長"}
_PAPERS = {
    "keep": {
        **_RUNNING,
        "between": ["aoba", "midori", "kura"],
        "settles": ["storage-failure", "sharing-division"],
    },
}
_S = ("externalStorage", "archive")
_KEEP = ("agreements", "keep")
_STORAGES = {
    "parties": _PARTIES,
    "agreements": _PAPERS,
    "exchanges": {
        "images": {
            "data": "patient-information",
            "source": "aoba",
            "destinations": {"parties": ["midori"], "others": "none"},
            "path": {"medium": "internet", "routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}},
        },
    },
    "externalStorage": {
        "archive": {
            "custodian": "kura",
            "owner": "aoba",
            "basis": "entrustment",
            "sharedWith": ["midori"],
            "sharedFrom": "2026-06-01",
            "consent": {"to": "sharing", "obtainedOn": "2026-05-20", "evidence": _EVIDENCE},
            "exchanges": ["images"],
            "responsibilities": {"ordinaryOperation": "aoba", "exPost": "aoba"},
            "location": {"country": "JP", "region": "ap-northeast-1"},
            "implementedBy": ["terraform:terraform_data.gateway[0]"],
        },
    },
}
_STORAGE_HOLDERS = (*_S, "responsibilities")
_OF_STORAGES: dict[str, Changes] = {
    "held-by-each": {
        (*_STORAGE_HOLDERS, "ordinaryOperation"): {"aoba": "aoba", "midori": "midori"},
        (*_STORAGE_HOLDERS, "exPost"): {"aoba": "aoba", "midori": "aoba"},
    },
    "held-by-the-custodian": {
        (*_STORAGE_HOLDERS, "ordinaryOperation"): "kura",
        (*_STORAGE_HOLDERS, "exPost"): "kura",
    },
    "held-by-the-custodian-for-one": {
        (*_STORAGE_HOLDERS, "ordinaryOperation"): {"aoba": "aoba", "midori": "kura"},
        (*_STORAGE_HOLDERS, "exPost"): {"aoba": "kura"},
    },
    "held-by-nobody": {
        (*_STORAGE_HOLDERS, "ordinaryOperation"): "none",
        (*_STORAGE_HOLDERS, "exPost"): {"aoba": "none"},
    },
    "held-by-a-stranger": {
        (*_STORAGE_HOLDERS, "ordinaryOperation"): "hoshi",
        (*_STORAGE_HOLDERS, "exPost"): "labo",
    },
    "holders-unsaid": {_STORAGE_HOLDERS: ABSENT},
    "holder-of-one-unsaid": {(*_STORAGE_HOLDERS, "ordinaryOperation"): {"midori": "midori"}},
    "holders-of-one-sharer-unsaid": {
        (*_S, "sharedWith"): ["midori", "hoshi"],
        (*_STORAGE_HOLDERS, "ordinaryOperation"): {"aoba": "aoba", "midori": "midori"},
        (*_STORAGE_HOLDERS, "exPost"): {"aoba": "aoba", "midori": "aoba"},
    },
    "as-third-party-provision": {(*_S, "basis"): "third-party-provision"},
    "on-no-basis": {(*_S, "basis"): "none"},
    "basis-unsaid": {(*_S, "basis"): ABSENT},
    "alone": {(*_S, "sharedWith"): "none", (*_S, "consent"): "none", (*_S, "sharedFrom"): ABSENT},
    "sharing-unsaid": {(*_S, "sharedWith"): ABSENT},
    "shared-with-two": {(*_S, "sharedWith"): ["midori", "hoshi"]},
    "shared-with-no-institution": {
        (*_S, "sharedWith"): ["labo"],
        (*_KEEP, "between"): ["aoba", "labo", "kura"],
    },
    "consent-none": {(*_S, "consent"): "none"},
    "consent-unsaid": {(*_S, "consent"): ABSENT},
    "consent-to-care": {(*_S, "consent", "to"): "care"},
    "consent-to-what-unsaid": {(*_S, "consent", "to"): ABSENT},
    "consent-too-late": {(*_S, "consent", "obtainedOn"): "2026-06-02"},
    "consent-on-the-day": {(*_S, "consent", "obtainedOn"): "2026-06-01"},
    "consent-of-a-day-unsaid": {(*_S, "consent", "obtainedOn"): ABSENT},
    "consent-to-come": {(*_S, "consent", "obtainedOn"): "2026-11-23", (*_S, "sharedFrom"): "2026-12-01"},
    "consent-without-evidence": {(*_S, "consent", "evidence"): "none"},
    "sharing-of-a-day-unsaid": {(*_S, "sharedFrom"): ABSENT},
    "exchanges-none": {(*_S, "exchanges"): "none"},
    "exchanges-unsaid": {(*_S, "exchanges"): ABSENT},
    "custodian-of-no-type": {("parties", "kura", "custodianType"): ABSENT},
    "custodian-of-no-type-without-exchanges": {
        ("parties", "kura", "custodianType"): ABSENT,
        (*_S, "exchanges"): "none",
    },
    "custodian-is-an-institution": {("parties", "kura", "role"): "institution"},
    "owner-is-a-contractor": {("parties", "aoba", "role"): "contractor"},
    "without-agreements": {("agreements",): "none"},
    "agreements-unsaid": {("agreements",): ABSENT},
    "agreement-that-ended": {(*_KEEP, "validTo"): "2026-11-21"},
    "agreement-that-renewed": {(*_KEEP, "validTo"): "2026-11-21", (*_KEEP, "renewal"): "automatic"},
    "agreement-that-renewed-of-one": {
        (*_KEEP, "validTo"): "2026-11-21",
        (*_KEEP, "renewal"): "automatic",
        (*_S, "sharedWith"): "none",
    },
    "agreement-on-nothing": {(*_KEEP, "settles"): []},
    "agreement-that-says-nothing": {(*_KEEP, "settles"): ABSENT},
    "agreement-that-nobody-signed": {(*_KEEP, "signedBy"): []},
    "agreement-that-will-be-signed": {(*_KEEP, "signedOn"): "2026-11-23"},
    "agreement-minuted": {(*_KEEP, "form"): "minute"},
    "agreement-in-published-terms": {(*_KEEP, "form"): "terms-of-service"},
    "agreement-without-the-custodian": {(*_KEEP, "between"): ["aoba", "midori"]},
    "agreement-without-the-sharer": {(*_KEEP, "between"): ["aoba", "kura"]},
    "that-is-gone": {(*_S, "implementedBy"): ["terraform:terraform_data.gone", "site:kura/rack-1"]},
}
_TELEWORK = {
    "parties": _PARTIES,
    "telework": {
        "duty": {
            "institution": "aoba",
            "users": "own-staff",
            "media": ["internet", "mobile"],
            "controls": {"internet": ["VPN", "多要素認証"], "mobile": ["端末の暗号化"]},
            "provider": "chubu-net",
            "responsibilities": {"ordinaryOperation": "aoba", "exPost": "aoba"},
            "administrator": _HEAD,
            "staffRules": {"title": "テレワーク規程", "evidence": _EVIDENCE},
            "implementedBy": ["kubernetes:clinic/Service/referral"],
        },
    },
}
_OF_TELEWORK: dict[str, Changes] = {
    "by-its-own-name": {("users",): ["aoba"]},
    "by-one-other": {("users",): ["aoba", "medifix"]},
    "by-others": {("users",): ["aoba", "medifix", "midori"]},
    "by-whom-unsaid": {("users",): ABSENT},
    "over-any-line": {("media",): "any"},
    "over-no-line": {("media",): []},
    "over-lines-unsaid": {("media",): ABSENT},
    "without-controls": {("controls",): "none"},
    "without-controls-on-one-line": {("controls", "mobile"): []},
    "controls-of-one-line-unsaid": {("controls",): {"internet": ["VPN"]}},
    "controls-of-another-line": {("controls",): {"internet": ["VPN"], "mobile": ["VPN"], "telephone": []}},
    "controls-unsaid": {("controls",): ABSENT},
    "over-any-line-without-controls": {("media",): "any", ("controls",): "none"},
    "over-any-line-with-controls-of-all": {
        ("media",): "any",
        ("controls",): {
            medium: ["VPN"] for medium in ("leased-line", "telephone", "closed-ip", "mobile", "internet")
        },
    },
    "over-no-line-without-controls": {("media",): [], ("controls",): ABSENT},
    "held-by-the-provider": {
        ("responsibilities",): {"ordinaryOperation": "chubu-net", "exPost": "chubu-net"},
    },
    "held-by-others": {("responsibilities",): {"ordinaryOperation": "midori", "exPost": "none"}},
    "holders-unsaid": {("responsibilities",): ABSENT},
    "one-holder-unsaid": {("responsibilities", "exPost"): ABSENT},
    "without-administrator": {("administrator",): "none"},
    "administrator-of-nobody": {("administrator",): {"party": "none", "role": "none"}},
    "administrator-elsewhere": {("administrator",): {"party": "medifix", "role": "社長"}},
    "administrator-of-no-role": {("administrator",): {"party": "aoba"}},
    "administrator-of-an-unsaid-party": {("administrator",): {"role": "病院長"}},
    "administrator-unsaid": {("administrator",): ABSENT},
    "administrator-elsewhere-of-no-role": {("administrator",): {"party": "midori", "role": "none"}},
    "without-staff-rules": {("staffRules",): "none"},
    "staff-rules-unsaid": {("staffRules",): ABSENT},
    "staff-rules-without-evidence": {("staffRules", "evidence"): "none"},
    "that-is-gone": {("implementedBy",): ["kubernetes:clinic/Service/gone*"]},
    "of-no-institution": {("institution",): "labo"},
}
_MAINTENANCE = {
    "parties": _PARTIES,
    "remoteMaintenance": {
        "pacs": {
            "institution": "aoba",
            "maintainer": "medifix",
            "decision": {"by": "医療情報室長", "on": "2026-04-01", "conditions": ["事前連絡"]},
            "accessControl": {
                "authentication": ["個人ごとの証明書"],
                "reading": "limited",
                "writing": "limited",
                "temporaryData": "erased",
                "sessionLog": "recorded",
            },
            "reporting": {"every": "P1M", "last": "2026-10-31"},
            "finalResponsibility": _HEAD,
            "supervision": {"by": {"party": "aoba", "role": "医療情報室長"}, "evidence": _EVIDENCE},
            "responsibilities": {"ordinaryOperation": "aoba", "exPost": "aoba"},
            "implementedBy": ["terraform:terraform_data.gateway[0]"],
        },
    },
}
_ACCESS = ("accessControl",)
_OF_MAINTENANCE: dict[str, Changes] = {
    "by-an-institution": {("maintainer",): "midori"},
    "by-a-contractor": {("maintainer",): "labo"},
    "of-no-institution": {("institution",): "labo"},
    "decision-none": {("decision",): "none"},
    "decision-of-nobody": {("decision", "by"): "none", ("decision", "conditions"): []},
    "decision-unsaid": {("decision",): ABSENT},
    "decision-to-come": {("decision", "on"): "2026-11-23"},
    "decision-half-said": {("decision",): {"by": {"ja": "室長"}}},
    "access-control-none": {_ACCESS: "none"},
    "access-control-unsaid": {_ACCESS: ABSENT},
    "access-of-everybody": {(*_ACCESS, "authentication"): []},
    "access-to-everything": {(*_ACCESS, "reading"): "unlimited", (*_ACCESS, "writing"): "unlimited"},
    "access-to-nothing": {(*_ACCESS, "reading"): "none", (*_ACCESS, "writing"): "none"},
    "access-that-leaves-data": {(*_ACCESS, "temporaryData"): "none"},
    "access-that-keeps-no-data": {(*_ACCESS, "temporaryData"): "not-kept"},
    "access-to-kept-data": {(*_ACCESS, "temporaryData"): "access-limited"},
    "access-without-log": {(*_ACCESS, "sessionLog"): "none"},
    "access-half-said": {_ACCESS: {"reading": "limited", "writing": "none"}},
    "reporting-none": {("reporting",): "none"},
    "reporting-unsaid": {("reporting",): ABSENT},
    "report-never-yet": {("reporting", "last"): "none"},
    "report-overdue": {("reporting", "last"): "2026-09-30"},
    "report-of-the-last-day": {("reporting",): {"every": "P3W", "last": "2026-11-01"}},
    "report-one-day-overdue": {("reporting",): {"every": "P3W", "last": "2026-10-31"}},
    "report-of-days": {("reporting",): {"every": "P22D", "last": "2026-10-31"}},
    "report-of-a-leap-year": {("reporting",): {"every": "P3Y", "last": "2024-02-29"}},
    "report-to-come": {("reporting", "last"): "2026-11-23"},
    "report-at-no-interval": {("reporting", "every"): ABSENT},
    "report-of-a-day-unsaid": {("reporting", "last"): ABSENT},
    "final-responsibility-none": {("finalResponsibility",): "none"},
    "final-responsibility-unsaid": {("finalResponsibility",): ABSENT},
    "final-responsibility-of-several": {("finalResponsibility",): [_HEAD, {"party": "aoba", "role": "室長"}]},
    "final-responsibility-in-a-list-of-one": {("finalResponsibility",): [_HEAD]},
    "final-responsibility-of-the-vendor": {("finalResponsibility",): {"party": "medifix", "role": "社長"}},
    "final-responsibility-of-no-role": {("finalResponsibility",): {"party": "aoba", "role": "none"}},
    "final-responsibility-half-said": {("finalResponsibility",): {"party": "aoba"}},
    "supervision-none": {("supervision",): "none"},
    "supervision-unsaid": {("supervision",): ABSENT},
    "supervision-by-nobody": {("supervision", "by"): "none"},
    "supervision-by-the-vendor": {("supervision", "by"): {"party": "medifix", "role": "主任"}},
    "supervision-without-evidence": {("supervision", "evidence"): "none"},
    "supervision-half-said": {("supervision",): {"by": {"role": "室長"}}},
    "held-by-the-vendor": {("responsibilities",): {"ordinaryOperation": "medifix", "exPost": "medifix"}},
    "held-by-nobody": {("responsibilities",): {"ordinaryOperation": "none", "exPost": "midori"}},
    "holders-unsaid": {("responsibilities",): ABSENT},
    "that-is-gone": {("implementedBy",): ["terraform:terraform_data.gone"]},
}
_WORK = {
    "parties": _PARTIES,
    "entrustedWork": {
        "readings": {
            "institution": "aoba",
            "contractor": "labo",
            "purpose": "remote-diagnostic-imaging",
            "temporaryStorage": {"retention": "P30D", "location": {"country": "JP"}},
            "implementedBy": ["kubernetes:clinic/Service/referral"],
        },
    },
}
_OF_WORK: dict[str, Changes] = {
    "tests": {("purpose",): "clinical-laboratory-test"},
    "other-care": {("purpose",): "other-care"},
    "hosting": {("purpose",): "hosting"},
    "storing": {("purpose",): "storage"},
    "other": {("purpose",): "other"},
    "purpose-unsaid": {("purpose",): ABSENT},
    "keeps-nothing": {("temporaryStorage",): "none"},
    "keeps-without-end": {("temporaryStorage", "retention"): "none"},
    "keeps-for-a-time-unsaid": {("temporaryStorage", "retention"): ABSENT},
    "keeping-unsaid": {("temporaryStorage",): ABSENT},
    "by-an-institution": {("contractor",): "midori"},
    "by-a-custodian": {("contractor",): "kura"},
    "of-no-institution": {("institution",): "medifix"},
    "that-is-gone": {("implementedBy",): ["site:labo/workstation", "kubernetes:clinic/Service/gone*"]},
}
_GOOD = (
    ("storage", _STORAGES, (), _OF_STORAGES),
    ("telework", _TELEWORK, ("telework", "duty"), _OF_TELEWORK),
    ("maintenance", _MAINTENANCE, ("remoteMaintenance", "pacs"), _OF_MAINTENANCE),
    ("work", _WORK, ("entrustedWork", "readings"), _OF_WORK),
)


def bases() -> dict[str, Any]:
    """Return the specs by what marks each."""
    found = {}
    for name, good, root, variants in _GOOD:
        found[name] = good
        for what, changes in variants.items():
            found[f"{name}-{what}"] = changed(good, root, changes)
    found["all-sections"] = {**_TELEWORK, **_MAINTENANCE, **_WORK, **_STORAGES}
    return found


def components() -> dict[str, Any]:
    """Return specs of two subjects each, by whether they share a component. They are judged alone."""
    both = {"parties": _PARTIES, **{section: _WITHOUT_COMPONENTS[section] for section in _COMPONENTS}}
    found = {}
    for name, (of_telework, of_maintenance) in _SHARING.items():
        found[f"components-{name}"] = changed(
            both,
            (),
            {
                (*_COMPONENTS["telework"], "implementedBy"): of_telework,
                (*_COMPONENTS["remoteMaintenance"], "implementedBy"): of_maintenance,
            },
        )
    return found


_COMPONENTS = {"telework": ("telework", "duty"), "remoteMaintenance": ("remoteMaintenance", "pacs")}
_WITHOUT_COMPONENTS = {
    "telework": {"duty": {"institution": "aoba"}},
    "remoteMaintenance": {"pacs": {"institution": "aoba", "maintainer": "medifix"}},
}
_SHARING: dict[str, tuple[list[str], list[str]]] = {
    "of-their-own": (["site:aoba/vpn-1"], ["terraform:terraform_data.gateway[0]", "site:aoba/vpn-2"]),
    "of-both": (["site:aoba/vpn-1", "site:aoba/vpn-2"], ["site:aoba/vpn-1"]),
    "of-both-by-a-pattern": (["terraform:terraform_data.*"], ["terraform:terraform_data.gateway[0]"]),
    "that-may-be-of-both": (["site:aoba/*-1"], ["site:aoba/vpn-*"]),
    "in-no-document": (["terraform:module.vpn.*"], ["terraform:*.vpn.gateway"]),
}
