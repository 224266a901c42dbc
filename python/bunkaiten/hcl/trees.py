"""A folder of Terraform sources with the local modules that it calls."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from bunkaiten.documents import Refusal
from bunkaiten.errors import DocumentError
from bunkaiten.hcl import expressions
from bunkaiten.hcl.reading import Attribute, Block, Module, joined
from bunkaiten.hcl.reading import read as read_module

Path = tuple[str, ...]
"""The names of the module calls that lead to a module; () for the root."""

_LOCAL = ("./", "../")
_DEEPEST = 20


class Tree(NamedTuple):
    """Everything that could be read, from one folder on."""

    named: str
    modules: Mapping[Path, Module]
    left_out: tuple[str, ...]
    """Calls ("module.vpc.module.subnets") of what is no local folder, or cannot be read."""
    refusals: tuple[Refusal, ...]


def read(folder: str, named: str) -> Tree:
    """Return what `folder`, which is called `named`, and the local modules below it say."""
    modules: dict[Path, Module] = {}
    left_out: list[str] = []
    refusals: list[Refusal] = []
    waiting: list[tuple[Path, str, str]] = [((), folder, named)]
    while waiting:
        path, at, name = waiting.pop()
        try:
            module = modules[path] = read_module(at, name)
        except DocumentError as error:
            refusals.append(Refusal(document=name.replace(os.sep, "/"), error=error))
            continue
        refusals += module.refusals
        for call, block in module.calls.items():
            source = _source(block)
            below = (*path, call)
            if source is None or not source.startswith(_LOCAL) or len(below) > _DEEPEST:
                left_out.append(".".join(f"module.{step}" for step in below))
                continue
            waiting.append((below, os.path.join(at, source), joined(name, source)))
    # a folder that two calls share is told of once
    told = {(each.document, each.error.code, each.error.line): each for each in refusals}
    return Tree(named, modules, tuple(sorted(left_out)), tuple(told.values()))


def _source(block: Block) -> str | None:
    written = block.attributes.get("source")
    found = expressions.value(written.written, _Nothing()) if written else None
    return found if isinstance(found, str) else None


class _Nothing:
    """A scope without names."""

    def named(self, _kind: str, _name: str) -> expressions.Json:
        return expressions.UNKNOWN


class Names:
    """What names stand for in one module of a tree."""

    def __init__(self, tree: Tree, path: Path, variables: Mapping[str, expressions.Json]) -> None:
        """Take the values of the variables of the root."""
        self._tree = tree
        self._path = path
        self._variables = variables
        self._open: set[tuple[str, str]] = set()

    def named(self, kind: str, name: str) -> expressions.Json:
        """Return the value of `local.name` or `var.name`; for "document", what the local value encodes."""
        if (kind, name) in self._open:  # it hangs on itself
            return expressions.UNKNOWN
        self._open.add((kind, name))
        try:
            return self._variable(name) if kind == "var" else self._local(kind, name)
        finally:
            self._open.discard((kind, name))

    def _local(self, kind: str, name: str) -> expressions.Json:
        written = self._tree.modules[self._path].local_values.get(name)
        if written is None:
            return None if kind == "document" else expressions.UNKNOWN
        reader = expressions.document if kind == "document" else expressions.value
        return reader(written.written, self)

    def _variable(self, name: str) -> expressions.Json:
        if not self._path:
            return self._variables.get(name, expressions.UNKNOWN)
        *above, call = self._path
        given = self._tree.modules[tuple(above)].calls[call].attributes.get(name)
        if given:
            found = expressions.value(given.written, Names(self._tree, tuple(above), self._variables))
            # a reference means something else in another module
            return found if expressions.is_whole(found) else expressions.UNKNOWN
        return self._default(name)

    def _default(self, name: str) -> expressions.Json:
        declared = self._tree.modules[self._path].variables.get(name)
        default: Attribute | None = declared.attributes.get("default") if declared else None
        return expressions.value(default.written, _Nothing()) if default else expressions.UNKNOWN
