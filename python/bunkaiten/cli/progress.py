"""A sign of life on standard error, for a person who waits at a terminal."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from bunkaiten.cli import streams
from bunkaiten.report.look import Look

DELAY_S = 1.0
"""A run that is done before says nothing."""
PERIOD_S = 0.25

T = TypeVar("T")


class Counter:
    """Knows how many of `total` things were taken."""

    def __init__(self, total: int) -> None:
        """Start before the first."""
        self.total = total
        self.taken = 0

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """Hand on `items`, counting each."""
        for item in items:
            self.taken += 1
            yield item


@contextmanager
def shown(counter: Counter, look: Look, *, quiet: bool) -> Iterator[None]:
    """Show how far `counter` is while the block runs, if it runs long and a person looks."""
    if quiet or not streams.is_terminal(sys.stderr):
        yield
        return
    import threading  # noqa: PLC0415 - nobody else waits for it

    done = threading.Event()
    began = time.monotonic()

    def tell() -> None:
        said = False
        wait = DELAY_S
        while not done.wait(wait):
            said, wait = True, PERIOD_S
            values = {
                "taken": counter.taken,
                "total": counter.total,
                "seconds": int(time.monotonic() - began),
            }
            streams.complain("\r\x1b[2K" + look.say("cli_progress", values)[0], end="")
        if said:
            streams.complain("\r\x1b[2K", end="")

    # a daemon: it must never keep the program from ending
    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join(PERIOD_S)
