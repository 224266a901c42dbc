"""The list of the guideline's rows and the METADATA of the policies say the same."""

import json

import pytest

from bunkaiten import catalogue, resources
from tools.metadata import requirement_packages

GUIDELINE = json.loads(resources.read(resources.policies("guideline.json")))
ROWS = GUIDELINE["rows"]
PACKAGES = {package.block["custom"]["id"]: package for package in requirement_packages()}
STATUSES = {"automated", "judged by others", "note", "manual", "out of scope"}
COUNTS = {"A1": 16, "A2": 11, "B1": 11, "B2": 11, "C": 7, "T": 9, "R": 12, "P": 3}


def test_all_eighty_rows_are_listed() -> None:
    counted = {prefix: sum(name.split("-")[0] == prefix for name in ROWS) for prefix in COUNTS}

    assert counted == COUNTS
    assert len(ROWS) == 80


def test_automated_rows_are_exactly_the_requirements_that_have_a_package() -> None:
    automated = {row["requirement"] for row in ROWS.values() if row["status"] in ("automated", "note")}
    own = {name for name, package in PACKAGES.items() if package.block["custom"].get("origin") != "derived"}

    assert automated == own


def test_notes_are_the_requirements_that_only_note() -> None:
    notes = {row["requirement"] for row in ROWS.values() if row["status"] == "note"}

    assert notes == {
        name for name, package in PACKAGES.items() if package.block["custom"].get("verdicts") == ["note"]
    }


@pytest.mark.parametrize("name", ROWS)
def test_row_says_what_becomes_of_it(name: str) -> None:
    row = ROWS[name]
    known = {row["requirement"] for row in ROWS.values() if "requirement" in row} | PACKAGES.keys()

    assert row["status"] in STATUSES
    assert row["clause"] in GUIDELINE["clauses"]
    assert row["en"]
    assert row["ja"]
    assert not row["en"].startswith("…")
    if row["status"] == "judged by others":
        assert set(row["judgedBy"]) <= known
    if row["status"] == "out of scope":
        assert row["reason"]["en"]
        assert row["reason"]["ja"]


def test_every_row_can_be_read_by_itself() -> None:
    fragments = {name for name, row in ROWS.items() if len(row["ja"]) < 15 or row["ja"].startswith("等")}
    said = {lang: {row[lang] for row in ROWS.values()} for lang in ("en", "ja")}

    assert fragments == set()
    assert {lang: len(texts) for lang, texts in said.items()} == {"en": len(ROWS), "ja": len(ROWS)}


def test_every_package_lies_under_the_clause_of_its_row() -> None:
    clauses = {row["requirement"]: row["clause"] for row in ROWS.values() if "requirement" in row}

    assert {id_: package.clause for id_, package in PACKAGES.items() if id_ in clauses} == {
        id_: clauses[id_] for id_ in PACKAGES if id_ in clauses
    }


def test_the_rules_of_the_product_are_these() -> None:
    derived = {id_ for id_, package in PACKAGES.items() if package.block["custom"].get("origin") == "derived"}

    assert derived == {f"bunkaiten-0{number}" for number in range(1, 7)}


def test_catalogue_lists_every_row_with_those_that_judge_it() -> None:
    listed = {row.name: row for row in catalogue.load().rows}

    assert list(listed) == list(ROWS)
    for name, row in ROWS.items():
        own = [row["requirement"]] if "requirement" in row else []
        assert list(listed[name].judged_by) == row.get("judgedBy", own)
        assert set(listed[name].judged_by) <= set(catalogue.load().ids)
        assert bool(listed[name].judged_by) != bool(listed[name].reason)
