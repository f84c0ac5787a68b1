"""From the lobby into a seat of a shared drill and back: what is written, what is refused, what is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.journal.controls import Turning
from simulator.language.translator import Translator
from simulator.room.shared.refusing import Unproven
from tests.tui.lobbies import House, lobby
from tests.tui.screen import Stage
from tests.tui.shared.rooms import Hosted, hosted, until
from tui.choices import Invitation
from tui.lobby_app import LobbyApp
from tui.screens.joining import Joining
from tui.screens.lobby import Foyer
from tui.shared.seat.sitting import sit_down
from tui.sharing import Sitting
from tui.web.session import NOTE, note_seat, noted_seat

SEEN = "3f2a 90bc 11d0 7e55 0c4b 9a1e 66f3 20d8"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hosted]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with hosted(tmp_path) as found:
        yield found


class Visitor(House):
    """A lobby with a door to rooms of others."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.asked: list[Invitation] = []

    def join(self, invitation: Invitation, translator: Translator) -> Sitting:
        self.asked.append(invitation)
        return sit_down(invitation, translator)


class Wary(Visitor):
    """The same, before a host whose fingerprint nobody has compared."""

    def join(self, invitation: Invitation, translator: Translator) -> Sitting:
        if not invitation.fingerprint:
            raise Unproven(SEEN)
        return super().join(Invitation(invitation.place, invitation.code, invitation.name), translator)


def place(here: Hosted) -> str:
    return f"127.0.0.1:{here.host.own_address.port}"


async def write(stage: Stage, row: str, text: str) -> None:
    """Write a row of the page."""
    await stage.press(row, "enter")
    await stage.type(text)
    await stage.press("enter")


async def knock(stage: Stage, line: str, name: str = "Lin Qiao", seat: str = "") -> None:
    """Write everything down and join."""
    await stage.press("f6")
    await write(stage, "1", line)
    await write(stage, "3", name)
    if seat:
        await write(stage, "4", seat)
    await stage.press("7", "enter")
    await stage.done()


async def leave(stage: Stage, how: str) -> None:
    """Leave by the choice with this number."""
    await stage.press("f10", how, "enter")
    await stage.done()


async def test_a_seat_is_taken_left_and_come_back_to_without_a_code(here: Hosted, tmp_path: Path) -> None:
    house = Visitor(tmp_path)
    async with lobby(house) as stage:
        await knock(stage, f"drillroom join {place(here)} --code {here.host.codes()['seat']}", seat="petition_lead")
        await until(stage, "Petition lead: Lin Qiao – you")
        await leave(stage, "2")
        assert isinstance(stage.app.screen, Foyer)
        assert stage.notice == "Your seat is kept for a minute. Join again to come back."
        await stage.press("f6")
        await write(stage, "2", "none")
        await stage.press("7", "enter")
        await stage.done()
        await until(stage, "Petition lead: Lin Qiao – you")
        await leave(stage, "3")
        assert stage.notice == "You have left the room."
    assert [(each.place, each.name, each.seat) for each in house.asked] == [
        (place(here), "Lin Qiao", "petition_lead")
    ] * 2
    assert house.preferences.now.name == "Lin Qiao"


async def test_the_drill_is_played_from_the_lobby_to_its_hot_wash(here: Hosted, tmp_path: Path) -> None:
    async with lobby(Visitor(tmp_path)) as stage:
        await knock(stage, f"drillroom join {place(here)} --code {here.host.codes()['seat']} --seat petition_lead")
        desk = here.begin()
        await until(stage, "Your task and queue")
        here.clock.now += 5
        await until(stage, "DECISION – ")
        await stage.press("escape", "f7")
        assert "Hand over to Commander: a stand-in" in stage.text
        desk.lead(Turning("end"))
        await until(stage, "Petition lead: Lin Qiao")
        await stage.done()
        await stage.press("f10")
        await stage.done()
        assert isinstance(stage.app.screen, Foyer)
        assert stage.notice.startswith("The journal: ")
        desk.close()


async def test_a_wrong_code_is_told_where_it_can_be_mended(here: Hosted, tmp_path: Path) -> None:
    async with lobby(Visitor(tmp_path)) as stage:
        await knock(stage, f"join {place(here)} --code WRON-GGGG")
        assert isinstance(stage.app.screen, Joining)
        assert stage.notice == "this join code is none of the room's: ask the host for the code of your role."
        shown = [line.split(maxsplit=2)[2] for line in stage.lines[2:5]]
        assert shown == [place(here), "code    WRON-GGGG", "Lin Qiao"]
        await write(stage, "2", here.host.codes()["seat"])
        await stage.press("7", "enter")
        await stage.done()
        await until(stage, "Commander: Lin Qiao – you")
        await leave(stage, "3")


async def test_a_seat_that_is_taken_and_a_host_that_is_not_there_are_told(here: Hosted, tmp_path: Path) -> None:
    code, other = here.host.codes()["seat"], here.join()
    async with lobby(Visitor(tmp_path)) as stage:
        await knock(stage, f"join {place(here)} --code {code}", seat="petition_lead")
        assert stage.notice.startswith("somebody sits in this seat: take another seat")
        await write(stage, "1", "127.0.0.1:1")
        await stage.press("7", "enter")
        await stage.done()
        assert stage.notice.startswith("no room answers at 127.0.0.1:1")
    other.room.disconnect()


async def test_an_unknown_hosts_fingerprint_is_shown_before_anything_is_said_to_it(
    here: Hosted, tmp_path: Path
) -> None:
    house = Wary(tmp_path)
    async with lobby(house) as stage:
        await knock(stage, f"join {place(here)} --code {here.host.codes()['seat']}")
        assert SEEN in stage.text
        assert stage.notice == "Compare the fingerprint with the host's screen; if it is the same, join again."
        assert house.asked == []
        await stage.press("7", "enter")
        await stage.done()
        await until(stage, "Commander: Lin Qiao – you")
        await leave(stage, "3")


async def test_a_page_that_is_loaded_again_asks_for_its_seat_and_tells_where_that_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = {"place": "127.0.0.1:8710", "name": "Lin Qiao", "seat": "clerk", "encrypted": "yes", "fingerprint": ""}
    monkeypatch.setenv(NOTE, str(tmp_path / "0.note"))
    note_seat(seat)
    async with lobby(House(tmp_path)) as stage:
        await until(stage, "no room answers at 127.0.0.1:8710")
        await stage.press("f6")
        assert "clerk" in stage.lines[5]
    assert noted_seat() is None


async def test_what_was_written_stays_while_the_lobby_is_open(tmp_path: Path) -> None:
    async with lobby(House(tmp_path)) as stage:
        await knock(stage, "127.0.0.1:8710")
        await stage.press("escape", "f6")
        assert "127.0.0.1:8710" in stage.lines[2]
        await stage.press("5", "enter")
        assert isinstance(stage.app, LobbyApp)
        assert stage.app.lobby.invitation == Invitation("127.0.0.1:8710", "", "Lin Qiao", "", encrypted=False)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("192.168.1.20:8710", Invitation("192.168.1.20:8710")),
        ("trainee: drillroom join [::1]:8710 --code K7QX-M2PA", Invitation("[::1]:8710", "K7QX-M2PA")),
        ("join h:1 --seat clerk --insecure", Invitation("h:1", seat="clerk", encrypted=False)),
        ("join h:1 --code K7 --fingerprint 3f2a", Invitation("h:1", "K7", fingerprint="3f2a")),
        ("somewhere else", Invitation("somewhere else")),
    ],
)
def test_the_hosts_whole_line_can_stand_for_its_address(line: str, told: Invitation) -> None:
    assert Invitation(fingerprint="00").written("place", line) == told
