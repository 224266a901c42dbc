"""`bunkaiten draft`: deployments in, the skeleton of a declaration out."""

from collections.abc import Sequence

from bunkaiten import config
from bunkaiten.cli import inputs, outputs, streams
from bunkaiten.errors import UsageError
from bunkaiten.report import places
from bunkaiten.report.look import Look

NOTHING = 1


def run(settings: config.Config, paths: Sequence[str], look: Look) -> int:
    """Draft a declaration for `paths`, with the plans and sources of `settings`, and return the exit code.

    Unless a language was asked for, the draft is in both: those who fill it in are several. Nothing is
    written where something cannot be read (3) or nothing crosses a boundary (1). Raise `UsageError` for
    what is wrong with the settings, before anything is read.
    """
    if not paths and not settings.plan:
        raise UsageError("draft_no_deployment")
    wanted = outputs.planned(settings.output)
    if any(output.format != "text" for output in wanted):
        raise UsageError("draft_output")
    documents, plans = inputs.documents(paths, settings.plan)
    outputs.spare(wanted, inputs.named(documents, plans))
    from bunkaiten.drafting import drafted  # noqa: PLC0415 - wrong words need no engine

    draft = drafted(documents, plans=plans, sources=settings.source, lang=settings.lang or "both")
    for problem in draft.problems:
        where = places.at(problem.document, problem.line, problem.column)
        for sentence in look.text(problem.message):
            streams.complain(f"{where}: {sentence}")
    if draft.problems:
        return max(problem.exit_code for problem in draft.problems)
    if not draft.text:
        for sentence in look.say("draft_nothing"):
            streams.complain(f"bunkaiten: {sentence}")
        return NOTHING
    outputs.deliver(wanted, lambda _: draft.text)
    return 0
