"""How whoever sits in a seat answers what another seat asks it to order."""

from typing import Any

import pytest

from simulator.engine.drill import Drill
from simulator.journal.acts import Reply, Request
from simulator.journal.entry import CARRIED_OUT, MESSAGE, ORDER, REPLY
from simulator.players.bots import player_for
from simulator.players.play import play
from tests.engine.little import drill, kinds, run

LAWFUL = ("activate", {"level": "III"})
BREACH = ("show_of_force", {"incident": "residents"})


def asked(bot: str, wanted: tuple[str, dict[str, Any]], delay: str = "1m", seed: int = 1) -> tuple[Drill, int]:
    """A drill in which the petition lead asks the commander, whom a bot plays; and the second at which it came."""
    found = drill(seed, seats={"commander": {"delay": delay}, "petition_lead": {}, "public_security": {}})
    found.submit("petition_lead", Request("commander", *wanted))
    play(found, {"commander": player_for(bot, found.scenario, "commander", seed)}, 3600)
    came = next(entry for entry in kinds(found, MESSAGE) if entry.seat == "commander")
    return found, came.time


def answer(bot: str, wanted: tuple[str, dict[str, Any]], **settings: Any) -> tuple[int, bool] | None:
    """After how many seconds a bot answers, and whether it grants; nothing where it never answers."""
    found, came = asked(bot, wanted, **settings)
    replies = [entry for entry in kinds(found, REPLY) if entry.payload["accepted"]]
    return (replies[0].time - came, bool(replies[0].payload["granted"])) if replies else None


@pytest.mark.parametrize(("delay", "after"), [("1m", 60), ("2m", 120), ("5m", 120)])
def test_a_stand_in_grants_after_its_own_delay_two_minutes_at_most(delay: str, after: int) -> None:
    assert answer("stand-in", LAWFUL, delay=delay) == (after, True)


def test_who_grants_gives_the_order_once() -> None:
    found, _ = asked("stand-in", LAWFUL)
    assert [entry.payload["verb"] for entry in kinds(found, ORDER) if entry.seat == "commander"] == ["activate"]
    assert [entry.seat for entry in kinds(found, CARRIED_OUT)] == ["commander"]


@pytest.mark.parametrize("bot", ["stand-in", "by-the-book", "partial", "late:2m", "everything:lawful"])
def test_what_would_be_a_breach_is_refused(bot: str) -> None:
    found = answer(bot, BREACH)
    assert found is not None
    assert found[1] is False


@pytest.mark.parametrize(
    ("bot", "after"),
    [("by-the-book", 1), ("partial", 1), ("late", 900), ("late:2m", 120), ("first-option", 1), ("heavy-handed", 1)],
)
def test_a_bot_grants_what_is_lawful_as_late_as_it_does_all_else(bot: str, after: int) -> None:
    assert answer(bot, LAWFUL) == (after, True)


@pytest.mark.parametrize("bot", ["heavy-handed", "everything", "first-option"])
def test_who_does_not_ask_what_is_right_grants_a_breach_too(bot: str) -> None:
    assert answer(bot, BREACH) == (1, True)


def test_the_silent_never_answer() -> None:
    assert answer("silent", LAWFUL) is None


def test_clicks_at_random_grant_now_and_refuse_then() -> None:
    assert {found[1] for seed in range(12) if (found := answer("random", LAWFUL, seed=seed))} == {True, False}


def test_what_somebody_else_has_answered_meanwhile_is_left_alone() -> None:
    found = drill(seats={"commander": {"delay": "2m"}, "petition_lead": {}, "public_security": {}})
    found.submit("petition_lead", Request("commander", *LAWFUL))
    players = {"commander": player_for("stand-in", found.scenario, "commander", 1)}
    play(found, players, 90)
    found.submit("commander", Reply(1, granted=False))
    play(found, players, 600)
    run(found, 700)
    assert [entry.payload["granted"] for entry in kinds(found, REPLY)] == [False]
