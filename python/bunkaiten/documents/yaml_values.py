"""A graph of YAML nodes to a plain value: flavour, tags, merge keys, no key twice."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from bunkaiten.documents import yaml_scalars
from bunkaiten.documents.faults import Fault, shown
from bunkaiten.documents.yaml_graph import Node, Shape
from bunkaiten.documents.yaml_scalars import Flavour, Scalar

_CORE = "tag:yaml.org,2002:"
_TEXT_TAGS = ("!", _CORE + "str")
_COLLECTION_TAGS = {
    Shape.LIST: (None, "!", _CORE + "seq"),
    Shape.MAP: (None, "!", _CORE + "map"),
}
_SCALAR_TAGS: dict[str, tuple[type, ...]] = {
    _CORE + "int": (int,),
    _CORE + "float": (int, float),
    _CORE + "bool": (bool,),
    _CORE + "null": (type(None),),
}
_OUR_GROUP = "bunkaiten.dev"


def flavour_of(root: Node) -> Flavour:
    """Return how the scalars of a document are read: as ours if it says so, else as kubectl would."""
    if root.shape is Shape.MAP:
        for _, key, value in root.pairs():
            if key.text == "apiVersion" and value.text.startswith(_OUR_GROUP):
                return yaml_scalars.declared
            if key.text == "kind" and value.text == "Demarcation":
                return yaml_scalars.declared
    return yaml_scalars.kubernetes


def value_of(root: Node) -> object:
    """Return the value of a whole document. Raise Fault if it holds what JSON or kubectl do not."""
    return _Values(flavour_of(root)).of(root)


def is_merge(key: Node) -> bool:
    """Say whether this is the merge key of YAML 1.1."""
    return key.text == "<<" and key.is_plain


def merged(value: Node, at: int) -> Iterator[Node]:
    """Yield the mappings that a merge key at the offset `at` brings in, the strongest first."""
    sources = [value] if value.shape is Shape.MAP else [child for _, child in value.children]
    if value.shape is Shape.SCALAR or any(source.shape is not Shape.MAP for source in sources):
        raise Fault("yaml_merge", at)
    yield from sources


def key_of(key: Node, at: int, flavour: Flavour) -> str:
    """Return the text of a key: JSON knows no other keys."""
    if key.shape is not Shape.SCALAR:
        raise Fault("yaml_key", at)
    if flavour is yaml_scalars.declared and key.is_plain:
        return key.text
    value = _scalar(key, flavour)
    if isinstance(value, str):
        return value
    return json.dumps(int(value) if isinstance(value, float) and value.is_integer() else value)


class _Values:
    """The values of one document, those with an anchor built once."""

    def __init__(self, flavour: Flavour) -> None:
        self._flavour = flavour
        self._built: dict[int, Any] = {}

    def of(self, node: Node) -> Any:  # noqa: ANN401 - any JSON value
        # recursion is safe: the graph is at most MAX_DEPTH high
        if node.shape is Shape.SCALAR:
            return _scalar(node, self._flavour)
        if id(node) in self._built:
            return self._built[id(node)]
        if node.tag not in _COLLECTION_TAGS[node.shape]:
            _refuse_tag(node)
        value = self._map(node) if node.shape is Shape.MAP else [self.of(child) for _, child in node.children]
        if node.is_anchored:
            self._built[id(node)] = value
        return value

    def _map(self, node: Node) -> dict[str, Any]:
        found: dict[str, Any] = {}
        brought: list[Node] = []
        for at, key, value in node.pairs():
            if is_merge(key):
                if brought:
                    raise Fault("duplicate_key", at, key="<<")
                brought.extend(merged(value, at))
                continue
            name = key_of(key, at, self._flavour)
            if name in found:
                raise Fault("duplicate_key", at, key=shown(name))
            found[name] = self.of(value)
        for source in brought:
            for name, given in self.of(source).items():
                found.setdefault(name, given)
        return found


def _scalar(node: Node, flavour: Flavour) -> Scalar:
    if node.tag is None:
        return flavour(node.text, node.at) if node.is_plain else node.text
    if node.tag in _TEXT_TAGS:
        return node.text
    value = flavour(node.text, node.at) if node.tag in _SCALAR_TAGS else node.text
    if type(value) not in _SCALAR_TAGS.get(node.tag, ()):
        _refuse_tag(node)
    return value


def _refuse_tag(node: Node) -> NoReturn:
    raise Fault("yaml_tag", node.at, tag=shown((node.tag or "").replace(_CORE, "!!")))
