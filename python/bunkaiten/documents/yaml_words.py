"""What the parser says about a fault, as a sentence of ours: its own words are English, for programmers."""

import re

_WIDE_SPACE = r" *\u3000"
_WIDE_COLON = r" *(?:- +)*[A-Za-z0-9_.-]+："

_KNOWN = (
    # libyaml's words and those of PyYAML's own parser; the first that fits counts
    ("mapping values are not allowed", "colon"),
    ("unexpected ':'", "colon"),
    ("mapping keys are not allowed", "question_mark"),
    ("sequence entries are not allowed", "dash"),
    ("cannot start any token", "sign"),
    ("could not find expected ':'", "no_colon"),
    ("',' or ']'", "bracket"),
    ("',' or '}'", "brace"),
    ("node content", "value"),
    ("unexpected end of stream", "quote"),
    ("unexpected document", "quote"),
    ("URI", "tag"),
    ("escape", "escape"),
    ("hexdecimal", "escape"),
    ("document start", "document"),
    ("expected alphabetic or numeric", "name"),
    ("expected alphabetic", "tag"),
    ("directive", "directive"),
    ("YAML document", "directive"),
    ("version number", "directive"),
    ("digit or '.'", "directive"),
    ("comment or line break", "block_text"),
    ("chomping or indentation", "block_text"),
    ("indentation indicator", "block_text"),
    ("a comment or a line break", "block_text"),
    ("tab character", "tab"),
)
"""A part of what the parser says, and the end of the code of our sentence."""

_IN_CONTEXT = (
    ("block mapping", "key"),
    ("block collection", "item"),
    ("block sequence", "item"),
    ("directive", "directive"),
    ("tag", "tag"),
    ("parsing a node", "tag"),
    ("block scalar", "block_text"),
)
"""The same for what it was doing, where that says more: `did not find expected key`."""


def code_of(problem: str, context: str) -> str:
    """Return the code of the sentence for a fault that the parser describes so."""
    for known, text in ((_KNOWN, problem), (_IN_CONTEXT, context)):
        for words, name in known:
            if words in text:
                return f"yaml_syntax_{name}" if name != "tab" else "yaml_tab"
    return "yaml_syntax"


def wide_sign(text: str, at: int) -> tuple[str, int] | None:
    """Return the code and the offset of a wide space or colon, typed for a plain one, behind a fault at `at`.

    The parser takes it for a letter, and stops there or on the next line.
    """
    start = text.rfind("\n", 0, at) + 1
    for line in (start, _line_before(text, start)):
        if found := re.match(_WIDE_COLON, text[line : _end(text, line)]):
            return "yaml_wide_colon", line + found.end() - 1
        if re.match(_WIDE_SPACE, text[line : _end(text, line)]):
            first = line
            while first and re.match(_WIDE_SPACE, text[(before := _line_before(text, first)) : first]):
                first = before
            return "yaml_wide_space", text.index("\u3000", first)
    return None


def _end(text: str, line: int) -> int:
    end = text.find("\n", line)
    return len(text) if end < 0 else end


def _line_before(text: str, line: int) -> int:
    """Return where the nearest line before begins that is not blank, or 0."""
    return text.rfind("\n", 0, len(text[:line].rstrip("\r\n "))) + 1
