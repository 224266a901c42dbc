"""What all tests share: where their helpers lie, and how generated cases are chosen."""

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))  # `from properties import …`

# One case judges hundreds of declarations, on machines of any speed. The same cases in every run:
# who changes one thing is not told of another. `--hypothesis-profile=search` looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile("same")
