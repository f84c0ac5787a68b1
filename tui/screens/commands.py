"""What a person can do at a screen of a drill: names, keys, one line of help, and when it is off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from simulator.language.said import Said, say
from tui.presentation.text import cells
from tui.screens.desk import Desk
from tui.speech import LANGUAGE_NAMES


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done, on a key or from the menu."""

    key: str
    """Empty where the menu alone does it."""
    label: Said
    """At most 28 cells in either language."""
    tip: Said
    rank: int = 9
    """Which labels give way first on a narrow line of keys: the highest."""


COMMANDS: Mapping[str, Command] = {
    "help": Command("f1", say("Help"), say("what can be done here, and why not"), 1),
    "orders": Command("f2", say("Orders"), say("give an order: choose it, then its arguments"), 1),
    "plan": Command("f3", say("Plan"), say("look up the plan and the words of the field"), 7),
    "decision": Command("f4", say("Decide"), say("answer the decision that is open"), 1),
    "queue": Command("f5", say("Queue"), say("your orders that wait: take back, move"), 3),
    "log": Command("f6", say("Log"), say("what you have done and what came of it"), 4),
    "hint": Command("f7", say("Hint"), say("what the plan expects next; it costs points"), 8),
    "pause": Command("f8", say("Pause"), say("halt the clock, and let it run on"), 2),
    "language": Command("f9", say("Language"), say("change the language of the screen"), 5),
    "leave": Command("f10", say("Leave"), say("leave the drill, or end it and be scored"), 2),
    "save": Command(
        "f2", say("Save reports"), say("scorecard and after-action report, as pages beside the journal"), 1
    ),
    "ahead": Command("", say("Ahead to what comes next"), say("let time pass until something reaches you")),
    "faster": Command("", say("Faster"), say("double the pace")),
    "slower": Command("", say("Slower"), say("halve the pace")),
    "history": Command("", say("Tension and waiting"), say("what you have known of them over time, as small curves")),
    "note": Command("", say("Note"), say("write a line for yourself; it stands in the log")),
    "settings": Command("", say("Settings"), say("colours, borders, bell, language")),
    "rewind": Command("", say("Go back"), say("to a moment of this practice, and play on in a new journal")),
    "again": Command("f7", say("Go back"), say("to a moment of the drill, and play on in a new journal"), 5),
}


def bindings(*names: str) -> list[BindingType]:
    """The keys of commands, for a screen that offers them."""
    found: list[BindingType] = []
    for name in names:
        command = COMMANDS[name]
        label, tip = command.label.template, command.tip.template
        found.append(Binding(command.key, f"do('{name}')", label, id=name, tooltip=tip, show=False))
    return found


IN_PRACTICE = ("hint", "pause", "ahead", "faster", "slower", "rewind", "again")
ANY_TIME = ("start", "help", "language", "leave", "plan", "log", "settings")


def why_off(desk: Desk, name: str) -> Said | None:
    """Why a command can do nothing at present; nothing where it can."""
    status = desk.room.status
    if name == "save":
        return None if desk.room.scorecard is not None else say("the score is still being worked out")
    if name == "leave" and desk.room.drill.over and desk.room.scorecard is None:
        return say("the score is still being worked out")
    if name in ANY_TIME:
        return None
    if name == "pause" and status == "paused":
        return None
    if name in IN_PRACTICE and not desk.room.practice:
        return say("not while you are assessed")
    if status == "over":
        return None if name == "again" else say("the drill is over")
    if status == "waiting":
        return say("the drill has not begun")
    if name == "decision" and not desk.view.decisions:
        return say("no decision is open")
    return None


def label(desk: Desk, name: str) -> str:
    """The name of a command as it stands now."""
    if name == "language":
        return LANGUAGE_NAMES[desk.other_language]
    if name == "pause" and desk.room.status == "paused":
        return desk.wording.say("Run on")
    return desk.wording.said(COMMANDS[name].label)


def shown_key(key: str) -> str:
    """A key as keyboards write it: `F10`, `Enter`."""
    return key.upper() if key.startswith("f") and key[1:].isdigit() else key.capitalize()


def key_line(desk: Desk, names: tuple[str, ...], width: int, further: tuple[tuple[str, Said], ...] = ()) -> str:
    """The keys of a screen on one line, as many as fit; those that give way first do so by their rank."""
    own = [(0, f"{key} {desk.wording.said(said)}") for key, said in further]
    commands = [(COMMANDS[name].rank, f"{shown_key(COMMANDS[name].key)} {label(desk, name)}") for name in names]
    return fitting([*own, *commands], width)


def fitting(parts: Sequence[tuple[int, str]], width: int) -> str:
    """Parts on one line, as many as fit; of those that do not, the ones with the highest rank give way."""
    kept = sorted(range(len(parts)), key=lambda place: parts[place][0])
    while kept:
        line = "  ".join(parts[place][1] for place in sorted(kept))
        if cells(line) <= width or not parts[kept[-1]][0]:
            return line
        kept.pop()
    return ""
