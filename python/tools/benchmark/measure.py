"""What a whole process costs: CPU time and memory, in interleaved pairs.

Others use the machine at the same time. Neighbours in time see the same of them,
so that only the ratio within a pair says something.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

_PER_KILOBYTE = 1024
_BYTES = 1 if sys.platform == "darwin" else _PER_KILOBYTE
"""What `ru_maxrss` counts in."""
_MEGABYTE = 1024 * 1024
_LEFT_OUT = re.compile("BUNKAITEN_.*|PYTHONDONTWRITEBYTECODE|PYTHONUNBUFFERED|RUST(_LIB)?_BACKTRACE")
"""Variables that would make it another run than users have; backtraces make the engine a quarter slower."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """A command line, where it runs, and the exit codes with which it did what is measured."""

    arguments: Sequence[str]
    folder: Path
    exit_codes: Sequence[int] = (0,)
    environment: Mapping[str, str] = field(default_factory=dict)
    """What is added to the environment."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """What one run took."""

    cpu: float
    """Seconds, user and system."""
    memory: float
    """The most that was resident at once, MB (1024 × 1024 bytes)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pairs:
    """The costs of two commands, run in turns."""

    ours: Sequence[Cost]
    theirs: Sequence[Cost]

    @property
    def ratio(self) -> float:
        """The median of what ours took over what theirs took right after it."""
        return median(ours.cpu / theirs.cpu for ours, theirs in zip(self.ours, self.theirs, strict=True))


class BenchmarkError(Exception):
    """Something that is measured did not do its work."""


def settle(bytecode: Path) -> None:
    """Make the environment of all that is measured a user's usual one; modules are compiled into `bytecode`.

    The warm-up compiles them, as on a user's machine, and nothing is left in the checkout.
    """
    for name in filter(_LEFT_OUT.fullmatch, tuple(os.environ)):
        del os.environ[name]
    os.environ["PYTHONPYCACHEPREFIX"] = str(bytecode)


def once(command: Command) -> Cost:
    """Run `command`; raise `BenchmarkError` with what it complained of if it ends with another exit code."""
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(
            command.arguments,
            cwd=command.folder,
            env={**os.environ, **command.environment},
            stdout=subprocess.DEVNULL,
            stderr=complaints,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in command.exit_codes:
            complaints.seek(0)
            words = complaints.read().decode("utf-8", "replace").strip()
            called = " ".join(command.arguments)
            raise BenchmarkError(f"exit code {process.returncode}: {called}\n{words}")
    return Cost(cpu=usage.ru_utime + usage.ru_stime, memory=usage.ru_maxrss * _BYTES / _MEGABYTE)


def told(module: str, *words: str, folder: Path | None = None) -> str:
    """Run one of our own modules in `folder`, unmeasured, and return what it printed.

    Raise `BenchmarkError` if it fails.
    """
    done = subprocess.run(
        [sys.executable, "-m", module, *words], cwd=folder, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        raise BenchmarkError(f"exit code {done.returncode}: {module} {' '.join(words)}")
    return done.stdout


def pairs(ours: Command, theirs: Command, count: int) -> Pairs:
    """Run both `count` times in turns, after one run of each that nobody counts."""
    once(ours)
    once(theirs)
    both = [(once(ours), once(theirs)) for _ in range(count)]
    return Pairs(ours=[one for one, _ in both], theirs=[other for _, other in both])


def cpu(costs: Iterable[Cost]) -> float:
    """Return the median CPU time, seconds."""
    return median(cost.cpu for cost in costs)


def memory(costs: Iterable[Cost]) -> float:
    """Return the median of the most memory, MB."""
    return median(cost.memory for cost in costs)
