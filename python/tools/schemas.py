"""Write schemas/envelope.schema.json, the one schema that the engine decides by.

It is put together from the schemas of what an envelope holds, without the words for people:
the engine compiles it anew on every evaluation.
`--check` writes nothing and fails if the file on disk differs.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
TARGET = SCHEMAS / "envelope.schema.json"
FOR_PEOPLE = frozenset({"$schema", "$id", "$defs", "title", "description", "examples"})


def main(arguments: list[str]) -> int:
    """Write the schema, or with --check compare it; return the exit code."""
    wanted = json.dumps(envelope(), indent=2, ensure_ascii=False) + "\n"
    if "--check" not in arguments:
        TARGET.write_text(wanted, "utf-8")
        return 0
    if TARGET.is_file() and TARGET.read_text("utf-8") == wanted:
        return 0
    print("schemas/envelope.schema.json is out of date: run python python/tools/schemas.py")
    return 1


def envelope() -> dict[str, Any]:
    """Return the schema of the envelope, with every reference inside itself."""
    kinds = {kind: _source(kind) for kind in ("demarcation", "terraform-plan", "kubernetes-object")}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://bunkaiten.dev/schemas/envelope.schema.json",
        "title": "Envelope",
        "description": "The one shape that policies see. Generated from the schemas of what it holds.",
        **_with_sources(
            _closed(
                declarations=_map("demarcation.spec", {"$ref": "#/$defs/demarcation.name"}),
                terraform=_map("terraform-plan"),
                kubernetes=_map("kubernetes-object"),
                context=_context(),
            )
        ),
        "$defs": dict(sorted(_definitions(kinds).items())),
    }


def _with_sources(schema: dict[str, Any]) -> dict[str, Any]:
    """Return `schema` with what sources say of plans: plan, configured address, attribute, JSON."""
    value: Mapping[str, Any] = {"type": "object"}
    for _ in ("attribute", "address", "plan"):
        value = {"type": "object", "additionalProperties": value}
    return {**schema, "properties": {**schema["properties"], "sources": value}}


def _context() -> dict[str, Any]:
    said = _closed(
        as_of={"$ref": "#/$defs/demarcation.date"},
        edition={"type": "string", "pattern": "^mhlw-[1-9][0-9]*(\\.[0-9]+)?$"},
        scope={"enum": ["all", "marked"]},
        deployments={"enum": ["expected", "declarations-only"]},
    )
    return {**said, "properties": {**said["properties"], "declarations": {"enum": ["whole", "incomplete"]}}}


def _closed(**properties: Mapping[str, Any]) -> dict[str, Any]:
    names = list(properties)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": names,
        "properties": properties,
    }


def _map(definition: str, names: Mapping[str, Any] | None = None) -> dict[str, Any]:
    keys = {"propertyNames": names} if names else {}
    return {"type": "object", **keys, "additionalProperties": {"$ref": f"#/$defs/{definition}"}}


def _source(kind: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{kind}.schema.json").read_text("utf-8"))
    return loaded


def _definitions(kinds: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    found = {}
    for kind, schema in kinds.items():
        if kind != "demarcation":  # of a declaration only the spec reaches the envelope
            found[kind] = _bare(schema, kind)
        for name, definition in schema.get("$defs", {}).items():
            found[f"{kind}.{name}"] = _bare(definition, kind)
    return found


def _bare(schema: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Return a schema without words for people, its references led into `kind`'s definitions."""
    bare: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "$ref":
            bare[key] = value.replace("#/$defs/", f"#/$defs/{kind}.")
        elif key == "properties":
            bare[key] = {name: _bare(inner, kind) for name, inner in value.items()}
        elif isinstance(value, dict):
            bare[key] = _bare(value, kind)
        elif key in {"anyOf", "oneOf", "allOf"}:
            bare[key] = [_bare(inner, kind) for inner in value]
        elif key not in FOR_PEOPLE and not key.startswith("x-"):
            bare[key] = value
    return {key: value for key, value in bare.items() if key != "$defs"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
