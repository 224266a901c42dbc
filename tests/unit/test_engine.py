"""What is loaded is whole, or nothing is judged: a policy that is not there denies nothing."""

import json
import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from bunkaiten import Gate, PolicyError, Report, resources

CASE = (
    Path(__file__).parents[2]
    / "fixtures/requirements/self_connected.no_unidentified_destination"
    / "deny-vpn-to-a-stranger-in-the-deployment"
)
IMPORTS = "bunkaiten/catalogue/imports/data.json"


@pytest.fixture
def policies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the policies that is judged by instead of them."""
    for folder in ("policies", "schemas"):
        shutil.copytree(Path(resources.root()) / folder, tmp_path / folder)
    monkeypatch.setattr(resources, "root", lambda: str(tmp_path))
    return tmp_path / "policies"


def _judged() -> Report | tuple[str, str]:
    """Return the report, or the code of the refusal and its sentence.

    In a new thread, which has no engine yet. What holds an engine, as a traceback does, stays there.
    """

    def judged() -> Report | tuple[str, str]:
        try:
            paths = [path for path in CASE.iterdir() if path.name != "expected.json"]
            return Gate().check(paths, as_of="2026-11-22")
        except PolicyError as refusal:
            return refusal.code, str(refusal)

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(judged).result()


def _refusal() -> tuple[str, str]:
    found = _judged()
    assert isinstance(found, tuple)
    return found


def _change(path: Path, change: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | change), "utf-8")


@pytest.mark.parametrize(
    "folder",
    [
        pytest.param("declared/address", id="helper"),
        pytest.param("compared/own", id="comparison"),
        pytest.param("observed/marker", id="what-is-shown"),
        pytest.param("observed/terraform/aws/vpn", id="adapter"),
    ],
)
def test_a_policy_file_that_is_not_there_is_an_error(policies: Path, folder: str) -> None:
    (policies / "bunkaiten" / folder / f"{folder.rpartition('/')[2]}.rego").unlink()

    code, sentence = _refusal()

    assert code == "policies_incomplete"
    assert folder in sentence


def test_a_policy_that_names_what_is_not_loaded_is_an_error(policies: Path) -> None:
    index = json.loads((policies / IMPORTS).read_text("utf-8"))
    stale = {each: [named for named in names if named != "declared/address"] for each, names in index.items()}
    _change(policies / IMPORTS, stale)

    code, sentence = _refusal()

    assert code == "policies_incomplete"
    assert "declared/address" in sentence


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"gate": ["declared/nothing"]}, id="a-name-that-is-not-listed"),
        pytest.param({"gate": None}, id="no-list"),
        pytest.param({"gate": 1}, id="a-number"),
    ],
)
def test_an_index_of_another_shape_is_an_error(policies: Path, change: Mapping[str, Any]) -> None:
    _change(policies / IMPORTS, change)

    assert _refusal()[0] == "catalogue_unreadable"


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"gate"', "{}"])
@pytest.mark.parametrize("table", ["imports", "adapters"])
def test_a_table_that_is_none_is_an_error(policies: Path, table: str, content: str) -> None:
    (policies / "bunkaiten" / "catalogue" / table / "data.json").write_text(content, "utf-8")

    assert _refusal()[0] == "catalogue_unreadable"


def test_a_folder_that_is_listed_and_not_there_is_an_error(policies: Path) -> None:
    shutil.rmtree(policies / "bunkaiten" / "declared" / "address")

    assert _refusal()[0] == "policies_unusable"


@pytest.mark.usefixtures("policies")
def test_a_copy_that_is_whole_judges() -> None:
    report = _judged()

    assert isinstance(report, Report)
    assert report.exit_code == 1


def test_a_requirement_that_is_not_there_is_an_error_and_hides_nothing_else(policies: Path) -> None:
    slug = "duties_are_fulfilled"
    (policies / "bunkaiten" / "requirements" / "self_connected" / slug / f"{slug}.rego").unlink()
    report = _judged()

    assert isinstance(report, Report)
    assert report.exit_code == 4
    assert report.findings
