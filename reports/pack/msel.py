"""The list of messages (MSEL) and the questions of a scenario, as the facilitator follows them."""

from collections.abc import Mapping, Sequence

from reports.messages import CHANNELS, PURPOSES, RELIABILITIES
from reports.pack.naming import Numbered, fixed_second, letter_of
from reports.pack.triggers import asked_words, effects_words, told_words, when
from reports.pack.words import breach, on_one_line, percent
from reports.paper.model import Cell, Column, Facts, Paragraph, Section, Table
from simulator.journal.entry import DELIVERED, Entry
from simulator.scenario.deeds import due_of

Seen = Mapping[str, int]
"""By inject, the second at which it first came in a drill."""


def first_seen(journal: Sequence[Entry]) -> Seen:
    """When each message first came in a drill."""
    found: dict[str, int] = {}
    for entry in journal:
        if entry.kind == DELIVERED:
            found.setdefault(entry.payload["inject"], entry.time)
    return found


def messages(key: Numbered, book: Seen, silent: Seen) -> Section:
    """Every message: when, from whom to whom, and when it came with everybody going by the book, and with nobody
    doing anything; then each in full.
    """
    wording = key.wording
    columns = (
        Column(wording.say("No."), 5, right=True),
        Column(wording.say("When"), 30),
        Column(wording.say("From"), 16),
        Column(wording.say("To"), 22),
        Column(wording.say("By the book"), 9),
        Column(wording.say("In silence"), 9),
    )
    rows = tuple(_row(key, name, book, silent) for name in key.messages)
    note = wording.say(
        "The two last columns are one drill each, played by the machine with seed 1: everybody by the book, and nobody "
        "doing anything. A dash means that the message did not come."
    )
    table = Table("messages", wording.say("The messages in their order"), columns, rows)
    full = Section(wording.say("Each message in full"), (), tuple(_message(key, name) for name in key.messages))
    return Section(wording.say("Messages (MSEL)"), (Paragraph(note, "quiet"), table), (full,))


def _row(key: Numbered, name: str, book: Seen, silent: Seen) -> tuple[Cell, ...]:
    wording, inject = key.wording, key.wording.scenario.injects[name]
    return (
        Cell(str(key.messages[name]), key.messages[name]),
        Cell(when(key, name, inject)),
        Cell(on_one_line(wording, inject.from_)),
        Cell(wording.listed(wording.seat(seat) for seat in inject.to)),
        Cell(wording.clock(book[name]) if name in book else "–"),
        Cell(wording.clock(silent[name]) if name in silent else "–"),
    )


def _message(key: Numbered, name: str) -> Section:
    """One message in full: its text, how it comes, what it does, what it is for."""
    wording, inject = key.wording, key.wording.scenario.injects[name]
    second = fixed_second(wording.scenario, inject)
    untimed = wording.say("by hand") if inject.purpose else wording.say("on condition")
    clock = untimed if second is None else wording.clock(second)
    sender = on_one_line(wording, inject.from_) or name.replace("_", " ")
    title = wording.say("{number}. {clock}, {sender}", number=key.messages[name], clock=clock, sender=sender)
    how = wording.listed(
        [
            wording.said(CHANNELS[inject.by]),
            wording.said(RELIABILITIES[inject.reliability]),
            *([wording.say("urgent")] if inject.urgent else []),
        ]
    )
    pairs = [
        (wording.say("When"), when(key, name, inject)),
        (wording.say("To"), wording.listed(wording.seat(seat) for seat in inject.to)),
        (wording.say("How"), how),
        (wording.say("In another language"), _original(key, name)),
        (wording.say("Tells"), told_words(key, inject)),
        (wording.say("Does"), wording.listed(effects_words(key, inject))),
        (wording.say("What it is for"), purpose(key, name)),
        (wording.say("Id in the file"), name),
    ]
    shown = tuple((label, value) for label, value in pairs if value)
    return Section(title, (Paragraph(on_one_line(wording, inject.text)), Facts(shown)))


def _original(key: Numbered, name: str) -> str:
    original = key.wording.scenario.injects[name].original
    if original is None:
        return ""
    return key.wording.say("{language}, until somebody interprets", language=original.language)


def purpose(key: Numbered, name: str) -> str:
    """What a message is for: the controller's purpose, the tasks it makes due, the question it asks, else that it only
    takes attention.
    """
    wording, inject = key.wording, key.wording.scenario.injects[name]
    expectations = wording.scenario.expectations.values()
    due = [each for each in expectations if (found := due_of(wording.scenario, each)) and name in found.ids]
    parts = [wording.said(PURPOSES[inject.purpose])] if inject.purpose else []
    parts += [wording.say("{seat}: {task}", seat=wording.seat(each.of), task=each.task) for each in due]
    parts += [asked_words(key, inject.asks)] if inject.asks else []
    if parts:
        return wording.say("; ").join(parts)
    if inject.tells or effects_words(key, inject):
        return wording.say(
            "it tells how things stand, or what came of something not done; nothing is due because of it"
        )
    return wording.say("nothing is due because of it: it takes attention, as a real day does")


def questions(key: Numbered) -> Section:
    """Every decision with its options, what each does and why it is right or wrong."""
    wording = key.wording
    each = Section(wording.say("Each question in full"), (), tuple(_question(key, name) for name in key.questions))
    note = wording.say("Options bear letters here; in a drill they stand in an order drawn from its seed.")
    none = Paragraph(wording.say("No question is put to anybody."))
    blocks, sections = ((Paragraph(note, "quiet"),), (each,)) if each.sections else ((none,), ())
    return Section(wording.say("Questions put to seats"), blocks, sections)


def _question(key: Numbered, name: str) -> Section:
    wording, decision = key.wording, key.wording.scenario.decisions[name]
    title = wording.say("Question {number}: {seat}", number=key.questions[name], seat=wording.seat(decision.to))
    facts = (
        (wording.say("When"), when(key, name, decision)),
        (wording.say("From"), on_one_line(wording, decision.from_)),
        (wording.say("Time to answer"), wording.span(decision.time_limit)),
        (wording.say("Silence counts as"), key.answer(name, decision.if_silent)),
        (wording.say("Follows from it"), wording.listed(due_tasks(key, name))),
        (wording.say("Id in the file"), name),
    )
    shown = tuple(pair for pair in facts if pair[1])
    return Section(title, (Paragraph(on_one_line(wording, decision.text)), Facts(shown), _options(key, name)))


def due_tasks(key: Numbered, decision: str) -> list[str]:
    """The tasks that a question makes due."""
    wording = key.wording
    expectations = wording.scenario.expectations.values()
    return [wording.said(each.task) for each in expectations if each.due == decision]


def _options(key: Numbered, name: str) -> Table:
    wording, decision = key.wording, key.wording.scenario.decisions[name]
    columns = (
        Column("", 4),
        Column(wording.say("Answer"), 30),
        Column(wording.say("Quality"), 8, right=True),
        Column(wording.say("What it does"), 24),
        Column(wording.say("Why"), 28),
    )
    rows = []
    for option, written in decision.options.items():
        does = [*effects_words(key, written), on_one_line(wording, written.reply)]
        does += [wording.say("breach: {breach}", breach=breach(wording, written.conduct))] if written.conduct else []
        rows.append(
            (
                Cell(letter_of(wording.scenario, name, option)),
                Cell(on_one_line(wording, written.text)),
                Cell(
                    percent(written.quality),
                    written.quality * 100,
                    tone="bad" if written.conduct else "good" if written.quality >= 1 else "",
                ),
                Cell(wording.say("; ").join(part for part in does if part)),
                Cell(on_one_line(wording, written.why)),
            )
        )
    caption = wording.say("Answers to question {number}", number=key.questions[name])
    return Table(f"question-{key.questions[name]}", caption, columns, tuple(rows))
