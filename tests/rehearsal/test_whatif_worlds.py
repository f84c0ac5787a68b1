"""Other worlds beside the recorded one: exactness, what stays as it was, what several faults do together, order."""

import json

import pytest

from simulator.journal.acts import Order
from simulator.journal.entry import BASELINES, Entry
from simulator.journal.journal import Journal
from simulator.journal.lines import head_hash
from simulator.rehearsal.run import run_drill
from simulator.rehearsal.whatif.otherwise import otherwise, unchanged
from simulator.rehearsal.whatif.planning import Plan
from simulator.rehearsal.whatif.trying import what_if
from tests.players.sample import morning
from tests.playthroughs.shipped import scenario as shipped
from tests.rehearsal.whatifs import LEAD, LISTEN, OFFICER, RIGHT, TEAM, but, by_bots, credit, finding, tried, world

NOTHING = Plan((), frozenset(), (), {}, frozenset())
"""A plan that changes nothing."""

SHOVE = Order("disperse_first", {"incident": "residents"})
GUARDS = Order("send_guards_only", {"place": "hall"})


def without_baselines(journal: Journal) -> list[Entry]:
    return [entry for entry in journal if entry.kind != BASELINES]


@pytest.mark.parametrize("bot", ["late", "random", "heavy-handed", "everything", "silent"])
def test_the_unchanged_replay_is_the_journal_byte_for_byte(bot: str) -> None:
    entries = without_baselines(run_drill(morning(), 5, bot).journal)
    again = unchanged(morning(), entries, entries[-1].time)
    assert head_hash(again) == head_hash(Journal(entries))
    played = otherwise(morning(), entries, entries[-1].time, NOTHING)
    assert head_hash(played.journal) == head_hash(Journal(entries))
    assert (played.deeds, played.void, played.delayed) == ((), (), ())


def test_a_journal_that_replays_otherwise_says_nothing_about_other_worlds() -> None:
    entries = list(run_drill(morning(), 5, "late").journal)
    number = next(entry.number for entry in entries if entry.kind == "incident.mood" and entry.time > 0)
    payload = json.loads(json.dumps(dict(entries[number].payload))) | {"tension": 0.123}
    entries[number] = Entry(number, entries[number].time, None, "incident.mood", payload)
    found = what_if(morning(), Journal(entries))
    assert (found.exact, found.findings) == (False, ())
    assert str(found.difference).startswith(f"the replay differs from entry {number} on: incident.mood at T+")


def test_another_scenario_than_the_journals_says_nothing_either() -> None:
    found = what_if(shipped("tutorial"), run_drill(morning(), 5, "late").journal)
    assert str(found.difference) == "the scenario is not the one that the journal's digest names"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_all_other_acts_of_every_seat_are_given_at_their_own_seconds(seed: int) -> None:
    journal = by_bots(seed, petition_lead="late")
    other = world(journal, "send_team")

    def acts(of: Journal) -> list[tuple[int, str | None, str]]:
        return [(entry.time, entry.seat, entry.kind) for entry in of if entry.is_act]

    moved = {entry for deed in other.deeds if (entry := deed.entry) is not None}
    kept = [
        act for entry, act in zip(filter(_is_act, journal), acts(journal), strict=True) if entry.number not in moved
    ]
    put = [(deed.at, deed.seat) for deed in other.deeds]
    assert [act for act in acts(other.journal) if act[:2] not in put] == kept


def _is_act(entry: Entry) -> bool:
    return entry.is_act


@pytest.mark.parametrize(("name", "bot"), [("", "late"), ("", "late:20m"), ("mass", "late"), ("tutorial", "late")])
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_putting_right_a_late_act_never_lowers_its_credit(name: str, bot: str, seed: int) -> None:
    scenario = shipped(name) if name else morning()
    finished = run_drill(scenario, seed, bot, with_baselines=False)
    judged = [each for trainee in finished.scorecard.trainees for each in trainee.judged]
    late = dict.fromkeys(each.id for each in judged if each.status == "late")
    assert late
    for task in late:
        there = world(finished.journal, task, scenario=scenario).journal
        assert credit(there, task, scenario) >= credit(finished.journal, task, scenario), task


def test_two_breaches_that_cap_together_do_more_together() -> None:
    found = tried(but((1500, LEAD, SHOVE), (1700, LEAD, GUARDS)))
    assert [(each.conduct, each.overall.would) for each in found.findings] == [("U01", 69.0), ("U02", 69.0)]
    (joint,) = found.joint
    assert (joint.findings, joint.seat, joint.overall_alone) == ((0, 1), LEAD, 0.0)
    assert joint.beyond == joint.overall.gain
    assert joint.beyond > 20
    assert joint == found.together


def test_faults_that_do_not_touch_add_up() -> None:
    report = RIGHT[6][2]
    found = tried(but((1500, OFFICER, report), (1600, LEAD, TEAM), without=(report, TEAM)))
    assert sorted(each.expectation for each in found.findings) == ["first_report", "send_team"]
    assert found.joint == ()
    assert found.together is not None
    assert abs(found.together.beyond) < 1e-6


def test_the_biggest_effect_comes_first() -> None:
    found = tried(run_drill(morning(), 4, "random").journal)
    effects = [each.effect for each in found.findings]
    assert effects == sorted(effects, reverse=True)
    assert len(effects) > 3


def test_the_recorded_figures_are_those_of_the_scorecard() -> None:
    finished = run_drill(shipped("tutorial"), 3, "random")
    overall = {trainee.seat: trainee.overall for trainee in finished.scorecard.trainees}
    found = what_if(shipped("tutorial"), finished.journal)
    assert len(found.findings) > 3
    assert [each.overall.was for each in found.findings] == [overall[each.seat] for each in found.findings]
    assert {each.team.was for each in found.findings} == {finished.scorecard.team.overall}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_mass_late_medics_put_right_are_there_before_anybody_is_taken_ill(seed: int) -> None:
    scenario = shipped("mass")
    journal = run_drill(scenario, seed, "late", team_only=True).journal
    found = finding(what_if(scenario, journal, only={"help_the_old_woman"}), "help_the_old_woman")
    assert (found.status, found.becomes) == ("late", "met")
    harm = [(each.subject, each.would, each.number.would) for each in found.avoided if each.kind == "harm"]
    assert harm == [("unwell", None, 0)]


def test_only_what_is_asked_for_is_tried_and_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    journal = but(without=(LISTEN,))
    found = what_if(morning(), journal, only={"open_doors"}, progress=lambda done, total: told.append((done, total)))
    assert [each.expectation for each in found.findings] == ["open_doors"]
    assert told == [(1, 1)]
