import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from bunkaiten.cli import main
from bunkaiten.documents import Source
from bunkaiten.errors import EngineError
from bunkaiten.model import Document, FailOn, Problem, Report, Requirement, Scope, Text

TITLE = Text(en="A closed list", ja="閉じた一覧")
APPLIED = Requirement(
    id="x-01",
    name="x.y",
    clause="4.3",
    title=TITLE,
    applies=("s",),
    satisfied=("s",),
    denied=(),
    undetermined=(),
)
PASSED = Report(
    edition="mhlw-4",
    later_editions=(),
    as_of="2026-11-22",
    declarations_only=False,
    allow_empty=False,
    fail_on=FailOn.UNDETERMINED,
    policies_digest="f" * 64,
    documents=(Document(id="d.yaml", kind="Demarcation", sha256="0" * 64),),
    requirements=(APPLIED,),
    findings=(),
    problems=(),
)
EMPTY = PASSED._replace(requirements=())
UNREADABLE = PASSED._replace(
    problems=(Problem(code="x", document="k", message=Text(en="Bad.", ja="不正。")),)
)


class Judge:
    """Remembers what it was asked, and answers `report`, or raises it."""

    def __init__(self, report: Report | BaseException = PASSED) -> None:
        self.report = report
        self.asked: dict[str, object] = {}

    def check(
        self, documents: Iterable[object], *, plans: Iterable[object] = (), **settings: object
    ) -> Report:
        self.asked = {"documents": list(documents), "plans": list(plans), **settings}
        if isinstance(self.report, BaseException):
            raise self.report
        return self.report


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "BUNKAITEN_LANG"):
        monkeypatch.delenv(variable, raising=False)


def test_settings_reach_the_gate() -> None:
    judge = Judge()

    words = "check a b --plan p --as-of 2026-11-22 --fail-on never --allow-empty --scope marked --plan q"
    assert main([*words.split(), "--source", "s"], judge) == 0

    assert str(judge.asked.pop("as_of")) == "2026-11-22"
    assert judge.asked == {
        "documents": ["a", "b"],
        "plans": ["p", "q"],
        "sources": ("s",),
        "declarations_only": False,
        "fail_on": FailOn.NEVER,
        "allow_empty": True,
        "scope": Scope.MARKED,
    }


def test_file_then_environment_then_flags(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("bunkaiten.toml").write_text('fail-on = "denied"\nedition = "x"\nallow-empty = true\n')
    monkeypatch.setenv("BUNKAITEN_EDITION", "mhlw-4")
    judge = Judge()

    main(["check", "a", "--fail-on", "never"], judge)

    assert (judge.asked["fail_on"], judge.asked["allow_empty"]) == (FailOn.NEVER, True)


@pytest.mark.parametrize(
    ("report", "code"),
    [
        pytest.param(PASSED, 0, id="passed"),
        pytest.param(EMPTY, 1, id="empty"),
        pytest.param(UNREADABLE, 3, id="unreadable"),
        pytest.param(EngineError("message_value_missing", name="x", template="y"), 4, id="engine"),
        pytest.param(KeyboardInterrupt(), 130, id="interrupt"),
    ],
)
def test_the_exit_code_says_what_happened(report: Report | BaseException, code: int) -> None:
    assert main(["check", "a"], Judge(report)) == code


def test_a_bug_is_one_line_and_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    assert main(["check", "a"], Judge(ZeroDivisionError("oops"))) == 70

    out, err = capsys.readouterr()
    (trace,) = tmp_path.glob("bunkaiten-*.txt")
    assert out == ""
    assert err.count("\n") == 1
    assert str(trace) in err
    assert "ZeroDivisionError: oops" in trace.read_text("utf-8")


def test_a_bug_that_cannot_be_recorded_is_still_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")

    assert main(["check", "a"], Judge(ZeroDivisionError())) == 70
    assert capsys.readouterr().err.count("\n") == 1


def test_each_output_goes_where_it_was_sent(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    Path("old.json").write_text("old")

    assert (
        main(["check", "a", "-o", "json=old.json", "-o", "text", "-o", "text=t.txt", "--lang", "ja"], Judge())
        == 0
    )

    assert capsys.readouterr().out == Path("t.txt").read_text("utf-8")
    assert json.loads(Path("old.json").read_text("utf-8"))["verdict"] == "satisfied"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["old.json", "t.txt"]


def test_a_file_never_holds_colours(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "a", "-o", "text", "-o", "text=t.txt", "--color", "always"], Judge())

    assert "\x1b[" in capsys.readouterr().out
    assert "\x1b[" not in Path("t.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param("-o text -o json", "two outputs", id="two-to-stdout"),
        pytest.param("-o text -o json=-", "two outputs", id="dash-is-stdout"),
        pytest.param("-o text=a -o json=a", "both go to a", id="two-to-one-file"),
        pytest.param("-o jsno", 'Did you mean "json"', id="misspelt-format"),
        pytest.param("-o json=", "names no file", id="no-path"),
        pytest.param(
            "--declarations-only --plan p", "--declarations-only does not go", id="plan-though-none"
        ),
        pytest.param("--edition mhlw-44", 'Did you mean "mhlw-4"', id="edition"),
        pytest.param("--edition mhlw-6.0", "exists, but cannot be judged yet", id="later-edition"),
        pytest.param("--as-of 0999-12-31", "years 1000 to 9999", id="year-999"),
        pytest.param("-o text=r -o json=./r", "both go to", id="two-to-one-file-by-two-names"),
        pytest.param("-o json=./a", "would overwrite it", id="output-is-input"),
        pytest.param("--plan p -o text=p", "would overwrite it", id="output-is-plan"),
        pytest.param("x*.yaml", "matches no file", id="pattern"),
        pytest.param("- -", "once only", id="stdin-twice"),
        pytest.param("--plan - -", "once only", id="stdin-twice-as-plan"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_judged(
    words: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    judge = Judge()

    assert main(["check", "a", *words.split()], judge) == 2

    assert judge.asked == {}
    assert code.lower() in capsys.readouterr().err.lower()


@pytest.mark.parametrize(
    ("given", "written", "code"),
    [
        pytest.param("folder", "folder/d.yaml", 2, id="read-in-the-folder"),
        pytest.param("folder", "folder/new.json", 0, id="not-there-yet"),
        pytest.param("folder", "folder/r.txt", 0, id="not-read-in-a-folder"),
        pytest.param("folder", "beside.yaml", 0, id="beside-the-folder"),
        pytest.param("link.yaml", "folder/d.yaml", 2, id="input-is-a-link"),
        pytest.param("folder/d.yaml", "link.yaml", 2, id="output-is-a-link"),
        pytest.param("folder/*.yaml", "folder/d.yaml", 2, id="matched"),
    ],
)
def test_a_report_never_overwrites_what_is_judged(given: str, written: str, code: int) -> None:
    Path("folder").mkdir()
    for name in ("folder/d.yaml", "folder/r.txt", "beside.yaml"):
        Path(name).write_text("kept")
    Path("link.yaml").symlink_to("folder/d.yaml")
    judge = Judge()

    assert main(["check", given, "-o", f"json={written}"], judge) == code

    assert Path("folder/d.yaml").read_text() == "kept"
    assert (judge.asked == {}) == (code == 2)


def test_an_empty_path_is_named_by_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a", ""], Judge()) == 2
    assert 'Path 2 is empty ("")' in capsys.readouterr().err


def test_closed_standard_output_is_called_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    assert main(["check", "a", "--lang", "both"], Judge()) == 2
    err = capsys.readouterr().err
    assert "Standard output is closed" in err
    assert "標準出力が閉じています" in err


def test_nothing_given_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"], Judge()) == 2
    assert "Nothing to check" in capsys.readouterr().err


def test_declarations_only_with_a_manifest_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    report = PASSED._replace(documents=(Document(id="k.yaml", kind="Pod", sha256="0" * 64),))

    assert main(["check", "a", "--declarations-only"], Judge(report)) == 2
    err = capsys.readouterr().err
    assert err.startswith("bunkaiten: --declarations-only does not go")
    assert "k.yaml is one" in err


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("nowhere/r.json", "no such folder", id="no-folder"),
        pytest.param("folder", "it is a folder", id="folder"),
        pytest.param("file/r.json", "no such folder", id="file-for-a-folder"),
    ],
)
def test_a_report_that_cannot_be_written_is_an_error_but_hides_no_other(
    path: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("folder").mkdir()
    Path("file").write_text("")

    assert main(["check", "a", "-o", f"json={path}", "-o", "text"], Judge(EMPTY)) == 2

    out, err = capsys.readouterr()
    assert out.startswith("NOTHING TO JUDGE")
    assert reason in err


def test_a_link_is_written_through_and_keeps_its_file_s_rights(tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    real.write_text("old")
    real.chmod(0o600)
    Path("link.json").symlink_to(real)

    assert main(["check", "a", "-o", "json=link.json"], Judge()) == 0

    assert Path("link.json").is_symlink()
    assert real.stat().st_mode & 0o777 == 0o600
    assert json.loads(real.read_text("utf-8"))["exitCode"] == 0


def test_patterns_are_expanded_for_shells_that_do_not() -> None:
    for name in ("b.yaml", "a.yaml", "c[1].yaml"):
        Path(name).write_text("")
    judge = Judge()

    main(["check", "*.yaml", "c[1].yaml", "--plan", "?.yaml"], judge)

    assert judge.asked["documents"] == ["a.yaml", "b.yaml", "c[1].yaml", "c[1].yaml"]
    assert judge.asked["plans"] == ["a.yaml", "b.yaml"]


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xffbytes")))
    judge = Judge()

    main(["check", "a", "-"], judge)

    assert judge.asked["documents"] == ["a", Source(id="-", data=b"\xffbytes")]


def test_closed_standard_input_is_a_usage_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    assert main(["check", "-"], Judge()) == 2


def test_quiet_says_nothing_of_what_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a", "-q"], Judge()) == 0
    assert capsys.readouterr().out == ""

    assert main(["check", "a", "-q", "-o", "json"], Judge()) == 0
    assert json.loads(capsys.readouterr().out)["exitCode"] == 0

    assert main(["check", "a", "-q"], Judge(EMPTY)) == 1
    assert capsys.readouterr().out.startswith("NOTHING TO JUDGE")


@pytest.mark.parametrize("output", ["text", "json", "text=f", "json=f"])
@pytest.mark.parametrize("report", [PASSED, EMPTY, UNREADABLE])
def test_the_output_never_changes_the_exit_code(report: Report, output: str) -> None:
    assert main(["check", "a", "-o", output], Judge(report)) == report.exit_code


@pytest.mark.parametrize(
    ("environ", "words", "first"),
    [
        pytest.param({"LANG": "ja_JP.UTF-8"}, "", "整合：", id="locale"),
        pytest.param({"LANG": "ja_JP.UTF-8"}, "--lang en", "CONSISTENT:", id="flag"),
        pytest.param({"BUNKAITEN_LANG": "ja"}, "", "整合：", id="variable"),
        pytest.param({"BUNKAITEN_LANG": "ja"}, "--lang both", "CONSISTENT:", id="flag-before-variable"),
    ],
)
def test_the_report_speaks_the_language_that_was_asked_for(
    environ: dict[str, str],
    words: str,
    first: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)

    main(["check", "a", *words.split()], Judge())

    assert capsys.readouterr().out.startswith(first)


@pytest.mark.parametrize(
    "words", ["check a --oops --lang ja", "--lang=ja chekc", "check --as-of x a --lang ja"]
)
def test_errors_speak_it_too(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words.split(), Judge()) == 2
    assert "。" in capsys.readouterr().err


def test_errors_speak_the_language_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("my.toml").write_text('lang = "ja"')

    assert main(["check", "a", "--config", "my.toml", "--as-of", "x"], Judge()) == 2
    assert "日付" in capsys.readouterr().err
