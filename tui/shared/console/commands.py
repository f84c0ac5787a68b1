"""What can be done at the console: names, keys, one line of help, for whom, and when it is off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from simulator.language.said import Said, say
from simulator.room.shared.model import Role
from tui.screens.commands import fitting, shown_key
from tui.shared.console.station import Station
from tui.speech import LANGUAGE_NAMES

ALL: tuple[Role, ...] = ("controller", "evaluator", "observer")
RUNS: tuple[Role, ...] = ("controller",)
NOTES: tuple[Role, ...] = ("controller", "evaluator")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done, on a key or from the menu."""

    key: str
    """Empty where the menu alone does it."""
    label: Said
    """At most 28 cells in either language."""
    tip: Said
    roles: tuple[Role, ...] = ALL
    rank: int = 9
    """Which labels give way first on a narrow line of keys: the highest."""


COMMANDS: Mapping[str, Command] = {
    "help": Command("f1", say("Help"), say("what can be done here, and why not"), rank=1),
    "write": Command("f2", say("Write"), say("an inject on the spot, or the answer of a character"), RUNS, 1),
    "codes": Command("f3", say("Codes"), say("the join codes of the room"), RUNS, 6),
    "contingency": Command(
        "f4", say("Steer"), say("an inject with a purpose: help the seats on, press them, lead them back"), RUNS, 3
    ),
    "pace": Command("f5", say("Pace"), say("how many exercise seconds pass in a second"), RUNS, 5),
    "log": Command("f6", say("Log"), say("what has happened so far"), rank=4),
    "note": Command("f7", say("Note"), say("note what a seat does, and rate it against an expectation"), NOTES, 2),
    "clock": Command(
        "f8", say("Start"), say("start the drill, halt the clock, let it run on; after the end, score it"), RUNS, 1
    ),
    "language": Command("f9", say("Language"), say("change the language of the screen"), rank=7),
    "leave": Command("f10", say("Leave"), say("leave the console, or end the drill"), rank=2),
    "settings": Command("", say("Settings"), say("colours, borders, bell, language")),
    "remarks": Command("", say("What was noted"), say("the notes and ratings so far, with who made them")),
    "scores": Command("", say("Scores"), say("the scorecards, once the drill is scored")),
}

ANY_TIME = ("help", "log", "language", "leave", "settings", "remarks", "codes")
AFTER_THE_END = ("note", "clock")


def bindings(*names: str) -> list[BindingType]:
    """The keys of commands, for a screen that offers them."""
    return [
        Binding(command.key, f"do('{name}')", command.label.template, id=name, tooltip=command.tip.template, show=False)
        for name in names
        if (command := COMMANDS[name]).key
    ]


def offered(role: Role) -> tuple[str, ...]:
    """What somebody of a role is offered."""
    return tuple(name for name, command in COMMANDS.items() if role in command.roles)


def why_off(station: Station, name: str) -> Said | None:
    """Why a command can do nothing at present; nothing where it can."""
    status = station.now.status
    if station.role not in COMMANDS[name].roles:
        return say("your role may not do this")
    if name in ANY_TIME:
        return None
    if name == "scores":
        return None if station.is_scored else say("the drill is not scored yet")
    if status == "over" and station.is_scored and name in AFTER_THE_END:
        return say("the drill is scored")
    if status == "over":
        return None if name in AFTER_THE_END else say("the drill is over")
    if name == "contingency" and status == "waiting":
        return say("the drill has not begun")
    return None


def label(station: Station, name: str) -> str:
    """The name of a command as it stands now."""
    wording = station.wording
    if name == "language":
        return LANGUAGE_NAMES[station.other_language]
    if name == "clock" and station.now.status == "running":
        return wording.say("Pause")
    if name == "clock" and station.now.status == "paused":
        return wording.say("Run on")
    if name == "clock" and station.now.status == "over":
        return wording.say("Score now")
    return wording.said(COMMANDS[name].label)


def key_line(station: Station, names: Sequence[str], width: int, own: Sequence[tuple[str, Said]] = ()) -> str:
    """The keys of a screen on one line, as many as fit; those that give way first do so by their rank."""
    first = [(0, f"{key} {station.wording.said(said)}") for key, said in own]
    commands = [
        (COMMANDS[name].rank, f"{shown_key(COMMANDS[name].key)} {label(station, name)}")
        for name in names
        if COMMANDS[name].key and not (station.is_scored and name in AFTER_THE_END)
    ]
    return fitting([*first, *commands], width)
