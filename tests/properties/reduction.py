"""Says of many declarations what is wrong, and shows the one that fails as small as it still fails."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import pytest
import yaml
from properties import shape
from properties.shape import Json

Wrong: TypeAlias = Callable[[Mapping[str, Any]], Mapping[str, str]]
"""Takes specs by name; returns for each one that breaks the property what is wrong."""


def hold(specs: Mapping[str, Any], wrong: Wrong) -> None:
    """Fail if anything is wrong with one of `specs`."""
    found = wrong(specs)
    if found:
        name, why = next(iter(found.items()))
        spec = smallest(specs[name], lambda left: bool(wrong({name: left})))
        why = wrong({name: spec}).get(name, f"{why} (only beside others)")
        pytest.fail(f"{why}\n\n{yaml.safe_dump(spec, allow_unicode=True, sort_keys=False)}")


def smallest(spec: Json, breaks: Callable[[Json], bool]) -> Json:
    """Return what is left of `spec` when nothing more can be taken away and it still breaks."""
    for _, left in shape.removals(spec):
        if breaks(left):
            return smallest(left, breaks)
    return spec
