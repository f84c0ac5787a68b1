"""One deed of one seat in a made-up scenario, at one second or another: what a score must make of it."""

from dataclasses import dataclass
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from simulator.evaluation.expectations import Judged
from simulator.evaluation.scorecard import Scorecard, evaluate
from simulator.journal.acts import Act, Order
from simulator.journal.entry import DELIVERED, UNDERSTOOD
from simulator.scenario.scenario import Scenario
from tests.soundness.acting import Deed, played
from tests.soundness.effort import effort
from tests.soundness.worlds import worlds

LEAD = "petition_lead"
PEOPLE = "residents.people"
HIGHEST = 10**6
DEEDS: dict[str, Order] = {
    "first_report": Order("report_upward", {"kind": "first"}),
    "reception": Order("open_reception", {"place": "hall"}),
    "team": Order("dispatch", {"unit": "team", "place": "hall"}),
}
"""What each expectation asks for; the report says besides how many people."""


@dataclass(frozen=True, slots=True)
class Task:
    """An expectation that falls due once, in a drill with a seed."""

    world: Scenario
    seed: int
    name: str
    due: int
    told: int

    @property
    def target(self) -> int:
        return self.world.expectations[self.name].target

    @property
    def limit(self) -> int:
        return self.world.expectations[self.name].limit

    @property
    def takes(self) -> int:
        return self.world.order(DEEDS[self.name].verb).takes

    def order(self, people: int | None = None) -> Order:
        deed = DEEDS[self.name]
        number = {"people": self.told if people is None else people} if self.name == "first_report" else {}
        return Order(deed.verb, {**deed.arguments, **number})

    def after(self, wait: int, act: Act) -> Judged:
        """How the task is judged where this alone is done, so long after it fell due."""
        return self.judged(self.card([Deed(self.due + wait, LEAD, act)]))

    def card(self, script: list[Deed]) -> Scorecard:
        return evaluate(self.world, played(self.world, self.seed, script).journal)

    def judged(self, card: Scorecard) -> Judged:
        found = [each for trainee in card.trainees for each in trainee.judged if each.instance.id == self.name]
        return found[0]


@st.composite
def tasks(draw: st.DrawFn, names: tuple[str, ...] = tuple(DEEDS)) -> Task:
    """A task of a random scenario without a jump in time; how many people there are was told once."""
    world, seed = draw(worlds), draw(st.integers(0, 10**9))
    assume(not world.chapters and (world.units["team"].count or "team" not in names))
    journal = played(world, seed, []).journal
    told = [each for each in journal.of_kind(DELIVERED, UNDERSTOOD) if LEAD in each.payload["numbers"]]
    early = [each for each in told if each.payload["inject"] == "early"]
    tells: list[Any] = [each.payload["tells"][PEOPLE] for each in told if PEOPLE in each.payload["tells"]]
    assume(len(early) == len(tells) == 1)
    return Task(world, seed, draw(st.sampled_from(names)), early[0].time, tells[0])


waits = st.integers(1, 4800)
"""Seconds: in the very one at which it falls due, an act may still come before the message."""


@effort(7)
@given(tasks(), waits, waits)
def test_the_same_deed_done_earlier_never_earns_less(task: Task, one: int, other: int) -> None:
    early, late = (task.after(wait, task.order()) for wait in sorted((one, other)))
    assert early.timeliness >= late.timeliness
    assert early.credit >= late.credit


@effort(7)
@given(tasks())
def test_on_its_target_all_timeliness_is_earned_and_on_its_limit_none(task: Task) -> None:
    assume(task.target >= task.takes)
    assert task.after(task.target - task.takes, task.order()).timeliness == 1
    assert task.after(task.limit - task.takes, task.order()).timeliness == 0


@effort(7)
@given(tasks(("first_report",)), st.integers(1, HIGHEST))
def test_a_false_or_missing_report_scores_below_a_late_true_one(task: Task, off: int) -> None:
    assume(task.world.expectations[task.name].speed < 1 and task.due + task.limit < task.world.length - 600)
    late = task.after(task.limit + 300 - task.takes, task.order())
    false = task.after(1, task.order((task.told + off) % HIGHEST))
    missing = task.judged(task.card([]))
    assert false.credit == missing.credit == 0 < late.credit
    wanted = {task.world.expectations[task.name].if_missed} - {None}
    assert {finding.code for finding in missing.findings} >= wanted


@effort(7)
@given(tasks(("first_report",)), waits)
def test_fast_and_wrong_scores_below_slow_and_right(task: Task, off: int) -> None:
    assume(task.world.expectations[task.name].speed < 1)
    right = task.after(task.limit - task.takes, task.order())
    wrong = task.after(1, task.order((task.told + 1 + off) % HIGHEST))
    assert wrong.credit < right.credit


@effort(7)
@given(tasks(), waits)
def test_the_order_of_independent_acts_at_one_second_changes_no_score(task: Task, wait: int) -> None:
    second = task.due + wait
    mine = Deed(second, LEAD, task.order())
    others = [Deed(second, "public_security", Order("show_of_force", {"incident": "drivers"})),
              Deed(second, "duty_officer", Order("stop_inflow", {"place": "bridge"}))]  # fmt: skip
    first, last = task.card([mine, *others]), task.card([*reversed(others), mine])
    assert [(each.seat, each.overall, each.rating, each.figures) for each in first.trainees] == [
        (each.seat, each.overall, each.rating, each.figures) for each in last.trainees
    ]
    assert (first.team.overall, first.team.rating) == (last.team.overall, last.team.rating)
