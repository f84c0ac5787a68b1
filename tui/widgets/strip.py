"""A single line of the screen: the status, a heading, a notice, the keys."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.presentation.lines import Tone, rule, spread


class OneLine(Widget):
    """Two texts at the ends of one line; the left one gives way."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"one-line--urgent"}
    DEFAULT_CSS = """
    OneLine { height: 1; width: 1fr; }
    OneLine > .one-line--urgent { text-style: bold; color: $text-error; }
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
        if tone == "urgent":
            style += self.get_component_rich_style("one-line--urgent", partial=True)
        return Strip([Segment(self.composed(left, right, width), style)]).adjust_cell_length(width, style)

    def composed(self, left: str, right: str, width: int) -> str:
        """The line at a width."""
        return spread(left, right, width)


class Heading(OneLine):
    """The title of a pane, with a rule that fills the line."""

    DEFAULT_CSS = """
    Heading { color: $text-primary; text-style: bold; }
    """

    def composed(self, left: str, right: str, width: int) -> str:
        return rule(left, width)
