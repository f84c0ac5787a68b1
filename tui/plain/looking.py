"""Looking things up in lines: the plan and the glossary, what was known over time, what has changed, one's notes."""

from simulator.authoring.glossary import load_glossary
from simulator.errors import CallError
from simulator.journal.entry import NOTE
from simulator.language.said import say
from tui.plain.session import Plain
from tui.presentation.history import changed_lines, history_lines
from tui.presentation.log import log_lines
from tui.presentation.lookup import look_up, lookup_lines
from tui.presentation.situation import situation_lines


def status(plain: Plain, rest: str) -> None:
    """All that the seat knows; what changes is counted from here."""
    plain.looked = plain.view
    plain.show(situation_lines(plain.wording, plain.looked, plain.width))


def changes(plain: Plain, rest: str) -> None:
    """What has changed since the last look."""
    before, plain.looked = plain.looked, plain.view
    plain.show(changed_lines(plain.wording, before, plain.looked, plain.width))


def clauses(plain: Plain, rest: str) -> None:
    """The plan's clauses that a word fits in any language, or that bear it as their number; all without a word."""
    found = look_up(plain.wording.scenario.emergency_plan, None, rest)
    plain.show(lookup_lines(plain.wording, found, rest, plain.width))


def lookup(plain: Plain, rest: str) -> None:
    """The plan's clauses and the terms of the field that a word fits, in any language."""
    if not rest:
        raise CallError(say("no word is named"), say("write lookup WORD; clauses shows the whole plan"))
    found = look_up(plain.wording.scenario.emergency_plan, load_glossary(), rest)
    plain.show(lookup_lines(plain.wording, found, rest, plain.width))


def history(plain: Plain, rest: str) -> None:
    """What the seat has known of tension and waiting over time, or of what a word names."""
    plain.show(history_lines(plain.wording, plain.history, plain.view.time, rest, plain.width))


def log(plain: Plain, rest: str) -> None:
    plain.show(log_lines(plain.wording, plain.room.drill.journal, plain.seat, plain.width))


def notes(plain: Plain) -> None:
    """The lines that the person has written for themselves."""
    own = [entry for entry in plain.room.drill.journal.of_kind(NOTE) if entry.seat == plain.seat]
    if not own:
        raise CallError(say("you have noted nothing yet"), say("note TEXT"))
    plain.show(log_lines(plain.wording, own, plain.seat, plain.width))
