"""A YAML stream to its documents, each a value or the fault that it has, and their places."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from bunkaiten.documents import yaml_graph, yaml_plain
from bunkaiten.documents.faults import Fault, Lines
from bunkaiten.documents.values import MAX_DOCUMENTS, MAX_STREAM_NODES, Places
from bunkaiten.documents.yaml_graph import Node, Shape
from bunkaiten.documents.yaml_scalars import Flavour
from bunkaiten.documents.yaml_values import flavour_of, is_merge, key_of, merged, value_of

_NOTHING = ("", "~", "null", "Null", "NULL")


class Read(NamedTuple):
    """One document of a stream: `number` counts from 1, empty documents included."""

    number: int
    value: object = None
    fault: Fault | None = None
    is_empty: bool = False
    """Nothing but comments; kubectl passes over it, too."""
    plain: yaml_plain.Plain | None = None
    """Where things stand, if the document was read in one pass."""


def read(text: str) -> Iterator[Read]:
    """Yield every document, the last one with the fault that ends the stream, if there is one."""
    if (plain := yaml_plain.declaration(text)) is not None:
        yield Read(number=1, value=plain.value, plain=plain)
        return
    number = size = 0
    try:
        for root in yaml_graph.documents(text):
            number += 1
            size += root.size
            if fault := _beyond(number, size, root.at):
                yield Read(number=number, fault=fault)
                return
            yield _read(number, root)
    except Fault as fault:
        yield Read(number=number + 1, fault=fault)


def _beyond(number: int, size: int, at: int) -> Fault | None:
    if number > MAX_DOCUMENTS:
        return Fault("too_many_documents", at, limit=MAX_DOCUMENTS)
    return Fault("too_many_values", at, limit=MAX_STREAM_NODES) if size > MAX_STREAM_NODES else None


def _read(number: int, root: Node) -> Read:
    if root.shape is Shape.SCALAR and root.is_plain and root.text in _NOTHING:
        return Read(number=number, is_empty=True)
    try:
        return Read(number=number, value=value_of(root))
    except Fault as fault:
        return Read(number=number, fault=fault)


class Stream:
    """A YAML text whose nodes are looked for only when somebody asks for a place."""

    def __init__(self, text: str) -> None:
        """Take the text; it is parsed again when the first place is asked for."""
        self.text = text
        self._lines = Lines(text)
        self._children: dict[int, dict[str, tuple[int, Node]]] = {}

    def forget(self) -> None:
        """Give back the nodes."""
        self.__dict__.pop("_roots", None)
        self._children.clear()

    def place(self, number: int, steps: Sequence[str]) -> tuple[int, int]:
        """Return line and column of the key or the item at `steps` of a document, or of its ancestor."""
        node = self._roots[number - 1]
        flavour = flavour_of(node)
        place = node.at
        for step in steps:
            child = self._children_of(node, flavour).get(step)
            if child is None:
                break
            place, node = child
        return self._lines.place(place)

    @cached_property
    def _roots(self) -> list[Node]:
        roots: list[Node] = []
        size = 0
        try:
            for root in yaml_graph.documents(self.text):
                size += root.size
                if _beyond(len(roots) + 1, size, root.at):
                    break
                roots.append(root)
        except Fault:
            return roots  # it was reported when the text was read
        return roots

    def _children_of(self, node: Node, flavour: Flavour) -> dict[str, tuple[int, Node]]:
        if id(node) not in self._children:
            self._children[id(node)] = self._walked(node, flavour)
        return self._children[id(node)]

    def _walked(self, node: Node, flavour: Flavour) -> dict[str, tuple[int, Node]]:
        if node.shape is Shape.LIST:
            return {str(index): child for index, child in enumerate(node.children)}
        if node.shape is Shape.SCALAR:
            return {}
        found: dict[str, tuple[int, Node]] = {}
        brought: list[Node] = []
        for at, key, value in node.pairs():
            if is_merge(key):
                brought.extend(merged(value, at))
            else:
                found[key_of(key, at, flavour)] = (at, value)
        for source in brought:
            for name, child in self._children_of(source, flavour).items():
                found.setdefault(name, child)
        return found


class YamlPlaces:
    """The places of one document of a stream."""

    def __init__(self, stream: Stream, number: int) -> None:
        """Take a stream and the number, from 1, of one of its documents."""
        self._stream = stream
        self._number = number

    def forget(self) -> None:
        """Give back what is kept between look-ups."""
        self._stream.forget()

    def locate(self, steps: Sequence[str]) -> tuple[int, int]:
        """Return line and column of the key or the item at `steps`, or of its nearest ancestor."""
        return self._stream.place(self._number, steps)


def places_of(each: Read, stream: Stream) -> Places:
    """Return what finds the places of a document of `stream`."""
    if each.plain is not None:
        return yaml_plain.PlainPlaces(stream.text, each.plain)
    return YamlPlaces(stream, each.number)
