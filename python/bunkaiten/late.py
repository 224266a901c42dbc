"""Patterns that packages compile when they are imported, and that hardly anybody uses."""

import re
import sys
from functools import partial
from typing import Any

_PACKAGES = ("json.", "yaml.")
"""Their parsers in Python need the patterns; those in C, which are there as a rule, do not."""


def put_off_patterns() -> None:
    """Let these packages, as far as they are not imported yet, compile a pattern when it is first used.

    It changes `re.compile`, so it is for a process that is ours alone. See docs/decisions/0005-start-up.md.
    """
    compiled = re.compile

    def compile_late(pattern: Any, flags: Any = 0) -> Any:  # noqa: ANN401 - whatever `re.compile` takes
        # who asks is not said otherwise
        asks = str(sys._getframe(1).f_globals.get("__name__"))  # noqa: SLF001
        return (
            _Late(partial(compiled, pattern, flags))
            if asks.startswith(_PACKAGES)
            else compiled(pattern, flags)
        )

    re.compile = compile_late


class _Late:
    """A pattern that is compiled when somebody asks it for something. `re` keeps what it compiled."""

    def __init__(self, compiled: "partial[Any]") -> None:
        self._compiled = compiled

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever patterns have
        return getattr(self._compiled(), name)
