"""One gate for many threads and after a fork: the same bytes everywhere, and not a word besides."""

import gc
import json
import os
import sys
import threading
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from properties import judging
from properties.bases import bases
from properties.words import AS_OF

from bunkaiten import Gate
from bunkaiten.report import FORMATTERS
from bunkaiten.report.look import Look

THREADS = 16
CHECKS = 200
_GATE = Gate()
_BASES = sorted(bases().items())
_SHARED = judging.document("shared", bases()["open-to-others"])


@pytest.fixture(autouse=True)
def _nothing_is_said(
    capfd: pytest.CaptureFixture[str], recwarn: pytest.WarningsRecorder, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Fail if anything is printed or warned of, also by an engine that is dropped where it was not made."""
    dropped: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", dropped.append)
    yield
    gc.collect()

    assert dropped == []
    assert [str(each.message) for each in recwarn] == []
    assert capfd.readouterr() == ("", "")


def test_sixteen_threads_give_the_bytes_of_one() -> None:
    alone = [_printed(number) for number in range(THREADS)]
    together = threading.Barrier(THREADS)

    def work(number: int) -> set[bytes]:
        together.wait()
        return {_printed(number) for _ in range(CHECKS // 2)}

    with ThreadPoolExecutor(THREADS) as threads:
        assert list(threads.map(work, range(THREADS))) == [{printed} for printed in alone]


def test_a_thread_that_ends_leaves_nothing_to_the_next() -> None:
    alone = _printed(0)
    for _ in range(5):
        with ThreadPoolExecutor(1) as threads:
            assert threads.submit(_printed, 0).result() == alone


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_forked_process_gives_the_same_bytes() -> None:
    alone = _printed(3)

    assert _in_a_fork(3) == alone
    assert _printed(3) == alone


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_process_forked_by_a_thread_gives_the_same_bytes() -> None:
    alone = _printed(5)
    with ThreadPoolExecutor(1) as threads:
        threads.submit(_printed, 4).result()

        assert threads.submit(_in_a_fork, 5).result() == alone


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"RUST_BACKTRACE": "1"}, id="backtrace"),
        pytest.param({"RUST_BACKTRACE": "full", "RUST_LOG": "trace"}, id="full-backtrace"),
        pytest.param(
            {
                "BUNKAITEN_AS_OF": "2001-01-01",
                "BUNKAITEN_DECLARATIONS_ONLY": "true",
                "BUNKAITEN_EDITION": "no-such-edition",
                "BUNKAITEN_FAIL_ON": "never",
                "BUNKAITEN_LANG": "en",
                "BUNKAITEN_CONFIG": "no-such-file",
            },
            id="settings",
        ),
        pytest.param({"LANG": "C", "LC_ALL": "C", "TZ": "America/New_York", "NO_COLOR": "1"}, id="locale"),
    ],
)
def test_the_environment_changes_nothing(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _printed(1), _refused()
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    with ThreadPoolExecutor(1) as threads:  # with an engine of its own, made in this environment
        after = threads.submit(_printed, 1).result(), threads.submit(_refused).result()
    assert after == before


def _printed(number: int) -> bytes:
    """Return two reports as they are printed: on the document of this number, and on everybody's."""
    name, spec = _BASES[number]
    own = json.dumps(judging.document(name, spec)).encode()
    return _checked(own) + _checked(_SHARED)


def _refused() -> bytes:
    """Return the report on a document that the engine refuses."""
    broken = judging.document("broken", {"parties": {"aoba": {"role": "nobody"}}, "exchanges": []})
    return _checked(broken)


def _checked(*documents: object) -> bytes:
    report = _GATE.check(documents, as_of=AS_OF)
    return FORMATTERS["json"](report, Look()).encode()


def _in_a_fork(number: int) -> bytes:
    """Return what `_printed` gives in a child process."""
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        # from Python 3.12 a fork beside threads is warned of: that it works here is what is tested
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            with os.fdopen(writer, "wb") as pipe:
                pipe.write(_printed(number))
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        printed = pipe.read()
    os.waitpid(child, 0)
    return printed
