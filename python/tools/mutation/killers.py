"""What may notice a mutant. Each killer is made once a file and asked about each of its mutants."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Protocol, TypeAlias

from bunkaiten.documents import from_path, read
from bunkaiten.envelope import Context, Envelope
from tools import adapters, rego


class Outcome(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"
    INVALID = "invalid"
    """It is no Rego program, so it says nothing about the tests."""
    CRASHED = "crashed"
    TIMED_OUT = "timed out"


class Killer(Protocol):
    """Judges mutants of one file."""

    def judge(self, text: str) -> Outcome:
        """Return KILLED, SURVIVED or INVALID for this text of the file."""


KillerFactory: TypeAlias = Callable[[Path, Path], Killer]
"""Make a killer from the folder of the policies and the file whose mutants are judged."""

# the compiler of OPA refuses these; this engine notices some of them only while it evaluates
_INVALID = re.compile(r"error: .*(?:unsafe|could not find function|recursion detected|before definition)")


_Reach: TypeAlias = Mapping[Path, set[Path]]


@dataclass(frozen=True, kw_only=True, slots=True)
class _World:
    """A folder of policies as it is before anything is changed."""

    texts: rego.Sources
    data: Mapping[str, object]
    reach: _Reach
    """What each test file needs."""
    near: _Reach
    """What each test file names, and what that names: without what is reached through a variable."""
    named: _Reach
    """What each test file, or a policy that it names, names itself."""


@cache
def _world(folder: Path) -> _World:
    texts = rego.sources(folder)
    steps, near = rego.neighbours(texts), rego.neighbours(texts, near=True)
    tests = [path for path in texts if rego.is_test(path)]
    return _World(
        texts=texts,
        data=rego.data(folder),
        reach={path: rego.follow(steps, [path]) for path in tests},
        near={path: rego.follow(near, [path]) for path in tests},
        named={path: near[path].union(*(near[other] for other in near[path])) for path in tests},
    )


class _Stage:
    """An engine with what some tests need but the mutated file, and one query for all of them."""

    def __init__(self, world: _World, target: Path, tests: list[Path], reach: _Reach) -> None:
        self._target = target.as_posix()
        needed = set[Path]().union(*(reach[path] for path in tests)) - {target}
        self._engine = rego.load({path: world.texts[path] for path in sorted(needed)}, world.data)
        self._query = rego.passing(rule for path in tests for rule in rego.test_rules(world.texts[path]))

    def judge(self, text: str) -> Outcome:
        engine = self._engine.clone()
        try:
            engine.add_policy(self._target, text)
            engine.eval_query_as_json("true")  # compiles
        except RuntimeError:
            return Outcome.INVALID
        if not self._query:
            return Outcome.SURVIVED
        try:
            passed = "result" in engine.eval_query_as_json(self._query)
        except RuntimeError as problem:
            return Outcome.INVALID if _INVALID.search(str(problem)) else Outcome.KILLED
        return Outcome.SURVIVED if passed else Outcome.KILLED


_OTHERS = 8
"""What hundreds of packages use is tested beside itself, or it is not tested."""


class RegoTests:
    """The tests of the mutated package, then, one file at a time, of some packages that name it."""

    def __init__(self, folder: Path, target: Path) -> None:
        """Read the policies below `folder`; `target` is the file whose mutants are judged."""
        world = _world(folder)
        own = [path for path in world.reach if path.parent == target.parent]
        others = [path for path, named in world.named.items() if target in named and path not in own][
            :_OTHERS
        ]
        self._world, self._target = world, target
        self._groups = [own, *([path] for path in others)]
        self._stages: list[_Stage] = []

    def judge(self, text: str) -> Outcome:
        """Return the first outcome that is not survival."""
        outcomes = (self._stage(index).judge(text) for index in range(len(self._groups)))
        return next((one for one in outcomes if one is not Outcome.SURVIVED), Outcome.SURVIVED)

    def _stage(self, index: int) -> _Stage:
        # made when the first mutant comes that far
        if index == len(self._stages):
            self._stages.append(self._made(self._groups[index]))
        return self._stages[index]

    def _made(self, tests: list[Path]) -> _Stage:
        """Return a stage with as little as the tests pass with: what they name, or all that they reach."""
        world = self._world
        small = _Stage(world, self._target, tests, world.near)
        if small.judge(world.texts[self._target]) is Outcome.SURVIVED:
            return small
        return _Stage(world, self._target, tests, world.reach)


class RecordedFacts:
    """What the plans and objects of fixtures/deployments show, and the tables of an adapter.

    Tests hold the facts to what was recorded, and `make check` the tables to the page printed from them.
    """

    def __init__(self, folder: Path, target: Path) -> None:
        """Find the platform of `target`; what is no adapter shows nothing by itself."""
        self._folder, self._target = folder, target
        self._platform = adapters.platform_of(target.relative_to(folder).as_posix())

    def judge(self, text: str) -> Outcome:
        """Return KILLED where other facts are shown than with the file as it is."""
        if self._platform is None:
            return Outcome.SURVIVED
        try:
            engine = self._made(text)
            alike = self._tables(engine) == self._printed and all(
                _facts(engine, each) == known for each, known in self._known.items()
            )
        except RuntimeError as problem:
            return Outcome.INVALID if _INVALID.search(str(problem)) else Outcome.KILLED
        return Outcome.SURVIVED if alike else Outcome.KILLED

    @cached_property
    def _printed(self) -> str:
        return self._tables(self._made(_world(self._folder).texts[self._target]))

    def _tables(self, engine: rego.Engine) -> str:
        package = rego.package(_world(self._folder).texts[self._target])
        engine.set_input_json("{}")
        return engine.eval_query_as_json(
            f"{{name: table | some name in {json.dumps(adapters.PRINTED)}; table := data.{package}[name]}}"
        )

    @cached_property
    def _known(self) -> Mapping[str, str]:
        name = (self._platform or "").rpartition("/")[2]
        given = _envelopes(self._folder.parent / "fixtures" / "deployments" / name)
        as_it_is = self._made(_world(self._folder).texts[self._target])
        return {each: _facts(as_it_is, each) for each in given}

    @cached_property
    def _others(self) -> rego.Engine:
        world = _world(self._folder)
        needed = {
            path: text
            for path, text in world.texts.items()
            if path != self._target and not rego.is_test(path) and self._is_asked(path)
        }
        return rego.load(needed, world.data)

    def _is_asked(self, path: Path) -> bool:
        name = path.relative_to(self._folder).as_posix()
        platform = adapters.platform_of(name)
        return platform == self._platform if platform else name.startswith("bunkaiten/observed/")

    def _made(self, text: str) -> rego.Engine:
        engine = self._others.clone()
        engine.add_policy(self._target.as_posix(), text)
        return engine


def _facts(engine: rego.Engine, envelope: str) -> str:
    engine.set_input_json(envelope)
    return engine.eval_query_as_json("data.bunkaiten.observed.shown.by_kind")


@cache
def _envelopes(folder: Path) -> tuple[str, ...]:
    context = Context(as_of="2026-11-22", edition="mhlw-4", declarations_only=False)
    return tuple(
        Envelope(
            (found for source in from_path(str(path), path.name).sources for found in read(source).documents),
            context,
        ).text()
        for path in sorted(folder.glob("*/"))
    )


KILLERS: tuple[KillerFactory, ...] = (RegoTests, RecordedFacts)
"""In the order in which they are asked."""
