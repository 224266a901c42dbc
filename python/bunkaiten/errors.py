"""Everything that can go wrong, and the exit code that each one means.

BunkaitenError   70  a defect in this program
├─ UsageError     2  the command line or a configuration file is wrong
├─ DocumentError  3  an input document is unreadable or breaks its schema
├─ PolicyError    4  a policy file or its metadata is wrong
└─ EngineError    4  the engine failed, or gave no answer where one was due

0 (pass) and 1 (findings) belong to an evaluation that finished, never to an
error: "is not consistent" and "could not tell" must not look the same to CI.
"""

from collections.abc import Mapping
from typing import ClassVar

from bunkaiten import messages


class BunkaitenError(Exception):
    """Catch this to catch everything that this package raises on purpose.

    `code` names a sentence of the message files, `values` fill it.
    """

    exit_code: ClassVar[int] = 70

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values: Mapping[str, object] = values

    def __str__(self) -> str:
        return self.text("en")

    def text(self, lang: str) -> str:
        """Return the sentence in `lang`, "en" or "ja"."""
        return messages.text(self.code, lang, self.values)


class UsageError(BunkaitenError):
    """The command line or a configuration file is wrong."""

    exit_code = 2


class DocumentError(BunkaitenError):
    """An input document is unreadable or breaks its schema.

    `line` and `column` count from 1; both are None where no place can be named.
    """

    exit_code = 3

    def __init__(
        self, code: str, *, line: int | None = None, column: int | None = None, **values: object
    ) -> None:
        super().__init__(code, **values)
        self.line = line
        self.column = column


class PolicyError(BunkaitenError):
    """A policy file or its metadata is wrong."""

    exit_code = 4


class EngineError(BunkaitenError):
    """The engine failed, or gave no answer where one was due."""

    exit_code = 4
