"""Print the catalogue, which adapters there are, docs/requirements.md and docs/readings.md from the policies.

`--check` writes nothing and fails if a generated file differs.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bunkaiten import messages, resources
from bunkaiten.errors import PolicyError
from bunkaiten.schemas import faults
from tools import adapters, imports
from tools.metadata import Package, requirement_packages

ALL_VERDICTS = ("satisfied", "denied", "undetermined")
_PARTS = {"satisfied": "satisfied", "denied": "deny", "undetermined": "undetermined", "note": "note"}
"""Each verdict with the part of a decision that shows it."""
_LONG = ("findings", "interpretation")
_OWN = {"automated": "判定 / automated", "note": "参考 / note"}


def main() -> int:
    """Write, or with --check compare, every generated file. Return the exit code."""
    guideline = json.loads((Path(resources.policies()) / "guideline.json").read_text("utf-8"))
    packages = tuple(requirement_packages())
    catalogue = _catalogue(guideline, packages)
    wanted = {
        _table(): _json(catalogue | {"requirements": _without_texts(catalogue["requirements"])}),
        _table("texts"): _json(_texts(catalogue["requirements"])),
        _table("adapters"): _json(adapters.index()),
        _table("imports"): _json(imports.index()),
        Path(resources.root()) / "docs" / "readings.md": adapters.page(),
        Path(resources.root()) / "docs" / "requirements.md": _page(catalogue, guideline["rows"]),
    }
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path}: differs from its sources; run `make docs`", file=sys.stderr)
        return int(bool(stale))
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path], "utf-8")
    return 0


def _table(*steps: str) -> Path:
    return Path(resources.policies("bunkaiten", "catalogue", *steps, "data.json"))


def _texts(requirements: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return what most runs do not need: it stands in a file of its own."""
    return {name: {key: entry[key] for key in _LONG if key in entry} for name, entry in requirements.items()}


def _without_texts(requirements: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {
        name: {key: value for key, value in entry.items() if key not in _LONG}
        for name, entry in requirements.items()
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _catalogue(guideline: Mapping[str, Any], packages: Iterable[Package]) -> dict[str, Any]:
    entries = {package.name: _entry(package, guideline) for package in packages}
    prefixes = _prefixes(guideline["rows"])
    return {
        "editions": guideline["editions"],
        "clauses": guideline["clauses"],
        "requirements": entries,
        "rows": [_row(name, row, prefixes) for name, row in guideline["rows"].items()],
        "digest": _digest(),
    }


def _entry(package: Package, guideline: Mapping[str, Any]) -> dict[str, Any]:
    for fault in faults("requirement", package.block):
        raise PolicyError("metadata_refused", path=package.path, pointer=fault.pointer, detail=fault.code)
    block, custom = package.block, package.block["custom"]
    findings = {code: _finding(finding) for code, finding in custom["findings"].items()}
    states = {finding["state"] for finding in findings.values()}
    entry = {
        "id": custom["id"],
        "clause": package.clause,
        "title": {"en": block["title"], "ja": custom["ja"]["title"]},
        "description": {"en": block["description"], "ja": custom["ja"]["description"]},
        "modality": custom["modality"],
        "binds": custom["binds"],
        "origin": custom.get("origin", "guideline"),
        "protects": custom.get("protects", [guideline["clauses"][package.clause]["number"]]),
        "deployed": custom.get("deployed", False),
        "undeclared": custom.get("undeclared", False),
        "across": custom.get("across", False),
        "section": custom.get("section", guideline["clauses"][package.clause].get("section")),
        "verdicts": custom.get("verdicts", [*ALL_VERDICTS, *(["note"] if "note" in states else [])]),
        "rows": _rows(custom["id"], guideline["rows"]),
        "cases": _cases(package.name),
        "findings": findings,
    }
    if "interpretation" in custom:
        entry["interpretation"] = custom["interpretation"]
    return entry


def _finding(finding: Mapping[str, Any]) -> dict[str, Any]:
    message = {"en": finding["en"], "ja": finding["ja"]}
    return {"state": finding["state"], "message": message, "remedy": finding["remedy"]}


def _rows(requirement: str, rows: Mapping[str, Any]) -> list[str]:
    """Return the rows that this requirement is, or judges for others; its own first."""
    own = [name for name, row in rows.items() if row.get("requirement") == requirement]
    return own + [name for name, row in rows.items() if requirement in row.get("judgedBy", ())]


def _prefixes(rows: Mapping[str, Any]) -> dict[str, str]:
    """Return what stands before the number in the ids of rows, by what stands there in their names."""
    return {
        name.rpartition("-")[0]: row["requirement"].rpartition("-")[0]
        for name, row in rows.items()
        if "requirement" in row
    }


def _row(name: str, row: Mapping[str, Any], prefixes: Mapping[str, str]) -> dict[str, Any]:
    group, _, number = name.rpartition("-")
    own = [row["requirement"]] if "requirement" in row else []
    reason = {"reason": row["reason"]} if "reason" in row else {}
    return reason | {
        "row": name,
        "id": f"{prefixes[group]}-{number}",
        "clause": row["clause"],
        "text": {"en": row["en"], "ja": row["ja"]},
        "status": row["status"],
        "judgedBy": row.get("judgedBy", own),
    }


def _cases(name: str) -> dict[str, int]:
    """Count the recorded cases of a requirement that show each verdict for at least one subject."""
    cases = dict.fromkeys(_PARTS, 0)
    for path in (Path(resources.root()) / "fixtures" / "requirements" / name).glob("*/expected.json"):
        recorded = json.loads(path.read_text("utf-8"))
        for state, part in _PARTS.items():
            cases[state] += bool(recorded[part])
    return cases


def _digest() -> str:
    root = Path(resources.policies())
    rego = (path for path in root.rglob("*.rego") if not path.name.endswith("_test.rego"))
    tables = (path for path in root.rglob("data.json") if "catalogue" not in path.relative_to(root).parts)
    digest = hashlib.sha256()
    for path in sorted([*rego, *tables, root / "guideline.json"]):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _page(catalogue: Mapping[str, Any], rows: Mapping[str, Any]) -> str:
    lines = [
        "# Requirements / 要件一覧",
        "",
        "Generated from the METADATA of the policies. 各ポリシーから生成。",
        "",
    ]
    for clause, facts in catalogue["clauses"].items():
        entries = [entry for entry in catalogue["requirements"].values() if entry["clause"] == clause]
        if entries:
            lines += [f"## {facts['number']} {facts['title']['ja']} / {facts['title']['en']}", ""]
            for entry in sorted(entries, key=lambda entry: str(entry["id"])):
                lines += _section(entry)
    lines += _all_rows(rows, catalogue)
    return "\n".join(lines).rstrip() + "\n"


def _section(entry: Mapping[str, Any]) -> list[str]:
    lines = [
        f'<a id="{entry["id"]}"></a>',
        "",
        f"### {entry['id']} {entry['title']['ja']} / {entry['title']['en']}",
        "",
    ]
    lines += [entry["description"]["ja"], "", entry["description"]["en"], ""]
    if "interpretation" in entry:
        lines += [
            f"> 解釈: {entry['interpretation']['ja']}",
            ">",
            f"> Interpretation: {entry['interpretation']['en']}",
            "",
        ]
    lines += ["| コード / code | 判定 / verdict | 日本語 | English |", "|---|---|---|---|"]
    for code, finding in entry["findings"].items():
        cells = [f"{finding['message'][lang]}<br>→ {finding['remedy'][lang]}" for lang in ("ja", "en")]
        state = f"{messages.text('report_state_' + finding['state'], 'ja')} / {finding['state']}"
        lines.append(f"| `{code}` | {state} | {' | '.join(cells)} |")
    return [*lines, ""]


def _all_rows(rows: Mapping[str, Any], catalogue: Mapping[str, Any]) -> list[str]:
    """Return the table of every row of the guideline, judged or not."""
    lines = [f"## All {len(rows)} rows of section 4.3 / 4.3 の全 {len(rows)} 項目", ""]
    lines += [
        "| 項目 / row | 条項 / clause | 日本語 | English | 判定の方法 / status |",
        "|---|---|---|---|---|",
    ]
    for name, row in rows.items():
        clause = catalogue["clauses"][row["clause"]]["number"]
        lines.append(f"| {name} | {clause} | {row['ja']} | {row['en']} | {_status(row)} |")
    return [*lines, ""]


def _status(row: Mapping[str, Any]) -> str:
    if row["status"] == "out of scope":
        return f"対象外 / out of scope: {row['reason']['ja']}<br>{row['reason']['en']}"
    if row["status"] in _OWN:
        return f"{_OWN[row['status']]}: [{row['requirement']}](#{row['requirement']})"
    judges = [f"[{each}](#{each})" for each in row["judgedBy"]]
    return f"次で判定 / judged by: {', '.join(judges)}"


if __name__ == "__main__":
    sys.exit(main())
