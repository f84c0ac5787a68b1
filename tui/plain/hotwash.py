"""After the drill, in lines: what can be looked at, saved, or gone back to before the person leaves."""

from collections.abc import Iterable, Mapping
from itertools import islice

from reports.wording import Wording
from simulator.errors import CallError
from simulator.language.said import Said, say
from simulator.rehearsal.whatif.model import WhatIf
from simulator.room.opening import Opened
from tui.plain.commands import list_commands
from tui.plain.console import Console
from tui.plain.going_back import rewind
from tui.plain.looking import clauses, log, lookup, notes
from tui.plain.session import Dialog, Handler, Plain
from tui.presentation.lines import Item
from tui.presentation.lookup import folded
from tui.presentation.scorecard import scorecard_lines
from tui.presentation.text import wrapped
from tui.presentation.timeline import KINDS, Kind, filtered, row_lines, rows
from tui.presentation.verdict import model_answer

PAGE = 15
"""Events of the timeline that are told at once on a terminal."""

CALLED: Mapping[str, Kind] = {"注入": "inject", "行动": "act", "现场": "world"}
"""The Chinese words for the kinds of events; the English ones are their names."""

HELP: Mapping[str, Said] = {
    "help": say("this list"),
    "score": say("the scorecard"),
    "timeline": say("timeline [inject|act|world] [WORD]: the whole drill, what came, who did what, what the world did"),
    "time": say("where your time went"),
    "model": say("model [WORD]: what the plan expected and says, with the trainer's reasons"),
    "whatif": say("what each fault, put right alone, would have changed; the weightiest first"),
    "clauses": say("clauses [WORD]: the plan, all or the clauses that a word fits"),
    "lookup": say("lookup WORD: the plan and the glossary, in both languages"),
    "note": say("your notes"),
    "log": say("what you have done and what came of it"),
    "report": say("save scorecard and after-action report as pages beside the journal"),
    "rewind": say("go back and play on from there; practice only"),
    "quit": say("leave"),
}


class HotWash(Plain):
    """A drill that is over, seen from one seat through a console."""

    def __init__(self, opened: Opened, seat: str, wording: Wording, console: Console, width: int) -> None:
        """The room has been closed: it has its scorecard."""
        super().__init__(opened.room, seat, wording, console, HANDLERS, width)
        self.file = opened.file
        self.whatif: WhatIf | None = None
        """Once it has been asked for."""
        self.know_all()

    def run(self) -> None:
        """Answer what is asked until the person leaves or goes back into the drill."""
        if not self.console.steps:
            self.write(say("Type ? for what you can look at now; quit leaves."))
        while not (self.leaving or self.gone_back):
            self.listen()

    def prompt(self) -> str:
        return f"{self.wording.say('hot wash')} > "

    def stop(self) -> None:
        self.leaving = True

    def no_more(self) -> None:
        self.leaving = True


def show_help(plain: Plain, rest: str) -> None:
    list_commands(plain, HELP)


def score(plain: Plain, rest: str) -> None:
    """The scorecard, whole."""
    card, drill = plain.room.scorecard, plain.room.drill
    if card is not None:
        plain.show(scorecard_lines(drill.scenario, drill.journal, card, plain.wording.translator, plain.width))


def timeline(plain: Plain, rest: str) -> Dialog:
    """Walk through the drill; on a terminal so many events at a time."""
    first, _, others = rest.partition(" ")
    kind = CALLED.get(first) or next((each for each in KINDS if each == first.casefold()), None)
    found = filtered(rows(plain.wording, plain.room.drill.journal), kind=kind, word=others if kind else rest)
    if not found:
        plain.write(say("Nothing in the drill fits '{word}'.", word=rest))
    walk = iter(found)
    left = len(found)
    while page := list(islice(walk, left if plain.console.steps else PAGE)):
        for row in page:
            plain.show(row_lines(row, plain.width))
        left -= len(page)
        if left:
            plain.write(say("{left} more: Enter goes on, anything else ends.", left=left))
            if (yield):
                return


def time_spent(plain: Plain, rest: str) -> None:
    """What occupied the seat, and each task's way from due to done."""
    # Loaded here, with what would have been, which it stands beside.
    from tui.presentation.hotwash import spent_items

    card, journal = plain.room.scorecard, list(plain.room.drill.journal)
    if card is not None:
        show_items(plain, spent_items(plain.wording, journal, card, plain.seat, plain.width))


def show_items(plain: Plain, shown: Iterable[Item]) -> None:
    """Items of a pane as lines."""
    for each in shown:
        plain.show(line.text for line in each.lines)


def model(plain: Plain, rest: str) -> None:
    """The model answers with the trainer's reasons, of all tasks or of those that a word fits."""
    card = plain.room.scorecard
    trainees = [each for each in card.trainees if each.seat == plain.seat] if card is not None else []
    shown = False
    for each in (judged for trainee in trainees for judged in trainee.judged):
        expectation = each.instance.expectation
        task = plain.wording.said(expectation.task).strip()
        if folded(rest) in folded(f"{task} {' '.join(expectation.task.root.values())}"):
            plain.show(wrapped(task, plain.width, "- ", "  "))
            for line in model_answer(plain.wording, each):
                plain.show(wrapped(line, plain.width, "    "))
            for clause in expectation.clauses:
                plain.show(wrapped(f"{clause}: {_clause(plain, clause)}", plain.width, "    "))
            shown = True
    if not shown:
        raise CallError(say("no task of yours fits '{word}'", word=rest))


def _clause(plain: Plain, name: str) -> str:
    clause = plain.wording.scenario.emergency_plan.clauses.get(name)
    return plain.wording.said(clause.text).strip() if clause is not None else ""


def what_would_have_been(plain: Plain, rest: str) -> None:
    """What each fault, put right alone, would have changed. Worked out once; takes some seconds."""
    # Loaded here: it is needed only where somebody asks for it.
    from simulator.rehearsal.whatif.trying import what_if
    from tui.presentation.hotwash import mattered_items

    if not isinstance(plain, HotWash):
        raise CallError(say("there is no score yet"))
    if plain.whatif is None:
        plain.write(say("Playing the drill again, one act put right at a time …"))
        plain.whatif = what_if(plain.room.drill.scenario, plain.room.drill.journal)
    show_items(plain, mattered_items(plain.wording, plain.whatif, (0, 0), plain.width))


def own_notes(plain: Plain, rest: str) -> None:
    notes(plain)


def report(plain: Plain, rest: str) -> None:
    """Save scorecard and after-action report as pages beside the journal."""
    # Loaded here: figures take a second to come, and only a saved report needs them.
    from reports.aar.drilled import Drilled
    from reports.aar.saving import save_pages

    room = plain.room
    if room.scorecard is None or not isinstance(plain, HotWash):
        raise CallError(say("there is no score yet"))
    plain.write(say("Writing the reports …"))
    drill, journal = room.drill, plain.file.path
    drilled = Drilled(drill.scenario, drill.journal, room.scorecard, plain.file.head, str(journal))
    for path in save_pages(drilled, journal.resolve().parent, plain.wording.translator):
        plain.state(say("The report: {path}", path=str(path)))


def leave(plain: Plain, rest: str) -> None:
    plain.leaving = True


HANDLERS: Mapping[str, Handler] = {
    "help": show_help, "score": score, "timeline": timeline, "time": time_spent, "model": model,
    "whatif": what_would_have_been, "clauses": clauses, "lookup": lookup, "note": own_notes, "log": log,
    "report": report, "rewind": rewind, "quit": leave,
}  # fmt: skip
