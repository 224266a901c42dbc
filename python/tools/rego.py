"""Load the Rego policies with their data into the engine, and read what can be read of them as text."""

import json
import re
from collections.abc import Hashable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeAlias, TypeVar

import regorus

from bunkaiten import resources

TEST_SUFFIX = "_test.rego"
_PACKAGE = re.compile(r"^package[ \t]+([\w.]+)", re.MULTILINE)
_TEST_HEAD = re.compile(r"^(test_\w+)", re.MULTILINE)
_DATA_REFERENCE = re.compile(r"\bdata((?:\.[A-Za-z_]\w*)+)")
_COMMENT = re.compile(r"^[ \t]*#.*", re.MULTILINE)

Sources: TypeAlias = Mapping[Path, str]
"""The text of every file by its path, sorted."""
_Node = TypeVar("_Node", bound=Hashable)


class Engine(Protocol):
    """What the tools use of the engine."""

    def add_policy(self, path: str, text: str) -> str:
        """Parse and add one module; raise RuntimeError if it is not Rego."""

    def add_data_json(self, text: str) -> None:
        """Merge a document into `data`."""

    def set_input_json(self, text: str) -> None:
        """Take `text` for the input of what is asked next."""

    def clone(self) -> "Engine":
        """Return a cheap copy that can be changed on its own."""

    def eval_query_as_json(self, query: str) -> str:
        """Return {"result": […]}, or {} where the query is undefined; raise RuntimeError on errors."""

    def eval_rule_as_json(self, rule: str) -> str:
        """Return the value of one rule; raise RuntimeError if there is no such rule."""

    def get_ast_as_json(self) -> str:
        """Return the syntax trees of all modules."""

    def set_enable_coverage(self, enable: bool) -> None:  # noqa: FBT001 - the engine's own signature
        """Switch the counting of lines on, before modules are added."""

    def get_coverage_report_as_json(self) -> str:
        """Return {"files": [{"path", "covered": [line], "not_covered": [line]}]}."""


def without_comments(text: str) -> str:
    """Return `text`, Rego, with the lines empty that hold a comment alone."""
    return _COMMENT.sub("", text)


def new_engine() -> Engine:
    """Return an engine that holds nothing."""
    engine: Engine = regorus.Engine()
    return engine


def sources(folder: Path | None = None) -> dict[Path, str]:
    """Return every Rego file below `folder`, tests too; default: the product's policies."""
    paths = sorted((folder or Path(resources.policies())).rglob("*.rego"))
    return {path: path.read_text(encoding="utf-8") for path in paths}


def is_test(path: Path) -> bool:
    """Say whether `path` holds tests rather than policy."""
    return path.name.endswith(TEST_SUFFIX)


def package(source: str) -> str:
    """Return the dotted name after `package`, without "data."; "" if there is none."""
    found = _PACKAGE.search(source)
    return found[1] if found else ""


def test_rules(source: str) -> list[str]:
    """Return the test rules as "package.name" in their order, each once."""
    return [f"{package(source)}.{name}" for name in dict.fromkeys(_TEST_HEAD.findall(source))]


def data(folder: Path | None = None) -> dict[str, Any]:
    """Return what `opa` would load as data: every data.json, at the path of its folder."""
    root = folder or Path(resources.policies())
    document: dict[str, Any] = {}
    for path in sorted(root.rglob("data.json")):
        place = document
        for step in path.parent.relative_to(root).parts:
            place = place.setdefault(step, {})
        place.update(json.loads(path.read_text(encoding="utf-8")))
    return document


def load(texts: Sources, document: Mapping[str, Any], *, coverage: bool = False) -> Engine:
    """Return an engine that holds `texts` and `document`; raise RuntimeError if one is not Rego."""
    engine = new_engine()
    engine.set_enable_coverage(coverage)
    for path, text in texts.items():
        engine.add_policy(path.as_posix(), text)
    engine.add_data_json(json.dumps(document))
    return engine


def passing(rules: Iterable[str]) -> str:
    """Return one query that is defined if and only if every rule, "package.name", is true."""
    # one line each: the engine refuses lines of more than 1,024 columns
    return "\n".join(f"data.{rule} == true" for rule in rules)


@cache
def _everything() -> Engine:
    texts = {path: text for path, text in sources().items() if not is_test(path)}
    engine = load(texts, data())
    engine.eval_query_as_json("true")  # its copies need not get ready any more
    return engine


def ask(query: str, envelope: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401 - any JSON
    """Return what all policies give for `query`, seeing `envelope`; None where it is undefined."""
    engine = _everything().clone()
    engine.set_input_json(json.dumps(envelope or {}))
    found = json.loads(engine.eval_query_as_json(query))
    return found["result"][0]["expressions"][0]["value"] if found.get("result") else None


def closure(texts: Sources, start: Iterable[Path]) -> set[Path]:
    """Return `start` and every file of `texts` that it reaches through `data.…`, tests left out.

    A reference that goes on with a variable, `data.a[x]`, reaches all packages below it.
    """
    return follow(neighbours(texts), start)


def neighbours(texts: Sources, *, near: bool = False) -> dict[Path, set[Path]]:
    """Return, by file, the files of its own package and of those that it refers to; see `closure`.

    With `near`, a reference that goes on with a variable reaches none.
    """
    files: dict[str, set[Path]] = {}
    for path, text in texts.items():
        if not is_test(path):
            files.setdefault(package(text), set()).add(path)
    found = {}
    for path, text in texts.items():
        referred = {reference[1:] for reference in _DATA_REFERENCE.findall(without_comments(text))}
        names = {package(text)} | {
            name for reference in referred for name in files if _meets(name, reference, near=near)
        }
        found[path] = {other for name in names for other in files.get(name, ())}
    return found


def follow(steps: Mapping[_Node, set[_Node]], start: Iterable[_Node]) -> set[_Node]:
    """Return `start` and everything that can be reached from it by `steps`."""
    reached: set[_Node] = set()
    waiting = list(start)
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting += steps[node]
    return reached


def _meets(name: str, reference: str, *, near: bool) -> bool:
    is_below = not near and f"{name}.".startswith(f"{reference}.")
    return is_below or f"{reference}.".startswith(f"{name}.")
