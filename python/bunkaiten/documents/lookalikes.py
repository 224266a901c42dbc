"""Texts that people hand over by mistake: what each one is, so that the error can name the right command."""

import re

from bunkaiten.documents.faults import Fault

# Patterns are not compiled before they are needed: a cold start counts.
_SAMPLE = 65536
_INDENT = 1000
_COLOUR = r"(?:\x1b\[[0-9;]*m)*"
_PLAN = r'\{\s*"(?:format_version|terraform_version|planned_values|resource_changes)"'
_TEMPLATE = r"(?:^[ \t]*|: +|- +)\{(?:\{-?[ \t]*[.$a-zA-Z/(]|%-?[ \t]*[a-z])"
_MAY_BE_TEMPLATE = frozenset(("json_syntax", "json_in_yaml", "yaml_key"))
_OTHERS = {
    "plan_log_stream": r'^\{"@level":',
    "plan_printed": (
        rf"^{_COLOUR}(?:(?:Terraform|OpenTofu) (?:used the selected|will perform the following)"
        rf"|No changes\.|Plan:{_COLOUR} [0-9]+ to (?:add|import))"
    ),
    "terraform_source": (
        r'^(?:(?:resource|data|ephemeral)\s+"[^"\n]+"\s+"[^"\n]+"'
        r'|(?:variable|output|module|provider|check)\s+"[^"\n]+"'
        r"|terraform|locals|moved|import|removed)\s*\{"
    ),
}
"""The code of each refusal, and what gives it away; the first that is found counts."""


def recognised(text: str) -> Fault | None:
    """Return what `text`, in which no document was found, seems to be; None if nobody knows."""
    for plan in re.finditer(_PLAN, text):
        line = text.rfind("\n", max(0, plan.start() - _INDENT), plan.start()) + 1
        if not text[line or max(0, plan.start() - _INDENT) : plan.start()].strip(" \t"):
            return Fault("plan_after_log", plan.start()) if text[: plan.start()].strip() else None
    sample = text[:_SAMPLE]
    for code, pattern in _OTHERS.items():
        if found := re.search(pattern, sample, re.MULTILINE):
            return Fault(code, found.start())
    return None


def unrendered(fault: Fault, text: str) -> Fault:
    """Return `fault`, or another at its place if it looks as if `text` is the template of a document."""
    if fault.at is None or not (fault.code in _MAY_BE_TEMPLATE or fault.code.startswith("yaml_syntax")):
        return fault
    end = text.find("\n", fault.at, fault.at + _SAMPLE)
    before = text[max(0, fault.at - _SAMPLE) : end if end >= 0 else fault.at + _SAMPLE]
    return Fault("template_unrendered", fault.at) if re.search(_TEMPLATE, before, re.MULTILINE) else fault
