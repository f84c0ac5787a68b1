"""A person at risk: distress that relaxes like tension, and rapport that one talker builds a step at a time.

The staircase (listening, empathy, rapport, influence, change) has no short cut: nothing raises rapport by
more than the step it stands on. Sources: `rules.md` 6 (Vecchi, Van Hasselt and Romano 2005; guidelines for
China by expert consensus); all numbers are design values.
"""

import math

from simulator.engine.core import Core
from simulator.engine.effects import Act
from simulator.engine.mood import LiveMood
from simulator.engine.people import Places
from simulator.journal import entry
from simulator.language.condition import Condition
from simulator.language.quantity import Quantity, Steady
from simulator.scenario.crises import STEPS, Person

UNHARMED = 1e-9


class LivePerson:
    """One person at risk in a running drill."""

    def __init__(self, core: Core, places: Places, name: str, written: Person, act: Act) -> None:
        self._core, self._act = core, act
        self.name, self.written = name, written
        self.present = False
        self.safe = False
        self.crossed = False
        self.rapport = written.rapport.start
        self.talker = ""
        self.voices = 0
        self.mood = LiveMood(
            core, name, "distress", written.distress, written.stages,
            lambda: -written.rapport.calms * self.rapport, self._entered, lambda: {"rapport": self.rapport},
        )  # fmt: skip
        core.facts.provide(name, self.part)
        for part in ("rapport", "safe", "crossed"):
            core.tracks.declare(f"{name}.{part}")
        places.count(written.place, lambda: self.people)

    @property
    def people(self) -> int:
        """One, while it lasts."""
        return int(self.present)

    @property
    def step_reached(self) -> str:
        """The step of the stairway on which the talk stands."""
        return STEPS[min(len(STEPS) - 1, math.floor(self.rapport * 5 + UNHARMED))]

    def part(self, name: str) -> Quantity:
        """A part as conditions name it."""
        match name:
            case "distress":
                return self.mood.curve if self.present else Steady(0.0)
            case "step":
                return Steady(self.step_reached)
            case "stage":
                return Steady(self.mood.stage)
            case "ended":
                return Steady(self.safe or self.crossed)
            case "rapport" | "safe" | "crossed" | "present" | "voices":
                return Steady(getattr(self, name))
            case _:
                return Steady(self.mood.reached(name))

    def begin(self) -> None:
        """The person is there."""
        if self.present or self.safe or self.crossed:
            return
        self.present = True
        self._core.begin(self.name)
        self.mood.begin(self.written.pressures, self.written.reliefs)
        over_the_edge = Condition.read(f"{self.name}.distress >= {self.written.crossing:.12f}")
        self._core.watches.watch(over_the_edge, lambda holds: self._cross() if holds else None)
        if self.written.resolved is not None:
            self._core.watches.watch(self.written.resolved, lambda holds: self._come_in())
        self._core.touch(self.name)

    def end(self) -> None:
        """The person is taken out of the drill."""
        if self.present:
            self._leave()

    def talk(self, seat: str) -> None:
        """A listening turn ends: the first who talks is the talker; anybody else is one voice too many."""
        self.talker = self.talker or seat
        if seat == self.talker:
            self.step("rapport", self.written.rapport.per_turn)
            return
        self.voices += 1
        self.step("distress", self.written.second_voice)

    def step(self, part: str, by: float) -> None:
        """A sudden change of distress or rapport; rapport rises no further than to the next step."""
        if not self.present:
            return
        if part == "distress":
            self.mood.step(by)
        elif part == "rapport":
            self._build(by)

    def _build(self, by: float) -> None:
        before = self.step_reached
        next_step = (math.floor(self.rapport * 5 + UNHARMED) + 1) / 5
        self.rapport = max(0.0, min(1.0, next_step, self.rapport + by))
        self._core.tracks.follow(f"{self.name}.rapport", Steady(self.rapport))
        if self.step_reached != before:
            payload = {"incident": self.name, "step": self.step_reached, "rapport": round(self.rapport, 9)}
            self._core.write(entry.STEP, payload)
            self._core.happen(f"{self.name}.step={self.step_reached}", self.name)
        self.mood.relax()
        self._come_in()

    def _come_in(self) -> None:
        """At the last step, with what was asked for in hand, the person comes to safety."""
        asked = self.written.resolved
        if self.present and self.rapport >= 1.0 - UNHARMED and (asked is None or self._core.holds(asked)):
            self.safe = True
            self._core.write(entry.SAFE, {"incident": self.name})
            self._leave()
            self._act(self.written.safe, {}, f"{self.name}/safe", "")

    def _cross(self) -> None:
        """The person acts: what stands ready decides what comes of it."""
        if not self.present:
            return
        self.crossed = True
        protected = self.written.protected is not None and self._core.holds(self.written.protected)
        self._core.write(entry.CROSSED, {"incident": self.name, "protected": protected})
        self._leave()
        self._act(self.written.caught if protected else self.written.lost, {}, f"{self.name}/crossing", "")

    def _leave(self) -> None:
        self.present = False
        self.mood.end()
        for part in ("safe", "crossed"):
            self._core.tracks.follow(f"{self.name}.{part}", Steady(int(getattr(self, part))))
        self._core.write(entry.ENDED, {"incident": self.name})
        self._core.happen(f"{self.name}.ended", self.name)
        self._core.touch(self.written.place)

    def _entered(self, stage: str) -> None:
        self._act(self.written.stages[stage], {}, f"{self.name}/{stage}", "")

    def come(self, number: int) -> int:
        """A person is alone in their incident."""
        return 0

    def leave(self, number: int) -> int:
        return 0

    def lose(self, number: int) -> int:
        """The person is harmed."""
        return number
