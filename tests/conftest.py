"""What a test needs and this machine has not: it is said, and the test is left out. An automatic check (`CI` set)
has everything, so there the test runs, and fails where something is missing.
"""

import os
import shutil

import pytest

TERMINAL = shutil.which("tmux") is not None or bool(os.environ.get("CI"))

collect_ignore = [] if TERMINAL else ["tui/test_tmux.py"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end what was left out, and why."""
    if not TERMINAL:
        terminalreporter.write_line("left out: tests/tui/test_tmux.py, for tmux is not here")
