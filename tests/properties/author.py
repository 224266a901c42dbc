"""Writes declarations at random, all over their schema and near to what is judged.

Everything comes from one seed: a case that failed is written again from its number.
"""

from collections.abc import Sequence
from random import Random
from typing import Any

from properties import shape
from properties.bases import bases
from properties.shape import Json, Node, Steps
from properties.words import DIGEST, LIKELY, POOLS, ROLES

from bunkaiten import references

_SECTIONS = {
    section: shape.SPEC["properties"][section]["additionalProperties"]["$ref"].removeprefix("#/$defs/")
    for section in shape.SECTIONS
    if section != "exchanges"
}
"""What is judged besides exchanges, and the definition of each."""
_OF_SOURCE = frozenset({"begins", "administrator", "by", "finalResponsibility"})
"""What mostly lies with the source, or with the institution whose storage or access it is."""


class Author:
    """Writes one declaration after the other."""

    def __init__(self, seed: int) -> None:
        """Take the number that everything follows from."""
        self._dice = Random(seed)  # noqa: S311 - nothing secret
        self._parties: tuple[str, ...] = tuple(ROLES)
        self._agreements: tuple[str, ...] = ()
        self._exchanges: tuple[str, ...] = ()
        self._source = "aoba"
        self._destinations: tuple[str, ...] = ("midori",)
        self._near: tuple[str, ...] = ()
        self._density = 0.7

    def declaration(self) -> dict[str, Any]:
        """Return the spec of a new declaration, valid by schema and references."""
        dice = self._dice
        self._density = dice.choice((0.3, 0.6, 0.8, 0.95))
        self._parties = tuple(name for name in ROLES if name in ("aoba", "midori") or dice.random() < 0.7)
        self._agreements = tuple(f"paper-{number}" for number in range(dice.choice((0, 1, 2, 3))))
        parties = {name: self._party_record(name) for name in self._parties}
        self._source, self._destinations, self._near = "aoba", ("midori",), ()
        spec: dict[str, Any] = {"parties": parties}
        if self._agreements:
            spec["agreements"] = {name: self._agreement() for name in self._agreements}
        elif dice.random() < 0.5:
            spec["agreements"] = "none"
        self._exchanges = tuple(f"exchange-{number}" for number in range(dice.choice((0, 1, 1, 2))))
        if self._exchanges:
            spec["exchanges"] = {name: self._exchange() for name in self._exchanges}
        for section, definition in _SECTIONS.items():
            if dice.random() < 0.4:
                names = ("night-duty", "archive")[: self._few()]
                spec[section] = {name: self._subject(section, definition) for name in names}
        return spec

    def pick(self, specs: Sequence[Json]) -> Json:
        """Return one of `specs`."""
        return self._dice.choice(specs)

    def changed(self, spec: Json, times: int) -> Json:
        """Return `spec` after some changes: values written anew, left out, or added."""
        for _ in range(times):
            found = self._changed_once(spec)
            if not references.dangling(found) and not _is_off(found):
                spec = found
        return spec

    def _changed_once(self, spec: Json) -> Json:
        self._know(spec)
        # not the sections themselves, and not what the schema leaves open
        known = [place for place in shape.places(spec) if len(place.steps) > 2 and place.node]
        place = self._dice.choice(known)
        self._know(spec, place.steps)
        what = self._dice.random()
        if what < 0.3 and place.removable:
            return shape.without(spec, place.steps)
        here = shape.at(spec, place.steps)
        if what < 0.6 and isinstance(here, dict):
            absent = [key for key in shape.branch(place.node, here).get("properties", ()) if key not in here]
            if absent:
                key = self._dice.choice(absent)
                node = shape.branch(place.node, here)["properties"][key]
                return shape.replaced(spec, (*place.steps, key), self._value(node, key))
        names = [step for step in place.steps if isinstance(step, str)]
        name = names[-2] if names[-1] == "party" else names[-1]
        return shape.replaced(spec, place.steps, self._value(place.node, name))

    def _know(self, spec: Json, steps: Steps = ()) -> None:
        """Take the names of `spec`, and of the subject that `steps` lead into."""
        agreements = spec.get("agreements", {})
        self._parties = tuple(spec["parties"])
        self._agreements = tuple(agreements) if isinstance(agreements, dict) else ()
        self._exchanges = tuple(spec.get("exchanges", ()))
        self._source, self._destinations, self._near = "aoba", ("midori",), ()
        if len(steps) > 1 and steps[0] == "exchanges":
            exchange = spec["exchanges"][steps[1]]
            self._source = exchange["source"]
            self._destinations = tuple(exchange["destinations"]["parties"])
        elif len(steps) > 1 and steps[0] in _SECTIONS:
            self._stand_in(spec[steps[0]][steps[1]])
        self._near = tuple(step for step in steps if step in spec["parties"])[-1:]

    def _stand_in(self, subject: Json) -> None:
        """Take the institutions of a storage, an access or an entrusted work."""
        shared = subject.get("sharedWith", ())
        self._source = subject.get("owner") or subject["institution"]
        self._destinations = tuple(shared) if isinstance(shared, list) else ()

    def _party_record(self, name: str) -> dict[str, Any]:
        role = ROLES[name] if self._dice.random() < 0.95 else self._dice.choice(tuple(ROLES.values()))
        return {"role": role, **self._written("partyRecord", leave_out=("role",))}

    def _agreement(self) -> dict[str, Any]:
        first = self._dice.choice(("aoba", "aoba", "midori"))
        others = [name for name in self._parties if name != first]
        between = [first, *self._dice.sample(others, min(len(others), self._dice.choice((1, 1, 2))))]
        self._dice.shuffle(between)
        agreement = {"between": between, **self._written("agreementRecord", leave_out=("between",))}
        if self._dice.random() < 0.6:
            matters = shape.DEFINITIONS["agreementRecord"]["properties"]["settles"]["items"]["enum"]
            agreement["settles"] = self._dice.sample(matters, self._dice.choice((len(matters), 8, 3)))
        if agreement.get("validTo", "open") < agreement.get("validFrom", ""):
            # an agreement that ends before it begins is none
            agreement["validFrom"], agreement["validTo"] = agreement["validTo"], agreement["validFrom"]
        return agreement

    def _exchange(self) -> dict[str, Any]:
        self._source = "aoba" if self._dice.random() < 0.8 else self._dice.choice(self._parties)
        others = [name for name in self._parties if name != self._source]
        likely = [name for name in others if ROLES[name] == "institution"] or others
        group = likely if self._dice.random() < 0.9 else others
        self._destinations = tuple(self._dice.sample(group, min(len(group), self._dice.choice((0, 1, 1, 2)))))
        destinations = {"parties": list(self._destinations), **self._others()}
        data = "patient-information" if self._dice.random() < 0.9 else "other"
        given = {"data": data, "source": self._source, "destinations": destinations}
        exchange = {**given, **self._written("exchange", leave_out=tuple(given))}
        if self._of_role("provider") and self._dice.random() < 0.4:
            exchange["path"] = self._path_of_a_provider()
        return exchange

    def _path_of_a_provider(self) -> dict[str, Any]:
        providers = self._of_role("provider")
        routers = {end: self._dice.choice(providers) for end in (self._source, *self._destinations)}
        path = {
            "medium": "closed-ip",
            "provider": self._dice.choice(providers),
            "routersConfiguredBy": routers,
        }
        return {**path, "routeSecuredBy": self._dice.choice(providers)}

    def _subject(self, section: str, definition: str) -> dict[str, Any]:
        given = {}
        for field in shape.DEFINITIONS[definition]["required"]:
            likely = [name for name in self._of_role(LIKELY[field]) if name not in given.values()]
            others = [name for name in self._parties if name not in given.values()]
            given[field] = self._dice.choice(likely if likely and self._dice.random() < 0.9 else others)
        self._stand_in(given)
        if section == "externalStorage" and self._dice.random() < 0.8:
            given["sharedWith"] = self._sharers(given["owner"], given["custodian"])
            self._stand_in(given)
        return {**given, **self._written(definition, leave_out=(*given, "sharedWith"))}

    def _sharers(self, *taken: str) -> Json:
        others = [name for name in self._parties if name not in taken]
        likely = [name for name in others if ROLES[name] == "institution"]
        group = likely if self._dice.random() < 0.9 else others
        return self._dice.sample(group, min(len(group), self._few())) or "none"

    def _others(self) -> dict[str, str]:
        word = self._dice.choice((None, "none", "none", "unidentified"))
        return {"others": word} if word else {}

    def _written(self, definition: str, leave_out: tuple[str, ...] = ()) -> dict[str, Any]:
        return self._mapping(shape.DEFINITIONS[definition], leave_out)

    def _value(self, node: Node, field: str) -> Json:
        node, name = shape.resolved(node)
        if "anyOf" in node:
            return self._value(self._branch(node["anyOf"]), field)
        if "const" in node:
            return node["const"]
        if "enum" in node:
            return self._dice.choice(node["enum"])
        return self._typed(node, name, field)

    def _typed(self, node: Node, name: str, field: str) -> Json:
        if node["type"] == "object":
            return self._mapping(node, field=field) if "properties" in node else self._map(node, field)
        if node["type"] == "array":
            return self._list(node, field)
        if node["type"] == "number":
            return self._dice.choice((99.9, 4, 0.5))
        return self._text(node, name, field)

    def _branch(self, branches: list[Node]) -> Node:
        stated = [each for each in branches if shape.resolved(each)[1] != "none" and self._can_write(each)]
        if not stated or (len(stated) < len(branches) and self._dice.random() < 0.2):
            return next(each for each in branches if each not in stated)
        return self._dice.choice(stated)

    def _can_write(self, node: Node) -> bool:
        """Tell whether what `node` refers to is there to be named."""
        named, _ = shape.resolved(node)
        named, _ = shape.resolved(named.get("items", named))
        held = {"agreements": self._agreements, "exchanges": self._exchanges}
        return bool(held.get(named.get("x-refersTo", ""), True))

    def _mapping(self, node: Node, leave_out: tuple[str, ...] = (), field: str = "") -> dict[str, Any]:
        found: dict[str, Any] = {}
        written = node["properties"].items()
        properties = [key for key, each in written if key not in leave_out and self._can_write(each)]
        for key in properties:
            if key in node.get("required", ()) or self._dice.random() < self._density:
                near, self._near = self._near, (self._source,) if key in _OF_SOURCE else self._near
                # a party alone says nothing of its role: what it is the party of does
                found[key] = self._value(node["properties"][key], field if key == "party" else key)
                self._near = near
        while len(found) < node.get("minProperties", 0):
            key = self._dice.choice(properties)
            found[key] = self._value(node["properties"][key], key)
        return found

    def _map(self, node: Node, field: str) -> dict[str, Any]:
        named, _ = shape.resolved(node["propertyNames"])
        keys = self._keys(field) if "x-refersTo" in named else self._dice.sample(named["enum"], self._few())
        found = {}
        for key in keys:
            self._near = (key,)
            found[key] = self._value(node["additionalProperties"], field)
        self._near = ()
        return found

    def _keys(self, field: str) -> tuple[str, ...]:
        ends = (self._source, *self._destinations)
        whole = {"routersConfiguredBy": ends, "localSegment": ends, "management": self._of_role("provider")}
        likely = whole.get(field, self._destinations)
        if likely and self._dice.random() < 0.8:
            return likely
        return tuple(self._dice.sample(self._parties, min(len(self._parties), self._few())))

    def _list(self, node: Node, field: str) -> list[Any]:
        least = node.get("minItems", 0)
        count = min(max(least, self._dice.choice((0, 1, 2, 3))), node["maxItems"])
        found: list[Any] = []
        for tried in range(200):
            if len(found) == count or (tried > 10 and len(found) >= least):
                break
            item = self._value(node["items"], field)
            if item not in found or not node.get("uniqueItems"):
                found.append(item)
        return found

    def _text(self, node: Node, name: str, field: str) -> Json:
        if "x-refersTo" in node:
            return self._name(node["x-refersTo"], field)
        pool = POOLS.get(name) or node.get("examples")
        return self._dice.choice(pool) if pool else DIGEST

    def _name(self, section: str, field: str) -> str:
        if section != "parties":
            held = {"agreements": self._agreements, "exchanges": self._exchanges}[section]
            return self._dice.choice(held or ("not-there",))
        luck = self._dice.random()
        likely = self._of_role(LIKELY.get(field, ""))
        if likely and luck < 0.8:
            return self._dice.choice(likely)
        if self._near and luck < 0.6:
            return self._dice.choice(self._near)
        ends = (self._source, *self._destinations)
        return self._dice.choice(ends if luck < 0.85 else self._parties)

    def _of_role(self, role: str) -> tuple[str, ...]:
        return tuple(name for name in self._parties if ROLES[name] == role)

    def _few(self) -> int:
        return self._dice.choice((1, 2))


def written(seed: int, count: int) -> dict[str, Any]:
    """Return `count` specs that follow from `seed`, by name: some all new, some near to the bases."""
    author = Author(seed)
    near = list(bases().values())
    return {
        f"written-{number}": author.declaration() if number % 2 else author.changed(author.pick(near), 4)
        for number in range(count)
    }


def _is_off(spec: Json) -> bool:
    """Tell whether a list holds too little, or something twice that the schema wants once."""
    return any(_is_off_list(shape.at(spec, place.steps), place.node) for place in shape.places(spec))


def _is_off_list(found: Json, node: Node) -> bool:
    if not isinstance(found, list):
        return False
    node = shape.branch(node, found)
    repeats = any(item in found[:index] for index, item in enumerate(found))
    return len(found) < node.get("minItems", 0) or (repeats and node.get("uniqueItems", False))
