"""One command from its words to its exit code, with whatever goes wrong on the way."""

import os
import sys
from collections.abc import Sequence

from bunkaiten import config, schemas
from bunkaiten.cli import check, options, outputs, speech, streams
from bunkaiten.errors import BunkaitenError, UsageError
from bunkaiten.model import VERSION
from bunkaiten.report.look import Look

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None, judge: "check.Judge | None" = None) -> int:
    """Run one command and return its exit code: 0 pass, 1 findings, else `errors`.

    `argv` is without the program's name. `judge` stands in for the gate in tests.
    """
    words = sys.argv[1:] if argv is None else list(argv)
    streams.prepare()
    try:
        return _run(words, judge)
    except BunkaitenError as problem:
        _complain(problem, words)
        return problem.exit_code
    except KeyboardInterrupt:
        _complain(UsageError("cli_interrupted"), words)
        return INTERRUPTED
    except BaseException as defect:  # noqa: BLE001 - else a bug would exit 1, which means "findings"
        from bunkaiten.cli.defects import recorded  # noqa: PLC0415 - never, we hope

        _complain(recorded(defect), words)
        return BunkaitenError.exit_code


def _run(words: Sequence[str], judge: "check.Judge | None") -> int:
    line = options.parse(words)
    if options.HELP in line.flags or line.command == "help":
        return _help(line, words)
    if options.VERSION in line.flags:
        streams.write(f"bunkaiten {VERSION}\n")
        return 0
    settings = _settings(line)
    lang = settings.lang or speech.of_locale(os.environ)
    look = Look(lang=lang, rows=options.ROWS in line.flags)
    if line.command == "check":
        return check.run(settings, line.arguments, look, judge)
    if line.command == "observe":
        from bunkaiten.cli import observe  # noqa: PLC0415 - a check needs it not

        return observe.run(settings, line.arguments, look)
    if line.command == "draft":
        from bunkaiten.cli import draft  # noqa: PLC0415 - a check needs it not

        return draft.run(settings, line.arguments, look)
    return _inform(line, settings, look)


def _settings(line: options.Line) -> config.Config:
    layers = [
        config.from_file(speech.config_path(line.flags, os.environ)),
        config.from_environment(os.environ),
    ]
    if line.command == "draft":
        layers = [layer.without("output") for layer in layers]
    elif line.command not in ("check", "observe"):
        # what a project sets for its reports is not meant for a list of rules
        layers = [layer.without(*config.LISTS) for layer in layers]
    return config.settle(*layers, line.layer())


def _help(line: options.Line, words: Sequence[str]) -> int:
    from bunkaiten.cli import help as pages  # noqa: PLC0415 - a check needs none

    command = line.command
    if command == "help":
        command = line.arguments[0] if line.arguments else None
    if command is not None and command not in options.COMMANDS:
        raise config.misspelt("cli_unknown_command", command, options.COMMANDS)
    streams.write(pages.page(command, Look(lang=speech.before_all(words, os.environ))))
    return 0


def _inform(line: options.Line, settings: config.Config, look: Look) -> int:
    from bunkaiten.cli import about, rules  # noqa: PLC0415 - a check needs none

    coloured = Look(lang=look.lang, colour=streams.wants_colour(settings.color, os.environ))

    def text(output: outputs.Output) -> str:
        dressed = look if output.path else coloured
        if line.command == "rules":
            listed = next((each for flag, each in rules.LISTS.items() if flag in line.flags), rules.rules)
            return listed(output.format, dressed)
        if line.command == "version":
            return about.version(output.format, dressed)
        if line.command == "explain":
            return rules.explain(_argument(line, "cli_no_rule_given"), output.format, dressed)
        return about.schema(_argument(line, "cli_no_schema_given", words=", ".join(sorted(schemas.KINDS))))

    if line.command is None:
        raise UsageError("cli_no_command", words=", ".join(options.COMMANDS))
    wanted = ("json",) if line.command == "schema" else settings.output
    outputs.deliver(outputs.planned(wanted), text)
    return 0


def _argument(line: options.Line, missing: str, **values: object) -> str:
    if not line.arguments:
        raise UsageError(missing, **values)
    return line.arguments[0]


def _complain(problem: BunkaitenError, words: Sequence[str]) -> None:
    for each in speech.sentences(problem, speech.before_all(words, os.environ)):
        streams.complain(each)
