"""The bots by the names under which a call asks for them, and the stand-ins of empty seats."""

from simulator.clock import Malformed, seconds
from simulator.errors import CallError
from simulator.language.remedies import closest
from simulator.language.said import say
from simulator.players.answering import AT_MOST, Answers, Obliging, always, lawfully
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
    book, lawful = the_book(scenario, seat), lawfully(scenario)
    match bot:
        case "late":
            delay = _delay(setting if colon else LATE)
            return Obliging(ByTheBook(scenario, seat, book, delay=delay), Answers(delay, lawful))
        case "partial":
            some = part_of(book, _share(setting if colon else HALF), chance(seed, seat))
            return Obliging(ByTheBook(scenario, seat, some), Answers(0, lawful))
        case "heavy-handed":
            return Obliging(ByTheBook(scenario, seat, heavy_hand(scenario, seat, book)), Answers(0, always))
        case "random":
            tossed = chance(seed, f"{seat} answers")
            return Obliging(RandomClicks(scenario, chance(seed, seat)), Answers(0, lambda _: tossed.random() < 0.5))
        case "everything":
            kept = _lawful(setting) if colon else False
            return Obliging(Everything(scenario, lawful=kept), Answers(0, lawful if kept else always))
        case "first-option":
            return Obliging(FirstOption(), Answers(0, always))
        case "silent":
            return Silent()
        case _:
            return Obliging(ByTheBook(scenario, seat, book), Answers(0, lawful))


def stand_in(scenario: Scenario, seat: str) -> Player:
    """Who plays an empty seat: by the book, with the delay that the scenario gives the seat, and obliging."""
    return Obliging(keeper(scenario, seat), answers_of_stand_in(scenario, seat))


def keeper(scenario: Scenario, seat: str) -> Player:
    """A stand-in that only does what the book asks of the seat."""
    delay = scenario.seats[seat].delay
    return ByTheBook(scenario, seat, the_book(scenario, seat), delay=delay, always_answers=True)


def answers_of_stand_in(scenario: Scenario, seat: str) -> Answers:
    """How a stand-in answers requests: what is no breach is granted after its delay, two minutes at most."""
    return Answers(min(scenario.seats[seat].delay, AT_MOST), lawfully(scenario))


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
