"""What the tool itself says: the same in both languages, and in one manner."""

import re

import pytest

from bunkaiten import messages

PLACEHOLDER = re.compile(r"(?<!\{)\{([a-z_]+)\}")
PLAIN = re.compile(r"(ない|(?<!まし)(?<!でし)た|だ|る|(?<!ま)(?<!で)す)$")
READERS = ("yaml_", "json_", "plan_", "encoding_", "path_", "kind_", "object_", "own_output")
"""Beginnings of the codes of what is read, where other words are those of the formats."""
DESCRIPTIONS = ("help_command_", "help_option_")
"""Lists of what something does, which are no sentences to the reader."""


def test_both_languages_say_the_same_things() -> None:
    english, japanese = (messages.sentences(lang) for lang in messages.LANGUAGES)

    assert english.keys() == japanese.keys()
    assert [
        code
        for code in english
        if set(PLACEHOLDER.findall(english[code])) != set(PLACEHOLDER.findall(japanese[code]))
    ] == []


@pytest.mark.parametrize(
    "word", ["フォルダ(?!ー)", "目録", "対応表", "評価日", "資源", "リスト(?!ア)", "計画", "配備"]
)
def test_one_thing_has_one_word(word: str) -> None:
    found = [code for code, text in messages.sentences("ja").items() if re.search(word, text)]

    assert [code for code in found if not code.startswith(READERS)] == []


def test_every_sentence_is_polite() -> None:
    endings = {
        code: [re.sub(r"（[^（）]*）$", "", each) for each in re.findall(r"([^。]+)。", text)]
        for code, text in messages.sentences("ja").items()
        if not code.startswith(DESCRIPTIONS)
    }

    assert [code for code, parts in endings.items() for part in parts if PLAIN.search(part)] == []
