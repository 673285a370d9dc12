"""What the tests share: the folder of their own modules, and the examples that Hypothesis tries."""

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))
settings.register_profile("records", derandomize=True, deadline=None, database=None)
settings.load_profile("records")
