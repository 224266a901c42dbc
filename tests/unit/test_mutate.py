"""The mutation tool: what is changed stands in test_mutants.py."""

import json
import subprocess
from pathlib import Path

import pytest

from tools import mutate
from tools.mutation import pool
from tools.mutation.killers import Outcome

POLICY = """# METADATA
# title: not a rule == 1
package a.limits

# a comment > 1 is never changed
within(x) if x.size < 3

names contains name if {
	some name in input.names
	not name in {"root"}
}
"""
WEAK = """package a.limits_test

import data.a.limits

test_within if limits.within({"size": 1})
"""
STRONG = """package a.limits_test

import data.a.limits

test_within if {
	limits.within({"size": 2})
	not limits.within({"size": 3})
}

test_names if {
	limits.names == {"aoba"} with input as {"names": ["aoba", "root"]}
}
"""
USER = "package a.user\n\nimport data.a.limits\n\nnames := limits.names\n"
USER_TEST = """package a.user_test

import data.a.user

test_names if user.names == {"aoba"} with input as {"names": ["aoba", "root"]}
"""


def project(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / "policies" / "a" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def weak(root: Path) -> Path:
    return project(root, {"limits/limits.rego": POLICY, "limits/limits_test.rego": WEAK})


def strong(root: Path) -> Path:
    return project(root, {"limits/limits.rego": POLICY, "limits/limits_test.rego": STRONG})


def accept(root: Path, *entries: dict[str, str]) -> None:
    path = root / "tests" / "mutation" / "survivors.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(entries), encoding="utf-8")


def test_survivors_of_a_weak_test_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert mutate.main(["--jobs", "1"], weak(tmp_path)) == 1

    printed = capsys.readouterr().out
    assert "SURVIVED policies/a/limits/limits.rego:6 within: shift-comparison\n" in printed
    assert "  - within(x) if x.size < 3\n  + within(x) if x.size <= 3\n" in printed
    assert "SURVIVED policies/a/limits/limits.rego:10 names: remove-not\n" in printed


def test_a_strong_test_kills_every_mutant(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert mutate.main(["--jobs", "2"], strong(tmp_path)) == 0

    printed = capsys.readouterr().out
    assert " 100.0 %  policies/a/limits/limits.rego\n" in printed
    assert "SURVIVED" not in printed


def test_tests_of_a_package_that_uses_the_mutated_one_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path, {"user/user.rego": USER, "user/user_test.rego": USER_TEST})
    mutate.main(["--jobs", "1"], weak(tmp_path))

    assert " names: " not in capsys.readouterr().out


def test_an_accepted_survivor_is_silent_but_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(
        tmp_path,
        {
            "b/b.rego": "package a.b\n\np := 1\n\nq := 2\n",
            "b/b_test.rego": "package a.b_test\n\ntest_p if data.a.b.p == 1\n",
        },
    )
    entry = {"file": "policies/a/b/b.rego", "rule": "q", "reason": "nobody reads it"}
    changes = ["swap-constant: q := 2 => q := 3", "remove-rule: q := 2 => (never holds)"]
    accept(root, *({**entry, "change": change} for change in changes))

    assert mutate.main(["--jobs", "1", "--minimum", "50"], root) == 0
    assert "SURVIVED" not in capsys.readouterr().out
    assert mutate.main(["--jobs", "1"], root) == 1
    assert mutate.main(["--jobs", "1", "--only", str(root / "policies" / "a" / "b")], root) == 0


def test_a_sample_is_always_the_same_and_needs_no_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = weak(tmp_path)
    accept(root, {"file": "policies/gone.rego", "rule": "p", "change": "c", "reason": "r"})
    everything, chosen = [
        (mutate.main(["--list", *some], root), capsys.readouterr().out.splitlines())
        for some in ([], ["--sample", "2"])
    ]

    assert len(chosen[1]) == 2
    assert set(chosen[1]) < set(everything[1])
    assert mutate.main(["--jobs", "1", "--sample", "2", "--minimum", "0"], root) == 0
    assert mutate.main(["--jobs", "1", "--sample", "2", "--minimum", "100"], root) == 1


def test_a_stale_entry_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = strong(tmp_path)
    accept(root, {"file": "policies/gone.rego", "rule": "p", "change": "c", "reason": "r"})

    assert mutate.main(["--jobs", "1"], root) == 1
    assert "STALE in the list of survivors: policies/gone.rego | p | c\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    "entry", [{"file": "f"}, {"file": "f", "rule": "r", "change": "c", "reason": " "}], ids=["keys", "reason"]
)
def test_an_entry_without_its_reason_is_refused(tmp_path: Path, entry: dict[str, str]) -> None:
    accept(tmp_path, entry)

    with pytest.raises(ValueError, match="an entry has file, rule, change and reason"):
        mutate.main([], strong(tmp_path))


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param(
            {"limits/limits_test.rego": WEAK.replace("1}", "9}")}, "tests fail before", id="failing"
        ),
        pytest.param({"limits/limits.rego": "package a.limits\n\np if if\n"}, "limits.rego:3:", id="no-rego"),
    ],
)
def test_nothing_is_judged_on_broken_ground(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str], told: str
) -> None:
    root = project(weak(tmp_path), files)

    assert mutate.main(["--jobs", "1"], root) == 2
    assert told in capsys.readouterr().err


def test_changed_takes_policies_whose_file_or_tests_differ(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(weak(tmp_path), {"same/same.rego": "package a.same\n\np := 1\n"})
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "."], [*identity, "commit", "-q", "-m", "a"]):
        subprocess.run(["git", *command], cwd=root, check=True)
    project(root, {"limits/limits_test.rego": STRONG, "new/new.rego": "package a.new\n\np := 1\n"})

    mutate.main(["--changed", "--list"], root)
    files = {line.partition(":")[0] for line in capsys.readouterr().out.splitlines()}
    assert files == {"policies/a/limits/limits.rego", "policies/a/new/new.rego"}


def test_all_policies_are_taken_where_git_cannot_tell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    mutate.main(["--changed", "no-such-commit", "--list"], weak(tmp_path))

    printed = capsys.readouterr()
    assert printed.out.startswith("policies/a/limits/limits.rego:6 within ")
    assert "all policies" in printed.err


LOOP = "[1 | some i in numbers.range(1, 9999); some j in numbers.range(1, 9999); i == j + 0.5]"


@pytest.mark.parametrize(
    ("rule", "outcome"),
    [
        pytest.param("p := 1", Outcome.SURVIVED, id="same"),
        pytest.param("p := 2", Outcome.KILLED, id="other"),
        pytest.param('p := to_number("a")', Outcome.KILLED, id="error"),
        pytest.param("p := 1 if x", Outcome.INVALID, id="unknown-variable"),
        pytest.param("p := f(1)", Outcome.INVALID, id="unknown-function"),
        pytest.param("p := := 1", Outcome.INVALID, id="no-rego"),
        pytest.param("f(x) := f(x + 1)\np := f(1)", Outcome.CRASHED, id="endless-recursion"),
        pytest.param(f"p := count({LOOP})", Outcome.TIMED_OUT, id="too-slow"),
    ],
)
def test_outcome(tmp_path: Path, rule: str, outcome: Outcome) -> None:
    test = "package a.b_test\n\ntest_p if data.a.b.p == 1\n"
    root = project(tmp_path, {"b/b.rego": "package a.b\n\np := 1\n", "b/b_test.rego": test})
    file = root / "policies" / "a" / "b" / "b.rego"
    tasks = [
        pool.Task(folder=root / "policies", file=file, text=f"package a.b\n\n{text}\n")
        for text in (rule, "p := 1")
    ]

    assert dict(pool.run(tasks, jobs=1, limit=2)) == {0: outcome, 1: Outcome.SURVIVED}
