"""Patterns that are compiled late are patterns all the same, to whoever reads YAML or JSON with them."""

import subprocess
import sys

import pytest

ASKED = """
import sys
if sys.argv[1] == "late":
    from bunkaiten.late import put_off_patterns
    put_off_patterns()
import json, json.scanner, re, yaml

text = "day: 2026-04-01\\nat: 2026-04-01T10:20:30+09:00\\nword: yes\\nnumber: 1_0.5\\n<<: {a: 0x1f, b: ~}\\n"
print(yaml.load(text, yaml.SafeLoader))
try:
    yaml.load("\\x00", yaml.SafeLoader)
except yaml.YAMLError as problem:
    print(str(problem).splitlines()[0])
decoder = json.JSONDecoder()
decoder.scan_once = json.scanner.py_make_scanner(decoder)
print(decoder.decode('{"a": [1.5e3, -2, "\\\\u3042", true]}'))
print(json.encoder.py_encode_basestring_ascii("あ\\n"))
print(isinstance(yaml.reader.Reader.NON_PRINTABLE, re.Pattern), isinstance(re.compile("a"), re.Pattern))
"""


def said(when: str) -> list[str]:
    command = [sys.executable, "-X", "utf8", "-c", ASKED, when]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout.splitlines()


def test_parsers_in_python_read_the_same() -> None:
    assert said("late")[:-1] == said("at once")[:-1]


@pytest.mark.parametrize(("when", "words"), [("late", "False True"), ("at once", "True True")])
def test_only_their_patterns_wait(when: str, words: str) -> None:
    assert said(when)[-1] == words
