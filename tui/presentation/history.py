"""What a seat has known over time, as small curves in signs, and what has changed since it last looked.

Only what the seat's own views told it is kept: nothing hidden gets here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reports.wording import SHARES, Wording
from simulator.engine.view import View
from simulator.language.quantity import Value
from tui.presentation.situation import age, known_value, unit_line
from tui.presentation.text import wrapped

ASCII = "_.-=^"
"""Heights from low to high in signs that every terminal and every voice has."""
BLOCKS = "▁▂▃▄▅▆▇█"

GRAIN = 15
"""At most one sample is kept in so many exercise seconds: a day's drill stays small."""

CURVE = 24
"""Columns of a curve: with its edges it fits the narrowest line."""

SHOWN = ("tension", "distress", "waited", "queue")
"""The parts whose history is shown unasked: tension and waiting."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A value as the seat knew it from a second on."""

    time: int
    value: float


class History:
    """The numbers a seat has known, each with its times, gathered from its views one after another."""

    def __init__(self) -> None:
        self._samples: dict[str, dict[int, Sample]] = {}

    def take(self, view: View) -> None:
        """Remember what a view holds. What was told in messages is complete, however late the view comes."""
        for message in view.inbox:
            if message.understood:
                self._keep_all(message.tells, message.time)
        for path, known in view.known.items():
            self._keep(path, known.value, known.time)

    def _keep_all(self, tells: Mapping[str, Value], time: int) -> None:
        for path, value in tells.items():
            self._keep(path, value, time)

    def _keep(self, path: str, value: Value, time: int) -> None:
        if isinstance(value, int | float) and not isinstance(value, bool):
            kept = self._samples.setdefault(path, {})
            before = kept.get(time // GRAIN)
            if before is None or before.time <= time:
                kept[time // GRAIN] = Sample(time, float(value))

    def of(self, path: str) -> tuple[Sample, ...]:
        """The samples of one name, oldest first; none where the seat never knew it as a number."""
        return tuple(sorted(self._samples.get(path, {}).values(), key=lambda sample: sample.time))

    def until(self, time: int) -> "History":
        """What had been known up to a second: for a drill that goes on from there."""
        found = History()
        for path in self._samples:
            for sample in self.of(path):
                if sample.time <= time:
                    found._keep(path, sample.value, sample.time)
        return found

    @property
    def paths(self) -> tuple[str, ...]:
        """All names of which there are samples."""
        return tuple(self._samples)


def known_at(samples: Sequence[Sample], time: int) -> float | None:
    """The value that was known at a second; nothing before the first."""
    known = [sample.value for sample in samples if sample.time <= time]
    return known[-1] if known else None


def sparkline(samples: Sequence[Sample], now: int, columns: int, highest: float | None, signs: str = ASCII) -> str:
    """The values known from the start until now as a row of signs; blanks while nothing was known.

    *highest* is what the highest sign stands for; without it, the highest of the samples.
    """
    top = highest or max((sample.value for sample in samples), default=0.0) or 1.0
    row = ""
    for column in range(1, columns + 1):
        value = known_at(samples, now * column // columns)
        share = 0.0 if value is None else min(max(value / top, 0.0), 1.0)
        row += " " if value is None else signs[min(int(share * len(signs)), len(signs) - 1)]
    return row


def history_lines(wording: Wording, history: History, now: int, word: str, width: int, signs: str = ASCII) -> list[str]:
    """The curves of tension and waiting, or of what a word names, each with its figures in words."""
    lines: list[str] = []
    for path in history.paths:
        if _is_wanted(wording, path, word):
            lines += _curve(wording, path, history.of(path), now, width, signs)
    if lines:
        return lines
    if word:
        return wrapped(wording.say("You have known no number called '{word}'.", word=word), width)
    return wrapped(wording.say("You know nothing of tension or waiting yet; history WORD shows other numbers."), width)


def _is_wanted(wording: Wording, path: str, word: str) -> bool:
    if not word:
        return path.partition(".")[2] in SHOWN
    return word.casefold() in f"{path} {wording.path(path)}".casefold()


def _curve(
    wording: Wording, path: str, samples: Sequence[Sample], now: int, width: int, signs: str
) -> list[str]:  # fmt: skip
    highest = 1.0 if path.partition(".")[2] in SHARES else None
    row = sparkline(samples, now, CURVE, highest, signs)
    peak = max(samples, key=lambda sample: sample.value)
    values = {
        "name": wording.path(path),
        "first": wording.value(path, samples[0].value), "begin": wording.clock(samples[0].time),
        "peak": wording.value(path, peak.value), "top": wording.clock(peak.time),
        "last": wording.value(path, samples[-1].value), "end": wording.clock(samples[-1].time),
    }  # fmt: skip
    if len({sample.value for sample in samples}) == 1:
        told = wording.say("{name}: {last} at {end}", **values)
    else:
        told = wording.say("{name}: {first} at {begin}, highest {peak} at {top}, {last} at {end}", **values)
    return [*wrapped(told, width, "", "    "), f"    |{row}|"]


def changed_lines(wording: Wording, before: View, now: View, width: int) -> list[str]:
    """What has changed of the values and units that a seat knows, between two looks at them."""
    clock = wording.clock(before.time)
    lines = [line for told in _changed(wording, before, now) for line in wrapped(told, width, "  ")]
    if not lines:
        return [wording.say("Nothing has changed since {clock}.", clock=clock)]
    return [wording.say("Changed since {clock}:", clock=clock), *lines]


def _changed(wording: Wording, before: View, now: View) -> Iterable[str]:
    came = [str(message.number) for message in now.inbox if message.number > len(before.inbox)]
    if came:
        yield wording.say("messages came: {numbers}", numbers=came)
    for path, known in now.known.items():
        value = known_value(wording, path, known)
        old = before.known.get(path)
        was = known_value(wording, path, old) if old is not None else ""
        if value != was:
            values = {"name": wording.path(path), "value": value, "age": age(wording, known, now.time)}
            if was:
                yield wording.say("{name}: {value}, was {was} ({age})", was=was, **values)
            else:
                yield wording.say("{name}: {value} ({age})", **values)
    units = {unit.unit: (unit.place, unit.status, unit.tired) for unit in before.units}
    for unit in now.units:
        if units.get(unit.unit) != (unit.place, unit.status, unit.tired):
            yield unit_line(wording, unit)
