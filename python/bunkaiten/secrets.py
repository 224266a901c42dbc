"""What must not be printed: the values that plans mark as sensitive, and what Kubernetes Secrets hold."""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bunkaiten.documents import Kind, Parsed

MASK = "(sensitive)"
_SHORTEST = 6
"""Shorter values are masked only where they stand alone: a port would blot out half of a report."""


_PLAIN = frozenset({"by", "crosses", "key", "kind", "steps", "subjects", "thing", "way", "words"})


class Mask:
    """Replaces what `documents` call secret. Looks for it when it is first asked to replace something."""

    def __init__(self, documents: Iterable[Parsed]) -> None:
        self._documents = tuple(documents)
        self._secrets: frozenset[str] | None = None

    def over(self, value: Any) -> Any:  # noqa: ANN401 - any JSON
        """Return `value` with every secret in its texts and numbers replaced.

        Keys are left alone, and so are "thing" and "way": names of resources cannot be sensitive.
        """
        if isinstance(value, str):
            return self._covered(value)
        if isinstance(value, Mapping):
            return {name: each if name in _PLAIN else self.over(each) for name, each in value.items()}
        if isinstance(value, list | tuple):
            return [self.over(each) for each in value]
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return MASK if is_number and str(value) in self._known() else value

    def _known(self) -> frozenset[str]:
        if self._secrets is None:
            self._secrets = frozenset(
                each.casefold() for document in self._documents for each in _of(document) if each
            )
        return self._secrets

    def _covered(self, text: str) -> str:
        secrets = self._known()
        # policies write names of hosts in small letters
        plain = text.casefold()
        is_long = len(text) >= _SHORTEST
        # a part of a secret, such as the host of an address, tells of it as well
        if plain in secrets or (is_long and any(plain in secret for secret in secrets)):
            return MASK
        found = [secret for secret in secrets if len(secret) >= _SHORTEST and secret in plain]
        for secret in sorted(found, key=len, reverse=True):
            text = _without(text, secret)
        return text


_WORD = r"[^\s\"'()<>\[\]{},;:、。（）「」：]*"


def _without(text: str, secret: str) -> str:
    plain = text.casefold()
    if len(plain) != len(text):  # a letter that has no single small one: its place cannot be told
        return MASK if secret in plain else text
    parts: list[str] = []
    last = 0
    while (at := plain.find(secret, last)) >= 0:
        # the rest of the word that it stands in tells of it as well
        before = re.sub(f"{_WORD}\\Z", "", text[last:at])
        last = at + len(secret)
        after = len(re.findall(f"\\A{_WORD}", text[last:])[0])
        last += 0 if secret in plain[last : last + after + len(secret)] else after
        parts += [before, MASK]
    return "".join([*parts, text[last:]])


def _of(document: Parsed) -> Iterator[str]:
    if document.kind is Kind.PLAN:
        for change in document.value.get("resource_changes") or ():
            yield from _marked(change["change"].get("after"), change["change"].get("after_sensitive"))
            yield from _marked(change["change"].get("before"), change["change"].get("before_sensitive"))
        yield from _variables(document.value)
    elif document.kind is Kind.OBJECT and document.value.get("kind") == "Secret":
        yield from _texts(document.value.get("stringData"))
        for each in _texts(document.value.get("data")):
            yield each
            yield from _decoded(each)


def _decoded(text: str) -> Iterator[str]:
    try:
        yield base64.b64decode(text, validate=True).decode().strip()
    except (binascii.Error, ValueError):  # what is no text is shown nowhere as such
        return


def _marked(value: Any, marks: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Yield the texts of `value` where `marks`, of the same shape, says true."""
    if marks is True:
        yield from _texts(value)
    elif isinstance(marks, dict) and isinstance(value, dict):
        for name, mark in marks.items():
            yield from _marked(value.get(name), mark)
    elif isinstance(marks, list) and isinstance(value, list):
        for each, mark in zip(value, marks, strict=False):
            yield from _marked(each, mark)


def _variables(plan: Mapping[str, Any]) -> Iterator[str]:
    declared = _object(_object(_object(plan, "configuration"), "root_module"), "variables")
    for name, variable in _object(plan, "variables").items():
        if _object(declared, name).get("sensitive") and isinstance(variable, dict):
            yield from _texts(variable.get("value"))


def _object(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
