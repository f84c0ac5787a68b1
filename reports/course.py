"""A journal on an axis of time, as the rows of the tension figure: pure functions, nothing is drawn here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reports.figures.rows import Course, Lane, Mark, Stay, Threshold, Tick, Timeline
from reports.wording import Wording
from simulator.clock import on_clock
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.journal.sittings import trainees
from simulator.language.quantity import Curve
from simulator.scenario.crises import Person
from simulator.scenario.incidents import Gathering
from simulator.scenario.moods import Mood

STEPS = (60, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200)
"""Seconds that may lie between two ticks; beyond them whole days."""
DAY = 86400
MOST_TICKS = 9
SAMPLE = 60
"""Seconds between two points of a curve."""
CALM = "calm"
"""Below every stage."""

Span = tuple[int, int]
"""The first second of a stretch of the drill, and the one it ends at."""


def timelines(wording: Wording, journal: Sequence[Entry]) -> tuple[Timeline, ...]:
    """The whole drill, or one timeline for each chapter that it came to."""
    last = max((entry.time for entry in journal if entry.kind != kinds.BASELINES), default=1) or 1
    chapters = [(each.starts, min(each.ends, last)) for each in wording.scenario.chapters.values()]
    reached = [(starts, ends) for starts, ends in chapters if starts < ends]
    return tuple(timeline(wording, journal, span) for span in reached or [(0, last)])


def timeline(wording: Wording, journal: Sequence[Entry], span: Span) -> Timeline:
    """Each mood that there was in a stretch of the drill, what was delivered, and what each trainee did."""
    moods = ((name, mood) for name, mood in moods_of(wording).items())
    courses = [course(wording, name, part, mood.half_life, journal, span) for name, (part, mood) in moods]
    lanes = tuple(_within(lane, span) for lane in lanes_of(wording, journal))
    return Timeline(*span, ticks(wording, span), tuple(each for each in courses if each.runs), lanes)


def ticks(wording: Wording, span: Span) -> tuple[Tick, ...]:
    """Round times of the scenario's clock, few enough to be read. Where a new day begins it is named."""
    starts, ends = span
    days = -(-(ends - starts) // (MOST_TICKS * DAY)) * DAY
    step = next((step for step in STEPS if (ends - starts) / step < MOST_TICKS), days)
    first = starts + -(wording.scenario.clock + starts) % step
    times = [None, *range(first, ends + 1, step)]
    return tuple(Tick(time, _tick_label(wording, time, before)) for before, time in pairwise(times) if time is not None)


def _tick_label(wording: Wording, time: int, before: int | None) -> str:
    starts = wording.scenario.clock
    same_day = before is not None and (starts + before) // DAY == (starts + time) // DAY
    return on_clock(starts, time) if same_day else wording.clock(time)


# -- moods --------------------------------------------------------------------------------------------------


def moods_of(wording: Wording) -> dict[str, tuple[str, Mood]]:
    """The incidents that have a mood: what it is called, and how it moves."""
    found: dict[str, tuple[str, Mood]] = {}
    for name, incident in wording.scenario.incidents.items():
        match incident:
            case Gathering():
                found[name] = ("tension", incident.tension)
            case Person():
                found[name] = ("distress", incident.distress)
    return found


def course(
    wording: Wording, name: str, part: str, half_life: int, journal: Sequence[Entry], span: Span
) -> Course:  # fmt: skip
    """How tense a gathering was, or how distressed a person, from its entries in the journal."""
    mine = [entry for entry in journal if entry.payload.get("incident") == name]
    stages = getattr(wording.scenario.incidents[name], "stages", {})
    return Course(
        wording.thing(name),
        wording.path(f"{name}.{part}"),
        runs(mine, part, half_life, span),
        tuple(Threshold(stage.above, stage_name(wording, name, key)) for key, stage in stages.items()),
        stays(wording, name, mine, span),
    )


def stage_name(wording: Wording, incident: str, stage: str) -> str:
    """A stage as the author calls it."""
    return wording.value(f"{incident}.stage", stage)


@dataclass(slots=True)
class _Run:
    """A time for which a group or person was there, while its points are gathered."""

    points: list[tuple[int, float]] = field(default_factory=list)
    curve: Curve | None = None

    def upto(self, time: int) -> None:
        """Follow the curve to a second."""
        if self.curve is not None:
            first = self.curve.since // SAMPLE * SAMPLE + SAMPLE
            self.points += [(second, self.curve.at(second)) for second in range(first, time, SAMPLE)]
            self.points.append((time, self.curve.at(time)))

    def turn(self, time: int, curve: Curve) -> None:
        """From a second on it follows another curve."""
        self.upto(time)
        if not self.points or self.points[-1] != (time, curve.start):
            self.points.append((time, curve.start))
        self.curve = curve


def runs(entries: Iterable[Entry], part: str, half_life: int, span: Span) -> tuple[tuple[tuple[int, float], ...], ...]:
    """The points of a mood within a stretch: one each minute and at every change, in closed form between them."""
    found: list[_Run] = []
    there: _Run | None = None
    for entry in (entry for entry in entries if entry.time <= span[1]):
        if entry.kind == kinds.MOOD:
            if there is None:
                there = _Run()
                found.append(there)
            value, level = float(entry.payload[part]), float(entry.payload["level"])
            there.turn(entry.time, Curve(value, level, entry.time, half_life))
        elif entry.kind == kinds.ENDED and there is not None:
            there.upto(entry.time)
            there = None
    if there is not None:
        there.upto(span[1])
    inside = (tuple(point for point in run.points if point[0] >= span[0]) for run in found)
    return tuple(run for run in inside if run)


def stays(wording: Wording, name: str, entries: Iterable[Entry], span: Span) -> tuple[Stay, ...]:
    """For how long it stood at each stage; being calm is none."""
    changes = [(entry.time, str(entry.payload["stage"])) for entry in entries if entry.kind == kinds.STAGE]
    cut = [(max(begins, span[0]), min(ends, span[1]), stage) for begins, ends, stage in _lasting(changes, span[1])]
    return tuple(
        Stay(begins, ends, stage_name(wording, name, stage))
        for begins, ends, stage in cut
        if stage != CALM and ends > begins
    )


def _lasting(changes: Sequence[tuple[int, str]], last: int) -> list[tuple[int, int, str]]:
    """Each stage with the seconds at which it began and ended."""
    return [(begins, ends, stage) for (begins, stage), (ends, _) in pairwise([*changes, (last, CALM)])]


# -- lanes --------------------------------------------------------------------------------------------------


def lanes_of(wording: Wording, journal: Sequence[Entry]) -> tuple[Lane, ...]:
    """One lane for what came in, one for each trainee, and one for all stand-ins where there are any."""
    scored = trainees(journal)
    mine = [seat for seat in wording.scenario.seats if seat in scored]
    others = [seat for seat in wording.scenario.seats if seat not in scored]
    found = [Lane(wording.say("came in"), "inject", tuple(came_in(wording, journal)))]
    found += [Lane(wording.seat(seat), "act", tuple(acts(wording, journal, [seat]))) for seat in mine]
    if others:
        found.append(Lane(wording.say("stand-ins"), "act", tuple(acts(wording, journal, others))))
    return tuple(found)


def _within(lane: Lane, span: Span) -> Lane:
    return Lane(lane.name, lane.kind, tuple(mark for mark in lane.marks if span[0] <= mark.time <= span[1]))


def came_in(wording: Wording, journal: Iterable[Entry]) -> list[Mark]:
    """Every inject by its sender, and every decision that came without one."""
    found: list[Mark] = []
    asked_with: set[tuple[int, str]] = set()
    for entry in journal:
        if entry.kind == kinds.DELIVERED:
            inject = entry.payload["inject"]
            found.append(Mark(entry.time, wording.inject(inject)))
            asked_with |= {(entry.time, asked) for asked in wording.scenario.injects[inject].asks}
        elif entry.kind == kinds.PUT and (entry.time, entry.payload["decision"]) not in asked_with:
            found.append(Mark(entry.time, decision_name(wording, entry.payload["decision"])))
    return found


def decision_name(wording: Wording, decision: str) -> str:
    """A decision by who asks it, or by its first words."""
    known = wording.scenario.decisions.get(decision)
    return wording.thing(decision) if known is None else wording.text(known.from_ or known.text)


def acts(wording: Wording, journal: Iterable[Entry], seats: Sequence[str]) -> list[Mark]:
    """The orders and answers of some seats that were carried out, at the seconds from which they count."""
    found: list[Mark] = []
    for entry in journal:
        if entry.seat not in seats:
            continue
        if entry.kind == kinds.CARRIED_OUT:
            found.append(Mark(entry.time, wording.verb(entry.payload["verb"])))
        elif entry.kind == kinds.ANSWERED:
            said = wording.option(entry.payload["decision"], entry.payload["option"])
            found.append(Mark(entry.time, wording.say("“{words}”", words=said)))
    return found
