"""The pages for trainers lead where they say, in both languages."""

import pytest

from tests.docs.pages import NAMES, anchors, calls, examples, folder, headings, links, text
from tests.docs.wording import LANGUAGES
from tui.main import COMMANDS

PAGES = [(language, name) for language in LANGUAGES for name in NAMES]


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_every_link_leads_to_a_file_and_a_place_in_it(language: str, name: str) -> None:
    page = text(language, name)
    lost = []
    for _, _, target in links(page):
        file, _, anchor = target.partition("#")
        there = folder(language) / file if file else folder(language) / name
        if not there.exists() or (anchor and anchor not in anchors(there.read_text(encoding="utf-8"))):
            lost.append(target)
    assert lost == []


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_every_picture_says_in_words_what_it_shows(language: str, name: str) -> None:
    silent = [target for picture, words, target in links(text(language, name)) if picture and len(words) < 40]
    assert silent == []


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_every_command_that_a_page_names_exists(language: str, name: str) -> None:
    assert calls(text(language, name)) - set(COMMANDS) == set()


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_parts(name: str) -> None:
    english, chinese = text("en", name), text("zh", name)
    assert headings(english) == headings(chinese)
    assert len(examples(english)) == len(examples(chinese))
    assert examples(english, "sh") == examples(chinese, "sh")
    assert [picture for picture, _, _ in links(english)].count(True) == [p for p, _, _ in links(chinese)].count(True)
