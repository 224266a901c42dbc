"""Where a JSON text breaks a rule that the decoder noticed: slow, exact, and only run to explain."""

import json.decoder
import re
from collections.abc import Callable

from bunkaiten.documents.faults import Fault, fits_64_bits, shown
from bunkaiten.documents.values import MAX_DEPTH

_TOKEN = re.compile(
    r'["{}\[\]]|-?Infinity|NaN|(?P<number>-?[0-9]+(?P<fraction>(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?))'
)
_COLON = re.compile(r"[ \t\n\r]*:")
_MAY_BE_LONE = re.compile(r"\\u[dD][89a-fA-F]")
# Escaped backslashes and whole pairs go first, so that only a lone half reaches the last branch.
_LONE = re.compile(
    r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)
_string: Callable[[str, int], tuple[str, int]] = json.decoder.scanstring  # type: ignore[attr-defined] # C, untyped


def first(text: str) -> Fault:
    """Return the first fault of `text`, of which the decoder has said that there is one."""
    found = _scan(text)
    lone = lone_surrogate(text)
    if lone is None or (found and found.at is not None and found.at < lone):
        return found or Fault("json_syntax", 0, found=shown(text[:1]))
    return Fault("lone_surrogate", lone, escape=text[lone : lone + 6])


def _is_plan(text: str) -> bool:
    return '"resource_changes"' in text or '"planned_values"' in text


def lone_surrogate(text: str) -> int | None:
    """Return the offset of the first escape that is half a character, in valid JSON."""
    if not _MAY_BE_LONE.search(text):
        return None
    return next((match.start() for match in _LONE.finditer(text) if match["lone"]), None)


def _scan(text: str) -> Fault | None:
    keys: list[set[str] | None] = []  # one for each open bracket; None for a list's
    token = _TOKEN.search(text)
    while token:
        at, end = token.span()
        if (sign := text[at]) == '"':
            word, end = _string(text, end)
            if keys and (fault := _repeated(word, at, keys[-1], is_key=bool(_COLON.match(text, end)))):
                return fault
        elif sign in "{[":
            keys.append(set() if sign == "{" else None)
            if len(keys) > MAX_DEPTH:
                return Fault("too_deep", at, limit=MAX_DEPTH)
        elif sign in "}]":
            keys.pop()
        elif fault := _refused_number(token):
            if fault.code != "not_finite" and _is_plan(text):
                # quotes would make another plan of it
                fault.code = "plan_number_too_large"
            return fault
        token = _TOKEN.search(text, end)
    return None


def _repeated(word: str, at: int, keys: set[str] | None, *, is_key: bool) -> Fault | None:
    if keys is None or not is_key:
        return None
    if word in keys:
        return Fault("duplicate_key", at, key=shown(word))
    keys.add(word)
    return None


def _refused_number(token: re.Match[str]) -> Fault | None:
    written, at = token[0], token.start()
    if token["number"] is None:
        return Fault("not_finite", at, number=written)
    if token["fraction"]:
        overflows = float(written) in (float("inf"), float("-inf"))
        return Fault("number_too_large", at, number=shown(written)) if overflows else None
    return None if fits_64_bits(written) else Fault("integer_too_large", at, number=shown(written))
