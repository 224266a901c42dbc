"""Read the `# METADATA` block of Rego packages, without evaluating anything."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bunkaiten import resources
from bunkaiten.errors import PolicyError

_MARKER = "# METADATA"

# a folded Japanese text gets a space where its lines were joined; Japanese has none there, nor beside
# its punctuation
_FOLD = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])"
    r"|(?<=[、。（「：]) | (?=[、。）」：])"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """One requirement package."""

    path: Path
    clause: str
    slug: str
    block: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its key in the decision, "clause.slug"."""
        return f"{self.clause}.{self.slug}"


def requirement_packages(policies: Path | None = None) -> Iterator[Package]:
    """Yield every package below `requirements/`, in the order of their paths."""
    root = (policies or Path(resources.policies())) / "bunkaiten" / "requirements"
    for path in sorted(root.glob("*/*/*.rego")):
        if not path.name.endswith("_test.rego"):
            block = package_block(path.read_text("utf-8"), path)
            yield Package(path=path, clause=path.parts[-3], slug=path.parts[-2], block=_unfolded(block))


def package_block(source: str, path: Path) -> Mapping[str, Any]:
    """Return the METADATA block that touches the package line of `source`.

    The shape is not checked here: see schemas/requirement.schema.json. `path`
    is used in messages only. Raise `PolicyError` if there is no such block, or
    if it is not a YAML mapping.
    """
    lines = source.splitlines()
    end = next((i for i, line in enumerate(lines) if line.startswith("package ")), 0)
    start = end
    while start > 0 and lines[start - 1].startswith("#") and lines[start] != _MARKER:
        start -= 1
    if lines[start : start + 1] != [_MARKER]:
        raise PolicyError("metadata_missing", path=path, line=end + 1)
    try:
        block = yaml.safe_load("\n".join(line[1:] for line in lines[start + 1 : end]))
    except (yaml.YAMLError, ValueError) as problem:  # ValueError: an impossible date
        detail = " ".join(str(problem).split())
        raise PolicyError("metadata_not_yaml", path=path, line=start + 1, detail=detail) from problem
    if not isinstance(block, dict):
        raise PolicyError("metadata_not_a_mapping", path=path, line=start + 1)
    return block


def _unfolded(value: Any) -> Any:  # noqa: ANN401 - a YAML value is anything
    if isinstance(value, str):
        return _FOLD.sub("", value.strip())
    if isinstance(value, dict):
        return {key: _unfolded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_unfolded(item) for item in value]
    return value
