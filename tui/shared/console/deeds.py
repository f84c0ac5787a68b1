"""The console's panels in which something is done with one seat or one inject."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from simulator.journal.controls import CONTROLLER, STAND_IN, Hold, Release, Sit
from simulator.language.said import Said, say
from simulator.room.shared.model import InjectState, SeatState
from tui.presentation.lines import Item, item, numbered
from tui.shared.console.acting import acting
from tui.shared.console.base import DO_IT, ConsolePanel, Keys
from tui.shared.console.items import inject_lines, seat_items, waiting_items
from tui.shared.console.questions import deliver, delivering, noting, skipping, writing
from tui.shared.console.station import Station
from tui.widgets.pane import Pane


class SeatPanel(ConsolePanel):
    """What can be done with one seat."""

    OWN: ClassVar[Keys] = DO_IT
    ABOUT: ClassVar[Said] = say(
        "One seat. You can write to it, note what it does, take it over yourself, give it to a stand-in, or close it: "
        "then whoever sat there does not come back until you open it again."
    )

    def __init__(self, station: Station, seat: str) -> None:
        super().__init__(station)
        self._seat = seat

    @property
    def state(self) -> SeatState:
        return next(each for each in self.station.now.seats if each.seat == self._seat)

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="choices")

    def heading(self) -> str:
        return self.station.wording.say("Seat: {seat}", seat=self.station.wording.seat(self._seat))

    def lines(self, width: int) -> list[Item]:
        wording, now, state = self.station.wording, self.station.now, self.state
        about = next(each for each in seat_items(wording, now, width) if each.key == state.seat)
        deeds = [(name, wording.said(said)) for name, said in self._deeds().items()]
        before = [*(item([line.text]) for line in about.lines), *waiting_items(wording, state, width), item([""])]
        return [*before, *numbered(deeds, width)]

    def _deeds(self) -> Mapping[str, Said]:
        """What this person can do with the seat as it stands."""
        state, role = self.state, self.station.role
        found: dict[str, Said] = {}
        if self.station.now.status == "over":
            return {} if role == "observer" else {"note": say("Note something on this seat")}
        if role == "controller" and state.player == CONTROLLER:
            found["act"] = say("Act in this seat: an order, an answer")
        if role == "controller":
            found["write"] = say("Write to this seat")
        if role != "observer":
            found["note"] = say("Note something on this seat")
        if role == "controller" and state.player != CONTROLLER:
            found["take"] = say("Take the seat over yourself")
        if role == "controller" and (state.player != STAND_IN or state.barred):
            found["free"] = say("Give it to a stand-in, and leave it open for others")
        if role == "controller" and not state.barred:
            found["bar"] = say("Close the seat: a stand-in keeps it, nobody comes back")
        return found

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.close()
        match chosen.key:
            case "act":
                self.house.show(acting(self.station, self._seat, self.state.decisions))
            case "write":
                self.house.show(writing(self.station, to=self._seat))
            case "note":
                self.house.show(noting(self.station, seat=self._seat))
            case "take":
                self._sit(Sit(self._seat, CONTROLLER, "", "taken over"), say("take over {seat}"))
            case "free":
                self._sit(Sit(self._seat, STAND_IN, "", "freed"), say("free {seat}"))
            case "bar":
                self._sit(Sit(self._seat, STAND_IN, "", "revoked", barred=True), say("close {seat}"))

    def _sit(self, sit: Sit, what: Said) -> None:
        self.station.lead(sit, lambda wording: wording.say(what.template, seat=wording.seat(sit.seat)))
        self.house.refresh_all()


class InjectPanel(ConsolePanel):
    """One inject in full, and what can be done with it."""

    OWN: ClassVar[Keys] = DO_IT
    ABOUT: ClassVar[Said] = say(
        "One inject. Delivering it takes the place of its own next delivery. A held one waits until you deliver it, "
        "let it go or skip it. A skipped one never comes; the reason stands in the journal."
    )

    def __init__(self, station: Station, inject: str) -> None:
        super().__init__(station)
        self._inject = inject

    @property
    def state(self) -> InjectState:
        return next(each for each in self.station.now.injects if each.inject == self._inject)

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="choices")

    def heading(self) -> str:
        return self.station.wording.say("Inject: {inject}", inject=self._inject)

    def lines(self, width: int) -> list[Item]:
        wording = self.station.wording
        deeds = [(name, wording.said(said)) for name, said in self._deeds().items()]
        return [*inject_lines(wording, self.state, width), *numbered(deeds, width)]

    def _deeds(self) -> Mapping[str, Said]:
        status = self.state.status
        if self.station.role != "controller" or self.station.now.status == "over":
            return {}
        found = {"deliver": say("Deliver it now"), "purpose": say("Deliver it now, with a purpose")}
        if status == "waiting" and self.state.own:
            found["hold"] = say("Hold it back")
        if status in ("held", "due"):
            found["release"] = say("Let it go its own way again")
        if status in ("waiting", "held", "due"):
            found["skip"] = say("Skip it, with a reason")
        return found

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        station, inject = self.station, self._inject
        self.close()
        match chosen.key:
            case "deliver":
                deliver(station, inject)
            case "purpose":
                self.house.show(delivering(station, inject))
            case "hold":
                station.lead(Hold(inject), lambda wording: wording.say("hold {inject}", inject=inject))
            case "release":
                station.lead(Release(inject), lambda wording: wording.say("let {inject} go", inject=inject))
            case "skip":
                self.house.show(skipping(station, inject))
        self.house.refresh_all()
