"""The schemas against fixtures/schemas: a folder a kind, the recorded faults on top of a file."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import regorus
import yaml
from properties import shape

from bunkaiten import messages, references, schemas
from bunkaiten.envelope import PLACES, SECTIONS
from bunkaiten.explanations import explained
from bunkaiten.faults import Fault

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "fixtures" / "schemas"
WRITTEN = [kind for kind in schemas.KINDS if kind != "envelope"]
PARTS = frozenset(SECTIONS).union(PLACES.values())
IN_ENVELOPE = {"terraform-plan": "terraform", "kubernetes-object": "kubernetes"}


class StringsFirst(yaml.SafeLoader):
    """Reads as the readers of declarations do: text, unless it is a JSON number or one of three words."""

    yaml_implicit_resolvers: Mapping[str, Any] = {}


for tag, pattern, firsts in (
    ("null", r"null|~|$", ["n", "~", ""]),
    ("bool", r"(?:true|false)$", ["t", "f"]),
    ("int", r"-?(?:0|[1-9][0-9]*)$", list("-0123456789")),
    ("float", r"-?(?:0|[1-9][0-9]*)\.[0-9]+$", list("-0123456789")),
):
    StringsFirst.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), firsts)


def load(path: Path) -> Any:  # noqa: ANN401  # any YAML
    return yaml.load(path.read_text("utf-8"), StringsFirst)  # noqa: S506  # a SafeLoader


def recorded(path: Path) -> list[tuple[str, str]]:
    """Return (pointer, code) of each "# fault: POINTER CODE" line; a pointer may hold spaces, or be empty."""
    lines = re.findall(r"^# fault: (.*)$", path.read_text("utf-8"), re.MULTILINE)
    return [(line.rpartition(" ")[0].strip(), line.rpartition(" ")[2]) for line in lines]


def told(faults: tuple[Fault, ...]) -> list[tuple[str, str]]:
    return [(fault.pointer, fault.code) for fault in faults]


def files(pattern: str) -> list[Any]:
    return [
        pytest.param(path, id=str(path.relative_to(FIXTURES).with_suffix("")))
        for path in sorted(FIXTURES.glob(pattern))
    ]


def kind_of(path: Path) -> str:
    return path.relative_to(FIXTURES).parts[0]


def decides(schema: Mapping[str, Any], value: object) -> bool:
    engine = regorus.Engine()
    engine.add_policy("decide.rego", "package decide\nanswer := json.match_schema(input, data.schema)\n")
    engine.add_data_json(json.dumps({"schema": dict(schema)}))
    engine.set_input_json(json.dumps(value))
    answer = json.loads(engine.eval_rule_as_json("data.decide.answer"))
    return bool(answer[0])


def enveloped(kind: str, value: Any) -> dict[str, Any]:  # noqa: ANN401  # any YAML
    envelope: dict[str, Any] = {
        "declarations": {},
        "terraform": {},
        "kubernetes": {},
        "context": {"as_of": "2026-11-22", "edition": "mhlw-4", "scope": "all", "deployments": "expected"},
    }
    if kind == "demarcation":
        envelope["declarations"]["clinic"] = value.get("spec", [])
    else:
        envelope[IN_ENVELOPE[kind]]["document 1"] = value
    return envelope


def cut_to(kind: str, value: Any) -> dict[str, Any]:  # noqa: ANN401  # any YAML
    """Return what the engine is given of the envelope's schema for one document."""
    names = names_in(value) if kind == "demarcation" else ()
    words = frozenset({IN_ENVELOPE.get(kind, "declarations"), *names})
    cut: dict[str, Any] = json.loads(schemas.envelope(words))
    return cut


def names_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from names_in(each)


@pytest.mark.parametrize("kind", WRITTEN)
def test_every_kind_has_fixtures_of_both_sorts(kind: str) -> None:
    assert list(FIXTURES.glob(f"{kind}/valid/*.yaml"))
    assert list(FIXTURES.glob(f"{kind}/invalid/*.yaml"))


@pytest.mark.parametrize("path", files("*/valid/*.yaml"))
def test_nothing_is_wrong_with_a_valid_document(path: Path) -> None:
    value = load(path)
    assert told(schemas.faults(kind_of(path), value)) == []
    if kind_of(path) == "demarcation":
        assert told(references.dangling(value["spec"])) == []


def test_every_field_and_every_word_of_a_declaration_stands_in_a_valid_one() -> None:
    specs = [load(path)["spec"] for path in FIXTURES.glob("demarcation/valid/*.yaml")]
    met = [(place.field, shape.at(spec, place.steps)) for spec in specs for place in shape.places(spec)]

    in_one_language = {f"{field}/{lang}" for field in shape.fields() for lang in messages.LANGUAGES}
    assert set(shape.fields()) - in_one_language - {field for field, _ in met} == set()
    assert set(shape.words()) - {(field, value) for field, value in met if isinstance(value, str)} == set()


@pytest.mark.parametrize("path", files("*/invalid/*.yaml"))
def test_an_invalid_document_has_the_recorded_faults_in_its_order(path: Path) -> None:
    assert recorded(path)
    assert told(schemas.faults(kind_of(path), load(path))) == recorded(path)


@pytest.mark.parametrize("path", files("demarcation/dangling/*.yaml"))
def test_a_dangling_reference_is_told_where_it_stands(path: Path) -> None:
    value = load(path)
    assert told(schemas.faults("demarcation", value)) == []
    found = [(f"/spec{pointer}", code) for pointer, code in told(references.dangling(value["spec"]))]
    assert recorded(path)
    assert found == recorded(path)


@pytest.mark.parametrize("path", files("*/*/*.yaml"))
def test_every_fault_has_a_sentence_in_both_languages(path: Path) -> None:
    value = load(path)
    found = schemas.faults(kind_of(path), value)
    if kind_of(path) == "demarcation" and not found:
        found = references.dangling(value["spec"])
    for fault in found:
        sentences = {messages.text(fault.code, lang, fault.values) for lang in messages.LANGUAGES}
        assert len(sentences) == 2
        assert "{" not in "".join(sentences)


@pytest.mark.parametrize("path", files("*/*/*.yaml"))
def test_the_decider_and_the_explainer_agree(path: Path) -> None:
    kind, value = kind_of(path), load(path)
    accepted = not schemas.faults(kind, value)
    assert decides(schemas.schema(kind), value) == accepted
    if kind in IN_ENVELOPE:
        assert decides(schemas.schema("envelope"), enveloped(kind, value)) == accepted
        assert decides(cut_to(kind, value), enveloped(kind, value)) == accepted


@pytest.mark.parametrize("part", sorted(PARTS))
def test_a_part_of_the_envelope_that_is_left_out_accepts_nothing(part: str) -> None:
    envelopes = [
        enveloped(kind, load(path))
        for kind in ("demarcation", *IN_ENVELOPE)
        for path in FIXTURES.glob(f"{kind}/valid/*.yaml")
    ]
    words = PARTS.union(*(names_in(each["declarations"]) for each in envelopes))
    whole, cut = json.loads(schemas.envelope(words)), json.loads(schemas.envelope(words - {part}))
    concerned = [
        each
        for each in envelopes
        if each.get(part) or any(part in spec for spec in each["declarations"].values())
    ]

    assert concerned
    for each in envelopes:
        assert decides(whole, each)
        assert decides(cut, each) == (each not in concerned)


@pytest.mark.parametrize("path", files("demarcation/*/*.yaml"))
def test_the_envelope_accepts_a_declaration_exactly_if_its_spec_is_right(path: Path) -> None:
    value = load(path)
    wrong = [
        pointer for pointer, _ in told(schemas.faults("demarcation", value)) if not_header(pointer, value)
    ]
    assert decides(schemas.schema("envelope"), enveloped("demarcation", value)) == (not wrong)
    assert decides(cut_to("demarcation", value), enveloped("demarcation", value)) == (not wrong)


def not_header(pointer: str, value: Mapping[str, Any]) -> bool:
    return pointer.startswith("/spec") or "spec" not in value


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"context": None}, id="no-context"),
        pytest.param({"terraform": None}, id="no-terraform"),
        pytest.param({"more": {}}, id="another-key"),
        pytest.param({"declarations": {"My Clinic": {"parties": {"a": {"role": "provider"}}}}}, id="name"),
        pytest.param({"context": {"as_of": "2026-02-30", "edition": "mhlw-4"}}, id="context"),
    ],
)
def test_an_envelope_of_another_shape_is_refused(change: Mapping[str, Any]) -> None:
    envelope = {**enveloped("kubernetes-object", {"apiVersion": "v1", "kind": "Pod"})}
    assert decides(schemas.schema("envelope"), envelope)
    changed = {key: part for key, part in {**envelope, **change}.items() if part is not None}
    assert not decides(schemas.schema("envelope"), changed)


def test_the_first_declaration_of_a_small_clinic_fits_in_30_lines() -> None:
    path = FIXTURES / "demarcation" / "valid" / "first-declaration-of-a-small-clinic.yaml"
    assert len(path.read_text("utf-8").splitlines()) <= 30
    assert schemas.ordinary_header(load(path))


def test_the_envelope_schema_is_what_the_generator_writes() -> None:
    run = [sys.executable, "python/tools/schemas.py", "--check"]
    assert subprocess.run(run, cwd=ROOT, check=False).returncode == 0


def subschemas(kind: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every schema inside the schema of `kind`, with the way to it."""
    pending: list[tuple[str, Any]] = [(kind, dict(schemas.schema(kind)))]
    while pending:
        way, schema = pending.pop()
        if not isinstance(schema, dict):
            continue
        yield way, schema
        for key in ("properties", "$defs"):
            pending += [(f"{way}/{key}/{name}", part) for name, part in schema.get(key, {}).items()]
        for key in ("items", "additionalProperties", "propertyNames", "not"):
            pending.append((f"{way}/{key}", schema.get(key)))
        pending += [(f"{way}/anyOf/{place}", part) for place, part in enumerate(schema.get("anyOf", []))]


@pytest.mark.parametrize("kind", WRITTEN)
def test_every_property_and_definition_is_described_in_both_languages(kind: str) -> None:
    described = {
        way: part for way, part in subschemas(kind) if way.split("/")[-2:-1] in (["properties"], ["$defs"])
    }
    assert [
        way for way, part in described.items() if not part.get("description") or not part.get("x-ja")
    ] == []


CLAUSE = re.compile(r"4\.[13]|bunkaiten-0\d|\b[ABCTRP]\d?-\d\d|judged|判定")


def test_every_property_of_a_declaration_names_its_clause_or_is_not_judged() -> None:
    described = {
        way: part for way, part in subschemas("demarcation") if way.split("/")[-2:-1] == ["properties"]
    }

    assert [
        (way, lang)
        for way, part in described.items()
        for lang in ("description", "x-ja")
        if not CLAUSE.search(part[lang])
    ] == []


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_a_schema_is_of_its_draft_and_stays_where_the_validators_agree(kind: str) -> None:
    schema = dict(schemas.schema(kind))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"https://bunkaiten.dev/schemas/{kind}.schema.json"
    for way, part in subschemas(kind):
        assert "format" not in part, way
        assert part.get("$ref", "#/$defs/").startswith("#/$defs/"), way
        assert "$ref" not in part or part.keys() <= {"$ref", "description", "x-ja"}, way
        pattern = part.get("pattern", "")
        assert not re.search(r"\\[dswDSWbB]|\(\?|\\\$|\[[^]]*\$", pattern), way


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_pattern_names_its_message_where_people_write(kind: str) -> None:
    if kind == "report":
        pytest.skip("nobody writes a report by hand")
    for way, part in subschemas(kind):
        if "pattern" in part:
            assert part["x-fault"] in messages.sentences("en"), way


@pytest.mark.parametrize("kind", ["demarcation", "requirement", "report", "configuration"])
def test_our_own_kinds_are_closed_and_bounded(kind: str) -> None:
    for way, part in subschemas(kind):
        if part.get("type") == "object" and not way.endswith("$defs/returned"):
            assert "additionalProperties" in part, way
            assert part["additionalProperties"] is False or "maxProperties" in part, way
        if part.get("type") == "array" and "value/anyOf" not in way:
            assert "maxItems" in part, way


@pytest.mark.parametrize("kind", WRITTEN)
def test_the_examples_are_valid(kind: str) -> None:
    schema = dict(schemas.schema(kind))
    for way, part in subschemas(kind):
        rooted = {**part, "$defs": schema.get("$defs", {})}
        for example in part.get("examples", []):
            assert jsonschema.Draft202012Validator(rooted).is_valid(example), way


@pytest.mark.parametrize("kind", ["demarcation", "requirement", "configuration"])
def test_every_choice_has_a_sentence_for_what_is_none_of_its_shapes(kind: str) -> None:
    for way, part in subschemas(kind):
        if "anyOf" in part:
            found = explained({**part, "$defs": schemas.schema(kind)["$defs"]}, value=True, limit=1)
            assert found[0].code.startswith(("must_be_", "quote_word")), way


def test_a_reference_is_annotated_wherever_a_name_is_referred_to() -> None:
    definitions = schemas.schema("demarcation")["$defs"]
    referring = {name: part["x-refersTo"] for name, part in definitions.items() if "x-refersTo" in part}
    assert referring == {"party": "parties", "agreement": "agreements", "exchangeName": "exchanges"}
    patterns = sorted((part["pattern"], name) for name, part in definitions.items() if "pattern" in part)
    shared = {key: [name for _, name in group] for key, group in groupby(patterns, key=lambda each: each[0])}
    assert shared[definitions["name"]["pattern"]] == [
        "agreement",
        "exchangeName",
        "name",
        "namespace",
        "party",
    ]


def contact(words: str) -> str:
    """Return the code of the fault in a declaration with such a contact, or "" where there is none."""
    spec = {"parties": {"sakura": {"role": "institution", "contact": words}}}
    document = {
        "apiVersion": "bunkaiten.dev/v1",
        "kind": "Demarcation",
        "metadata": {"name": "x"},
        "spec": spec,
    }
    found = schemas.faults("demarcation", document)
    return found[0].code if found else ""


@pytest.mark.parametrize(
    "words",
    [
        "なし。",
        "none ",
        "特になし",
        "条件なし",
        "NoNe",
        "none\n",
        "n/A",
        "Tbd",
        "ＮＯＮＥ",
        "Ｎ／Ａ",
        "「なし」",
        "(none)",
        "なし\u200b",
        "未定。",
    ],
)
def test_words_that_stand_for_nothing_are_refused_however_they_are_written(words: str) -> None:
    assert contact(words) == "reserved_word"


@pytest.mark.parametrize(
    "words", ["なしの木診療所", "無線 LAN", "ｼｽﾃﾑ室", "α", "nothing else", "TBD Inc.", "未定義語の一覧"]
)
def test_words_that_only_contain_them_are_not(words: str) -> None:
    assert contact(words) == ""
