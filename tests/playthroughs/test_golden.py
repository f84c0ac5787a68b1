"""Every shipped scenario plays by the book as it did when its playthrough was last read and kept."""

import pytest

from tests.playthroughs.golden import FOLDER, story
from tests.playthroughs.shipped import SCENARIOS


@pytest.mark.parametrize("name", SCENARIOS)
def test_by_the_book_plays_as_recorded(name: str) -> None:
    assert story(name) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
