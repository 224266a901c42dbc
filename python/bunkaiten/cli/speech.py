"""In which language this run speaks, also where the command line is too wrong to be understood."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

from bunkaiten import config
from bunkaiten.cli import options
from bunkaiten.errors import BunkaitenError
from bunkaiten.report.look import Look, printable

_PRIMARY_LANGUAGE = 0x3FF
_JAPANESE = 0x11


def of_locale(environ: Mapping[str, str]) -> str:
    """Return "ja" where the locale is Japanese, else "en"."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(variable):
            return "ja" if environ[variable].startswith("ja") else "en"
    return _of_windows()


def before_all(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the language of errors and help: of what is valid, the first of flag, variable, file, locale."""
    variable = environ.get("BUNKAITEN_LANG", "")
    named = options.language(argv) or (variable if variable in config.WORDS["lang"] else None)
    return named or _of_file(argv, environ) or of_locale(environ)


def sentences(problem: BunkaitenError, lang: str) -> list[str]:
    """Return what `problem` says, one line a language, with its place before it if it has one."""
    place = [problem.values.get("document"), getattr(problem, "line", None), getattr(problem, "column", None)]
    known = [str(each) for each in place if each is not None]
    where = f"{':'.join(known)}: " if known else ""
    return [printable(f"bunkaiten: {where}{problem.text(each)}") for each in Look(lang=lang).languages]


def config_path(flags: Mapping[str, object], environ: Mapping[str, str]) -> str | None:
    """Return the configuration file that was asked for."""
    path = flags.get(options.CONFIG) or environ.get("BUNKAITEN_CONFIG")
    return str(path) if path else None


def _of_file(argv: Sequence[str], environ: Mapping[str, str]) -> str | None:
    flags: Mapping[str, object] = {}
    with suppress(BunkaitenError):  # it is said elsewhere; this is about the language to say it in
        flags = options.parse(argv).flags
    try:
        lang = config.from_file(config_path(flags, environ)).values.get("lang")
    except BunkaitenError:
        return None
    return str(lang) if lang in config.WORDS["lang"] else None


def _of_windows() -> str:
    """Return the language of Windows, which knows none of the variables."""
    if sys.platform == "win32":  # pragma: no cover
        import ctypes  # noqa: PLC0415 - there is none elsewhere

        language = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return "ja" if language & _PRIMARY_LANGUAGE == _JAPANESE else "en"
    return "en"
