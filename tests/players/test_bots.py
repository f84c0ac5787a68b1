"""The other bots: each acts as its name says, and twice the same."""

import pytest

from simulator.errors import CallError
from simulator.journal.entry import ORDER
from simulator.players.bots import BOTS, player_for, stand_in
from tests.players.sample import MORNING, deeds_of, morning, played, played_by, scenario_of


def test_late_does_the_same_a_quarter_of_an_hour_later() -> None:
    # The decision has closed by then: nobody answers.
    assert deeds_of(played_by("late", "duty_officer"), "duty_officer") == [(1024, "tell"), (1055, "report_upward")]
    assert [verb for _, verb in deeds_of(played_by("late"), "petition_lead")] == [
        "dispatch", "open_reception", "listen",
    ]  # fmt: skip


def test_late_takes_another_delay() -> None:
    assert deeds_of(played_by("late:30m", "duty_officer"), "duty_officer")[0] == (1924, "tell")


def test_partial_leaves_out_whole_expectations() -> None:
    tasks = [{"sit_down"}, {"open_reception", "listen"}, {"dispatch"}]
    for seed in range(20):
        part = {name for _, name in deeds_of(played_by("partial", seed=seed), "petition_lead")}
        assert all(task <= part or not task & part for task in tasks)


def test_partial_takes_a_share() -> None:
    assert deeds_of(played_by("partial:0"), "petition_lead") == []
    assert deeds_of(played_by("partial:1"), "petition_lead") == deeds_of(played_by("by-the-book"), "petition_lead")


def test_first_option_answers_and_orders_nothing() -> None:
    for seed in range(5):
        drill = played_by("first-option", seed=seed)
        (put,) = drill.journal.of_kind("decision.put")
        assert deeds_of(drill, "petition_lead") == [(121, put.payload["options"][0])]
        assert drill.journal.of_kind(ORDER) == []


def test_silent_does_nothing() -> None:
    assert [entry for entry in played_by("silent").journal if entry.is_act] == []


def test_everything_gives_all_orders_at_the_first_second() -> None:
    orders = played_by("everything", "commander").journal.of_kind(ORDER)
    levels = [entry.payload["with"]["level"] for entry in orders if entry.payload["verb"] == "activate"]
    per_verb = [entry.payload["verb"] for entry in orders]
    assert {entry.time for entry in orders} == {0}
    assert levels == ["IV", "III", "II", "I"]
    assert max(per_verb.count(verb) for verb in per_verb) <= 64


def test_everything_lawful_leaves_breaches_out() -> None:
    scenario = morning()
    given = {entry.payload["verb"] for entry in played_by("everything:lawful").journal.of_kind(ORDER)}
    all_given = {entry.payload["verb"] for entry in played_by("everything").journal.of_kind(ORDER)}
    assert {scenario.order(verb).conduct for verb in given} == {None}
    assert {verb for verb in all_given if scenario.order(verb).conduct is None} == given
    assert "intercept" in all_given


def test_heavy_handed_breaks_the_law_where_it_is_tempting() -> None:
    drill = played_by("heavy-handed")
    assert [verb for _, verb in deeds_of(drill, "duty_officer")] == ["tell", "wait_before_reporting"]
    assert deeds_of(drill, "petition_lead")[0] == (121, "wave_off")


def test_heavy_handed_fills_in_what_a_pattern_leaves_open() -> None:
    scenario = scenario_of(
        MORNING.replace("    due: first_words\n", '    due: first_words\n    wrong: ["intercept()"]\n')
    )
    orders = played_by("heavy-handed", scenario=scenario).journal.of_kind(ORDER)
    (breach,) = [entry for entry in orders if entry.payload["verb"] == "intercept"]
    assert breach.payload["with"] == {"incident": "residents"}
    assert breach.payload["accepted"]


def test_a_stand_in_waits_as_long_as_the_scenario_says_and_still_answers_in_time() -> None:
    slow = scenario_of(MORNING.replace("petition_lead: {sees: [hall]}", "petition_lead: {delay: 1h}"))
    drill = played({seat: stand_in(slow, seat) for seat in slow.seats}, slow)
    (put,) = drill.journal.of_kind("decision.put")
    assert deeds_of(drill, "petition_lead")[0] == (put.payload["closes"] - 1, "sit_down")
    assert deeds_of(drill, "petition_lead")[1][0] // 60 == 62
    assert deeds_of(drill, "duty_officer")[0] == (244, "tell")


@pytest.mark.parametrize("bot", [*BOTS, "everything:lawful", "stand-in"])
def test_a_bot_plays_the_same_drill_twice(bot: str) -> None:
    assert list(played_by(bot, seed=7).journal) == list(played_by(bot, seed=7).journal)


def test_random_differs_from_seed_to_seed_and_between_seats() -> None:
    first, second = played_by("random", seed=1), played_by("random", seed=2)
    assert deeds_of(first, "commander") != deeds_of(second, "commander")
    assert deeds_of(first, "commander") != deeds_of(first, "duty_officer")


def test_random_orders_come_ten_minutes_apart_on_the_average() -> None:
    drills = [played_by("random", "commander", seed=seed) for seed in range(40)]
    orders = [entry for drill in drills for entry in drill.journal.of_kind(ORDER)]
    assert 9.5 < len(orders) / len(drills) < 14.5


@pytest.mark.parametrize(
    ("name", "message", "remedy"),
    [
        ("by-the-bok", "there is no bot 'by-the-bok'", "did you mean 'by-the-book'?"),
        ("late:soon", "'soon' is not a duration", "write late:20m"),
        ("partial:2", "'2' is not a share between 0 and 1", "write partial:0.5"),
        ("partial:nan", "'nan' is not a share between 0 and 1", "write partial:0.5"),
        ("silent:1", "the bot 'silent' takes no setting", "write silent"),
        ("everything:else", "the bot 'everything' has no setting 'else'", "write everything"),
    ],
)
def test_a_bot_that_does_not_exist_is_refused(name: str, message: str, remedy: str) -> None:
    with pytest.raises(CallError) as refused:
        player_for(name, morning(), "commander", 1)
    assert str(refused.value.message) == message
    assert str(refused.value.remedy).startswith(remedy)
