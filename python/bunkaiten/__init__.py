"""責任分界点 as policy code: is a deployment consistent with who agreed to be responsible for what?

from bunkaiten import Gate

report = Gate().check(["declaration.yaml", "plan.json"], as_of="2026-11-22")
"""

from typing import TYPE_CHECKING

from bunkaiten.errors import BunkaitenError, DocumentError, EngineError, PolicyError, UsageError
from bunkaiten.model import FailOn, Finding, Location, Problem, Report, Requirement, State, Text, Verdict

if TYPE_CHECKING:
    from bunkaiten.drafting import draft
    from bunkaiten.gate import Gate

__all__ = [
    "BunkaitenError",
    "DocumentError",
    "EngineError",
    "FailOn",
    "Finding",
    "Gate",
    "Location",
    "PolicyError",
    "Problem",
    "Report",
    "Requirement",
    "State",
    "Text",
    "UsageError",
    "Verdict",
    "draft",
]


def __getattr__(name: str) -> object:
    """Load what needs the engine when it is first asked for: help and errors do not."""
    if name == "Gate":
        from bunkaiten.gate import Gate  # noqa: PLC0415 - see above

        return Gate
    if name == "draft":
        from bunkaiten.drafting import draft  # noqa: PLC0415 - see above

        return draft
    raise AttributeError(name)
