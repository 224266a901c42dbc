"""JSON text: what is refused, with its place, and that everything else comes back as it is."""

import json
import math
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bunkaiten.documents import Source, json_text, read
from bunkaiten.documents.faults import Fault
from bunkaiten.documents.values import MAX_DEPTH, MAX_JSON_NODES

PLAN = '{"format_version":"1.2","resource_changes":[%s]}'


def refusals(data: bytes, name: str = "plan.json") -> list[tuple[str, str, int | None, int | None]]:
    reading = read(Source(id=name, data=data))
    return [(each.document, each.error.code, each.error.line, each.error.column) for each in reading.refusals]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        pytest.param("", "file_empty", None, None, id="empty"),
        pytest.param(" \n\t\r\n", "file_empty", None, None, id="only-space"),
        pytest.param('{"a": 1,\n "a": 2}', "duplicate_key", 2, 2, id="duplicate-key"),
        pytest.param('[{"b": {"a": 1, "\\u0061": 2}}]', "duplicate_key", 1, 17, id="duplicate-key-escaped"),
        pytest.param('{"青": 1, "青": 2}', "duplicate_key", 1, 10, id="columns-are-characters"),
        pytest.param('{"a": NaN}', "not_finite", 1, 7, id="nan"),
        pytest.param('{"a": [1, -Infinity]}', "not_finite", 1, 11, id="minus-infinity"),
        pytest.param('{"a": "NaN", "b": Infinity}', "not_finite", 1, 19, id="infinity-after-a-text"),
        pytest.param('{"a": 1e400}', "number_too_large", 1, 7, id="overflow"),
        pytest.param('{"a": -1.5E+9999}', "number_too_large", 1, 7, id="negative-overflow"),
        pytest.param('{"a": 18446744073709551616}', "integer_too_large", 1, 7, id="over-64-bits"),
        pytest.param('{"a": -9223372036854775809}', "integer_too_large", 1, 7, id="under-64-bits"),
        pytest.param('{"a": %s}' % ("9" * 10_000), "integer_too_large", 1, 7, id="ten-thousand-digits"),
        pytest.param('{"a": "x\\ud800"}', "lone_surrogate", 1, 9, id="lone-high-surrogate"),
        pytest.param('{"a":\n "\\uDE00"}', "lone_surrogate", 2, 3, id="lone-low-surrogate"),
        pytest.param('{"\\ud83d\\ud83d\\ude00": 1}', "lone_surrogate", 1, 3, id="lone-surrogate-in-a-key"),
        pytest.param('{"a": 1} {"b": 2}', "json_two_values", 1, 10, id="two-values"),
        pytest.param('{"a": 1}\n{"b": 2}\n', "json_two_values", 2, 1, id="two-lines"),
        pytest.param('{"a": 1}\ndone.\n', "json_trailing", 2, 1, id="trailing-words"),
        pytest.param('{"a": 1}}', "json_trailing", 1, 9, id="one-brace-too-many"),
        pytest.param('{"a": 1', "json_truncated", 1, 8, id="truncated"),
        pytest.param('{"a": "x\n"}', "json_control_character", 1, 9, id="line-break-in-a-text"),
        pytest.param('{"a": "xy', "json_truncated", 1, 7, id="truncated-in-a-text"),
        pytest.param('{"a": tru', "json_truncated", 1, 7, id="truncated-in-a-word"),
        pytest.param('{"a": 1,}', "json_syntax", 1, 9, id="trailing-comma"),
        pytest.param('{"a": 1,, "b": 2}', "json_syntax", 1, 9, id="double-comma"),
        pytest.param("{'a': 1}", "json_syntax", 1, 2, id="single-quotes"),
        pytest.param('{"a": "\\x"}', "json_syntax", 1, 8, id="unknown-escape"),
        pytest.param('{"a": 01}', "json_syntax", 1, 8, id="leading-zero"),
        pytest.param('{"a": 1} // no', "json_trailing", 1, 10, id="comment"),
        pytest.param('[{"a": 1}]', "kind_array", 1, 1, id="array"),
        pytest.param(
            '{"a":\n' + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "}",
            "too_deep",
            2,
            MAX_DEPTH,
            id="one-level-too-deep",
        ),
        pytest.param("[" * 100_000, "too_deep", 1, MAX_DEPTH + 1, id="many-brackets"),
        pytest.param('{"a":' * 100_000, "too_deep", 1, 5 * MAX_DEPTH + 1, id="many-braces"),
    ],
)
def test_text_that_is_not_strict_json_is_refused_with_its_place(
    text: str, code: str, line: int | None, column: int | None
) -> None:
    assert refusals(text.encode()) == [("plan.json", code, line, column)]


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        pytest.param(b"\xef\xbb\xbf{}", "byte_order_mark", 1, 1, id="bom"),
        pytest.param("{}".encode("utf-16"), "encoding_wide", None, None, id="utf-16-with-bom"),
        pytest.param("\ufeff{}".encode("utf-16-be"), "encoding_wide", None, None, id="utf-16-be-with-bom"),
        pytest.param('{"a":1}'.encode("utf-16-le"), "encoding_wide", None, None, id="utf-16-le"),
        pytest.param('{"a":1}'.encode("utf-16-be"), "encoding_wide", None, None, id="utf-16-be"),
        pytest.param("{}".encode("utf-32"), "encoding_wide", None, None, id="utf-32-with-bom"),
        pytest.param('{"a":1}'.encode("utf-32-be"), "encoding_wide", None, None, id="utf-32-be"),
        pytest.param('{"a":1}'.encode("utf-32-le"), "encoding_wide", None, None, id="utf-32-le"),
        pytest.param('{"青": 1,\n "森\0'.encode(), "nul_byte", 2, 4, id="nul"),
        pytest.param('{"a": 1,\n "b": "青葉病院"}'.encode("cp932"), "encoding_japanese", 2, 8, id="cp932"),
        pytest.param('{"a": "青葉病院"}'.encode("euc_jp"), "encoding_japanese", 1, 8, id="euc-jp"),
        pytest.param(b'{"\xe9\x9d\x92": "\xff"}', "encoding_unknown", 1, 8, id="not-a-known-encoding"),
        pytest.param('{"a": "青'.encode()[:-1], "encoding_cut", 1, 8, id="cut-in-a-character"),
        pytest.param(b"PK\x03\x04\x14\x00", "plan_binary", None, None, id="zip"),
    ],
)
def test_bytes_that_are_not_plain_utf_8_are_refused_with_their_place(
    data: bytes, code: str, line: int | None, column: int | None
) -> None:
    assert refusals(data) == [("plan.json", code, line, column)]


@pytest.mark.parametrize(
    ("encoding", "named"), [("cp932", "Shift_JIS (CP932)"), ("euc_jp", "EUC-JP"), ("utf-16", "UTF-16")]
)
def test_refusal_names_the_encoding_that_the_bytes_seem_to_be_in(encoding: str, named: str) -> None:
    [refusal] = read(Source(id="-", data="name: 青葉病院の責任分界点\n".encode(encoding))).refusals

    assert refusal.error.values["encoding"] == named


def test_syntax_error_in_a_yaml_file_says_how_yaml_may_begin_with_a_brace() -> None:
    assert refusals(b"{apiVersion: v1}", "k8s/a.yaml") == [("k8s/a.yaml", "json_in_yaml", 1, 2)]


def test_depth_at_the_limit_is_read() -> None:
    text = '{"a":' * (MAX_DEPTH - 1) + "{}" + "}" * (MAX_DEPTH - 1)

    assert json_text.parse(text) == json.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"a": "\\\\ud800"}', id="escaped-backslash-is-no-surrogate"),
        pytest.param('{"a": "\\ud83d\\ude00"}', id="pair"),
        pytest.param('{"a": 18446744073709551615, "b": -9223372036854775808}', id="64-bits"),
        pytest.param('{"a": "' + "9" * 30 + '"}', id="digits-in-a-text"),
        pytest.param('{"a": 1e-400, "b": 1.0}', id="underflow-is-zero"),
        pytest.param('{"a": {"x": 1}, "b": {"x": 1}}', id="same-key-in-two-objects"),
    ],
)
def test_unusual_but_valid_text_is_read(text: str) -> None:
    assert json_text.parse(text) == json.loads(text)


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param(b"[", id="brackets"),
        pytest.param(b'{"a":', id="braces"),
        pytest.param(b"[],", id="pairs"),
    ],
)
def test_forty_megabytes_of_brackets_end_soon(piece: bytes) -> None:
    begun = time.process_time()
    [refusal] = read(Source(id="-", data=b"[" + piece * (MAX_JSON_NODES * 2 // len(piece) + 1))).refusals

    assert refusal.error.code in {"too_deep", "too_many_values"}
    assert time.process_time() - begun < 5


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=6),
    lambda children: (
        st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=6), children, max_size=3)
    ),
    max_leaves=12,
)


@given(value=values, is_ascii=st.booleans(), indent=st.sampled_from([None, 1]))
def test_every_json_value_comes_back_as_it_is(value: object, is_ascii: bool, indent: int | None) -> None:  # noqa: FBT001 - hypothesis fills it
    text = json.dumps(value, ensure_ascii=is_ascii, indent=indent)

    assert json_text.parse(text) == value


@given(data=st.data(), value=st.dictionaries(st.text(max_size=4), values, min_size=1, max_size=3))
def test_every_beginning_of_an_object_is_called_truncated(data: st.DataObject, value: object) -> None:
    text = json.dumps(value)
    cut = data.draw(st.integers(1, len(text) - 1))

    with pytest.raises(Fault) as caught:
        json_text.parse(text[:cut])

    assert caught.value.code == "json_truncated"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_no_infinite_number_is_read(value: float) -> None:
    assert [code for _, code, _, _ in refusals((PLAN % json.dumps(value)).encode())] == ["not_finite"]


def test_json_is_read_without_importing_a_yaml_parser() -> None:
    script = (
        "import sys\n"
        "from bunkaiten.documents import Source, read\n"
        'read(Source(id="-", data=b\'{"format_version": "1.2", "resource_changes": []}\'))\n'
        "print({'yaml', 'argparse'} & set(sys.modules))\n"
    )
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).stdout == b"set()\n"
    )
