"""From a JSON Pointer to line and column."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bunkaiten.documents import Parsed, Source, from_object, locate, read

PLAN = (Path(__file__).parents[2] / "fixtures" / "documents" / "plan.json").read_bytes()

JSON = """{
  "apiVersion": "v1", "kind": "A",
  "青": {"b": [1, {"c": 2}]},
  "a/b": {"m~n": 1},
  "\\u0064": [[], [3]],
  "": {"": 0}
}
"""

YAML = """# first
---
# a comment
apiVersion: v1
kind: A
青: &a
  b: [1, {c: 2}]
"a/b": {"m~n": 1}
list:
- x: 1
- *a
-   - 2
merged:
  <<: *a
  own: 1
yes: 1
"""

OBJECTS = """kind: List
apiVersion: v1
items:
- kind: A
  apiVersion: v1
- apiVersion: v1
  kind: B
  metadata:
    name: b
"""


def only(text: str | bytes) -> Parsed:
    data = text if isinstance(text, bytes) else text.encode()
    [document] = read(Source(id="x", data=data)).documents
    return document


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        pytest.param("", (1, 1), id="the-document"),
        pytest.param("/apiVersion", (2, 3), id="key"),
        pytest.param("/kind", (2, 23), id="second-key-of-a-line"),
        pytest.param("/青", (3, 3), id="key-that-is-not-ascii"),
        pytest.param("/青/b/0", (3, 15), id="item"),
        pytest.param("/青/b/1/c", (3, 19), id="key-in-an-item"),
        pytest.param("/a~1b/m~0n", (4, 11), id="escaped-steps"),
        pytest.param("/d/1/0", (5, 19), id="key-written-with-an-escape"),
        pytest.param("//", (6, 8), id="empty-steps"),
        pytest.param("/青/b/2", (3, 9), id="missing-item"),
        pytest.param("/青/b/x/y", (3, 9), id="missing-path"),
        pytest.param("/kind/x", (2, 23), id="below-a-scalar"),
        pytest.param("/z", (1, 1), id="missing-key"),
    ],
)
def test_pointer_into_json_leads_to_its_place(pointer: str, place: tuple[int, int]) -> None:
    assert locate(only(JSON), pointer) == place


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        pytest.param("", (4, 1), id="the-document"),
        pytest.param("/apiVersion", (4, 1), id="key"),
        pytest.param("/青/b", (7, 3), id="key-in-a-block"),
        pytest.param("/青/b/0", (7, 7), id="item"),
        pytest.param("/青/b/1/c", (7, 11), id="key-in-an-item"),
        pytest.param("/a~1b/m~0n", (8, 9), id="escaped-steps"),
        pytest.param("/list/0", (10, 3), id="block-item"),
        pytest.param("/list/1", (11, 3), id="alias"),
        pytest.param("/list/1/b", (7, 3), id="behind-an-alias"),
        pytest.param("/list/2/0", (12, 7), id="item-of-an-item"),
        pytest.param("/merged/own", (15, 3), id="own-key-of-a-merge"),
        pytest.param("/merged/b/1", (7, 10), id="merged-key"),
        pytest.param("/true", (16, 1), id="key-as-kubectl-reads-it"),
        pytest.param("/kind/x", (5, 1), id="below-a-scalar"),
        pytest.param("/list/3/x", (9, 1), id="missing-item"),
        pytest.param("/z", (4, 1), id="missing-key"),
    ],
)
def test_pointer_into_yaml_leads_to_its_place(pointer: str, place: tuple[int, int]) -> None:
    assert locate(only(YAML), pointer) == place


def test_pointer_into_an_item_of_a_list_starts_at_the_item() -> None:
    first, second = read(Source(id="x", data=OBJECTS.encode())).documents

    assert (second.id, second.base) == ("x#1/items/1", "/items/1")
    assert locate(first, "") == (4, 3)
    assert locate(second, "") == (6, 3)
    assert locate(second, "/metadata/name") == (9, 5)
    assert locate(second, "/metadata/labels") == (8, 3)


def test_places_are_known_in_a_stream_that_ends_badly() -> None:
    [document] = read(Source(id="x", data=b"kind: A\napiVersion: v1\n---\n[\n")).documents

    assert locate(document, "/apiVersion") == (2, 1)


def test_object_has_no_places() -> None:
    [document] = from_object({"apiVersion": "v1", "kind": "A"}, "document 1").documents

    assert locate(document, "/kind") == (None, None)


@given(data=st.data())
def test_every_pointer_into_a_real_plan_leads_to_its_own_key(data: st.DataObject) -> None:
    plan = only(json.dumps(json.loads(PLAN), indent=1, ensure_ascii=data.draw(st.booleans())))
    lines = (plan.text or "").split("\n")
    value, steps = plan.value, ""
    while isinstance(value, dict | list) and value:
        step = data.draw(st.sampled_from(sorted(value) if isinstance(value, dict) else range(len(value))))
        value = value[step]
        steps += "/" + str(step).replace("~", "~0").replace("/", "~1")
        line, column = locate(plan, steps)
        assert line is not None
        assert column is not None
        if isinstance(step, str):
            key = lines[line - 1][column - 1 :].rsplit(": ", 1)[0] if value != "" else ""
            assert not key or json.loads(key.split('": ')[0].rstrip('"') + '"') == step
