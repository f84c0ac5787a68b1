"""The lobby as items for its panes: scenarios on offer, a drill being settled, interrupted drills, past results."""

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import ValidationError

from reports.wording import Wording
from simulator.clock import journal_time
from simulator.journal.glance import Glance
from simulator.language.text import Text
from simulator.language.translator import Translator
from simulator.scenario.scenario import Scenario
from tui.choices import Preparation, Result
from tui.presentation.lines import Item, Line, clipped, item, items
from tui.presentation.text import cells, padded, wrapped
from tui.speech import Speech

HARDEST = 5
TITLE, WITH_TYPE = 34, 110
"""Cells of a title in the list of scenarios; the width from which on the list names types."""


def scenario_items(speech: Speech, scenarios: Iterable[Scenario], results: Sequence[Result], width: int) -> list[Item]:
    """The scenarios by number: title, length, difficulty, and what the person last scored."""
    offered = list(scenarios)
    heads = (speech.say("scenario"), speech.say("type"), speech.say("length"), speech.say("difficulty"))
    rows = [heads, *(_parts(speech, scenario) for scenario in offered)]
    rooms = _rooms(width, *(max(cells(row[column]) for row in rows) + 1 for column in (2, 3)))
    found = [item([_row("", heads, speech.say("last score"), rooms, width)], "dim")]
    for place, (scenario, parts) in enumerate(zip(offered, rows[1:], strict=True), 1):
        line = _row(f"{place:>2}. ", parts, last_score(speech, scenario.id, results), rooms, width)
        found.append(item([line], key=scenario.id))
    return found


def _parts(speech: Speech, scenario: Scenario) -> tuple[str, ...]:
    """Title, type, length and difficulty of a scenario."""
    wording = Wording(scenario, speech.translator)
    span, grade = wording.span(scenario.played), difficulty(speech, scenario.difficulty)
    return wording.said(scenario.title), kind(wording), span, grade


def _rooms(width: int, length: int, grade: int) -> tuple[int, ...]:
    """The cells of title, type, length and difficulty; the type stands in the list where there is room.

    A title that is too long gives way to lengths and difficulties, which are shown whole.
    """
    lengths, grades = max(length, 12), max(grade, 11)
    wider = lengths + grades - 23
    if width < WITH_TYPE:
        return (min(TITLE + max(width - 78, 0) - wider, 60), 0, lengths, grades)
    return (min(TITLE + (width - WITH_TYPE) // 2 - wider, 50), 30, lengths, grades)


def _row(number: str, parts: Sequence[str], last: str, rooms: Sequence[int], width: int) -> str:
    columns = "".join(
        padded(clipped(text, room - 1), room) for text, room in zip(parts, rooms, strict=True) if room
    )  # fmt: skip
    return clipped(f"{number or '    '}{columns}{last}", width)


def kind(wording: Wording) -> str:
    """The scenario's type by the plan's name for it."""
    types, own = wording.scenario.emergency_plan.types, wording.scenario.type
    return wording.said(types[own].name) if own in types else own


def difficulty(speech: Speech, grade: int) -> str:
    """`2 of 5`."""
    return speech.say("{grade} of {hardest}", grade=grade, hardest=HARDEST)


def last_score(speech: Speech, scenario: str, results: Sequence[Result]) -> str:
    """Number and letter of the last drill of a scenario, and how it was played; a dash before the first."""
    last = next((each for each in reversed(results) if each.scenario == scenario), None)
    if last is None:
        return "–"
    mode = speech.say("assessed") if last.mode == "assessed" else speech.say("practice")
    return speech.say("{score}, {mode}", score=score(last), mode=mode)


def score(result: Result) -> str:
    """`74.2 S`; a dash where there is no number or no letter."""
    number = "–" if result.overall is None else f"{result.overall:.1f}"
    return f"{number} {result.rating or '–'}"


def about_items(speech: Speech, scenario: Scenario, width: int) -> list[Item]:
    """What a scenario is about: type, seats, clauses, summary."""
    wording = Wording(scenario, speech.translator)
    seats = wording.say(
        "{kind}. Seats: {seats}.", kind=kind(wording), seats=[wording.seat(seat) for seat in scenario.seats]
    )
    summary = wording.said(scenario.summary).strip() if scenario.summary else wording.said(scenario.briefing).strip()
    return [*items(wrapped(seats, width), "dim"), *items(wrapped(summary, width))]


ROWS = ("seat", "mode", "pace", "name", "seed", "language", "start")
"""What is settled before a drill, in order."""


def preparation_items(speech: Speech, prepared: Preparation, width: int) -> list[Item]:
    """A drill being settled, row by row, each with its number."""
    names = {
        "seat": speech.say("Seat"), "mode": speech.say("How"), "pace": speech.say("Pace"), "name": speech.say("Name"),
        "seed": speech.say("Seed"), "language": speech.say("Language"), "start": speech.say("Begin"),
    }  # fmt: skip
    room = max(cells(name) for name in names.values()) + 2
    values = _values(speech, prepared)
    found: list[Item] = []
    for place, row in enumerate(ROWS, 1):
        name = f"{place}. {padded(names[row], room)}"
        lines = wrapped(values[row], width, name) if values[row] else [name.rstrip()]
        found.append(item(lines, "strong" if row == "start" else "", row))
    return found


def _values(speech: Speech, prepared: Preparation) -> dict[str, str]:
    wording = Wording(prepared.scenario, speech.translator)
    practice, assessed = speech.say("practice: pauses, hints, going back"), speech.say("assessed: none of these")
    drawn = speech.say("drawn by lot")
    lasts = wording.span(round(prepared.scenario.played / prepared.pace))
    pace = speech.say(
        "{pace} seconds of the exercise in a second: {time} at the screen", pace=prepared.pace, time=lasts
    )
    return {
        "seat": f"< {wording.seat(prepared.seat)} >",
        "mode": f"< {assessed if prepared.assessed else practice} >",
        "pace": f"< {pace} >",
        "name": prepared.name or speech.say("none: Enter writes it"),
        "seed": drawn if prepared.seed is None else str(prepared.seed),
        "language": f"< {speech.language_name} >",
        "start": "",
    }


def left_items(speech: Speech, left: Iterable[Glance], width: int) -> list[Item]:
    """The drills that were interrupted: which, at which seat, how far."""
    found: list[Item] = []
    for place, each in enumerate(left, 1):
        mode = speech.say("assessed") if each.mode == "assessed" else speech.say("practice")
        values = {"title": titled(speech.translator, each.title, each.scenario), "time": journal_time(each.time)}
        line = speech.say("{title}: left at {time}, {mode}", mode=mode, **values)
        found.append(item(wrapped(line, width, f"{place:>2}. "), key=str(each.path)))
    return found or [item(wrapped(speech.say("No drill was interrupted."), width), "dim")]


def titled(translator: Translator, written: Any, otherwise: str) -> str:
    """A title from a journal in the translator's language."""
    try:
        return translator.say(Text.model_validate(written))
    except (ValidationError, LookupError):
        return otherwise


FIGURES = 5
SIGNS = "▁▂▃▄▅▆▇█"


def result_items(speech: Speech, results: Sequence[Result], width: int) -> list[Item]:
    """The person's results, the newest first, with a small curve of each figure over time above them."""
    if not results:
        return [item(wrapped(speech.say("You have not finished a drill yet."), width), "dim")]
    found = [Item(tuple(Line(line) for line in _trends(speech, results, width))), item([""])]
    for each in reversed(results):
        mode = speech.say("assessed") if each.mode == "assessed" else speech.say("practice")
        values = {"day": each.day or "–", "title": titled(speech.translator, dict(each.title), each.scenario)}
        line = speech.say("{day}  {score}  {title}, {mode}", score=padded(score(each), 7), mode=mode, **values)
        found.append(item([clipped(line, width)]))
    return found


def _trends(speech: Speech, results: Sequence[Result], width: int) -> list[str]:
    """The course of each figure, oldest first, with its last value."""
    names = (speech.say("overall"), speech.say("speed"), speech.say("quality"), speech.say("conduct"),
             speech.say("outcome"), speech.say("coordination"))  # fmt: skip
    room = max(cells(name) for name in names) + 2
    lines: list[str] = []
    for place, name in enumerate(names):
        values = [each.overall if place == 0 else _figure(each, place - 1) for each in results]
        known = [value for value in values if value is not None][-(width - room - 8) :]
        if known:
            curve = "".join(SIGNS[min(int(value / 100 * len(SIGNS)), len(SIGNS) - 1)] for value in known)
            lines.append(f"{padded(name, room)}{curve} {known[-1]:.1f}")
    return lines


def _figure(result: Result, place: int) -> float | None:
    return result.figures[place] if place < len(result.figures) else None
