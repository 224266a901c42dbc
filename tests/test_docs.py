"""Every command and every example of the documentation works as it stands."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMES = ("README", "docs/library", "docs/declaration", "docs/deployments")
PAGES = [ROOT / f"{name}{lang}.md" for name in NAMES for lang in ("", ".ja")]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")

ELSEWHERE = {
    "make test": "CI runs it",
    "pip install .": "tests/test_wheel.py builds, installs and runs the wheel",
}
EXIT_CODE = re.compile(r"  # exit code (\d+)$")
"""What a page says of a command that does not succeed."""


def blocks(language: str) -> list[tuple[Path, str]]:
    return [
        (page, body)
        for page in PAGES
        for lang, body in BLOCK.findall(page.read_text("utf-8"))
        if lang == language
    ]


COMMANDS = [
    pytest.param(page, line.removeprefix("$ "), id=f"{page.name}:{line.removeprefix('$ ')}")
    for page, body in blocks("console")
    for line in body.splitlines()
]
EXAMPLES = [
    pytest.param(page, body, id=f"{page.name}-{number}")
    for number, (page, body) in enumerate(blocks("python"))
]


@pytest.fixture
def desk(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A folder with the page's YAML examples, named as their first line says, and the fixtures."""
    page = request.node.callspec.params["page"]
    for owner, body in blocks("yaml"):
        if owner.stem.split(".")[0] in page.name or owner == page:
            name = body.split(":", 1)[0].removeprefix("# ")
            if owner == page or not (tmp_path / name).exists():
                (tmp_path / name).write_text(body, "utf-8")
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    return tmp_path


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_every_command_works(page: Path, command: str, desk: Path) -> None:  # noqa: ARG001 - `desk` reads it
    if command in ELSEWHERE:
        return
    if command.startswith("make "):
        subprocess.run(command.split(), cwd=ROOT, check=True, capture_output=True)
        return
    told = EXIT_CODE.search(command)
    *changes, words = EXIT_CODE.sub("", command).split(" && ")
    folder = desk / changes[0].removeprefix("cd ") if changes else desk
    program, verb, *rest = words.split()
    assert program == "bunkaiten"

    done = subprocess.run(
        [sys.executable, "-m", "bunkaiten", verb, *rest], cwd=folder, capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (int(told[1]) if told else 0, b"")
    assert done.stdout


@pytest.mark.parametrize(("page", "body"), EXAMPLES)
def test_every_example_runs(page: Path, body: str, desk: Path) -> None:  # noqa: ARG001 - `desk` reads it
    done = subprocess.run(
        [sys.executable, "-c", body],
        cwd=desk,
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONUTF8": "1"},
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


@pytest.mark.parametrize(
    "page", sorted([*PAGES, *ROOT.glob("docs/**/*.md"), ROOT / "CONTRIBUTING.md"]), ids=str
)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_both_languages_show_the_same_commands_and_codes() -> None:
    for pair in zip(PAGES[::2], PAGES[1::2], strict=True):
        english, japanese = (page.read_text("utf-8").replace(" --lang ja", "") for page in pair)
        for pattern in (r"^\$ (.*)$", r"^\| (\d+) \|", r"^\| `([^`]+)`"):
            assert re.findall(pattern, english, re.MULTILINE) == re.findall(pattern, japanese, re.MULTILINE)


def test_the_two_commands_stand_on_the_first_screen() -> None:
    for page in PAGES[:2]:
        first_screen = "\n".join(page.read_text("utf-8").splitlines()[:24])

        assert "$ make demo\n$ make test" in first_screen


def test_every_row_of_the_guideline_is_listed() -> None:
    rows = json.loads((ROOT / "policies" / "guideline.json").read_text("utf-8"))["rows"]
    page = (ROOT / "docs" / "requirements.md").read_text("utf-8")

    assert [name for name, row in rows.items() if f"\n| {name} | " not in page or row["ja"] not in page] == []
