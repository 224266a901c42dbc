"""Texts that people hand over by mistake: what each one is, so that the error can name the right command."""

import re

from bunkaiten.documents.faults import Fault

_SAMPLE = 65536
_COLOUR = r"(?:\x1b\[[0-9;]*m)*"
_PLAN_STARTS = re.compile(
    r'^[ \t]*\{\s*"(?:format_version|terraform_version|planned_values|resource_changes)"', re.MULTILINE
)
_LOG_STARTS = re.compile(r'^\{"@level":', re.MULTILINE)
_PRINTED_PLAN = re.compile(
    rf"^{_COLOUR}(?:(?:Terraform|OpenTofu) used the selected providers|"
    rf"(?:Terraform|OpenTofu) will perform the following actions|"
    rf"{_COLOUR}No changes\.{_COLOUR}|Plan:{_COLOUR} [0-9]+ to (?:add|import)|Refreshing state\.\.\.)",
    re.MULTILINE,
)
_HCL = re.compile(
    r'^(?:(?:resource|data|ephemeral)\s+"[^"\n]+"\s+"[^"\n]+"|(?:variable|output|module|provider|check)\s+"[^"\n]+"'
    r"|terraform|locals|moved|import|removed)\s*\{",
    re.MULTILINE,
)


def recognised(text: str) -> Fault | None:
    """Return what `text`, in which no document was found, seems to be; None if nobody knows."""
    if plan := _PLAN_STARTS.search(text):
        return Fault("plan_after_log", plan.start()) if text[: plan.start()].strip() else None
    if log := _LOG_STARTS.search(text, 0, _SAMPLE):
        return Fault("plan_log_stream", log.start())
    if printed := _PRINTED_PLAN.search(text, 0, _SAMPLE):
        return Fault("plan_printed", printed.start())
    if block := _HCL.search(text, 0, _SAMPLE):
        return Fault("terraform_source", block.start())
    return None
