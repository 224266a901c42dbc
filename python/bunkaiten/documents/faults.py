"""How a reader stops inside a document: the fault, where it stands, and words fit to be shown."""

from collections.abc import Mapping

from bunkaiten.errors import DocumentError

_SHOWN = 60
_CHUNK = 16384
_MOST_DIGITS = 20


class Fault(Exception):  # noqa: N818 - it is a value on its way to a Refusal and never leaves the package
    """What is wrong, and where: `at` is an offset into the text, `pointer` a JSON Pointer.

    Both may be None: then no place can be named.
    """

    def __init__(
        self, code: str, at: int | None = None, *, pointer: str | None = None, **values: str | int
    ) -> None:
        """Take the facts; `values` fill the sentence `code`."""
        super().__init__(code)
        self.code = code
        self.at = at
        self.pointer = pointer
        self.values: Mapping[str, str | int] = values

    def error(self, line: int | None = None, column: int | None = None) -> DocumentError:
        """Return the fault as an error that has its place."""
        return DocumentError(self.code, line=line, column=column, **self.values)


class Lines:
    """Offsets of a text as lines and columns.

    What is kept is two numbers for a chunk of the text, however many lines it has, and
    only up to the last place asked for: a look-up reads no more than its own chunk again.
    """

    def __init__(self, text: str) -> None:
        """Take the text; it is looked at when the first place is asked for."""
        self._text = text
        self._chunks: list[tuple[int, int]] = [(0, 0)]
        """For each chunk, of its beginning: the line breaks before it, and where its line begins."""

    def place(self, at: int) -> tuple[int, int]:
        """Return line and column of the offset `at`, both from 1, columns in characters."""
        at = min(at, len(self._text))
        while len(self._chunks) <= at // _CHUNK:
            self._chunks.append(self._counted(len(self._chunks) * _CHUNK))
        breaks, start = self._counted(at)
        return breaks + 1, at - start + 1

    def _counted(self, at: int) -> tuple[int, int]:
        """Return the line breaks before `at`, and where its line begins; the chunk before it is known."""
        chunk = min(at // _CHUNK, len(self._chunks) - 1)
        breaks, start = self._chunks[chunk]
        last = self._text.rfind("\n", chunk * _CHUNK, at)
        return breaks + self._text.count("\n", chunk * _CHUNK, at), start if last < 0 else last + 1


def shown(text: object, most: int = _SHOWN) -> str:
    """Return `text` cut to `most` letters and without anything that could break a line or a terminal."""
    whole = str(text)
    cut = whole[:most] + ("…" if len(whole) > most else "")
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape", "surrogatepass").decode()
        for letter in cut
    )


def steps_of(pointer: str) -> list[str]:
    """Return the steps of a JSON Pointer (RFC 6901); "" has none."""
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def pointer_to(*steps: object) -> str:
    """Return the JSON Pointer (RFC 6901) that has these steps."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def fits_64_bits(digits: str) -> bool:
    """Say whether an integer, written in decimal, can be held as signed or unsigned 64 bits."""
    plain = digits.lstrip("+-").lstrip("0")
    # the length first: Python refuses to convert thousands of digits
    return len(plain) <= _MOST_DIGITS and -(2**63) <= int(digits) < 2**64
