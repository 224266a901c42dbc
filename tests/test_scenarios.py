"""Whole runs, through the command line, against recorded reports. `UPDATE_GOLDEN=1` records them anew."""

import json
import os

import pytest

from bunkaiten import Gate, schemas
from bunkaiten.cli import options
from tools.scenarios import OUTPUTS, Scenario, scenarios

ALL = [pytest.param(scenario, id=scenario.folder.name) for scenario in scenarios()]


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("scenario", ALL)
def test_scenario_gives_what_was_recorded(scenario: Scenario, output: str) -> None:
    code, text = scenario.run(output)

    if os.environ.get("UPDATE_GOLDEN"):
        scenario.recorded(output).write_text(text, "utf-8")
    assert code == scenario.exit_code
    assert text == scenario.recorded(output).read_text("utf-8")


@pytest.mark.parametrize("scenario", ALL)
def test_report_fits_its_schema(scenario: Scenario) -> None:
    report = json.loads(scenario.recorded("report.json").read_text("utf-8"))

    assert schemas.faults("report", report) == ()


@pytest.mark.parametrize("scenario", ALL)
def test_no_secret_of_a_deployment_is_printed(scenario: Scenario) -> None:
    given = [
        word for word in scenario.arguments if word.endswith((".json", ".yaml")) and "declaration" not in word
    ]
    if not given:
        assert "--declarations-only" in scenario.arguments
        return

    assert any("not-a-real-key" in (scenario.folder / name).read_text("utf-8") for name in given)
    assert not any("not-a-real-key" in scenario.run(output)[1] for output in OUTPUTS)


@pytest.mark.parametrize("scenario", ALL)
def test_library_and_command_line_give_the_same_findings(
    scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = options.parse(scenario.arguments)
    monkeypatch.chdir(scenario.folder)
    report = Gate().check(
        line.arguments,
        plans=line.flags.get("--plan", ()),
        as_of=line.flags["--as-of"],
        declarations_only="--declarations-only" in line.flags,
    )
    printed = json.loads(scenario.recorded("report.json").read_text("utf-8"))

    assert [found.fingerprint for found in report.findings] == [
        found["fingerprint"] for found in printed["findings"]
    ]
    assert report.exit_code == scenario.exit_code == printed["exitCode"]
