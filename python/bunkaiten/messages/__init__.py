"""What the tool itself says, one JSON file a language: code -> sentence with {placeholders}."""

import json
import os
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

LANGUAGES = ("en", "ja")


@cache
def sentences(lang: str) -> Mapping[str, str]:
    """Return every sentence of `lang`, keyed by its code."""
    with open(os.path.join(os.path.dirname(__file__), f"{lang}.json"), encoding="utf-8") as file:
        return MappingProxyType(json.load(file))


def text(code: str, lang: str, values: Mapping[str, object] = MappingProxyType({})) -> str:
    """Return the sentence `code` in `lang` with its placeholders filled.

    Raise KeyError if there is no such sentence, or if a value is missing.
    """
    return sentences(lang)[code].format_map({name: _shown(value) for name, value in values.items()})


def _shown(value: object) -> str:
    # people write true and false, not what Python calls them
    return str(value).lower() if isinstance(value, bool) else str(value)
