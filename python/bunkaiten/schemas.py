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

HEADER = frozenset({"apiVersion", "kind", "metadata", "spec"})


def text(kind: str) -> str:
    """Return the schema of `kind`, one of `KINDS`, as it is written. Raise KeyError for another."""
    return resources.read(resources.schemas(KINDS[kind]))


@cache
def schema(kind: str) -> Mapping[str, Any]:
    """Return the schema of `kind`, one of `KINDS`, parsed. Raise KeyError for another."""
    loaded: dict[str, Any] = json.loads(text(kind))
    return MappingProxyType(loaded)


def envelope(without: frozenset[str] = frozenset()) -> str:
    """Return the schema of the envelope for the engine, which compiles it anew at every question.

    `without` are places of the envelope and sections of declarations: nothing is accepted there.
    """
    whole: dict[str, Any] = json.loads(text("envelope"))
    definitions = whole.pop("$defs")
    del whole["$id"]  # every reference would be resolved against it
    for place in whole["properties"].keys() & without:
        whole["properties"][place] = {"type": "object", "maxProperties": 0}
    spec = definitions["demarcation.spec"]
    spec["properties"] = {name: part for name, part in spec["properties"].items() if name not in without}
    return json.dumps({**whole, "$defs": dict(_reached(whole, definitions, set()))}, ensure_ascii=False)


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
