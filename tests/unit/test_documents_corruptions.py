"""Twenty corruptions of a real plan: none is read, each is called by its name."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bunkaiten.documents import Kind, Source, read

PLAN = (Path(__file__).parents[2] / "fixtures" / "documents" / "plan.json").read_bytes()


def without(*keys: str) -> Callable[[bytes], bytes]:
    return lambda data: json.dumps({k: v for k, v in json.loads(data).items() if k not in keys}).encode()


def with_(**changes: Any) -> Callable[[bytes], bytes]:  # noqa: ANN401 - any JSON value
    return lambda data: json.dumps({**json.loads(data), **changes}).encode()


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(old, new, 1)


def test_the_plan_itself_is_read() -> None:
    reading = read(Source(id="plan.json", data=PLAN), expected=Kind.PLAN)

    assert [(each.id, each.kind) for each in reading.documents] == [("plan.json", Kind.PLAN)]
    assert reading.refusals == ()


@pytest.mark.parametrize(
    ("corrupt", "code"),
    [
        pytest.param(lambda _: b"", "file_empty", id="emptied"),
        pytest.param(lambda data: data[: len(data) // 2], "json_truncated", id="first-half-only"),
        pytest.param(lambda data: data[:-2], "json_truncated", id="last-brace-dropped"),
        pytest.param(
            lambda data: data[: data.index("青".encode()) + 1], "encoding_cut", id="cut-in-a-character"
        ),
        pytest.param(lambda data: data[len(data) // 2 :], "kind_unknown", id="second-half-only"),
        pytest.param(lambda data: data[1:], "yaml_syntax_document", id="first-brace-dropped"),
        pytest.param(
            replaced(b'"planned_values":{', b'"planned_values":'), "json_syntax", id="inner-brace-dropped"
        ),
        pytest.param(replaced(b",", b",,"), "json_syntax", id="comma-doubled"),
        pytest.param(replaced(b'":', b'"'), "json_syntax", id="colon-dropped"),
        pytest.param(replaced(b'"format_version"', b"'format_version'"), "json_syntax", id="other-quotes"),
        pytest.param(
            replaced(b'{"format', b'{"format_version":"1.2","format'), "duplicate_key", id="key-doubled"
        ),
        pytest.param(replaced(b'"index":0', b'"index":NaN'), "not_finite", id="nan"),
        pytest.param(replaced(b'"index":0', b'"index":1e999'), "plan_number_too_large", id="overflow"),
        pytest.param(
            replaced(b'"index":0', b'"index":99999999999999999999'),
            "plan_number_too_large",
            id="large-integer",
        ),
        pytest.param(replaced(b"gateway", b"\\udc00"), "lone_surrogate", id="half-a-character"),
        pytest.param(replaced(b"gateway", b"gate\nway"), "json_control_character", id="line-break-in-a-text"),
        pytest.param(replaced(b"gateway", b"gate\0way"), "nul_byte", id="nul"),
        pytest.param(lambda data: b"\xef\xbb\xbf" + data, "byte_order_mark", id="bom"),
        pytest.param(lambda data: data.decode().encode("utf-16"), "encoding_wide", id="utf-16"),
        pytest.param(lambda data: data.decode().encode("cp932"), "encoding_japanese", id="shift-jis"),
        pytest.param(
            lambda data: b"Acquiring state lock: wait\n" + data, "plan_after_log", id="log-line-before"
        ),
        pytest.param(lambda data: data + b"Releasing state lock\n", "json_trailing", id="log-line-after"),
        pytest.param(lambda data: data + data, "json_two_values", id="doubled"),
        pytest.param(lambda data: b"[" + data + b"]", "kind_array", id="in-a-list"),
        pytest.param(with_(format_version="9.0"), "plan_version", id="version-of-the-future"),
        pytest.param(without("format_version"), "plan_without_version", id="version-removed"),
        pytest.param(
            without("planned_values", "resource_changes"),
            "plan_without_changes",
            id="values-and-changes-removed",
        ),
        pytest.param(with_(errored=True), "plan_errored", id="errored"),
    ],
)
def test_corrupted_plan_is_refused_in_one_clear_line(corrupt: Callable[[bytes], bytes], code: str) -> None:
    reading = read(Source(id="plan.json", data=corrupt(PLAN)), expected=Kind.PLAN)

    assert reading.documents == ()
    assert [each.error.code for each in reading.refusals] == [code]
    assert all(each.error.text(lang).isprintable() for each in reading.refusals for lang in ("en", "ja"))


def test_no_plan_that_is_cut_off_anywhere_is_read() -> None:
    ends = range(0, len(PLAN.rstrip()), 97)

    read_anyway = [end for end in ends if read(Source(id="plan.json", data=PLAN[:end])).documents]

    assert read_anyway == []


@given(
    start=st.integers(0, len(PLAN)),
    length=st.integers(0, 40),
    instead=st.lists(st.sampled_from([*'{}[]:,"\\\n\t-?*&#!|>%é\x85\u2028\x1b0e.', "---\n"]), max_size=6).map(
        "".join
    ),
    lang=st.sampled_from(["en", "ja"]),
)
def test_plan_with_a_hole_is_read_or_refused_in_one_line(
    start: int, length: int, instead: str, lang: str
) -> None:
    data = PLAN[:start] + instead.encode() + PLAN[start + length :]

    for refusal in read(Source(id="plan.yaml", data=data)).refusals:
        assert refusal.error.text(lang).isprintable()
