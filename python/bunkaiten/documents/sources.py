"""Paths and streams to bytes: waits for no pipe, reads nothing without bound, stops at no bad path."""

import os
import stat
from collections.abc import Iterator
from typing import BinaryIO

from bunkaiten.documents.faults import shown
from bunkaiten.documents.values import MAX_BYTES, Found, Refusal, Source
from bunkaiten.errors import DocumentError

_ENDINGS = (".yaml", ".yml", ".json")
_GLOB = frozenset("*?[")
# Without O_NONBLOCK the opening of a pipe waits for its other end; Windows knows neither flag's counterpart.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_MEGABYTE = 1024 * 1024


def from_path(path: str | os.PathLike[str], as_named: str | None = None, *, is_file: bool = False) -> Found:
    """Return what lies under `path`: a file, a folder with all below it, or what a pattern matches.

    Documents are named by `as_named`, which is `path` if it is None. With `is_file` only one file will do.
    """
    given = os.fspath(path)
    named = given if as_named is None else as_named
    try:
        mode = _mode(given)
    except DocumentError as error:
        matched = [] if is_file else _matched(given)
        if not matched:
            return _refused(named, error)
        return _joined(from_path(each) for each in matched)
    if not stat.S_ISDIR(mode):
        return _file(given, named)
    if is_file:
        return _refused(named, DocumentError("path_is_folder"))
    return _folder(given, named)


def from_stream(stream: BinaryIO, as_named: str = "-") -> Found:
    """Return what `stream` holds, read to its end."""
    try:
        data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as problem:
        return _refused(as_named, _unreadable(problem))
    return _of_bytes(data or b"", as_named)


def names_in(path: str) -> list[str]:
    """Return the names of what lies in the folder `path`, sorted.

    Raise `DocumentError` if it cannot be read.
    """
    if not stat.S_ISDIR(_mode(path)):
        raise DocumentError("source_not_folder")
    try:
        return sorted(os.listdir(path))
    except OSError as problem:
        raise _unreadable(problem) from None


def _mode(path: str) -> int:
    if not path:
        raise DocumentError("path_missing")
    try:
        return os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise DocumentError("link_broken" if os.path.islink(path) else "path_missing") from None
    except ValueError:  # a NUL in the name, or half of a character
        raise DocumentError("path_missing") from None
    except OSError as problem:
        raise _unreadable(problem) from None


def _file(path: str, named: str) -> Found:
    try:
        # before the opening: to open a device may already do something
        _refuse_irregular(_mode(path))
        with os.fdopen(os.open(path, _FLAGS), "rb") as stream:
            # after it: another file may have taken the name
            return _opened(stream, named, os.path.realpath(path))
    except DocumentError as error:
        return _refused(named, error)
    except OSError as problem:
        return _refused(named, _unreadable(problem))


def _refuse_irregular(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise DocumentError("path_not_regular")


def _opened(stream: BinaryIO, named: str, real: str) -> Found:
    about = os.fstat(stream.fileno())
    _refuse_irregular(about.st_mode)
    if about.st_size > MAX_BYTES:
        raise _too_large()
    found = from_stream(stream, named)
    return found._replace(sources=tuple(source._replace(real=real) for source in found.sources))


def _folder(path: str, named: str) -> Found:
    refusals: list[Refusal] = []
    files = sorted(_below(path, named, refusals))
    if not files and not refusals:
        return _refused(named, DocumentError("folder_empty"))
    return _joined([*(_file(*each) for each in files), Found(sources=(), refusals=tuple(refusals))])


def _below(top: str, named: str, refusals: list[Refusal]) -> Iterator[tuple[str, str]]:
    """Yield path and name of each readable kind of file; unreadable folders go to `refusals`."""

    def refuse(problem: OSError) -> None:
        refusals.extend(_refused(_renamed(problem.filename, top, named), _unreadable(problem)).refusals)

    passed: set[tuple[int, int]] = set()
    # links are followed, each folder once: a link may lead to a folder that it is in
    for folder, folders, files in os.walk(top, onerror=refuse, followlinks=True):
        about = os.stat(folder)
        if (about.st_dev, about.st_ino) in passed:
            folders.clear()
            continue
        passed.add((about.st_dev, about.st_ino))
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for each in files:
            if each.lower().endswith(_ENDINGS) and not each.startswith("."):
                path = os.path.join(folder, each)
                yield path, _renamed(path, top, named)


def _renamed(path: str, top: str, named: str) -> str:
    below = os.path.relpath(path, top).replace(os.sep, "/")
    return named if below == "." else f"{named.rstrip('/' + os.sep)}/{below}"


def _matched(pattern: str) -> list[str]:
    """Shells that leave patterns alone (Windows) leave them to us."""
    if not _GLOB & set(pattern):
        return []
    import glob  # noqa: PLC0415 - seldom needed

    return sorted(glob.glob(pattern, recursive=True))


def _of_bytes(data: bytes, named: str) -> Found:
    if len(data) > MAX_BYTES:
        return _refused(named, _too_large())
    return Found(sources=(Source(id=_id(named), data=data),), refusals=())


def _joined(parts: "Iterator[Found] | list[Found]") -> Found:
    whole = list(parts)
    return Found(
        sources=tuple(source for part in whole for source in part.sources),
        refusals=tuple(refusal for part in whole for refusal in part.refusals),
    )


def _refused(named: str, error: DocumentError) -> Found:
    return Found(sources=(), refusals=(Refusal(document=_id(named), error=error),))


def _id(named: str) -> str:
    """Return the name as an id: posix slashes, and nothing that no line and no JSON can hold."""
    name = named.replace(os.sep, "/")
    return name if name.isprintable() else "".join(shown(letter) for letter in name)


def _too_large() -> DocumentError:
    return DocumentError("file_too_large", limit=MAX_BYTES // _MEGABYTE)


def _unreadable(problem: Exception) -> DocumentError:
    import errno  # noqa: PLC0415 - only where something is wrong

    if isinstance(problem, PermissionError):
        return DocumentError("path_forbidden")
    if isinstance(problem, ValueError):  # a stream that somebody closed
        return DocumentError("path_unreadable", detail="EBADF")
    number = getattr(problem, "errno", None) or errno.EIO
    known = {errno.ELOOP: "path_loop", errno.ENAMETOOLONG: "path_too_long", errno.EIO: "path_damaged"}
    if number in known:
        return DocumentError(known[number])
    # the words of the system are in its language, and not in the reader's
    return DocumentError("path_unreadable", detail=errno.errorcode.get(number, str(number)))
