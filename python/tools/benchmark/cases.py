"""What is measured, case by case; the targets are those of docs/benchmarks.md."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from tools.benchmark import peers
from tools.benchmark.declarations import AS_OF
from tools.benchmark.measure import Command, Cost, Pairs, cpu, memory, once, pairs, told
from tools.benchmark.result import Row, compared
from tools.scenarios import Scenario, scenarios

_AS_MODULE = (sys.executable, "-m", "bunkaiten")
_AS_SCRIPT = (str(Path(sys.executable).with_name("bunkaiten")),)
_JUDGED = (0, 1)
"""Exit codes of a check that could judge everything."""

_COLD = 1.3
_COLD_OPA = 1.2
_MANY = 0.8
_MANY_MEMORY = 150.0
_WARM_RUNS = 5
_WARM = 5.0
_LINEAR = 1.5
_MOST_REPEATED = 1000
"""Declarations in the largest run that is measured more than once."""
_DEPLOYMENT = 1.2
_PLAN_MEMORY = 300.0
_PLAN_GROWTH = 11.0
_RESOURCES = 10000
_OBJECTS = 1000
_ONE_EXCHANGE = "own-routers-consistent"
"""The scenario that stands for one exchange."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """Where a case may write, and how often it measures."""

    folder: Path
    short: int
    """Pairs of processes that take a tenth of a second."""
    long: int
    """Pairs of processes that take seconds."""
    warm: int
    """Checks inside one process."""
    largest: int
    """Declarations in the largest run."""


Case: TypeAlias = Callable[[Setting], Iterator[Row]]


def cold(setting: Setting) -> Iterator[Row]:
    """Measure the start: the smallest scenario and, to be seen, one exchange with what is deployed."""
    name, imports = peers.imports(setting.folder)
    for scenario, is_binding in ((_smallest(), True), (_one_exchange(), False)):
        for what, program in (("python -m bunkaiten", _AS_MODULE), ("bunkaiten, installed", _AS_SCRIPT)):
            found = pairs(_run(program, scenario), imports, setting.short)
            label = f"cold, {scenario.folder.name}: {what}"
            yield compared(label, name, found, _COLD, is_binding=is_binding)


def cold_opa(setting: Setting) -> Iterator[Row]:
    """Measure the start against `opa eval` on the same policies and the same envelope."""
    policies = peers.policies(setting.folder)
    for scenario in (_smallest(), _one_exchange()):
        documents = [path.name for path in _documents(scenario)]
        name = scenario.folder.name
        envelope = peers.build_envelope(documents, scenario.folder, setting.folder / f"{name}.json")
        if theirs := peers.evaluation(policies, envelope):
            found = pairs(_run(_AS_MODULE, scenario), theirs, setting.short)
            yield compared(f"cold, {name}: python -m bunkaiten", "opa eval", found, _COLD_OPA)


def many(setting: Setting) -> Iterator[Row]:
    """Measure 1,000 declarations in one run, in each form that a user may keep them in."""
    folder = _declarations(setting, _MOST_REPEATED)
    envelope = peers.build_envelope(["yaml"], folder, folder / "envelope.json")
    theirs = peers.evaluation(peers.policies(folder), envelope)
    for what, name, is_binding in (
        ("YAML files", "yaml", True),
        ("JSON files", "json", False),
        ("one YAML stream", "stream.yaml", False),
    ):
        ours = _check(folder, name)
        costs = [once(ours)] if theirs is None else []
        if theirs:
            found = pairs(ours, theirs, setting.long)
            costs += found.ours
            yield compared(f"1,000 declarations, {what}", "opa eval", found, _MANY, is_binding=is_binding)
        most = memory(costs)
        yield Row(
            what=f"1,000 declarations, {what}: memory",
            ours=f"{most:.0f} MB",
            figure=most,
            is_ratio=False,
            target=_MANY_MEMORY,
            is_binding=is_binding,
        )


def largest(setting: Setting) -> Iterator[Row]:
    """Measure the largest run against `opa eval`, once: it takes minutes."""
    count = setting.largest
    if count <= _MOST_REPEATED:
        return
    folder = _declarations(setting, count)
    envelope = peers.build_envelope(["yaml"], folder, folder / "envelope.json")
    if theirs := peers.evaluation(peers.policies(folder), envelope):
        found = Pairs(ours=[once(_check(folder, "yaml"))], theirs=[once(theirs)])
        yield compared(f"{count:,} declarations, YAML files", "opa eval", found, _MANY)


def warm(setting: Setting) -> Iterator[Row]:
    """Measure `Gate.check` of one exchange in a process that has checked before."""
    paths = _documents(_one_exchange())
    yield _checked("the same declaration", "same", paths[:1], setting)
    yield _checked("a declaration never seen", "new", paths[:1], setting)
    yield _checked("with plan and manifests", "same", paths, setting, is_binding=False)


def _checked(
    what: str, which: str, given: Sequence[Path], setting: Setting, *, is_binding: bool = True
) -> Row:
    """Return the row of one check in a process that has checked before: the best of some processes.

    Whatever else a machine does only adds to so short a time.
    """
    words = (which, str(setting.warm), *map(str, given))
    runs = [json.loads(told("tools.benchmark.warm", *words)) for _ in range(_WARM_RUNS)]
    taken = min(runs, key=lambda run: float(run["cpu"]))
    return Row(
        what=f"warm: Gate.check, {what}",
        ours=f"{taken['wall']:.2f} ms ({taken['cpu']:.2f} ms CPU)",
        figure=taken["cpu"],
        is_ratio=False,
        target=_WARM,
        is_binding=is_binding,
    )


def linear(setting: Setting) -> Iterator[Row]:
    """Measure what one more declaration costs, with few and with many of them; start-up subtracted."""
    start = _costs(setting, 1, setting.short)
    each: dict[int, float] = {}
    for count, times in ((100, setting.short), (_MOST_REPEATED, setting.long), (10000, 1)):
        if count > setting.largest:
            continue
        costs = _costs(setting, count, times)
        each[count] = 1000 * (cpu(costs) - cpu(start)) / (count - 1)
        room = 1024 * (memory(costs) - memory(start)) / (count - 1)
        yield Row(
            what=f"linear: {count:,} declarations, each",
            ours=f"{each[count]:.2f} ms, {room:.0f} kB",
            compared="at 100",
            theirs=f"{each[100]:.2f} ms",
            figure=each[count] / each[100],
            target=_LINEAR,
        )


def plan(setting: Setting) -> Iterator[Row]:
    """Measure a plan of 10,000 resources against `opa eval`, and how the time grows with 100,000."""
    ours, theirs = _deployment(setting, "plan", _RESOURCES, "plan.json")
    what = f"a plan of {_RESOURCES:,} resources"
    costs = [once(ours)] if theirs is None else []
    if theirs:
        found = pairs(ours, theirs, setting.long)
        costs += found.ours
        yield compared(what, "opa eval", found, _DEPLOYMENT)
    most = memory(costs)
    yield Row(what=f"{what}: memory", ours=f"{most:.0f} MB", figure=most, is_ratio=False, target=_PLAN_MEMORY)
    if setting.largest > _MOST_REPEATED:
        larger, _ = _deployment(setting, "plan", 10 * _RESOURCES, "larger.json")
        growth = once(larger).cpu / cpu(costs)
        yield Row(
            what=f"a plan of {10 * _RESOURCES:,} resources, over {_RESOURCES:,}",
            ours=f"{growth:.1f} times",
            figure=growth,
            target=_PLAN_GROWTH,
        )


def clouds(setting: Setting) -> Iterator[Row]:
    """Measure a plan of 10,000 resources of each other cloud against one of AWS, one run each."""
    aws = once(_plan_of("aws", setting))
    for cloud in ("azurerm", "google", "sakuracloud"):
        cost = once(_plan_of(cloud, setting))
        what = f"a plan of {_RESOURCES:,} resources, {cloud}"
        yield compared(what, "as many of AWS", Pairs(ours=[cost], theirs=[aws]), _DEPLOYMENT)
        most = memory([cost])
        yield Row(
            what=f"{what}: memory", ours=f"{most:.0f} MB", figure=most, is_ratio=False, target=_PLAN_MEMORY
        )


def _plan_of(cloud: str, setting: Setting) -> Command:
    name = f"{cloud}.json"
    told("tools.benchmark.deployments", "plan", str(setting.folder / name), str(_RESOURCES), cloud)
    return _check(setting.folder, name)


def objects(setting: Setting) -> Iterator[Row]:
    """Measure 1,000 Kubernetes objects against `opa eval`, and one object in a warm process."""
    ours, theirs = _deployment(setting, "objects", _OBJECTS, "objects.yaml")
    if theirs:
        found = pairs(ours, theirs, setting.long)
        yield compared(f"{_OBJECTS:,} Kubernetes objects", "opa eval", found, _DEPLOYMENT)
    told("tools.benchmark.deployments", "objects", str(setting.folder / "object.yaml"), "1")
    yield _checked("one Kubernetes object never seen", "new", [setting.folder / "object.yaml"], setting)


CASES: Mapping[str, Case] = MappingProxyType(
    {
        "cold": cold,
        "cold-opa": cold_opa,
        "many": many,
        "warm": warm,
        "linear": linear,
        "largest": largest,
        "plan": plan,
        "clouds": clouds,
        "objects": objects,
    }
)
"""By the name that `--only` takes, in the order of the table."""


def _run(program: Sequence[str], scenario: Scenario) -> Command:
    return Command(
        arguments=(*program, *scenario.arguments), folder=scenario.folder, exit_codes=(scenario.exit_code,)
    )


def _smallest() -> Scenario:
    return min(scenarios(), key=lambda each: sum(path.stat().st_size for path in _documents(each)))


def _one_exchange() -> Scenario:
    return next(scenario for scenario in scenarios() if scenario.folder.name == _ONE_EXCHANGE)


def _documents(scenario: Scenario) -> list[Path]:
    """Return the files among the arguments, the declaration first."""
    return [path for word in scenario.arguments if (path := scenario.folder / word).is_file()]


def _declarations(setting: Setting, count: int) -> Path:
    folder = setting.folder / str(count)
    if not folder.exists():
        told("tools.benchmark.declarations", str(folder), str(count))
    return folder


def _deployment(setting: Setting, what: str, count: int, name: str) -> tuple[Command, Command | None]:
    folder = setting.folder / name.partition(".")[0]
    folder.mkdir()
    told("tools.benchmark.deployments", what, str(folder / name), str(count))
    envelope = peers.build_envelope([name], folder, folder / "envelope.json")
    return _check(folder, name), peers.evaluation(peers.policies(folder), envelope)


def _check(folder: Path, documents: str) -> Command:
    arguments = (*_AS_MODULE, "check", documents, "--as-of", AS_OF)
    return Command(arguments=arguments, folder=folder, exit_codes=_JUDGED)


def _costs(setting: Setting, count: int, times: int) -> list[Cost]:
    command = _check(_declarations(setting, count), "yaml")
    return [once(command) for _ in range(times)]
