"""Every test of the policies, one case each, on the engine that ships; and what `opa` says of them."""

import json
import subprocess
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pytest

from bunkaiten import resources
from tools import rego

POLICIES = Path(resources.policies())
TESTED_BY_USERS = (
    "bunkaiten/compared/naming",
    "bunkaiten/observed/kubernetes/",
    "bunkaiten/observed/terraform/",
)
"""Parts of a requirement or an adapter, which mean nothing without it. Another test asks for every line."""
TEXTS = rego.sources()
TESTS = {path: text for path, text in TEXTS.items() if rego.is_test(path)}
TEST_RULES = [(path, rule) for path, text in TESTS.items() for rule in rego.test_rules(text)]


@cache
def policies(*, coverage: bool = False) -> rego.Engine:
    """Return the policies without their tests: what asks for all adapters would run all of theirs."""
    texts = {path: text for path, text in TEXTS.items() if path not in TESTS}
    return rego.load(texts, rego.data(), coverage=coverage)


@lru_cache(maxsize=1)
def engine(path: Path, *, coverage: bool = False) -> rego.Engine:
    """Return the policies with the tests of one file."""
    copy = policies(coverage=coverage).clone()
    copy.add_policy(path.as_posix(), TESTS[path])
    return copy


def test_every_policy_has_tests_beside_it() -> None:
    tested = {
        path.with_name(path.name.replace(rego.TEST_SUFFIX, ".rego")) for path in TEXTS if _has_tests(path)
    }
    policies = {path for path in TEXTS if not rego.is_test(path)}

    untested = {path.parent.relative_to(POLICIES).as_posix() for path in policies - tested}
    assert [folder for folder in sorted(untested) if not folder.startswith(TESTED_BY_USERS)] == []


@pytest.mark.parametrize(("path", "rule"), TEST_RULES, ids=[rule for _, rule in TEST_RULES])
def test_policy(path: Path, rule: str) -> None:
    assert engine(path).eval_rule_as_json(f"data.{rule}") == "true"


def test_every_line_of_the_policies_is_reached_by_their_tests() -> None:
    # a file that nothing reached is in no report at all
    missed: dict[Path, set[int] | None] = {path: None for path in TEXTS if path not in TESTS}
    for path in TESTS:
        for file in _covered(path):
            known = missed.get(Path(file["path"]), set())
            lines = set(file["not_covered"])
            missed[Path(file["path"])] = lines if known is None else known & lines

    assert {
        path.relative_to(POLICIES).as_posix(): "all" if lines is None else sorted(lines)
        for path, lines in missed.items()
        if lines is None or lines
    } == {}


def _covered(path: Path) -> list[dict[str, Any]]:
    """Return which lines of the policies the tests in one file reach."""
    counting = engine(path, coverage=True)
    for rule in rego.test_rules(TESTS[path]):
        with suppress(RuntimeError):  # reported by the test of that rule
            counting.eval_rule_as_json(f"data.{rule}")
    files: list[dict[str, Any]] = json.loads(counting.get_coverage_report_as_json())["files"]
    return [file for file in files if Path(file["path"]) not in TESTS]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["test", "--timeout=60s"], id="test"),
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
