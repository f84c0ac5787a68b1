"""Reads the cells of a trainer's spreadsheet as rows of a MSEL: headings, times, channels and seats in words.

Nothing is guessed: a cell that cannot be read is told with the number of its row.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from simulator.authoring.msel import CHANNELS, COLUMNS, IN_LANGUAGES
from simulator.clock import Malformed, duration
from simulator.errors import ContentError
from simulator.language.said import Said, say
from simulator.language.translator import LANGUAGES, translator_for
from simulator.scenario.values import Moment

Cells = Sequence[Any]
"""The values of one row: texts, numbers, dates, times, None."""

FURTHEST = 20
"""The headings stand in one of so many rows."""

OTHER_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("no", "no.", "number", "inject", "id", "inject number", "#", "编号", "序号", "注入编号"),
    "time": ("time", "exercise time", "start", "at", "时间", "时刻", "注入时间", "演练时间"),
    "when": ("when", "if", "condition", "条件", "触发条件"),
    "to": ("to", "recipient", "recipients", "receiver", "target", "接收人", "接收方", "接收对象", "接收岗位", "对象"),
    "from": ("from", "source", "来源", "发送人", "发出人", "发出方"),
    "channel": ("by", "method", "means", "mode", "方式", "途径", "渠道", "传递方式"),
    "text": ("text", "message", "description", "event", "content", "内容", "事件", "情景", "文本", "消息"),
    "expected": ("expected response", "expected player action", "expected outcome", "预期行动", "预期处置", "预期动作"),
    "orders": ("orders", "do", "指令"),
    "clause": ("clauses", "plan clause", "objective", "条款", "预案条款"),
}
"""Further headings that are understood, in small letters."""

OTHER_CHANNELS: Mapping[str, str] = {
    "phone": "phone", "telephone": "phone", "call": "phone", "电话": "phone",
    "radio": "radio", "无线电": "radio", "对讲机": "radio", "电台": "radio",
    "report": "field_report", "现场报告": "field_report",
    "web": "post", "online": "post", "social media": "post", "网络": "post", "帖子": "post", "微信": "post",
    "in person": "visitor", "来访": "visitor", "当面": "visitor",
    "上级": "superior", "领导": "superior",
    "mail": "document", "letter": "document", "e-mail": "document", "文件": "document", "邮件": "document",
    "seen": "observation", "目击": "observation", "观察": "observation",
}  # fmt: skip
"""Further words for channels, in small letters."""

_UNITS = (("天", "d"), ("小时", "h"), ("分钟", "m"), ("分", "m"), ("秒", "s"),
          ("hours", "h"), ("hour", "h"), ("minutes", "m"), ("minute", "m"), ("min", "m"),
          ("seconds", "s"), ("second", "s"), ("sec", "s"), ("days", "d"), ("day", "d"))  # fmt: skip
_LANGUAGE = re.compile(r"(.*?)\s*[(（]([a-z]{2,3})[)）]")
_SINCE_START = re.compile(r"t?\+(\d{1,3}):([0-5]\d)(?::[0-5]\d)?")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::00)?")


@dataclass(frozen=True, slots=True)
class Row:
    """One row as its cells say it; empty where a cell is."""

    number: int
    """As the spreadsheet counts, from 1."""
    id: str = ""
    time: str = ""
    """As scenarios write a moment: `12m`, `"11:00"`, `doors + 4m`."""
    when: str = ""
    to: tuple[str, ...] = ()
    """As written: ids or names of seats."""
    sender: Mapping[str, str] = field(default_factory=dict)
    """By language."""
    channel: str = ""
    text: Mapping[str, str] = field(default_factory=dict)
    expected: tuple[str, ...] = ()
    """A line each."""
    orders: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A row, or a part of it, that could not be taken, and why."""

    number: int
    why: Said


def read_rows(table: Iterable[Cells], language: str) -> tuple[list[Row], list[Refused]]:
    """The rows of a table. *language*: of texts under headings that name none.

    Raises `ContentError` where no row holds headings.
    """
    lines = [(number, list(cells)) for number, cells in enumerate(table, 1)]
    for number, cells in lines[:FURTHEST]:
        columns = [_column(cell, language) for cell in cells]
        if {"text", "time"} <= {name for name, _ in columns} or _many(columns):
            below = [(at, _by_column(columns, given)) for at, given in lines if at > number]
            return _read(below)
    message = say("no row holds the headings of a list of injects")
    raise ContentError(message, say("it needs at least: {columns}", columns=[COLUMNS[name] for name in NEEDED]))


NEEDED = ("time", "to", "text")
"""The columns that a list cannot do without."""


def _many(columns: list[tuple[str, str]]) -> bool:
    known = {name for name, _ in columns if name}
    return "text" in known and len(known) >= len(NEEDED)


def _column(cell: Any, language: str) -> tuple[str, str]:
    """The column that a heading names, and its language; empty for one that is not known."""
    written = _plain(cell).casefold()
    match = _LANGUAGE.fullmatch(written)
    word, stated = (match[1], match[2]) if match else (written, language)
    name = _headings().get(word, "")
    return (name, stated) if name in IN_LANGUAGES else (name, "")


def _headings() -> dict[str, str]:
    own = {translator_for(code).say(said).casefold(): name for name, said in COLUMNS.items() for code in LANGUAGES}
    return own | {word: name for name, words in OTHER_HEADINGS.items() for word in words}


def _by_column(columns: list[tuple[str, str]], cells: list[Any]) -> dict[tuple[str, str], Any]:
    pairs = zip(columns, cells, strict=False)
    return {column: cell for column, cell in pairs if column[0] and _plain(cell)}


def _read(lines: list[tuple[int, dict[tuple[str, str], Any]]]) -> tuple[list[Row], list[Refused]]:
    rows: list[Row] = []
    refused: list[Refused] = []
    for number, cells in lines:
        if not cells:
            continue
        try:
            rows.append(_row(number, cells))
        except Malformed as fault:
            why = say("{message}; {remedy}", message=fault.error.message, remedy=fault.error.remedy or "")
            refused.append(Refused(number, why if fault.error.remedy else fault.error.message))
    return rows, refused


def _row(number: int, cells: Mapping[tuple[str, str], Any]) -> Row:
    plain = {name: _plain(cell) for (name, _), cell in cells.items() if name not in IN_LANGUAGES}
    by_language = {
        column: {code: _text(cell) for (name, code), cell in cells.items() if name == column} for column in IN_LANGUAGES
    }
    return Row(
        number=number,
        id=plain.get("id", ""),
        time=moment(cells.get(("time", ""))),
        when=plain.get("when", ""),
        to=tuple(part for part in re.split(r"[,;、，；/\n]+\s*", plain.get("to", "")) if part),
        sender=by_language["from"],
        channel=_channel(plain.get("channel", "")),
        text=by_language["text"],
        expected=_lines(cells.get(("expected", ""))),
        orders=_lines(cells.get(("orders", ""))),
        clauses=tuple(re.findall(r"[A-Z]\d{1,2}", plain.get("clause", "").upper())),
    )


def _plain(cell: Any) -> str:
    """A cell on one line, full-width letters and digits made plain."""
    if cell is None:
        return ""
    number = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    return " ".join(unicodedata.normalize("NFKC", str(number)).split())


def _text(cell: Any) -> str:
    """A cell's text as it stands, with lines' ends kept; the mark that keeps it from being a formula taken off."""
    written = str(cell).replace("\r\n", "\n").strip()
    return written[1:] if written[:1] == "'" and written[1:2] in tuple("=+-@＝＋－＠") else written


def _lines(cell: Any) -> tuple[str, ...]:
    return tuple(line.strip() for line in _text(cell).split("\n") if line.strip()) if cell is not None else ()


def moment(cell: Any) -> str:
    """When a row's message comes, as scenarios write it; empty where nothing is said.

    Raises `Malformed` where it cannot be read.
    """
    match cell:
        case None:
            return ""
        case timedelta():
            return duration(int(cell.total_seconds()))
        case time() | datetime():
            return f"{cell.hour:02d}:{cell.minute:02d}"
        case _:
            written = _as_moment(_plain(cell))
            return str(Moment.read(written)) if written else ""


def _as_moment(text: str) -> str:
    """A time as people write it, as scenarios do: `9:05`, `T+00:10`, `10 min`, `10分钟`."""
    if clock := _CLOCK.fullmatch(text):
        return f"{int(clock[1]):02d}:{clock[2]}"
    if since := _SINCE_START.fullmatch(text.casefold()):
        return duration(int(since[1]) * 3600 + int(since[2]) * 60)
    if not re.match(r"[+t]?\+?\d", text.casefold()):
        return text
    short = text.casefold().removeprefix("t").removeprefix("+").replace(" ", "")
    for word, unit in _UNITS:
        short = short.replace(word, unit)
    return short


def _channel(word: str) -> str:
    """A channel by its id or its name in a language; empty where none is given. Raises `Malformed` for another."""
    if not word:
        return ""
    known = {translator_for(code).say(said).casefold(): name for name, said in CHANNELS.items() for code in LANGUAGES}
    small = word.casefold()
    found = known.get(small) or OTHER_CHANNELS.get(small) or small.replace(" ", "_")
    if found not in CHANNELS:
        choices = list(CHANNELS.values())
        fault = ContentError(say("there is no channel '{word}'", word=word), say("it can be: {known}", known=choices))
        raise Malformed(fault)
    return found
