import json
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

import bunkaiten
from bunkaiten import Finding, Gate, State
from bunkaiten.cli import main, options
from bunkaiten.documents import Source
from bunkaiten.drafting import Draft, drafted, fields
from bunkaiten.errors import DocumentError, UsageError
from bunkaiten.model import Report
from bunkaiten.observing import Seen, observe
from tools.scenarios import scenarios

FIXTURES = Path(__file__).parents[2] / "fixtures"
DEPLOYMENTS = FIXTURES / "deployments"
FOLDERS = sorted(path.parent for path in DEPLOYMENTS.rglob("facts.json"))
GOLDEN = ("aws/security_groups", "kubernetes/service")
DAY = "2026-11-22"
ROLES = {"institution", "provider", "custodian", "maintainer", "contractor"}
FORCED = {"bunkaiten.dev/v1", "Demarcation", "draft", "patient-information", *ROLES}
"""What stands in a draft because the schema wants something there."""
PLACEHOLDER = re.compile(r"institution|(other-institution|custodian|maintainer|contractor)-[0-9]+")
OUTSIDE = "198.51.100.7/32"

TO_FILL = {"fact_not_stated", "no_agreement"}
"""What is not written yet."""
BEYOND = {
    "crossing_beyond_unknown",
    "entrance_undeclared",
    "observed_anybody",
    "observed_entry_unknown",
    "observed_no_authentication",
    "observed_open_door",
    "observed_peer_ambiguous",
    "observed_peer_unknown",
    "observed_public_store",
    "observed_reader_unknown",
    "observed_stranger_unknown",
    "type_not_read",
}
"""What the deployment leaves open or lets everybody do, and networks within others, whatever is declared."""
FIELDS = {
    "account": "awsAccounts",
    "domain": "googleDomains",
    "group": "kubernetesGroups",
    "host": "hosts",
    "network": "networks",
    "project": "googleProjects",
    "sakura": "sakuraAccounts",
    "service": "hosts",
    "subscription": "azureSubscriptions",
    "tenant": "azureTenants",
    "user": "kubernetesUsers",
}
"""Where somebody stands under identifiedBy."""
SEVERAL = "More than one comes in or has a part here"


def deployment(folder: Path) -> list[Source]:
    return [
        Source(id=path.name, data=path.read_bytes())
        for path in sorted(folder.iterdir())
        if path.suffix in {".json", ".yaml", ".yml"} and path.name != "facts.json"
    ]


def deployments() -> Iterator[tuple[str, list[Source]]]:
    """Yield every deployment among the fixtures, by name: the folders, then those of the scenarios."""
    for folder in FOLDERS:
        yield f"{folder.parent.name}/{folder.name}", deployment(folder)
    for scenario in scenarios():
        line = options.parse(scenario.arguments)
        plans = line.flags.get("--plan", ())
        assert isinstance(plans, list | tuple)
        names = [*(name for name in line.arguments if name != "declaration.yaml"), *plans]
        paths = [scenario.folder / name for name in names]
        files = [each for path in paths for each in (sorted(path.iterdir()) if path.is_dir() else [path])]
        given = [Source(id=str(file.relative_to(scenario.folder)), data=file.read_bytes()) for file in files]
        if given:
            yield scenario.folder.name, given


GIVEN = dict(deployments())

a_deployment = pytest.mark.parametrize("name", GIVEN)


class Drawn(NamedTuple):
    """A deployment, its draft, and what the gate says of the two, or without a draft of the one."""

    given: list[Source]
    text: str
    report: Report
    named: Mapping[str, str]
    """Who is on the other side, with how the deployment names him."""

    @property
    def red(self) -> list[Finding]:
        """What the gate says against the draft."""
        states = (State.DENIED, State.UNDETERMINED)
        return [found for found in self.report.findings if self.text and found.state in states]


@cache
def drawn(name: str) -> Drawn:
    given = GIVEN[name]
    text = bunkaiten.draft(given)
    people = [(seen.location.document, is_of(seen, "who")) for seen in observe(given).seen]
    # a plan may call a principal of a cloud a user as well
    named = {
        str(who["name"]): str(who["by"])
        for document, who in people
        if "name" in who and (who["by"] not in ("group", "user") or not document.endswith("plan.json"))
    }
    return Drawn(given, text, judged(text, *given) if text else Gate().check(given, as_of=DAY), named)


def judged(text: str, *given: object) -> Report:
    return Gate().check([Source(id="draft.yaml", data=text.encode()), *given], as_of=DAY)


def spec(text: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(text)["spec"]
    return found


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for each in value.values():
            yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    else:
        yield str(value)


def plan(*resources: tuple[str, str, dict[str, Any]], **parts: object) -> dict[str, Any]:
    """A plan that makes `resources`: address in the root or a module, type, attributes."""
    return {
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "resource_changes": [
            {
                "address": address,
                "mode": "managed",
                "type": kind,
                "name": address.rpartition(".")[2].partition("[")[0],
                "provider_name": "registry.terraform.io/hashicorp/aws",
                "change": {
                    "actions": ["create"],
                    "before": None,
                    "after": {"tags": None}
                    | {name: value for name, value in values.items() if name != "sensitive"},
                    "after_unknown": {},
                    "after_sensitive": values.get("sensitive", {}),
                    "before_sensitive": False,
                },
            }
            | (
                {"module_address": address.rpartition(f".{kind}.")[0]}
                if address.startswith("module.")
                else {}
            )
            for address, kind, values in resources
        ],
        "configuration": {"root_module": {}},
        **parts,
    }


def opening(address: str, *networks: str, port: int = 443, **more: object) -> tuple[str, str, dict[str, Any]]:
    values = {"type": "ingress", "protocol": "tcp", "from_port": port, "to_port": port}
    return (address, "aws_security_group_rule", {**values, "cidr_blocks": list(networks), **more})


def allowing(account: str, action: str, *resources: str) -> str:
    principal = {"AWS": f"arn:aws:iam::{account}:root"}
    statement = {"Effect": "Allow", "Principal": principal, "Action": action}
    return json.dumps({"Statement": [statement | ({"Resource": list(resources)} if resources else {})]})


@pytest.mark.parametrize("name", GOLDEN)
def test_the_draft_is_what_was_recorded(name: str) -> None:
    text = bunkaiten.draft(deployment(DEPLOYMENTS / name))
    recorded = FIXTURES / "drafts" / f"{name.replace('/', '-')}.yaml"

    if os.environ.get("UPDATE_GOLDEN"):
        recorded.write_text(text, "utf-8")
    assert text == recorded.read_text("utf-8")


@a_deployment
def test_the_gate_asks_for_what_is_left_to_decide_and_for_nothing_else(name: str) -> None:
    report = drawn(name).report

    assert (report.exit_code, report.problems) == (1, ())
    assert [found for found in drawn(name).red if not is_left(found, drawn(name))] == []


def is_left(found: Finding, drawn: Drawn) -> bool:
    """Tell whether a finding over a draft is for whoever fills it in, or mends the deployment."""
    if found.code in TO_FILL | BEYOND:
        return True
    if found.code in {"end_is_no_institution", "sharer_is_no_institution"}:
        # one party has one role, and this one maintains or works elsewhere
        return found.values.get("party", found.values.get("sharer")) in partners(spec(drawn.text))
    if found.code == "observed_stranger":
        return is_elsewhere(found, spec(drawn.text)) or not takes(drawn, str(found.values["peer"]))
    if found.code in {"observed_reader", "observed_other_reader", "observed_stranger_in"}:
        return is_someone_else(found, drawn)
    if found.code == "observed_type_by_pattern":
        # nobody has looked at what is not read; the draft tells it, for somebody who does to name it
        return f"##   {found.values['thing']} (" in drawn.text
    return False


def is_elsewhere(found: Finding, declared: Mapping[str, Any]) -> bool:
    """Tell whether another subject has what a finding is about."""
    _, section, name = found.subject.split("/")
    others = [each for each in subjects(declared) if each is not declared[section][name]]
    return any(found.values["thing"] in each.get("implementedBy", ()) for each in others)


def is_someone_else(found: Finding, drawn: Drawn) -> bool:
    """Tell whether the draft could not name whom a finding is about, or said that there is no room."""
    _, section, name = found.subject.split("/")
    declared = spec(drawn.text)
    parties = {who: party for party, record in declared["parties"].items() for who in identified(record)}
    who = found.values.get("reader", found.values.get("from"))
    if not isinstance(who, str) or who not in parties:
        # anybody, nobody whom a field takes, or whoever is proposed as the institution's own
        return not isinstance(who, str) or not takes(drawn, who) or f'#     - "{who}"' in drawn.text
    subject = declared[section][name]
    if section == "telework":
        return is_elsewhere(found, declared)
    partner = subject.get("maintainer", subject.get("contractor"))
    return partner not in (None, parties[who]) and SEVERAL in drawn.text


def identified(record: Mapping[str, Any]) -> list[str]:
    return [who for values in record.get("identifiedBy", {}).values() for who in values]


def subjects(declared: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [each for section, found in declared.items() if section != "parties" for each in found.values()]


def partners(declared: Mapping[str, Any]) -> set[str]:
    """The parties that maintain or work for the institution."""
    fields_of = ("maintainer", "contractor")
    return {each[field] for each in subjects(declared) for field in fields_of if field in each}


def takes(drawn: Drawn, who: str) -> bool:
    """Tell whether there is a field of identifiedBy for somebody whom the deployment names."""
    field = FIELDS.get(drawn.named.get(who, ""))
    items = field and fields.within("partyRecord", "identifiedBy", field)["items"]
    return bool(items) and fields.takes(items, who)


@a_deployment
def test_every_crossing_stands_in_the_draft_or_with_what_it_is_a_part_of(name: str) -> None:
    alone = Gate().check(drawn(name).given, as_of=DAY)
    missed = [found for found in alone.findings if found.code in ("crossing_undeclared", "crossing_unknown")]

    assert bool(missed) <= bool(drawn(name).text)


@a_deployment
def test_what_crosses_is_named_while_nobody_has_declared_anything(name: str) -> None:
    alone = Gate().check(drawn(name).given, as_of=DAY)
    crossing = {seen.thing for seen in observe(drawn(name).given).seen if seen.crosses != "no"}
    red = [found for found in alone.findings if found.state in (State.DENIED, State.UNDETERMINED)]

    assert alone.exit_code == 1
    assert crossing <= {found.subject for found in red}


@a_deployment
def test_findings_name_fields_that_the_draft_marks(name: str) -> None:
    text = drawn(name).text
    shown = {line.strip("# -").partition(":")[0] for line in text.splitlines()}
    asked = {
        str(found.values["field"]).rpartition(".")[2] for found in drawn(name).red if "field" in found.values
    }

    assert asked <= shown | set(spec(text)["parties"] if text else ())


@a_deployment
def test_nothing_is_invented(name: str) -> None:
    given, text, _, named = drawn(name)
    if not text:
        return
    declared = yaml.safe_load(text)
    parties = set(declared["spec"]["parties"])
    marked = {party for party in parties if not PLACEHOLDER.fullmatch(party)} | {declared["metadata"]["name"]}
    plain = {leaf for leaf in leaves(declared) if not leaf.startswith(("terraform:", "kubernetes:"))}
    raw = "\n".join((source.data or b"").decode() for source in given)

    assert plain - FORCED - set(named) - parties <= marked
    assert {word for word in marked - FORCED if word not in raw} == set()


def is_of(seen: Seen, attribute: str) -> Mapping[str, Any]:
    value = seen.attributes.get(attribute)
    found = value.get("is", {}) if isinstance(value, Mapping) else {}
    assert isinstance(found, Mapping)
    return found


@pytest.mark.parametrize("name", GOLDEN)
@pytest.mark.parametrize("lang", ["en", "ja", "both"])
def test_fields_that_stand_as_comments_are_yaml_without_their_signs(name: str, lang: str) -> None:
    text = bunkaiten.draft(deployment(DEPLOYMENTS / name), lang=lang)
    filled = re.sub(r"^( *)# ", r"\1", text, flags=re.MULTILINE)
    first = next(iter(spec(filled)["exchanges"].values()))

    assert set(spec(filled)) == set(fields.definition("spec")["properties"])
    assert set(first) == set(fields.definition("exchange")["properties"])
    assert ("提供元医療機関等" in text, "The institution that provides" in text) == (
        lang != "en",
        lang != "ja",
    )


def test_what_has_to_be_decided_is_marked() -> None:
    text = bunkaiten.draft([plan(opening("aws_security_group_rule.renkei", OUTSIDE))], lang="en")
    marked = [line.split("  ## ")[0].strip() for line in text.splitlines() if line.endswith("## DECIDE")]

    assert marked == [
        "name: draft",
        "role: institution",
        "role: institution",
        "data: patient-information",
        "source: institution",
        "parties: [other-institution-1]",
    ]


@pytest.mark.parametrize(
    ("resources", "declared"),
    [
        pytest.param(
            [opening("aws_security_group_rule.renkei", OUTSIDE)],
            {"exchanges": {"renkei": ["aws_security_group_rule.renkei"]}},
            id="a-peer-is-an-exchange",
        ),
        pytest.param(
            [opening("aws_security_group_rule.bastion", OUTSIDE, port=22)],
            {"telework": {"bastion": ["aws_security_group_rule.bastion"]}},
            id="remote-login-is-telework-and-no-exchange",
        ),
        pytest.param(
            [
                opening('module.site["Midori 2"].aws_security_group_rule.a', OUTSIDE),
                opening('module.site["Midori 2"].module.b.aws_security_group_rule.a', OUTSIDE),
                opening('module.site["Midori 2"].aws_security_group_rule.b', OUTSIDE),
            ],
            {
                "exchanges": {
                    "site-midori-2": [
                        'module.site["Midori 2"].aws_security_group_rule.a',
                        'module.site["Midori 2"].aws_security_group_rule.b',
                    ],
                    "site-midori-2-b": ['module.site["Midori 2"].module.b.aws_security_group_rule.a'],
                }
            },
            id="one-exchange-a-module",
        ),
        pytest.param(
            [
                opening("aws_security_group_rule.none", OUTSIDE),
                opening("module.緑.aws_security_group_rule.x", OUTSIDE),
            ],
            {
                "exchanges": {
                    "exchange": ["module.緑.aws_security_group_rule.x"],
                    "exchange-none": ["aws_security_group_rule.none"],
                }
            },
            id="names-that-no-subject-may-have",
        ),
        pytest.param(
            [
                ("aws_s3_bucket.letters", "aws_s3_bucket", {"bucket": "aoba-letters"}),
                (
                    "module.sharing.aws_s3_bucket_policy.x",
                    "aws_s3_bucket_policy",
                    {"bucket": "aoba-letters", "policy": allowing("444455556666", "s3:GetObject", "*")},
                ),
            ],
            {"externalStorage": {"letters": ["aws_s3_bucket.letters"]}},
            id="a-grant-is-of-its-store",
        ),
        pytest.param(
            [
                (
                    f"aws_iam_role.{name}",
                    "aws_iam_role",
                    {
                        "name": name,
                        "assume_role_policy": allowing(account, "sts:AssumeRole"),
                    },
                )
                for name, account in (("vendor", "444455556666"), ("Vendor", "777788889999"))
            ],
            {"remoteMaintenance": {"vendor": ["aws_iam_role.vendor"], "vendor-2": ["aws_iam_role.Vendor"]}},
            id="an-account-is-a-maintainer-of-its-own",
        ),
        pytest.param(
            [
                opening(
                    "aws_security_group_rule.a",
                    OUTSIDE,
                    tags={"bunkaiten:remote-maintenance": "pacs-vendor"},
                )
            ],
            {"remoteMaintenance": {"pacs-vendor": ["aws_security_group_rule.a"]}},
            id="a-marker-is-obeyed",
        ),
    ],
)
def test_what_belongs_together_stands_together(
    resources: list[tuple[str, str, dict[str, Any]]], declared: Mapping[str, Mapping[str, list[str]]]
) -> None:
    given = plan(*resources)
    text = bunkaiten.draft([given])
    found = {
        section: {
            name: [each.removeprefix("terraform:") for each in written["implementedBy"]]
            for name, written in subjects.items()
        }
        for section, subjects in spec(text).items()
        if section != "parties"
    }

    assert found == declared
    assert judged(text, given).exit_code == 1


def test_a_marker_may_name_a_work_and_what_is_no_name_is_passed_over() -> None:
    tags = {"bunkaiten:entrusted-work": "teleradiology", "bunkaiten:exchange": "Referral"}
    found = spec(bunkaiten.draft([plan(opening("aws_security_group_rule.a", "0.0.0.0/0", tags=tags))]))

    assert found["parties"]["contractor-1"] == {"role": "contractor"}
    assert {name: list(subjects) for name, subjects in found.items() if name != "parties"} == {
        "entrustedWork": ["teleradiology"]
    }


@pytest.mark.parametrize(
    ("operators", "own", "parties"),
    [
        pytest.param(["aoba"], "aoba", ["aoba", "other-institution-1"], id="one"),
        pytest.param(
            ["aoba", "chubu-net"],
            "institution",
            ["aoba", "chubu-net", "institution", "other-institution-1"],
            id="several",
        ),
        pytest.param(["Aoba Hospital"], "institution", ["institution", "other-institution-1"], id="no-name"),
    ],
)
def test_operators_that_markers_name_are_parties(operators: list[str], own: str, parties: list[str]) -> None:
    given = [
        opening(f"aws_security_group_rule.a{number}", OUTSIDE, tags={"bunkaiten:operated-by": name})
        for number, name in enumerate(operators)
    ]
    found = spec(bunkaiten.draft([plan(*given)]))

    assert sorted(found["parties"]) == parties
    assert {written["source"] for written in found["exchanges"].values()} == {own}


def test_whom_no_field_can_identify_is_shown_and_no_party() -> None:
    key = (
        "aws_iam_role.a",
        "aws_iam_role",
        {"assume_role_policy": allowing("444455556666", "sts:AssumeRole")},
    )
    short = ("aws_iam_role.b", "aws_iam_role", {"assume_role_policy": allowing("4444", "sts:AssumeRole")})
    text = bunkaiten.draft([plan(key, short)])

    assert list(spec(text)["parties"]) == ["institution", "maintainer-1", "maintainer-2"]
    assert spec(text)["parties"]["maintainer-2"] == {"role": "maintainer"}
    assert spec(text)["remoteMaintenance"]["b"]["maintainer"] == "maintainer-2"


def test_only_who_is_known_is_identified() -> None:
    networks = (OUTSIDE, "10.1.0.0/16", "0.0.0.0/0", "192.168.0.0/24", "203.0.113.0/28")
    found = spec(bunkaiten.draft([plan(opening("aws_security_group_rule.renkei", *networks))]))

    assert {name: party.get("identifiedBy") for name, party in found["parties"].items()} == {
        "institution": None,
        "other-institution-1": {"networks": [OUTSIDE]},
        "other-institution-2": {"networks": ["203.0.113.0/28"]},
    }
    assert found["exchanges"]["renkei"]["destinations"] == {
        "parties": ["other-institution-1", "other-institution-2"]
    }


def test_where_nobody_is_known_the_draft_says_what_an_empty_list_means() -> None:
    text = bunkaiten.draft([plan(opening("aws_security_group_rule.anywhere", "0.0.0.0/0"))], lang="en")

    assert spec(text)["exchanges"]["anywhere"]["destinations"] == {"parties": []}
    assert "[] states that nobody does" in text


def test_sensitive_values_are_asked_for_and_never_written() -> None:
    hidden = opening("aws_security_group_rule.renkei", OUTSIDE, sensitive={"cidr_blocks": [True]})
    text = bunkaiten.draft([plan(hidden)], lang="en")

    assert OUTSIDE not in text
    assert list(spec(text)["parties"]) == ["institution"]
    assert "marked as sensitive" in text


def test_what_is_declared_already_is_left_out() -> None:
    given = plan(opening("aws_security_group_rule.a", OUTSIDE), opening("aws_security_group_rule.b", OUTSIDE))
    rest = yaml.safe_load(bunkaiten.draft([plan(opening("aws_security_group_rule.a", OUTSIDE))]))
    second = yaml.safe_load(bunkaiten.draft([rest, given]))

    assert second["metadata"]["name"] == "draft-2"
    assert list(second["spec"]["exchanges"]) == ["b"]
    assert bunkaiten.draft([rest, second, given]) == ""


def test_what_is_not_read_is_listed() -> None:
    given = plan(("aws_nothing_known.x", "unheard_of", {}))
    text = bunkaiten.draft([given], lang="en")

    assert (
        "Nothing is read of these types. Look at them by hand:\n"
        "##   unheard_of [registry.terraform.io/hashicorp/aws] (1)\n" in text
    )
    assert list(spec(text)) == ["parties"]


def test_the_order_of_documents_changes_nothing() -> None:
    given = deployment(DEPLOYMENTS / "kubernetes" / "service")

    assert bunkaiten.draft(given) == bunkaiten.draft(given[::-1])


def test_a_plan_may_be_given_as_a_plan() -> None:
    given = plan(opening("aws_security_group_rule.a", OUTSIDE))

    assert spec(bunkaiten.draft([], plans=[given])) == spec(bunkaiten.draft([given]))


def test_a_reader_whom_only_the_source_names_is_a_party() -> None:
    buckets = DEPLOYMENTS / "aws" / "buckets"
    given = json.loads((buckets / "plan.json").read_text("utf-8"))
    letters = [change for change in given["resource_changes"] if change["name"] == "letters"]
    given["resource_changes"] = letters
    before, after = (spec(bunkaiten.draft([given], sources=sources)) for sources in ([], [buckets]))

    assert [identified(party) for party in before["parties"].values()] == [[], []]
    assert [identified(party) for party in after["parties"].values()] == [[], ["444455556666"], []]
    assert [each["sharedWith"] for each in after["externalStorage"].values()] == [["other-institution-1"]]


def test_a_source_that_cannot_be_read_gives_no_draft(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text("resource {", "utf-8")
    made = drafted([plan(opening("aws_security_group_rule.a", OUTSIDE))], sources=[tmp_path])

    assert made == Draft("", made.problems)
    assert [problem.exit_code for problem in made.problems] == [3]


def test_what_cannot_be_read_gives_no_draft() -> None:
    given = [Source(id="bad.json", data=b"{"), plan(opening("aws_security_group_rule.a", OUTSIDE))]

    made = drafted(given)
    assert made == Draft("", made.problems)
    assert [(problem.document, problem.exit_code) for problem in made.problems] == [("bad.json", 3)]
    with pytest.raises(DocumentError) as caught:
        bunkaiten.draft(given)
    assert (caught.value.code, caught.value.values["document"]) == (made.problems[0].code, "bad.json")


def test_only_declarations_are_nothing_to_draft_from() -> None:
    text = bunkaiten.draft([plan(opening("aws_security_group_rule.a", OUTSIDE))])

    with pytest.raises(UsageError) as caught:
        bunkaiten.draft([text.encode()])
    assert caught.value.code == "draft_no_deployment"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "BUNKAITEN_LANG"):
        monkeypatch.delenv(variable, raising=False)
    written = {
        "plan.json": plan(opening("aws_security_group_rule.a", OUTSIDE)),
        "inside.json": plan(opening("aws_security_group_rule.a", "10.0.0.0/24")),
        "bad.json": {"kind": "List"},
    }
    for name, value in written.items():
        (tmp_path / name).write_text(json.dumps(value), "utf-8")
    (tmp_path / "main.tf").write_text('resource "aws_security_group_rule" "a" {}\n', "utf-8")
    (tmp_path / "bunkaiten.toml").write_text('output = ["json=report.json"]', "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param("draft plan.json", 0, "", id="drafted"),
        pytest.param("draft", 2, "nothing to draft from", id="no-deployment"),
        pytest.param("draft --plan plan.json -o json", 2, "A draft is YAML", id="no-json"),
        pytest.param("draft plan.json -o text=plan.json", 2, "would overwrite", id="over-what-is-read"),
        pytest.param("draft inside.json", 1, "There is nothing to draft", id="nothing-crosses"),
        pytest.param("draft bad.json plan.json", 3, "bad.json", id="unreadable"),
        pytest.param("draft plan.json --scope all", 2, "has no option --scope", id="no-scope"),
        pytest.param("draft plan.json --source .", 0, "", id="with-sources"),
        pytest.param("draft plan.json --source nowhere", 3, "nowhere", id="without-the-sources"),
    ],
)
def test_the_command_ends_as_it_should(
    words: str, code: int, said: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words.split()) == code

    out, err = capsys.readouterr()
    assert bool(out) == (code == 0)
    assert said in err
    assert bool(err) == bool(said)
    assert not (desk / "report.json").exists()


@pytest.mark.parametrize(
    ("words", "languages"),
    [
        pytest.param("draft --plan plan.json", (True, True), id="both"),
        pytest.param("draft plan.json --lang ja", (True, False), id="japanese"),
        pytest.param("draft plan.json --lang en", (False, True), id="english"),
    ],
)
def test_the_draft_is_in_both_languages_unless_one_is_asked_for(
    words: str, languages: tuple[bool, bool], desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words.split(), "-o", "text=d.yaml"]) == 0

    text = (desk / "d.yaml").read_text("utf-8")
    assert capsys.readouterr() == ("", "")
    assert ("要決定" in text, "DECIDE" in text) == languages
