"""What the policies say of themselves in both languages: clauses, requirements, findings, editions."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, partial
from types import MappingProxyType
from typing import Any, NamedTuple

from bunkaiten import resources
from bunkaiten.errors import EngineError, PolicyError
from bunkaiten.model import Row, State, Text

BETWEEN = {"en": ", ", "ja": "、"}
"""What stands between the items of a list in a sentence."""

_PLACEHOLDER = r'\{\{|\}\}|"\{([^{}]*)\}"|\{([^{}]*)\}'


class FindingEntry(NamedTuple):
    """What a finding code means. `message` and `remedy` are templates for `fill`."""

    code: str
    state: State
    message: Text
    remedy: Text


class RequirementEntry(NamedTuple):
    """All that a person may read about one requirement."""

    id: str
    name: str
    """"clause.slug", the key of the gate's decision."""
    clause: str
    """The clause as the guideline numbers it."""
    clause_title: Text
    title: Text
    description: Text
    modality: str
    """duty, prohibition, principle, allocation, definition or note."""
    binds: tuple[str, ...]
    origin: str
    """"guideline", or "derived": a rule of the product that protects clauses."""
    protects: tuple[str, ...]
    """The clauses that it serves, as the guideline numbers them: its own, or what a derived rule protects."""
    verdicts: tuple[str, ...]
    """What it can say, out of the values of `State`."""
    rows: tuple[str, ...]
    """The rows of the guideline that it judges, its own first."""
    cases: Mapping[str, int]
    """How many recorded cases show each of the values of `State`."""
    texts: Callable[[], Mapping[str, Any]]
    """Gives the texts that most runs do not need."""

    @property
    def interpretation(self) -> Text | None:
        """The ruling that is leaned on where the guideline leaves room."""
        found = self.texts().get("interpretation")
        return _text(found) if found else None

    @property
    def findings(self) -> Mapping[str, FindingEntry]:
        """What it can find, by code."""
        return _Findings(self.texts()["findings"])


class _Findings(Mapping[str, FindingEntry]):
    """The findings of one requirement by code. Each is built when it is asked for."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data

    def __getitem__(self, code: str) -> FindingEntry:
        return _finding(code, self._data[code])

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)


class Catalogue:
    """Look-up by id or by name. Entries are built when they are asked for, because most never are."""

    def __init__(self, data: Mapping[str, Any], texts: Callable[[], Mapping[str, Any]]) -> None:
        """Wrap `data`, the generated catalogue, and `texts`, which gives the longer texts by requirement.

        Raise KeyError if a part of `data` is not there.
        """
        self._data = data
        self._texts = texts
        self._requirements: Mapping[str, Any] = data["requirements"]
        self._clauses: Mapping[str, Any] = data["clauses"]
        self._editions: Mapping[str, Any] = data["editions"]
        self._names = {entry["id"]: name for name, entry in self._requirements.items()}
        self._rows: tuple[Row, ...] = ()
        self._built: dict[str, RequirementEntry] = {}
        self.digest: str = data["digest"]
        """SHA-256 of the policies, in hexadecimal digits."""

    def __contains__(self, id_or_name: object) -> bool:
        """Return whether there is such a requirement."""
        return id_or_name in self._names or id_or_name in self._requirements

    def __getitem__(self, id_or_name: str) -> RequirementEntry:
        """Return the entry of a requirement. Raise KeyError if there is none."""
        name = self._names.get(id_or_name, id_or_name)
        if name not in self._built:
            self._built[name] = _requirement(name, self._requirements[name], self._clauses, self._texts)
        return self._built[name]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row of the guideline, in its order."""
        if not self._rows:
            self._rows = tuple(_row(row, self._clauses[row["clause"]]) for row in self._data["rows"])
        return self._rows

    @property
    def names(self) -> frozenset[str]:
        """Every "clause.slug"."""
        return frozenset(self._requirements)

    @property
    def across(self) -> frozenset[str]:
        """Every "clause.slug" that may say something else of a declaration because of the others."""
        return frozenset(name for name, entry in self._requirements.items() if entry.get("across"))

    def rooms(self, section: str, subjects: Iterable[object] | None = None) -> frozenset[str]:
        """Return the folders of the requirements that are asked of `section` of declarations.

        With `subjects`, what that section of a declaration holds, those of clauses that one of them
        may be about: it writes one of the fields without which the clause does not apply.
        """
        left_out = self._clauses_without(list(subjects)) if subjects is not None else frozenset()
        return frozenset(
            folder_of(name)
            for name, entry in self._requirements.items()
            if entry.get("section") in {section, None}
            and entry["clause"] not in left_out
            and not entry.get("deployed")
        )

    def _clauses_without(self, subjects: Sequence[object]) -> frozenset[str]:
        return frozenset(
            name
            for name, clause in self._clauses.items()
            if "fields" in clause
            and not any(_is_written(each, field) for field in clause["fields"] for each in subjects)
        )

    @property
    def rooms_of_deployments(self) -> frozenset[str]:
        """The folders of the requirements that are asked of whatever is deployed."""
        return frozenset(
            folder_of(name) for name, entry in self._requirements.items() if entry.get("undeclared")
        )

    @property
    def rooms_of_comparisons(self) -> frozenset[str]:
        """The folders of the requirements that are asked only where something is declared and deployed."""
        return frozenset(
            folder_of(name)
            for name, entry in self._requirements.items()
            if entry.get("deployed") and not entry.get("undeclared")
        )

    @property
    def sections(self) -> frozenset[str]:
        """The sections of declarations that clauses are about."""
        return frozenset(clause["section"] for clause in self._clauses.values() if "section" in clause)

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, sorted."""
        return tuple(sorted(self._names))

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions that can be judged, the default first."""
        return tuple(self._editions)

    def edition_title(self, edition: str) -> Text:
        """Return the full title of an edition."""
        return _text(self._editions[edition]["title"])

    def edition_name(self, edition: str) -> Text:
        """Return what people call an edition."""
        return _text(self._editions[edition]["name"])

    def is_later(self, edition: str) -> bool:
        """Return whether `edition` came after those that can be judged, and cannot be judged itself."""
        return edition not in self._editions and any(
            edition in facts["later"] for facts in self._editions.values()
        )

    def later_editions(self, edition: str) -> tuple[str, ...]:
        """Return the editions of the guideline that came after `edition`, oldest first."""
        return tuple(self._editions[edition]["later"])

    def closest(self, id_or_name: str) -> str | None:
        """Return the id, the name or the row that was probably meant, if one is near."""
        from difflib import get_close_matches  # noqa: PLC0415 - only a misspelling pays for it

        known = [*self._names, *self._requirements, *(row.name for row in self.rows)]
        same = [each for each in known if each.casefold() == id_or_name.casefold()]
        return next(iter(same or get_close_matches(id_or_name, known, n=1)), None)


@cache
def load(path: str | None = None) -> Catalogue:
    """Read the catalogue at `path`, or the one that comes with the policies.

    Raise `PolicyError` if it cannot be read or is not a catalogue.
    """
    source = path or resources.policies("bunkaiten", "catalogue", "data.json")
    try:
        return Catalogue(json.loads(resources.read(source)), partial(_table, "texts"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise PolicyError("catalogue_unreadable", path=source, problem=repr(problem)) from problem


def adapters(platform: str, types: AbstractSet[str]) -> Iterator[str]:
    """Yield the folders of `platform` ("observed/kubernetes") that read `types`."""
    for name, reads in _table("adapters").get(platform, {}).items():
        if not reads or not types.isdisjoint(reads):
            yield f"{platform}/{name}"


def folders() -> AbstractSet[str]:
    """Return the folders of all policies and tables, "declared/path", in their order."""
    return _table("imports").keys()


def needed(start: Iterable[str], left_out: tuple[str, ...] = ()) -> AbstractSet[str]:
    """Return `start`, folders of policies, with all that these refer to by name.

    What begins as one of `left_out` is passed over where a policy refers to it.
    Raise `PolicyError` if the table of what refers to what does not tell.
    """
    imported = _table("imports")
    reached: set[str] = set()
    waiting = list(start)
    try:
        while waiting:
            folder = waiting.pop()
            if folder not in reached:
                reached.add(folder)
                waiting += (each for each in imported[folder] if not each.startswith(left_out))
    except (KeyError, TypeError) as problem:
        raise _unreadable(_place("imports"), repr(problem)) from problem
    return reached


def _table(name: str) -> Mapping[str, Any]:
    return _table_at(_place(name))


@cache
def _table_at(source: str) -> Mapping[str, Any]:
    try:
        table = json.loads(resources.read(source))
    except (OSError, ValueError) as problem:
        raise _unreadable(source, repr(problem)) from problem
    if not isinstance(table, dict) or not table:
        raise _unreadable(source, "{}")
    return table


def _place(name: str) -> str:
    return resources.policies("bunkaiten", "catalogue", name, "data.json")


def _unreadable(source: str, problem: str) -> PolicyError:
    return PolicyError("catalogue_unreadable", path=source, problem=problem)


def fill(template: str, values: Mapping[str, object], lang: str) -> str:
    """Return `template` with each {placeholder} replaced; "{{" and "}}" stand for braces.

    What stands in quotes, "{placeholder}", is for people to copy: it becomes what YAML writes. A value
    is a string, a number, an object with a string under "en" or "ja", or a list of these. What a value
    holds is never read as a template again.
    Raise `EngineError` if a value is missing or is of another kind.
    """

    def replacement(match: re.Match[str]) -> str:
        in_quotes, name = match[1] is not None, match[1] if match[1] is not None else match[2]
        if name is None:
            return match[0][0]
        if name not in values:
            raise EngineError("message_value_missing", name=name, template=template)
        shown = _shown(name, values[name], lang)
        return quoted(shown) if in_quotes else shown

    return re.sub(_PLACEHOLDER, replacement, template)


def quoted(text: str) -> str:
    """Return `text` as YAML writes a string in double quotes, with what nobody would see as escapes."""
    inside = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(each if each.isprintable() else _escape(ord(each)) for each in inside) + '"'


def _escape(sign: int) -> str:
    return f"\\U{sign:08x}" if sign >> 16 else f"\\u{sign:04x}"


def _shown(name: str, value: object, lang: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, Mapping) and any(isinstance(value.get(each), str) for each in BETWEEN):
        # a party may have a name in one language only
        return next(text for each in (lang, *BETWEEN) if isinstance(text := value.get(each), str))
    if isinstance(value, Sequence):
        return BETWEEN[lang].join(_shown(name, item, lang) for item in value)
    raise EngineError("message_value_unusable", name=name, kind=type(value).__name__)


def _is_written(subject: object, field: str) -> bool:
    """Tell whether `subject` holds something at `field`, "path.routeSecuredBy"."""
    for step in field.split("."):
        subject = subject.get(step) if isinstance(subject, dict) else None
    return subject is not None


def folder_of(name: str) -> str:
    """Return the folder of the requirement "clause.slug"."""
    return f"requirements/{name.replace('.', '/')}"


def _text(data: Mapping[str, str]) -> Text:
    return Text(en=data["en"], ja=data["ja"])


def _requirement(
    name: str, data: Mapping[str, Any], clauses: Mapping[str, Any], texts: Callable[[], Mapping[str, Any]]
) -> RequirementEntry:
    clause = clauses[data["clause"]]
    return RequirementEntry(
        id=data["id"],
        name=name,
        clause=clause["number"],
        clause_title=_text(clause["title"]),
        title=_text(data["title"]),
        description=_text(data["description"]),
        modality=data["modality"],
        binds=tuple(data.get("binds", ())),
        origin=data["origin"],
        protects=tuple(data.get("protects", ())),
        verdicts=tuple(data["verdicts"]),
        rows=tuple(data.get("rows", ())),
        cases=MappingProxyType(data.get("cases", {})),
        texts=lambda: texts()[name],
    )


def _row(data: Mapping[str, Any], clause: Mapping[str, Any]) -> Row:
    return Row(
        name=data["row"],
        id=data["id"],
        clause=clause["number"],
        clause_title=_text(clause["title"]),
        text=_text(data["text"]),
        status=data["status"],
        judged_by=tuple(data["judgedBy"]),
        reason=_text(data["reason"]) if "reason" in data else None,
    )


def _finding(code: str, data: Mapping[str, Any]) -> FindingEntry:
    return FindingEntry(
        code=code, state=State(data["state"]), message=_text(data["message"]), remedy=_text(data["remedy"])
    )
