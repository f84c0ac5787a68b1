"""Every reader, fuzzed with coverage as its guide. Needs atheris; DRILLROOM_FUZZ is how many seconds each has."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECONDS = os.environ.get("DRILLROOM_FUZZ", "120")
TARGETS = ("times", "condition", "yaml", "scenario", "script", "journal", "client", "hub", "sheet")


@pytest.mark.parametrize("target", TARGETS)
def test_no_reader_is_brought_down(tmp_path: Path, target: str) -> None:
    words = [sys.executable, "-m", "tests.full.fuzzing", target, SECONDS, str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    print(target, done.stderr.strip().splitlines()[-1])
    assert [path.name for path in tmp_path.glob("crash-*")] == []
