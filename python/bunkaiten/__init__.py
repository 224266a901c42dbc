"""責任分界点 as policy code: is a deployment consistent with who agreed to be responsible for what?

from bunkaiten import Gate

report = Gate().check(["declaration.yaml", "plan.json"], as_of="2026-11-22")
"""

from typing import TYPE_CHECKING

from bunkaiten.errors import BunkaitenError, DocumentError, EngineError, PolicyError, UsageError
from bunkaiten.model import FailOn, Finding, Location, Problem, Report, Requirement, State, Text, Verdict

if TYPE_CHECKING:
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
]


def __getattr__(name: str) -> object:
    """Load the gate, and the engine with it, when it is first asked for: help and errors need neither."""
    if name != "Gate":
        raise AttributeError(name)
    from bunkaiten.gate import Gate  # noqa: PLC0415 - see above

    return Gate
