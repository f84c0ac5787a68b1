"""Figures say in words what they show, hold every glyph, and come out the same byte for byte."""

import re
from xml.etree import ElementTree

import pytest
from matplotlib.figure import Figure

from reports.card.receipts import place, verdicts
from reports.course import timelines
from reports.figures.drawing import svg
from reports.figures.expectations import expectations_chart
from reports.figures.inline import inline
from reports.figures.placing import placed
from reports.figures.rows import Mark, Timeline
from reports.figures.tension import tension_chart
from reports.figures.typeface import drawable, lines, shortened
from tests.reports.stories import little, little_drill, scored, wording

HARSH = "$x^2$ <b>&amp; \x07“引号” \u202e\ud800 \U00012000\U000e0041"


def rows(title: str = "Residents") -> Timeline:
    incidents = little().model_dump(mode="json", by_alias=True, exclude_defaults=True)["incidents"]
    incidents["residents"]["name"] = title
    return timelines(wording(scenario=little(incidents=incidents)), list(little_drill()))[0]


def words_of(figure: Figure) -> list[str]:
    """What is written in a figure, by its own text objects."""
    found = [text for axes in figure.axes for text in axes.findobj(lambda each: hasattr(each, "get_text"))]
    return [text.get_text() for text in found if text.get_text()]  # type: ignore[attr-defined]


def test_the_tension_figure_names_curve_stage_seats_and_acts() -> None:
    words = words_of(tension_chart(rows()))
    expected = {"Residents: tension", "blocking", "50 %", "came in", "doors", "lead", "officer", "08:00", "12:00"}
    assert expected <= set(words)


def test_the_figure_of_expectations_says_how_fast_and_how_well_in_words() -> None:
    judged = scored(little_drill()).trainees[0].judged
    words = words_of(expectations_chart(verdicts(wording(), judged)))
    expected = {"Open the doors", "wrong, 17 min", "M", "0/3", "Listen first", "met, 1 min 30 s", "60 %", "0.6/1"}
    assert expected <= set(words)


def test_an_expectation_stands_between_due_target_and_limit_where_it_was_done() -> None:
    judged = {each.id: each for each in scored(little_drill()).trainees[0].judged}
    # Open the doors: 17 minutes, target 10, limit 25. Listen first: 90 seconds, target 120.
    assert place(judged["open_doors"]) == pytest.approx(1 + 7 / 15)
    assert place(judged["greet"]) == 0.75
    assert place(judged["medics"]) is None


def test_the_same_rows_give_the_same_bytes() -> None:
    assert svg(tension_chart(rows())) == svg(tension_chart(rows()))


def test_what_would_break_a_drawing_is_drawn_harmlessly() -> None:
    document = svg(tension_chart(rows(HARSH)))
    assert ElementTree.fromstring(document).tag.endswith("svg")


def test_an_empty_drill_has_a_figure_too() -> None:
    assert words_of(tension_chart(Timeline(0, 1, (), (), rows().lanes[:1])))[0] == "came in"


def test_formulas_control_signs_and_unknown_signs_are_plain_text() -> None:
    assert drawable(HARSH) == "$x^2$ <b>&amp; “引号” □"


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [("Open reception", 20, "Open reception"), ("Open reception", 9, "Open r..."), ("敞开接待", 6, "敞开…")],
)
def test_a_label_is_cut_by_its_width(text: str, most: int, expected: str) -> None:
    assert shortened(text, most) == expected


def test_long_names_break_at_spaces_or_between_chinese_signs() -> None:
    assert lines("blocking the street door", 14, 2) == "blocking the\nstreet door"
    assert lines("堵住临街大门不让车辆进出", 14, 2) == "堵住临街大门不\n让车辆进出"


def test_marks_that_are_close_take_rows_and_then_are_counted() -> None:
    marks = [Mark(second, "Open reception") for second in (0, 10, 20, 30)]
    found = placed(marks, 0, 3600, 120, rows=2)
    assert [(mark.time, mark.row, mark.more) for mark in found] == [(0, 0, 0), (10, 1, 2)]


def test_a_label_at_the_end_stands_before_its_mark() -> None:
    (only,) = placed([Mark(3590, "End the response")], 0, 3600, 120)
    assert only.before


def test_inside_a_page_a_figure_is_described_and_bears_no_styles_of_its_own() -> None:
    found = inline(svg(tension_chart(rows())), "course", "A <title>", "What it shows")
    assert found.count('<title id="course-title">A &lt;title&gt;</title>') == 1
    assert found.count('<desc id="course-description">What it shows</desc>') == 1
    assert 'role="img"' in found
    assert "style" not in found
    assert "var(--tension, #9a3412)" in found


def test_ids_of_a_figure_begin_with_its_name_and_references_are_kept() -> None:
    found = inline(svg(tension_chart(rows())), "course", "t", "d")
    ids = re.findall(r'\bid="([^"]+)"', found)
    used = re.findall(r'href="#([^"]+)"', found) + re.findall(r"url\(#([^)]+)\)", found)
    assert all(each.startswith("course-") for each in ids)
    assert len(set(ids)) == len(ids)
    assert set(used) <= set(ids)
