"""What a document is, by its content, and the word for what is taken for one."""

import json
from pathlib import Path
from typing import Any

import pytest

from bunkaiten import messages
from bunkaiten.documents import Kind, Source, read

FIXTURES = Path(__file__).parents[2] / "fixtures" / "documents"
PLAN = {"format_version": "1.2", "terraform_version": "1.11.4", "planned_values": {}, "resource_changes": []}
POD = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}
CHANGE = {
    "address": "aws_vpc.a",
    "mode": "managed",
    "type": "aws_vpc",
    "name": "a",
    "change": {"actions": ["create"], "after": {"tags": None}},
}
OPEN = {"actions": ["create"], "after": {}, "after_unknown": {"tags": [{"a": True}]}}
MODULE = {"child_modules": [{"resources": [{"mode": "data"}, {"mode": "managed"}]}]}
DECLARATION = {"apiVersion": "bunkaiten.dev/v1", "kind": "Demarcation", "metadata": {"name": "d"}, "spec": {}}
REVIEW = {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview"}


def found(value: object, expected: str | None = None) -> list[tuple[str, str, str]]:
    reading = read(Source(id="x", data=json.dumps(value).encode()), expected=expected)
    assert not reading.refusals
    return [(each.id, each.kind, each.name) for each in reading.documents]


def refusals(data: bytes, expected: str | None = None) -> list[tuple[str, str, int | None, int | None]]:
    reading = read(Source(id="x", data=data), expected=expected)
    return [(each.document, each.error.code, each.error.line, each.error.column) for each in reading.refusals]


@pytest.mark.parametrize(
    ("value", "documents"),
    [
        pytest.param(PLAN, [("x", "plan", "plan")], id="plan"),
        pytest.param({**PLAN, "format_version": "0.1"}, [("x", "plan", "plan")], id="plan-0.1"),
        pytest.param({**PLAN, "format_version": "1.17"}, [("x", "plan", "plan")], id="plan-1.17"),
        pytest.param({**PLAN, "errored": False}, [("x", "plan", "plan")], id="plan-without-errors"),
        pytest.param(
            {"format_version": "1.0", "planned_values": {}}, [("x", "plan", "plan")], id="no-changes"
        ),
        *(
            pytest.param({**PLAN, **parts}, [("x", "plan", "plan")], id=why)
            for why, parts in {
                "nothing-but-data": {
                    "prior_state": {"values": {"root_module": {"resources": [{"mode": "data"}]}}}
                },
                "state-that-is-none": {"prior_state": {"values": {"root_module": {"child_modules": "x"}}}},
                "left-behind": {
                    "resource_changes": [CHANGE, {**CHANGE, "deposed": "a"}, {**CHANGE, "deposed": "b"}]
                },
                "gone": {"resource_changes": [{**CHANGE, "change": {"actions": ["delete"], "after": None}}]},
                "data-without-values": {
                    "resource_changes": [{**CHANGE, "mode": "data", "change": {"after": None}}]
                },
                "changes-for-the-schema-to-refuse": {
                    "resource_changes": [7, {}, {"address": None}, {"change": 7}]
                },
                "configured": {
                    "resource_changes": [{**CHANGE, "change": OPEN}],
                    "configuration": {"root_module": {"module_calls": {"a": {}}}},
                },
            }.items()
        ),
        pytest.param(DECLARATION, [("x", "declaration", "d")], id="declaration"),
        pytest.param(
            {**DECLARATION, "metadata": {"name": 1}}, [("x", "declaration", "")], id="name-is-no-text"
        ),
        pytest.param(
            {**DECLARATION, "metadata": "d"}, [("x", "declaration", "")], id="metadata-is-no-mapping"
        ),
        pytest.param(POD, [("x#1", "object", "Pod")], id="object"),
        pytest.param({"apiVersion": "v1", "kind": "List", "items": None}, [], id="list-of-null"),
        pytest.param({"apiVersion": "v1", "kind": "PodList", "items": None}, [], id="typed-list-of-null"),
        pytest.param(
            {"apiVersion": "bundle.example/v1", "kind": "Pod"}, [("x#1", "object", "Pod")], id="other-group"
        ),
        pytest.param({"apiVersion": "v1", "kind": "List", "items": []}, [], id="empty-list"),
        pytest.param(
            {"apiVersion": "v1", "kind": "List", "items": [POD, DECLARATION]},
            [("x#1/items/0", "object", "Pod"), ("x#1/items/1", "declaration", "d")],
            id="list",
        ),
        pytest.param(
            {"apiVersion": "v1", "kind": "PodList", "items": [{"metadata": {}}]},
            [("x#1/items/0", "object", "Pod")],
            id="typed-list",
        ),
        pytest.param(
            {
                "apiVersion": "v1",
                "kind": "List",
                "items": [{"apiVersion": "v1", "kind": "List", "items": [POD]}],
            },
            [("x#1/items/0/items/0", "object", "Pod")],
            id="list-in-a-list",
        ),
        pytest.param(
            {"apiVersion": "a.example/v1", "kind": "AllowList", "spec": {}},
            [("x#1", "object", "AllowList")],
            id="kind-that-only-ends-in-list",
        ),
        pytest.param(
            {**REVIEW, "request": {"operation": "CREATE", "object": POD}},
            [("x#1/request/object", "object", "Pod")],
            id="review",
        ),
        pytest.param(
            {**REVIEW, "request": {"operation": "DELETE", "object": None}}, [], id="review-of-a-deletion"
        ),
    ],
)
def test_document_is_known_by_its_content(value: object, documents: list[tuple[str, str, str]]) -> None:
    assert found(value) == documents


def test_typed_list_gives_its_items_the_type_that_they_do_not_name() -> None:
    data = json.dumps({"apiVersion": "v1", "kind": "PodList", "items": [{"metadata": {}}]}).encode()

    [item] = read(Source(id="x", data=data)).documents

    assert item.value == {"apiVersion": "v1", "kind": "Pod", "metadata": {}}


def test_plan_keeps_its_text_and_the_digest_of_its_bytes() -> None:
    data = (FIXTURES / "plan.json").read_bytes()

    [plan] = read(Source(id="x", data=data), expected=Kind.PLAN).documents

    assert plan.text == data.decode()
    assert len(plan.sha256) == 64


@pytest.mark.parametrize(
    ("value", "code", "line", "column"),
    [
        pytest.param({"a": 1}, "kind_unknown", 1, 1, id="any-object"),
        pytest.param({}, "kind_unknown", 1, 1, id="empty-object"),
        pytest.param([PLAN], "kind_array", 1, 1, id="array"),
        pytest.param({**POD, "kind": 1}, "object_half_typed", 1, 22, id="kind-is-no-text"),
        pytest.param({**POD, "kind": ""}, "object_half_typed", 1, 22, id="kind-is-empty"),
        pytest.param({"apiVersion": "v1"}, "object_half_typed", 1, 1, id="version-alone"),
        pytest.param({"kind": "Pod"}, "object_half_typed", 1, 1, id="kind-alone"),
        pytest.param({**POD, "apiVersion": None}, "object_half_typed", 1, 2, id="version-is-null"),
        pytest.param({**POD, "spec": []}, "object_spec", 1, 64, id="spec-is-a-list"),
        pytest.param(
            {**DECLARATION, "apiVersion": "bunkaiten.dev/v2"}, "declaration_version", 1, 2, id="version"
        ),
        pytest.param(
            {**DECLARATION, "apiVersion": "bunkaiten.dev"}, "declaration_version", 1, 2, id="no-version"
        ),
        pytest.param({**DECLARATION, "apiVersion": "v1"}, "declaration_version", 1, 2, id="another-group"),
        pytest.param({"kind": "Demarcation"}, "declaration_without_version", 1, 2, id="no-api-version"),
        pytest.param({**DECLARATION, "kind": "Demarkation"}, "declaration_kind", 1, 36, id="kind-misspelt"),
        pytest.param({"apiVersion": "bunkaiten.dev/v1"}, "declaration_without_kind", 1, 2, id="no-kind"),
        pytest.param({"apiVersion": "v1", "kind": "List"}, "list_without_items", 1, 22, id="no-items"),
        pytest.param({"apiVersion": "v2", "kind": "PodList"}, "list_without_items", 1, 22, id="no-pods"),
        pytest.param(
            {"apiVersion": "v1", "kind": "List", "item": [POD]}, "list_items_misspelt", 1, 38, id="item"
        ),
        pytest.param(
            {"apiVersion": "v1", "kind": "PodList", "Items": []}, "list_items_misspelt", 1, 41, id="Items"
        ),
        pytest.param({"apiVersion": "v1", "kind": "list", "items": []}, "list_kind", 1, 22, id="small-list"),
        pytest.param({"apiVersion": "v1", "kind": "LIST"}, "list_kind", 1, 22, id="great-list"),
        pytest.param({"apiVersion": "v1", "kind": "Podlist", "items": []}, "list_kind", 1, 22, id="podlist"),
        pytest.param({**DECLARATION, "kind": "demarcation"}, "declaration_kind", 1, 36, id="small-kind"),
        pytest.param(
            {**POD, "kind": "DEMARCATION"}, "declaration_version", 1, 2, id="great-kind-of-another-group"
        ),
        *(
            pytest.param({**POD, "apiVersion": near}, "declaration_version", 1, 2, id=near)
            for near in (
                "bunkaiten.dev/V1",
                "bunkaiten/v1",
                "bunkaitn.dev/v1",
                "Bunkaiten.dev/v1",
                "bunkaiten.com/v1",
            )
        ),
        pytest.param(
            {**POD, "spec": {"parties": {}, "exchanges": {}}},
            "declaration_lookalike",
            1,
            2,
            id="object-with-parties",
        ),
        pytest.param(
            {"spec": {"parties": {}, "exchanges": {}}}, "declaration_lookalike", 1, 1, id="parties-alone"
        ),
        *(
            pytest.param({"apiVersion": f"bunkaiten.dev/{each}/v1"}, "own_output", 1, 2, id=each)
            for each in ("report", "rules", "rule", "version")
        ),
        pytest.param({**PLAN, "errored": True}, "plan_errored", 1, 104, id="errored"),
        pytest.param({**PLAN, "errored": "no"}, "plan_errored", 1, 104, id="errored-is-no-boolean"),
        pytest.param({**PLAN, "format_version": "2.0"}, "plan_version", 1, 2, id="version-2"),
        pytest.param({**PLAN, "format_version": "0.3"}, "plan_version", 1, 2, id="version-0.3"),
        pytest.param({**PLAN, "format_version": 1.2}, "plan_version_no_text", 1, 2, id="version-is-a-number"),
        pytest.param(
            {**PLAN, "resource_changes": [CHANGE, CHANGE]},
            "plan_resource_twice",
            1,
            238,
            id="one-address-twice",
        ),
        pytest.param(
            {**PLAN, "resource_changes": [{**CHANGE, "change": {"actions": ["no-op"]}}]},
            "plan_resource_without_values",
            1,
            101,
            id="no-values",
        ),
        pytest.param(
            {"format_version": "1.0", "planned_values": {"root_module": MODULE}},
            "plan_lists_nothing",
            1,
            1,
            id="no-changes-for-its-resources",
        ),
        pytest.param(
            {**PLAN, "prior_state": {"values": {"root_module": {"child_modules": [{}, MODULE]}}}},
            "plan_lists_nothing",
            1,
            80,
            id="no-changes-for-its-state",
        ),
        pytest.param(
            {**PLAN, "resource_changes": [{**CHANGE, "change": OPEN}], "configuration": {"root_module": []}},
            "plan_without_configuration",
            1,
            269,
            id="no-configuration",
        ),
        pytest.param({"resource_changes": []}, "plan_without_version", 1, 1, id="plan-without-version"),
        pytest.param({"format_version": "1.0"}, "state_shown", 1, 1, id="empty-state-shown"),
        pytest.param({"format_version": "1.0", "values": {}}, "state_shown", 1, 1, id="state-shown"),
        pytest.param(
            {"format_version": "1.0", "provider_schemas": {}}, "plan_without_changes", 1, 1, id="schemas"
        ),
        pytest.param({"version": 4, "serial": 1, "lineage": "x"}, "state_file", 1, 1, id="state-file"),
        pytest.param({"@level": "info", "@message": "x"}, "plan_log_stream", 1, 1, id="one-line-of-log"),
        pytest.param(
            {"kind": "Status", "apiVersion": "v1", "status": "Failure"},
            "api_status",
            1,
            2,
            id="status-of-the-api",
        ),
        pytest.param(REVIEW, "admission_without_object", 1, 1, id="review-without-request"),
        pytest.param(
            {**REVIEW, "request": {}}, "admission_without_object", 1, 66, id="review-without-object"
        ),
    ],
)
def test_document_that_is_none_of_ours_is_refused_with_its_place(
    value: object, code: str, line: int, column: int
) -> None:
    assert refusals(json.dumps(value).encode()) == [("x", code, line, column)]


@pytest.mark.parametrize(
    ("value", "document", "code"),
    [
        pytest.param(
            {"apiVersion": "v1", "kind": "List", "items": [POD, 1]}, "x#1/items/1", "list_item", id="item"
        ),
        pytest.param({"apiVersion": "v1", "kind": "List", "items": {}}, "x", "list_items", id="items"),
        pytest.param(
            {"apiVersion": "v1", "kind": "List", "items": [PLAN]},
            "x#1/items/0",
            "kind_unknown",
            id="plan-in-a-list",
        ),
        pytest.param(
            {**REVIEW, "request": {"object": []}}, "x#1/request/object", "kind_array", id="reviewed-list"
        ),
    ],
)
def test_what_a_list_or_review_carries_is_refused_by_itself(value: object, document: str, code: str) -> None:
    assert [(each[0], each[1]) for each in refusals(json.dumps(value).encode())] == [(document, code)]


def test_one_bad_item_does_not_hide_the_others() -> None:
    data = json.dumps({"apiVersion": "v1", "kind": "List", "items": [POD, 1, POD]}).encode()

    assert [each.id for each in read(Source(id="x", data=data)).documents] == ["x#1/items/0", "x#1/items/2"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        pytest.param(
            'resource "terraform_data" "a" {\n  input = "x: y"\n}\n', "terraform_source", 1, id="hcl"
        ),
        pytest.param('# a comment\nvariable "a" {}\n', "terraform_source", 2, id="hcl-after-a-comment"),
        pytest.param("terraform {\n}\n", "terraform_source", 1, id="hcl-that-is-yaml"),
        pytest.param(
            'Refreshing...\n{"format_version":"1.2"}\n', "plan_after_log", 2, id="log-before-the-plan"
        ),
        pytest.param('[INFO] x\n\n{\n "format_version":"1.2"}\n', "plan_after_log", 3, id="log-in-brackets"),
        pytest.param(
            '{"@level":"info","@message":"a"}\n{"@level":"info"}\n', "plan_log_stream", 1, id="log-stream"
        ),
        pytest.param("\nTerraform used the selected providers to\n", "plan_printed", 2, id="printed"),
        pytest.param(
            "\nOpenTofu will perform the following actions:\n", "plan_printed", 2, id="printed-by-tofu"
        ),
        pytest.param(
            "\x1b[0m\x1b[1m\x1b[32mNo changes.\x1b[0m x\n", "plan_printed", 1, id="printed-in-colour"
        ),
        pytest.param("format_version: '1.2'\nresource_changes: []\n", "plan_in_yaml", 1, id="plan-in-yaml"),
        pytest.param("# HCL\na: |\n  terraform {\n  }\nb: [\n", "yaml_syntax_value", 6, id="hcl-inside-yaml"),
    ],
)
def test_text_that_is_taken_for_a_plan_is_called_by_its_name(text: str, code: str, line: int) -> None:
    assert [(each[1], each[2]) for each in refusals(text.encode())] == [(code, line)]


@pytest.mark.parametrize("lang", messages.LANGUAGES)
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"PK\x03\x04", id="binary"),
        pytest.param(b'{"format_version":"1.0"}', id="state"),
        pytest.param(b"terraform {\n}\n", id="hcl"),
        pytest.param(b'{"@level":"info","@message":"a"}', id="log"),
    ],
)
def test_refusal_names_the_command_to_run_instead(data: bytes, lang: str) -> None:
    [refusal] = read(Source(id="x", data=data)).refusals

    sentence = refusal.error.text(lang)
    assert "terraform plan -out=tfplan && terraform show -json tfplan > plan.json" in sentence
    assert "tofu" in sentence


@pytest.mark.parametrize(
    ("value", "expected", "code"),
    [
        pytest.param(POD, "plan", "expected_plan", id="object-for-a-plan"),
        pytest.param(DECLARATION, "plan", "expected_plan", id="declaration-for-a-plan"),
        pytest.param(PLAN, "declaration", "expected_declaration", id="plan-for-a-declaration"),
        pytest.param(PLAN, "object", "expected_object", id="plan-for-an-object"),
        pytest.param(
            {"apiVersion": "v1", "kind": "List", "items": []}, "plan", "nothing_in_it", id="nothing"
        ),
    ],
)
def test_another_kind_than_the_expected_one_is_refused(value: Any, expected: str, code: str) -> None:  # noqa: ANN401 - any JSON value
    reading = read(Source(id="x", data=json.dumps(value).encode()), expected=expected)

    assert reading.documents == ()
    assert [each.error.code for each in reading.refusals] == [code]


def test_the_expected_kind_is_read() -> None:
    assert found(PLAN, "plan") == [("x", "plan", "plan")]
    assert found(DECLARATION, "declaration") == [("x", "declaration", "d")]
