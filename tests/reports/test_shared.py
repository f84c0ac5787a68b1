"""Reports of a shared drill: who sat where, what the controller did, what evaluators found; each person by own acts."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from reports.aar.as_json import aar_object, report_object
from reports.aar.content import Content
from reports.aar.paper import aar, content
from reports.aar.worlds import worlds
from reports.card.drill import card
from reports.card.model import Card
from reports.course import lanes_of
from reports.formats.markdown import text
from reports.schema import schema
from reports.whatif_words import effects
from reports.wording import Wording
from reports.xapi.statements import statements
from simulator.evaluation.scorecard import Trainee, evaluate
from simulator.journal.entry import DELIVERED
from simulator.journal.lines import head_hash
from simulator.language.translator import translator_for
from simulator.rehearsal.whatif.trying import what_if
from tests.reports.shared import Rated, evening
from tests.reports.stories import little, little_drill, scored

RATINGS: tuple[tuple[str, str, Rated], ...] = (
    ("petition_lead", "open_doors", "P"), ("petition_lead", "greet", "S"), ("duty_officer", "first_report", "M"),
)  # fmt: skip


@pytest.fixture(name="told")
def the_report(tmp_path: Path) -> Content:
    scenario, journal = evening(tmp_path, *RATINGS)
    entries = list(journal)
    return content(scenario, entries, evaluate(scenario, entries), translator_for("en"), head_hash(entries))


@pytest.fixture(name="words")
def the_card(told: Content) -> Card:
    return card(told.wording, told.journal, told.scored, told.head)


def of_seat(told: Content, seat: str) -> list[Trainee]:
    return [each for each in told.scored.trainees if each.seat == seat]


def table(found: str, caption: str) -> list[list[str]]:
    """The rows of a table by its caption."""
    rows = found.split(f"**{caption}**")[1].strip().split("\n\n")[0].split("\n")[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def test_each_person_of_a_seat_is_scored_by_own_acts_and_the_outcome_is_nobodys(told: Content) -> None:
    first, second = of_seat(told, "commander")
    assert [(each.name, each.figures.outcome) for each in (first, second)] == [("He Rui", None), ("Gao Fei", None)]
    assert {each.id: each.status for each in first.judged}["respond"] != "not_observed"
    assert {each.id: each.status for each in second.judged}["respond"] == "not_observed"
    assert (first.figures.coordination, second.figures.coordination) == (100.0, None)


def test_who_came_late_is_judged_by_nothing_that_fell_due_before(told: Content) -> None:
    (late,) = of_seat(told, "duty_officer")
    assert (late.name, [each.status for each in late.judged]) == ("Wu Min", ["not_observed"])


def test_a_scorecard_says_who_sat_where_and_when(words: Card) -> None:
    assert {fact.name: fact.value for fact in words.seats} == {
        "Commander": "He Rui 07:40–08:40; a stand-in 08:40–09:10; Gao Fei from 09:10",
        "Duty officer": "a stand-in 07:40–08:10; Wu Min from 08:10",
        "Petition lead": "Lin Qiao",
        "Public security": "a stand-in",
    }


def test_two_trainees_of_one_seat_have_anchors_of_their_own(words: Card) -> None:
    anchors = [each.anchor for each in words.trainees]
    anchors += [receipt.anchor for each in words.trainees for receipt in each.receipts]
    assert len(anchors) == len(set(anchors))


def test_a_receipt_says_what_an_evaluator_made_of_it(words: Card) -> None:
    notes = [note for each in words.trainees for receipt in each.receipts for note in receipt.notes]
    assert "Gu Yan rated it P: performed without challenges" in notes


def test_the_story_has_what_was_done_from_outside_and_between_seats(words: Card) -> None:
    told = {(each.who, each.what) for each in words.events}
    assert ("Chen Yu", "inject delivered by hand: bus (to help the seats on)") in told
    assert ("Chen Yu", "inject skipped: second_wave – enough for today") in told
    assert ("Commander", "Gao Fei sits there") in told
    assert ("Commander", "grants the request") in told
    assert ("Petition lead", "hands over to Commander") in told


def test_an_after_action_report_says_who_sat_where_and_why_no_longer(told: Content) -> None:
    rows = table(text(aar(told)), "Who sat where, and when")
    assert rows[:3] == [
        ["Commander", "He Rui", "07:40", "08:40", "gave the seat up"],
        ["Commander", "a stand-in", "08:40", "09:10", "–"],
        ["Commander", "Gao Fei", "09:10", "11:40", "–"],
    ]


def test_it_says_what_the_controllers_did_with_purpose_and_reason(told: Content) -> None:
    rows = table(text(aar(told)), "What the controllers did")
    done = {(row[0], row[2], row[3]) for row in rows}
    assert ("07:45", "inject delivered by hand: bus A bus is ready.", "to help the seats on") in done
    assert ("07:52", "to Petition lead, as Yu Wen: “My mother cannot stand any longer.”", "to press them") in done
    (skipped,) = [row for row in rows if "skipped" in row[2]]
    assert skipped[3] == "enough for today"
    assert {row[1] for row in rows} == {"Chen Yu"}


def test_it_says_what_was_asked_and_how_soon_it_was_answered(told: Content) -> None:
    rows = table(text(aar(told)), "What one seat asked of another")
    assert rows == [["08:00", "Petition lead", "Commander", "Activate a response level (Level III)",
                     "granted after 2 min 30 s: “yes”"]]  # fmt: skip


def test_it_has_the_evaluators_notes_and_ratings_beside_the_machines(told: Content) -> None:
    found = text(aar(told))
    assert ["08:00", "Gu Yan on Petition lead", "calm with the old people"] in table(found, "Notes")
    rows = table(found, "Ratings of the evaluators beside the machine's")
    assert [(row[3], row[4], row[5], row[6]) for row in rows] == [
        ("Open reception", "P", "P", "the same"),
        ("Greet them", "S", "P", "stricter, by 1"),
        ("Report upward", "M", "–", "not observed by the machine"),
    ]
    assert "Gu Yan: 3 rated, 50 % the same as the machine's, 100 % at most one step apart" in found
    assert "Below 5 ratings it says nothing." in found


@pytest.mark.parametrize(("language", "mark"), [("en", "EXERCISE"), ("zh", "演练")])
def test_both_languages_bear_the_mark_and_the_names(tmp_path: Path, language: str, mark: str) -> None:
    scenario, journal = evening(tmp_path, *RATINGS)
    entries = list(journal)
    speaker, head = translator_for(language), head_hash(entries)
    scored = evaluate(scenario, entries)
    found = text(aar(content(scenario, entries, scored, speaker, head)))
    assert [each for each in (mark, "He Rui", "Gao Fei", "Wu Min", "Chen Yu", "Gu Yan") if each not in found] == []


def test_the_worlds_beside_it_have_the_controllers_doings_and_no_trainee_acts_in_the_silent_one(told: Content) -> None:
    beside = worlds(told.wording.scenario, told.journal)
    assert beside is not None
    for world in (beside.silent, beside.book):
        assert [entry for entry in world if entry.kind == DELIVERED and entry.payload["inject"] == "bus"]
    seats = {entry.seat for entry in beside.silent if entry.is_act and not str(entry.seat).startswith("@")}
    assert seats <= {"public_security"}


def test_the_figure_has_a_lane_for_each_seat_in_which_somebody_sat(told: Content) -> None:
    names = [lane.name for lane in lanes_of(told.wording, told.journal)]
    assert names == ["came in", "Commander", "Duty officer", "Petition lead", "stand-ins"]


def test_the_object_says_it_all_as_its_schema_has_it(told: Content) -> None:
    scenario = told.wording.scenario
    whole = report_object(scenario, told.journal, told.scored, told.head, None) | {"aar": aar_object(told)}
    assert [error.message for error in Draft202012Validator(schema()).iter_errors(json.loads(json.dumps(whole)))] == []
    shared = whole["shared"]
    assert shared["sittings"][0] == {
        "seat": "commander", "player": "person", "name": "He Rui", "from": 0, "to": 3600, "ended": "left",
    }  # fmt: skip
    assert [each["kind"] for each in shared["controls"]].count("turning") == 3
    assert shared["requests"][0]["granted"] is True
    assert (shared["evaluators"]["compared"], shared["evaluators"]["exact"]) == (2, 0.5)


def test_statements_tell_each_persons_own_time_and_acts(told: Content) -> None:
    made = statements(told.wording.scenario, told.journal, told.scored, told.head, lambda name: name)
    assert len({each["id"] for each in made}) == len(made)
    ends = [each for each in made if each["verb"]["id"].endswith("terminated")]
    spent = {each["actor"]["account"]["name"]: each["result"]["duration"] for each in ends}
    assert spent == {"He Rui": "PT1H", "Gao Fei": "PT2H30M", "Wu Min": "PT3H30M", "Lin Qiao": "PT4H"}


def test_a_drill_that_nobody_shared_has_none_of_it(tmp_path: Path) -> None:
    journal = list(little_drill())
    found = content(little(), journal, scored(little_drill()), translator_for("en"), "0" * 64)
    paper = text(aar(found))
    assert [each for each in ("How the drill was run", "Who sat where", "Controllers") if each in paper] == []
    assert "shared" not in report_object(little(), journal, found.scored, found.head, None)


def test_what_would_have_changed_is_told_of_the_person_who_sat_there(tmp_path: Path) -> None:
    scenario, journal = evening(tmp_path, delay=1800)
    found = what_if(scenario, journal, only=("respond",))
    assert [(each.seat, each.name) for each in found.findings] == [("commander", "He Rui")]
    told = effects(Wording(scenario, translator_for("en")), found.findings[0])
    assert [line for line in told if line.startswith("overall of Commander: He Rui: ")]
