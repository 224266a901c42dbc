"""The embedded Rego engine. The only module that imports regorus.

JSON text goes in and JSON text comes out: handing Python objects over can end
the process (docs/decisions/0001-engine.md). An engine belongs to the thread that
made it, so each thread has its own.
"""

import json
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import accumulate, chain
from typing import Any, TypeAlias, TypeVar

import regorus

from bunkaiten import catalogue, resources, schemas
from bunkaiten.errors import EngineError, PolicyError

_TABLE = "data.json"
_DECISION = "data.bunkaiten.gate.decision"
_SURVEY = "data.bunkaiten.survey.everything"
_OUTLINE = "data.bunkaiten.outline.everything"
_REFUSALS = "data.bunkaiten_documents.refusals"

# Not among the policies: `json.match_schema` of other engines knows older drafts only.
_DOCUMENTS = """package bunkaiten_documents

refusals contains words if [false, words] = json.match_schema(input, data.bunkaiten_schemas.envelope)
"""

TYPES = "observed/resource_types"
SHAPES = "observed/attribute_shapes"
SURVEY = "survey"
OUTLINE = "outline"
_FOR_PEOPLE = "catalogue"
"""The tables that no policy of a check reads."""
_OF_DEPLOYMENTS = "observed/"
"""What tells of deployments, and nothing where there are none: then it is not loaded."""
_FOR_OTHERS = (
    *(_FOR_PEOPLE, _OF_DEPLOYMENTS, OUTLINE, SURVEY),
    *("compared/", "declared/", "envelope", "finding", "thing"),
)
"""What is loaded where it is asked for by name, by a room or by a policy that is loaded."""
BY_OCCURRENCE = (f"{TYPES}/", f"{SHAPES}/")
"""Tables of a cloud each: whoever names them means those that are loaded."""
_ANSWERING = "requirements/"
"""What is missed by the answer that it does not give."""
_REFERENCE = re.compile(r"data\.bunkaiten\.((?:[a-z_]\w*\.?)+)")
_MOST_ENGINES = 8
"""So many of a sort are kept in a thread; one with policies takes some 15 MB."""

_MOST_ACCEPTED = 1000
_NOTHING = "null"

Identity: TypeAlias = tuple[str, str, str]
"""Kind, id and digest of a document: whatever has the same was read alike."""

_local = threading.local()
_Kept = TypeVar("_Kept")


class _Embedded:
    """One of the engine's own, and one envelope at a time."""

    def __init__(self) -> None:
        self._engine = regorus.Engine()

    def load(self, envelope: str) -> None:
        """Take `envelope`, JSON text, for what is asked next. Raise `EngineError` if it cannot be read."""
        try:
            self._engine.set_input_json(envelope)
        except RuntimeError as problem:
            raise EngineError("engine_failed", detail=_first_line(problem)) from None

    def _ask(self, rule: str) -> Any:  # noqa: ANN401 - any JSON
        try:
            return json.loads(self._engine.eval_rule_as_json(rule))
        except RuntimeError as problem:
            raise EngineError("engine_failed", detail=_first_line(problem)) from None
        except BaseException as problem:
            # a panic of the engine is no Exception; everything else is not ours to stop
            if type(problem).__name__ != "PanicException":
                raise
            _local.__dict__.clear()
            raise EngineError("engine_failed", detail=_first_line(problem)) from None


class Validator(_Embedded):
    """The schema of the envelope."""

    def __init__(self, words: frozenset[str] | None = None) -> None:
        """Take of the schema what `words` call for, see `schemas.envelope`; all of it if None.

        Raise `PolicyError` if it is unreadable.
        """
        super().__init__()
        try:
            self._engine.add_policy("documents.rego", _DOCUMENTS)
            self._engine.add_data_json(f'{{"bunkaiten_schemas": {{"envelope": {schemas.envelope(words)}}}}}')
        except (OSError, RuntimeError) as problem:
            raise PolicyError("policies_unusable", detail=_first_line(problem)) from None

    def refusal(self, envelope: str, documents: frozenset[Identity] = frozenset()) -> str | None:
        """Return the engine's own words for the first fault of `envelope` by its schema, or None.

        `documents` tells what is in it, for `are_accepted`.
        """
        self.load(envelope)
        words: list[str] = self._ask(_REFUSALS)
        self.load(_NOTHING)
        if words:
            return words[0]
        _local.accepted = (_accepted() if len(_accepted()) < _MOST_ACCEPTED else frozenset()) | documents
        return None


class Engine(_Embedded):
    """The policies, compiled."""

    def __init__(self, rooms: frozenset[str] | None = None) -> None:
        """Compile the policies: all of them, or of the rooms that not every run needs only `rooms`.

        Raise `PolicyError` if one of them is unreadable or wrong.
        """
        super().__init__()
        self._rooms = rooms
        try:
            loaded = tuple(folders(rooms))
            named = frozenset(chain(*map(self._take, loaded)))
            if rooms is not None:
                _require_all(loaded, named, _left_out(rooms))
        except (OSError, RuntimeError) as problem:
            raise PolicyError("policies_unusable", detail=_first_line(problem)) from None

    def _take(self, folder: str) -> Iterable[str]:
        """Load the policies and the table of `folder`; return what the policies refer to.

        Raise `PolicyError` if nothing is there, but for a requirement: it gives no answer.
        """
        named: list[str] = []
        place = resources.policies("bunkaiten", *folder.split("/"))
        found = [name for name in sorted(os.listdir(place)) if _is_loaded(name)]
        for name in found:
            path = os.path.join(place, name)
            text = resources.read(path)
            inside = path.removeprefix(resources.policies())
            if name == _TABLE:
                self._engine.add_data_json(_at_place(inside, text))
            else:
                self._engine.add_policy(inside, text)
                named += _REFERENCE.findall(text)
        if self._rooms is not None and not found and not folder.startswith(_ANSWERING):
            raise PolicyError("policies_incomplete", missing=folder)
        return named

    def leaves_out(self, name: str) -> bool:
        """Tell whether the requirement "clause.slug" is not among the policies, and so says nothing."""
        return not _is_in(catalogue.folder_of(name), self._rooms)

    def decision(self) -> Mapping[str, Any]:
        """Return what every requirement says of the envelope, by "clause.slug"."""
        decision: dict[str, Any] = self._ask(_DECISION)
        return decision

    def survey(self) -> Mapping[str, Any]:
        """Return the facts that the envelope shows, and what was not read of it."""
        survey: dict[str, Any] = self._ask(_SURVEY)
        return survey

    def outline(self) -> Mapping[str, Any]:
        """Return what a draft needs besides the survey: what belongs together, and whom facts identify."""
        outline: dict[str, Any] = self._ask(_OUTLINE)
        return outline


def current(rooms: frozenset[str] | None = None) -> Engine:
    """Return this thread's engine for `rooms`, compiled at its first call. A forked process makes its own.

    A room is a folder of policies that not every run needs: an adapter, a table of types, those that
    the catalogue names, `SURVEY`, `OUTLINE`. None means all of them. What a policy of a room refers to
    comes with it. An engine with more rooms serves as well; whoever asks for ever other rooms gets one
    with all that were asked for.
    """
    return _kept("engines", rooms, _serves, Engine)


def validator(words: frozenset[str]) -> Validator:
    """Return this thread's validator for `words`, kept as `current` keeps engines."""
    return _kept("validators", words, frozenset.__le__, Validator)


def are_accepted(documents: frozenset[Identity]) -> bool:
    """Tell whether a validator of this thread has accepted all of `documents` before.

    Who checks again and again mostly has the same declarations.
    """
    return bool(documents) and documents <= _accepted()


def _accepted() -> frozenset[Identity]:
    accepted: frozenset[Identity] = getattr(_local, "accepted", frozenset())
    return accepted


def _kept(
    sort: str,
    wanted: frozenset[str] | None,
    serves: Callable[[frozenset[str], frozenset[str]], bool],
    make: Callable[[frozenset[str] | None], _Kept],
) -> _Kept:
    """Return this thread's own of a `sort` for what is `wanted`.

    `serves` tells whether what is wanted, the first, is as well served by something wider.
    """
    if getattr(_local, "process", None) != os.getpid():
        _local.__dict__.clear()
        _local.process = os.getpid()
    kept: dict[frozenset[str] | None, _Kept] = _local.__dict__.setdefault(sort, {})
    if wanted in kept:
        return kept[wanted]
    wider = [each for each in kept if each and wanted and serves(wanted, each)]
    if wider:
        return kept[min(wider, key=len)]
    if len(kept) >= _MOST_ENGINES:
        wanted = wanted and wanted.union(*(each or () for each in kept))
        kept.clear()
    kept[wanted] = make(wanted)
    return kept[wanted]


def folders(rooms: frozenset[str] | None) -> Iterable[str]:
    """Return the folders of the rooms, and of what these refer to, in their order."""
    if rooms is None:
        top = resources.policies("bunkaiten")
        everything = sorted(os.path.relpath(path, top) for path, _, _ in os.walk(top))
        return (folder for folder in everything if not folder.startswith(_FOR_PEOPLE))
    start = (each for each in catalogue.folders() if _is_in(each, rooms))
    return sorted(catalogue.needed(start, _left_out(rooms)))


def _serves(wanted: frozenset[str], rooms: frozenset[str]) -> bool:
    """Tell whether an engine with `rooms` is as good as one with `wanted`, and not much slower."""
    return wanted <= rooms and _is_for_deployments(wanted) == _is_for_deployments(rooms)


def _is_for_deployments(rooms: frozenset[str]) -> bool:
    return not rooms.isdisjoint({SURVEY, OUTLINE, *catalogue.load().rooms_of_deployments})


def _left_out(rooms: frozenset[str]) -> tuple[str, ...]:
    """Return the beginnings of folders that may be named, and say nothing, though they are not loaded."""
    return BY_OCCURRENCE if _is_for_deployments(rooms) else (*BY_OCCURRENCE, _OF_DEPLOYMENTS)


def _is_in(folder: str, rooms: frozenset[str] | None) -> bool:
    if rooms is None or not folder.startswith(_optional()):
        return True
    return not rooms.isdisjoint(_above(folder))


@cache
def _optional() -> tuple[str, ...]:
    entries = catalogue.load()
    clauses = (entries.rooms(section) for section in entries.sections)
    deployed = (*entries.rooms_of_deployments, *entries.rooms_of_comparisons)
    return (*deployed, *chain(*clauses), *_FOR_OTHERS)


def _is_loaded(name: str) -> bool:
    return name == _TABLE or (name.endswith(".rego") and not name.endswith("_test.rego"))


def _require_all(loaded: Iterable[str], named: Iterable[str], left_out: tuple[str, ...]) -> None:
    """Raise `PolicyError` if a policy refers to what is in none of `loaded`, and is not `left_out`.

    To the engine that is nothing, and a rule that rests on it, a denial too, says nothing.
    """
    there, known = frozenset(loaded), catalogue.folders()
    for reference in named:
        steps = reference.rstrip(".").replace(".", "/")
        above = [each for each in _above(steps) if each in known]
        if above:
            is_there = above[-1] in there or above[-1].startswith(left_out)
        else:
            is_there = any(each.startswith(f"{steps}/") for each in known)
        if not is_there:
            raise PolicyError("policies_incomplete", missing=(above or [steps])[-1])


def _above(folder: str) -> Iterator[str]:
    """Yield "a", "a/b" and "a/b/c" of "a/b/c"."""
    return accumulate(folder.split("/"), "{}/{}".format)


def _at_place(path: str, text: str) -> str:
    """Return `text`, JSON, nested as the folders of `path` say: where OPA puts it."""
    above = [folder for folder in os.path.dirname(path).split(os.sep) if folder]
    return f"{''.join(f'{{{json.dumps(folder)}:' for folder in above)}{text}{'}' * len(above)}"


def _first_line(problem: BaseException) -> str:
    words = str(problem).split("Stack backtrace")[0]
    return " ".join(words.split())
