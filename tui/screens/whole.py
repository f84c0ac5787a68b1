"""What every whole screen has: the status above, a notice and the keys below."""

import contextlib

from textual import events
from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.screen import Screen

from tui.presentation.lines import Tone
from tui.widgets.pane import Pane
from tui.widgets.strip import KeyLine, OneLine

WIDE = 110
"""From this many cells on there is room for a third column and for margins."""


class Whole(Screen[None]):
    """A screen whose first line says how things stand, and whose last two say what was done and what can be."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = False

    def compose(self) -> ComposeResult:
        yield OneLine(id="status")
        yield from self.body()
        yield OneLine(id="notice")
        yield KeyLine(id="keys")

    def body(self) -> ComposeResult:
        """What stands between status and notice."""
        yield from ()

    def status(self) -> tuple[str, str, Tone]:
        """The two ends of the first line, and how it is set."""
        return "", "", ""

    def noticed(self) -> tuple[str, Tone]:
        """What was just said to the person."""
        return "", ""

    def keys_shown(self, width: int) -> str:
        """The keys of the screen on one line."""
        return ""

    @property
    def stands(self) -> bool:
        """Whether all its widgets are there: they come after the screen and may go before it."""
        return self._whole and self.is_attached and bool(self.query("#keys"))

    def renew(self) -> None:
        """Show what is true now; a screen that is going away may have lost part of its widgets already."""
        with contextlib.suppress(NoMatches):
            self.reload()

    def reload(self) -> None:
        """Show what is true now, in the language of now."""
        if not self.stands:
            return
        self.set_class(self.app.size.width >= WIDE, "-wide")
        for line in self.query("#status").results(OneLine):
            line.show(*self.status())
        notice, keys = self.query_one("#notice", OneLine), self.query_one("#keys", OneLine)
        said, tone = self.noticed()
        notice.show(said, tone=tone)
        keys.show(self.keys_shown(keys.size.width or 80))
        for pane in self.query(Pane):
            pane.reload()

    def on_mount(self) -> None:
        """Mounted last, when every widget inside is."""
        self._whole = True
        self.renew()

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self.renew)

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self.renew)
