"""Terraform sources: what is read, where it stands, and what of it is constant."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bunkaiten.errors import DocumentError, UsageError
from bunkaiten.hcl import expressions, grammar, reading, references, trees

ATTRIBUTE = ("aws_x.y", "policy")


class Nothing:
    def named(self, kind: str, _name: str) -> object:
        return None if kind == "document" else expressions.UNKNOWN


def written(folder: Path, text: str, name: str = "main.tf") -> reading.Attribute:
    (folder / name).write_text(text, "utf-8")
    module = reading.read(str(folder), "infra")
    assert module.refusals == ()
    return module.resources["aws_x.y"][0].attributes["policy"]


def hcl(expression: str) -> str:
    return f'resource "aws_x" "y" {{\n  policy = {expression}\n}}\n'


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        pytest.param('"a"', "a", id="text"),
        pytest.param('"画像 \\" \\\\ \\n\\u3042"', '画像 " \\ \nあ', id="escapes"),
        pytest.param('"$${aws:username} %%{x}"', "${aws:username} %{x}", id="escaped-marks"),
        pytest.param('""', "", id="empty"),
        pytest.param("[1, -2, 1.5, true, null]", [1, -2, 1.5, True, None], id="plain"),
        pytest.param('{ a = 1, "b" : 2, "${"c"}" = 3 }', {"a": 1, "b": 2, "c": 3}, id="keys"),
        pytest.param("(1)", 1, id="parentheses"),
        pytest.param("aws_iam_role.画像.arn", {"unknown": "${aws_iam_role.画像.arn}"}, id="reference"),
        pytest.param('"${aws_iam_role.a.arn}"', {"unknown": "${aws_iam_role.a.arn}"}, id="wrapped"),
        pytest.param('a.b["k"].c', {"unknown": '${a.b["k"].c}'}, id="instance"),
        pytest.param('"${a.b} ${a.c}/$${d}"', {"unknown": "${a.b} ${a.c}/$${d}"}, id="template"),
        pytest.param('"${true}-${1}"', "true-1", id="template-of-constants"),
        pytest.param('"x${~ a.b ~}y"', {"unknown": True}, id="stripping"),
        pytest.param('"%{ if a }x%{ endif }"', {"unknown": True}, id="directive"),
        pytest.param("a[b].c", {"unknown": True}, id="computed-index"),
        pytest.param("a.*.b", {"unknown": True}, id="splat"),
        pytest.param("upper(a.b)", {"unknown": True}, id="function"),
        pytest.param("a ? 1 : 2", {"unknown": True}, id="condition"),
        pytest.param("1 + 2", {"unknown": True}, id="sum"),
        pytest.param("[for x in y : x]", {"unknown": True}, id="for"),
        pytest.param("{ (a.b) = 1 }", {"unknown": True}, id="unknown-key"),
        pytest.param("{ unknown = 1 }", {"unknown": True}, id="no-forged-placeholder"),
        pytest.param("jsonencode({ a = [1] })", '{"a": [1]}', id="jsonencode"),
        pytest.param("jsonencode({ a = b.c })", {"unknown": True}, id="jsonencode-of-unknown"),
        pytest.param("[\n 1, # one\n /* two */ 2,\n]", [1, 2], id="comments"),
    ],
)
def test_value_of_an_expression(tmp_path: Path, expression: str, value: object) -> None:
    assert expressions.value(written(tmp_path, hcl(expression)).written, Nothing()) == value


HEREDOC = """<<-EOT
    {"Statement": [{
      "Principal": {"AWS": "${aws_iam_role.a.arn}"},
      "Resource": "${aws_s3_bucket.b.arn}/$${aws:username}\\n"
    }]}
  EOT
"""
READ = {
    "Statement": [
        {
            "Principal": {"AWS": {"unknown": "${aws_iam_role.a.arn}"}},
            "Resource": {"unknown": "${aws_s3_bucket.b.arn}/$${aws:username}\n"},
        }
    ]
}


@pytest.mark.parametrize(
    ("expression", "document"),
    [
        pytest.param("jsonencode({ a = b.c.d })", {"a": {"unknown": "${b.c.d}"}}, id="jsonencode"),
        pytest.param('"${jsonencode({ a = 1 })}"', {"a": 1}, id="wrapped"),
        pytest.param(HEREDOC, READ, id="heredoc"),
        pytest.param(HEREDOC.replace("\n", "\r\n"), READ, id="heredoc-crlf"),
        pytest.param('"{\\"a\\": \\"${b.c.d}\\"}"', {"a": {"unknown": "${b.c.d}"}}, id="quoted"),
        pytest.param('<<E\n{"a": ${jsonencode([1])}}\nE\n', {"a": [1]}, id="encoded-part"),
        pytest.param('<<E\n{"a": ["${join(",", b)}"]}\nE\n', {"a": [{"unknown": True}]}, id="function"),
        pytest.param('<<E\n{"${b.c}": 1}\nE\n', {"unknown": True}, id="unknown-key"),
        pytest.param('<<E\n{"a": ${b.c}}\nE\n', None, id="unknown-structure"),
        pytest.param('<<E\n%{ if b }{"a": 1}%{ endif }\nE\n', None, id="directive"),
        pytest.param('"words"', None, id="words"),
        pytest.param("data.x.y.json", None, id="reference"),
        pytest.param("file(x)", None, id="function-alone"),
        pytest.param("jsonencode(x, y)", None, id="two-arguments"),
        pytest.param("[1]", None, id="no-text"),
    ],
)
def test_json_that_an_expression_gives_as_text(tmp_path: Path, expression: str, document: object) -> None:
    assert expressions.document(written(tmp_path, hcl(expression)).written, Nothing()) == document


@pytest.mark.parametrize(
    ("text", "document"),
    [
        pytest.param("${jsonencode({a = b.c.d})}", {"a": {"unknown": "${b.c.d}"}}, id="jsonencode"),
        pytest.param('{"a": "${b.c.d}/${b["k"].e}"}', {"a": {"unknown": '${b.c.d}/${b["k"].e}'}}, id="text"),
        pytest.param("${", None, id="broken"),
    ],
)
def test_strings_of_the_json_form_are_templates(tmp_path: Path, text: str, document: object) -> None:
    source = json.dumps({"resource": {"aws_x": {"y": {"policy": text}}}}, indent=1)

    attribute = written(tmp_path, source, "main.tf.json")

    assert expressions.document(attribute.written, Nothing()) == document
    assert attribute.location == ("infra/main.tf.json", "/resource/aws_x/y/policy", 5, 5)


def test_values_of_the_json_form_are_read_string_by_string(tmp_path: Path) -> None:
    value: dict[str, Any] = {"a": ["x", "${b.c}", 1, None], "d": "${"}

    attribute = written(
        tmp_path, json.dumps({"resource": [{"aws_x": {"y": [{"policy": value}]}}]}), "m.tf.json"
    )

    assert expressions.value(attribute.written, Nothing()) == {
        "a": ["x", {"unknown": "${b.c}"}, 1, None],
        "d": {"unknown": True},
    }
    assert references.references(attribute.written) == {"b.c"}


def test_references_are_those_of_the_plan(tmp_path: Path) -> None:
    expression = (
        '[aws_a.b[0].c, "${data.aws_d.e.f}", local.g, [for h in var.i : "${h.j}${each.key}"], k, { l = m }]'
    )

    found = references.references(written(tmp_path, hcl(expression)).written)

    assert found == {"aws_a.b", "data.aws_d.e", "local.g", "var.i", "each.key"}
    assert references.root_of('aws_a.b["x.y"].c') == "aws_a.b"
    assert references.root_of("data.aws_d.e[0].f") == "data.aws_d.e"


BLOCKS = """\
# 日本語
resource "aws_s3_bucket" "画像" {
  bucket = "画像"; provider = aws.osaka
  rule {
    id = 1
  }
  rule {
    id = 2
  }
  dynamic "grant" {
    for_each = x
    content { id = 3 }
  }
}
data "aws_vpc" "main" {}
locals { a = 1 }
variable "b" { default = 2 }
module "c" { source = "./c" }
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_blocks_have_their_places(tmp_path: Path, ending: str) -> None:
    (tmp_path / "main.tf").write_bytes(BLOCKS.replace("; ", "\n  ").replace("\n", ending).encode())

    module = reading.read(str(tmp_path), "infra/")

    (bucket,) = module.resources["aws_s3_bucket.画像"]
    assert bucket.location == ("infra/main.tf", "/resource/aws_s3_bucket/画像", 2, 1)
    assert bucket.attributes["provider"].location == (
        "infra/main.tf",
        "/resource/aws_s3_bucket/画像/provider",
        4,
        3,
    )
    assert [each.location.line for each in bucket.blocks["rule"]] == [5, 8]
    assert bucket.blocks["rule"][1].attributes["id"].location.pointer.endswith("/rule/1/id")
    assert [each.attributes for each in bucket.blocks["grant"]] == [{}]
    assert set(module.resources) == {"aws_s3_bucket.画像", "data.aws_vpc.main"}
    assert (set(module.local_values), set(module.variables), set(module.calls)) == ({"a"}, {"b"}, {"c"})
    assert [each.id for each in module.files] == ["infra/main.tf"]


def test_columns_count_characters(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('/* 画像 */ resource "a" "b" {}\n', "utf-8")

    assert reading.read(str(tmp_path), "infra").resources["a.b"][0].location.column == 10


@pytest.mark.parametrize(
    ("name", "data", "code", "line"),
    [
        pytest.param("a.tf", b'resource "a" "b" {\n', "hcl_missing", 2, id="open-block"),
        pytest.param("a.tf", b'x = 1\nresource "a" {\n  b = = 1\n}\n', "hcl_syntax", 3, id="syntax"),
        pytest.param("a.tf", "# 画像\n".encode("cp932"), "encoding_japanese", 1, id="shift-jis"),
        pytest.param("a.tf", b"\xef\xbb\xbfx = 1\n", "byte_order_mark", 1, id="mark"),
        pytest.param("a.tf.json", b'{\n "a": }', "json_syntax", 2, id="json"),
    ],
)
def test_what_cannot_be_read_has_its_place_and_the_rest_is_read(
    tmp_path: Path, name: str, data: bytes, code: str, line: int
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.tf").write_text('resource "c" "d" {}\n')

    module = reading.read(str(tmp_path), "infra")

    (refusal,) = module.refusals
    assert (refusal.document, refusal.error.code, refusal.error.line) == (f"infra/{name}", code, line)
    assert set(module.resources) == {"c.d"}


def test_a_resource_that_occurs_twice_is_told_and_one_that_is_overridden_is_not(tmp_path: Path) -> None:
    for name in ("a.tf", "b.tf", "override.tf", "z_override.tf.json"):
        text = '{"resource": {"c": {"d": {}}}}' if name.endswith("json") else '\nresource "c" "d" {}\n'
        (tmp_path / name).write_text(text)

    module = reading.read(str(tmp_path), "infra")

    assert [str(each.error) for each in module.refusals] == [
        "c.d is written here a second time; the first is in infra/a.tf:2. Remove one of the two."
    ]
    assert [each.location.document for each in module.resources["c.d"]] == [
        f"infra/{name}" for name in ("a.tf", "b.tf", "override.tf", "z_override.tf.json")
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [("nowhere", "path_missing"), ("file.tf", "source_not_folder"), ("empty", "source_empty")],
)
def test_a_folder_without_sources_is_told(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "file.tf").write_text("")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".hidden.tf").write_text("")

    tree = trees.read(str(tmp_path / name), name)

    assert [(each.document, each.error.code) for each in tree.refusals] == [(name, code)]
    assert tree.modules == {}


def test_local_modules_are_followed_and_others_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(
        'module "a" { source = "./a" }\nmodule "b" { source = "./a" }\n'
        'module "vpc" { source = "x/vpc/aws" }\n'
        'module "gone" { source = "./gone" }\nmodule "odd" { source = var.x }\n'
    )
    (tmp_path / "a" / "deep").mkdir(parents=True)
    (tmp_path / "a" / "main.tf").write_text(
        'module "deep" { source = "./deep" }\nmodule "git" { source = "git::x" }\n'
    )
    (tmp_path / "a" / "deep" / "main.tf").write_text('resource "c" "d" {}\n')

    tree = trees.read(str(tmp_path), "./infra")
    assert set(tree.modules) == {(), ("a",), ("b",), ("a", "deep"), ("b", "deep")}
    assert tree.left_out == ("module.a.module.git", "module.b.module.git", "module.odd", "module.vpc")
    assert [(each.document, each.error.code) for each in tree.refusals] == [("infra/gone", "path_missing")]
    (found,) = tree.modules["b", "deep"].resources["c.d"]
    assert found.location.document == "infra/a/deep/main.tf"


def test_a_module_that_calls_itself_comes_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('module "a" { source = "./" }\n')

    tree = trees.read(str(tmp_path), "infra")

    assert len(tree.modules) <= 21
    assert len(tree.left_out) == 1


NAMES = """
locals {
  partners = ["arn:a", var.partner]
  policy   = jsonencode({ a = local.partners[1], b = local.itself, c = local.none, d = local.map.k })
  itself   = local.itself
  map      = { k = var.shape.inner }
}
module "m" {
  source  = "./m"
  partner = local.partners[0]
  role    = aws_iam_role.r.arn
}
"""
INNER = """
variable "left" { default = "d" }
locals { policy = jsonencode([var.partner, var.role, var.left, var.none]) }
"""


def test_names_are_followed_as_far_as_they_are_constant(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(NAMES)
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "main.tf").write_text(INNER)
    tree = trees.read(str(tmp_path), "infra")
    variables = {"partner": "arn:b", "shape": {"inner": 7}}

    assert trees.Names(tree, (), variables).named("document", "policy") == {
        "a": "arn:b",
        "b": {"unknown": "${local.itself}"},
        "c": {"unknown": "${local.none}"},
        "d": 7,
    }
    assert trees.Names(tree, ("m",), variables).named("document", "policy") == [
        "arn:a",
        {"unknown": "${var.role}"},
        "d",
        {"unknown": "${var.none}"},
    ]


def test_nesting_without_end_is_unknown(tmp_path: Path) -> None:
    attribute = written(tmp_path, hcl(f"{'[' * 5000}{']' * 5000}"))

    assert expressions.value(attribute.written, Nothing()) == {"unknown": True}


def test_without_the_packages_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    grammar._language.cache_clear()  # noqa: SLF001 - another test has loaded them
    monkeypatch.setitem(sys.modules, "tree_sitter_hcl", None)

    with pytest.raises(UsageError, match=r"\.\[hcl\]"):
        grammar.root(b"")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x = [1\n", '"]" is missing here'),
        ('a "b" {\n', '"}" is missing here'),
        ("x = 画 像\n", "left out: 像."),
    ],
)
def test_what_is_wrong_is_shown(text: str, sentence: str) -> None:
    with pytest.raises(DocumentError) as caught:
        grammar.root(text.encode())

    assert sentence in str(caught.value)


FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "a",
            "b",
            '"x"',
            '"${',
            "}",
            "[",
            "]",
            "{",
            "}",
            "(",
            ")",
            ",",
            "=",
            ":",
            ".",
            "1",
            "-1",
            "jsonencode(",
            "for",
            "in",
            "if",
            "?",
            "${",
            "$${",
            "%{",
            "<<E",
            "\nE\n",
            "\n",
            "\\",
            '"',
            "true",
            "null",
            "local.",
            "var.",
            "画",
        ]
    ),
    max_size=12,
)


@settings(deadline=None, max_examples=300)
@given(FRAGMENTS)
def test_whatever_stands_there_is_a_value_or_a_fault(fragments: list[str]) -> None:
    written = " ".join(fragments)
    try:
        node = grammar.root(f"x = {written}\n".encode()).children[0].children[0].children[-1]
    except DocumentError:
        node = None
    for expression in (written, [written], *([node] if node is not None else [])):
        json.dumps(expressions.value(expression, Nothing()))
        json.dumps(expressions.document(expression, Nothing()))
        references.references(expression)
