"""A gathering: a group as one cohort. Tension relaxes towards a level between two changes, in closed form;
the next stage is one computed crossing. Cost follows changes, not heads.

Model: `world.md`, Incidents; level = base + pressures − reliefs + k·(½ − trust), held in 0..1.
"""

from collections import deque

from simulator.engine.clockwork import Timer
from simulator.engine.core import Core
from simulator.engine.effects import Act
from simulator.engine.people import Places
from simulator.engine.stream import Coming
from simulator.journal import entry
from simulator.language.condition import Condition
from simulator.language.quantity import Curve, Line, Quantity, Steady
from simulator.scenario.incidents import Gathering, Pressure

CALM = "calm"


class LiveGathering:
    """One gathering in a running drill."""

    def __init__(self, core: Core, places: Places, name: str, written: Gathering, act: Act) -> None:
        self._core, self._places, self._act = core, places, act
        self.name, self.written = name, written
        self.present = False
        self.outside = 0
        self.inside = 0
        """Members in a queue or being served."""
        self.gone = 0
        self.hurt = 0
        self.trust = written.trust.start
        self.heard = 0.0
        self.registered = 0.0
        self.stage = CALM
        self._mood = Curve(written.tension.start, written.tension.start, 0, written.tension.half_life)
        self._shifts: dict[str, float] = {}
        self._waiting: deque[list[int]] = deque()
        """Arrival second and head count of those outside, oldest first."""
        self._oldest_inside: list[int] = []
        self._crossing: Timer | None = None
        self._recorded: tuple[object, ...] = ()
        core.facts.provide(name, self.part)
        for part in ("tension", "people", "outside", "heard", "waited"):
            core.tracks.declare(f"{name}.{part}")
        places.count(written.place, lambda: self.people)

    # -- what others read ---------------------------------------------------------------------------------

    @property
    def people(self) -> int:
        """Members on site."""
        return self.outside + self.inside

    def part(self, name: str) -> Quantity:
        """A part as conditions name it."""
        match name:
            case "tension":
                return self._mood if self.present else Steady(0.0)
            case "waited":
                return self._waited()
            case "people":
                return Steady(self.people)
            case "outside" | "trust" | "heard" | "registered" | "present" | "stage":
                return Steady(getattr(self, name))
            case _:
                return Steady(self._reached(name))

    def _reached(self, stage: str) -> bool:
        """Whether the gathering stands at this stage or a higher one."""
        names = [CALM, *self.written.stages]
        return stage in names and names.index(self.stage) >= names.index(stage)

    def _waited(self) -> Quantity:
        oldest = [batch[0] for batch in list(self._waiting)[:1]] + self._oldest_inside
        return Line(0.0, 1.0, min(oldest), whole=True) if oldest else Steady(0)

    # -- its life -----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """The group comes together."""
        if self.present:
            return
        self.present = True
        mood = self.written.tension
        self._mood = Curve(mood.start, mood.start, self._core.now, mood.half_life)
        self._core.write(entry.BEGAN, {"incident": self.name})
        self.come(self.written.people)
        self._wait_on_conditions()
        self._changed()

    def _wait_on_conditions(self) -> None:
        for name, pressure in self.written.pressures.items():
            self._watch(name, pressure.raises, pressure.when, pressure)
        for name, relief in self.written.reliefs.items():
            self._watch(name, -relief.lowers, relief.when, None)
        if self.written.arrivals:
            Coming(self._core, self.written.arrivals, self.come)
        if self.written.departures:
            Coming(self._core, self.written.departures, self.leave)

    def _watch(self, name: str, shift: float, when: Condition | None, pressure: Pressure | None) -> None:
        def change(holds: bool) -> None:
            self._shifts[name] = shift if holds else 0.0
            self._relax()

        if when is not None:
            self._core.watches.watch(when, change)
        elif pressure is not None and pressure.above is not None:
            self._self_driven(name, pressure)

    def _self_driven(self, name: str, pressure: Pressure) -> None:
        """A pressure of the tension's own, with two thresholds so that it cannot flicker."""
        low = pressure.above if pressure.until_below is None else pressure.until_below
        rising = Condition.read(f"{self.name}.tension > {pressure.above}")
        falling = Condition.read(f"{self.name}.tension < {low}")
        self._core.watches.watch(rising, lambda holds: self._shift(name, pressure.raises) if holds else None)
        self._core.watches.watch(falling, lambda holds: self._shift(name, 0.0) if holds else None)

    def _shift(self, name: str, shift: float) -> None:
        self._shifts[name] = shift
        self._relax()

    def end(self) -> None:
        """The group goes home."""
        if self.present:
            self.leave(self.outside)
            self._core.write(entry.ENDED, {"incident": self.name})

    # -- people -------------------------------------------------------------------------------------------

    def come(self, number: int) -> int:
        """People join; they have been neither heard nor registered."""
        if number <= 0:
            return 0
        share = self.people / (self.people + number)
        self.heard *= share
        self.registered *= share
        self._waiting.append([self._core.now, number])
        self.outside += number
        self._changed()
        self._relax()
        return number

    def leave(self, number: int) -> int:
        """People go home from outside; those who have waited longest first. Answers how many there were."""
        number = min(number, self.outside)
        self.gone += number
        self._take(number)
        return number

    def take_in(self) -> int | None:
        """One person is drawn into a queue; answers since when they have waited, nothing if nobody is outside."""
        if self.outside <= 0:
            return None
        since = self._waiting[0][0]
        self.inside += 1
        self._oldest_inside.append(since)
        self._take(1)
        return since

    def give_back(self, since: int, lowers_trust: float) -> None:
        """One person returns unserved: to those outside, with less trust."""
        self._leave_inside(since)
        self._waiting.appendleft([since, 1])
        self.outside += 1
        self.step("trust", -lowers_trust)
        self._changed()

    def served(self, since: int, goes_home: bool) -> None:
        """One person was served, and so heard."""
        if self.people > 0 and not goes_home:
            self.heard = min(1.0, self.heard + 1 / self.people)
        self._leave_inside(since)
        if goes_home:
            self.gone += 1
        else:
            self._waiting.append([self._core.now, 1])
            self.outside += 1
        self._changed()

    def _leave_inside(self, since: int) -> None:
        self._oldest_inside.remove(since)
        self.inside -= 1

    def lose(self, number: int) -> int:
        """People are hurt and taken to care; answers how many there were to be hurt."""
        number = min(number, self.outside)
        self.hurt += number
        self._take(number)
        return number

    def _take(self, number: int) -> None:
        self.outside -= number
        while number > 0:
            batch = self._waiting[0]
            taken = min(number, batch[1])
            batch[1] -= taken
            number -= taken
            if batch[1] == 0:
                self._waiting.popleft()
        self._changed()

    def _changed(self) -> None:
        """Head counts or shares have changed."""
        self._core.touch(self.name)
        self._places.changed(self.written.place)
        self._core.clockwork.put_off(f"people of {self.name}", self._record_people)

    def _record_people(self) -> None:
        counts = (self.people, self.outside, self.gone, self.hurt)
        tracks = self._core.tracks
        tracks.follow(f"{self.name}.people", Steady(self.people))
        tracks.follow(f"{self.name}.outside", Steady(self.outside))
        tracks.follow(f"{self.name}.heard", Steady(self.heard))
        tracks.follow(f"{self.name}.waited", self._waited())
        if counts != self._recorded:
            self._recorded = counts
            payload = {"incident": self.name, "people": self.people, "outside": self.outside}
            self._core.write(entry.PEOPLE, payload | {"gone": self.gone, "hurt": self.hurt})

    # -- tension ------------------------------------------------------------------------------------------

    def step(self, part: str, by: float) -> None:
        """A sudden change of tension, trust, heard or registered; held in 0..1."""
        if part == "tension":
            now = self._core.now
            tension = min(1.0, max(0.0, self._mood.at(now) + by))
            self._mood = Curve(tension, self._mood.level, now, self._mood.half_life)
        elif part in ("trust", "heard", "registered"):
            setattr(self, part, min(1.0, max(0.0, getattr(self, part) + by)))
            self._changed()
        else:
            return
        self._relax()

    def _relax(self) -> None:
        if self.present:
            self._core.clockwork.put_off(f"mood of {self.name}", self._find_level)

    def _find_level(self) -> None:
        """A new level: from here tension relaxes towards it."""
        now, mood = self._core.now, self.written.tension
        level = mood.base + self.written.trust.weight * (0.5 - self.trust)
        for shift in self._shifts.values():
            level += shift
        self._mood = Curve(self._mood.at(now), min(1.0, max(0.0, level)), now, mood.half_life)
        self._core.tracks.follow(f"{self.name}.tension", self._mood)
        self._core.write(entry.MOOD, self._mood_payload())
        self._core.touch(self.name)
        self._climb()

    def _mood_payload(self) -> dict[str, object]:
        values = {"tension": self._mood.at(self._core.now), "level": self._mood.level}
        values |= {"trust": self.trust, "heard": self.heard}
        return {"incident": self.name} | {name: round(value, 9) for name, value in values.items()}

    # -- stages -------------------------------------------------------------------------------------------

    def _climb(self) -> None:
        """Move to the stage that the tension stands at, one by one, and wait for the next crossing."""
        tension = self._mood.at(self._core.now) + 1e-9
        names = [CALM, *self.written.stages]
        position = names.index(self.stage)
        while position + 1 < len(names) and tension >= self.written.stages[names[position + 1]].above:
            position += 1
            self._enter(names[position], up=True)
        while position > 0 and tension - 2e-9 < self.written.stages[names[position]].left_below:
            position -= 1
            self._enter(names[position], up=False)
        self._wait_for_crossing(names, position)

    def _enter(self, stage: str, up: bool) -> None:
        self.stage = stage
        self._core.write(entry.STAGE, {"incident": self.name, "stage": stage, "up": up})
        self._core.happen(f"{self.name}.stage={stage}", self.name)
        if up:
            self._core.happen(f"{self.name}.{stage}", self.name)
            self._act(self.written.stages[stage], {}, f"{self.name}/{stage}", self.name)

    def _wait_for_crossing(self, names: list[str], position: int) -> None:
        if self._crossing:
            self._crossing.stop()
        thresholds = []
        if position + 1 < len(names):
            thresholds.append(self.written.stages[names[position + 1]].above)
        if position > 0:
            thresholds.append(self.written.stages[names[position]].left_below)
        crossings = [self._mood.crosses(threshold, self._core.now) for threshold in thresholds]
        second = min((crossing for crossing in crossings if crossing is not None), default=None)
        self._crossing = None if second is None else self._core.clockwork.at(second, self._climb)
