"""The briefing of a seat and the facilitator's pack: who is told what, in words that can be read aloud."""

from pathlib import Path

import pytest

from reports.formats.markdown import text
from reports.pack.briefing import briefing
from reports.pack.conditions import in_words
from reports.pack.facilitator import facilitator
from reports.pack.naming import Numbered, numbered
from reports.pack.talk import of_task
from reports.pack.triggers import due_words, effects_words, when
from reports.paper.model import Paper
from reports.wording import Wording
from simulator.language.condition import Condition
from simulator.language.translator import translator_for
from simulator.scenario.scenario import Scenario
from tests.authoring.sample import sample
from tests.tui.calling import call, scenario_file


@pytest.fixture(name="scenario")
def the_sample(tmp_path: Path) -> Scenario:
    return sample(tmp_path)


def key(scenario: Scenario, language: str = "en") -> Numbered:
    return numbered(Wording(scenario, translator_for(language)))


def words(scenario: Scenario, source: str) -> str:
    return in_words(key(scenario), Condition.read(source).tree)


def markdown(paper: Paper) -> str:
    return text(paper)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("residents.waited > 60m", "Residents: longest wait above 1 h"),
        ("not windows.open", "not 'Windows: open'"),
        ("residents.tension >= 0.5", "Residents: tension at least 50 %"),
        ("residents.heard", "Residents: heard at least 50 %"),
        ("not residents.heard", "Residents: heard below 50 %"),
        ("not residents.people > 12", "Residents: people at most 12"),
        ("elapsed < 60m", "before 08:40"),
        ("open_reception(place=hall).done", "'Open reception (place Hall)' carried out"),
        ("not promise().kept", "'Promise something by a date' not kept"),
        ("doors and since(doors) >= 5m", "at least 5 min since message 1 (Hall guard)"),
        ("chant or gate_blocked", "message 2 has come or message 3 has come"),
        ("first_words == listen", "answer 1a given"),
        ("not first_words == wait", "answer 1b not given"),
        ("residents.blocking", "Residents at 'blocking' or beyond"),
        ("residents.stage == calm", "Residents: stage is calm"),
        ("residents.heard and (doors or leaders_told)",
         "Residents: heard at least 50 % and (message 1 (Hall guard) has come or leaders told)"),
        ("report_upward.people within 10% of told(residents.people)",
         "Report upward: people within 10 % of Residents: people as it was told"),
        ("otherwise", "in every other case"),
    ],
)  # fmt: skip
def test_a_condition_is_read_aloud(scenario: Scenario, source: str, said: str) -> None:
    assert words(scenario, source) == said


def test_messages_are_numbered_as_they_come(scenario: Scenario) -> None:
    assert dict(key(scenario).messages) == {"doors": 1, "chant": 2, "gate_blocked": 3, "second_wave": 4}


def test_a_message_says_when_it_comes(scenario: Scenario) -> None:
    found, injects = key(scenario), scenario.injects
    assert [when(found, name, injects[name]) for name in ("doors", "chant", "second_wave")] == [
        "07:40",
        "each time 'Residents' reaches 'chanting'",
        "45 min after message 1 (Hall guard), if Residents: longest wait above 1 h and not 'Windows: open'",
    ]


def test_a_message_says_what_it_does_to_the_world(scenario: Scenario) -> None:
    found = effects_words(key(scenario), scenario.injects["second_wave"])
    assert found == ["Residents: people +90", "buses +2"]


def test_a_task_says_what_it_is_due_from(scenario: Scenario) -> None:
    found, expectations = key(scenario), scenario.expectations
    assert [due_words(found, expectations[name]) for name in ("open_doors", "greet", "respond")] == [
        "message 1 (Hall guard)", "question 1", "message 3",
    ]  # fmt: skip


def test_the_questions_of_the_hot_wash_follow_from_what_a_task_asks(scenario: Scenario) -> None:
    asked = of_task(key(scenario), scenario.expectations["first_report"])
    assert len(asked) == 3
    assert "which figure did you give" in asked[1]
    assert "quick way out" in asked[2]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_briefing_holds_nothing_that_is_hidden(scenario: Scenario, language: str) -> None:
    found = markdown(briefing(Wording(scenario, translator_for(language)), "petition_lead"))
    hidden = [text.text.in_language(language) for text in scenario.injects.values()]
    hidden += [each.text.in_language(language) for each in scenario.decisions["first_words"].options.values()]
    hidden += [scenario.decisions["first_words"].text.in_language(language), "U02"]
    assert [each for each in hidden if each in found] == []


def test_a_briefing_names_the_seats_own_units_and_clauses(scenario: Scenario) -> None:
    lead, duty = (markdown(briefing(Wording(scenario, translator_for("en")), seat))
                  for seat in ("petition_lead", "duty_officer"))  # fmt: skip
    assert "Reception team" in lead
    assert "Reception team" not in duty
    assert "8 min to 14 min" in lead
    assert "EXERCISE" in lead
    assert "M3" in lead


@pytest.mark.parametrize(("language", "mark"), [("en", "EXERCISE"), ("zh", "演练")])
def test_the_pack_tells_messages_tasks_and_model_answers(scenario: Scenario, language: str, mark: str) -> None:
    found = markdown(facilitator(Wording(scenario, translator_for(language))))
    told = [each.text.in_language(language) for each in scenario.injects.values()]
    told += [each.task.in_language(language) for each in scenario.expectations.values()]
    assert [each for each in told if each not in found] == []
    assert [each for each in (mark, "U09", "U02") if each not in found] == []


def test_pack_writes_a_paper_for_each_seat_and_the_facilitators(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = call(capsys, "pack", scenario_file(tmp_path), "--out", tmp_path / "papers", "--format", "docx")
    names = ["briefing-duty_officer", "briefing-petition_lead", "briefing-commander", "facilitator"]
    assert called.status == 0
    assert [Path(line).name for line in called.out.splitlines()] == [f"morning-{name}.docx" for name in names]
    again = call(capsys, "pack", scenario_file(tmp_path), "--out", tmp_path / "papers", "--format", "docx")
    assert again.out == called.out


def test_the_pack_says_when_a_contingency_inject_is_for(tmp_path: Path) -> None:
    ready = "  bus: {purpose: redirect, to: petition_lead, text: {en: A bus is late., zh: 车晚了。}}\n  chant:\n"
    found = markdown(facilitator(Wording(sample(tmp_path, ("  chant:\n", ready)), translator_for("en"))))
    back = found[found.rindex("The team is off the track") :]
    assert "is kept ready, to lead them back: “A bus is late.”" in back
    assert "no. 2, to lead them back" in found
