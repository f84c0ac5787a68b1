"""Help costs next to nothing: what is heavy is loaded by the commands that need it."""

import subprocess
import sys

import pytest

HEAVY = ["sqlalchemy", "textual", "matplotlib", "simpy", "faker", "jinja2"]
CALL = """\
import sys
from tui.main import main
sys.argv = ["drillroom", *{arguments!r}]
try:
    main()
except SystemExit as left:
    assert not left.code, left.code
print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["--lang", "zh", "--help"]])
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    call = CALL.format(arguments=arguments, heavy=HEAVY)
    done = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "[]\n")
