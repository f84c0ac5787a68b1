"""How faults of conditions name types, give examples and guess what was meant."""

import difflib

from simulator.language.said import Said, say
from simulator.language.vocabulary import Type


def closest(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that is most like a misspelt one, if any is."""
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=0.6)), None)


def named(found: Type) -> Said:
    """A type in the author's words."""
    match found.kind:
        case "number" | "count" | "share":
            return say("a number")
        case "duration":
            return say("a time")
        case "word" | "text":
            return say("a word")
        case _:
            return say("a truth")


def example(wanted: Type) -> Said:
    """What a value of a type looks like."""
    match wanted.kind:
        case "duration":
            return say("write 10m, 90s or 1h30m")
        case "number" | "count" | "share":
            return say("write a number such as 60 or 0.6")
        case "word" | "text":
            return say("it can be: {choices}", choices=", ".join(wanted.words))
        case _:
            return say("compare it with something: == != < <= > >=")
