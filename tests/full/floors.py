"""The lowest versions that are said to do: `python -m tests.full.floors` prints them as a list for pip.

What is promised to users stands at its floor. What only tests need is left to pip.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXTRAS = ("postgres", "web", "shared", "redis")
"""Those whose tests need no machine beside."""
NOT_NEEDED = ("ruff", "mypy", "import-linter", "playwright", "axe-core-python", "types-")
"""Tools that no test of the core calls."""

_FLOOR = re.compile(r"^(?P<name>[A-Za-z0-9_.-]+(?:\[[a-z,]+\])?)>=(?P<floor>[0-9.]+)")


def at_floor(requirements: list[str]) -> Iterator[str]:
    """Each requirement at its lowest version, as `name==1.2`. Raises ValueError for one without a floor."""
    for requirement in requirements:
        found = _FLOOR.match(requirement)
        if found is None:
            raise ValueError(f"{requirement} has no lowest version")
        yield f"{found['name']}=={found['floor']}"


def project() -> dict[str, list[str]]:
    """The requirements of the runtime, under an empty name, and of each extra."""
    written = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {"": written["dependencies"], **written["optional-dependencies"]}


def promised() -> list[str]:
    """What users are promised, at its floor."""
    every = project()
    return [each for name in ("", *EXTRAS) for each in at_floor(every[name])]


def tools() -> list[str]:
    """What the tests of the core need besides, in any version that is allowed."""
    names = {_name(each) for each in promised()}
    return [each for each in project()["test"] if _name(each) not in names and not each.startswith(NOT_NEEDED)]


def _name(requirement: str) -> str:
    return re.split(r"[\[<>=]", requirement)[0].lower()


if __name__ == "__main__":
    print("\n".join([*promised(), *tools()]))
