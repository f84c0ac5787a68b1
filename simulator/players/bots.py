"""The bots by the names under which a call asks for them, and the stand-ins of empty seats."""

from simulator.clock import Malformed, seconds
from simulator.errors import CallError
from simulator.language.remedies import closest
from simulator.language.said import say
from simulator.players.book import heavy_hand, part_of, the_book
from simulator.players.by_the_book import ByTheBook
from simulator.players.chance import chance
from simulator.players.everything import Everything
from simulator.players.onlookers import FirstOption, Silent
from simulator.players.player import Player
from simulator.players.random_clicks import RandomClicks
from simulator.scenario.scenario import Scenario

BOTS = ("by-the-book", "late", "partial", "random", "first-option", "everything", "heavy-handed", "silent")
"""The names, best known first."""

STAND_IN = "stand-in"
"""The name of whoever plays an empty seat; such a seat is not scored."""

LATE = "15m"
HALF = "0.5"
"""What `late` and `partial` mean where nothing follows the colon."""


def player_for(name: str, scenario: Scenario, seat: str, seed: int) -> Player:
    """The bot of this name in a seat, for one drill.

    `late:20m` sets its delay, `partial:0.3` its share, `everything:lawful` leaves breaches out; `stand-in`
    is whoever plays an empty seat.
    Raises `CallError` for a name that no bot has and a setting that it does not take.
    """
    if name == STAND_IN:
        return stand_in(scenario, seat)
    bot, colon, setting = name.partition(":")
    if bot not in BOTS:
        raise _unknown(bot)
    if colon and bot not in ("late", "partial", "everything"):
        raise CallError(say("the bot '{bot}' takes no setting", bot=bot), say("write {bot}", bot=bot))
    book = the_book(scenario, seat)
    match bot:
        case "late":
            return ByTheBook(scenario, seat, book, delay=_delay(setting if colon else LATE))
        case "partial":
            share = _share(setting if colon else HALF)
            return ByTheBook(scenario, seat, part_of(book, share, chance(seed, seat)))
        case "heavy-handed":
            return ByTheBook(scenario, seat, heavy_hand(scenario, seat, book))
        case "random":
            return RandomClicks(scenario, chance(seed, seat))
        case "everything":
            return Everything(scenario, lawful=_lawful(setting) if colon else False)
        case "first-option":
            return FirstOption()
        case "silent":
            return Silent()
        case _:
            return ByTheBook(scenario, seat, book)


def stand_in(scenario: Scenario, seat: str) -> Player:
    """Who plays an empty seat: by the book, with the delay that the scenario gives the seat."""
    delay = scenario.seats[seat].delay
    return ByTheBook(scenario, seat, the_book(scenario, seat), delay=delay, always_answers=True)


def _unknown(bot: str) -> CallError:
    near = closest(bot, BOTS)
    names = ", ".join(BOTS)
    remedy = (
        say("did you mean '{near}'? there are: {names}", near=near, names=names)
        if near
        else say("there are: {names}", names=names)
    )
    return CallError(say("there is no bot '{bot}'", bot=bot), remedy)


def _delay(setting: str) -> int:
    try:
        return seconds(setting)
    except Malformed as bad:
        raise CallError(bad.error.message, say("write late:20m")) from bad


def _share(setting: str) -> float:
    try:
        share = float(setting)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise CallError(say("'{setting}' is not a share between 0 and 1", setting=setting), say("write partial:0.5"))
    return share


def _lawful(setting: str) -> bool:
    if setting != "lawful":
        message = say("the bot 'everything' has no setting '{setting}'", setting=setting)
        raise CallError(message, say("write everything or everything:lawful"))
    return True
