"""Which adapters what stands in a deployment calls for: policies/bunkaiten/catalogue/adapters."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bunkaiten import resources
from tools import rego

_PLATFORM = re.compile(r"observed/(kubernetes|terraform/[a-z]+)/[a-z_]+$")
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
    engine = _engine()
    rules = {name: _rules(engine, name) for name in texts}
    found: dict[str, dict[str, dict[str, list[str]]]] = {}
    for name, text in sorted(texts.items()):
        if not any(_defines(text, rule) for rule in (*_BY_TYPE, *_FACTS)):
            continue
        needs = _needs(name, texts)
        platform, _, own = name.rpartition("/")
        found.setdefault(platform, {})[own] = {
            "reads": sorted({each for part in (name, *needs) for each in _types(rules[part])}),
            "needs": needs,
        }
    return found


def _engine() -> rego.Engine:
    engine = rego.load(
        {path: text for path, text in rego.sources().items() if not rego.is_test(path)}, rego.data()
    )
    engine.set_input_json("{}")
    return engine


def _texts() -> dict[str, str]:
    """Return the policies of the adapters by folder, and "" for a folder that holds a table alone."""
    root = Path(resources.policies()) / "bunkaiten"
    found: dict[str, str] = {}
    for path in sorted(root.rglob("*")):
        folder = path.parent.relative_to(root).as_posix()
        if _PLATFORM.fullmatch(folder) and path.name == "data.json":
            found.setdefault(folder, "")
        elif _PLATFORM.fullmatch(folder) and path.suffix == ".rego" and not rego.is_test(path):
            found[folder] = found.get(folder, "") + path.read_text("utf-8")
    return found


def _rules(engine: rego.Engine, name: str) -> Mapping[str, Any]:
    found = json.loads(engine.eval_query_as_json(f"data.bunkaiten.{name.replace('/', '.')}"))
    rules: Mapping[str, Any] = found["result"][0]["expressions"][0]["value"] if found.get("result") else {}
    return rules


def _types(rules: Mapping[str, Any]) -> set[str]:
    return {each for rule in _BY_TYPE for each in rules.get(rule, {})} | set(rules.get("fences", ()))


def _defines(text: str, rule: str) -> bool:
    return re.search(rf"^{rule}\b", text, re.MULTILINE) is not None


def _needs(name: str, texts: Mapping[str, str]) -> list[str]:
    reached: set[str] = set()
    waiting: list[str] = [name]
    while waiting:
        each = waiting.pop()
        if each not in reached:
            reached.add(each)
            waiting += [other for other in _references(texts[each]) if other in texts]
    return sorted(reached - {name})


def _references(text: str) -> Iterable[str]:
    return (found.replace(".", "/") for found in _REFERENCE.findall(text))
