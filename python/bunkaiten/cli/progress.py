"""A sign of life on standard error, for a person who waits at a terminal."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TypeVar

from bunkaiten.cli import streams
from bunkaiten.report.look import Look

DELAY_S = 1.0
"""A run that is done before says nothing."""
PERIOD_S = 0.25

_T = TypeVar("_T")


class Counter(Iterator[_T]):
    """Hands on `items` and knows how many were taken."""

    def __init__(self, items: Sequence[_T]) -> None:
        """Count from nothing."""
        self.taken = 0
        self.total = len(items)
        self._items = iter(items)

    def __next__(self) -> _T:
        """Return the next item."""
        item = next(self._items)
        self.taken += 1
        return item


@contextmanager
def shown(counter: "Counter[_T]", look: Look, *, quiet: bool) -> Iterator[None]:
    """Show how far `counter` is while the block runs, if it runs long and somebody looks."""
    if quiet or not streams.is_terminal(sys.stderr):
        yield
        return
    import threading  # noqa: PLC0415 - nobody else waits for it

    done = threading.Event()
    # a daemon: it must never keep the program from ending
    threading.Thread(target=_tell, args=(counter, look, done), daemon=True).start()
    try:
        yield
    finally:
        done.set()
        if counter.taken < 0:
            _erase()


def _tell(counter: "Counter[_T]", look: Look, done: object) -> None:
    raise NotImplementedError


def _erase() -> None:
    with suppress(OSError):
        sys.stderr.write("\r\x1b[2K")
        sys.stderr.flush()
