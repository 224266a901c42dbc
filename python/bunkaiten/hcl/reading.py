"""One folder of Terraform sources as one module: its blocks by address, each with its place."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from bunkaiten import digests
from bunkaiten.documents import Refusal, Source, decoding, from_path, json_text
from bunkaiten.documents.faults import Fault, Lines, pointer_to
from bunkaiten.documents.json_places import JsonPlaces
from bunkaiten.documents.sources import names_in
from bunkaiten.errors import DocumentError
from bunkaiten.hcl import grammar, templates
from bunkaiten.model import Document, Location

if TYPE_CHECKING:
    from tree_sitter import Node

_ENDINGS = (".tf", ".tf.json")
_OVERRIDE = re.compile(r"(.*_)?override\.tf(\.json)?")
_DEPTH = 100


class Attribute(NamedTuple):
    """What was written for a name, and where."""

    location: Location
    written: Any
    """As hcl.expressions takes it."""


class Block(NamedTuple):
    """A block, and what stands in it."""

    location: Location
    attributes: Mapping[str, Attribute]
    blocks: Mapping[str, tuple["Block", ...]]
    """By type; a dynamic block under the type of those that it makes, with nothing in it."""
    is_override: bool = False
    """It stands in a file that changes what others say."""


class Module(NamedTuple):
    """What the files of one folder say. Pointers lead into the JSON form of the language."""

    files: tuple[Document, ...]
    resources: Mapping[str, tuple[Block, ...]]
    """By "aws_lb.front" or "data.aws_vpc.main"; more than one only where files override each other."""
    variables: Mapping[str, Block]
    local_values: Mapping[str, Attribute]
    calls: Mapping[str, Block]
    refusals: tuple[Refusal, ...]


class _Top(NamedTuple):
    """A block on the first level of a file."""

    labels: tuple[str, ...]
    block: Block


def read(folder: str, named: str) -> Module:
    """Return what the files of `folder` say, which is called `named`. What cannot be read is a refusal.

    Raise `DocumentError` if the folder cannot be read or holds no file of Terraform.
    """
    names = [name for name in names_in(folder) if name.endswith(_ENDINGS) and name[0] not in ".#"]
    if not names:
        raise DocumentError("source_empty")
    files: list[Document] = []
    refusals: list[Refusal] = []
    tops: list[_Top] = []
    # what overrides comes last
    for name in sorted(names, key=lambda each: (bool(_OVERRIDE.fullmatch(each)), each)):
        found = from_path(os.path.join(folder, name), joined(named, name), is_file=True)
        refusals += found.refusals
        for source in found.sources:
            try:
                tops += _tops(source, is_override=bool(_OVERRIDE.fullmatch(name)))
                files.append(Document(id=source.id, kind="source", sha256=_digest(source)))
            except DocumentError as error:
                refusals.append(Refusal(document=source.id, error=error))
    return _module(tops, files, refusals)


def joined(named: str, below: str) -> str:
    """Return what something `below` a folder is called, with posix slashes."""
    return os.path.normpath(os.path.join(named, below)).replace(os.sep, "/")


def _digest(source: Source) -> str:
    return digests.of_bytes(source.data or b"")


def _tops(source: Source, *, is_override: bool) -> list[_Top]:
    data = source.data or b""
    text = decoding.text_of(data)
    if source.id.endswith(".json"):
        found = _json_tops(text, source.id)
    else:
        found = _hcl_tops(grammar.root(data), data, source.id)
    return [top._replace(block=top.block._replace(is_override=is_override)) for top in found]


def _module(tops: Iterable[_Top], files: list[Document], refusals: list[Refusal]) -> Module:
    resources: dict[str, tuple[Block, ...]] = {}
    by_type: dict[str, dict[str, Block]] = {"variable": {}, "module": {}}
    local_values: dict[str, Attribute] = {}
    for labels, block in tops:
        match labels:
            case ("resource" | "data" as kind, type_, name):
                address = f"{type_}.{name}" if kind == "resource" else f"data.{type_}.{name}"
                before = resources.get(address, ())
                if before and not block.is_override:
                    refusals.append(_twice(address, before[0], block))
                resources[address] = (*before, block)
            case ("variable" | "module" as kind, name):
                by_type[kind][name] = block
            case ("locals",):
                local_values |= block.attributes
    return Module(
        files=tuple(files),
        resources=resources,
        variables=by_type["variable"],
        local_values=local_values,
        calls=by_type["module"],
        refusals=tuple(refusals),
    )


def _twice(address: str, first: Block, block: Block) -> Refusal:
    other = f"{first.location.document}:{first.location.line}"
    place = block.location
    error = DocumentError("source_twice", line=place.line, column=place.column, address=address, other=other)
    return Refusal(document=place.document, error=error)


def _hcl_tops(root: "Node", data: bytes, name: str) -> Iterator[_Top]:
    for body in root.children:
        for node in body.children if body.type == "body" else ():
            if node.type == "block":
                labels = _labels(node)
                yield _Top(labels, _block(node, labels, data, name))


def _labels(node: "Node") -> tuple[str, ...]:
    return tuple(
        (child.text or b"").decode()
        if child.type == "identifier"
        else "".join(each for each in templates.pieces(child) if isinstance(each, str))
        for child in node.children
        if child.type in ("identifier", "string_lit")
    )


def _block(node: "Node", steps: tuple[object, ...], data: bytes, name: str) -> Block:
    attributes: dict[str, Attribute] = {}
    blocks: dict[str, tuple[Block, ...]] = {}
    for child in next((each.children for each in node.children if each.type == "body"), ()):
        if child.type == "attribute":
            key = (child.children[0].text or b"").decode()
            attributes[key] = Attribute(_location(child, (*steps, key), data, name), child.children[-1])
        elif child.type == "block" and len(steps) < _DEPTH:
            kind, *labels = _labels(child)
            is_dynamic = kind == "dynamic" and bool(labels)
            made = labels[0] if is_dynamic else kind
            before = blocks.get(made, ())
            inner = _block(child, (*steps, made, len(before)), data, name)
            blocks[made] = (*before, inner._replace(attributes={}, blocks={}) if is_dynamic else inner)
    return Block(_location(node, steps, data, name), attributes, blocks)


def _location(node: "Node", steps: tuple[object, ...], data: bytes, name: str) -> Location:
    line, column = grammar.place(node, data)
    return Location(document=name, pointer=pointer_to(*steps), line=line, column=column)


def _json_tops(text: str, name: str) -> Iterator[_Top]:
    try:
        value = json_text.parse(text)
    except Fault as fault:
        place = (None, None) if fault.at is None else Lines(text).place(fault.at)
        raise fault.error(*place) from None
    places = JsonPlaces(text)
    depths = {"resource": 2, "data": 2, "module": 1, "variable": 1, "locals": 0}
    for kind, written in value.items() if isinstance(value, dict) else ():
        for labels, steps, body in _labelled(written, depths.get(kind, -1), (kind,), (kind,)):
            yield _Top(labels, _json_block(body, steps, places, name))


def _labelled(
    written: object, depth: int, labels: tuple[str, ...], steps: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], Mapping[str, object]]]:
    """Yield labels, steps and body of each block; every level may be a list as well."""
    if isinstance(written, list):
        for at, each in enumerate(written):
            yield from _labelled(each, depth, labels, (*steps, str(at)))
    elif isinstance(written, dict) and depth == 0:
        yield labels, steps, written
    elif isinstance(written, dict) and depth > 0:
        for label, each in written.items():
            yield from _labelled(each, depth - 1, (*labels, label), (*steps, label))


def _json_block(body: Mapping[str, Any], steps: tuple[str, ...], places: JsonPlaces, name: str) -> Block:
    attributes = {
        key: Attribute(_json_location((*steps, key), places, name), written) for key, written in body.items()
    }
    return Block(_json_location(steps, places, name), attributes, {})


def _json_location(steps: tuple[str, ...], places: JsonPlaces, name: str) -> Location:
    line, column = places.locate(steps)
    return Location(document=name, pointer=pointer_to(*steps), line=line, column=column)
