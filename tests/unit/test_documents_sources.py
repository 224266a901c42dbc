"""Paths and streams: what lies under them, and the word for each that cannot be read."""

import errno
import io
import os
import socket
from pathlib import Path

import pytest

from bunkaiten import Gate
from bunkaiten.documents import Found, from_path, from_stream, sources


def ids(found: Found) -> list[str]:
    assert not found.refusals
    return [each.id for each in found.sources]


def codes(found: Found) -> list[tuple[str, str]]:
    return [(each.document, each.error.code) for each in found.refusals]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_file_is_named_as_the_user_named_it() -> None:
    Path("a.yaml").write_bytes(b"a: 1")

    [source] = from_path("./a.yaml").sources

    assert (source.id, source.data) == ("./a.yaml", b"a: 1")
    assert ids(from_path(Path("a.yaml"), "other/name.yaml")) == ["other/name.yaml"]


def test_folder_gives_its_documents_in_order_and_nothing_hidden() -> None:
    for name in (
        "k/b.yml",
        "k/a.yaml",
        "k/c.txt",
        "k/sub/d.JSON",
        "k/.hidden/e.yaml",
        "k/.terraform/f.json",
        "k/.g.yaml",
    ):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("a: 1")

    assert ids(from_path("k")) == ["k/a.yaml", "k/b.yml", "k/sub/d.JSON"]
    assert ids(from_path("./k/")) == ["./k/a.yaml", "./k/b.yml", "./k/sub/d.JSON"]
    assert ids(from_path(Path("k").resolve(), "k")) == ["k/a.yaml", "k/b.yml", "k/sub/d.JSON"]


def test_folder_that_links_to_itself_is_walked_once() -> None:
    Path("k").mkdir()
    Path("k/a.yaml").write_text("a: 1")
    Path("k/again").symlink_to(Path("k").resolve())

    assert ids(from_path("k")) == ["k/a.yaml"]


def test_linked_folder_is_read() -> None:
    Path("real").mkdir()
    Path("real/a.yaml").write_text("a: 1")
    Path("k").mkdir()
    Path("k/linked").symlink_to(Path("real").resolve())

    assert ids(from_path("k")) == ["k/linked/a.yaml"]


def test_one_bad_file_does_not_hide_the_others() -> None:
    Path("k").mkdir()
    Path("k/a.yaml").write_text("a: 1")
    Path("k/b.yaml").symlink_to("nowhere")
    Path("k/c.yaml").write_text("c: 1")

    found = from_path("k")

    assert [each.id for each in found.sources] == ["k/a.yaml", "k/c.yaml"]
    assert codes(found) == [("k/b.yaml", "link_broken")]


def test_pattern_that_the_shell_left_alone_is_matched() -> None:
    for name in ("b.yaml", "a.yaml", "c.json"):
        Path(name).write_text("a: 1")

    assert ids(from_path("*.yaml")) == ["a.yaml", "b.yaml"]
    assert codes(from_path("*.yml")) == [("*.yml", "path_missing")]


def test_file_whose_name_looks_like_a_pattern_is_a_file() -> None:
    Path("a[1].yaml").write_text("a: 1")

    assert ids(from_path("a[1].yaml")) == ["a[1].yaml"]


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as each:
        each.bind(path.name)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        pytest.param(lambda _: None, "path_missing", id="missing"),
        pytest.param(lambda path: path.symlink_to("nowhere"), "link_broken", id="broken-link"),
        pytest.param(lambda path: path.symlink_to(path), "path_loop", id="link-to-itself"),
        pytest.param(os.mkfifo, "path_not_regular", id="pipe"),
        pytest.param(make_socket, "path_not_regular", id="socket"),
        pytest.param(lambda path: path.symlink_to("/dev/zero"), "path_not_regular", id="device"),
        pytest.param(lambda path: path.mkdir(), "folder_empty", id="empty-folder"),
    ],
)
def test_path_that_is_no_document_is_refused(make: object, code: str) -> None:
    assert callable(make)
    make(Path("x.yaml"))

    assert codes(from_path("x.yaml")) == [("x.yaml", code)]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        pytest.param("", "path_missing", id="empty"),
        pytest.param("a.yaml/b", "path_missing", id="below-a-file"),
        pytest.param("x" * 5000, "path_too_long", id="too-long"),
        pytest.param("a\0b", "path_missing", id="nul"),
    ],
)
def test_name_that_cannot_be_a_path_is_refused(path: str, code: str) -> None:
    Path("a.yaml").write_text("a: 1")

    [refusal] = from_path(path).refusals

    assert refusal.error.code == code
    assert refusal.document.isprintable()


def test_folder_is_refused_where_one_file_is_meant() -> None:
    Path("k").mkdir()

    assert codes(from_path("k", is_file=True)) == [("k", "path_is_folder")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_is_refused() -> None:
    Path("a.yaml").write_text("a: 1")
    Path("a.yaml").chmod(0)

    assert codes(from_path("a.yaml")) == [("a.yaml", "path_forbidden")]


def test_permission_that_is_refused_on_looking_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(sources.os, "stat", refuse)

    assert codes(from_path("a.yaml")) == [("a.yaml", "path_forbidden")]


@pytest.mark.parametrize(("name", "code"), [("EIO", "path_damaged"), ("ENOMEM", "path_unreadable")])
def test_system_that_fails_is_told_without_its_words(
    monkeypatch: pytest.MonkeyPatch, name: str, code: str
) -> None:
    Path("a.yaml").write_text("a: 1")

    def fail(*_: object) -> int:
        raise OSError(getattr(errno, name), "words of the system")

    monkeypatch.setattr(sources.os, "open", fail)
    [refusal] = from_path("a.yaml").refusals

    assert refusal.error.code == code
    assert "words" not in refusal.error.text("ja")
    assert (name in refusal.error.text("ja")) == (code == "path_unreadable")


def test_file_is_the_same_whatever_it_is_called() -> None:
    Path("k").mkdir()
    Path("k/d.yaml").write_text("a: 1")
    Path("link.yaml").symlink_to("k/d.yaml")

    names = ("k/d.yaml", "./k/d.yaml", Path("k/d.yaml").resolve(), "link.yaml", "k")
    reals = {source.real for name in names for source in from_path(name).sources}

    assert reals == {str(Path("k/d.yaml").resolve())}
    assert [each.real for each in from_stream(io.BytesIO(b"a: 1")).sources] == [""]


def test_file_that_is_given_twice_is_judged_once_under_its_first_name() -> None:
    Path("k").mkdir()
    Path("k/d.yaml").write_text(
        "apiVersion: bunkaiten.dev/v1\nkind: Demarcation\nmetadata: {name: d}\n"
        "spec: {parties: {aoba: {role: institution}}}\n"
    )
    Path("link.yaml").symlink_to("k/d.yaml")

    report = Gate().check(["./k/d.yaml", "k/d.yaml", Path("k/d.yaml").resolve(), "link.yaml", "k"])

    assert [each.id for each in report.documents] == ["./k/d.yaml"]
    assert report.problems == ()
    report = Gate().check(["k/d.yaml"], plans=["./k/d.yaml"])
    assert [(each.document, each.code) for each in report.problems] == [("k/d.yaml", "expected_plan")]


def test_folder_that_may_not_be_listed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("k").mkdir()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "k")

    monkeypatch.setattr(sources.os, "scandir", refuse)

    assert codes(from_path("k")) == [("k", "path_forbidden")]


def test_permission_that_is_refused_on_opening_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.yaml").write_text("a: 1")

    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(sources.os, "open", refuse)

    assert codes(from_path("a.yaml")) == [("a.yaml", "path_forbidden")]


def test_too_large_file_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.yaml").write_bytes(b"x" * 11)
    monkeypatch.setattr(sources, "MAX_BYTES", 10)

    assert codes(from_path("a.yaml")) == [("a.yaml", "file_too_large")]
    assert codes(from_stream(io.BytesIO(b"x" * 11))) == [("-", "file_too_large")]
    assert [each.data for each in from_stream(io.BytesIO(b"x" * 10)).sources] == [b"x" * 10]


def test_stream_that_fails_is_refused() -> None:
    stream = io.BytesIO()
    stream.close()

    assert codes(from_stream(stream)) == [("-", "path_unreadable")]


def test_name_that_breaks_lines_or_encodings_is_written_with_escapes() -> None:
    name = os.fsdecode(b"a\n\xff.yaml")
    Path(name).write_text("a: 1")

    assert ids(from_path(name)) == ["a\\n\\udcff.yaml"]
