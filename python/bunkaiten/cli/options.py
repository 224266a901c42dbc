"""What may stand on the command line. Parsing, help and their tests all read these tables.

Not argparse: it words its errors and headings in English only.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from bunkaiten import config
from bunkaiten.errors import UsageError
from bunkaiten.report import FORMATTERS

_FORMATS = "|".join(FORMATTERS)

HELP = "--help"
VERSION = "--version"
CONFIG = "--config"
ROWS = "--rows"
COVERAGE = "--coverage"

OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "--plan": "FILE",
        "--source": "FOLDER",
        "--declarations-only": "",
        "--scope": "|".join(config.WORDS["scope"]),
        "--as-of": "YYYY-MM-DD",
        "--edition": "NAME",
        "--fail-on": "|".join(config.WORDS["fail-on"]),
        "--allow-empty": "",
        "--output": f"{_FORMATS}[=FILE]",
        "--color": "|".join(config.WORDS["color"]),
        "--quiet": "",
        ROWS: "",
        COVERAGE: "",
        "--lang": "|".join(config.WORDS["lang"]),
        CONFIG: "FILE",
        HELP: "",
        VERSION: "",
    }
)
"""What an option wants after it, for the help; "" if it stands alone. In the order of the help."""

SHORT: Mapping[str, str] = MappingProxyType({"-h": HELP, "-o": "--output", "-q": "--quiet"})

_COMMON = ("--lang", CONFIG, HELP, VERSION)

COMMANDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "check": tuple(option for option in OPTIONS if option != COVERAGE),
        "observe": ("--plan", "--source", "--output", *_COMMON),
        "draft": ("--plan", "--source", "--output", *_COMMON),
        "explain": ("--output", *_COMMON),
        "rules": (ROWS, COVERAGE, "--output", *_COMMON),
        "schema": _COMMON,
        "version": ("--output", *_COMMON),
        "help": _COMMON,
    }
)
"""The commands, in the order of the help, and the options that each one knows."""

ARGUMENTS: Mapping[str, tuple[str, int | None]] = MappingProxyType(
    {
        "check": ("PATH…", None),
        "observe": ("PATH…", None),
        "draft": ("PATH…", None),
        "explain": ("ID", 1),
        "rules": ("", 0),
        "schema": ("KIND", 1),
        "version": ("", 0),
        "help": ("[COMMAND]", 1),
    }
)
"""What a command wants, for the help, and how many at most."""


class Line(NamedTuple):
    """A command line, taken apart. `command` is None where none was named."""

    command: str | None
    arguments: tuple[str, ...]
    flags: Mapping[str, object]
    """By option as in `OPTIONS`: true, or what was given; a list for one that may be repeated."""

    def layer(self) -> config.Layer:
        """Return the settings among the options."""
        settings = {name[2:]: value for name, value in self.flags.items() if name[2:] in config.NAMES}
        return config.Layer(values=settings, place="--{name}")


def parse(argv: Sequence[str]) -> Line:
    """Take `argv` apart, without the program's name.

    The first word that is no option is the command; options may stand anywhere.
    Raise `UsageError` on an unknown command, an option that the command does not
    know, a value that is missing or too much, and on too many arguments.
    """
    flags: dict[str, object] = {}
    words: list[str] = []
    for option, value in _parts(argv, _command(argv)):
        if option is None:
            words.append(value or "")
        elif option[2:] in config.LISTS:
            flags[option] = [*_listed(flags.get(option)), value]
        else:
            flags[option] = True if value is None else value
    line = Line(command=words[0] if words else None, arguments=tuple(words[1:]), flags=flags)
    _accept(line)
    return line


def language(argv: Sequence[str]) -> str | None:
    """Return the language that `argv` asks for, however wrong the rest of it is."""
    found = None
    options = list(argv[: argv.index("--")] if "--" in argv else argv)
    for word, following in pairwise([*options, ""]):
        name, equals, value = word.partition("=")
        if name == "--lang" and (asked := value if equals else following) in config.WORDS["lang"]:
            found = asked
    return found


def _command(argv: Sequence[str]) -> str | None:
    """Return the command that `argv` seems to name, so that a misspelt option is told from its own."""
    return next((word for word in argv if word in COMMANDS), None)


def _parts(argv: Sequence[str], command: str | None) -> Iterator[tuple[str | None, str | None]]:
    """Yield each option with its value, if it takes one, and each other word with no option."""
    rest = iter(argv)
    for word in rest:
        if word == "--":
            yield from ((None, each) for each in rest)
        elif word == "-" or not word.startswith("-"):
            yield None, word
        else:
            yield _option(word, rest, command)


def _option(word: str, rest: Iterator[str], command: str | None) -> tuple[str, str | None]:
    name, equals, value = word.partition("=")
    if not word.startswith("--") and word[:2] in SHORT:
        # "-ojson" and "-o json"; "-o=json" would name a format "=json"
        name, value = word[:2], word[2:]
        equals = value
    option = SHORT.get(name, name)
    if option not in OPTIONS:
        known = COMMANDS.get(command or "", tuple(OPTIONS))
        short = [letter for letter, named in SHORT.items() if named in known]
        raise config.misspelt("cli_unknown_option", name, (*known, *short))
    if not OPTIONS[option]:
        if equals:
            raise UsageError("cli_no_value_wanted", option=name)
        return option, None
    if not equals:
        value = next(rest, "")
        if value == "--" or (value.startswith("-") and value in (*OPTIONS, *SHORT)):
            value = ""
    if not value:
        raise UsageError("cli_value_missing", option=name, wanted=OPTIONS[option])
    return option, value


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _accept(line: Line) -> None:
    if line.command is None:
        return
    if line.command not in COMMANDS:
        raise config.misspelt("cli_unknown_command", line.command, COMMANDS)
    if len(asked := [option for option in (ROWS, COVERAGE) if option in line.flags]) > 1:
        raise UsageError("cli_one_or_the_other", one=asked[0], other=asked[1])
    if wrong := [option for option in line.flags if option not in COMMANDS[line.command]]:
        raise UsageError("cli_option_of_another_command", option=wrong[0], command=line.command)
    most = ARGUMENTS[line.command][1]
    if most is not None and len(line.arguments) > most:
        raise UsageError("cli_too_many", command=line.command, argument=line.arguments[most])
