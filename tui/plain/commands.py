"""What each command of a running drill does in lines.

Orders stand in `tui.plain.ordering`, looking up in `tui.plain.looking`, what is done afterwards in
`tui.plain.hotwash`.
"""

from collections.abc import Mapping

from simulator.engine.view import Message, Receipt
from simulator.errors import CallError
from simulator.journal.acts import Act, Answer, Cancel, Hint, Note, Open, Reorder
from simulator.language.said import Said, say
from simulator.room.hints import next_expected
from tui.plain.going_back import rewind
from tui.plain.looking import changes, clauses, history, log, lookup, notes, status
from tui.plain.ordering import again, ask_fact, give_order, list_orders, preview, tell_seat
from tui.plain.session import Dialog, Handler, Plain, leaving
from tui.plain.words import COMMANDS, YES, number, time_span
from tui.presentation.messages import inbox_lines, message_lines
from tui.presentation.orders import receipt_line
from tui.presentation.situation import queue_lines
from tui.presentation.text import wrapped

HELP: Mapping[str, Said] = {
    "help": say("this list"),
    "status": say("what you know: values with their age, units, decisions, your queue"),
    "inbox": say("the messages that reached you"),
    "read": say("read N: read message N; takes reading time"),
    "orders": say("orders [WORD]: the orders you may give, all or those that a word fits"),
    "order": say("order N, or order NAME argument=value …; the name alone does too"),
    "again": say("the orders you gave last; again NUMBER gives one again"),
    "preview": say("preview ORDER: what it would take, without giving it"),
    "answer": say("answer DECISION OPTION; while a decision is open, its number is enough"),
    "tell": say("tell SEAT TOPIC: hand information on"),
    "ask": say("ask TOPIC: get the facts as they are then"),
    "queue": say("what waits; queue cancel N; queue move N PLACE"),
    "clauses": say("clauses [WORD]: the plan, all or the clauses that a word fits"),
    "lookup": say("lookup WORD: the plan and the glossary, in both languages"),
    "note": say("note TEXT: a line for yourself; without a text, your notes"),
    "log": say("what you have done and what came of it"),
    "history": say("what you have known of tension and waiting over time; history WORD for other numbers"),
    "changes": say("what has changed since you last looked"),
    "hint": say("what the plan expects next; in practice only, and it costs points"),
    "wait": say("wait 5m: until something reaches you, or so long"),
    "next": say("wait until something reaches you"),
    "pause": say("halt the clock; in practice only"),
    "go": say("let the clock run on"),
    "pace": say("pace 12: exercise seconds in a second"),
    "rewind": say(
        "go back and play on from there; rewind lists the moments, rewind all the messages too; practice only"
    ),
    "end": say("end the drill now, and score it"),
    "quit": say("leave; the journal is kept and can be taken up again"),
}


def show_help(plain: Plain, rest: str) -> None:
    """Every command of a running drill with its words and one line."""
    list_commands(plain, HELP)


def list_commands(plain: Plain, help: Mapping[str, Said]) -> None:
    """Commands with their words and one line each."""
    for command, does in help.items():
        called = " / ".join(COMMANDS[command])
        line = plain.wording.say("{words}: {help}", words=called, help=does)
        plain.show(wrapped(line, plain.width, "", "    "))


def inbox(plain: Plain, rest: str) -> None:
    plain.show(inbox_lines(plain.wording, plain.view.inbox, plain.width))


def read(plain: Plain, rest: str) -> None:
    """Read a message; without a number, the oldest unread one. Reading it again costs nothing."""
    message = _message(plain, rest)
    if message.opened is not None:
        plain.show(message_lines(plain.wording, message, plain.width))
        return
    idle = plain.view.busy_until <= plain.view.time
    receipt = plain.room.act(plain.seat, Open(message.number))
    if receipt.accepted and idle:
        plain.reading.add(message.number)
        plain.show(message_lines(plain.wording, message, plain.width))
    else:
        _receipt(plain, plain.wording.say("reading message {number}", number=message.number), receipt)


def _message(plain: Plain, rest: str) -> Message:
    inbox = plain.view.inbox
    wanted = number(rest) if rest else next((m.number for m in inbox if m.opened is None), 0)
    for message in inbox:
        if message.number == wanted:
            return message
    if not rest:
        raise CallError(say("nothing is unread"))
    raise CallError(say("there is no message '{number}'", number=rest), say("inbox lists them"))


def answer(plain: Plain, rest: str) -> None:
    """`answer DECISION OPTION`, each by name or number; where one is open, it need not be named."""
    words = rest.split()
    decisions = plain.view.decisions
    if len(words) == 1 and len(decisions) == 1:
        words = [decisions[0].decision, *words]
    if len(words) != 2:
        raise CallError(say("which decision and which option?"), _open_ones(plain))
    for place, decision in enumerate(decisions, 1):
        if words[0] in (decision.decision, str(place)):
            _answer(plain, decision.decision, decision.options, words[1])
            return
    raise CallError(say("no decision '{name}' is open", name=words[0]), _open_ones(plain))


def _answer(plain: Plain, decision: str, options: tuple[str, ...], chosen: str) -> None:
    place = number(chosen)
    option = options[place - 1] if place is not None and 1 <= place <= len(options) else chosen
    if option not in options:
        values = {"option": chosen, "options": list(options)}
        raise CallError(say("no option '{option}'", **values), say("1 to {last}", last=len(options)))
    receipt = plain.room.act(plain.seat, Answer(decision, option))
    _receipt(plain, plain.wording.option(decision, option), receipt)


def _open_ones(plain: Plain) -> Said:
    names = [f"{place} {each.decision}" for place, each in enumerate(plain.view.decisions, 1)]
    return say("open: {names}", names=names) if names else say("none is open now")


def by_number(plain: Plain, rest: str) -> None:
    """A bare number answers the one decision that is open."""
    if not plain.view.decisions:
        message = say("no decision is open")
        raise CallError(message, say("read {n} reads a message, order {n} gives an order", n=rest))
    answer(plain, rest)


def queue(plain: Plain, rest: str) -> None:
    """Show the seat's queue, or change it."""
    match rest.split():
        case []:
            plain.show(queue_lines(plain.wording, plain.view, plain.width))
        case ["cancel" | "取消", one] if number(one) is not None:
            _act(plain, say("taking back order {number}", number=one), Cancel(int(one)))
        case ["move" | "移动", one, place] if number(one) is not None and number(place):
            _act(plain, say("moving order {number}", number=one), Reorder(int(one), int(place) - 1))
        case _:
            raise CallError(say("the queue is changed by: queue cancel NUMBER; queue move NUMBER PLACE"))


def _act(plain: Plain, what: Said, act: Act) -> None:
    _receipt(plain, plain.wording.said(what), plain.room.act(plain.seat, act))


def _receipt(plain: Plain, what: str, receipt: Receipt) -> None:
    plain.show(wrapped(receipt_line(plain.wording, what, receipt), plain.width))


def note(plain: Plain, rest: str) -> None:
    """Keep a line for oneself; without a text, show those that were kept."""
    if not rest:
        notes(plain)
        return
    plain.room.act(plain.seat, Note(rest))
    plain.write(say("Noted."))


def hint(plain: Plain, rest: str) -> None:
    """What the plan expects next, with its clause; costs what the catalogue says."""
    room, scenario = plain.room, plain.wording.scenario
    expected = next_expected(scenario, plain.view, room.drill.journal)
    if expected is None:
        plain.write(say("The plan expects nothing of you just now."))
        return
    receipt = room.act(plain.seat, Hint(expected))
    if not receipt.accepted:
        _receipt(plain, plain.wording.say("a hint"), receipt)
        return
    wanted = scenario.expectations[expected]
    cost = f"{scenario.catalogue.attention.hint_costs:g}"
    values = {"task": wanted.task, "clauses": list(wanted.clauses), "cost": cost}
    plain.write(say("Expected: {task} (clauses {clauses}). The hint costs {cost} points.", **values))


def wait(plain: Plain, rest: str) -> None:
    """Let time pass until something reaches the seat, or the time is over."""
    span = time_span(rest) if rest else None
    if span is None or span == 0:
        raise CallError(say("how long?"), say("write wait 5m, wait 90s or wait 1h"))
    plain.room.wait(plain.seat, span)


def wait_for_news(plain: Plain, rest: str) -> None:
    plain.room.wait(plain.seat, plain.wording.scenario.length)


def pause(plain: Plain, rest: str) -> None:
    if plain.room.steps:
        raise CallError(say("time passes only by wait and next here"))
    plain.room.pause()
    plain.write(say("Paused. Type go to run on."))


def go(plain: Plain, rest: str) -> None:
    plain.room.resume()
    plain.write(say("Time runs."))


def pace(plain: Plain, rest: str) -> None:
    """Say or set the pace."""
    wanted = number(rest.removesuffix("x"))
    if rest and wanted is None:
        raise CallError(say("'{written}' is not a pace", written=rest), say("write pace 12"))
    if wanted is not None:
        plain.room.set_pace(wanted)
    plain.write(say("{pace} exercise seconds pass in a second.", pace=f"{plain.room.pace:g}"))


def end(plain: Plain, rest: str) -> Dialog:
    """End the drill early, after asking."""
    left = plain.wording.span(plain.wording.scenario.length - plain.room.drill.now)
    plain.write(say("End the drill now, {left} before its time? (y/n)", left=left))
    answered = yield
    if answered.casefold() in YES:
        plain.room.end()
    else:
        plain.write(say("The drill goes on."))


def leave(plain: Plain, rest: str) -> Dialog:
    return leaving(plain)


HANDLERS: Mapping[str, Handler] = {
    "help": show_help, "status": status, "inbox": inbox, "read": read, "orders": list_orders,
    "order": give_order, "again": again, "preview": preview, "answer": answer, "number": by_number,
    "tell": tell_seat, "ask": ask_fact, "queue": queue, "clauses": clauses, "lookup": lookup, "note": note,
    "log": log, "history": history, "changes": changes, "hint": hint, "wait": wait, "next": wait_for_news,
    "pause": pause, "go": go, "pace": pace, "rewind": rewind, "end": end, "quit": leave,
}  # fmt: skip
