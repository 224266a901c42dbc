"""What a parsed document is, by its content; lists and reviews give what they carry."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bunkaiten.documents.faults import Fault, pointer_to, shown
from bunkaiten.documents.values import MAX_DEPTH, Kind

_GROUP = "bunkaiten.dev"
_VERSION = "bunkaiten.dev/v1"
_KIND = "Demarcation"
_PLAN_VERSIONS = r"0\.[12]|1\.[0-9]+"
_PLAN_PARTS = ("resource_changes", "planned_values")
_BARE_STATE = {"format_version", "terraform_version"}
_REVIEWS = ("admission.k8s.io/v1", "admission.k8s.io/v1beta1")


class Carried(NamedTuple):
    """One document that a parsed value is, or carries. `fault` says why it is none."""

    base: str
    """JSON Pointer from the parsed value to the document."""
    kind: Kind = Kind.OBJECT
    name: str = ""
    value: Mapping[str, Any] | None = None
    fault: Fault | None = None


def carried(value: object, base: str = "") -> Iterator[Carried]:
    """Yield the documents in `value`, which is at most MAX_DEPTH deep. Never raise."""
    try:
        if isinstance(value, Mapping) and _is_kubernetes(value) and base.count("/") <= MAX_DEPTH:
            yield from _kubernetes(value, base)
        else:
            yield _document(value, base)
    except Fault as fault:
        fault.pointer = base + (fault.pointer or "")
        yield Carried(base=base, fault=fault)


def _document(value: object, base: str) -> Carried:
    if isinstance(value, list):
        raise Fault("kind_array", pointer="")
    if not isinstance(value, Mapping):
        raise Fault("kind_unknown", pointer="")
    if _is_ours(value):
        return Carried(base=base, kind=Kind.DECLARATION, name=_declared_name(value), value=value)
    if base:  # a list carries no plans
        raise Fault("kind_unknown", pointer="")
    _refuse_unfit_plan(value)
    return Carried(base=base, kind=Kind.PLAN, name="plan", value=value)


def _is_ours(value: Mapping[str, Any]) -> bool:
    version, kind = value.get("apiVersion"), value.get("kind")
    in_group = isinstance(version, str) and (version == _GROUP or version.startswith(_GROUP + "/"))
    if not in_group and kind != _KIND:
        return False
    if version != _VERSION:
        place = "/apiVersion" if "apiVersion" in value else "/kind"
        raise Fault("declaration_version", pointer=place, found=shown(version or "-"))
    if kind != _KIND:
        place = "/kind" if "kind" in value else "/apiVersion"
        raise Fault("declaration_kind", pointer=place, found=shown(kind or "-"))
    return True


def _declared_name(value: Mapping[str, Any]) -> str:
    metadata = value.get("metadata")
    name = metadata.get("name") if isinstance(metadata, Mapping) else None
    return name if isinstance(name, str) else ""


def _refuse_unfit_plan(value: Mapping[str, Any]) -> None:
    is_plan = any(part in value for part in _PLAN_PARTS)
    if "format_version" not in value:
        raise Fault("plan_without_version" if is_plan else _taken_for_a_plan(value), pointer="")
    if not is_plan:
        is_state = "values" in value or value.keys() <= _BARE_STATE
        raise Fault("state_shown" if is_state else "plan_without_changes", pointer="")
    version = value["format_version"]
    if not (isinstance(version, str) and re.fullmatch(_PLAN_VERSIONS, version)):
        raise Fault("plan_version", pointer="/format_version", found=shown(version))
    # anything but a clear no: a plan that failed lacks the resource that failed
    if value.get("errored", False) is not False:
        raise Fault("plan_errored", pointer="/errored")


def _taken_for_a_plan(value: Mapping[str, Any]) -> str:
    if {"version", "serial", "lineage"} <= value.keys():
        return "state_file"
    return "plan_log_stream" if {"@level", "@message"} <= value.keys() else "kind_unknown"


def _is_kubernetes(value: Mapping[str, Any]) -> bool:
    version, kind = value.get("apiVersion"), value.get("kind")
    is_named = isinstance(version, str) and isinstance(kind, str) and bool(version) and bool(kind)
    return is_named and not _is_ours(value)


def _kubernetes(value: Mapping[str, Any], base: str) -> Iterator[Carried]:
    kind: str = value["kind"]
    if kind == "AdmissionReview" and value["apiVersion"] in _REVIEWS:
        yield from _reviewed(value, base)
    elif kind == "List" or (kind.endswith("List") and isinstance(value.get("items"), list)):
        yield from _listed(value, base)
    else:
        yield Carried(base=base, name=kind, value=value)


def _listed(value: Mapping[str, Any], base: str) -> Iterator[Carried]:
    items = value.get("items")
    if items is None:
        return
    if not isinstance(items, list):
        raise Fault("list_items", pointer="/items")
    # the items of a PodList as the API sends it do not say that they are Pods
    said = {"apiVersion": value["apiVersion"], "kind": value["kind"].removesuffix("List")}
    is_typed = said["kind"] != ""
    for index, item in enumerate(items):
        whole = {**said, **item} if is_typed and isinstance(item, Mapping) else item
        yield from carried(whole, base + pointer_to("items", index))


def _reviewed(value: Mapping[str, Any], base: str) -> Iterator[Carried]:
    request = value.get("request")
    if not isinstance(request, Mapping):
        raise Fault("admission_without_object", pointer="/request" if "request" in value else "")
    if request.get("object") is not None:
        yield from carried(request["object"], base + "/request/object")
    elif request.get("operation") != "DELETE":
        raise Fault("admission_without_object", pointer="/request")
