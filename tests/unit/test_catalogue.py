import json
import re
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bunkaiten.catalogue import Catalogue, fill, load
from bunkaiten.errors import EngineError, PolicyError
from bunkaiten.model import State, Text

DATA = {
    "digest": "00ff",
    "editions": {
        "mhlw-4": {
            "title": {"en": "Edition 4", "ja": "第4版"},
            "name": {"en": "line 4", "ja": "第4版系"},
            "later": ["mhlw-5", "mhlw-6.0"],
        }
    },
    "clauses": {"self_connected": {"number": "4.3(1)(a)②", "title": {"en": "Own lines", "ja": "独自に接続"}}},
    "requirements": {
        "self_connected.closed_list": {
            "id": "4.3-1a2-08",
            "clause": "self_connected",
            "title": {"en": "A closed list", "ja": "閉じた一覧"},
            "description": {"en": "It is closed.", "ja": "閉じている。"},
            "modality": "prohibition",
            "binds": ["source"],
            "origin": "guideline",
            "protects": ["4.3(1)(a)②"],
            "verdicts": ["satisfied", "denied"],
            "rows": ["A2-08", "A2-03"],
        }
    },
    "rows": [
        {
            "row": "A2-08",
            "id": "4.3-1a2-08",
            "clause": "self_connected",
            "text": {"en": "A closed list", "ja": "閉じた一覧"},
            "status": "automated",
            "judgedBy": ["4.3-1a2-08"],
        }
    ],
}

TEXTS = {
    "self_connected.closed_list": {
        "findings": {
            "open": {
                "state": "denied",
                "message": {"en": "Open to {whom}.", "ja": "{whom} に開かれている。"},
                "remedy": {"en": "Close it.", "ja": "閉じる。"},
            }
        }
    }
}


def made() -> Catalogue:
    return Catalogue(DATA, lambda: TEXTS)


def test_a_requirement_is_found_by_id_and_by_name() -> None:
    catalogue = made()

    assert catalogue["4.3-1a2-08"] is catalogue["self_connected.closed_list"]
    assert "4.3-1a2-08" in catalogue
    assert "self_connected.closed_list" in catalogue
    assert "4.3-1a2-09" not in catalogue


def test_an_entry_says_what_the_data_says() -> None:
    entry = made()["4.3-1a2-08"]

    assert (entry.id, entry.name, entry.clause) == ("4.3-1a2-08", "self_connected.closed_list", "4.3(1)(a)②")
    assert entry.clause_title == Text(en="Own lines", ja="独自に接続")
    assert (entry.binds, entry.rows, entry.protects) == (("source",), ("A2-08", "A2-03"), ("4.3(1)(a)②",))
    assert entry.interpretation is None
    assert entry.findings["open"].state is State.DENIED
    assert entry.findings["open"].message.en == "Open to {whom}."


def test_editions_know_what_came_later() -> None:
    catalogue = made()

    assert catalogue.editions == ("mhlw-4",)
    assert catalogue.later_editions("mhlw-4") == ("mhlw-5", "mhlw-6.0")
    assert [catalogue.is_later(each) for each in ("mhlw-4", "mhlw-6.0", "mhlw-9")] == [False, True, False]
    assert catalogue.edition_name("mhlw-4") == Text(en="line 4", ja="第4版系")
    assert catalogue.edition_title("mhlw-4") == Text(en="Edition 4", ja="第4版")


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        pytest.param("4.3-1a2-80", "4.3-1a2-08", id="digits-swapped"),
        pytest.param("self_conected.closed_list", "self_connected.closed_list", id="letter-dropped"),
        pytest.param("A2-8", "A2-08", id="digit-dropped"),
        pytest.param("a2-08", "A2-08", id="in-small-letters"),
        pytest.param("xyz", None, id="nothing-near"),
    ],
)
def test_the_closest_is_what_was_probably_meant(asked: str, near: str | None) -> None:
    assert made().closest(asked) == near


def test_no_sentence_of_a_finding_is_in_the_words_of_one_cloud() -> None:
    # a finding is said of things of every cloud; what only one has comes with its values
    own = re.compile(
        r"aws|azure|google|sakura|allowed_account_ids|bunkaiten[:_]|bunkaiten\.dev|\b(IAM|ARN|VPC|VNet)\b",
        re.IGNORECASE,
    )
    catalogue = load()
    said = [
        (entry.id, found.code, text.in_(lang))
        for entry in map(catalogue.__getitem__, catalogue.ids)
        for found in entry.findings.values()
        for text in (found.message, found.remedy)
        for lang in ("en", "ja")
    ]

    assert [each for each in said if own.search(each[2])] == []


def test_the_shipped_catalogue_can_be_read_and_every_entry_built() -> None:
    catalogue = load()

    assert {catalogue[each].id for each in catalogue.names} == set(catalogue.ids)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="absent"),
        pytest.param("{", id="not-json"),
        pytest.param("[]", id="a-list"),
        pytest.param(json.dumps({"editions": {}}), id="a-part-missing"),
        pytest.param(json.dumps(DATA | {"requirements": []}), id="requirements-a-list"),
    ],
)
def test_a_broken_catalogue_is_a_policy_error(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "data.json"
    if content is not None:
        path.write_text(content, "utf-8")

    with pytest.raises(PolicyError) as caught:
        load(path)

    assert caught.value.code == "catalogue_unreadable"


@pytest.mark.parametrize(
    ("template", "lang", "text"),
    [
        pytest.param("No {a}.", "en", "No x.", id="text"),
        pytest.param("{n} of {f}", "en", "3 of 99.9", id="numbers"),
        pytest.param("{many}", "en", "x, y", id="list-en"),
        pytest.param("{many}", "ja", "x、y", id="list-ja"),
        pytest.param("{party}", "en", "Aoba Hospital", id="object-en"),
        pytest.param("{party}", "ja", "青葉病院", id="object-ja"),
        pytest.param("{half}", "en", "緑", id="object-in-one-language"),
        pytest.param("{parties}", "ja", "青葉病院、緑", id="list-of-objects"),
        pytest.param("{{a}} {a}", "en", "{a} x", id="braces"),
        pytest.param("{sly}", "en", "{a}", id="value-is-no-template"),
        pytest.param("{none}", "en", "", id="empty-list"),
        pytest.param('["{a}"]', "en", '["x"]', id="in-quotes"),
        pytest.param('"{quoted}" {quoted}', "en", '"a\\\\\\"b" a\\"b', id="quotes-in-quotes"),
        pytest.param('"{unseen}"', "ja", '"緑\\u3000𠮷\\U000e0001"', id="unseen-in-quotes"),
        pytest.param('"{many}" "{{a}}" "{a', "en", '"x, y" "{a}" "{a', id="more-in-quotes"),
    ],
)
def test_a_template_is_filled_in_its_language(template: str, lang: str, text: str) -> None:
    aoba = {"en": "Aoba Hospital", "ja": "青葉病院"}
    half = MappingProxyType({"ja": "緑"})
    unseen = "緑\u3000𠮷\U000e0001"
    values = {
        "a": "x",
        "quoted": 'a\\"b',
        "unseen": unseen,
        "n": 3,
        "f": 99.9,
        "many": ["x", "y"],
        "party": aoba,
        "half": half,
    }

    assert fill(template, values | {"parties": (aoba, half), "sly": "{a}", "none": []}, lang) == text


@pytest.mark.parametrize(
    ("values", "code"),
    [
        pytest.param({}, "message_value_missing", id="missing"),
        pytest.param({"a": None}, "message_value_unusable", id="null"),
        pytest.param({"a": True}, "message_value_unusable", id="boolean"),
        pytest.param({"a": {"fr": "x"}}, "message_value_unusable", id="object-in-no-language"),
        pytest.param({"a": ["x", None]}, "message_value_unusable", id="null-in-a-list"),
    ],
)
def test_a_value_that_cannot_be_shown_is_an_engine_error(values: dict[str, object], code: str) -> None:
    with pytest.raises(EngineError) as caught:
        fill("{a}", values, "en")

    assert caught.value.code == code
    assert "{a}" in caught.value.text("en")
    assert "{a}" in caught.value.text("ja")


@given(st.text())
def test_any_template_is_filled_or_is_an_engine_error(template: str) -> None:
    with suppress(EngineError):
        assert isinstance(fill(template, {}, "ja"), str)
