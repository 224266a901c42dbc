"""What a parsed document is, by its content; lists and reviews give what they carry."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bunkaiten.documents.faults import Fault, pointer_to, shown
from bunkaiten.documents.plans import refuse_unfit
from bunkaiten.documents.values import MAX_DEPTH, Kind

_GROUP = "bunkaiten.dev"
_VERSION = "bunkaiten.dev/v1"
_KIND = "Demarcation"
_LIKENESS = 0.8
"""How alike a group and ours are (1: the same) before it is taken for ours."""
_REVIEWS = ("admission.k8s.io/v1", "admission.k8s.io/v1beta1")
_OUTPUT = r"bunkaiten\.dev/(?:report|rules|rule|version)/v[0-9]+"
_TYPE = ("apiVersion", "kind", "metadata")


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
    _refuse_half_typed(value)
    if base:  # a list carries no plans
        raise Fault("kind_unknown", pointer="")
    refuse_unfit(value)
    return Carried(base=base, kind=Kind.PLAN, name="plan", value=value)


def _is_ours(value: Mapping[str, Any]) -> bool:
    version, kind = value.get("apiVersion"), value.get("kind")
    if not _claims(version, kind):
        if _is_filled_in(value.get("spec")):
            place = next((f"/{key}" for key in _TYPE[:2] if key in value), "")
            raise Fault("declaration_lookalike", pointer=place)
        return False
    if not version:
        raise Fault(
            "declaration_without_version", pointer="/apiVersion" if "apiVersion" in value else "/kind"
        )
    if isinstance(version, str) and version != _VERSION and re.fullmatch(_OUTPUT, version):
        raise Fault("own_output", pointer="/apiVersion", found=shown(version))
    if version != _VERSION:
        raise Fault("declaration_version", pointer="/apiVersion", found=shown(version))
    if not kind:
        raise Fault("declaration_without_kind", pointer="/kind" if "kind" in value else "/apiVersion")
    if kind != _KIND:
        raise Fault("declaration_kind", pointer="/kind", found=shown(kind))
    return True


def _claims(version: object, kind: object) -> bool:
    """Say whether either is meant as ours, misspelt or not: what is not ours goes unjudged."""
    if isinstance(kind, str) and kind.casefold() == _KIND.casefold():
        return True
    if not isinstance(version, str):
        return False
    if version == _GROUP or version.startswith(_GROUP + "/"):
        return True
    label = version.partition("/")[0].partition(".")[0].casefold()
    # one slip of the finger leaves one of these whole, and other groups hardly ever have one
    if not any(part in label for part in ("bun", "kait", "aite")):
        return False
    import difflib  # noqa: PLC0415 - only for what looks much like ours

    return difflib.SequenceMatcher(None, label, "bunkaiten").ratio() >= _LIKENESS


def _is_filled_in(spec: object) -> bool:
    return isinstance(spec, Mapping) and "parties" in spec and "exchanges" in spec


def _declared_name(value: Mapping[str, Any]) -> str:
    metadata = value.get("metadata")
    name = metadata.get("name") if isinstance(metadata, Mapping) else None
    return name if isinstance(name, str) else ""


def _refuse_half_typed(value: Mapping[str, Any]) -> None:
    """Refuse what looks like a Kubernetes object, and does not say which one."""
    wrong = [key for key in _TYPE[:2] if not (isinstance(value.get(key), str) and value[key])]
    if len(wrong) == 1:
        raise Fault("object_half_typed", pointer=f"/{wrong[0]}" if wrong[0] in value else "", field=wrong[0])


def _is_kubernetes(value: Mapping[str, Any]) -> bool:
    version, kind = value.get("apiVersion"), value.get("kind")
    is_named = isinstance(version, str) and isinstance(kind, str) and bool(version) and bool(kind)
    return is_named and not _is_ours(value)


def _kubernetes(value: Mapping[str, Any], base: str) -> Iterator[Carried]:
    kind: str = value["kind"]
    if kind == "AdmissionReview" and value["apiVersion"] in _REVIEWS:
        yield from _reviewed(value, base)
    elif (value["apiVersion"], kind) == ("v1", "Status"):  # what the API says instead of objects
        raise Fault("api_status", pointer="/kind")
    elif _is_list(value, kind):
        yield from _listed(value, base)
    elif not isinstance(value.get("spec", value), Mapping) and value["spec"] is not None:
        raise Fault("object_spec", pointer="/spec", kind=shown(kind))
    else:
        yield Carried(base=base, name=kind, value=value)


def _is_list(value: Mapping[str, Any], kind: str) -> bool:
    """Say whether it carries others: a kind of somebody's own that only ends so has a spec."""
    plain = kind.casefold()
    if not plain.endswith("list"):
        return False
    if not kind.endswith("List"):
        if plain == "list" or isinstance(value.get("items"), list):
            near = kind[: -len("list")] + "List"
            raise Fault("list_kind", pointer="/kind", found=shown(kind), near=shown(near))
        return False
    return kind == "List" or isinstance(value.get("items"), list) or "spec" not in value


def _listed(value: Mapping[str, Any], base: str) -> Iterator[Carried]:
    if "items" not in value:
        raise _without_items(value)
    items = value["items"]
    if items is None:  # as Go writes a list of none
        return
    if not isinstance(items, list):
        raise Fault("list_items", pointer="/items")
    # the items of a PodList as the API sends it do not say that they are Pods
    said = {"apiVersion": value["apiVersion"], "kind": value["kind"].removesuffix("List")}
    is_typed = said["kind"] != ""
    for index, item in enumerate(items):
        place = base + pointer_to("items", index)
        if not isinstance(item, Mapping):
            yield Carried(base=place, fault=Fault("list_item", pointer=place))
            continue
        yield from carried({**said, **item} if is_typed else item, place)


def _without_items(value: Mapping[str, Any]) -> Fault:
    import difflib  # noqa: PLC0415 - only where something is wrong

    kind = shown(value["kind"])
    others = {key.casefold(): key for key in value if key not in _TYPE}
    near = difflib.get_close_matches("items", others, n=1, cutoff=0.7)
    if not near:
        return Fault("list_without_items", pointer="/kind", kind=kind)
    found = others[near[0]]
    return Fault("list_items_misspelt", pointer=pointer_to(found), kind=kind, found=shown(found))


def _reviewed(value: Mapping[str, Any], base: str) -> Iterator[Carried]:
    request = value.get("request")
    if not isinstance(request, Mapping):
        raise Fault("admission_without_object", pointer="/request" if "request" in value else "")
    if request.get("object") is not None:
        yield from carried(request["object"], base + "/request/object")
    elif request.get("operation") != "DELETE":
        raise Fault("admission_without_object", pointer="/request")
