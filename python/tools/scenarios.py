"""Run the gate on whole scenarios, as a user would, and hold the output against what was recorded."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bunkaiten import catalogue

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "scenarios"
OUTPUTS: Mapping[str, tuple[str, ...]] = {
    "ja.txt": ("--lang", "ja"),
    "en.txt": ("--lang", "en"),
    "both.txt": ("--lang", "both"),
    "report.json": ("--output", "json"),
}
"""Recorded file -> the options that print it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scenario:
    """A declaration and a deployment, with the command that judges them."""

    folder: Path
    arguments: tuple[str, ...]
    exit_code: int

    def run(
        self, output: str, command: tuple[str, ...] = (sys.executable, "-m", "bunkaiten")
    ) -> tuple[int, str]:
        """Run the scenario in its folder; return the exit code and what was printed."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("BUNKAITEN_")}
        done = subprocess.run(
            [*command, *self.arguments, *OUTPUTS[output]],
            cwd=self.folder,
            env=environment | {"PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"},
            capture_output=True,
            check=False,
        )
        text = (done.stdout + done.stderr).decode("utf-8").replace("\r\n", "\n")
        # every change of a policy changes the digest; what was recorded is about the verdict
        return done.returncode, text.replace(catalogue.load().digest, "0" * 64)

    def recorded(self, output: str) -> Path:
        """Return the file that holds what `output` should be."""
        return self.folder / "expected" / output


def scenarios() -> Iterator[Scenario]:
    """Yield every scenario, in the order of their names."""
    for path in sorted(FOLDER.glob("*/scenario.json")):
        facts = json.loads(path.read_text("utf-8"))
        yield Scenario(folder=path.parent, arguments=tuple(facts["arguments"]), exit_code=facts["exitCode"])
