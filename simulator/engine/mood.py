"""A mood that relaxes: the tension of a group, the distress of a person. Closed form between two changes;
the next stage is one computed crossing, so that cost follows changes, not time and not heads.

level = base + pressures that hold − reliefs that hold + an offset of its owner's, held in 0..1; half of the
way to it in every half-life.
"""

from collections.abc import Callable, Mapping

from simulator.engine.clockwork import Timer
from simulator.engine.core import Core
from simulator.journal import entry
from simulator.language.condition import Condition
from simulator.language.quantity import Curve, Steady
from simulator.scenario.moods import Mood, Pressure, Relief, Stage

CALM = "calm"


class LiveMood:
    """The mood of one incident in a running drill."""

    def __init__(
        self,
        core: Core,
        owner: str,
        part: str,
        written: Mood,
        stages: Mapping[str, Stage],
        offset: Callable[[], float],
        entered: Callable[[str], None],
        recorded: Callable[[], dict[str, float]],
    ) -> None:
        """*offset* is added to the level; *entered* is called with each stage reached from below; *recorded*
        are the owner's own values that stand beside the mood in the journal.
        """
        self._core, self._owner, self._part = core, owner, part
        self._written, self._stages = written, stages
        self._offset, self._entered, self._recorded = offset, entered, recorded
        self.stage = CALM
        self.curve = Curve(written.start, written.start, 0, written.half_life)
        self._begun = False
        self._waits = False
        """Whether its conditions are watched already: they are to the end, however often it begins."""
        self._shifts: dict[str, float] = {}
        self._crossing: Timer | None = None
        core.tracks.declare(f"{owner}.{part}")

    def begin(self, pressures: Mapping[str, Pressure], reliefs: Mapping[str, Relief]) -> None:
        """From now on it relaxes, and waits on what raises and lowers it."""
        self._begun = True
        self.curve = Curve(self._written.start, self._written.start, self._core.now, self._written.half_life)
        if not self._waits:
            self._waits = True
            for name, pressure in pressures.items():
                self._watch(name, pressure.raises, pressure.when, pressure)
            for name, relief in reliefs.items():
                self._watch(name, -relief.lowers, relief.when, None)
        self.relax()

    def end(self) -> None:
        """It is over: nothing moves any more, and from now on it measures as nought."""
        self._begun = False
        if self._crossing:
            self._crossing.stop()
        now = self._core.now
        self.curve = Curve(self.curve.at(now), self.curve.at(now), now, self._written.half_life)
        self._core.tracks.follow(f"{self._owner}.{self._part}", Steady(0.0))

    def now(self) -> float:
        """Its value at the present second."""
        return self.curve.at(self._core.now)

    def reached(self, stage: str) -> bool:
        """Whether it stands at this stage or a higher one."""
        names = [CALM, *self._stages]
        return stage in names and names.index(self.stage) >= names.index(stage)

    def _watch(self, name: str, shift: float, when: Condition | None, pressure: Pressure | None) -> None:
        if when is not None:
            self._core.watches.watch(when, lambda holds: self._shift(name, shift if holds else 0.0))
        elif pressure is not None and pressure.above is not None:
            self._self_driven(name, pressure, pressure.above)

    def _self_driven(self, name: str, pressure: Pressure, above: float) -> None:
        """A pressure of the mood's own, with two thresholds so that it cannot flicker."""
        low = above if pressure.until_below is None else pressure.until_below
        rising = Condition.read(f"{self._owner}.{self._part} > {above:.12f}")
        falling = Condition.read(f"{self._owner}.{self._part} < {low:.12f}")
        self._core.watches.watch(rising, lambda holds: self._shift(name, pressure.raises) if holds else None)
        self._core.watches.watch(falling, lambda holds: self._shift(name, 0.0) if holds else None)

    def _shift(self, name: str, shift: float) -> None:
        self._shifts[name] = shift
        self.relax()

    def step(self, by: float) -> None:
        """A sudden change, held in 0..1."""
        now = self._core.now
        value = min(1.0, max(0.0, self.curve.at(now) + by))
        self.curve = Curve(value, self.curve.level, now, self._written.half_life)
        self.relax()

    def relax(self) -> None:
        """Something that the level hangs on has changed: find it anew when the present callback has ended."""
        if self._begun:
            self._core.clockwork.put_off(f"mood of {self._owner}", self._find_level)

    def _find_level(self) -> None:
        if not self._begun:
            return
        level = self._written.base + self._offset()
        for shift in self._shifts.values():
            level += shift
        now = self._core.now
        self.curve = Curve(self.curve.at(now), min(1.0, max(0.0, level)), now, self._written.half_life)
        self._core.tracks.follow(f"{self._owner}.{self._part}", self.curve)
        self._core.write(entry.MOOD, self._payload())
        self._core.touch(self._owner)
        self._climb()

    def _payload(self) -> dict[str, object]:
        values = {self._part: self.now(), "level": self.curve.level, **self._recorded()}
        return {"incident": self._owner} | {name: round(value, 9) for name, value in values.items()}

    def _climb(self) -> None:
        """Move to the stage that it stands at, one by one, and wait for the next crossing."""
        value = self.now()
        names = [CALM, *self._stages]
        position = names.index(self.stage)
        while position + 1 < len(names) and value + 1e-9 >= self._stages[names[position + 1]].above:
            position += 1
            self._enter(names[position], up=True)
        while position > 0 and value - 1e-9 < self._stages[names[position]].left_below:
            position -= 1
            self._enter(names[position], up=False)
        if self._begun:
            self._wait_for_crossing(names, position)

    def _enter(self, stage: str, up: bool) -> None:
        self.stage = stage
        self._core.write(entry.STAGE, {"incident": self._owner, "stage": stage, "up": up})
        self._core.happen(f"{self._owner}.stage={stage}", self._owner)
        if up:
            self._core.happen(f"{self._owner}.{stage}", self._owner)
            self._entered(stage)

    def _wait_for_crossing(self, names: list[str], position: int) -> None:
        if self._crossing:
            self._crossing.stop()
        thresholds = []
        if position + 1 < len(names):
            thresholds.append(self._stages[names[position + 1]].above)
        if position > 0:
            thresholds.append(self._stages[names[position]].left_below)
        crossings = [self.curve.crosses(threshold, self._core.now) for threshold in thresholds]
        second = min((crossing for crossing in crossings if crossing is not None), default=None)
        self._crossing = None if second is None else self._core.clockwork.at(second, self._climb)
