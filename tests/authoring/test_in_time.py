"""What can be done in the time that is given: orders one after another, ways, a seat's tasks together."""

from pathlib import Path

import pytest

from tests.authoring.sample import findings_of

OPEN = '    do: ["open_reception(place=hall)", "register(incident=residents)"]\n    target: 10m\n    limit: 25m\n'


def sent(met: str, target: str, limit: str) -> tuple[str, str]:
    """The task at the doors as sending the reception team, which has eight minutes to go at the least."""
    do = '    do: ["dispatch(unit=reception_team, place=hall)"]\n'
    return OPEN, f"{do}{met}    target: {target}\n    limit: {limit}\n"


ARRIVED = "    met: dispatch(unit=reception_team).done and reception_team.on_scene\n"
EITHER = "    met: dispatch(unit=reception_team).done and (reception_team.on_scene or windows.open)\n"


@pytest.mark.parametrize(
    ("met", "target", "limit", "codes"),
    [
        (ARRIVED, "9m", "12m", []),
        (ARRIVED, "5m", "12m", ["W414"]),
        (ARRIVED, "5m", "8m", ["E431"]),
        (EITHER, "5m", "8m", []),
        ("", "5m", "8m", []),
    ],
)
def test_the_way_counts_where_somebody_must_have_arrived(
    tmp_path: Path, met: str, target: str, limit: str, codes: list[str]
) -> None:
    assert [each.code for each in findings_of(tmp_path, sent(met, target, limit))] == codes


def task(name: str, due: str, limit: str) -> str:
    return (
        f"  {name}: {{of: commander, task: See the gate, clauses: [M1], due: {due},"
        f" do: [inspect(place=hall)], target: 10m, limit: {limit}}}\n"
    )


@pytest.mark.parametrize(
    ("due", "limit", "codes"),
    [("residents.blocking", "25m", ["E432"]), ("residents.blocking", "26m", []), ("late_call", "20m", [])],
)
def test_a_seats_tasks_of_one_cause_must_fit_into_their_time_together(
    tmp_path: Path, due: str, limit: str, codes: list[str]
) -> None:
    call = ("  chant:\n", "  late_call: {at: 2h, to: commander, text: Late call}\n  chant:\n")
    change = ("expectations:\n", "expectations:\n" + task("gate", due, limit))
    assert [each.code for each in findings_of(tmp_path, call, change)] == codes


def test_the_same_order_serves_two_tasks(tmp_path: Path) -> None:
    again = task("again", "residents.blocking", "20m").replace("inspect(place=hall)", "listen(incident=residents)")
    again = again.replace("target: 10m", "target: 16m")
    assert [each.code for each in findings_of(tmp_path, ("expectations:\n", "expectations:\n" + again))] == []
