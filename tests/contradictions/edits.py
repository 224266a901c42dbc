"""Ways to change one place of a scenario: a resource, an object, or a field of the declaration."""

import copy
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from contradictions.case import Change, Stack, name_of

Path = Sequence[str | int]


def put(address: str, path: Path, value: object) -> Change:
    """Return the change that writes `value` at `path` of the resource at `address`, known from now on."""

    def change(stack: Stack) -> None:
        found = stack.change_of(address)
        _set(found["after"], path, value)
        if found["after_unknown"].get(path[0]) is True:
            del found["after_unknown"][path[0]]

    return change


def late(address: str, path: Path) -> Change:
    """Return the change after which what stands at `path` is known only after apply."""

    def change(stack: Stack) -> None:
        found = stack.change_of(address)
        _set(found["after"], path, None)
        if not isinstance(path[-1], int):
            del _within(found["after"], path[:-1])[path[-1]]
        _set(found["after_unknown"], path, True)  # noqa: FBT003 - that is how a plan says it

    return change


def text(address: str, name: str, edit: Callable[[Any], None]) -> Change:
    """Return the change that edits the JSON text that is the attribute `name`."""

    def change(stack: Stack) -> None:
        after = stack.change_of(address)["after"]
        document = json.loads(after[name])
        edit(document)
        after[name] = json.dumps(document)

    return change


def tag(address: str, name: str, word: str, *, attributes: Sequence[str] = ("tags", "tags_all")) -> Change:
    """Return the change that marks the resource at `address`; the provider copies tags to `tags_all`."""

    def change(stack: Stack) -> None:
        after = stack.change_of(address)["after"]
        for attribute in attributes:
            after[attribute] = {**(after.get(attribute) or {}), name: word}

    return change


def untag(address: str, name: str, *, attributes: Sequence[str] = ("tags", "tags_all")) -> Change:
    """Return the change after which nothing marks the resource at `address` by `name`."""

    def change(stack: Stack) -> None:
        after = stack.change_of(address)["after"]
        for attribute in attributes:
            after[attribute] = {each: word for each, word in after[attribute].items() if each != name}

    return change


def add(
    address: str,
    values: Mapping[str, object],
    *,
    actions: Sequence[str] = ("create",),
    open_at: Path = (),
    maker: str | None = None,
) -> Change:
    """Return the change that puts a new managed resource into the root module of its cloud's plan.

    What stands at `open_at` is known only after apply; `maker` makes its provider, if not the plan's own.
    """
    type_, _, name = address.partition(".")
    gone = tuple(actions) == ("delete",)

    def change(stack: Stack) -> None:
        plan = stack.plan_of(type_)
        changes = plan["resource_changes"]
        changes.append(
            {
                "address": address,
                "mode": "managed",
                "type": type_,
                "name": name,
                "provider_name": maker or changes[0]["provider_name"],
                "change": {
                    "actions": list(actions),
                    "before": values if gone else None,
                    "after": None if gone else copy.deepcopy(values),
                    "after_unknown": {},
                },
            }
        )
        if open_at:
            late(address, open_at)(stack)

    return change


def target_others(address: str) -> Change:
    """Return the change after which the plan was made for some targets, and `address` is none of them."""

    def change(stack: Stack) -> None:
        for plan in stack.plans:
            kept = [each for each in plan["resource_changes"] if each["address"] != address]
            plan["complete"] = plan["complete"] and len(kept) == len(plan["resource_changes"])
            plan["resource_changes"] = kept

    return change


def act(address: str, *actions: str) -> Change:
    """Return the change after which the plan does `actions` to the resource at `address`."""

    def change(stack: Stack) -> None:
        found = stack.change_of(address)
        found["actions"] = list(actions)
        if actions == ("delete",):
            found.update(before=found["after"], after=None, after_unknown={})

    return change


def write(thing: str, path: Path, value: object) -> Change:
    """Return the change that writes `value` at `path` of the object `thing`."""

    def change(stack: Stack) -> None:
        _set(stack.objects[thing], path, value)

    return change


def erase(thing: str, path: Path) -> Change:
    """Return the change after which nothing stands at `path` of the object `thing`."""

    def change(stack: Stack) -> None:
        del _within(stack.objects[thing], path[:-1])[path[-1]]

    return change


def bring(written: Mapping[str, Any]) -> Change:
    """Return the change that deploys one more object."""

    def change(stack: Stack) -> None:
        stack.objects[name_of(written)] = dict(written)

    return change


def leave_out(thing: str) -> Change:
    """Return the change after which the object `thing` is deployed no longer."""

    def change(stack: Stack) -> None:
        del stack.objects[thing]

    return change


def declare(path: Path, value: object) -> Change:
    """Return the change that writes `value` at `path` of the declaration's spec."""

    def change(stack: Stack) -> None:
        _set(stack.spec, path, value)

    return change


def drop(path: Path, value: object) -> Change:
    """Return the change that takes `value` out of the list at `path` of the declaration's spec."""

    def change(stack: Stack) -> None:
        _within(stack.spec, path).remove(value)

    return change


def join(path: Path, value: object) -> Change:
    """Return the change that writes `value` at the end of the list at `path` of the declaration's spec."""

    def change(stack: Stack) -> None:
        _within(stack.spec, path[:-1]).setdefault(path[-1], []).append(value)

    return change


def both(*changes: Change) -> Change:
    """Return the change that makes each of `changes`."""

    def change(stack: Stack) -> None:
        for each in changes:
            each(stack)

    return change


def _within(value: Any, path: Path) -> Any:  # noqa: ANN401 - any JSON
    for step in path:
        value = value[step]
    return value


def _set(value: Any, path: Path, new: object) -> None:  # noqa: ANN401 - any JSON
    """Write `new`; objects on the way that are not there, or that a plan left out, are made."""
    for step, following in zip(path, [*path[1:], None], strict=True):
        if following is None:
            _grow(value, step)
            value[step] = new
            return
        _grow(value, step)
        if not isinstance(value[step], dict | list):
            value[step] = [] if isinstance(following, int) else {}
        value = value[step]


def _grow(value: Any, step: str | int) -> None:  # noqa: ANN401 - any JSON
    if isinstance(step, str):
        value.setdefault(step, None)
        return
    while len(value) <= step:
        value.append({})
