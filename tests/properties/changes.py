"""Bases differ from one that is good by a few values."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from properties import shape
from properties.shape import Json, Steps

ABSENT: Final = object()
"""In place of a value: the field is left out."""

Changes: TypeAlias = Mapping[Steps, Any]
"""What stands where instead."""


def changed(spec: Json, root: Steps, changes: Changes) -> Json:
    """Return `spec` with other values; `changes` are told from `root` on."""
    for steps, value in changes.items():
        place = (*root, *steps)
        spec = shape.without(spec, place) if value is ABSENT else shape.replaced(spec, place, value)
    return spec
