"""Lines break where a reader of Chinese or English expects it, measured in terminal cells."""

from hypothesis import given
from hypothesis import strategies as st

from tui.presentation.text import CLOSING, cells, padded, printable, shortened, wrapped

SIGNS = st.text(st.sampled_from("门口有人，。！（大厅）hall 86% x-ray"), max_size=80)


def test_a_chinese_character_fills_two_cells() -> None:
    assert cells("门口86人") == 8


def test_english_breaks_at_spaces() -> None:
    assert wrapped("Eighty-six people at the door.", 16) == ["Eighty-six", "people at the", "door."]


def test_chinese_breaks_between_characters_but_no_mark_begins_a_line() -> None:
    assert wrapped("门口有八十六人，大厅只容六十人。", 14) == ["门口有八十六", "人，大厅只容六", "十人。"]


def test_an_opening_bracket_does_not_end_a_line() -> None:
    assert wrapped("请到大厅（一楼）登记", 10) == ["请到大厅", "（一楼）登", "记"]


def test_latin_words_inside_chinese_stay_whole() -> None:
    assert wrapped("请拨打hotline登记", 10) == ["请拨打", "hotline登", "记"]


def test_indents_count_and_line_breaks_of_the_author_stay() -> None:
    assert wrapped("one two\nthree", 9, "1. ") == ["1. one", "   two", "   three"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert wrapped("reception", 4) == ["rece", "ptio", "n"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrapped("", 10) == [""]


def test_shortened_text_ends_with_an_ellipsis_within_its_width() -> None:
    assert shortened("门口有八十六人", 9) == "门口有八…"
    assert shortened("short", 9) == "short"


def test_padding_counts_cells() -> None:
    assert padded("大厅", 6) + "|" == "大厅  |"


def test_control_characters_and_turning_marks_never_reach_the_terminal() -> None:
    assert printable("a\x1b[31mb\u202ec\x07") == "a[31mbc"


@given(SIGNS, st.integers(8, 40))
def test_no_line_is_wider_than_asked_and_none_begins_with_a_closing_mark(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert max(cells(line) for line in lines) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(
    st.lists(st.sampled_from(["门口有人，", "大厅（一楼）", "86%", "hall ", "登记。"]), max_size=20),
    st.integers(12, 40),
)
def test_no_closing_mark_begins_a_line(parts: list[str], width: int) -> None:
    lines = wrapped("".join(parts), width)
    assert [line for line in lines if line[:1] in tuple(CLOSING)] == []
