"""The program as a person starts it: a process with its streams, its environment and its signals."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCENARIOS = ROOT / "fixtures" / "scenarios"
CONTRADICTED = str(SCENARIOS / "own-routers-contradicted" / "declaration.yaml")
JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")

COMMANDS = ("", "check", "draft", "explain", "rules", "schema", "version", "help")


def environment(**changes: str) -> Mapping[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT / "python"), "PYTHONIOENCODING": "utf-8"} | changes


def bunkaiten(
    *words: str, cwd: Path | None = None, stdin: bytes = b"", **changes: str
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "bunkaiten", *words],
        cwd=cwd or ROOT / "tests",
        env=environment(**changes),
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
    )


def sentences(output: bytes) -> list[str]:
    """Return the lines that are more than words of the program itself."""
    return [line for line in output.decode().splitlines() if line and not re.match(r"^  -|^  [A-Z]+$", line)]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_the_language_of_the_locale(command: str) -> None:
    words = [*filter(None, [command]), "--help"]
    english = bunkaiten(*words, LANG="C.UTF-8")
    japanese = bunkaiten(*words, LANG="ja_JP.UTF-8")

    assert (english.returncode, japanese.returncode, english.stderr, japanese.stderr) == (0, 0, b"", b"")
    assert [line for line in sentences(english.stdout) if JAPANESE.search(line)] == []
    assert [line for line in sentences(japanese.stdout) if not JAPANESE.search(line)] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param("chekc x", 2, id="misspelt-command"),
        pytest.param("check x --falion never", 2, id="misspelt-option"),
        pytest.param("check x --fail-on nver", 2, id="misspelt-word"),
        pytest.param("check x --as-of", 2, id="value-missing"),
        pytest.param("check", 2, id="nothing-given"),
        pytest.param("", 2, id="nothing"),
        pytest.param("explain 4.3-1a2-80", 2, id="misspelt-id"),
        pytest.param("schema x", 2, id="unknown-kind"),
        pytest.param("check x --config nowhere.toml", 2, id="no-file"),
        pytest.param("rules -o json=nowhere/r.json", 2, id="unwritable"),
        pytest.param("check x --edition mhlw-9", 2, id="unknown-edition"),
    ],
)
def test_an_error_is_one_line_a_language_and_nothing_on_stdout(words: str, code: int) -> None:
    run = bunkaiten(*words.split(), "--lang", "both")

    assert (run.returncode, run.stdout) == (code, b"")
    english, japanese = run.stderr.decode().splitlines()
    assert english.startswith("bunkaiten: ")
    assert not JAPANESE.search(english)
    assert JAPANESE.search(japanese)


@pytest.mark.parametrize("encoding", ["cp932", "ascii", "latin-1", "utf-16"])
def test_a_console_that_is_not_utf8_loses_nothing(encoding: str) -> None:
    plain = bunkaiten("check", CONTRADICTED, "--lang", "both")
    there = bunkaiten("check", CONTRADICTED, "--lang", "both", PYTHONIOENCODING=encoding)

    def readable(text: str) -> str:
        escape = re.compile(r"\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\U[0-9a-f]{8}")
        return escape.sub(lambda match: chr(int(match[0].lstrip("\\xuU"), 16)), text)

    assert there.returncode == plain.returncode == 1
    assert readable(there.stdout.decode(encoding)) == plain.stdout.decode()
    assert there.stderr == b""


@pytest.mark.parametrize("encoding", ["cp932", "ascii"])
def test_json_is_json_on_every_console(encoding: str) -> None:
    plain = bunkaiten("check", CONTRADICTED, "-o", "json")
    there = bunkaiten("check", CONTRADICTED, "-o", "json", PYTHONIOENCODING=encoding)

    assert json.loads(there.stdout.decode("ascii")) == json.loads(plain.stdout.decode())


@pytest.mark.parametrize("words", ["check x --oops --lang ja", "--lang ja"])
def test_errors_reach_a_console_that_is_not_utf8(words: str) -> None:
    run = bunkaiten(*words.split(), PYTHONIOENCODING="ascii")

    assert run.returncode == 2
    assert run.stderr.startswith(b"bunkaiten: ")
    assert b"\\u" in run.stderr


def test_colour_is_for_terminals() -> None:
    assert b"\x1b[" not in bunkaiten("check", CONTRADICTED).stdout
    assert b"\x1b[" in bunkaiten("check", CONTRADICTED, "--color", "always").stdout


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no such terminals")
@pytest.mark.parametrize(
    ("changes", "coloured"),
    [
        pytest.param({"TERM": "xterm"}, True, id="terminal"),
        pytest.param({"TERM": "xterm", "NO_COLOR": "1"}, False, id="no-color"),
        pytest.param({"TERM": "xterm", "NO_COLOR": ""}, True, id="no-color-empty"),
        pytest.param({"TERM": "dumb"}, False, id="dumb"),
        pytest.param({"TERM": "xterm", "BUNKAITEN_COLOR": "never"}, False, id="never"),
    ],
)
def test_no_color_is_respected_on_a_terminal(changes: dict[str, str], coloured: bool) -> None:  # noqa: FBT001 - a table
    ours, theirs = os.openpty()
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        command = [sys.executable, "-m", "bunkaiten", "rules"]
        run = subprocess.Popen(command, env=environment(**changes), stdout=theirs, stderr=subprocess.PIPE)
        os.close(theirs)
        seen = terminal.read(200)
        while _more(terminal):
            pass
        _, err = run.communicate(timeout=60)

    assert (run.returncode, err) == (0, b"")
    assert (b"\x1b[" in seen) == coloured


def _more(terminal: object) -> bytes:
    try:
        return terminal.read(4096)  # type: ignore[attr-defined,no-any-return]
    except OSError:  # Linux says so when the other side is closed
        return b""


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-m", "bunkaiten", "check", CONTRADICTED, "-o", "json"]
    for _ in range(3):
        run = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert run.stdout
        run.stdout.close()
        assert run.stderr
        err = run.stderr.read()
        run.stderr.close()

        assert (run.wait(60), err) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk at hand")
def test_a_full_disk_is_said() -> None:
    command = [sys.executable, "-m", "bunkaiten", "rules"]
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(command, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False)

    assert run.returncode == 2
    assert b"Standard output cannot be written (ENOSPC): the disk is full" in run.stderr
    assert run.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_an_interrupt_ends_it_with_one_line() -> None:
    command = [sys.executable, "-m", "bunkaiten", "check", "-"]
    run = subprocess.Popen(
        command, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert run.stdin
    # it has come to reading once it has taken more than a pipe holds
    run.stdin.write(b" " * 1_000_000)
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=60)

    assert (run.returncode, out) == (130, b"")
    assert err == b"bunkaiten: Interrupted. Nothing was decided.\n"


def test_what_comes_in_on_standard_input_is_judged_and_named_by_a_dash() -> None:
    run = bunkaiten("check", "-", "-o", "json", stdin=Path(CONTRADICTED).read_bytes())

    report = json.loads(run.stdout)
    assert run.returncode == 1
    assert {each["id"].partition("#")[0] for each in report["documents"]} == {"-"}
    assert report["findings"] != []


@pytest.mark.parametrize("output", ["text", "json"])
def test_two_runs_give_the_same_bytes(output: str) -> None:
    words = ("check", CONTRADICTED, "--as-of", "2026-11-22", "-o", output, "--lang", "both")

    assert bunkaiten(*words, PYTHONHASHSEED="1").stdout == bunkaiten(*words, PYTHONHASHSEED="2").stdout


def test_nothing_is_written_where_nobody_asked(tmp_path: Path) -> None:
    bunkaiten("check", CONTRADICTED, cwd=tmp_path)

    assert list(tmp_path.iterdir()) == []
