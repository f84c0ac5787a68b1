"""The files of the project as its house rules see them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("simulator", "tui", "reports", "scenarios")
FOLDERS = (*PACKAGES, "tests", "docs", ".ci")
"""The top-level folders, beside what tools make for themselves."""

MADE_BY_TOOLS = {
    ".git",
    ".github",
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".venv",
    "__pycache__",
    "build",
    "dist",
    "drillroom.egg-info",
}


def project_files(*tops: str) -> Iterator[Path]:
    """Every file under the given top-level folders, or under all of them and beside them."""
    for top in sorted(ROOT.iterdir()):
        if top.name in MADE_BY_TOOLS or (tops and top.name not in tops):
            continue
        found = sorted(top.rglob("*")) if top.is_dir() else [top]
        yield from (file for file in found if file.is_file() and not MADE_BY_TOOLS & set(file.parts))


def modules(*tops: str) -> Iterator[tuple[str, ast.Module]]:
    """Every Python module under the given folders: its path from the root, and its tree."""
    for file in project_files(*tops):
        if file.suffix == ".py":
            yield shown(file), ast.parse(file.read_text(encoding="utf-8"))


def shown(file: Path) -> str:
    """A file's path as a failed rule names it."""
    return file.relative_to(ROOT).as_posix()
