"""What a what-if says: facts and figures of both worlds. Words are made of them in reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from simulator.evaluation.expectations import Status
from simulator.language.said import Said

Verdict = Status | Literal["conduct"]
"""What was wrong: the status of an expectation, or a breach that no expectation puts right."""

Kind = Literal["stage", "harm", "promise", "despair", "safety", "rumour", "silence", "task"]


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure or measure as it was, and as it would have been; nothing where there is none."""

    was: float | None
    would: float | None

    @property
    def gain(self) -> float:
        """How much higher it would have been; 0 where either is missing."""
        return 0.0 if self.was is None or self.would is None else self.would - self.was


@dataclass(frozen=True, slots=True)
class PutRight:
    """One act of the other world that stands for what was not done right."""

    seat: str
    at: int | None
    """The second at which it is given there; nothing where the recorded act is taken back."""
    verb: str = ""
    """Of an order."""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    decision: str = ""
    """Of an answer."""
    option: str = ""
    message: int | None = None
    """Of reading a message: its number in the seat's inbox."""
    entry: int | None = None
    """The recorded act that it moves, replaces or takes back; nothing where it is added."""
    was: int | None = None
    """The second at which that act was given."""

    @property
    def taken_back(self) -> bool:
        """Whether nothing is done in the place of the recorded act. Verb or decision say what it was."""
        return self.at is None


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happens in one of the two worlds alone, or later there, or in another measure."""

    kind: Kind
    """"stage": an incident reaches a stage; "harm": somebody comes to harm; "promise": one is broken; "despair": a
    person acts in despair; "safety": a person comes to safety; "rumour": how many believe it at most;
    "silence": a decision finds no answer; "task": another expectation.
    """
    subject: str
    """The incident; for harm its kind, for a promise the order that was promised, for silence the decision, for a
    task its expectation.
    """
    what: str = ""
    """The stage; for a task its status as it was, and as it would have been: "met, missed"."""
    at: int | None = None
    """The second at which it happened; nothing where it did not."""
    would: int | None = None
    """The second at which it would have happened; nothing where it would not."""
    number: Changed = Changed(None, None)
    """Of harm: people; of a promise: how often it is broken; of a rumour: the share reached at most, 0..1."""
    instance: int = 0
    """Of a task: from 1; above it only where the expectation repeats."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing put right, all else equal: what this one act would have changed, not what a wiser trainee would have
    done next.
    """

    seat: str
    expectation: str
    """Empty for a breach alone."""
    instance: int
    """From 1; above it only where the expectation repeats. 0 for a breach alone."""
    conduct: str
    """The code of the breach; empty where there is none."""
    entry: int
    """What made the expectation due, or the act that was a breach."""
    status: Verdict
    becomes: Status | None
    """The expectation's status in the other world; nothing for a breach, and where it is not due there."""
    deeds: tuple[PutRight, ...]
    """What is done instead, in the order of time; what is taken back comes last."""
    overall: Changed
    """The trainee's, as scored."""
    team: Changed
    """The team's, as scored."""
    outcome: Changed
    """The trainee's."""
    world: Mapping[str, Changed]
    """By path the closing measures that differ."""
    avoided: tuple[Happened, ...]
    """What would have been better, the gravest first."""
    brought: tuple[Happened, ...]
    """What would have been worse."""
    void: tuple[int, ...]
    """The recorded acts that can no longer be given or carried out there."""
    delayed: tuple[int, ...]
    """The recorded orders that start later there, because the seat is busy with what it puts right."""
    effect: float
    """Points of the team's overall before caps, the world's part not cut off at 0 and 100 (`effects.effect`)."""
    name: str = ""
    """Whose `overall` it is, where several people had the seat."""


@dataclass(frozen=True, slots=True)
class Joint:
    """Several findings put right together."""

    findings: tuple[int, ...]
    """Their places in `WhatIf.findings`, from 0."""
    seat: str
    """Whose overall it is where all are of one seat; empty for the team's."""
    overall: Changed
    team: Changed
    world: Mapping[str, Changed]
    avoided: tuple[Happened, ...]
    brought: tuple[Happened, ...]
    effect: float
    """As a finding's."""
    overall_alone: float
    """What each of them gains in `overall` alone, added up."""
    effect_alone: float
    """The effects of each alone, added up."""

    @property
    def beyond(self) -> float:
        """The points by which together they do more (or less) than each alone: of overall as scored, or of effect,
        whichever differs more. Where a cap hides each alone, it is overall.
        """
        scored, before_caps = self.overall.gain - self.overall_alone, self.effect - self.effect_alone
        return max(scored, before_caps, key=abs)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Every finding of a drill."""

    exact: bool
    """Whether the unchanged replay is the journal, entry by entry; where not, there are no findings."""
    difference: Said | None
    """Where and how it differs."""
    findings: tuple[Finding, ...]
    """By effect, the biggest first: the first three are those that mattered."""
    joint: tuple[Joint, ...]
    """Those that together do more or less than each alone, the most different first."""
    together: Joint | None = None
    """All of them put right; nothing for fewer than two."""
    left_out: int = 0
    """How many were not tried, where there are very many; the heaviest were."""
