"""Bytes to text: UTF-8 and nothing else, and a clear word about what it is instead."""

import re

from bunkaiten.errors import DocumentError

_MARKS = (
    # the longer mark first: UTF-16's is the beginning of UTF-32's
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_MAGIC = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"%PDF-", "PDF"),
    (b"\x7fELF", "ELF"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\xd0\xcf\x11\xe0", "Microsoft Office"),
)
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))
_SOME, _FEW = 4, 20
"""So many control bytes, and more than one in so many, make no text."""
_ZIP_NAME = slice(30, 36)
_PLAN_NAMES = (b"tfplan", b"")
"""How the first file in a plan begins; nothing, where the file was cut off before it."""
_JAPANESE = (
    # stricter first: EUC-JP text is nearly always decodable as CP932, but not the other way round
    ("euc_jp", "EUC-JP"),
    ("cp932", "Shift_JIS (CP932)"),
)
_KANA_OR_KANJI = "[\u3041-\u30ff\u4e00-\u9fff]"  # not compiled before it is needed: a cold start counts
_SAMPLE = 65536


def text_of(data: bytes) -> str:
    """Return `data` as text. Raise DocumentError if it is not plain UTF-8."""
    _refuse_other_formats(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise _undecodable(data, problem) from None
    if (nul := text.find("\0")) >= 0:
        if _is_binary(data):
            raise DocumentError("not_text")
        line, column = _place(data, len(text[:nul].encode()))
        raise DocumentError("nul_byte", line=line, column=column)
    return text


def _refuse_other_formats(data: bytes) -> None:
    magic = next((name for mark, name in _MAGIC if data.startswith(mark)), None)
    if magic == "zip" and data[_ZIP_NAME] in _PLAN_NAMES:
        raise DocumentError("plan_binary")
    if magic:
        raise DocumentError("not_text_format", format=magic)
    if data.startswith(b"\xef\xbb\xbf"):
        raise DocumentError("byte_order_mark", line=1, column=1)
    if encoding := _wide_encoding(data):
        raise DocumentError("encoding_wide", encoding=encoding)


def _wide_encoding(data: bytes) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    # Without a mark the zeros tell: both formats begin with a letter below U+0100.
    zeros = tuple(byte == 0 for byte in data[:4])
    if zeros in {(False, True, True, True), (True, True, True, False)}:
        return "UTF-32"
    if zeros in {(False, True, False, True), (True, False, True, False)}:
        return "UTF-16"
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    count = len(sample) - len(sample.translate(None, _CONTROLS))
    return count >= _SOME and count * _FEW > len(sample)


def _undecodable(data: bytes, problem: UnicodeDecodeError) -> DocumentError:
    if _is_binary(data):
        return DocumentError("not_text")
    line, column = _place(data, problem.start)
    if problem.reason == "unexpected end of data":
        return DocumentError("encoding_cut", line=line, column=column)
    if encoding := _japanese_encoding(data):
        return DocumentError("encoding_japanese", line=line, column=column, encoding=encoding)
    byte = f"0x{data[problem.start]:02X}"
    return DocumentError("encoding_unknown", line=line, column=column, byte=byte)


def _japanese_encoding(data: bytes) -> str | None:
    whole = data if len(data) <= _SAMPLE else data[: data.rfind(b"\n", 0, _SAMPLE) + 1]
    for codec, name in _JAPANESE:
        try:
            text = whole.decode(codec)
        except UnicodeDecodeError:
            continue
        if re.search(_KANA_OR_KANJI, text):
            return name
    return None


def _place(data: bytes, at: int) -> tuple[int, int]:
    """Return line and column of the byte at `at`; everything before it is UTF-8."""
    start = data.rfind(b"\n", 0, at) + 1
    return data.count(b"\n", 0, at) + 1, len(data[start:at].decode("utf-8")) + 1
