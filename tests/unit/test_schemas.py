import json
import re
import subprocess
import sys
from datetime import date, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_network
from typing import Any

import pytest
import regorus
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bunkaiten import messages, schemas
from bunkaiten.explanations import explained
from bunkaiten.faults import Fault

HEADER = {"apiVersion": "bunkaiten.dev/v1", "kind": "Demarcation", "metadata": {"name": "clinic"}}
SPEC: dict[str, Any] = {"parties": {"sakura": {"role": "institution"}}}
DEFINITIONS = schemas.schema("demarcation")["$defs"]
DAY = DEFINITIONS["date"]["pattern"]
NETWORK = DEFINITIONS["network"]["pattern"]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def declaration(**spec: object) -> dict[str, Any]:
    return {**HEADER, "spec": {**SPEC, **spec}}


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_the_text_of_a_kind_is_its_schema(kind: str) -> None:
    assert json.loads(schemas.text(kind)) == dict(schemas.schema(kind))


def test_another_kind_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        schemas.text("waiver")


def test_the_explainer_is_not_loaded_before_something_is_to_be_explained() -> None:
    code = (
        "import sys; from bunkaiten import schemas, references;"
        "references.dangling({'parties': {}}); schemas.ordinary_header({});"
        "sys.exit('jsonschema' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_quick_path_knows_names_as_the_schema_does() -> None:
    # the engine takes three times as long to compile a pattern that counts
    assert f"^{schemas.NAME.pattern}$" == DEFINITIONS["name"]["pattern"].replace("*", "{0,61}")
    assert DEFINITIONS["name"]["maxLength"] == 1 + 61 + 1
    assert set(DEFINITIONS["name"]["not"]["enum"]) == schemas.RESERVED


@pytest.mark.parametrize(
    ("change", "is_ordinary"),
    [
        pytest.param({}, True, id="ordinary"),
        pytest.param({"apiVersion": "bunkaiten.dev/v2"}, False, id="version"),
        pytest.param({"kind": "demarcation"}, False, id="kind"),
        pytest.param({"status": {}}, False, id="another-key"),
        pytest.param({"metadata": {"name": "clinic", "labels": {}}}, False, id="labels"),
        pytest.param({"metadata": {"name": "Clinic"}}, False, id="capitals"),
        pytest.param({"metadata": {"name": "none"}}, False, id="reserved"),
        pytest.param({"metadata": {"name": "clinic\n"}}, False, id="line-break"),
        pytest.param({"metadata": {"name": 5}}, False, id="number"),
        pytest.param({"metadata": {}}, False, id="no-name"),
        pytest.param({"metadata": "clinic"}, False, id="metadata-is-text"),
    ],
)
def test_a_header_is_ordinary_only_if_nothing_about_it_needs_a_word(
    change: dict[str, Any],
    is_ordinary: bool,  # noqa: FBT001  # a column of the table
) -> None:
    document = {**HEADER, "spec": SPEC, **change}
    assert schemas.ordinary_header(document) == is_ordinary
    assert not is_ordinary or schemas.faults("demarcation", document) == ()


@pytest.mark.parametrize("document", [None, [], "x", {}, HEADER])
def test_what_is_no_document_has_no_ordinary_header(document: object) -> None:
    assert not schemas.ordinary_header(document)


def test_a_fault_says_where_what_and_with_which_values() -> None:
    document = declaration(
        exchanges={"referral": {"data": "patients", "source": "sakura", "destinations": {}}}
    )
    assert schemas.faults("demarcation", document) == (
        Fault(
            pointer="/spec/exchanges/referral/data",
            code="not_one_of",
            values={
                "field": "spec.exchanges.referral.data",
                "value": "patients",
                "allowed": "patient-information, other",
            },
        ),
        Fault(
            pointer="/spec/exchanges/referral/destinations",
            code="missing_key",
            values={"field": "spec.exchanges.referral.destinations", "key": "parties"},
        ),
    )


def test_faults_are_bounded_and_the_first_of_the_document_are_kept() -> None:
    parties = {f"p{number:03}": {"role": "x"} for number in range(300)}
    found = schemas.faults("demarcation", declaration(parties=parties), limit=3)
    assert [fault.pointer for fault in found] == [f"/spec/parties/p{number:03}/role" for number in range(3)]
    assert len(schemas.faults("demarcation", declaration(parties=parties))) == 20


def test_a_long_value_is_cut_in_the_message() -> None:
    document = {**HEADER, "kind": "x" * 1000, "spec": SPEC}
    assert len(schemas.faults("demarcation", document)[0].values["value"]) == 60


def test_a_plan_nested_beyond_reason_is_told_and_not_fatal() -> None:
    module: dict[str, Any] = {"resources": "none"}
    for _ in range(3000):
        module = {"child_modules": [module]}
    plan = {"format_version": "1.2", "planned_values": {"root_module": module}}
    assert [fault.code for fault in schemas.faults("terraform-plan", plan)] == ["nested_too_deeply"]


def test_a_plan_nested_as_deeply_as_the_engine_reads_is_explained() -> None:
    module: dict[str, Any] = {"resources": "none"}
    for _ in range(60):
        module = {"child_modules": [module]}
    plan = {"format_version": "1.2", "planned_values": {"root_module": module}}
    assert [fault.code for fault in schemas.faults("terraform-plan", plan)] == ["must_be_array"]


def test_the_days_of_the_calendar_are_the_days_that_are_accepted() -> None:
    first = date(1896, 1, 1)
    days = {(first + timedelta(days=number)).isoformat() for number in range(366 * 210)}
    written = {f"{y}-{m:02}-{d:02}" for y in range(1896, 2105) for m in range(14) for d in range(33)}
    assert {day for day in written if re.search(DAY, day)} == days & written


@pytest.mark.parametrize(
    "day",
    ["2026-02-30", "2025-02-29", "2026-13-01", "2026-4-1", "2026-00-10", "0206-04-01", "２０２６-04-01", ""],
)
def test_what_is_no_day_is_refused(day: str) -> None:
    agreement = {"between": ["sakura", "aoba"], "validFrom": day}
    found = schemas.faults("demarcation", declaration(agreements={"paper": agreement}))
    assert [(fault.pointer, fault.code) for fault in found] == [
        ("/spec/agreements/paper/validFrom", "not_a_day")
    ]


def test_a_wide_space_before_a_key_is_named() -> None:
    found = schemas.faults("demarcation", {**declaration(), "\u3000\u3000agreements": {}})
    assert [(fault.code, fault.values["key"]) for fault in found] == [("key_with_wide_space", "agreements")]


def test_what_is_no_day_is_told_the_word_that_stands_for_one() -> None:
    agreement = {"between": ["sakura", "aoba"], "validTo": "無期限"}
    found = schemas.faults("demarcation", declaration(agreements={"paper": agreement}))
    assert [(fault.code, fault.values["allowed"]) for fault in found] == [("not_a_day_or_word", "open")]


@settings(max_examples=300, deadline=None)
@given(st.from_regex(NETWORK.replace("$", r"\Z"), fullmatch=True, alphabet="0123456789abcdefABCDEF:./"))
def test_an_accepted_network_is_one_to_python_and_to_the_engine(network: str) -> None:
    assert ip_network(network, strict=False)
    engine = regorus.Engine()
    engine.add_policy("n.rego", "package n\nanswer := net.cidr_is_valid(input)\n")
    engine.set_input_json(json.dumps(network))
    assert engine.eval_rule_as_json("data.n.answer") == "true"


@settings(max_examples=300, deadline=None)
@given(st.ip_addresses(), st.data())
def test_every_network_is_accepted_and_nothing_else(
    address: IPv4Address | IPv6Address, data: st.DataObject
) -> None:
    most = 32 if address.version == 4 else 128
    # IPv4 inside IPv6 is written in two ways; ours is the one of hexadecimal digits
    assume(address.version == 4 or address.ipv4_mapped is None)
    assert re.search(NETWORK, f"{address}/{data.draw(st.integers(0, most))}")
    assert not re.search(NETWORK, f"{address}/{most + 1}")
    assert not re.search(NETWORK, str(address))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(schemas.KINDS)), JSON)
def test_any_json_is_explained_in_both_languages(kind: str, value: object) -> None:
    for fault in schemas.faults(kind, value):
        assert fault.code != "not_valid"
        assert all(messages.text(fault.code, lang, fault.values) for lang in messages.LANGUAGES)


def test_a_rule_without_words_of_ours_is_still_a_fault() -> None:
    assert [fault.code for fault in explained({"multipleOf": 2}, 3, 20)] == ["not_valid"]
