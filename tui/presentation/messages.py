"""A seat's inbox and what reaches it, as lines: injects, messages of other seats, replies, decisions."""

from collections.abc import Iterable, Mapping

from reports.messages import CHANNELS, RELIABILITIES
from reports.wording import Wording
from simulator.engine.view import Message, OpenDecision
from simulator.language.quantity import Value
from simulator.scenario.messages import Inject, Original
from simulator.scenario.placeholders import placeholders
from tui.presentation.text import wrapped


def headline(wording: Wording, message: Message) -> str:
    """One line for a message: number, time, channel, sender, and whether it is urgent."""
    inject = wording.scenario.injects.get(message.inject)
    line = wording.say(
        "[{number}] {clock} {channel} – {sender}",
        number=message.number,
        clock=wording.clock(message.time),
        channel=channel(wording, message),
        sender=sender(wording, message),
    )
    if inject is not None and inject.original is not None:
        line = _in_language(wording, inject.original, line, message.understood)
    if is_asked(message):
        return wording.say("{line} – asks you for an order", line=line)
    return wording.say("{line} – URGENT", line=line) if inject is not None and inject.urgent else line


def is_asked(message: Message) -> bool:
    """Whether another seat asks for an order in it, and waits for an answer."""
    return message.wanted is not None and not message.wanted.answered


def _in_language(wording: Wording, original: Original, line: str, understood: bool) -> str:
    if understood:
        return wording.say("{line} – interpreted", line=line)
    return wording.say("{line} – in {language}", line=line, language=wording.said(original.language))


def channel(wording: Wording, message: Message) -> str:
    """By what way a message came."""
    inject = wording.scenario.injects.get(message.inject)
    if inject is not None:
        return wording.said(CHANNELS[inject.by])
    return wording.say("message") if message.sender or message.speaker else wording.say("reply")


def sender(wording: Wording, message: Message) -> str:
    """Who a message is from; for a reply, what it is about."""
    if message.speaker:
        return wording.person(message.speaker) if message.speaker in wording.scenario.cast else message.speaker
    inject = wording.scenario.injects.get(message.inject)
    if inject is not None:
        return wording.said(inject.from_) if inject.from_ else wording.say("no sender given")
    if message.sender:
        return wording.seat(message.sender)
    return wording.say("about {topic}", topic=wording.thing(message.about))


def message_lines(wording: Wording, message: Message, width: int) -> list[str]:
    """A message in full: headline, how reliable it is, text, and the values it tells."""
    lines = wrapped(headline(wording, message), width)
    inject = wording.scenario.injects.get(message.inject)
    if inject is not None:
        reliability = wording.said(RELIABILITIES[inject.reliability])
        lines += wrapped(wording.say("reliability: {reliability}", reliability=reliability), width, "    ")
        lines += _as_spoken(wording, inject, message, width)
        if message.understood:
            lines += wrapped(inject_text(wording, message.inject, message.tells), width, "    ")
        lines += _beside_the_text(wording, message, width)
    else:
        lines += _told_lines(wording, message, width)
    return lines


def _as_spoken(wording: Wording, inject: Inject, message: Message, width: int) -> list[str]:
    """What was said in a language that the seat does not know; the translation follows once somebody interprets."""
    if inject.original is None:
        return []
    language = wording.said(inject.original.language)
    lines = wrapped(wording.say("in {language}: {text}", language=language, text=inject.original.text), width, "    ")
    if message.understood:
        return [*lines, *wrapped(wording.say("interpreted:"), width, "    ")]
    return [*lines, *wrapped(wording.say("Nobody here understands it: an interpreter is needed."), width, "    ")]


def inject_text(wording: Wording, inject: str, tells: Mapping[str, Value]) -> str:
    """An inject's text with the values that were true, or were told, when it was delivered."""
    return wording.text(wording.scenario.injects[inject].text, tells)


def _beside_the_text(wording: Wording, message: Message, width: int) -> list[str]:
    """The values told that do not stand in the text itself."""
    written = placeholders(wording.scenario.injects[message.inject].text)
    told = {name: value for name, value in message.tells.items() if name not in written}
    lines: list[str] = []
    for value in values_told(wording, told):
        lines += wrapped(value, width, "    ")
    return lines


def _told_lines(wording: Wording, message: Message, width: int) -> list[str]:
    lines: list[str] = []
    if (message.sender or message.speaker) and message.about:
        about = wording.say("about {topic}", topic=wording.thing(message.about))
        lines += wrapped(about, width, "    ")
        lines += _handed_on(wording, message, width)
    if message.words:
        lines += wrapped(message.words, width, "    ")
    for value in values_told(wording, message.tells):
        lines += wrapped(value, width, "    ")
    return lines or wrapped(wording.say("There is nothing more to learn about it now."), width, "    ")


def _handed_on(wording: Wording, message: Message, width: int) -> list[str]:
    """An inject that another seat hands on comes in its own words."""
    if message.about not in wording.scenario.injects:
        return []
    return wrapped(inject_text(wording, message.about, message.tells), width, "    ")


def values_told(wording: Wording, tells: Mapping[str, Value]) -> list[str]:
    """Each value that a message tells, in words."""
    return [
        wording.say("{name}: {value}", name=wording.path(name), value=wording.value(name, value))
        for name, value in tells.items()
    ]


def inbox_lines(wording: Wording, inbox: Iterable[Message], width: int) -> list[str]:
    """The inbox, newest last, unread messages marked."""
    lines: list[str] = []
    for message in inbox:
        mark = "  " if message.opened is not None else "* "
        lines += wrapped(headline(wording, message), width, mark)
    if not lines:
        return [wording.say("The inbox is empty.")]
    return [*lines, wording.say("* not read yet; type: read NUMBER")]


def decision_lines(wording: Wording, decision: OpenDecision, width: int) -> list[str]:
    """A decision with its numbered options and the time by which it must be answered."""
    known = wording.scenario.decisions[decision.decision]
    by, who = wording.said(CHANNELS[known.by]), wording.said(known.from_) if known.from_ else ""
    asked = wording.say("{channel} – {sender}", channel=by, sender=who) if who else by
    head = wording.say("DECISION {clock} {asked}", clock=wording.clock(decision.put), asked=asked)
    lines = [*wrapped(head, width), *wrapped(wording.said(known.text).strip(), width, "    ")]
    for number, option in enumerate(decision.options, 1):
        lines += wrapped(wording.option(decision.decision, option), width, f"    {number}. ")
    closes = wording.say("Answer before {clock}: type the number.", clock=wording.clock(decision.closes))
    return [*lines, *wrapped(closes, width, "    ")]
