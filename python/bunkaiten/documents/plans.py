"""What a Terraform or OpenTofu plan must be before anything is read of it: whole, and not contradictory."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bunkaiten.documents.faults import Fault, pointer_to, shown

_VERSIONS = r"0\.[12]|1\.[0-9]+"
_PARTS = ("resource_changes", "planned_values")
_BARE_STATE = {"format_version", "terraform_version"}
_ADDRESS = 300
"""Letters of an address that are shown: modules in modules have long ones."""


def refuse_unfit(value: Mapping[str, Any]) -> None:
    """Raise Fault if `value`, at most MAX_DEPTH deep, is no plan or one that cannot be judged."""
    is_plan = any(part in value for part in _PARTS)
    if "format_version" not in value:
        raise Fault("plan_without_version" if is_plan else _taken_for_a_plan(value), pointer="")
    if not is_plan:
        is_state = "values" in value or value.keys() <= _BARE_STATE
        raise Fault("state_shown" if is_state else "plan_without_changes", pointer="")
    version = value["format_version"]
    if not isinstance(version, str):
        raise Fault("plan_version_no_text", pointer="/format_version")
    if not re.fullmatch(_VERSIONS, version):
        raise Fault("plan_version", pointer="/format_version", found=shown(version))
    # anything but a clear no: a plan that failed lacks the resource that failed
    if value.get("errored", False) is not False:
        raise Fault("plan_errored", pointer="/errored")
    _refuse_unfit_changes(value)


def _taken_for_a_plan(value: Mapping[str, Any]) -> str:
    if {"version", "serial", "lineage"} <= value.keys():
        return "state_file"
    return "plan_log_stream" if {"@level", "@message"} <= value.keys() else "kind_unknown"


def _refuse_unfit_changes(plan: Mapping[str, Any]) -> None:
    changes = plan.get("resource_changes")
    if not changes and any(_has_resources(plan.get(part)) for part in ("planned_values", "prior_state")):
        raise Fault("plan_lists_nothing", pointer="/resource_changes" if "resource_changes" in plan else "")
    if not isinstance(changes, list):  # the schema tells
        return
    known: set[object] = set()
    for index, change in enumerate(changes):
        if not isinstance(change, dict):
            continue
        # what a replacement left behind stands under the same address
        address = change.get("address")
        name = (address, change["deposed"]) if isinstance(change.get("deposed"), str) else address
        if isinstance(address, str) and name in known:
            raise _about("plan_resource_twice", index, change)
        known.add(name if isinstance(address, str) else None)
        if change.get("mode") == "managed" and _is_unread(change.get("change")):
            raise _about("plan_resource_without_values", index, change)
    if not _is_configured(plan) and any(map(_is_open, _changed(changes))):
        raise Fault("plan_without_configuration", pointer="/configuration" if "configuration" in plan else "")


def _is_unread(change: object) -> bool:
    """Say whether a resource will be there, and the plan has nothing of it to read."""
    if not isinstance(change, dict):
        return False
    actions = change.get("actions")
    if actions == ["delete"]:
        return False
    side = "before" if actions == ["forget"] else "after"
    values, unknown = change.get(side), change.get("after_unknown")
    # a plan names every attribute, with null where nobody wrote it, or says that it is not known yet
    return not isinstance(values, dict) or unknown is True or not (values or unknown)


def _changed(changes: list[Any]) -> Iterator[object]:
    for each in changes:
        if isinstance(each, dict) and isinstance(each.get("change"), dict):
            yield each["change"].get("after_unknown")


def _is_open(unknown: object) -> bool:
    """Say whether anything in the marks of one resource is known only after apply."""
    if isinstance(unknown, dict):
        return any(map(_is_open, unknown.values()))
    if isinstance(unknown, list):
        return any(map(_is_open, unknown))
    return unknown is True


def _is_configured(plan: Mapping[str, Any]) -> bool:
    configuration = plan.get("configuration")
    root = configuration.get("root_module") if isinstance(configuration, dict) else None
    return isinstance(root, dict) and bool(root.get("resources") or root.get("module_calls"))


def _has_resources(part: object) -> bool:
    """Say whether planned values or a state have managed resources."""
    values = part.get("values", part) if isinstance(part, dict) else None
    waiting = [values.get("root_module")] if isinstance(values, dict) else []
    while waiting:
        module = waiting.pop()
        if not isinstance(module, dict):
            continue
        resources, below = module.get("resources"), module.get("child_modules")
        found = resources if isinstance(resources, list) else []
        if any(isinstance(each, dict) and each.get("mode") == "managed" for each in found):
            return True
        waiting += below if isinstance(below, list) else []
    return False


def _about(code: str, index: int, change: Mapping[str, Any]) -> Fault:
    place = pointer_to("resource_changes", index)
    return Fault(code, pointer=place, address=shown(change.get("address"), _ADDRESS))
