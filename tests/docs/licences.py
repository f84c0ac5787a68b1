"""Writes `docs/licences.md` from what the installed packages say of themselves: `python -m tests.docs.licences`.

It is written where all extras are installed; a package that is not here keeps the line that it has.
"""

import re
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "licences.md"
RUNTIME = "Drillroom itself"
EXTRAS = ("postgres", "web", "shared", "redis", "cluster")

HEAD = """# Licences of what Drillroom uses

What an installation brings along, with the licence that each package names. All of them may be used in a closed
office, at no cost and without telling anybody. None asks that what uses it be given away.

Of the copyleft kind are only psycopg and psycopg-binary (LGPL-3.0), which come with the extra `postgres`. They are
used as libraries, unchanged; whoever passes an installation on passes their licence on with them.

The typeface `reports/fonts/DrillroomSansSC-Regular.ttf` is under the SIL Open Font License 1.1, which stands beside
it in `OFL.txt`.
"""

SHORT = {
    "MIT License": "MIT", "BSD License": "BSD", "Apache Software License": "Apache-2.0", "Apache 2": "Apache-2.0",
    "Apache 2.0": "Apache-2.0", "Python Software Foundation License": "PSF-2.0",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL-3.0-only",
}  # fmt: skip
"""How licences are written here, by how packages write them."""

FREE = {"MIT", "MIT-0", "MIT-CMU", "BSD", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "PSF-2.0", "Zlib",
        "CC0-1.0", "ISC", "HPND"}  # fmt: skip
COPYLEFT = {"LGPL-3.0-only", "MPL-2.0"}

Rows = dict[str, str]


def requirements() -> dict[str, list[str]]:
    """What is asked for, by part of the project."""
    written = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {RUNTIME: written["dependencies"], **{name: written["optional-dependencies"][name] for name in EXTRAS}}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(package: str) -> str:
    """The licence that an installed package names."""
    told = metadata.metadata(package).json
    expression, text = (
        str(told.get(name, "")).strip().partition("\n")[0] for name in ("license_expression", "license")
    )
    classes = [each.rpartition(" :: ")[2] for each in told.get("classifier", ()) if each.startswith("License")]
    found = expression or (classes[0] if classes else text)
    return SHORT.get(found, found)


def tokens(written: str) -> set[str]:
    """The licences of which an expression speaks."""
    return set(re.split(r" AND | OR ", written.replace("(", "").replace(")", "")))


def brought(asked: list[str], before: set[str]) -> Rows:
    """The licence of each installed package that requirements bring along, but for those met before."""
    found: Rows = {}
    left = [Requirement(each) for each in asked]
    while left:
        wanted = left.pop(0)
        name = plain(wanted.name)
        if name in found or name in before or not _is_here(name):
            continue
        found[name] = licence(name)
        for each in metadata.requires(name) or []:
            further = Requirement(each)
            if any(further.marker is None or further.marker.evaluate({"extra": e}) for e in ("", *wanted.extras)):
                left.append(further)
    return dict(sorted(found.items()))


def _is_here(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def written() -> dict[str, Rows]:
    """The lines that the page has, by part."""
    found: dict[str, Rows] = {}
    part = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines() if PAGE.exists() else []:
        if line.startswith("## "):
            part = line[3:].removeprefix("With the extra ").strip("`")
        elif (row := re.fullmatch(r"\| ([a-z0-9-]+) \| (.+) \|", line)) and row[1] != "package":
            found.setdefault(part, {})[row[1]] = row[2]
    return found


def parts() -> dict[str, Rows]:
    """The packages of each part, those of the runtime left out of the extras."""
    found: dict[str, Rows] = {}
    before: set[str] = set()
    for part, asked in requirements().items():
        found[part] = brought(asked, before)
        before |= set(found[part]) if part == RUNTIME else set()
    return found


def page(found: dict[str, Rows]) -> str:
    """The whole page."""
    lines = [HEAD]
    for part, rows in found.items():
        title = part if part == RUNTIME else f"With the extra `{part}`"
        lines += [f"## {title}", "", "| package | licence |", "|---|---|"]
        lines += [f"| {name} | {licence} |" for name, licence in rows.items()] + [""]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    kept = written()
    PAGE.write_text(page({part: kept.get(part, {}) | rows for part, rows in parts().items()}), encoding="utf-8")
