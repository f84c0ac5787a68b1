"""A pane of lines that the program wraps itself: it scrolls, and where it offers items one of them is chosen."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip

from simulator.language.translator import N_
from tui.presentation.lines import Item, Line
from tui.presentation.signs import CHOSEN, FRESH, in_ascii
from tui.presentation.text import padded

Source = Callable[[int], Sequence[Item]]
"""Answers the items of a pane, wrapped to a width in cells."""

GUTTER = 1
"""The cells before each line, in which the chosen item is marked, and one that is fresh."""

MEASURE = 100
"""The widest line that is read with ease, in cells; a wider pane leaves the rest blank."""


class Blocks(ScrollBarRender):
    """A scroll bar of whole cells: no sign of it depends on a font, and it shows without colours too."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


class Pane(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines from a source, which is asked again whenever the width changes or `reload` is called."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", N_("Up"), id="pane.up", tooltip=N_("one up"), show=False),
        Binding("down", "step(1)", N_("Down"), id="pane.down", tooltip=N_("one down"), show=False),
        Binding("pageup", "page(-1)", N_("Page up"), id="pane.page_up", tooltip=N_("a page up"), show=False),
        Binding("pagedown", "page(1)", N_("Page down"), id="pane.page_down", tooltip=N_("a page down"), show=False),
        Binding("home", "edge(-1)", N_("First"), id="pane.first", tooltip=N_("to the first"), show=False),
        Binding("end", "edge(1)", N_("Last"), id="pane.last", tooltip=N_("to the last"), show=False),
        Binding("enter", "choose", N_("Choose"), id="pane.choose", tooltip=N_("take the marked one"), show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pane--strong", "pane--dim", "pane--urgent", "pane--head", "pane--fresh", "pane--hover", "pane--marked",
    }  # fmt: skip
    DEFAULT_CSS = """
    Pane { height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    Pane > .pane--strong { text-style: bold; }
    Pane > .pane--dim { color: $text-muted; }
    Pane > .pane--urgent { text-style: bold; color: $text-error; }
    Pane > .pane--head { text-style: bold; color: $text-primary; }
    Pane > .pane--fresh { text-style: bold; color: $text-accent; }
    Pane > .pane--hover { background: $surface; }
    Pane > .pane--marked { background: $boost; }
    Pane:focus > .pane--marked { background: $background; text-style: reverse; }
    Pane:nocolor > .pane--dim { text-style: dim; }
    Pane:nocolor > .pane--urgent { text-style: bold underline; }
    Pane:nocolor > .pane--hover { text-style: underline; }
    """
    under_mouse: reactive[int] = reactive(-1)
    """The row that the mouse is over, -1 for none; only one that can be chosen shows it."""

    class Chosen(Message):
        """An item was taken, by Enter or the mouse."""

        def __init__(self, pane: "Pane", key: str) -> None:
            super().__init__()
            self.pane = pane
            self.key = key

        @property
        def control(self) -> "Pane":
            return self.pane

    class Marked(Message):
        """The mark has moved to another item."""

    def __init__(
        self, source: Source, *, id: str, eager: bool = True, depends: Callable[[], object] | None = None
    ) -> None:
        """*eager*: one item is always marked; else none is until a key moves the mark. *depends*: what the items
        are made of, cheap to compare; while it stays equal the source is not asked again.
        """
        super().__init__(id=id)
        self._source = source
        self._depends = depends
        self._made_of: object = None
        self._eager = eager
        self._items: Sequence[Item] = ()
        self._rows: list[tuple[Line, int]] = []
        self.marked = ""
        """The key of the marked item."""

    @property
    def keys(self) -> list[str]:
        """What can be chosen, in order."""
        return [item.key for item in self._items if item.key]

    def reload(self) -> None:
        """Ask the source again. The mark stays on its item as long as that is there."""
        width = min(self.scrollable_content_region.width - GUTTER, MEASURE)
        if width < 1:
            return
        if self._depends is not None:
            made_of = (width, self._depends())
            if made_of == self._made_of:
                return
            self._made_of = made_of
        items = self._source(width)
        if items == self._items:
            return
        first = not self._items
        self._items = items
        self._rows = [(line, place) for place, item in enumerate(items) for line in item.lines]
        self.virtual_size = Size(width, len(self._rows))
        keys = self.keys
        if self.marked not in keys:
            self.marked = keys[0] if keys and self._eager else ""
            self.post_message(self.Marked())
        elif not first:
            self.call_after_refresh(self._show_marked)
        self.refresh()

    def mark(self, key: str) -> None:
        """Put the mark on an item and bring it into sight."""
        self.marked = key
        self._show_marked()
        self.refresh()
        self.post_message(self.Marked())

    def on_mount(self) -> None:
        # Textual's own way to another look of the bar of one widget.
        self.vertical_scrollbar.renderer = Blocks  # type: ignore[misc]

    def on_resize(self, event: events.Resize) -> None:
        self._items, self._made_of = (), None
        self.reload()

    def render_line(self, y: int) -> Strip:
        width, place = self.size.width, self.scroll_offset.y + y
        if place >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        line = self._rows[place][0]
        text = self._gutter(place) + line.text
        shown = in_ascii(text) if self.app.has_class("-ascii") else text
        indented = " " * self.indent + shown
        return Strip([Segment(padded(indented, width), self._style(place))]).crop(0, width)

    @property
    def indent(self) -> int:
        """The blank cells at the left of a page, a pane across its screen, that keep its text in the middle."""
        room = self.scrollable_content_region.width - MEASURE - GUTTER
        return max(room // 2, 0) if self.parent is self.screen else 0

    def _gutter(self, place: int) -> str:
        """The mark before a row: of the chosen item, else of one that is fresh, at its first line."""
        number = self._rows[place][1]
        if place and self._rows[place - 1][1] == number:
            return " "
        if self._is_marked(place):
            return CHOSEN
        return FRESH if self._items[number].fresh else " "

    def _is_marked(self, place: int) -> bool:
        return bool(self.marked) and self._items[self._rows[place][1]].key == self.marked

    def _style(self, place: int) -> Style:
        number = self._rows[place][1]
        marked = self._is_marked(place)
        looks = [self._tone(place), "hover" if self._is_under_mouse(number) else "", "marked" if marked else ""]
        style = self.rich_style
        for name in filter(None, looks):
            style += self.get_component_rich_style(f"pane--{name}", partial=True)
        return style

    def _tone(self, place: int) -> str:
        """How a row is set: what has changed stands out, and a marked item is one block."""
        line, number = self._rows[place]
        if self._is_marked(place) and line.tone == "dim":
            return ""
        return "fresh" if self._items[number].fresh and line.tone in ("", "dim") else line.tone

    def _is_under_mouse(self, number: int) -> bool:
        under = self.under_mouse
        return 0 <= under < len(self._rows) and self._rows[under][1] == number and bool(self._items[number].key)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self.under_mouse = self.scroll_offset.y + event.y

    def on_leave(self, event: events.Leave) -> None:
        self.under_mouse = -1

    def on_click(self, event: events.Click) -> None:
        place = self.scroll_offset.y + event.y
        if 0 <= place < len(self._rows) and (key := self._items[self._rows[place][1]].key):
            self.mark(key)
            self.action_choose()

    def action_step(self, by: int) -> None:
        """The next item; where nothing can be chosen, the next line."""
        keys = self.keys
        if not keys:
            self.scroll_relative(y=by, animate=False)
            return
        start = 0 if by > 0 else len(keys) - 1
        place = keys.index(self.marked) + by if self.marked in keys else start
        self.mark(keys[min(max(place, 0), len(keys) - 1)])

    def action_page(self, by: int) -> None:
        if self.keys:
            self.action_step(by * max(self.size.height - 1, 1))
        else:
            self.scroll_relative(y=by * max(self.size.height - 1, 1), animate=False)

    def action_edge(self, end: int) -> None:
        if self.keys:
            self.mark(self.keys[-1 if end > 0 else 0])
        else:
            self.scroll_to(y=self.max_scroll_y if end > 0 else 0, animate=False)

    def action_choose(self) -> None:
        if not self.marked:
            raise SkipAction
        self.post_message(self.Chosen(self, self.marked))

    def _show_marked(self) -> None:
        rows = [row for row, (_, number) in enumerate(self._rows) if self._items[number].key == self.marked]
        if self.marked and rows:
            region = Region(0, rows[0], 1, rows[-1] - rows[0] + 1)
            self.scroll_to_region(region, animate=False, force=True)
