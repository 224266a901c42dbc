"""The quick way through YAML gives what the careful way gives, or nothing."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bunkaiten.documents import yaml_graph, yaml_plain, yaml_text
from bunkaiten.documents.faults import Fault
from bunkaiten.documents.yaml_values import value_of

ROOT = Path(__file__).parents[2]
DECLARATIONS = sorted(ROOT.glob("fixtures/**/*.yaml"))
HEAD = "apiVersion: bunkaiten.dev/v1\n"

words = st.text(st.sampled_from("ab0-9.~:#'\"&*!|>%@`{}[], \t\nyesno<<=-eE+青病"), max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


def carefully(text: str) -> list[object] | None:
    try:
        return [value_of(root) for root in yaml_graph.documents(text)]
    except Fault:
        return None


def agrees(text: str) -> bool:
    quick = yaml_plain.declaration(text)
    if quick is None:
        return True
    here, there = yaml_plain.PlainPlaces(text, quick), yaml_text.YamlPlaces(yaml_text.Stream(text), 1)
    ways = [*steps_in(quick.value), ["spec", "absent"], ["absent"]]
    return json.dumps([quick.value]) == json.dumps(carefully(text)) and all(
        here.locate(steps) == there.locate(steps) for steps in ways
    )


def steps_in(value: object) -> Iterator[list[str]]:
    yield []
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in inside:
        yield from ([str(step), *rest] for rest in steps_in(child))


@pytest.mark.parametrize("path", DECLARATIONS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_fixture_is_read_alike(path: Path) -> None:
    assert agrees(path.read_text("utf-8"))


def test_an_ordinary_declaration_is_read_quickly() -> None:
    path = ROOT / "fixtures" / "scenarios" / "own-routers-consistent" / "declaration.yaml"

    assert yaml_plain.declaration(path.read_text("utf-8")) is not None


@given(values)
def test_any_value_is_read_alike(value: object) -> None:
    assert agrees(HEAD + yaml.safe_dump({"spec": value}, allow_unicode=True))


@given(words, words)
def test_any_text_is_read_alike(key: str, value: str) -> None:
    assert agrees(f"{HEAD}{key}: {value}\n")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: &x 1\nb: *x\n", id="alias"),
        pytest.param("a: !!str 1\n", id="tag"),
        pytest.param("a: &x {}\n", id="anchored-map"),
        pytest.param("<<: {a: 1}\n", id="merge"),
        pytest.param("a: 1\na: 2\n", id="key-twice"),
        pytest.param("? [a]\n: 1\n", id="list-as-key"),
        pytest.param("a: 1\n---\nb: 2\n", id="two-documents"),
        pytest.param("a: [1\n", id="no-end"),
        pytest.param("a: 99999999999999999999\n", id="large-number"),
        pytest.param("a: " + "[" * 101 + "]" * 101 + "\n", id="deep"),
    ],
)
def test_what_is_unusual_is_left_to_the_careful_way(text: str) -> None:
    assert yaml_plain.declaration(HEAD + text) is None


@pytest.mark.parametrize("text", ["apiVersion: v1\nkind: Pod\n", "a: 'apiVersion: bunkaiten.dev/v1'\n", ""])
def test_what_is_no_declaration_is_left_to_the_careful_way(text: str) -> None:
    assert yaml_plain.declaration(text) is None
