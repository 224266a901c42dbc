"""From the words on the command line to what the gate reads."""

import os
import sys
from collections.abc import Iterator, Sequence

from bunkaiten.documents import Source, from_stream
from bunkaiten.errors import UsageError

STDIN = "-"


def documents(*groups: Sequence[str]) -> list[list[str | Source]]:
    """Return each of `groups` with patterns expanded, for shells that do not, and standard input read.

    Raise `UsageError` if a path is empty, a pattern matches nothing or standard input is named twice,
    `DocumentError` if it cannot be read.
    """
    for paths in groups:
        if "" in paths:
            raise UsageError("cli_empty_path", number=paths.index("") + 1)
    expanded = [[each for path in paths for each in _expanded(path)] for paths in groups]
    if sum(paths.count(STDIN) for paths in expanded) > 1:
        raise UsageError("cli_stdin_twice")
    return [[_stdin() if each == STDIN else each for each in paths] for paths in expanded]


def named(*groups: Sequence[str | Source]) -> list[str]:
    """Return the paths in `groups`, those of files that were read already left out."""
    return [each for group in groups for each in group if isinstance(each, str)]


def _expanded(path: str) -> Iterator[str]:
    if not any(sign in path for sign in "*?[") or os.path.exists(path):
        yield path
        return
    from glob import glob  # noqa: PLC0415 - only who needs it pays for it

    found = sorted(glob(path, recursive=True))
    if not found:
        raise UsageError("cli_pattern_matches_nothing", pattern=path)
    yield from found


def _stdin() -> Source:
    if sys.stdin is None:  # closed by whoever started us
        raise UsageError("cli_no_stdin")
    found = from_stream(sys.stdin.buffer, STDIN)
    for refusal in found.refusals:
        raise refusal.error
    return found.sources[0]
