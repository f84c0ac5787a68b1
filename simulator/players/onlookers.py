"""Bots that know nothing of the plan: one does nothing at all, one takes the first option it is shown."""

from simulator.engine.view import View
from simulator.journal.acts import Act, Answer


class Silent:
    """Sits there."""

    def wakes(self) -> int | None:
        return None

    def act(self, view: View) -> list[Act]:
        return []


class FirstOption:
    """Answers every decision at once with the option that stands first, and gives no orders."""

    def __init__(self) -> None:
        self._answered: set[tuple[str, int]] = set()

    def wakes(self) -> int | None:
        return None

    def act(self, view: View) -> list[Act]:
        new = [found for found in view.decisions if (found.decision, found.put) not in self._answered]
        self._answered.update((found.decision, found.put) for found in new)
        return [Answer(found.decision, found.options[0]) for found in new]
