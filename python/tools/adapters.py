"""What adapters say of themselves: which of them a deployment calls for, and the page of what they read."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, cast

from tools import imports, rego

_PLATFORM = re.compile(r"\b(observed/(?:kubernetes|terraform/[a-z]+))/[a-z_]+(?:/|$)")
_BY_TYPE = ("reads", "satellites", "uses")
"""Rules of an adapter whose keys are types."""
PRINTED = ("reads", "satellites", "uses", "ways")
"""Rules of an adapter that stand on the page."""
_LINK_RULES = {"satellites": "part of / 含まれる先", "uses": "has / 含むもの"}
_TITLES = {
    "observed/terraform/aws": "AWS",
    "observed/terraform/azurerm": "Azure",
    "observed/terraform/google": "Google Cloud",
    "observed/terraform/sakuracloud": "Sakura Internet / さくらインターネット",
    "observed/kubernetes": "Kubernetes",
}
_HEADING = """\
# What is read of deployments / 構成から読み取るもの

Printed from the adapters below `policies/bunkaiten/observed` (`make docs`). The first table of a platform names what is read. Whoever has a resource has what the second ties to it. The third has the words for what `bunkaiten observe` shows. A type that is not listed is not read: [deployments](deployments.md) says what becomes of it.

`policies/bunkaiten/observed` の各アダプターから生成したものです（`make docs`）。各プラットフォームの一つ目の表は、読み取る種類と属性です。二つ目の表は、リソースどうしの結び付き（一方が属する対象に他方も属する）です。三つ目の表は、`bunkaiten observe` が示す事実の呼び名です。ここにない種類のリソースは読み取りません。その扱いは[構成との照合](deployments.ja.md)にあります。\
"""  # noqa: E501 - a paragraph is a line
_ATTRIBUTES = ("topic / 項目", "type / 種類", "attributes / 属性")
_LINKS = ("topic / 項目", "type / 種類", "tie / 結び付き", "attribute → type / 属性 → 種類")
_WAYS = ("topic / 項目", "fact / 事実", "English", "日本語", "on a path / 経路上の役割")
_FACTS = ("accesses", "endpoints", "fences", "grounds", "logs", "owners", "peers", "stores")


def index() -> dict[str, dict[str, list[str]]]:
    """Return, by platform and adapter, the types that call for it.

    They are those that the adapter reads and those that what it refers to reads. Without any, the
    adapter is asked whatever stands there. What only serves others is not among them.
    """
    texts = _texts()
    steps = {name: imported & texts.keys() for name, imported in _imported().items() if name in texts}
    types = {name: _types(_rules(name)) for name in texts}
    found: dict[str, dict[str, list[str]]] = {}
    for name, text in sorted(texts.items()):
        if not any(_defines(text, rule) for rule in (*_BY_TYPE, *_FACTS)):
            continue
        platform, _, own = name.rpartition("/")
        reached = rego.follow(steps, [name])
        found.setdefault(platform, {})[own] = sorted(set[str]().union(*(types[part] for part in reached)))
    return found


@cache
def reads() -> Mapping[str, frozenset[str]]:
    """Return the attributes that adapters say they read, by type."""
    found: dict[str, set[str]] = {}
    for name in _texts():
        for type_, paths in _rules(name).get("reads", {}).items():
            found.setdefault(type_, set()).update(paths)
    return {name: frozenset(paths) for name, paths in found.items()}


def platform_of(path: str) -> str | None:
    """Return "observed/terraform/aws" of a path below it in the policies, None if it is of no adapter."""
    found = _PLATFORM.search(path)
    return found[1] if found else None


def _texts() -> dict[str, str]:
    return {folder: text for folder, text in imports.texts().items() if platform_of(folder)}


def _imported() -> dict[str, set[str]]:
    return {folder: set(named) for folder, named in imports.index().items()}


def _rules(name: str) -> Mapping[str, Any]:
    rules: Any = _observed()
    for part in name.split("/"):
        rules = rules.get(part, {})
    return cast("Mapping[str, Any]", rules)


@cache
def _observed() -> Mapping[str, Any]:
    below = ("kubernetes", "terraform")
    found = rego.ask(f"[{', '.join(f'data.bunkaiten.observed.{name}' for name in below)}]")
    return {"observed": dict(zip(below, found, strict=True))}


def _types(rules: Mapping[str, Any]) -> set[str]:
    return {each for rule in _BY_TYPE for each in rules.get(rule, {})} | set(rules.get("fences", ()))


def _defines(text: str, rule: str) -> bool:
    return re.search(rf"^{rule}\b", text, re.MULTILINE) is not None


def page() -> str:
    """Return docs/readings.md: what is read of each platform, and what people call what it shows."""
    platforms = sorted({name.rpartition("/")[0] for name in _texts()}, key=list(_TITLES).index)
    return "\n".join([_HEADING, *(line for each in platforms for line in _of_platform(each)), ""])


def _of_platform(platform: str) -> Iterable[str]:
    rules = {
        name.rpartition("/")[2]: _rules(name) for name in _texts() if name.rpartition("/")[0] == platform
    }
    yield from ("", f"## {_TITLES[platform]}", "", *_table(_ATTRIBUTES, _attributes(rules)))
    yield from ("", *_table(_LINKS, _links(rules)), "", *_table(_WAYS, _ways(rules)))


def _attributes(rules: Mapping[str, Mapping[str, Any]]) -> Iterable[tuple[str, ...]]:
    for topic, said in sorted(rules.items()):
        for type_, paths in sorted(said.get("reads", {}).items()):
            yield topic, _code([type_]), _code(sorted(paths))


def _links(rules: Mapping[str, Mapping[str, Any]]) -> Iterable[tuple[str, ...]]:
    for topic, said in sorted(rules.items()):
        for rule, what in _LINK_RULES.items():
            for type_, links in sorted(said.get(rule, {}).items()):
                named = sorted({f"{attribute} → {other}" for attribute, other in links})
                yield topic, _code([type_]), what, _code(named)


def _ways(rules: Mapping[str, Mapping[str, Any]]) -> Iterable[tuple[str, ...]]:
    for topic, said in sorted(rules.items()):
        for way, words in sorted(said.get("ways", {}).items()):
            yield topic, _code([way]), words["en"], words["ja"], words.get("on_path", "")


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterable[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _code(names: Iterable[str]) -> str:
    return " ".join(f"`{name}`" for name in names)
