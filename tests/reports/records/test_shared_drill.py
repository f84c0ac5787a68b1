"""A shared drill in the records and in readiness: each person by what fell due while they sat there."""

from datetime import date
from pathlib import Path

import pytest

from reports.readiness.asking import lines_of
from reports.records.people import id_of
from reports.records.played import played
from reports.records.rows import Filter
from reports.records.store import Records
from simulator.journal.file import write_all
from simulator.language.translator import translator_for
from tests.reports.shared import evening


@pytest.fixture(name="path")
def a_journal(folder: Path) -> Path:
    path = folder / "shared.jsonl"
    write_all(evening(folder)[1], path)
    return path


def test_each_person_has_a_record_of_their_own(records: Records, path: Path) -> None:
    kept = records.keep(path)
    assert kept.people == tuple(id_of(name) for name in ("He Rui", "Gao Fei", "Wu Min", "Lin Qiao"))
    shown = [(seat.seat, seat.shown) for seat in records.seats(Filter(named=True))]
    assert sorted(shown) == [
        ("commander", "Gao Fei"),
        ("commander", "He Rui"),
        ("duty_officer", "Wu Min"),
        ("petition_lead", "Lin Qiao"),
    ]


def test_a_persons_tasks_are_those_that_fell_due_to_them(records: Records, path: Path) -> None:
    records.keep(path)
    due = {
        name: sorted(task.expectation for task in records.tasks(Filter(person=id_of(name))) if task.due is not None
                     and task.status != "not_observed")
        for name in ("He Rui", "Gao Fei", "Wu Min", "Lin Qiao")
    }  # fmt: skip
    assert due == {"He Rui": ["respond"], "Gao Fei": [], "Wu Min": [], "Lin Qiao": ["greet", "open_doors"]}


def test_the_same_journal_read_again_is_the_same_drill(records: Records, path: Path) -> None:
    assert played(path, replay=True).head == played(path).head
    assert [records.keep(path).new, records.keep(path).new] == [True, False]


def test_readiness_names_each_of_them(records: Records, path: Path) -> None:
    records.keep(path)
    told = "\n".join(lines_of(records, Filter(named=True), date(2026, 12, 1), translator_for("en")))
    assert [name for name in ("He Rui", "Gao Fei", "Wu Min", "Lin Qiao") if name not in told] == []
