"""Every check of the project in one command, `python -m tests`: it stops at the first that fails."""

import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-n", "2"),
)
"""The checks in order: the quick ones first."""


def main(arguments: list[str]) -> int:
    """Run the checks; further arguments go to pytest. Answers the status of the first that fails."""
    scripts = Path(sysconfig.get_path("scripts"))
    for program, *options in CHECKS:
        extra = arguments if program == "pytest" else []
        print(f"— {' '.join([program, *options])}", flush=True)
        status = subprocess.run([scripts / program, *options, *extra], cwd=ROOT).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
