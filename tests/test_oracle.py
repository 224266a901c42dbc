"""What the gate says of every combination of facts, against a table written by hand."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

import pytest
from hypothesis import settings
from oracle import declarations, products, table
from oracle.combinations import Case
from properties import judging

from bunkaiten import references, schemas
from tools import metadata

Said: TypeAlias = Mapping[tuple[str, str], str]
"""States by a requirement's id and a subject's key."""

ROWS = [(section, id_) for section, rows in table.load().sections.items() for id_ in rows]
SHOWN = 20
STATES = (
    ("applies", "nothing at all"),
    ("satisfied", "satisfied"),
    ("undetermined", "undetermined"),
    ("deny", "denied"),
)
"""What a requirement's rules mean, the worse last."""


@pytest.fixture(scope="module")
def said() -> Said:
    """Return the state of every subject that a requirement applies to, by the requirement's id."""
    found: dict[tuple[str, str], str] = {}
    for name, spec in _declared()[0].items():
        decision = judging.decide(judging.envelope({name: spec}, "not-meant"))
        for requirement, answer in decision.items():
            for word, state in STATES:
                for part in answer[word]:
                    subject = part if isinstance(part, str) else part["subject"]
                    found[_ids()[requirement], subject] = state
    return found


@pytest.mark.parametrize(("section", "id_"), ROWS, ids=[id_ for _, id_ in ROWS])
def test_gate_says_of_every_combination_what_the_table_says(section: str, id_: str, said: Said) -> None:
    if id_ not in _ids().values():
        pytest.fail(f"no package is the requirement {id_}", pytrace=False)
    differences = list(_differences(section, id_, said))
    if differences:
        shown = "\n  ".join(differences[:SHOWN])
        pytest.fail(f"{id_} differs in {len(differences)} combinations:\n  {shown}", pytrace=False)


def test_every_line_of_the_table_decides_something() -> None:
    needed = set()
    for case in _cases():
        classes = [table.load().classed(case.section, facts) for facts in case.facts]
        needed |= {id(line) for _, lines in classes for line in lines}
        needed |= {id(_deciding(case, id_)) for id_ in _rows(case)}

    assert [(name, number) for name, number, line in table.load().lines() if id(line) not in needed] == []


def test_what_is_declared_is_valid() -> None:
    for name, spec in _declared()[0].items():
        assert references.dangling(spec) == (), name
        assert schemas.faults("demarcation", judging.document(name, spec)) == (), name


def _differences(section: str, id_: str, said: Said) -> Iterator[str]:
    for subject, case in _declared()[1].items():
        if case.section == section and id_ in _rows(case):
            line = _deciding(case, id_)
            state = said.get((id_, subject), "not applicable")
            if state != line.answer:
                chosen = " / ".join(", ".join(f"{n}: {word}" for n, word in c.items()) for c in case.chosen)
                yield f"{line.answer} ({line.ground}), but the gate says {state}: {chosen}"


def _rows(case: Case) -> tuple[str, ...]:
    return case.rows or tuple(table.load().sections[case.section])


def _deciding(case: Case, id_: str) -> table.Line:
    known = [table.load().classed(case.section, facts)[0] for facts in case.facts]
    return table.load().deciding(case.section, id_, known)


@cache
def _cases() -> list[Case]:
    """Return what is judged; a search looks at everything."""
    return list(products.cases(everything=not settings().derandomize))


@cache
def _declared() -> tuple[dict[str, declarations.Spec], dict[str, Case]]:
    return declarations.declared(_cases())


@cache
def _ids() -> Mapping[str, str]:
    """Return the id of every requirement, by its key in a decision."""
    return {package.name: package.block["custom"]["id"] for package in metadata.requirement_packages()}
