"""Chapters of a scenario that spans days, and the names in braces that its texts hold (E425, E426, E427, W409)."""

from collections.abc import Iterator
from itertools import pairwise

from simulator.authoring.diagnostics import Finding
from simulator.authoring.meaning.matter import Matter
from simulator.authoring.meaning.times import earliest
from simulator.clock import duration
from simulator.language.said import say
from simulator.scenario.placeholders import placeholders


def chapter_findings(matter: Matter) -> Iterator[Finding]:
    """Chapters that overlap, that do not end with the drill, and what would need a person between two."""
    chapters = matter.scenario.chapters
    for (_, before), (name, after) in pairwise(chapters.items()):
        if after.starts < before.ends:
            message = say("'{name}' starts before the chapter before it ends", name=name)
            help_ = say("let it start at {time} or later", time=duration(before.ends))
            yield matter.at("E425", ("chapters", name, "starts"), message, help_)
    if chapters and list(chapters.values())[-1].ends != matter.scenario.length:
        end = duration(list(chapters.values())[-1].ends)
        message = say("the drill is not as long as its chapters")
        yield matter.at("E426", ("length",), message, say("write length: {end}", end=end))
    yield from _between(matter)


def _between(matter: Matter) -> Iterator[Finding]:
    """Messages and decisions whose time lies where time jumps."""
    for section in ("injects", "decisions"):
        for name, written in getattr(matter.scenario, section).items():
            if written.at is None or written.at.after:
                continue
            if matter.scenario.jump_from(earliest(matter, written.at)) is not None:
                message = say("'{name}' comes between two chapters, where nobody can act", name=name)
                yield matter.at("W409", (section, name, "at"), message, say("move it into a chapter"))


def placeholder_findings(matter: Matter) -> Iterator[Finding]:
    """Names in braces that are neither a value nor a member of the cast."""
    things, cast = matter.words.things, matter.scenario.cast
    known = [*cast, *(f"{name}.{part}" for name, thing in things.items() for part in thing.parts)]
    for path, text in matter.texts:
        for name in placeholders(text):
            head, _, part = name.partition(".")
            value = head in things and (part in things[head].parts if part else things[head].sort == "state")
            if name not in cast and not value:
                message = say("'{name}' in braces is no value and nobody of the cast", name=name)
                yield matter.unknown(path, name, known, message, code="E427")
