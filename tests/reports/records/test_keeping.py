"""Finished drills are kept once, each with what it shows; what cannot be relied on is named and left out."""

from pathlib import Path

import pytest

from reports.records.keeping import journals_in, keep_all, keep_finished, known_journals, rebuild
from reports.records.people import id_of
from reports.records.played import OnlyBots
from reports.records.rows import Filter
from reports.records.store import Records, open_records
from simulator.errors import CallError, JournalError
from simulator.journal.file import write_all
from simulator.rehearsal.run import run_drill
from tests.players.sample import morning
from tests.reports.records.drills import BAD, GOOD, SEAT, journal


def test_a_drill_is_kept_with_its_day_its_people_and_its_figures(records: Records, folder: Path) -> None:
    kept = records.keep(journal(folder, "Zhou Min", day="2026-03-02"))
    (drill,) = records.drills()
    assert (kept.drill, kept.new, kept.people) == (drill.number, True, (id_of("Zhou Min"),))
    assert (drill.scenario, drill.type, drill.mode, drill.day) == ("morning", "mass", "practice", "2026-03-02")
    assert (drill.length, drill.seed, drill.incomplete, drill.rewound) == (7200, 1, False, False)
    (seat,) = records.seats()
    assert (seat.seat, seat.role, seat.rating) == (SEAT, SEAT, "P")
    assert seat.overall == pytest.approx(90.98, abs=0.01)


def test_its_tasks_are_kept_with_their_times(records: Records, folder: Path) -> None:
    records.keep(journal(folder))
    tasks = {task.expectation: task for task in records.tasks()}
    assert sorted(tasks) == ["listen_first", "open_doors", "send_team"]
    team = tasks["send_team"]
    assert (team.clauses, team.status, team.due, team.target, team.limit) == (("M3",), "met", 120, 300, 900)
    assert team.took == 65


def test_a_drill_kept_twice_is_there_once(records: Records, folder: Path) -> None:
    path = journal(folder)
    first, second = records.keep(path), records.keep(path)
    assert (first.new, second.new, first.drill == second.drill) == (True, False, True)
    assert len(records.drills()) == 1


def test_breaches_are_kept_and_the_act_that_was_given_instead(records: Records, folder: Path) -> None:
    records.keep(journal(folder, how="heavy-handed"))
    assert [(breach.seat, breach.code, breach.severity) for breach in records.breaches()] == [(SEAT, "U21", "harmful")]
    wrong = [(task.expectation, task.act) for task in records.tasks() if task.status == "wrong"]
    assert wrong == [("listen_first", "first_words.wave_off")]


def test_the_drills_of_bots_are_kept_only_where_they_are_wanted(records: Records, folder: Path) -> None:
    path = folder / "bots.jsonl"
    write_all(run_drill(morning(), 1, with_baselines=False).journal, path)
    with pytest.raises(OnlyBots):
        records.keep(path)
    assert records.drills() == ()
    records.keep(path, bots=True)
    assert {seat.shown for seat in records.seats()} == {"the bot by-the-book"}
    assert records.people() == ()
    assert [drill.day for drill in records.drills()] == [""]


def test_what_cannot_be_relied_on_is_not_kept(records: Records, folder: Path) -> None:
    whole = journal(folder).read_bytes()
    lines = whole.splitlines(keepends=True)
    faults = {
        "torn": whole[:-40],
        "altered": whole.replace(b'"accepted":true', b'"accepted":false', 1),
        "unfinished": b"".join(line for line in lines if b'"closing"' not in line),
        "of another version": whole.replace(b'"format":1', b'"format":7', 1),
        "no journal": b"nothing\n",
    }
    for name, content in faults.items():
        path = folder / f"{name}.jsonl"
        path.write_bytes(content)
        with pytest.raises(JournalError) as told:
            records.keep(path)
        assert str(path) in str(told.value)
    assert records.drills() == ()


def test_a_bad_journal_is_named_and_the_others_are_kept(url: str, folder: Path) -> None:
    good, bad = journal(folder, day="2026-03-02"), folder / "bad.jsonl"
    bad.write_bytes(good.read_bytes()[:-40])
    outcomes = list(keep_all(url, journals_in([folder]), bots=False, replay=False))
    assert [(outcome.path, outcome.new, outcome.error is None) for outcome in outcomes] == [
        (good, True, True),
        (bad, False, False),
    ]


def test_what_does_not_replay_is_left_out_where_that_is_asked(url: str, folder: Path) -> None:
    whole, lacking = folder / "whole.jsonl", folder / "lacking.jsonl"
    write_all(run_drill(morning(), 1).journal, whole)
    write_all(run_drill(morning(), 1, with_baselines=False).journal, lacking)
    outcomes = list(keep_all(url, [whole, lacking], bots=True, replay=True))
    assert [outcome.new for outcome in outcomes] == [True, False]
    assert "the baselines after the drill's end are missing" in str(outcomes[1].error)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="does not exist"):
        journals_in([tmp_path / "nowhere"])


def test_a_rebuild_keeps_what_journals_do_not_hold(url: str, folder: Path) -> None:
    journal(folder, "Zhou Min", BAD, "2026-03-02")
    journal(folder, "Ana Ito", GOOD, "2026-03-03")
    list(keep_all(url, journals_in([folder]), bots=False, replay=False))
    with open_records(url) as records:
        item = records.items(Filter(person="Zhou Min"))[0]
        records.settle(item.drill, item.id, "fixed", owner="Reception", due="2026-05-01")
        before = (records.seats(), records.tasks(), records.items(), records.people())
    assert sorted(known_journals(url)) == journals_in([folder])
    assert [outcome.new for outcome in rebuild(url, journals_in([folder]), bots=False, replay=False)] == [True, True]
    with open_records(url) as records:
        assert (records.seats(), records.tasks(), records.items(), records.people()) == before
        changed = next(each for each in records.items() if each.id == item.id)
    assert (changed.status, changed.owner, changed.due) == ("fixed", "Reception", "2026-05-01")


def test_the_end_of_a_drill_never_fails_for_the_records_sake(url: str, folder: Path, tmp_path: Path) -> None:
    path = journal(folder)
    assert keep_finished(path, url) is None
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"this is no database at all, and long enough to be taken for one" * 40)
    warning = keep_finished(path, str(broken))
    assert str(warning) == (
        f"the drill is not in the records: {broken}: this file holds no records of Drillroom; the journal remains"
    )
    with open_records(url) as records:
        assert len(records.drills()) == 1
