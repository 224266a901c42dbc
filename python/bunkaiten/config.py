"""Settings, and the one order in which their sources win: defaults < file < environment < flags."""

import os
import re
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from bunkaiten.errors import UsageError
from bunkaiten.model import LANGUAGES, FailOn, Scope, day_of

FILE = "bunkaiten.toml"
PREFIX = "BUNKAITEN_"

WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "lang": (*LANGUAGES, "both"),
        "fail-on": tuple(FailOn),
        "scope": tuple(Scope),
        "color": ("auto", "always", "never"),
    }
)
"""Settings that are one word out of a closed set."""
_ENUMS: Mapping[str, type[FailOn] | type[Scope]] = MappingProxyType({"fail-on": FailOn, "scope": Scope})
FLAGS = ("allow-empty", "declarations-only", "quiet")
LISTS = ("output", "plan", "source")
TEXTS = ("as-of", "edition")
NAMES = (*WORDS, *FLAGS, *LISTS, *TEXTS)
"""Every setting, as it is written in a file and, after "--", on the command line."""

_OF_A_SERVICE = f"{PREFIX}(SERVICE_HOST|(SERVICE_)?PORT(_[A-Z0-9_]+)?)"


class Config(NamedTuple):
    """Settled settings. Every field has a default, so `Config()` is valid."""

    lang: str | None = None
    """"en", "ja" or "both"; None: as the locale says."""
    as_of: date | None = None
    """The evaluation date; None: today in Japan."""
    edition: str | None = None
    """None: the edition that the catalogue names first."""
    output: tuple[str, ...] = ("text",)
    """Each "format" or "format=path"."""
    fail_on: FailOn = FailOn.UNDETERMINED
    allow_empty: bool = False
    declarations_only: bool = False
    scope: Scope = Scope.ALL
    plan: tuple[str, ...] = ()
    """Paths of Terraform plans."""
    source: tuple[str, ...] = ()
    """Folders of the Terraform sources that the plans were made of."""
    color: str = "auto"
    quiet: bool = False


class Layer(NamedTuple):
    """What one source sets, and how a person finds a setting there."""

    values: Mapping[str, object]
    """By setting: a string, true or false, a list of strings, or a date."""
    place: str
    """A format for the place of a setting: "{name}" as written in `NAMES`, "{NAME}" as in a variable."""

    def at(self, name: str) -> str:
        """Return where `name` stands, for messages."""
        return self.place.format(name=name, NAME=_variable(name))

    def without(self, *names: str) -> "Layer":
        """Return this layer with nothing set under `names`."""
        return self._replace(values={name: each for name, each in self.values.items() if name not in names})


def settle(*layers: Layer) -> Config:
    """Merge `layers`, later ones winning.

    Raise `UsageError` with its place on a name that is no setting, a value of the
    wrong type and a word that is not allowed: a misspelt setting is never ignored.
    """
    merged: dict[str, Any] = {}
    for layer in layers:
        for name, value in layer.values.items():
            if name not in NAMES:
                raise misspelt("config_unknown", name, NAMES, where=layer.at(name))
            merged[name.replace("-", "_")] = _settled(name, value, layer.at(name))
    return Config(**merged)


def from_environment(environ: Mapping[str, str]) -> Layer:
    """Return what the `BUNKAITEN_*` variables set. An empty one sets nothing.

    A list is separated as in PATH. What Kubernetes sets in every pod beside a
    Service that is called bunkaiten is none of ours. Raise `UsageError` on a variable that is no setting.
    """
    variables = {_variable(name): name for name in NAMES}
    values: dict[str, object] = {}
    for variable, text in sorted(environ.items()):
        if not variable.startswith(PREFIX) or variable == f"{PREFIX}CONFIG":
            continue
        if re.fullmatch(_OF_A_SERVICE, variable):
            continue
        if variable not in variables:
            raise _unknown_variable(variable, (*variables, f"{PREFIX}CONFIG"))
        if text:
            values[variables[variable]] = _from_text(variables[variable], text)
    return Layer(values=values, place="{NAME}")


def from_file(path: str | None) -> Layer:
    """Return what the configuration file sets: `path`, or the one in the working directory, or none.

    Raise `UsageError` if `path` is not there, or if a file cannot be read.
    """
    if path is not None:
        return _read(path, must_exist=True)
    if os.path.exists(FILE):
        return _read(FILE, must_exist=True)
    return _read("pyproject.toml", must_exist=False)


def misspelt(code: str, word: str, words: Iterable[str], /, **values: object) -> UsageError:
    """Return the error `code`, or `code` + "_near" with the one of `words` that was probably meant."""
    from bunkaiten.faults import near  # noqa: PLC0415 - only a misspelling pays for it

    words = tuple(words)
    values = {"word": word, "words": ", ".join(words), **values}
    if meant := near(word, words):
        return UsageError(f"{code}_near", near=meant, **values)
    return UsageError(code, **values)


def _unknown_variable(variable: str, known: Iterable[str]) -> UsageError:
    from bunkaiten.faults import near  # noqa: PLC0415 - only a misspelling pays for it

    # what all have in common would make any two of them alike
    names = {each.removeprefix(PREFIX): each for each in known}
    values = {"word": variable, "where": variable, "words": ", ".join(names.values())}
    if meant := near(variable.removeprefix(PREFIX), names):
        return UsageError("config_unknown_near", near=names[meant], **values)
    return UsageError("config_unknown", **values)


def _variable(name: str) -> str:
    return PREFIX + name.replace("-", "_").upper()


def _from_text(name: str, text: str) -> object:
    if name in FLAGS:
        return {"true": True, "false": False}.get(text, text)
    return text.split(os.pathsep) if name in LISTS else text


def _settled(name: str, value: object, where: str) -> object:
    """Return `value` as the type of its field in `Config`."""
    if name in FLAGS:
        if not isinstance(value, bool):
            raise UsageError("config_not_a_flag", where=where)
        return value
    if name in LISTS:
        items = value if isinstance(value, list) else [value]
        if not items or not all(isinstance(item, str) for item in items):
            raise UsageError("config_not_a_list", where=where)
        return tuple(items)
    if name == "as-of":
        if (day := day_of(value)) is None:
            raise UsageError("config_not_a_day", where=where, value=value)
        return day
    if not isinstance(value, str):
        raise UsageError("config_not_text", where=where)
    if name in WORDS and value not in WORDS[name]:
        raise misspelt("config_unknown_word", value, WORDS[name], where=where)
    return _ENUMS[name](value) if name in _ENUMS else value


def _read(path: str, *, must_exist: bool) -> Layer:
    try:
        with open(path, "rb") as file:
            content = file.read()
    except FileNotFoundError:
        if must_exist:
            raise UsageError("config_not_found", path=path) from None
        content = b""
    except OSError as problem:
        raise UsageError("config_unreadable", path=path) from problem
    if os.path.basename(path) != "pyproject.toml":
        return Layer(values=_toml(content, path), place=f"{_literal(path)}: {{name}}")
    # most projects have such a file, few say anything of us in it: do not parse it in vain
    project = _toml(content, path) if _mentions_us(content) else {}
    place = f"{_literal(path)}: tool.bunkaiten.{{name}}"
    return Layer(values=_table(_table(project, "tool", path), "bunkaiten", path), place=place)


def _mentions_us(content: bytes) -> bool:
    """Return whether the TOML text `content` may have a table tool.bunkaiten, in whatever spelling."""
    words = b"\n" + content.translate(None, b" \t\"'")
    tables = (b"tool.bunkaiten", b"[tool]", b"\ntool=")
    return b"bunkaiten" in words and any(each in words for each in tables)


def _literal(path: str) -> str:
    return path.replace("{", "{{").replace("}", "}}")


def _table(values: Mapping[str, Any], name: str, path: str) -> Mapping[str, Any]:
    table = values.get(name, {})
    if not isinstance(table, Mapping):
        raise UsageError("config_not_a_table", where=f"{path}: {name}")
    return table


def _toml(content: bytes, path: str) -> Mapping[str, Any]:
    import tomllib  # noqa: PLC0415 - only who has a file pays for it

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise UsageError("config_not_utf8", path=path) from problem
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        # the library words its errors in English only; the place it names is enough
        place = re.search(r"\(at line (\d+), column (\d+)\)$", str(problem))
        where = f"{path}:{place[1]}:{place[2]}" if place else path
        raise UsageError("config_not_toml", where=where) from problem
