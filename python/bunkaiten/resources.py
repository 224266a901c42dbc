"""Where policies and schemas lie: inside the installed package, or beside it in a checkout."""

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """Return the folder that holds `policies/` and `schemas/`."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parents[1]


def policies() -> Path:
    """Return the folder of the Rego packages and their data."""
    return root() / "policies"


def schemas() -> Path:
    """Return the folder of the JSON Schemas."""
    return root() / "schemas"
