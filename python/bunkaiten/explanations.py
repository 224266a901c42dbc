"""Why a document breaks its schema, in our words instead of the validator's.

A schema names the message of a pattern itself, by the annotation `x-fault`, and by `x-endings` what
people leave out at the end, each by what they write before it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from bunkaiten import messages
from bunkaiten.faults import MOST, Fault, Steps, fault, fault_with_near, near, places, shown

Found = tuple[Steps, Fault]

_FOR_PEOPLE = frozenset({"description", "x-ja"})


class _Error(NamedTuple):
    """What the validator says: `rule` with `wanted` of `schema` refuses `value` at `steps`."""

    rule: str
    wanted: Any
    schema: Mapping[str, Any]
    value: Any
    steps: Steps
    """Where; if a key itself is refused, that key."""
    inner: tuple["_Error", ...]
    """Of a choice: what each branch says."""
    branch: int
    """Of an inner error: which branch says it."""
    is_outright: bool
    """Of an inner error: the branch is out of the question, rather than filled in wrongly."""


def explained(schema: Mapping[str, Any], value: object, limit: int) -> tuple[Fault, ...]:
    """Return what `value` does wrong by `schema`, in the order of the document, at most `limit`."""
    try:
        errors = [_read(raw) for raw in islice(_validator()(_flat(schema)).iter_errors(value), MOST)]
    except RecursionError:
        return (fault((), "nested_too_deeply"),)
    found = _without_consequences([each for error in errors for each in _explain(error)])
    ordered = sorted(found, key=lambda each: places(value, each[0]))
    return tuple(each for _, each in ordered[:limit])


def _flat(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return `schema` with its references filled in, as far as they are not circles.

    The validator looks each reference up anew for each value, and each word for people as well:
    without both, a large document is explained three times as fast.
    """
    definitions = schema.get("$defs", {})

    def filled(part: Any, within: frozenset[str]) -> Any:  # noqa: ANN401  # any part of a schema
        if isinstance(part, list):
            return [filled(item, within) for item in part]
        if not isinstance(part, dict):
            return part
        # a mapping of that name is a property called so
        kept = {key: item for key, item in part.items() if key not in _FOR_PEOPLE or isinstance(item, dict)}
        name = kept.get("$ref", "").removeprefix("#/$defs/")
        if not name or name in within:
            return {key: filled(item, within) for key, item in kept.items()}
        return filled(definitions[name], within | {name})

    root = {key: part for key, part in schema.items() if key != "$defs"}
    return {**filled(root, frozenset()), "$defs": definitions}


@cache
def _validator() -> Any:  # noqa: ANN401  # the library's class carries no usable type
    from jsonschema import Draft202012Validator, ValidationError, validators  # noqa: PLC0415  # slow to load

    def pattern(_: object, wanted: str, value: object, __: object) -> Iterator[ValidationError]:
        # to Python "$" also stands before a last line break, to the engine it does not
        if isinstance(value, str) and not re.search(wanted.replace("$", r"\Z"), value):
            yield ValidationError(wanted)

    return validators.extend(Draft202012Validator, {"pattern": pattern})  # type: ignore[no-untyped-call]


def _read(raw: Any) -> _Error:  # noqa: ANN401  # the library's error carries no usable type
    is_key = "propertyNames" in raw.absolute_schema_path
    steps = tuple(raw.absolute_path)
    return _Error(
        rule=raw.validator,
        wanted=raw.validator_value,
        schema=raw.schema if isinstance(raw.schema, dict) else {},
        value=raw.instance,
        steps=(*steps, raw.instance) if is_key else steps,
        inner=tuple(_read(inner) for inner in raw.context),
        branch=raw.relative_schema_path[0] if raw.parent else 0,
        is_outright=not is_key and not raw.relative_path and raw.validator in {"type", "const", "enum"},
    )


def _explain(error: _Error) -> Iterator[Found]:
    explainer = _EXPLAINERS.get(error.rule)
    if explainer is None:
        yield error.steps, fault(error.steps, "not_valid")
    else:
        yield from explainer(error)


def _unknown_keys(error: _Error) -> Iterator[Found]:
    known = error.schema.get("properties", {})
    for key in error.value:
        steps = (*error.steps, key)
        if key not in known and key != key.strip("\u3000"):
            yield steps, fault(steps, "key_with_wide_space", key=key.strip("\u3000"))
        elif key not in known:
            yield steps, fault_with_near(steps, "unknown_key", key, known, key=key)


def _missing_keys(error: _Error) -> Iterator[Found]:
    for key in error.wanted:
        if key not in error.value:
            yield error.steps, fault(error.steps, "missing_key", key=key)


def _missing_companions(error: _Error) -> Iterator[Found]:
    for key, companions in error.wanted.items():
        for companion in companions:
            if key in error.value and companion not in error.value:
                yield error.steps, fault(error.steps, "missing_key", key=companion)


def _not_one_of(error: _Error) -> Iterator[Found]:
    yield error.steps, _word_fault(error.steps, error.value, _words(error))


def _word_fault(steps: Steps, value: object, words: Sequence[str]) -> Fault:
    allowed = ", ".join(words)
    if value is None:
        return fault(steps, "null_value")
    if isinstance(value, dict | list):
        return fault(steps, "must_be_word", allowed=allowed)
    return fault_with_near(steps, "not_one_of", shown(value), words, value=shown(value), allowed=allowed)


def _wrong_type(error: _Error) -> Iterator[Found]:
    yield error.steps, _number_fault(error) or _shape_fault(error.steps, error.value, _types(error), ())


def _number_fault(error: _Error) -> Fault | None:
    """Say what text is wanted where quotes would not make it of a number: a day, a duration."""
    pattern, code = error.schema.get("pattern"), error.schema.get("x-fault")
    if error.rule != "type" or not _is_number(error.value) or not pattern or not code:
        return None
    value = shown(error.value)
    return None if re.search(pattern, value) else fault(error.steps, code, value=value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _shape_fault(steps: Steps, value: object, types: Iterable[str], words: Sequence[str]) -> Fault:
    """Say which shape was expected; the words are named only where other text is not allowed."""
    kinds = sorted(set(types))
    if value is None:
        return fault(steps, "null_value")
    if kinds == ["string"] and isinstance(value, bool):
        return fault(steps, "quote_word", value=shown(value))
    if "string" in kinds and _is_number(value):
        return fault(steps, "quote_number", value=shown(value))
    shapes = ["word", *kinds] if words and "string" not in kinds else kinds
    code = "must_be_" + "_or_".join(shapes)
    known = code if code in messages.sentences("en") else "not_valid"
    return fault(steps, known, allowed=", ".join(words))


def _wrong_text(error: _Error) -> Iterator[Found]:
    code = error.schema.get("x-fault", "not_valid")
    endings = error.schema.get("x-endings", {}).items()
    if ending := next((ending for begun, ending in endings if re.search(begun, error.value)), None):
        whole = shown(f"{error.value}{ending}")
        yield error.steps, fault(error.steps, f"{code}_near", value=shown(error.value), near=whole)
        return
    yield error.steps, fault(error.steps, code, value=shown(error.value))


def _reserved_word(error: _Error) -> Iterator[Found]:
    yield error.steps, fault(error.steps, "reserved_word", value=shown(error.value))


def _bound(code: str) -> Callable[[_Error], Iterator[Found]]:
    def explain(error: _Error) -> Iterator[Found]:
        yield error.steps, fault(error.steps, code, bound=str(error.wanted))

    return explain


def _not_unique(error: _Error) -> Iterator[Found]:
    items = error.value
    second = next(place for place, item in enumerate(items) if item in items[:place])
    steps = (*error.steps, second)
    yield steps, fault(steps, "not_unique", value=shown(items[second]))


def _choice(error: _Error) -> Iterator[Found]:
    """Explain a choice by the branch that the value was most likely meant for."""
    outright = [inner for inner in error.inner if inner.is_outright]
    words = [word for inner in outright if inner.rule != "type" for word in _words(inner)]
    if isinstance(error.value, str) and (word := near(error.value, words)):
        yield error.steps, fault(error.steps, "misspelt_word", value=shown(error.value), near=word)
        return
    if "none" in words and error.value in ({}, []):
        yield error.steps, fault(error.steps, "empty_says_nothing", allowed=", ".join(words))
        return
    excluded = {inner.branch for inner in outright}
    meant = sorted({inner.branch for inner in error.inner} - excluded)
    if not meant:
        types = [kind for inner in outright if inner.rule == "type" for kind in _types(inner)]
        of_number = next(filter(None, map(_number_fault, outright)), None)
        yield error.steps, of_number or _shape_fault(error.steps, error.value, types, words)
        return
    said = [[inner for inner in error.inner if inner.branch == branch] for branch in meant]
    for inner in min(said, key=len):
        yield from _with_words(_explain(inner), error.steps, words)


def _with_words(found: Iterable[Found], steps: Steps, words: Sequence[str]) -> Iterator[Found]:
    """Name the words that may stand for a value where its sentence has room for them."""
    for place, each in found:
        code = f"{each.code}_or_word"
        if words and place == steps and code in messages.sentences("en"):
            yield place, each._replace(code=code, values={**each.values, "allowed": ", ".join(words)})
        else:
            yield place, each


def _words(error: _Error) -> list[str]:
    return [str(word) for word in ([error.wanted] if error.rule == "const" else error.wanted)]


def _types(error: _Error) -> list[str]:
    wanted = [error.wanted] if isinstance(error.wanted, str) else error.wanted
    return [kind for kind in wanted if kind != "null"]


_EXPLAINERS: Mapping[str, Callable[[_Error], Iterator[Found]]] = {
    "additionalProperties": _unknown_keys,
    "anyOf": _choice,
    "const": _not_one_of,
    "dependentRequired": _missing_companions,
    "enum": _not_one_of,
    "exclusiveMinimum": _bound("not_above"),
    "maxItems": _bound("too_many"),
    "maxLength": _bound("too_long"),
    "maxProperties": _bound("too_many"),
    "maximum": _bound("too_big"),
    "minItems": _bound("too_few"),
    "minLength": _bound("blank_text"),
    "minProperties": _bound("empty_map"),
    "minimum": _bound("too_small"),
    "not": _reserved_word,
    "pattern": _wrong_text,
    "required": _missing_keys,
    "type": _wrong_type,
    "uniqueItems": _not_unique,
}


def _without_consequences(found: Iterable[Found]) -> list[Found]:
    """Keep one fault a mistake: a misspelt key is not a missing one as well."""
    kept: dict[tuple[object, ...], Found] = {}
    for steps, each in found:
        kept.setdefault((steps, each.values.get("key")), (steps, each))
    misspelt = {
        (steps[:-1], each.values["near"]) for steps, each in kept.values() if each.code == "unknown_key_near"
    }
    return [
        (steps, each)
        for steps, each in kept.values()
        if each.code != "missing_key" or (steps, each.values["key"]) not in misspelt
    ]
