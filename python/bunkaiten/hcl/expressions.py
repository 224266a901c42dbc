"""Expressions of HCL as JSON: what is constant as it is, the rest as placeholders.

Of functions only `jsonencode` is evaluated. A placeholder is {"unknown": text}, the text being the
template that stands there ("${aws_iam_role.viewer.arn}"), or {"unknown": true} where it is no
template of plain references.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from bunkaiten.hcl import nodes, templates

if TYPE_CHECKING:
    from tree_sitter import Node

Json: TypeAlias = Any
UNKNOWN: Mapping[str, Any] = {"unknown": True}

_SENTINEL = re.compile("\ue000([0-9]+)\ue001")
_WRAPPERS = frozenset({"expression", "literal_value", "template_expr", "collection_value", "operation"})
_COUNTED = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_TWO = 2


class Scope(Protocol):
    """What the names in an expression stand for."""

    def named(self, kind: str, name: str) -> Json:
        """Return the value of `local.name` or `var.name`, `UNKNOWN` if it is not to be had."""


def document(written: nodes.Written, scope: Scope) -> Json:
    """Return the JSON that an expression gives as text: by jsonencode, or as a template.

    None where it is anything else, `UNKNOWN` where too little of it is constant.
    """
    try:
        return _document(written, scope)
    except RecursionError:
        return None


def value(written: nodes.Written, scope: Scope) -> Json:
    """Return what an expression is, as JSON with placeholders."""
    try:
        return _of(written, scope)
    except RecursionError:
        return UNKNOWN


def is_whole(found: Json) -> bool:
    """Tell whether there is no placeholder in it."""
    if isinstance(found, dict):
        return "unknown" not in found and all(map(is_whole, found.values()))
    return not isinstance(found, list) or all(map(is_whole, found))


def _document(written: nodes.Written, scope: Scope) -> Json:
    node = nodes.as_node(written)
    if node is None or isinstance(node, dict | list | int | float):
        return None
    node = nodes.single(node)
    if argument := nodes.encoded(node):
        return _value(argument, scope)
    if node.type == "template_expr":
        node = node.children[0]
    if node.type in ("quoted_template", "heredoc_template", "string_lit"):
        return _parsed(list(templates.pieces(node)), scope)
    names = _local(node)
    return scope.named("document", names) if names else None


def _of(written: nodes.Written, scope: Scope) -> Json:
    node = nodes.as_node(written)
    return UNKNOWN if node is None and written is not None else _value(node, scope)


def _value(written: nodes.Written, scope: Scope) -> Json:
    if written is None or isinstance(written, bool | int | float):
        return written
    if isinstance(written, list):
        return [_of(each, scope) for each in written]
    if isinstance(written, dict):
        return _closed({name: _of(each, scope) for name, each in written.items()})
    node = nodes.single(written)
    reader = _READERS.get(node.type)
    if reader is None and node.type in _WRAPPERS and len(nodes.children(node)) == 1:
        return _value(nodes.children(node)[0], scope)
    return reader(node, scope) if reader else UNKNOWN


def _closed(members: Mapping[str, Json]) -> Json:
    # what is written must not be taken for a placeholder
    return UNKNOWN if "unknown" in members else members


def _traversal(node: "Node", scope: Scope) -> Json:
    """Return what a reference stands for: its own text where that is all that is known."""
    inner = nodes.children(node)
    if not inner or inner[0].type != "variable_expr" or not all(map(_is_step, inner[1:])):
        return UNKNOWN
    text = "".join(nodes.text(each).strip() for each in inner)
    steps = [step for each in inner if (step := nodes.step(each)) is not None]
    if steps[0] in ("local", "var") and len(steps) > 1:
        found = scope.named(str(steps[0]), str(steps[1]))
        for step in steps[2:]:
            found = _member(found, step)
        return found if found is not UNKNOWN else {"unknown": f"${{{text}}}"}
    return {"unknown": f"${{{text}}}"} if re.fullmatch(r"\S+", text) else UNKNOWN


def _member(found: Json, step: str | int) -> Json:
    if isinstance(found, dict) and "unknown" not in found and step in found:
        return found[step]
    if isinstance(found, list) and isinstance(step, int) and step < len(found):
        return found[step]
    return UNKNOWN


def _is_step(node: "Node") -> bool:
    return node.type == "get_attr" or (node.type == "index" and nodes.step(node) is not None)


def _local(node: "Node") -> str | None:
    inner = nodes.children(node)
    steps = [nodes.step(each) for each in inner if each.type in ("variable_expr", "get_attr")]
    is_local = node.type == "expression" and len(inner) == len(steps) == _TWO and steps[0] == "local"
    return str(steps[1]) if is_local else None


def _string(node: "Node", scope: Scope) -> Json:
    node = node.children[0] if node.type == "template_expr" else node
    known: list[str] = []
    shown: list[str] = []
    for piece in templates.pieces(node):
        found = piece if isinstance(piece, str) else _interpolated(piece, scope)
        if isinstance(found, str):
            known.append(found)
            shown.append(templates.escaped(found))
        elif isinstance(text := found["unknown"], str):
            shown.append(text)
        else:
            return UNKNOWN
    return "".join(known) if len(known) == len(shown) else {"unknown": "".join(shown)}


def _interpolated(node: "Node", scope: Scope) -> Json:
    """Return an interpolation as text, or as a placeholder."""
    inner = nodes.inner(node)
    found = UNKNOWN if inner is None else _value(inner, scope)
    if isinstance(found, bool):
        return str(found).lower()
    if isinstance(found, int):
        return str(found)
    is_plain = isinstance(found, str) or (isinstance(found, dict) and "unknown" in found)
    return found if is_plain else UNKNOWN


def _parsed(pieces: Sequence["str | Node"], scope: Scope) -> Json:
    """Return the JSON object that a template is the text of; None if it is none."""
    unknown: list[Json] = []
    text = ""
    for piece in pieces:
        found = piece if isinstance(piece, str) else _interpolated(piece, scope)
        if not isinstance(found, str):
            unknown.append(found["unknown"])
            found = f"\ue000{len(unknown) - 1}\ue001"
        text += found
    try:
        parsed = json.loads(text)
    except ValueError:
        return None
    return _with_placeholders(parsed, unknown) if isinstance(parsed, dict) else None


def _with_placeholders(parsed: Json, unknown: Sequence[Json]) -> Json:
    if isinstance(parsed, list):
        return [_with_placeholders(each, unknown) for each in parsed]
    if isinstance(parsed, dict):
        if any(_SENTINEL.search(name) for name in parsed):
            return UNKNOWN
        return _closed({name: _with_placeholders(each, unknown) for name, each in parsed.items()})
    if not isinstance(parsed, str) or not _SENTINEL.search(parsed):
        return parsed
    parts = _SENTINEL.split(parsed)
    shown = [unknown[int(each)] if at % 2 else templates.escaped(each) for at, each in enumerate(parts)]
    return {"unknown": "".join(shown)} if all(isinstance(each, str) for each in shown) else UNKNOWN


def _call(node: "Node", scope: Scope) -> Json:
    argument = nodes.encoded(node)
    found = UNKNOWN if argument is None else _value(argument, scope)
    return json.dumps(found, ensure_ascii=False) if is_whole(found) else UNKNOWN


def _tuple(node: "Node", scope: Scope) -> Json:
    return [_value(child, scope) for child in node.children if child.type == "expression"]


def _object(node: "Node", scope: Scope) -> Json:
    members: dict[str, Json] = {}
    for element in node.children:
        if element.type != "object_elem":
            continue
        key, *_, written = [child for child in element.children if child.type == "expression"]
        name = _key(key, scope)
        if not isinstance(name, str):
            return UNKNOWN
        members[name] = _value(written, scope)
    return _closed(members)


def _key(node: "Node", scope: Scope) -> Json:
    inner = nodes.children(node)
    if len(inner) == 1 and inner[0].type == "variable_expr":
        return nodes.text(inner[0])
    return _value(node, scope)


def _number(node: "Node", _: Scope) -> Json:
    text = nodes.text(node).replace(" ", "")
    return json.loads(text) if _COUNTED.fullmatch(text) else UNKNOWN


def _variable(node: "Node", _: Scope) -> Json:
    return {"unknown": f"${{{nodes.text(node)}}}"}


_READERS: Mapping[str, Any] = {
    "expression": _traversal,
    "string_lit": _string,
    "template_expr": _string,
    "function_call": _call,
    "tuple": _tuple,
    "object": _object,
    "numeric_lit": _number,
    "unary_operation": _number,
    "bool_lit": lambda node, _: nodes.text(node) == "true",
    "null_lit": lambda _node, _: None,
    "variable_expr": _variable,
}
