"""A gathering: a group as one cohort, with a tension. Cost follows changes, not heads.

level of tension = base + pressures − reliefs + k·(½ − trust), held in 0..1; trust is a step variable, which
gives the memory that broken promises and repeated fairness ask for (checks K-9 and K-12 of the crowd model).
"""

from bisect import insort
from collections import deque

from simulator.engine.core import Core
from simulator.engine.effects import Act
from simulator.engine.mood import LiveMood
from simulator.engine.people import Places
from simulator.engine.stream import Coming
from simulator.journal import entry
from simulator.language.quantity import Line, Quantity, Steady
from simulator.scenario.incidents import Gathering


class LiveGathering:
    """One gathering in a running drill."""

    def __init__(self, core: Core, places: Places, name: str, written: Gathering, act: Act) -> None:
        self._core, self._places, self._act = core, places, act
        self.name, self.written = name, written
        self.present = False
        self._streaming = False
        self.outside = 0
        self.inside = 0
        """Members in a queue or being served."""
        self.gone = 0
        self.hurt = 0
        self.trust = written.trust.start
        self.heard = 0.0
        self.registered = 0.0
        self.mood = LiveMood(
            core, name, "tension", written.tension, written.stages, self._offset, self._entered,
            lambda: {"trust": self.trust, "heard": self.heard},
        )  # fmt: skip
        self._waiting: deque[list[int]] = deque()
        """Arrival second and head count of those outside, oldest first."""
        self._oldest_inside: list[int] = []
        self._recorded: tuple[object, ...] = ()
        core.facts.provide(name, self.part)
        for part in ("people", "outside", "heard", "waited"):
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
                return self.mood.curve if self.present else Steady(0.0)
            case "waited":
                return self._waited()
            case "people":
                return Steady(self.people)
            case "outside" | "trust" | "heard" | "registered" | "present" | "stage":
                return Steady(getattr(self, name))
            case _:
                return Steady(self.mood.reached(name))

    @property
    def stage(self) -> str:
        """The stage that its tension stands at."""
        return self.mood.stage

    def _offset(self) -> float:
        """What trust, or the lack of it, adds to the level."""
        return self.written.trust.weight * (0.5 - self.trust)

    def _waited(self) -> Quantity:
        oldest = min(self._oldest_inside, default=None)
        if self._waiting and (oldest is None or self._waiting[0][0] < oldest):
            oldest = self._waiting[0][0]
        return Steady(0) if oldest is None else Line(0.0, 1.0, oldest, whole=True)

    # -- its life -----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """The group comes together."""
        if self.present:
            return
        self.present = True
        self._core.begin(self.name)
        self.mood.begin(self.written.pressures, self.written.reliefs)
        self.come(self.written.people)
        if not self._streaming:
            self._streaming = True
            self._let_stream()

    def _let_stream(self) -> None:
        """Who comes and goes by and by; to a group that has gone home nobody comes."""
        written = self.written
        if written.arrivals:
            Coming(self._core, written.arrivals, lambda number: self.come(number) if self.present else 0)
        if written.departures:
            Coming(self._core, written.departures, self.leave)

    def end(self) -> None:
        """The group goes home."""
        if self.present:
            self.leave(self.outside)
            self.present = False
            self.mood.end()
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
        self.mood.relax()
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
        insort(self._waiting, [since, 1])
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

    def step(self, part: str, by: float) -> None:
        """A sudden change of tension, trust, heard or registered; held in 0..1."""
        if part == "tension":
            self.mood.step(by)
        elif part in ("trust", "heard", "registered"):
            setattr(self, part, min(1.0, max(0.0, getattr(self, part) + by)))
            self._changed()
            self.mood.relax()

    def _entered(self, stage: str) -> None:
        self._act(self.written.stages[stage], {}, f"{self.name}/{stage}", self.name)
