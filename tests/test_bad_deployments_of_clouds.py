"""Odd and damaged plans, for each cloud: read alike where they say the same, else open; never green."""

import copy
import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import pytest
from clouds import CLOUDS, Cloud, copy_of, declaration_of
from plans import (
    Edit,
    changed,
    each_change,
    entry_of,
    forgotten,
    hide,
    left_behind,
    made_by,
    of,
    placed,
    provided,
    strip_values,
    told,
    without,
)

from bunkaiten import Gate
from bunkaiten.model import Report, State

Said = set[tuple[str, str, State, str]]

each_cloud = pytest.mark.parametrize("cloud", CLOUDS, ids=lambda cloud: cloud.kind)


def judged(cloud: Cloud, *edits: Edit) -> Report:
    plan = copy_of(cloud)
    for edit in edits:
        edit(plan)
    return Gate().check([declaration_of(cloud), json.dumps(plan).encode()], as_of="2026-11-22")


@cache
def usual(cloud: Cloud) -> Report:
    return judged(cloud)


def said(report: Report) -> Said:
    return {(each.requirement, each.code, each.state, each.subject) for each in report.findings}


def at(cloud: Cloud, address: str, edit: Callable[[dict[str, Any]], object]) -> Report:
    """Return what is said where the entry at `address` is edited."""
    return judged(cloud, lambda plan: edit(entry_of(plan, address)) and None)


# the same in other words


ALIKE: Mapping[str, list[Edit]] = {
    **{
        f"format {version}": [of(format_version=version)]
        for version in ("0.1", "0.2", "1.0", "1.1", "1.9", "1.27")
    },
    **{
        f"no {name}": [without(name)]
        for name in ("complete", "errored", "planned_values", "timestamp", "variables")
    },
    **{f"{name} null": [of(**{name: None})] for name in ("variables", "relevant_attributes", "checks")},
    "not applyable": [of(applyable=False)],
    "what no version had": [of(yet_to_come={"a": [1]})],
    "planned resources without values": [strip_values],
    "imported": [changed(importing={"id": "imported-1"})],
    "moved": [each_change(lambda entry: entry.update(previous_address=f"module.old.{entry['address']}"))],
    **{
        " and ".join(actions): [changed(actions=actions)]
        for actions in (
            ["no-op"],
            ["update"],
            ["delete", "create"],
            ["create", "delete"],
            ["create", "forget"],
        )
    },
}


@each_cloud
@pytest.mark.parametrize("edits", ALIKE.values(), ids=ALIKE)
def test_plan_that_says_the_same_in_other_words_is_read_alike(cloud: Cloud, edits: list[Edit]) -> None:
    same(cloud, judged(cloud, *edits))


@each_cloud
def test_what_a_replacement_left_behind_changes_nothing(cloud: Cloud) -> None:
    same(cloud, judged(cloud, left_behind(cloud.line)))


def same(cloud: Cloud, report: Report) -> None:
    assert report.problems == ()
    assert said(report) == said(usual(cloud))
    assert report.requirements == usual(cloud).requirements


# providers


def spelled(cloud: Cloud) -> list[str]:
    own = (
        cloud.kind,
        "",
        f"registry.terraform.io/hashicorp/{cloud.kind}",
        f"registry.opentofu.org/hashicorp/{cloud.kind}",
        f"registry.terraform.io/-/{cloud.kind}",
    )
    return [*own, *cloud.names]


SPELLED = [
    pytest.param(cloud, name, id=f"{cloud.kind}: {name}") for cloud in CLOUDS for name in spelled(cloud)
]
FOREIGN = [
    pytest.param(cloud, name, id=f"{cloud.kind}: {name}")
    for cloud in CLOUDS
    for name in (
        f"example.com/acme/{cloud.kind}",
        f"registry.terraform.io/acme/{cloud.kind}",
        f"registry.terraform.io/hashicorp/{cloud.kind}-beta2",
        f"registry.terraform.io/hashicorp/{cloud.kind}/",
        f"example.com/hashicorp/{cloud.kind}",
        f"acme/{cloud.kind}",
        None,
        7,
    )
]


@pytest.mark.parametrize(("cloud", "name"), SPELLED)
def test_provider_is_known_by_each_of_its_names(cloud: Cloud, name: str) -> None:
    same(cloud, judged(cloud, made_by(name)))


@pytest.mark.parametrize(("cloud", "name"), FOREIGN)
def test_provider_of_another_maker_is_neither_taken_for_ours_nor_passed_over(
    cloud: Cloud, name: object
) -> None:
    report = judged(cloud, made_by(name))

    [found] = [each for each in report.findings if each.code == "provider_not_read"]
    assert (report.exit_code, found.state) == (1, State.UNDETERMINED)
    shown = "null" if name is None else name
    type_ = cloud.line.rpartition("]." if "[" in cloud.line else ".")[2].partition(".")[0]
    assert f"{type_} [{shown}] (2)" in json.dumps(dict(found.values))


@pytest.mark.parametrize(
    ("cloud", "name"),
    [pytest.param(each, name, id=f"{each.kind}: {name}") for each in CLOUDS for name in ("", *each.names)],
)
def test_providers_of_two_names_in_one_plan_are_one_cloud(cloud: Cloud, name: str) -> None:
    def second(plan: dict[str, Any]) -> None:
        for index, entry in enumerate(plan["resource_changes"]):
            if index % 2:
                entry["provider_name"] = name

    same(cloud, judged(cloud, second))


@pytest.mark.parametrize(
    ("cloud", "name"),
    [pytest.param(each, name, id=name) for each in CLOUDS for name in each.names if "/" not in name],
)
def test_provider_block_of_another_name_tells_the_same(cloud: Cloud, name: str) -> None:
    def rename(plan: dict[str, Any]) -> None:
        text = json.dumps(plan["configuration"])
        for quoted in (f'"{cloud.kind}"', f'"{cloud.kind}.'):
            text = text.replace(quoted, quoted.replace(cloud.kind, name))
        plan["configuration"] = json.loads(text)

    same(cloud, judged(cloud, rename, made_by(f"registry.terraform.io/hashicorp/{name}")))


BESIDE = {
    "azapi_resource": "registry.terraform.io/azure/azapi",
    "azuread_group": "registry.terraform.io/hashicorp/azuread",
    "awscc_ec2_vpc": "registry.terraform.io/hashicorp/awscc",
    "google_acme": "registry.terraform.io/acme/google",
    "acme_tunnel": "example.com/acme/acme",
}
"""What providers that nothing reads make, of makers that are known and not."""


@each_cloud
@pytest.mark.parametrize(("type_", "maker"), BESIDE.items(), ids=BESIDE)
def test_provider_that_nobody_knows_is_said_with_its_count(cloud: Cloud, type_: str, maker: str) -> None:
    report = judged(cloud, lambda plan: plan["resource_changes"].extend(three_of(type_, maker)))

    [found] = [each for each in report.findings if each.code == "provider_not_read"]
    assert (report.exit_code, found.state) == (1, State.UNDETERMINED)
    named = (
        type_
        if maker == f"registry.terraform.io/hashicorp/{type_.partition('_')[0]}"
        else f"{type_} [{maker}]"
    )
    assert list(found.values["types"]) == [f"{named} (3)"]


@each_cloud
def test_type_that_crosses_and_that_nobody_reads_is_open(cloud: Cloud) -> None:
    maker = f"registry.terraform.io/hashicorp/{cloud.kind}"
    report = judged(cloud, lambda plan: plan["resource_changes"].extend(three_of(cloud.unread, maker)))

    new = said(report) - said(usual(cloud))
    assert new == {
        ("bunkaiten-01", "type_not_read", State.UNDETERMINED, f"terraform:{cloud.unread}.a[{index}]")
        for index in range(3)
    }


def three_of(type_: str, maker: str) -> list[dict[str, Any]]:
    return [
        {
            "address": f"{type_}.a[{index}]",
            "mode": "managed",
            "type": type_,
            "name": "a",
            "provider_name": maker,
            "change": {"actions": ["create"], "after": {"name": "a"}, "after_unknown": {}},
        }
        for index in range(3)
    ]


# accounts, subscriptions and projects


@each_cloud
def test_store_is_whose_its_own_provider_block_says(cloud: Cloud) -> None:
    def unmark(plan: dict[str, Any]) -> None:
        for name in cloud.marks:
            entry_of(plan, cloud.store)["change"]["after"].pop(name, None)

    report = judged(cloud, unmark, provided(cloud.store, "other", cloud.elsewhere))

    found = {each[:3] for each in said(report) - said(usual(cloud)) if each[3].endswith("/archive")}
    assert ("bunkaiten-04", "observed_other_custodian", State.DENIED) in found


@each_cloud
def test_what_lies_where_another_provider_block_works_is_another_s(cloud: Cloud) -> None:
    type_, values = cloud.joint
    report = judged(
        cloud,
        told(cloud.kind, cloud.own),
        told(f"{cloud.kind}.other", cloud.elsewhere),
        placed(type_, values, cloud.kind),
    )

    assert said(report) - said(usual(cloud)) == {
        ("bunkaiten-01", "crossing_undeclared", State.DENIED, f"terraform:{type_}.new")
    }


# what is not known, not there, or no longer managed


@each_cloud
def test_nothing_is_green_of_which_nothing_is_known(cloud: Cloud) -> None:
    report = judged(cloud, each_change(hide))

    assert report.exit_code == 1
    opened = {each.subject for each in report.findings if each.state is not State.NOTE}
    assert opened >= {f"aoba-group/{each}" for each in ("exchanges/referral", "externalStorage/archive")}


@each_cloud
def test_peer_of_which_nothing_is_known_is_open(cloud: Cloud) -> None:
    unknown = ("4.3-1a2-08", "observed_peer_unknown", State.UNDETERMINED, "aoba-group/exchanges/referral")

    assert unknown in said(at(cloud, cloud.device, hide))


@each_cloud
@pytest.mark.parametrize("how", ["deferred", "left out"])
def test_what_an_incomplete_plan_lacks_is_open(cloud: Cloud, how: str) -> None:
    def put_off(plan: dict[str, Any]) -> None:
        entry = entry_of(plan, cloud.line)
        plan["resource_changes"].remove(entry)
        plan["complete"] = False
        if how == "deferred":
            plan["deferred_changes"] = [{"reason": "provider_config_unknown", "resource_change": entry}]

    report = judged(cloud, put_off)

    assert report.exit_code == 1
    new = said(report) - said(usual(cloud))
    assert {state for _, _, state, subject in new if subject.endswith("/referral")} == {State.UNDETERMINED}


@each_cloud
def test_demarcation_point_that_is_deleted_is_denied_and_one_that_is_forgotten_is_not(cloud: Cloud) -> None:
    gone = {"actions": ["delete"], "after": None}
    deleted = at(cloud, cloud.line, lambda entry: entry["change"].update(gone))

    found = [each for each in deleted.findings if each.state is State.DENIED]
    assert [each.values.get("thing", each.values.get("at")) for each in found] == [f"terraform:{cloud.line}"]
    assert said(at(cloud, cloud.line, forgotten)) == said(usual(cloud))


@each_cloud
def test_what_is_forgotten_is_judged_as_it_was(cloud: Cloud) -> None:
    def to_a_stranger(entry: dict[str, Any]) -> None:
        *steps, last = cloud.place
        value: Any = entry["change"]["after"]
        for step in steps:
            value = value[step]
        value[last] = "192.0.2.1"
        forgotten(entry)

    report = at(cloud, cloud.device, to_a_stranger)

    assert {code for _, code, state, _ in said(report) if state is State.DENIED} == {"observed_stranger"}


# numbers and texts


def as_text(value: Any) -> Any:  # noqa: ANN401 - any JSON
    return str(value) if type(value) in (int, float) else value


def as_number(value: Any) -> Any:  # noqa: ANN401 - any JSON
    return int(value) if isinstance(value, str) and re.fullmatch("[1-9][0-9]{0,9}", value) else value


def deep(turn: Callable[[Any], Any], value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        return {name: deep(turn, each) for name, each in value.items()}
    return [deep(turn, each) for each in value] if isinstance(value, list) else turn(value)


@each_cloud
@pytest.mark.parametrize("turn", [as_text, as_number])
def test_numbers_as_texts_and_texts_as_numbers_make_nothing_green(
    cloud: Cloud, turn: Callable[[Any], Any]
) -> None:
    for path in cloud.deployments:
        plan = json.loads(path.read_text("utf-8"))
        turned = copy.deepcopy(plan)
        for entry in turned["resource_changes"]:
            entry["change"]["after"] = deep(turn, entry["change"].get("after"))
        before, after = (
            Gate().check([json.dumps(each).encode()], as_of="2026-11-22") for each in (plan, turned)
        )

        assert after.problems == ()
        assert {subject for _, _, state, subject in said(before) if state is State.DENIED} <= {
            subject for _, _, state, subject in said(after) if state is not State.NOTE
        }, path
