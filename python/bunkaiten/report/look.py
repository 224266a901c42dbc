"""How text for people looks: its languages, its colours, and what must never reach a terminal."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bunkaiten import messages
from bunkaiten.catalogue import BETWEEN
from bunkaiten.model import LANGUAGES, Text

_SPACES = "\u00a0\u3000"
_GAP = {"en": " ", "ja": ""}
_COLOURS = {"red": "31", "green": "32", "yellow": "33", "cyan": "36", "bold": "1"}


class Look(NamedTuple):
    """What the reader asked for. A formatter for machines may ignore it."""

    lang: str = "en"
    """"en", "ja" or "both"."""
    colour: bool = False
    rows: bool = False
    """Show every row of the guideline for every subject, judged or not."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages to write, in their order."""
        return LANGUAGES if self.lang == "both" else (self.lang,)

    def say(self, code: str, values: Mapping[str, object] | None = None) -> list[str]:
        """Return the tool's own sentence `code`, one line a language. Lists and texts are said in it, too."""
        return [
            printable(
                messages.text(code, lang, {name: _said(each, lang) for name, each in (values or {}).items()})
            )
            for lang in self.languages
        ]

    def text(self, text: Text) -> list[str]:
        """Return `text`, one line a language."""
        return [printable(text.in_(lang)) for lang in self.languages]

    def joined(self, *parts: Sequence[str]) -> list[str]:
        """Join sentences that `say` and `text` returned, language by language, in one line each."""
        pairs = zip(self.languages, zip(*parts, strict=True), strict=True)
        return [_GAP[lang].join(filter(None, sentences)) for lang, sentences in pairs]

    def painted(self, text: str, *colours: str) -> str:
        """Return `text` in `colours` if colour was asked for."""
        if not self.colour:
            return text
        return f"\x1b[{';'.join(_COLOURS[each] for each in colours)}m{text}\x1b[0m"


def _said(value: object, lang: str) -> object:
    if isinstance(value, Text):
        return value.in_(lang)
    if isinstance(value, list | tuple):
        return BETWEEN[lang].join(value)
    return value


def printable(text: str) -> str:
    """Return `text` on one line, with what a terminal would obey written as an escape."""
    # control characters move cursors and recolour terminals, bidirectional ones make a text read as another
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() or each in _SPACES else repr(each)[1:-1] for each in text)
