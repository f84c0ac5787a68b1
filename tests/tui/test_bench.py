"""`drillroom bench`: it runs, prints a row for each measure, and its floors play what the drill played."""

import math
from pathlib import Path

import pytest

from simulator.engine.drill import Drill
from simulator.language.said import say
from simulator.language.translator import translator_for
from tests.tui.calling import call
from tui.bench.bare import Trace, bare_heap, bare_simpy, traced
from tui.bench.child import drill, keep, readiness, room
from tui.bench.engine import by_the_book
from tui.bench.model import Kit, Ratio, Row, Task
from tui.bench.running import GROUPS, groups_named, run
from tui.bench.telling import markdown, short, table
from tui.bench.terminal import Terminal
from tui.bench.timing import by_turns, percentile
from tui.bench.world import halls, shipped

Printed = pytest.CaptureFixture[str]

TRACE = Trace((((2, 1), (5, 1)), ((0, 0),), ((9, 1),), ()), 10)
"""Two timers; the first sets something urgent, the urgent one a timer past the end."""

RATIOS = (Ratio(3.5, say("bare SimPy")),)
ROWS = [
    Row("a/b", say("{scenario}: the engine alone", scenario="mass"), 12.34, "ms", RATIOS, 7, 5),
    Row("a/c", say("score"), None, "", why_not=say("Dask is not installed")),
]  # fmt: skip


def test_the_object_holds_a_drill_against_both_floors(capsys: Printed) -> None:
    told = call(capsys, "bench", "--quick", "--only", "engine", "--json")
    assert told.status == 0
    assert told.object["exercise"] == "EXERCISE"
    assert [row["id"] for row in told.object["rows"]] == ["engine/tutorial/played", "engine/tutorial/engine"]
    played = told.object["rows"][0]
    assert [ratio["to"] for ratio in played["ratios"]] == ["bare SimPy", "bare heap"]
    assert played["value"] > 0
    assert played["unit"] == "ms"
    assert told.err == "1 of 1: engine: tutorial\n"


def test_the_table_is_in_the_language_of_the_call_and_written_as_markdown(tmp_path: Path, capsys: Printed) -> None:
    out = tmp_path / "table.md"
    told = call(capsys, "bench", "--quick", "--only", "engine", "--lang", "zh", "--out", out)
    assert told.out.startswith("演练")
    assert out.read_text(encoding="utf-8").startswith("## 演练")
    assert len([line for line in out.read_text(encoding="utf-8").splitlines() if line.startswith("| tutorial")]) == 2


def test_a_measure_that_does_not_exist_is_named(capsys: Printed) -> None:
    told = call(capsys, "bench", "--only", "engin")
    assert told.status == 2
    assert "there is no measure 'engin'; did you mean 'engine'?" in told.err


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, capsys: Printed) -> None:
    told = call(capsys, "bench", "--quick", "--only", "engine", "--out", tmp_path / "none" / "table.md")
    assert told.status == 2
    assert "cannot be written" in told.err


def test_groups_come_once_and_in_the_order_of_the_table() -> None:
    assert groups_named(["keys", "engine", "keys"]) == ("engine", "keys")
    assert groups_named([]) == ("engine", "growth", "rehearsal", "after", "start", "memory", "keys")


def test_both_floors_fire_the_events_before_the_end() -> None:
    assert (bare_simpy(TRACE), bare_heap(TRACE)) == (3, 3)
    assert (TRACE.events, TRACE.timers) == (3, 3)


def test_the_floors_of_a_drill_fire_as_many_events_as_the_drill() -> None:
    scenario = shipped("tutorial")
    journal = tuple(by_the_book(scenario).journal)
    trace = traced(Drill(scenario, 1), journal)
    # The last halt of the drill stands at its end, which the floors do not reach.
    assert trace.events - bare_simpy(trace) == 1
    assert trace.events - bare_heap(trace) == 1
    assert trace.timers < trace.events


@pytest.mark.parametrize("people", [10_000, 1_000_000])
def test_a_drill_has_as_many_events_for_a_million_people_as_for_a_hundred(people: int) -> None:
    few, many = (traced(Drill(halls(1, size, 2), 1), ()) for size in (100, people))
    assert few.timers == many.timers == 213


def test_events_grow_with_the_halls() -> None:
    one, ten = (traced(Drill(halls(number, 100, 1), 1), ()).timers for number in (1, 10))
    assert math.isclose(ten / one, 10, rel_tol=0.25)


def test_a_median_leaves_the_first_turn_out() -> None:
    moments = iter([0, 90, 90, 91, 91, 94, 94, 96])
    assert by_turns([lambda: None], 3, lambda: next(moments)) == [2]


def test_the_nearest_rank() -> None:
    assert percentile(range(1, 101), 0.95) == 96
    assert percentile([3.0], 0.95) == 3.0


def test_the_time_left_goes_by_the_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int, str, float]] = []
    tasks = [Task("engine", say("score"), weight, list) for weight in (1.0, 3.0)]

    def two(kit: Kit) -> list[Task]:
        return tasks

    monkeypatch.setitem(GROUPS, "engine", two)
    moments = iter([0.0, 2.0])
    monkeypatch.setattr("tui.bench.running.time.monotonic", lambda: next(moments))
    run(("engine",), True, lambda done, of, name, left: told.append((done, of, str(name), left)))
    assert told == [(0, 2, "engine: score", -1.0), (1, 2, "engine: score", 6.0)]


def test_what_was_left_out_stands_below_with_its_reason() -> None:
    lines = table(translator_for("en"), ROWS, 140)
    assert lines[-2].split() == ["mass:", "the", "engine", "alone", "12.3", "ms", "7", "3.5", "×", "bare", "SimPy", "5"]
    assert lines[-1] == "left out: score (Dask is not installed)"
    assert markdown(translator_for("en"), ROWS)[-1] == "- left out: score (Dask is not installed)"


@pytest.mark.parametrize(("value", "shown"), [(1234.5, "1234"), (99.94, "99.9"), (0.01234, "0.0123"), (5.0, "5")])
def test_figures_have_three_digits_that_count(value: float, shown: str) -> None:
    assert short(value) == shown


def test_a_terminal_shows_what_a_program_draws_and_hands_it_keys() -> None:
    with Terminal(
        ["sh", "-c", "printf ready; read answer; printf 'came:%s' $answer"], {"PATH": "/usr/bin:/bin"}
    ) as one:
        before = one.until(b"ready")
        one.press(b"yes\n")
        assert one.until(b"came:yes") >= before


def test_a_program_that_ends_without_the_text_is_told() -> None:
    with (
        Terminal(["sh", "-c", "printf other"], {"PATH": "/usr/bin:/bin"}) as one,
        pytest.raises(TimeoutError, match="wanted"),
    ):
        one.until(b"wanted")


def test_keys_are_pressed_in_a_still_and_in_a_busy_world(capsys: Printed) -> None:
    told = call(capsys, "bench", "--quick", "--only", "keys", "--json")
    rows = {row["id"]: row for row in told.object["rows"]}
    assert list(rows) == [f"keys/{world}/{part}" for world in ("still", "busy") for part in ("median", "p95", "events")]
    assert {row["left_out"] for row in rows.values()} == {None}
    assert rows["keys/busy/events"]["value"] > 10 * rows["keys/still/events"]["value"]


def test_growth_is_told_for_drills_and_for_files(capsys: Printed) -> None:
    told = call(capsys, "bench", "--quick", "--only", "growth", "--json")
    sizes = {"heads": (100, 10_000, 1_000_000), "incidents": (10, 100), "hours": (1, 2), "check": (10, 100)}
    sizes |= dict.fromkeys(("read", "score", "verify"), (1, 2))
    wanted = [f"growth/{what}/{size}" for what, each in sizes.items() for size in each]
    assert [row["id"] for row in told.object["rows"]] == wanted
    assert {row["left_out"] for row in told.object["rows"]} == {None}


def test_a_drill_holds_what_its_journal_needs_and_a_room_more_for_more_seats() -> None:
    assert 0.05 < drill("tutorial")["grown"] < 5
    assert room("8", "10")["grown"] > room("1", "10")["grown"]


def test_journals_are_taken_into_the_records_and_make_one_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRILLROOM_RECORDS", f"sqlite:///{tmp_path / 'records.sqlite'}")
    keep("3", str(tmp_path))
    assert len(list(tmp_path.glob("kept-*.jsonl"))) == 3
    assert readiness()["drills"] == 3
