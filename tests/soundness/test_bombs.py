"""Files made to exhaust their reader: each is refused, or read, within little memory and little work."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HARMLESS = {"text", "people", "harm", "places", "when-ands", "script acts"}
"""These are large and right."""
LONGEST = 2000
"""Characters of one message."""


def test_no_file_exhausts_who_opens_it(tmp_path: Path) -> None:
    """A process that took more than a gibibyte or a minute would have been ended, and left no statuses."""
    words = [sys.executable, "-m", "tests.soundness.bombs", str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0
    statuses = json.loads((tmp_path / "statuses.json").read_text(encoding="utf-8"))
    assert statuses == {name: 0 if name in HARMLESS else 1 for name in statuses}
    assert len(statuses) >= 40
    assert "Traceback" not in done.stderr
    assert "not enough memory" not in done.stderr
    assert max(len(line) for line in done.stderr.split("\n")) < LONGEST
