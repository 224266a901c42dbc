"""責任分界点 as policy code: is a deployment consistent with who agreed to be responsible for what?

from bunkaiten import Gate

report = Gate().check(["declaration.yaml", "plan.json"], as_of="2026-11-22")
"""

from bunkaiten.errors import BunkaitenError, DocumentError, EngineError, PolicyError, UsageError
from bunkaiten.gate import Gate
from bunkaiten.model import FailOn, Finding, Location, Problem, Report, Requirement, State, Text, Verdict

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
