"""What is wrong in words for people: none of the parser's, and a hint where the cause is known."""

import re
import subprocess
import sys

import pytest

from bunkaiten import messages
from bunkaiten.documents import Reading, Source, faults, read, values, yaml_graph, yaml_text
from bunkaiten.documents.faults import Lines
from bunkaiten.documents.values import MAX_REFUSALS


def of(text: str | bytes) -> Reading:
    return read(Source(id="x.yaml", data=text if isinstance(text, bytes) else text.encode()))


@pytest.fixture(params=["with libyaml", "pure Python"])
def _both_parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.delattr(yaml_graph.yaml, "CSafeLoader")


@pytest.mark.usefixtures("_both_parsers")
@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("a: [1\nb: 2\n", "bracket"),
        ("--- {a: 1, b\n", "brace"),
        ("a: b: c\n", "colon"),
        ("a: 1\n b: 2\n", "colon"),
        ("a: 'x\n", "quote"),
        ("a: '\n---\n'", "quote"),
        ("a: @x\n", "sign"),
        ('a: "\\q"\n', "escape"),
        ('a: "\\uZZZZ"\n', "escape"),
        ("- a\nb: 1\n", "item"),
        ("key: value\n- x\n", "key"),
        ("a: 1\nfoo\nb: 1\n", "no_colon"),
        ("a: *\n", "name"),
        ("a: - b\n", "dash"),
        ("'a' b\n", "document"),
        ("a: !x!y z\n", "tag"),
        ("a: !<x\n", "tag"),
        ("a: |x\n", "block_text"),
        ("a: ]\n", "value"),
        ("%YAML 3.0\n---\na: 1\n", "directive"),
    ],
)
def test_syntax_error_is_told_in_words_of_ours(text: str, end: str) -> None:
    [refusal] = of(text).refusals

    assert refusal.error.code == f"yaml_syntax_{end}"
    assert not re.search("[a-z]{3}", refusal.error.text("ja"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{{- if .Values.x }}\na: 1\n{{- end }}\n", 1),
        ("a: 1\nb: {{ .Values.x }}\n", 2),
        ("a: 1\n{{- range .x }}\n- b\n{{- end }}\n", 3),
        ("a: {{ name }}-suffix\n", 1),
        ("a: 1\n{% if x %}\nb: 2\n", 2),
    ],
)
def test_template_is_to_be_rendered_first(text: str, line: int) -> None:
    [refusal] = of(text).refusals

    assert (refusal.error.code, refusal.error.line) == ("template_unrendered", line)
    assert "{{ … }}" in refusal.error.text("en")
    assert "helm template" in refusal.error.text("ja")


@pytest.mark.parametrize("text", ['{{"a": 1}}', 'a: "{{ x }}"\nb: [\n', "a: [1\nb: 2\n\nc: {{ x }}\n"])
def test_braces_that_are_not_to_blame_are_not_blamed(text: str) -> None:
    assert [each.error.code for each in of(text).refusals] != ["template_unrendered"]


@pytest.mark.parametrize(
    ("data", "code", "named"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_text_format", "PNG"),
        (b"\x7fELF\x02\x01\x01\0", "not_text_format", "ELF"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not_text_format", "PDF"),
        (b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml", "not_text_format", "zip"),
        (b"PK\x03\x04" + b"\0" * 26 + b"tfplan", "plan_binary", "terraform"),
        (bytes(range(1, 256)) * 4, "not_text", ""),
        (b"abcdef\0\1\2\3\4", "not_text", ""),
    ],
)
def test_binary_file_is_called_no_text(data: bytes, code: str, named: str) -> None:
    [refusal] = of(data).refusals

    assert refusal.error.code == code
    assert all(named in refusal.error.text(lang) for lang in messages.LANGUAGES)


def test_large_number_of_a_plan_is_not_to_be_quoted() -> None:
    [refusal] = of('{"format_version":"1.2","resource_changes":[99999999999999999999]}').refusals

    assert refusal.error.code == "plan_number_too_large"
    assert "quote" not in refusal.error.text("en")


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_places_do_not_depend_on_the_size_of_the_chunks(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(faults, "_CHUNK", size)
    text = "ab\n\n\nc青\n" * 3 + "long line without end"

    for start in (0, len(text) // 2, len(text)):
        lines = Lines(text)
        for at in (start, *range(len(text) + 1)):
            before = text[:at]
            assert lines.place(at) == (before.count("\n") + 1, at - before.rfind("\n"))


PEAK = (
    "int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]) * 1024"
    if sys.platform == "linux"
    else "__import__('resource').getrusage(0).ru_maxrss"
)
"""Bytes that a process held at most. Linux hands `ru_maxrss` on to a child: the peak of all these tests."""


def test_two_hundred_megabytes_of_line_breaks_fit_into_memory() -> None:
    script = (
        "from bunkaiten.documents import Source, read\n"
        "[refusal] = read(Source(id='-', data=b'\\n' * 200_000_000 + b'{\"a')).refusals\n"
        f"print(refusal.error.line, {PEAK})\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, timeout=60)
    line, peak = map(int, run.stdout.split())

    assert line == 200_000_001
    assert peak < 1_200_000_000


def test_yaml_beyond_its_limit_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "MAX_YAML_BYTES", 100)

    assert [each.error.code for each in of("#" * 101).refusals] == ["yaml_too_large"]
    assert of("#" * 100).refusals == ()


def test_values_of_all_documents_of_a_stream_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "MAX_STREAM_NODES", 10)

    first, *_, last = of("--- [a, b, c]\n" * 5).refusals

    assert (first.document, first.error.line) == ("x.yaml#1", 1)
    assert (last.document, last.error.code, last.error.line) == ("x.yaml#3", "too_many_values", 3)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("--- !a b\n" * (MAX_REFUSALS + 5), "x.yaml#1"),
        (
            '{"apiVersion":"v1","kind":"List","items":[' + ",".join("1" * (MAX_REFUSALS + 5)) + "]}",
            "x.yaml#1/items/0",
        ),
    ],
)
def test_of_many_refusals_the_first_are_told_and_the_others_counted(text: str, first: str) -> None:
    refusals = of(text).refusals

    assert len(refusals) == MAX_REFUSALS + 1
    assert refusals[0].document == first
    assert (refusals[-1].document, refusals[-1].error.code) == ("x.yaml", "more_refusals")
    assert refusals[-1].error.values["count"] == 5
    assert len(of("--- !a b\n" * MAX_REFUSALS).refusals) == MAX_REFUSALS
