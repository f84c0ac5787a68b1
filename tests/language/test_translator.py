"""What the program says comes out in the person's language, values included."""

import click
import pytest
from click.testing import CliRunner

from simulator.errors import CallError
from simulator.language.click_words import install_for_click
from simulator.language.said import say
from simulator.language.text import Text
from simulator.language.translator import language_from_locale, translator_for


def test_a_message_is_said_in_either_language() -> None:
    said = say("'{word}' is not a decimal number", word="0x1F")
    assert translator_for("en").say(said) == "'0x1F' is not a decimal number"
    assert translator_for("zh").say(said) == "“0x1F”不是十进制数"


def test_values_are_said_in_the_same_language() -> None:
    hall = Text({"en": "Hall", "zh": "大厅"})
    said = say("{seconds:03d} {place} {fault} {known}", seconds=7, place=hall, fault=say("a tab"), known=["a", "b"])
    assert translator_for("zh").say(said) == "007 大厅 制表符 a、b"
    assert translator_for("en").say(said) == "007 Hall a tab a, b"


def test_peoples_words_stay_as_they_are() -> None:
    zh = translator_for("zh")
    assert zh.say("{not a field}") == "{not a field}"
    assert zh.say("") == ""
    assert zh.say(say("{word}", word="a tab")) == "a tab"
    assert zh.say(say("")) == ""


def test_an_unknown_language_is_a_call_that_cannot_be_understood() -> None:
    with pytest.raises(CallError, match="no interface language 'fr'") as refused:
        translator_for("fr")
    assert str(refused.value.remedy) == "it can be: ['en', 'zh']"


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "zh"}, "zh"),
        ({"LANG": "en_GB", "LANGUAGE": "fr:zh_TW:en"}, "zh"),
        ({"LANG": "zh-Hans", "LC_ALL": ""}, "zh"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_environment_decides_the_language(environ: dict[str, str], language: str) -> None:
    assert language_from_locale(environ) == language


@click.command()
@click.argument("scenario")
def play(scenario: str) -> None:
    """Play a scenario."""


@pytest.mark.parametrize(
    ("language", "usage", "missing"),
    [
        ("zh", "用法：", "错误：缺少参数 'SCENARIO'"),
        ("en", "Usage:", "Error: Missing argument 'SCENARIO'."),
    ],
)
def test_the_command_line_speaks_the_language_that_was_installed(language: str, usage: str, missing: str) -> None:
    install_for_click(translator_for(language))
    try:
        assert CliRunner().invoke(play, ["--help"]).output.startswith(usage)
        assert missing in CliRunner().invoke(play, []).output
    finally:
        install_for_click(translator_for("en"))
