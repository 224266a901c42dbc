"""What a draft is made of: the facts that cross a boundary and belong to nothing declared."""

import json
from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from bunkaiten.model import Text
from bunkaiten.secrets import MASK


class Somebody(NamedTuple):
    """Who is on the other side, as the deployment names it."""

    by: str
    """"network", "host", "account" and so on."""
    name: str


class Fact(NamedTuple):
    """One fact that crosses a boundary, or may cross one."""

    kind: str
    """"peers", "endpoints", "stores" or "accesses"."""
    way: str
    words: Text
    """What people call the way."""
    who: Somebody | None
    """None where there is nobody to name, or nobody knows before apply."""
    is_open: bool
    """Not known before apply whether it crosses."""
    identifies: bool
    """`who` is somebody in particular, and no secret."""
    by_iam: bool
    is_inward: bool
    """Whoever is on the other side comes near."""
    region: str | None
    ports: str
    """To tell facts apart; "" for all."""


class Thing(NamedTuple):
    """One resource or object with such facts."""

    key: str
    name: str
    """As implementedBy writes it."""
    found: bool
    """A reference finds it."""
    of: frozenset[str]
    """Names of all that it belongs with: who names one of these has named it."""
    parts: frozenset[str]
    """Keys of what it is a part of."""
    whole: str
    """The name of what it is a part of in the end, its own if there is nothing."""
    marked: tuple[tuple[str, str], ...]
    """Section and name of the subjects that markers name for it."""
    operators: frozenset[str]
    """The parties that markers call its operators."""
    accounts: frozenset[Somebody]
    """Whose account it lies in, as far as its plan tells."""
    facts: tuple[Fact, ...]


def things(survey: Mapping[str, Any], outline: Mapping[str, Any]) -> tuple[Thing, ...]:
    """Return the things of `survey`, with what `outline` says of each, sorted by name."""
    identified: set[Somebody | None] = {Somebody(who["by"], who["name"]) for who in outline["identified"]}
    by_key: dict[str, list[Fact]] = {}
    for fact in survey["facts"]:
        if fact["crosses"] != "no" and not fact["subjects"]:
            by_key.setdefault(fact["key"], []).append(_fact(fact, identified))
    found = (_thing(about, by_key[about["key"]]) for about in outline["things"] if about["key"] in by_key)
    return tuple(sorted(found, key=lambda each: (each.name, each.key)))


def _thing(about: Mapping[str, Any], facts: Iterable[Fact]) -> Thing:
    return Thing(
        key=about["key"],
        name=about["thing"],
        found=about["found"],
        of=frozenset(about["of"]),
        parts=frozenset(about["parts"]),
        whole=about["whole"],
        marked=tuple(sorted((section, word) for section, word in about["marked"])),
        operators=frozenset(about["operators"]),
        accounts=frozenset(Somebody(who["by"], who["name"]) for who in about["accounts"]),
        facts=tuple(sorted(facts, key=_order)),
    )


def _fact(fact: Mapping[str, Any], identified: Container[Somebody | None]) -> Fact:
    who = _is(fact, "who") or {}
    somebody = Somebody(who["by"], who["name"]) if {"by", "name"} <= who.keys() else None
    is_secret = somebody is not None and MASK in somebody.name
    words = fact["words"]
    return Fact(
        kind=fact["kind"],
        way=fact["way"],
        words=Text(en=words, ja=words) if isinstance(words, str) else Text(**words),
        who=somebody,
        is_open=fact["crosses"] == "unknown",
        identifies=somebody in identified and not is_secret,
        by_iam="iam" in (_is(fact, "authentication") or ()),
        is_inward=fact.get("direction") in ("both", "in"),
        region=_is(fact, "region"),
        ports=json.dumps(fact.get("ports", "")),
    )


def _is(fact: Mapping[str, Any], attribute: str) -> Any:  # noqa: ANN401 - any JSON
    return fact.get(attribute, MappingProxyType({})).get("is")


def _order(fact: Fact) -> tuple[str, ...]:
    return fact.kind, fact.way, fact.who.by if fact.who else "", fact.who.name if fact.who else "", fact.ports
