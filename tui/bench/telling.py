"""The rows of a run as a table for a terminal, as Markdown for a document, and as one object."""

import os
import platform
from collections.abc import Sequence
from typing import Any

from simulator import __version__
from simulator.language.said import say
from simulator.language.translator import Translator
from tui.bench.model import Ratio, Row
from tui.presentation.table import table_lines

MARK = say("EXERCISE")


def table(speaker: Translator, rows: Sequence[Row], width: int) -> list[str]:
    """Lines for a terminal; what was left out stands below with its reason."""
    headings = _headings(speaker)
    cells = [_cells(speaker, row) for row in rows if row.value is not None]
    lines = [title(speaker), machine(speaker), ""]
    if cells:
        lines += table_lines(headings, cells, width, "<>><>")
    return [*lines, *_reasons(speaker, rows)]


def markdown(speaker: Translator, rows: Sequence[Row]) -> list[str]:
    """The same for a document."""
    cells = [_headings(speaker), ["---", "--:", "--:", "---", "--:"]]
    cells += [_cells(speaker, row) for row in rows if row.value is not None]
    lines = [f"## {title(speaker)}", "", machine(speaker), ""]
    lines += [f"| {' | '.join(row)} |" for row in cells]
    reasons = [f"- {line}" for line in _reasons(speaker, rows)]
    return [*lines, *(["", *reasons] if reasons else [])]


def as_object(speaker: Translator, rows: Sequence[Row]) -> dict[str, Any]:
    """The same for a program: figures as they are."""
    return {
        "exercise": speaker.say(MARK),
        "version": __version__,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "rows": [_object(speaker, row) for row in rows],
    }


def _object(speaker: Translator, row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "what": speaker.say(row.what),
        "value": row.value,
        "unit": row.unit,
        "events": row.events,
        "ratios": [{"times": ratio.times, "to": speaker.say(ratio.to)} for ratio in row.ratios],
        "repeats": row.repeats,
        "left_out": None if row.why_not is None else speaker.say(row.why_not),
    }


def title(speaker: Translator) -> str:
    return speaker.say(say("{mark} – Speed and memory of Drillroom {version}", mark=MARK, version=__version__))


def machine(speaker: Translator) -> str:
    """What the figures hang on: nothing that names the machine."""
    values = {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()}
    return speaker.say(say("Python {python}, {system}, {cores} cores; each time the median of its repeats", **values))


def _headings(speaker: Translator) -> list[str]:
    words = (say("Measure"), say("Value"), say("Events"), say("Ratios"), say("Repeats"))
    return [speaker.say(word) for word in words]


def _cells(speaker: Translator, row: Row) -> list[str]:
    ratios = "; ".join(_ratio(speaker, each) for each in row.ratios)
    events = "" if row.events is None else str(row.events)
    return [speaker.say(row.what), f"{short(row.value or 0.0)} {row.unit}", events, ratios, str(row.repeats)]


def _ratio(speaker: Translator, ratio: Ratio) -> str:
    return speaker.say(say("{times} × {to}", times=short(ratio.times), to=ratio.to))


def _reasons(speaker: Translator, rows: Sequence[Row]) -> list[str]:
    return [
        speaker.say(say("left out: {what} ({reason})", what=row.what, reason=row.why_not))
        for row in rows
        if row.why_not is not None
    ]


def short(value: float) -> str:
    """A figure with three digits that count."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
