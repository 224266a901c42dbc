"""The help, printed from the tables of `options` and the sentences of the message files."""

from collections.abc import Iterator

from bunkaiten.cli import options
from bunkaiten.report.look import Look

_EXIT_CODES = (0, 1, 2, 3, 4, 70, 130)


def page(command: str | None, look: Look) -> str:
    """Return the help of `command`, or of the whole program: one page a language."""
    pages = (_page(command, Look(lang=lang)) for lang in look.languages)
    return "\n".join("".join(f"{line}\n" for line in lines) for lines in pages)


def _page(command: str | None, look: Look) -> Iterator[str]:
    if command is None:
        yield from look.say("help_summary")
        yield from _usage("COMMAND", look)
        yield from _list(
            "help_heading_commands", {name: f"help_command_{name}" for name in options.COMMANDS}, look
        )
        known = options.COMMANDS["help"]
    else:
        yield from look.say(f"help_command_{command}")
        yield from _usage(" ".join(filter(None, (command, options.ARGUMENTS[command][0]))), look)
        known = options.COMMANDS[command]
    if command == "check":
        yield from ("", *look.say("help_check_paths"))
    described = {_form(option): f"help_option_{option[2:]}" for option in options.OPTIONS if option in known}
    yield from _list("help_heading_options", described, look)
    if command in (None, "check"):
        yield from _list("help_heading_exit", {str(code): f"help_exit_{code}" for code in _EXIT_CODES}, look)
    yield from ("", *look.say("help_settings"))
    if command is None:
        yield from look.say("help_more")


def _usage(rest: str, look: Look) -> Iterator[str]:
    yield ""
    yield from look.joined(look.say("help_heading_usage"), [f"bunkaiten {rest} [OPTION…]"])


def _list(heading: str, items: dict[str, str], look: Look) -> Iterator[str]:
    yield from ("", *look.say(heading))
    width = max(len(name) for name in items)
    for name, code in items.items():
        if width <= _BESIDE:
            yield f"  {name:<{width}}  {look.say(code)[0]}"
        else:
            yield from (f"  {name}", f"      {look.say(code)[0]}")


def _form(option: str) -> str:
    shorts = [short for short, long in options.SHORT.items() if long == option]
    return " ".join(filter(None, (", ".join((*shorts, option)), options.OPTIONS[option])))


_BESIDE = 12
"""Names up to this width have their description beside them, longer ones below."""
