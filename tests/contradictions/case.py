"""One thing that somebody changes in a whole scenario, and what the gate must then say."""

import copy
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

from contradictions.checks import compared

from bunkaiten import Gate
from bunkaiten.documents import from_path, read

SCENARIOS = Path(__file__).parents[2] / "fixtures" / "scenarios"
AS_OF = "2026-11-22"
DECLARATION = "document 1"
"""What the gate calls the first of the parsed documents."""

Said: TypeAlias = tuple[str, str, str]
"""Requirement, code and subject of a finding."""
Change: TypeAlias = Callable[["Stack"], None]


@dataclass(frozen=True, slots=True)
class Stack:
    """A declaration and what is deployed, parsed; each change works on a copy of its own."""

    declaration: dict[str, Any]
    plans: tuple[dict[str, Any], ...]
    objects: dict[str, Any]
    """Kubernetes objects, each by its name as implementedBy writes it, with the group of its kind."""

    @property
    def spec(self) -> dict[str, Any]:
        """Return what is declared."""
        spec: dict[str, Any] = self.declaration["spec"]
        return spec

    def entries(self) -> list[dict[str, Any]]:
        """Return the resources and data sources of all plans, which have no address in common."""
        return [entry for plan in self.plans for entry in plan["resource_changes"]]

    def plan_of(self, type_: str) -> dict[str, Any]:
        """Return the first plan with resources of the cloud that `type_` is of, else the first plan."""
        cloud = type_.partition("_")[0]
        fitting = (
            plan
            for plan in self.plans
            if any(entry["type"].partition("_")[0] == cloud for entry in plan["resource_changes"])
        )
        return next(fitting, self.plans[0])

    def change_of(self, address: str) -> dict[str, Any]:
        """Return what the plan does to the resource or data source at `address`."""
        [found] = [each for each in self.entries() if each["address"] == address]
        change: dict[str, Any] = found["change"]
        return change

    def parts(self) -> dict[str, Any]:
        """Return everything that a change could touch, by its place: what is deployed, and declared."""
        return {
            **{f"terraform:{each['address']}": each for each in self.entries()},
            **self.objects,
            **{
                f"{section}/{name}": value
                for section, entries in self.spec.items()
                for name, value in entries.items()
            },
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class Contradiction:
    """A change in one place, and every finding that it brings."""

    name: str
    change: Change
    says: tuple[Said, ...]


def said(requirements: Iterable[str], code: str, *subjects: str, times: int = 1) -> tuple[Said, ...]:
    """Return the same finding by each of `requirements` on each of `subjects`."""
    return tuple((each, code, subject) for each in requirements for subject in subjects) * times


def judge(stack: Stack) -> Counter[Said]:
    """Return what the gate says of `stack`, notes too."""
    documents = [stack.declaration, *stack.objects.values()]
    report = Gate().check(documents, plans=stack.plans, as_of=AS_OF)

    assert report.problems == ()
    seen = {
        (each.requirement, each.code)
        for each in report.findings
        if any(location.document != DECLARATION for location in each.locations)
    }
    assert seen <= compared()
    found = Counter((each.requirement, each.code, each.subject) for each in report.findings)
    blocking = any(each.state in {"denied", "undetermined"} for each in report.findings)
    assert report.exit_code == (1 if blocking else 0)
    return found


def contradiction(name: str, change: Change, *says: tuple[Said, ...]) -> Contradiction:
    """Return the contradiction `name`, of which the gate says all of `says`."""
    return Contradiction(name=name, change=change, says=tuple(chain(*says)))


def changed(scenario: str, change: Change) -> Stack:
    """Return a copy of `scenario` with `change` made."""
    stack = copy.deepcopy(base(scenario))
    change(stack)
    return stack


def touched(before: Stack, after: Stack) -> Iterator[str]:
    """Yield the places that differ, those that are new or gone too."""
    old, new = before.parts(), after.parts()
    return (place for place in sorted({*old, *new}) if old.get(place) != new.get(place))


@cache
def base(scenario: str) -> Stack:
    """Return `scenario` as it lies in its folder."""
    folder = SCENARIOS / scenario
    [declaration] = _read(folder / "declaration.yaml")
    plans = tuple(each for path in sorted(folder.rglob("plan.json")) for each in _read(path))
    objects = [each for path in sorted(folder.rglob("manifests/*.yaml")) for each in _read(path)]
    by_name = {name_of(each): each for each in objects}

    assert len(by_name) == len(objects)
    return Stack(declaration=declaration, plans=plans, objects=by_name)


@cache
def base_says(scenario: str) -> Mapping[Said, int]:
    """Return what the gate says of `scenario` as it lies there."""
    return judge(base(scenario))


def name_of(written: Mapping[str, Any]) -> str:
    """Return the name of an object: "kubernetes:clinic/Ingress.networking.k8s.io/referral"."""
    group, _, _ = written["apiVersion"].rpartition("/")
    kind = ".".join(part for part in (written["kind"], group) if part)
    return f"kubernetes:{written['metadata'].get('namespace', '')}/{kind}/{written['metadata']['name']}"


def _read(path: Path) -> list[dict[str, Any]]:
    [source] = from_path(str(path)).sources
    return [copy.deepcopy(dict(document.value)) for document in read(source).documents]
