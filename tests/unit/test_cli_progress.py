import io
import sys
import time

import pytest

from bunkaiten.cli import progress
from bunkaiten.report.look import Look


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def watched(seconds: float, *, quiet: bool = False) -> None:
    counter = progress.Counter(total=3)
    with progress.shown(counter, Look(lang="ja"), quiet=quiet):
        taken = counter.over(["a", "b", "c"])
        assert [next(taken), next(taken)] == ["a", "b"]
        time.sleep(seconds)


def test_a_long_run_says_how_far_it_is_and_wipes_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setattr(progress, "DELAY_S", 0.01)
    monkeypatch.setattr(progress, "PERIOD_S", 0.2)

    watched(0.3)

    assert "\r\x1b[2K読み取り・判定中：3 件中 2 件、0 秒" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[2K")


def test_a_short_run_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())

    watched(0)

    assert terminal.getvalue() == ""


@pytest.mark.parametrize(
    ("stream", "quiet"),
    [
        pytest.param(Terminal(), True, id="quiet"),
        pytest.param(io.StringIO(), False, id="file"),
        pytest.param(None, False, id="closed"),
    ],
)
def test_nobody_who_does_not_look_is_told(
    stream: io.StringIO | None,
    quiet: bool,  # noqa: FBT001 - a table
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "DELAY_S", 0.0)

    watched(0.05, quiet=quiet)

    assert stream is None or stream.getvalue() == ""
