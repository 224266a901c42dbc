"""Declarations as other programs hand them over."""

import re
from datetime import date

from properties.shape import Json


class Word(str):
    """What a configuration management tool hands over for text."""

    __slots__ = ()

    def __str__(self) -> str:
        return "another text"


def foreign(value: Json) -> Json:
    """Return `value` as other programs parse it: tuples, dates, words of their own."""
    if isinstance(value, dict):
        return {Word(key): foreign(each) for key, each in value.items()}
    if isinstance(value, list):
        return tuple(foreign(each) for each in value)
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return date.fromisoformat(value)
    return Word(value) if isinstance(value, str) else value
