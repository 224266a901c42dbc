"""A declaration that cannot be read: what it may have is neither denied nor passed over."""

from pathlib import Path

import pytest

from bunkaiten import Gate
from bunkaiten.documents import Source
from bunkaiten.model import Report

SCENARIO = Path(__file__).parents[1] / "fixtures" / "scenarios" / "hospital-group-on-aws"
WHOLE = (SCENARIO / "declaration.yaml").read_text("utf-8")
PLAN = str(SCENARIO / "plan.json")
REFUSED = {
    "a field that is not known": WHOLE.replace("kind: Demarcation", "kind: Demarcation\nfoo: 1", 1),
    "no YAML": WHOLE.replace("spec:", "spec: [", 1),
    "a party that nobody declared": WHOLE.replace("  aoba:", "  aobe:", 1),
    "another kind": WHOLE.replace("kind: Demarcation", "kind: Demarcations", 1),
}


def _report(*documents: str) -> Report:
    given = [Source(id=f"{number}.yaml", data=text.encode()) for number, text in enumerate(documents)]
    return Gate().check(given, plans=[PLAN], as_of="2026-11-22")


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_nothing_is_denied_that_a_refused_declaration_may_have(text: str) -> None:
    report = _report(text)

    assert report.exit_code == 3
    assert [(found.code, found.subject) for found in report.findings if found.state != "note"] == [
        ("declarations_incomplete", "declarations")
    ]


def test_of_two_that_share_a_name_neither_is_known() -> None:
    report = _report(WHOLE, WHOLE)

    assert report.exit_code == 3
    assert {found.code for found in report.findings if found.state != "note"} == {"declarations_incomplete"}


def test_what_another_declaration_says_is_judged_beside_a_refused_one() -> None:
    report = _report(WHOLE, "apiVersion: bunkaiten.dev/v1\nkind: Demarcation\nspec: {}\n")

    assert report.exit_code == 3
    assert [found for found in report.findings if found.state != "note"] == []
    assert any(requirement.satisfied for requirement in report.requirements)


def test_what_is_no_declaration_hides_nothing() -> None:
    report = _report("apiVersion: v1\nkind: Service\nmetadata: [\n")

    assert report.exit_code == 3
    assert {found.code for found in report.findings if found.state == "denied"} == {
        "crossing_undeclared",
        "marker_names_nothing",
    }
