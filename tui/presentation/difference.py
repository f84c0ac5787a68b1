"""What another rubric makes of the same journal: the difference as an object and in lines."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reports.card.receipts import STATUSES
from reports.wording import Wording
from simulator.evaluation.as_json import as_json, figure
from simulator.evaluation.rating import Rating
from simulator.evaluation.scorecard import Scorecard, Trainee
from simulator.language.said import say

FIGURES = {
    "overall": say("overall"), "speed": say("speed"), "quality": say("quality"), "conduct": say("conduct"),
    "outcome": say("outcome"), "coordination": say("coordination"),
}  # fmt: skip
SHOWN = ("status", "rating", "timeliness", "quality", "credit", "of")
"""What is told of a task before and after."""

Task = Mapping[str, Any]
"""One task of a trainee in the object of `score --json`."""


@dataclass(frozen=True, slots=True)
class Rescored:
    """One task that the two rubrics judge otherwise; nothing under the one that lacks it."""

    seat: str
    id: str
    instance: int
    was: Task | None
    now: Task | None

    @property
    def gain(self) -> float:
        """The change of its credit."""
        return round(_credit(self.now) - _credit(self.was), 2)


def _credit(task: Task | None) -> float:
    return 0.0 if task is None else float(task["credit"])


def difference(before: Scorecard, after: Scorecard) -> dict[str, Any]:
    """As further keys of the object: `before`, and under `difference` the change of every figure and each task that
    changed. Figures that one of the two lacks have no change.
    """
    was, now = _trainees(before), _trainees(after)
    told = {
        "team": _change(before.team.overall, after.team.overall),
        "trainees": {seat: _change(was[seat].overall if seat in was else None, now[seat].overall) for seat in now},
        "figures": {seat: _figures(was.get(seat), now[seat]) for seat in now},
        "expectations": [_task(each) for each in rescored(before, after)],
    }
    earlier = {seat: figure(each.overall) for seat, each in was.items()}
    return {"before": as_json(before)["team"] | {"trainees": earlier}, "difference": told}


def rescored(before: Scorecard, after: Scorecard) -> list[Rescored]:
    """The tasks that the two judge otherwise, in the order of the later scorecard; what it lacks comes last."""
    was, now = _tasks(before), _tasks(after)
    keys = [*now, *(key for key in was if key not in now)]
    found = [Rescored(*key, _shown(was.get(key)), _shown(now.get(key))) for key in keys]
    return [each for each in found if each.was != each.now]


def _tasks(card: Scorecard) -> dict[tuple[str, str, int], Task]:
    """By seat, id and instance; of several people in a seat that of whoever was there when it fell due."""
    found: dict[tuple[str, str, int], Task] = {}
    for trainee in as_json(card)["trainees"]:
        for task in trainee["expectations"]:
            key = (trainee["seat"], task["id"], task["instance"])
            if key not in found or task["status"] != "not_observed":
                found[key] = task
    return found


def _shown(task: Task | None) -> Task | None:
    return None if task is None else {name: task[name] for name in SHOWN}


def _task(each: Rescored) -> dict[str, Any]:
    return {
        "seat": each.seat, "id": each.id, "instance": each.instance, "was": each.was, "now": each.now,
        "credit": each.gain,
    }  # fmt: skip


def _trainees(card: Scorecard) -> dict[str, Trainee]:
    """By seat; of several people in a seat by seat and name."""
    mine = [trainee for trainee in card.trainees if not trainee.stand_in]
    people = Counter(trainee.seat for trainee in mine)
    return {each.seat if people[each.seat] == 1 else f"{each.seat} ({each.name})": each for each in mine}


def _figures(was: Trainee | None, now: Trainee) -> dict[str, float | None]:
    return {name: _change(None if was is None else _figure(was, name), _figure(now, name)) for name in FIGURES}


def _figure(trainee: Trainee, name: str) -> float | None:
    found: float | None = trainee.overall if name == "overall" else getattr(trainee.figures, name)
    return found


def _change(was: float | None, now: float | None) -> float | None:
    return None if was is None or now is None else figure(round(now, 2) - round(was, 2))


# -- in lines -----------------------------------------------------------------------------------------------


def difference_lines(wording: Wording, before: Scorecard, after: Scorecard) -> list[str]:
    """The same in lines: the team, each trainee's figures that changed, and each task that changed."""
    said = wording.said
    values = {
        "was": _both(before.team.overall, before.team.rating),
        "now": _both(after.team.overall, after.team.rating),
    }
    lines = ["", said(say("Under the scenario it was played with, the team had {was}; now {now}.", **values))]
    was, changed = _trainees(before), rescored(before, after)
    for key, now in _trainees(after).items():
        mine = [each for each in changed if each.seat == now.seat and (key == now.seat or _is_of(each, now))]
        lines += _trainee(wording, was.get(key), now, mine)
    if not changed:
        lines.append(said(say("No task is judged otherwise.")))
    return lines


def _is_of(each: Rescored, trainee: Trainee) -> bool:
    """Whether a task fell due to this one of several people in a seat."""
    tasks = ((judged.id, judged.instance.number) for judged in trainee.judged if judged.observed)
    return (each.id, each.instance) in tasks


def _trainee(wording: Wording, was: Trainee | None, now: Trainee, changed: Iterable[Rescored]) -> list[str]:
    """One trainee's overall, the figures and the tasks that changed."""
    values = {"seat": wording.seat(now.seat), "was": _both(was.overall, was.rating) if was else "–",
              "now": _both(now.overall, now.rating)}  # fmt: skip
    lines = ["  " + wording.said(say("{seat}: {was} → {now}", **values))]
    figures = (
        []
        if was is None
        else [
            line
            for name in FIGURES
            if name != "overall"
            for line in _changed(wording, name, _figure(was, name), _figure(now, name))
        ]
    )
    if figures:
        lines.append("    " + wording.listed(figures))
    return lines + ["    " + _told(wording, each) for each in changed]


def _changed(wording: Wording, name: str, was: float | None, now: float | None) -> list[str]:
    if figure(was) == figure(now):
        return []
    return [wording.say("{figure} {was} → {now}", figure=FIGURES[name], was=_number(was), now=_number(now))]


def _told(wording: Wording, each: Rescored) -> str:
    """One task before and after: `Open the doors: met, 2.1 of 3 → late, 1.5 of 3`."""
    expectation = wording.scenario.expectations.get(each.id)
    task = wording.said(expectation.task).strip() if expectation else each.id
    if each.instance > 1:
        task = wording.say("{task}, time {number}", task=task, number=each.instance)
    values = {"task": task, "was": _verdict(wording, each.was), "now": _verdict(wording, each.now)}
    return wording.say("{task}: {was} → {now}", **values)


def _verdict(wording: Wording, task: Task | None) -> str:
    if task is None:
        return wording.say("not asked for")
    if task["status"] == "not_observed":
        return wording.said(STATUSES["not_observed"])
    status = wording.said(STATUSES[task["status"]])
    return wording.say("{status}, {credit} of {of}", status=status, credit=f"{task['credit']:g}", of=f"{task['of']:g}")


def _both(number: float | None, rating: Rating | None) -> str:
    """A number and its letter: `71.2 (S)`."""
    return f"{_number(number)} ({rating or '–'})"


def _number(number: float | None) -> str:
    return "–" if number is None else f"{number:.1f}"
