"""What a finding says of a thing is in the words of its own cloud."""

import re
from pathlib import Path

import pytest

from bunkaiten import Gate

DEPLOYMENTS = Path(__file__).parents[1] / "fixtures" / "deployments"
OWN = {
    "aws": r"aws_|allowed_account_ids|awsAccounts",
    "azurerm": r"azurerm_|subscription_id|azureSubscriptions|azureTenants",
    "google": r"google_|googleProjects|bunkaiten_",
    "kubernetes": r"kubernetes:|bunkaiten\.dev/",
    "sakuracloud": r"sakuracloud_|bunkaiten:[a-z-]+=",
}
"""What only one cloud knows, in attributes, markers and fields of declarations."""

GIVEN = [
    "aws/security_groups/plan.json",
    "azurerm/storage/plan.json",
    "google/firewalls/plan.json",
    "google/iam/plan.json",
    "kubernetes/service/cloud.yaml",
    "sakuracloud/servers-by-hand/plan.json",
]


@pytest.mark.parametrize("given", GIVEN)
def test_no_finding_is_in_the_words_of_another_cloud(given: str) -> None:
    cloud = given.partition("/")[0]
    report = Gate().check([DEPLOYMENTS / given], as_of="2026-11-22")
    said = [text for each in report.findings for text in (*each.message, *each.remedy)]
    others = re.compile("|".join(words for name, words in OWN.items() if name != cloud))

    assert any(re.search(OWN[cloud], text) for text in said)
    assert [text for text in said if others.search(text)] == []
