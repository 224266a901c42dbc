"""What expressions of HCL refer to, by address."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bunkaiten.hcl import nodes

if TYPE_CHECKING:
    from tree_sitter import Node

_TWO, _THREE = 2, 3


def references(written: nodes.Written) -> frozenset[str]:
    """Return what an expression refers to, as "aws_iam_role.viewer", "data.aws_vpc.main", "var.x"."""
    found: set[str] = set()
    bound: set[str] = set()
    for top in _nodes(written):
        for node in _below(top):
            if node.type in ("for_intro", "template_for_start"):
                bound |= {nodes.text(child) for child in node.children if child.type == "identifier"}
            if node.type == "variable_expr":
                found |= _root(node)
    return frozenset(each for each in found if each.split(".")[0] not in bound)


def root_of(reference: str) -> str:
    """Return of a reference as plans write them what `references` would call it."""
    bare = re.sub(r"\[[^\]]*\]", "", reference).split(".")
    return ".".join(bare[: _THREE if bare[0] == "data" else _TWO])


def _root(node: "Node") -> set[str]:
    names = [nodes.text(node)]
    step = node.next_sibling
    while step is not None and step.type in ("get_attr", "index"):
        if step.type == "get_attr":
            names.append(nodes.text(step.children[-1]))
        step = step.next_sibling
    wanted = _THREE if names[0] == "data" else _TWO
    return {".".join(names[:wanted])} if len(names) >= wanted else set()


def _nodes(written: nodes.Written) -> Iterator["Node"]:
    if isinstance(written, dict | list):
        for each in written.values() if isinstance(written, dict) else written:
            yield from _nodes(each)
    elif written is not None and not isinstance(written, bool | int | float):
        node = nodes.as_node(written)
        yield from [node] if node else ()


def _below(node: "Node") -> Iterator["Node"]:
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.children
