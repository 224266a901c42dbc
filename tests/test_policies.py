"""Every test of the policies, one case each, on the engine that ships; and what `opa` says of them."""

import json
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from bunkaiten import resources
from tools import rego

POLICIES = Path(resources.policies())
TEXTS = rego.sources()
TEST_RULES = [rule for path, text in TEXTS.items() if rego.is_test(path) for rule in rego.test_rules(text)]


@pytest.fixture(scope="session")
def engine() -> rego.Engine:
    return rego.load(TEXTS, rego.data())


def test_every_policy_has_tests_beside_it() -> None:
    tested = {
        path.with_name(path.name.replace(rego.TEST_SUFFIX, ".rego")) for path in TEXTS if _has_tests(path)
    }

    assert sorted(tested) == [path for path in TEXTS if not rego.is_test(path)]


@pytest.mark.parametrize("rule", TEST_RULES, ids=TEST_RULES)
def test_policy(engine: rego.Engine, rule: str) -> None:
    assert engine.eval_rule_as_json(f"data.{rule}") == "true"


def test_every_line_of_the_policies_is_reached_by_their_tests() -> None:
    counting = rego.load(TEXTS, rego.data(), coverage=True)
    for rule in TEST_RULES:
        with suppress(RuntimeError):  # reported by the test of that rule
            counting.eval_rule_as_json(f"data.{rule}")
    files = json.loads(counting.get_coverage_report_as_json())["files"]

    # a file that nothing reached is not in the report at all
    missed = dict.fromkeys(TEXTS, "all") | {Path(file["path"]): file["not_covered"] for file in files}
    assert {
        path.relative_to(POLICIES).as_posix(): lines
        for path, lines in missed.items()
        if lines and not rego.is_test(path)
    } == {}


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["test"], id="test"),
        pytest.param(["check", "--strict"], id="check"),
        pytest.param(["fmt", "--list", "--fail"], id="fmt"),
    ],
)
def test_opa_is_content(arguments: list[str], opa: str) -> None:
    done = subprocess.run(
        [opa, *arguments, str(POLICIES)], capture_output=True, text=True, encoding="utf-8", check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def _has_tests(path: Path) -> bool:
    return rego.is_test(path) and bool(rego.test_rules(TEXTS[path]))
