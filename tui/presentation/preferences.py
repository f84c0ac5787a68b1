"""A person's settings as lines: each with what it can be, and a sample of how the screen looks under them."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.language.said import Said, say
from simulator.language.translator import LANGUAGES, Translator
from tui.presentation.lines import Item, Line, clipped, item, items
from tui.presentation.signs import sparkline
from tui.presentation.text import cells, padded, wrapped
from tui.settings import THEMES, Settings
from tui.speech import LANGUAGE_NAMES


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting: its name, what it can be with a word for each, and what it is for."""

    name: Said
    values: Mapping[object, Said]
    help: Said


_THEME_NAMES = {"dark": say("dark"), "light": say("light"), "contrast": say("high contrast")}

CHOICES: Mapping[str, Choice] = {
    "theme": Choice(
        say("Colours"), {name: _THEME_NAMES[name] for name in THEMES},
        say("High contrast sets all text at 7:1 or more. With NO_COLOR in the environment there are no colours."),
    ),
    "ascii": Choice(
        say("Borders"), {False: say("drawn"), True: say("ASCII")},
        say("ASCII where the terminal shows boxes or gaps in place of lines."),
    ),
    "bell": Choice(
        say("Bell"), {False: say("silent"), True: say("for what is urgent")},
        say("The terminal's own bell, when something urgent or a decision comes."),
    ),
    "language": Choice(
        say("Language"), {name: Said(LANGUAGE_NAMES[name]) for name in LANGUAGES},
        say("Of the screen and of the scenarios."),
    ),
}  # fmt: skip
"""What can be set on the screen, by the names of `Settings`."""

LEVELS = [0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.0]


def value_of(settings: Settings, name: str, speaker: Translator) -> object:
    """What a setting is; the language where none is set is the one being spoken."""
    value: object = getattr(settings, name)
    return speaker.language if name == "language" and value is None else value


def turned(settings: Settings, name: str, by: int, speaker: Translator) -> object:
    """What a setting becomes when it is turned on by one, or back."""
    values = list(CHOICES[name].values)
    return values[(values.index(value_of(settings, name, speaker)) + by) % len(values)]


def preference_items(settings: Settings, speaker: Translator, width: int) -> list[Item]:
    """Each setting with what it can be on one line, the present value in brackets; then what it is for."""
    names = [speaker.say(choice.name) for choice in CHOICES.values()]
    column = max(cells(name) for name in names) + 2
    found: list[Item] = []
    for place, (key, choice) in enumerate(CHOICES.items(), 1):
        head = padded(f"{place}. {speaker.say(choice.name)}", column + 3)
        now = value_of(settings, key, speaker)
        values = [_value(speaker.say(said), value == now) for value, said in choice.values.items()]
        line = Line(clipped(head + " ".join(values), width), "strong")
        help = wrapped(speaker.say(choice.help), width, " " * (column + 4))
        found.append(Item((line, *(Line(each, "dim") for each in help)), key))
    return found


def _value(said: str, chosen: bool) -> str:
    return f"[{said}]" if chosen else f" {said} "


def sample_items(speaker: Translator, width: int) -> list[Item]:
    """How things of each kind look."""
    urgent = speaker.say(say("urgent: it cannot wait"))
    fresh = speaker.say(say("changed since you looked"))
    levels = speaker.say(say("tension over time: {levels}", levels=sparkline(LEVELS)))
    return [
        item(wrapped(speaker.say(say("unread, or a thing's name")), width), "strong"),
        item(wrapped(urgent, width), "urgent"),
        Item(item(wrapped(fresh, width)).lines, fresh=True),
        item(wrapped(speaker.say(say("set back: an explanation")), width), "dim"),
        *items(wrapped(levels, width)),
    ]
