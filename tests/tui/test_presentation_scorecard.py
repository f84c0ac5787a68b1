"""The scorecard shows every point with where it comes from, in lines of the width asked for."""

from pathlib import Path

import pytest

from simulator.language.translator import translator_for
from simulator.room.room import Room
from tests.room.rooms import Clock
from tests.tui.lines import played
from tui.presentation.scorecard import scorecard_lines, scorecard_sections
from tui.presentation.text import cells

TYPED = ("next", "answer first_words wait", "order register residents", "call_medics hall", "hint")

CARD = """\
== EXERCISE: scorecard – Late rent at the hall
Played: 4 h, seed 7
Team: 0.0 U; outcome –
Stand-ins, not scored: Commander, Duty officer, Public security

== Petition lead: Lin Qiao
Overall: 0.0 U
Figures: speed 50.0, quality 0.0, conduct 60.0, outcome –, coordination –
Credit: 0.00 of 2.00
At most M, 69 points: an unlawful act: U02 [7]
Points lost: 4.0 (orders not needed: 1, hints: 1)

== Petition lead: what was expected
U  Open reception (M3, W2): missed
   due 07:40, never done (target 10 min, limit 25 min)
   earned 0 of 1
   journal entries: 5
   model answer: Open reception (place Hall)
   model answer: Register the claims (incident Residents)
M  Greet them (M4): wrong
   due 07:40, done 07:40: after 31 s (target 3 min, limit 5 min)
   you: 07:40 Say nothing.
   earned 0.00 of 1 = 1 × quality 0.00 × lawful 0 × (0.5 + 0.5 × timeliness 1.00)
   spoiled by: U02 [7]
   journal entries: 6, 7, 11
   time: decided 07:40, effective 07:40
   model answer: Listen.

== Petition lead: conduct
07:40 U02 Passing the buck or stalling – Breach of law [7]
   what: 07:40 Say nothing.
"""

NOT_NEEDED = """\
== Petition lead: orders that were not needed
07:40 Call medics (place Hall) [9]
"""


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """A drill in which the trainee stalled, did half a task and called medics for nobody."""
    found, _ = played(tmp_path, TYPED, Clock(), steps=True)
    found.room.close()
    return found.room


def card(room: Room, language: str, width: int) -> list[str]:
    drill = room.drill
    return scorecard_lines(drill.scenario, drill.journal, room.close(), translator_for(language), width)


def test_the_card_names_due_time_act_formula_clause_and_model_answer(room: Room) -> None:
    expected = CARD.splitlines()
    assert card(room, "en", 100)[: len(expected)] == expected


def test_orders_that_were_not_needed_stand_with_their_entries(room: Room) -> None:
    lines = card(room, "en", 100)
    place = lines.index("== Petition lead: orders that were not needed")
    assert lines[place : place + 2] == NOT_NEEDED.splitlines()


def test_the_legal_basis_of_a_breach_stands_beside_it(room: Room) -> None:
    assert "   legal basis: XF 28, 40, 45" in card(room, "en", 100)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_asked(room: Room, language: str, width: int) -> None:
    assert max(cells(line) for line in card(room, language, width)) <= width


def test_the_card_says_that_it_is_an_exercise_in_chinese_too(room: Room) -> None:
    lines = card(room, "zh", 80)
    assert lines[0].startswith("== 演练")
    assert "大厅里的过渡费" in lines[0]


def test_clauses_that_this_drill_did_not_try_are_named_as_such(room: Room) -> None:
    sections = scorecard_sections(room.drill.scenario, room.drill.journal, room.close(), translator_for("en"), 100)
    assert sections[-1].title == "Clauses of the plan"
    assert sections[-1].lines[-1] == "Not observed in this drill: O1, W1, W3, M1, M2"
