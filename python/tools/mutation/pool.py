"""Judge mutants in child processes: a mutant may loop for ever, or end the process that runs it."""

import contextlib
import os
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import connection, get_context
from multiprocessing.context import SpawnProcess
from pathlib import Path

from tools.mutation.killers import KILLERS, Killer, Outcome


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A file below `folder`, and a text to judge in its place."""

    folder: Path
    file: Path
    text: str


class _Child:
    """A process that judges one task after the other, of one file as long as there are any."""

    def __init__(self) -> None:
        context = get_context("spawn")
        self.pipe, other = context.Pipe()
        self._process: SpawnProcess = context.Process(target=_serve, args=(other,), daemon=True)
        self._process.start()
        other.close()
        self.pipe.recv()  # ready: its start is not counted as time of a task
        self.index = -1
        self.file: Path | None = None
        self.deadline = 0.0

    def give(self, index: int, task: Task, limit: float) -> None:
        self.index, self.file = index, task.file
        self.deadline = time.monotonic() + limit
        self.pipe.send(task)

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        self.pipe.close()


def run(tasks: Sequence[Task], *, jobs: int, limit: float) -> Iterator[tuple[int, Outcome]]:
    """Yield (index in `tasks`, outcome) as they come. `limit` is in seconds a task.

    Each child keeps what it read for a file, so that others turn to other files if they can.
    """
    waiting = _Waiting(tasks)
    children = [_Child() for _ in range(min(jobs, len(tasks)))]
    try:
        for child in children:
            child.give(*waiting.take(child, children), limit)
        while children:
            for child, outcome in _answers(children):
                yield child.index, outcome
                if outcome in {Outcome.CRASHED, Outcome.TIMED_OUT} or not waiting.files:
                    child.stop()
                    children.remove(child)
                    if not waiting.files:
                        continue
                    child = _Child()  # noqa: PLW2901 - it takes the place of the one that is gone
                    children.append(child)
                child.give(*waiting.take(child, children), limit)
    finally:
        for child in children:
            child.stop()


class _Waiting:
    """Tasks that nobody has taken yet, by file."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self.files: dict[Path, deque[tuple[int, Task]]] = {}
        for index, task in enumerate(tasks):
            self.files.setdefault(task.file, deque()).append((index, task))

    def take(self, child: _Child, children: Sequence[_Child]) -> tuple[int, Task]:
        """Return a task of the file that `child` has read, else of one that no other child has."""
        busy = {other.file for other in children}
        free = (file for file in self.files if file not in busy)
        file = child.file if child.file in self.files else next(free, next(iter(self.files)))
        found = self.files[file].popleft()
        if not self.files[file]:
            del self.files[file]
        return found


def _answers(children: list[_Child]) -> list[tuple[_Child, Outcome]]:
    """Wait until a child has answered, died, or used up its time."""
    patience = max(min(child.deadline for child in children) - time.monotonic(), 0)
    ready = connection.wait([child.pipe for child in children], patience)
    answers = []
    for child in children:
        if child.pipe in ready:
            try:
                answers.append((child, Outcome(child.pipe.recv())))
            except (EOFError, ConnectionError):
                answers.append((child, Outcome.CRASHED))
        elif child.deadline <= time.monotonic():
            answers.append((child, Outcome.TIMED_OUT))
    return answers


def _serve(pipe: "connection.Connection[str, Task]") -> None:
    """Answer tasks until the parent closes the pipe or goes away."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)  # the engine prints remarks on programs that it cannot run
    os.dup2(silence, 2)
    place: tuple[Path, Path] | None = None
    killers: list[Killer] = []
    pipe.send("ready")
    with contextlib.suppress(EOFError):
        while True:
            task = pipe.recv()
            if place != (task.folder, task.file):
                place = (task.folder, task.file)
                killers = [make(task.folder, task.file) for make in KILLERS]
            pipe.send(_judge(killers, task.text))


def _judge(killers: list[Killer], text: str) -> Outcome:
    outcomes = (killer.judge(text) for killer in killers)
    return next((one for one in outcomes if one is not Outcome.SURVIVED), Outcome.SURVIVED)
