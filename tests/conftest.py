"""Settings that hold for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# The suite is timed as a whole; a deadline an example would only fail on a busy machine.
settings.register_profile("local", deadline=None)
# The same examples every time: CI judges the change at hand, the search goes on locally.
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")

# The command line speaks the language of the environment: that of the developer is no matter.
os.environ["LC_ALL"] = "C.UTF-8"
