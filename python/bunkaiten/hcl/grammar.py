"""HCL text as a tree of nodes. The only module that imports tree-sitter (docs/decisions/0007-hcl.md)."""

from functools import cache
from typing import TYPE_CHECKING

from bunkaiten.documents.faults import shown
from bunkaiten.errors import DocumentError, UsageError

if TYPE_CHECKING:
    from tree_sitter import Language, Node, Parser


_SIGNS = {
    **{sign: sign for sign in ("{", "}", "[", "]", "(", ")", ",", "=")},
    "block_end": "}",
    "object_end": "}",
    "template_interpolation_end": "}",
    "tuple_end": "]",
    "quoted_template_end": '"',
}
"""What the grammar calls them, and what they look like."""


def root(data: bytes) -> "Node":
    """Return the root of the tree of `data`, HCL in UTF-8.

    Raise `DocumentError` with the place of the first fault, `UsageError` if the packages are not there.
    """
    language, parser = _language()
    tree: Node = parser(language).parse(data).root_node
    if tree.has_error:
        fault = _first_fault(tree)
        line, column = place(fault, data)
        if fault.is_missing and (missing := _SIGNS.get(fault.type)):
            raise DocumentError("hcl_missing", line=line, column=column, missing=missing)
        text = data[fault.start_byte :].split(b"\n")[0].decode(errors="replace").strip()
        raise DocumentError("hcl_syntax", line=line, column=column, text=shown(text))
    return tree


def place(node: "Node", data: bytes) -> tuple[int, int]:
    """Return line and column of `node` in `data`, from 1; columns in characters."""
    start = data.rfind(b"\n", 0, node.start_byte) + 1
    return node.start_point.row + 1, len(data[start : node.start_byte].decode(errors="replace")) + 1


def _first_fault(node: "Node") -> "Node":
    while not (node.is_error or node.is_missing):
        below = next((child for child in node.children if child.has_error), None)
        if below is None:
            break
        node = below
    return node


@cache
def _language() -> "tuple[Language, type[Parser]]":
    try:
        import tree_sitter_hcl  # noqa: PLC0415 - only who gives sources needs it
        from tree_sitter import Language, Parser  # noqa: PLC0415 - the same
    except ImportError:
        raise UsageError("source_needs_hcl") from None
    return Language(tree_sitter_hcl.language()), Parser
