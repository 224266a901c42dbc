"""Standard streams and files that reports go to: any encoding, closed pipes, full disks."""

import errno
import json
import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from bunkaiten.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

_REASONS = {
    errno.ENOENT: "cli_cannot_write_no_folder",
    errno.ENOTDIR: "cli_cannot_write_no_folder",
    errno.EISDIR: "cli_cannot_write_folder",
    errno.EACCES: "cli_cannot_write_denied",
    errno.EPERM: "cli_cannot_write_denied",
    errno.EROFS: "cli_cannot_write_denied",
    errno.ENOSPC: "cli_cannot_write_full",
    errno.EDQUOT: "cli_cannot_write_full",
}


def prepare() -> None:
    """Make standard output and error write what their encoding lacks as an escape, never fail on it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def write(text: str, *, is_json: bool = False) -> None:
    """Write `text` to standard output. Raise `UsageError` if it does not take it.

    A reader that has gone away, as in `| head`, is no error: it has seen enough.
    """
    if sys.stdout is None:  # closed by whoever started us
        raise UsageError("cli_stdout_closed")
    if is_json and not _is_utf8(sys.stdout):
        text = ascii_json(text)
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as problem:
        _give_up(sys.stdout)
        if problem.errno not in (errno.EPIPE, errno.EINVAL):  # EINVAL: what Windows says instead
            raise _cannot_print(problem) from problem


def complain(line: str, *, end: str = "\n") -> None:
    """Write `line` to standard error, if anybody still reads it."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(line + end)
        sys.stderr.flush()
    except OSError:
        _give_up(sys.stderr)


def write_file(path: str, text: str) -> None:
    """Write `text` to the file `path` as UTF-8: all of it, or the file stays as it was.

    Raise `UsageError` if that cannot be done.
    """
    from pathlib import Path  # noqa: PLC0415 - standard output needs it not

    target = Path(os.path.realpath(path))
    content = text.encode("utf-8", "backslashreplace")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)  # a device or a pipe; a folder fails here
        else:
            _replace(target, content)
    except OSError as problem:
        raise _cannot_write(path, problem) from problem


def ascii_json(text: str) -> str:
    """Return the JSON document `text` with every character that is not ASCII as an escape."""
    return re.sub(r"[^\x00-\x7f]+", lambda match: json.dumps(match[0])[1:-1], text)


def wants_colour(choice: str, environ: Mapping[str, str]) -> bool:
    """Return whether standard output is to be coloured: "auto" is a terminal, unless NO_COLOR is set."""
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR") or environ.get("TERM") == "dumb" or not is_terminal(sys.stdout):
        return False
    # the old console of Windows shows escapes as they are; what replaced it says so
    return os.name != "nt" or any(name in environ for name in ("WT_SESSION", "ANSICON", "TERM"))


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a person looks at `stream`."""
    with suppress(ValueError):  # closed
        return stream is not None and stream.isatty()
    return False


def _replace(target: "Path", content: bytes) -> None:
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _cannot_write(path: str, problem: OSError) -> UsageError:
    reason = errno.errorcode.get(problem.errno or 0, type(problem).__name__)
    return UsageError(_REASONS.get(problem.errno or 0, "cli_cannot_write_other"), path=path, reason=reason)


def _cannot_print(problem: OSError) -> UsageError:
    reason = errno.errorcode.get(problem.errno or 0, type(problem).__name__)
    is_full = _REASONS.get(problem.errno or 0) == "cli_cannot_write_full"
    return UsageError("cli_stdout_full" if is_full else "cli_stdout_failed", reason=reason)


def _is_utf8(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("_", "-") in ("utf-8", "utf8", "utf-8-sig", "cp65001")


def _give_up(stream: TextIO) -> None:
    """Let what is still buffered go nowhere, or Python would complain of it at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
