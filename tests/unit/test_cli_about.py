import json
import tomllib
from pathlib import Path

import pytest

from bunkaiten.catalogue import load
from bunkaiten.cli import main
from bunkaiten.model import VERSION

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "BUNKAITEN_LANG"):
        monkeypatch.delenv(variable, raising=False)


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

    assert project["project"]["version"] == VERSION


def test_version_tells_all_that_decides_a_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["version", "-o", "json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert set(facts) == {"apiVersion", "bunkaiten", "editions", "engine", "policies", "python"}
    assert (facts["bunkaiten"], facts["policies"]) == (VERSION, load().digest)

    assert main(["version"]) == 0
    shown = capsys.readouterr().out
    assert [
        str(facts[each]) in shown for each in ("bunkaiten", "editions", "engine", "policies", "python")
    ] == [True] * 5

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"bunkaiten {VERSION}\n"


@pytest.mark.parametrize(("lang", "languages"), [("en", ["en"]), ("ja", ["ja"]), ("both", ["en", "ja"])])
def test_rules_lists_every_requirement_with_its_title(
    lang: str, languages: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = load()

    assert main(["rules", "--lang", lang]) == 0
    lines = capsys.readouterr().out.splitlines()
    size = 1 + len(languages)
    assert len(lines) == size * len(catalogue.ids)
    for position, each in enumerate(catalogue.ids):
        entry = catalogue[each]
        name, *titles = lines[size * position : size * (position + 1)]
        assert name.startswith(f"{entry.id}  {', '.join(entry.protects)}  (")
        assert titles == [f"    {entry.title.in_(language)}" for language in languages]


def test_rules_as_json_lists_every_requirement(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "-o", "json"]) == 0
    assert [each["id"] for each in json.loads(capsys.readouterr().out)["rules"]] == list(load().ids)


def test_rules_lists_every_row_of_the_guideline(capsys: pytest.CaptureFixture[str]) -> None:
    guideline = json.loads((ROOT / "policies" / "guideline.json").read_text("utf-8"))

    assert main(["rules", "--rows", "-o", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)["rows"]
    assert {each["row"]: each["status"] for each in listed} == {
        name: row["status"] for name, row in guideline["rows"].items()
    }
    assert all(each["id"] == guideline["rows"][each["row"]].get("requirement", each["id"]) for each in listed)

    assert main(["rules", "--rows", "--lang", "both"]) == 0
    shown = capsys.readouterr().out
    assert [row for row in listed if f"{row['row']}  {row['clause']}  (" not in shown] == []
    assert [row for row in listed if row["text"]["ja"] not in shown or row["text"]["en"] not in shown] == []


ROWS = [
    pytest.param("A2-03", "4.3-1a2-03", "judged by 4.3-1a2-08", "4.3-1a2-08 で判定", id="judged-by-another"),
    pytest.param(
        "R-11", "4.3-2b-11", "judged by 4.3-2b-08, 4.3-2b-09, 4.3-2b-10", "で判定", id="judged-by-several"
    ),
    pytest.param("B1-11", "4.3-1b1-11", "out of scope: Refers to", "対象外", id="out-of-scope"),
]


@pytest.mark.parametrize(("row", "identity", "english", "japanese"), ROWS)
def test_explain_tells_what_becomes_of_a_row(
    row: str, identity: str, english: str, japanese: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = json.loads((ROOT / "policies" / "guideline.json").read_text("utf-8"))["rows"][row]

    assert main(["explain", row, "--lang", "both"]) == 0
    by_row = capsys.readouterr().out
    assert main(["explain", identity, "--lang", "both"]) == 0
    assert capsys.readouterr().out == by_row
    for part in (english, japanese, said["en"], said["ja"], identity, "Clause: 4.3("):
        assert part in by_row

    assert main(["explain", row, "-o", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == said["status"]


def test_explain_of_an_automated_row_is_that_of_its_requirement(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "4.3-1a2-08"]) == 0
    by_id = capsys.readouterr().out

    assert main(["explain", "A2-08"]) == 0
    assert capsys.readouterr().out == by_id


def test_coverage_counts_the_cases_of_every_requirement(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--coverage", "-o", "json"]) == 0
    listed = {each["name"]: each for each in json.loads(capsys.readouterr().out)["rules"]}
    assert listed.keys() == load().names

    for name in load().names:
        recorded = [
            json.loads(path.read_text("utf-8"))
            for path in (ROOT / "fixtures" / "requirements" / name).glob("*/expected.json")
        ]
        for state, part in (("satisfied", "satisfied"), ("denied", "deny"), ("undetermined", "undetermined")):
            assert listed[name]["cases"][state] == sum(bool(each[part]) for each in recorded)


def test_coverage_has_no_hole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--coverage", "-o", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)["rules"]

    holes = [
        (each["id"], verdict) for each in listed for verdict in each["verdicts"] if not each["cases"][verdict]
    ]
    strays = [
        (each["id"], verdict)
        for each in listed
        for verdict, count in each["cases"].items()
        if count and verdict not in each["verdicts"]
    ]
    assert (holes, strays) == ([], [])


@pytest.mark.parametrize(("lang", "word"), [("en", "DENIED"), ("ja", "不整合")])
def test_coverage_is_a_table_for_people(lang: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--coverage", "--lang", lang]) == 0
    heading, *lines = capsys.readouterr().out.splitlines()

    assert "-" in heading
    assert [line.split()[0] for line in lines] == list(load().ids)
    for line, each in zip(lines, load().ids, strict=True):
        count = load()[each].cases["denied"] if "denied" in load()[each].verdicts else "-"
        assert f"{word} {count:>2}  " in line


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_explain_tells_all_of_one_requirement(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    for each in load().ids:
        entry = load()[each]

        assert main(["explain", entry.id, "--lang", lang]) == 0
        shown = capsys.readouterr().out

        texts = [entry.title, entry.description, entry.clause_title, *filter(None, [entry.interpretation])]
        texts += [text for finding in entry.findings.values() for text in (finding.message, finding.remedy)]
        assert [text for text in texts if text.in_(lang) not in shown] == []
        assert [word for word in (entry.name, *entry.rows, *entry.findings) if word not in shown] == []


def test_explain_gives_the_same_by_name_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    entry = load()[load().ids[0]]
    main(["explain", entry.id, "-o", "json"])
    by_id = capsys.readouterr().out
    main(["explain", entry.name, "-o", "json"])

    assert capsys.readouterr().out == by_id
    assert set(json.loads(by_id)["findings"]) == set(entry.findings)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["explain"], "bunkaiten rules", id="no-id"),
        pytest.param(["explain", "bunkaiten-20"], "Did you mean", id="misspelt-id"),
        pytest.param(["explain", "zzz"], "There is no requirement", id="unknown-id"),
        pytest.param(["schema"], "demarcation", id="no-kind"),
        pytest.param(["schema", "demarcatoin"], 'Did you mean "demarcation"', id="misspelt-kind"),
        pytest.param(["schema", "../demarcation"], "There is no schema", id="path"),
        pytest.param(["help", "chekc"], 'Did you mean "check"', id="help-of-nothing"),
        pytest.param([], "Name a command", id="nothing"),
        pytest.param(["--lang", "en"], "Name a command", id="only-an-option"),
    ],
)
def test_what_does_not_exist_is_a_usage_error(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_schema_prints_the_file_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "demarcation"]) == 0
    assert capsys.readouterr().out == (ROOT / "schemas" / "demarcation.schema.json").read_text("utf-8")


def test_outputs_that_a_project_sets_are_for_its_reports(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bunkaiten.toml").write_text('output = ["json=report.json"]\nlang = "ja"\n')

    assert main(["version"]) == 0
    assert "判定エンジン" in capsys.readouterr().out
    assert not Path("report.json").exists()


@pytest.mark.parametrize("words", [["help", "check"], ["check", "--help"], ["-h", "check", "--lang", "en"]])
def test_help_of_a_command_is_found_either_way(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    assert "Usage: bunkaiten check PATH… [OPTION…]\n" in capsys.readouterr().out
