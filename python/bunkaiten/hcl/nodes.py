"""What the nodes of HCL's grammar mean: which of them are wrappers, which stand alone, what they say."""

import json
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeAlias

from bunkaiten.errors import DocumentError
from bunkaiten.hcl import grammar, templates

if TYPE_CHECKING:
    from tree_sitter import Node

Written: TypeAlias = Any
"""An expression: a node of HCL, or a value of HCL's JSON form, whose strings are templates."""

_INTERPOLATION = re.compile(r"((?<!\$)\$\{[^}]*\})")
_QUOTED = re.compile(r'["\\\n\r\t]')
_THREE = 3


def as_node(written: Written) -> Written:
    """Return a string of the JSON form as the node of the template that it is; None if it is none."""
    if not isinstance(written, str):
        return written
    with suppress(DocumentError):
        if inner := re.fullmatch(r"\s*\$\{(.*)\}\s*", written, re.DOTALL):
            return _expression(inner[1])
    # quotation marks inside an interpolation stay as they are
    parts = _INTERPOLATION.split(written)
    quoted = (part if at % 2 else _QUOTED.sub(_escape, part) for at, part in enumerate(parts))
    with suppress(DocumentError):
        return _expression(f'"{"".join(quoted)}"')
    return None


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def _expression(text: str) -> "Node":
    body = grammar.root(f"x = {text}\n".encode(errors="replace")).children[0]
    return body.children[0].children[-1]


def single(node: "Node") -> "Node":
    """Return what stands in parentheses, or alone in an interpolation."""
    while True:
        inner = children(node)
        if node.type == "expression" and len(inner) == _THREE and inner[0].type == "(":
            node = inner[1]
        elif node.type in ("expression", "literal_value") and len(inner) == 1:
            node = inner[0]
        elif node.type == "template_expr" and (alone := _alone(node)):
            node = alone
        else:
            return node


def _alone(node: "Node") -> "Node | None":
    quoted = node.children[0]
    parts = list(templates.pieces(quoted)) if quoted.type == "quoted_template" else []
    return None if len(parts) != 1 or isinstance(parts[0], str) else inner(parts[0])


def inner(interpolation: "Node") -> "Node | None":
    """Return the expression of an interpolation; None if it strips white space, or is a directive."""
    parts = children(interpolation)
    is_plain = interpolation.type == "template_interpolation" and len(parts) == _THREE
    return parts[1] if is_plain and parts[1].type == "expression" else None


def encoded(node: "Node") -> "Node | None":
    """Return the argument of `jsonencode`."""
    if node.type != "function_call":
        return None
    inner = children(node)
    arguments = inner[2].children if len(inner) > _THREE else []
    wanted = [each for each in arguments if each.type not in (",", "comment")]
    is_plain = text(inner[0]) == "jsonencode" and len(wanted) == 1 and wanted[0].type == "expression"
    return wanted[0] if is_plain else None


def step(node: "Node") -> str | int | None:
    """Return the name or the constant index that a part of a reference is; None if it is neither."""
    if node.type == "variable_expr":
        return text(node)
    if node.type == "get_attr":
        return text(node.children[-1])
    match = re.fullmatch(r'\[\s*(?:"([^"\\$%]*)"|([0-9]+))\s*\]|\.([0-9]+)', text(node))
    if match is None:
        return None
    return match[1] if match[1] is not None else int(match[2] or match[3])


def children(node: "Node") -> "list[Node]":
    """Return the children of `node` without comments."""
    return [child for child in node.children if child.type != "comment"]


def text(node: "Node") -> str:
    """Return what `node` was read from."""
    return (node.text or b"").decode()
