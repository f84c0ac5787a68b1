"""A seat of a shared drill in lines, through a pipe: the shared clock, requests, hand-overs, the score at the end."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.journal.acts import Request
from simulator.journal.controls import Turning
from simulator.journal.entry import HAND_OVER, ORDER, REPLY, REQUEST
from simulator.language.translator import translator_for
from simulator.room.shared.remote import Joined
from tests.room.rooms import SEAT
from tests.tui.shared.rooms import Hosted, hosted
from tui.plain.console import Heard, Pipe
from tui.plain.start import Playing
from tui.shared.calling import Call
from tui.shared.joining import Taken
from tui.shared.lines.play import play_in_lines


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Hosted]:
    with hosted(tmp_path) as found:
        yield found


class Elsewhere(Pipe):
    """A pipe; when the line `ELSEWHERE` is its turn, something happens in another place."""

    def __init__(self, text: str, write: Callable[[str], None], happens: Callable[[], object]) -> None:
        super().__init__(io.StringIO(text), write)
        self._happens = happens

    def hear(self, prompt: str) -> Heard:
        heard = super().hear(prompt)
        if heard == "ELSEWHERE":
            self._happens()
            return super().hear(prompt)
        return heard


def nothing() -> None:
    pass


def played(joined: Joined, text: str, happens: Callable[[], object] = nothing, language: str = "en") -> str:
    """What a seat is shown that types these lines."""
    shown: list[str] = []
    console = Elsewhere(text, shown.append, happens)
    taken = Taken(joined, Call("127.0.0.1:1", "seat"))
    play_in_lines(taken, Playing(console, translator_for(language), width=80))
    return "\n".join(shown)


def journal_kinds(here: Hosted, *wanted: str) -> list[tuple[str, str | None]]:
    journal = next(iter(here.host.hubs.values())).room.drill.journal
    return [(entry.kind, entry.seat) for entry in journal.of_kind(*wanted)]


def test_a_drill_is_played_through_a_pipe_to_its_score(here: Hosted) -> None:
    own, desk = here.join(), here.begin()

    def ends() -> None:
        desk.lead(Turning("end"))

    typed = (
        "others", "request commander activate level=III", "handover duty_officer all yours", "ELSEWHERE", "wait 4h",
        "score", "quit",
    )  # fmt: skip
    shown = played(own, "\n".join(typed), ends)
    assert "Petition lead: Lin Qiao" in shown
    assert "To be requested of: Commander (commander)" in shown
    assert "Taken on: asked of Commander: " in shown
    assert "Taken on: hand-over to Duty officer" in shown
    assert "The drill is over. Working out the score …" in shown
    assert journal_kinds(here, REQUEST, HAND_OVER) == [(REQUEST, SEAT), (HAND_OVER, SEAT)]
    desk.close()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("pause", "the controller runs the clock."),
        ("go", "the controller runs the clock."),
        ("pace 60", "the controller runs the clock."),
        ("end", "the controller runs the clock."),
        ("hint", "there are no hints in a shared drill."),
        ("rewind", "a shared drill does not go back."),
        ("approve 3", "nobody asks for that: others lists what is asked of you."),
        ("request nobody activate", "which seat?: there are: commander, duty_officer, petition_lead, public_security."),
    ],
)
def test_what_a_seat_cannot_do_is_answered_with_the_reason(here: Hosted, typed: str, reason: str) -> None:
    own, desk = here.join(), here.begin()
    assert reason in played(own, f"{typed}\nquit\ny\n").replace("\n", " ")
    desk.close()


@pytest.mark.parametrize(("typed", "done"), [("approve", [ORDER, REPLY]), ("refuse 1 not yet", [REPLY])])
def test_a_request_is_granted_or_refused(here: Hosted, typed: str, done: list[str]) -> None:
    own, other, desk = here.join("commander", "He Ping"), here.join(), here.begin()
    other.room.act(SEAT, Request("commander", "activate", {"level": "III"}))
    here.clock.now += 10
    played(own, f"wait 3m\n{typed}\nquit\ny\n")
    assert journal_kinds(here, ORDER, REPLY) == [(kind, "commander") for kind in done]
    desk.close()
    other.room.disconnect()


def test_a_seat_that_is_given_up_goes_to_a_stand_in(here: Hosted) -> None:
    own, desk = here.join(), here.begin()
    shown = played(own, "free\ny\n")
    assert shown.endswith("You have left the room.")
    hub = next(iter(here.host.hubs.values()))
    assert hub.ledger.chairs[SEAT].player == "stand-in"
    desk.close()


def test_in_chinese_the_words_are_chinese(here: Hosted) -> None:
    own, desk = here.join(), here.begin()
    played(own, "移交 duty_officer 交给你了\n退出\n是\n", language="zh")
    assert journal_kinds(here, HAND_OVER) == [(HAND_OVER, SEAT)]
    desk.close()
