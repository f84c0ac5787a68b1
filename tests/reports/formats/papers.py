"""A paper with everything that is hard to print: both languages, harmful texts, long words, figures, empty tables."""

from matplotlib.figure import Figure as Drawn

from reports.figures.drawing import drawing, empty
from reports.paper.model import Bullets, Cell, Column, Facts, Figure, Paper, Paragraph, Section, Table, Tone

HEAD = "7c0ffee" + "0" * 57
HARSH = "<b>bold</b> & $\\frac{1}{2}$ \x07“引号” \u202eback\u202c *stars* _under_ `tick` | pipe \ud800"
SHOWN = "<b>bold</b> & $\\frac{1}{2}$ “引号” back *stars* _under_ `tick` | pipe "
"""The same without what no page shows."""
FORMULA = '=HYPERLINK("https://example.invalid","press")'
MIXED = (
    "09:41 居民代表 Gulnur 说：“我们等了 3 个小时，没有人出来（连一句话都没有）。”接待组在 25 分钟内开放 2 号窗口，"
    "登记 86 人；the interpreter arrived after 14 min，比目标晚 4 分钟。"
)
LONG_WORD = "Rechtsschutzversicherungsgesellschaftenverordnung" * 3


def paper(language: str = "en", **settings: object) -> Paper:
    """The paper in English or Chinese, with some of its fields otherwise."""
    chinese = language == "zh"
    given: dict[str, object] = {
        "exercise": "演练" if chinese else "EXERCISE",
        "kind": "演练评估报告" if chinese else "After-action report",
        "title": "居民围堵大门" if chinese else "Residents at the gate",
        "language": language,
        "facts": (("场景" if chinese else "Scenario", HARSH), ("种子" if chinese else "Seed", "7")),
        "sections": sections(chinese),
        "contents": "目录" if chinese else "Contents",
        "heads": (HEAD,),
        "heads_label": "日志末行哈希 (SHA-256)" if chinese else "Head of the journal (SHA-256)",
    }
    return Paper(**(given | settings))  # type: ignore[arg-type]


def sections(chinese: bool) -> tuple[Section, ...]:
    """Three sections, one with others below it."""
    story = Section("经过" if chinese else "What happened", (Paragraph(MIXED), curve(chinese), timeline(chinese)))
    deeper = Section("依据" if chinese else "Basis", (Facts((("M2", MIXED), ("P1", "Report in 15 minutes."))),))
    found = Section(
        "不足与改进" if chinese else "Areas for improvement",
        (Paragraph("P1 was missed." if not chinese else "P1 未完成。", "bad"), Paragraph(HARSH, "quiet")),
        (Section("首次报告" if chinese else "First report", (marks(chinese),), (deeper,)),),
    )
    return (story, found, Section("附录" if chinese else "Appendix", (nothing(chinese), lists(chinese))))


def lists(chinese: bool) -> Bullets:
    """Steps in their order."""
    return Bullets((MIXED, FORMULA, "末项" if chinese else "last"), ordered=True)


def nothing(chinese: bool) -> Table:
    """A table without rows, with the name of another."""
    empty_one = "没有行为问题。" if chinese else "No unlawful act was found."
    return Table("timeline", "行为" if chinese else "Conduct", (Column("U"),), (), empty_one)


def timeline(chinese: bool, rows: int = 60) -> Table:
    """Sixty rows: more than a page holds."""
    titles = ("时间", "席位", "做了什么", "用时") if chinese else ("When", "Seat", "What", "Took")
    columns = tuple(Column(title, width, right) for title, width, right in zip(
        titles, (8, 14, 50, 8), (False, False, False, True), strict=True))  # fmt: skip
    hard = {0: FORMULA, 1: HARSH, 2: MIXED, 3: LONG_WORD}
    return Table("timeline", "时间线" if chinese else "Timeline", columns, tuple(
        (Cell(f"{8 + row // 60:02}:{row % 60:02}"), Cell("信访组长" if row % 2 else "@lead"),
         Cell(hard.get(row, f"{MIXED[: 20 + row]} {row}")), Cell(f"{row} min", row))
        for row in range(rows)))  # fmt: skip


def marks(chinese: bool) -> Table:
    """Numbers of every kind, with every tone."""
    titles = ("条款", "得分", "达成", "用时", "差") if chinese else ("Clause", "Score", "Met", "Took", "Change")
    columns = tuple(Column(title, 12, place > 0) for place, title in enumerate(titles))
    tones: tuple[Tone, ...] = ("good", "fair", "poor", "bad", "quiet")
    rows = [
        (Cell(f"M{place}"), Cell(f"{place * 20.5:.1f}", place * 20.5, tone), Cell(f"{place * 20} %", place / 5),
         Cell("late, 17 min" if place else "–", 1020.0 if place else None), Cell(f"{place - 3:+d}", place - 3.0))
        for place, tone in enumerate(tones)
    ]  # fmt: skip
    return Table("marks", "按条款" if chinese else "Clause by clause", columns, tuple(rows))


def curve(chinese: bool) -> Figure:
    """A figure with words in the paper's language."""

    def draw() -> Drawn:
        with drawing():
            drawn = empty(2.5)
            axes = drawn.add_axes((0.1, 0.2, 0.85, 0.7))
            axes.plot([0, 1, 2], [0.2, 0.8, 0.4])
            axes.set_title("紧张程度" if chinese else "Tension")
        return drawn

    title, shown = ("紧张程度", "最高 80 %，09:41。") if chinese else ("How tense it was", "Highest 80 % at 09:41.")
    return Figure("tension curve!", title, shown, draw)
