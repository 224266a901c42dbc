"""`bunkaiten check`: documents in, a report out, and the exit code that it calls for."""

import os
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from bunkaiten import config
from bunkaiten.catalogue import load
from bunkaiten.cli import inputs, outputs, progress, streams
from bunkaiten.errors import UsageError
from bunkaiten.model import FailOn, Report, Scope
from bunkaiten.report import FORMATTERS
from bunkaiten.report.look import Look

if TYPE_CHECKING:  # no run pays for it

    class Judge(Protocol):
        """What `check` needs of a gate."""

        def check(  # noqa: PLR0913 - the settings of one run, by name
            self,
            documents: Iterable[object],
            *,
            plans: Iterable[object] = (),
            sources: Iterable[object] = (),
            as_of: date | None = None,
            declarations_only: bool = False,
            fail_on: FailOn = FailOn.UNDETERMINED,
            allow_empty: bool = False,
            scope: Scope = Scope.ALL,
        ) -> Report:
            """Judge `documents`, and `plans`, each of which must be a plan, and return what was found."""


def run(settings: config.Config, paths: Sequence[str], look: Look, judge: "Judge | None" = None) -> int:
    """Judge `paths` and the plans of `settings`, write the reports, and return the exit code.

    Raise `UsageError` for what is wrong with the settings, before anything is judged.
    """
    wanted = outputs.planned(settings.output)
    _accept(settings, paths)
    documents, plans = inputs.documents(paths, settings.plan)
    outputs.spare(wanted, inputs.named(documents, plans))
    counter = progress.Counter(total=len(documents) + len(plans))
    with progress.shown(counter, look, quiet=settings.quiet):
        report = (judge or _gate(settings.edition)).check(
            counter.over(documents),
            plans=counter.over(plans),
            sources=settings.source,
            as_of=settings.as_of,
            declarations_only=settings.declarations_only,
            fail_on=settings.fail_on,
            allow_empty=settings.allow_empty,
            scope=settings.scope,
        )
    _accept_kinds(settings, report)
    outputs.deliver(_spoken(wanted, settings, report), lambda each: _text(each, settings, report, look))
    return report.exit_code


def _gate(edition: str | None) -> "Judge":
    from bunkaiten.gate import Gate  # noqa: PLC0415 - `--help` and wrong words need no engine

    return Gate(edition=edition)


def _accept(settings: config.Config, paths: Sequence[str]) -> None:
    if not paths and not settings.plan:
        raise UsageError("cli_nothing_given")
    if settings.declarations_only and settings.plan:
        raise UsageError("cli_declarations_only_with", path=settings.plan[0])
    if settings.edition is not None and settings.edition not in (editions := load().editions):
        if load().is_later(settings.edition):
            raise UsageError("edition_later", edition=settings.edition, known=", ".join(editions))
        raise config.misspelt("cli_unknown_edition", settings.edition, editions)


def _accept_kinds(settings: config.Config, report: Report) -> None:
    """Raise `UsageError` if a deployment was given although none is meant to be."""
    for document in report.documents:
        if settings.declarations_only and document.kind != "Demarcation":
            raise UsageError("cli_declarations_only_with", path=document.id)


def _spoken(
    wanted: Sequence[outputs.Output], settings: config.Config, report: Report
) -> list[outputs.Output]:
    """Return `wanted`; when quiet, without a text on standard output that has nothing to complain of."""
    silent = settings.quiet and report.exit_code == 0
    return [each for each in wanted if not (silent and each.path is None and each.format == "text")]


def _text(output: outputs.Output, settings: config.Config, report: Report, look: Look) -> str:
    coloured = output.path is None and streams.wants_colour(settings.color, os.environ)
    return FORMATTERS[output.format](report, look._replace(colour=coloured))
