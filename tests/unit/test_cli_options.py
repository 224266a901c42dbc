import pytest
from hypothesis import given
from hypothesis import strategies as st

from bunkaiten import config, messages
from bunkaiten.cli import options, speech
from bunkaiten.cli.help import page
from bunkaiten.errors import UsageError
from bunkaiten.report.look import Look


def test_options_may_stand_anywhere_and_in_every_form() -> None:
    line = options.parse(
        ["--lang=ja", "check", "-o", "text", "a.yaml", "-ojson=r.json", "--plan", "-", "-q", "--", "-b.yaml"]
    )

    assert line.command == "check"
    assert line.arguments == ("a.yaml", "-b.yaml")
    assert line.layer().values == {
        "lang": "ja",
        "output": ["text", "json=r.json"],
        "plan": ["-"],
        "quiet": True,
    }


def test_of_a_single_setting_the_last_counts() -> None:
    assert options.parse(["check", "--color", "always", "--color", "never"]).flags == {"--color": "never"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(["chekc"], "cli_unknown_command_near", id="misspelt-command"),
        pytest.param(["zzz"], "cli_unknown_command", id="unknown-command"),
        pytest.param(["check", "--falion", "never"], "cli_unknown_option_near", id="misspelt-option"),
        pytest.param(["check", "--fail"], "cli_unknown_option_near", id="shortened-option"),
        pytest.param(["check", "-x"], "cli_unknown_option", id="unknown-letter"),
        pytest.param(["check", "--%%%"], "cli_unknown_option", id="unknown-option"),
        pytest.param(
            ["rules", "--fail-on", "never"], "cli_option_of_another_command", id="of-another-command"
        ),
        pytest.param(["check", "--quiet=true"], "cli_no_value_wanted", id="value-too-much"),
        pytest.param(["check", "-qv"], "cli_no_value_wanted", id="letters-together"),
        pytest.param(["check", "--as-of"], "cli_value_missing", id="value-missing"),
        pytest.param(["check", "--as-of="], "cli_value_missing", id="value-empty"),
        pytest.param(["check", "--as-of", "--quiet"], "cli_value_missing", id="option-for-a-value"),
        pytest.param(["check", "--plan", "--", "a"], "cli_value_missing", id="end-for-a-value"),
        pytest.param(["explain", "a", "b"], "cli_too_many", id="argument-too-much"),
        pytest.param(
            ["check", "--coverage"], "cli_option_of_another_command", id="coverage-is-listed-not-judged"
        ),
        pytest.param(["rules", "--rows", "--coverage"], "cli_one_or_the_other", id="two-lists"),
        pytest.param(["rules", "--scope", "all"], "cli_option_of_another_command", id="scope-of-no-check"),
        pytest.param(["rules", "a"], "cli_too_many", id="argument-where-none-is-wanted"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(words: list[str], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        options.parse(words)

    assert caught.value.code == code
    assert caught.value.text("en") != caught.value.text("ja")


def test_only_options_of_the_command_are_offered() -> None:
    for line in (["check", "--covrage"], ["--covrage", "check"]):
        with pytest.raises(UsageError) as caught:
            options.parse(line)

        assert caught.value.code == "cli_unknown_option"
        assert "--coverage" not in caught.value.text("en")
        assert "-q" in caught.value.text("en")
    with pytest.raises(UsageError) as caught:
        options.parse(["--covrage"])
    assert caught.value.code == "cli_unknown_option_near"


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        pytest.param(["check", "--lang", "ja"], "ja", id="apart"),
        pytest.param(["--lang=ja", "chekc"], "ja", id="before-a-wrong-command"),
        pytest.param(["check", "--oops", "x", "--lang", "both"], "both", id="after-a-wrong-option"),
        pytest.param(["--lang", "en", "--lang", "ja"], "ja", id="the-last"),
        pytest.param(["--lang", "jp"], None, id="unknown"),
        pytest.param(["check", "--", "--lang", "ja"], None, id="after-the-end-of-options"),
        pytest.param(["--lang"], None, id="without-a-value"),
    ],
)
def test_the_language_is_found_on_the_wrongest_line(words: list[str], lang: str | None) -> None:
    assert options.language(words) == lang


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        pytest.param({}, "en", id="nothing"),
        pytest.param({"LANG": "ja_JP.UTF-8"}, "ja", id="lang"),
        pytest.param({"LC_MESSAGES": "en_US.UTF-8", "LANG": "ja_JP.UTF-8"}, "en", id="messages-before-lang"),
        pytest.param({"LC_ALL": "ja_JP.eucJP", "LC_MESSAGES": "C"}, "ja", id="all-before-messages"),
        pytest.param({"LC_ALL": "", "LANG": "ja"}, "ja", id="empty-is-unset"),
        pytest.param({"LANG": "C.UTF-8"}, "en", id="c"),
    ],
)
def test_the_locale_decides_the_language(environ: dict[str, str], lang: str) -> None:
    assert speech.of_locale(environ) == lang


@given(
    st.lists(
        st.text(max_size=8) | st.sampled_from([*options.OPTIONS, *options.SHORT, *options.COMMANDS, "--"])
    )
)
def test_any_words_give_a_line_or_a_usage_error(words: list[str]) -> None:
    options.language(words)
    try:
        line = options.parse(words)
    except UsageError:
        return
    assert line.command is None or line.command in options.COMMANDS


def test_every_setting_is_an_option() -> None:
    assert {f"--{name}" for name in config.NAMES} <= set(options.COMMANDS["check"])
    assert {name[2:] for name, wanted in options.OPTIONS.items() if not wanted} >= set(config.FLAGS)


@pytest.mark.parametrize("lang", messages.LANGUAGES)
@pytest.mark.parametrize("command", [None, *options.COMMANDS])
def test_the_help_names_every_option_of_its_command(command: str | None, lang: str) -> None:
    shown = page(command, Look(lang=lang))

    assert [option for option in options.COMMANDS[command or "help"] if option not in shown] == []
    assert [name for name in options.COMMANDS if command is None and name not in shown] == []
    assert ("使い方：" in shown) == (lang == "ja")
    assert ("Usage:" in shown) == (lang == "en")
