"""These checks run where `DRILLROOM_FULL` is set, as `.ci/full` does; there what they need must be installed."""

import os

collect_ignore_glob = [] if os.environ.get("DRILLROOM_FULL") else ["test_*.py"]
