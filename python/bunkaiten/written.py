"""What Terraform sources say beside plans, joined by address: places, and values that plans call unknown."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike, fspath
from typing import Any, NamedTuple

from bunkaiten.documents import Kind, Parsed, Refusal
from bunkaiten.documents.faults import steps_of
from bunkaiten.errors import DocumentError, UsageError
from bunkaiten.hcl import Attribute, Block, Tree, expressions, read, references
from bunkaiten.hcl.trees import Names, Path
from bunkaiten.model import Location, SourceFolder

Values = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Plan -> configured address -> attribute -> JSON with placeholders, as the envelope has it."""

_STEP = re.compile(r'module\.([^.\[]+)(?:\[(?:[0-9]+|"(?:[^"\\]|\\.)*")\])?')


class _Place(NamedTuple):
    """Where a resource stands in the configuration."""

    path: Path
    name: str
    """"aws_lb.front" or "data.aws_vpc.main"."""

    @property
    def address(self) -> str:
        return ".".join([*(f"module.{step}" for step in self.path), self.name])


class Written:
    """The sources of each plan. Joined when it is made; looks nothing up in files after that."""

    def __init__(self, trees: Sequence[Tree], plans: Iterable[Parsed]) -> None:
        """Take plans that their schema accepts."""
        self.refusals: list[Refusal] = [refusal for tree in trees for refusal in tree.refusals]
        self._plans = {plan.id: plan for plan in plans}
        self._trees: dict[str, Tree] = {}
        for plan in self._plans.values():
            self._take(plan, trees)
        used = {id(tree) for tree in self._trees.values()}
        for tree in trees:
            # what cannot be read has been told
            if id(tree) not in used and not tree.refusals:
                self._refuse(tree.named, "source_of_no_plan")
        self._differing: dict[str, list[str]] = {name: [] for name in self._trees}
        self.values: Values = {name: found for name in self._trees if (found := self._values(name))}

    def _take(self, plan: Parsed, trees: Sequence[Tree]) -> None:
        wanted = {place for change in _changes(plan) if (place := _place(change))}
        counts = [sum(_block(tree, place) is not None for place in wanted) for tree in trees]
        best = max(counts, default=0)
        fitting = [tree for tree, count in zip(trees, counts, strict=True) if count == best]
        if best and len(fitting) == 1:
            self._trees[plan.id] = fitting[0]
        elif best:
            self._refuse(plan.id, "source_of_several", folders=", ".join(tree.named for tree in fitting))

    def _refuse(self, document: str, code: str, **values: str) -> None:
        self.refusals.append(
            Refusal(document=document, error=DocumentError(code, line=None, column=None, **values))
        )

    def folders(self) -> tuple[SourceFolder, ...]:
        """Return which folder was read for which plan, and what was not."""
        return tuple(
            SourceFolder(
                folder=tree.named,
                plan=plan,
                files=tuple(sorted({file for module in tree.modules.values() for file in module.files})),
                left_out=tree.left_out,
                differing=tuple(sorted(self._differing[plan])),
            )
            for plan, tree in sorted(self._trees.items())
        )

    def location(self, plan: Parsed, pointer: str) -> Location | None:
        """Return where what a JSON Pointer into `plan` leads to is written, or the block that it is in."""
        tree = self._trees.get(plan.id)
        match steps_of(pointer):
            case ["resource_changes", index, *steps] if tree:
                place = _place(_changes(plan)[int(index)])
            case _:
                return None
        block = _block(tree, place) if place else None
        return _innermost(block, steps[2:]) if block else None

    def _values(self, name: str) -> Mapping[str, Mapping[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        configured = dict(_configured(self._plans[name]))
        names: dict[Path, Names] = {}
        for change in _changes(self._plans[name]):
            place = _place(change)
            if place is None or place.address in found:
                continue
            known = names.setdefault(place.path, Names(self._trees[name], place.path, self._variables(name)))
            values = self._of_resource(name, place, change, configured.get(place, {}), known)
            if values:
                found[place.address] = values
        return found

    def _of_resource(
        self,
        name: str,
        place: _Place,
        change: Mapping[str, Any],
        expected: Mapping[str, Any],
        known: Names,
    ) -> dict[str, Any]:
        block = _block(self._trees[name], place, alone=True)
        values: dict[str, Any] = {}
        for attribute in _hidden(change) if block else ():
            written = block.attributes.get(attribute) if block else None
            value = expressions.document(written.written, known) if written else None
            if written is None or value is None:
                continue
            if _is_same(written, expected.get(attribute)):
                values[attribute] = value
            else:
                self._differing[name].append(f"{place.address}.{attribute}")
        return values

    def _variables(self, name: str) -> Mapping[str, Any]:
        """Return the values of the variables of the root that may be shown."""
        plan = self._plans[name].value
        declared = _object(_object(_object(plan, "configuration"), "root_module"), "variables")
        return {
            variable: given["value"]
            for variable, given in _object(plan, "variables").items()
            if "value" in given and not _object(declared, variable).get("sensitive")
        }


def joined(sources: Iterable[object], documents: Iterable[Parsed]) -> Written:
    """Return what the folders `sources` say of the plans among `documents`.

    Raise `UsageError` for one in the place of several, and if the packages that read HCL are missing.
    """
    if isinstance(sources, str | bytes | PathLike):
        raise UsageError("documents_not_a_list")
    folders = [fspath(each) if isinstance(each, PathLike) else each for each in sources]
    if wrong := [each for each in folders if not isinstance(each, str)]:
        raise UsageError("source_not_a_path", value=wrong[0])
    trees = [read(str(each), str(each)) for each in dict.fromkeys(folders)]
    return Written(trees, (each for each in documents if each.kind is Kind.PLAN))


def _changes(plan: Parsed) -> Sequence[Mapping[str, Any]]:
    changes: Sequence[Mapping[str, Any]] = plan.value.get("resource_changes") or ()
    return changes


def _object(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def _place(change: Mapping[str, Any]) -> _Place | None:
    type_, name, mode = (change.get(key) for key in ("type", "name", "mode"))
    if not isinstance(type_, str) or not isinstance(name, str):
        return None
    path = tuple(_STEP.findall(str(change.get("module_address") or "")))
    return _Place(path, f"data.{type_}.{name}" if mode == "data" else f"{type_}.{name}")


def _block(tree: Tree, place: _Place, *, alone: bool = False) -> Block | None:
    """Return the block of a resource; if it has to be `alone`, only where no other file changes it."""
    module = tree.modules.get(place.path)
    blocks = module.resources.get(place.name, ()) if module else ()
    return blocks[0] if blocks and (len(blocks) == 1 or not alone) else None


def _innermost(block: Block, steps: Sequence[str]) -> Location:
    """Return where `steps`, into the values of a resource, stand; at least the block that they are in."""
    match steps:
        # which of several blocks is meant cannot be told: plans have them in another order
        case [name, *rest] if len(block.blocks.get(name, ())) == 1:
            return _innermost(block.blocks[name][0], rest[1:])
        case [name, *_] if name in block.attributes:
            return block.attributes[name].location
    return block.location


def _hidden(change: Mapping[str, Any]) -> Iterator[str]:
    """Yield the attributes that are known only after apply, and no secrets."""
    after = _object(change, "change")
    secret = after.get("after_sensitive")
    for name, unknown in _object(after, "after_unknown").items():
        if unknown is True and secret is not True and not (isinstance(secret, dict) and secret.get(name)):
            yield name


def _configured(plan: Parsed) -> Iterator[tuple[_Place, Mapping[str, Any]]]:
    """Yield each resource of the configuration with its expressions."""
    waiting: list[tuple[Path, Mapping[str, Any]]] = [
        ((), _object(_object(plan.value, "configuration"), "root_module"))
    ]
    while waiting:
        path, module = waiting.pop()
        for resource in module.get("resources") or ():
            yield _Place(path, str(resource.get("address"))), _object(resource, "expressions")
        for name, call in _object(module, "module_calls").items():
            waiting.append(((*path, name), _object(call, "module")))


def _is_same(written: Attribute, expected: object) -> bool:
    """Tell whether the plan was made of this expression, as far as it says: it refers to the same things."""
    if not isinstance(expected, dict):
        return False
    planned = {references.root_of(each) for each in expected.get("references") or ()}
    # a plan names the resource beside its attribute
    return {each for each in planned if "." in each} == references.references(written.written)
