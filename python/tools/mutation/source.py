"""A Rego file with its syntax tree and its tokens, and where each node really stands.

The engine's tree gives spans in bytes that are not exact: those of strings lack
the quotes, those of `x[y]` the bracket, those of objects may begin at the last
key, and that of `set()` includes the next token. `Source` puts them right with
tokens of its own.
"""

import bisect
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from tools import rego

Node: TypeAlias = Mapping[str, Any]

_TOKEN = re.compile(
    rb"""\s*
    ( \#[^\n]* | "(?:\\.|[^"\\\n])*" | `[^`]*`
    | [A-Za-z_][A-Za-z0-9_]* | \d+(?:\.\d+)?(?:[eE][+-]?\d+)?
    | :=|==|!=|<=|>= | \S )""",
    re.VERBOSE | re.DOTALL,
)
_OPEN = {b"(": b")", b"[": b"]", b"{": b"}"}
_CLOSE = frozenset(_OPEN.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """Bytes from `start` up to, not including, `end`."""

    start: int
    end: int


class Source:
    """The text of one file."""

    def __init__(self, text: str, file: str) -> None:
        """Parse `text`; raise RuntimeError, which names `file`, if it is not Rego."""
        engine = rego.new_engine()
        engine.add_policy(file, text)
        self.bytes = text.encode()
        self.rules: list[Node] = json.loads(engine.get_ast_as_json())[0]["ast"]["rules"]
        found = [m for m in _TOKEN.finditer(self.bytes) if not m[1].startswith(b"#")]
        self.tokens = [Span(start=m.start(1), end=m.end(1)) for m in found]
        self._starts = [token.start for token in self.tokens]

    def text(self, span: Span) -> bytes:
        """Return what stands at `span`."""
        return self.bytes[span.start : span.end]

    def line(self, offset: int) -> int:
        """Return the line of a byte, from 1."""
        return self.bytes.count(b"\n", 0, offset) + 1

    def token_at(self, offset: int) -> int:
        """Return the index of the token that covers `offset`, or of the next one."""
        index = max(bisect.bisect_right(self._starts, offset) - 1, 0)
        return index if offset < self.tokens[index].end else index + 1

    def token(self, index: int) -> bytes:
        """Return the text of a token; b"" beyond both ends."""
        return self.text(self.tokens[index]) if 0 <= index < len(self.tokens) else b""

    def words(self, span: Span) -> set[bytes]:
        """Return the tokens of a span, each once."""
        return {
            self.text(self.tokens[at]) for at in range(self.token_at(span.start), self.token_at(span.end))
        }

    def matching(self, index: int) -> int:
        """Return the index of the token that closes the bracket at `index`."""
        depth = 0
        for at in range(index, len(self.tokens)):
            depth += (self.token(at) in _OPEN) - (self.token(at) in _CLOSE)
            if depth == 0:
                return at
        message = f"no bracket closes the one at byte {self.tokens[index].start}"
        raise ValueError(message)

    def whole(self, span: Node) -> Span:
        """Return a span of the tree widened to whole tokens and closed brackets."""
        first = self.token_at(span["start"])
        last = max(self.token_at(span["end"] - 1), first)
        if self.tokens[last].start >= span["end"]:  # the span ended in blanks
            last -= 1
        depth = 0
        for at in range(first, last + 1):
            depth += (self.token(at) in _OPEN) - (self.token(at) in _CLOSE)
        while depth > 0 and self.token(last + 1) in _CLOSE:
            last, depth = last + 1, depth - 1
        return Span(start=self.tokens[first].start, end=self.tokens[last].end)

    def place(self, kind: str, node: Node) -> Span:
        """Return where an expression stands, without the parentheses around it."""
        if kind == "Set" and not node["items"]:
            first = self.token_at(node["span"]["start"])
            return Span(start=self.tokens[first].start, end=self.tokens[first + 2].end)
        if kind == "Object" and node["fields"]:
            first = self.token_at(self.place(*tagged(node["fields"][0][1])).start) - 1
            return Span(start=self.tokens[first].start, end=self.tokens[self.matching(first)].end)
        return self.whole(node["span"])

    def elements(self, literal: Span) -> list[Span]:
        """Return the elements of a set, an array or an object: what commas part."""
        first = self.token_at(literal.start)
        last = self.matching(first)
        found: list[Span] = []
        at = begin = first + 1
        while at <= last:
            if self.token(at) in _OPEN:
                at = self.matching(at)
            elif at == last or self.token(at) == b",":
                if at > begin:
                    found.append(Span(start=self.tokens[begin].start, end=self.tokens[at - 1].end))
                begin = at + 1
            at += 1
        return found


def tagged(expression: Node) -> tuple[str, Node]:
    """Return kind and content of an expression, which the tree writes as {kind: content}."""
    [(kind, node)] = expression.items()
    return kind, node


def expressions(tree: object) -> Iterator[tuple[str, Node]]:
    """Yield (kind, content) of every expression and literal in `tree`, outer ones first.

    Function names of calls are left out: a call of another name does not compile.
    """
    if isinstance(tree, list):
        for item in tree:
            yield from expressions(item)
    elif isinstance(tree, Mapping):
        for key, value in tree.items():
            if key in {"fcn", "span"}:
                continue
            if key[:1].isupper() and isinstance(value, Mapping):
                yield key, value
            yield from expressions(value)


def queries(tree: object) -> Iterator[Node]:
    """Yield every query in `tree`: bodies of rules, of `every`, and of comprehensions."""
    if isinstance(tree, list):
        for item in tree:
            yield from queries(item)
    elif isinstance(tree, Mapping):
        if "stmts" in tree:
            yield tree
        for value in tree.values():
            yield from queries(value)


def parts(rule: Node) -> list[object]:
    """Return what a rule computes: the head without its name and arguments, and the bodies."""
    node = tagged(rule)[1]
    if "head" not in node:
        return [node["value"]]
    head = tagged(node["head"])[1]
    return [head.get("key"), head.get("assign"), node["bodies"]]


def arguments(rule: Node) -> object:
    """Return the parameters of a function; None of another rule."""
    node = tagged(rule)[1]
    return tagged(node["head"])[1].get("args") if "head" in node else None


def name(source: Source, rule: Node) -> str:
    """Return the name of a rule, without brackets and arguments."""
    node = tagged(rule)[1]
    refr = node["refr"] if "refr" in node else tagged(node["head"])[1]["refr"]
    text = source.text(source.whole(tagged(refr)[1]["span"])).decode()
    return text.partition("[")[0]
