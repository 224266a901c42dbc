"""The import arrows of docs/architecture.md: a module imports only from the layers above its own."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "python" / "bunkaiten"

LAYERS = (
    {"digests", "late", "messages", "errors", "model", "resources"},
    {"documents", "faults", "explanations", "schemas", "references", "catalogue", "report", "hcl"},
    {"envelope", "engine", "secrets", "written"},
    {"acceptance", "deciding", "intake", "verdicts"},
    {"gate", "observing"},
    {"drafting"},
    {"config", "cli", "__init__", "__main__"},
)
"""Lower layers first. What stands in one layer may import from it and from those below."""

GUIDELINE = ("4.3", "bunkaiten-0", "self_connected")
"""Words that only policies and schemas may use."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "bunkaiten":
            rest = node.module.split(".")[1:]
            rooms |= {rest[0]} if rest else {alias.name for alias in node.names}
        if isinstance(node, ast.Import):
            rooms |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("bunkaiten.")}
    return rooms


def layer(name: str) -> int:
    return next(number for number, rooms in enumerate(LAYERS) if name in rooms)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_imports_only_from_its_layer_and_below(path: Path) -> None:
    own = layer(room(path))

    assert {name for name in imported_rooms(path) if name != "Gate" and layer(name) > own} == set()


def test_only_the_engine_imports_regorus() -> None:
    importing = {
        room(path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import) and any(alias.name == "regorus" for alias in node.names)
    }

    assert importing == {"engine"}


def test_only_the_grammar_imports_tree_sitter_and_not_before_it_is_needed() -> None:
    importing = {
        (path.relative_to(PACKAGE).as_posix(), node in tree.body)
        for path in MODULES
        for tree in [ast.parse(path.read_text("utf-8"))]
        for node in ast.walk(tree)
        if "tree_sitter_hcl" in ast.unparse(node) and isinstance(node, ast.Import)
    }

    assert importing == {("hcl/grammar.py", False)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_names_no_requirement_and_no_clause(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
    ]

    assert [text for text in strings for name in GUIDELINE if name in text] == []
