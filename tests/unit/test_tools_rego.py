from pathlib import Path

from tools import rego


def test_data_stands_at_the_path_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "data.json").write_text('{"c": 1}')
    (tmp_path / "other.json").write_text('{"d": 2}')

    assert rego.data(tmp_path) == {"a": {"b": {"c": 1}}}


def test_closure_follows_imports_and_references_by_variable() -> None:
    texts: dict[Path, str] = {
        Path("gate.rego"): "package g\n\np if data.r[x].deny\n",
        Path("r_a.rego"): "package r.a\n\nimport data.lib\n",
        Path("lib.rego"): "package lib\n\n# data.unrelated\n",
        Path("unrelated.rego"): "package unrelated\n",
    }

    assert rego.closure(texts, [Path("gate.rego")]) == {Path(f"{n}.rego") for n in ("gate", "r_a", "lib")}
