"""YAML text to a graph of nodes, from the parser's events: no recursion, size and depth bounded.

PyYAML's own composer recurses in C and takes the process down on 100,000 brackets.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Any

import yaml

from bunkaiten.documents.faults import Fault, shown
from bunkaiten.documents.values import MAX_DEPTH, MAX_NODES

# not compiled in advance: only a fault needs them, and the first takes as long as a small document
_NOT_YAML = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_TABBED = r"[ ]*\t"
_OPEN = -1
"""The height of a collection that has not ended yet."""


class Shape(Enum):
    """What a node is."""

    SCALAR = 0
    LIST = 1
    MAP = 2


class Node:
    """One value as it is written. Complete, and not changed any more, once its document is handed out."""

    __slots__ = ("at", "children", "height", "is_anchored", "is_plain", "shape", "size", "tag", "text")

    def __init__(
        self, shape: Shape, at: int, tag: str | None, scalar: tuple[str, bool] = ("", False), height: int = 0
    ) -> None:
        self.shape = shape
        self.at = at
        """Offset of its first character."""
        self.tag = tag
        """As the parser resolves it; None where none is written."""
        self.text, self.is_plain = scalar
        """Written without quotes."""
        self.is_anchored = False
        self.children: list[tuple[int, Node]] = []
        """Each with the offset at which it stands here; an alias stands elsewhere than its node.

        The keys and values of a mapping take turns.
        """
        self.size = 1
        """Values in it, itself included, with aliases written out."""
        self.height = height
        """Collections inside each other, itself included, with aliases written out."""

    def pairs(self) -> "Iterator[tuple[int, Node, Node]]":
        """Yield offset of the key, key and value of each member of a mapping."""
        turns = iter(self.children)
        for (at, key), (_, value) in zip(turns, turns, strict=True):
            yield at, key, value


def documents(text: str) -> Iterator[Node]:
    """Yield the root of each document; an empty document is an empty plain scalar.

    Raise Fault where the text stops to be YAML that we take; what came before it is good.
    """
    document = _Document()
    for event in _events(text):
        document.take(event)
        if document.root is not None and isinstance(event, yaml.DocumentEndEvent):
            yield document.root
            document = _Document()


def _events(text: str) -> Iterator[Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        parser = loader(text)
        while parser.check_event():
            yield parser.get_event()
    except yaml.MarkedYAMLError as problem:
        raise _syntax_fault(text, problem) from None
    except yaml.YAMLError:  # the reader's: it names bytes, not characters
        found = re.search(_NOT_YAML, text)
        at = found.start() if found else 0
        raise Fault("control_character", at, character=f"U+{ord(text[at : at + 1] or ' '):04X}") from None


def _syntax_fault(text: str, problem: yaml.MarkedYAMLError) -> Fault:
    mark = problem.problem_mark or problem.context_mark
    at = min(mark.index, len(text)) if mark else 0
    start = text.rfind("\n", 0, at) + 1
    if re.match(_TABBED, text[start:]):
        return Fault("yaml_tab", text.index("\t", start))
    if text[at : at + 1] == "\t":
        return Fault("yaml_tab", at)
    from bunkaiten.documents import yaml_words  # noqa: PLC0415 - only who has a fault pays for it

    if wide := yaml_words.wide_sign(text, at):
        return Fault(*wide)
    code = yaml_words.code_of(problem.problem or "", problem.context or "")
    return Fault(code, at, found=shown(text[at : at + 1].strip()))


class _Document:
    """One document while its events come in."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []
        self._anchors: dict[str, Node] = {}

    def take(self, event: Any) -> None:  # noqa: ANN401 - the stubs give events no attributes
        at = event.start_mark.index
        if isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0] and event.tag is None
            node = Node(Shape.SCALAR, at, event.tag, (event.value, plain))
            self._name(event.anchor, node)
            self._attach(at, node)
        elif isinstance(event, yaml.AliasEvent):
            self._attach(at, self._known(event.anchor, at))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._start(event, at)
        elif isinstance(event, yaml.CollectionEndEvent):
            node = self._open.pop()
            node.height = 1 + max((child.height for _, child in node.children), default=0)
            self._attach(node.at, node)

    def _start(self, event: Any, at: int) -> None:  # noqa: ANN401 - as above
        shape = Shape.MAP if isinstance(event, yaml.MappingStartEvent) else Shape.LIST
        node = Node(shape, at, event.tag, height=_OPEN)
        self._name(event.anchor, node)
        self._open.append(node)
        if len(self._open) > MAX_DEPTH:
            raise Fault("too_deep", at, limit=MAX_DEPTH)

    def _name(self, anchor: str | None, node: Node) -> None:
        if anchor is not None:
            node.is_anchored = True
            self._anchors[anchor] = node

    def _known(self, anchor: str | None, at: int) -> Node:
        node = self._anchors.get(anchor or "")
        if node is None:
            raise Fault("yaml_alias_unknown", at, name=shown(anchor))
        if node.height == _OPEN:
            raise Fault("yaml_alias_recursive", at, name=shown(anchor))
        return node

    def _attach(self, at: int, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        parent.children.append((at, node))
        parent.size += node.size
        if parent.size > MAX_NODES:
            raise Fault("yaml_alias_bomb" if self._anchors else "too_many_values", at, limit=MAX_NODES)
        if len(self._open) + node.height > MAX_DEPTH:
            raise Fault("too_deep", at, limit=MAX_DEPTH)
