"""Which adapters what stands in a deployment calls for: policies/bunkaiten/catalogue/adapters."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bunkaiten import resources
from tools import rego

_PLATFORM = re.compile(r"\bbunkaiten/(observed/(?:kubernetes|terraform/[a-z]+))/[a-z_]+(?:/|$)")
_REFERENCE = re.compile(r"\bdata\.bunkaiten\.(observed\.(?:kubernetes|terraform\.[a-z]+)\.[a-z_]+)")
_BY_TYPE = ("reads", "satellites", "uses")
"""Rules of an adapter whose keys are types."""
_FACTS = ("accesses", "endpoints", "fences", "grounds", "logs", "owners", "peers", "stores")


def index() -> dict[str, dict[str, dict[str, list[str]]]]:
    """Return, by platform and adapter, the types that call for it and the folders that it needs.

    The types are those that the adapter reads and those that what it needs reads. Without any, the
    adapter is asked whatever stands there. What only serves others is in their `needs` alone.
    """
    texts = _texts()
    steps = {name: set(_references(text)) & texts.keys() for name, text in texts.items()}
    types = {name: _types(_rules(name)) for name in texts}
    found: dict[str, dict[str, dict[str, list[str]]]] = {}
    for name, text in sorted(texts.items()):
        if not any(_defines(text, rule) for rule in (*_BY_TYPE, *_FACTS)):
            continue
        reached = rego.follow(steps, [name])
        platform, _, own = name.rpartition("/")
        found.setdefault(platform, {})[own] = {
            "reads": sorted(set[str]().union(*(types[part] for part in reached))),
            "needs": sorted(reached - {name}),
        }
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
    """Return the policies of the adapters by folder, and "" for a folder that holds a table alone."""
    root = Path(resources.policies())
    found: dict[str, str] = {}
    for path in sorted(root.rglob("*")):
        name = path.parent.relative_to(root).as_posix()
        if platform_of(name) is None:
            continue
        folder = name.removeprefix("bunkaiten/")
        if path.name == "data.json":
            found.setdefault(folder, "")
        elif path.suffix == ".rego" and not rego.is_test(path):
            found[folder] = found.get(folder, "") + path.read_text("utf-8")
    return found


def _rules(name: str) -> Mapping[str, Any]:
    return rego.ask(f"data.bunkaiten.{name.replace('/', '.')}") or {}


def _types(rules: Mapping[str, Any]) -> set[str]:
    return {each for rule in _BY_TYPE for each in rules.get(rule, {})} | set(rules.get("fences", ()))


def _defines(text: str, rule: str) -> bool:
    return re.search(rf"^{rule}\b", text, re.MULTILINE) is not None


def _references(text: str) -> Iterable[str]:
    return (found.replace(".", "/") for found in _REFERENCE.findall(text))
