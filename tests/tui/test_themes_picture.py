"""A picture of the screen: every sign in its own cells, and nothing fetched from anywhere."""

import re
from pathlib import Path
from xml.etree import ElementTree

from tests.tui.dressing import gallery
from tui.picture import CELL_HEIGHT, CELL_WIDTH, MARGIN, picture
from tui.presentation.text import cells
from tui.screens.drill import DrillScreen

TEXT = "{http://www.w3.org/2000/svg}text"


async def test_chinese_fills_two_cells_a_sign_and_stands_where_the_terminal_has_it(tmp_path: Path) -> None:
    async with gallery(tmp_path) as (app, pilot):
        app.desk.speak("zh")
        app.push_screen(DrillScreen(app.desk))
        await pilot.pause()
        drawn = ElementTree.fromstring(picture(app)).iter(TEXT)
        found = [(each.text or "", each.attrib) for each in drawn]
    inbox = next(place for text, place in found if text == "收件")
    assert (inbox["x"], inbox["y"]) == (str(MARGIN + 3 * CELL_WIDTH), str(MARGIN + CELL_HEIGHT + 16))
    assert [text for text, place in found if int(place["textLength"]) != cells(text) * CELL_WIDTH] == []
    mixed = re.compile(r"[A-Za-z].*[\u4e00-\u9fff]|[\u4e00-\u9fff].*[A-Za-z]")
    assert [text for text, _ in found if mixed.search(text)] == []


async def test_a_picture_names_no_other_address(tmp_path: Path) -> None:
    async with gallery(tmp_path) as (app, pilot):
        app.push_screen(DrillScreen(app.desk))
        await pilot.pause()
        drawn = picture(app)
    assert re.findall(r"https?://[^\"]+", drawn) == ["http://www.w3.org/2000/svg"]
    assert "EXERCISE" in drawn
