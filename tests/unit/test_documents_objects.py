"""Objects that a caller parsed: made plain, or refused; the process survives all of them."""

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bunkaiten.documents import Source, from_object, objects, read
from bunkaiten.documents.values import MAX_DEPTH
from bunkaiten.errors import DocumentError


class Shouting(str):
    __slots__ = ()

    def __str__(self) -> str:
        return self.upper()


def nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = [value]
    return value


def cycle() -> list[Any]:
    value: list[Any] = []
    value.append({"again": value})
    return value


def bomb() -> object:
    value: object = "x"
    for _ in range(20):
        value = [value] * 10
    return value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param((1, 2), [1, 2], id="tuple"),
        pytest.param(date(2026, 4, 1), "2026-04-01", id="date"),
        pytest.param(datetime(2026, 4, 1, 9, tzinfo=UTC), "2026-04-01T09:00:00+00:00", id="datetime"),
        pytest.param(Shouting("aoba"), "aoba", id="str-subclass"),
        pytest.param({Shouting("aoba"): 1}, {"aoba": 1}, id="str-subclass-as-key"),
        pytest.param(OrderedDict(a=1), {"a": 1}, id="ordered-dict"),
        pytest.param(MappingProxyType({"a": (None, True, 1.5)}), {"a": [None, True, 1.5]}, id="mapping"),
        pytest.param(2**64 - 1, 2**64 - 1, id="64-bits"),
        pytest.param(nested(MAX_DEPTH), nested(MAX_DEPTH), id="deepest"),
    ],
)
def test_object_is_made_plain(value: object, expected: object) -> None:
    plain = objects.plain(value)

    assert plain == expected
    assert type(plain) is type(expected)


SHARED = {"x": 1}


def test_value_that_stands_in_two_places_is_no_cycle() -> None:
    assert objects.plain([SHARED, {"y": SHARED}]) == [{"x": 1}, {"y": {"x": 1}}]


@pytest.mark.parametrize(
    ("value", "code", "where"),
    [
        pytest.param({"a": {1, 2}}, "object_type", "/a", id="set"),
        pytest.param({"a": [b"x"]}, "object_type", "/a/0", id="bytes"),
        pytest.param(object(), "object_type", "/", id="object"),
        pytest.param({"a/b": float("nan")}, "object_not_finite", "/a~1b", id="nan"),
        pytest.param([float("-inf")], "object_not_finite", "/0", id="infinity"),
        pytest.param([2**64], "object_integer", "/0", id="over-64-bits"),
        pytest.param([-(10**5000)], "object_integer", "/0", id="five-thousand-digits"),
        pytest.param({"a": {1: 2}}, "object_key", "/a", id="number-as-key"),
        pytest.param({None: 2}, "object_key", "/", id="none-as-key"),
        pytest.param({"a": "\ud800"}, "object_surrogate", "/a", id="lone-surrogate"),
        pytest.param({"\udfff": 1}, "object_surrogate", "/", id="lone-surrogate-in-a-key"),
        pytest.param(cycle(), "object_cycle", "/0/again", id="cycle"),
        pytest.param(nested(MAX_DEPTH + 1), "object_too_deep", "/0/0/0", id="one-level-too-deep"),
        pytest.param(nested(300_000), "object_too_deep", "/0/0/0", id="very-deep"),
    ],
)
def test_what_json_does_not_know_is_refused_with_its_place(value: object, code: str, where: str) -> None:
    [refusal] = from_object(value, "document 1").refusals

    assert (refusal.document, refusal.error.code, refusal.error.values["where"]) == (
        "document 1",
        code,
        where,
    )
    assert all(refusal.error.text(lang).isprintable() for lang in ("en", "ja"))


def test_object_that_grows_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "MAX_OBJECT_NODES", 10_000)

    [refusal] = from_object(bomb(), "document 1").refusals

    assert refusal.error.code == "object_too_large"


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        pytest.param(
            {"apiVersion": "bunkaiten.dev/v1", "kind": "Demarcation"}, ["document 1"], id="declaration"
        ),
        pytest.param({"format_version": "1.2", "resource_changes": ()}, ["document 1"], id="plan"),
        pytest.param({"apiVersion": "v1", "kind": "Pod"}, ["document 1#1"], id="object"),
        pytest.param(
            {"apiVersion": "v1", "kind": "List", "items": ({"apiVersion": "v1", "kind": "Pod"},)},
            ["document 1#1/items/0"],
            id="list",
        ),
    ],
)
def test_object_is_known_by_its_content(value: Mapping[str, object], ids: list[str]) -> None:
    reading = read(Source(id="document 1", value=value))

    assert [each.id for each in reading.documents] == ids
    assert reading.refusals == ()


@pytest.mark.parametrize("value", [None, 1, "text", (), []])
def test_object_that_is_none_of_ours_is_refused(value: object) -> None:
    assert [each.error.code for each in from_object(value, "x").refusals] in (
        ["kind_unknown"],
        ["kind_array"],
    )


def test_digest_does_not_depend_on_the_order_of_keys_or_on_their_types() -> None:
    canonical = '{"a":"青","b":[1]}'.encode()

    assert (
        objects.digest(objects.plain(OrderedDict(b=(1,), a=Shouting("青"))))
        == hashlib.sha256(canonical).hexdigest()
    )


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner)
        | st.dictionaries(st.text(max_size=3) | st.integers(), inner, max_size=3)
        | st.frozensets(st.integers(), max_size=2)
    ),
    max_leaves=10,
)


@given(value=anything)
def test_any_object_is_read_or_refused(value: object) -> None:
    reading = from_object(value, "x")

    assert reading.documents or reading.refusals


@given(value=anything)
def test_making_plain_is_done_once(value: object) -> None:
    try:
        plain = objects.plain(value)
    except DocumentError:
        return
    assert objects.plain(plain) == plain
