"""A bug of our own: its traceback goes to a file, and a person gets one line that names it."""

import os
import platform
import tempfile
import traceback

from bunkaiten.errors import BunkaitenError
from bunkaiten.model import VERSION


def recorded(defect: BaseException) -> BunkaitenError:
    """Write what is known of `defect` to a new file and return the error that names it.

    The file holds code and versions only, nothing of what the documents say but
    what the exception itself quotes.
    """
    kind = type(defect).__name__
    try:
        descriptor, path = tempfile.mkstemp(prefix="bunkaiten-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"bunkaiten {VERSION}, Python {platform.python_version()}, {platform.platform()}\n\n")
            file.writelines(traceback.format_exception(defect))
    except OSError:
        return BunkaitenError("cli_defect_unrecorded", kind=kind)
    return BunkaitenError("cli_defect", kind=kind, path=path)
