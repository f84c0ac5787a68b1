"""Lines break where a reader of Chinese and English would break them, and columns give their words room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.formats.breaking import CLOSING, OPENING, broken, widest_word
from reports.formats.columns import widths
from reports.paper.model import Cell, Column


def cells(text: str) -> float:
    return sum(1 if sign.isascii() else 2 for sign in text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("the interpreter arrived", 12, ["the", "interpreter", "arrived"]),
        ("登记八十六人", 6, ["登记八", "十六人"]),
        ("登记八，十六人。", 6, ["登记", "八，十", "六人。"]),
        ("他说（是的）", 7, ["他说", "（是", "的）"]),
        ("是。”“是。”", 8, ["是。”", "“是。”"]),
        ("开放window三个", 10, ["开放window", "三个"]),
        ("so many: 80 % of", 11, ["so many:", "80 % of"]),
        ("don’t say “no”", 6, ["don’t", "say", "“no”"]),
        ("one\n\ntwo", 20, ["one", "", "two"]),
        ("", 20, [""]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ],
)
def test_lines(text: str, width: float, lines: list[str]) -> None:
    assert broken(text, width, cells) == lines


@given(st.text("ab，。（）“” 登记人.,", max_size=60), st.integers(12, 40))
def test_no_sign_is_lost_and_no_line_is_wider(text: str, width: int) -> None:
    lines = broken(text, width, cells)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width for line in lines)


@given(st.lists(st.sampled_from(["登记", "（人）", "“是。”", "open ", "，"]), max_size=20), st.integers(14, 40))
def test_no_line_begins_with_a_closing_mark_nor_ends_with_an_opening_one(parts: list[str], width: int) -> None:
    text = "".join(part for place, part in enumerate(parts) if part != "，" or (place and parts[place - 1] != "，"))
    lines = broken(text.lstrip("，"), width, cells)
    assert [line for line in lines[1:] if line[0] in CLOSING] == []
    assert [line for line in lines[:-1] if line[-1] in OPENING] == []


def test_the_widest_word_says_how_narrow_a_line_may_be() -> None:
    assert widest_word("登记 interpreter。", cells) == 13


def test_columns_are_as_wide_as_their_shares() -> None:
    columns = (Column("A", 1), Column("B", 3))
    assert widths(columns, ((Cell("x"), Cell("y")),), 80, cells, 2) == [20, 60]


def test_no_column_is_too_narrow_for_its_words_nor_for_a_short_text() -> None:
    columns = (Column("Took", 1), Column("What", 9))
    rows = ((Cell("17 min 44 s"), Cell("the interpreter arrived after seventeen minutes")),)
    assert widths(columns, rows, 80, cells, 2) == [13, 67]


def test_where_there_is_no_room_every_column_gives_way_alike() -> None:
    columns = (Column("A"), Column("B"))
    assert widths(columns, ((Cell("abcdefghij"), Cell("klmnopqrst")),), 10, cells, 20) == [5, 5]
