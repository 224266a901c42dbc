"""The manner of a Rego file, where `opa check` and `opa fmt` have no opinion. Each check yields faults."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TypeAlias

import yaml

from tools import rego
from tools.mutation.source import Node, Source, expressions, name, tagged

VERDICTS = ("applies", "satisfied", "deny", "undetermined", "note")
LONGEST_LINE = 120
LONGEST_REQUIREMENT = 120
"""Lines of a file without METADATA."""
LONGEST_RULE = 20
LONGEST_RULE_OF_TESTS = 40
BANNED = re.compile(
    r"(?<![\w.])(?:rego\.metadata|http\.send|opa\.runtime|time\.now_ns|rand\.\w+|(?:print|trace)(?=\())"
)
CLOCK = frozenset({PurePosixPath("bunkaiten/envelope/envelope.rego")})
"""Where no caller can hand in a day, this file alone may read the clock."""
VERB = re.compile(r"%[^%]")
METADATA = re.compile(r"^# METADATA\n(?:#.*\n)*", re.MULTILINE)
PACKAGE_METADATA = re.compile(r"^# METADATA\n((?:#.*\n)*)package ", re.MULTILINE)
STRING_OR_COMMENT = re.compile(r'"(?:\\.|[^"\\\n])*"|`[^`]*`|#.*')
SCALARS = frozenset({"Bool", "Null", "Number", "RawString", "String", "Var"})


@dataclass(frozen=True, kw_only=True)
class File:
    """One Rego file. `path` is below `policies/`."""

    path: PurePosixPath
    text: str
    packages: frozenset[str] = frozenset()
    """What can be imported: packages and folders of data, without "data."."""

    @cached_property
    def source(self) -> Source:
        """The file with its syntax tree."""
        return Source(self.text, str(self.path))

    @property
    def is_test(self) -> bool:
        """Whether the file holds tests."""
        return self.path.name.endswith(rego.TEST_SUFFIX)

    @property
    def is_requirement(self) -> bool:
        """Whether the file judges subjects, so that its rules have fixed names."""
        return "requirements" in self.path.parts and not self.is_test

    @property
    def code(self) -> str:
        """The text without comments, its strings empty."""
        return STRING_OR_COMMENT.sub('""', self.text)


Check: TypeAlias = Callable[[File], Iterator[str]]


def banned_builtin(file: File) -> Iterator[str]:
    """Built-ins that this engine lacks, or that make a verdict depend on more than its input."""
    clock = "time.now_ns" if file.path in CLOCK else ""
    yield from (f"{found[0]} is banned" for found in BANNED.finditer(file.code) if found[0] != clock)


def sprintf_verb(file: File) -> Iterator[str]:
    """Verbs that the engines print differently."""
    for node in _calls(file, "sprintf"):
        kind, form = tagged(node["params"][0])
        if kind not in {"String", "RawString"}:
            yield f"{_line(node)}: the format of sprintf is not written out"
            continue
        verbs = set(VERB.findall(form["value"])) - {"%s", "%d", "%v"}
        yield from (f"{_line(node)}: sprintf with {verb}" for verb in sorted(verbs))


def public_rule(file: File) -> Iterator[str]:
    """A requirement has the five verdicts; the rest is private."""
    if file.is_requirement:
        names = {name(file.source, rule) for rule in file.source.rules}
        yield from sorted(f"{one} is public" for one in names if one not in VERDICTS and one[0] != "_")


def order(file: File) -> Iterator[str]:
    """The verdicts in their order, then the helpers."""
    if file.is_requirement:
        for one, following in pairwise(name(file.source, rule) for rule in file.source.rules):
            if _rank(one) > _rank(following):
                yield f"{following} stands after {one}"


def folder_repeats_package(file: File) -> Iterator[str]:
    """Folder, file and package have one name.

    Tests stand under a root of their own: whoever asks every package of a folder is not given them.
    """
    suffix = "_test" if file.is_test else ""
    root, *inside = file.path.parent.parts
    expected = ".".join([root + suffix, *inside])
    if rego.package(file.text) != expected:
        yield f"the package should be {expected}"
    if file.path.name != f"{file.path.parent.name}{suffix}.rego":
        yield f"the file should be {file.path.parent.name}{suffix}.rego"
    if not re.fullmatch(r"[a-z0-9_.]+", expected):
        yield f"{expected} is not snake_case"


def size(file: File) -> Iterator[str]:
    """What is longer is hard to judge at a glance."""
    longest = LONGEST_RULE_OF_TESTS if file.is_test else LONGEST_RULE
    for rule in file.source.rules:
        span = file.source.whole(tagged(rule)[1]["span"])
        lines = file.source.text(span).count(b"\n") + 1
        if lines > longest:
            yield f"{name(file.source, rule)} has {lines} lines, more than {longest}"
    without = METADATA.sub(lambda found: "\n" * found[0].count("\n"), file.text).splitlines()
    yield from (
        f"{at}: longer than {LONGEST_LINE}"
        for at, line in enumerate(without, start=1)
        if len(line) > LONGEST_LINE
    )
    lines = len(METADATA.sub("", file.text).splitlines())
    if file.is_requirement and lines > LONGEST_REQUIREMENT:
        yield f"{lines} lines without METADATA, more than {LONGEST_REQUIREMENT}"


def same_name(file: File) -> Iterator[str]:
    """Rules of one name are alternatives: a test that holds would hide one that fails."""
    if file.is_test:
        counts = Counter(name(file.source, rule) for rule in file.source.rules)
        yield from (
            f"{one} stands {count} times"
            for one, count in counts.items()
            if one.startswith("test_") and count > 1
        )


def metadata(file: File) -> Iterator[str]:
    """Every package says what it is."""
    if file.is_test:
        return
    found = PACKAGE_METADATA.match(file.text)
    if not found:
        yield "does not begin with a METADATA block that touches the package"
        return
    block = yaml.safe_load("\n".join(line[1:] for line in found[1].splitlines()))
    yield from (f"METADATA has no {key}" for key in ("title", "description") if not block.get(key))


def imports(file: File) -> Iterator[str]:
    """A package is imported, never a single rule."""
    for found in re.finditer(r"^import +(\S+)", file.code, re.MULTILINE):
        if found[1].removeprefix("data.") not in file.packages:
            yield f"{found[1]} is no package"


def table_with_some(file: File) -> Iterator[str]:
    """In a test `some` passes if one case holds."""
    for rule in file.source.rules if file.is_test else ():
        for body in tagged(rule)[1].get("bodies", []):
            for statement in body["query"]["stmts"]:
                if name(file.source, rule).startswith("test_") and "SomeIn" in statement["literal"]:
                    yield f"{_line(statement)}: `some` passes if one case holds: use `every`"


def negation(file: File) -> Iterator[str]:
    """Where a part of what is negated is absent, the engines differ."""
    for kind, node in expressions(file.source.rules) if not file.is_test else ():
        if kind == "NotExpr" and not _may_be_negated(file, *tagged(node["expr"])):
            text = file.source.text(file.source.whole(node["span"])).decode()
            yield f"{_line(node)}: {text}: negate a reference, or a helper that takes whole variables"


def rule_of_another_package(file: File) -> Iterator[str]:
    """In a function that others call, this engine may find a rule behind an import undefined."""
    if file.is_requirement or file.is_test:
        return
    aliases = "|".join(found[1] for found in re.finditer(r"^import \S+?(\w+)$", file.text, re.MULTILINE))
    for rule in file.source.rules if aliases else ():
        text = file.source.text(file.source.whole(tagged(rule)[1]["span"])).decode()
        if text.startswith(f"{name(file.source, rule).partition('(')[0]}("):
            for found in re.finditer(rf"(?<![\w.\"])(?:{aliases})\.\w+\b(?!\()", text):
                yield f"{found[0]}: give the function what it needs, or ask in a rule"


def local_in_head(file: File) -> Iterator[str]:
    """Beside an `else`, this engine takes a variable of the body that picks in the head for any."""
    named = {name(file.source, rule) for rule in file.source.rules}
    for rule in file.source.rules:
        bodies = tagged(rule)[1].get("bodies", [])
        kind, head = tagged(tagged(rule)[1]["head"]) if len(bodies) > 1 else ("", {})
        known = named | {node["value"] for kind, node in expressions(head.get("args", [])) if kind == "Var"}
        for kind, node in _outside_comprehensions(head.get("assign")):
            index, picked = tagged(node["index"]) if kind == "RefBrack" else ("", {})
            if index == "Var" and picked["value"] not in known:
                yield f"{_line(node)}: [{picked['value']}]: pick in the body, beside an else"


def repeated_key(file: File) -> Iterator[str]:
    """A key that stands twice in an object: each engine keeps another of the two, or refuses both."""
    for kind, node in expressions(file.source.rules):
        fields = node["fields"] if kind == "Object" else ()
        keys = [tagged(key) for _, key, _ in fields]
        texts = Counter(key["value"] for kind, key in keys if kind in {"RawString", "String"})
        yield from (f"{_line(node)}: {text} stands twice" for text, count in texts.items() if count > 1)


CHECKS: tuple[Check, ...] = (
    banned_builtin,
    sprintf_verb,
    public_rule,
    order,
    folder_repeats_package,
    size,
    same_name,
    metadata,
    imports,
    table_with_some,
    negation,
    rule_of_another_package,
    local_in_head,
    repeated_key,
)


def _outside_comprehensions(tree: object) -> Iterator[tuple[str, Node]]:
    within = {
        id(part)
        for kind, node in expressions(tree)
        if kind.endswith("Compr")
        for _, part in expressions(node)
    }
    yield from ((kind, node) for kind, node in expressions(tree) if id(node) not in within)


def _calls(file: File, function: str) -> Iterator[Node]:
    for kind, node in expressions(file.source.rules):
        if (
            kind == "Call"
            and file.source.text(file.source.whole(tagged(node["fcn"])[1]["span"])).decode() == function
        ):
            yield node


def _rank(rule: str) -> int:
    return VERDICTS.index(rule) if rule in VERDICTS else len(VERDICTS)


def _may_be_negated(file: File, kind: str, node: Node) -> bool:
    if kind == "Call":
        return all(tagged(argument)[0] in SCALARS for argument in node["params"])
    if kind == "Membership":
        collection, variable = tagged(node["collection"])
        return (
            tagged(node["value"])[0] in SCALARS
            and collection == "Var"
            and variable["value"] not in _undefinable(file)
        )
    while kind in {"RefDot", "RefBrack"}:
        if kind == "RefBrack" and tagged(node["index"])[0] not in SCALARS:
            return False
        kind, node = tagged(node["refr"])
    return kind == "Var"


def _undefinable(file: File) -> set[str]:
    """Return the rules that can be undefined: all but sets."""
    return {
        name(file.source, rule)
        for rule in file.source.rules
        if "head" not in tagged(rule)[1] or "Set" not in tagged(rule)[1]["head"]
    }


def _line(node: Node) -> int:
    line: int = node["span"]["line"]
    return line
