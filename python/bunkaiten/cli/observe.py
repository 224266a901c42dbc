"""`bunkaiten observe`: what the gate sees of a deployment, as a table or as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from bunkaiten import config, messages
from bunkaiten.cli import inputs, outputs, streams
from bunkaiten.errors import UsageError
from bunkaiten.model import Location
from bunkaiten.observing import Seen, Survey, observe
from bunkaiten.report import places, summary
from bunkaiten.report.json import source_folder
from bunkaiten.report.look import Look, printable

_BETWEEN = {"en": ",", "ja": "、"}


def run(settings: config.Config, paths: Sequence[str], look: Look) -> int:
    """Read `paths` and the plans of `settings`, write what they show, and return the exit code.

    Raise `UsageError` for what is wrong with the settings, before anything is read.
    """
    if not paths and not settings.plan:
        raise UsageError("cli_nothing_given")
    wanted = outputs.planned(settings.output)
    documents, plans = inputs.documents(paths, settings.plan)
    outputs.spare(wanted, inputs.named(documents, plans))
    survey = observe(documents, plans=plans, sources=settings.source)
    outputs.deliver(wanted, lambda each: to_json(survey) if each.format == "json" else to_text(survey, look))
    for problem in survey.problems:
        where = places.at(problem.document, problem.line, problem.column)
        for sentence in look.text(problem.message):
            streams.complain(f"{where}: {sentence}")
    return survey.exit_code


def to_json(survey: Survey) -> str:
    """Return `survey` as one JSON document."""
    value: dict[str, object] = {
        "apiVersion": "bunkaiten.dev/facts/v1",
        "documents": list(survey.documents),
        "facts": [_fact(each) for each in survey.seen],
        "notRead": [{"thing": thing, "type": kind} for thing, kind in survey.unread],
        "notSorted": dict(survey.unsorted),
        "providersNotRead": dict(survey.foreign),
    }
    if survey.sources:
        value["sources"] = [source_folder(each) for each in survey.sources]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _fact(seen: Seen) -> dict[str, object]:
    source = {"source": _place(seen.source)} if seen.source else {}
    return {
        "kind": seen.kind,
        "thing": seen.thing,
        "way": seen.way,
        "words": seen.words._asdict(),
        "crosses": seen.crosses,
        "subjects": list(seen.subjects),
        "location": _place(seen.location),
        **source,
        **seen.attributes,
    }


def _place(location: Location) -> dict[str, object]:
    return {name: value for name, value in location._asdict().items() if value is not None}


def to_text(survey: Survey, look: Look) -> str:
    """Return `survey` for people: one block a kind, then what was not read."""
    blocks = [
        [
            *look.say(f"observe_{kind}", {"count": len(facts)}),
            *(line for each in facts for line in _lines(each, look)),
        ]
        for kind, facts in (
            (kind, list(found)) for kind, found in groupby(survey.seen, key=lambda each: each.kind)
        )
    ]
    if not blocks and survey.documents:
        blocks = [look.say("observe_nothing", {"documents": list(survey.documents)})]
    return "\n".join(
        "".join(f"{line}\n" for line in block)
        for block in [*blocks, [*_unread(survey, look)], summary.of_sources(survey.sources, look)]
        if block
    )


def _lines(seen: Seen, look: Look) -> Iterator[str]:
    first, *others = ["  ".join(_attributes(seen.attributes, lang)) for lang in look.languages]
    words = " / ".join(dict.fromkeys(look.text(seen.words)))
    yield printable(f"  {seen.thing}  {words}  {first}".rstrip())
    yield from (printable(f"    {each}") for each in others if each)
    belongs = look.say("observe_belongs", {"subjects": list(seen.subjects)}) if seen.subjects else []
    crosses = look.say(f"observe_crosses_{seen.crosses}")
    yield from (f"    {places.of(each)}" for each in (seen.location, seen.source) if each)
    yield from (f"    {line}" for line in (look.joined(crosses, belongs) if belongs else crosses))


def _attributes(attributes: Mapping[str, object], lang: str) -> Iterator[str]:
    for name, value in attributes.items():
        label = messages.sentences(lang).get(f"observe_attribute_{name}", name)
        yield messages.text("observe_fact", lang, {"name": label, "value": _said(name, value, lang)})


def _said(name: str, value: object, lang: str) -> str:
    """Return an attribute in the words of `lang`; what is known only after apply is "?" in English."""
    if isinstance(value, Mapping):
        if "unknown" in value:
            return messages.text("observe_unknown", lang)
        if "is" in value:
            return _said(name, value["is"], lang)
        if "by" in value:
            by, who = _said(name, value["by"], lang), value.get("name")
            return messages.text("observe_whom", lang, {"by": by, "name": who}) if who else by
    if isinstance(value, list):
        return _BETWEEN[lang].join(_said(name, each, lang) for each in value)
    return messages.sentences(lang).get(f"observe_word_{name}_{value}", str(value))


def _unread(survey: Survey, look: Look) -> Iterator[str]:
    if survey.unread:
        yield from look.say(
            "observe_not_read", {"things": [f"{thing} ({kind})" for thing, kind in survey.unread]}
        )
    for code, counts in (("observe_not_sorted", survey.unsorted), ("observe_foreign", survey.foreign)):
        if counts:
            yield from look.say(code, {"types": [f"{name} ({count})" for name, count in counts.items()]})
