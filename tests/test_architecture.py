"""The import arrows of docs/architecture.md: a module imports only from the layers above its own."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "python" / "bunkaiten"

LAYERS = (
    {"messages", "errors", "model", "resources"},
    {"documents", "faults", "explanations", "schemas", "references", "catalogue", "report"},
    {"envelope", "engine"},
    {"acceptance", "verdicts"},
    {"gate"},
    {"config", "cli", "__init__", "__main__"},
)
"""Lower layers first. What stands in one layer may import from it and from those below."""

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


def test_python_names_no_requirement_and_no_clause() -> None:
    for path in MODULES:
        text = path.read_text("utf-8")
        for entry in ("4.3-", "bunkaiten-0", "self_connected"):
            docstrings = [ast.get_docstring(node) or "" for node in ast.walk(ast.parse(text)) if hasattr(node, "body") and isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
            code_only = text
            for docstring in docstrings:
                code_only = code_only.replace(docstring, "")
            strings = [node.value for node in ast.walk(ast.parse(code_only)) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
            examples = [string for string in strings if entry in string and "such as" not in string and '"' not in string]

            assert examples == [], path
