"""The policies on raw documents, as other engines hand them over: the same decision, and no pass unread."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bunkaiten import acceptance, catalogue, engine, resources
from bunkaiten.documents import Source, read
from bunkaiten.envelope import Context
from tools import rego

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "fixtures" / "deployments" / "aws" / "security_groups" / "plan.json"
SCENARIO = ROOT / "fixtures" / "scenarios" / "own-routers-consistent"
QUERY = "data.bunkaiten.envelope"


@pytest.fixture(scope="module")
def policies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the policies as a user of OPA would load them: without their tests."""
    folder = tmp_path_factory.mktemp("policies")
    root = Path(resources.policies())
    for path in [*root.rglob("*.rego"), *root.rglob("data.json")]:
        if not rego.is_test(path):
            target = folder / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return folder


def asked(opa: str, policies: Path, data: Path, given: Path, rule: str) -> Any:  # noqa: ANN401 - any JSON
    arguments = [opa, "eval", "-f", "raw", "-d", str(policies), "-d", str(data), "-i", str(given)]
    done = subprocess.run([*arguments, f"{QUERY}.{rule}"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def gates(documents: list[Path], declared: Path) -> dict[str, Any]:
    """Return what our engine says of the same documents."""
    given = [
        document
        for path in [*documents, declared]
        for document in read(
            Source(id="plan" if path in documents else "d", data=path.read_bytes())
        ).documents
    ]
    context = Context(as_of="2026-11-22", edition="mhlw-4", declarations_only=False)
    loaded = acceptance.accept(given, context)
    assert loaded.problems == ()
    judge = engine.current()
    judge.load(loaded.envelope.text())
    return dict(judge.decision())


def test_raw_plan_gets_the_decision_of_the_gate(opa: str, policies: Path, tmp_path: Path) -> None:
    declared = SCENARIO / "declaration.yaml"
    spec = read(Source(id="d", data=declared.read_bytes())).documents[0].value["spec"]
    data = tmp_path / "data.json"
    data.write_text(
        json.dumps({"declarations": {"chubu-referral": spec}, "bunkaiten_context": {"as_of": "2026-11-22"}}),
        "utf-8",
    )

    theirs = asked(opa, policies, data, PLAN, "decision")
    ours = gates([PLAN], declared)

    assert ordered(theirs) == ordered(ours)
    assert theirs["product.crossings_are_declared"]["applies"]


def test_raw_plan_that_nobody_declared_is_denied_in_words(opa: str, policies: Path, tmp_path: Path) -> None:
    data = tmp_path / "data.json"
    data.write_text("{}", "utf-8")

    found = asked(opa, policies, data, PLAN, "deny")

    known = {entry.id for entry in map(catalogue.load().__getitem__, catalogue.load().ids)}
    assert found
    assert {words["requirement"] for words in found} <= known
    assert all("{" not in words["msg"] for words in found)


def test_raw_input_that_is_nothing_known_is_no_pass(opa: str, policies: Path, tmp_path: Path) -> None:
    given = tmp_path / "given.json"
    given.write_text('{"some": "thing"}', "utf-8")

    found = asked(opa, policies, given, given, "deny")

    assert [words["msg"] for words in found] == [
        "bunkaiten: nothing was judged: the input is no Terraform plan and no Kubernetes object."
    ]


def ordered(decision: dict[str, Any]) -> dict[str, Any]:
    return {
        name: {
            rule: sorted(found, key=lambda each: json.dumps(each, sort_keys=True))
            for rule, found in said.items()
        }
        for name, said in decision.items()
    }
