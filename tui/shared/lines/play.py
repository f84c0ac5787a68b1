"""From a seat that was taken to the end of the drill in lines: briefing, session, score, hot wash."""

from typing import cast

from reports.wording import Wording
from simulator.errors import DrillroomError
from simulator.language.said import say
from simulator.room.opening import Opened
from simulator.room.room import Room
from simulator.room.shared.remote import Joined
from tui.plain.hotwash import HotWash
from tui.plain.start import Playing, score_lines
from tui.presentation.briefing import briefing_lines
from tui.shared.joining import Taken, afterwards, go, own_first
from tui.shared.lines.commands import AFTER, DURING
from tui.shared.lines.session import SharedPlain


class SharedHotWash(HotWash):
    """A shared drill that is over, seen from one seat."""

    def __init__(self, joined: Joined, plain: SharedPlain) -> None:
        super().__init__(cast(Opened, joined), plain.seat, plain.wording, plain.console, plain.width)
        self._handlers = AFTER


def play_in_lines(taken: Taken, playing: Playing) -> None:
    """Play the seat in lines until the drill is over and talked over, or the person leaves."""
    joined = taken.joined
    drill = joined.room.drill
    wording = Wording(drill.scenario, playing.translator, drill.journal.header.get("personas", {}))
    plain = SharedPlain(joined, wording, playing.console, DURING, playing.width)
    plain.show(briefing_lines(wording, plain.seat, playing.width))
    try:
        plain.run()
        if joined.room.over:
            _wash(joined, plain)
    finally:
        go(taken, plain.for_good)
    for said in afterwards(taken, plain.for_good):
        plain.state(said)


def _wash(joined: Joined, plain: SharedPlain) -> None:
    plain.write(say("The drill is over. Working out the score …"))
    try:
        scorecard = joined.room.scorecard = own_first(joined.room.close(), plain.seat)
    except DrillroomError as error:
        plain.complain(error)
        return
    plain.show(score_lines(scorecard, cast(Room, joined.room), plain))
    SharedHotWash(joined, plain).run()
