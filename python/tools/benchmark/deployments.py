"""Write large deployments: `python -m tools.benchmark.deployments plan|objects FILE COUNT [CLOUD]`.

Made of the recorded plans and manifests of fixtures/deployments, over and over: every copy of a plan
in a module of its own, every copy of the manifests in namespaces of its own. To each resource that an
adapter reads comes one that crosses nothing, as in an ordinary stack.
"""

import copy
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bunkaiten import resources
from bunkaiten.documents import Kind, from_path, read

FIXTURES = Path(resources.root()) / "fixtures" / "deployments"

_ONE_AN_ACCOUNT = {"aws_ebs_encryption_by_default", "aws_s3_account_public_access_block"}
_NAMES = {"arn", "bucket", "cluster_identifier", "function_name", "id", "identifier", "name", "role", "user"}
"""What is called alike would be tied to each other."""
_FILLERS: Mapping[str, tuple[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "aws": ("aws_subnet", {"cidr_block": "10.0.0.0/24", "map_public_ip_on_launch": False}),
        "azurerm": ("azurerm_route_table", {"location": "japaneast"}),
        "google": ("google_compute_address", {"address_type": "INTERNAL", "region": "asia-northeast1"}),
        "sakuracloud": ("sakuracloud_icon", {"base64content": ""}),
    }
)
"""What crosses nothing, of each cloud."""


def plan(count: int, cloud: str = "aws") -> dict[str, Any]:
    """Return a plan of about `count` resources of a cloud, never fewer."""
    changes: list[dict[str, Any]] = []
    calls: dict[str, Any] = {}
    plans = _plans(cloud)
    for number, one in enumerate(cycle(plans)):
        if len(changes) >= count:
            break
        name = f"copy{number}"
        calls[name] = {"source": "./copy", "module": one["configuration"]["root_module"]}
        for at, change in enumerate(one["resource_changes"]):
            if number < len(plans) or change["type"] not in _ONE_AN_ACCOUNT:
                changes += [_moved(change, name), _moved(_filler(cloud, at), name)]
    return {
        "format_version": "1.2",
        "resource_changes": changes,
        "configuration": {
            "provider_config": plans[0]["configuration"].get("provider_config", {}),
            "root_module": {"module_calls": calls},
        },
    }


def objects(count: int) -> list[dict[str, Any]]:
    """Return `count` objects."""
    found: list[dict[str, Any]] = []
    given = _objects()
    for number, one in enumerate(islice(cycle(given), count)):
        made = copy.deepcopy(one)
        metadata = made.setdefault("metadata", {})
        metadata["namespace"] = f"{metadata.get('namespace', 'default')}-{number // len(given)}"
        found.append(made)
    return found


def _plans(cloud: str) -> list[dict[str, Any]]:
    return [json.loads(path.read_text("utf-8")) for path in sorted(FIXTURES.glob(f"{cloud}/*/plan.json"))]


def _objects() -> list[dict[str, Any]]:
    return [
        dict(document.value)
        for path in sorted(FIXTURES.glob("kubernetes/*/*.yaml"))
        for source in from_path(path).sources
        for document in read(source).documents
        if document.kind is Kind.OBJECT
    ]


def _moved(change: dict[str, Any], module: str) -> dict[str, Any]:
    inner = change.get("module_address")
    after = change["change"].get("after")
    named = {
        key: f"{value}-{module}" if key in _NAMES and isinstance(value, str) else value
        for key, value in (after or {}).items()
    }
    return {
        **change,
        "change": {**change["change"], "after": named if after else after},
        "address": f"module.{module}.{change['address']}",
        "module_address": f"module.{module}.{inner}" if inner else f"module.{module}",
    }


def _filler(cloud: str, number: int) -> dict[str, Any]:
    type_, after = _FILLERS[cloud]
    change: dict[str, Any] = {
        "actions": ["create"],
        "before": None,
        "after": {**after, "tags": None},
        "after_unknown": {"id": True},
        "before_sensitive": False,
        "after_sensitive": {},
    }
    return {
        "address": f"{type_}.filler{number}",
        "mode": "managed",
        "type": type_,
        "name": f"filler{number}",
        "provider_name": cloud,
        "change": change,
    }


def main(argv: Sequence[str]) -> None:
    """Write what `argv` asks for."""
    what, path, count, *clouds = argv
    Path(path).write_text("".join(_text(what, int(count), *clouds)), "utf-8")


def _text(what: str, count: int, cloud: str = "aws") -> Iterator[str]:
    if what == "plan":
        yield json.dumps(plan(count, cloud))
        return
    for one in objects(count):
        yield f"---\n{json.dumps(one, ensure_ascii=False)}\n"


if __name__ == "__main__":
    main(sys.argv[1:])
