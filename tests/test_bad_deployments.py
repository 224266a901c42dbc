"""Odd, damaged and hostile plans: read alike where they say the same, else refused or open; never green."""

import contextlib
import copy
import io
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from plans import Edit, changed, each_change, entry_of, left_behind, of, without

from bunkaiten import Gate
from bunkaiten.cli.main import main
from bunkaiten.documents import Source, read
from bunkaiten.model import Report, State
from bunkaiten.observing import observe

FIXTURES = Path(__file__).parents[1] / "fixtures"
GROUP = FIXTURES / "scenarios" / "hospital-group-on-aws"
AWS = FIXTURES / "deployments" / "aws"
DECLARATION = (GROUP / "declaration.yaml").read_bytes()
PLAN: dict[str, Any] = json.loads((GROUP / "plan.json").read_text("utf-8"))
LINE = 'module.line["midori"].aws_vpn_connection.this'
POINT = f"terraform:{LINE}"


def edited(*edits: Edit) -> dict[str, Any]:
    plan = copy.deepcopy(PLAN)
    for edit in edits:
        edit(plan)
    return plan


def judged(plan: Mapping[str, Any], declaration: bytes = DECLARATION) -> Report:
    return Gate().check([declaration, json.dumps(plan).encode()], as_of="2026-11-22")


@cache
def usual() -> Report:
    return judged(PLAN)


REFUSED = {
    **{
        f"format {version!r}": ([of(format_version=version)], "plan_version")
        for version in ("2.0", "0.3", "1", "1.2.0", "v1.2", "1.2\n", "\uff11.2", "1.", "", "latest")
    },
    **{
        f"format {version!r}": ([of(format_version=version)], "plan_version_no_text")
        for version in (None, 1.2, True, ["1.2"], {})
    },
    **{f"errored {value!r}": ([of(errored=value)], "plan_errored") for value in (True, None, "true", 1)},
    "complete is no boolean": ([of(complete="false")], "must_be_boolean"),
    "complete is null": ([of(complete=None)], "null_value"),
    **{
        f"configuration {value!r}": ([of(configuration=value)], "plan_without_configuration")
        for value in (None, {}, [], {"root_module": None}, {"root_module": "x"}, {"root_module": {}})
    },
    "no configuration": ([without("configuration")], "plan_without_configuration"),
    "no changes": ([without("resource_changes")], "plan_lists_nothing"),
    **{
        f"changes {value!r}": ([of(resource_changes=value)], "plan_lists_nothing")
        for value in (None, [], {}, "")
    },
    "changes of a refresh": (
        [
            lambda plan: plan.update(prior_state={"values": plan["planned_values"]}),
            of(planned_values={"root_module": {}}),
            without("resource_changes"),
        ],
        "plan_lists_nothing",
    ),
    **{
        f"after {value!r}": ([changed(after=value)], "plan_resource_without_values")
        for value in (None, "x", [], 7, True)
    },
    "no after": ([each_change(lambda entry: entry["change"].pop("after"))], "plan_resource_without_values"),
    "one without after": (
        [lambda plan: entry_of(plan, LINE)["change"].update(after=None)],
        "plan_resource_without_values",
    ),
    "nothing written and nothing unknown": (
        [changed(after={}, after_unknown={})],
        "plan_resource_without_values",
    ),
    "all unknown": ([changed(after_unknown=True)], "plan_resource_without_values"),
    "unknown and no after": ([changed(after_unknown=True, after=None)], "plan_resource_without_values"),
    "forgotten without before": ([changed(actions=["forget"])], "plan_resource_without_values"),
    "one address twice": (
        [lambda plan: plan["resource_changes"].append(entry_of(plan, LINE))],
        "plan_resource_twice",
    ),
    "one address twice, once gone": (
        [
            lambda plan: plan["resource_changes"].insert(
                0, {**entry_of(plan, LINE), "change": {"actions": ["delete"], "before": {}, "after": None}}
            )
        ],
        "plan_resource_twice",
    ),
    "left behind twice": ([left_behind(LINE), left_behind(LINE)], "plan_resource_twice"),
    "change is none": ([each_change(lambda entry: entry.update(change=None))], "null_value"),
    "action unheard of": ([lambda plan: entry_of(plan, LINE)["change"].update(actions=["x"])], "not_one_of"),
}


@pytest.mark.parametrize(("edits", "code"), REFUSED.values(), ids=REFUSED)
def test_plan_that_cannot_be_judged_is_refused_in_one_clear_line(edits: list[Edit], code: str) -> None:
    report = judged(edited(*edits))

    assert report.exit_code == 3
    assert code in {problem.code for problem in report.problems}
    for problem in report.problems:
        assert (problem.document, problem.line) == ("document 2", 1)
        assert all(text.isprintable() and len(text) > 10 for text in problem.message)


def test_refused_plan_is_explained_with_the_address_and_the_command() -> None:
    [problem] = judged(edited(lambda plan: plan["resource_changes"].append(entry_of(plan, LINE)))).problems

    for text in problem.message:
        assert LINE in text
        assert "terraform show -json tfplan > plan.json" in text


def test_plan_of_known_values_needs_no_configuration() -> None:
    known = edited(without("configuration"))
    for entry in known["resource_changes"]:
        entry["change"]["after_unknown"] = {"tags": {}, "options": [False, {}]}

    assert judged(known).problems == ()


def test_plan_without_resources_has_nothing_that_is_declared() -> None:
    for changes in ([], None):
        empty = {"format_version": "1.2", "planned_values": {"root_module": {}}, "resource_changes": changes}
        report = judged({name: value for name, value in empty.items() if value is not None})

        assert report.exit_code == 1
        assert {each.code for each in report.findings if each.state is State.DENIED} == {"thing_not_found"}


def test_provider_that_nobody_knows_is_said_with_its_count() -> None:
    tunnels = [
        {
            "address": f"acme_tunnel.a[{index}]",
            "mode": "managed",
            "type": "acme_tunnel",
            "name": "a",
            "provider_name": "example.com/acme/acme",
            "change": {"actions": ["create"], "after": {"peer": "198.51.100.7"}, "after_unknown": {}},
        }
        for index in range(3)
    ]

    report = judged(edited(lambda plan: plan["resource_changes"].extend(tunnels)))

    [found] = [each for each in report.findings if each.code == "provider_not_read"]
    assert list(found.values["types"]) == ["acme_tunnel [example.com/acme/acme] (3)"]


# modules, addresses and keys


LINES = {
    "みどり診療所": (0, "198.51.100.1"),
    "clinic.midori": (0, "198.51.100.2"),
    "line[0]": (0, "198.51.100.3"),
    "ward/3 east": (0, "198.51.100.4"),
    'say "referral"': (0, "198.51.100.5"),
    '"]': (1, "203.0.113.1"),
    "]": (1, "203.0.113.2"),
    "back\\slash": (1, "203.0.113.3"),
    'module.line["midori"]': (1, "203.0.113.4"),
    "$${name} *": (1, "203.0.113.5"),
}
"""Key of the line: the site that it is at, and whom it leads to."""
NESTED = AWS / "nested_modules" / "plan.json"


def address_of(key: str) -> str:
    written = key.replace("\\", "\\\\").replace('"', '\\"')
    site = f'module.group[0].module.region["東海"].module.site[{LINES[key][0]}]'
    return f'{site}.module.line["{written}"].module.router[0].aws_vpn_connection.clinic["{written}"]'


def naming(*references: str) -> Mapping[str, Any]:
    [document] = read(Source(id="d", data=DECLARATION)).documents
    declaration: dict[str, Any] = copy.deepcopy(dict(document.value))
    spec = declaration["spec"]
    spec["exchanges"]["referral"]["implementedBy"] = list(references)
    return declaration


def test_modules_five_deep_tie_each_line_to_its_own_peer() -> None:
    found = {each.thing: each.attributes["who"] for each in observe([str(NESTED)]).seen}

    assert found == {
        f"terraform:{address_of(key)}": {"is": {"by": "network", "name": f"{network}/32"}}
        for key, (_, network) in LINES.items()
    }


@pytest.mark.parametrize("key", LINES)
def test_key_of_any_letters_is_named_as_it_is_printed(key: str) -> None:
    address = f"terraform:{address_of(key)}"

    survey = observe([naming(address), str(NESTED)])

    # a key with * in it is a pattern, which fits itself
    assert [each.thing for each in survey.seen if each.subjects] == [address]
    report = Gate().check([naming(address + "x"), str(NESTED)], as_of="2026-11-22")
    denied = {each.subject: each for each in report.findings if each.code == "crossing_undeclared"}
    assert address in denied
    assert all(address in text for text in denied[address].message)


def test_pattern_takes_brackets_and_quotes_as_they_are() -> None:
    patterns = {
        'terraform:*.module.line["]"].*': ["]"],
        'terraform:*["\\"]"]': ['"]'],
        "terraform:*module.site[0].*": [key for key, (site, _) in LINES.items() if site == 0],
        'terraform:*.clinic["*midori*"]': ["clinic.midori", 'module.line["midori"]'],
    }
    for pattern, keys in patterns.items():
        seen = observe([naming(pattern), str(NESTED)]).seen
        assert {each.thing for each in seen if each.subjects} == {
            f"terraform:{address_of(key)}" for key in keys
        }


def test_addresses_are_printed_whole(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["check", "--as-of", "2026-11-22"], ["observe"]):
        for lang in ("ja", "en", "both"):
            main([words[0], str(NESTED), *words[1:], "--lang", lang])
            shown = capsys.readouterr().out
            assert [key for key in LINES if address_of(key) not in shown] == [], (words, lang)


def test_moved_forgotten_and_replaced_lines_lead_where_they_will() -> None:
    seen = observe([str(AWS / "moved_and_removed" / "plan.json")]).seen

    assert {each.thing: each.attributes["who"]["is"]["name"] for each in seen} == {  # type: ignore[index]
        'terraform:aws_vpn_connection.clinic["midori"]': "198.51.100.7/32",
        "terraform:aws_vpn_connection.region": "203.0.113.65/32",
        "terraform:aws_vpn_connection.sakura": "198.51.100.19/32",
    }


# secrets


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


def outputs(*paths: str) -> str:
    """Return everything that every command prints of these documents."""
    found = []
    for command in (
        ["check", "--as-of", "2026-11-22"],
        ["check", "--as-of", "2026-11-22", "--rows"],
        ["observe"],
    ):
        found += [[*command, "-o", form, "--lang", "both"] for form in ("text", "json")]
    found += [["draft", "--lang", lang] for lang in ("ja", "en")]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        for words in found:
            assert main([words[0], *paths, *words[1:]]) in {0, 1, 3}
    return printed.getvalue()


def secrets_in(plan: Mapping[str, Any]) -> set[str]:
    """Return what stands in the values alone: no word of a declaration, an address or a vocabulary."""
    known = DECLARATION.decode() + " ".join(each["address"] for each in plan["resource_changes"])
    found = {each for entry in plan["resource_changes"] for each in texts(entry["change"].get("after"))}
    return {
        each for each in found if len(each) > 5 and each not in known and not re.fullmatch("[A-Za-z-]+", each)
    }


@pytest.mark.parametrize("path", [GROUP / "plan.json", NESTED, AWS / "buckets" / "plan.json"], ids=str)
def test_sensitive_values_are_printed_by_no_command(path: Path, tmp_path: Path) -> None:
    plan = json.loads(path.read_text("utf-8"))
    for entry in plan["resource_changes"]:
        entry["change"]["after_sensitive"] = True
    given = tmp_path / "plan.json"
    given.write_text(json.dumps(plan), "utf-8")
    declaration = tmp_path / "declaration.yaml"
    declaration.write_bytes(DECLARATION)
    secrets = secrets_in(plan)
    assert len(secrets) > 10

    for paths in ([str(given)], [str(declaration), str(given)]):
        shown = outputs(*paths)
        assert [each for each in secrets if each in shown] == []


def test_sensitive_number_and_host_in_capitals_are_masked(tmp_path: Path) -> None:
    after = {"url": "sftp://Canary.Hospital.Example", "access_role": "arn:aws:iam::111122223333:role/t"}
    rule = {
        "type": "ingress",
        "protocol": "tcp",
        "from_port": 54321,
        "to_port": 54322,
        "cidr_blocks": ["0.0.0.0/0"],
    }
    plan = {
        "format_version": "1.2",
        "resource_changes": [
            {
                "address": f"{kind}.lab",
                "mode": "managed",
                "type": kind,
                "name": "lab",
                "change": {
                    "actions": ["create"],
                    "after": values,
                    "after_unknown": {},
                    "after_sensitive": marks,
                },
            }
            for kind, values, marks in (
                ("aws_transfer_connector", after, {"url": True}),
                ("aws_security_group_rule", rule, {"from_port": True, "to_port": True}),
            )
        ],
    }
    given = tmp_path / "plan.json"
    given.write_text(json.dumps(plan), "utf-8")

    shown = outputs(str(given))

    assert "aws_security_group_rule.lab" in shown
    assert [each for each in ("54321", "54322", "canary") if each in shown.casefold()] == []


def test_secret_of_a_refused_document_is_not_printed(tmp_path: Path) -> None:
    twice = edited(lambda plan: plan["resource_changes"].append(entry_of(plan, LINE)))
    texts_ = {
        "plan.json": json.dumps(twice).replace("198.51.100.7", "canary-000"),
        "cut.json": json.dumps(edited()).replace("198.51.100.7", "canary-000")[:-3],
        "secret.yaml": "apiVersion: v1\nkind: Secret\nspec: canary-000\n",
        "twice.yaml": "apiVersion: v1\nkind: Secret\nstringData: {a: canary-000, a: canary-000}\n",
    }
    for name, text in texts_.items():
        given = tmp_path / name
        given.write_text(text, "utf-8")

        assert "canary-000" not in outputs(str(given)), name
