"""`bunkaiten version` and `bunkaiten schema`: what this program is made of."""

import json
import platform
from collections.abc import Mapping

from bunkaiten import config, schemas
from bunkaiten.catalogue import load
from bunkaiten.model import VERSION
from bunkaiten.report.look import Look

ENGINE = "gordon-to-regorus"
"""The distribution that the engine comes in."""


def version(output: str, look: Look) -> str:
    """Return the versions of everything that decides a verdict."""
    facts = _facts()
    if output == "json":
        return (
            json.dumps({"apiVersion": "bunkaiten.dev/version/v1", **facts}, indent=2, sort_keys=True) + "\n"
        )
    return "".join(
        f"{line}\n" for code, fact in facts.items() for line in look.say(f"version_{code}", {"fact": fact})
    )


def schema(kind: str) -> str:
    """Return the JSON Schema of `kind` as it stands. Raise `UsageError` if there is none."""
    if kind not in schemas.KINDS:
        raise config.misspelt("cli_unknown_schema", kind, sorted(schemas.KINDS))
    return schemas.text(kind)


def _facts() -> Mapping[str, object]:
    catalogue = load()
    return {
        "bunkaiten": VERSION,
        "engine": _engine(),
        "editions": ", ".join(catalogue.editions),
        "policies": catalogue.digest,
        "python": platform.python_version(),
    }


def _engine() -> str:
    from importlib.metadata import PackageNotFoundError  # noqa: PLC0415 - slow, and seldom asked
    from importlib.metadata import version as installed  # noqa: PLC0415 - the same

    try:
        return installed(ENGINE)
    except PackageNotFoundError:
        return "?"
