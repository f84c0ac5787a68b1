"""The readiness report in words: the verdict, the paper, the figures, the lines of the lobby."""

import json
from dataclasses import replace

import pytest
from matplotlib.figure import Figure as Drawn

from reports.formats.html import page
from reports.paper.model import Figure, Paper, Section, Table
from reports.readiness.as_json import as_json
from reports.readiness.lines import readiness_lines
from reports.readiness.model import Due, Readiness
from reports.readiness.paper import paper
from reports.readiness.verdict import training, verdict
from reports.records.rows import PlayedTask
from tests.reports.readiness.rows import drill, names, ready_for, seat, task, undone

M2 = "M2 At a mass petition, tell the level above in time and ask for the help that is needed"


def year(**asked: str) -> Readiness:
    """Six people, one drill each on six days: everybody opens the doors, half of them report upward."""
    people = ["ann", "ben", "cem", "dan", "eva", "fay"]
    days = [f"2026-03-{each:02}" for each in range(1, 7)]
    seats = [seat(each, at, day=days[at - 1]) for at, each in enumerate(people, 1)]
    tasks: list[PlayedTask] = []
    for at, each in enumerate(people, 1):
        reported = (task if at % 2 else undone)(each, at, clauses=("M2",), expectation="report")
        tasks += [replace(row, day=days[at - 1]) for row in (task(each, at), reported)]
    return ready_for(tasks, seats, [drill(at, day) for at, day in enumerate(days, 1)], **asked)


def sections(whole: Paper) -> list[str]:
    return [section.title for section in whole.sections]


def block(whole: Paper, name: str) -> Table | Figure:
    found = [each for section in whole.sections for each in section.blocks if getattr(each, "name", "") == name]
    assert len(found) == 1
    assert isinstance(found[0], Table | Figure)
    return found[0]


def cells(whole: Paper, name: str) -> list[list[str]]:
    table = block(whole, name)
    assert isinstance(table, Table)
    return [[cell.text for cell in row] for row in table.rows]


def drawn(whole: Paper, name: str) -> list[str]:
    """What is written in a figure."""
    figure = block(whole, name)
    assert isinstance(figure, Figure)
    return words_of(figure.draw())


def words_of(figure: Drawn) -> list[str]:
    found = [text for axes in figure.axes for text in axes.findobj(lambda each: hasattr(each, "get_text"))]
    return [text.get_text() for text in found if text.get_text()]  # type: ignore[attr-defined]


def test_the_verdict_is_three_sentences() -> None:
    assert verdict(names(), year()) == (
        "All departments: rated M, performed with major challenges. The median of 6 scores is 60.0; 75 % of 12 tasks"
        " were done well and within their limit (95 % interval 47–91 %).",
        f"Weakest: {M2} (50 % of the credit, 6 tasks).",
        "Next: train M2 with 'A morning at the hall'.",
    )


def test_few_drills_are_said_to_be_few() -> None:
    assert verdict(names(), ready_for([task()]))[0].endswith("These are few drills (1): take it as a hint.")


def test_without_a_scored_drill_the_verdict_says_so_and_the_paper_is_short() -> None:
    nothing = ready_for([], [seat(overall=None)])
    assert verdict(names(), nothing) == ("All departments: no scored drill is in the records.",)
    assert sections(paper(names(), nothing))[0] == "At a glance"


def test_the_verdict_names_who_is_due_first() -> None:
    due = (Due("ann", "Ann", "", (), {"M2": 31}), Due("ben", "Ben", "", ("M1", "M3"), {}))
    found = replace(year(), due=due, trained=6)
    assert verdict(names(), found)[2] == (
        "Next: train M2 with 'A morning at the hall'. 2 of 6 people are due for training, first of all Ann: M2 is 31"
        " days overdue."
    )


def test_few_scenarios_train_the_weakest_clauses() -> None:
    first = [undone(scenario="a", clauses=("M1", "M2"))] * 5
    ready = ready_for([*first, *[undone(scenario="b", clauses=("M2", "M3"))] * 5, *[undone(scenario="c")] * 5])
    assert training(ready.weakest) == ("a", "b")


def test_the_paper_has_the_verdict_first_and_a_table_for_every_figure() -> None:
    whole = paper(names(), year())
    assert sections(whole) == [
        "At a glance", "Over time", "Clauses of the plan", "People and departments", "Unlawful and harmful acts",
        "Tasks as questions of an exam", "People by clauses", "How to read this",
    ]  # fmt: skip
    assert cells(whole, "clauses")[0] == [
        f"{M2}.", "6", "50 %", "50 % (19–81 %)", "50 %", "not done", "5 min – not done", "3",
    ]  # fmt: skip
    assert cells(whole, "squares-1")[1] == ["Cem", "100 % (1)", "100 % (1)"]
    assert whole.exercise == "EXERCISE"
    assert len(whole.heads) == 6


def test_the_figures_say_in_words_what_they_show() -> None:
    whole = paper(names(), year())
    assert {"overall", "6 results", "03-01", "03-06"} <= set(drawn(whole, "trend"))
    assert {"due", "target", "limit", "3 not done", "50 % of 6", "100 % of 6"} <= set(drawn(whole, "spread"))
    assert {"M2", "M3", "Ann", "100", "0"} <= set(drawn(whole, "heat"))
    assert {"Open the doors | A morning at the hall", "50 % of 6", "too few"} <= set(drawn(whole, "questions"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_holds_every_table_in_both_languages(language: str) -> None:
    made = page(paper(names(language), year()))
    assert ("演练" if language == "zh" else "EXERCISE") in made
    assert all(f'id="{name}"' in made for name in ("trends", "clauses", "people", "conduct", "items", "squares-1"))


def test_so_few_people_that_they_can_be_guessed_are_pointed_out() -> None:
    first = paper(names(), ready_for([task()])).sections[0]
    assert isinstance(first, Section)
    told = [getattr(each, "text", "") for each in first.blocks]
    assert "Where so few people took part, a reader may guess who they are." in told


def test_the_lobby_gets_the_verdict_and_the_weakest_clauses() -> None:
    lines = readiness_lines(names(), year())
    assert lines[:2] == ["EXERCISE. Readiness: All departments", "2026-03-01 to 2026-03-06; 6 drills, 6 people"]
    assert f"- {M2}: 50 % of the credit, 50 % (19–81 %) in time; tasks: 6" in lines


def test_json_holds_numbers_and_nothing_for_what_never_came() -> None:
    told = json.loads(json.dumps(as_json(year()), allow_nan=False))
    clause = told["clauses"][0]
    assert (clause["id"], clause["credit"], clause["took"]["median"], clause["in_time"]["low"]) == (
        "M2", 0.5, None, 0.1876,
    )  # fmt: skip
    assert told["weakest"] == ["M2"]


def test_json_does_not_give_away_who_was_asked_for_by_name() -> None:
    told = as_json(ready_for([task(shown="person 1")], [seat(shown="person 1")], person="Ann Real"))
    assert "Ann Real" not in json.dumps(told)
