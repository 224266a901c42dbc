"""What only apply will show, and what cannot be read, is never taken for a default or for nothing."""

import copy
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from bunkaiten.documents import Kind, Source, read
from tools import adapters, rego

ROOT = Path(__file__).parents[1]
PLANS = [
    path
    for cloud in ("aws", "sakuracloud")
    for path in sorted((ROOT / "fixtures" / "deployments" / cloud).glob("*/plan.json"))
]
OBSERVED = "data.bunkaiten.observed"
EXCEPTIONS = json.loads((Path(__file__).parent / "unknown" / "exceptions.json").read_text("utf-8"))
"""By "type path", why nothing has to change where the attribute is known only after apply."""
WRONG: tuple[Any, ...] = ("x", 7, [], {}, True, None, [None], ["x"], [7], [{}], {"x": 1})
"""What stands where something else should."""

OTHERS = sorted(
    path
    for cloud in ("azurerm", "google")
    for path in (ROOT / "fixtures" / "deployments" / cloud).glob("*/plan.json")
)
MISTYPED = json.loads((Path(__file__).parent / "unknown" / "mistyped.json").read_text("utf-8"))
"""By "type path", why a fact may go where the attribute holds something of another type."""
SHAPES = {
    name: shapes
    for path in (ROOT / "policies" / "bunkaiten" / "observed" / "attribute_shapes").rglob("data.json")
    for name, shapes in json.loads(path.read_text("utf-8")).items()
}

_BATCH = 40
"""Copies of a plan that are judged at once."""

_OBJECTS = 200
"""Objects that are judged at once."""

Steps: TypeAlias = tuple[str | int, ...]
Fact: TypeAlias = Mapping[str, Any]
Plan: TypeAlias = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a plan holds an attribute that an adapter reads."""

    index: int
    """Of the change within the plan."""

    name: str
    """Type and path, "aws_elb listener.lb_port"."""

    steps: Steps


def test_the_table_holds_what_is_excepted_and_nothing_else() -> None:
    found = {place.name for path in PLANS for place in _lost(path)} | (_read() - _telling())

    assert sorted(found) == sorted(EXCEPTIONS)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.parent.name)
def test_what_only_apply_will_show_is_unknown(path: Path) -> None:
    assert [place for place in _lost(path) if place.name not in EXCEPTIONS] == []


def test_what_cannot_be_read_of_an_object_is_unknown() -> None:
    silent = []
    for start in range(0, len(_mistaken_objects()), _OBJECTS):
        batch = _mistaken_objects()[start : start + _OBJECTS]
        found = _facts({str(number): written for number, (_, _, written) in enumerate(batch)}, "kubernetes")
        silent += [
            f"{name}: {json.dumps(value)}"
            for number, (name, value, _) in enumerate(batch)
            if value is not None and not any(map(_is_late, found[str(number)]))
        ]

    assert silent == []


@pytest.mark.parametrize("path", [*PLANS, *OTHERS], ids=lambda path: f"{path.parts[-3]}/{path.parent.name}")
def test_values_of_other_types_end_no_query(path: Path) -> None:
    plan = json.loads(path.read_text("utf-8"))
    copies = [
        _all_replaced(plan, depth, value) for depth in range(1, 5) for value in ("", [["x"]], None, *WRONG)
    ]
    whole = {str(number): copy for number, copy in enumerate(copies)}

    assert _facts(whole).keys() == whole.keys()


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.parent.name)
def test_value_of_another_type_is_unknown(path: Path) -> None:
    plan = json.loads(path.read_text("utf-8"))
    places = [place for index in range(len(plan["resource_changes"])) for place in _places(plan, index)]
    first = list({place.name: place for place in reversed(places)}.values())
    base, lost = _facts({"0": plan})["0"], []
    for start in range(0, len(first), _BATCH):
        batch = first[start : start + _BATCH]
        found = _facts({str(number): _mistaken(plan, place) for number, place in enumerate(batch)})
        lost += [
            place.name
            for number, place in enumerate(batch)
            if not all(any(_covers(fact, known) for fact in found[str(number)]) for known in base)
        ]

    assert [name for name in sorted(lost) if name not in MISTYPED] == []


def test_every_attribute_that_is_read_has_its_shape() -> None:
    known = {
        name: {
            *shapes["top"],
            *(
                f"{block}{'' if path.startswith('[') else '.'}{path}".replace("[]", "")
                for block, paths in shapes.get("below", {}).items()
                for path in paths
            ),
        }
        for name, shapes in SHAPES.items()
    }

    for name, paths in adapters.reads().items():
        if "/" not in name:
            assert {path for path in paths if not _is_in_map(path, name)} <= known.get(name, set()), name


def test_every_field_of_an_object_that_is_read_has_its_shape() -> None:
    shaped = rego.ask(f"{OBSERVED}.kubernetes.shapes")
    known = {
        kind: {
            ".".join([*start, path]).replace("[]", "")
            for name, start in parts.items()
            for path in shaped["shapes"][name]
        }
        for kind, parts in shaped["kinds"].items()
    }
    told = re.compile(r"^data\.|(^|\.)(annotations|labels|metadata)\.")

    for kind, paths in adapters.reads().items():
        if "/" in kind:
            assert {path for path in paths if not told.search(path)} <= known.get(kind, set()), kind


def _lost(path: Path) -> list[Place]:
    """Places that hide a fact without an unknown one in its stead."""
    _, base, hidden = _hidden(path)
    return [
        place
        for place, facts in hidden
        if not all(any(_covers(fact, known) for fact in facts) for known in base)
    ]


def _telling() -> set[str]:
    """Attributes of which it shows somewhere that they are hidden."""
    return {
        place.name
        for path in PLANS
        for _, base, hidden in [_hidden(path)]
        for place, facts in hidden
        if facts != base
    }


def _read() -> set[str]:
    return {place.name for path in PLANS for place in _hidden(path)[0]}


def _covers(late: Fact, known: Fact) -> bool:
    """Whether `late` says of the same thing nothing that `known` does not, and all or unknown."""
    if late["thing"] != known["thing"] or late["way"] not in {known["way"], "remote-login"}:
        return False
    said = {name: value for name, value in late.items() if name != "way" and not _is_unknown(value)}
    if any(known.get(name) != value for name, value in said.items() if value != "both"):
        return False
    return known.keys() <= late.keys() | {"hosts", "ports"} or any(map(_is_unknown, late.values()))


def _is_unknown(value: object) -> bool:
    return value == {"unknown": True}


@cache
def _hidden(path: Path) -> tuple[list[Place], list[Fact], list[tuple[Place, list[Fact]]]]:
    """The places of a plan, its facts, and its facts without each."""
    plan = json.loads(path.read_text("utf-8"))
    places = [place for index in range(len(plan["resource_changes"])) for place in _places(plan, index)]
    some = [place for place in places if _is_new(place, places)]
    copies = [(place, _without(plan, place)) for place in some]
    copies += [(place, _made_for_each(plan, place)) for place in some if _is_block(plan, place)]
    facts: list[tuple[Place, list[Fact]]] = []
    for batch in (copies[start : start + _BATCH] for start in range(0, len(copies), _BATCH)):
        found = _facts({str(number): hidden for number, (_, hidden) in enumerate(batch)})
        facts += [(place, found[str(number)]) for number, (place, _) in enumerate(batch)]
    return some, _facts({"0": plan})["0"], facts


def _is_new(place: Place, places: list[Place]) -> bool:
    """Whether it is among the first four of its name in the plan: the others tell the same."""
    return place in [other for other in places if other.name == place.name][:4]


def _places(plan: Plan, index: int) -> Iterator[Place]:
    change = plan["resource_changes"][index]
    after = change["change"].get("after")
    if not isinstance(after, dict) or change["change"]["actions"] == ["forget"]:
        return
    seen: set[Steps] = set()
    for path in sorted(adapters.reads().get(change["type"], frozenset()) - {"arn", "id"}):
        names = path.split(".")
        for length in range(1, len(names) + 1):
            for steps in _found(after, names[:length]):
                if steps not in seen and _at(after, steps) not in (None, "", [], {}):
                    seen.add(steps)
                    yield Place(index=index, name=_name(change["type"], steps), steps=steps)


def _name(type_: str, steps: Steps) -> str:
    older = re.sub(r"^aws_alb(?=_|$)", "aws_lb", type_)
    return f"{older} {'.'.join(step for step in steps if isinstance(step, str))}"


def _found(value: object, names: list[str], steps: Steps = ()) -> Iterator[Steps]:
    """Follow a path without indices to all that it stands for."""
    if not names:
        yield steps
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _found(item, names, (*steps, index))
    elif isinstance(value, dict) and names[0] in value:
        yield from _found(value[names[0]], names[1:], (*steps, names[0]))


def _at(value: Any, steps: Steps) -> Any:  # noqa: ANN401 - any JSON
    for step in steps:
        value = value[step]
    return value


def _without(plan: Plan, place: Place) -> Plan:
    """The plan where only apply will show the attribute, which somebody wrote."""
    hidden, expressions = _hide(plan, place)
    name = str(place.steps[0])
    if len(place.steps) == 1 and "references" not in expressions.get(name, {"references": []}):
        expressions[name] = {"references": ["local.late"]}
    expressions.setdefault(name, {"references": ["local.late"]})
    return hidden


def _made_for_each(plan: Plan, place: Place) -> Plan:
    """The same for blocks that are made for each of what is unknown: they leave no expression."""
    hidden, expressions = _hide(plan, place)
    expressions.pop(str(place.steps[0]), None)
    return hidden


def _is_block(plan: Plan, place: Place) -> bool:
    change = plan["resource_changes"][place.index]
    value = _at(change["change"]["after"], place.steps)
    named = (change["type"], place.steps[0])
    blocks = isinstance(value, list) and all(isinstance(item, dict) for item in value)
    return blocks and len(place.steps) == 1 and named not in _computed()


def _hide(plan: Plan, place: Place) -> tuple[Plan, dict[str, Any]]:
    changes = list(plan["resource_changes"])
    change = changes[place.index] = copy.deepcopy(changes[place.index])
    hidden = {
        **plan,
        "resource_changes": changes,
        "configuration": copy.deepcopy(plan.get("configuration", {})),
    }
    after = change["change"]["after"]
    change["change"]["after_unknown"] = _marked(change["change"].get("after_unknown"), after, place.steps)
    del _at(after, place.steps[:-1])[place.steps[-1]]
    return hidden, _configured(hidden, change).setdefault("expressions", {})


def _marked(unknown: object, after: Any, steps: Steps) -> Any:  # noqa: ANN401 - any JSON
    if not steps:
        return True
    step, *rest = steps
    if isinstance(step, int):
        marks = [mark or {} for mark in unknown] if isinstance(unknown, list) else [{} for _ in after]
        marks[step] = _marked(marks[step], after[step], tuple(rest))
        return marks
    named = unknown if isinstance(unknown, dict) else {}
    return {**named, step: _marked(named.get(step), after[step], tuple(rest))}


def _configured(plan: Plan, change: Mapping[str, Any]) -> dict[str, Any]:
    """What was written for a change, or nothing."""
    module = plan.get("configuration", {}).get("root_module", {})
    for name in re.findall(
        r"module\.([^.\[]+)", re.sub(r'\["[^"]*"\]', "", change.get("module_address", ""))
    ):
        module = module.get("module_calls", {}).get(name, {}).get("module", {})
    wanted = [change[name] for name in ("mode", "type", "name")]
    found: dict[str, Any]
    for found in module.get("resources", []):
        if [found[name] for name in ("mode", "type", "name")] == wanted:
            return found
    return {}


@cache
def _computed() -> frozenset[tuple[str, str]]:
    """Types and attributes that are unknown somewhere although nobody wrote them."""
    return frozenset(
        (change["type"], name)
        for path in PLANS
        for plan in [json.loads(path.read_text("utf-8"))]
        for change in plan["resource_changes"]
        for name, mark in (change["change"].get("after_unknown") or {}).items()
        if mark is True and name not in _configured(plan, change).get("expressions", {})
    )


@cache
def _mistaken_objects() -> list[tuple[str, Any, Any]]:
    """Kind and path, a value of another type there, and the object that holds it."""
    found: dict[str, tuple[Any, Steps]] = {}
    for path in sorted((ROOT / "fixtures" / "deployments" / "kubernetes").rglob("*.yaml")):
        for document in read(Source(id=path.name, data=path.read_bytes())).documents:
            if document.kind is Kind.OBJECT:
                written: Any = document.value
                for name, steps in _fields(written):
                    found.setdefault(name, (written, steps))
    return [
        (name, value, _replaced(written, steps, value))
        for name, (written, steps) in found.items()
        for value in WRONG
        if not _is_alike(_at(written, steps), value)
    ]


def _all_replaced(plan: Plan, depth: int, value: object) -> Plan:
    """The plan where every attribute so deep that an adapter reads is `value`."""
    copied: Plan = {**plan, "resource_changes": copy.deepcopy(plan["resource_changes"])}
    for change in copied["resource_changes"]:
        after = change["change"].get("after")
        if isinstance(after, dict):
            for path in adapters.reads().get(change["type"], ()):
                for steps in list(_found(after, path.split(".")[:depth])):
                    if len([step for step in steps if isinstance(step, str)]) == depth:
                        _at(after, steps[:-1])[steps[-1]] = value
    return copied


def _mistaken(plan: Plan, place: Place) -> Plan:
    changes = list(plan["resource_changes"])
    change = changes[place.index]
    after = change["change"]["after"]
    value: Any = 7 if isinstance(_at(after, place.steps), dict) else {"x": 1}
    changed = {**change["change"], "after": _replaced(after, place.steps, value)}
    changes[place.index] = {**change, "change": changed}
    return {**plan, "resource_changes": changes}


def _is_in_map(path: str, name: str) -> bool:
    """Whether some part above is a map, whose keys no schema tells."""
    above = path.split(".")[:-1]
    return any(
        SHAPES[name]["top"].get(".".join(above[:length])) == "object" for length in range(1, len(above) + 1)
    )


def _fields(written: Any) -> Iterator[tuple[str, Steps]]:  # noqa: ANN401 - any JSON
    kind = f"{written['apiVersion'].rpartition('/')[0]}/{written['kind']}"
    for path in sorted(adapters.reads().get(kind, ())):
        names = path.split(".")
        for length in range(1, len(names) + 1):
            if names[0] not in {"data", "metadata"} and "annotations" not in names:
                for steps in _found(written, names[:length]):
                    yield f"{kind} {'.'.join(names[:length])}", steps


def _is_alike(value: object, other: object) -> bool:
    """Whether both are lists, objects or single values; what lists hold counts too."""
    if isinstance(value, list) and isinstance(other, list) and value and other:
        return _is_alike(value[0], other[0])
    return all(isinstance(value, room) == isinstance(other, room) for room in (list, dict))


def _replaced(written: object, steps: Steps, value: object) -> Any:  # noqa: ANN401 - any JSON
    replaced: Any = copy.deepcopy(written)
    _at(replaced, steps[:-1])[steps[-1]] = value
    return replaced


def _is_late(fact: Fact) -> bool:
    return any(map(_is_unknown, fact.values()))


def _facts(documents: Mapping[str, Any], room: str = "terraform") -> dict[str, list[Fact]]:
    """Every fact by its document, without its key and its place."""
    envelope = {"terraform": {}, "kubernetes": {}, "declarations": {}, "context": {}, room: documents}
    found: dict[str, list[Fact]] = {name: [] for name in documents}
    for kind, facts in rego.ask(f"{OBSERVED}.shown.by_kind", envelope).items():
        for fact in sorted(facts, key=_order):
            said = {name: value for name, value in fact.items() if name not in {"key", "steps"}}
            found[fact["steps"][1]].append({**said, "kind": kind})
    return found


def _order(fact: object) -> str:
    return json.dumps(fact, sort_keys=True)
