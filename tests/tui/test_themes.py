"""The themes: every text can be read, and without colours, or with ASCII alone, nothing is lost."""

import math
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.segment import Segment
from textual.color import Color
from textual.widgets import Input

from tests.tui.dressing import gallery, screens, segments, text, with_text
from tui.presentation.lines import Item, Line, item
from tui.settings import THEMES, Settings
from tui.themes import shows_drawn_signs, theme_named
from tui.widgets.pane import Pane

LEAST = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
"""WCAG 2.2, 1.4.3 and 1.4.6."""

EVERY_TONE = [
    item(["plain"], key="plain"), item(["strong"], "strong", "strong"), item(["dim"], "dim"),
    item(["urgent"], "urgent", "urgent"), item(["head"], "head"), Item((Line("fresh"),), "fresh", fresh=True),
]  # fmt: skip


def luminance(colour: Color) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return math.fsum((0.2126 * red, 0.7152 * green, 0.0722 * blue))


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio by WCAG 2.2, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def of_segment(segment: Segment) -> float:
    """How far a text stands out from its ground."""
    style = segment.style
    assert style is not None
    assert isinstance(style.color, RichColor)
    assert isinstance(style.bgcolor, RichColor)
    return contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


def test_contrast_is_that_of_the_standard() -> None:
    ratios = [contrast(Color.parse(one), Color.parse("white")) for one in ("black", "white", "#767676")]
    assert [round(ratio, 2) for ratio in ratios] == [21.0, 1.0, 4.54]


@pytest.mark.parametrize("theme", THEMES)
async def test_every_text_on_every_screen_stands_out_from_its_ground(tmp_path: Path, theme: str) -> None:
    faint = []
    async with gallery(tmp_path, Settings(theme=theme)) as (app, pilot):
        for screen in screens(app, tmp_path):
            app.push_screen(screen)
            await pilot.pause()
            found = segments(app)
            assert len(found) > 5
            faint += [(type(screen).__name__, each.text) for each in found if of_segment(each) < LEAST[theme]]
    assert faint == []


@pytest.mark.parametrize("theme", THEMES)
async def test_every_tone_stands_out_marked_or_not(tmp_path: Path, theme: str) -> None:
    async with gallery(tmp_path, Settings(theme=theme)) as (app, pilot):
        pane = Pane(lambda width: EVERY_TONE, id="tones")
        await app.mount(pane)
        await pilot.pause()
        ratios: dict[tuple[str, str, bool], float] = {}
        for focused in (True, False):
            (pane.focus if focused else pane.blur)()
            for key in pane.keys:
                pane.mark(key)
                await pilot.pause()
                ratios |= {(each.text.strip(), key, focused): of_segment(each) for each in segments(app)}
        assert len(ratios) == 6 * 4 * 2
        assert {name: ratio for name, ratio in ratios.items() if ratio < LEAST[theme]} == {}


async def test_the_theme_changes_on_every_open_screen_at_once(tmp_path: Path) -> None:
    async with gallery(tmp_path, Settings(theme="dark")) as (app, pilot):
        for screen in screens(app, tmp_path):
            app.push_screen(screen)
        await pilot.pause()
        dark = app.screen.styles.background
        app.dress(Settings(theme="light"), {})
        await pilot.pause()
        assert (app.theme, app.screen.styles.background) == (theme_named("light"), Color.parse("#fbfaf7"))
        assert dark == Color.parse("#11161c")
        assert {screen.styles.background.hex for screen in app.screen_stack} == {"#FBFAF7"}


async def test_without_colours_none_is_sent_and_every_state_is_still_set_apart(tmp_path: Path) -> None:
    async with gallery(tmp_path, environ={"NO_COLOR": "1"}) as (app, pilot):
        for screen in screens(app, tmp_path):
            app.push_screen(screen)
            await pilot.pause()
            styles = [each.style for each in segments(app) if each.style is not None]
            assert [style for style in styles if style.color or style.bgcolor] == []
        urgent, focused, marked = (with_text(app, wanted) for wanted in ("! DECISION", "Settings", ">1. Colours"))
        assert [bool(each.style and each.style.reverse) for each in (urgent, focused, marked)] == [True, True, True]
        other = with_text(app, "How it looks")
        assert not (other.style and other.style.reverse)


async def test_an_empty_no_color_is_none(tmp_path: Path) -> None:
    async with gallery(tmp_path, environ={"NO_COLOR": ""}) as (app, _):
        assert not app.no_color


async def test_with_ascii_no_other_sign_stands_on_an_english_screen(tmp_path: Path) -> None:
    drawn = []
    async with gallery(tmp_path, Settings(ascii=True)) as (app, pilot):
        for screen in screens(app, tmp_path):
            app.push_screen(screen)
            await pilot.pause()
            shown = text(app).replace("中文", "")
            assert "-- " in shown
            drawn += [(type(screen).__name__, sign) for sign in shown if not sign.isascii()]
    assert drawn == []


async def test_the_line_to_type_in_is_bounded_and_its_cursor_seen_without_colours(tmp_path: Path) -> None:
    async with gallery(tmp_path, environ={"NO_COLOR": "1"}) as (app, pilot):
        screen = list(screens(app, tmp_path))[2]
        app.push_screen(screen)
        await pilot.pause()
        row = screen.query_one(Input).region.y
        shown = list(screen._compositor.render_strips()[row])
        assert shown[0].text == "|"
        assert [each.text for each in shown if each.style and each.style.reverse] == ["s"]


@pytest.mark.parametrize(
    ("encoding", "drawn"), [("utf-8", True), ("UTF8", True), ("gb18030", True), ("ascii", False), ("iso8859-1", False)]
)
def test_a_terminal_whose_encoding_lacks_the_drawn_signs_gets_ascii(encoding: str, drawn: bool) -> None:
    assert shows_drawn_signs(encoding) == drawn


@pytest.mark.parametrize(("asked", "bells"), [(True, 2), (False, 0)])
async def test_the_bell_rings_only_where_it_is_asked_for(tmp_path: Path, asked: bool, bells: int) -> None:
    async with gallery(tmp_path, Settings(bell=asked)) as (app, _):
        app.ring()
        app.ring()
        assert app.bells == bells
