"""What a person types is made out in either language, and whatever the width of its signs."""

import pytest

from tui.plain.words import COMMANDS, Typed, near, number, time_span, typed


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("status", Typed("status", "")),
        ("  STATUS  ", Typed("status", "")),
        ("情况", Typed("status", "")),
        ("读 3", Typed("read", "3")),
        ("读3", Typed("read", "3")),
        ("ｒｅａｄ　３", Typed("read", "3")),
        ("记 有人晕倒", Typed("note", "有人晕倒")),
        ("记录", Typed("log", "")),
        ("等5分钟", Typed("wait", "5分钟")),
        ("？", Typed("help", "")),
        ("２", Typed("number", "2")),
        ("open_reception place=hall", Typed("", "open_reception place=hall")),
        ("", Typed("", "")),
        ("\x1b[A", Typed("", "[A")),
    ],
)
def test_a_line_is_made_out(line: str, meant: Typed) -> None:
    assert typed(line) == meant


def test_every_command_has_a_twin_in_chinese_or_a_sign() -> None:
    alone = [name for name, words in COMMANDS.items() if all(word.isascii() for word in words)]
    assert alone == []


def test_no_word_calls_two_commands() -> None:
    words = [word for names in COMMANDS.values() for word in names]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("written", "span"),
    [("5m", 300), ("5", 300), ("90s", 90), ("5分钟", 300), ("1小时30分", 5400), ("2 h", 7200), ("soon", None)],
)
def test_a_time_span_is_read_in_both_languages(written: str, span: int | None) -> None:
    assert time_span(written) == span


def test_a_misspelt_command_is_guessed() -> None:
    assert near("staus", ()) == "status"
    assert near("opne_reception hall", ("open_reception",)) == "open_reception"
    assert near("xyzzy", ("open_reception",)) is None


@pytest.mark.parametrize(("text", "value"), [("3", 3), ("#3", None), ("-1", None), ("3.5", None), ("", None)])
def test_a_number_is_whole_and_bare(text: str, value: int | None) -> None:
    assert number(text) == value
