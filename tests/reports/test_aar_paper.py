"""The after-action report: its order, what it says of a task that went wrong, and what several formats make of it."""

from collections.abc import Iterator

import pytest
from jsonschema import Draft202012Validator

from reports.aar.as_json import aar_object, report_object
from reports.aar.content import Content
from reports.aar.drilled import Drilled
from reports.aar.output import told
from reports.aar.paper import aar, content
from reports.formats.html import page
from reports.paper.model import Bullets, Facts, Figure, Paper, Paragraph, Section, Table
from reports.schema import schema
from simulator.journal import entry as kinds
from simulator.journal.entry import CLOSING, Entry
from simulator.language.translator import translator_for
from tests.playthroughs.shipped import SEEDS, played, scenario
from tests.reports.stories import HEAD, little, little_drill, scored

PARTS = [
    "Exercise overview", "Analysis by objective", "Improvement plan", "What would have changed",
    "How it went, beside the same drill by the book and in silence", "Where the time went", "Timeline",
    "Clauses of the plan", "Evaluator notes", "Appendix",
]  # fmt: skip


def little_content(*more: Entry) -> Content:
    """The little drill, with more entries at its end."""
    journal = [*little_drill(), *more]
    return content(little(), journal, scored(little_drill()), translator_for("en"), HEAD)


@pytest.fixture(scope="module")
def late() -> Content:
    """The drill `mass` that a late bot played, with what would have changed."""
    done = played("mass", "late", SEEDS[0], team_only=False)
    return told(Drilled(scenario("mass"), done.journal, done.scorecard, HEAD), translator_for("en"))


def within(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Every section, in the order of reading."""
    for section in sections:
        yield section
        yield from within(section.sections)


def section(paper: Paper, title: str) -> Section:
    """The first section with this title."""
    return next(each for each in within(paper.sections) if each.title == title)


def table(paper: Paper, name: str) -> list[list[str]]:
    """The rows of a table, by its name."""
    tables = (block for each in within(paper.sections) for block in each.blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in next(each for each in tables if each.name == name).rows]


def test_the_parts_stand_in_the_order_of_hseep() -> None:
    assert [part.title for part in aar(little_content()).sections] == PARTS


def test_it_bears_the_mark_the_kind_and_the_journals_head() -> None:
    paper = aar(little_content())
    assert (paper.exercise, paper.kind, paper.title, paper.heads) == (
        "EXERCISE", "After-action report", "A little drill", (HEAD,),
    )  # fmt: skip


def test_a_reader_in_haste_learns_the_result_in_a_few_lines() -> None:
    (lines,) = section(aar(little_content()), "In short").blocks
    assert isinstance(lines, Bullets)
    assert lines.items == (
        "Team: 35.6 of 100, rating U: unable to be performed.",
        "3 tasks fell due: 2 done within the limit, 0 past it, 1 wrongly, 0 not at all.",
        "To put right: 1 × deficiency, 2 × to improve.",
        "Best objective: M2 – M2 (76.7)",
        "Weakest objective: M3 – M3 (0.0)",
    )


def test_an_area_tells_what_happened_by_which_clause_and_law_and_what_the_plan_asks() -> None:
    area = section(aar(little_content()), "1. Open the doors: unlawful")
    line, facts = area.blocks
    assert isinstance(line, Paragraph)
    assert isinstance(facts, Facts)
    told_of = dict(facts.pairs)
    assert line.text == "lead; deficiency"
    assert "Done after 17 min; target 10 min, by 08:11; limit 25 min, by 08:26." in told_of["What happened"]
    assert told_of["Reference"] == "M3 – M3\nU10 unlawful: § 1"
    assert told_of["Why it went wrong"] == "08:12: order (place Hall) (entry 7)"
    assert told_of["What the plan asks"] == "order (place Hall), order (incident Residents)"


def test_the_improvement_plan_has_an_action_an_owner_a_time_and_a_status() -> None:
    rows = table(aar(little_content()), "improvement-plan")
    assert [[row[0], row[1], row[3], *row[5:]] for row in rows] == [
        ["1", "M3", "deficiency", "lead", "within 15 days", "still to do"],
        ["2", "M2", "to improve", "officer", "within 90 days", "still to do"],
        ["3", "M4", "to improve", "lead", "within 90 days", "still to do"],
    ]


def test_where_the_drill_has_a_date_items_have_one() -> None:
    header, *rest = little_drill()
    dated = Entry(0, 0, None, kinds.HEADER, header.payload, "2026-12-20T08:00:00+00:00")
    found = content(little(), [dated, *rest], scored(little_drill()), translator_for("en"), HEAD)
    assert [row[6] for row in table(aar(found), "improvement-plan")] == ["2027-01-04", "2027-03-20", "2027-03-20"]
    assert dict(aar(found).facts)["Date"] == "2026-12-20 08:00 UTC"


def test_notes_of_the_drill_are_kept_and_without_any_there_is_room_for_a_pen() -> None:
    note = Entry(21, 14400, "lead", kinds.NOTE, {"text": "They wanted a date."})
    assert table(aar(little_content(note)), "notes") == [["12:00", "lead", "They wanted a date."]]
    assert table(aar(little_content()), "notes") == [["", "", ""]] * 8


def test_a_drill_that_breaks_off_says_so() -> None:
    cut = [entry for entry in little_drill() if entry.kind != CLOSING]
    found = content(little(), cut, scored(little_drill()), translator_for("en"), HEAD)
    first = aar(found).sections[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text.startswith("The journal breaks off before the drill's end")


def test_the_acts_that_mattered_most_open_what_would_have_changed(late: Content) -> None:
    assert late.whatif is not None
    part = section(aar(late), "What would have changed")
    assert [each.title[:3] for each in part.sections[:3]] == ["1. ", "2. ", "3. "]
    assert len(table(aar(late), "what-if")) == len(late.whatif.findings)


def test_every_item_is_told_once_and_stands_in_the_plan(late: Content) -> None:
    paper = aar(late)
    titles = [each.title for each in within(section(paper, "Analysis by objective").sections)]
    numbered = [title.split(".")[0] for title in titles if title.split(".")[0].isdigit()]
    assert sorted(map(int, numbered)) == list(range(1, len(late.items) + 1))
    assert len(table(paper, "improvement-plan")) == len(late.items)


def test_each_trainee_has_a_figure_of_where_the_time_went(late: Content) -> None:
    figures = [
        block.name
        for each in section(aar(late), "Where the time went").sections
        for block in each.blocks
        if isinstance(block, Figure)
    ]
    assert figures[:2] == ["time-commander", "time-duty-officer"]


def test_the_page_of_a_whole_drill_is_made_and_marked(late: Content) -> None:
    made = page(aar(late))
    assert (made.count("EXERCISE") > 2, HEAD in made, "<script" in made) == (True, True, False)


def test_the_object_of_a_whole_drill_is_as_its_schema_says(late: Content) -> None:
    whole = report_object(scenario("mass"), late.journal, late.scored, HEAD, None) | {"aar": aar_object(late)}
    assert [error.message for error in Draft202012Validator(schema()).iter_errors(whole)] == []
    assert (whole["aar"]["what_if"]["exact"], len(whole["aar"]["items"])) == (True, len(late.items))
