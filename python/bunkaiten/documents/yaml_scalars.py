"""What a scalar without quotes means: two flavours of YAML, neither of them PyYAML's.

A declaration is read strings first: what is not a JSON number or one of three words is text,
so that a date, a country called NO, and 012 stay what the author wrote.
A Kubernetes object is read as kubectl reads it (sigs.k8s.io/yaml over go-yaml 2, YAML 1.1).
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from bunkaiten.documents.faults import Fault, fits_64_bits, shown

Scalar: TypeAlias = str | int | float | bool | None
Flavour: TypeAlias = Callable[[str, int], Scalar]
"""From the text of a plain scalar and its offset to its value; raises Fault."""

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_JSON_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<fraction>(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)")

_KUBERNETES_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"], True),
    **dict.fromkeys(["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"], False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
}
_NOT_FINITE = r"[+-]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
_INTEGER = (
    r"(?P<sign>[+-]?)(?:0[xX](?P<x>[0-9a-fA-F]+)|0[bB](?P<b>[01]+)|0[oO]?(?P<o>[0-7]+)|(?P<d>0|[1-9][0-9]*))"
)
_BASES = {"x": 16, "b": 2, "o": 8, "d": 10}
_FLOAT = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
_MOST_DIGITS = 64
"""The longest of all: 64 bits, written in binary."""
_INFINITY = float("inf")


def declared(text: str, at: int) -> Scalar:
    """Return what a plain scalar of a declaration means."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "-0123456789" or not (match := _JSON_NUMBER.fullmatch(text)):
        return text
    if not match["fraction"]:
        if not fits_64_bits(text):
            raise Fault("integer_too_large", at, number=shown(text))
        return int(text)
    number = float(text)
    if number in (_INFINITY, -_INFINITY):
        raise Fault("number_too_large", at, number=shown(text))
    return number


def kubernetes(text: str, at: int) -> Scalar:
    """Return what a plain scalar of a Kubernetes object means to kubectl."""
    if text in _KUBERNETES_WORDS:
        return _KUBERNETES_WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if re.fullmatch(_NOT_FINITE, text):
        raise Fault("not_finite", at, number=text)
    plain = text if text[0] == "." else text.replace("_", "")
    if match := re.fullmatch(_INTEGER, plain):
        return _integer(match, at)
    if re.fullmatch(_FLOAT, plain) and abs(number := float(plain)) < _INFINITY:
        return number
    return text


def _integer(match: re.Match[str], at: int) -> int:
    name = match.lastgroup or "d"
    digits = match[name].lstrip("0") or "0"
    # the length first: Python refuses to convert thousands of digits
    number = int(match["sign"] + digits, _BASES[name]) if len(digits) <= _MOST_DIGITS else 2**64
    if not -(2**63) <= number < 2**64:
        raise Fault("integer_too_large", at, number=shown(match[0]))
    return number
