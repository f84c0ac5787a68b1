"""What a seat knows of the drill, as lines: time, task, decisions, values with their age, units."""

from reports.wording import Wording
from simulator.engine.view import Known, Task, UnitView, View
from simulator.language.said import Said, say
from tui.presentation.text import shortened, wrapped

MOODS: tuple[tuple[float, Said], ...] = (
    (0.85, say("at breaking point")), (0.7, say("heated")), (0.5, say("tense")), (0.3, say("uneasy")),
    (0.0, say("quiet")),
)  # fmt: skip
"""The words for tension, from these shares up."""

BAR = 10

STATUSES = {
    "free": say("free at {place}"),
    "travelling": say("on the way to {place}, arrives {clock}"),
    "working": say("at work at {place}"),
    "returning": say("on the way back to {place}, arrives {clock}"),
}


def mood(tension: float) -> Said:
    """The word for a tension in 0..1."""
    return next((word for least, word in MOODS if tension >= least), MOODS[-1][1])


def bar(share: float) -> str:
    """A share in 0..1 as a bar that needs no colour: `[######....]`."""
    filled = round(min(max(share, 0.0), 1.0) * BAR)
    return f"[{'#' * filled}{'.' * (BAR - filled)}]"


def situation_lines(wording: Wording, view: View, width: int) -> list[str]:
    """The whole status of a seat."""
    head = wording.say(
        "{exercise} – {clock} – {seat}",
        exercise=wording.exercise(),
        clock=wording.clock(view.time),
        seat=wording.seat(view.seat),
    )
    sections = (task_lines, _unread, agenda_lines, known_lines, unit_lines)
    lines = [shortened(head, width)]
    for section in sections:
        lines += section(wording, view, width)
    return lines


def task_lines(wording: Wording, view: View, width: int) -> list[str]:
    """What the seat is doing and what waits, numbered by the orders' numbers."""
    if view.busy_until > view.time:
        doing = current(wording, view.current)
        now = wording.say("Now: {task} until {clock}", task=doing, clock=wording.clock(view.busy_until))
    else:
        now = wording.say("Now: free")
    lines = wrapped(now, width)
    for task in view.queue:
        lines += wrapped(order_of(wording, task), width, f"  #{task.order} ")
    return lines


def current(wording: Wording, task: Task | None) -> str:
    """What a seat is doing, in words."""
    return wording.say("reading or speaking") if task is None else order_of(wording, task)


def order_of(wording: Wording, task: Task) -> str:
    """A task's order; the opening of a message and an answer are tasks of their own names."""
    if task.verb in wording.scenario.catalogue.orders:
        return wording.order(task.verb, task.arguments)
    if task.verb in wording.scenario.decisions:
        return wording.say("answering")
    return wording.say("reading or speaking")


def queue_lines(wording: Wording, view: View, width: int) -> list[str]:
    """The seat's queue with how to change it."""
    lines = task_lines(wording, view, width)
    if not view.queue:
        return [*lines, wording.say("Nothing waits.")]
    return [*lines, wording.say("queue cancel NUMBER; queue move NUMBER PLACE")]


def _unread(wording: Wording, view: View, width: int) -> list[str]:
    unread = [str(message.number) for message in view.inbox if message.opened is None]
    if not unread:
        return []
    return wrapped(wording.say("Unread: {numbers}", numbers=unread), width)


def agenda_lines(wording: Wording, view: View, width: int) -> list[str]:
    """What falls due at a known second: open decisions, arrivals; soonest first."""
    items: list[tuple[int, str]] = []
    for decision in view.decisions:
        question = shortened(wording.said(wording.scenario.decisions[decision.decision].text), 40)
        items.append((decision.closes, wording.say("decision open: {question}", question=question)))
    for unit in view.units:
        if unit.arrives is not None:
            items.append((unit.arrives, wording.say("{unit} arrives", unit=wording.thing(unit.unit))))
    lines: list[str] = []
    for time, what in sorted(items):
        left = wording.span(max(time - view.time, 0))
        item = wording.say("{clock} (in {left}) {what}", clock=wording.clock(time), left=left, what=what)
        lines += wrapped(item, width, "  ")
    return [wording.say("Agenda:"), *lines] if lines else []


def known_lines(wording: Wording, view: View, width: int) -> list[str]:
    """The values the seat knows, with where they come from and how old they are."""
    lines: list[str] = []
    for path, known in view.known.items():
        line = wording.say(
            "{name}: {value} ({age})",
            name=wording.path(path),
            value=known_value(wording, path, known),
            age=age(wording, known, view.time),
        )
        lines += wrapped(line, width, "  ")
    return [wording.say("Known:"), *lines] if lines else []


def known_value(wording: Wording, path: str, known: Known) -> str:
    """A known value; tension as word and bar beside the figure."""
    if path.endswith(".tension") and isinstance(known.value, int | float):
        return f"{bar(known.value)} {wording.said(mood(known.value))}"
    return wording.value(path, known.value)


def age(wording: Wording, known: Known, now: int) -> str:
    """Whether a value is before the seat's eyes, or how long ago it was told."""
    if known.seen:
        return wording.say("seen now")
    since = wording.span((now - known.time) // 60 * 60)
    return wording.say("told at {clock}, {since} ago", clock=wording.clock(known.time), since=since)


def unit_lines(wording: Wording, view: View, width: int) -> list[str]:
    """The seat's units: where, doing what, when they arrive."""
    lines: list[str] = []
    for unit in view.units:
        lines += wrapped(unit_line(wording, unit), width, "  ")
    return [wording.say("Units:"), *lines] if lines else []


def unit_line(wording: Wording, unit: UnitView) -> str:
    """One unit in one sentence."""
    status = STATUSES[unit.status]
    values = {"place": wording.thing(unit.place), "clock": wording.clock(unit.arrives or 0)}
    told = wording.said(Said(status.template, values))
    line = wording.say("{unit}: {status}", unit=wording.thing(unit.unit), status=told)
    return wording.say("{line}, tired", line=line) if unit.tired else line


def arrival_line(wording: Wording, unit: UnitView, time: int) -> str:
    """That a unit has come to its place."""
    values = {"unit": wording.thing(unit.unit), "place": wording.thing(unit.place)}
    return wording.say("{clock} {unit} has arrived at {place}", clock=wording.clock(time), **values)
