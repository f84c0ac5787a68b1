"""What a person has set for themselves, kept in their settings folder; the environment may override it for a call.

Nothing of the screen is loaded here: what a theme looks like stands in `tui.themes`.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from simulator.errors import WriteError
from simulator.language.said import Said, say
from simulator.language.translator import LANGUAGES

THEMES = ("dark", "light", "contrast")
"""The names of the themes, the default first."""

THEME_VARIABLE, ASCII_VARIABLE = "DRILLROOM_THEME", "DRILLROOM_ASCII"
"""The environment's words: a theme's name; `1` for ASCII, `0` for drawn signs."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One person's settings."""

    language: str | None = None
    """`en` or `zh`; nothing for the locale's."""
    theme: str = THEMES[0]
    ascii: bool = False
    """Whether rules and bars are drawn with ASCII signs only."""
    bell: bool = False
    """Whether the terminal's bell is rung when something urgent comes."""
    name: str = ""
    """The name that reports show; empty until the person gives it."""
    department: str = ""


def settings_path() -> Path:
    """Where settings are kept: `settings.json` in the person's settings folder for Drillroom."""
    import platformdirs

    return Path(platformdirs.user_config_dir("drillroom")) / "settings.json"


class Preferences:
    """The settings in force, and the file that keeps them."""

    def __init__(self, path: Path, environ: Mapping[str, str]) -> None:
        """Read the file and the environment. What is wrong with them is in `warnings`; the defaults hold instead."""
        self.path = path
        kept, broken = _read(path)
        self._kept = kept
        self.now, unknown = overridden(kept, environ)
        self.warnings: tuple[Said, ...] = tuple(each for each in (broken, unknown) if each is not None)

    def choose(self, **changes: Any) -> None:
        """Change settings, by the names of their fields, from now on and for later calls.

        They hold from now on in any case. Raises `WriteError` where they cannot be kept, `TypeError` for a name
        that is no setting.
        """
        self.now = replace(self.now, **changes)
        self._kept = replace(self._kept, **changes)
        _write(self.path, self._kept)


def overridden(kept: Settings, environ: Mapping[str, str]) -> tuple[Settings, Said | None]:
    """Settings as the environment wants them for this call; and a warning where it wants a theme that is none."""
    plain = environ.get(ASCII_VARIABLE, "").strip().casefold()
    if plain:
        kept = replace(kept, ascii=plain not in ("0", "no", "false", "off"))
    theme = environ.get(THEME_VARIABLE, "").strip().casefold()
    if theme and theme not in THEMES:
        values = {"variable": THEME_VARIABLE, "theme": theme, "known": list(THEMES)}
        return kept, say("{variable}: there is no theme '{theme}'; it can be: {known}", **values)
    return (replace(kept, theme=theme) if theme else kept), None


def _read(path: Path) -> tuple[Settings, Said | None]:
    """The settings of a file. A broken one is put aside, and the warning says where."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        return _settings(written), None
    except FileNotFoundError:
        return Settings(), None
    except (OSError, ValueError, RecursionError):
        return Settings(), _put_aside(path)


def _settings(written: Any) -> Settings:
    """Raises `ValueError` for what cannot be settings. Names that are none yet are left to a newer version."""
    if not isinstance(written, dict):
        raise ValueError("not an object")
    found = Settings(**{field.name: written[field.name] for field in fields(Settings) if field.name in written})
    truths = isinstance(found.ascii, bool) and isinstance(found.bell, bool)
    texts = isinstance(found.name, str) and isinstance(found.department, str)
    if not (truths and texts and found.theme in THEMES and found.language in (None, *LANGUAGES)):
        raise ValueError("a value that cannot be")
    return found


def _put_aside(path: Path) -> Said:
    """Keep a copy of a file that could not be read, so that the next choice does not overwrite it."""
    aside = path.with_name(path.name + ".bad")
    try:
        shutil.copyfile(path, aside)
    except OSError:
        return say("{path}: the settings cannot be read; the defaults hold", path=str(path))
    values = {"path": str(path), "aside": str(aside)}
    return say("{path}: the settings cannot be read; the defaults hold, and {aside} is a copy of them", **values)


def _write(path: Path, settings: Settings) -> None:
    """Replace the file in one step. What a newer version has written beside stays."""
    text = json.dumps(_further(path) | asdict(settings), ensure_ascii=False, indent=2) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _unwritten(path) from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(name, path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise _unwritten(path) from error


def _further(path: Path) -> dict[str, Any]:
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return written if isinstance(written, dict) else {}


def _unwritten(path: Path) -> WriteError:
    message = say("the settings hold until you leave, but cannot be kept in {path}", path=str(path))
    return WriteError(message, say("make the folder writable"))
