"""Print the fields of a declaration, from its schema, into docs/declaration.md and docs/declaration.ja.md.

The pages are written by hand around the marks; `--check` writes nothing and fails if one differs.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bunkaiten import resources, schemas

BEGIN, END = "<!-- fields -->\n", "<!-- /fields -->\n"
HEADINGS = {"en": "| field | what it says | what may stand there |", "ja": "| 項目 | 内容 | 書けるもの |"}
REQUIRED = {"en": "required", "ja": "必須"}
OR = {"en": " or ", "ja": "、または "}
LIST = {"en": "a list of {}", "ja": "{} の一覧"}
EMPTY = {"en": " (`[]` for none)", "ja": "（`[]` は「なし」）"}
LEAVES = {
    "agreement": {"en": "the name of an agreement", "ja": "agreements の名前"},
    "component": {
        "en": "`terraform:…`, `kubernetes:…` or `site:…`",
        "ja": "`terraform:…`、`kubernetes:…`、`site:…`",
    },
    "date": {"en": "a day, `2026-04-01`", "ja": "日付 `2026-04-01`"},
    "duration": {"en": "a length of time, `P1M`", "ja": "期間 `P1M`"},
    "exchangeName": {"en": "the name of an exchange", "ja": "exchanges の名前"},
    "localized": {"en": "`{ja: …, en: …}`", "ja": "`{ja: …, en: …}`"},
    "name": {"en": "a name", "ja": "名前"},
    "party": {"en": "the name of a party", "ja": "parties の名前"},
    "place": {
        "en": "`terraform:…`, `kubernetes:…` or `site:…`",
        "ja": "`terraform:…`、`kubernetes:…`、`site:…`",
    },
    "word": {"en": "text", "ja": "文字列"},
}
"""What stands for a definition that holds no fields."""

KEYS = {"party": "<party>", "medium": "<medium>", "name": "<name>"}
FIELDS = {"en": "the fields below", "ja": "下の項目"}
SUCH_AS = {"en": "such as {}", "ja": "例 {}"}
NUMBER = {"en": "a number", "ja": "数値"}
TEXT = {"en": "text", "ja": "文字列"}


class Field(NamedTuple):
    """One line of the table."""

    path: str
    schema: Mapping[str, Any]
    required: bool


def main() -> int:
    """Write, or with --check compare, both pages. Return the exit code."""
    stale = []
    for lang, name in (("en", "declaration.md"), ("ja", "declaration.ja.md")):
        path = Path(resources.root()) / "docs" / name
        written = path.read_text("utf-8")
        head, _, rest = written.partition(BEGIN)
        wanted = f"{head}{BEGIN}\n{fields(lang)}\n{END}{rest.partition(END)[2]}"
        if written != wanted:
            stale.append(path)
            if "--check" not in sys.argv[1:]:
                path.write_text(wanted, "utf-8")
    if "--check" not in sys.argv[1:]:
        return 0
    for path in stale:
        print(f"{path}: differs from its sources; run `make docs`", file=sys.stderr)
    return int(bool(stale))


def fields(lang: str) -> str:
    """Return every section of the specification as a table, in `lang`."""
    spec = _definitions()["spec"]
    parts = []
    for name, section in spec["properties"].items():
        lines = [f"### {name}", "", _meaning(section, lang), "", HEADINGS[lang], "|---|---|---|"]
        for field in _fields(_record(section), ""):
            required = f" ({REQUIRED[lang]})" if field.required else ""
            cells = (f"`{field.path}`{required}", _meaning(field.schema, lang), _values(field.schema, lang))
            lines.append(f"| {' | '.join(cells)} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _definitions() -> Mapping[str, Any]:
    definitions: Mapping[str, Any] = schemas.schema("demarcation")["$defs"]
    return definitions


def _record(section: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what stands under each name of a section."""
    shapes = [section, *section.get("anyOf", ())]
    return next(_target(shape["additionalProperties"]) for shape in shapes if "additionalProperties" in shape)


def _meaning(schema: Mapping[str, Any], lang: str) -> str:
    return str(schema["x-ja" if lang == "ja" else "description"])


def _fields(schema: Mapping[str, Any], path: str) -> Iterator[Field]:
    """Yield every field below `schema`, depth first, in the order of the schema."""
    for name, part in schema.get("properties", {}).items():
        here = f"{path}{name}"
        yield Field(here, part, name in schema.get("required", ()))
        yield from _below(part, here)


def _below(part: Mapping[str, Any], path: str) -> Iterator[Field]:
    if _name(part) in LEAVES:
        return
    shape = _target(part)
    for branch in shape.get("anyOf", (shape,)):
        if _name(branch) in LEAVES:
            continue
        inner = _target(branch)
        yield from _fields(inner, f"{path}.")
        if isinstance(each := inner.get("additionalProperties"), dict) and "propertyNames" in inner:
            yield from _below(each, f"{path}.{KEYS[_name(inner['propertyNames'])]}")
        if "items" in inner:
            yield from _below(inner["items"], f"{path}[]")


def _values(part: Mapping[str, Any], lang: str) -> str:
    """Return what may be written, as people say it; fields below it have lines of their own."""
    name = _name(part)
    if name in LEAVES:
        return LEAVES[name][lang]
    shape = _target(part)
    if "anyOf" in shape:
        found = dict.fromkeys(filter(None, (_values(branch, lang) for branch in shape["anyOf"])))
        return OR[lang].join(found)
    if "const" in shape:
        return f"`{shape['const']}`"
    if "enum" in shape:
        return ", ".join(f"`{word}`" for word in shape["enum"])
    return _typed(shape, lang)


def _typed(shape: Mapping[str, Any], lang: str) -> str:
    match shape["type"]:
        case "array":
            listed = LIST[lang].format(_values(shape["items"], lang))
            return listed if shape.get("minItems") else f"{listed}{EMPTY[lang]}"
        case "object":
            return _mapping(shape, lang)
        case "number":
            return NUMBER[lang]
        case _:
            examples = ", ".join(f"`{each}`" for each in shape.get("examples", ()))
            return SUCH_AS[lang].format(examples) if examples else TEXT[lang]


def _mapping(shape: Mapping[str, Any], lang: str) -> str:
    if "propertyNames" not in shape:
        return FIELDS[lang]
    key = KEYS[_name(shape["propertyNames"])]
    return f"`{key}:` {_values(shape['additionalProperties'], lang)}".rstrip()


def _name(part: Mapping[str, Any]) -> str:
    return str(part.get("$ref", "")).removeprefix("#/$defs/")


def _target(part: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow references to what is described."""
    name = _name(part)
    return _target(_definitions()[name]) if name else part


if __name__ == "__main__":
    sys.exit(main())
