"""Acts of different seats with no unit, place or incident in common: their order within a second changes nothing."""

import pytest

from simulator.engine.drill import Drill
from simulator.evaluation.scorecard import Scorecard, evaluate
from simulator.journal.acts import Order
from tests.playthroughs.shipped import scenario

PAIRS = [
    (("duty_officer", Order("report_upward", {"kind": "first", "people": 60})),
     ("public_information", Order("publish_notice", {"content": "facts_known_unknown_next"}))),
    (("commander", Order("activate", {"level": "III"})),
     ("petition_lead", Order("dispatch", {"unit": "reception_team", "place": "hall"}))),
    (("public_security", Order("dispatch", {"unit": "medics", "place": "square"})),
     ("housing", Order("dispatch", {"unit": "ledger_officers", "place": "hall"}))),
]  # fmt: skip

SECOND = 3700


def scored(acts: list[tuple[str, Order]]) -> Scorecard:
    """A drill in which these acts are given at one second, in this order, and nothing else is done."""
    mass = scenario("mass")
    drill = Drill(mass, 17, seats={seat: {"player": "person", "name": ""} for seat in mass.seats})
    while drill.now < SECOND:
        drill.advance(SECOND)
    for seat, order in acts:
        assert drill.submit(seat, order).accepted
    while not drill.over:
        drill.advance(mass.length)
    return evaluate(mass, drill.journal)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_order_of_independent_acts_changes_neither_score_nor_world(
    pair: tuple[tuple[str, Order], tuple[str, Order]],
) -> None:
    one, other = scored(list(pair)), scored(list(reversed(pair)))
    assert other.measures == one.measures
    figures = [[(each.overall, each.rating, each.figures) for each in card.trainees] for card in (one, other)]
    assert figures[0] == figures[1]
