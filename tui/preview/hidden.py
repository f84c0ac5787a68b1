"""What stands behind a drill as items for a pane: true values, what drives them, what is to come and on what it waits,
what is expected and how it stands. Ids stand as the author wrote them, so that they are found in the file.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.wording import Wording
from simulator.clock import duration
from simulator.engine.behind import Behind, Part
from simulator.evaluation.expectations import Judged, judge
from simulator.evaluation.reading import read
from simulator.journal.entry import DELIVERED, PUT, Entry
from simulator.language.condition import Condition
from simulator.language.quantity import Value
from simulator.language.tree import Expression, Name, Since, walk
from simulator.scenario.messages import Decision, Inject, Trigger
from simulator.scenario.names import parts_of
from tui.presentation.lines import Item, Tone, item
from tui.presentation.text import wrapped
from tui.presentation.verdict import STATUSES

HOLDS, NOT = "[x]", "[ ]"
"""Whether something holds or is reached; no colour is needed to see it."""


def hidden_items(wording: Wording, behind: Behind, entries: Sequence[Entry], now: int, width: int) -> list[Item]:
    """Everything: incidents, facts of the story, messages and questions to come, expectations."""
    return [
        *_headed(wording.say("Incidents"), _incidents(wording, behind, width), width),
        *_headed(wording.say("Facts of the story"), _state(wording, behind, width), width),
        *_headed(wording.say("Still to come"), to_come(wording, behind, entries, width), width),
        *_headed(wording.say("Expected"), expected(wording, entries, now, width), width),
    ]


def _headed(head: str, found: list[Item], width: int) -> list[Item]:
    return [item(wrapped(head, width), "head"), *found, item([""])] if found else []


# -- the world ----------------------------------------------------------------------------------------------


def _incidents(wording: Wording, behind: Behind, width: int) -> list[Item]:
    found: list[Item] = []
    for name, incident in wording.scenario.incidents.items():
        stages = getattr(incident, "stages", {})
        values = [_value_of(behind, name, part) for part in parts_of(incident) if part not in stages]
        found.append(item(wrapped(f"{name}: {', '.join(values)}", width, "", "    "), "strong"))
        found += _moving(behind, getattr(incident, "pressures", {}).items(), "+", width)
        found += _moving(behind, getattr(incident, "reliefs", {}).items(), "-", width)
        for stage, written in stages.items():
            reached = behind.value(f"{name}.{stage}") is True
            line = wording.say("{stage}: from {above}", stage=stage, above=f"{written.above:.2f}")
            found.append(_marked(line, reached, 1, width))
    return found


def _value_of(behind: Behind, name: str, part: str) -> str:
    """One part with its value; of a mood also where it is going."""
    shown = f"{part} {number(behind.value(f'{name}.{part}'), part)}"
    level = behind.level(f"{name}.{part}")
    return shown if level is None else f"{shown} -> {level:.2f}"


def _moving(behind: Behind, written: Iterable[tuple[str, object]], sign: str, width: int) -> list[Item]:
    """What raises or lowers a mood, with its condition and whether it holds."""
    found = []
    for name, each in written:
        condition = getattr(each, "when", None)
        by = getattr(each, "raises", None) or getattr(each, "lowers", 0.0)
        if isinstance(condition, Condition):
            line = f"{name} {sign}{by:.2f}: {condition.source}"
            found.append(_marked(" ".join(line.split()), behind.holds(condition.tree), 1, width))
    return found


def _state(wording: Wording, behind: Behind, width: int) -> list[Item]:
    return [item(wrapped(f"{name}: {number(behind.value(name))}", width)) for name in wording.scenario.state]


# -- what is to come ----------------------------------------------------------------------------------------


def to_come(wording: Wording, behind: Behind, entries: Iterable[Entry], width: int) -> list[Item]:
    """The messages that have not come and the questions that were not put, those with a time first."""
    scenario, been = wording.scenario, _been(entries)
    written: list[tuple[str, Inject | Decision]] = [*scenario.injects.items(), *scenario.decisions.items()]
    waiting = [(name, each) for name, each in written if name not in been or getattr(each, "repeat", None)]
    found: list[Item] = []
    for name, each in sorted(waiting, key=lambda pair: _order(pair[1], scenario.clock)):
        found += _one_to_come(wording, behind, name, each, width)
    return found


def _been(entries: Iterable[Entry]) -> frozenset[str]:
    found = set()
    for entry in entries:
        if entry.kind == DELIVERED:
            found.add(entry.payload["inject"])
        elif entry.kind == PUT:
            found.add(entry.payload["decision"])
    return frozenset(found)


def _order(trigger: Trigger, starts: int) -> tuple[int, int]:
    at = trigger.at
    if at is None or at.after:
        return (1 if trigger.when is not None or at is not None else 2), 0
    return 0, at.window.low if at.clock is None else (at.clock - starts) % 86400


def _one_to_come(wording: Wording, behind: Behind, name: str, each: Inject | Decision, width: int) -> list[Item]:
    """A message or question with its time, and its condition part by part."""
    when = f"at {_at(wording, each)}" if each.at is not None else ""
    if each.at is None and each.when is None:
        when = wording.say("brought by something else")
    found = [item(wrapped(f"{name}: {when}" if when else f"{name}:", width, "", "    "), "strong")]
    return found + (condition_items(wording, behind, each.when, width) if each.when is not None else [])


def _at(wording: Wording, trigger: Trigger) -> str:
    """The time as it is written, and on the scenario's clock."""
    at = trigger.at
    assert at is not None
    if at.after or at.clock is not None or not at.window.fixed:
        return str(at)
    return f"{at} ({wording.clock(at.window.low)})"


def condition_items(wording: Wording, behind: Behind, condition: Condition, width: int) -> list[Item]:
    """A condition part by part: whether each holds, and what its names are worth now."""
    return [
        _marked(_part(wording, behind, condition.source, part), part.holds, 1 + part.depth, width)
        for part in behind.parts(condition.tree)
    ]


def _part(wording: Wording, behind: Behind, source: str, part: Part) -> str:
    if part.joined:
        return part.joined
    start, end = part.node.span
    words = " ".join(source[start:end].split())
    values = [shown for node in walk(part.node) if (shown := _worth(wording, behind, node))]
    return f"{words} ({', '.join(dict.fromkeys(values))})" if values else words


def _worth(wording: Wording, behind: Behind, node: Expression) -> str:
    """The present value of a name or of a time that is counted; empty for what says nothing by a number."""
    match node:
        case Since():
            worth = behind.worth(node)
            return f"since {duration(int(worth))}" if isinstance(worth, int | float) else wording.say("never yet")
        case Name(parts=(_, part)):
            return f"{node.path} {number(behind.value(node.path), part)}"
        case _:
            return ""


def _marked(line: str, holds: bool, depth: int, width: int) -> Item:
    margin = "  " * depth
    return item(wrapped(line, width, f"{margin}{HOLDS if holds else NOT} ", margin + "      "), "" if holds else "dim")


def number(value: Value, part: str = "") -> str:
    """A value as the author's file has such values."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if part == "waited" and isinstance(value, int | float):
        return duration(int(value))
    if isinstance(value, float):
        return f"{value:.2f}"
    return str(value) if value != "" else '""'


# -- what is expected ---------------------------------------------------------------------------------------


def expected(wording: Wording, entries: Iterable[Entry], now: int, width: int) -> list[Item]:
    """Every expectation of every seat by its id: not due yet, open with the time left, or how it came out."""
    return [
        item(wrapped(f"{each.expectation} ({each.seat}): {each.line}", width, "", "    "), each.tone)
        for each in standings(wording, entries, now)
    ]


@dataclass(frozen=True, slots=True)
class ExpectationStanding:
    """How an expectation of a seat stands."""

    expectation: str
    seat: str
    line: str
    tone: Tone


def standings(wording: Wording, entries: Iterable[Entry], now: int) -> list[ExpectationStanding]:
    """How every expectation of every seat stands."""
    record = read(wording.scenario, entries)
    return [
        ExpectationStanding(name, judged.seat, *_standing(wording, judged, now))
        for name in wording.scenario.expectations
        for judged in judge(record, name)
    ]


def _standing(wording: Wording, judged: Judged, now: int) -> tuple[str, Tone]:
    expectation, due = judged.instance.expectation, judged.due
    if due is None:
        return wording.say("not due; waits for {due}", due=expectation.due), "dim"
    if judged.met is not None:
        values = {
            "clock": wording.clock(judged.met),
            "quality": f"{round(judged.quality * 100)} %",
            "credit": f"{judged.credit:.2f}",
            "of": f"{judged.of:g}",
            "status": wording.said(STATUSES[judged.status]),
        }
        return wording.say("{status} {clock}, quality {quality}, credit {credit} of {of}", **values), ""
    limit = due + expectation.limit
    if now < limit:
        values = {
            "due": wording.clock(due),
            "target": wording.clock(due + expectation.target),
            "limit": wording.clock(limit),
            "left": wording.span(limit - now),
        }
        return wording.say("open since {due}: target {target}, limit {limit} ({left} left)", **values), "strong"
    return wording.say("missed: the limit was {limit}", limit=wording.clock(limit)), "urgent"
