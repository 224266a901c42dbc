"""References inside a declaration that lead nowhere.

Which property refers to what stands in the demarcation schema, as `x-refersTo`, and nowhere else.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from bunkaiten import schemas
from bunkaiten.faults import MOST, Fault, Steps, fault, fault_with_near, places

Trail = tuple[Any, ...]
"""The way to a place, as (way to the parent, step), () for the start: cheap to make, rarely read."""

SECTIONS = {
    "parties": "dangling_party",
    "agreements": "dangling_agreement",
    "exchanges": "dangling_exchange",
}
"""What can be referred to, and the message where it is not declared."""

_OTHERS = (
    ("externalStorage", "custodian", "owner"),
    ("externalStorage", "sharedWith", "owner"),
    ("remoteMaintenance", "maintainer", "institution"),
    ("entrustedWork", "contractor", "institution"),
)
"""In each section, the field that has to name another party than the one after it."""


class _Shape(NamedTuple):
    """Where references stand in a value; parts without any are left out."""

    refers: str | None = None
    """The value itself is the name of something in this section."""
    words: frozenset[str] = frozenset()
    """What may stand there instead of a name."""
    keys: str | None = None
    """Its keys are names in this section."""
    properties: tuple[tuple[str, "_Shape"], ...] = ()
    each: "_Shape | None" = None
    """Every other value of a mapping."""
    items: "_Shape | None" = None


_NOTHING = _Shape()


class _Search(NamedTuple):
    declared: Mapping[str, Mapping[str, object]]
    """Section -> its names."""
    lost: list[tuple[Trail, str, str]]
    """What was referred to in vain: where, section, name."""


def dangling(spec: object, limit: int = 20) -> tuple[Fault, ...]:
    """Return the references of `spec` to parties, agreements and exchanges that it does not declare.

    A party that deals with itself and an agreement that ends before it begins are told as well.
    Pointers lead into `spec`; the order is that of the document; at most `limit` are returned.
    What is not of the right shape is passed over: the schema speaks of that.
    """
    if not isinstance(spec, dict) or not isinstance(spec.get("parties"), dict):
        return ()
    search = _Search({section: _declared(spec, section) for section in SECTIONS}, [])
    _visit(_shape(), spec, (), search)
    lost = [(_steps(trail), section, name) for trail, section, name in search.lost[:MOST]]
    # who is left with nobody but itself is told once
    wrong = (_circles(spec), dict.fromkeys(_doubles(spec)), _reversals(spec))
    found = [*lost, *(each for kind in wrong for each in islice(kind, MOST))]
    found.sort(key=lambda each: places(spec, each[0]))
    return tuple(_fault(*each, search.declared) for each in found[:limit])


def _fault(steps: Steps, wrong: str, name: str, declared: Mapping[str, Mapping[str, object]]) -> Fault:
    if wrong not in SECTIONS:
        return fault(steps, wrong, name=name)
    return fault_with_near(steps, SECTIONS[wrong], name, declared[wrong], name=name)


def _declared(spec: Mapping[str, Any], section: str) -> Mapping[str, object]:
    names = spec.get(section)
    return names if isinstance(names, dict) else {}


def _visit(shape: _Shape, value: object, trail: Trail, search: _Search) -> None:
    """Note what `value` refers to in vain."""
    if isinstance(value, str):
        if shape.refers and value not in search.declared[shape.refers] and value not in shape.words:
            search.lost.append((trail, shape.refers, value))
    elif isinstance(value, dict):
        _visit_mapping(shape, value, trail, search)
    elif isinstance(value, list) and shape.items:
        for place, item in enumerate(value):
            _visit(shape.items, item, (trail, place), search)


def _visit_mapping(shape: _Shape, value: Mapping[str, object], trail: Trail, search: _Search) -> None:
    if shape.keys:
        known = search.declared[shape.keys]
        search.lost.extend(((trail, key), shape.keys, key) for key in value if key not in known)
    for name, inner in shape.properties:
        if name in value:
            _visit(inner, value[name], (trail, name), search)
    if shape.each:
        for key, item in value.items():
            _visit(shape.each, item, (trail, key), search)


def _circles(spec: Mapping[str, Any]) -> Iterator[tuple[Steps, str, str]]:
    exchanges = spec.get("exchanges")
    for name, exchange in exchanges.items() if isinstance(exchanges, dict) else ():
        match exchange:
            case {"source": str(source), "destinations": {"parties": [*parties]}} if source in parties:
                steps = ("exchanges", name, "destinations", "parties", parties.index(source))
                yield steps, "source_is_destination", source


def _doubles(spec: Mapping[str, Any]) -> Iterator[tuple[Steps, str, str]]:
    for section, field, other in _OTHERS:
        for name, subject in _declared(spec, section).items():
            match subject:
                case {**fields} if isinstance(party := fields.get(other), str):
                    for steps, named in _named(fields.get(field)):
                        if named == party:
                            yield (section, name, field, *steps), "party_with_itself", party
                case _:
                    continue


def _named(value: object) -> Iterator[tuple[Steps, object]]:
    if isinstance(value, list):
        yield from (((place,), item) for place, item in enumerate(value))
    else:
        yield (), value


def _reversals(spec: Mapping[str, Any]) -> Iterator[tuple[Steps, str, str]]:
    for name, agreement in _declared(spec, "agreements").items():
        match agreement:
            # days sort as texts, and "open" after them
            case {"validFrom": str(first), "validTo": str(last)} if last < first:
                yield ("agreements", name, "validTo"), "ends_before_it_begins", last


def _steps(trail: Trail) -> Steps:
    steps: list[str | int] = []
    while trail:
        trail, step = trail
        steps.append(step)
    return tuple(reversed(steps))


@cache
def _shape() -> _Shape:
    return _defined("spec") or _Shape()


@cache
def _defined(name: str) -> _Shape | None:
    return _read(_definitions()[name])


def _definitions() -> Mapping[str, Any]:
    definitions: Mapping[str, Any] = schemas.schema("demarcation")["$defs"]
    return definitions


def _read(schema: object) -> _Shape | None:
    """Return where references stand in what `schema` describes, None if nowhere."""
    if not isinstance(schema, dict):  # not said, or additionalProperties: false
        return None
    if "$ref" in schema:
        return _defined(_name(schema))
    if "anyOf" in schema:
        return _merged([_read(branch) for branch in schema["anyOf"]], _words(schema))
    inner = {name: _read(part) for name, part in schema.get("properties", {}).items()}
    keys = _read(schema.get("propertyNames"))
    shape = _Shape(
        refers=schema.get("x-refersTo"),
        keys=keys.refers if keys else None,
        properties=tuple((name, part) for name, part in inner.items() if part),
        each=_read(schema.get("additionalProperties")),
        items=_read(schema.get("items")),
    )
    return shape if shape != _NOTHING else None


def _merged(branches: list[_Shape | None], words: frozenset[str]) -> _Shape | None:
    """Return one shape for all branches: text, mappings and lists never stand in each other's way."""
    shapes = [branch for branch in branches if branch]
    if not shapes:
        return None
    return _Shape(
        refers=next((shape.refers for shape in shapes if shape.refers), None),
        words=words,
        keys=next((shape.keys for shape in shapes if shape.keys), None),
        properties=tuple(part for shape in shapes for part in shape.properties),
        each=next((shape.each for shape in shapes if shape.each), None),
        items=next((shape.items for shape in shapes if shape.items), None),
    )


def _words(schema: Mapping[str, Any]) -> frozenset[str]:
    branches = [_definitions()[_name(branch)] if "$ref" in branch else branch for branch in schema["anyOf"]]
    return frozenset(branch["const"] for branch in branches if "const" in branch)


def _name(schema: Mapping[str, Any]) -> str:
    name: str = schema["$ref"]
    return name.removeprefix("#/$defs/")
