"""The improvement items of a drill, as data: what went wrong, how grave it is, and what is to be done about it.

How they read on paper stands elsewhere, and so does whether a later drill shows them mended.

The three grades are those of Chinese emergency exercises, as taught to registered safety engineers (background, marked
B): a *deficiency* (不足项) may leave the response unable to protect people's safety, and is put right within a set
time; what is *to rectify* (整改项) would not do so alone, and is put right before the next exercise; what is *to
improve* (改进项) should be better, as circumstances allow. The same source turns what is to rectify and comes back
in a later exercise into a deficiency: `repeated`. Which verdict gets which grade, and the days, are our own design
values, marked D.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from reports.aar.split import span, split
from simulator.evaluation.conduct import Finding
from simulator.evaluation.expectations import Judged
from simulator.evaluation.scorecard import Scorecard, Trainee
from simulator.language.said import Said, say
from simulator.language.text import Text
from simulator.scenario.deeds import Answered, deeds
from simulator.scenario.expectations import Expectation
from simulator.scenario.scenario import Scenario

Grade = Literal["deficiency", "rectify", "improve"]
GRADES: tuple[Grade, ...] = ("deficiency", "rectify", "improve")
"""Gravest first."""

DAYS: Mapping[Grade, int] = {"deficiency": 15, "rectify": 30, "improve": 90}
"""Days from the exercise until an item is to be settled; design values."""

GRADE_NAMES: Mapping[Grade, Said] = {
    "deficiency": say("deficiency"),
    "rectify": say("to rectify"),
    "improve": say("to improve"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be put right after a drill. Its status begins as open."""

    id: str
    """The expectation's id; for unlawful or harmful acts outside any task `seat.code`. Unique in a drill."""
    clause: str
    """The first clause that it falls under; empty for conduct outside any task."""
    clauses: tuple[str, ...]
    expectation: str
    """Empty for conduct outside any task."""
    code: str
    """The conduct code; empty where nothing unlawful or harmful was done."""
    seat: str
    owner: str
    """The plan's role that is to put it right: that of the seat."""
    grade: Grade
    text: Said
    """What went wrong, in one line."""
    corrective: Said
    """What is to be done about it."""
    days: int
    """Days from the exercise until it is due."""
    times: int
    """How often it went wrong in the drill."""
    at: int
    """The exercise second at which it went wrong first: when it was due, or the act."""
    entry: int
    """The journal's entry that it rests on first."""


def items(scenario: Scenario, journal: Iterable[Any], scorecard: Scorecard) -> tuple[Item, ...]:
    """The items of a drill, the gravest first, then in the order of time. Stand-ins have none.

    *journal* is the one that was scored; items need no more of it than the scorecard holds.
    """
    found = [item for trainee in scorecard.trainees if not trainee.stand_in for item in _of(scenario, trainee)]
    return tuple(sorted(found, key=lambda item: (GRADES.index(item.grade), item.at, item.id)))


def repeated(grade: Grade) -> Grade:
    """The grade of an item that comes back in a later drill: what was to rectify is now a deficiency."""
    return "deficiency" if grade == "rectify" else grade


def grade_of(judged: Judged) -> Grade | None:
    """How grave a verdict is; nothing where it was done promptly, well and lawfully, or was not observed.

    A deficiency: an unlawful act or omission; a task critical, or of life and safety, missed, wrong or past its limit.
    To rectify: any other task missed, wrong or past its limit, and a harmful act. To improve: done in time and
    well enough, but after its target or in part.
    """
    if not judged.observed or judged.rating == "P":
        return None
    if any(found.severity != "harmful" for found in judged.findings):
        return "deficiency"
    if judged.status == "met" and not judged.gate.halved:
        return "improve"
    expectation = judged.instance.expectation
    return "deficiency" if expectation.critical or expectation.speed == 1 else "rectify"


# -- tasks --------------------------------------------------------------------------------------------------


def _of(scenario: Scenario, trainee: Trainee) -> list[Item]:
    """The items of one trainee, one for each task and one for each kind of breach outside tasks."""
    tasks = [_of_task(scenario, each, grade) for each in trainee.judged if (grade := grade_of(each)) is not None]
    within = {(found.code, found.entry) for each in trainee.judged for found in each.findings}
    outside = [found for found in trainee.findings if (found.code, found.entry) not in within]
    return _merged([*tasks, *(_of_breach(scenario, found) for found in outside)])


def _merged(found: Sequence[Item]) -> list[Item]:
    """One item for what went wrong several times: its gravest form, and how often."""
    kept: dict[str, Item] = {}
    for item in found:
        before = kept.get(item.id)
        if before is None:
            kept[item.id] = item
            continue
        graver = min(before, item, key=lambda each: GRADES.index(each.grade))
        kept[item.id] = replace(graver, times=before.times + 1, at=before.at, entry=before.entry)
    return list(kept.values())


def _of_task(scenario: Scenario, judged: Judged, grade: Grade) -> Item:
    expectation, due = judged.instance.expectation, judged.instance.due
    assert due is not None
    breach = _breach_of(judged)
    return Item(
        id=judged.id,
        clause=expectation.clauses[0],
        clauses=tuple(expectation.clauses),
        expectation=judged.id,
        code=breach.code if breach else "",
        seat=judged.seat,
        owner=scenario.role_of(judged.seat),
        grade=grade,
        text=_text(scenario, judged, breach),
        corrective=_corrective(scenario, judged, breach),
        days=DAYS[grade],
        times=1,
        at=due.at,
        entry=due.entry,
    )


def _breach_of(judged: Judged) -> Finding | None:
    """The act that spoiled the task; the gravest of several."""
    order = ("critical", "unlawful", "harmful")
    return min(judged.findings, key=lambda found: order.index(found.severity), default=None)


def _text(scenario: Scenario, judged: Judged, breach: Finding | None) -> Said:
    task = judged.instance.expectation.task
    if judged.status == "missed":
        return say("Not done: {task}", task=task)
    if breach is not None and breach.source not in ("missed", "law"):
        return say("{task}: {breach}", task=task, breach=_name(scenario, breach.code))
    if judged.status == "wrong":
        return say("Done, but wrongly: {task}", task=task)
    if judged.status == "late":
        return say("Done {late} past the limit: {task}", task=task, late=span(_over(judged)))
    if judged.quality < 1:
        return say("Done in part: {task}", task=task)
    return say("Done in time, but after its target: {task}", task=task)


def _over(judged: Judged) -> int:
    """Seconds past the limit."""
    assert judged.met is not None
    return max(judged.met - (judged.due or 0) - judged.instance.expectation.limit, 0)


def _corrective(scenario: Scenario, judged: Judged, breach: Finding | None) -> Said:
    """What is to be done, from what went wrong: the law, the model answer, or the part that took too long."""
    expectation = judged.instance.expectation
    asked = _asked(scenario, expectation)
    limits = {"target": span(expectation.target), "limit": span(expectation.limit)}
    if breach is not None and breach.source not in ("missed", "law"):
        return _lawful(scenario, breach.code)
    if judged.status == "missed":
        return say("Go over it and drill it again until it is done unprompted. The plan asks: {asked}", asked=asked)
    if judged.status == "wrong" or judged.quality < 1:
        return say("Go over the reasons and drill it again. The plan asks: {asked}", asked=asked)
    longest = split(judged).longest
    if longest == "noticed":
        return say("Drill it again: read what comes in at once; done within {target}, at the latest {limit}.", **limits)
    if longest == "carried_out":
        return say("Drill it again: begin it earlier, it takes time; done within {target}, at the latest {limit}.",
                   **limits)  # fmt: skip
    return say("Drill it again: decide sooner; done within {target}, at the latest {limit}.", **limits)


def _asked(scenario: Scenario, expectation: Expectation) -> list[Said | Text]:
    """The deeds that the plan asks for, each an order's name or an answer's text; each once."""
    found: list[Said | Text] = []
    for deed in deeds(expectation):
        if isinstance(deed, Answered):
            found.append(say("“{words}”", words=scenario.decisions[deed.decision].options[deed.option].text))
        else:
            found.append(scenario.order(deed.verb).name)
    return [each for place, each in enumerate(found) if each not in found[:place]]


# -- conduct ------------------------------------------------------------------------------------------------


def _of_breach(scenario: Scenario, found: Finding) -> Item:
    """The item of a breach outside any task."""
    grade: Grade = "rectify" if found.severity == "harmful" else "deficiency"
    return Item(
        id=f"{found.seat}.{found.code}",
        clause="",
        clauses=(),
        expectation="",
        code=found.code,
        seat=found.seat,
        owner=scenario.role_of(found.seat),
        grade=grade,
        text=say("Conduct: {breach}", breach=_name(scenario, found.code)),
        corrective=_lawful(scenario, found.code),
        days=DAYS[grade],
        times=1,
        at=found.at,
        entry=found.entry,
    )


def _name(scenario: Scenario, code: str) -> Text | str:
    known = scenario.conduct.codes.get(code)
    return code if known is None else known.name


def _lawful(scenario: Scenario, code: str) -> Said:
    """Training in what is lawful instead, in the words of the conduct catalogue."""
    known = scenario.conduct.codes.get(code)
    if known is None or known.explains is None:
        return say("Train the lawful way before the next duty, and drill it again.")
    return say("Train before the next duty: {explains}", explains=known.explains)
