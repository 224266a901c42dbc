"""The list of mutants that nobody can catch, each with the reason: tests/mutation/survivors.json."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from tools.mutation.mutants import Mutant

Key: TypeAlias = tuple[str, str, str]
"""File, rule, change."""

_FIELDS = frozenset({"file", "rule", "change", "reason"})


def read(path: Path) -> dict[Key, str]:
    """Return the reasons by key; nothing if there is no file.

    Raise ValueError if an entry has other keys than file, rule, change and reason,
    an empty one, or stands twice.
    """
    entries = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    accepted: dict[Key, str] = {}
    for entry in entries:
        if entry.keys() != _FIELDS or not all(isinstance(v, str) and v.strip() for v in entry.values()):
            raise ValueError(f"{path}: an entry has file, rule, change and reason: {entry}")
        key = (entry["file"], entry["rule"], entry["change"])
        if key in accepted:
            raise ValueError(f"{path}: twice: {' | '.join(key)}")
        accepted[key] = entry["reason"]
    return accepted


def entry(mutant: Mutant) -> str:
    """Return what to add to the list to accept a mutant, its reason still to be written."""
    fields = {"file": mutant.file, "rule": mutant.rule, "change": mutant.change, "reason": ""}
    return json.dumps(fields, ensure_ascii=False)


def stale(accepted: Mapping[Key, str], survived: set[Key], files: set[str] | None) -> list[Key]:
    """Return the accepted mutants that did not survive. `files` are those that were judged, None: all."""
    return sorted(key for key in accepted if key not in survived and (files is None or key[0] in files))
