"""What a condition may name, and of which type each name is.

A scenario publishes its vocabulary (`simulator.scenario.names`); the checks of `meaning.py` and the
readers of `truth.py` know nothing else of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["truth", "number", "count", "share", "duration", "word", "event", "text"]


@dataclass(frozen=True, slots=True)
class Type:
    """The type of a value.

    `share` is a number in 0..1 that alone holds from one half on; `event` is something that happens
    (an inject, a stage, an answer) and alone holds once it has.
    """

    kind: Kind
    words: tuple[str, ...] = ()
    """What a `word` can be; empty where any word will do."""
    flows: bool = False
    """Whether it changes by itself as time passes, and so is compared with constants only."""


TRUTH = Type("truth")
NUMBER = Type("number")
COUNT = Type("count")
SHARE = Type("share")
DURATION = Type("duration")
EVENT = Type("event")


@dataclass(frozen=True, slots=True)
class Thing:
    """Something a scenario declares: its parts by name, and what it is worth when it stands alone."""

    sort: str
    """What it is, in the author's words: incident, place, unit, inject, decision, state, order …"""
    parts: Mapping[str, Type] = field(default_factory=dict)
    alone: Type | None = None


@dataclass(frozen=True, slots=True)
class Verb:
    """An order as conditions see it: the type of each argument."""

    arguments: Mapping[str, Type]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    things: Mapping[str, Thing]
    verbs: Mapping[str, Verb]
