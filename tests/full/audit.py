"""Asks public lists of known weaknesses about every package of `constraints.txt`.

`python -m tests.full.audit PIP_AUDIT`, the program that asks.

Ends with status 0 where there is none, 1 where there is one, 75 where no list could be reached: that is no answer.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

CONSTRAINTS = Path(__file__).parents[2] / "constraints.txt"
LISTS = ("osv", "pypi")
"""The lists that pip-audit knows, best first."""
UNREACHED = 75

Report = list[dict[str, Any]]


def asked(program: str, service: str) -> Report | None:
    """What a list says of every package; nothing where it cannot be reached."""
    words = [program, "-r", str(CONSTRAINTS), "--no-deps", "--disable-pip", "-f", "json", "--progress-spinner", "off",
             "--vulnerability-service", service]  # fmt: skip
    done = subprocess.run(words, capture_output=True, text=True)
    try:
        report: Report = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return None
    return report


def known(report: Report) -> int:
    """How many packages the list knows at all."""
    return sum("skip_reason" not in each for each in report)


def weaknesses(report: Report) -> list[str]:
    """Package, version and the weakness that is known of it, a line each."""
    return [
        f"{each['name']} {each['version']}: {weakness['id']}, mended in {', '.join(weakness['fix_versions']) or 'none'}"
        for each in report
        for weakness in each.get("vulns", ())
    ]


def verdict(reports: list[Report]) -> tuple[int, list[str]]:
    """The status to end with and the lines to print, by what the lists said."""
    answered = [report for report in reports if known(report)]
    if not answered:
        return UNREACHED, ["no list of known weaknesses could be reached"]
    best = max(answered, key=known)
    found = sorted({line for report in answered for line in weaknesses(report)})
    return int(bool(found)), [*found, f"{known(best)} of {len(best)} packages looked up, {len(found)} weaknesses known"]


def main(program: str) -> int:
    """Ask, and say what was found."""
    reports = [report for service in LISTS if (report := asked(program, service)) is not None]
    status, lines = verdict(reports)
    print("\n".join(lines))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
