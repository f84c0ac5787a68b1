"""A single line of the screen: the status, a heading, a notice, the keys."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.presentation.keys import Label, labels_in
from tui.presentation.lines import Tone, clipped, ruled, spread
from tui.presentation.signs import in_ascii

Part = tuple[str, str]
"""A piece of a line, and the component class that sets it; empty for the line's own style."""


class OneLine(Widget):
    """Two texts at the ends of one line; the left one gives way.

    What is urgent stands out as a block: the text at the right where there is one, else the whole line.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--urgent"}
    DEFAULT_CSS = """
    OneLine { height: 1; width: 1fr; }
    OneLine > .line--urgent { text-style: bold reverse; color: $text-error; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._shown: tuple[str, str, Tone] = ("", "", "")

    def show(self, left: str, right: str = "", tone: Tone = "") -> None:
        """Show these texts from now on."""
        if (left, right, tone) != self._shown:
            self._shown = (left, right, tone)
            self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        left, right, tone = self._shown
        width, style = self.size.width, self.rich_style
        plain = self.app.has_class("-ascii")
        segments = [
            Segment(
                in_ascii(text) if plain else text,
                style + self.get_component_rich_style(name, partial=True) if name else style,
            )
            for text, name in self.parts(left, right, tone, width)
        ]
        return Strip(segments).adjust_cell_length(width, style)

    def parts(self, left: str, right: str, tone: Tone, width: int) -> list[Part]:
        """The line at a width, piece by piece."""
        named = "line--urgent" if tone == "urgent" else ""
        if not right:
            return [(clipped(left, width), named)]
        shown = spread(left, right, width)
        # The right text is cut where it is wider than the line.
        cut = len(shown) - len(clipped(right, width))
        return [(shown[:cut], ""), (shown[cut:], named)]


class Heading(OneLine):
    """The title of what stands below it, with a rule that fills the line; a block while the keys go there."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--focused", "line--rule"}
    DEFAULT_CSS = """
    Heading { color: $text-primary; text-style: bold; }
    Heading > .line--focused { text-style: bold reverse; }
    Heading > .line--rule { text-style: not bold; }
    """

    def on_mount(self) -> None:
        self.watch(self.screen, "focused", self.refresh_focus, init=False)

    def refresh_focus(self) -> None:
        """Show whether the keys go to what stands below."""
        self.refresh()

    def parts(self, left: str, right: str, tone: Tone, width: int) -> list[Part]:
        stub, title, rest = ruled(left, width)
        return [(stub, "line--rule"), (title, "line--focused" if self.has_keys else ""), (rest, "line--rule")]

    @property
    def has_keys(self) -> bool:
        """Whether what this heads, down to the next heading, has the keyboard's focus."""
        if self.parent is None or not self.is_attached or self.screen.focused is None:
            return False
        below = self.parent.children[self.parent.children.index(self) + 1 :]
        for each in below:
            if isinstance(each, Heading):
                return False
            if each in self.screen.focused.ancestors_with_self:
                return True
        return False


class KeyLine(OneLine):
    """The keys of a screen. A click on one does what the key does."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--key", "line--hover"}
    DEFAULT_CSS = """
    KeyLine > .line--key { text-style: bold; color: $text-primary; }
    KeyLine > .line--hover { text-style: underline; }
    """
    under_mouse: reactive[int] = reactive(-1)
    """The column that the mouse is over; -1 for none."""

    def parts(self, left: str, right: str, tone: Tone, width: int) -> list[Part]:
        line, found, at = clipped(left, width), [], 0
        for label in labels_in(line):
            found += [
                (" " * (label.start - at), ""),
                (label.shown, "line--key"),
                (self._said(label), self._tone(label)),
            ]
            at = label.end
        return found

    def on_mouse_move(self, event: events.MouseMove) -> None:
        inside = event.get_content_offset(self)
        self.under_mouse = -1 if inside is None else inside.x

    def on_leave(self, event: events.Leave) -> None:
        self.under_mouse = -1

    def on_click(self, event: events.Click) -> None:
        inside = event.get_content_offset(self)
        label = None if inside is None else self._label_at(inside.x)
        if label is not None and label.key:
            self.app.post_message(events.Key(label.key, label.key if len(label.key) == 1 else None))

    def _label_at(self, column: int) -> Label | None:
        line = clipped(self._shown[0], self.size.width)
        return next((label for label in labels_in(line) if label.start <= column < label.end), None)

    def _said(self, label: Label) -> str:
        return label.text[len(label.shown) :]

    def _tone(self, label: Label) -> str:
        return "line--hover" if label.key and label.start <= self.under_mouse < label.end else ""
