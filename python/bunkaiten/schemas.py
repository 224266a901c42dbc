"""The JSON Schemas, and what a document does wrong by them, as values.

The engine decides by schemas/envelope.schema.json whether a document is accepted.
This module explains a refusal: it is slow to load, and loaded only when something is wrong.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from bunkaiten import resources
from bunkaiten.faults import Fault

KINDS: Mapping[str, str] = MappingProxyType(
    {
        kind: f"{kind}.schema.json"
        for kind in (
            "demarcation",
            "requirement",
            "report",
            "configuration",
            "terraform-plan",
            "kubernetes-object",
            "envelope",
        )
    }
)
"""The file of each kind, in the folder of the schemas."""

NAME = re.compile(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
"""What `$defs.name` of the demarcation schema says, for the quick path; a test holds them together."""
RESERVED = frozenset({"none", "open", "unidentified", "nobody"})
"""Words that state something wherever a name could stand, so nothing is called so."""

PLACES = frozenset({"declarations", "terraform", "kubernetes"})
"""Where documents stand in the envelope."""

_OF_DECLARATIONS = "demarcation."
"""What the definitions of declarations begin with in the schema of the envelope."""

HEADER = frozenset({"apiVersion", "kind", "metadata", "spec"})


def text(kind: str) -> str:
    """Return the schema of `kind`, one of `KINDS`, as it is written. Raise KeyError for another."""
    return resources.read(resources.schemas(KINDS[kind]))


@cache
def schema(kind: str) -> Mapping[str, Any]:
    """Return the schema of `kind`, one of `KINDS`, parsed. Raise KeyError for another."""
    loaded: dict[str, Any] = json.loads(text(kind))
    return MappingProxyType(loaded)


def envelope(words: frozenset[str] | None = None) -> str:
    """Return the schema of the envelope for the engine, which compiles it anew at every question.

    `words` are the places of the envelope where a document stands, and the `fields` that stand in a
    declaration. What has another name, and so is not there to be judged, is left out: a place accepts
    nothing then, and nobody can tell that a property had a schema. None leaves out nothing.
    """
    whole = dict(schema("envelope"))
    definitions: Mapping[str, Any] = whole.pop("$defs")
    del whole["$id"]  # every reference would be resolved against it
    if words is not None:
        shut = {"type": "object", "maxProperties": 0}
        whole["properties"] = {**whole["properties"], **dict.fromkeys(PLACES - words, shut)}
        definitions = {
            name: _spoken(each, words) if name.startswith(_OF_DECLARATIONS) else each
            for name, each in definitions.items()
        }
    return json.dumps({**whole, "$defs": dict(_reached(whole, definitions, set()))}, ensure_ascii=False)


@cache
def fields() -> frozenset[str]:
    """Return every name that a property of a declaration can have. What people name is not among them."""
    definitions = schema("envelope")["$defs"].items()
    found: set[str] = set()
    for name, each in definitions:
        if name.startswith(_OF_DECLARATIONS):
            _add_properties(each, found)
    return frozenset(found)


def ordinary_header(document: object) -> bool:
    """Tell whether all around `spec` is plainly right: nothing but apiVersion, kind, a name, a spec.

    What is not ordinary may still be right; `faults` knows.
    """
    if not isinstance(document, dict) or document.keys() != HEADER:
        return False
    metadata = document["metadata"]
    return (
        document["apiVersion"] == "bunkaiten.dev/v1"
        and document["kind"] == "Demarcation"
        and isinstance(metadata, dict)
        and metadata.keys() == {"name"}
        and _is_name(metadata["name"])
    )


def faults(kind: str, value: object, limit: int = 20) -> tuple[Fault, ...]:
    """Return what `value`, plain JSON, does wrong by the schema of `kind`.

    One fault for each mistake, in the order of the document, at most `limit`.
    """
    from bunkaiten.explanations import explained  # noqa: PLC0415 - only who has a fault pays for it

    return explained(schema(kind), value, limit)


def _add_properties(part: object, found: set[str]) -> None:
    if isinstance(part, dict):
        found.update(part.get("properties", ()))
        part = list(part.values())
    for each in part if isinstance(part, list) else ():
        _add_properties(each, found)


def _spoken(part: Any, words: frozenset[str]) -> Any:  # noqa: ANN401 - any JSON
    """Return `part` of a schema without the properties whose names are not among `words`."""
    if isinstance(part, list):
        return [_spoken(each, words) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        name: {key: _spoken(inner, words) for key, inner in each.items() if key in words}
        if name == "properties"
        else _spoken(each, words)
        for name, each in part.items()
    }


def _reached(part: object, definitions: Mapping[str, Any], seen: set[str]) -> Iterator[tuple[str, Any]]:
    """Yield the `definitions` that `part` of a schema leads to and that are not among those `seen`."""
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for each in inner:
        yield from _reached(each, definitions, seen)
    if isinstance(part, dict) and isinstance(part.get("$ref"), str):
        name = part["$ref"].removeprefix("#/$defs/")
        if name not in seen:
            seen.add(name)
            yield name, definitions[name]
            yield from _reached(definitions[name], definitions, seen)


def _is_name(word: object) -> bool:
    return isinstance(word, str) and NAME.fullmatch(word) is not None and word not in RESERVED
