"""From a journal to what the records keep of it. Nothing here knows a database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from reports.aar.items import Item
from reports.aar.items import items as items_of
from simulator.errors import JournalError
from simulator.evaluation.expectations import Judged
from simulator.evaluation.scorecard import Scorecard, Trainee, evaluate
from simulator.journal.entry import ANSWER, ORDER, Entry
from simulator.journal.journal import Journal
from simulator.journal.reading import read_journal
from simulator.language.said import Said, say
from simulator.language.text import Text
from simulator.language.translator import LANGUAGES, Translator, translator_for
from simulator.scenario.scenario import Scenario

PERSON = "person"
"""What a journal's header calls a player who is a person."""

CONTRADICTIONS = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, AssertionError)
"""What an entry raises that is whole, but speaks of what its scenario does not have."""


class OnlyBots(JournalError):
    """No person took part in a drill."""


@dataclass(frozen=True, slots=True)
class Played:
    """A finished drill, scored."""

    path: Path
    head: str
    scenario: Scenario
    entries: Sequence[Entry]
    card: Scorecard
    began: str
    """Wall time (UTC, ISO 8601) of the first act; empty for a drill without a screen."""
    items: tuple[Item, ...]

    @property
    def day(self) -> str:
        """The day on which it was played, where this machine stands; empty where no wall time is known."""
        return local_day(self.began)

    def kept(self, bots: bool) -> tuple[Trainee, ...]:
        """The trainees whose figures are kept: persons, and with *bots* all who are not stand-ins."""
        return tuple(
            each for each in self.card.trainees if each.player == PERSON or (bots and not each.stand_in)
        )  # fmt: skip

    def due_day(self, item: Item) -> str:
        """By when an item is to be settled; empty where the drill has no day."""
        return str(date.fromisoformat(self.day) + timedelta(days=item.days)) if self.day else ""


def played(path: Path, bots: bool = False, replay: bool = False) -> Played:
    """Read and score a finished drill; with *replay*, after it was played again and came out the same.

    Raises `FileError` where the journal cannot be opened, `JournalError` where it is torn, altered, of another
    version, not finished, or of a scenario that cannot be read, `OnlyBots` where no person took part and *bots* are
    not wanted.
    """
    reading = read_journal(path)
    if reading.problems:
        first = reading.problems[0]
        raise _bad(say("{path}:{line}: {problem}", path=str(path), line=first.line, problem=first.message))
    journal = reading.journal
    if journal.closing is None:
        raise JournalError(say("{path}: the drill has not ended", path=str(path)))
    if replay:
        _must_replay(path)
    try:
        found = _scored(path, reading.head, journal)
    except CONTRADICTIONS as error:
        raise _bad(say("{path}: its entries do not fit the scenario in its header", path=str(path))) from error
    if not found.kept(bots):
        message = say("{path}: no person took part", path=str(path))
        raise OnlyBots(message, say("--bots keeps the drills of bots too"))
    return found


def _bad(message: Said) -> JournalError:
    return JournalError(message, say("drillroom verify lists all that is wrong with it"))


def _must_replay(path: Path) -> None:
    # Loaded here: to score a journal, the engine is not needed.
    from simulator.rehearsal.verify import verify

    found = verify(path)
    if not found.ok:
        first = found.problems[0]
        raise _bad(say("{path}:{line}: {problem}", path=str(path), line=first.line, problem=first.message))


def _scored(path: Path, head: str, journal: Journal) -> Played:
    scenario = _scenario_of(path, journal)
    card = evaluate(scenario, journal)
    entries = tuple(journal)
    return Played(path, head, scenario, entries, card, began(entries), items_of(scenario, entries, card))


def _scenario_of(path: Path, journal: Journal) -> Scenario:
    try:
        scenario = Scenario.model_validate(journal.header["resolved"])
    except (ValidationError, KeyError):
        raise _bad(say("{path}: the scenario in the journal's header cannot be read", path=str(path))) from None
    if scenario.digest() != journal.header.get("digest"):
        raise _bad(say("{path}: the scenario in its header is not the one that its digest names", path=str(path)))
    return scenario


def began(entries: Sequence[Entry]) -> str:
    """The wall time of the first act; of the header where nobody acted."""
    acts = (entry.wall for entry in entries if entry.is_act and entry.wall)
    return next(acts, entries[0].wall or "")


def local_day(moment: str) -> str:
    """The day of a wall time where this machine stands, as an ISO date; empty for none, or one that is no time."""
    try:
        return datetime.fromisoformat(moment).astimezone().date().isoformat() if moment else ""
    except (ValueError, OverflowError):
        return ""


def in_languages(words: Said | Text) -> dict[str, str]:
    """A message or an author's text in each language of the interface."""
    return {language: speaker.say(words).strip() for language, speaker in _speakers().items()}


@cache
def _speakers() -> dict[str, Translator]:
    return {language: translator_for(language) for language in LANGUAGES}


def wrong_act(entries: Sequence[Entry], judged: Judged) -> str:
    """For a task done wrongly the act that was given instead: a verb, or `decision.option`; else empty."""
    if judged.status != "wrong":
        return ""
    spoiled = [*judged.gate.entries, *(found.entry for found in judged.gate.breaches)]
    graded = [step.entry for step in judged.steps]
    return next((name for number in [*spoiled, *graded] if (name := _name_of(entries[number]))), "")


def _name_of(entry: Entry) -> str:
    match entry.kind:
        case kind if kind == ORDER:
            return str(entry.payload["verb"])
        case kind if kind == ANSWER:
            return f"{entry.payload['decision']}.{entry.payload['option']}"
    return ""


def trained(scenario: Scenario) -> Mapping[str, bool]:
    """By the plan's clauses whether drills exercise them: all but those about the organisation."""
    exercised = {clause for each in scenario.expectations.values() for clause in each.clauses}
    plan = scenario.emergency_plan.clauses
    return {name: name in exercised or clause.served_by is None for name, clause in plan.items()}
