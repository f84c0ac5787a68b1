"""Small worlds for the pictures: each is a scenario that is run with a few orders, and read off its journal."""

from collections.abc import Sequence
from pathlib import Path

from simulator.authoring.load import scenario_or_raise
from simulator.engine.drill import Drill
from simulator.engine.flow import BANDS
from simulator.evaluation.expectations import timeliness
from simulator.evaluation.outcome import Baseline, loss, outcome
from simulator.journal import entry
from simulator.journal.acts import Order
from simulator.journal.journal import Journal
from simulator.language.quantity import Curve
from simulator.rehearsal.run import run_drill
from tests.docs.wording import TRAINERS

WORLDS = TRAINERS / "pictures"
SONGLING = TRAINERS / "tutorial" / "step-6.yaml"
SEED = 1
MINUTE = 60

Points = list[tuple[float, float]]
"""Minutes (or whatever the picture counts) and a value."""

Timed = tuple[int, str, Order]
"""The minute at which a seat gives an order."""


def run(path: Path, acts: Sequence[Timed] = ()) -> Journal:
    """The journal of a world in which only these orders are given. Raises `AssertionError` where one is refused."""
    drill = Drill(scenario_or_raise(path), SEED)
    for minute, seat, order in acts:
        while drill.now < minute * MINUTE:
            drill.advance(minute * MINUTE)
        receipt = drill.submit(seat, order)
        assert receipt.accepted, receipt
    while not drill.over:
        drill.advance(drill.scenario.length)
    return drill.journal


def tension(acts: Sequence[Timed] = ()) -> Points:
    """Tension of the group, for each minute: between two changes in closed form."""
    found = run(WORLDS / "tension.yaml", acts)
    changes = [each for each in found if each.kind == entry.MOOD]
    half_life = scenario_or_raise(WORLDS / "tension.yaml").incidents["group"].tension.half_life  # type: ignore[union-attr]
    curves = [Curve(each.payload["tension"], each.payload["level"], each.time, half_life) for each in changes]
    points: Points = []
    for minute in range(121):
        curve = [each for each in curves if each.since <= minute * MINUTE][-1]
        points.append((minute, round(curve.at(minute * MINUTE), 4)))
    return points


def queue(windows: int) -> tuple[Points, int, int]:
    """How many wait at the counter, and at the end how many were served and how many left."""
    order = Order("open_reception", {"place": "hall", "windows": windows})
    states = [each for each in run(WORLDS / "queue.yaml", [(0, "petition_lead", order)]) if each.kind == entry.QUEUE]
    last = states[-1].payload
    return [(round(each.time / MINUTE, 2), each.payload["queue"]) for each in states], last["served"], last["left"]


def rumour(hour: int | None) -> tuple[Points, float]:
    """The share that has heard it, by hours, where the truth is published at an hour; and its end."""
    order = Order("publish_notice", {"content": "facts_known_unknown_next"})
    acts = [] if hour is None else [(hour * MINUTE, "public_information", order)]
    journal = run(WORLDS / "rumour.yaml", acts)
    spread = [each for each in journal if each.kind == entry.SPREAD]
    points = [(round(each.time / 3600, 3), round(each.payload["reach"], 4)) for each in spread]
    assert journal.closing is not None
    end: float = journal.closing.payload["measures"]["talk.reach.end"]
    return [*points, (14.0, round(end, 4))], end


def density(acts: Sequence[Timed] = ()) -> Points:
    """People for each square metre at the gate, at every change of a rate."""
    area = 400
    states = [each for each in run(WORLDS / "flow.yaml", acts) if each.kind == entry.FLOWS]
    points = [(round(each.time / MINUTE, 2), round(each.payload["places"]["gate"] / area, 3)) for each in states]
    return [*points, (75.0, points[-1][1])]


def bands() -> Points:
    """How many people pass a metre of width in a minute, at which density."""
    points: Points = []
    lower = 0.0
    for edge, rate in BANDS[:-1]:
        points += [(lower, rate), (edge, rate)]
        lower = edge
    return points


def credit(speed: float) -> Points:
    """What of the credit of a perfect act is left, by the minute: target 10, limit 25."""
    target, limit = 10 * MINUTE, 25 * MINUTE
    return [
        (
            minute,
            round(1 - speed + speed * timeliness(target, limit, minute * MINUTE), 4) if minute <= 25 else 1 - speed,
        )
        for minute in range(31)
    ]


def losses() -> dict[str, tuple[float, float]]:
    """By bot: the loss of the tutorial's last step, and the outcome of its team."""
    scenario = scenario_or_raise(SONGLING)
    ends = {bot: _measures(bot) for bot in ("silent", "late", "by-the-book")}
    baseline = Baseline(ends["silent"], ends["by-the-book"])
    return {
        bot: (round(loss(scenario, end), 2), round(outcome(scenario, end, baseline) or 0.0, 1))
        for bot, end in ends.items()
    }


def _measures(bot: str) -> dict[str, float]:
    closing = run_drill(scenario_or_raise(SONGLING), SEED, bot, with_baselines=False).journal.closing
    assert closing is not None
    found: dict[str, float] = closing.payload["measures"]
    return found
