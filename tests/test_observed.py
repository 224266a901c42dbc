"""What deployments show: recorded facts of whole fixtures, and what their adapters claim to read."""

import copy
import json
import os
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from bunkaiten import resources
from bunkaiten.documents import Kind, Source, read
from tools import adapters, rego

ROOT = Path(__file__).parents[1]
FOLDERS = sorted(path.parent for path in (ROOT / "fixtures" / "deployments").rglob("facts.json"))
SORTED = Path(resources.policies("bunkaiten", "observed", "resource_types"))
TYPES = {
    path.parent.relative_to(SORTED).as_posix(): json.loads(path.read_text("utf-8"))
    for path in sorted(SORTED.rglob("data.json"))
}
"""By cloud: "terraform/aws", "kubernetes"."""
SORTS = {"crosses", "inside", "read", "unsorted"}
FACTS = ("accesses", "endpoints", "logs", "peers", "stores")
ALWAYS_READ = {"arn", "bucket", "id", "name", "region", "tags", "tags_all"}
"""What ties and markers are found by, whatever the type."""
_SECTIONS = {Kind.PLAN: "terraform", Kind.OBJECT: "kubernetes", Kind.DECLARATION: "declarations"}
_CONTEXT = {"as_of": "2026-11-22", "edition": "mhlw-4", "scope": "all", "deployments": "expected"}

a_folder = pytest.mark.parametrize(
    "folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}/{folder.name}"
)


@a_folder
def test_facts_are_what_was_recorded(folder: Path) -> None:
    found = _facts(_envelope(folder))

    if os.environ.get("UPDATE_GOLDEN"):
        kept = {name: facts for name, facts in found.items() if facts}
        text = json.dumps(kept, indent=2, ensure_ascii=False)
        (folder / "facts.json").write_text(f"{text}\n", "utf-8")
    recorded = json.loads((folder / "facts.json").read_text("utf-8"))
    assert found == {name: recorded.get(name, []) for name in FACTS}


@a_folder
def test_nothing_is_read_but_what_the_adapters_say(folder: Path) -> None:
    whole = _envelope(folder)
    bare = copy.deepcopy(whole)
    for plan in bare["terraform"].values():
        for change in plan.get("resource_changes", []):
            _strip(change)

    assert _facts(bare) == _facts(whole)


def test_every_way_has_its_words() -> None:
    found = {fact["way"] for folder in FOLDERS for facts in _recorded(folder).values() for fact in facts}
    known = {word for adapter in _adapters() for word in adapter.get("ways", {})}

    assert found <= known


def test_every_attribute_that_is_read_exists() -> None:
    for cloud, table in _attributes().items():
        beta = _attributes().get(f"{cloud}-beta", {"attributes": {}})
        known = {
            name: {_bare(path) for path in (*paths, *beta["attributes"].get(name, ()))}
            for name, paths in table["attributes"].items()
        }
        for name, paths in adapters.reads().items():
            if name.startswith(f"{cloud}_") and name not in _data_sources():
                assert [path for path in paths if path not in known.get(name, ())] == [], name


def test_what_is_read_of_sakura_had_its_name_in_an_older_package_or_is_newer() -> None:
    older = _attributes()["pulumi-sakuracloud"]
    read = {
        (name, path)
        for name, paths in adapters.reads().items()
        for path in paths
        if name.startswith("sakuracloud_")
    }
    known = {(name, _singular(path)) for name, paths in older["attributes"].items() for path in paths}

    newer = {(name, path) for name, path in read if (name, _singular(path)) not in known}
    assert newer == {(name, path) for name, paths in older["newer"].items() for path in paths}


def test_what_is_sorted_as_read_is_read() -> None:
    for types in (table for cloud, table in TYPES.items() if cloud != "kubernetes"):
        wanted = {name for name, word in types.items() if word == "read"}

        assert wanted == set(adapters.reads()) & set(types)


def test_every_type_is_sorted_and_few_kinds_are_left() -> None:
    for types in TYPES.values():
        assert set(types.values()) <= SORTS
    left = {name: list(types.values()).count("unsorted") for name, types in TYPES.items()}
    assert left.pop("kubernetes") / len(TYPES["kubernetes"]) < 0.15
    assert set(left.values()) == {0}


def test_types_that_only_a_beta_provider_has_are_sorted() -> None:
    assert [
        name for name in _attributes()["google-beta"]["types"] if name not in TYPES["terraform/google"]
    ] == []


@pytest.mark.parametrize(
    "name",
    [
        "aws_db_security_group",
        "aws_simpledb_domain",
        "azurerm_app_service",
        "azurerm_mysql_firewall_rule",
        "azurerm_postgresql_server",
        "azurerm_sql_firewall_rule",
        "azurerm_template_deployment",
    ],
)
def test_what_older_releases_of_providers_made_crosses_too(name: str) -> None:
    assert TYPES[f"terraform/{name.partition('_')[0]}"].get(name) == "crosses"


def test_every_type_that_is_read_stands_in_a_fixture() -> None:
    shown = {
        change["type"]
        for folder in FOLDERS
        for plan in _envelope(folder)["terraform"].values()
        for change in plan.get("resource_changes", [])
    }

    assert sorted(name for name in adapters.reads() if "/" not in name and name not in shown) == []


def test_every_kind_that_is_read_stands_in_a_fixture() -> None:
    shown = {
        f"{(written['apiVersion'].rpartition('/')[0])}/{written['kind']}"
        for folder in FOLDERS
        for written in _envelope(folder)["kubernetes"].values()
    }

    assert sorted(name for name in adapters.reads() if "/" in name and name not in shown) == []


def _strip(change: dict[str, Any]) -> None:
    """Take away every top-level attribute that no adapter says it reads."""
    kept = {path.partition(".")[0] for path in adapters.reads().get(change["type"], ())} | ALWAYS_READ
    for part in ("after", "after_unknown"):
        values = change["change"].get(part)
        if isinstance(values, dict) and change["mode"] == "managed":
            change["change"][part] = {name: value for name, value in values.items() if name in kept}


def _singular(path: str) -> str:
    """Name lists of blocks as Terraform does: "vip.server" for "vips.servers"."""
    return ".".join(each.removesuffix("s") for each in path.split("."))


def _bare(path: str) -> str:
    return path.replace("[]", "").replace("{}", "").rstrip("!")


def _facts(envelope: Mapping[str, Any]) -> dict[str, list[Any]]:
    found = rego.ask("data.bunkaiten.observed.shown.by_kind", envelope)
    return {name: sorted(found[name], key=_order) for name in FACTS}


def _order(fact: object) -> str:
    return json.dumps(fact, sort_keys=True)


@cache
def _adapters() -> tuple[Mapping[str, Any], ...]:
    observed = "data.bunkaiten.observed"
    clouds = rego.ask(f"[found | some found in {observed}.terraform[_]]")
    kinds = rego.ask(f"[found | some found in {observed}.kubernetes]")
    return tuple(chain(clouds, kinds))


def _data_sources() -> frozenset[str]:
    return frozenset({"aws_iam_policy_document"})


@cache
def _attributes() -> Mapping[str, Any]:
    folder = Path(__file__).parent / "attributes"
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))}


def _recorded(folder: Path) -> Mapping[str, list[Mapping[str, Any]]]:
    found: Mapping[str, list[Mapping[str, Any]]] = json.loads((folder / "facts.json").read_text("utf-8"))
    return found


@cache
def _envelope(folder: Path) -> dict[str, Any]:
    envelope: dict[str, Any] = {name: {} for name in _SECTIONS.values()}
    for path in _documents(folder):
        reading = read(Source(id=path.name, data=path.read_bytes()))
        assert reading.refusals == (), path
        for document in reading.documents:
            envelope[_SECTIONS[document.kind]][document.id] = document.value
    return {**envelope, "context": _CONTEXT}


def _documents(folder: Path) -> Iterator[Path]:
    return (
        path
        for path in sorted(folder.iterdir())
        if path.suffix in {".json", ".yaml", ".yml"} and path.name != "facts.json"
    )
