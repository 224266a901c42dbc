"""What a finding tells people to write can be pasted into a declaration as it is printed."""

import json
import re
from pathlib import Path

import pytest

from bunkaiten import Gate, catalogue
from bunkaiten.cli import main

DECLARATION = """
apiVersion: bunkaiten.dev/v1
kind: Demarcation
metadata: {name: chubu}
spec:
  parties: {aoba: {role: institution}, midori: {role: institution}}
  exchanges:
    referral:
      data: patient-information
      source: aoba
      destinations: {parties: [midori]}
"""


def plan(address: str) -> str:
    """Return a plan that lets somebody in by a rule at `address`."""
    rule = {"type": "ingress", "protocol": "tcp", "from_port": 443, "to_port": 443}
    values = {**rule, "cidr_blocks": ["198.51.100.7/32"]}
    resource = {
        "address": address,
        "mode": "managed",
        "type": "aws_security_group_rule",
        "name": "clinic",
        "provider_name": "registry.terraform.io/hashicorp/aws",
        "change": {"actions": ["create"], "before": None, "after": values, "after_unknown": {}},
    }
    return json.dumps(
        {"format_version": "1.2", "resource_changes": [resource], "configuration": {"root_module": {}}}
    )


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    "key",
    [
        pytest.param("midori", id="plain"),
        pytest.param("みどり診療所", id="japanese"),
        pytest.param("vpn.midori.example", id="dots"),
        pytest.param('the "new" one', id="quotes"),
        pytest.param("back\\slash\\n", id="backslashes"),
        pytest.param("a: b # c, [d]", id="signs-of-yaml"),
        pytest.param("{thing}", id="no-template"),
        pytest.param("𠮷\u3000野\u202e", id="signs-that-nobody-sees"),
    ],
)
def test_a_component_is_printed_as_it_is_written(
    key: str, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"aws_security_group_rule.clinic[{json.dumps(key, ensure_ascii=False)}]"
    (tmp_path / "plan.json").write_text(plan(address), "utf-8")
    (tmp_path / "declaration.yaml").write_text(DECLARATION, "utf-8")
    files = [str(tmp_path / name) for name in ("declaration.yaml", "plan.json")]

    assert main(["check", *files, "--as-of", "2026-11-22", "--lang", lang]) == 1
    line = re.search(r"implementedBy: \[.*\](?= under| と)", capsys.readouterr().out)
    assert line
    (tmp_path / "declaration.yaml").write_text(f"{DECLARATION}      {line[0]}\n", "utf-8")
    report = Gate().check(files, as_of="2026-11-22")

    assert report.problems == ()
    assert [found for found in report.findings if found.code == "crossing_undeclared"] == []
    crossings = next(each for each in report.requirements if each.id == "bunkaiten-01")
    assert crossings.satisfied == (f"terraform:{address}",)


def test_what_people_are_told_to_name_stands_in_quotes() -> None:
    entries = catalogue.load()
    remedies = [
        text
        for name in entries.names
        for finding in entries[name].findings.values()
        for text in finding.remedy
        if "implementedBy" in text
    ]

    assert remedies
    assert [text for text in remedies if "{thing}" in text and '"{thing}"' not in text] == []
