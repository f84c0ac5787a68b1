"""An author's text in its languages, and the time it takes to read."""

import pytest
from pydantic import BaseModel, ValidationError

from simulator.language.text import Text


class Notice(BaseModel):
    text: Text


def test_a_text_answers_in_a_language_or_in_its_source() -> None:
    text = Text({"zh": "大厅", "en": "Hall"})
    assert text.in_language("en") == "Hall"
    assert text.in_language("fr") == "大厅"
    assert text.languages == ("zh", "en")
    assert str(text) == "大厅"


def test_a_blank_translation_is_as_good_as_none() -> None:
    assert Text({"en": "Hall", "zh": " "}).in_language("zh") == "Hall"


def test_a_plain_string_needs_no_translation() -> None:
    assert Text("P1").in_language("zh") == "P1"
    assert Text("P1").languages == ()


@pytest.mark.parametrize("written", [{"en": "Hall", "zh": "大厅"}, "P1"])
def test_a_text_comes_back_from_json_as_it_was_written(written: dict[str, str] | str) -> None:
    notice = Notice(text=Text(written))
    assert notice.model_dump() == {"text": written}
    assert Notice.model_validate_json(notice.model_dump_json()) == notice


@pytest.mark.parametrize(
    ("written", "place"),
    [({}, ("text",)), ({"en": None}, ("text", "en")), (3, ("text",)), ({"English": "x"}, ("text",))],
)
def test_what_is_no_text_is_refused_where_it_stands(written: object, place: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError) as refused:
        Notice.model_validate({"text": written})
    assert [error["loc"] for error in refused.value.errors()] == [place]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("one two three", 1),
        ("four words take longer", 2),
        ("大厅里有人，很多。", 2),
        ("大厅里有人", 1),
        ("门口有86人 now", 2),
        ("", 0),
        ("。，!", 0),
    ],
)
def test_words_and_characters_take_their_time(text: str, seconds: int) -> None:
    assert Text(text).reading_seconds(words_per_minute=180, characters_per_minute=300) == seconds


def test_the_longest_language_decides() -> None:
    text = Text({"en": "Hall", "zh": "接待大厅" * 30})
    assert text.reading_seconds(words_per_minute=200, characters_per_minute=300) == 24
