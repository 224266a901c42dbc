"""YAML streams: two flavours of scalars, what is refused with its place, and numbers of documents."""

import json
import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bunkaiten.documents import Reading, Source, read, yaml_graph, yaml_text
from bunkaiten.documents.values import MAX_DEPTH, MAX_DOCUMENTS, MAX_NODES

DECLARED = "apiVersion: bunkaiten.dev/v1\nkind: Demarcation\nspec:\n  x: %s\n"
OBJECT = "apiVersion: v1\nkind: ConfigMap\ndata:\n  x: %s\n"
ABSENT = object()


def of(text: str) -> Reading:
    return read(Source(id="k8s/a.yaml", data=text.encode()))


def refusals(text: str) -> list[tuple[str, str, int | None, int | None]]:
    return [
        (each.document, each.error.code, each.error.line, each.error.column) for each in of(text).refusals
    ]


def values(text: str) -> list[Any]:
    return [each.value for each in yaml_text.read(text)]


@pytest.fixture(params=["with libyaml", "pure Python"])
def _both_parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.delattr(yaml_graph.yaml, "CSafeLoader")


@pytest.mark.parametrize(
    ("written", "in_declaration", "in_object"),
    [
        pytest.param("aoba", "aoba", "aoba", id="word"),
        pytest.param("2026-04-01", "2026-04-01", "2026-04-01", id="date"),
        pytest.param(
            "2026-04-01T09:00:00+09:00", "2026-04-01T09:00:00+09:00", "2026-04-01T09:00:00+09:00", id="time"
        ),
        pytest.param("NO", "NO", False, id="norway"),
        pytest.param("yes", "yes", True, id="yes"),
        pytest.param("on", "on", True, id="on"),
        pytest.param("y", "y", True, id="y"),
        pytest.param("True", "True", True, id="true-with-a-capital"),
        pytest.param("true", True, True, id="true"),
        pytest.param("false", False, False, id="false"),
        pytest.param("null", None, None, id="null"),
        pytest.param("~", None, None, id="tilde"),
        pytest.param("", None, None, id="nothing"),
        pytest.param("Null", "Null", None, id="null-with-a-capital"),
        pytest.param("=", "=", "=", id="equals"),
        pytest.param("12", 12, 12, id="integer"),
        pytest.param("-0", 0, 0, id="minus-zero"),
        pytest.param("+12", "+12", 12, id="plus"),
        pytest.param("012", "012", 10, id="octal"),
        pytest.param("0o17", "0o17", 15, id="octal-with-letter"),
        pytest.param("08", "08", 8.0, id="no-octal"),
        pytest.param("0x1f", "0x1f", 31, id="hexadecimal"),
        pytest.param("-0x1f", "-0x1f", -31, id="negative-hexadecimal"),
        pytest.param("0b101", "0b101", 5, id="binary"),
        pytest.param("1_000", "1_000", 1000, id="underscore"),
        pytest.param("1.5", 1.5, 1.5, id="float"),
        pytest.param("1e3", 1000.0, 1000.0, id="exponent"),
        pytest.param(".5", ".5", 0.5, id="float-without-zero"),
        pytest.param("1.", "1.", 1.0, id="float-without-fraction"),
        pytest.param("1e400", ABSENT, "1e400", id="overflow"),
        pytest.param(".inf", ".inf", ABSENT, id="infinity"),
        pytest.param(".NaN", ".NaN", ABSENT, id="nan"),
        pytest.param("1:30", "1:30", "1:30", id="sexagesimal"),
        pytest.param("18446744073709551615", 2**64 - 1, 2**64 - 1, id="64-bits"),
        pytest.param("18446744073709551616", ABSENT, ABSENT, id="over-64-bits"),
        pytest.param("９", "９", "９", id="full-width-digit"),
        pytest.param("'12'", "12", "12", id="quoted"),
        pytest.param('"yes"', "yes", "yes", id="double-quoted"),
        pytest.param("|\n    12", "12\n", "12\n", id="block"),
        pytest.param("!!str 12", "12", "12", id="string-tag"),
        pytest.param("! 12", "12", "12", id="bare-tag"),
        pytest.param("!!int 12", 12, 12, id="integer-tag"),
        pytest.param("!!float 12", 12, 12, id="float-tag"),
        pytest.param("!!bool 'true'", True, True, id="boolean-tag"),
        pytest.param("!!map {}", {}, {}, id="mapping-tag"),
        pytest.param("!!seq []", [], [], id="sequence-tag"),
    ],
)
@pytest.mark.usefixtures("_both_parsers")
def test_scalar_means_what_its_kind_of_document_says(
    written: str, in_declaration: object, in_object: object
) -> None:
    declarations, objects = of(DECLARED % written).documents, of(OBJECT % written).documents

    declared = [each.value["spec"]["x"] for each in declarations]
    taken = [each.value["data"]["x"] for each in objects]
    assert repr(declared) == repr([] if in_declaration is ABSENT else [in_declaration])
    assert repr(taken) == repr([] if in_object is ABSENT else [in_object])


def test_declaration_that_forgot_its_version_is_read_as_a_declaration() -> None:
    assert values("kind: Demarcation\nx: NO\n") == [{"kind": "Demarcation", "x": "NO"}]


def test_keys_are_text_as_written_in_a_declaration_and_as_kubectl_has_them_in_an_object() -> None:
    keys = "{1: a, yes: b, 1.5: c, 'no': d, ~: e, 0x10: f}"

    [declaration] = of(DECLARED % keys).documents
    [item] = of(OBJECT % keys).documents

    assert list(declaration.value["spec"]["x"]) == ["1", "yes", "1.5", "no", "~", "0x10"]
    assert list(item.value["data"]["x"]) == ["1", "true", "1.5", "no", "null", "16"]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        pytest.param("a: 1\na: 2\n", "duplicate_key", 2, 1, id="duplicate-key"),
        pytest.param("青: {x: 1, y: 2, x: 3}\n", "duplicate_key", 1, 17, id="duplicate-key-in-flow"),
        pytest.param("a:\n  1: x\n  '1': y\n", "duplicate_key", 3, 3, id="duplicate-key-as-json"),
        pytest.param("a: &a {x: 1}\nb:\n  <<: *a\n  <<: *a\n", "duplicate_key", 4, 3, id="two-merges"),
        pytest.param("a: [1\nb: 2\n", "yaml_syntax_bracket", 2, 2, id="open-bracket"),
        pytest.param("a: b: c\n", "yaml_syntax_colon", 1, 5, id="colon-in-a-value"),
        pytest.param("a: 'x\n", "yaml_syntax_quote", 2, 1, id="open-quote"),
        pytest.param("a: @x\n", "yaml_syntax_sign", 1, 4, id="reserved-sign"),
        pytest.param('a: "\\ud800"\n', "yaml_syntax_escape", 1, 7, id="lone-surrogate"),
        pytest.param("%YAML 3.0\n---\na: 1\n", "yaml_syntax_directive", 1, 1, id="another-yaml"),
        pytest.param("a:\n\t- b\n", "yaml_tab", 2, 1, id="tab"),
        pytest.param("a:\n  b: 1\n \tc: 2\n", "yaml_tab", 3, 2, id="tab-after-space"),
        pytest.param(
            "a:\n  b:\n\u3000c: 2\n\u3000d: 3\n  e: 4\n", "yaml_wide_space", 3, 1, id="wide-indentation"
        ),
        pytest.param("a:\n  b: 1\n \u3000c: 2\n", "yaml_wide_space", 3, 2, id="wide-space-after-space"),
        pytest.param("a:\n  b:\n\u3000- c\n  d: 4\n", "yaml_wide_space", 3, 1, id="wide-space-before-a-dash"),
        pytest.param("a: 1\nb：2\nc: 3\n", "yaml_wide_colon", 2, 2, id="wide-colon"),
        pytest.param("a：\n  b: 1\n", "yaml_wide_colon", 1, 2, id="wide-colon-of-a-block"),
        pytest.param("- a：1\n  c: 3\n", "yaml_wide_colon", 1, 4, id="wide-colon-in-a-list"),
        pytest.param(
            "a: |\n  x：1\n\n\nb: [1\nc: 2\n", "yaml_syntax_bracket", 6, 2, id="wide-colon-of-before"
        ),
        pytest.param("a: x\x07y\n", "control_character", 1, 5, id="control-character"),
        pytest.param("a: 1\nb: \x1b[31mred\n", "control_character", 2, 4, id="colour"),
        pytest.param("a: !Ref x\n", "yaml_tag", 1, 4, id="unknown-tag"),
        pytest.param("a: !!binary eA==\n", "yaml_tag", 1, 4, id="binary"),
        pytest.param("a: !!python/object/apply:os.system [x]\n", "yaml_tag", 1, 4, id="python-tag"),
        pytest.param("a: !!set {x, y}\n", "yaml_tag", 1, 4, id="set"),
        pytest.param("a: !!int x\n", "yaml_tag", 1, 4, id="tag-that-does-not-fit"),
        pytest.param("? [a]\n: b\n", "yaml_key", 1, 3, id="list-as-key"),
        pytest.param("a: *x\n", "yaml_alias_unknown", 1, 4, id="unknown-alias"),
        pytest.param("a: &x\n  - *x\n", "yaml_alias_recursive", 2, 5, id="recursive-alias"),
        pytest.param("a: &x {b: {<<: *x}}\n", "yaml_alias_recursive", 1, 16, id="recursive-merge"),
        pytest.param(BOMB, "yaml_alias_bomb", 6, 44, id="alias-bomb"),
        pytest.param("a: {<<: x}\n", "yaml_merge", 1, 5, id="merge-of-a-text"),
        pytest.param("a:\n  <<: [{}, x]\n", "yaml_merge", 2, 3, id="merge-of-a-list-with-a-text"),
        pytest.param("a: .inf\n", "not_finite", 1, 4, id="infinity"),
        pytest.param("a: 99999999999999999999\n", "integer_too_large", 1, 4, id="over-64-bits"),
        pytest.param("a: -" + "9" * 9999, "integer_too_large", 1, 4, id="ten-thousand-digits"),
        pytest.param("a: 0x" + "f" * 17, "integer_too_large", 1, 4, id="hexadecimal-over-64-bits"),
        pytest.param("a: " + "[" * 50_000, "too_deep", 1, 3 + MAX_DEPTH, id="many-brackets"),
        pytest.param("- " * 50_000, "too_deep", 1, 2 * MAX_DEPTH + 1, id="many-dashes"),
        pytest.param("? " * 50_000, "too_deep", 1, 2 * MAX_DEPTH + 1, id="many-question-marks"),
        pytest.param("a: " + "{a: " * 50_000, "too_deep", 1, 4 * MAX_DEPTH, id="many-braces"),
        pytest.param(
            f"a: &a {'[' * 60}{']' * 60}\nb: {'[' * 60}*a{']' * 60}\n",
            "too_deep",
            2,
            64,
            id="too-deep-by-an-alias",
        ),
        pytest.param("just words\n", "kind_unknown", 1, 1, id="words"),
    ],
)
def test_what_is_no_plain_yaml_is_refused_with_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    assert refusals(text) == [("k8s/a.yaml", code, line, column)]


@pytest.mark.parametrize("text", ["a: 紹介状：一通\n", "a: |\n  \u3000紹介状\n", "a:\n  - x：1\n"])
def test_wide_signs_may_stand_in_a_value(text: str) -> None:
    assert [each.fault for each in yaml_text.read(text)] == [None]


@pytest.mark.usefixtures("_both_parsers")
@pytest.mark.parametrize("text", ["a: [1\nb: 2\n", "a:\n\t- b\n", "a: x\x07y\n", "a: *x\n", "- " * 5_000])
def test_both_parsers_refuse_the_same(text: str) -> None:
    assert len(refusals(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: &a {x: 1, z: 2}\nb: {<<: *a, x: 3}", {"x": 3, "z": 2}, id="explicit-key-wins"),
        pytest.param("a: &a {x: 1}\nb: {x: 3, <<: *a}", {"x": 3}, id="explicit-key-wins-before-the-merge"),
        pytest.param(
            "a: &a {x: 1}\nb: {<<: [*a, {x: 2, z: 2}]}", {"x": 1, "z": 2}, id="first-of-a-list-wins"
        ),
        pytest.param("a: &a {<<: {x: 1}, z: 2}\nb: {<<: *a}", {"x": 1, "z": 2}, id="merge-of-a-merge"),
        pytest.param("b: {'<<': {x: 1}}", {"<<": {"x": 1}}, id="quoted-is-an-ordinary-key"),
        pytest.param("a: &a [1]\nb: {x: *a, z: *a}", {"x": [1], "z": [1]}, id="alias"),
        pytest.param("a: &x yes\nb: {*x : 1}", {"true": 1}, id="alias-as-key"),
    ],
)
def test_aliases_and_merges_are_written_out(text: str, expected: object) -> None:
    assert values(text)[0]["b"] == expected


def test_empty_documents_are_passed_over_and_counted() -> None:
    text = "---\n# a comment\n---\nkind: A\napiVersion: v1\n---\n---\nnull\n---\n{kind: B, apiVersion: v1}\n"

    assert [(each.id, each.name) for each in of(text).documents] == [
        ("k8s/a.yaml#2", "A"),
        ("k8s/a.yaml#5", "B"),
    ]
    assert of(text).refusals == ()


def test_only_comments_are_no_document_and_no_refusal() -> None:
    assert of("# nothing here\n") == Reading(documents=(), refusals=())


def test_documents_before_a_syntax_error_are_read() -> None:
    reading = of((OBJECT % 1) + "---\n" + (DECLARED % 2) + "---\na: [\n")

    assert [each.id for each in reading.documents] == ["k8s/a.yaml#1", "k8s/a.yaml#2"]
    assert [(each.document, each.error.line) for each in reading.refusals] == [("k8s/a.yaml#3", 12)]


def test_documents_around_a_bad_one_are_read() -> None:
    reading = of((OBJECT % 1) + "---\n" + (OBJECT % "!Ref x") + "---\n" + (OBJECT % 3))

    assert [each.id for each in reading.documents] == ["k8s/a.yaml#1", "k8s/a.yaml#3"]
    assert [(each.document, each.error.line) for each in reading.refusals] == [("k8s/a.yaml#2", 9)]


def test_stream_of_too_many_documents_is_refused_at_the_first_too_many() -> None:
    *_, last = yaml_text.read("--- a\n" * (MAX_DOCUMENTS + 5))

    assert last.number == MAX_DOCUMENTS + 1
    assert last.fault is not None
    assert last.fault.code == "too_many_documents"


def test_document_of_too_many_values_is_refused_in_bounded_time() -> None:
    begun = time.process_time()

    assert [code for _, code, _, _ in refusals("a: [" + "x," * (MAX_NODES * 4))] == ["too_many_values"]
    assert time.process_time() - begun < 30


@pytest.mark.parametrize(
    "piece", ["[", "- ", "? ", "{a: ", "- [", "&a ", "*a ", "!", "'", '"', "|", ": ", "%"]
)
def test_megabytes_of_one_sign_end_soon(piece: str) -> None:
    begun = time.process_time()

    assert len(refusals("a: " + piece * (4_000_000 // len(piece)))) == 1
    assert time.process_time() - begun < 5


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.text("aé青😀 :,{}[]#&*!|>'\"%@`-?\\/\n\t~1", max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("ab:#- 1~青", max_size=5), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(value=json_values)
def test_json_written_in_yaml_comes_back_as_it_is(value: object) -> None:
    text = "v: " + json.dumps(value, ensure_ascii=False)

    assert values(text) == [{"v": value}]


@given(value=st.dictionaries(st.text("ab:#- 1~青", max_size=5), json_values, min_size=1, max_size=3))
def test_block_style_of_another_writer_comes_back_as_it_is(value: object) -> None:
    text = yaml.safe_dump({"v": value}, allow_unicode=True, default_style='"')

    assert values(text) == [{"v": value}]


@given(data=st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    for refusal in read(Source(id="x", data=data)).refusals:
        for lang in ("en", "ja"):
            assert refusal.error.text(lang).isprintable()


yamlish = st.lists(
    st.sampled_from(
        [
            *"abc[]{}:,-?&*!|>'\"%@`#=~\n\t ",
            ": ",
            "- ",
            "\n  ",
            "<<: ",
            "&a ",
            "*a",
            "!!str ",
            "---\n",
            "yes",
            "1",
            "é",
        ]
    ),
    max_size=40,
).map("".join)


@given(text=yamlish)
def test_any_text_like_yaml_is_read_or_refused_in_one_line(text: str) -> None:
    for refusal in of(text).refusals:
        assert refusal.error.text("en").isprintable()
