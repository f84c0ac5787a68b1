"""What the drill screen shows all the time, as items for its panes: inbox, situation, the latest, the own task."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from reports.messages import RELIABILITIES
from reports.wording import SHARES, Wording
from simulator.clock import journal_time
from simulator.engine.view import Known, Message, OpenDecision, View
from simulator.language.said import Said, say
from simulator.room.news import Arrived, Asked, Came, Ended, News, Read
from simulator.room.seat import SeatRoom
from simulator.scenario.messages import Inject
from tui.presentation.history import BLOCKS, CURVE, SHOWN, History, sparkline
from tui.presentation.lines import Item, Line, Tone, clipped, item
from tui.presentation.messages import channel, headline, is_asked, sender
from tui.presentation.orders import result_line
from tui.presentation.situation import arrival_line, bar, mood, task_lines, unit_line
from tui.presentation.text import cells, wrapped

LATEST = 40
"""How many pieces of news are kept in sight."""

OVERDUE = 300
"""Exercise seconds after which an urgent message that nobody read is overdue; a design value."""

UNDER_WAY = ("travelling", "returning", "working", "free")
"""The order in which units are shown: those that move first."""


def inbox_items(wording: Wording, view: View, width: int) -> list[Item]:
    """The inbox, newest first, a line a message; its number is the key.

    `*` is unread, `=` answered, `~` overdue, `!` urgent, `?` not confirmed; where there is room, how reliable it is
    stands there in words.
    """
    return [_message(wording, view, message, width) for message in reversed(view.inbox)]


def standing(wording: Wording, view: View, message: Message) -> str:
    """The mark of a message: answered, overdue, unread, or read.

    Overdue is a question that closed in silence, and an urgent message that is unread after `OVERDUE` seconds.
    """
    inject = wording.scenario.injects.get(message.inject)
    asks = inject.asks if inject is not None else ()
    silent = {result.name for result in view.results if result.outcome == "silent"}
    waits = message.opened is None and inject is not None and inject.urgent and view.time - message.time > OVERDUE
    if silent & set(asks) or waits:
        return "~"
    if message.opened is None:
        return "*"
    return "=" if asks and all(decision in view.answers for decision in asks) else " "


def _message(wording: Wording, view: View, message: Message, width: int) -> Item:
    inject = wording.scenario.injects.get(message.inject)
    asked, mark = is_asked(message), standing(wording, view, message)
    urgent = asked or (inject is not None and inject.urgent)
    doubted = inject is not None and inject.reliability != "confirmed"
    marks = mark + ("!" if urgent else " ") + ("?" if doubted else " ")
    head = wording.say(
        "{clock} {channel}, {sender}",
        clock=wording.clock(message.time),
        channel=channel(wording, message),
        sender=sender(wording, message),
    )
    if asked:
        head = wording.say(
            "{clock} {sender} asks you", clock=wording.clock(message.time), sender=sender(wording, message)
        )
    line = f"{marks}{message.number:>2} {head}"
    for word in _worded(wording, mark, inject):
        worded = wording.say("{line} ({reliability})", line=line, reliability=word)
        line = worded if cells(worded) <= width else line
    pressing = asked or message.opened is None
    tone: Tone = ("urgent" if urgent else "strong") if pressing else ""
    return item([clipped(line, width)], tone, str(message.number))


def _worded(wording: Wording, mark: str, inject: Inject | None) -> list[Said]:
    """The marks in words, the more important one first."""
    words = {"~": say("overdue"), "=": say("answered")}
    found = [words[mark]] if mark in words else []
    if inject is not None and inject.reliability != "confirmed":
        found.append(RELIABILITIES[inject.reliability])
    return found


def board_items(wording: Wording, view: View, width: int, history: History | None = None) -> list[Item]:
    """What the seat knows, thing by thing, with small curves of tension and waiting, and where its units are."""
    found: list[Item] = []
    for head, parts in _by_thing(view).items():
        curves = [] if history is None else _curves(wording, history, parts, view.time, width)
        thing = _thing(wording, head, parts, width)
        found.append(Item((*thing.lines, *(Line(line, "dim") for line in curves))))
    units: list[str] = []
    for unit in sorted(view.units, key=lambda unit: UNDER_WAY.index(unit.status)):
        units += wrapped(unit_line(wording, unit), width, " ", "   ")
    if units:
        found.append(Item((Line(wording.say("Units"), "strong"), *(Line(line) for line in units))))
    return found or [item(wrapped(wording.say("You know nothing yet."), width), "dim")]


def _curves(wording: Wording, history: History, parts: Iterable[str], now: int, width: int) -> list[str]:
    """A line for tension and one for waiting, where there is a course to show."""
    lines: list[str] = []
    for path in parts:
        part = path.partition(".")[2]
        samples = history.of(path)
        if part in SHOWN and len({sample.value for sample in samples}) > 1:
            name = _part(wording, path)
            columns = min(max(width - cells(name) - 3, 8), CURVE)
            curve = sparkline(samples, now, columns, 1.0 if part in SHARES else None, BLOCKS)
            lines.append(clipped(f"  {name} {curve}", width))
    return lines


def _by_thing(view: View) -> dict[str, dict[str, Known]]:
    things: dict[str, dict[str, Known]] = {}
    for path, known in view.known.items():
        things.setdefault(path.partition(".")[0], {})[path] = known
    return things


def _thing(wording: Wording, head: str, parts: Mapping[str, Known], width: int) -> Item:
    """A thing's name; its tension as bar and word; then its other values, those told with the time."""
    name = wording.say("harm") if head == "harm" else wording.thing(head)
    lines = [Line(line, "strong") for line in wrapped(name, width)]
    rest: list[str] = []
    for path, known in parts.items():
        if path.endswith(".tension") and isinstance(known.value, int | float):
            told = f"{bar(known.value)} {wording.said(mood(known.value))}"
            line = wording.say("{part} {value}", part=_part(wording, path), value=told) + _since(wording, known)
            lines += [Line(each) for each in wrapped(line, width, " ", "   ")]
        else:
            rest.append(_value(wording, path, known))
    values = wording.say("{items}", items=rest)
    if all(known.seen for known in parts.values()):
        values = wording.say("{values} (seen now)", values=values)
    lines += [Line(each) for each in wrapped(values.strip(), width, " ", " ")]
    return Item(tuple(lines))


def _value(wording: Wording, path: str, known: Known) -> str:
    value = known.value
    if path.endswith(".waited") and isinstance(value, int | float):
        value = int(value) // 60 * 60
    if "." not in path:
        return wording.value(path, value) + _since(wording, known)
    values = {"part": _part(wording, path), "value": wording.value(path, value)}
    return wording.say("{part} {value}", **values) + _since(wording, known)


def _part(wording: Wording, path: str) -> str:
    head, _, part = path.partition(".")
    return wording.part(head, part)


def _since(wording: Wording, known: Known) -> str:
    return "" if known.seen else wording.say(" (told {clock})", clock=wording.clock(known.time))


def task_items(wording: Wording, view: View, width: int) -> list[Item]:
    """What the seat is doing, and its queue."""
    first, *queue = task_lines(wording, view, width)
    return [item([first], "strong"), *(item([line]) for line in queue)]


def latest_items(wording: Wording, told: Iterable[News], width: int) -> list[Item]:
    """What reached the seat, newest first."""
    lines = [news_line(wording, each) for each in reversed(tuple(told)[-LATEST:])]
    found = [item(wrapped(line, width, "", "  ")) for line in lines if line]
    return found or [item(wrapped(wording.say("Nothing yet."), width), "dim")]


def news_line(wording: Wording, news: News) -> str:
    """One piece of news in one line."""
    match news:
        case Came(message):
            return headline(wording, message)
        case Read(message):
            clock = wording.clock(message.opened or message.time)
            return wording.say("{clock} You have read [{number}].", clock=clock, number=message.number)
        case Asked(decision):
            return wording.say("{clock} A decision is put to you.", clock=wording.clock(decision.put))
        case Ended(result):
            return result_line(wording, result).split("\n")[0]
        case Arrived(unit, time):
            return arrival_line(wording, unit, time)
        case _:
            assert_never(news)


def status_line(wording: Wording, room: SeatRoom, now: int) -> str:
    """The mark of the exercise, both clocks, the pace, and how the drill stands."""
    mode = _mode(wording, room)
    values = {
        "exercise": wording.exercise(),
        "clock": wording.clock(now),
        "elapsed": _elapsed(now),
        "pace": f"{room.pace:g}",
        "mode": mode,
        "state": _state(wording, room),
    }
    return wording.say("{exercise}  {clock}  {elapsed}  {pace}x  {state}, {mode}", **values)


def _mode(wording: Wording, room: SeatRoom) -> str:
    if room.shared:
        return wording.say("shared")
    return wording.say("practice") if room.practice else wording.say("assessed")


def _elapsed(now: int) -> str:
    """`T+01:30`, hours and minutes."""
    return f"T+{now // 3600:02d}:{now // 60 % 60:02d}" if now < 100 * 3600 else journal_time(now)


def _state(wording: Wording, room: SeatRoom) -> str:
    if room.trouble is not None:
        return wording.say("NO LINK") if room.shared else wording.say("NOT SAVED")
    if room.behind:
        return wording.say("catching up")
    match room.status:
        case "waiting":
            return wording.say("not begun")
        case "running":
            return wording.say("running")
        case "paused":
            return wording.say("PAUSED")
        case "over":
            return wording.say("over")
        case _:
            assert_never(room.status)


def alert_line(wording: Wording, view: View) -> str:
    """What must not be missed: decisions with the time left, requests of other seats, unread messages."""
    alerts: list[str] = []
    if view.over:
        return ""
    if view.decisions:
        soonest = min(decision.closes for decision in view.decisions)
        left = countdown(soonest - view.time)
        if len(view.decisions) == 1:
            alerts.append(wording.say("! DECISION {left}", left=left))
        else:
            alerts.append(wording.say("! {number} DECISIONS {left}", number=len(view.decisions), left=left))
    asked = len([each for each in view.inbox if is_asked(each)])
    if asked:
        alerts.append(wording.say("! requests: {number}", number=asked))
    unread = len([message for message in view.inbox if message.opened is None])
    if unread:
        alerts.append(wording.say("unread: {number}", number=unread))
    return "  ".join(alerts)


def countdown(seconds: int) -> str:
    """The time left, to the second: `4:05`."""
    left = max(seconds, 0)
    hours, rest = divmod(left, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"


def time_left(wording: Wording, decision: OpenDecision, now: int) -> str:
    """How long a decision is open, and until when."""
    values = {"left": countdown(decision.closes - now), "clock": wording.clock(decision.closes)}
    return wording.say("{left} left, until {clock}", **values)
