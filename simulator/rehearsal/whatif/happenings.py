"""What happens in one of two worlds and not in the other: stages, harm, broken promises, silence, other tasks."""

from collections.abc import Iterable, Mapping, Sequence

from simulator.evaluation.expectations import Judged
from simulator.evaluation.scorecard import Scorecard
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.journal.journal import Journal
from simulator.rehearsal.whatif.model import Changed, Happened, Kind
from simulator.scenario.crises import Rumour
from simulator.scenario.scenario import Scenario

LATER = 60
"""Seconds by which a stage must be reached later (or sooner) for that to be told."""

HIGHER = 0.05
"""The share of its audience by which a rumour's peak must differ for that to be told."""

GRAVEST: tuple[Kind, ...] = ("harm", "despair", "stage", "safety", "promise", "rumour", "silence", "task")
"""In what order they are told."""

ORDER = ("met", "late", "wrong", "missed")
"""The statuses of a task, the best first."""

Own = tuple[str, int]
"""What was put right itself: an expectation and its instance, or a decision and 0."""

Weighed = tuple[bool, Happened]
"""Whether the other world is the better for it."""


def happenings(
    scenario: Scenario, recorded: Journal, here: Journal, cards: tuple[Scorecard, Scorecard], own: Iterable[Own] = ()
) -> tuple[tuple[Happened, ...], tuple[Happened, ...]]:
    """What the other world avoids and what it brings, the gravest first. *cards* are of both in their order; *own*
    is what was put right, which is told elsewhere.
    """
    told = frozenset(own)
    found = [
        *_stages(scenario, recorded, here), *_harm(recorded, here), *_promises(recorded, here),
        *_persons(recorded, here), *_rumours(scenario, cards), *_silences(recorded, here), *_tasks(cards),
    ]  # fmt: skip
    named = [(better, each) for better, each in found if (each.subject, each.instance) not in told]
    ranked = sorted(named, key=lambda pair: GRAVEST.index(pair[1].kind))
    return tuple(each for better, each in ranked if better), tuple(each for better, each in ranked if not better)


def _stages(scenario: Scenario, recorded: Journal, here: Journal) -> list[Weighed]:
    """Stages reached in one alone, or first reached a minute later or sooner; the highest stage first."""
    then, now = _first_stages(recorded), _first_stages(here)
    found: list[tuple[float, Weighed]] = []
    for incident, stage in dict.fromkeys([*then, *now]):
        at, would = then.get((incident, stage)), now.get((incident, stage))
        if at is not None and would is not None and abs(would - at) <= LATER:
            continue
        better = would is None or (at is not None and would > at)
        found.append((-_threshold(scenario, incident, stage), (better, Happened("stage", incident, stage, at, would))))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _first_stages(journal: Journal) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for entry in journal.of_kind(kinds.STAGE):
        if entry.payload.get("up"):
            found.setdefault((entry.payload["incident"], entry.payload["stage"]), entry.time)
    return found


def _threshold(scenario: Scenario, incident: str, stage: str) -> float:
    known = getattr(scenario.incidents.get(incident), "stages", {}).get(stage)
    return 0.0 if known is None else float(known.above)


def _harm(recorded: Journal, here: Journal) -> list[Weighed]:
    then, now = _harmed(recorded), _harmed(here)
    first, there = _first(recorded, kinds.HARM, "harm"), _first(here, kinds.HARM, "harm")
    kinds_of_harm = sorted({*then, *now})
    return [
        (now.get(kind, 0) < then.get(kind, 0),
         Happened("harm", kind, "", first.get(kind), there.get(kind), Changed(then.get(kind, 0), now.get(kind, 0))))
        for kind in kinds_of_harm
        if then.get(kind, 0) != now.get(kind, 0)
    ]  # fmt: skip


def _harmed(journal: Journal) -> Mapping[str, int]:
    return {} if journal.closing is None else journal.closing.payload["harm"]


def _first(journal: Journal, kind: str, key: str) -> dict[str, int]:
    """By what it is about the first second of a kind of entry."""
    found: dict[str, int] = {}
    for entry in journal.of_kind(kind):
        found.setdefault(str(entry.payload[key]), entry.time)
    return found


def _promises(recorded: Journal, here: Journal) -> list[Weighed]:
    """Promises broken more or less often."""
    then, now = recorded.of_kind(kinds.BROKEN), here.of_kind(kinds.BROKEN)
    found: list[Weighed] = []
    for what in dict.fromkeys(str(entry.payload["what"]) for entry in (*then, *now)):
        was, would = _of(then, what), _of(now, what)
        if len(was) != len(would):
            number = Changed(len(was), len(would))
            at, there = min(was, default=None), min(would, default=None)
            found.append((len(would) < len(was), Happened("promise", what, "", at, there, number)))
    return found


def _of(entries: Sequence[Entry], what: str) -> list[int]:
    return [entry.time for entry in entries if str(entry.payload["what"]) == what]


def _persons(recorded: Journal, here: Journal) -> list[Weighed]:
    """Who acts in despair, and who comes to safety, in one world alone."""
    found: list[Weighed] = []
    pairs: tuple[tuple[Kind, str, bool], ...] = (("despair", kinds.CROSSED, True), ("safety", kinds.SAFE, False))
    for kind, entry_kind, better_gone in pairs:
        then, now = _first(recorded, entry_kind, "incident"), _first(here, entry_kind, "incident")
        for name in dict.fromkeys([*then, *now]):
            if (name in then) != (name in now):
                gone = name in then
                found.append((gone == better_gone, Happened(kind, name, "", then.get(name), now.get(name))))
    return found


def _rumours(scenario: Scenario, cards: tuple[Scorecard, Scorecard]) -> list[Weighed]:
    """Rumours that reach clearly fewer or more."""
    found: list[Weighed] = []
    for name, incident in scenario.incidents.items():
        path = f"{name}.reach.max"
        was, would = cards[0].measures.get(path, 0.0), cards[1].measures.get(path, 0.0)
        if isinstance(incident, Rumour) and abs(was - would) >= HIGHER:
            found.append((would < was, Happened("rumour", name, number=Changed(was, would))))
    return found


def _silences(recorded: Journal, here: Journal) -> list[Weighed]:
    """Decisions that find no answer in one world alone."""
    then, now = _first(recorded, kinds.SILENT, "decision"), _first(here, kinds.SILENT, "decision")
    names = [name for name in dict.fromkeys([*then, *now]) if (name in then) != (name in now)]
    return [(name in then, Happened("silence", name, "", then.get(name), now.get(name))) for name in names]


def _tasks(cards: tuple[Scorecard, Scorecard]) -> list[Weighed]:
    """Expectations due in both whose status differs; each instance."""
    then, now = (_by_task(card) for card in cards)
    found: list[Weighed] = []
    for task, was in then.items():
        would = now.get(task)
        if would is not None and would.status != was.status:
            better = ORDER.index(would.status) < ORDER.index(was.status)
            told = Happened("task", was.id, f"{was.status}, {would.status}", was.met, would.met, instance=task[1])
            found.append((better, told))
    return found


def _by_task(card: Scorecard) -> dict[tuple[str, int], Judged]:
    judged = (each for trainee in card.trainees for each in trainee.judged if each.observed)
    return {(each.id, each.instance.number): each for each in judged}
