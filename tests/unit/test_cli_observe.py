"""What `bunkaiten observe` prints."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from bunkaiten import messages
from bunkaiten.cli.main import main

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "fixtures" / "deployments" / "aws" / "vpn" / "plan.json"
SERVICES = ROOT / "fixtures" / "deployments" / "kubernetes" / "service" / "cloud.yaml"


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")


def change(kind: str, name: str, after: Mapping[str, Any], **about: object) -> dict[str, Any]:
    actions = {"actions": ["create"], "after": {"tags": None, **after}, "after_unknown": {}, **about}
    return {"address": f"{kind}.{name}", "mode": "managed", "type": kind, "name": name, "change": actions}


def plan(*changes: Mapping[str, Any], **about: object) -> str:
    Path("plan.json").write_text(
        json.dumps({"format_version": "1.2", "resource_changes": changes, **about}), "utf-8"
    )
    return "plan.json"


def facts(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["observe", *words, "-o", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_facts_are_listed_with_their_place(capsys: pytest.CaptureFixture[str]) -> None:
    rule = {
        "type": "egress",
        "protocol": "tcp",
        "from_port": 443,
        "to_port": 443,
        "cidr_blocks": ["0.0.0.0/0"],
    }

    found = facts(capsys, plan(change("aws_security_group_rule", "out", rule)))

    (fact,) = found["facts"]
    assert (fact["kind"], fact["thing"], fact["crosses"]) == (
        "peers",
        "terraform:aws_security_group_rule.out",
        "yes",
    )
    assert fact["who"] == {"is": {"by": "anybody", "name": "0.0.0.0/0"}}
    assert fact["location"]["pointer"] == "/resource_changes/0/change/after/cidr_blocks/0"
    assert (found["notRead"], found["notSorted"], found["providersNotRead"]) == ([], {}, {})


def test_what_is_not_read_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    given = plan(
        change("aws_cloudfront_distribution", "site", {}),
        change("aws_no_such_thing", "a", {}),
        change("oci_objectstorage_bucket", "b", {}),
        change("random_id", "c", {}),
    )

    found = facts(capsys, given)

    assert found["facts"] == []
    assert found["notRead"] == [
        {"thing": "terraform:aws_cloudfront_distribution.site", "type": "aws_cloudfront_distribution"}
    ]
    assert found["notSorted"] == {"aws_no_such_thing": 1}
    assert found["providersNotRead"] == {"oci_objectstorage_bucket": 1}


@pytest.mark.parametrize("lang", ["en", "ja", "both"])
def test_table_names_every_thing_once_a_fact(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["observe", str(PLAN), str(SERVICES), "--lang", lang]) == 0

    shown = capsys.readouterr().out
    assert "terraform:aws_vpn_connection" in shown
    assert "kubernetes:imaging/Service/pacs-gateway" in shown
    assert f"{SERVICES.as_posix()}:19:7" in shown


def test_japanese_table_is_in_japanese_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["observe", str(PLAN), "--lang", "ja"]) == 0
    shown = capsys.readouterr().out

    assert "認証：共有鍵  方向：双方向  暗号化：IPsec" in shown
    assert "相手：ネットワーク（198.51.100.7/32）" in shown
    assert "相手：適用前には不明" in shown
    assert main(["observe", str(PLAN), "--lang", "both"]) == 0
    both = capsys.readouterr().out
    assert (
        "direction=both  encrypted=ipsec  who=network:198.51.100.128/25\n    方向：双方向  暗号化：IPsec"
        in both
    )


def test_every_attribute_and_every_word_of_its_own_has_a_japanese_one() -> None:
    labels, words = set(), set()
    for path in (ROOT / "fixtures" / "deployments").rglob("facts.json"):
        for name, word in attributes(json.loads(path.read_text("utf-8"))):
            labels.add(f"observe_attribute_{name}")
            if name in CLOSED:
                words.add(f"observe_word_{name}_{word}")

    assert labels | words <= messages.sentences("ja").keys()


CLOSED = {
    "accepted",
    "audience",
    "authentication",
    "behind",
    "direction",
    "encrypted",
    "logged",
    "of",
    "records",
}
CLOSED |= {"regions", "rights", "split", "transport", "who"}
"""Attributes whose words are our own, and not those of a cloud."""


def attributes(facts: Mapping[str, list[dict[str, Any]]]) -> Iterator[tuple[str, str]]:
    for fact in (each for found in facts.values() for each in found):
        for name in fact.keys() - {"key", "steps", "thing", "way"}:
            value = fact[name]
            known = value.get("is") if isinstance(value, dict) else value
            said = known.get("by") if isinstance(known, dict) else known
            yield from ((name, word) for word in (said if isinstance(said, list) else [said]) if word)


def test_nothing_to_see_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["observe", plan(change("random_id", "a", {}))]) == 0

    assert capsys.readouterr().out.startswith("Nothing that crosses a boundary")


def test_unreadable_document_has_its_line_and_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.json").write_text('{"a": 1}', "utf-8")

    assert main(["observe", "bad.json", plan(change("random_id", "a", {}))]) == 3

    assert capsys.readouterr().err.startswith("bad.json:1:1: This is none of")


def test_nothing_is_said_of_what_could_not_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.json").write_text('{"a": ', "utf-8")

    assert main(["observe", "bad.json"]) == 3

    assert capsys.readouterr().out == ""


def test_nothing_given_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["observe"]) == 2
    assert capsys.readouterr().err.startswith("bunkaiten: ")


CANARY = "canary.hospital.example"


def hidden(command: str, given: str, capsys: pytest.CaptureFixture[str]) -> str:
    outputs = []
    for form in ("text", "json"):
        main([command, given, "-o", form, "--lang", "both"])
        captured = capsys.readouterr()
        outputs.append(captured.out + captured.err)
    return "".join(outputs)


@pytest.mark.parametrize("command", ["observe", "check"])
def test_sensitive_value_of_a_plan_is_printed_nowhere(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    connector = {"url": f"sftp://{CANARY}", "access_role": "arn:aws:iam::111122223333:role/transfer"}
    given = plan(
        change("aws_transfer_connector", "lab", connector, after_sensitive={"url": True}),
        change("aws_customer_gateway", "lab", {"ip_address": "198.51.100.77"}, after_sensitive=True),
        change("aws_vpn_connection", "lab", {"type": "ipsec.1"}),
    )

    shown = hidden(command, given, capsys)

    assert "aws_transfer_connector.lab" in shown
    assert CANARY not in shown
    assert "198.51.100.77" not in shown


@pytest.mark.parametrize("command", ["observe", "check"])
def test_sensitive_variable_is_printed_nowhere(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    given = plan(
        change("aws_transfer_connector", "lab", {"url": f"sftp://{CANARY}"}),
        variables={"partner": {"value": CANARY}, "open": {"value": "x"}},
        configuration={"root_module": {"variables": {"partner": {"sensitive": True}, "open": {}}}},
    )

    assert CANARY not in hidden(command, given, capsys)


@pytest.mark.parametrize("command", ["observe", "check"])
def test_secret_of_a_cluster_is_printed_nowhere(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    secret = f"apiVersion: v1\nkind: Secret\nmetadata: {{name: s}}\nstringData: {{host: {CANARY}}}\n"
    service = (
        "apiVersion: v1\nkind: Service\nmetadata: {name: lab}\n"
        f"spec: {{type: ExternalName, externalName: {CANARY}}}\n"
    )
    Path("k8s.yaml").write_text(f"{secret}---\n{service}", "utf-8")

    shown = hidden(command, "k8s.yaml", capsys)

    assert "kubernetes:/Service/lab" in shown
    assert CANARY not in shown


def test_facts_have_their_place_in_the_sources(capsys: pytest.CaptureFixture[str]) -> None:
    words = (str(PLAN), "--source", str(PLAN.parent))

    found = facts(capsys, *words)
    assert main(["observe", *words]) == 0
    text = capsys.readouterr().out

    places = {Path(fact["source"]["document"]).name for fact in found["facts"]}
    (folder,) = found["sources"]
    assert places == {"main.tf"}
    assert all(fact["source"]["line"] > 1 for fact in found["facts"])
    assert (folder["folder"], folder["leftOut"]) == (str(PLAN.parent), [])
    assert f"    {PLAN.parent}/main.tf:" in text
    assert text.endswith(f"Terraform sources read ({len(folder['files'])} files): {PLAN.parent}\n")
