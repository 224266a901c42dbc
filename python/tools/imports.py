"""Which packages and tables the packages refer to: whoever is loaded brings along what it names."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from bunkaiten import engine, resources
from bunkaiten.errors import PolicyError
from tools import rego

_REFERENCE = re.compile(r"\bdata\.bunkaiten((?:\.[a-z_]\w*)+)")


@cache
def texts() -> dict[str, str]:
    """Return the policies by folder, "declared/path", and "" for a folder that holds a table alone."""
    root = Path(resources.policies("bunkaiten"))
    found: dict[str, str] = {}
    for path in sorted(root.rglob("*")):
        folder = path.parent.relative_to(root).as_posix()
        if path.name == "data.json":
            found.setdefault(folder, "")
        elif path.suffix == ".rego" and not rego.is_test(path):
            found[folder] = found.get(folder, "") + path.read_text("utf-8")
    return found


def index() -> dict[str, list[str]]:
    """Return, by folder, the folders that its policies refer to by name.

    `data.bunkaiten.observed.terraform[_]` names none: what lies below is loaded where it is asked for.
    Raise `PolicyError` if a policy refers to what is not there.
    """
    return {
        folder: sorted(
            each for each in {*_named(folder, text)} - {folder} if not each.startswith(engine.BY_OCCURRENCE)
        )
        for folder, text in texts().items()
    }


def _named(folder: str, text: str) -> Iterable[str]:
    for reference in _REFERENCE.findall(rego.without_comments(text)):
        steps = reference[1:].split(".")
        reached = ["/".join(steps[:count]) for count in range(len(steps), 0, -1)]
        named = next((each for each in reached if each in texts()), None)
        if named:
            yield named
        elif not any(each.startswith(f"{reached[0]}/") for each in texts()):
            raise PolicyError("policies_unusable", detail=f"{folder}: data.bunkaiten{reference}")
