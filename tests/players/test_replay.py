"""Replay: the acts of a journal, all in their order or one seat's in a drill that runs otherwise."""

from simulator.engine.drill import Drill
from simulator.journal.acts import Act, Answer, Cancel, Open, Order, Reorder
from simulator.journal.entry import CANCEL, OPEN, ORDER
from simulator.players.onlookers import Silent
from simulator.players.replay import Replayed, act_of, feed, pass_until
from tests.players.sample import deeds_of, morning, played, played_by


def test_the_same_acts_make_the_same_journal() -> None:
    for bot in ("by-the-book", "random", "heavy-handed"):
        recorded = played_by(bot, seed=5)
        again = Drill(morning(), 5)
        feed(again, recorded.journal)
        pass_until(again, 7200)
        assert list(again.journal) == list(recorded.journal)


def test_replayed_players_make_the_same_journal() -> None:
    recorded = played_by("random", seed=5)
    again = played({seat: Replayed(recorded.journal, seat) for seat in morning().seats}, seed=5)
    assert list(again.journal) == list(recorded.journal)


def test_a_seat_keeps_its_seconds_whatever_the_others_do() -> None:
    recorded = played_by("by-the-book")
    alone = played({"petition_lead": Replayed(recorded.journal, "petition_lead"), "duty_officer": Silent()})
    assert deeds_of(alone, "petition_lead") == deeds_of(recorded, "petition_lead")


def test_what_never_came_is_not_opened() -> None:
    recorded = played_by("by-the-book")
    # Nobody tells the commander now, so there is no message to read; the order is given as recorded.
    alone = played({"commander": Replayed(recorded.journal, "commander")})
    assert [entry for entry in alone.journal.of_kind(OPEN) if entry.seat == "commander"] == []
    assert deeds_of(alone, "commander") == [(187, "activate")]


def test_a_message_is_found_under_its_new_number() -> None:
    crowded = Drill(morning(), 1)
    crowded.submit("petition_lead", Order("tell", {"seat": "commander", "about": "residents"}))
    crowded.advance(150)
    crowded.submit("duty_officer", Order("tell", {"seat": "petition_lead", "about": "doors"}))
    pass_until(crowded, 300)
    crowded.submit("petition_lead", Open(2))
    crowded.submit("petition_lead", Open(1))
    pass_until(crowded, 7200)
    alone = played({"petition_lead": Replayed(crowded.journal, "petition_lead")})
    assert [entry.payload["message"] for entry in alone.journal.of_kind(OPEN)] == [1]


def test_an_order_is_taken_back_under_its_new_number() -> None:
    recorded = Drill(morning(), 1)
    pass_until(recorded, 200)
    recorded.submit("commander", Order("ask", {"about": "residents"}))
    recorded.submit("petition_lead", Order("listen", {"incident": "residents"}))
    recorded.submit("petition_lead", Order("open_reception", {"place": "hall"}))
    pass_until(recorded, 260)
    recorded.submit("petition_lead", Cancel(3))
    pass_until(recorded, 7200)
    alone = played({"petition_lead": Replayed(recorded.journal, "petition_lead")})
    assert [entry.payload["order"] for entry in alone.journal.of_kind(ORDER)] == [1, 2]
    assert [(e.payload["order"], e.payload["accepted"]) for e in alone.journal.of_kind(CANCEL)] == [(2, True)]


def test_an_entry_gives_back_its_act() -> None:
    drill = Drill(morning(), 1)
    pass_until(drill, 130)
    acts: list[Act] = [
        Order("ask", {"about": "doors"}), Answer("first_words", "later"), Open(1), Cancel(9), Reorder(1, 0),
    ]  # fmt: skip
    for act in acts:
        drill.submit("petition_lead", act)
    assert [act_of(entry) for entry in drill.journal if entry.is_act] == acts
