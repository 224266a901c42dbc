"""Texts that people hand over by mistake: what each one is, so that the error can name the right command."""

import re

from bunkaiten.documents.faults import Fault

# Patterns are not compiled before they are needed: a cold start counts.
_SAMPLE = 65536
_COLOUR = r"(?:\x1b\[[0-9;]*m)*"
_PLAN = r'^[ \t]*\{\s*"(?:format_version|terraform_version|planned_values|resource_changes)"'
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
    if plan := re.search(_PLAN, text, re.MULTILINE):
        return Fault("plan_after_log", plan.start()) if text[: plan.start()].strip() else None
    sample = text[:_SAMPLE]
    for code, pattern in _OTHERS.items():
        if found := re.search(pattern, sample, re.MULTILINE):
            return Fault(code, found.start())
    return None
