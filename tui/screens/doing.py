"""What each command of the drill's screens does."""

from collections.abc import Callable, Mapping

from simulator.journal.acts import Hint
from simulator.language.said import say
from simulator.room.hints import next_expected
from tui.screens.base import House
from tui.screens.choosing import Leaving, Menu, Waiting
from tui.screens.deciding import Deciding
from tui.screens.desk import Desk
from tui.screens.going_back import GoingBack
from tui.screens.looking import Curves, Log, Noting, Plan
from tui.screens.ordering import Palette


def pause(house: House) -> None:
    """Halt the clock, or let it run on."""
    desk = house.desk
    if desk.room.status == "paused":
        desk.attempt(desk.room.resume)
    else:
        desk.attempt(desk.room.pause)


def hint(house: House) -> None:
    """What the plan expects next, with its clauses and what asking costs."""
    desk, scenario = house.desk, house.desk.wording.scenario
    expected = next_expected(scenario, desk.view, desk.room.drill.journal)
    if expected is None:
        desk.reply(say("The plan expects nothing of you just now."))
        return
    receipt = desk.act(Hint(expected), lambda wording: wording.say("a hint"))
    if receipt is not None and receipt.accepted:
        wanted = scenario.expectations[expected]
        cost = f"{scenario.catalogue.attention.hint_costs:g}"
        values = {"task": wanted.task, "clauses": list(wanted.clauses), "cost": cost}
        desk.reply(say("Expected: {task} (clauses {clauses}). The hint costs {cost} points.", **values))


def ahead(house: House) -> None:
    """Let the drill run until something reaches the seat."""
    desk = house.desk
    desk.attempt(lambda: desk.room.wait(desk.seat, desk.wording.scenario.length))


def set_pace(desk: Desk, times: float) -> None:
    """Multiply the pace."""
    if desk.attempt(lambda: desk.room.set_pace(desk.room.pace * times)):
        desk.reply(say("{pace} exercise seconds pass in a second.", pace=f"{desk.room.pace:g}"))


def language(house: House) -> None:
    house.desk.speak(house.desk.other_language)


def leave(house: House) -> None:
    """Ask; after the drill there is nothing to ask."""
    if house.desk.room.over:
        house.leave()
    else:
        house.show(Leaving(house.desk))


DOING: Mapping[str, Callable[[House], None]] = {
    "orders": lambda house: house.show(Palette(house.desk)),
    "plan": lambda house: house.show(Plan(house.desk)),
    "decision": lambda house: house.show(Deciding(house.desk)),
    "queue": lambda house: house.show(Waiting(house.desk)),
    "log": lambda house: house.show(Log(house.desk)),
    "history": lambda house: house.show(Curves(house.desk)),
    "settings": lambda house: house.set_preferences(),
    "rewind": lambda house: house.show(GoingBack(house.desk)),
    "again": lambda house: house.show(GoingBack(house.desk)),
    "note": lambda house: house.show(Noting(house.desk)),
    "menu": lambda house: house.show(Menu(house.desk)),
    "hint": hint,
    "pause": pause,
    "ahead": ahead,
    "faster": lambda house: set_pace(house.desk, 2),
    "slower": lambda house: set_pace(house.desk, 0.5),
    "language": language,
    "leave": leave,
}
