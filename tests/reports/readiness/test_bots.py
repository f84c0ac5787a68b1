"""People beside the bots, on a small scenario."""

from reports.readiness.bots import BOTS, compared
from reports.readiness.item_tables import lies
from reports.readiness.model import Bot, Compared
from reports.readiness.played import Played
from reports.readiness.statistics import Spread, spread
from reports.records.rows import PlayedDrill, PlayedSeat
from tests.players.sample import morning
from tests.reports.readiness.rows import drill, names, seat

PLAYED = Played({"morning": morning()}, {"morning": morning().digest()})


def beside(drills: list[PlayedDrill], seats: list[PlayedSeat], played: Played = PLAYED) -> tuple[Compared, ...]:
    return compared(drills, seats, played)[0]


def test_bots_play_the_seat_that_people_had_on_their_seeds() -> None:
    drills = [drill(number) for number in (1, 2, 3, 4)]
    (found,) = beside(drills, [seat(f"p{number}", number, overall=number * 20.0) for number in (1, 2, 3, 4)])
    assert (found.scenario, found.seat, found.people.number, found.people.median) == (
        "morning", "petition_lead", 4, 50.0,
    )  # fmt: skip
    assert {bot.name: bot.overall.number for bot in found.bots} == dict.fromkeys(BOTS, 3)


def test_by_the_book_stands_first_and_silence_earns_least() -> None:
    (found,) = beside([drill()], [seat()])
    assert found.bots[0].name == "by-the-book"
    assert found.bots[-1].overall.median == 0.0


def test_the_seat_that_was_played_most_comes_first() -> None:
    seats = [seat("ann"), seat("ben", seat="commander"), seat("cem", 2, seat="commander")]
    assert [found.seat for found in beside([drill(1), drill(2)], seats)] == ["commander", "petition_lead"]


def test_drills_of_another_version_are_not_compared() -> None:
    assert beside([drill(digest="f" * 64)], [seat()]) == ()


def test_a_scenario_that_cannot_be_had_is_named() -> None:
    assert compared([drill()], [seat()], Played()) == ((), ("morning",))


def test_progress_is_told_drill_by_drill() -> None:
    told: list[tuple[int, int]] = []
    compared([drill()], [seat()], PLAYED, lambda done, of: told.append((done, of)))
    assert told == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


def at(points: float) -> Spread:
    found = spread([points])
    assert found is not None
    return found


def test_where_people_lie_is_told_between_two_bots() -> None:
    bots = (Bot("by-the-book", at(95)), Bot("late", at(60)), Bot("silent", at(0)))
    told = [lies(names(), Compared("morning", "lead", at(points), bots)) for points in (96, 95, 70, 60, -1)]
    assert told == [
        "at or above every bot",
        "at or above every bot",
        "between '15 minutes late' and 'by the book'",
        "between '15 minutes late' and 'by the book'",
        "below every bot",
    ]
