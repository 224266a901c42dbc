import threading
from typing import Any

import pytest

from bunkaiten import Gate, UsageError, acceptance, engine
from bunkaiten.documents import from_object
from bunkaiten.envelope import Context
from bunkaiten.model import Problem

HEADER = {"apiVersion": "bunkaiten.dev/v1", "kind": "Demarcation", "metadata": {"name": "first"}}
SPEC: dict[str, Any] = {"parties": {"clinic": {"role": "institution"}}}


def problems(spec: object) -> tuple[Problem, ...]:
    report = Gate().check([{**HEADER, "spec": spec}], as_of="2026-11-22", declarations_only=True)
    assert report.exit_code == 3
    return report.problems


def parties(count: int) -> dict[str, Any]:
    return {"parties": {f"p{number:02}": {"role": "x"} for number in range(count)}}


def agreements(count: int) -> dict[str, Any]:
    paper = {"between": ["clinic", "nobody-else"]}
    return SPEC | {"agreements": {f"a{number:02}": paper for number in range(count)}}


@pytest.mark.parametrize("spec", [parties, agreements])
def test_what_is_cut_off_is_said(spec: Any) -> None:  # noqa: ANN401 - one of two functions
    exactly = [each.code for each in problems(spec(20))]
    more = [each.code for each in problems(spec(21))]

    assert "more_faults" not in exactly
    assert more == [*exactly, "more_faults"]


def test_a_field_is_named_as_in_findings() -> None:
    exchange = {
        "data": "other",
        "source": "clinic",
        "destinations": {"parties": []},
        "demarcationPoints": [{"between": ["clinic", "carier"], "at": "site:x"}],
    }

    (found,) = problems(SPEC | {"exchanges": {"referral": exchange}})

    assert found.message.en.startswith("spec.exchanges.referral.demarcationPoints.0.between.1: ")


def test_a_boolean_is_shown_as_it_is_written() -> None:
    (found,) = problems({"parties": {"clinic": {"role": True}}})

    assert '"true"' in found.message.en
    assert "True" not in found.message.en


@pytest.mark.parametrize("day", ["0999-12-31", "0001-01-01", 20260201, True])
def test_a_day_that_no_document_could_name_is_refused(day: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with pytest.raises(UsageError) as caught:
        Gate().check([], as_of=day)

    assert caught.value.code == "argument_not_a_day"


@pytest.mark.parametrize(("edition", "code"), [("mhlw-6.0", "edition_later"), ("mhlw-9", "edition_unknown")])
def test_an_edition_that_came_later_is_told_from_one_that_is_not_there(edition: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        Gate(edition=edition)

    assert caught.value.code == code


class Decider:
    """Stands for the validator: refuses every envelope that holds one of `refused`."""

    def __init__(self, *refused: str) -> None:
        self._refused = refused

    def refusal(self, envelope: str, _: object) -> str | None:
        return next((f"{name} is odd" for name in self._refused if f'"{name}"' in envelope), None)


def declared(name: str, spec: dict[str, Any] = SPEC) -> Any:  # noqa: ANN401 - what the readers give
    header = {**HEADER, "metadata": {"name": name}, "spec": spec}
    return from_object(header, name).documents[0]


def accepted(decider: Decider, *documents: Any) -> tuple[list[str], list[tuple[str, str]]]:  # noqa: ANN401
    context = Context(as_of="2026-11-22", edition="mhlw-4", declarations_only=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_local", threading.local())
        patch.setattr(engine, "validator", lambda _: decider)
        loaded = acceptance.accept(documents, context)
    return [each.id for each in loaded.documents], [(each.document, each.code) for each in loaded.problems]


def test_what_only_the_decider_sees_is_refused_with_its_words() -> None:
    assert accepted(Decider("odd"), declared("odd")) == ([], [("odd", "schema_refused")])


def test_what_only_the_decider_sees_is_refused_beside_what_is_explained() -> None:
    wrong = declared("wrong", {"parties": {"clinic": {"role": "x"}}})

    assert accepted(Decider("odd", "wrong"), wrong, declared("odd")) == (
        [],
        [("wrong", "not_one_of"), ("odd", "schema_refused")],
    )


def test_one_of_many_is_refused_and_the_rest_is_kept() -> None:
    many = [declared(f"d{number:03}") for number in range(150)]
    wrong = declared("wrong", {"parties": {"clinic": {"role": "x"}}})

    kept, problems = accepted(Decider("wrong"), *many, wrong)

    assert kept == [each.id for each in many]
    assert problems == [("wrong", "not_one_of")]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Forget what was accepted, and note what the engine is asked from now on."""
    questions: list[str] = []
    ask = engine.Validator._ask  # noqa: SLF001 - to be called as before

    def _ask(self: engine.Validator, rule: str) -> Any:  # noqa: ANN401 - any JSON
        questions.append(rule)
        return ask(self, rule)

    monkeypatch.setattr(engine, "_local", threading.local())
    monkeypatch.setattr(engine.Validator, "_ask", _ask)
    return questions


def answers(*specs: object) -> list[bool]:
    context = Context(as_of="2026-11-22", edition="mhlw-4", declarations_only=True)
    given = [
        document
        for number, spec in enumerate(specs)
        for document in from_object(
            {**HEADER, "metadata": {"name": f"n{number}"}, "spec": spec}, f"document {number}"
        ).documents
    ]
    found = acceptance.accept(given, context).problems
    return [all(problem.document != document.id for problem in found) for document in given]


def test_what_was_accepted_is_not_asked_again_and_nothing_else_is_let_through(asked: list[str]) -> None:
    assert answers(SPEC) == [True]
    assert answers(SPEC) == [True]
    assert len(asked) == 1
    assert answers(SPEC | {"exchange": {}}) == [False]
    assert answers(SPEC | {"exchange": {}}) == [False]
    assert answers(SPEC, SPEC | {"exchange": {}}) == [True, False]
    assert answers(SPEC | {"exchange": {}}, SPEC) == [False, True]


def test_only_so_much_is_kept_in_mind(asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_MOST_ACCEPTED", 2)
    others = [{"parties": {f"clinic-{number}": {"role": "institution"}}} for number in range(3)]

    for spec in (*others, others[0]):
        assert answers(spec) == [True]
    assert len(asked) == 4


def test_what_people_call_things_takes_no_validator_of_its_own(
    asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[frozenset[str] | None] = []
    make = engine.Validator.__init__

    def _init(self: engine.Validator, words: frozenset[str] | None = None) -> None:
        made.append(words)
        make(self, words)

    monkeypatch.setattr(engine.Validator, "__init__", _init)
    for name in ("clinic", "hospital", "exchanges-of-old"):
        assert answers({"parties": {name: {"role": "institution"}}}) == [True]

    assert len(asked) == 3
    assert made == [frozenset({"declarations", "name", "parties", "role"})]
