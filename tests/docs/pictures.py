"""The pictures of `how-scores-come-about.md`, made from runs of the engine.

`python -m tests.docs.pictures` draws them anew in both languages; `pictures` gives their rows.
"""

from collections.abc import Mapping
from pathlib import Path

from simulator.journal.acts import Order
from tests.docs.charts import Bars, Chart, Line, svg
from tests.docs.wording import LANGUAGES, TRAINERS
from tests.docs.worlds import Points, bands, credit, density, losses, queue, rumour, tension

FOLDERS = {"en": TRAINERS / "pictures", "zh": TRAINERS / "zh" / "pictures"}

LISTEN = (20, "petition_lead", Order("listen", {"incident": "group"}))
FORCE = (60, "public_security", Order("show_of_force", {"incident": "group"}))
RELIEF = (27, "public_security", Order("open_relief", {"place": "gate"}))
STOP = (27, "public_security", Order("stop_inflow", {"place": "gate"}))


def pictures(language: str) -> Mapping[str, Chart | Bars]:
    """All pictures in a language, by the names of their files."""
    chinese = language == "zh"
    return {
        "tension": _tension(chinese),
        "queue": _queue(chinese),
        "rumour": _rumour(chinese),
        "flow": _flow(chinese),
        "bands": _bands(chinese),
        "credit": _credit(chinese),
        "outcome": _outcome(chinese),
    }


def _tension(zh: bool) -> Chart:
    return Chart(
        "分钟" if zh else "minutes",
        "紧张度" if zh else "tension",
        (
            _line("没有人听" if zh else "nobody listens", tension()),
            _line("20 分时有人来听" if zh else "somebody listens, from minute 20", tension([LISTEN])),
            _line("先听，60 分时列队逼近" if zh else "listening, then a show of force at 60",
                  tension([LISTEN, FORCE])),
        ),
        ((0.5, "齐声呼喊" if zh else "chanting"), (0.7, "堵门" if zh else "blocking")),
        percent=True,
        top=0.8,
    )  # fmt: skip


def _queue(zh: bool) -> Chart:
    lines = []
    for windows in (1, 2):
        points, served, left = queue(windows)
        name = f"{windows} 个窗口：办了 {served} 人，{left} 人没等到" if zh else (
            f"{windows} window{'s' if windows > 1 else ''}: {served} served, {left} left unserved"
        )  # fmt: skip
        lines.append(Line(name, tuple(points), steps=True))
    return Chart("分钟" if zh else "minutes", "排队人数" if zh else "people waiting", tuple(lines), top=8)


def _rumour(zh: bool) -> Chart:
    lines = []
    for hour in (None, 4, 2, 1):
        points, end = rumour(hour)
        when = ("没有说明" if zh else "no statement") if hour is None else (
            f"第 {hour} 小时说明" if zh else f"the truth after {hour} h"
        )  # fmt: skip
        lines.append(_line(f"{when}: {end * 100:.0f} %", points))
    return Chart("小时" if zh else "hours", "听到过的人" if zh else "have heard it", tuple(lines), percent=True, top=1)


def _flow(zh: bool) -> Chart:
    return Chart(
        "分钟" if zh else "minutes",
        "每平方米人数" if zh else "people per m²",
        (
            Line("什么都不做" if zh else "nothing is done", tuple(density())),
            Line("27 分时停止进入" if zh else "inflow stopped at 27", tuple(density([STOP]))),
            Line("27 分时另开出口" if zh else "another way out at 27", tuple(density([RELIEF]))),
        ),
        (
            (3.0, "注意" if zh else "alarm"),
            (3.5, "开出口" if zh else "open relief"),
            (4.0, "停止进入" if zh else "stop inflow"),
        ),
        top=6,
    )


def _bands(zh: bool) -> Chart:
    name = "越密走得越多，过了 3 就越来越走不动" if zh else "more come through up to 3, and fewer beyond"
    return Chart(
        "每平方米人数" if zh else "people per m²",
        "每米宽每分钟通过人数" if zh else "people per metre and minute",
        (Line(name, tuple(bands())),),
        top=100,
    )


def _credit(zh: bool) -> Chart:
    return Chart(
        "到期后分钟数（目标 10，时限 25）" if zh else "minutes since due (target 10, limit 25)",
        "得分" if zh else "credit",
        (
            _line("一般任务，speed 0.5" if zh else "most tasks, speed 0.5", credit(0.5)),
            _line("人命和健康，speed 1" if zh else "life and health, speed 1", credit(1.0)),
        ),
        percent=True,
        top=1.15,
    )


def _outcome(zh: bool) -> Bars:
    names = {
        "silent": "什么都不做" if zh else "silent",
        "late": "晚 15 分钟" if zh else "15 minutes late",
        "by-the-book": "照章处置" if zh else "by the book",
    }
    word = "成效" if zh else "outcome"
    rows = tuple((names[bot], lost, f"{lost:g}  →  {word} {reached:.0f}") for bot, (lost, reached) in losses().items())
    return Bars("损失" if zh else "loss", rows)


def _line(name: str, points: Points) -> Line:
    return Line(name, tuple(points))


def place(language: str, name: str) -> Path:
    """The file of a picture."""
    return FOLDERS[language] / f"{name}.svg"


def main() -> None:
    """Draw all of them."""
    for language in LANGUAGES:
        for name, rows in pictures(language).items():
            place(language, name).write_text(svg(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
