"""What a declaration does not say passes nothing, and the report says what to write."""

import pytest

from bunkaiten import Gate, Report, State
from bunkaiten.model import Finding

PARTIES = {
    "aoba": {"role": "institution"},
    "midori": {"role": "institution"},
    "chubu-net": {"role": "provider"},
    "kura": {"role": "custodian"},
    "medifix": {"role": "maintainer"},
    "labo": {"role": "contractor"},
}
REFERRAL = {
    "data": "patient-information",
    "source": "aoba",
    "destinations": {"parties": ["midori"], "others": "none"},
}
SUBJECTS = {
    "exchanges": {"data": "patient-information", "source": "aoba", "destinations": {"parties": ["midori"]}},
    "externalStorage": {"custodian": "kura", "owner": "aoba"},
    "telework": {"institution": "aoba"},
    "remoteMaintenance": {"institution": "aoba", "maintainer": "medifix"},
    "entrustedWork": {"institution": "aoba", "contractor": "labo"},
}
"""What the schema requires of each section, and nothing else."""

AGREEMENT_ROWS = {"4.3-1c-06"}
"""Rows that ask for an agreement: to name none is a breach (rulings, section 1)."""


def judged(**sections: object) -> Report:
    declaration = {
        "apiVersion": "bunkaiten.dev/v1",
        "kind": "Demarcation",
        "metadata": {"name": "silent"},
        "spec": {"parties": PARTIES, **sections},
    }
    report = Gate().check([declaration], as_of="2026-11-22", declarations_only=True)
    assert report.problems == ()
    return report


def blocking(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.state is not State.NOTE]


@pytest.mark.parametrize("section", SUBJECTS)
def test_nothing_is_satisfied_by_silence(section: str) -> None:
    report = judged(**{section: {"x": SUBJECTS[section]}})
    applied = [each for each in report.requirements if each.applies]

    assert applied
    assert [each.id for each in applied if each.satisfied] == []
    assert {each.id for each in applied if each.denied} <= AGREEMENT_ROWS


@pytest.mark.parametrize("section", SUBJECTS)
def test_every_undetermined_finding_names_the_field_to_write(section: str) -> None:
    report = judged(**{section: {"x": SUBJECTS[section]}})

    for finding in blocking(report):
        if finding.state is State.UNDETERMINED:
            field = str(finding.values["field"])
            assert field.startswith("spec.")
            for lang in ("en", "ja"):
                assert field in finding.message.in_(lang)
                assert field in finding.remedy.in_(lang)


CLASSES = {
    "over-a-provider's-network": {
        "path": {
            "medium": "closed-ip",
            "routeSecuredBy": "chubu-net",
            "routersConfiguredBy": {"aoba": "chubu-net", "midori": "chubu-net"},
        },
        "encryption": {
            "begins": {"at": "source-system", "operatedBy": "aoba"},
            "ends": {"midori": {"at": "destination-system", "operatedBy": "midori"}},
        },
    },
    "self-connected": {
        "path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}},
        "encryption": {
            "begins": {"at": "source-gateway", "operatedBy": "aoba"},
            "ends": {"midori": {"at": "destination-gateway", "operatedBy": "midori"}},
        },
    },
    "from-the-provider's-edge": {
        "path": {
            "medium": "closed-ip",
            "provider": "chubu-net",
            "routeSecuredBy": "chubu-net",
            "routersConfiguredBy": {"aoba": "chubu-net", "midori": "chubu-net"},
        },
        "encryption": {"begins": {"at": "provider-edge", "operatedBy": "chubu-net"}},
    },
}
"""What settles both classes, and nothing else."""

PROVEN = {
    "over-a-provider's-network": {"4.3-1b1-01", "4.3-1b1-02", "bunkaiten-02", "bunkaiten-03"},
    "self-connected": {"4.3-1a2-08", "4.3-1b1-01", "4.3-1b1-02", "bunkaiten-02", "bunkaiten-03"},
    "from-the-provider's-edge": {"bunkaiten-02", "bunkaiten-03"},
}
"""What these facts prove by themselves."""


@pytest.mark.parametrize("name", CLASSES)
def test_classes_alone_prove_only_themselves(name: str) -> None:
    report = judged(exchanges={"x": REFERRAL | CLASSES[name]})

    assert {each.id for each in report.requirements if each.satisfied} == PROVEN[name]
    assert all(finding.locations for finding in blocking(report))
