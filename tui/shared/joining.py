"""Taking a seat in a shared drill and playing it on the whole screen, from the waiting room to the hot wash."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from simulator.evaluation.scorecard import Scorecard
from simulator.language.said import Said, say
from simulator.language.translator import Translator
from simulator.room.shared.reaching import Address, Wish
from simulator.room.shared.remote import Joined, join_room
from tui.plain.start import journal_folder
from tui.session import emit
from tui.shared.calling import Call, Kept, come_in, forget_secret, keep_secret
from tui.web.session import in_page


@dataclass(frozen=True, slots=True)
class Taken:
    """A seat that was taken, and what was typed for it."""

    joined: Joined
    call: Call


def take_seat(call: Call, *, asks: bool = True) -> Taken:
    """Take a seat, or come back to it. *asks*: whether the terminal is asked for what is missing.

    Raises `DrillroomError` where the seat is refused.
    """
    joined = come_in(call, _enter, secrets_folder(), asks=asks)
    room = joined.room
    moment = datetime.now(UTC)
    joined.file.path = journal_folder() / f"{room.drill.scenario.id}-{moment:%Y%m%d-%H%M%S}-{room.seat}.jsonl"
    assert room.link.welcome is not None
    keep_secret(call, Kept("seat", room.seat, room.link.welcome.name, room.secret), secrets_folder())
    return Taken(joined, call)


def _enter(address: Address, wish: Wish) -> Joined:
    return join_room(address, wish, Path())


def own_first(scorecard: Scorecard, seat: str) -> Scorecard:
    """The scorecard of a drill of several trainees, with that of one seat before the others'."""
    return replace(scorecard, trainees=tuple(sorted(scorecard.trainees, key=lambda each: each.seat != seat)))


def secrets_folder() -> Path:
    """Where this machine keeps what lets people come back to rooms."""
    return journal_folder().parent / "rooms"


def play_on_screen(taken: Taken, translator: Translator) -> None:
    """Play the seat on the whole screen until the drill is over or the person leaves."""
    # Loaded here: lines and pipes need nothing of Textual.
    from tui.on_screen import terminal_is_there
    from tui.shared.seat.app import SeatApp

    app = SeatApp(taken, translator, is_there=terminal_is_there)
    try:
        app.run()
    finally:
        app.sat.go()
    if app.failed is not None:
        raise app.failed
    if not in_page():
        for said in afterwards(taken, app.sat.for_good):
            emit(app.desk.wording.said(said))


def go(taken: Taken, for_good: bool) -> None:
    """End the link: for good, so that a stand-in takes the seat at once, or to come back, also for the score."""
    room = taken.joined.room
    if for_good or room.scorecard is not None:
        forget_secret(taken.call, room.secret, secrets_folder())
    if for_good and not room.over:
        room.leave()
    room.disconnect()


def afterwards(taken: Taken, for_good: bool) -> list[Said]:
    """Where everything lies, once the screen has gone."""
    room, call = taken.joined.room, taken.call
    if room.scorecard is not None:
        return [say("The journal: {path}", path=str(room.file.path))]
    if for_good:
        return [say("You have left the room.")]
    return [say("Come back with: {command}", command=f"drillroom join {call.place} --seat {room.seat}")]
