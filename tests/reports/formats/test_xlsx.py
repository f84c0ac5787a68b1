"""A workbook has its words on the first sheet, one sheet a table, numbers as numbers and texts as texts."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from reports.formats.xlsx import workbook
from reports.paper.model import Cell, Column, Section, Table
from tests.reports.formats.papers import FORMULA, HEAD, MIXED, SHOWN, paper

FIRST = 4
"""The first row of a table's sheet that holds values, as offices count."""


def opened(language: str = "en", **settings: object) -> Any:
    return load_workbook(io.BytesIO(workbook(paper(language, **settings))))


def test_there_is_one_sheet_for_the_words_and_one_for_each_table() -> None:
    assert opened().sheetnames == ["After-action report", "Timeline", "Clause by clause", "Conduct"]
    assert opened("zh").sheetnames == ["演练评估报告", "时间线", "按条款", "行为"]


def test_whatever_a_text_begins_with_it_is_a_text() -> None:
    sheet = opened()["Timeline"]
    cells = [sheet.cell(FIRST + row, 3) for row in range(3)]
    assert [(cell.data_type, cell.value) for cell in cells] == [("s", FORMULA), ("s", SHOWN), ("s", MIXED)]
    assert (sheet.cell(FIRST, 2).data_type, sheet.cell(FIRST, 2).value) == ("s", "@lead")


def test_numbers_are_numbers_and_look_as_their_texts_do() -> None:
    sheet = opened()["Clause by clause"]
    assert [sheet.cell(3, place).value for place in range(1, 7)] == [
        "Clause", "Score", "Met", "Took", "Took, as a number", "Change"]  # fmt: skip
    second = [sheet.cell(FIRST + 1, place) for place in range(1, 7)]
    assert [cell.value for cell in second] == ["M1", 20.5, 20, "late, 17 min", 1020, -2]
    assert [second[place].number_format for place in (1, 2, 5)] == ["0.0", '0" %"', "+0;-0;0"]
    assert sheet.cell(FIRST, 4).value == "–"


def test_tables_can_be_filtered_and_their_heads_stay_in_sight() -> None:
    sheet = opened()["Timeline"]
    assert (sheet.auto_filter.ref, sheet.freeze_panes, sheet.print_title_rows) == ("A3:D63", "B4", "$3:$3")


@pytest.mark.parametrize(("language", "mark"), [("en", "EXERCISE"), ("zh", "演练")])
def test_every_sheet_is_marked_on_screen_and_on_paper_and_bears_the_head(language: str, mark: str) -> None:
    for sheet in opened(language):
        assert str(sheet.cell(1, 1).value).startswith(mark)
        assert str(sheet.oddHeader.center.text).startswith(mark)
        assert HEAD in str(sheet.oddFooter.left.text)


def test_the_words_stand_on_the_first_sheet() -> None:
    rows = [tuple(cell.value for cell in row[:2]) for row in opened("zh").worksheets[0].iter_rows()]
    assert ("场景", SHOWN) in rows
    assert ("M2", MIXED) in rows
    assert ("1", MIXED) in rows


def test_a_table_without_rows_says_so() -> None:
    assert opened()["Conduct"].cell(FIRST, 1).value == "No unlawful act was found."


def test_names_of_sheets_are_short_single_and_without_forbidden_signs() -> None:
    captions = ("A/B: what [came] of *it*, and what would have come?", "History", "history", "'")
    tables = tuple(
        Table(str(place), caption, (Column("A"),), ((Cell("x"),),)) for place, caption in enumerate(captions)
    )
    names = opened(sections=(Section("s", tables),)).sheetnames
    assert names[1:] == ["A B  what  came  of  it , and w", "History-2", "history-3", "-"]


def test_a_number_that_is_none_is_left_as_text() -> None:
    table = Table("t", "T", (Column("A"),), ((Cell("never", float("inf")),), (Cell("5", 5.0),)))
    sheet = opened(sections=(Section("s", (table,)),))["T"]
    assert [sheet.cell(FIRST + row, 1).value for row in (0, 1)] == ["never", 5]


def test_its_properties_bear_the_head() -> None:
    assert opened().properties.keywords == f"EXERCISE {HEAD}"
