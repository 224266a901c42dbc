"""Odd and damaged plans of Sakura's provider, which is of another maker than those of the other clouds."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from plans import Edit, changed, each_change, entry_of, forgotten, hide, made_by

from bunkaiten import Gate
from bunkaiten.model import Report, State

FIXTURES = Path(__file__).parents[1] / "fixtures"
SAKURA = FIXTURES / "scenarios" / "hospital-on-sakura-by-hand"
SAKURA_DECLARATION = (SAKURA / "declaration.yaml").read_bytes()
SAKURA_PLAN: dict[str, Any] = json.loads((SAKURA / "plan.json").read_text("utf-8"))
SAKURA_LINE = 'module.line["midori"].sakuracloud_vpc_router.this'


def in_sakura(*edits: Edit) -> Report:
    plan = copy.deepcopy(SAKURA_PLAN)
    for edit in edits:
        edit(plan)
    return Gate().check([SAKURA_DECLARATION, json.dumps(plan).encode()], as_of="2026-11-22")


def said(report: Report) -> set[tuple[str, str, State, str]]:
    return {(each.requirement, each.code, each.state, each.subject) for each in report.findings}


def kept_apart(plan: dict[str, Any]) -> None:
    """Say that the block of the first account is one of several, and that nothing uses the plain one."""
    blocks = plan["configuration"]["provider_config"]
    blocks["sakuracloud.aoba"] = {**blocks["sakuracloud"], "alias": "aoba"}
    for found in plan["configuration"]["root_module"]["resources"]:
        if found["provider_config_key"] == "sakuracloud":
            found["provider_config_key"] = "sakuracloud.aoba"


@pytest.mark.parametrize(
    "edit",
    {
        **{
            f"made by {name}": made_by(name)
            for name in (
                "sakuracloud",
                "",
                "registry.terraform.io/sacloud/sakuracloud",
                "registry.opentofu.org/sacloud/sakuracloud",
                "registry.terraform.io/-/sakuracloud",
            )
        },
        "imported": changed(importing={"id": "113300000001"}),
        "moved": each_change(lambda entry: entry.update(previous_address=f"module.old.{entry['address']}")),
        **{
            " and ".join(actions): changed(actions=actions)
            for actions in (["no-op"], ["update"], ["delete", "create"])
        },
        "forgotten": lambda plan: forgotten(entry_of(plan, SAKURA_LINE)),
        "block with an alias": kept_apart,
    }.items(),
    ids=lambda pair: pair[0],
)
def test_plan_of_sakura_that_says_the_same_in_other_words_is_read_alike(edit: tuple[str, Edit]) -> None:
    assert said(in_sakura(edit[1])) == said(in_sakura())
    assert in_sakura().exit_code == 0


@pytest.mark.parametrize("name", ["sacloud/sakuracloud", "registry.terraform.io/acme/sakuracloud", None])
def test_provider_like_that_of_sakura_is_not_taken_for_it(name: object) -> None:
    report = in_sakura(made_by(name))

    assert report.exit_code == 1
    assert "provider_not_read" in {each.code for each in report.findings}


def test_successor_of_the_provider_of_sakura_is_not_read() -> None:
    def renamed(entry: dict[str, Any]) -> None:
        type_ = entry["type"].replace("sakuracloud_", "sakura_")
        entry.update(type=type_, provider_name="registry.terraform.io/sacloud/sakura")

    report = in_sakura(each_change(renamed))

    [found] = [each for each in report.findings if each.code == "provider_not_read"]
    assert (report.exit_code, found.state) == (1, State.UNDETERMINED)


def test_zone_of_another_block_is_another_place() -> None:
    def to_ishikari(plan: dict[str, Any]) -> None:
        blocks = plan["configuration"]["provider_config"]
        blocks["sakuracloud.kura"]["expressions"]["zone"] = {"constant_value": "is1a"}

    def from_the_environment(plan: dict[str, Any]) -> None:
        del plan["configuration"]["provider_config"]["sakuracloud.kura"]["expressions"]["zone"]

    archive = "aoba-group/externalStorage/archive"
    for edit, state, code in (
        (to_ishikari, State.DENIED, "observed_elsewhere"),
        (from_the_environment, State.UNDETERMINED, "observed_store_unknown"),
    ):
        assert said(in_sakura(edit)) - said(in_sakura()) == {("bunkaiten-04", code, state, archive)}


@pytest.mark.parametrize("how", ["deferred", "left out"])
def test_what_an_incomplete_plan_of_sakura_lacks_is_open(how: str) -> None:
    def put_off(plan: dict[str, Any]) -> None:
        entry = entry_of(plan, SAKURA_LINE)
        plan["resource_changes"].remove(entry)
        plan["complete"] = False
        if how == "deferred":
            plan["deferred_changes"] = [{"reason": "provider_config_unknown", "resource_change": entry}]

    report = in_sakura(put_off)

    assert report.exit_code == 1
    assert [each.kind for each in report.documents if each.is_partial] == ["plan"]
    assert not any(each.is_partial for each in in_sakura().documents)
    new = said(report) - said(in_sakura(lambda _: None))
    assert {state for _, _, state, subject in new if subject.endswith("/referral")} == {State.UNDETERMINED}


def test_nothing_of_sakura_is_green_of_which_nothing_is_known() -> None:
    report = in_sakura(each_change(hide))

    assert report.exit_code == 1
    opened = {each.subject for each in report.findings if each.state is not State.NOTE}
    assert opened >= {"aoba-group/exchanges/referral", "terraform:sakuracloud_database.index"}
