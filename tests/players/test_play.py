"""The loop: who is asked when, and that it does not matter how time was made to pass."""

from simulator.engine.drill import Drill
from simulator.engine.view import View
from simulator.journal.acts import Act, Note
from simulator.players.bots import player_for
from simulator.players.play import ask, due, play, wake
from tests.players.sample import morning, played_by


class Witness:
    """Notes the seconds at which it is asked, and wakes at some of its own."""

    def __init__(self, *seconds: int) -> None:
        self.seconds = list(seconds)
        self.asked: list[int] = []

    def wakes(self) -> int | None:
        return self.seconds[0] if self.seconds else None

    def act(self, view: View) -> list[Act]:
        self.asked.append(view.time)
        self.seconds = [second for second in self.seconds if second > view.time]
        return [Note("asked")]


def test_a_player_is_asked_at_the_start_when_news_came_and_when_it_wakes() -> None:
    witness = Witness(60, 300)
    drill = Drill(morning(), 1)
    play(drill, {"duty_officer": witness})
    # The doors at 02:00 and the district's call at 30:00 reach it a second later.
    assert witness.asked == [0, 60, 121, 300, 1801]
    assert drill.over
    assert drill.now == 7200


def test_playing_stops_where_it_is_told_to() -> None:
    drill = Drill(morning(), 1)
    play(drill, {"duty_officer": Witness()}, until=1000)
    assert (drill.now, drill.over) == (1000, False)


def test_seats_are_asked_in_the_order_of_the_scenario() -> None:
    drill = Drill(morning(), 1)
    players = {seat: Witness() for seat in ("commander", "petition_lead", "duty_officer")}
    ask(drill, players, ("commander", "duty_officer"))
    notes = drill.journal.of_kind("act.note")
    assert [entry.seat for entry in notes] == ["duty_officer", "commander"]


def test_the_earliest_wish_counts() -> None:
    players = {"commander": Witness(50), "duty_officer": Witness(20), "petition_lead": Witness()}
    assert wake(players) == 20
    assert due(players, 49) == ("duty_officer",)
    assert wake({"commander": Witness()}) is None


def test_the_journal_does_not_hang_on_how_often_time_was_advanced() -> None:
    ticked = Drill(morning(), 3)
    players = {seat: player_for("by-the-book", morning(), seat, 3) for seat in morning().seats}
    ask(ticked, players, ticked.scenario.seats)
    while not ticked.over:
        reached = ticked.advance(ticked.now + 7 if wake(players) is None else min(ticked.now + 7, wake(players) or 0))
        ask(ticked, players, {*reached, *due(players, ticked.now)})
    leapt = played_by("by-the-book", seed=3)
    assert list(ticked.journal)[1:] == list(leapt.journal)[1:]
