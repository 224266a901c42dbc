"""The shape of declarations, read from their schema: what stands where, and what can be taken away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, TypeAlias

from bunkaiten import references, schemas

Json: TypeAlias = Any
"""Anything that a document may hold."""
Node: TypeAlias = Mapping[str, Any]
Steps: TypeAlias = tuple[str | int, ...]

DEFINITIONS: Mapping[str, Node] = schemas.schema("demarcation")["$defs"]
SPEC: Node = DEFINITIONS["spec"]
SECTIONS = tuple(name for name in SPEC["properties"] if name not in ("parties", "agreements"))
"""Where what is judged stands."""
_ANYTHING: Node = {}


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """One value of a declaration."""

    steps: Steps
    field: str
    """`steps` with "*" for every name that its author chose and every place in a list."""
    node: Node
    """What the schema says of it."""
    removable: bool
    """Whether the schema accepts what is left without it."""


def resolved(node: Node) -> tuple[Node, str]:
    """Return what `node` refers to, and under which name; the name of what is defined in place is ""."""
    name = ""
    while "$ref" in node:
        name = node["$ref"].removeprefix("#/$defs/")
        node = DEFINITIONS[name]
    return node, name


def places(spec: Json) -> Iterator[Place]:
    """Yield every value inside `spec`, a valid declaration's."""
    yield from _inside(spec, SPEC, (), "")


def removals(spec: Json) -> Iterator[tuple[Place, Any]]:
    """Yield every value that can be taken away and leave a valid declaration, with what is left."""
    for place in places(spec):
        if place.removable:
            left = without(spec, place.steps)
            if place.steps[0] not in references.SECTIONS or not references.dangling(left):
                yield place, left


def without(value: Json, steps: Steps) -> Json:
    """Return `value` without what stands at `steps`. Nothing is changed; the rest is shared."""
    first, *rest = steps
    if rest:
        return replaced(value, (first,), without(value[first], tuple(rest)))
    if isinstance(value, dict):
        return {key: each for key, each in value.items() if key != first}
    return [each for index, each in enumerate(value) if index != first]


def replaced(value: Json, steps: Steps, new: Json) -> Json:
    """Return `value` with `new` at `steps`, which may name a key that is not there yet."""
    if not steps:
        return new
    first, *rest = steps
    inner = replaced(value[first], tuple(rest), new) if rest else new
    if isinstance(value, dict):
        return {**value, first: inner}
    return [*value[:first], inner, *value[first + 1 :]]


def at(value: Json, steps: Steps) -> Json:
    """Return what stands at `steps`."""
    for step in steps:
        value = value[step]
    return value


def shuffled(value: Json, dice: Random, node: Node = SPEC) -> Json:
    """Return `value` with its mappings, and its lists that are sets, in another order."""
    node = branch(node, value)
    if isinstance(value, dict):
        keys = dice.sample(list(value), len(value))
        named, others = node.get("properties", {}), node.get("additionalProperties", {})
        return {key: shuffled(value[key], dice, named.get(key, others)) for key in keys}
    if isinstance(value, list):
        items = [shuffled(item, dice, node.get("items", {})) for item in value]
        return dice.sample(items, len(items)) if node.get("uniqueItems") else items
    return value


def branch(node: Node, value: Json) -> Node:
    """Return what the schema says of `value` at `node`: of several shapes the one that it has."""
    node, _ = resolved(node)
    if "anyOf" not in node:
        return node
    return next(found for each in node["anyOf"] if _fits(found := branch(each, value), value))


def _fits(node: Node, value: Json) -> bool:
    if "const" in node:
        return bool(node["const"] == value)
    if isinstance(value, str):
        return node.get("type") == "string" or value in node.get("enum", ())
    return node.get("type") == ("object" if isinstance(value, dict) else "array")


def _inside(value: Json, node: Node, steps: Steps, field: str) -> Iterator[Place]:
    node = branch(node, value)
    if isinstance(value, dict):
        least, required = node.get("minProperties", 0), node.get("required", ())
        parts = [(key, *_property(node, key), key not in required) for key in value]
    elif isinstance(value, list):
        least = node.get("minItems", 0)
        parts = [(index, "*", node.get("items", _ANYTHING), True) for index in range(len(value))]
    else:
        return
    for step, name, inner, optional in parts:
        below = f"{field}/{name}".removeprefix("/")
        removable = optional and len(value) > least
        yield Place(steps=(*steps, step), field=below, node=inner, removable=removable)
        yield from _inside(value[step], inner, (*steps, step), below)


def _property(node: Node, key: str) -> tuple[str, Node]:
    if key in node.get("properties", ()):
        return key, node["properties"][key]
    return "*", node.get("additionalProperties", _ANYTHING)


def fields(node: Node = SPEC, field: str = "") -> Iterator[str]:
    """Yield every field that the schema knows below `node`, as in `Place.field`."""
    node, _ = resolved(node)
    for each in node.get("anyOf", ()):
        yield from fields(each, field)
    inner = [*node.get("properties", {}).items()]
    inner += [("*", node[key]) for key in ("additionalProperties", "items") if node.get(key)]
    for name, below in inner:
        found = f"{field}/{name}".removeprefix("/")
        yield found
        yield from fields(below, found)


def words(node: Node = SPEC, field: str = "") -> Iterator[tuple[str, str]]:
    """Yield every closed word that the schema knows below `node`, after its field."""
    node, _ = resolved(node)
    for word in (*node.get("enum", ()), *([node["const"]] if "const" in node else ())):
        yield field, word
    for each in node.get("anyOf", ()):
        yield from words(each, field)
    inner = [*node.get("properties", {}).items()]
    inner += [("*", node[key]) for key in ("additionalProperties", "items") if node.get(key)]
    for name, below in inner:
        yield from words(below, f"{field}/{name}".removeprefix("/"))
