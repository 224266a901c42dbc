"""What must not be printed: the values that plans mark as sensitive, and what Kubernetes Secrets hold."""

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
        """Return `value` with every secret in its texts replaced.

        Keys are left alone, and so are "thing" and "way": names of resources cannot be sensitive.
        """
        if isinstance(value, str):
            return self._covered(value)
        if isinstance(value, Mapping):
            return {name: each if name in _PLAIN else self.over(each) for name, each in value.items()}
        if isinstance(value, list | tuple):
            return [self.over(each) for each in value]
        return value

    def _covered(self, text: str) -> str:
        if self._secrets is None:
            self._secrets = frozenset(each for document in self._documents for each in _of(document) if each)
        is_long = len(text) >= _SHORTEST
        # a part of a secret, such as the host of an address, tells of it as well
        if text in self._secrets or (is_long and any(text in secret for secret in self._secrets)):
            return MASK
        for secret in self._secrets:
            if len(secret) >= _SHORTEST and secret in text:
                text = text.replace(secret, MASK)
        return text


def _of(document: Parsed) -> Iterator[str]:
    if document.kind is Kind.PLAN:
        for change in document.value.get("resource_changes") or ():
            yield from _marked(change["change"].get("after"), change["change"].get("after_sensitive"))
            yield from _marked(change["change"].get("before"), change["change"].get("before_sensitive"))
        yield from _variables(document.value)
    elif document.kind is Kind.OBJECT and document.value.get("kind") == "Secret":
        for part in ("data", "stringData"):
            yield from _texts(document.value.get(part))


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
    declared = plan.get("configuration", {}).get("root_module", {}).get("variables", {})
    for name, variable in plan.get("variables", {}).items():
        if isinstance(declared.get(name), dict) and declared[name].get("sensitive"):
            yield from _texts(variable.get("value"))


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
