"""The embedded Rego engine. The only module that imports regorus.

JSON text goes in and JSON text comes out: handing Python objects over can end
the process (docs/decisions/0001-engine.md). An engine belongs to the thread that
made it, so each thread has its own.
"""

import json
import os
import threading
from collections.abc import Mapping
from typing import Any

import regorus

from bunkaiten import resources
from bunkaiten.errors import EngineError, PolicyError

_DECISION = "data.bunkaiten.gate.decision"
_REFUSALS = "data.bunkaiten_documents.refusals"

# Not among the policies: `json.match_schema` of other engines knows older drafts only.
_DOCUMENTS = """package bunkaiten_documents

refusals contains words if [false, words] = json.match_schema(input, data.bunkaiten_schemas.envelope)
"""

_local = threading.local()


class Engine:
    """The policies, compiled, and one envelope at a time."""

    def __init__(self) -> None:
        """Compile the policies. Raise `PolicyError` if one of them is unreadable or wrong."""
        self._engine = regorus.Engine()
        root = resources.policies()
        try:
            for path in sorted(_policies(root)):
                self._engine.add_policy(path.removeprefix(root), resources.read(path))
            self._engine.add_policy("documents.rego", _DOCUMENTS)
            envelope = resources.read(resources.schemas("envelope.schema.json"))
            self._engine.add_data_json(f'{{"bunkaiten_schemas": {{"envelope": {envelope}}}}}')
        except (OSError, RuntimeError) as problem:
            raise PolicyError("policies_unusable", detail=_first_line(problem)) from None

    def load(self, envelope: str) -> None:
        """Take `envelope`, JSON text, for what is asked next. Raise `EngineError` if it cannot be read."""
        try:
            self._engine.set_input_json(envelope)
        except RuntimeError as problem:
            raise EngineError("engine_failed", detail=_first_line(problem)) from None

    def refusal(self) -> str | None:
        """Return the engine's own words for the first fault of the envelope by its schema, or None."""
        words: list[str] = self._ask(_REFUSALS)
        return words[0] if words else None

    def decision(self) -> Mapping[str, Any]:
        """Return what every requirement says of the envelope, by "clause.slug"."""
        decision: dict[str, Any] = self._ask(_DECISION)
        return decision

    def _ask(self, rule: str) -> Any:  # noqa: ANN401 - any JSON
        try:
            return json.loads(self._engine.eval_rule_as_json(rule))
        except RuntimeError as problem:
            raise EngineError("engine_failed", detail=_first_line(problem)) from None
        except BaseException as problem:
            # a panic of the engine is no Exception; everything else is not ours to stop
            if type(problem).__name__ != "PanicException":
                raise
            _local.__dict__.clear()
            raise EngineError("engine_failed", detail=_first_line(problem)) from None


def current() -> Engine:
    """Return this thread's engine, compiled at its first call. A forked process makes its own."""
    if getattr(_local, "process", None) != os.getpid():
        _local.engine = Engine()
        _local.process = os.getpid()
    engine: Engine = _local.engine
    return engine


def _policies(root: str) -> list[str]:
    return [
        os.path.join(folder, name)
        for folder, _, names in os.walk(root)
        for name in names
        if name.endswith(".rego") and not name.endswith("_test.rego")
    ]


def _first_line(problem: BaseException) -> str:
    words = str(problem).split("Stack backtrace")[0]
    return " ".join(words.split())
