"""Turn a `Report` into text. A formatter is a pure function; `cli` does the writing."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from bunkaiten.model import Report
from bunkaiten.report.look import Look

Formatter: TypeAlias = Callable[[Report, Look], str]
"""Ends its text with a newline. Equal reports, whatever the order in them, give equal texts."""


def _as_json(report: Report, look: Look) -> str:
    from bunkaiten.report.json import to_json  # noqa: PLC0415 - a run pays for the formats it writes

    return to_json(report, look)


def _as_text(report: Report, look: Look) -> str:
    from bunkaiten.report.text import to_text  # noqa: PLC0415 - a run pays for the formats it writes

    return to_text(report, look)


FORMATTERS: Mapping[str, Formatter] = MappingProxyType({"text": _as_text, "json": _as_json})
"""By command-line name, the default first. `--output`, its help and the tests all read this mapping."""
