"""Sources joined with plans: where resources are written, and what policies say before they are applied."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bunkaiten import Gate, UsageError, schemas
from bunkaiten.cli import main
from bunkaiten.documents import Kind, Parsed, Source, read
from bunkaiten.model import Report
from bunkaiten.observing import Survey, observe
from bunkaiten.written import Written, joined

BUCKETS = Path(__file__).parents[2] / "fixtures" / "deployments" / "aws" / "buckets"
LETTERS = "terraform:aws_s3_bucket_policy.letters"
PARTNER = {"is": {"by": "account", "name": "444455556666"}}
DECLARATION = {
    "apiVersion": "bunkaiten.dev/v1",
    "kind": "Demarcation",
    "metadata": {"name": "aoba"},
    "spec": {
        "parties": {
            "aoba": {"role": "institution"},
            "kura": {"role": "custodian", "custodianType": "private-contract"},
        },
        "externalStorage": {
            "letters": {
                "custodian": "kura",
                "owner": "aoba",
                "sharedWith": "none",
                "implementedBy": ["terraform:aws_s3_bucket.letters"],
            }
        },
    },
}


def buckets(*sources: object) -> Survey:
    return observe([], plans=[BUCKETS / "plan.json"], sources=sources)


def judged(*sources: object) -> Report:
    return Gate().check(
        [DECLARATION], plans=[BUCKETS / "plan.json"], sources=sources, as_of="2026-11-22", scope="marked"
    )


def test_a_policy_of_a_first_plan_is_read_from_its_source() -> None:
    (without,) = [each for each in buckets().seen if each.thing == LETTERS]
    (found,) = [each for each in buckets(BUCKETS).seen if each.thing == LETTERS]

    assert (without.crosses, without.attributes, without.source) == (
        "unknown",
        {"who": {"unknown": True}},
        None,
    )
    assert (found.crosses, found.attributes) == ("yes", {"who": PARTNER, "rights": {"is": ["read"]}})
    assert found.source == (f"{BUCKETS}/main.tf", "/resource/aws_s3_bucket_policy/letters/policy", 126, 3)


def test_what_the_plan_knows_is_the_same_with_sources_and_without() -> None:
    with_sources = [each._replace(source=None) for each in buckets(BUCKETS).seen if each.thing != LETTERS]

    assert with_sources == [each for each in buckets().seen if each.thing != LETTERS]


def test_every_fact_of_a_plan_has_its_place_in_the_sources() -> None:
    survey = buckets(str(BUCKETS))

    assert survey.exit_code == 0
    assert [each.thing for each in survey.seen if each.source is None] == []
    assert {Path(each.source.document).parent.name for each in survey.seen if each.source} == {
        "buckets",
        "audit",
    }


def test_findings_name_the_source_and_the_partner() -> None:
    before, after = judged(), judged(BUCKETS)

    (found,) = [
        each for each in after.findings if each.state == "denied" and each.values.get("thing") == LETTERS
    ][:1]
    assert "444455556666" in found.message.en
    assert [each.document.rpartition("/")[2] for each in found.locations][-2:] == ["plan.json", "main.tf"]
    assert not any(
        each.document.endswith(".tf") for each in (loc for f in before.findings for loc in f.locations)
    )
    assert before.sources == ()
    (folder,) = after.sources
    assert (folder.folder, len(folder.files), folder.left_out, folder.differing) == (str(BUCKETS), 2, (), ())
    assert after.problems == ()


def test_the_command_line_gives_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "d.json"
    path.write_text(json.dumps(DECLARATION))
    words = [
        "check", str(path), "--plan", str(BUCKETS / "plan.json"), "--source", str(BUCKETS),
        "--scope", "marked", "--as-of", "2026-11-22", "--output", "json",
    ]  # fmt: skip

    code = main(words)

    printed = json.loads(capsys.readouterr().out)
    report = judged(BUCKETS)
    assert code == report.exit_code == 1
    assert schemas.faults("report", printed) == ()
    assert [each["fingerprint"] for each in printed["findings"]] == [
        each.fingerprint for each in report.findings
    ]
    assert printed["sources"][0]["folder"] == str(BUCKETS)


def plan(*changes: Mapping[str, Any], name: str = "plan.json", **parts: object) -> Parsed:
    value = {
        "format_version": "1.2",
        "resource_changes": [
            {
                "address": f"{each.get('module_address', index)}.{each['type']}.{each['name']}",
                "mode": "managed",
                "provider_name": "registry.terraform.io/hashicorp/aws",
                "change": {"actions": ["create"], "after": {}, "after_unknown": {"policy": True}},
                **each,
            }
            for index, each in enumerate(changes)
        ],
        "configuration": {"root_module": configured("aws_other.x", name="aws_other.y")},
        **parts,
    }
    (parsed,) = read(Source(id=name, data=json.dumps(value).encode())).documents
    assert parsed.kind is Kind.PLAN
    return parsed


def configured(*references: str, name: str = "aws_x.y") -> dict[str, Any]:
    return {"resources": [{"address": name, "expressions": {"policy": {"references": list(references)}}}]}


Y = {"type": "aws_x", "name": "y"}
POLICY = 'resource "aws_x" "y" {\n  policy = jsonencode({ a = aws_b.c.arn })\n}\n'
REFERENCES = ("aws_b.c.arn", "aws_b.c")


def beside(folder: Path, text: str, parsed: Parsed) -> Written:
    folder.mkdir(exist_ok=True)
    (folder / "main.tf").write_text(text, "utf-8")
    return joined([folder], [parsed])


def test_only_what_the_plan_hides_and_what_is_no_secret_is_taken(tmp_path: Path) -> None:
    root = {"root_module": configured(*REFERENCES)}
    hidden = {"actions": ["create"], "after": {}, "after_unknown": {"policy": True}}

    taken = beside(tmp_path, POLICY, plan(Y, configuration=root))
    known = beside(
        tmp_path,
        POLICY,
        plan({**Y, "change": {**hidden, "after": {"policy": "{}"}, "after_unknown": {}}}, configuration=root),
    )
    secret = plan({**Y, "change": {**hidden, "after_sensitive": {"policy": True}}}, configuration=root)

    assert taken.values == {"plan.json": {"aws_x.y": {"policy": {"a": {"unknown": "${aws_b.c.arn}"}}}}}
    assert known.values == beside(tmp_path, POLICY, secret).values == {}


@pytest.mark.parametrize(
    "references",
    [(), ("aws_b.d.arn", "aws_b.d"), (*REFERENCES, "var.x"), ("local.policy",)],
)
def test_what_refers_to_other_things_than_the_plan_says_is_not_taken(
    tmp_path: Path, references: tuple[str, ...]
) -> None:
    parsed = plan(Y, configuration={"root_module": configured(*references)})

    written = beside(tmp_path, POLICY, parsed)

    assert written.values == {}
    assert [each.differing for each in written.folders()] == [("aws_x.y.policy",)]
    assert beside(tmp_path, POLICY, plan(Y)).values == {}


def test_a_resource_that_another_file_changes_has_a_place_and_no_value(tmp_path: Path) -> None:
    (tmp_path / "override.tf").write_text(POLICY)
    parsed = plan(Y, configuration={"root_module": configured(*REFERENCES)})

    written = beside(tmp_path, POLICY, parsed)

    found = written.location(parsed, "/resource_changes/0/change/after/policy")
    assert found == (f"{tmp_path}/main.tf", "/resource/aws_x/y/policy", 2, 3)
    assert (written.values, written.refusals) == ({}, [])


def test_modules_are_joined_by_their_calls(tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "main.tf").write_text(
        'variable "who" {}\nresource "aws_x" "y" {\n  policy = jsonencode([var.who, aws_b.c.arn])\n}\n'
    )
    root = {
        "module_calls": {"画": {"module": configured(*REFERENCES, "var.who")}},
        "variables": {"hidden": {"sensitive": True}},
    }
    parsed = plan(
        {**Y, "module_address": 'module.画["a.b[0]"]'},
        configuration={"root_module": root},
        variables={"account": {"value": "444455556666"}, "hidden": {"value": "s3cret"}},
    )

    for given, expected in (
        ('"arn:aws:iam::${var.account}:root"', "arn:aws:iam::444455556666:root"),
        ("var.hidden", {"unknown": "${var.who}"}),
        ("aws_iam_role.r.arn", {"unknown": "${var.who}"}),
    ):
        text = f'module "画" {{\n  source = "./m"\n  who = {given}\n}}\n'
        written = beside(tmp_path, text, parsed)
        assert written.values["plan.json"] == {
            "module.画.aws_x.y": {"policy": [expected, {"unknown": "${aws_b.c.arn}"}]}
        }
    found = written.location(parsed, "/resource_changes/0")
    assert found is not None
    assert (found.document, found.line) == (f"{tmp_path}/m/main.tf", 2)


BLOCKS = """\
resource "aws_x" "y" {
  one {
    two { three = 1 }
  }
  many {}
  many {}
  list = [{ four = 1 }]
  dynamic "five" { content {} }
}
"""


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        ("", 1),
        ("/change/after", 1),
        ("/change/after/tags_all/x", 1),
        ("/change/after/one/0", 2),
        ("/change/after/one/0/two/0/three", 3),
        ("/change/after/one/0/two/0/none", 3),
        ("/change/before/one/0/two", 3),
        ("/change/after/many/1", 1),
        ("/change/after/list/0/four", 7),
        ("/change/after/five/3/x", 8),
    ],
)
def test_the_innermost_block_or_attribute_is_found(tmp_path: Path, steps: str, line: int) -> None:
    parsed = plan(Y)

    found = beside(tmp_path, BLOCKS, parsed).location(parsed, f"/resource_changes/0{steps}")

    assert found is not None
    assert found.line == line


def test_what_is_in_no_source_has_no_place(tmp_path: Path) -> None:
    parsed = plan(Y, {**Y, "name": "z"}, {**Y, "mode": "data"}, planned_values={})
    written = beside(tmp_path, POLICY, parsed)

    for pointer in ("/resource_changes/1", "/resource_changes/2", "/configuration/root_module", ""):
        assert written.location(parsed, pointer) is None


def test_each_plan_takes_the_folder_that_fits_it_best(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "main.tf").write_text(POLICY + f'resource "aws_x" "{name}" {{}}\n')
    plans = [plan(Y, {**Y, "name": name}, name=f"{name}.json") for name in ("a", "b")]

    written = joined([tmp_path / "b", tmp_path / "a"], plans)
    assert [(each.plan, Path(each.folder).name) for each in written.folders()] == [
        ("a.json", "a"),
        ("b.json", "b"),
    ]
    assert written.refusals == []

    unclear = joined([tmp_path / "b", tmp_path / "a"], [plan(Y)])
    assert {each.error.code for each in unclear.refusals} >= {"source_of_several"}
    assert unclear.folders() == ()


def test_a_source_that_no_plan_was_made_of_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "a" "b" {}\n')

    for report in (judged(tmp_path), Gate().check([DECLARATION], sources=[tmp_path], as_of="2026-11-22")):
        assert [(each.document, each.code) for each in report.problems] == [
            (str(tmp_path), "source_of_no_plan")
        ]
        assert report.exit_code == 3


def test_a_source_that_cannot_be_read_is_a_problem_and_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "a" "b" {\n')

    for folder, code in ((tmp_path, "hcl_missing"), (tmp_path / "none", "path_missing")):
        report = judged(folder)
        assert code in [each.code for each in report.problems]
        assert report.findings == judged().findings
        assert report.exit_code == 3


@pytest.mark.parametrize("sources", ["infra", Path("infra"), b"infra", [1]])
def test_sources_are_a_list_of_paths(sources: Any) -> None:  # noqa: ANN401 - whatever a caller may give
    with pytest.raises(UsageError):
        Gate().check([], sources=sources)
