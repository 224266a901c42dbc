"""Odd, damaged and hostile Kubernetes objects: read alike where they say the same, else refused or said."""

import json
import time
from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from bunkaiten import Gate
from bunkaiten.model import Report, State
from bunkaiten.observing import observe

LAB: dict[str, Any] = {
    "apiVersion": "v1",
    "kind": "Service",
    "metadata": {"name": "lab", "namespace": "clinic"},
    "spec": {"type": "ExternalName", "externalName": "lab.partner.example"},
}
NAMED = "kubernetes:clinic/Service/lab"


def without(*names: str) -> dict[str, Any]:
    return {name: value for name, value in LAB.items() if name not in names}


def listed(*items: object, kind: str = "List") -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": kind, "items": list(items)}


def judged(*objects: object) -> Report:
    stream = yaml.safe_dump_all(objects, allow_unicode=True)
    return Gate().check([stream.encode()], as_of="2026-11-22")


def crossings(report: Report) -> list[str]:
    return [each.subject for each in report.findings if each.code == "crossing_undeclared"]


@pytest.mark.parametrize(
    ("objects", "things"),
    [
        pytest.param([LAB], [NAMED], id="object"),
        pytest.param([without("metadata")], ["kubernetes:/Service/"], id="no-metadata"),
        pytest.param([{**LAB, "metadata": {}}], ["kubernetes:/Service/"], id="empty-metadata"),
        pytest.param([{**LAB, "metadata": {"name": "lab"}}], ["kubernetes:/Service/lab"], id="no-namespace"),
        pytest.param(
            [{**LAB, "metadata": {"generateName": "lab-", "namespace": "clinic"}}],
            ["kubernetes:clinic/Service/lab-"],
            id="generate-name",
        ),
        pytest.param(
            [{**LAB, "metadata": {"name": "検査", "namespace": "診療所"}}],
            ["kubernetes:診療所/Service/検査"],
            id="japanese",
        ),
        pytest.param(
            [LAB, {**LAB, "metadata": {"name": "lab", "namespace": "Clinic"}}],
            ["kubernetes:Clinic/Service/lab", NAMED],
            id="namespaces-differ-in-case",
        ),
        pytest.param([listed(listed(LAB))], [NAMED], id="list-in-a-list"),
        pytest.param([listed(without("apiVersion", "kind"), kind="ServiceList")], [NAMED], id="typed-list"),
        pytest.param(
            [None, LAB, None, {**LAB, "metadata": {"name": "b"}}],
            ["kubernetes:/Service/b", NAMED],
            id="empty",
        ),
        pytest.param(
            [{**LAB, "metadata": {**LAB["metadata"], "annotations": None, "labels": None}}],
            [NAMED],
            id="null",
        ),
        pytest.param(
            [
                {
                    **LAB,
                    "metadata": {
                        **LAB["metadata"],
                        "creationTimestamp": None,
                        "managedFields": [{"manager": "kubectl", "fieldsV1": {"f:spec": {"f:type": {}}}}],
                        "ownerReferences": [{"kind": "App", "name": "lab"}],
                        "resourceVersion": "4711",
                        "uid": "0a1b2c3d",
                    },
                    "status": {"loadBalancer": {}, "conditions": None},
                }
            ],
            [NAMED],
            id="fields-of-the-server",
        ),
    ],
)
def test_object_is_read_whatever_it_is_wrapped_in(objects: list[object], things: list[str]) -> None:
    report = judged(*objects)

    assert (report.exit_code, report.problems) == (1, ())
    assert sorted(crossings(report)) == sorted(things)


def test_two_objects_of_one_name_are_both_judged() -> None:
    inside = {**LAB, "spec": {"type": "ClusterIP"}}
    for objects in ([LAB, LAB], [LAB, inside], [inside, LAB]):
        assert set(crossings(judged(*objects))) == {NAMED}
    both = {**LAB, "spec": {**LAB["spec"], "externalName": "other.partner.example"}}

    seen = observe([yaml.safe_dump_all([LAB, both]).encode()]).seen

    assert sorted(each.attributes["who"]["is"]["name"] for each in seen) == [  # type: ignore[index]
        "lab.partner.example",
        "other.partner.example",
    ]


def test_name_that_the_server_completes_is_named_by_its_beginning() -> None:
    job = {**LAB, "metadata": {"generateName": "lab-", "namespace": "clinic", "annotations": {}}}
    reference = "kubernetes:clinic/Service/lab-*"
    declaration = {
        "apiVersion": "bunkaiten.dev/v1",
        "kind": "Demarcation",
        "metadata": {"name": "d"},
        "spec": {
            "parties": {"aoba": {"role": "institution"}, "labo": {"role": "contractor"}},
            "entrustedWork": {
                "tests": {"institution": "aoba", "contractor": "labo", "implementedBy": [reference]}
            },
        },
    }

    report = Gate().check([declaration, job], as_of="2026-11-22")

    assert report.problems == ()
    assert crossings(report) == []
    assert "thing_not_found" not in {each.code for each in report.findings}


REFUSED = {
    "no kind": ([without("kind")], "object_half_typed"),
    "no apiVersion": ([without("apiVersion")], "object_half_typed"),
    **{
        f"kind {kind!r}": ([{**LAB, "kind": kind}], "object_half_typed")
        for kind in (None, "", 7, ["Service"])
    },
    "neither": ([without("kind", "apiVersion")], "kind_unknown"),
    **{f"spec {spec!r}": ([{**LAB, "spec": spec}], "object_spec") for spec in ([], "x", 7, False, [LAB])},
    "metadata null": ([{**LAB, "metadata": None}], "null_value"),
    "metadata list": ([{**LAB, "metadata": [{"name": "lab"}]}], "must_be_object"),
    "name null": ([{**LAB, "metadata": {"name": None}}], "null_value"),
    "name blank": ([{**LAB, "metadata": {"name": ""}}], "blank_text"),
    "name number": ([{**LAB, "metadata": {"name": 7}}], "quote_number"),
    "namespace number": ([{**LAB, "metadata": {"name": "a", "namespace": 7}}], "quote_number"),
    "annotation number": ([{**LAB, "metadata": {"name": "a", "annotations": {"a": 1}}}], "quote_number"),
    "annotation null": ([{**LAB, "metadata": {"name": "a", "annotations": {"a": None}}}], "null_value"),
    "annotations list": ([{**LAB, "metadata": {"name": "a", "annotations": []}}], "must_be_object"),
    "null in a list": ([listed(None, LAB)], "list_item"),
    "text in a list": ([listed("x", LAB)], "list_item"),
    "list in the items": ([listed([LAB], LAB)], "list_item"),
    "no kind in a list": ([listed(without("kind"), LAB)], "object_half_typed"),
    "null in a typed list": ([listed(None, kind="ServiceList")], "list_item"),
    "items are a mapping": ([{**listed(), "items": {"a": LAB}}], "list_items"),
}


@pytest.mark.parametrize(("objects", "code"), REFUSED.values(), ids=REFUSED)
def test_object_that_cannot_be_read_is_refused_in_one_clear_line(objects: list[object], code: str) -> None:
    report = judged(*objects, {**LAB, "metadata": {"name": "other"}})

    [problem] = report.problems
    assert (report.exit_code, problem.code) == (3, code)
    assert problem.line is not None
    assert all(text.isprintable() and len(text) > 10 for text in problem.message)
    # what can be judged is judged all the same
    assert "kubernetes:/Service/other" in crossings(report)


def resource(version: str, kind: str, name: str = "edge") -> dict[str, Any]:
    return {"apiVersion": version, "kind": kind, "metadata": {"name": name}, "spec": {"peer": "x.example"}}


def test_kinds_that_nobody_knows_are_said_with_their_count() -> None:
    report = judged(*(resource("acme.example/v1", "Tunnel", name) for name in "abc"), resource("v1", "Gate"))

    [found] = report.findings
    assert (found.code, found.state) == ("types_not_sorted", State.NOTE)
    assert list(found.values["types"]) == ["Gate (1)", "acme.example/Tunnel (3)"]
    survey = observe([yaml.safe_dump_all([resource("acme.example/v1", "Tunnel")]).encode()])
    assert dict(survey.unsorted) == {"acme.example/Tunnel": 1}


def test_kinds_that_cross_and_are_not_read_are_open() -> None:
    report = judged(resource("cilium.io/v2", "CiliumExternalWorkload"))

    found = {each.code: each for each in report.findings}["type_not_read"]
    assert (report.exit_code, found.state) == (1, State.UNDETERMINED)
    assert found.subject == "kubernetes:/CiliumExternalWorkload/edge"


def definition(size: int) -> dict[str, Any]:
    properties = {
        f"field{index}": {"type": "object", "description": "x" * 80, "properties": {"a": {"type": "string"}}}
        for index in range(size)
    }
    return {
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "metadata": {"name": "tunnels.acme.example"},
        "spec": {"versions": [{"name": "v1", "schema": {"openAPIV3Schema": {"properties": properties}}}]},
    }


@pytest.mark.parametrize("dump", [json.dumps, yaml.safe_dump])
def test_definition_of_a_megabyte_is_read_fast(dump: Any) -> None:  # noqa: ANN401 - either function
    text = dump(definition(7000))
    assert len(text) > 1_000_000

    started = time.process_time()
    report = Gate().check([text.encode()], as_of="2026-11-22")

    assert report.problems == ()
    # a hundredth of this on a quiet machine, and hours where it is taken apart too often
    assert time.process_time() - started < 20


PORTS: Mapping[str, Any] = {"number": 443, "text": "443"}


@pytest.mark.parametrize("port", PORTS.values(), ids=PORTS)
def test_port_as_a_text_hides_no_listener(port: object) -> None:
    spec = {"type": "LoadBalancer", "ports": [{"port": port, "targetPort": "https", "nodePort": port}]}

    assert crossings(judged({**LAB, "spec": spec})) == [NAMED]
