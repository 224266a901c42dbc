"""Two engines, one decision: what ships (regorus) and what others run the policies with (OPA)."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from properties import judging
from properties.author import written
from properties.bases import bases

from bunkaiten import resources

_DECISION = "data.bunkaiten.gate.decision"
_SEEDS = {deployment: seed for seed, deployment in enumerate(judging.DEPLOYMENTS)}


@pytest.mark.parametrize("deployment", judging.DEPLOYMENTS)
def test_both_engines_give_the_same_decision(opa: str, deployment: str, tmp_path: Path) -> None:
    specs = {**bases(), **written(_SEEDS[deployment], 100)}
    envelope = judging.envelope(specs, deployment)
    ours, theirs = _in_order(judging.decide(envelope)), _in_order(_decided_by(opa, envelope, tmp_path))

    assert ours.keys() == theirs.keys()
    for name in ours:
        for word in ours[name]:
            assert ours[name][word] == theirs[name][word], f"{name}: {word}"


@pytest.mark.parametrize("folder", sorted(judging.SCENARIOS.iterdir()), ids=lambda folder: folder.name)
def test_both_engines_give_the_same_decision_on_a_scenario(opa: str, folder: Path, tmp_path: Path) -> None:
    envelope = judging.of_scenario(folder)

    assert _in_order(judging.decide(envelope)) == _in_order(_decided_by(opa, envelope, tmp_path))


def test_both_engines_agree_where_there_is_nothing_to_judge(opa: str, tmp_path: Path) -> None:
    envelope = judging.envelope({})

    assert _in_order(judging.decide(envelope)) == _in_order(_decided_by(opa, envelope, tmp_path))


def _decided_by(opa: str, envelope: Mapping[str, Any], folder: Path) -> Mapping[str, Any]:
    path = folder / "envelope.json"
    path.write_text(json.dumps(envelope), "utf-8")
    # tests left out: to compile them takes many times as long as to decide
    command = [opa, "eval", "--format", "json", "--strict-builtin-errors", "--ignore=*_test.rego"]
    command += ["--data", str(resources.policies()), "--input", str(path), _DECISION]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    decision: Mapping[str, Any] = json.loads(done.stdout)["result"][0]["expressions"][0]["value"]
    return decision


def _in_order(decision: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Return each set as a sorted list of texts: engines write sets in orders of their own."""
    return {
        name: {word: sorted(map(_canonical, found)) for word, found in answer.items()}
        for name, answer in decision.items()
    }


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True)
