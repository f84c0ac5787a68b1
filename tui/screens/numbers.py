"""Choosing by number: digits, full-width ones too, put the mark on the item that bears them."""

from textual import events
from textual.screen import Screen

from tui.plain.words import cleaned
from tui.widgets.pane import Pane


class Numbered(Screen[None]):
    """A screen whose items can be called by number; two digits typed one after another are one number."""

    _typed = ""

    def on_key(self, event: events.Key) -> None:
        """A digit goes to the choice with that number."""
        digit = cleaned(event.character or "")
        if len(digit) == 1 and digit.isdecimal():
            event.stop()
            self.digit(digit)

    def digit(self, digit: str) -> None:
        """Mark the choice with the number that is being typed."""
        for pane in self.query(Pane):
            for typed in (self._typed + digit, digit):
                if 1 <= int(typed) <= len(pane.keys):
                    self._typed = typed
                    pane.mark(pane.keys[int(typed) - 1])
                    return
