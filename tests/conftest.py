"""What a test needs and this machine has not: it is said, and the test is left out. An automatic check (`CI` set)
has everything, so there the test runs, and fails where something is missing.
"""

import os
import shutil
from collections.abc import Iterator

import pytest

NEEDED = {
    "tmux": ["tui/test_tmux.py", "tui/test_tmux_tutorial.py"],
    "chromium": ["browser"],
}
"""By program, the tests and folders of tests that need it."""

MISSING = [program for program in NEEDED if not os.environ.get("CI") and shutil.which(program) is None]

collect_ignore = [path for program in MISSING for path in NEEDED[program]]


@pytest.fixture(autouse=True, scope="session")
def nobodys_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test touches the journals, records and settings of whoever runs it."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as environment:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            environment.setenv(name, str(folder))
        environment.setenv("DRILLROOM_RECORDS", f"sqlite:///{folder / 'records.sqlite'}")
        for name in ("NO_COLOR", "DRILLROOM_THEME", "DRILLROOM_ASCII"):
            environment.delenv(name, raising=False)
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end what was left out, and why."""
    for program in MISSING:
        paths = ", ".join(f"tests/{path}" for path in NEEDED[program])
        terminalreporter.write_line(f"left out: {paths}, for {program} is not here")
