"""What all tests share: where their helpers lie, and how long a generated case may take."""

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))  # `from properties import …`

# one case judges hundreds of declarations, on machines of any speed
settings.register_profile("whole", deadline=None, print_blob=True)
settings.load_profile("whole")
