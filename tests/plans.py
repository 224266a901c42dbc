"""Ways to change a whole plan, whatever cloud it is for."""

from collections.abc import Callable, Mapping
from typing import Any

Edit = Callable[[dict[str, Any]], None]


def of(**values: object) -> Edit:
    """Return the edit that writes `values` at the top of a plan."""
    return lambda plan: plan.update(values)


def without(*names: str) -> Edit:
    """Return the edit that takes `names` away from the top of a plan."""
    return lambda plan: [plan.pop(name, None) for name in names] and None


def each_change(edit: Callable[[dict[str, Any]], object]) -> Edit:
    """Return the edit of every managed resource's entry."""

    def over(plan: dict[str, Any]) -> None:
        for change in plan["resource_changes"]:
            if change["mode"] == "managed":
                edit(change)

    return over


def changed(**values: object) -> Edit:
    """Return the edit that writes `values` into every change."""
    return each_change(lambda entry: entry["change"].update(values))


def made_by(name: object) -> Edit:
    """Return the edit after which the provider called `name` makes every resource."""
    return each_change(lambda entry: entry.update(provider_name=name))


def entry_of(plan: Mapping[str, Any], address: str) -> dict[str, Any]:
    """Return the entry of the resource at `address`."""
    found: dict[str, Any] = next(
        each for each in plan["resource_changes"] if each["address"] == address and "deposed" not in each
    )
    return found


def forgotten(entry: dict[str, Any]) -> None:
    """Make of a new resource one that was there before and is managed no longer."""
    known = {**entry["change"]["after"], "id": entry["address"]}
    entry["change"] = {"actions": ["forget"], "before": known, "after": None, "after_unknown": {}}


def left_behind(address: str) -> Edit:
    """Return the edit that adds what a replacement left behind, under the address of what replaced it."""

    def add(plan: dict[str, Any]) -> None:
        entry = entry_of(plan, address)
        gone = {
            "actions": ["delete"],
            "before": entry["change"]["after"],
            "after": None,
            "after_unknown": {},
        }
        plan["resource_changes"].append({**entry, "deposed": "0a1b2c3d", "change": gone})

    return add


def hide(entry: dict[str, Any]) -> None:
    """Leave nothing of a resource known before apply."""
    change = entry["change"]
    names = [*change["after"], *change["after_unknown"]]
    change["after_unknown"], change["after"] = dict.fromkeys(names, True), {}


def strip_values(plan: dict[str, Any]) -> None:
    """Take the values of all resources away from what the plan says of the outcome."""
    waiting = [plan["planned_values"]["root_module"]]
    while waiting:
        module = waiting.pop()
        waiting += module.get("child_modules", ())
        for resource in module.get("resources", ()):
            resource.pop("values", None)


def configured(plan: Mapping[str, Any], address: str) -> dict[str, Any]:
    """Return what the configuration says of the resource at `address` of the root module."""
    found: dict[str, Any] = next(
        each for each in plan["configuration"]["root_module"]["resources"] if each["address"] == address
    )
    return found


def placed(type_: str, values: Mapping[str, Any], key: str) -> Edit:
    """Return the edit that adds `type_`.new to the root module, made by the provider block `key`."""

    def add(plan: dict[str, Any]) -> None:
        address = f"{type_}.new"
        plan["resource_changes"].append(
            {
                "address": address,
                "mode": "managed",
                "type": type_,
                "name": "new",
                "provider_name": plan["resource_changes"][0]["provider_name"],
                "change": {"actions": ["create"], "before": None, "after": values, "after_unknown": {}},
            }
        )
        plan["configuration"]["root_module"]["resources"].append(
            {
                "address": address,
                "mode": "managed",
                "type": type_,
                "name": "new",
                "provider_config_key": key,
                "expressions": {name: {"constant_value": value} for name, value in values.items()},
            }
        )

    return add


def told(key: str, expressions: Mapping[str, Any]) -> Edit:
    """Return the edit that writes `expressions` into the provider block `key`, or adds such a block."""

    def edit(plan: dict[str, Any]) -> None:
        blocks = plan["configuration"]["provider_config"]
        block = blocks.setdefault(key, {"name": key.partition(".")[0], "expressions": {}})
        block["expressions"] |= {name: {"constant_value": value} for name, value in expressions.items()}

    return edit


def provided(address: str, alias: str, expressions: Mapping[str, Any]) -> Edit:
    """Return the edit after which a provider block of its own makes the resource at `address`."""

    def edit(plan: dict[str, Any]) -> None:
        resource = configured(plan, address)
        kind, _, _ = resource["provider_config_key"].partition(".")
        block = plan["configuration"]["provider_config"][kind]
        key = f"{kind}.{alias}"
        resource["provider_config_key"] = key
        plan["configuration"]["provider_config"][key] = {
            **block,
            "alias": alias,
            "expressions": {name: {"constant_value": value} for name, value in expressions.items()},
        }

    return edit
