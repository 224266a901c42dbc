"""Strings and templates of HCL: literal stretches and interpolations, in their order."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node


_MARKS = re.compile(r"([$%])\1\{")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_LETTERS = {"n": "\n", "r": "\r", "t": "\t"}
_EDGES = frozenset({"quoted_template_start", "quoted_template_end", "heredoc_start", "heredoc_identifier"})
_ACTIVE = frozenset({"template_interpolation", "template_directive"})


def pieces(node: "Node") -> Iterator["str | Node"]:
    """Yield what a string_lit, quoted_template or heredoc_template is made of.

    Read from the bytes between the nodes, as the grammar passes over white space there.
    """
    is_quoted = node.type != "heredoc_template"
    begins = [child.end_byte for child in node.children if child.type in _EDGES][: 1 if is_quoted else 2]
    end = node.children[-1].start_byte
    at = begins[-1]
    for child in node.children:
        if child.type in _ACTIVE:
            yield from _literal(node, at, child.start_byte, is_quoted=is_quoted)
            yield child
            at = child.end_byte
    yield from _literal(node, at, end, is_quoted=is_quoted)


def escaped(text: str) -> str:
    """Return a literal stretch as a template would have to write it."""
    return re.sub(r"([$%])\{", r"\1\1{", text)


def _literal(node: "Node", start: int, end: int, *, is_quoted: bool) -> Iterator[str]:
    whole = node.text or b""
    text = whole[start - node.start_byte : end - node.start_byte].decode()
    if is_quoted:
        text = _ESCAPE.sub(_letter, text)
    if text:
        yield _MARKS.sub(r"\1{", text)


def _letter(match: re.Match[str]) -> str:
    short, long, letter = match.groups()
    if letter is not None:
        return _LETTERS.get(letter, letter)
    number = int(short or long, 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"  # noqa: PLR2004
