"""What packages refer to, read from their text."""

from collections.abc import Mapping

import pytest

from bunkaiten.errors import PolicyError
from tools import imports


def indexed(monkeypatch: pytest.MonkeyPatch, texts: Mapping[str, str]) -> Mapping[str, list[str]]:
    monkeypatch.setattr(imports, "texts", lambda: texts)
    return imports.index()


def test_a_package_is_named_by_an_import_or_in_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    found = indexed(
        monkeypatch,
        {
            "declared/path": "import data.bunkaiten.declared.word\n\na := data.bunkaiten.tables.of.b\n",
            "declared/word": "",
            "declared": "",
            "tables": "",
        },
    )

    assert found["declared/path"] == ["declared/word", "tables"]
    assert found["declared/word"] == []


def test_comments_and_oneself_are_no_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a": "# data.bunkaiten.b\nx := data.bunkaiten.a.y\n", "b": ""}

    assert indexed(monkeypatch, texts) == {"a": [], "b": []}


def test_whatever_lies_below_a_variable_is_loaded_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = {"shown": "x := data.bunkaiten.observed.terraform[_]\n", "observed/terraform/aws/vpn": ""}

    assert indexed(monkeypatch, texts)["shown"] == []


def test_a_table_of_types_comes_with_its_cloud(monkeypatch: pytest.MonkeyPatch) -> None:
    table = "observed/resource_types/kubernetes"
    texts = {"a": "x := data.bunkaiten.observed.resource_types.kubernetes.Service\n", table: ""}

    assert indexed(monkeypatch, texts)["a"] == []


def test_what_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PolicyError, match=r"shown: data\.bunkaiten\.observd\.binding"):
        indexed(monkeypatch, {"shown": "x := data.bunkaiten.observd.binding.of\n", "observed/binding": ""})
