"""What all tests share: where their helpers lie, and how generated cases are chosen."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from tools.opa import find

sys.path.insert(0, str(Path(__file__).parent))  # `from properties import …`

# With it the engine reads policies five times as slowly: it keeps a trace of every attempt at a sentence.
os.environ.pop("RUST_BACKTRACE", None)

# One case judges hundreds of declarations, on machines of any speed. The same cases in every run:
# who changes one thing is not told of another. `--hypothesis-profile=search` looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile("same")


@pytest.fixture(scope="session")
def opa() -> str:
    """Return where `opa` is; without it skip, or fail where nothing may be left out."""
    found = find()
    if found is None and os.environ.get("CI"):
        pytest.fail("opa is missing; on a CI machine it must be there")
    if found is None:
        pytest.skip("opa is missing, so what needs it was left out")
    return found
