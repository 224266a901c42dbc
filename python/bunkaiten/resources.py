"""Where policies and schemas lie: inside the installed package, or beside it in a checkout."""

import os
from functools import cache


@cache
def root() -> str:
    """Return the folder that holds `policies/` and `schemas/`."""
    package = os.path.dirname(os.path.realpath(__file__))
    installed = os.path.join(package, "resources")
    return installed if os.path.isdir(installed) else os.path.dirname(os.path.dirname(package))


def policies(*steps: str) -> str:
    """Return the folder of the Rego packages and their data, or what lies at `steps` in it."""
    return os.path.join(root(), "policies", *steps)


def schemas(*steps: str) -> str:
    """Return the folder of the JSON Schemas, or what lies at `steps` in it."""
    return os.path.join(root(), "schemas", *steps)


def read(path: str) -> str:
    """Return the text at `path`. Raise OSError if it cannot be read."""
    # as bytes: a hundred policies are read at every start, and text files take twice the time to open
    with open(path, "rb", buffering=0) as file:
        return file.read().decode().replace("\r\n", "\n")
