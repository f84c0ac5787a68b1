"""What a rehearsal's report says, and its figures."""

from functools import cache

from reports.figures.drawing import svg
from reports.paper.model import Bullets, Figure, Paper, Paragraph, Table
from reports.rehearsal.paper import paper
from reports.wording import Wording
from simulator.language.translator import translator_for
from simulator.rehearsal.exam.crew import Alone
from simulator.rehearsal.exploits.searching import Exploits, seek
from tests.players.sample import morning
from tests.rehearsal.exams import corners, rehearsed

LADDER = ("by-the-book", "late", "partial", "random", "silent")


@cache
def sought() -> Exploits:
    return seek(morning(), 16, 1, Alone())


def wording(language: str = "en") -> Wording:
    return Wording(corners(), translator_for(language))


def blocks(found: Paper) -> list[object]:
    return [block for section in found.sections for block in section.blocks]


def table(found: Paper, name: str) -> list[list[str]]:
    found_table = next(block for block in blocks(found) if isinstance(block, Table) and block.name == name)
    return [[cell.text for cell in row] for row in found_table.rows]


def test_the_report_bears_the_mark_and_says_what_it_rests_on() -> None:
    found = paper(wording(), rehearsed(LADDER, 20))
    assert (found.exercise, found.kind, found.title) == ("EXERCISE", "Rehearsal", "A morning at the hall")
    assert dict(found.facts)["Drills"] == "20"


def test_players_and_steps_stand_in_tables() -> None:
    found = paper(wording(), rehearsed(LADDER, 20))
    assert [row[0] for row in table(found, "players")] == list(LADDER)
    assert table(found, "players")[-1][1:3] == ["4", "0.0"]
    assert table(found, "separation")[-1] == ["by-the-book", "silent", "1.00", "shows"]


def test_what_never_came_up_stands_with_its_reason() -> None:
    found = paper(wording(), rehearsed(LADDER, 20))
    assert ["injects.full", "'hall.density > 0.9' never held in 20 drills (highest 0.33)"] in table(found, "never")


def test_on_a_screen_what_has_one_reason_stands_in_one_line() -> None:
    found = paper(wording(), rehearsed(("by-the-book",), 1), whole=False)
    lines = next(block for block in blocks(found) if isinstance(block, Bullets)).items
    (untaken,) = [line for line in lines if line.endswith("the decision was put in 1 of 1 drills, and nobody took it")]
    assert untaken.startswith("decisions.small_talk.options.water, decisions.first_words.options.wave_off")


def test_figures_are_drawn_with_their_labels() -> None:
    found = paper(wording(), rehearsed(LADDER, 20))
    drawn = {block.name: block.draw() for block in blocks(found) if isinstance(block, Figure)}
    assert list(drawn) == ["players", "expectations"]
    words = {text.get_text() for axes in drawn["players"].axes for text in axes.texts}
    assert set(LADDER) <= words
    assert "mean 0.0, 4 drills" in words
    assert svg(drawn["players"]).startswith("<?xml")


def test_the_search_is_reported_with_its_verdict() -> None:
    found = paper(wording(), rehearsed(LADDER, 20), sought())
    verdict = next(block for block in found.sections[-1].blocks if isinstance(block, Paragraph))
    assert verdict.tone == "good"
    assert verdict.text.endswith("and nobody with an unlawful act was rated above M.")
    assert table(found, "exploits")[0][0] == "lawful"


def test_a_rehearsal_without_a_drill_has_no_sections() -> None:
    found = rehearsed(LADDER, 20)
    empty = type(found)(
        found.scenario, 1, 20, 0, {}, (), {}, (), (), {}, (), 0.0,
    )  # fmt: skip
    assert paper(wording(), empty).sections == ()
    assert dict(paper(wording(), empty).facts)["Drills"] == "0 of 20: it was broken off"
