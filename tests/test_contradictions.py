"""Whole scenarios with one thing changed: exactly what that breaks is reported, and nothing else."""

from collections import Counter
from types import ModuleType

import pytest
from contradictions import (
    hospital_group_on_aws,
    hospital_group_on_kubernetes,
    hospital_on_azure,
    hospital_on_google,
    hospital_on_sakura,
    referral_across_clouds,
)
from contradictions.case import Contradiction, base, base_says, changed, judge, touched
from contradictions.checks import EXCUSES, Check, compared, excused

SCENARIOS = (
    hospital_group_on_aws,
    hospital_group_on_kubernetes,
    hospital_on_azure,
    hospital_on_google,
    hospital_on_sakura,
    referral_across_clouds,
)
ALL = [
    pytest.param(module.SCENARIO, each, id=f"{module.SCENARIO}: {each.name}")
    for module in SCENARIOS
    for each in module.all_of_them()
]

a_contradiction = pytest.mark.parametrize(("scenario", "contradiction"), ALL)


@a_contradiction
def test_contradiction_is_all_that_is_reported(scenario: str, contradiction: Contradiction) -> None:
    found = judge(changed(scenario, contradiction.change))

    assert found == Counter(base_says(scenario)) + Counter(contradiction.says)


@a_contradiction
def test_contradiction_changes_one_place(scenario: str, contradiction: Contradiction) -> None:
    assert len(list(touched(base(scenario), changed(scenario, contradiction.change)))) == 1


@pytest.mark.parametrize("module", SCENARIOS, ids=lambda module: module.SCENARIO)
def test_every_contradiction_has_a_name_of_its_own(module: object) -> None:
    names = Counter(each.name for each in module.all_of_them())

    assert set(names.values()) == {1}


each_whole_scenario = pytest.mark.parametrize(
    "module",
    [module for module in SCENARIOS if module.SCENARIO in EXCUSES],
    ids=lambda module: module.SCENARIO,
)


def shown(module: ModuleType) -> set[Check]:
    """Return what the scenario shows, as it lies there and contradicted."""
    says = [said for each in module.all_of_them() for said in each.says]
    return {(requirement, code) for requirement, code, _ in (*base_says(module.SCENARIO), *says)}


@each_whole_scenario
def test_every_cross_check_is_shown_by_some_contradiction(module: ModuleType) -> None:
    assert compared() - shown(module) == excused(module.SCENARIO)


@each_whole_scenario
def test_every_excuse_is_for_a_cross_check(module: ModuleType) -> None:
    codes = {code for _, code in compared()}

    assert {
        each for each in EXCUSES[module.SCENARIO] if each not in compared() and each not in codes
    } == set()
