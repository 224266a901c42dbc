"""What can be wrong with what requirements say, whatever they say."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from properties.judging import STATES, deployed
from properties.shape import Json

from bunkaiten import catalogue
from bunkaiten.model import LANGUAGES, Finding

_UNFIT = re.compile(r"\bNone\b|\bnull\b|\[\]|\(\)|（）|「」")
"""What a sentence looks like that was filled with nothing."""


def faults(name: str, answer: Mapping[str, Any]) -> Iterable[tuple[str, str, str]]:
    """Yield what is wrong with the answer of the requirement `name`: its name, the subject, what."""
    entry = catalogue.load()[name]
    applies, satisfied = set(answer["applies"]), set(answer["satisfied"])
    open_ = {found["subject"] for word in ("deny", "undetermined") for found in answer[word]}
    yield from ((name, subject, "satisfied, and not") for subject in satisfied & open_)
    yield from ((name, subject, "neither satisfied nor found on") for subject in applies - satisfied - open_)
    yield from ((name, subject, "judged, but does not apply") for subject in (satisfied | open_) - applies)
    for word, state in STATES.items():
        for found in answer[word]:
            known = entry.findings.get(found["code"])
            if known is None or known.state != state:
                yield name, found["subject"], f"{found['code']} is not among its {state} findings"


def unfit(found: Finding, specs: Mapping[str, Any]) -> str:
    """Return what is wrong with a finding, "" if nothing is."""
    entry = catalogue.load()[found.requirement].findings[found.code]
    for template, text in ((entry.message, found.message), (entry.remedy, found.remedy)):
        for lang in LANGUAGES:
            # what was written may hold braces; the sentence around it may not
            told = text.in_(lang)
            for value in _leaves(found.values):
                told = told.replace(str(value), "")
            empty = len(_UNFIT.findall(text.in_(lang))) - len(_UNFIT.findall(template.in_(lang)))
            if empty > 0 or "{" in told:
                return f"badly filled: {template.in_(lang)} -> {text.in_(lang)}"
    if any(leaf in ("", None) for leaf in _leaves(found.values)) or not all(
        item != [] for item in found.values.values()
    ):
        return f"says nothing: {dict(found.values)}"
    # documents without a path are numbered, and declarations come first
    declared = {f"document {number}": {"spec": spec} for number, spec in enumerate(specs.values(), 1)}
    documents = {**declared, **deployed()}
    lost = [
        place.pointer
        for place in found.locations
        if not _leads(place.pointer, found, documents[place.document])
    ]
    return f"leads nowhere: {lost}" if lost or not found.locations else ""


def _leads(pointer: str, found: Finding, document: Json) -> bool:
    """Tell whether a place is there; what is said to be absent may be missing from its section on."""
    _, *steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")]
    value = document
    for depth, step in enumerate(steps):
        if isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        elif isinstance(value, dict) and step in value:
            value = value[step]
        else:
            is_absence = bool({"field", "fields"} & found.values.keys()) or found.code.endswith("not_stated")
            return steps[0] == "spec" and depth >= 3 and is_absence
    return True


def _leaves(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return [leaf for each in value.values() for leaf in _leaves(each)]
    if isinstance(value, list | tuple):
        return [leaf for each in value for leaf in _leaves(each)]
    return [value]
