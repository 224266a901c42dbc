import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bunkaiten import resources
from bunkaiten.model import (
    Document,
    FailOn,
    Finding,
    Location,
    Problem,
    Report,
    Requirement,
    Row,
    SourceFolder,
    State,
    Text,
    fingerprint,
)
from bunkaiten.report import FORMATTERS
from bunkaiten.report.look import Look, printable

SUBJECT = "chubu-referral/exchanges/referral"

OPEN = Finding(
    requirement="4.3-1a2-08",
    clause="4.3(1)(a)②",
    state=State.DENIED,
    code="open_destinations",
    subject=SUBJECT,
    message=Text(en="The exchange is open.", ja="提供先が開かれている。"),
    remedy=Text(en="List every destination.", ja="提供先をすべて列挙する。"),
    locations=(
        Location(document="d.yaml#2", pointer="/spec/a", line=12, column=5),
        Location(document="document 1", pointer="/b"),
    ),
    values={"whom": ("x", "y"), "party": {"ja": "青葉"}, "threats": ({"en": "a", "ja": "あ"},)},
    fingerprint=fingerprint(["open"]),
)
UNSAID = OPEN._replace(
    requirement="4.3-1a2-04",
    state=State.UNDETERMINED,
    code="fact_not_stated",
    message=Text(en="basis is not stated.", ja="basis の記載がない。"),
    remedy=Text(en="Write basis.", ja="basis を記載する。"),
    locations=(),
)
NOTE = OPEN._replace(
    state=State.NOTE, code="worth_a_word", subject="chubu-referral/exchanges/archive", locations=()
)
LIST = Requirement(
    id="4.3-1a2-08",
    name="self_connected.closed_list",
    clause="4.3(1)(a)②",
    title=Text(en="A closed list", ja="閉じた一覧"),
    modality="prohibition",
    applies=("chubu-referral/exchanges/archive", SUBJECT),
    satisfied=("chubu-referral/exchanges/archive",),
    denied=(SUBJECT,),
    undetermined=(),
    clause_title=Text(en="Own lines", ja="独自に接続"),
)
IDLE = LIST._replace(id="4.3-1a2-09", applies=(), satisfied=(), denied=())
UNREADABLE = Problem(
    code="yaml_broken",
    document="k.yaml#3",
    message=Text(en="This is no YAML.", ja="YAML ではない。"),
    line=3,
    column=1,
)
DECLARED = Document(id="d.yaml#2", kind="Demarcation", sha256="0" * 64)
PLAN = Document(id="plan.json", kind="plan", sha256="1" * 64)
EMPTY = Report(
    edition="mhlw-4",
    later_editions=("mhlw-5", "mhlw-6.0"),
    as_of="2026-11-22",
    declarations_only=False,
    allow_empty=False,
    fail_on=FailOn.UNDETERMINED,
    version="0.1.0",
    policies_digest="f" * 64,
    documents=(DECLARED, PLAN),
    requirements=(),
    findings=(),
    problems=(),
)
ROW = Row(
    name="A2-08",
    id="4.3-1a2-08",
    clause="4.3(1)(a)②",
    clause_title=Text(en="Own lines", ja="独自に接続"),
    text=Text(en="A closed list.", ja="閉じた一覧。"),
    status="automated",
    judged_by=("4.3-1a2-08",),
    reason=None,
)
BY_OTHERS = ROW._replace(name="A2-03", status="judged by others", judged_by=("4.3-1a2-08", "4.3-1a2-10"))
NOTED = ROW._replace(name="A1-16", id="4.3-1a1-16", status="note", judged_by=("4.3-1a1-16",))
REFERENCE = ROW._replace(
    name="B1-11",
    text=Text(en="A reference", ja="参照"),
    status="out of scope",
    judged_by=(),
    reason=Text(en="See 6.11.", ja="6.11 参照。"),
)
UNSURE = LIST._replace(id="4.3-1a2-10", applies=(SUBJECT,), satisfied=(), denied=(), undetermined=(SUBJECT,))
DENIED = EMPTY._replace(requirements=(IDLE, LIST), findings=(NOTE, UNSAID, OPEN), problems=(UNREADABLE,))
SATISFIED = EMPTY._replace(requirements=(LIST._replace(satisfied=LIST.applies, denied=()),))


def text(report: Report, lang: str = "en", *, colour: bool = False) -> str:
    return FORMATTERS["text"](report, Look(lang=lang, colour=colour))


def first_line(report: Report, lang: str = "en") -> str:
    return text(report, lang).partition("\n")[0]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "What a plan leaves out that says it is not complete (-target, changes put off) was not judged.",
        ),
        (
            "ja",
            "完全でないプラン（-target の指定や後回しにされた変更がある）に現れないものは判定していません。",
        ),
    ],
)
def test_a_plan_that_does_not_show_everything_is_said_with_the_verdict(lang: str, said: str) -> None:
    partial = SATISFIED._replace(documents=(DECLARED, PLAN._replace(is_partial=True)))

    assert said in first_line(partial, lang)
    assert said not in first_line(SATISFIED, lang)


def test_json_tells_which_plan_is_not_complete() -> None:
    partial = SATISFIED._replace(documents=(DECLARED, PLAN._replace(is_partial=True)))
    found = json.loads(FORMATTERS["json"](partial, Look(lang="en", colour=False)))

    assert [each.get("complete") for each in found["documents"]] == [None, False]
    jsonschema.validate(found, json.loads(Path(resources.schemas("report.schema.json")).read_text("utf-8")))


def test_english_text_gives_verdict_then_problems_then_subjects_then_what_was_judged() -> None:
    assert (
        text(DENIED)
        == """\
NOT CONSISTENT: what is declared, or what is about to be deployed, is not consistent with the requirements \
named below. \
Some of what was given could not be judged: see below. (edition mhlw-4, as of 2026-11-22)
The guideline has later editions, which were not judged: mhlw-5, mhlw-6.0.

Could not be judged (1):
  k.yaml:3:1: This is no YAML.

chubu-referral/exchanges/archive
  NOTE  4.3(1)(a)②  4.3-1a2-08  Requirement: A closed list
    The exchange is open.
    Remedy: List every destination.

chubu-referral/exchanges/referral
  DENIED  4.3(1)(a)②  4.3-1a2-08  Requirement: A closed list
    The exchange is open.
    d.yaml:12:5
    document 1 /b
    Remedy: List every destination.
  UNDETERMINED  4.3(1)(a)②  4.3-1a2-04
    basis is not stated.
    Remedy: Write basis.

Judged: 1 of 2 requirements, 0 of them satisfied for every subject.
  4.3(1)(a)②  Own lines: none of 1 satisfied
Satisfied for some subjects only (1): 4.3-1a2-08 (1/2)
Documents read (2): d.yaml, plan.json
"""
    )


def test_japanese_text_is_japanese_throughout() -> None:
    assert (
        text(SATISFIED, "ja")
        == """\
整合：システムの構成は、宣言された責任分界と整合しています（判定した要件は下記のとおり）。（対象：mhlw-4、判定日：2026-11-22）
ガイドラインにはこれより新しい版（mhlw-5、mhlw-6.0）がありますが、それらによる判定はしていません。

判定した要件：1 件中 1 件。うち、すべての対象で整合したもの：1 件。
  4.3(1)(a)②  独自に接続：1 件すべて整合（4.3-1a2-08）
読み取った文書（2 件）：d.yaml、plan.json
"""
    )


def test_what_was_judged_is_told_clause_by_clause() -> None:
    whole = LIST._replace(id="4.3-1a2-05", satisfied=LIST.applies, denied=())
    elsewhere = whole._replace(id="4.3-1c-02", clause="4.3(1)(c)", clause_title=None)
    report = SATISFIED._replace(requirements=(whole, LIST, UNSURE, elsewhere))

    assert (
        "Judged: 4 of 4 requirements, 2 of them satisfied for every subject.\n"
        "  4.3(1)(a)②  Own lines: 1 of 3 satisfied (4.3-1a2-05)\n"
        "  4.3(1)(c)  : all 1 satisfied (4.3-1c-02)\n"
    ) in text(report)
    assert "  4.3(1)(a)②  独自に接続：3 件中 1 件が整合（4.3-1a2-05）\n" in text(report, "ja")


def test_both_languages_give_each_english_line_and_then_the_japanese_one() -> None:
    def lines(report: str) -> list[str]:
        return [line for line in report.splitlines() if line]

    both = lines(text(DENIED, "both"))

    assert [line for line in both if line in lines(text(DENIED, "en"))] == lines(text(DENIED, "en"))
    assert [line for line in both if line in lines(text(DENIED, "ja"))] == lines(text(DENIED, "ja"))
    start = both.index("    The exchange is open.")
    assert both[start : start + 4] == [
        "    The exchange is open.",
        "    提供先が開かれている。",
        "    Remedy: List every destination.",
        "    対処：提供先をすべて列挙する。",
    ]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        pytest.param(
            {}, "CONSISTENT: the deployment is consistent with the declared demarcation", id="deployment"
        ),
        pytest.param(
            {"documents": (DECLARED,)},
            "CONSISTENT: the declared demarcation is consistent with the clauses below. "
            "No deployment was given.",
            id="no-deployment",
        ),
        pytest.param(
            {"documents": (DECLARED,), "declarations_only": True},
            "CONSISTENT: the declared demarcation is consistent with the clauses below. "
            "Deployments were not looked at (--declarations-only).",
            id="declarations-only",
        ),
        pytest.param(
            {"problems": (UNREADABLE,)}, "INCOMPLETE: nothing wrong was found in what could", id="problem"
        ),
        pytest.param(
            {"problems": (UNREADABLE,), "requirements": (IDLE,), "documents": ()},
            "INCOMPLETE: nothing could be judged. (edition",
            id="nothing-could-be-judged",
        ),
        pytest.param(
            {"problems": (UNREADABLE,), "documents": (DECLARED,)},
            "INCOMPLETE: nothing wrong was found in what could be judged, but that was not everything. (",
            id="deployment-unreadable",
        ),
        pytest.param({"requirements": (IDLE,)}, "NOTHING TO JUDGE: no requirement applies", id="nothing"),
        pytest.param(
            {"findings": (UNSAID,)}, "UNDETERMINED: it could not be judged whether", id="undetermined"
        ),
        pytest.param({"findings": (OPEN,)}, "NOT CONSISTENT: what is declared, or what", id="denied"),
        pytest.param({"findings": (NOTE,)}, "CONSISTENT: the deployment is consistent", id="note"),
    ],
)
def test_the_first_line_says_the_verdict_and_its_basis(changes: dict[str, object], line: str) -> None:
    report = SATISFIED._replace(**changes)  # type: ignore[arg-type]

    assert first_line(report).startswith(line)
    assert first_line(report).endswith("(edition mhlw-4, as of 2026-11-22)")
    assert len(text(report, "both").splitlines()) > len(text(report).splitlines())


@pytest.mark.parametrize(
    ("changes", "aside"),
    [
        pytest.param({"requirements": ()}, "say --allow-empty", id="empty"),
        pytest.param(
            {"requirements": (), "allow_empty": True}, "let through (--allow-empty)", id="empty-allowed"
        ),
        pytest.param(
            {"findings": (UNSAID,), "fail_on": FailOn.DENIED}, "(--fail-on denied)", id="let-through"
        ),
        pytest.param(
            {"findings": (OPEN,), "fail_on": FailOn.NEVER}, "(--fail-on never)", id="all-let-through"
        ),
    ],
)
def test_the_first_line_says_what_weakens_the_verdict(changes: dict[str, object], aside: str) -> None:
    report = SATISFIED._replace(**changes)  # type: ignore[arg-type]

    assert aside in first_line(report)
    assert aside not in first_line(SATISFIED)


def rowed(*requirements: Requirement) -> Report:
    report = DENIED._replace(rows=(ROW, BY_OTHERS, NOTED, REFERENCE), problems=())
    report = report._replace(findings=(NOTE._replace(requirement="4.3-1a1-16"), NOTE))
    return report._replace(requirements=requirements)


def test_a_row_takes_the_worst_of_what_its_judges_say() -> None:
    found = {each.row.name: dict(each.states) for each in rowed(LIST, UNSURE).of_rows()}
    archive = "chubu-referral/exchanges/archive"

    assert found == {
        "A2-08": {archive: State.SATISFIED, SUBJECT: State.DENIED},
        "A2-03": {archive: State.SATISFIED, SUBJECT: State.DENIED},
        "A1-16": {archive: State.NOTE},
        "B1-11": {},
    }
    open_ = {each.row.name: dict(each.states) for each in rowed(SATISFIED.requirements[0], UNSURE).of_rows()}
    assert open_["A2-03"] == {archive: State.SATISFIED, SUBJECT: State.UNDETERMINED}
    assert open_["A2-08"] == {archive: State.SATISFIED, SUBJECT: State.SATISFIED}


def test_every_row_is_shown_for_every_subject_if_asked_for() -> None:
    report = rowed(LIST, UNSURE)
    rows = FORMATTERS["text"](report, Look(rows=True))

    assert (
        f"{SUBJECT}  all 4 rows of section 4.3\n"
        "  A2-08  4.3(1)(a)②  DENIED  A closed list.\n"
        "  A2-03  4.3(1)(a)②  DENIED  A closed list. (judged with A2-08, 4.3-1a2-10)\n"
        "  A1-16  4.3(1)(a)②  does not apply  A closed list.\n"
        "  B1-11  4.3(1)(a)②  out of scope  A reference. See 6.11.\n"
    ) in rows
    assert "  A1-16  4.3(1)(a)②  NOTE  A closed list.\n" in rows
    assert "all 4 rows" not in text(report)


def test_json_lists_the_subjects_of_every_row() -> None:
    written = json.loads(FORMATTERS["json"](rowed(LIST, UNSURE), Look()))["rows"]

    assert [each["row"] for each in written] == ["A2-08", "A2-03", "A1-16", "B1-11"]
    assert written[0]["denied"] == [SUBJECT]
    assert written[0]["satisfied"] == written[2]["noted"] == ["chubu-referral/exchanges/archive"]
    assert written[3]["reason"] == {"en": "See 6.11.", "ja": "6.11 参照。"}
    assert written[3]["satisfied"] == []


def many(*places: tuple[str, State, str]) -> Report:
    """Return a report with one finding for each of `places`: pointer, state, remedy."""
    found = [
        OPEN._replace(
            code=f"code_{number}",
            state=state,
            remedy=Text(en=remedy, ja=f"{remedy}。"),
            locations=(
                Location(document="d.yaml", pointer="/spec", line=1, column=1),
                Location(document="d.yaml", pointer=pointer, line=number, column=1),
            ),
        )
        for number, (pointer, state, remedy) in enumerate(places, 1)
    ]
    return DENIED._replace(findings=tuple(found), problems=())


DUTY = LIST._replace(id="4.3-1c-05", modality="duty")


def test_what_to_do_first_is_a_broken_duty_and_then_what_settles_most() -> None:
    denied, open_ = State.DENIED, State.UNDETERMINED
    report = many(
        ("/a", open_, "Write a."),
        ("/a", open_, "Write a."),
        ("/a", open_, "Tell a."),
        ("/b", denied, "End b."),
        ("/c", open_, "Tell c."),
        ("/c", denied, "Sign c."),
        ("/d", State.NOTE, "Look at d."),
        ("/e", denied, "Ask e."),
    )
    findings = (*report.findings[:-1], report.findings[-1]._replace(requirement="4.3-1c-05"))
    report = report._replace(
        findings=findings,
        requirements=(LIST._replace(modality="allocation"), DUTY),
        titles={SUBJECT: ROW.text},
    )

    called = "(settles {}: chubu-referral/exchanges/referral  A closed list.)"
    assert text(report).split("\n\n")[1].splitlines() == [
        "To resolve: 7 findings (3 denied, 4 undetermined) on 1 subject(s). What to do first:",
        f"  1. d.yaml:8:1 {called.format(1)}",
        "     The exchange is open.",
        "     Remedy: Ask e.",
        f"  2. d.yaml:6:1 {called.format(2)}",
        "     The exchange is open.",
        "     Remedy: Sign c.",
        "     The exchange is open.",
        "     Remedy: Tell c.",
        f"  3. d.yaml:4:1 {called.format(1)}",
        "     The exchange is open.",
        "     Remedy: End b.",
        f"  4. d.yaml:1:1 {called.format(3)}",
        "     The exchange is open.",
        "     Remedy: Write a.",
        "     The exchange is open.",
        "     Remedy: Tell a.",
    ]
    assert "まず行うこと" in text(report, "ja")


def test_the_standard_is_named_in_full_and_the_way_to_every_row_shown() -> None:
    title = Text(en="Guidelines, edition 4", ja="ガイドライン第4版")
    ended = text(rowed(LIST)._replace(edition_title=title), "ja").splitlines()[-2:]

    assert ended == [
        "判定の基準：ガイドライン第4版",
        "--rows を付けると、適用のないものも含めて全項目を内容とともに示します。",
    ]
    assert "--rows" not in FORMATTERS["text"](rowed(LIST), Look(rows=True))


def test_what_a_glance_takes_in_needs_no_first_step() -> None:
    few = many(*[("/a", State.DENIED, "End a.")] * 5, *[("/b", State.NOTE, "Look at b.")] * 5)
    none = few._replace(findings=tuple(each._replace(locations=()) for each in few.findings * 2))

    assert "What to do first" not in text(few)
    assert "What to do first" not in text(none)


def test_what_one_requirement_says_of_a_subject_stands_under_one_heading() -> None:
    shown = text(DENIED._replace(findings=(OPEN, OPEN._replace(code="other"), UNSAID), problems=()))

    assert shown.count("  DENIED  4.3(1)(a)②  4.3-1a2-08") == 1
    assert (
        shown.count("    The exchange is open.\n")
        == shown.count("    Remedy: List every destination.\n")
        == 2
    )
    assert shown.count("  UNDETERMINED  4.3(1)(a)②  4.3-1a2-04") == 1


def test_a_subject_is_called_by_its_title_too() -> None:
    titled = DENIED._replace(titles={SUBJECT: Text(en="Referral letters", ja="紹介状")})

    assert f"\n{SUBJECT}  Referral letters\n" in text(titled)
    assert f"\n{SUBJECT}  紹介状\n" in text(titled, "ja")
    assert f"\n{SUBJECT}  Referral letters / 紹介状\n" in text(titled, "both")
    assert f"\n{SUBJECT}\n" in text(DENIED)
    both = titled._replace(titles={SUBJECT: Text(en="紹介状", ja="紹介状")})
    assert f"\n{SUBJECT}  紹介状\n" in text(both, "both")


def test_colour_is_there_only_if_asked_for() -> None:
    assert "\x1b[31;1mDENIED\x1b[0m" in text(DENIED, colour=True)
    assert "\x1b" not in text(DENIED)


def test_many_files_are_counted_not_named() -> None:
    documents = [Document(id=f"{number}.yaml", kind="Demarcation", sha256="0" * 64) for number in range(8)]

    assert "Documents read (8): 0.yaml, 1.yaml, 2.yaml, 3.yaml, 4.yaml and 3 more\n" in text(
        SATISFIED._replace(documents=tuple(documents))
    )


def test_documents_of_one_file_are_one_file() -> None:
    ids = ("k#9.yaml#1", "k#9.yaml#2/items/0", "other#x")
    documents = tuple(Document(id=each, kind="Pod", sha256="0" * 64) for each in ids)

    assert "Documents read (3): k#9.yaml (2), other#x\n" in text(SATISFIED._replace(documents=documents))


def test_a_fault_of_the_policies_names_no_document() -> None:
    problem = UNREADABLE._replace(document="", line=None, column=None, exit_code=4)

    assert "\n  This is no YAML.\n" in text(SATISFIED._replace(problems=(problem,)))


def test_what_a_document_says_cannot_steer_the_terminal() -> None:
    sly = OPEN._replace(subject="a\x1b[2Jb", message=Text(en="x\nCONSISTENT\u202e", ja="\x9b1m"))

    shown = text(SATISFIED._replace(findings=(sly,)), "both")

    assert "a\\x1b[2Jb" in shown
    assert "    x\\nCONSISTENT\\u202e\n" in shown
    assert "\\x9b1m" in shown


@pytest.mark.parametrize("kept", ["", "青葉病院（東京）", "a\u3000b", "②", "e\u0301", "葛\U000e0100"])
def test_what_is_printable_is_kept(kept: str) -> None:
    assert printable(kept) == kept


def test_the_edition_is_called_by_its_name_where_it_has_one() -> None:
    report = SATISFIED._replace(edition_name=Text(en="edition 4 line", ja="第4版系"))

    assert first_line(report).endswith("(edition 4 line, mhlw-4; as of 2026-11-22)")
    assert first_line(report, "ja").endswith("（対象：第4版系（mhlw-4）、判定日：2026-11-22）")


def test_documents_that_could_not_be_judged_are_counted_once_each() -> None:
    policy = UNREADABLE._replace(document="", line=None, column=None, exit_code=4)
    problems = (UNREADABLE, UNREADABLE._replace(line=4), UNREADABLE._replace(document="k.yaml#4"), policy)

    assert "Could not be judged (3):" in text(SATISFIED._replace(problems=problems))


def test_a_rule_of_the_product_is_called_so_with_what_it_supports() -> None:
    derived = LIST._replace(clause="4.3", protects=("4.3(1)(a)①", "4.3(1)(a)②"))
    report = SATISFIED._replace(requirements=(derived,), findings=(OPEN._replace(clause="4.3"),))

    assert (
        "  DENIED  rule of this product (supports 4.3(1)(a)①, 4.3(1)(a)②)  4.3-1a2-08  Requirement: A closed"
        in text(report)
    )
    assert "  不整合  本製品の規則（4.3(1)(a)①、4.3(1)(a)② の判定を補う）  4.3-1a2-08  要件：閉じた" in text(
        report, "ja"
    )


FAILED = EMPTY._replace(
    problems=(UNREADABLE, UNREADABLE._replace(document="", line=None, column=None, exit_code=4))
)


@pytest.mark.parametrize(
    "report",
    [EMPTY, DENIED, SATISFIED, FAILED, EMPTY._replace(rows=(ROW, REFERENCE), requirements=(LIST,))],
    ids=["empty", "denied", "satisfied", "failed", "rows"],
)
def test_json_keeps_its_schema(report: Report) -> None:
    schema = json.loads((Path(resources.schemas()) / "report.schema.json").read_text("utf-8"))

    jsonschema.Draft202012Validator(schema).validate(json.loads(FORMATTERS["json"](report, Look())))


def test_json_says_everything_in_both_languages() -> None:
    written = json.loads(FORMATTERS["json"](DENIED, Look(lang="ja", colour=True)))

    assert written["tool"] == {"name": "bunkaiten", "version": "0.1.0", "policiesDigest": "f" * 64}
    assert (written["verdict"], written["exitCode"], written["failOn"]) == ("denied", 3, "undetermined")
    assert [each["id"] for each in written["requirements"]] == ["4.3-1a2-08", "4.3-1a2-09"]
    assert written["problems"] == [
        {
            "code": "yaml_broken",
            "document": "k.yaml#3",
            "line": 3,
            "column": 1,
            "message": {"en": "This is no YAML.", "ja": "YAML ではない。"},
        }
    ]
    assert written["findings"][1] == {
        "requirement": "4.3-1a2-08",
        "clause": "4.3(1)(a)②",
        "state": "denied",
        "code": "open_destinations",
        "subject": SUBJECT,
        "message": {"en": "The exchange is open.", "ja": "提供先が開かれている。"},
        "remedy": {"en": "List every destination.", "ja": "提供先をすべて列挙する。"},
        "locations": [
            {"document": "d.yaml#2", "pointer": "/spec/a", "line": 12, "column": 5},
            {"document": "document 1", "pointer": "/b"},
        ],
        "values": {
            "whom": ["x", "y"],
            "party": {"ja": "青葉"},
            "threats": [{"en": "a", "ja": "あ"}],
        },
        "fingerprint": OPEN.fingerprint,
    }


def test_json_is_indented_sorted_and_not_escaped() -> None:
    written = FORMATTERS["json"](DENIED, Look())

    assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert "提供先" in written


some_text = st.text(max_size=4)
some_texts = st.builds(Text, en=some_text, ja=some_text)
number = st.none() | st.integers(1, 3)
some_place = st.builds(
    Location, document=some_text, pointer=some_text, line=number, column=st.none() | st.integers(1, 3)
)
some_finding = st.builds(
    Finding,
    requirement=st.sampled_from(["a", "b"]),
    clause=some_text,
    state=st.sampled_from([State.DENIED, State.UNDETERMINED, State.NOTE]),
    code=st.sampled_from(["a", "b"]),
    subject=st.sampled_from(["a", "b"]),
    message=some_texts,
    remedy=some_texts,
    locations=st.lists(some_place, max_size=2).map(tuple),
    values=st.dictionaries(some_text, some_text, max_size=1),
    fingerprint=some_text,
)
some_problem = st.builds(
    Problem,
    code=some_text,
    document=some_text,
    message=some_texts,
    line=number,
    column=number,
    values=st.just({}),
)
some_document = st.builds(Document, id=some_text, kind=some_text, sha256=some_text)
some_requirement = st.builds(
    Requirement,
    id=st.sampled_from(["a", "b"]),
    name=some_text,
    clause=some_text,
    title=some_texts,
    applies=st.lists(some_text, max_size=2).map(tuple),
    satisfied=st.lists(some_text, max_size=2).map(tuple),
    denied=st.just(()),
    undetermined=st.just(()),
)


@pytest.mark.parametrize("name", sorted(FORMATTERS))
@given(
    findings=st.lists(some_finding, max_size=4),
    problems=st.lists(some_problem, max_size=3),
    documents=st.lists(some_document, max_size=3),
    requirements=st.lists(some_requirement, max_size=2, unique_by=lambda each: each.id),
)
def test_output_does_not_depend_on_any_order(
    name: str,
    findings: list[Finding],
    problems: list[Problem],
    documents: list[Document],
    requirements: list[Requirement],
) -> None:
    forward = EMPTY._replace(
        findings=tuple(findings),
        problems=tuple(problems),
        documents=tuple(documents),
        requirements=tuple(requirements),
    )
    backward = EMPTY._replace(
        findings=tuple(reversed(findings)),
        problems=tuple(reversed(problems)),
        documents=tuple(reversed(documents)),
        requirements=tuple(reversed(requirements)),
    )

    assert FORMATTERS[name](forward, Look(lang="both")) == FORMATTERS[name](backward, Look(lang="both"))
    assert FORMATTERS[name](forward, Look()).endswith("\n")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_no_report_claims_compliance(lang: str) -> None:
    reports = (EMPTY, DENIED, SATISFIED)

    assert not [
        each for each in reports if "complian" in text(each, lang).lower() or "準拠" in text(each, lang)
    ]


SOURCES = SourceFolder(
    folder="infra",
    plan="plan.json",
    files=(Document(id="infra/main.tf", kind="source", sha256="2" * 64),),
    left_out=("module.vpc",),
    differing=("aws_s3_bucket_policy.a.policy",),
)
SOURCED = DENIED._replace(
    sources=(SOURCES,),
    findings=(
        OPEN._replace(
            locations=(
                Location(document="plan.json", pointer="/resource_changes/0", line=1, column=9),
                Location(document="infra/main.tf", pointer="/resource/a/b", line=3, column=1),
            )
        ),
    ),
)


def test_text_names_the_place_in_the_source_after_that_in_the_plan_and_what_was_not_read() -> None:
    found = text(SOURCED)

    assert "    plan.json:1:9\n    infra/main.tf:3:1\n" in found
    assert found.endswith(
        "Documents read (2): d.yaml, plan.json\n"
        "Terraform sources read (1 files): infra\n"
        "Modules whose source was not read, because it is in no local folder (1): module.vpc\n"
        "Not taken from the source, because the plan was made of something else there (1): "
        "aws_s3_bucket_policy.a.policy\n"
    )


def test_json_says_which_sources_were_read_only_where_there_are_some() -> None:
    printed = json.loads(FORMATTERS["json"](SOURCED, Look()))
    schema = json.loads(Path(resources.schemas("report.schema.json")).read_text("utf-8"))

    jsonschema.validate(printed, schema)
    assert "sources" not in json.loads(FORMATTERS["json"](DENIED, Look()))
    assert printed["sources"] == [
        {
            "folder": "infra",
            "plan": "plan.json",
            "files": [{"id": "infra/main.tf", "sha256": "2" * 64}],
            "leftOut": ["module.vpc"],
            "differing": ["aws_s3_bucket_policy.a.policy"],
        }
    ]
    assert [each["line"] for each in printed["findings"][0]["locations"]] == [1, 3]
