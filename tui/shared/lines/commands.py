"""What each command of a shared drill does in lines: with other seats, and in the place of what a clock alone has."""

from collections.abc import Mapping

from simulator.clock import Malformed
from simulator.engine.view import Message
from simulator.errors import CallError
from simulator.journal.acts import HandOver, Order, Reply, Request
from simulator.language.quantity import Value
from simulator.language.said import Said, say
from simulator.scenario.arguments import read_argument
from tui.plain.commands import HANDLERS, list_commands
from tui.plain.commands import HELP as HELP_ALONE
from tui.plain.hotwash import HANDLERS as AFTER_ALONE
from tui.plain.naming import named_order
from tui.plain.session import Dialog, Handler, Plain
from tui.plain.words import YES, number, time_span
from tui.presentation.orders import receipt_line
from tui.presentation.text import wrapped
from tui.shared.lines.session import SharedPlain, leave_room
from tui.shared.seat.off import NOT_SHARED
from tui.shared.seat.people import seating_line, to_be_requested, wanted_line

HELP: Mapping[str, Said] = {
    "others": say("others / 同事: who sits where, and what they ask of you"),
    "request": say("request / 请求 SEAT ORDER argument=value …: ask a seat for an order that is not yours"),
    "approve": say("approve / 批准 N: give the order that message N asks for"),
    "refuse": say("refuse / 拒绝 N WORDS: refuse what message N asks for"),
    "handover": say("handover / 移交 SEAT WORDS: tell a seat everything you were told"),
    "free": say("free / 让出: give the seat up for good; a stand-in takes it"),
}

OFF = {"pause": "pause", "go": "pause", "pace": "faster", "hint": "hint", "rewind": "rewind", "end": "pause"}
"""The commands of a drill alone that are off, with the reason's name."""


def shared(plain: Plain) -> SharedPlain:
    """The session, as the commands of a shared drill know it."""
    assert isinstance(plain, SharedPlain)
    return plain


def show_help(plain: Plain, rest: str) -> None:
    """Every command of a shared drill with one line."""
    list_commands(plain, {name: said for name, said in HELP_ALONE.items() if name not in OFF})
    for said in HELP.values():
        plain.show(wrapped(plain.wording.said(said), plain.width, "", "    "))


def others(plain: Plain, rest: str) -> None:
    """Who sits where, what they ask of this seat, and what they can be asked for."""
    for each in shared(plain).seating:
        plain.show(wrapped(seating_line(plain.wording, each), plain.width))
    for message in plain.view.inbox:
        if message.wanted is not None and not message.wanted.answered:
            values = {"seat": plain.wording.seat(message.sender), "order": wanted_line(plain.wording, message.wanted)}
            line = plain.wording.say("[{number}] {seat} asks: {order}", number=message.number, **values)
            plain.show(wrapped(line, plain.width))
    for seat, verbs in to_be_requested(plain.wording.scenario, plain.seat, plain.view).items():
        head = plain.wording.say("To be requested of: {seat}", seat=plain.wording.seat(seat))
        plain.show(wrapped(f"{head} ({seat})", plain.width))
        for verb in verbs:
            plain.show(wrapped(f"{plain.wording.verb(verb)} ({verb})", plain.width, "    "))


def request(plain: Plain, rest: str) -> None:
    """Ask a seat for an order: `request commander activate level=II`."""
    to, words = _seat(plain, rest)
    verb, count = named_order(plain.wording.scenario, words)
    if not verb:
        raise CallError(say("which order?"), say("others lists what can be requested"))
    arguments = _arguments(plain, verb, words[count:])
    receipt = plain.room.act(plain.seat, Request(to, verb, arguments))
    order, seat = plain.wording.order(verb, arguments), plain.wording.seat(to)
    what = plain.wording.say("asked of {seat}: {order}", seat=seat, order=order)
    plain.show(wrapped(receipt_line(plain.wording, what, receipt), plain.width))


def _seat(plain: Plain, rest: str) -> tuple[str, list[str]]:
    """The seat that the first words name, by id or name in any language, and the words after it."""
    folded = rest.casefold()
    for seat, known in plain.wording.scenario.seats.items():
        role = plain.wording.scenario.emergency_plan.roles.get(plain.wording.scenario.role_of(seat))
        named = known.name or (role.name if role else None)
        for name in (seat, *(named.root.values() if named else ())):
            if folded == name.casefold() or folded.startswith(f"{name.casefold()} "):
                return seat, rest[len(name) :].split()
    raise CallError(say("which seat?"), say("there are: {known}", known=list(plain.wording.scenario.seats)))


def _arguments(plain: Plain, verb: str, words: list[str]) -> dict[str, Value]:
    """The arguments that stand as `name=value`, or as values in the order of the catalogue."""
    scenario, now = plain.wording.scenario, plain.view.time
    known = list(scenario.order(verb).arguments)
    found: dict[str, Value] = {}
    for word in words:
        name, equals, written = word.partition("=")
        if not equals:
            name, written = next((each for each in known if each not in found), ""), word
        try:
            found[name] = read_argument(scenario, verb, name, written, now)
        except Malformed as error:
            raise error.error from error
    return found


def approve(plain: Plain, rest: str) -> None:
    """Give the order that another seat asks for, and say so."""
    message = _asking(plain, rest)
    wanted = message.wanted
    assert wanted is not None
    receipt = plain.room.act(plain.seat, Order(wanted.verb, wanted.arguments))
    plain.show(wrapped(receipt_line(plain.wording, wanted_line(plain.wording, wanted), receipt), plain.width))
    if receipt.accepted:
        plain.room.act(plain.seat, Reply(wanted.request, True))


def refuse(plain: Plain, rest: str) -> None:
    """Answer a request with no, in words."""
    first, _, words = rest.partition(" ")
    message = _asking(plain, first)
    wanted = message.wanted
    assert wanted is not None
    receipt = plain.room.act(plain.seat, Reply(wanted.request, False, words))
    what = plain.wording.say("refused: {order}", order=wanted_line(plain.wording, wanted))
    plain.show(wrapped(receipt_line(plain.wording, what, receipt), plain.width))


def _asking(plain: Plain, rest: str) -> Message:
    """The message of a number that asks for an order; without a number, the oldest one."""
    waiting = [each for each in plain.view.inbox if each.wanted is not None and not each.wanted.answered]
    wanted = number(rest) if rest else (waiting[0].number if waiting else None)
    for message in waiting:
        if message.number == wanted:
            return message
    raise CallError(say("nobody asks for that"), say("others lists what is asked of you"))


def hand_over(plain: Plain, rest: str) -> None:
    """Tell a seat everything that was told here."""
    to, words = _seat(plain, rest)
    receipt = plain.room.act(plain.seat, HandOver(to, " ".join(words)))
    what = plain.wording.say("hand-over to {seat}", seat=plain.wording.seat(to))
    plain.show(wrapped(receipt_line(plain.wording, what, receipt), plain.width))


def _off(name: str) -> Handler:
    def handler(plain: Plain, rest: str) -> None:
        raise CallError(NOT_SHARED[OFF[name]])

    return handler


def wait(plain: Plain, rest: str) -> None:
    """Through a pipe, wait for the shared clock; on a terminal what comes is told by itself."""
    span = time_span(rest) if rest else None
    if not span:
        raise CallError(say("how long?"), say("write wait 5m, wait 90s or wait 1h"))
    _pass(plain, plain.view.time + span)


def wait_for_news(plain: Plain, rest: str) -> None:
    _pass(plain, plain.wording.scenario.length)


def _pass(plain: Plain, until: int) -> None:
    if not plain.console.steps:
        raise CallError(NOT_SHARED["pause"], say("what reaches you is told as it comes"))
    shared(plain).pass_time(until, news_too=True)


def free(plain: Plain, rest: str) -> Dialog:
    """Give the seat up for good, after asking."""
    plain.write(say("Give the seat up for good? A stand-in takes it at once. (y/n)"))
    if (yield).casefold() in YES:
        plain.leaving = shared(plain).for_good = True
    else:
        plain.write(say("Still here."))


def leave(plain: Plain, rest: str) -> Dialog:
    return leave_room(shared(plain))


DURING: Mapping[str, Handler] = {
    **HANDLERS, **{name: _off(name) for name in OFF}, "help": show_help, "others": others, "request": request,
    "approve": approve, "refuse": refuse, "handover": hand_over, "wait": wait, "next": wait_for_news, "free": free,
    "quit": leave,
}  # fmt: skip
"""What can be done while a shared drill runs."""

AFTER: Mapping[str, Handler] = {**AFTER_ALONE, "rewind": _off("rewind")}
"""What can be done when it is over."""
