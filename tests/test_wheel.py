"""The wheel carries policies and schemas, and judges both scenarios from anywhere."""

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.scenarios import scenarios

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", str(folder), str(ROOT)], check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The command, installed into an empty environment with what it needs at run time and nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    yield programs / "bunkaiten"
    shutil.rmtree(folder)


def test_wheel_carries_policies_and_schemas_and_no_tools(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert "bunkaiten/resources/policies/bunkaiten/gate/gate.rego" in names
    assert "bunkaiten/resources/schemas/demarcation.schema.json" in names
    assert "bunkaiten/py.typed" in names
    assert {name.split("/")[0] for name in names} == {"bunkaiten", "bunkaiten-0.1.0.dist-info"}


def test_both_scenarios_are_judged_from_the_root(installed: Path) -> None:
    for scenario in scenarios():
        arguments = [
            str(scenario.folder / word) if (scenario.folder / word).exists() else word
            for word in scenario.arguments
        ]

        done = subprocess.run(
            [installed, *arguments, "-o", "json"], cwd="/", capture_output=True, check=False
        )

        recorded = json.loads(scenario.recorded("report.json").read_text("utf-8"))
        assert done.stderr == b""
        assert done.returncode == scenario.exit_code
        assert [found["fingerprint"] for found in json.loads(done.stdout)["findings"]] == [
            found["fingerprint"] for found in recorded["findings"]
        ]
