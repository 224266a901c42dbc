"""Whole scenarios with one thing changed: exactly what that breaks is reported, and nothing else."""

from collections import Counter

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
