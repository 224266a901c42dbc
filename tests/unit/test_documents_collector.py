"""The garbage collector sleeps while values are built, and is left as it was found."""

import gc
from collections.abc import Iterator

import pytest

from bunkaiten.documents import collector


@pytest.fixture(autouse=True)
def _collector_left_on() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("is_awake", [True, False])
def test_collector_is_left_as_it_was_found(is_awake: bool) -> None:  # noqa: FBT001 - pytest fills it
    (gc.enable if is_awake else gc.disable)()

    with collector.AtRest():
        assert not gc.isenabled()

    assert gc.isenabled() is is_awake


def test_collector_is_woken_after_an_error() -> None:
    with pytest.raises(KeyError), collector.AtRest():
        raise KeyError

    assert gc.isenabled()
