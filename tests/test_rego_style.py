"""The policies keep to the style of the house, and every fault against it is found."""

from pathlib import Path, PurePosixPath

import pytest

from bunkaiten import resources
from tools import rego, rego_style
from tools.rego_style import Check, File

POLICIES = Path(resources.policies())
TEXTS = rego.sources()
NAMES = {path.relative_to(POLICIES).as_posix(): text for path, text in TEXTS.items()}
PACKAGES = frozenset(rego.package(text) for text in TEXTS.values()) | frozenset(
    ".".join(path.parent.relative_to(POLICIES).parts) for path in POLICIES.rglob("data.json")
)


@pytest.mark.parametrize("check", rego_style.CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("path", NAMES)
def test_file_keeps_to_the_style(path: str, check: Check) -> None:
    faults = list(check(File(path=PurePosixPath(path), text=NAMES[path], packages=PACKAGES)))

    assert not faults, "\n".join(f"{path}: {fault}" for fault in faults)


HEAD = "# METADATA\n# title: A\n# description: B\npackage a.requirements.b.c\n\n"
SHORT = "\n".join(f"\tinput.x != {number}" for number in range(20))
LONG = "\n".join(f"\tinput.x != {number}" for number in range(41))


@pytest.mark.parametrize(
    ("check", "path", "text", "faults"),
    [
        pytest.param(
            rego_style.banned_builtin,
            "c.rego",
            'deny if http.send({"url": "print("})',
            ["http.send is banned"],
        ),
        pytest.param(
            rego_style.banned_builtin,
            "c.rego",
            "deny if time.now_ns() > 1 # rand.intn",
            ["time.now_ns is banned"],
        ),
        pytest.param(
            rego_style.banned_builtin, "c.rego", "deny if { print(1); x.print }", ["print is banned"]
        ),
        pytest.param(
            rego_style.repeated_key,
            "c.rego",
            '_x := {"a": 1, "b": {"a": 1}, `a`: 2, a: 3, "c": "a"}',
            ["6: a stands twice"],
        ),
        pytest.param(
            rego_style.sprintf_verb, "c.rego", '_x := sprintf("%s%5d%%", [1])', ["6: sprintf with %5"]
        ),
        pytest.param(
            rego_style.sprintf_verb,
            "c.rego",
            "_x(f) := sprintf(f, [])",
            ["6: the format of sprintf is not written out"],
        ),
        pytest.param(rego_style.public_rule, "c.rego", "deny := 1\nhelp := 2\n_y := 1", ["help is public"]),
        pytest.param(
            rego_style.order,
            "c.rego",
            "_x := 1\ndeny := 2\napplies := 3",
            ["deny stands after _x", "applies stands after deny"],
        ),
        pytest.param(rego_style.folder_repeats_package, "d.rego", "", ["the file should be c.rego"]),
        pytest.param(
            rego_style.folder_repeats_package,
            "c_test.rego",
            "",
            ["the package should be a_test.requirements.b.c"],
        ),
        pytest.param(
            rego_style.size, "c.rego", f"deny if {{\n{SHORT}\n}}", ["deny has 22 lines, more than 20"]
        ),
        pytest.param(
            rego_style.size, "c_test.rego", f"test_x if {{\n{LONG}\n}}", ["test_x has 43 lines, more than 40"]
        ),
        pytest.param(rego_style.size, "c.rego", "\n" * 119, ["121 lines without METADATA, more than 120"]),
        pytest.param(rego_style.size, "c.rego", "#" * 121, ["6: longer than 120"]),
        pytest.param(
            rego_style.same_name,
            "c_test.rego",
            "test_a if true\ntest_a if false\nx if 1\nx if 2",
            ["test_a stands 2 times"],
        ),
        pytest.param(rego_style.imports, "c.rego", "import data.a.b.rule", ["data.a.b.rule is no package"]),
        pytest.param(
            rego_style.table_with_some,
            "c_test.rego",
            "test_a if {\n\tsome x in [1]\n\tx > 0\n}",
            ["7: `some` passes if one case holds: use `every`"],
        ),
    ],
)
def test_fault_is_found(check: Check, path: str, text: str, faults: list[str]) -> None:
    file = File(path=PurePosixPath("a/requirements/b/c") / path, text=HEAD + text)

    assert list(check(file)) == faults


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("package a", "does not begin with a METADATA block that touches the package", id="none"),
        pytest.param(
            "# METADATA\n# title: a\n\npackage a",
            "does not begin with a METADATA block that touches the package",
            id="detached",
        ),
        pytest.param("# METADATA\n# title: a\npackage a", "METADATA has no description", id="no-description"),
    ],
)
def test_missing_metadata_is_found(text: str, fault: str) -> None:
    assert list(rego_style.metadata(File(path=PurePosixPath("a/a.rego"), text=text))) == [fault]


RULES = "package a\n_rule if input.x\n_set contains 1\n_holds(x, y) if x == y\np(x, y, z) if not "


@pytest.mark.parametrize(
    ("negated", "good"),
    [
        ("x.y.z", True),
        ("_rule", True),
        ('input.x["y"]', True),
        ("x.y[z]", True),
        ("_holds(x)", True),
        ('_holds(x, "y")', True),
        ("x.y[z.w]", False),
        ("_holds(x.y)", False),
        ("x.y <= 3", False),
        ("x in y", True),
        ("x in _set", True),
        ("x in _rule", False),
        ("x in y.z", False),
        ("x.y in z", False),
        ("(x in y.z)", False),
    ],
)
def test_negation(negated: str, good: bool) -> None:  # noqa: FBT001 - a column of the table
    file = File(path=PurePosixPath("a/a.rego"), text=RULES + negated)

    assert (not list(rego_style.negation(file))) is good


@pytest.mark.parametrize(
    ("rule", "faults"),
    [
        ("f(a) := path.all[a]", ["path.all: give the function what it needs, or ask in a rule"]),
        ("f(a) := path.of(a)", []),
        ("f := path.all", []),
        ('f(a) := a == "path.all"', []),
    ],
)
def test_function_does_not_reach_for_a_rule_of_another_package(rule: str, faults: list[str]) -> None:
    text = f"package a.d\n\nimport data.x.path\n\n{rule}\n"

    assert list(rego_style.rule_of_another_package(File(path=PurePosixPath("a/d.rego"), text=text))) == faults


@pytest.mark.parametrize(
    ("rule", "faults"),
    [
        ("f(x) := t[y] if { y := x } else := 1", ["6: [y]: pick in the body, beside an else"]),
        ("r := {1: t[y].z} if { some y in x } else := 1", ["6: [y]: pick in the body, beside an else"]),
        ("f(x) := t[y] if { y := x }", []),
        ("f(x) := t[x] if { x > 1 } else := 1", []),
        ("f(x) := t[x.y] if { x > 1 } else := 1", []),
        ("f(x) := 1 if { x > 1 } else := t[y] if { y := x }", []),
        ("f(x) := [t[y] | some y in x] if { x != [] } else := 1", []),
        ("r := t[s] if { x > 1 } else := 1\ns := 1", []),
    ],
)
def test_head_picks_nothing_by_a_variable_of_the_body(rule: str, faults: list[str]) -> None:
    file = File(path=PurePosixPath("a/a.rego"), text=f"package a\n\nt := {{1: 2}}\nx := [1]\n\n{rule}\n")

    assert list(rego_style.local_in_head(file)) == faults
