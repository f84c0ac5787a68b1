"""Bots that know nothing of the plan: one does nothing at all, one takes the first option it is shown."""

from collections.abc import Container

from simulator.engine.view import OpenDecision, View
from simulator.journal.acts import Act, Answer


class Silent:
    """Sits there."""

    def wakes(self) -> int | None:
        return None

    def act(self, view: View) -> list[Act]:
        return []


class FirstOption:
    """Answers every decision at once with the option that stands first, and gives no orders."""

    def __init__(self, never: Container[tuple[str, str]] = ()) -> None:
        """*never*: options (decision, option) that it passes over while there is another."""
        self._never = never
        self._answered: set[tuple[str, int]] = set()

    def wakes(self) -> int | None:
        return None

    def act(self, view: View) -> list[Act]:
        new = [found for found in view.decisions if (found.decision, found.put) not in self._answered]
        self._answered.update((found.decision, found.put) for found in new)
        return [Answer(found.decision, self._first(found)) for found in new]

    def _first(self, found: OpenDecision) -> str:
        taken = [option for option in found.options if (found.decision, option) not in self._never]
        return (taken or list(found.options))[0]
