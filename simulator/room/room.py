"""A drill that people share: its seats, its pacing by a clock that is handed in, its stand-ins.

The only door through which a person reaches the engine. Nothing here reads the machine's clock, and
neither pace nor pauses stand in the journal: they do not change what comes of an act.
"""

import contextlib
from collections.abc import Callable
from typing import Literal

from simulator.engine.drill import Drill
from simulator.engine.view import Receipt, View
from simulator.errors import CallError, WriteError
from simulator.evaluation.scorecard import Scorecard, evaluate
from simulator.journal.controls import Input
from simulator.journal.entry import BASELINES
from simulator.language.said import say
from simulator.players.play import Players, ask, due, next_stop
from simulator.rehearsal.baselines import baselines
from simulator.room.keeping import Keeper

Clock = Callable[[], float]
"""Seconds that pass in the room, from any beginning; it never runs back."""

Status = Literal["waiting", "running", "paused", "over"]

STEPS = 200
"""Stops of the drill that one tick makes at most: a few hundredths of a second of work."""

FASTEST = 600
"""The highest pace, in exercise seconds a second."""


class Room:
    """One drill, its seats and its pace.

    It waits until `start`, then follows the clock with every `tick`. Only a practice can be paused or
    led ahead by hand; an assessed drill runs through, unless *steps* says that it has no clock at all.
    """

    shared = False
    """Whether other people sit in it, over the net: then they know it by `RemoteRoom`."""

    def __init__(
        self,
        drill: Drill,
        players: Players,
        clock: Clock,
        *,
        keeper: Keeper | None = None,
        steps: bool = False,
    ) -> None:
        """*players* are the stand-ins. *steps*: time passes by `wait` alone, as through a pipe."""
        self.drill = drill
        self.players = players
        self.keeper = keeper
        self.steps = steps
        self.status: Status = "waiting"
        self.pace = float(drill.journal.header["pace"])
        self.scorecard: Scorecard | None = None
        self.behind = False
        """Whether the last tick left work for the next: the drill is catching up with the clock."""
        self._clock = clock
        self._since = clock()
        self._from = drill.now
        if keeper is not None:
            drill.journal.keep_with(keeper)

    @property
    def practice(self) -> bool:
        """Whether it may be paused and helped with."""
        return bool(self.drill.journal.header["mode"] == "practice")

    @property
    def over(self) -> bool:
        """Whether the drill has come to its end."""
        return self.status == "over"

    @property
    def trouble(self) -> WriteError | None:
        """Why the journal cannot be kept at present; nothing while it can."""
        return self.keeper.trouble if self.keeper else None

    def start(self) -> None:
        """Begin: the stand-ins are asked, and time runs. Does nothing a second time."""
        if self.status == "waiting":
            ask(self.drill, self.players, self.drill.scenario.seats)
            self._run()

    def pause(self) -> None:
        """Halt the clock. Raises `CallError` in an assessed drill."""
        if not self.practice:
            raise CallError(say("an assessed drill is not paused"))
        self.halt()

    def halt(self) -> None:
        """Halt the clock, whatever kind of drill it is: for who runs it, and for a disk that fails."""
        if self.status == "running":
            self.status = "paused"

    def resume(self) -> None:
        """Let a halted clock run on. Raises `WriteError` where the journal still cannot be kept."""
        if self.status == "paused":
            if self.keeper is not None:
                self.keeper.flush()
            self._run()

    def set_pace(self, pace: float) -> None:
        """Change how many exercise seconds pass in a second, above 0 and up to 600.

        Raises `CallError` for another number, and in an assessed drill, whose pace is fixed.
        """
        if not self.practice:
            raise CallError(say("the pace of an assessed drill is fixed"))
        self.keep_pace(pace)

    def keep_pace(self, pace: float) -> None:
        """As `set_pace`, whatever kind of drill it is: for who runs it. Raises `CallError` for another number."""
        if not 0 < pace <= FASTEST:
            raise CallError(say("the pace must lie above 0 and not above {fastest}", fastest=FASTEST))
        self.pace = pace
        self._anchor()

    def tick(self) -> None:
        """Let the drill follow the clock, with bounded work; what is left waits for the next tick."""
        if self.steps:
            return
        until = self._where()
        for _ in range(STEPS):
            if not self._runs_to(until):
                break
            self._step(until)
        self.behind = self._runs_to(until)

    def act(self, seat: str, act: Input) -> Receipt:
        """A person's act, or under `@control` a controller's, on disk when this returns.

        Where it cannot be kept, the room pauses and this raises `WriteError`.
        """
        try:
            return self.drill.submit(seat, act)
        except WriteError:
            self.halt()
            raise

    def view(self, seat: str) -> View:
        """What a seat may know now."""
        return self.drill.view(seat)

    def wait(self, seat: str, seconds: int) -> None:
        """Lead the drill ahead until something reaches the seat or *seconds* of the exercise are over.

        Raises `CallError` in an assessed drill with a clock.
        """
        self.skip_to(self.drill.now + seconds, seat)

    def skip_to(self, time: int, seat: str | None = None) -> None:
        """Lead the drill ahead to a second, or until something reaches the seat. Raises as `wait`."""
        if not (self.practice or self.steps):
            raise CallError(say("an assessed drill runs by the clock"))
        if self.status == "paused":
            self.resume()
        while self._runs_to(time):
            if seat in self._step(time):
                break
        self._anchor()

    def bring_to(self, time: int) -> None:
        """Before the start, when a recorded drill is taken up again: as if it had run to this second.

        The room is paused then; `resume` lets it run on.
        """
        if self.status == "waiting":
            self.start()
        self.status = "running"
        while self._runs_to(time):
            self._step(time)
        self.halt()

    def finish(self) -> None:
        """End the drill now, whatever was still to come, and score it later."""
        self.drill.finish()
        self.status = "over"

    def end(self) -> Scorecard:
        """End the drill now, whatever was still to come, and score it."""
        self.drill.finish()
        return self.close()

    def close(self) -> Scorecard:
        """After the end: work out the baselines, append them to the journal and score the drill."""
        if self.scorecard is None:
            self.drill.finish()
            self.status = "over"
            journal = self.drill.journal
            compared = baselines(self.drill.scenario, journal)
            journal.write(self.drill.now, None, BASELINES, compared)
            self._keep_the_rest()
            self.scorecard = evaluate(self.drill.scenario, journal)
        return self.scorecard

    def _runs_to(self, time: int) -> bool:
        """Whether the drill is running and has not come to a second yet."""
        return self.status == "running" and self.drill.now < time

    def _step(self, until: int) -> tuple[str, ...]:
        """To the next stop of the drill; answers the seats reached. A disk that fails halts the clock."""
        drill = self.drill
        reached = drill.advance(next_stop(self.players, drill.now, until))
        if not drill.over:
            ask(drill, self.players, {*reached, *due(self.players, drill.now)})
        if self.trouble is not None:
            self.halt()
        if drill.over:
            self.status = "over"
        return reached + self._turn_the_page()

    def _turn_the_page(self) -> tuple[str, ...]:
        """Between two chapters time jumps to the next; answers the seats that something reached meanwhile."""
        reached: tuple[str, ...] = ()
        following = self.drill.scenario.jump_from(self.drill.now)
        if following is None:
            return reached
        while self._runs_to(following):
            reached += self._step(following)
        self._anchor()
        return reached

    def _keep_the_rest(self) -> None:
        """What waited for the disk is tried once more; where it fails again, `trouble` says so."""
        if self.keeper is not None:
            with contextlib.suppress(WriteError):
                self.keeper.flush()

    def _where(self) -> int:
        """The exercise second at which the clock stands."""
        return self._from + int((self._clock() - self._since) * self.pace)

    def _anchor(self) -> None:
        self._since, self._from = self._clock(), self.drill.now

    def _run(self) -> None:
        self.status = "running"
        self._anchor()
