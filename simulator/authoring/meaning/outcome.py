"""What is measured, and the author's own tests: measures of the world, players of playthroughs (E419, E430)."""

import re
from collections.abc import Iterator

from simulator.authoring.diagnostics import Finding, did_you_mean
from simulator.authoring.meaning.matter import Matter
from simulator.language.said import say

NUMERIC = ("number", "count", "share", "duration")
PLAYERS = ("by-the-book", "late", "partial", "random", "first-option", "everything", "heavy-handed", "silent")
_PLAYER = re.compile(
    r"by-the-book|late(:\d+[dhms](\d+[hms])*)?|partial(:(0(\.\d+)?|1(\.0+)?))?|random|first-option"
    r"|everything(:lawful)?|heavy-handed|silent",
    re.ASCII,
)


def outcome_findings(matter: Matter) -> Iterator[Finding]:
    """Measures that nothing in the world has, and players that do not exist."""
    known = measures(matter)
    for name, measure in matter.scenario.outcome.items():
        if measure.measure not in known:
            near = did_you_mean(measure.measure, known)
            message = say("nothing in the world is measured as '{name}'", name=measure.measure)
            remedy = (
                say("did you mean '{near}'?", near=near)
                if near
                else say("write an incident's part with .mean, .max or .end, or a kind of harm: {examples}",
                         examples=known[:4])
            )  # fmt: skip
            yield matter.at("E419", ("outcome", name, "measure"), message, remedy)
    for name, playthrough in matter.scenario.playthroughs.items():
        if not _PLAYER.fullmatch(playthrough.player):
            message = say("there is no player '{name}'", name=playthrough.player)
            there = ("playthroughs", name, "player")
            yield matter.unknown(there, playthrough.player, list(PLAYERS), message, "E430")


def measures(matter: Matter) -> list[str]:
    """All that a measure may name: parts of incidents, alone or with a suffix, harm, and numbers of the state."""
    found: list[str] = []
    for name, thing in matter.words.things.items():
        numeric = [part for part, kind in thing.parts.items() if kind.kind in NUMERIC]
        if thing.sort == "incident":
            found += [f"{name}.{part}{suffix}" for part in numeric for suffix in ("", ".mean", ".max", ".end")]
        elif thing.sort == "harm":
            found += [f"{name}.{part}" for part in numeric]
        elif thing.sort == "state" and thing.alone is not None and thing.alone.kind in NUMERIC:
            found.append(name)
    return found
