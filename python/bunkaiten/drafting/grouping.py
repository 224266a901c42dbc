"""Which things stand together as one subject: a proposal, by names and by tables, that people change."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from bunkaiten import schemas
from bunkaiten.drafting.observed import Fact, Somebody, Thing

EXCHANGES = "exchanges"
STORAGE = "externalStorage"
TELEWORK = "telework"
MAINTENANCE = "remoteMaintenance"
WORK = "entrustedWork"

_MOST = 1000
"""As many components as the schema lets one subject have."""

_KINDS = MappingProxyType({"endpoints": EXCHANGES, "peers": EXCHANGES, "stores": STORAGE})
"""Where each kind of fact but accesses goes."""

_WAYS = MappingProxyType(
    {"api-call": EXCHANGES, "file-transfer": EXCHANGES, "function-call": EXCHANGES, "user": MAINTENANCE}
)
"""Where accesses go that their other attributes would lead astray: systems that call each other."""

_PLACES = frozenset({"anybody", "federated", "host", "network", "service"})
"""How somebody is named of whom only the place is known; all others are somebody's accounts or people."""

_SINGULAR = MappingProxyType(
    {
        EXCHANGES: "exchange",
        STORAGE: "storage",
        TELEWORK: "telework",
        MAINTENANCE: "maintenance",
        WORK: "work",
    }
)
"""What a subject is called whose things give no name."""


_MODULES = re.compile(r"(?:module\.[^.\[]+(?:\[(?:\"(?:[^\"\\]|\\.)*\"|[0-9]+)\])?\.)+")
"""The modules that an address begins with."""


class Subject(NamedTuple):
    """One subject to declare."""

    section: str
    name: str
    components: tuple[str, ...]
    """For implementedBy, sorted."""
    facts: tuple[tuple[str, Fact], ...]
    """What the deployment shows of it, each with the name of its thing."""
    operators: frozenset[str] = frozenset()
    """The parties that markers call operators of its things."""
    accounts: frozenset[Somebody] = frozenset()
    """Whose accounts its things lie in."""

    @property
    def others(self) -> tuple[Somebody, ...]:
        """Those whom its facts identify, sorted."""
        found = {fact.who for _, fact in self.facts if fact.who is not None and fact.identifies}
        return tuple(sorted(found))


class _Part(NamedTuple):
    """Some facts of a thing, on the way into a subject."""

    thing: Thing
    facts: tuple[Fact, ...]


def subjects(things: Iterable[Thing], marked: Iterable[tuple[str, str]]) -> tuple[Subject, ...]:
    """Return what is to be declared for `things`, sorted by section and name.

    `marked` are the subjects that markers name, wanted even without a thing.
    """
    groups: dict[tuple[str, str, str], list[_Part]] = {}
    for section, word in sorted(marked):
        if is_name(_last(word)):
            groups[section, _last(word), ""] = []
    for section, group, who, part in _parts(tuple(things)):
        groups.setdefault((section, group, who), []).append(part)
    found: dict[tuple[str, str], Subject] = {}
    for (section, group, _), parts in sorted(groups.items()):
        for batch in _fitting(parts):
            name = _free(section, group, found)
            found[section, name] = _subject(section, name, batch)
    return tuple(found[key] for key in sorted(found))


def is_name(word: str) -> bool:
    """Tell whether a subject may be called `word`."""
    return schemas.NAME.fullmatch(word) is not None and word not in schemas.RESERVED


def slug(text: str) -> str:
    """Return a name made of `text`, "" if nothing is left of it."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:50].strip("-")


def _parts(things: tuple[Thing, ...]) -> Iterator[tuple[str, str, str, _Part]]:
    """Yield each thing with its section, its group and, for maintenance, whom it lets in."""
    entered = {thing.key: way_in for thing in things if (way_in := _way_in(thing)) is not None}
    stored = _readers(things)
    called = {thing.whole: name for thing in things for section, name in _marks(thing) if section == STORAGE}
    for thing in things:
        if marked := _marks(thing):
            yield from ((section, name, "", _Part(thing, thing.facts)) for section, name in marked)
            continue
        above = sorted(thing.parts & entered.keys())
        way_in = entered.get(thing.key) or (entered[above[0]] if above else None)
        # who gets at a store gets at nothing else
        if thing.key in entered and thing.whole in stored and thing.whole != thing.name:
            way_in = STORAGE
        for section, facts in _by_section(thing, way_in, stored.get(thing.whole)).items():
            who = _first(facts) if section == MAINTENANCE else ""
            group = called.get(thing.whole) if section == STORAGE else None
            yield section, group or _group(thing, section), who, _Part(thing, facts)


def _marks(thing: Thing) -> list[tuple[str, str]]:
    return [(section, _last(word)) for section, word in thing.marked if is_name(_last(word))]


def _way_in(thing: Thing) -> str | None:
    """Return the section for the accesses of `thing`, if it is one for people."""
    sections = {_entrance(fact) for fact in thing.facts if fact.kind == "accesses"}
    return next((section for section in (MAINTENANCE, TELEWORK) if section in sections), None)


def _entrance(fact: Fact) -> str:
    if fact.way in _WAYS:
        return _WAYS[fact.way]
    by_account = fact.by_iam or (fact.who is not None and fact.who.by not in _PLACES)
    return MAINTENANCE if by_account else TELEWORK


def _readers(things: Iterable[Thing]) -> Mapping[str, frozenset[Somebody]]:
    """Return who reads or keeps what each store holds, by the name of the whole."""
    found: dict[str, frozenset[Somebody]] = {}
    for thing in things:
        if any(fact.kind == "stores" for fact in thing.facts):
            readers = {fact.who for fact in thing.facts if fact.kind == "stores" and fact.who is not None}
            found[thing.whole] = found.get(thing.whole, frozenset()) | readers
    return found


def _by_section(
    thing: Thing, way_in: str | None, readers: Container[Somebody | None] | None
) -> Mapping[str, tuple[Fact, ...]]:
    """Sort the facts of `thing` into sections; `way_in` takes what is only another side of it.

    `readers` are those of the store that it is a part of, None if it is a part of none.
    """
    doors = {(fact.who, fact.ports) for fact in thing.facts if fact.kind == "accesses"}
    # no telework has room for whoever is on the other side of a route
    leads_out = way_in == TELEWORK and any(fact.kind == "peers" and fact.identifies for fact in thing.facts)
    is_part = not leads_out and all(fact.kind in ("endpoints", "peers") for fact in thing.facts)
    # who comes near a store, or is told as its reader already, is on the other side of nothing else
    peers = [fact for fact in thing.facts if fact.kind == "peers"]
    is_at_store = readers is not None and all(peer.is_inward or peer.who in readers for peer in peers)
    found: dict[str, list[Fact]] = {}
    for fact in thing.facts:
        section = _entrance(fact) if fact.kind == "accesses" else _KINDS.get(fact.kind, EXCHANGES)
        same_door = fact.kind == "endpoints" or (fact.who, fact.ports) in doors
        # one thing stands under one of these only
        if way_in and (section != EXCHANGES or is_part or same_door):
            section = way_in
        elif fact.kind == "peers" and is_at_store:
            section = STORAGE
        found.setdefault(section, []).append(fact)
    return {section: tuple(facts) for section, facts in found.items()}


def _group(thing: Thing, section: str) -> str:
    """Return what `thing` stands together with: its module or namespace, or else those of its name."""
    # the parts of one store stand together wherever they are written
    kind, _, address = (thing.whole if section == STORAGE else thing.name).partition(":")
    if kind == "kubernetes":
        namespace, _, rest = address.partition("/")
        return slug(namespace or rest.partition("/")[2]) or _SINGULAR[section]
    modules = _MODULES.match(address)
    if modules:
        return slug(re.sub(r"(^|\.)module\.", " ", modules[0])) or _SINGULAR[section]
    whole = thing.whole.partition(":")[2]
    label = _MODULES.sub("", whole).partition(".")[2].partition("[")[0]
    return slug(label) or _SINGULAR[section]


def _first(facts: Iterable[Fact]) -> str:
    known = sorted(fact.who for fact in facts if fact.who is not None and fact.identifies)
    return f"{known[0].by} {known[0].name}" if known else ""


def _last(word: str) -> str:
    """Return the name in a marker, which may have that of its declaration before it."""
    return word.rpartition("/")[2]


def _fitting(parts: list[_Part]) -> Iterator[list[_Part]]:
    """Cut `parts`, so that each batch fits one subject; of none there is one, which is empty."""
    return (parts[at : at + _MOST] for at in range(0, max(len(parts), 1), _MOST))


def _free(section: str, group: str, taken: Container[tuple[str, str]]) -> str:
    if not is_name(group):
        group = f"{_SINGULAR[section]}-{group}"
    candidates = [group, *(f"{group}-{number}" for number in range(2, 10_002))]
    return next(name for name in candidates if (section, name) not in taken)


def _subject(section: str, name: str, parts: list[_Part]) -> Subject:
    facts = [(part.thing.name, fact) for part in parts for fact in part.facts]
    return Subject(
        section=section,
        name=name,
        components=_components(section, parts),
        facts=tuple(dict.fromkeys(facts)),
        operators=frozenset().union(*(part.thing.operators for part in parts)),
        accounts=frozenset().union(*(part.thing.accounts for part in parts)),
    )


def _components(section: str, parts: list[_Part]) -> tuple[str, ...]:
    """Return the names to list: of a store the whole, and nothing that another name brings along."""
    of: dict[str, frozenset[str]] = {}
    for thing in (part.thing for part in parts if part.thing.found):
        name = thing.whole if section == STORAGE else thing.name
        of[name] = of.get(name, thing.of | {name}) & (thing.of | {name})
    kept = set(of)
    for name in sorted(of):
        if (of[name] - {name}) & kept:
            kept.discard(name)
    return tuple(sorted(kept))
