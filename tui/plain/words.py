"""What a person types, made out: commands in English and Chinese, numbers, durations."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.clock import Malformed, seconds
from simulator.language.remedies import closest

COMMANDS: dict[str, tuple[str, ...]] = {
    "help": ("?", "help", "帮助"),
    "status": ("status", "情况"),
    "inbox": ("inbox", "收件"),
    "read": ("read", "读"),
    "orders": ("orders", "指令"),
    "order": ("order", "下令"),
    "again": ("!", "again", "再次"),
    "preview": ("preview", "预览"),
    "answer": ("answer", "回答"),
    "tell": ("tell", "转告"),
    "ask": ("ask", "询问"),
    "queue": ("queue", "队列"),
    "clauses": ("clauses", "预案"),
    "lookup": ("lookup", "查"),
    "note": ("note", "记"),
    "log": ("log", "记录"),
    "history": ("history", "走势"),
    "changes": ("changes", "变化"),
    "hint": ("hint", "提示"),
    "wait": ("wait", "等"),
    "next": ("next", "下一条"),
    "pause": ("pause", "暂停"),
    "go": ("go", "继续"),
    "pace": ("pace", "速度"),
    "rewind": ("rewind", "回退"),
    "end": ("end", "结束"),
    "score": ("score", "成绩"),
    "timeline": ("timeline", "时间线"),
    "time": ("time", "用时"),
    "model": ("model", "范例"),
    "whatif": ("whatif", "假如"),
    "report": ("report", "报告"),
    "quit": ("quit", "退出"),
}
"""Each command with the words that call it."""

WORDS = {word: command for command, words in COMMANDS.items() for word in words}
"""The command that each word calls."""
_UNITS = (("小时", "h"), ("分钟", "m"), ("秒钟", "s"), ("时", "h"), ("分", "m"), ("秒", "s"), ("天", "d"))
YES = ("y", "yes", "是", "好", "1")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Typed:
    """One line as it was meant."""

    command: str
    """A key of `COMMANDS`; "number" for a bare number, "" where the first word is none of ours."""
    rest: str
    """What follows the command; the whole line where there is no command."""

    @property
    def words(self) -> list[str]:
        """The rest, word by word."""
        return self.rest.split()


def cleaned(line: str) -> str:
    """The line with full-width signs made narrow, without control characters, at most 2000 signs long."""
    narrow = unicodedata.normalize("NFKC", line[:_LONGEST])
    return "".join(sign if sign.isprintable() else " " for sign in narrow).strip()


def typed(line: str) -> Typed:
    """Make out a line. Chinese commands need no space after them: `读3`."""
    line = cleaned(line)
    first, _, rest = line.partition(" ")
    if first.isascii() and first.isdigit():
        return Typed("number", line)
    if first.casefold() in WORDS:
        return Typed(WORDS[first.casefold()], rest.strip())
    for word in sorted(WORDS, key=len, reverse=True):
        if not word.isascii() and line.startswith(word):
            return Typed(WORDS[word], line.removeprefix(word).strip())
    for sign in ("?", "!"):
        if line.startswith(sign):
            return Typed(WORDS[sign], line[1:].strip())
    return Typed("", line)


def near(line: str, verbs: Iterable[str]) -> str | None:
    """The command or order that a line most likely meant: another word than the one it begins with."""
    first = line.split(" ")[0].casefold()
    return closest(first, tuple(word for word in (*WORDS, *verbs) if word != first))


def time_span(text: str) -> int | None:
    """Seconds of a duration, also in Chinese (`5分钟`); a bare number is minutes. Else nothing."""
    written = re.sub(r"\s", "", text.casefold())
    for chinese, unit in _UNITS:
        written = written.replace(chinese, unit)
    if written.isdigit():
        written += "m"
    try:
        return seconds(written)
    except Malformed:
        return None


def number(text: str) -> int | None:
    """A whole number of at most six digits; nothing where it is none."""
    return int(text) if re.fullmatch(r"\d{1,6}", text.strip(), re.ASCII) else None
