"""What a seat may know now, part by part, and which parts have changed since they were last told."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from simulator.engine.view import View
from simulator.room.shared.codec import made
from simulator.room.shared.knowing import things_known
from simulator.room.shared.model import Console, Picture, Seating, Standing
from simulator.scenario.scenario import Scenario

Parts = dict[str, Any]

_VIEW = tuple(field.name for field in fields(View))
_CONSOLE = tuple(field.name for field in fields(Console))


def seat_parts(scenario: Scenario, view: View) -> Parts:
    """A seat's view and the things of the scenario that have reached it."""
    parts: Parts = {f"view.{name}": getattr(view, name) for name in _VIEW}
    return parts | {f"thing.{name}": written for name, written in things_known(scenario, view).items()}


def console_parts(console: Console) -> Parts:
    """A console, part by part."""
    return {f"console.{name}": getattr(console, name) for name in _CONSOLE}


def view_of(parts: Mapping[str, Any]) -> View:
    """The view that stands in a picture. Raises ValueError where none does."""
    found = made(View, {name: parts[f"view.{name}"] for name in _VIEW if f"view.{name}" in parts})
    assert isinstance(found, View)
    return found


def console_in(parts: Mapping[str, Any]) -> Console:
    """The console that stands in a picture. Raises ValueError where none does."""
    found = made(Console, {name: parts[f"console.{name}"] for name in _CONSOLE if f"console.{name}" in parts})
    assert isinstance(found, Console)
    return found


def standing_in(parts: Mapping[str, Any]) -> Standing:
    """How the room stands, by a picture. Raises ValueError where it does not say."""
    found = made(Standing, parts.get("standing"))
    assert isinstance(found, Standing)
    return found


def seating_in(parts: Mapping[str, Any]) -> tuple[Seating, ...]:
    """Who sits where, by a picture. Raises ValueError where it does not say."""
    written = parts.get("seating")
    if not isinstance(written, list | tuple):
        raise ValueError("nobody's seats")
    return tuple(made(Seating, each) for each in written)


class Teller:
    """Tells one client what has changed since it was last told."""

    def __init__(self) -> None:
        self._told: Parts = {}
        self._version = 0
        self._whole = True

    def forget(self) -> None:
        """The client has lost the thread: the next picture is whole."""
        self._whole = True

    def picture(self, parts: Parts) -> Picture | None:
        """The next picture; nothing where nothing has changed."""
        whole = self._whole
        changed = parts if whole else {
            name: value for name, value in parts.items() if name not in self._told or self._told[name] != value
        }  # fmt: skip
        if not changed:
            return None
        after, self._version = 0 if whole else self._version, self._version + 1
        self._told, self._whole = parts, False
        return Picture(self._version, after, changed)

    def heartbeat(self) -> Picture:
        """That nothing has changed: a client that has missed a picture notices by its number."""
        return Picture(self._version, self._version, {})


class Listener:
    """Puts pictures together again on the client's side."""

    def __init__(self) -> None:
        self.parts: Parts = {}
        self.version = 0

    def take(self, picture: Picture) -> bool:
        """Take a picture in; false where one before it is missing, so that a whole one must be asked for."""
        if picture.version <= self.version:
            return True
        if picture.after not in (0, self.version):
            return False
        self.parts = {**(self.parts if picture.after else {}), **picture.parts}
        self.version = picture.version
        return True
