"""Where shipped files are, and how a name given to a command becomes the path of a scenario."""

from importlib.resources import files
from pathlib import Path

from simulator.authoring.diagnostics import did_you_mean
from simulator.errors import CallError, FileError
from simulator.language.said import Said, say

SCENARIO_FILE = "scenario.yaml"


COURSE = (
    "tutorial", "mass", "individual", "sudden", "online", "disaster", "event", "ethnic-religious", "foreign",
    "final-exam",
)  # fmt: skip
"""The order in which the shipped scenarios are offered; others of a city's own come before the exam."""


def shipped_folder() -> Path:
    """The folder of the plan, the catalogues and the shipped scenarios."""
    return Path(str(files("scenarios")))


def shipped() -> list[Path]:
    """The files of the shipped scenarios: the tutorial first, the plan's types in its order, the final exam last."""
    found = shipped_folder().glob(f"*/{SCENARIO_FILE}")
    return sorted(found, key=lambda path: (_place(path.parent.name), path.parent.name))


def _place(name: str) -> int:
    return COURSE.index(name) if name in COURSE else len(COURSE) - 1


def shipped_ids() -> list[str]:
    """The ids of the shipped scenarios: the names of their folders."""
    return [path.parent.name for path in shipped()]


def find_scenario(name: str) -> Path:
    """The file of a scenario: the id of a shipped one, or a path to a file or to its folder.

    Raises `CallError` for an id that nothing bears, `FileError` for a path that leads nowhere.
    """
    known = {path.parent.name: path for path in shipped()}
    if name in known:
        return known[name]
    path = Path(name)
    if _is(path, "file"):
        return path
    if _is(path, "folder"):
        return _inside(path)
    if _looks_like_path(name):
        raise FileError(say("{file} does not exist", file=name), say("check the name"))
    raise CallError(say("no scenario is called '{name}'", name=name), _remedy(name, list(known)))


def find_scenarios(name: str) -> list[Path]:
    """As `find_scenario`; for a folder of scenario folders, all of them."""
    path = Path(name)
    if name not in shipped_ids() and _is(path, "folder") and not (path / SCENARIO_FILE).is_file():
        below = sorted(path.glob(f"*/{SCENARIO_FILE}"))
        if below:
            return below
    return [find_scenario(name)]


def shown(path: Path) -> str:
    """A path as findings name it: from the present folder where it lies inside."""
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve())) if path.is_absolute() else str(path)
    except (OSError, ValueError):
        return str(path)


def _inside(folder: Path) -> Path:
    path = folder / SCENARIO_FILE
    if not _is(path, "file"):
        message = say("{folder} holds no {file}", folder=str(folder), file=SCENARIO_FILE)
        raise FileError(message, say("name the file itself"))
    return path


def _is(path: Path, sort: str) -> bool:
    """Whether there is such a file or folder; a name that no system accepts is none."""
    try:
        return path.is_dir() if sort == "folder" else path.exists() and not path.is_dir()
    except (OSError, ValueError):
        return False


def _looks_like_path(name: str) -> bool:
    return "/" in name or "\\" in name or name.endswith((".yaml", ".yml"))


def _remedy(name: str, known: list[str]) -> Said:
    near = did_you_mean(name, known)
    if near:
        return say("did you mean '{near}'? there are: {known}", near=near, known=known)
    if known:
        return say("name a file, or one of: {known}", known=known)
    return say("name a scenario file")
