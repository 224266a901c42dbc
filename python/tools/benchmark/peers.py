"""What we are compared with: an interpreter that imports what a checker needs, and `opa eval`."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bunkaiten import resources
from tools import opa
from tools.benchmark.measure import BenchmarkError, Command, told

_VALIDATOR = "jsonschema-rs==0.60.3"
_DECISION = "data.bunkaiten.gate.decision"


def imports(folder: Path) -> tuple[str, Command]:
    """Return the interpreter that only imports, and how it is called in the table.

    The validator is no dependency of ours. Where it cannot be had, the comparison
    goes without it, which asks more of us.
    """
    modules = ["argparse", "yaml", "regorus"]
    environment = {}
    if importlib.util.find_spec("jsonschema_rs"):
        modules.append("jsonschema_rs")
    elif cached := _validator():
        modules.append("jsonschema_rs")
        environment["PYTHONPATH"] = str(cached)
    else:
        print("jsonschema_rs cannot be installed: compared without it, which is stricter", file=sys.stderr)
    names = ", ".join(modules)
    command = Command(
        arguments=(sys.executable, "-c", f"import {names}"), folder=folder, environment=environment
    )
    return f"import {names}", command


def evaluation(policies: Path, envelope: Path) -> Command | None:
    """Return `opa eval` of the gate's one query, or None if there is no `opa`.

    Raise `BenchmarkError` if there is none where the environment says CI.
    """
    program = opa.find()
    if program is None:
        if os.environ.get("CI"):
            raise BenchmarkError("opa is not installed")
        print("bench: opa is not installed: the comparisons with it were left out", file=sys.stderr)
        return None
    arguments = (program, "eval", "--fail", "--data", str(policies), "--input", str(envelope), _DECISION)
    return Command(arguments=arguments, folder=policies)


def policies(folder: Path) -> Path:
    """Copy what our engine loads of the policies below `folder`: no tests, and no data but the catalogue."""
    copy = folder / "policies"
    left_out = shutil.ignore_patterns("*_test.rego")
    shutil.copytree(Path(resources.policies()) / "bunkaiten", copy / "bunkaiten", ignore=left_out)
    return copy


def build_envelope(documents: list[str], folder: Path, to: Path) -> Path:
    """Write what our engine would be given for `documents`, paths seen from `folder`, to the file `to`."""
    told("tools.benchmark.envelopes", str(to), *documents, folder=folder)
    return to


def _validator() -> Path | None:
    """Return the folder outside the checkout that holds the validator, filled at the first call."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    folder = cache / "bunkaiten" / f"{_VALIDATOR}-python{version}"
    if (folder / "jsonschema_rs").is_dir():
        return folder
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    done = subprocess.run([*pip, "--no-deps", "--target", str(folder), _VALIDATOR], check=False)
    return folder if done.returncode == 0 else None
