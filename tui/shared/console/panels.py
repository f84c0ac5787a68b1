"""The console's panels: the menu, help, the log, notes, codes, leaving. Seats and injects stand in `deeds`."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from simulator.evaluation.scorecard import evaluate
from simulator.journal.controls import Turning
from simulator.journal.journal import Journal
from simulator.language.said import Said, say
from tui.presentation.keys import menu_line
from tui.presentation.lines import Item, item, items, numbered
from tui.presentation.scorecard import scorecard_sections
from tui.presentation.text import wrapped
from tui.screens.commands import shown_key
from tui.shared.console.base import DO_IT, ConsolePanel, ConsoleScreen, Keys
from tui.shared.console.commands import COMMANDS, label, offered, why_off
from tui.shared.console.station import Station
from tui.shared.console.story import story_items
from tui.shared.door import ROLES, ordered
from tui.widgets.pane import Pane


class ConsoleMenu(ConsolePanel):
    """Every command by number, for keyboards whose function keys belong to somebody else."""

    OWN: ClassVar[Keys] = DO_IT
    ABOUT: ClassVar[Said] = say("Every command with its key. Type its number, or use the arrows; Enter does it.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="choices")

    def heading(self) -> str:
        return self.station.wording.say("Menu")

    def lines(self, width: int) -> list[Item]:
        return numbered([(name, self._line(name)) for name in offered(self.station.role)], width)

    def _line(self, name: str) -> str:
        key = shown_key(COMMANDS[name].key)
        return menu_line(self.station.wording, label(self.station, name), key, why_off(self.station, name))

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.close()
        self.house.do(chosen.key)


class ConsoleHelp(ConsolePanel):
    """What the screen below is for, and every key of it, with the reason where it is off."""

    ABOUT: ClassVar[Said] = say("Help for the screen you came from.")

    def __init__(self, station: Station, of: ConsoleScreen) -> None:
        super().__init__(station)
        self._of = of

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="help")

    def heading(self) -> str:
        return self.station.wording.say("Help")

    def lines(self, width: int) -> list[Item]:
        wording = self.station.wording
        about = items(wrapped(wording.said(self._of.ABOUT), width))
        own = [item(wrapped(f"{key}: {wording.said(does)}", width, "", "    ")) for key, does in self._of.OWN]
        commands = [
            item(wrapped(self._line(name), width, "", "    "))
            for name in offered(self.station.role)
            if COMMANDS[name].key
        ]
        return [*about, item([""]), *own, *commands]

    def _line(self, name: str) -> str:
        wording, command = self.station.wording, COMMANDS[name]
        values = {"key": shown_key(command.key), "command": label(self.station, name), "tip": command.tip}
        line = wording.say("{key} {command}: {tip}", **values)
        reason = why_off(self.station, name)
        return line if reason is None else wording.say("{line} (now off: {reason})", line=line, reason=reason)


class LogPanel(ConsolePanel):
    """What has happened so far."""

    ABOUT: ClassVar[Said] = say("What has happened so far, the newest last. Arrows scroll.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="log", depends=self.made_of)

    def heading(self) -> str:
        return self.station.wording.say("What has happened")

    def made_of(self) -> object:
        return len(self.station.desk.entries), self.station.wording

    def lines(self, width: int) -> list[Item]:
        return story_items(self.station.wording, list(self.station.desk.entries), width)

    def on_mount(self) -> None:
        super().on_mount()
        self.call_after_refresh(self.query_one("#log", Pane).action_edge, 1)


class RemarksPanel(ConsolePanel):
    """What was noted and rated."""

    ABOUT: ClassVar[Said] = say("The notes and ratings so far, with who made them. Arrows scroll.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="remarks")

    def heading(self) -> str:
        return self.station.wording.say("What was noted")

    def lines(self, width: int) -> list[Item]:
        wording = self.station.wording
        found: list[Item] = []
        for each in self.station.now.remarks:
            values = {"clock": wording.clock(each.time), "by": each.by, "seat": wording.seat(each.seat)}
            head = wording.say("{clock} {by} on {seat}", **values)
            about = [part for part in (each.expectation, each.rating) if part]
            line = wording.say("{head} ({about})", head=head, about=about) if about else head
            found.append(item([*wrapped(line, width), *wrapped(each.words, width, "  ")]))
        return found or [item(wrapped(wording.say("Nothing was noted yet."), width), "dim")]


class ScoresPanel(ConsolePanel):
    """The scorecards of a drill that is over."""

    ABOUT: ClassVar[Said] = say("The scorecards of all seats. Arrows scroll. The host's journal makes the reports.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="scores", depends=self.made_of)

    def heading(self) -> str:
        return self.station.wording.say("Scores")

    def made_of(self) -> object:
        return len(self.station.desk.entries), self.station.wording

    def lines(self, width: int) -> list[Item]:
        wording = self.station.wording
        journal = Journal(list(self.station.desk.entries))
        card = evaluate(wording.scenario, journal)
        found: list[Item] = []
        for section in scorecard_sections(wording.scenario, journal, card, wording.translator, width):
            found += [*items(wrapped(section.title, width), "head"), *items(section.lines), item([""])]
        return found


class CodesPanel(ConsolePanel):
    """The join codes."""

    ABOUT: ClassVar[Said] = say("The join code of each role, to be handed on to the people who shall come in.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="codes")

    def heading(self) -> str:
        return self.station.wording.say("Join codes")

    def lines(self, width: int) -> list[Item]:
        wording, codes = self.station.wording, self.station.now.codes
        return [
            item(wrapped(wording.say("{role}: {code}", role=said, code=codes.get(role, "")), width))
            for role, said in ordered(ROLES)
        ]


class ConsoleLeaving(ConsolePanel):
    """What to do when the console is left: nothing is done without Enter."""

    OWN: ClassVar[Keys] = DO_IT
    ABOUT: ClassVar[Said] = say("Leave the console, or end the drill for everybody. Type a number and Enter.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="choices")

    def heading(self) -> str:
        return self.station.wording.say("Leave or end?")

    def lines(self, width: int) -> list[Item]:
        wording, now = self.station.wording, self.station.now
        choices = [
            ("stay", wording.say("Stay")),
            ("leave", wording.say("Leave the console; the drill goes on without it")),
        ]
        if self.station.role == "controller" and now.status in ("running", "paused"):
            choices.append(("end", wording.say("End the drill now, for everybody; it is scored then")))
        return numbered(choices, width)

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.close()
        match chosen.key:
            case "leave":
                self.house.leave()
            case "end":
                self.station.lead(Turning("end"), lambda wording: wording.say("end the drill"))
                self.house.refresh_all()
