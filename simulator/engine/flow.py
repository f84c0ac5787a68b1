"""A flow: people moving through places by the minute. Counts are straight lines between two changes of a
rate; a rate changes only at the edge of a density band, when a place empties, or when somebody acts.

Bands: Fruin's walkway levels and density table as printed in `models.md` 3; flow rises with density up to the
band of 2–3 people per m² and falls after it (check D-1). The steps inside level A are design values.
"""

from dataclasses import dataclass

from simulator.engine.clockwork import Timer
from simulator.engine.core import Core
from simulator.engine.people import Places
from simulator.journal import entry
from simulator.language.quantity import Line, Quantity, Steady
from simulator.scenario.crises import Flow, Section

BANDS = (
    (0.05, 2.0), (0.1, 5.0), (0.2, 11.0), (0.31, 23.0), (0.43, 33.0), (0.72, 49.0), (1.08, 66.0), (3.0, 82.0),
    (3.57, 66.0), (4.0, 49.0), (5.55, 33.0), (7.1, 23.0), (1e9, 10.0),
)  # fmt: skip
"""Upper edge of a band in people per m², and people per metre of width and minute within it."""

ADRIFT = 1e-6
"""People: what rounding may leave of a head."""


@dataclass(slots=True)
class Stretch:
    """One section of a running flow; rates in people per second."""

    written: Section
    area: float
    people: float = 0.0
    comes: float = 0.0
    goes: float = 0.0
    open_to: bool = True
    relieved: bool = False

    @property
    def width(self) -> float:
        """Metres by which people leave it."""
        return self.written.width + (self.written.relief if self.relieved else 0.0)


def band_of(density: float) -> int:
    """The band in which a density lies: at an edge the upper one."""
    return next(number for number, (edge, _) in enumerate(BANDS) if density < edge - ADRIFT)


class LiveFlow:
    """One flow in a running drill."""

    def __init__(self, core: Core, places: Places, name: str, written: Flow) -> None:
        self._core, self._places = core, places
        self.name, self.written = name, written
        self.present = False
        areas = core.scenario.places
        self.stretches = [Stretch(section, areas[section.place].area or 1e6) for section in written.path]
        self._upstream = 0.0
        self._through = 0.0
        self._arriving = 0.0
        self._since = 0
        self._began = 0
        self._let_in = True
        self._timer: Timer | None = None
        core.facts.provide(name, self.part)
        for part in ("people", "upstream", "through"):
            core.tracks.declare(f"{name}.{part}")
        if written.counted:
            for stretch in self.stretches:
                places.move(stretch.written.place, lambda stretch=stretch: self._line(stretch))  # type: ignore[misc]

    # -- what others read ---------------------------------------------------------------------------------

    def _line(self, stretch: Stretch) -> Line:
        return Line(stretch.people, stretch.comes - stretch.goes, self._since, whole=True)

    @property
    def people(self) -> int:
        """Heads inside its places now."""
        total = 0
        for stretch in self.stretches:
            total += int(self._line(stretch).at(self._core.now))
        return total

    def part(self, name: str) -> Quantity:
        """A part as conditions name it."""
        match name:
            case "present":
                return Steady(self.present)
            case "held":
                return Steady(not self._let_in or any(not stretch.open_to for stretch in self.stretches))
            case "upstream":
                return Line(self._upstream, self._arriving - self.stretches[0].comes, self._since, whole=True)
            case "through":
                return Line(self._through, self.stretches[-1].goes, self._since, whole=True)
            case _:
                first, last = self.stretches[0], self.stretches[-1]
                inside = 0.0
                for stretch in self.stretches:
                    inside += stretch.people
                return Line(inside, first.comes - last.goes, self._since, whole=True)

    # -- its life -----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """People begin to arrive."""
        if self.present:
            return
        self.present = True
        self._began = self._since = self._core.now
        self._core.begin(self.name)
        for surge in self.written.surges:
            for second in (surge.starts, surge.ends):
                self._core.clockwork.at(self._began + second, self._look_again)
        if self.written.stops_at is not None:
            self._core.watches.watch(self.written.stops_at, self._hold)
        for stretch in self.stretches:
            self._core.listen(stretch.written.place, self._crowd_changed)
        self._look_again()

    def end(self) -> None:
        """Nobody arrives any more; who is inside goes on."""
        self._let_in = False
        self._look_again()

    def _hold(self, holds: bool) -> None:
        self._let_in = not holds
        self._look_again()

    def stop(self, place: str, stopped: bool) -> bool:
        """Nobody is let into a place, or they are again; false where the flow does not pass there."""
        return self._set(place, "open_to", not stopped)

    def relieve(self, place: str) -> bool:
        """Another way out is opened at a place; false where the flow does not pass there."""
        return self._set(place, "relieved", True)

    def _set(self, place: str, name: str, value: bool) -> bool:
        passed = [stretch for stretch in self.stretches if stretch.written.place == place]
        for stretch in passed:
            setattr(stretch, name, value)
        self._look_again()
        return bool(passed)

    def step(self, part: str, by: float) -> None:
        """A flow has no shares to move."""

    def come(self, number: int) -> int:
        """People arrive upstream at once."""
        self._settle()
        self._upstream += number
        self._look_again()
        return number

    def leave(self, number: int) -> int:
        return 0

    def lose(self, number: int) -> int:
        """People are hurt: taken out of the densest place, as far as there are any."""
        self._settle()
        densest = max(self.stretches, key=lambda stretch: stretch.people / stretch.area)
        taken = min(number, int(densest.people))
        densest.people -= taken
        self._look_again()
        return taken

    # -- rates --------------------------------------------------------------------------------------------

    def _crowd_changed(self) -> None:
        """Somebody else came to or left one of its places: density, and so the rate, may be another."""
        if self.present:
            self._look_again()

    def _look_again(self) -> None:
        self._core.clockwork.put_off(f"flow of {self.name}", self._find_rates)

    def _settle(self) -> None:
        """Move everybody along to the present second; nobody leaves a place who was not there."""
        length = self._core.now - self._since
        self._upstream += self._arriving * length
        entering = min(self.stretches[0].comes * length, self._upstream)
        self._upstream -= entering
        for stretch in self.stretches:
            leaving = min(stretch.goes * length, stretch.people + entering)
            stretch.people += entering - leaving
            entering = leaving
        self._through += entering
        self._since = self._core.now

    def _find_rates(self) -> None:
        if not self.present:
            return
        self._settle()
        before = self._rates()
        self._arriving = self._arrivals()
        waiting = self._upstream > ADRIFT
        entering = self._entry(waiting)
        for number, stretch in enumerate(self.stretches):
            following = self.stretches[number + 1] if number + 1 < len(self.stretches) else None
            stretch.comes = entering
            blocked = following is not None and not following.open_to
            stretch.goes = 0.0 if blocked else self._leaving(stretch)
            entering = stretch.goes
        if self._rates() != before:
            self._record()
        self._wait_for_change()

    def _rates(self) -> tuple[float, ...]:
        return (self._arriving, *(rate for stretch in self.stretches for rate in (stretch.comes, stretch.goes)))

    def _arrivals(self) -> float:
        """People per second who arrive upstream now."""
        since = self._core.now - self._began
        total = 0.0
        for surge in self.written.surges:
            total += surge.per_minute / 60 if surge.starts <= since < surge.ends else 0.0
        return total

    def _entry(self, waiting: bool) -> float:
        """People per second let in: all who arrive, and those held before them as fast as the width allows."""
        first = self.stretches[0]
        if not self._let_in or not first.open_to:
            return 0.0
        return max(self._arriving, first.written.width * 82 / 60) if waiting else self._arriving

    def _others(self, stretch: Stretch) -> int:
        """Heads at its place that are not this flow's."""
        own = int(self._line(stretch).at(self._core.now)) if self.written.counted else 0
        return max(0, self._places.people(stretch.written.place) - own)

    def _leaving(self, stretch: Stretch) -> float:
        """People per second who leave: by the band of the density, and never more than there are.

        At an edge where the rate above empties and the rate below fills, as many leave as come: the density
        stays at the edge instead of crossing it to and fro.
        """
        if stretch.people <= ADRIFT:
            return min(stretch.comes, stretch.width * BANDS[0][1] / 60)
        others = self._others(stretch)
        rate = self._rate(stretch, band_of((stretch.people + others) / stretch.area), others)
        return stretch.comes if self._settles(stretch, rate, others) else rate

    def _settles(self, stretch: Stretch, rate: float, others: int) -> bool:
        """Whether within a second the density comes to an edge to which it is driven back from both sides."""
        near = max(0.5, abs(stretch.comes - rate))
        rates = [self._rate(stretch, band, others) for band in range(len(BANDS))]
        return any(
            below < stretch.comes <= above and abs(edge * stretch.area - others - stretch.people) <= near
            for (edge, _), below, above in zip(BANDS, rates, rates[1:], strict=False)
        )

    def _rate(self, stretch: Stretch, band: int, others: int) -> float:
        """People per second through its width; those who stand there block their share of it."""
        share = stretch.people / (stretch.people + others) if others else 1.0
        return stretch.width * BANDS[band][1] * share / 60

    def _wait_for_change(self) -> None:
        if self._timer:
            self._timer.stop()
        now, seconds = self._core.now, []
        for stretch in self.stretches:
            line = Line(stretch.people, stretch.comes - stretch.goes, now)
            others = self._others(stretch)
            edges = [edge * stretch.area - others for edge, _ in BANDS[:-1]]
            seconds += [line.crosses(edge, now) for edge in (0.0, *edges) if edge >= 0]
        queue = Line(self._upstream, self._arriving - self.stretches[0].comes, now)
        seconds.append(queue.crosses(0.0, now) if self._upstream > ADRIFT else None)
        second = min((second for second in seconds if second is not None), default=None)
        self._timer = None if second is None else self._core.clockwork.at(second, self._look_again)

    def _record(self) -> None:
        tracks = self._core.tracks
        for part in ("people", "upstream", "through"):
            tracks.follow(f"{self.name}.{part}", self.part(part))
        places = {stretch.written.place: round(stretch.people, 3) for stretch in self.stretches}
        counts = {"upstream": round(self._upstream, 3), "through": round(self._through, 3), "places": places}
        self._core.write(entry.FLOWS, {"incident": self.name, **counts})
        self._core.touch(self.name)
        for stretch in self.stretches:
            self._core.touch(stretch.written.place)
