"""The parts of a scorecard in words. Every text is plain, already in the report's language, not yet escaped."""

from dataclasses import dataclass

from reports.figures.rows import Verdicts

NONE = "–"
"""Stands for a figure that a drill says nothing about."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something named with its value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A number and a letter side by side, with what the letter means."""

    number: str
    letter: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the plan with its wording."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that a trainee did for an expectation."""

    when: str
    what: str
    why: str = ""
    """The trainer's reason for the grade of an answer."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One expectation with where its credit comes from."""

    anchor: str
    task: str
    status: str
    """Its name among the five statuses, for signs and colours."""
    word: str
    letter: Mark
    clauses: tuple[Clause, ...]
    due: str
    """When it was due, and what made it so; or that it was not."""
    took: str
    target: str
    limit: str
    quality: str
    timeliness: str
    credit: str
    formula: str
    deeds: tuple[Deed, ...] = ()
    moments: str = ""
    """Where the time went."""
    spoiled: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """What makes it special: critical, for the team, a limit of law, coordination."""
    expected: tuple[str, ...] = ()
    """The model answer."""
    why: tuple[str, ...] = ()
    entries: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """An article on which a conduct code rests."""

    cites: str
    strength: str
    """How strong the source is, with its letter."""


@dataclass(frozen=True, slots=True)
class Breach:
    """An unlawful or harmful act or omission."""

    code: str
    name: str
    severity: str
    when: str
    what: str
    """The act, or the task that was not done."""
    explains: str
    basis: tuple[Basis, ...]
    effect: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trainee:
    """One trainee: figures, then where they come from."""

    anchor: str
    seat: str
    who: str
    overall: Mark
    figures: tuple[Fact, ...]
    credit: str
    caps: tuple[str, ...]
    lost: str
    receipts: tuple[Receipt, ...]
    breaches: tuple[Breach, ...]
    unneeded: tuple[Deed, ...]
    chart: Verdicts


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One clause of the plan over the whole drill."""

    clause: Clause
    expected: str
    met: str
    score: str


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure of the world, beside what it would have been in silence and by the book."""

    name: str
    here: str
    silent: str
    book: str


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the story of the drill."""

    when: str
    who: str
    what: str
    kind: str
    """What kind of event it is, in a word."""
    entry: int


@dataclass(frozen=True, slots=True)
class Card:
    """The scorecard of a drill, whole."""

    exercise: str
    title: str
    summary: str
    facts: tuple[Fact, ...]
    seats: tuple[Fact, ...]
    """Each seat and who sat in it."""
    notices: tuple[str, ...]
    """What a reader must know first: that it was ended early, that there is nothing to compare with."""
    overall: Mark
    outcome: str
    caps: tuple[str, ...]
    trainees: tuple[Trainee, ...]
    measures: tuple[Measured, ...]
    clauses: tuple[ClauseRow, ...]
    untried: tuple[Clause, ...]
    events: tuple[Event, ...]
    laws: tuple[Fact, ...]
    """The short codes of laws that are cited, and what they stand for."""
    head: str
    """The hash of the journal's last line."""
