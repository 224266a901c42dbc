"""Where a command writes what, as `--output` says."""

import os
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from bunkaiten import config
from bunkaiten.cli import streams
from bunkaiten.errors import UsageError
from bunkaiten.report import FORMATTERS

_READ = (".yaml", ".yml", ".json")
"""What is read of a folder."""


class Output(NamedTuple):
    """One text to write."""

    format: str
    path: str | None
    """None for standard output."""


def planned(wanted: Sequence[str]) -> tuple[Output, ...]:
    """Return what `wanted` names, each "format" or "format=path"; the path "-" is standard output.

    Raise `UsageError` on an unknown format, and if two texts would go to one place.
    """
    outputs = tuple(_output(each) for each in wanted)
    paths = [output.path for output in outputs]
    if paths.count(None) > 1:
        raise UsageError("cli_two_outputs")
    files = [path for path in paths if path is not None]
    places = [_real(path) for path in files]
    for path, place in zip(files, places, strict=True):
        if places.count(place) > 1:
            raise UsageError("cli_two_outputs_to_file", path=path)
    return outputs


def spare(outputs: Iterable[Output], inputs: Sequence[str]) -> None:
    """Raise `UsageError` if one of `outputs` would overwrite what `inputs`, files and folders, hold."""
    for output in outputs:
        if output.path is not None and any(_is_read(_real(output.path), each) for each in inputs):
            raise UsageError("cli_output_is_input", path=output.path)


def deliver(outputs: Sequence[Output], text: Callable[[Output], str]) -> None:
    """Write what `text` returns for each of `outputs`, standard output last.

    Write all that can be written, then raise the first `UsageError`.
    """
    problems = []
    for output in sorted(outputs, key=lambda each: each.path is None):
        try:
            _write(output, text(output))
        except UsageError as problem:
            problems.append(problem)
    if problems:
        raise problems[0]


def _is_read(place: str, given: str) -> bool:
    """Return whether the file at `place` is read where `given` is: it itself, or in the folder."""
    real = _real(given)
    if place == real or not os.path.isdir(real):
        return place == real
    inside = os.path.join(real, "")
    return place.startswith(inside) and place.lower().endswith(_READ) and os.path.isfile(place)


def _real(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))


def _write(output: Output, text: str) -> None:
    if output.path is None:
        streams.write(text, is_json=output.format == "json")
    else:
        streams.write_file(output.path, text)


def _output(wanted: str) -> Output:
    name, equals, path = wanted.partition("=")
    if name not in FORMATTERS:
        raise config.misspelt("cli_unknown_format", name, FORMATTERS)
    if equals and not path:
        raise UsageError("cli_no_output_path", format=name)
    return Output(format=name, path=path if path not in ("", "-") else None)
