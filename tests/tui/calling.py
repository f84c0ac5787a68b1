"""Calls the command line in this process, as a user would, and hands back what came of it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.players.sample import MORNING
from tui.main import drillroom


@dataclass(frozen=True, slots=True)
class Called:
    """What one call printed, and the status it left with."""

    status: int
    out: str
    err: str

    @property
    def object(self) -> Any:
        """The JSON object on standard output."""
        return json.loads(self.out)


def call(capsys: pytest.CaptureFixture[str], *args: str | Path) -> Called:
    """Call `drillroom` with these arguments."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as left:
        drillroom.main([str(arg) for arg in args], prog_name="drillroom")
    out, err = capsys.readouterr()
    assert isinstance(left.value.code, int)
    return Called(left.value.code, out, err)


def scenario_file(folder: Path, text: str = MORNING) -> Path:
    """A scenario's file with this text."""
    path = folder / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    return path
