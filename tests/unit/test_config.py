import os
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bunkaiten import config, schemas
from bunkaiten.config import Config, Layer, from_environment, from_file, settle
from bunkaiten.errors import UsageError
from bunkaiten.model import FailOn


def layer(**values: object) -> Layer:
    return Layer(values={name.replace("_", "-"): value for name, value in values.items()}, place="--{name}")


def test_nothing_set_gives_the_defaults() -> None:
    assert settle() == Config()


def test_a_later_layer_wins_setting_by_setting() -> None:
    file = layer(lang="ja", fail_on="denied", output=["json"])
    environment = layer(fail_on="never", quiet=True)
    flags = layer(output=["text", "json=r.json"])

    assert settle(file, environment, flags) == Config(
        lang="ja", fail_on=FailOn.NEVER, quiet=True, output=("text", "json=r.json")
    )


def test_every_setting_has_a_field() -> None:
    assert {name.replace("-", "_") for name in config.NAMES} == set(Config._fields)


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        pytest.param("fial-on", "denied", "config_unknown_near", id="misspelt-name"),
        pytest.param("xyz", "1", "config_unknown", id="unknown-name"),
        pytest.param("fail_on", "denied", "config_unknown_near", id="underscore"),
        pytest.param("fail-on", "undetermind", "config_unknown_word_near", id="misspelt-word"),
        pytest.param("color", "x", "config_unknown_word", id="unknown-word"),
        pytest.param("lang", 3, "config_not_text", id="number-for-a-word"),
        pytest.param("edition", ["mhlw-4"], "config_not_text", id="list-for-a-text"),
        pytest.param("quiet", "yes", "config_not_a_flag", id="word-for-a-flag"),
        pytest.param("quiet", 1, "config_not_a_flag", id="number-for-a-flag"),
        pytest.param("output", [], "config_not_a_list", id="empty-list"),
        pytest.param("output", [1], "config_not_a_list", id="list-of-numbers"),
        pytest.param("as-of", "2026-02-30", "config_not_a_day", id="no-such-day"),
        pytest.param("as-of", "20260201", "config_not_a_day", id="another-form"),
        pytest.param("as-of", "２０２６-02-01", "config_not_a_day", id="wide-digits"),
        pytest.param("as-of", "0999-12-31", "config_not_a_day", id="year-999"),
        pytest.param("as-of", "0001-01-01", "config_not_a_day", id="year-1"),
        pytest.param("as-of", date(999, 12, 31), "config_not_a_day", id="toml-year-999"),
        pytest.param("as-of", 20260201, "config_not_a_day", id="number-for-a-day"),
    ],
)
def test_what_no_setting_may_be_is_refused_with_its_place(name: str, value: object, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        settle(Layer(values={name: value}, place="here: {name}"))

    assert caught.value.code == code
    assert caught.value.values["where"] == f"here: {name}"
    assert all(f"here: {name}" in caught.value.text(lang) for lang in ("en", "ja"))


@pytest.mark.parametrize(
    "value", [pytest.param("2024-02-29", id="text"), pytest.param(date(2024, 2, 29), id="toml")]
)
def test_a_day_is_a_date(value: object) -> None:
    assert settle(layer(as_of=value)).as_of == date(2024, 2, 29)


def test_one_string_is_a_list_of_one() -> None:
    assert settle(layer(output="json")).output == ("json",)


def test_every_setting_can_stand_in_the_environment() -> None:
    environ = {
        "BUNKAITEN_LANG": "both",
        "BUNKAITEN_AS_OF": "2026-11-22",
        "BUNKAITEN_EDITION": "mhlw-4",
        "BUNKAITEN_OUTPUT": os.pathsep.join(("text", "json=a")),
        "BUNKAITEN_FAIL_ON": "denied",
        "BUNKAITEN_ALLOW_EMPTY": "true",
        "BUNKAITEN_DECLARATIONS_ONLY": "false",
        "BUNKAITEN_PLAN": os.pathsep.join(("a.json", "b.json")),
        "BUNKAITEN_COLOR": "never",
        "BUNKAITEN_QUIET": "true",
        "BUNKAITEN_CONFIG": "read elsewhere",
        "PATH": "not ours",
    }

    assert settle(from_environment(environ)) == Config(
        lang="both",
        as_of=date(2026, 11, 22),
        edition="mhlw-4",
        output=("text", "json=a"),
        fail_on=FailOn.DENIED,
        allow_empty=True,
        plan=("a.json", "b.json"),
        color="never",
        quiet=True,
    )


def test_what_kubernetes_sets_for_a_service_of_our_name_is_not_ours() -> None:
    names = ("SERVICE_HOST", "SERVICE_PORT", "SERVICE_PORT_HTTP", "PORT", "PORT_80_TCP", "PORT_80_TCP_ADDR")

    assert settle(from_environment({f"BUNKAITEN_{name}": "10.0.0.1" for name in names})) == Config()


def test_a_boolean_is_shown_as_people_write_it() -> None:
    with pytest.raises(UsageError) as caught:
        settle(layer(as_of=True))

    assert "true" in caught.value.text("en")
    assert "True" not in caught.value.text("en")


def test_the_schema_knows_every_setting() -> None:
    assert set(schemas.schema("configuration")["properties"]) == set(config.NAMES)


def test_an_empty_variable_sets_nothing() -> None:
    assert settle(from_environment({"BUNKAITEN_LANG": ""})) == Config()


@pytest.mark.parametrize(
    ("variable", "value", "code"),
    [
        pytest.param("BUNKAITEN_FAILON", "denied", "config_unknown_near", id="misspelt"),
        pytest.param("BUNKAITEN_XYZ", "1", "config_unknown", id="like-none"),
        pytest.param("BUNKAITEN_WEB_SERVICE_HOST", "1", "config_unknown", id="of-another-service"),
        pytest.param("BUNKAITEN_PORTAL", "1", "config_unknown", id="only-begins-like-a-service"),
        pytest.param("BUNKAITEN_LANG", "jp", "config_unknown_word", id="word"),
        pytest.param("BUNKAITEN_QUIET", "1", "config_not_a_flag", id="flag"),
    ],
)
def test_a_wrong_variable_is_named(variable: str, value: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        settle(from_environment({variable: value}))

    assert (caught.value.code, caught.value.values["where"]) == (code, variable)


@pytest.mark.parametrize(
    ("name", "content", "lang"),
    [
        pytest.param("bunkaiten.toml", 'lang = "ja"', "ja", id="own-file"),
        pytest.param("bunkaiten.toml", '\ufefflang = "ja"', "ja", id="byte-order-mark"),
        pytest.param("pyproject.toml", '[tool.bunkaiten]\nlang = "ja"', "ja", id="pyproject"),
        pytest.param("pyproject.toml", '[ tool ]\nbunkaiten.lang = "ja"', "ja", id="pyproject-dotted"),
        pytest.param("pyproject.toml", '["tool"."bunkaiten"]\nlang = "ja"', "ja", id="pyproject-quoted"),
        pytest.param("pyproject.toml", 'tool = {bunkaiten = {lang = "ja"}}', "ja", id="pyproject-inline"),
        pytest.param("pyproject.toml", '[project]\nname = "bunkaiten"', None, id="pyproject-of-ours"),
        pytest.param("pyproject.toml", "not [ toml", None, id="pyproject-of-somebody-else"),
    ],
)
def test_the_file_of_the_working_directory_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str, lang: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(content, "utf-8")

    assert settle(from_file(None)) == Config(lang=lang)


def test_the_own_file_comes_before_pyproject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bunkaiten.toml").write_text('lang = "ja"')
    Path("pyproject.toml").write_text('[tool.bunkaiten]\nlang = "en"')

    assert settle(from_file(None)) == Config(lang="ja")
    assert settle(from_file("pyproject.toml")) == Config(lang="en")


@pytest.mark.parametrize(
    ("name", "content", "code", "where"),
    [
        pytest.param("b.toml", None, "config_not_found", "b.toml", id="absent"),
        pytest.param(".", None, "config_unreadable", ".", id="folder"),
        pytest.param("b.toml", b"\xff", "config_not_utf8", "b.toml", id="not-utf8"),
        pytest.param("b.toml", b"lang = ja", "config_not_toml", "b.toml:1:8", id="not-toml"),
        pytest.param("b.toml", b"lang = [", "config_not_toml", "b.toml", id="cut-off"),
        pytest.param("b.toml", b"a = " + b"[" * 100_000, "config_not_toml", "b.toml", id="brackets"),
        pytest.param("b.toml", b"langg = 'ja'", "config_unknown_near", "b.toml: langg", id="misspelt"),
        pytest.param("{b}.toml", b"langg = 'ja'", "config_unknown_near", "{b}.toml: langg", id="odd-name"),
        pytest.param(
            "pyproject.toml",
            b"[tool]\nbunkaiten = 3",
            "config_not_a_table",
            "pyproject.toml: bunkaiten",
            id="table",
        ),
        pytest.param(
            "pyproject.toml",
            b"[tool.bunkaiten]\ncolor = 'alway'",
            "config_unknown_word_near",
            "pyproject.toml: tool.bunkaiten.color",
            id="word",
        ),
    ],
)
def test_a_wrong_file_is_named(  # noqa: PLR0913, PLR0917 - a table
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes | None, code: str, where: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path(name).write_bytes(content)

    with pytest.raises(UsageError) as caught:
        settle(from_file(name))

    assert caught.value.code == code
    assert where in caught.value.text("en")
    assert where in caught.value.text("ja")


@given(
    st.dictionaries(
        st.sampled_from(config.NAMES), st.none() | st.booleans() | st.text() | st.lists(st.text())
    )
)
def test_any_values_give_a_config_or_a_usage_error(values: dict[str, object]) -> None:
    with suppress(UsageError):
        assert isinstance(settle(Layer(values=values, place="{name}")), Config)
