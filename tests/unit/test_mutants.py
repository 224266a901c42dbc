import pytest

from tools.mutation import mutants
from tools.mutation.operators import OPERATORS

CASES = [
    pytest.param("drop-expression", "p if { x; f(1) }", ["p if { true; f(1) }", "p if { x; true }"]),
    pytest.param("drop-expression", "p if { true; some x; q[x] }", ["p if { true; some x; true }"]),
    pytest.param("drop-expression", "p := {x | some x in y}", []),
    pytest.param("drop-expression", "p contains x if x := 1", []),
    pytest.param("drop-expression", "p if { [_, x] := y; some z in x }", ["p if { [_, x] := y; true }"]),
    pytest.param("negate-expression", "p if { x.y; a := 1; not b }", ["p if { not x.y; a := 1; not b }"]),
    pytest.param("remove-not", "p if { not f(x) }", ["p if { f(x) }"]),
    pytest.param("every-to-some", "p if { every x in y { x > 1 } }", ["p if { some x in y; x > 1 }"]),
    pytest.param("every-to-some", "p if every x in y { x > 1 }", ["p if { some x in y; x > 1 }"]),
    pytest.param("swap-constant", 'p := "日本"', ['p := "mutated"']),
    pytest.param("swap-constant", "p := [-1, 2.5]", ["p := [0, 2.5]", "p := [-1, 3.5]"]),
    pytest.param("swap-constant", "default p := false", ["default p := true"]),
    pytest.param("swap-constant", 'f("a") := `b`', ['f("a") := "mutated"', 'f("mutated") := `b`']),
    pytest.param(
        "swap-constant", 'p if x["語"] == "b"', ['p if x["mutated"] == "b"', 'p if x["語"] == "mutated"']
    ),
    pytest.param("shift-comparison", "p if (x) < 1", ["p if (x) <= 1"]),
    pytest.param("shift-comparison", "p if x >= 1", ["p if x > 1"]),
    pytest.param("shift-comparison", "p := x != 1", ["p := x == 1"]),
    pytest.param("swap-operator", "p := {1} | (x & y)", ["p := {1} & (x & y)", "p := {1} | (x | y)"]),
    pytest.param("swap-operator", "p := (x + 1) * 2", ["p := (x + 1) / 2", "p := (x - 1) * 2"]),
    pytest.param("drop-operand", "p := x | set()", ["p := (x)", "p := (set())"]),
    pytest.param("drop-operand", "p := (x - y) - z", ["p := (x - y)", "p := ((x)) - z"]),
    pytest.param("remove-rule", "default p := 1", ["(removed)"]),
    pytest.param("remove-rule", "p contains x if some x in y", ["(never holds)"]),
    pytest.param(
        "misspell-field", "p := x.a[y.b].c", ["p := x.a[y.b].c_", "p := x.a_[y.b].c", "p := x.a[y.b_].c"]
    ),
    pytest.param("misspell-field", "p := object.get(x, 1, 2)", []),
    pytest.param("drop-else", "p := 1 if x\nelse := 2 if y\nelse := 3", ["(removed)", "(removed)"]),
    pytest.param("swap-branches", 'p := "a" if x\nelse := "b" if y\nelse := "c"', ['"b" before "a"']),
    pytest.param("swap-branches", "p := 1 if x\nelse := 1 if y", []),
    pytest.param("drop-element", "p := {1}", ["p := set()"]),
    pytest.param("drop-element", "p := [[1], x,]", ["p := [x,]", "p := [[1],]", "p := [[], x,]"]),
    pytest.param("drop-element", 'p := {"a": 1, "b": {}}', ['p := {"b": {}}', 'p := {"a": 1}']),
    pytest.param("drop-element", "p := {x | some x in [1]}", ["p := {x | some x in []}"]),
]


@pytest.mark.parametrize(
    ("operator", "rule", "changed"),
    CASES,
)
def test_operator(operator: str, rule: str, changed: list[str]) -> None:
    found = [one for one in mutants.of(f"package a\n\n{rule}\n", "a.rego") if one.operator == operator]

    assert [one.mutated for one in found] == changed


def test_every_operator_is_tested() -> None:
    assert {case.values[0] for case in CASES} == OPERATORS.keys()


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("p := x", "p := x if false"),
        ("p := x if y\nelse := 2", "p := x if { false\ny }"),
        ("p contains x if {\n\tsome x in y\n}", "p contains x if { false\n\n\tsome x in y\n}"),
    ],
)
def test_a_removed_rule_keeps_its_variables_and_loses_its_branches(rule: str, text: str) -> None:
    found = mutants.of(f"package a\n\n{rule}\n", "a.rego")

    assert f"package a\n\n{text}\n" in [one.text for one in found if one.operator == "remove-rule"]


def test_branches_are_swapped_with_their_conditions() -> None:
    found = mutants.of('package a\n\np := {"k": 1, "l": 2} if { x } else := 2 if { y > 1 }\n', "a.rego")

    swapped = [one.text for one in found if one.operator == "swap-branches"]
    assert swapped == ['package a\n\np := 2 if { y > 1 } else := {"k": 1, "l": 2} if { x }\n']


def test_changes_that_read_the_same_are_numbered() -> None:
    found = mutants.of("package a\n\np if x == 1\n\np if x == 1\n", "a.rego")

    assert [one.change for one in found if one.operator == "shift-comparison"] == [
        "shift-comparison: p if x == 1 => p if x != 1",
        "shift-comparison: p if x == 1 => p if x != 1 (no. 2)",
    ]
