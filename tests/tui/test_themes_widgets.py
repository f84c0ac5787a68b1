"""Panes, headings and the line of keys: what is chosen, focused, fresh, clicked or wheeled."""

import pytest
from rich.segment import Segment
from textual.app import ComposeResult
from textual.events import MouseScrollDown

from tests.tui.dressing import STYLES
from tui.presentation.keys import labels_in
from tui.presentation.lines import Item, freshened, item, items, rule, texts
from tui.presentation.signs import LEVELS, TWINS, in_ascii, sparkline
from tui.presentation.text import cells
from tui.themes import Dressed
from tui.widgets.pane import Pane
from tui.widgets.strip import Heading, KeyLine

LINES = [f"line {number}" for number in range(60)]


class Two(Dressed):
    """Two headed panes, and a line of keys that tells which key it was taken for."""

    CSS_PATH = STYLES

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.chosen: list[str] = []
        self.kinds: list[Item] = [item([name], key=name) for name in ("one", "two", "three")]

    def compose(self) -> ComposeResult:
        yield Heading(id="head-left")
        yield Pane(lambda width: self.kinds, id="left")
        yield Heading(id="head-right")
        yield Pane(lambda width: items(LINES), id="right")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self.query_one("#head-left", Heading).show("Left")
        self.query_one("#head-right", Heading).show("Right")
        self.query_one(KeyLine).show("1-9 Answer  F1 帮助  F10 Leave now  2 Move")

    def on_key(self, event: object) -> None:
        self.pressed.append(str(getattr(event, "key", "")))

    def on_pane_chosen(self, chosen: Pane.Chosen) -> None:
        self.chosen.append(chosen.key)

    def row(self, widget: str, y: int = 0) -> list[Segment]:
        return list(self.query_one(widget).render_line(y))


def reversed_text(row: list[Segment]) -> str:
    return "".join(each.text for each in row if each.style and each.style.reverse)


async def test_the_heading_of_what_has_the_keys_is_a_block_and_no_other() -> None:
    app = Two()
    async with app.run_test(size=(80, 24)) as pilot:
        heads = ("#head-left", "#head-right")
        app.query_one("#left").focus()
        await pilot.pause()
        before = [reversed_text(app.row(head)) for head in heads]
        app.query_one("#right").focus()
        await pilot.pause()
        assert before == [" Left ", ""]
        assert [reversed_text(app.row(head)) for head in heads] == ["", " Right "]


async def test_the_wheel_scrolls_and_a_click_chooses() -> None:
    app = Two()
    async with app.run_test(size=(80, 24)) as pilot:
        right = app.query_one("#right", Pane)
        await pilot.pause()
        right._on_mouse_scroll_down(MouseScrollDown(right, 1, 1, 0, 1, 0, False, False, False))
        await pilot.pause()
        assert right.scroll_offset.y > 0
        await pilot.click("#left", offset=(3, 1))
        await pilot.pause()
        assert app.chosen == ["two"]


@pytest.mark.parametrize(
    ("column", "keys"), [(12, ["f1"]), (14, ["f1"]), (21, ["f10"]), (36, ["2"]), (3, []), (60, [])]
)
async def test_a_click_on_a_key_of_the_line_is_that_key(column: int, keys: list[str]) -> None:
    app = Two()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("#keys", offset=(column, 0))
        await pilot.pause()
        assert app.pressed == keys


def test_a_line_of_keys_is_read_label_by_label_in_cells() -> None:
    found = [(label.text, label.start, label.end, label.key) for label in labels_in("Esc 菜单  F10 Leave now  1-9 答")]
    assert found == [("Esc 菜单", 0, 8, "escape"), ("F10 Leave now", 10, 23, "f10"), ("1-9 答", 25, 31, "")]


async def test_what_changed_since_the_last_look_is_marked_in_the_gutter() -> None:
    app = Two()
    async with app.run_test(size=(80, 24)) as pilot:
        looked = texts(app.kinds)
        app.kinds = freshened([*app.kinds, item(["four"], key="four")], looked)
        app.query_one("#left", Pane).reload()
        await pilot.pause()
        assert [app.row("#left", y)[0].text[:5] for y in range(4)] == [">one ", " two ", " thre", "+four"]


def test_nothing_is_fresh_before_the_first_look() -> None:
    assert [each.fresh for each in freshened(items(LINES), frozenset())] == [False] * 60


@pytest.mark.parametrize(("width", "indent", "lines"), [(80, 0, 78), (120, 9, 100), (200, 49, 100)])
async def test_text_is_never_wider_than_is_read_with_ease_and_a_page_stands_in_the_middle(
    width: int, indent: int, lines: int
) -> None:
    app = Two()
    app = Two()
    async with app.run_test(size=(width, 24)) as pilot:
        page = Pane(lambda room: [item(["x" * room])], id="page")
        await app.mount(page)
        await pilot.pause()
        shown = app.row("#page")[0].text.rstrip()
        assert (shown.count(" ") - 1, shown.count("x")) == (indent, lines)


def test_ascii_twins_are_one_cell_wide_like_their_signs() -> None:
    assert [sign for sign, twin in TWINS.items() if not (len(twin) == 1 and twin.isascii() and cells(sign) == 1)] == []


def test_a_heading_in_ascii_is_as_wide_as_drawn() -> None:
    assert in_ascii(rule("Inbox", 20)) == "-- Inbox -----------"


def test_peoples_words_stay_in_ascii() -> None:
    assert in_ascii("── 收件：Zoë … 3×2") == "-- 收件：Zoë . 3x2"


def test_a_sparkline_has_a_level_for_each_share() -> None:
    assert sparkline([0.0, 0.5, 1.0, 2.0, -1.0]) == "▁▅██▁"
    assert in_ascii(LEVELS) == "_.,-=+*#"
