"""The fields of a declaration as its schema has them: what may stand there, and what each one says."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from bunkaiten import schemas
from bunkaiten.model import Text

Schema: TypeAlias = Mapping[str, Any]

ANY_TEXT = '"…"'
_REST = "…"


@cache
def definition(name: str) -> Schema:
    """Return the definition `name` of the schema of declarations. Raise KeyError if there is none."""
    found: Schema = schemas.schema("demarcation")["$defs"][name]
    return found


def top(name: str) -> Schema:
    """Return the field `name` of the document itself."""
    found: Schema = schemas.schema("demarcation")["properties"][name]
    return found


def within(name: str, *path: str) -> Schema:
    """Return the field at `path` in the definition `name`."""
    found = definition(name)
    for step in path:
        found = found["properties"][step]
    return found


def said(schema: Schema) -> Text:
    """Return what a field says."""
    return Text(en=schema["description"], ja=schema["x-ja"])


def fields(schema: Schema) -> Mapping[str, Schema]:
    """Return the fields of a record of the shape `schema`, in its order; {} if it is none."""
    if _is_text(schema):
        return {}
    found: Schema = next((shape["properties"] for shape in _shapes(schema) if "properties" in shape), {})
    return found


def each(schema: Schema) -> tuple[str, Schema] | None:
    """Return what stands for the names in a map of the shape `schema`, and the shape below them."""
    for shape in _shapes(schema):
        if "propertyNames" in shape:
            names = list(_words(shape["propertyNames"]))
            called = names[0] if len(names) == 1 else f"<{'|'.join(names)}>"
            return called, shape["additionalProperties"]
    return None


def items(schema: Schema) -> Schema | None:
    """Return the shape of the items where they are records, None where a line is enough for them."""
    found = (shape["items"] for shape in _shapes(schema) if shape.get("type") == "array")
    return next((item for item in found if fields(item)), None)


def words(schema: Schema) -> str:
    """Return what may be written on the line of a field, for people; "" if only lines below it."""
    found = list(dict.fromkeys(_words(schema)))
    below = fields(schema) or each(schema) or items(schema)
    return " | ".join([*found, _REST] if found and below else found)


def takes(schema: Schema, text: str) -> bool:
    """Tell whether `text` has the shape that `schema`, one of a string, asks for."""
    shape = _target(schema)
    refused = shape.get("not", {})
    return (
        len(text) <= shape.get("maxLength", len(text))
        and re.search(_whole(shape["pattern"]), text) is not None
        and text not in refused.get("enum", ())
        and not ("pattern" in refused and re.search(_whole(refused["pattern"]), text))
    )


def _whole(pattern: str) -> str:
    # "$" of Python lets a line break stand after it
    return re.sub(r"\$(?=\)|\||$)", r"\\Z", pattern)


def _words(schema: Schema) -> Iterator[str]:
    if _is_text(schema):
        yield ANY_TEXT
        return
    for shape in _shapes(schema):
        if "const" in shape:
            yield str(shape["const"])
        elif "enum" in shape:
            yield from map(str, shape["enum"])
        elif "x-refersTo" in shape or shape is definition("name"):
            yield f"<{_name(shape)}>"
        elif shape.get("type") == "array":
            if not fields(shape["items"]):
                yield f"[{' | '.join(_words(shape['items']))}, {_REST}]"
        elif shape.get("type") == "number":
            yield "<number>"
        elif shape.get("type") == "string":
            yield f"<{shape['examples'][0]}>" if "examples" in shape else ANY_TEXT


def _name(shape: Schema) -> str:
    """Return what people call a name that refers to something: as the definition is called."""
    definitions: Schema = schemas.schema("demarcation")["$defs"]
    return next(name for name, known in definitions.items() if known is shape).removesuffix("Name")


def _is_text(schema: Schema) -> bool:
    """Tell whether `schema` is nothing but text for people, in one language or by language."""
    return _target(schema) in (definition("text"), definition("localized"))


def _shapes(schema: Schema) -> Iterator[Schema]:
    """Yield what `schema` leaves to choose from, references followed."""
    shape = _target(schema)
    if "anyOf" not in shape:
        yield shape
        return
    for branch in shape["anyOf"]:
        if _target(branch) != definition("localized"):
            yield from _shapes(branch)


def _target(schema: Schema) -> Schema:
    return definition(schema["$ref"].rpartition("/")[2]) if "$ref" in schema else schema
