"""What must not be printed is masked with the word that it stands in."""

from types import SimpleNamespace
from typing import cast

import pytest

from bunkaiten.documents import Kind, Parsed
from bunkaiten.secrets import Mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("198.51.100.77/32", "(sensitive)"),
        ("to 198.51.100.77/32, and on", "to (sensitive), and on"),
        ("gate.198.51.100.77.example (198.51.100.77)", "(sensitive) ((sensitive))"),
        ("相手：198.51.100.77/32、ほか", "相手：(sensitive)、ほか"),
        ("198.51.100.7/32", "198.51.100.7/32"),
        ("Say OPEN SESAME now!", "Say (sensitive) now!"),
        ("x-open sesame-y z", "(sensitive) z"),
        ('key: {"a": "b"} z', "key: (sensitive) z"),
        ("open sesame open sesame", "(sensitive) (sensitive)"),
        ("open sesameopen sesame", "(sensitive)(sensitive)"),
        ("nothing of it", "nothing of it"),
    ],
)
def test_word_around_a_secret_is_masked_with_it(text: str, masked: str) -> None:
    assert _mask("198.51.100.77", "open sesame", '{"a": "b"}').over(text) == masked


def test_letter_without_a_single_small_one_hides_the_whole() -> None:
    assert _mask("open sesame").over("İ open sesame") == "(sensitive)"


def _mask(*secrets: str) -> Mask:
    held = {"kind": "Secret", "stringData": {str(index): each for index, each in enumerate(secrets)}}
    return Mask([cast("Parsed", SimpleNamespace(kind=Kind.OBJECT, value=held))])
