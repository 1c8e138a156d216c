"""What is exported, opened by the large programs that people open it with: `make test-office` installs them."""

import os

OFFICE = os.environ.get("DATELINE_OFFICE", "")
collect_ignore_glob = [] if OFFICE else ["test_*.py"]
