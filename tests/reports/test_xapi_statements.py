"""What a drill says to learning systems: who did what, how well, in whose words, under ids that stay the same."""

import json
from dataclasses import replace
from typing import Any

import pytest

from reports.xapi.statements import statements
from reports.xapi.vocabulary import ADL, HOME, duration, score, without_empty
from simulator.evaluation.scorecard import evaluate
from simulator.journal import entry as kinds
from simulator.rehearsal.run import run_drill
from tests.evaluation.builder import Story
from tests.players.sample import morning
from tests.reports.lrs import nothing
from tests.reports.stories import HEAD, little, little_drill, scored

Statement = dict[str, Any]
LEAD = "p-e3456bc1f4"
"""The account of whoever is called Lead: the id that the records give."""


def told(**settings: Any) -> list[Statement]:
    """The statements of the little drill."""
    journal = little_drill()
    return statements(little(), journal, scored(journal), HEAD, **settings)


def of(found: list[Statement], seat: str, verb: str) -> list[Statement]:
    """The statements about a seat with a verb of ADL's."""
    mine = (each for each in found if each["context"]["extensions"][f"{HOME}xapi/seat"] == seat)
    return [each for each in mine if each["verb"]["id"] == f"{ADL}verbs/{verb}"]


def named(statement: Statement) -> str:
    """What a statement is about, without the address of our own."""
    return str(statement["object"]["id"]).removeprefix(f"{HOME}scenarios/")


def test_an_attempt_begins_has_a_result_and_ends() -> None:
    found = [each for each in told() if each["context"]["extensions"][f"{HOME}xapi/seat"] == "lead"]
    first, result, last = found[0], found[-2], found[-1]
    assert [each["verb"]["id"].rpartition("/")[2] for each in (first, result, last)] == [
        "initialized", "completed", "terminated",
    ]  # fmt: skip
    assert {named(each) for each in (first, result, last)} == {"little"}
    overall = next(each.overall for each in scored(little_drill()).trainees if each.seat == "lead")
    assert result["result"]["score"] == {
        "scaled": round((overall or 0) / 100, 4), "raw": round(overall or 0, 2), "min": 0, "max": 100.0,
    }  # fmt: skip
    assert result["result"]["success"] is False
    assert last["result"] == {"completion": True, "duration": "PT4H"}


def test_an_answer_says_which_option_and_how_good_it_is() -> None:
    (answer,) = of(told(), "lead", "answered")
    assert named(answer) == "little/decisions/first_words"
    assert answer["result"]["response"] == "explain"
    quality = little().decisions["first_words"].options["explain"].quality
    assert answer["result"]["score"]["raw"] == quality
    options = {each["id"] for each in answer["object"]["definition"]["choices"]}
    assert options == set(little().decisions["first_words"].options)
    assert answer["context"]["extensions"][f"{HOME}xapi/exercise-time"] == "T+000:02:00"


def test_a_decision_left_to_silence_is_told_as_such() -> None:
    journal = Story(little()).inject(1, "doors").event(6, kinds.SILENT, "lead", decision="first_words", option="wait")
    found = statements(little(), journal.end(), scored(journal.end()), HEAD)
    (silent,) = [each for each in found if each["verb"]["display"]["en"] == "left unanswered"]
    assert (named(silent), silent["actor"]["account"]["name"]) == ("little/decisions/first_words", LEAD)
    assert silent["result"] == {"score": {"scaled": 0.0, "raw": 0.0, "min": 0, "max": 1.0}, "completion": False}


def test_an_order_that_was_judged_names_what_it_was_for_and_how_long_it_took() -> None:
    orders = {named(each): each for each in of(told(), "lead", "responded")}
    opened = orders["little/orders/open_reception"]
    assert opened["result"]["duration"] == "PT2M"
    assert opened["result"]["extensions"] == {f"{HOME}xapi/arguments": {"place": "hall"}}
    (task,) = opened["context"]["contextActivities"]["parent"]
    assert task["definition"]["type"] == f"{ADL}activities/performance"


def test_each_expectation_that_fell_due_has_one_result() -> None:
    found = told()
    for trainee in scored(little_drill()).trainees:
        if trainee.stand_in:
            continue
        due = {each.id: each for each in trainee.judged if each.observed}
        results = [*of(found, trainee.seat, "completed"), *of(found, trainee.seat, "failed")]
        judged = {named(each).rpartition("/")[2]: each for each in results if "/expectations/" in named(each)}
        assert judged.keys() == due.keys()
        for name, each in due.items():
            result = judged[name]["result"]
            assert result["completion"] is (each.met is not None)
            assert result["success"] is (each.status == "met")
            assert result["score"]["scaled"] == round(each.credit / each.of, 4)
            clauses = [one["id"].rpartition("/")[2] for one in judged[name]["context"]["contextActivities"]["grouping"]]
            assert clauses == list(each.instance.expectation.clauses)


def test_a_stand_in_has_no_statements() -> None:
    assert {each["context"]["extensions"][f"{HOME}xapi/seat"] for each in told()} == {"lead", "officer"}


def test_nobody_is_named() -> None:
    accounts = {json.dumps(each["actor"]) for each in told()}
    assert json.dumps({"objectType": "Agent", "account": {"homePage": HOME, "name": LEAD}}) in accounts
    assert not any(name in json.dumps(told()) for name in ('"Lead"', '"Officer"', "mailto"))


def test_a_roster_gives_the_accounts() -> None:
    found = told(person_of=lambda name: f"staff-{name.lower()}")
    assert {each["actor"]["account"]["name"] for each in found} == {"staff-lead", "staff-officer"}


def test_every_statement_says_that_it_was_an_exercise() -> None:
    for each in told():
        (category,) = each["context"]["contextActivities"]["category"]
        assert category["definition"]["name"]["en"] == "EXERCISE"
        assert each["context"]["extensions"][f"{HOME}xapi/exercise"] is True
        assert each["context"]["platform"] == "Drillroom"


def test_what_an_author_wrote_in_two_languages_is_told_in_both() -> None:
    scenario = little(title={"en": "Rent at the hall", "zh": "大厅里的过渡费"})
    journal = little_drill(scenario)
    first = statements(scenario, journal, scored(journal, scenario), HEAD)[0]
    assert first["object"]["definition"]["name"] == {"en": "Rent at the hall", "zh-CN": "大厅里的过渡费"}


def test_the_wall_times_of_acts_are_the_statements_times_and_without_any_there_are_none() -> None:
    journal = [replace(entry, wall=f"2026-11-23T10:{entry.number:02}:00+00:00" if entry.is_act or not entry.number
                       else None) for entry in little_drill()]  # fmt: skip
    found = statements(little(), journal, scored(little_drill()), HEAD)
    (answer,) = of(found, "lead", "answered")
    act = next(entry for entry in journal if entry.kind == kinds.ANSWER)
    assert answer["timestamp"] == act.wall
    assert found[0]["timestamp"] == "2026-11-23T10:00:00+00:00"
    assert not any("timestamp" in each for each in told())


def test_ids_stay_the_same_and_belong_to_one_journal() -> None:
    ids = [each["id"] for each in told()]
    journal = little_drill()
    other = [each["id"] for each in statements(little(), journal, scored(journal), "beef" + HEAD[4:])]
    assert told() == told()
    assert len(set(ids) | set(other)) == 2 * len(ids)


def test_a_drill_that_was_broken_off_has_no_whole_result() -> None:
    journal = Story(little()).inject(1, "doors").end(20, early=True)
    found = statements(little(), journal, scored(journal), HEAD)
    assert [each for each in of(found, "lead", "completed") if named(each) == "little"] == []
    (ended,) = of(found, "lead", "terminated")
    assert ended["result"] == {"completion": False, "duration": "PT20M"}


@pytest.mark.parametrize(
    "bot", ["by-the-book", "late", "partial:0.5", "random", "first-option", "everything", "silent"]
)
@pytest.mark.parametrize("seed", [1, 2])
def test_whoever_plays_the_statements_are_whole(bot: str, seed: int) -> None:
    finished = run_drill(morning(), seed, bot)
    found = statements(morning(), finished.journal, evaluate(morning(), finished.journal), HEAD)
    assert not any(nothing(each) for each in found)
    assert len({each["id"] for each in found}) == len(found)
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    scores = [each["result"]["score"] for each in found if "score" in each.get("result", {})]
    assert all(0 <= each["scaled"] <= 1 and each["min"] <= each["raw"] <= each["max"] for each in scores)


@pytest.mark.parametrize(
    ("seconds", "written"), [(0, "PT0S"), (59, "PT59S"), (3600, "PT1H"), (5430, "PT1H30M30S"), (90000, "PT25H")]
)
def test_durations_are_written_as_iso_8601_does(seconds: int, written: str) -> None:
    assert duration(seconds) == written


def test_a_score_of_nothing_is_none_and_no_score_leaves_its_bounds() -> None:
    assert score(1, 0) is None
    assert score(2.5, 2) == {"scaled": 1.0, "raw": 2.0, "min": 0, "max": 2}


def test_what_is_empty_is_left_out_but_for_what_extensions_hold() -> None:
    assert without_empty({"a": None, "b": {"c": ""}, "d": [], "extensions": {"e": None}, "f": 0, "g": False}) == {
        "extensions": {"e": None}, "f": 0, "g": False,
    }  # fmt: skip
