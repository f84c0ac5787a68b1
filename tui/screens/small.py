"""What is shown while the terminal is too small for any screen of a drill."""

from textual.app import ComposeResult
from textual.screen import Screen

from tui.presentation.lines import Item, items
from tui.presentation.text import wrapped
from tui.speech import Speech
from tui.widgets.pane import Pane

LEAST_WIDTH, LEAST_HEIGHT = 80, 24
"""The smallest terminal that shows a drill, in cells."""


def fits(width: int, height: int) -> bool:
    """Whether a terminal of so many cells shows a drill."""
    return width >= LEAST_WIDTH and height >= LEAST_HEIGHT


class TooSmall(Screen[None]):
    """One clear line until the terminal is enlarged."""

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.speech = speech

    def compose(self) -> ComposeResult:
        yield Pane(self.lines, id="small")

    def lines(self, width: int) -> list[Item]:
        speech, size = self.speech, self.app.size
        values = {"width": size.width, "height": size.height, "least": f"{LEAST_WIDTH}×{LEAST_HEIGHT}"}
        said = speech.say("This terminal has {width}×{height} cells; a drill needs {least}: enlarge it.", **values)
        return items(wrapped(f"{speech.say('EXERCISE')}: {said}", width))

    def reload(self) -> None:
        for pane in self.query(Pane):
            pane.reload()
