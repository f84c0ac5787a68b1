"""CSV, Markdown and figures: what programs and editors take from a paper."""

import csv
import io
from xml.etree import ElementTree

import pytest
from PIL import Image

from reports.formats import csv as tables
from reports.formats import images, markdown
from reports.formats.grid import grid
from reports.paper.model import Cell, Column, Table
from simulator.language.translator import translator_for
from tests.reports.formats.papers import FORMULA, HEAD, MIXED, SHOWN, paper


def rows(name: str, language: str = "en") -> list[list[str]]:
    content = tables.files(paper(language))[name]
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_every_table_is_a_file_under_its_own_name() -> None:
    assert list(tables.files(paper())) == ["timeline", "marks", "timeline-2"]


def test_every_row_bears_the_mark_and_the_head() -> None:
    first, *others = rows("timeline", "zh")
    assert first[:4] == ["时间", "席位", "做了什么", "用时 (min)"]
    assert first[-1] == "日志末行哈希 (SHA-256)"
    assert {tuple(row[-2:]) for row in others} == {("演练", HEAD)}
    assert len(others) == 60


def test_no_text_is_taken_for_a_formula_and_numbers_stay_numbers() -> None:
    found = rows("timeline")
    assert found[1][1:4] == ["'@lead", f"'{FORMULA}", "0"]
    assert [row[5] for row in rows("marks")[1:]] == ["-3", "-2", "-1", "0", "1"]


def test_a_table_without_rows_says_so_in_csv() -> None:
    assert rows("timeline-2")[1] == ["No unlawful act was found.", "EXERCISE", HEAD]


@pytest.mark.parametrize(
    ("cells", "numeric", "unit", "values"),
    [
        ([("1,020 s", 1020)], [True], " s", [1020]),
        ([("62 %", 0.62), ("8 %", 0.08)], [True], " %", [62, 8]),
        ([("62 %", 62), ("–", None)], [True], " %", [62, "–"]),
        ([("−5", -5)], [True], "", [-5]),
        ([("17 min", 1020)], [False, True], "", ["17 min"]),
        ([("5 s", 5), ("2 min", 2)], [False, True], "", ["5 s", "2 min"]),
        ([("M2", None)], [False], "", ["M2"]),
    ],
)
def test_a_column_is_numbers_where_its_texts_say_just_these(
    cells: list[tuple[str, float | None]], numeric: list[bool], unit: str, values: list[str | float]
) -> None:
    table = Table("t", "T", (Column("Took"),), tuple((Cell(text, number),) for text, number in cells))
    fields = grid(table, translator_for("en"))
    assert [field.numeric for field in fields] == numeric
    assert (fields[0].unit, [entry.value for entry in fields[0].entries]) == (unit, values)


def test_markdown_shows_every_text_as_it_is() -> None:
    text = markdown.text(paper())
    assert text.startswith("**EXERCISE**\n\n# Residents at the gate\n")
    assert text.endswith(f"`{HEAD}`\n\n**EXERCISE**\n")
    assert (
        "\\<b\\>bold\\</b\\> \\& \\$\\\\frac{1}{2}\\$ “引号” back \\*stars\\* \\_under\\_ \\`tick\\` \\| pipe" in text
    )
    assert "| M1 | 20.5 | 20 % | late, 17 min | -2 |" in text
    assert f"1. {MIXED}" in text
    assert "\u202e" not in text


def test_a_line_of_markdown_does_not_become_a_heading_or_a_list() -> None:
    assert [markdown.line(words) for words in ("# a", "- b", "3. c", "2026 d", "*e*")] == [
        "\\# a", "\\- b", "3\\. c", "2026 d", "\\*e\\*"]  # fmt: skip


def test_a_figure_as_a_file_says_what_it_is_and_on_what_it_rests() -> None:
    (document,) = images.files(paper("zh"), "svg").values()
    text = "".join(ElementTree.fromstring(document).itertext())
    assert all(words in text for words in ("演练 – 紧张程度", "最高 80 %，09:41。", HEAD))
    (picture,) = images.files(paper("en"), "png").values()
    with Image.open(io.BytesIO(picture)) as shown:
        said = dict(shown.info)
    assert (said["Title"], HEAD in said["Description"]) == ("EXERCISE – How tense it was", True)


def test_a_figure_with_harmful_words_is_drawn() -> None:
    assert list(images.files(paper(title=SHOWN, kind="$\\frac$ \ud800"), "png")) == ["tension-curve"]
