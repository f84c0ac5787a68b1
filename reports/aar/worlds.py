"""The same drill with its trainees silent and by the book, and the curves of all three side by side."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from reports.course import course, moods_of, timelines
from reports.figures.rows import Course, Ghost, Runs, Timeline, Waiting
from reports.wording import Wording
from simulator.engine.drill import Drill
from simulator.journal import entry as kinds
from simulator.journal.controls import CONTROL
from simulator.journal.entry import CLOSING, Entry
from simulator.journal.sittings import trainees
from simulator.players.bots import player_for
from simulator.players.play import play
from simulator.players.player import Player
from simulator.players.replay import Replayed
from simulator.scenario.incidents import Reception
from simulator.scenario.scenario import Scenario

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Worlds:
    """What happened where all trainees were silent, and where they acted by the book, on the same seed and with the
    stand-ins' acts at their own seconds: the worlds between which the team's outcome is measured.
    """

    silent: Sequence[Entry]
    book: Sequence[Entry]


def worlds(scenario: Scenario, journal: Sequence[Entry]) -> Worlds | None:
    """Play both; nothing where the drill has no end to play to."""
    closing = next((entry for entry in journal if entry.kind == CLOSING), None)
    if closing is None:
        return None
    return Worlds(
        _played(scenario, journal, "silent", closing.time), _played(scenario, journal, "by-the-book", closing.time)
    )


def _played(scenario: Scenario, journal: Sequence[Entry], bot: str, until: int) -> Sequence[Entry]:
    seed, scored = int(journal[0].payload["seed"]), trainees(journal)
    players: dict[str, Player] = {
        seat: player_for(bot, scenario, seat, seed) if seat in scored else Replayed(journal, seat)
        for seat in (CONTROL, *scenario.seats)
    }
    drill = Drill(scenario, seed)
    play(drill, players, until)
    drill.finish()
    return list(drill.journal)


# -- curves -------------------------------------------------------------------------------------------------


def compared(wording: Wording, journal: Sequence[Entry], other: Worlds | None) -> tuple[Timeline, ...]:
    """The timelines of a drill (one for each chapter), each curve beside those of the other worlds."""
    return tuple(_compared(wording, journal, other, rows) for rows in timelines(wording, journal))


def _compared(wording: Wording, journal: Sequence[Entry], other: Worlds | None, rows: Timeline) -> Timeline:
    span = (rows.starts, rows.ends)
    courses = [_course(wording, name, journal, other, span) for name in moods_of(wording)]
    queues = [_waiting(wording, name, journal, other, span) for name in _receptions(wording.scenario)]
    return replace(
        rows,
        courses=tuple(each for each in courses if each.runs or any(ghost.runs for ghost in each.ghosts)),
        waiting=tuple(each for each in queues if each.highest > 0),
    )


def _course(wording: Wording, name: str, journal: Sequence[Entry], other: Worlds | None, span: Span) -> Course:
    part, mood = moods_of(wording)[name]
    own = course(wording, name, part, mood.half_life, journal, span)
    runs = _ghosts(
        wording, other, lambda entries: course(wording, name, part, mood.half_life, entries, span).runs
    )  # fmt: skip
    return replace(own, ghosts=runs, label=wording.say("this drill"))


def _ghosts(wording: Wording, other: Worlds | None, runs: Callable[[Sequence[Entry]], Runs]) -> tuple[Ghost, ...]:
    if other is None:
        return ()
    return (
        Ghost("book", wording.say("by the book"), runs(other.book)),
        Ghost("silent", wording.say("silent"), runs(other.silent)),
    )


def _receptions(scenario: Scenario) -> list[str]:
    return [name for name, incident in scenario.incidents.items() if isinstance(incident, Reception)]


def _waiting(wording: Wording, name: str, journal: Sequence[Entry], other: Worlds | None, span: Span) -> Waiting:
    """The people who wait for a reception: those in its queue, and those of the group it serves who are in none."""
    incident = wording.scenario.incidents[name]
    group = incident.arrivals.from_ if isinstance(incident, Reception) else None
    title = wording.say("{reception}: people waiting", reception=wording.thing(name))
    ghosts = _ghosts(wording, other, lambda entries: waiting_runs(entries, name, group, span))
    return Waiting(title, waiting_runs(journal, name, group, span), ghosts, wording.say("this drill"))


def waiting_runs(journal: Sequence[Entry], reception: str, group: str | None, span: Span) -> Runs:
    """How many waited, from each second at which it changed within a stretch of the drill."""
    counts = {"queue": 0, "outside": 0}
    changes: dict[int, int] = {}
    for entry in journal:
        about = entry.payload.get("incident")
        if entry.kind == kinds.QUEUE and about == reception:
            counts["queue"] = int(entry.payload["queue"])
        elif entry.kind == kinds.PEOPLE and group is not None and about == group:
            counts["outside"] = int(entry.payload["outside"])
        else:
            continue
        changes[entry.time] = counts["queue"] + counts["outside"]
    return _cut(changes, span)


def _cut(changes: Mapping[int, int], span: Span) -> Runs:
    """The stretch's part, with the numbers at which it begins and ends; nothing before the first change."""
    starts, ends = span
    before = [number for time, number in changes.items() if time <= starts]
    points = [(starts, float(before[-1]))] if before else []
    points += [(time, float(number)) for time, number in changes.items() if starts < time <= ends]
    if not points:
        return ()
    return ((*points, (ends, points[-1][1])),)
